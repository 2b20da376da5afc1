//! `certificate-expired`: the certificate of the key that is used is outside its validity (RFC 5280 section 4.1.2.5).
//!
//! Its key verifies all the same: signatures do not expire.

use super::{SignatureScene, about_key};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Severity, Value},
    keys::Key,
};

/// The certificates that are not valid at the time of the case; both of their times still are.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    scene.keys().into_iter().filter_map(|key| outside(key, scene.case.now)).collect()
}

fn outside(key: &Key, now: i64) -> Option<Finding> {
    let certificate = key.certificate.as_ref()?;
    if (certificate.not_before..=certificate.not_after).contains(&now) {
        return None;
    }
    let facts = Facts::new()
        .public("subject", certificate.subject.as_str())
        .public("not_before", Value::Instant(certificate.not_before))
        .public("not_after", Value::Instant(certificate.not_after))
        .public("now", Value::Instant(now));
    Some(about_key(key, Cause::CertificateExpired, Severity::Warning, facts))
}

#[cfg(test)]
mod tests {
    use super::outside;
    use crate::{
        finding::Span,
        keys::{Certificate, Key, Material, ReadAs, Secret},
    };

    #[test]
    fn a_certificate_is_valid_from_its_first_to_its_last_second() {
        let mut key = Key::new(Material::Secret(Secret::new(vec![1])), ReadAs::Certificate, Span::new(0, 1));
        assert_eq!(outside(&key, 0), None);
        let (subject, issuer) = (String::from("CN=a"), String::from("CN=b"));
        key.certificate = Some(Certificate { subject, issuer, not_before: 10, not_after: 20, chain: 1 });
        for (now, expected) in [(9, true), (10, false), (20, false), (21, true)] {
            assert_eq!(outside(&key, now).is_some(), expected, "{now}");
        }
    }
}
