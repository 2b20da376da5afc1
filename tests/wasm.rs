//! The library inside of a browser: what is true of it here must be true there.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "vectors/judge.rs"]
mod judge;
#[path = "vectors/row.rs"]
mod row;

use judge::{agrees, judge};
use jwt_why::{
    diagnosis::{
        Diagnosis, Input, Step,
        report::{Report, Verdict},
    },
    policy::Policy,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_vector_ends_as_its_source_says() {
    let wrong: Vec<String> =
        row::rows().into_iter().filter(|row| !agrees(row, &judge(row))).map(|row| row.id).collect();
    assert_eq!(wrong, [""; 0]);
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
