//! What happens to a secret between the issuer and the verifier, each the one way round and the other.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};
use jwt_why::{
    cause::{Cause, Class},
    diagnosis::report::{ProofKind, Verdict},
    policy::Policy,
};

use crate::{CLAIMS, HEADER, diagnose, hex, proved, signed_with};

/// A secret with characters that each encoding treats in its own way.
const SECRET: &str = "k3y-With~Every.Kind/of+character=and:more>than?thirty-two";

/// Asserts what is proved first when the verifier has the text of the first column and the issuer has the octets of the
/// second.
#[track_caller]
fn check_secrets(cause: &str, rows: &[(&str, &[u8])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(given, used)| {
            let token = diagnose(signed_with(used, HEADER, CLAIMS), given, Policy::default());
            assert_eq!(token.verdict, Verdict::Rejected, "{given:?}");
            let proved = proved(&token);
            (proved != cause)
                .then(|| format!("{given:?} for {:?}: {proved:?}", String::from_utf8_lossy(used)))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}, not {cause}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

const OCTETS: &[u8] = &[
    0xfb, 0xef, 0xbe, 0, 1, 2, 3, 0x7f, 0x80, 0xff, 0xfe, 0x3e, 0x3f, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
];

#[test]
fn encodings_that_were_not_decoded() {
    let all = [
        STANDARD.encode(OCTETS),
        STANDARD_NO_PAD.encode(OCTETS),
        URL_SAFE.encode(OCTETS),
        URL_SAFE_NO_PAD.encode(OCTETS),
    ];
    let twice = all.each_ref().map(|text| STANDARD.encode(text));
    for text in all.iter().chain(&twice) {
        check_secrets("secret-base64-decoded", &[(text, OCTETS)]);
    }
    let digits = hex(OCTETS);
    let colons = OCTETS.iter().map(|octet| format!("{octet:02X}")).collect::<Vec<_>>().join(":");
    for text in [&digits, &digits.to_uppercase(), &format!("0x{digits}"), &colons] {
        check_secrets("secret-hex-decoded", &[(text, OCTETS)]);
    }
}

#[test]
fn encodings_that_were_decoded_too_early() {
    let given = SECRET.as_bytes();
    let spelled = [
        STANDARD.encode(given),
        STANDARD_NO_PAD.encode(given),
        URL_SAFE.encode(given),
        URL_SAFE_NO_PAD.encode(given),
    ];
    for used in spelled.iter().cloned().chain(spelled.iter().map(|text| STANDARD.encode(text))) {
        check_secrets("secret-base64-text", &[(SECRET, used.as_bytes())]);
    }
    for used in [hex(given), hex(given).to_uppercase()] {
        check_secrets("secret-hex-text", &[(SECRET, used.as_bytes())]);
    }
}

#[test]
fn percent_encoding_on_either_side() {
    check_secrets(
        "secret-url-encoded",
        &[
            ("one%2Ftwo%2Bthree%3Dfour%20five", b"one/two+three=four five"),
            ("one%2ftwo+three", b"one/two three"),
            ("one/two+three=four", b"one%2Ftwo%2Bthree%3Dfour"),
            ("one two/three", b"one+two%2Fthree"),
            ("one/two", b"one%2ftwo"),
        ],
    );
}

#[test]
fn white_space_on_either_side() {
    check_secrets(
        "secret-whitespace",
        &[
            ("key of thirty-two characters or so\n", b"key of thirty-two characters or so"),
            ("key-of-thirty-two-characters-or-so\r\n", b"key-of-thirty-two-characters-or-so"),
            (" key-of-thirty-two-characters-or-so", b"key-of-thirty-two-characters-or-so"),
            ("\tkey-of-thirty-two-characters-or-so  ", b"key-of-thirty-two-characters-or-so"),
            ("key-of-thirty-two-characters-or-so\n\n", b"key-of-thirty-two-characters-or-so\n"),
            ("key-of-thirty\n-two-characters-or-so", b"key-of-thirty-two-characters-or-so"),
            ("key-of-thirty-two-characters-or-so\u{200b}", b"key-of-thirty-two-characters-or-so"),
            ("key-of-thirty-two-characters-or-so", b"key-of-thirty-two-characters-or-so\n"),
            ("key-of-thirty-two-characters-or-so", b"key-of-thirty-two-characters-or-so\r\n"),
            ("key-of-thirty-two-characters-or-so", b"key-of-thirty-two-characters-or-so "),
            ("key-of-thirty-two-characters-or-so", b" key-of-thirty-two-characters-or-so"),
            ("key-of\nthirty-two", b"key-of\r\nthirty-two"),
            ("key-of\r\nthirty-two", b"key-of\nthirty-two"),
        ],
    );
}

#[test]
fn quotation_marks_on_either_side() {
    check_secrets(
        "secret-quoted",
        &[
            ("\"a-secret-of-many-characters\"", b"a-secret-of-many-characters"),
            ("'a-secret-of-many-characters'", b"a-secret-of-many-characters"),
            ("`a-secret-of-many-characters`", b"a-secret-of-many-characters"),
            ("\u{201c}a-secret-of-many-characters\u{201d}", b"a-secret-of-many-characters"),
            ("\"a-secret-of-many-characters", b"a-secret-of-many-characters"),
            ("b'a-secret-of-many-characters'", b"a-secret-of-many-characters"),
            ("a-secret-of-many-characters", b"\"a-secret-of-many-characters\""),
            ("a-secret-of-many-characters", b"'a-secret-of-many-characters'"),
        ],
    );
}

#[test]
fn what_shells_and_compose_files_change() {
    check_secrets(
        "secret-shell-expanded",
        &[
            (r"a-secret\nof-two-lines", b"a-secret\nof-two-lines"),
            ("a-secret\nof-two-lines", br"a-secret\nof-two-lines"),
            ("a-secret-with-$$-in-it", b"a-secret-with-$-in-it"),
            ("a-secret-with-$-in-it", b"a-secret-with-$$-in-it"),
            ("a-secret-with-$name-in-it", b"a-secret-with--in-it"),
            ("a-secret-with-${name}-in-it", b"a-secret-with--in-it"),
            (r"a-secret-with\-one", b"a-secret-with-one"),
            (r"a-secret-with\\two", br"a-secret-with\two"),
            (r"a-secret-with\one", br"a-secret-with\\one"),
            (r"a-secret-with\$one", b"a-secret-with$one"),
            ("a-secret-with-$one", br"a-secret-with-\$one"),
            ("a-secret #with a comment", b"a-secret"),
            ("a-secret%%with-percents", b"a-secret%with-percents"),
        ],
    );
}

#[test]
fn character_sets_on_either_side() {
    let wide =
        |text: &str, octets: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(octets).collect::<Vec<_>>();
    let text = "a-secret-of-many-characters";
    check_secrets(
        "secret-charset",
        &[
            ("a-s\u{e9}cret-of-m\u{fc}ny", b"a-s\xe9cret-of-m\xfcny"),
            ("a-secret-of-\u{20ac}", b"a-secret-of-\x80"),
            ("a-secret-of-\u{c3}\u{a9}", "a-secret-of-\u{e9}".as_bytes()),
            ("a-secret-of-\u{e9}", "a-secret-of-\u{c3}\u{a9}".as_bytes()),
            ("a-secret-of-\u{e9}", b"a-secret-of-?"),
            (text, &wide(text, u16::to_le_bytes)),
            (text, &wide(text, u16::to_be_bytes)),
            (text, &wide(&format!("\u{feff}{text}"), u16::to_le_bytes)),
            (text, &wide(&format!("\u{feff}{text}"), u16::to_be_bytes)),
            (text, "\u{feff}a-secret-of-many-characters".as_bytes()),
            ("\u{feff}a-secret-of-many-characters", text.as_bytes()),
        ],
    );
}

#[test]
fn prefixes_on_either_side() {
    let base64 = STANDARD.encode(OCTETS);
    for given in [
        format!("base64:{base64}"),
        format!("BASE64:{base64}"),
        format!("base64:{}", URL_SAFE_NO_PAD.encode(OCTETS)),
        format!("hex:{}", hex(OCTETS)),
        format!("SIGNING_KEY={base64}"),
    ] {
        check_secrets("secret-prefix", &[(&given, OCTETS)]);
    }
    check_secrets(
        "secret-prefix",
        &[
            ("JWT_SECRET=a-secret-of-many-characters", b"a-secret-of-many-characters"),
            ("export JWT_SECRET=a-secret-of-many-characters", b"a-secret-of-many-characters"),
            ("export JWT_SECRET=\"a-secret-of-many-characters\"", b"a-secret-of-many-characters"),
            ("JWT_SECRET='a-secret-of-many-characters'", b"a-secret-of-many-characters"),
            ("JWT_SECRET: a-secret-of-many-characters", b"a-secret-of-many-characters"),
            ("jwt.secret: \"a-secret-of-many-characters\"", b"a-secret-of-many-characters"),
            ("secret: a-secret-of-many-characters", b"a-secret-of-many-characters"),
            ("base64:YS1zZWNyZXQtb2YtbWFueS1jaGFyYWN0ZXJz", b"YS1zZWNyZXQtb2YtbWFueS1jaGFyYWN0ZXJz"),
            ("YS1zZWNyZXQtb2YtbWFueS1jaGFyYWN0ZXJz", b"base64:YS1zZWNyZXQtb2YtbWFueS1jaGFyYWN0ZXJz"),
            ("{noop}a-secret-of-many-characters", b"a-secret-of-many-characters"),
        ],
    );
}

#[test]
fn no_secret_at_all_and_a_published_one_are_attacks() {
    check_secrets("secret-empty", &[("a-secret-of-many-characters", b"")]);
    check_secrets(
        "secret-well-known",
        &[
            ("a-secret-of-many-characters", b"your-256-bit-secret"),
            ("another-secret-of-characters", b"secret"),
        ],
    );
}

#[test]
fn a_variable_that_was_not_set_is_a_mistake_of_the_issuer() {
    for used in ["undefined", "nil", "[object Object]", "JWT_SECRET", "${JWT_SECRET}", "process.env.JWT_KEY"]
    {
        for given in ["a-secret-of-many-characters", ""] {
            let token = diagnose(signed_with(used.as_bytes(), HEADER, CLAIMS), given, Policy::default());
            let [proof] = &*token.proved else { panic!("{used}: {:?}", token.proved) };
            // Nothing is accepted by it: the right secret is not known.
            assert_eq!((proof.kind, proof.class), (ProofKind::Observed, Class::Repair), "{used}");
            assert_eq!(proof.changes[0].cause, Cause::SecretPlaceholder, "{used}");
        }
    }
}

#[test]
fn a_jwks_k_that_is_text() {
    for k in ["a-secret-of-many-characters", "a secret of many characters, with signs!"] {
        check_secrets("jwk-k-not-encoded", &[(&format!(r#"{{"kty":"oct","k":"{k}"}}"#), k.as_bytes())]);
    }
}
