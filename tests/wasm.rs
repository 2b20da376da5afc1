//! The library inside of a browser: what is true of it here must be true there.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "vectors/judge.rs"]
mod judge;
#[path = "vectors/row.rs"]
mod row;
#[path = "../src/app/platform/webcrypto.rs"]
mod webcrypto;

use std::collections::BTreeMap;

use judge::{agrees, judge};
use jwt_why::{
    diagnosis::{
        Diagnosis, Input, Step,
        report::{Report, Verdict},
    },
    jose::{self, Token},
    policy::Policy,
    verify::{
        self, Outcome, Verifications,
        opinion::webcrypto::{Difference, Question},
    },
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_vector_ends_as_its_source_says() {
    let wrong: Vec<String> =
        row::rows().into_iter().filter(|row| !agrees(row, &judge(row))).map(|row| row.id).collect();
    assert_eq!(wrong, [""; 0]);
}

/// The questions that a row's signatures and keys give, with what our own table says; each signature also with one bit
/// changed.
fn questions(row: &row::Row) -> Vec<Question> {
    let Some(Token::Jws(jws)) = row.token.as_deref().map(jose::parse) else { return Vec::new() };
    let (ring, mut memo) = (row.ring(), Verifications::default());
    let mut questions = Vec::new();
    for (index, signed) in jws.signatures.iter().enumerate() {
        let Some(algorithm) = signed.header.alg().and_then(verify::by_name) else { continue };
        let input = jws.signing_input(index, row.detached().as_deref());
        let mut changed = signed.signature.bytes.clone();
        changed.iter_mut().take(1).for_each(|byte| *byte ^= 1);
        for (key, signature) in
            ring.keys.iter().flat_map(|key| [(key, &signed.signature.bytes), (key, &changed)])
        {
            let verified = match memo.verify(key, algorithm, &input, signature) {
                Outcome::Verified(_) => true,
                Outcome::Mismatch => false,
                Outcome::NotTried(_) => continue,
            };
            let (input, signature) = (input.clone().into(), signature.as_slice().into());
            questions.extend(Question::new(key, algorithm, input, signature, verified));
        }
    }
    questions
}

/// What each known difference explains, by the rows' ids; a row that is no longer needed fails as well.
const EXPLAINED: [(&str, Difference); 1] = [("wycheproof/jwk/g15/tc17", Difference::EmptySecret)];

#[wasm_bindgen_test]
async fn webcrypto_agrees_about_every_signature() {
    let (mut faults, mut explained) = (Vec::new(), Vec::new());
    // How often it said so about each algorithm, by its parameters.
    let mut said = BTreeMap::<String, [usize; 2]>::new();
    for row in row::rows() {
        for question in questions(&row) {
            let opinion = question.judge(webcrypto::ask(&question).await);
            let alg = format!("{:?}", question.verifier.parameters);
            if let Some(verifies) = opinion.verifies {
                said.entry(alg.clone()).or_default()[usize::from(verifies)] += 1;
            }
            if opinion.disagrees {
                faults.push(format!("{} {alg} {opinion:?}", row.id));
            }
            explained.extend(opinion.difference.map(|why| (row.id.clone(), why)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let expected = EXPLAINED.map(|(row, why)| (row.to_owned(), why));
    assert_eq!(explained, expected);
    // Three hashes with HMAC, PKCS #1 and PSS, three curves, Ed25519.
    assert_eq!(said.len(), 13, "{said:#?}");
    for (alg, [no, yes]) in said {
        assert!(no > 0 && yes > 0, "{alg}: {no} and {yes}");
    }
}

#[wasm_bindgen_test]
fn a_token_and_its_secret_are_accepted() {
    let text = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    let mut diagnosis = Diagnosis::start(
        Input {
            text: text.to_owned(),
            keys: vec!["your-256-bit-secret".to_owned()],
            policy: Policy::default(),
            now: 1_516_239_022,
            ..Input::default()
        },
        None,
    );
    let mut report = Report::default();
    loop {
        match diagnosis.step() {
            Step::Event(event) => report.apply(event),
            Step::Working => {}
            Step::Done => break,
        }
    }
    assert!(report.finished);
    assert_eq!(report.tokens.iter().map(|token| token.verdict).collect::<Vec<_>>(), [Verdict::Accepted]);
}
