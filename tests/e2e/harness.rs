//! The built page in a real browser, as somebody who uses it sees it.
//!
//! Each test has a server, a browser and a profile of its own. Nothing sleeps: whatever takes time is waited for by
//! its condition. The address `ELSEWHERE` and every other one that is not the page's own leads to a second server, which
//! answers nothing and remembers who asked.

#![allow(clippy::missing_errors_doc, reason = "an error is the browser's own and ends the test")]

mod axe;
mod profile;
mod running;
mod stage;

pub mod states;

use std::time::Duration;

use serde_json::{Value, json};
pub use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, TypingData, WebDriver, WebElement};
use tokio::time::{interval, timeout};
use xtask::server::Server;

pub use running::{Ended, attempt, attempt_on, in_browser, in_each_browser, on_page, on_stage};
pub use stage::{Kind, Place, Stage};

/// An address that is not the page's.
pub const ELSEWHERE: &str = "http://elsewhere.test/";

/// Keeps the modules from coming until `go()` is called; it runs before the page.
pub const LATE_MODULE: &str = "
    const get = fetch;
    const waiting = new Promise(go => globalThis.go = go);
    globalThis.fetch = (...what) =>
        String(what[0]).includes('.wasm') ? waiting.then(() => get(...what)) : get(...what);";

/// Where the browsers look for their own updates, the time and the like.
const MAKERS: [&str; 7] = [
    ".google.com",
    ".googleapis.com",
    ".gvt1.com",
    ".mozilla.org",
    ".mozilla.com",
    ".mozilla.net",
    ".firefox.com",
];

/// What has the focus and what the page says, for whoever reads why a test failed.
const SEEN: &str = "
    const focused = document.activeElement?.cloneNode().outerHTML ?? 'nothing';
    const said = document.body.innerText.replace(/\\s+/g, ' ').slice(0, 3000);
    return `${JSON.stringify({ ...document.documentElement.dataset })}, the focus is on ${focused}, the paste is ${document.querySelector('#paste')?.value.length} long, and the page says: ${said}`";

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);
const POLL: Duration = Duration::from_millis(25);

/// A browser with the page's own server, and one that stands for the rest of the world.
pub struct Page {
    browser: WebDriver,
    kind: Kind,
    address: String,
    driver: u32,
    site: Server,
    world: Server,
}

impl Page {
    /// Loads the page and waits until it answers.
    pub async fn open(&self) -> WebDriverResult<()> {
        self.visit().await?;
        self.has_started().await
    }

    /// Waits until the page answers.
    pub async fn has_started(&self) -> WebDriverResult<()> {
        self.until("the page has started", async || {
            self.holds("return 'started' in document.documentElement.dataset").await
        })
        .await
    }

    /// Waits until the service worker has everything that it keeps.
    pub async fn is_kept(&self) -> WebDriverResult<()> {
        let active = "return navigator.serviceWorker.getRegistration()
            .then(registration => registration?.active?.state === 'activated' && !registration.installing)";
        self.until("the page is kept", async || self.holds(active).await).await
    }

    /// Loads the page without waiting for its module.
    pub async fn visit(&self) -> WebDriverResult<()> {
        self.browser.goto(&self.address).await
    }

    /// The browser, for what the other functions can't do.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }

    /// The process of the browser's driver, of which the browser's are children.
    pub fn driver_process(&self) -> u32 {
        self.driver
    }

    /// The page's own server.
    pub fn site(&self) -> &Server {
        &self.site
    }

    /// What was asked of any other server, but for what a browser asks its makers whatever page is open.
    pub fn asked_of_the_world(&self) -> Vec<String> {
        let its_own = |asked: &String| {
            let host = asked.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
            MAKERS.iter().any(|makers| host.ends_with(makers))
        };
        self.world.seen().into_iter().filter(|asked| !its_own(asked)).collect()
    }

    /// Replaces what is in the text area, as a paste does.
    pub async fn paste(&self, text: &str) -> WebDriverResult<()> {
        self.fill("#paste", text).await
    }

    /// Replaces what is in a field, as a paste does, once it is there.
    pub async fn fill(&self, css: &str, text: &str) -> WebDriverResult<()> {
        self.shows(css).await?;
        self.run(&format!("const field = document.querySelector({css:?}); field.focus(); field.select()"))
            .await?;
        if text.is_empty() {
            return self.run("document.execCommand('delete')").await;
        }
        match self.kind {
            Kind::Chromium => self.devtools("Input.insertText", json!({ "text": text })).await.map(drop),
            Kind::Firefox => self.find(css).await?.send_keys(text).await,
        }
    }

    /// Presses a button, follows a link, ticks a box.
    pub async fn click(&self, css: &str) -> WebDriverResult<()> {
        self.find(css).await?.click().await
    }

    /// An element, once it is there.
    pub async fn find(&self, css: &str) -> WebDriverResult<WebElement> {
        self.until(css, async || Ok(self.browser.find(By::Css(css)).await.is_ok())).await?;
        self.browser.find(By::Css(css)).await
    }

    /// How many elements there are now.
    pub async fn count(&self, css: &str) -> WebDriverResult<usize> {
        Ok(self.browser.find_all(By::Css(css)).await?.len())
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> WebDriverResult<()> {
        self.browser.action_chain().send_keys(keys).perform().await
    }

    /// Waits until an element that fits has the focus.
    pub async fn has_the_focus(&self, css: &str) -> WebDriverResult<()> {
        let there = format!("return document.activeElement?.matches({css:?}) === true");
        self.until(&format!("{css} has the focus"), async || self.holds(&there).await).await
    }

    /// Lets the page write to the clipboard, and a test read it. Firefox was told when it started.
    pub async fn may_use_the_clipboard(&self) -> WebDriverResult<()> {
        if self.kind == Kind::Firefox {
            return Ok(());
        }
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).await.map(drop)
    }

    /// What the last copy put on the clipboard.
    pub async fn copied(&self) -> WebDriverResult<String> {
        self.value("return navigator.clipboard.readText()").await
    }

    /// What a person reads in an element, once it is there.
    pub async fn text_of(&self, css: &str) -> WebDriverResult<String> {
        self.find(css).await?.text().await
    }

    /// Waits until a person reads `text` in an element.
    pub async fn reads(&self, css: &str, text: &str) -> WebDriverResult<()> {
        self.until(&format!("{css} reads {text:?}"), async || {
            let shown = format!("return document.querySelector({css:?})?.innerText ?? ''");
            Ok(self.value(&shown).await?.contains(text))
        })
        .await
    }

    /// Waits until there is an element that fits.
    pub async fn shows(&self, css: &str) -> WebDriverResult<()> {
        self.until(css, async || Ok(self.count(css).await? > 0)).await
    }

    /// Waits until the worker has said everything about what the page holds now.
    pub async fn is_diagnosed(&self) -> WebDriverResult<()> {
        self.shows("[data-diagnosis=finished]").await
    }

    /// Waits until something is so.
    ///
    /// # Panics
    ///
    /// When it does not become so.
    pub async fn until(
        &self,
        what: &str,
        condition: impl AsyncFn() -> WebDriverResult<bool>,
    ) -> WebDriverResult<()> {
        let mut ticks = interval(POLL);
        let waited = timeout(PATIENCE, async {
            while !condition().await? {
                ticks.tick().await;
            }
            Ok(())
        });
        let Ok(result) = waited.await else {
            let seen = self.value(SEEN).await.unwrap_or_default();
            let console = self.console().await.unwrap_or_default().join("\n");
            panic!("waited in vain until {what}\n{seen}\n{console}");
        };
        result
    }

    /// Runs a script in the page, around the page's policy.
    pub async fn run(&self, script: &str) -> WebDriverResult<()> {
        self.browser.execute(script, Vec::new()).await.map(drop)
    }

    /// Whether a script returns true.
    pub async fn holds(&self, script: &str) -> WebDriverResult<bool> {
        Ok(self.browser.execute(script, Vec::new()).await?.json() == &Value::Bool(true))
    }

    /// The text that a script returns; promises are waited for.
    pub async fn value(&self, script: &str) -> WebDriverResult<String> {
        let value = self.browser.execute(script, Vec::new()).await?.json().clone();
        Ok(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        self.browser.cdp().send_raw(method, parameters).await
    }

    /// Runs a script in every document from now on, before the page's own.
    pub async fn before_everything(&self, script: &str) -> WebDriverResult<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// Looks at what a test leaves on the screen, when that is our page, in the browser that has what it takes.
    async fn has_no_barrier(&self) -> WebDriverResult<()> {
        if self.kind == Kind::Chromium
            && self.holds("return document.querySelector('#app:not(:empty)') !== null").await?
        {
            let barriers = self.barriers().await?;
            assert!(barriers.is_empty(), "barriers at the end of the test:\n{barriers}");
        }
        Ok(())
    }

    /// What has gone to the console since the last call.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        Ok(self.browser.browser_log().await?.into_iter().map(|entry| entry.message).collect())
    }
}
