//! What the page must never do, watched from outside.

use e2e::{ELSEWHERE, Page, WebDriverResult, in_browser, on_page};
use serde_json::json;

/// A token like any other, and a secret that no other text contains.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4eXp6eSJ9.c2lnbmF0dXJl";

async fn diagnose(page: &Page) -> WebDriverResult<()> {
    page.paste(TOKEN).await?;
    page.is_diagnosed().await
}

#[test]
fn nothing_is_asked_of_any_server_after_loading() {
    on_page(async |page| {
        diagnose(page).await?;
        page.is_kept().await?;
        let loaded = page.site().seen();
        page.paste(&format!("Authorization: Bearer {TOKEN}")).await?;
        page.is_diagnosed().await?;
        assert_eq!(page.site().seen(), loaded);
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        let fetched =
            "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
            .filter(origin => origin !== location.origin).join()";
        assert_eq!(page.value(fetched).await?, "");
        Ok(())
    });
}

#[test]
fn every_file_of_the_page_is_asked_for_once_and_is_there() {
    on_page(async |page| {
        diagnose(page).await?;
        page.is_kept().await?;
        let mut seen = page.site().seen();
        seen.sort();
        // The page itself is asked for once more: whatever a host's cache says, what is kept is the newest.
        let first = seen.iter().position(|address| address == "/");
        seen.remove(first.expect("the page was loaded"));
        let all = seen.len();
        seen.dedup();
        assert_eq!(seen.len(), all, "{seen:?}");
        let console = page.console().await?;
        assert!(console.is_empty(), "{console:?}");
        Ok(())
    });
}

#[test]
fn the_watch_on_the_world_sees_a_request() {
    in_browser(async |page| {
        page.browser().goto(ELSEWHERE).await?;
        let asked = page.asked_of_the_world();
        assert!(asked.iter().any(|asked| asked.contains("elsewhere.test")), "{asked:?}");
        Ok(())
    });
}

#[test]
fn the_page_can_t_reach_the_world() {
    on_page(async |page| {
        let attempt = format!("return fetch({ELSEWHERE:?}).then(() => 'went', () => 'refused')");
        assert_eq!(page.value(&attempt).await?, "refused");
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        Ok(())
    });
}

#[test]
fn the_worker_can_t_reach_the_world() {
    on_page(async |page| {
        diagnose(page).await?;
        page.run(
            "globalThis.heard = ''; new BroadcastChannel('test').onmessage = ({ data }) => heard = data",
        )
        .await?;
        let targets = page.devtools("Target.getTargets", json!({ "filter": [{ "type": "worker" }] })).await?;
        let target = &targets["targetInfos"][0]["targetId"];
        let session = page.devtools("Target.attachToTarget", json!({ "targetId": target })).await?;
        let attempt = format!(
            "fetch({ELSEWHERE:?}).then(() => 'went', () => 'refused')
                .then(end => new BroadcastChannel('test').postMessage(end))"
        );
        let message = json!({ "id": 1, "method": "Runtime.evaluate", "params": { "expression": attempt } });
        let message = json!({ "sessionId": session["sessionId"], "message": message.to_string() });
        page.devtools("Target.sendMessageToTarget", message).await?;
        page.until("the worker has tried", async || page.holds("return heard !== ''").await).await?;
        assert_eq!(page.value("return heard").await?, "refused");
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        Ok(())
    });
}

#[test]
fn an_injected_script_does_not_run() {
    on_page(async |page| {
        let inject = "
            const script = document.createElement('script');
            let refused = 0;
            document.addEventListener('securitypolicyviolation', () => refused++);
            try { script.textContent = 'globalThis.ran = true'; } catch { refused++; }
            script.append('globalThis.ran = true');
            document.body.append(script);
            const frame = document.createElement('p');
            frame.setAttribute('style', 'color: red');
            document.body.append(frame);
            await new Promise(next => setTimeout(next));
            return `${globalThis.ran === true} ${refused > 0} ${getComputedStyle(frame).color}`";
        let ended = page.value(&format!("return (async () => {{ {inject} }})()")).await?;
        let mut words = ended.splitn(3, ' ');
        assert_eq!((words.next(), words.next()), (Some("false"), Some("true")), "{ended}");
        assert_ne!(words.next(), Some("rgb(255, 0, 0)"));
        Ok(())
    });
}

#[test]
fn nothing_is_kept_but_language_and_theme() {
    on_page(async |page| {
        diagnose(page).await?;
        let kept = "
            const databases = await indexedDB.databases();
            const caches = [];
            for (const name of await globalThis.caches.keys()) {
                for (const request of await (await globalThis.caches.open(name)).keys()) {
                    const text = await (await globalThis.caches.match(request)).text();
                    const own = request.url === location.href || /^[\\w.-]+(\\?v=[0-9a-f]{12})?$/.test(request.url.slice(location.href.length));
                    if (!own || text.includes('c2lnbmF0dXJl')) caches.push(request.url);
                }
            }
            const kept = Object.keys(localStorage).filter(name => name !== 'language' && name !== 'theme');
            return [...kept, ...Object.keys(sessionStorage), ...databases, document.cookie, ...caches]
                .filter(Boolean).join()";
        assert_eq!(page.value(&format!("return (async () => {{ {kept} }})()")).await?, "");
        assert_eq!(page.value("return location.search + location.hash").await?, "");
        Ok(())
    });
}

#[test]
fn a_file_that_was_tampered_with_is_not_run() {
    for file in ["jwt-why-app_bg.wasm", "jwt-why-app.js", "worker.js"] {
        in_browser(async |page| {
            page.site().tamper_with(file);
            page.visit().await?;
            page.reads("#failure", "could not start").await
        });
    }
}
