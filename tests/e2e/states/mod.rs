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
            if (number % 5 === 0) lines.push([time, `${time} ERROR o.e.TokenFilter - TokenExpiredError: jwt expired`]);
            lines.push([time, `${time} WARN  o.e.TokenFilter - 401 for GET /orders/${number}: Bearer ${token}`]);
        }
    }
    lines.sort();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.map(([, line]) => line).join('\\n')], 'gateway-2026-01-02.log'));
    document.querySelector('main').dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";

/// A report as a link carries it.
const SHARED: &str = r#"{"f":1,"v":"rejected","d":"ok","s":"mismatch","c":"ok","n":1767200000,"e":["signature-mismatch"],
    "p":[{"k":"accepted","c":"repair","x":[["secret-base64-decoded","secret-base64-decoded"]]}],
    "r":["secret-hex-decoded","secret-whitespace"],"t":[["iss","https://login.example.com/"]]}"#;

/// Leads back to the first view, and closes what is open above it.
const CLOSE: &str = "
    document.querySelector('dialog[open]')?.close();
    document.querySelector(':popover-open')?.hidePopover();
    if (document.documentElement.dataset.view !== 'diagnose') location.hash = '#/';";

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
    /// A report that came by a link.
    Shared,
    /// The report for a ticket, open.
    Report,
    /// The fix for a library that was chosen.
    Fix,
    /// The list of shortcuts.
    Shortcuts,
    /// What leaves the page.
    Privacy,
    /// The worker died.
    Died,
    /// A log with many tokens.
    Many,
    /// Two of its tokens beside each other.
    Compared,
    /// All entries of the knowledge base.
    Library,
    /// One entry, alone.
    Entry,
    /// A token that was made with a new key.
    Made,
}

/// All of them, by name.
pub const ALL: [(&str, State); 28] = [
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
    ("shared", State::Shared),
    ("report", State::Report),
    ("fix", State::Fix),
    ("shortcuts", State::Shortcuts),
    ("privacy", State::Privacy),
    ("worker-died", State::Died),
    ("many", State::Many),
    ("compared", State::Compared),
    ("library", State::Library),
    ("entry", State::Entry),
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
        page.run(CLOSE).await?;
        page.run("document.querySelector('[data-clear]:enabled')?.click()").await?;
        page.shows("[data-sample]").await?;
        self.enter(page).await?;
        page.is_diagnosed().await?;
        // What comes in beside it has come.
        page.until("everything is drawn", async || {
            Ok(page.count(".side:not([hidden]) .entries[aria-busy=true]").await? == 0)
        })
        .await?;
        page.run(
            "if (!document.querySelector('dialog[open]')) document.activeElement.blur(); scrollTo(0, 0)",
        )
        .await?;
        if matches!(self, Self::Report) {
            page.run("document.querySelector('.ticket').scrollIntoView({ block: 'nearest' })").await?;
        }
        Ok(())
    }

    /// What a person does on an empty page to see it.
    async fn enter(self, page: &Page) -> WebDriverResult<()> {
        match self {
            Self::Empty => {}
            Self::Sample(sample) => page.click(&format!("[data-sample={sample}]")).await?,
            Self::TwoFaults => two_faults(page).await?,
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
                page.shows("[data-clock-read]").await?;
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
            Self::Shared => {
                page.run(&format!(
                    "location.hash = 'report=' + btoa(JSON.stringify({SHARED})).replace(/=+$/, '')"
                ))
                .await?;
                page.shows("[data-shared=rejected]").await?;
            }
            Self::Report => report(page).await?,
            Self::Fix => fix(page).await?,
            Self::Shortcuts => {
                page.click("[data-help]").await?;
                page.shows("#shortcuts[open]").await?;
            }
            Self::Privacy => {
                page.click("[popovertarget=privacy].leaves").await?;
                page.shows("#privacy:popover-open").await?;
            }
            Self::Died => died(page).await?,
            Self::Many => many(page).await?,
            Self::Compared => {
                many(page).await?;
                page.click("[data-row]:nth-child(1) input").await?;
                page.click("[data-row]:nth-child(2) input").await?;
                page.shows("[data-compared]").await?;
            }
            Self::Library => {
                page.run("location.hash = '#/kb'").await?;
                page.shows("[data-listed]").await?;
            }
            Self::Entry => {
                page.run("location.hash = '#/kb/time/expired'").await?;
                page.shows("[data-alone] .attempts").await?;
            }
            Self::Made => made(page).await?,
        }
        Ok(())
    }
}

/// The sample of a secret read wrongly, later.
async fn two_faults(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.fill("#clock", "2026-01-01T09:00:00Z").await?;
    page.shows("[data-proof] [data-cause=expired]").await
}

/// The report of a sample, open.
async fn report(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.click(".ticket summary").await?;
    page.shows(".log-line").await
}

/// The fix of a sample, for PyJWT.
async fn fix(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.click("#fix-library option[value=pyjwt]").await?;
    page.shows("[data-fix=pyjwt] pre").await
}

/// A worker that is told what no page tells.
async fn died(page: &Page) -> WebDriverResult<()> {
    page.paste(TOKEN).await?;
    page.is_diagnosed().await?;
    page.run("workers.at(-1).postMessage({ kind: 'nonsense' })").await?;
    page.shows("[data-worker-died]").await
}

/// A token that is made with a new key.
async fn made(page: &Page) -> WebDriverResult<()> {
    page.click("[data-to=make]").await?;
    page.click("#make-algorithm option[value=ES256]").await?;
    page.click("[data-time=exp]").await?;
    page.click("[data-generate]").await?;
    page.shows("[aria-labelledby=public-title]").await?;
    page.click("#make-sign").await?;
    page.shows("[data-made=made]").await
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
