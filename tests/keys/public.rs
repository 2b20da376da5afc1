//! Which key texts may come by a link: public keys and nothing else.

use super::{EC, EC_JWK, RSA, read};

#[track_caller]
fn check(text: &str, public: bool) {
    assert_eq!(read(text).is_public(), public, "{text}");
}

#[test]
fn public_keys_and_sets_are_public() {
    for text in [EC, RSA, EC_JWK, key_file!("ec-certificate.pem"), key_file!("ed25519-openssh.pub")] {
        check(text, true);
    }
    check(&format!(r#"{{"keys":[{EC_JWK}]}}"#), true);
    check(&format!("{EC}\n{RSA}"), true);
}

#[test]
fn whatever_holds_more_is_not() {
    for text in [
        "",
        "a secret",
        key_file!("ec-pkcs8.pem"),
        key_file!("ec-sec1.pem"),
        key_file!("rsa-pkcs1-private.pem"),
        key_file!("ec-pkcs8-encrypted.pem"),
        key_file!("ed25519-openssh.pem"),
        key_file!("ed25519-openssh-encrypted.pem"),
        r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ"}"#,
    ] {
        check(text, false);
    }
    let private = EC_JWK.replace(r#""crv""#, r#""d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI","crv""#);
    check(&private, false);
    check(&format!(r#"{{"keys":[{EC_JWK},{private}]}}"#), false);
    check(&format!("{EC}\n{}", key_file!("ec-pkcs8.pem")), false);
}
