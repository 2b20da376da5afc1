//! Everything that the page can do, done with marked texts: where do they go?

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use e2e::{ELSEWHERE, Page, WebDriverResult, on_page};
use xtask::page::dist_folder;

/// A text that is nowhere else, not even among the published secrets.
const MARK: &str = "q7marked9";

/// A token with the mark in its payload and in its signature, which is what makes it a token of somebody.
const TOKEN: &str =
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJxN21hcmtlZDkiLCJpc3MiOiJxN21hcmtlZDkifQ.cTdtYXJrZWQ5cTdtYXJrZWQ5";

/// What the mark looks like in a token.
const ENCODED: [&str; 2] = ["xN21hcmtlZDk", "cTdtYXJrZWQ5"];

/// Presses everything that can be pressed and types the mark wherever something can be typed, until nothing is new; then
/// goes on to the next view.
const USE_EVERYTHING: &str = "
    const used = new WeakSet();
    const frame = () => new Promise(next => requestAnimationFrame(() => setTimeout(next)));
    const write = (field, text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const paste = document.querySelector('#paste');
    const fresh = (css) =>
        [...document.querySelectorAll(css)].filter(control => !used.has(control) && control.checkVisibility());
    let pressed = 0;
    for (let round = 0; round < 32; round++) {
        let all = fresh('button, summary, input, select, textarea');
        if (all.length === 0) all = fresh('a[data-to]').slice(0, 1);
        for (const control of all.filter(control => control.isConnected)) {
            used.add(control);
            if (control === paste || control.disabled || control.type === 'file' || !control.checkVisibility()) continue;
            if (control.matches('textarea, input:not([type=checkbox], [type=radio])')) write(control, MARK);
            else if (control.matches('select')) write(control, control.options[control.options.length - 1].value);
            else control.click();
            pressed++;
            await frame();
            if (paste.value !== TOKEN) { write(paste, TOKEN); await frame(); }
        }
    }
    return pressed;";

/// Everything that the browser holds for this page, as one text.
const HELD: &str = "
    const held = [document.title, location.href, document.cookie, document.referrer, window.name];
    held.push(JSON.stringify(history.state), JSON.stringify(localStorage), JSON.stringify(sessionStorage));
    held.push(JSON.stringify(await indexedDB.databases()));
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            held.push(request.url, await (await cache.match(request)).text());
        }
    }
    held.push(...performance.getEntries().map(({ name }) => name));
    return held.join('\\n');";

async fn held(page: &Page) -> WebDriverResult<String> {
    page.value(&format!("return (async () => {{ {HELD} }})()")).await
}

#[test]
fn whatever_is_done_with_a_marked_token_the_mark_stays_in_the_page() {
    on_page(async |page| {
        page.is_kept().await?;
        page.paste(TOKEN).await?;
        page.is_diagnosed().await?;
        let everything =
            USE_EVERYTHING.replace("MARK", &format!("{MARK:?}")).replace("TOKEN", &format!("{TOKEN:?}"));
        let pressed = page.value(&format!("return (async () => {{ {everything} }})()")).await?;
        assert!(pressed.parse::<u32>().unwrap() > 20, "{pressed}");
        page.run("location.hash = ''").await?;
        page.paste(TOKEN).await?;
        page.fill("#keys", MARK).await?;
        page.is_diagnosed().await?;
        let shown = page.text_of("body").await?;
        assert!(shown.contains(MARK), "the mark was read: {shown}");

        let held = held(page).await?;
        let console = page.console().await?.join("\n");
        let asked = page.site().seen().join("\n");
        for (place, text) in [("the browser", &held), ("the console", &console), ("an address", &asked)] {
            for mark in [MARK].into_iter().chain(ENCODED) {
                assert!(!text.contains(mark), "{mark} is in {place}");
            }
        }
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        let folder = dist_folder();
        for address in page.site().seen() {
            let path = address.split('?').next().unwrap().trim_start_matches('/');
            let file = if path.is_empty() || path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            };
            assert!(folder.join(file).is_file() || path == "favicon.ico", "{address}");
        }
        Ok(())
    });
}

#[test]
fn the_search_for_marks_finds_one_that_is_kept() {
    on_page(async |page| {
        assert!(!held(page).await?.contains(MARK));
        for keep in
            ["localStorage.x = MARK", "document.title = MARK", "history.pushState(null, '', '#' + MARK)"]
        {
            page.run(&keep.replace("MARK", &format!("{MARK:?}"))).await?;
            assert!(held(page).await?.contains(MARK), "{keep}");
            page.run("localStorage.clear(); document.title = ''; history.pushState(null, '', '#')").await?;
        }
        page.open().await
    });
}

#[test]
fn whatever_is_injected_reaches_nobody() {
    // What a script could try that somebody brought into the page; each is refused before a request is made.
    const ATTEMPTS: [&str; 10] = [
        "fetch(URL, { mode: 'no-cors' })",
        "navigator.sendBeacon(URL, 'x')",
        "new WebSocket(URL.replace('http', 'ws'))",
        "new EventSource(URL)",
        "new Image().src = URL",
        "document.body.append(Object.assign(document.createElement('iframe'), { src: URL }))",
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: URL }))",
        "document.body.append(Object.assign(document.createElement('video'), { src: URL }))",
        "const form = document.body.appendChild(Object.assign(document.createElement('form'), { action: URL })); form.submit()",
        "document.body.append(Object.assign(document.createElement('object'), { data: URL }))",
    ];
    on_page(async |page| {
        for attempt in ATTEMPTS {
            let attempt = attempt.replace("URL", &format!("{ELSEWHERE:?}"));
            let refused = format!(
                "return new Promise(refused => {{
                    document.addEventListener('securitypolicyviolation', ({{ effectiveDirective }}) => refused(effectiveDirective), {{ once: true }});
                    try {{ Promise.resolve((() => {{ {attempt} }})()).catch(() => {{}}); }} catch {{}}
                }})"
            );
            assert_ne!(page.value(&refused).await?, "", "{attempt}");
        }
        for attempt in
            ["eval('1')", "new Function('1')", "document.body.innerHTML = '<p>'", "setTimeout('1')"]
        {
            // In a task of the page's own: what a driver runs may do more.
            let refused = format!(
                "return new Promise(ended => setTimeout(() => {{
                    try {{ {attempt}; ended('ran'); }} catch ({{ name }}) {{ ended(name); }}
                }}))"
            );
            assert_ne!(page.value(&refused).await?, "ran", "{attempt}");
        }
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        page.open().await
    });
}

#[test]
fn the_panel_says_what_leaves_the_page_and_how_to_check() {
    on_page(async |page| {
        for (language, title, check) in
            [("en", "What leaves this page: nothing", "F12"), ("zh", "离开本页的内容：无", "F12")]
        {
            page.click(&format!("[data-language={language}]")).await?;
            page.click("[popovertarget=privacy].leaves").await?;
            page.shows("#privacy:popover-open").await?;
            page.reads("#privacy", title).await?;
            page.reads("#privacy", check).await?;
            page.click("#privacy button").await?;
            assert_eq!(page.count("#privacy:popover-open").await?, 0);
        }
        Ok(())
    });
}
