//! Good tokens, and the faults that are put on them.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE},
};
use jwt_why::{
    diagnosis::Input,
    policy::Policy,
    sign::{self, Order},
    verify,
};
use serde_json::{Map, Value, json};

use crate::random::Random;

/// The time at which every token is judged, in seconds since 1970-01-01T00:00:00Z.
pub const NOW: i64 = 1_750_000_000;
const ALGORITHMS: [&str; 9] =
    ["HS256", "HS384", "HS512", "HS256", "RS256", "PS256", "ES256", "ES256K", "EdDSA"];
const RSA: [&str; 2] =
    [include_str!("../data/keys/own-rsa-0.pem"), include_str!("../data/keys/own-rsa-1.pem")];

/// A token in the making, and what its verifier has.
pub struct Making {
    /// The algorithm that the header names.
    pub alg: &'static str,
    signed_with: &'static str,
    header: Map<String, Value>,
    claims: Map<String, Value>,
    /// The key that signs.
    key: String,
    /// What is done to the secret on its way to the verifier, the last thing done first undone.
    spoilt: Vec<fn(&str) -> String>,
    /// The members that the key has in a set with another key; none: it is alone.
    in_a_set: Option<Value>,
    policy: Policy,
    now: i64,
    text: Vec<fn(&str) -> String>,
}

/// What a fault of the signature is about; the search for what explains a signature is two changes deep.
pub const SIGNATURE: [&str; 5] = ["form", "around", "alg", "kid", "signature"];

/// Something that goes wrong.
pub struct Fault {
    /// Its name, for a message.
    pub name: &'static str,
    /// What can't go wrong twice.
    pub about: &'static str,
    fits: fn(&Making) -> bool,
    make: fn(&mut Making, &mut Random),
}

const fn fault(
    name: &'static str,
    about: &'static str,
    fits: fn(&Making) -> bool,
    make: fn(&mut Making, &mut Random),
) -> Fault {
    Fault { name, about, fits, make }
}

fn is_hmac(making: &Making) -> bool {
    making.alg.starts_with("HS")
}

const fn always(_: &Making) -> bool {
    true
}

/// Every fault; those of the secret build on one another.
pub const FAULTS: &[Fault] = &[
    fault("base64 not decoded", "form", is_hmac, |making, _| {
        making.spoilt.push(|secret| STANDARD.encode(secret));
    }),
    fault("base64url not decoded", "form", is_hmac, |making, _| {
        making.spoilt.push(|secret| URL_SAFE.encode(secret));
    }),
    fault("hex not decoded", "form", is_hmac, |making, _| {
        making.spoilt.push(|secret| hex(secret.as_bytes()));
    }),
    fault("percent-encoded", "form", is_hmac, |making, _| {
        making
            .spoilt
            .push(|secret| secret.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat());
    }),
    fault("a line end", "around", is_hmac, |making, _| making.spoilt.push(|secret| format!("{secret}\n"))),
    fault("quotes", "around", is_hmac, |making, _| making.spoilt.push(|secret| format!("\"{secret}\""))),
    fault("a prefix", "around", is_hmac, |making, _| {
        making.spoilt.push(|secret| format!("base64:{}", STANDARD.encode(secret)));
    }),
    fault(
        "another hash",
        "alg",
        |making| matches!(making.alg, "HS256" | "RS256" | "PS256"),
        |making, _| {
            making.signed_with = match making.alg {
                "HS256" => "HS512",
                "RS256" => "RS384",
                _ => "PS512",
            };
        },
    ),
    fault(
        "kid of another key",
        "kid",
        |making| !is_hmac(making),
        |making, _| {
            making.header.insert("kid".to_owned(), json!("other"));
            making.in_a_set.get_or_insert_with(|| json!({}))["kid"] = json!("own");
        },
    ),
    fault(
        "a key for encryption",
        "use",
        |making| !is_hmac(making),
        |making, _| {
            making.in_a_set.get_or_insert_with(|| json!({}))["use"] = json!("enc");
        },
    ),
    fault("the list lacks the algorithm", "list", always, |making, _| {
        making.policy.algorithms = Some(vec!["ES384".to_owned()]);
    }),
    fault("padding", "text", always, |making, _| making.text.push(|token| padded(token, "="))),
    fault("the signature in hexadecimal digits", "signature", always, |making, _| {
        making.text.push(|token| with_signature(token, |octets| hex(octets).into_bytes()));
    }),
    fault("seconds late", "exp", always, |making, random| {
        making.claims.insert("exp".to_owned(), json!(NOW - random.seconds(0, 290)));
    }),
    fault("expired", "exp", always, |making, random| {
        let late = random.seconds(100_000, 9_000_000);
        making.claims.insert("exp".to_owned(), json!(NOW - late));
        making.claims.insert("iat".to_owned(), json!(NOW - late - 3_600));
    }),
    fault("exp is a duration", "exp", always, |making, random| {
        making.claims.insert("exp".to_owned(), json!(random.seconds(100, 3_000)));
    }),
    fault("exp as text", "exp", always, |making, _| {
        making.claims.insert("exp".to_owned(), json!((NOW + 600).to_string()));
    }),
    fault("not yet valid", "exp", always, |making, random| {
        making.claims.insert("nbf".to_owned(), json!(NOW + random.seconds(1, 9_000)));
        making.claims.insert("exp".to_owned(), json!(NOW + 20_000));
    }),
    fault("nbf in milliseconds", "nbf", always, |making, _| {
        making.claims.insert("nbf".to_owned(), json!((NOW - 9_100_000) * 1_000));
    }),
    fault("another audience", "aud", always, |making, random| {
        let audience = random.one_of(&["https://api.example/", "billing", "API"]);
        making.claims.insert("aud".to_owned(), json!(audience));
        making.policy.audience = vec!["api".to_owned()];
    }),
    fault("issuer with a slash", "iss", always, |making, _| {
        making.policy.issuer = vec!["https://issuer.example/".to_owned()];
    }),
    fault("another issuer", "iss", always, |making, _| {
        making.policy.issuer = vec!["https://login.elsewhere.example".to_owned()];
    }),
    fault("another subject", "sub", always, |making, _| making.policy.subject = Some("user-2".to_owned())),
    fault("another nonce", "nonce", always, |making, _| making.policy.nonce = Some("n-1".to_owned())),
    fault("no scope", "required", always, |making, _| making.policy.required = vec!["scope".to_owned()]),
    fault("another role", "role", always, |making, _| {
        making.policy.claims.insert("role".to_owned(), vec!["\"admin\"".to_owned()]);
    }),
    fault("too old", "age", always, |making, _| making.policy.max_age = Some(10)),
];

impl Making {
    /// A token that its verifier accepts.
    pub fn good(random: &mut Random) -> Self {
        let alg = random.one_of(&ALGORITHMS);
        let length = 64 + random.below(9);
        let key = if alg.starts_with("HS") { random.secret(length) } else { private_key(alg, 0, random) };
        let claims = json!({
            "iss": "https://issuer.example", "sub": "user-1", "aud": "api", "role": "reader", "nonce": "n-0",
            "jti": random.secret(12), "iat": NOW - random.seconds(20, 60), "exp": NOW + random.seconds(600, 3_600),
        });
        let mut header = Map::new();
        header.insert("alg".to_owned(), json!(alg));
        header.insert("typ".to_owned(), json!("JWT"));
        Self {
            alg,
            signed_with: alg,
            header,
            claims: claims.as_object().cloned().unwrap_or_default(),
            key,
            spoilt: Vec::new(),
            in_a_set: None,
            policy: Policy::default(),
            now: NOW,
            text: Vec::new(),
        }
    }

    /// Puts a fault on it, unless it can't have it; whether it has.
    pub fn spoil(&mut self, fault: &Fault, random: &mut Random) -> bool {
        let fits = (fault.fits)(self);
        if fits {
            (fault.make)(self, random);
        }
        fits
    }

    /// What is pasted, and what the verifier has.
    pub fn input(&self, random: &mut Random) -> Input {
        let order = Order {
            header: Value::from(self.header.clone()).to_string(),
            payload: Value::from(self.claims.clone()).to_string(),
            algorithm: self.signed_with.to_owned(),
            key: self.key.clone(),
            ..Order::default()
        };
        let made = sign::sign(&order, &random.octets(64)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let keys = match (&made.public, &self.in_a_set) {
            (None, _) => self.spoilt.iter().fold(self.key.clone(), |secret, spoil| spoil(&secret)),
            (Some(public), None) => public.clone(),
            (Some(public), Some(members)) => set(public, members, self.alg, random),
        };
        Input {
            text: self.text.iter().fold(made.token, |token, change| change(&token)),
            keys: vec![keys],
            policy: self.policy.clone(),
            now: self.now,
            ..Input::default()
        }
    }
}

fn private_key(alg: &str, which: usize, random: &mut Random) -> String {
    let algorithm = verify::by_name(alg).unwrap_or_else(|| panic!("{alg} is in the table"));
    let Some(needed) = sign::octets_needed(algorithm) else { return RSA[which].to_owned() };
    let generated = sign::generate(algorithm, &random.octets(needed));
    generated.ok().flatten().unwrap_or_else(|| panic!("{alg}: octets that make no key")).private
}

/// The public key with these members beside another one.
fn set(public: &str, members: &Value, alg: &str, random: &mut Random) -> String {
    let own: Value = serde_json::from_str(public).unwrap_or_default();
    let other = jwt_why::keys::read(&[private_key(alg, 1, random)]);
    let other = other.keys.first().and_then(sign::public_jwk).unwrap_or_default();
    let mut keys = [serde_json::from_str(&other).unwrap_or_default(), own];
    keys[0]["kid"] = json!("other");
    for (name, value) in members.as_object().into_iter().flatten() {
        keys[1][name] = value.clone();
    }
    json!({ "keys": keys }).to_string()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().concat()
}

fn padded(token: &str, with: &str) -> String {
    let padded = |segment: &str| format!("{segment}{}", with.repeat((4 - segment.len() % 4) % 4));
    token.split('.').map(padded).collect::<Vec<_>>().join(".")
}

fn with_signature(token: &str, change: fn(&[u8]) -> Vec<u8>) -> String {
    let (input, signature) = token.rsplit_once('.').unwrap_or_default();
    let octets = jwt_why::jose::base64url::decode(signature).bytes;
    format!("{input}.{}", jwt_why::jose::base64url::encode(&change(&octets)))
}
