//! The JSON was written anew after signing, or signed in another spelling than it was sent in.
//!
//! A signature covers characters, not meaning: other white space, another order of members, or padding breaks it.

use std::collections::HashSet;

use base64::{Engine, engine::general_purpose};

use super::{
    json_spelling::{ESCAPES, LAYOUTS, lay_out, orders},
    tried,
};
use crate::{
    case::{Case, Edit},
    cause::{Cause, Stage},
    experiments::Proposal,
    finding::{Facts, Finding, Place, Severity},
    jose::{Segment, base64url, json::Document},
    verify::{self, Family, Hash},
};

/// How many spellings are verified with a secret, which is quick.
const MOST_QUICK: usize = 1_500;
/// How many spellings are verified with a public key, which is slow.
const MOST_SLOW: usize = 100;
/// A longer content is not spelled anew, in bytes: there are hundreds of spellings.
const LONGEST: usize = 32 * 1024;
/// How many spellings of the header alone, and of the payload alone, come before everything else.
const LIKELY: usize = 10;
/// Up to how many members all orders are tried.
const MOST_MEMBERS: usize = 4;

/// The spelling that RFC 7515 section 2 demands.
const CANONICAL: &str = "canonical";

/// A signing input and what is different about it.
type Spelling = (&'static str, Vec<u8>);

/// Verifies over other spellings of header and payload.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some(algorithm) =
        case.algorithm.filter(|_| !case.signature.is_empty() && case.signing_input.len() <= LONGEST)
    else {
        return Vec::new();
    };
    let spellings = spellings(case).into_iter().filter(|(_, input)| **input != *case.signing_input);
    let worth_trying: Vec<Spelling> = match algorithm.family {
        Family::Hmac => spellings.take(MOST_QUICK).collect(),
        Family::RsaPkcs1 => {
            let signed = signed_digests(case);
            let fits = |input: &[u8]| signed.iter().any(|(hash, digest)| hash.digest(input) == *digest);
            spellings.filter(|(_, input)| !signed.is_empty() && fits(input)).take(1).collect()
        }
        // A signature that can't be one of this algorithm is none over any spelling.
        _ if !tried(case).any(|(_, key)| verify::may_be_signature(key, algorithm, &case.signature)) => {
            Vec::new()
        }
        _ => spellings.take(MOST_SLOW).collect(),
    };
    let unreadable = unreadable(case);
    worth_trying
        .into_iter()
        .map(|(format, input)| match &unreadable {
            Some((cause, same_octets)) if *same_octets == input => {
                let facts = Facts::new().public("format", CANONICAL);
                Proposal::new(Edit::SigningInput(input.into()), facts).because(*cause)
            }
            _ => Proposal::new(Edit::SigningInput(input.into()), Facts::new().public("format", format)),
        })
        .collect()
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

/// The digests that the keys open the signature to: a spelling with another digest need not be tried.
fn signed_digests(case: &Case) -> Vec<(Hash, Vec<u8>)> {
    let opened =
        tried(case).filter_map(|(_, key)| verify::open_block(&verify::recover_rsa(key, &case.signature)?));
    let hash =
        |name: &str| [Hash::Sha256, Hash::Sha384, Hash::Sha512].into_iter().find(|hash| hash.name() == name);
    opened.filter_map(|block| Some((hash(block.hash)?, block.digest))).collect()
}

/// The spellings of the content, each once, the likeliest first.
fn spellings(case: &Case) -> Vec<Spelling> {
    let Some(signed) = case.jws.signatures.get(case.signature_index) else { return Vec::new() };
    let (header, payload) = (&signed.header.protected, &case.jws.payload);
    let headers = texts(header, signed.header.document.as_ref());
    let payloads = texts(payload, case.jws.claims.as_ref());
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
    let likely = of_header().take(LIKELY).chain(in_one_layout).chain(of_payload().take(LIKELY));
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

/// The spellings of one segment's JSON.
fn texts(segment: &Segment, document: Option<&Document>) -> Vec<(&'static str, String)> {
    let (Some(document), Ok(own)) = (document, std::str::from_utf8(&segment.bytes)) else {
        return Vec::new();
    };
    let orders = orders(document, MOST_MEMBERS);
    let mut texts: Vec<(&'static str, String)> = Vec::new();
    texts.extend(LAYOUTS.iter().take(2).map(|layout| ("white-space", lay_out(own, *layout))));
    texts.extend(orders.iter().take(2).map(|order| ("member-order", lay_out(order, LAYOUTS[0]))));
    texts.extend(ESCAPES.iter().map(|escape| ("escapes", escape(own))));
    texts.extend(LAYOUTS.iter().skip(2).map(|layout| ("white-space", lay_out(own, *layout))));
    texts.extend(orders.iter().skip(2).map(|order| ("member-order", lay_out(order, LAYOUTS[0]))));
    texts.extend(["\n", "\r\n", " "].map(|end| ("white-space", format!("{own}{end}"))));
    texts.push(("white-space", own.trim().to_owned()));
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
