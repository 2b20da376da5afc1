//! `key-for-pss-only`: the key's identifier is id-RSASSA-PSS, which forbids PKCS #1 v1.5 (RFC 4055 section 1.2).
//!
//! The numbers of such a key are those of any RSA key, so it is computed with all the same.

use super::{SignatureScene, about_key};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Severity},
    verify::Family,
};

/// The keys for PSS alone that are used for RS256, RS384 or RS512.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let Some(algorithm) = scene.case.algorithm.filter(|row| row.family == Family::RsaPkcs1) else {
        return Vec::new();
    };
    let restricted = scene.keys().into_iter().filter(|key| key.pss_only);
    let finding = |key| {
        let facts = Facts::new().public("alg", algorithm.name);
        about_key(key, Cause::KeyForPssOnly, Severity::Warning, facts)
    };
    restricted.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[test]
    fn a_key_for_pss_alone_is_named_where_another_padding_is_asked_for() {
        const PSS: &str = "MIIBIDALBgkqhkiG9w0BAQoDggEPADCCAQoCggEBAOgg5plHSe6VcGJEVE+vUkXvKqWoq3y9egmKZkzNv12ZWC5qHK7LDA4Dd3t9WO3pQL8vB40r61NxMl+1QbcZF6n/wAwgsTnmslXXiHBsoedn5x4N25+rB/YM9qvM/6yDR46ZGwsGS+tCHWQyE0SFgMn7CyXINPjjfjI/RgcY3u2Zv3yvOPiXZ5uFpHBx/kZLKxQx3/5JNJA1TWTbbTi+cBAsvqg+M0joYEvYKpTZdeR0d7pA9SNzg5v27BW4O2Fzzn5LZuE1L/Ra4bG7GIoW2sMg1rT+0J6rdmnKvtWKyeiq3t7Je2/eYTwVgJBayHWWSt9eOGkM7lXtBzcpcc/IcVsCAwEAAQ==";
        const PLAIN: &str = include_str!("../../tests/data/keys/rsa-spki.pem");
        for (alg, key, expected) in [
            ("RS256", PSS, "warning key-for-pss-only"),
            ("PS256", PSS, ""),
            ("RS256", PLAIN, ""),
            ("ES256", PSS, ""),
        ] {
            check_signature(check, &format!(r#"{{"alg":"{alg}"}}"#), &[key], |_| {}, expected);
        }
    }
}
