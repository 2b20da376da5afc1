use super::*;
use crate::{
    experiments::testing::{case_of, case_of_token, case_signed_over},
    jose::base64url,
    sign::{Made, Order, generate, sign},
    text::{self, Language},
    verify::by_name,
};

const RSA: &str = include_str!("../../../tests/data/keys/own-rsa-0.pem");
const P256: [&str; 2] = [
    include_str!("../../../tests/data/keys/own-es256-0.pem"),
    include_str!("../../../tests/data/keys/own-es256-1.pem"),
];
const P384: [&str; 2] = [
    include_str!("../../../tests/data/keys/own-es384-0.pem"),
    include_str!("../../../tests/data/keys/own-es384-1.pem"),
];
const P521: [&str; 2] = [
    include_str!("../../../tests/data/keys/own-es512-0.pem"),
    include_str!("../../../tests/data/keys/own-es512-1.pem"),
];
const CLAIMS: &str = r#"{"iss":"https://issuer.example","sub":"ada","aud":"shop","iat":1,"azp":"z"}"#;
const SORTED: &str = r#"{"aud":"shop","azp":"z","iat":1,"iss":"https://issuer.example","sub":"ada"}"#;

fn made(alg: &str, header: &str, payload: &str, key: &str) -> Made {
    let header = format!(r#"{{"alg":"{alg}"{header}}}"#);
    let (algorithm, key) = (alg.to_owned(), key.to_owned());
    sign(&Order { header, payload: payload.to_owned(), algorithm, key, ..Order::default() }, &[7; 64])
        .unwrap_or_else(|_| panic!("{alg} signs"))
}

fn public(key: &str, alg: &str) -> String {
    made(alg, "", "{}", key).public.unwrap_or_default()
}

fn explained(case: Case) -> Explanation {
    let mut memo = Verifications::default();
    let evaluation = evaluate(&case, &mut memo);
    let mut search = Search::new(case, evaluation, &mut memo);
    std::iter::repeat_with(|| search.step(&mut memo)).find_map(|found| found).unwrap_or_default()
}

/// The experiments of the first proof.
fn first(explanation: &Explanation) -> Vec<ExperimentId> {
    let changes = explanation.proved.first().map(|proof| &proof.changes);
    changes.into_iter().flatten().map(|change| change.experiment).collect()
}

#[test]
fn the_key_of_the_header_is_tried_before_what_is_slow() {
    for (alg, [own, other]) in [("ES256", P256), ("ES384", P384), ("ES512", P521)] {
        let header = format!(r#","jwk":{}"#, public(own, alg));
        let token = made(alg, &header, CLAIMS, own).token;
        let keys = format!("{}\n{}", public(other, alg), public(P256[1], "ES256"));
        assert_eq!(first(&explained(case_of_token(&token, &keys))), [ExperimentId::SelfSignedKey], "{alg}");
    }
}

#[test]
fn the_last_character_of_a_slow_signature_is_found() {
    for (alg, key) in [("ES384", P384[0]), ("ES512", P521[0])] {
        let token = made(alg, "", CLAIMS, key).token;
        let lost = token.strip_suffix(|_: char| true).unwrap_or_default();
        let changed = format!("{lost}{}", if token.ends_with('A') { 'B' } else { 'A' });
        for damaged in [lost, &changed] {
            let explanation = explained(case_of_token(damaged, &public(key, alg)));
            assert_eq!(first(&explanation), [ExperimentId::SignatureDamaged], "{damaged}");
        }
    }
}

#[test]
fn what_is_behind_a_signature_that_verifies_is_left_out() {
    let token = made("ES384", "", CLAIMS, P384[0]).token;
    let explanation = explained(case_of_token(&format!("{token}A"), &public(P384[0], "ES384")));
    let changes: Vec<Cause> =
        explanation.proved.iter().flat_map(|proof| &proof.changes).map(|change| change.cause).collect();
    assert_eq!(changes, [Cause::ImpossibleLength]);
}

#[test]
fn what_did_not_run_to_its_end_is_not_ruled_out() {
    let token = made("ES384", "", CLAIMS, P384[0]).token;
    let one = explained(case_of_token(&token, &public(P384[1], "ES384")));
    assert!(one.ruled_out.contains(&ExperimentId::SignatureDamaged));
    // Not all orders of five claims are verified.
    assert!(!one.ruled_out.contains(&ExperimentId::ReserializedJson));
    // Verified with four keys each, not even the last characters are all tried.
    let drawn = (1..5_u8).filter_map(|nth| generate(by_name("ES384")?, &[nth; 48]).ok()?);
    let others: Vec<String> = drawn.filter_map(|made| made.public).collect();
    let several = explained(case_of_token(&token, &format!(r#"{{"keys":[{}]}}"#, others.join(","))));
    assert_eq!(several.proved, []);
    assert!(!several.ruled_out.contains(&ExperimentId::SignatureDamaged));
}

#[test]
fn claims_in_another_order_are_no_other_content() {
    for (alg, key) in [
        ("HS256", "a secret of the issuer and of the verifier"),
        ("RS256", RSA),
        ("PS256", RSA),
        ("ES256", P256[0]),
        ("ES384", P384[0]),
    ] {
        let keys = if alg == "HS256" { key.to_owned() } else { public(key, alg) };
        let token = made(alg, "", CLAIMS, key).token;
        let sorted =
            token.replacen(&base64url::encode(CLAIMS.as_bytes()), &base64url::encode(SORTED.as_bytes()), 1);
        assert_ne!(sorted, token);
        assert_eq!(
            first(&explained(case_of_token(&sorted, &keys))),
            [ExperimentId::ReserializedJson],
            "{alg}"
        );
    }
}

#[test]
fn where_not_all_orders_are_compared_it_is_said() {
    let long: Vec<String> = (0..9).map(|claim| format!(r#""{claim}":{claim}"#)).collect();
    let changed = |claims: &str, to: &str| {
        let token = made("RS256", "", claims, RSA).token;
        let [from, to] = [claims, to].map(|text| base64url::encode(text.as_bytes()));
        let explanation = explained(case_of_token(&token.replacen(&from, &to, 1), &public(RSA, "RS256")));
        let change = explanation.proved.into_iter().flat_map(|proof| proof.changes).next();
        change.map_or_else(String::new, |change| text::change(change.experiment, &change.facts, Language::En))
    };
    let long = format!("{{{}}}", long.join(","));
    let words = "open the RSA signature: it was made by this key for other content (hash SHA-256)";
    assert_eq!(
        changed(&long, &long.replace("8}", "9}")),
        format!("{words}, or for the same 9 claims in another order")
    );
    assert_eq!(changed(r#"{"a":1,"b":2}"#, r#"{"a":1,"b":3}"#), words);
}

#[test]
fn no_prefix_is_put_on_to_be_taken_off_and_white_space_goes_with_the_marks() {
    let digits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let octets: Vec<u8> = (0..32_u8).map(|place| place % 16 * 0x11).collect();
    let explanation = explained(case_of("HS256", &octets, &format!("\"{digits}\"\n")));
    assert_eq!(first(&explanation), [ExperimentId::SecretQuoted, ExperimentId::SecretHexDecoded]);
    assert!(!explanation.ruled_out.contains(&ExperimentId::SecretWhitespace));
}

#[test]
fn what_was_written_in_another_way_is_not_read_back() {
    let secret = "plain-text-secret-with-many-chars-in-it!";
    let surplus = explained(case_of("HS256", secret.as_bytes(), &format!("{secret};")));
    assert!(first(&surplus).is_empty());
    let escaped = explained(case_of("HS256", secret.as_bytes(), &format!("{secret}\\n")));
    assert_eq!(first(&escaped), [ExperimentId::SecretShellExpanded, ExperimentId::SecretWhitespace]);
}

#[test]
fn an_hmac_over_few_claims_rules_other_spellings_out() {
    let few = explained(case_signed_over(r#"{"alg":"HS256"}"#, r#"{"sub":"ada"}"#, b"other"));
    assert!(few.ruled_out.contains(&ExperimentId::ReserializedJson));
    let many: Vec<String> = (0..12).map(|claim| format!(r#""{claim}":{claim}"#)).collect();
    let many =
        explained(case_signed_over(r#"{"alg":"HS256"}"#, &format!("{{{}}}", many.join(",")), b"other"));
    assert!(!many.ruled_out.contains(&ExperimentId::ReserializedJson));
}
