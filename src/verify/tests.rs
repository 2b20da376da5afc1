//! Signatures that others made, and what becomes of them when a bit changes.

use super::{
    Algorithm, Hash, Outcome, Unfit, Verifications, all, by_name, der_to_raw, open_block, open_pss,
    other_hashes, pss_any_salt, recover_rsa,
};
use crate::{
    finding::Span,
    jose::base64url,
    keys::{self, Curve, Key, KeyKind, Material, MlDsaSet, OkpCurve, ReadAs},
};

/// What OpenSSL signed for these tests with the keys in `tests/data/keys`.
const INPUT: &[u8] = b"signed content";
const RSA: &str = include_str!("../../tests/data/keys/rsa-spki.pem");
const EC: &str = include_str!("../../tests/data/keys/ec-spki.pem");
const RS384: &str = "PEOEPSDZAkgtQbitH_5EnAC74FEQfLWvYoqDS4xc8mY8KUoS-h_GFaco_mNiWDXeqr5SK83XJzDMRVNXAcgSOrtk2R6t9p0s19-6VSxGnDrBqI34adflCMMRpCZkZgwTgyY7rOwPBT4LAF3gKHuJ_gQa_2f7hbuHfxKXYRLrZzFxFZ2sb-0IBR-4wCJRSv_ihn3qgq_FPV_Q8xffyor7csiED-f3YzloKT28VjF927MPgQKsUQIp6MyzqBc6kmvMEwT-xEWAe8T9qS3dnguu-xUCJw-gqjv2KsaNU5oVaNIRUPND6PfLmpHiCTof0H66UecWPV8wV37xt32i6S_ZhA";
const ES256_IN_DER: &str =
    "MEUCIQC0Al38lkroSS9W0pe6VtP9pzP-j9rfS61k64n8OAIJaQIgbeWyVpJyMJDhKGJ78hpllGZ-qsd1CBxNU2qu9lLjmk8";
const PSS_SALT_32: &str = "icM5v0dlTuUTT5RJI0l7lmZLPhMDe3z11X-bJOoSnyPpBue5HAb8ME6Sb-ofb--dz46JmkwRU-r6EY-sYdP8vR9ZX1g_EsPLMrGG9HsIOlDdCMtcSRnnup26pmtC4MZYx1RtKy7koDYZkyFg-UsIqHFDFbX27QHCoprQXw7nfVJ6gT6CYpp7IIKs_Lu8SPpUucPaxdsGMqNgVcmdt0j_is2oIOD5DFdfBHnqVZn2s2o9YSiznWiAbJO1Z8Xohv40bzTs6IDmtvmahXidQe2YEovEHJO0osYxuLWyGw0SASPwAZ4C2dRNR5LqkS5uT54nJg2hD__6imNUn_VYpKms4A";
const PSS_SALT_20: &str = "hl_7sumtkrVKwtBy0KzJcfavXFE2mnL7uhpU5HWikDcEKOfzVBpAZFEiPvlVrXj5_AGt8dJf0MTM5MLlpXgtsxP2yLQoXOp2Hvx6JxCZ-LFvQtvjrYMiU-rXoPYjQ2JUoRg-bmf35SICl1j7lDIcCuCEwTl_XkgYF7bOGRKpVmKrdNqvA-yGfocF0rJ18Kpdz3k0YFqqULCiBTLqPVx03IeGyM7OXVZeWrKQblPWgSpWmEiCb19jK1ZCrIwkUTUh_zFcbhFG8tI04BcoDzjNcQ7umaYHvAeVcJunw5jXvcyXcmhjsyL9jrl3Q626AEA1A9UekuQhsdhwBW7El4bgcQ";
const PSS_SALT_222: &str = "nZeBVGHzvr4fQwXoW46_n-suQEyHOosBaEGzU2uBZ2nJjM39u84S6bMWzc_6VcfD2xLsKP-SkFBaA-nrD5M2UWM8aoEXEAgzuE4oUzDDQRy74Ya68qlk5vpcOV9Q1D5SwvDeLSWbpOqxeNicbttlvdU8nuYkXl-ZxUFxZuTLQCkWgSM19tstihr6OfzEcG6hiFHDH6Z3VClbblWf0PtewY3CnJ7BmmV7RyZA2mc8LhEnTQk-PIv0nxfPJAVBVYube8T2Gev8u-8uLsOvwh4h2Ntqh2M1lmxTud7q70ytWZvcjWfssXzUU-GSFf2bfCbv28TwuyGbPQVmYT5Jya7IEQ";

fn key(text: &str) -> Key {
    keys::read(&[text.to_owned()]).keys.remove(0)
}

fn bytes(text: &str) -> Vec<u8> {
    let decoded = base64url::decode(text);
    assert!(decoded.faults.is_empty());
    decoded.bytes
}

fn hex(text: &str) -> Vec<u8> {
    keys::SecretReading::Hex.octets(text).unwrap()
}

fn verifies(key: &Key, alg: &str, input: &[u8], signature: &[u8]) -> bool {
    let outcome = Verifications::default().verify(key, by_name(alg).unwrap(), input, signature);
    matches!(outcome, Outcome::Verified(_))
}

/// The signature verifies; it does not when a bit of it or of the input is another one, or when it is cut.
#[track_caller]
fn check(key: &Key, alg: &str, input: &[u8], signature: &[u8]) {
    assert!(verifies(key, alg, input, signature), "{alg}");
    // A prime step meets every byte of a short signature and all positions in a byte.
    let step = 1 + signature.len() / 64 * 13;
    for bit in (0..signature.len() * 8).step_by(step) {
        let mut changed = signature.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!verifies(key, alg, input, &changed), "{alg}: bit {bit} of the signature");
    }
    for bit in (0..input.len() * 8).step_by(7) {
        let mut changed = input.to_vec();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!verifies(key, alg, &changed, signature), "{alg}: bit {bit} of the input");
    }
    for length in [0, 1, signature.len() / 2, signature.len() - 1] {
        assert!(!verifies(key, alg, input, &signature[..length]), "{alg}: {length} bytes");
    }
    assert!(!verifies(key, alg, input, &[signature, &[0]].concat()), "{alg}: a byte more");
}

#[test]
fn one_changed_bit_never_verifies() {
    check(&key(RSA), "RS384", INPUT, &bytes(RS384));
    check(&key(RSA), "PS256", INPUT, &bytes(PSS_SALT_32));
    check(&key(EC), "ES256", INPUT, &der_to_raw(Curve::P256, &bytes(ES256_IN_DER)).unwrap());
    let secret = key("a secret");
    for alg in ["HS256", "HS384", "HS512"] {
        let tag = super::hmac(by_name(alg).unwrap(), b"a secret", INPUT).unwrap();
        check(&secret, alg, INPUT, &tag);
    }
}

#[test]
fn the_signature_of_rfc_8037_appendix_a_verifies() {
    let key = key(r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#);
    assert_eq!(key.thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    for alg in ["EdDSA", "Ed25519"] {
        check(&key, alg, b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc", &bytes(signature));
    }
}

#[test]
fn the_ed448_signature_of_rfc_8032_section_7_4_verifies() {
    let x = hex(
        "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180",
    );
    let signature = hex(
        "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600",
    );
    let key = Key::new(Material::Okp { curve: OkpCurve::Ed448, x }, ReadAs::Jwk, Span::default());
    for alg in ["EdDSA", "Ed448"] {
        check(&key, alg, b"", &signature);
    }
    assert_eq!(by_name("Ed25519").unwrap().serves(&key), Err(Unfit::CurveMismatch));
}

#[test]
fn ml_dsa_signatures_verify() {
    use ml_dsa::{MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Seed, SigningKey};
    fn signed<P: MlDsaParams>(set: MlDsaSet) {
        let signer = SigningKey::<P>::from_seed(&Seed::from([7; 32]));
        let signature = signer.expanded_key().sign_deterministic(INPUT, &[]).unwrap().encode();
        let jwk = format!(
            r#"{{"kty":"AKP","alg":"{}","pub":"{}"}}"#,
            set.name(),
            base64url::encode(&signer.expanded_key().verifying_key().encode())
        );
        check(&key(&jwk), set.name(), INPUT, &signature);
    }
    signed::<MlDsa44>(MlDsaSet::MlDsa44);
    signed::<MlDsa65>(MlDsaSet::MlDsa65);
    signed::<MlDsa87>(MlDsaSet::MlDsa87);
}

#[test]
fn an_rsa_signature_opens_to_the_hash_of_what_was_signed() {
    let block = recover_rsa(&key(RSA), &bytes(RS384)).unwrap();
    let opened = open_block(&block).unwrap();
    assert_eq!((opened.hash, opened.digest), ("SHA-384", Hash::Sha384.digest(INPUT)));
    assert_eq!(open_block(&recover_rsa(&key(RSA), &bytes(PSS_SALT_32)).unwrap()), None);
    assert_eq!(recover_rsa(&key(RSA), &[0xff; 256]), None);
    assert_eq!(recover_rsa(&key(RSA), &[1; 255]), None);
    assert_eq!(recover_rsa(&key(EC), &bytes(RS384)), None);
    assert_eq!(open_block(&[0, 1, 0xff, 0xff, 0]), None);
    let ps256 = by_name("PS256").unwrap();
    assert_eq!(open_pss(ps256, &block), None);
    let opened = open_pss(ps256, &recover_rsa(&key(RSA), &bytes(PSS_SALT_20)).unwrap()).unwrap();
    assert!(opened.is_of(INPUT) && !opened.is_of(b"other content"));
}

#[test]
fn a_salt_of_another_length_is_measured_and_not_accepted() {
    let ps256 = by_name("PS256").unwrap();
    for (signature, salt) in [(PSS_SALT_20, 20), (PSS_SALT_222, 222), (PSS_SALT_32, 32)] {
        let signature = bytes(signature);
        assert_eq!(pss_any_salt(&key(RSA), ps256, INPUT, &signature), Some(salt));
        assert_eq!(verifies(&key(RSA), "PS256", INPUT, &signature), salt == 32);
        assert_eq!(pss_any_salt(&key(RSA), ps256, b"other content", &signature), None);
        assert_eq!(pss_any_salt(&key(RSA), by_name("RS256").unwrap(), INPUT, &signature), None);
    }
}

#[test]
fn a_key_of_another_kind_is_not_tried() {
    let mut memo = Verifications::default();
    for algorithm in all() {
        for text in [RSA, EC, "a secret"] {
            let key = key(text);
            let outcome = memo.verify(&key, algorithm, INPUT, &[0; 64]);
            let expected = match algorithm.serves(&key) {
                Ok(()) => Outcome::Mismatch,
                Err(unfit) => Outcome::NotTried(unfit),
            };
            assert_eq!(outcome, expected, "{} with {:?}", algorithm.name, key.kind());
        }
    }
    assert_eq!(by_name("ES384").unwrap().serves(&key(EC)), Err(Unfit::CurveMismatch));
    assert_eq!(by_name("HS256").unwrap().serves(&key(RSA)), Err(Unfit::AlgKeyMismatch));
}

#[test]
fn nothing_is_computed_twice() {
    let mut memo = Verifications::default();
    let rs384: &'static Algorithm = by_name("RS384").unwrap();
    let signature = bytes(RS384);
    for _ in 0..3 {
        assert!(matches!(memo.verify(&key(RSA), rs384, INPUT, &signature), Outcome::Verified(_)));
        assert_eq!(memo.verify(&key(RSA), rs384, b"other", &signature), Outcome::Mismatch);
    }
    assert_eq!(memo.computed, 2);
}

#[test]
fn an_rsa_signature_is_opened_once_for_all_algorithms_and_contents() {
    let rsa = || all().iter().filter(|algorithm| algorithm.key == KeyKind::Rsa);
    let contents = [INPUT, b"other", b"another"];
    let mut memo = Verifications::default();
    for (algorithm, content) in rsa().flat_map(|algorithm| contents.map(|content| (algorithm, content))) {
        assert_eq!(memo.verify(&key(RSA), algorithm, content, &[1; 256]), Outcome::Mismatch);
    }
    assert_eq!(memo.computed, 2);
}

#[test]
fn what_is_shared_changes_no_outcome() {
    let algorithms: Vec<&'static Algorithm> =
        all().iter().chain(other_hashes()).filter(|algorithm| algorithm.key == KeyKind::Rsa).collect();
    let signatures = [bytes(RS384), bytes(PSS_SALT_32), bytes(PSS_SALT_20), vec![0xff; 256], vec![1; 255]];
    let mut memo = Verifications::default();
    let mut verified = 0;
    for signature in &signatures {
        for content in [b"other".as_slice(), INPUT] {
            for algorithm in algorithms.iter().chain(algorithms.iter().rev()) {
                let alone = Verifications::default().verify(&key(RSA), algorithm, content, signature);
                assert_eq!(
                    memo.verify(&key(RSA), algorithm, content, signature),
                    alone,
                    "{}",
                    algorithm.name
                );
                verified += usize::from(matches!(alone, Outcome::Verified(_)));
            }
        }
    }
    assert_eq!(verified, 4);
}
