//! The text that was given says where a key is, or looks like something else than a key, and is the secret all the same:
//! a path was handed to the library in place of what the file holds, or the secret merely looks like one.

use super::{MAX_SECRET_BYTES, is_hmac, own};
use crate::{
    case::Case,
    cause::Cause,
    experiments::Proposal,
    finding::{Facts, Finding, Value},
};

/// What a text may look like and be a secret. A public key is none of these: it is never offered as a secret.
const FORMS: [&str; 3] = ["token", "fingerprint", "binary"];

/// Takes each such text for the secret, octet by octet.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if !is_hmac(case) {
        return Vec::new();
    }
    let taken = case.keys.findings.iter().filter(|finding| looks_otherwise(finding));
    let texts = taken.filter_map(|finding| {
        let Value::Number(text) = finding.facts.get("key_text")?.value else { return None };
        let secret = case.keys.sources.get(usize::try_from(text).ok()?)?.bytes();
        let proposal = own(secret, Facts::new().public("length_bytes", secret.len()));
        (secret.len() <= MAX_SECRET_BYTES).then(|| proposal.because(finding.cause))
    });
    texts.collect()
}

fn looks_otherwise(finding: &Finding) -> bool {
    let form = finding.facts.get("format").map(|fact| &fact.value);
    let is_form = |value: &Value| matches!(value, Value::Text(form) if FORMS.contains(&form.as_str()));
    matches!(finding.cause, Cause::KeyIsPath | Cause::KeyIsUrl)
        || finding.cause == Cause::KeyNotRecognised && form.is_some_and(is_form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after};

    #[test]
    fn what_looks_like_something_else_may_be_the_secret() {
        for (text, cause) in [
            ("./private.key", Cause::KeyIsPath),
            ("https://api.example.com/", Cause::KeyIsUrl),
            ("SHA256:abc", Cause::KeyNotRecognised),
            ("ab\u{1}cd", Cause::KeyNotRecognised),
        ] {
            let case = case_of("HS256", text.as_bytes(), text);
            assert!(case.keys.keys.is_empty(), "{text}");
            assert!(verifies_after(&case, propose), "{text}");
            assert_eq!(propose(&case).first().and_then(|proposal| proposal.cause), Some(cause));
        }
    }

    #[test]
    fn what_is_left_of_a_public_key_is_no_secret() {
        let text = "-----BEGIN PUBLIC KEY-----\nMFkw";
        assert!(propose(&case_of("HS256", text.as_bytes(), text)).is_empty());
    }
}
