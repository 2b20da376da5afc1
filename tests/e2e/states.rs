//! The states in which somebody can see the page, for what looks at all of them.

use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverResult};

use crate::Page;

/// HS256 under [`SECRET`]; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// The token of RFC 7515 appendix F.
const DETACHED: &str =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9..dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A log as somebody copies it.
const LOG: &str = include_str!("../data/seeds/mettleci-invalid-signature.txt");

const CASES: &str = include_str!("../data/own-cases.jsonl");

/// Drops a log with tokens of two replicas, some of them expired before they were seen for the last time.
const MANY: &str = "
    const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const bytes = (text) => new TextEncoder().encode(text);
    const sign = async (secret, claims) => {
        const algorithm = { name: 'HMAC', hash: 'SHA-256' };
        const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
        const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => encoded(bytes(JSON.stringify(part))));
        return `${parts.join('.')}.${encoded(await crypto.subtle.sign('HMAC', key, bytes(parts.join('.'))))}`;
    };
    const start = 1767322800;
    const lines = [];
    for (let number = 0; number < 240; number += 1) {
        const secret = number % 11 === 0 ? 'the other replica made a secret of its own' : secret_of_these_pictures;
        const exp = start + number * 3 + (number % 5 === 0 ? 20 : 3600);
        const token = await sign(secret, { iss: 'https://issuer.example', sub: `user-${number}`, exp });
        for (let seen = 0; seen < 1 + number % 3; seen += 1) {
            const time = new Date((start + number * 3 + seen * 15) * 1000).toISOString();
            lines.push([time, `${time} WARN  o.e.TokenFilter - 401 for GET /orders/${number}: Bearer ${token}`]);
        }
    }
    lines.sort();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.map(([, line]) => line).join('\\n')], 'gateway-2026-01-02.log'));
    document.querySelector('main').dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub enum State {
    /// Nothing yet.
    Empty,
    /// A sample.
    Sample(&'static str),
    /// The sample of a secret read wrongly, at a time when its token had expired, too.
    TwoFaults,
    /// A token that is accepted.
    Accepted,
    /// A token with blanks, quotation marks and a scheme around and in it.
    Damaged,
    /// A log, judged at its own time.
    Log,
    /// A text without a token.
    NoToken,
    /// A prepared case.
    Case(&'static str),
    /// A token without its payload, and the box for it.
    Detached,
    /// A key of a link that was refused.
    LinkRefused,
    /// A report that came by a link, and can't be read.
    SharedUnreadable,
    /// The report for a ticket, open.
    Report,
    /// The list of shortcuts.
    Shortcuts,
    /// The worker died.
    Died,
    /// A log with many tokens.
    Many,
    /// Two of its tokens beside each other.
    Compared,
    /// A token that was made with a new key. It is the last one, because it is a view of its own.
    Made,
}

/// All of them, by name.
pub const ALL: [(&str, State); 23] = [
    ("empty", State::Empty),
    ("undecided", State::Sample("restarted-service")),
    ("repair", State::Sample("base64-secret")),
    ("rotated", State::Sample("rotated-set")),
    ("clock-skew", State::Sample("clock-skew")),
    ("attack", State::Sample("algorithm-confusion")),
    ("two-faults", State::TwoFaults),
    ("accepted", State::Accepted),
    ("damaged", State::Damaged),
    ("log", State::Log),
    ("no-token", State::NoToken),
    ("jwe", State::Case("found/jwe-decrypt-failed/1")),
    ("nested", State::Case("found/nested-jwt/1")),
    ("sd-jwt", State::Case("found/sd-jwt-disclosure-unmatched/1")),
    ("detached", State::Detached),
    ("link-refused", State::LinkRefused),
    ("shared-unreadable", State::SharedUnreadable),
    ("report", State::Report),
    ("shortcuts", State::Shortcuts),
    ("worker-died", State::Died),
    ("many", State::Many),
    ("compared", State::Compared),
    ("made", State::Made),
];

/// Keeps the workers that the page starts where [`State::Died`] finds them; it runs before the page.
pub const KEEP_WORKERS: &str = "
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
        constructor(...parameters) { super(...parameters); workers.push(this); }
    };";

impl State {
    /// Brings the page into this state, whatever it showed before.
    pub async fn show(self, page: &Page) -> WebDriverResult<()> {
        page.run("document.querySelector('dialog[open]')?.close()").await?;
        page.run("document.querySelector('[data-clear]:enabled')?.click()").await?;
        page.shows("[data-sample]").await?;
        match self {
            Self::Empty => {}
            Self::Sample(sample) => page.click(&format!("[data-sample={sample}]")).await?,
            Self::TwoFaults => {
                page.click("[data-sample=base64-secret]").await?;
                page.is_diagnosed().await?;
                page.fill("#clock", "2026-01-01T09:00:00Z").await?;
                page.shows("[data-proof] [data-cause=expired]").await?;
            }
            Self::Accepted => give(page, TOKEN, SECRET).await?,
            Self::Damaged => {
                page.paste(&format!("\"Bearer {}\u{200b} {}\"", &TOKEN[..60], &TOKEN[60..])).await?;
            }
            Self::Log => {
                page.paste(LOG).await?;
                page.click("[data-log-time]").await?;
            }
            Self::NoToken => page.paste("jwt malformed").await?,
            Self::Case(id) => {
                let case = case(id)?;
                give(
                    page,
                    case["text"].as_str().unwrap_or_default(),
                    case["keys"].as_str().unwrap_or_default(),
                )
                .await?;
                page.fill("#clock", &case["now"].to_string()).await?;
            }
            Self::Detached => {
                page.paste(DETACHED).await?;
                page.shows("#detached").await?;
                page.fill("#detached", "{\"iss\":\"joe\"}").await?;
            }
            Self::LinkRefused => {
                page.run(&format!("location.hash = 'token={TOKEN}&key={SECRET}'")).await?;
                page.shows("[data-link=refused]").await?;
            }
            Self::SharedUnreadable => {
                page.run("location.hash = 'report=eyJ'").await?;
                page.shows("[data-shared]").await?;
            }
            Self::Report => {
                page.click("[data-sample=base64-secret]").await?;
                page.is_diagnosed().await?;
                page.click(".ticket summary").await?;
                page.shows(".log-line").await?;
            }
            Self::Shortcuts => {
                page.click("[data-help]").await?;
                page.shows("#shortcuts[open]").await?;
            }
            Self::Died => {
                page.paste(TOKEN).await?;
                page.is_diagnosed().await?;
                page.run("workers.at(-1).postMessage({ kind: 'nonsense' })").await?;
                page.shows("[data-worker-died]").await?;
            }
            Self::Many => many(page).await?,
            Self::Compared => {
                many(page).await?;
                page.click("[data-row]:nth-child(1) input").await?;
                page.click("[data-row]:nth-child(2) input").await?;
                page.shows("[data-compared]").await?;
            }
            Self::Made => {
                page.click("[data-to=make]").await?;
                page.click("#make-algorithm option[value=ES256]").await?;
                page.click("[data-time=exp]").await?;
                page.click("[data-generate]").await?;
                page.shows("[aria-labelledby=public-title]").await?;
                page.click("#make-sign").await?;
                page.shows("[data-made=made]").await?;
            }
        }
        page.is_diagnosed().await?;
        page.run("if (!document.querySelector('dialog[open]')) document.activeElement.blur(); scrollTo(0, 0)")
            .await
    }
}

/// The table of a dropped log.
async fn many(page: &Page) -> WebDriverResult<()> {
    page.fill("#keys", SECRET).await?;
    let drop = MANY.replace("secret_of_these_pictures", &format!("{SECRET:?}"));
    page.run(&format!("return (async () => {{ {drop} }})()")).await?;
    page.shows("[data-census=done] [data-row]").await
}

async fn give(page: &Page, text: &str, key: &str) -> WebDriverResult<()> {
    page.paste(text).await?;
    page.fill("#keys", key).await
}

fn case(id: &str) -> WebDriverResult<Value> {
    let rows = CASES.lines().filter_map(|row| serde_json::from_str::<Value>(row).ok());
    let mut named = rows.filter(|row| row["id"] == id);
    named.next().ok_or_else(|| WebDriverError::FatalError(format!("no case {id}")))
}
