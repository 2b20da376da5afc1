//! The JSON was written anew after signing, or signed in another spelling than it was sent in.
//!
//! A signature covers characters, not meaning: other white space, another order of members, or padding breaks it.

use std::collections::HashSet;

use base64::{Engine, engine::general_purpose};

use super::{
    json_orders::{all_orders, has_few_orders, orders, usual_orders},
    json_spelling::{ESCAPES, LAYOUTS, lay_out},
    tried,
};
use crate::{
    case::{Case, Edit},
    cause::{Cause, Stage},
    experiments::Proposal,
    finding::{Facts, Finding, Place, Severity},
    jose::{Segment, base64url, json::Document},
    keys::Key,
    verify::{self, Algorithm, Family},
};

/// How many spellings are verified with a secret, which is quick.
const MOST_QUICK: usize = 1_500;
/// How many spellings are verified with a public key, which is slow, and on the larger curves, which are slowest.
const MOST_SLOW: [usize; 2] = [100, 40];
/// A longer content is not spelled anew, in bytes: there are hundreds of spellings.
const LONGEST: usize = 32 * 1024;
/// How many spellings of the header alone, and of the payload alone, come before everything else.
const LIKELY: [usize; 2] = [6, 22];
/// Up to how many members all orders are tried with each layout.
const MOST_MEMBERS: usize = 4;
/// How many octets are hashed for the sake of all orders of the claims.
const MOST_HASHED: usize = 3 << 20;

/// The spelling that RFC 7515 section 2 demands.
const CANONICAL: &str = "canonical";

/// A signing input and what is different about it.
type Spelling = (&'static str, Vec<u8>);

/// Verifies over other spellings of header and payload.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some(algorithm) = respelled(case) else { return Vec::new() };
    let all = spellings(case).into_iter().filter(|(_, input)| **input != *case.signing_input);
    let mut spellings: Vec<Spelling> = all.collect();
    let most = match algorithm.family {
        // A signature that can't be one of this algorithm is none over any spelling.
        _ if algorithm.signature_bytes.is_some_and(|bytes| bytes != case.signature.len()) => 0,
        Family::Hmac => MOST_QUICK,
        Family::RsaPkcs1 | Family::RsaPss => {
            let signed = signed(case, algorithm);
            spellings.retain(|(_, input)| signed(input));
            1
        }
        Family::Ecdsa if case.signature.len() > 64 => MOST_SLOW[1],
        _ => MOST_SLOW[0],
    };
    let is_sample = spellings.len() > most || members_in_few_orders(case).is_some();
    spellings.truncate(most);
    let unreadable = unreadable(case);
    let proposals = spellings.into_iter().map(|(format, input)| match &unreadable {
        Some((cause, same_octets)) if *same_octets == input => proposal(CANONICAL, input).because(*cause),
        _ => proposal(format, input),
    });
    proposals.map(|proposal| Proposal { is_sample, ..proposal }).collect()
}

/// Puts the claims in the order in which they were signed, where orders are compared without a verification each.
pub fn reordered(case: &Case) -> Vec<Proposal> {
    let Some((algorithm, claims)) = respelled(case).zip(case.jws.claims.as_ref()) else { return Vec::new() };
    let Some(header) = case.jws.signatures.get(case.signature_index).map(|signed| &signed.header.protected)
    else {
        return Vec::new();
    };
    let signed = signed(case, algorithm);
    let layout = LAYOUTS.into_iter().take(2).find(|layout| lay_out(&claims.source, *layout) == claims.source);
    let orders = all_orders(claims, layout.unwrap_or(LAYOUTS[0]), most_orders(case, algorithm));
    let inputs = orders
        .into_iter()
        .map(|text| format!("{}.{}", header.text, base64url::encode(text.as_bytes())).into_bytes());
    let found = inputs.filter(|input| **input != *case.signing_input).find(|input| signed(input));
    found.map(|input| proposal("member-order", input)).into_iter().collect()
}

/// The algorithm, where spelling the content anew may help.
fn respelled(case: &Case) -> Option<&'static Algorithm> {
    case.algorithm.filter(|_| !case.signature.is_empty() && case.signing_input.len() <= LONGEST)
}

fn proposal(format: &'static str, input: Vec<u8>) -> Proposal {
    Proposal::new(Edit::SigningInput(input.into()), Facts::new().public("format", format))
}

/// The number of the claims, if not all of their orders are tried.
pub fn members_in_few_orders(case: &Case) -> Option<usize> {
    let claims = case.jws.claims.as_ref()?;
    let members = claims.root.members().len();
    let most = case.algorithm.map_or(0, |algorithm| most_orders(case, algorithm));
    let is_nested = claims.source.matches('{').count() > 1;
    (is_nested || members > MOST_MEMBERS && !has_few_orders(members, most)).then_some(members)
}

/// How many orders of the claims are compared.
fn most_orders(case: &Case, algorithm: &Algorithm) -> usize {
    let keys = match algorithm.family {
        Family::Hmac => tried(case).count(),
        Family::RsaPkcs1 | Family::RsaPss => 1,
        _ => return 0,
    };
    MOST_HASHED / case.signing_input.len().max(1) / keys.max(1)
}

/// Tells whether a content is the one that was signed, without a verification: by the MAC, or by the hash that an RSA
/// signature opens to.
fn signed<'a>(case: &'a Case, algorithm: &'static Algorithm) -> impl Fn(&[u8]) -> bool + 'a {
    let keys = || tried(case).map(|(_, key)| key);
    let is_hmac = algorithm.family == Family::Hmac;
    let secrets: Vec<&[u8]> = keys().filter(|_| is_hmac).filter_map(Key::secret).collect();
    let blocks = keys().filter(|_| !is_hmac).filter_map(|key| verify::recover_rsa(key, &case.signature));
    let opened: Vec<_> = blocks
        .map(|block| (verify::open_block(&block), verify::open_pss(algorithm, &block)))
        .filter(|opened| *opened != (None, None))
        .collect();
    move |input| {
        let by_mac = |secret: &&[u8]| {
            verify::hmac(algorithm, secret, input).is_some_and(|tag| *tag == *case.signature)
        };
        secrets.iter().any(by_mac)
            || opened.iter().any(|(pkcs1, pss)| {
                pkcs1.as_ref().is_some_and(|block| block.is_of(input) == Some(true))
                    || pss.as_ref().is_some_and(|block| block.is_of(input))
            })
    }
}

/// What makes a segment unreadable, and the signing input of the same octets spelled as they should be: where that
/// verifies, the JSON is the one that was signed.
fn unreadable(case: &Case) -> Option<(Cause, Vec<u8>)> {
    let is_spelling = |fault: &&Finding| {
        fault.severity == Severity::Error
            && fault.place != Place::Text
            && fault.cause.stage() == Stage::Decode
    };
    let cause = case.jws.faults.iter().find(is_spelling)?.cause;
    let header = &case.jws.signatures.get(case.signature_index)?.header.protected;
    let spelled = [header, &case.jws.payload].map(|segment| base64url::encode(&segment.bytes));
    Some((cause, spelled.join(".").into_bytes()))
}

/// The spellings of the content, each once, the likeliest first.
fn spellings(case: &Case) -> Vec<Spelling> {
    let Some(signed) = case.jws.signatures.get(case.signature_index) else { return Vec::new() };
    let (header, payload) = (&signed.header.protected, &case.jws.payload);
    let headers = texts(header, signed.header.document.as_ref(), |_| Vec::new());
    let payloads = texts(payload, case.jws.claims.as_ref(), usual_orders);
    let encoded = |text: &str| base64url::encode(text.as_bytes());
    let input = |header: &str, payload: &str| format!("{header}.{payload}").into_bytes();
    let headers: Vec<_> = headers.iter().map(|(format, text)| (*format, encoded(text))).collect();
    let payloads: Vec<_> = payloads.iter().map(|(format, text)| (*format, encoded(text))).collect();
    let of_header = || headers.iter().map(|(format, header)| (*format, input(header, &payload.text)));
    let of_payload = || payloads.iter().map(|(format, payload)| (*format, input(&header.text, payload)));
    let of_both = headers
        .iter()
        .flat_map(|(format, header)| payloads.iter().map(|(_, payload)| (*format, input(header, payload))));
    let in_one_layout = LAYOUTS.iter().filter_map(|layout| {
        let laid_out = |segment: &Segment| {
            std::str::from_utf8(&segment.bytes).ok().map(|text| encoded(&lay_out(text, *layout)))
        };
        Some(("white-space", input(&laid_out(header)?, &laid_out(payload)?)))
    });
    let [of_headers, of_payloads] = LIKELY;
    let likely = of_header().take(of_headers).chain(in_one_layout).chain(of_payload().take(of_payloads));
    let all = likely.chain(encodings(header, payload)).chain(of_header()).chain(of_payload()).chain(of_both);
    let mut seen = HashSet::new();
    all.filter(|(_, input)| seen.insert(input.clone())).collect()
}

/// The same octets in other encodings.
fn encodings(header: &Segment, payload: &Segment) -> Vec<Spelling> {
    let with = |engine: general_purpose::GeneralPurpose| {
        format!("{}.{}", engine.encode(&header.bytes), engine.encode(&payload.bytes)).into_bytes()
    };
    let raw_payload = [header.text.as_bytes(), b".", &payload.bytes].concat();
    let raw = [header.bytes.as_slice(), b".", &payload.bytes].concat();
    vec![
        (CANONICAL, with(general_purpose::URL_SAFE_NO_PAD)),
        ("padded", with(general_purpose::URL_SAFE)),
        ("standard-alphabet", with(general_purpose::STANDARD)),
        ("standard-alphabet", with(general_purpose::STANDARD_NO_PAD)),
        ("payload-not-encoded", raw_payload),
        ("not-encoded", raw),
        ("payload-only", payload.text.clone().into_bytes()),
    ]
}

/// The spellings of one segment's JSON, the likeliest first; `usual` has orders of its members beside the common ones.
fn texts(
    segment: &Segment,
    document: Option<&Document>,
    usual: fn(&Document) -> Vec<String>,
) -> Vec<(&'static str, String)> {
    let (Some(document), Ok(own)) = (document, std::str::from_utf8(&segment.bytes)) else {
        return Vec::new();
    };
    let orders = [orders(document, MOST_MEMBERS), usual(document)].concat();
    let in_order = |order: &String| ("member-order", lay_out(order, LAYOUTS[0]));
    let [_, _, python_ascii, _, unescaped] = ESCAPES;
    let mut texts: Vec<(&'static str, String)> = Vec::new();
    texts.extend(LAYOUTS.iter().take(2).map(|layout| ("white-space", lay_out(own, *layout))));
    // Python escapes and puts blanks in; what is made of its text again does neither.
    texts.push(("escapes", unescaped(&lay_out(own, LAYOUTS[0]))));
    texts.push(("escapes", python_ascii(&lay_out(own, LAYOUTS[1]))));
    texts.extend(orders.iter().take(2).map(in_order));
    texts.extend(ESCAPES.iter().map(|escape| ("escapes", escape(own))));
    texts.extend(["\n", "\r\n", " "].map(|end| ("white-space", format!("{own}{end}"))));
    texts.push(("white-space", own.trim().to_owned()));
    texts.extend(LAYOUTS.iter().skip(2).map(|layout| ("white-space", lay_out(own, *layout))));
    texts.extend(orders.iter().skip(2).map(in_order));
    for layout in LAYOUTS.iter().skip(1) {
        texts.extend(orders.iter().map(|order| ("member-order", lay_out(order, *layout))));
    }
    for escape in ESCAPES {
        texts.extend(LAYOUTS.iter().take(2).map(|layout| ("escapes", escape(&lay_out(own, *layout)))));
    }
    let mut seen = HashSet::from([own.to_owned()]);
    texts.retain(|(_, text)| seen.insert(text.clone()));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_signed_over, verifies_after};

    const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
    const PAYLOAD: &str = r#"{"sub":"ada","iss":"https://issuer.example","n":1}"#;

    #[track_caller]
    fn check(header: &str, payload: &str) {
        let input =
            format!("{}.{}", base64url::encode(header.as_bytes()), base64url::encode(payload.as_bytes()));
        let case = case_signed_over(HEADER, PAYLOAD, input.as_bytes());
        assert!(verifies_after(&case, propose), "{header} {payload}");
    }

    #[test]
    fn spellings_of_other_libraries_are_tried() {
        check(r#"{"typ":"JWT","alg":"HS256"}"#, PAYLOAD);
        check(HEADER, r#"{"n":1,"iss":"https://issuer.example","sub":"ada"}"#);
        check(HEADER, r#"{"sub": "ada", "iss": "https://issuer.example", "n": 1}"#);
        check(HEADER, r#"{"sub":"ada","iss":"https:\/\/issuer.example","n":1}"#);
        check(
            r#"{"typ": "JWT", "alg": "HS256"}"#,
            r#"{"iss": "https://issuer.example", "n": 1, "sub": "ada"}"#,
        );
    }

    #[test]
    fn other_encodings_of_the_same_octets_are_tried() {
        let header = base64url::encode(HEADER.as_bytes());
        for input in [
            format!(
                "{}.{}",
                general_purpose::STANDARD.encode(HEADER),
                general_purpose::STANDARD.encode(PAYLOAD)
            ),
            format!(
                "{}.{}",
                general_purpose::URL_SAFE.encode(HEADER),
                general_purpose::URL_SAFE.encode(PAYLOAD)
            ),
            format!("{header}.{PAYLOAD}"),
            format!("{HEADER}.{PAYLOAD}"),
        ] {
            assert!(verifies_after(&case_signed_over(HEADER, PAYLOAD, input.as_bytes()), propose), "{input}");
        }
    }

    #[test]
    fn another_payload_is_no_spelling() {
        let case = case_signed_over(HEADER, PAYLOAD, b"something else");
        assert!(!verifies_after(&case, propose));
    }
}
