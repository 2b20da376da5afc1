//! The page where the browser is not as it should be.

use e2e::{Page, WebDriverResult, in_browser, states::given};
use serde_json::json;

use crate::main_job;

#[test]
fn a_wrong_clock_changes_no_more_than_the_time() {
    for now in ["0", "-1", "8.64e15", "Number.NaN"] {
        in_browser(async |page| {
            page.before_everything(&format!("Date.now = () => {now};")).await?;
            page.open().await?;
            // Between the times at which the token of the job was issued and expires.
            page.fill("#clock", "2024-03-15T09:30:00Z").await?;
            main_job::a_key(page).await
        });
    }
}

#[test]
fn it_works_where_storage_is_refused() {
    const REFUSE: &str = "
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
            Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });
        }
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });";
    in_browser(async |page| {
        page.before_everything(REFUSE).await?;
        page.open().await?;
        page.click("[data-language=zh]").await?;
        main_job::a_key(page).await
    });
}

#[test]
fn a_browser_without_vectors_is_told_which_one_is_needed() {
    in_browser(async |page| {
        page.before_everything(
            "WebAssembly.validate = () => false;
             WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('no vectors'));",
        )
        .await?;
        page.visit().await?;
        page.shows("#too-old:not([hidden])").await?;
        page.reads("#too-old", "WebAssembly").await?;
        assert_eq!(page.count("#failure:not([hidden])").await?, 0);
        Ok(())
    });
}

/// Everything that a worker says within half a second comes in one task, as it does on a busy machine.
pub const AT_ONCE: &str = "
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
    Object.defineProperty(Worker.prototype, 'onmessage', { set(listen) {
        // Nobody listens to what a worker has said that was put away.
        const kept = this.kept = [];
        if (listen === null) return set.call(this, listen);
        set.call(this, (message) => {
            if (kept.push(message) > 1) return;
            setTimeout(() => {
                if (this.kept === kept) kept.splice(0).forEach((message) => listen.call(this, message));
            }, 500);
        });
    } });";

const MESSAGE: &str = "jwt.exceptions.InvalidSignatureError: Signature verification failed";

/// What follows one another in the text area: how many tokens, and whether words of a library stand before them.
const PASTES: [(usize, bool); 9] =
    [(8, false), (1, true), (8, true), (0, true), (8, false), (2, false), (0, false), (2, true), (8, true)];

#[test]
fn an_answer_that_comes_at_once_is_drawn() {
    let tokens: Vec<String> =
        (0..8).map(|number| given::TOKEN.replace("LWCVO5J5eY", &format!("LWCVO5J{number}eY"))).collect();
    in_browser(async |page| {
        page.before_everything(AT_ONCE).await?;
        page.open().await?;
        for (count, with_words) in PASTES {
            let words = if with_words { MESSAGE } else { "what came in:" };
            page.paste(&format!("{words}\n{}", tokens[..count].join("\n"))).await?;
            page.is_diagnosed().await?;
            page.until(&format!("{count} tokens are listed"), async || {
                let listed = if count > 1 { count } else { 0 };
                Ok(page.count(".tokens li").await? == listed
                    && page.count("[data-as-table]").await? == usize::from(count >= 6))
            })
            .await?;
        }
        assert!(page.holds("return document.querySelector('#failure').hidden").await?);
        Ok(())
    });
}

#[test]
fn a_page_that_has_stopped_says_where_and_keeps_the_text() {
    in_browser(async |page| {
        page.open().await?;
        page.click("[data-language=en]").await?;
        page.run("Node.prototype.insertBefore = () => { throw new Error('refused'); };").await?;
        page.paste(given::TOKEN).await?;
        page.reads("#failure", "has stopped").await?;
        page.reads("#failure", "report what you did and this place in its code, never a token or a key")
            .await?;
        page.reads("#stopped-at", ":wasm-function[").await?;
        let in_sight = "const { top, bottom } = document.querySelector('#failure').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight + 1";
        assert!(page.holds(in_sight).await?, "the message is out of sight");
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, given::TOKEN);
        let console = page.console().await?.join("\n");
        assert!(!console.contains("eyJ"), "{console}");
        in_a_window_of(page, 360, 640).await?;
        assert!(page.holds(in_sight).await?, "the message is out of sight on a phone");
        page.open().await
    });
}

/// Shows the page in a window of so many CSS pixels, as 1280 of them are left with at 200 % and at 400 %.
async fn in_a_window_of(page: &Page, width: u32, height: u32) -> WebDriverResult<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
}

#[test]
fn nothing_is_cut_off_at_twice_the_size() {
    in_browser(async |page| {
        in_a_window_of(page, 640, 400).await?;
        page.open().await?;
        main_job::a_log(page).await?;
        for (width, height) in [(640, 400), (360, 640), (320, 256)] {
            in_a_window_of(page, width, height).await?;
            let wide = "const root = document.documentElement;
                return root.scrollWidth > root.clientWidth ? [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
                    .map(element => element.outerHTML.slice(0, 200)).join('\\n') : ''";
            assert_eq!(page.value(wide).await?, "", "{width} pixels");
        }
        Ok(())
    });
}
