//! A log with many signatures: the browser's own cryptography is asked about them, and believed no further than it
//! agrees with ours.

use std::fmt::Write as _;

use e2e::{Page, WebDriverResult, in_browser};
use jwt_why::{
    keys,
    sign::{self, Order},
};

/// Private keys, each for its algorithm.
const KEYS: [(&str, &str); 5] = [
    ("RS256", include_str!("../data/keys/own-rsa-0.pem")),
    ("PS256", include_str!("../data/keys/own-rsa-0.pem")),
    ("ES256", include_str!("../data/keys/own-es256-0.pem")),
    ("EdDSA", include_str!("../data/keys/own-ed25519-0.pem")),
    ("HS256", "a-string-secret-at-least-256-bits-long!"),
];

/// A key of the same kind as the first, which signs some of the tokens.
const SECOND: &str = include_str!("../data/keys/own-rsa-1.pem");

/// How many tokens there are of each algorithm.
const EACH: usize = 12;

/// Tells the page of each question to WebCrypto, in every worker that is started from now on, and runs `patch` there.
fn watched(patch: &str) -> String {
    format!(
        "globalThis.asked = 0;
        new BroadcastChannel('asked').onmessage = () => {{ globalThis.asked += 1; }};
        const Plain = Blob;
        globalThis.Blob = class extends Plain {{
            constructor(parts, options) {{
                super(typeof parts[0] === 'string' ? [`{{
                    const channel = new BroadcastChannel('asked');
                    const {{ verify }} = SubtleCrypto.prototype;
                    const honest = (...asked) => verify.apply(crypto.subtle, asked);
                    SubtleCrypto.prototype.verify = async (...asked) => {{
                        channel.postMessage(1);
                        return honest(...asked);
                    }};
                    {patch}
                }}`, ...parts] : parts, options);
            }}
        }};"
    )
}

fn token(algorithm: &str, key: &str, number: usize) -> String {
    let order = Order {
        header: format!(r#"{{"alg":"{algorithm}"}}"#),
        payload: format!(r#"{{"sub":"user-{number}","exp":4102444800}}"#),
        algorithm: algorithm.to_owned(),
        key: key.to_owned(),
        ..Order::default()
    };
    sign::sign(&order, &[7; 64]).map(|made| made.token).unwrap_or_default()
}

/// Good tokens of each algorithm; of twelve, one is signed by a key that is not the first, and one has another bit.
fn log() -> String {
    let mut log = String::new();
    for (algorithm, key) in KEYS {
        for number in 0..EACH {
            let token = match number {
                3 if algorithm == "RS256" => token(algorithm, SECOND, number),
                5 => {
                    let token = token(algorithm, key, number);
                    let (content, signature) = token.rsplit_once('.').unwrap_or_default();
                    let first = if signature.starts_with('A') { "B" } else { "A" };
                    format!("{content}.{first}{}", signature.get(1..).unwrap_or_default())
                }
                _ => token(algorithm, key, number),
            };
            let _ = writeln!(log, "2026-01-02T03:04:05Z GET /orders {token}");
        }
    }
    log
}

/// A set of the public keys and the secret.
fn key_set() -> String {
    let jwk = |key: &str| {
        let ring = keys::read(&[key.to_owned()]);
        ring.keys.first().and_then(|key| sign::public_jwk(key).or_else(|| sign::private_jwk(key)))
    };
    let jwks = [KEYS[0].1, KEYS[2].1, KEYS[3].1, KEYS[4].1, SECOND].into_iter().filter_map(jwk);
    format!(r#"{{"keys":[{}]}}"#, jwks.collect::<Vec<_>>().join(","))
}

/// What the table says of each token, and how often WebCrypto was asked.
struct Table {
    rows: String,
    asked: u64,
    disagrees: bool,
}

/// Opens the log where the workers are changed so.
fn table(patch: &str) -> Table {
    let mut table = Table { rows: String::new(), asked: 0, disagrees: false };
    let found = &mut table;
    in_browser(async |page| {
        page.before_everything(&watched(patch)).await?;
        page.open().await?;
        *found = read(page).await?;
        Ok(())
    });
    table
}

async fn read(page: &Page) -> WebDriverResult<Table> {
    page.click("[data-language=en]").await?;
    page.fill("#keys", &key_set()).await?;
    let (log, distinct) = (serde_json::to_string(&log())?, KEYS.len() * EACH);
    let dropped = format!(
        "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([{log}], 'bulk.log'));
        document.querySelector('main').dispatchEvent(
            new DragEvent('drop', {{ dataTransfer, bubbles: true, cancelable: true }}));"
    );
    page.run(&dropped).await?;
    page.shows(&format!("[data-census=done] [data-distinct='{distinct}']")).await?;
    page.until("all rows are there", async || Ok(page.count("[data-row]").await? == distinct)).await?;
    let rows = "return [...document.querySelectorAll('[data-row]')].map((row) => row.innerText).join('|')";
    Ok(Table {
        rows: page.value(rows).await?,
        asked: page.value("return String(globalThis.asked)").await?.parse().unwrap_or_default(),
        disagrees: page.count(".many [data-disagrees]").await? == 1,
    })
}

#[test]
fn a_log_is_judged_the_same_with_webcrypto_and_without() {
    let with = table("");
    let without = table("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });");
    let refusing =
        table("SubtleCrypto.prototype.importKey = async () => { throw new DOMException('', 'DataError'); };");
    // Of each algorithm but HMAC, and again of those that the first key doesn't verify.
    assert!(with.asked >= 4 * EACH as u64, "{}", with.asked);
    assert_eq!((without.asked, refusing.asked), (0, 0));
    assert!(!with.disagrees && !without.disagrees && !refusing.disagrees);
    assert_eq!(with.rows.matches("Accepted").count(), KEYS.len() * (EACH - 1), "{}", with.rows);
    assert_eq!(with.rows, without.rows);
    assert_eq!(with.rows, refusing.rows);
}

#[test]
fn a_webcrypto_that_is_wrong_is_reported_and_not_believed() {
    let honest = table("");
    for lie in ["async () => false", "async () => true"] {
        let table = table(&format!("SubtleCrypto.prototype.verify = {lie};"));
        assert!(table.disagrees, "{lie}");
        assert_eq!(table.rows, honest.rows, "{lie}");
    }
}
