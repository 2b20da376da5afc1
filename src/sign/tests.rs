//! Signatures that others published, and refusals.

use super::*;
use crate::{
    finding::Value,
    keys::{Key, SecretReading, read},
    verify::{all, by_name},
};

const RSA: &str = include_str!("../../tests/data/keys/own-rsa-0.pem");
const SMALL_RSA: &str = include_str!("../../tests/data/keys/own-rsa-1024.pem");
const EC: &str = include_str!("../../tests/data/keys/ec-pkcs8.pem");
const EC_PUBLIC: &str = include_str!("../../tests/data/keys/ec-spki.pem");
const SALT: [u8; 64] = [7; 64];

fn order(alg: &str, key: &str) -> Order {
    Order {
        header: format!(r#"{{"alg":"{alg}"}}"#),
        payload: r#"{"sub":"ada"}"#.to_owned(),
        algorithm: alg.to_owned(),
        key: key.to_owned(),
        reading: SecretReading::Text,
    }
}

#[track_caller]
fn made(order: &Order) -> Made {
    sign(order, &SALT).unwrap()
}

#[track_caller]
fn refused(order: &Order) -> Refusal {
    sign(order, &SALT).err().unwrap()
}

fn hex(text: &str) -> Vec<u8> {
    SecretReading::Hex.octets(text).unwrap()
}

/// The key signs the input so.
#[track_caller]
fn check(alg: &str, key: &Key, input: &[u8], expected: &[u8]) {
    let signature = verified(key, by_name(alg).unwrap(), input, &[]).unwrap();
    assert_eq!(signature, expected, "{alg}");
}

#[test]
fn the_token_of_rfc_7515_appendix_a_1_is_made_again() {
    let order = Order {
        header: "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}".to_owned(),
        payload: "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}".to_owned(),
        algorithm: "HS256".to_owned(),
        key: r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#.to_owned(),
        reading: SecretReading::Text,
    };
    let made = made(&order);
    assert_eq!(
        made.token,
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    assert_eq!((made.read_as.as_str(), made.kind.as_str(), made.bits), ("jwk", "oct", 512));
    assert_eq!((made.public, made.remarks), (None, vec![]));
}

#[test]
fn the_signature_of_rfc_7515_appendix_a_2_is_made_again() {
    let key = r#"{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB","d":"Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ"}"#;
    let order = Order {
        payload: "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
            .to_owned(),
        ..order("RS256", key)
    };
    let made = made(&order);
    let signature = made.token.rsplit('.').next().unwrap();
    assert_eq!(
        signature,
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
    );
}

#[test]
fn ecdsa_has_the_numbers_of_rfc_6979_appendix_a_2() {
    for (alg, curve, d, r, s) in [
        (
            "ES256",
            "P-256",
            "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        ),
        (
            "ES384",
            "P-384",
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
            "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
        ),
        (
            "ES512",
            "P-521",
            "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538",
            "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC91F9B15BF05EC36E377FA",
            "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A",
        ),
    ] {
        let key = Key::of_private(curve, hex(d)).unwrap();
        check(alg, &key, b"sample", &[hex(r), hex(s)].concat());
    }
}

#[test]
fn ed25519_has_the_signature_of_rfc_8037_appendix_a() {
    let key = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    for alg in ["EdDSA", "Ed25519"] {
        let input = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        check(alg, &read(&[key.to_owned()]).keys[0], input, &base64url::decode(signature).bytes);
    }
}

#[test]
fn ed448_has_the_signature_of_rfc_8032_section_7_4() {
    let d = "6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b";
    let signature = "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600";
    for alg in ["EdDSA", "Ed448"] {
        check(alg, &Key::of_private("Ed448", hex(d)).unwrap(), b"", &hex(signature));
    }
}

#[test]
fn pss_takes_the_salt_that_it_is_given() {
    for alg in ["PS256", "PS384", "PS512"] {
        let order = order(alg, RSA);
        let token = |salt: &[u8]| sign(&order, salt).map(|made| made.token);
        assert_eq!(token(&SALT), token(&SALT));
        assert_ne!(token(&SALT), token(&[8; 64]));
        assert_eq!(token(&[7; 31]).err().map(|refusal| refusal.why), Some(Why::Salt));
    }
    assert_eq!(refused(&order("PS512", SMALL_RSA)).why, Why::ModulusSmall);
}

#[test]
fn a_new_key_signs_and_its_public_half_is_read_again() {
    for algorithm in all() {
        let Some(needed) = octets_needed(algorithm) else {
            assert_eq!(generate(algorithm, &[]).err().map(|refusal| refusal.why), Some(Why::NotGenerated));
            continue;
        };
        let new = generate(algorithm, &vec![0x5a; needed]).unwrap().unwrap();
        assert!(generate(algorithm, &vec![0x5a; needed - 1]).unwrap().is_none());
        let made = made(&order(algorithm.name, &new.private));
        assert_eq!(made.remarks, [], "{}", algorithm.name);
        let of = |text: &str| read(&[text.to_owned()]).keys.remove(0).fingerprint();
        assert_eq!(new.public.is_none(), made.public.is_none());
        if let (Some(new), Some(made)) = (&new.public, &made.public) {
            assert_eq!(of(new), of(made));
            assert!(read(std::slice::from_ref(new)).keys[0].private.is_none());
        }
    }
    let zero = generate(by_name("ES256").unwrap(), &[0; 32]).unwrap();
    assert!(zero.is_none(), "zero is no scalar");
}

#[test]
fn keys_are_taken_in_every_form() {
    for (alg, text, read_as) in [
        ("ES256", EC, "pem"),
        ("ES256", include_str!("../../tests/data/keys/ec-sec1.pem"), "pem"),
        ("RS512", include_str!("../../tests/data/keys/rsa-pkcs1-private.pem"), "pem"),
        ("EdDSA", include_str!("../../tests/data/keys/own-ed25519-0.pem"), "pem"),
        ("HS256", "a-string-secret-at-least-256-bits-long", "text"),
    ] {
        assert_eq!(made(&order(alg, text)).read_as, read_as, "{alg}");
    }
    let secret = Order { reading: SecretReading::Hex, ..order("HS256", &"5a".repeat(32)) };
    assert_eq!((made(&secret).read_as.as_str(), made(&secret).bits), ("hex", 256));
    // d alone, without the primes, as RFC 7518 section 6.3.2 allows.
    let jwk = private_jwk(&read(&[RSA.to_owned()]).keys[0]).unwrap();
    assert_eq!(made(&order("RS256", &jwk)).token, made(&order("RS256", RSA)).token);
}

#[test]
fn of_several_keys_the_one_that_the_header_names_signs() {
    let private = |octet: u8| {
        let key = Key::of_private("P-256", vec![octet; 32]).unwrap();
        private_jwk(&key).unwrap().replace('}', &format!(",\"kid\":\"k{octet}\"}}"))
    };
    let set = format!("{{\"keys\":[{},{}]}}", private(1), private(2));
    let named = Order { header: r#"{"alg":"ES256","kid":"k2"}"#.to_owned(), ..order("ES256", &set) };
    let second = read(&[private(2)]).keys.remove(0);
    let public = made(&named).public.unwrap();
    assert_eq!(read(&[public]).keys[0].fingerprint(), second.fingerprint());
    let other = Order { header: r#"{"alg":"ES256","kid":"k3"}"#.to_owned(), ..named };
    assert_eq!(made(&other).remarks[0].about, About::KidDiffers);
}

#[test]
fn what_a_verifier_may_stumble_over_is_said() {
    let about = |order: &Order| made(order).remarks.iter().map(|remark| remark.about).collect::<Vec<_>>();
    let long = "a-string-secret-at-least-256-bits-long";
    assert_eq!(about(&order("HS256", "short")), [About::KeySmall]);
    assert_eq!(about(&order("RS256", SMALL_RSA)), [About::KeySmall]);
    let header = |header: &str| Order { header: header.to_owned(), ..order("HS256", long) };
    assert_eq!(about(&header("{}")), [About::AlgMissing]);
    assert_eq!(about(&header(r#"{"alg":"RS256"}"#)), [About::AlgDiffers]);
    assert_eq!(about(&header(r#"{"alg":"HS256"}"#)), []);
}

#[test]
fn what_can_t_sign_is_refused_with_the_reason() {
    let foreign = r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM","d":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE"}"#;
    for (alg, key, why) in [
        ("HS256", "", Why::NoKey),
        ("HS256", " \n", Why::NoKey),
        ("HS256", EC, Why::KeyKind),
        ("RS256", "a secret", Why::KeyKind),
        ("RS256", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", Why::KeyUnreadable),
        ("ES256", EC_PUBLIC, Why::PublicOnly),
        ("ES384", EC, Why::KeyCurve),
        ("ES256", foreign, Why::HalvesDiffer),
        ("none", "a secret", Why::UnknownAlgorithm),
        (
            "ES256",
            r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM","d":"AA"}"#,
            Why::PrivateHalf,
        ),
    ] {
        assert_eq!(refused(&order(alg, key)).why, why, "{alg} with {key}");
    }
}

#[test]
fn header_and_payload_must_be_objects() {
    let good = order("HS256", "a secret");
    for (header, payload, why, segment) in [
        ("{", "{}", Why::NotJson, "header"),
        ("{}", "{\"a\"}", Why::NotJson, "payload"),
        ("[]", "{}", Why::NotObject, "header"),
        ("{}", "null", Why::NotObject, "payload"),
    ] {
        let refusal =
            refused(&Order { header: header.to_owned(), payload: payload.to_owned(), ..good.clone() });
        let names = refusal.facts.get("segment").is_some_and(|fact| fact.value == Value::from(segment));
        assert!(refusal.why == why && names, "{refusal:?}");
    }
    let unencoded = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    assert_eq!(refused(&Order { header: unencoded.to_owned(), ..good }).why, Why::Unencoded);
}

#[test]
fn no_refusal_and_no_remark_quotes_a_key() {
    let secret = "hunter2-hunter2-hunter2";
    let refusal = refused(&order("RS256", secret));
    assert!(!format!("{refusal:?}").contains("hunter2"));
    assert!(!format!("{:?}", made(&order("HS256", secret)).remarks).contains("hunter2"));
}

#[test]
fn whatever_stands_in_a_private_key_nothing_stops() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 16).unwrap()
    };
    let small = private_jwk(&read(&[SMALL_RSA.to_owned()]).keys[0]).unwrap();
    for algorithm in all() {
        let key = octets_needed(algorithm).map_or_else(
            || small.clone(),
            |octets| generate(algorithm, &vec![0x5a; octets]).unwrap().unwrap().private,
        );
        let mut refused = 0;
        for _ in 0..60 {
            let mut shaken = key.clone().into_bytes();
            for _ in 0..=next() % 3 {
                let at = next() % shaken.len();
                shaken[at] = b"Aa0_-=\"{}:, "[next() % 12];
            }
            let shaken = String::from_utf8(shaken).unwrap();
            refused += usize::from(sign(&order(algorithm.name, &shaken), &SALT).is_err());
        }
        // A secret is good whatever it is, as long as it is one.
        assert!(
            refused > 5 || algorithm.key == crate::keys::KeyKind::Secret,
            "{}: {refused}",
            algorithm.name
        );
    }
}
