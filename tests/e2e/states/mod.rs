//! The states in which somebody can see the page, for what looks at all of them.

mod acts;
pub mod given;

use thirtyfour::error::WebDriverResult;

use crate::Page;
use given::{DETACHED, LOG, SECRET, SHARED, TOKEN};

/// Leads back to the first view, and closes what is open above it.
const CLOSE: &str = "
    document.querySelector('dialog[open]')?.close();
    document.querySelector(':popover-open')?.hidePopover();
    if (document.documentElement.dataset.view !== 'diagnose') location.hash = '#/';
    new BroadcastChannel('webcrypto').postMessage(true);";

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
    /// Two tokens that were pasted beside each other.
    ComparedPasted,
    /// All entries of the knowledge base.
    Library,
    /// One entry, alone.
    Entry,
    /// A token that was made with a new key.
    Made,
    /// A browser that contradicts our own verification. It may still contradict in the state that is shown next.
    Disagrees,
}

/// All of them, by name.
pub const ALL: [(&str, State); 30] = [
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
    ("compared-pasted", State::ComparedPasted),
    ("library", State::Library),
    ("entry", State::Entry),
    ("made", State::Made),
    ("disagrees", State::Disagrees),
];

/// Makes the workers that the page starts come to hand: [`State::Died`] finds them in a list, and [`State::Disagrees`]
/// tells them whether their WebCrypto is honest. It runs before the page.
pub const KEEP_WORKERS: &str = "
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
        constructor(...parameters) { super(...parameters); workers.push(this); }
    };
    globalThis.Blob = class extends Blob {
        constructor(parts, options) {
            const told = `{
                const { verify } = SubtleCrypto.prototype;
                new BroadcastChannel('webcrypto').onmessage = ({ data: honest }) => {
                    SubtleCrypto.prototype.verify = honest ? verify : async () => false;
                };
            }`;
            super(/javascript/.test(options?.type) ? [told, ...parts] : parts, options);
        }
    };";

impl State {
    /// Brings the page into this state, whatever it showed before.
    pub async fn show(self, page: &Page) -> WebDriverResult<()> {
        page.run(CLOSE).await?;
        page.shows("html[data-view=diagnose]").await?;
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
            Self::TwoFaults => acts::two_faults(page).await?,
            Self::Accepted => acts::give(page, TOKEN, SECRET).await?,
            Self::Damaged => {
                page.paste(&format!("\"Bearer {}\u{200b} {}\"", &TOKEN[..60], &TOKEN[60..])).await?;
            }
            Self::Log => {
                page.paste(LOG).await?;
                page.click("[data-log-time]").await?;
            }
            Self::NoToken => page.paste("jwt malformed").await?,
            Self::Case(id) => {
                let case = given::case(id)?;
                let [text, keys] = ["text", "keys"].map(|name| case[name].as_str().unwrap_or_default());
                acts::give(page, text, keys).await?;
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
            Self::Report => acts::report(page).await?,
            Self::Fix => acts::fix(page).await?,
            Self::Shortcuts => {
                page.click("[data-help]").await?;
                page.shows("#shortcuts[open]").await?;
            }
            Self::Privacy => {
                page.click("[popovertarget=privacy].leaves").await?;
                page.shows("#privacy:popover-open").await?;
            }
            Self::Died => acts::died(page).await?,
            Self::Many => acts::many(page).await?,
            Self::Compared => {
                acts::many(page).await?;
                page.click("[data-row]:nth-child(1) input").await?;
                page.click("[data-row]:nth-child(2) input").await?;
                page.shows("[data-compared]").await?;
            }
            Self::ComparedPasted => acts::compared_pasted(page).await?,
            Self::Disagrees => acts::disagrees(page).await?,
            Self::Library => {
                page.run("location.hash = '#/kb'").await?;
                page.shows("[data-listed]").await?;
            }
            Self::Entry => {
                page.run("location.hash = '#/kb/time/expired'").await?;
                page.shows("[data-alone] .attempts").await?;
            }
            Self::Made => acts::made(page).await?,
        }
        Ok(())
    }
}
