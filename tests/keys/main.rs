//! Key texts in every form, and what happens to them on the way.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jwt_why::{
    cause::Cause,
    finding::{Finding, Severity, Value},
    keys::{self, KeyKind, KeyRing},
};

macro_rules! key_file {
    ($name:literal) => {
        include_str!(concat!("../data/keys/", $name))
    };
}

mod hostile;
mod jwk;
mod public;
mod settings;
mod shaken;

const EC: &str = key_file!("ec-spki.pem");
const RSA: &str = key_file!("rsa-spki.pem");
const EC_JWK: &str = r#"{"kty":"EC","crv":"P-256","x":"4OkN-KBHihnkaHep-0o5Rgvo4lSX6G2Hy5yI06rD4Ro","y":"S6EjiLDucYzypk8gAJirGcIT9uT-4WjTL4yAvKHuPog"}"#;

fn read(text: &str) -> KeyRing {
    keys::read(&[text.to_owned()])
}

fn findings(ring: &KeyRing) -> Vec<&Finding> {
    ring.findings.iter().chain(ring.keys.iter().flat_map(|key| &key.findings)).collect()
}

fn causes(ring: &KeyRing) -> Vec<&'static str> {
    let mut ids: Vec<_> = findings(ring).iter().map(|finding| finding.cause.id()).collect();
    ids.sort_unstable();
    ids
}

/// Every finding lies inside the text, is no error and names the text.
#[track_caller]
fn check_findings(text: &str, ring: &KeyRing) {
    for finding in findings(ring) {
        assert_ne!(finding.severity, Severity::Error, "{finding:?}");
        let span = finding.span.unwrap();
        assert!(text.get(span.range()).is_some_and(|marked| !marked.is_empty()), "{finding:?} in {text:?}");
        assert!(finding.facts.get("key_text").unwrap().value == Value::Number(0));
    }
}

/// The text holds one key, the same as `original`, and is read with exactly these causes.
#[track_caller]
fn same_key(original: &str, text: &str, read_as: &str, expected: &[&str]) {
    let ring = read(text);
    check_findings(text, &ring);
    assert_eq!(causes(&ring), expected, "{text}");
    let [key] = ring.keys.as_slice() else { panic!("{} keys in {text:?}", ring.keys.len()) };
    assert_eq!(key.thumbprint(), read(original).keys[0].thumbprint());
    assert_eq!(key.read_as.id(), read_as);
}

/// The text holds no key, for these reasons.
#[track_caller]
fn no_key(text: &str, expected: &[&str]) {
    let ring = read(text);
    check_findings(text, &ring);
    assert_eq!(causes(&ring), expected, "{text}");
    assert!(ring.keys.is_empty(), "{:?} in {text:?}", ring.keys);
}

#[test]
fn each_container_of_a_key_gives_the_same_key() {
    same_key(EC_JWK, EC, "pem", &[]);
    same_key(EC, key_file!("ec-sec1.pem"), "pem", &["private-key-given"]);
    same_key(EC, key_file!("ec-pkcs8.pem"), "pem", &["private-key-given"]);
    same_key(EC, key_file!("ec-sec1-explicit.pem"), "pem", &["private-key-given"]);
    same_key(EC, key_file!("ec-certificate.pem"), "certificate", &["certificate-given"]);
    same_key(RSA, key_file!("rsa-pkcs1.pem"), "pem", &["pkcs1-public-key"]);
    same_key(RSA, key_file!("rsa-pkcs1-private.pem"), "pem", &["private-key-given"]);
    same_key(RSA, key_file!("rsa-openssh.pub"), "ssh", &["ssh-public-key"]);
    same_key(RSA, key_file!("rsa-ssh2.pub"), "ssh", &["ssh-public-key"]);
    let ed25519 = key_file!("ed25519-openssh.pub");
    same_key(ed25519, ed25519, "ssh", &["ssh-public-key"]);
    same_key(ed25519, key_file!("ed25519-openssh.pem"), "ssh", &["private-key-given"]);
}

#[test]
fn a_certificate_says_whose_key_it_is_and_how_long() {
    let ring = read(&(key_file!("ec-certificate.pem").to_owned() + key_file!("ec-certificate.pem")));
    let certificate = ring.keys[0].certificate.as_ref().unwrap();
    assert_eq!(certificate.subject, "CN=issuer.example");
    assert_eq!((certificate.not_before, certificate.not_after), (1_795_318_407, 2_110_678_407));
    assert_eq!(certificate.chain, 2);
}

#[test]
fn what_can_not_be_used_is_named() {
    no_key(key_file!("ec-sec1-encrypted.pem"), &["encrypted-private-key"]);
    no_key(key_file!("ec-pkcs8-encrypted.pem"), &["encrypted-private-key"]);
    no_key(key_file!("dsa-spki.pem"), &["key-not-recognised"]);
    no_key(key_file!("ec-request.pem"), &["key-not-recognised"]);
    no_key(
        "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----",
        &["key-not-recognised"],
    );
    no_key("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none", &["key-not-recognised"]);
    no_key("<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>", &["key-not-recognised"]);
    no_key("SHA256:NzbLsXh8uDCcd+6MNwXF4W/7noWXFZAfHkxZsRGC9Xs", &["key-not-recognised"]);
    no_key("issuer.example/.well-known/jwks.json", &["key-is-url"]);
    no_key("eyJhbGciOiJIUzI1NiJ9.e30.c2ln", &["key-not-recognised"]);
    no_key("./keys/public.pem", &["key-is-path"]);
    no_key("/etc/ssl/private/jwt-signing", &["key-is-path"]);
    no_key("C:\\keys\\public.key", &["key-is-path"]);
    no_key("~/.ssh/id_rsa", &["key-is-path"]);
    no_key("https://issuer.example/.well-known/jwks.json", &["key-is-url"]);
    no_key("<!DOCTYPE html><html><body>404</body></html>", &["jwks-not-json"]);
    no_key("404 page not found", &["jwks-not-json"]);
    assert!(read("").keys.is_empty() && read("").texts == 0);
}

#[test]
fn an_encrypted_openssh_file_shows_its_public_key() {
    let ring = read(key_file!("ed25519-openssh-encrypted.pem"));
    assert_eq!(causes(&ring), ["encrypted-private-key"]);
    assert_eq!(ring.keys[0].kind(), KeyKind::Okp);
}

#[test]
fn a_pem_is_read_through_its_damage() {
    let body: String = EC.lines().filter(|line| !line.starts_with('-')).collect();
    let lost = ["pem-newlines-lost"];
    let label = ["pem-label-wrong"];
    same_key(EC, &EC.replace('\n', "\\n"), "pem", &lost);
    same_key(EC, &EC.replace('\n', "\\\\n"), "pem", &lost);
    same_key(EC, &EC.replace('\n', " "), "pem", &lost);
    same_key(EC, &EC.replace('\n', ""), "pem", &lost);
    same_key(EC, &EC.replace('\n', "\n    "), "pem", &lost);
    same_key(EC, &format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----"), "pem", &lost);
    same_key(EC, &EC.replace('\n', "\r\n"), "pem", &[]);
    same_key(EC, &EC.replace("PUBLIC KEY", "RSA PUBLIC KEY"), "pem", &label);
    same_key(EC, &EC.replace("PUBLIC KEY", "EC PUBLIC KEY"), "pem", &label);
    same_key(EC, &EC.replace("PUBLIC KEY", "CERTIFICATE"), "pem", &label);
    same_key(EC, &EC.replace("-----", "----"), "pem", &label);
    same_key(EC, &EC.replace("-----", "—"), "pem", &label);
    same_key(EC, &EC.replace("KEY-----", "KEY"), "pem", &label);
    same_key(EC, &EC.replace("BEGIN PUBLIC KEY", "begin public key"), "pem", &label);
    same_key(EC, &EC.replace('\n', "<br>\n"), "pem", &lost);
    same_key(EC, &EC.replace('+', "&#43;"), "pem", &lost);
    same_key(EC, &EC.replace('+', " "), "pem", &lost);
    same_key(EC, &EC.replace('\n', "\n> "), "pem", &lost);
    same_key(EC, &EC.replace('\n', "\n\u{200b}"), "pem", &lost);
    same_key(EC, &EC.replace('\n', "  \n"), "pem", &[]);
    same_key(EC, &EC.replace("-----", ""), "pem", &label);
    let program: Vec<String> = EC.lines().map(|line| format!("\"{line}\\n\"")).collect();
    same_key(EC, &program.join(" +\n"), "pem", &["pem-newlines-lost", "pem-quoted"]);
    same_key(EC, &format!("\"{EC}\""), "pem", &["pem-quoted"]);
    same_key(EC, &format!("JWT_PUBLIC_KEY='{}'", EC.trim_end()), "pem", &["pem-quoted"]);
    same_key(EC, &format!("\"{}\"", EC.replace('\n', "\\n")), "pem", &["pem-newlines-lost", "pem-quoted"]);
    same_key(EC, &body, "der", &["der-key", "pem-armour-missing"]);
    let lines: Vec<&str> = EC.lines().filter(|line| !line.starts_with('-')).collect();
    same_key(EC, &lines.join("\n"), "pem", &["pem-armour-missing"]);
    same_key(EC, &(lines.join("\n") + "\n-----END PUBLIC KEY-----"), "pem", &["pem-armour-missing"]);
    same_key(EC, EC.split("-----END").next().unwrap(), "pem", &["pem-truncated"]);
    same_key(EC, &format!("Bag Attributes\n    localKeyID: 54\n{EC}"), "pem", &[]);
}

#[test]
fn a_cut_pem_is_no_key_and_no_secret() {
    no_key(&EC[..100], &["pem-truncated"]);
    let lines: Vec<&str> = EC.lines().collect();
    no_key(&[lines[0], lines[1], lines[3]].join("\n"), &["pem-truncated"]);
    no_key(&[lines[0], lines[2], lines[3]].join("\n"), &["pem-truncated"]);
    no_key("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", &["pem-truncated"]);
    no_key(&RSA.lines().skip(1).take(3).collect::<String>(), &["pem-armour-missing", "pem-truncated"]);
}

fn rsa_body() -> String {
    RSA.lines().filter(|line| !line.starts_with('-')).collect()
}

#[test]
fn what_is_encoded_once_more_is_read() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    same_key(EC, &STANDARD.encode(EC), "pem", &["key-base64-twice"]);
    same_key(EC, &STANDARD.encode(EC_JWK), "jwk", &["key-base64-twice"]);
    same_key(EC, &STANDARD.encode(STANDARD.encode(EC)), "pem", &["key-base64-twice", "key-base64-twice"]);
    let body: String = EC.lines().filter(|line| !line.starts_with('-')).collect();
    let bytes = STANDARD.decode(body).unwrap();
    let hex = bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02X}"));
    same_key(EC, &hex, "der", &["der-key"]);
    let latin_1: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    same_key(EC, &latin_1, "der", &["der-key"]);
    no_key(&String::from_utf8_lossy(&STANDARD.decode(rsa_body()).unwrap()), &["der-key"]);
    let percent = EC.replace('+', "%2B").replace('/', "%2F").replace(' ', "%20").replace('\n', "%0A");
    same_key(EC, &percent, "pem", &["pem-newlines-lost"]);
    same_key(EC, &percent.replace("%20", "+"), "pem", &["pem-newlines-lost"]);
    same_key(EC, &EC.replace(' ', "%20").replace('\n', "%0a"), "pem", &["pem-newlines-lost"]);
}

#[test]
fn secrets_are_taken_octet_by_octet_and_only_where_nothing_else_is_recognised() {
    for text in [
        "secret",
        "secret\n",
        " \"secret\" ",
        "c2VjcmV0",
        "{secret}",
        "[secret",
        "\"secret\"",
        "a/b/c",
        "/abc",
        "key:123",
        "MIIB",
        "A-f78MOhvl_6a40QwfnipHefPshbai1B_pC32Dpc-_8",
        "03e7fbf0c3a1be5ffa6b8d10c1f9e2a4779f3ec85b6a2d41fe90b7d83a5cfbff",
        "-----",
        "BEGIN",
        "the BEGIN of something",
        "not found in translation?",
        "12345",
        "true story",
    ] {
        let ring = read(text);
        assert_eq!(ring.keys.len(), 1, "{text}: {:?}", ring.findings);
        assert_eq!(ring.keys[0].secret(), Some(text.as_bytes()), "{text}");
    }
}

#[test]
fn no_cut_of_a_key_text_stops_the_reader() {
    for text in [
        EC,
        RSA,
        EC_JWK,
        key_file!("ec-pkcs8.pem"),
        key_file!("ec-certificate.pem"),
        key_file!("rsa-openssh.pub"),
    ] {
        for end in 0..text.len() {
            let ring = read(&text[..end]);
            assert!(end == 0 || !ring.keys.is_empty() || !ring.findings.is_empty(), "{end}");
            let ring = read(&text[end..]);
            assert!(
                !ring.keys.is_empty() || ring.findings.iter().all(|finding| finding.cause != Cause::NoKey)
            );
        }
    }
}
