//! What is said of a JWE: whether a key at hand decrypts it, and what is inside.

use super::{
    drawing,
    judge::{Bench, MAX_LAYERS, blank, layer},
    report::{DecodeState, EncryptionState, JsonText, MatchedKey, TokenReport, Verdict},
};
use crate::{
    checks,
    evaluation::rejects,
    finding::{Finding, Severity, Span},
    jose::{self, Jwe, json},
    verify::{
        Verifications,
        decrypt::{self, Decrypted, Fault},
    },
};

/// What became of the decryption.
struct Opened {
    state: EncryptionState,
    finding: Option<Finding>,
    decrypted: Option<Decrypted>,
}

/// Judges a JWE. Decrypted alone it is undecided, for nobody signed it; a token inside decides.
#[inline(never)]
pub fn report(
    jwe: &Jwe,
    bench: &Bench,
    memo: &mut Verifications,
    place: &dyn Fn(Span) -> Span,
    depth: usize,
) -> TokenReport {
    let opened = open(jwe, bench);
    let mut findings = jwe.faults.clone();
    findings.extend(decrypt::deprecation(jwe));
    findings.extend(opened.finding);
    let key = opened
        .decrypted
        .as_ref()
        .and_then(|decrypted| Some((decrypted, bench.keys.keys.get(decrypted.key)?)));
    findings.extend(key.iter().flat_map(|(decrypted, key)| checks::against_decryption(key, decrypted)));
    let rejected = rejects(&findings);
    let whole = place(jwe.ciphertext.span);
    let text = opened.decrypted.as_ref().and_then(|decrypted| std::str::from_utf8(&decrypted.plaintext).ok());
    let inner = text
        .filter(|text| depth < MAX_LAYERS && is_token(text))
        .map(|text| Box::new(layer(text, bench, memo, &|_| whole, depth + 1).report));
    let verdict = match inner.as_ref().map(|inner| inner.verdict) {
        _ if rejected => Verdict::Rejected,
        Some(inner) => inner,
        None => Verdict::Undecided,
    };
    TokenReport {
        segments: drawing::jwe_segments(jwe, place),
        header: drawing::header(&jwe.header, place),
        payload: text.and_then(|text| claims(text, whole)),
        verdict,
        decode: if rejects(&jwe.faults) { DecodeState::Faulty } else { DecodeState::Ok },
        encryption: Some(opened.state),
        alg: jwe.alg(0).map(str::to_owned),
        kid: jwe.kid(0).map(str::to_owned),
        matched_key: opened.decrypted.as_ref().and_then(|decrypted| matched_key(decrypted, bench)),
        findings,
        inner,
        ..blank()
    }
}

fn open(jwe: &Jwe, bench: &Bench) -> Opened {
    let failed = |fault: &Fault, key, state, severity| {
        let finding = Finding { severity, ..fault.finding(jwe, key) };
        Opened { state, finding: Some(finding), decrypted: None }
    };
    if let Some(fault) = decrypt::excess(jwe) {
        return failed(&fault, None, EncryptionState::NotTried, Severity::Error);
    }
    match decrypt::decrypt(jwe, &bench.keys) {
        Ok(decrypted) => {
            Opened { state: EncryptionState::Decrypted, finding: None, decrypted: Some(decrypted) }
        }
        Err(None) => Opened { state: EncryptionState::NotTried, finding: None, decrypted: None },
        Err(Some((key, fault))) if fault.is_about_the_key() => {
            failed(&fault, Some(key), EncryptionState::NotTried, Severity::Warning)
        }
        Err(Some((key, fault))) => failed(&fault, Some(key), EncryptionState::Failed, Severity::Error),
    }
}

/// Whether the plaintext is a token of its own (RFC 7519 section 5.2).
fn is_token(text: &str) -> bool {
    text.starts_with("ey") && !matches!(jose::parse(text), jose::Token::Other(_))
}

fn claims(text: &str, whole: Span) -> Option<JsonText> {
    let document = json::parse(text.as_bytes()).ok()?;
    document.root.is_object().then(|| drawing::json_at(&document, &|_| whole))
}

fn matched_key(decrypted: &Decrypted, bench: &Bench) -> Option<MatchedKey> {
    let summary = drawing::key(bench.keys.keys.get(decrypted.key)?);
    Some(MatchedKey {
        index: decrypted.key,
        kid: summary.kid,
        read_as: summary.read_as,
        thumbprint: summary.thumbprint,
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::{cause::Cause, keys, policy::Policy};

    /// A row of the vectors of other projects: its token and its key.
    fn vector(id: &str) -> (String, String) {
        let rows = include_str!("../../tests/data/vectors.jsonl").lines();
        let mut rows = rows.map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap());
        let row = rows.find(|row| row["id"] == id).unwrap();
        (row["token"].as_str().unwrap().to_owned(), row["key"].to_string())
    }

    fn judge(token: &str, texts: &[String]) -> TokenReport {
        let jose::Token::Jwe(jwe) = jose::parse(token) else { panic!("{token}") };
        let bench = Bench {
            keys: Rc::new(keys::read(texts)),
            policy: Rc::new(Policy::default()),
            now: 1_300_819_000,
            detached_payload: None,
            tokens: Vec::new(),
            request: None,
            expected: Vec::new(),
        };
        report(&jwe, &bench, &mut Verifications::default(), &|span| span, 1)
    }

    fn causes(report: &TokenReport) -> Vec<Cause> {
        let mut causes: Vec<Cause> = report.findings.iter().map(|finding| finding.cause).collect();
        causes.retain(|cause| *cause != Cause::JweNotJws);
        causes
    }

    #[test]
    fn a_token_inside_decides() {
        let (token, decryption) = vector("cookbook/6.nested/jwe");
        let (_, signature) = vector("cookbook/6.nested/jws");
        let report = judge(&token, &[decryption.clone(), signature]);
        let inner = report.inner.as_ref().unwrap();
        assert_eq!(report.encryption, Some(EncryptionState::Decrypted));
        assert_eq!((report.verdict, inner.verdict), (Verdict::Accepted, Verdict::Accepted));
        let with_one_key_only = judge(&token, &[decryption]);
        assert_eq!(with_one_key_only.encryption, Some(EncryptionState::Decrypted));
        assert_ne!(with_one_key_only.verdict, Verdict::Accepted);
    }

    #[test]
    fn a_key_may_decrypt_for_which_its_jwk_says_so() {
        let (token, decryption) = vector("cookbook/6.nested/jwe");
        let (_, signature) = vector("cookbook/6.nested/jws");
        // Of members of one name the last one counts.
        let with = |member: &str| format!("{},{member}}}", decryption.trim_end_matches('}'));
        for (member, expected) in [
            (r#""use":"enc","key_ops":["unwrapKey"],"alg":"RSA-OAEP""#, vec![]),
            (r#""use":"sig""#, vec![Cause::JwkUse]),
            (r#""key_ops":["verify"]"#, vec![Cause::JwkKeyOps]),
            (r#""alg":"RSA-OAEP-256""#, vec![Cause::JwkAlgMismatch]),
        ] {
            let report = judge(&token, &[with(member), signature.clone()]);
            assert_eq!(report.encryption, Some(EncryptionState::Decrypted), "{member}");
            assert_eq!(causes(&report), expected, "{member}");
            assert_eq!(report.verdict == Verdict::Rejected, !expected.is_empty(), "{member}");
        }
    }

    #[test]
    fn without_a_key_that_fits_nothing_is_decided() {
        let (token, _) = vector("cookbook/6.nested/jwe");
        let report = judge(&token, &[]);
        assert_eq!(
            (report.encryption, report.verdict),
            (Some(EncryptionState::NotTried), Verdict::Undecided)
        );
        assert_eq!(causes(&report), []);
        let report = judge(&token, &["a secret".to_owned()]);
        assert_eq!(
            (report.encryption, report.verdict),
            (Some(EncryptionState::NotTried), Verdict::Undecided)
        );
        assert_eq!(causes(&report), [Cause::JweDecryptFailed]);
    }

    #[test]
    fn a_key_that_does_not_decrypt_rejects() {
        let (token, decryption) = vector("cookbook/6.nested/jwe");
        let report = judge(&token.replacen(".KnI", ".KnJ", 1), &[decryption]);
        assert_eq!((report.encryption, report.verdict), (Some(EncryptionState::Failed), Verdict::Rejected));
        assert_eq!(causes(&report), [Cause::JweDecryptFailed]);
    }

    #[test]
    fn too_many_rounds_are_seen_without_a_key() {
        let (token, key) = vector("latchset/cve-2023-50967");
        for texts in [vec![], vec![key]] {
            let report = judge(&token, &texts);
            assert_eq!(
                (report.encryption, report.verdict),
                (Some(EncryptionState::NotTried), Verdict::Rejected)
            );
            assert_eq!(causes(&report), [Cause::JsonSerialization, Cause::Pbes2CountTooHigh]);
        }
    }
}
