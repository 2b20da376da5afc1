//! The page without a mouse.

use e2e::{Page, WebDriverResult, in_each_browser, on_page, states::State};
use serde_json::json;
use thirtyfour::Key;

/// HS256 under the secret `a-string-secret-at-least-256-bits-long!`; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";

/// What has the focus: its id, or the name of the element.
const FOCUSED: &str = "return document.activeElement.id || document.activeElement.localName";

async fn has_the_focus(page: &Page, id: &str) -> WebDriverResult<()> {
    page.until(&format!("{id} has the focus"), async || Ok(page.value(FOCUSED).await? == id)).await
}

#[test]
fn the_list_of_shortcuts_keeps_the_focus_and_escape_closes_it() {
    in_each_browser(async |page| {
        page.run("document.activeElement.blur()").await?;
        page.press("?").await?;
        page.shows("#shortcuts[open]").await?;
        page.reads("#shortcuts", "?").await?;
        for _ in 0..4 {
            page.press(Key::Tab).await?;
            let inside = "const focused = document.activeElement;
                return focused === document.body || focused.closest('#shortcuts') !== null";
            assert!(page.holds(inside).await?);
        }
        page.press(Key::Escape).await?;
        page.until("the list is closed", async || Ok(page.count("#shortcuts[open]").await? == 0)).await?;
        page.click("[data-help]").await?;
        page.shows("#shortcuts[open]").await
    });
}

#[test]
fn single_keys_lead_to_the_parts_of_the_page() {
    in_each_browser(async |page| {
        page.click("[data-sample=algorithm-confusion]").await?;
        page.is_diagnosed().await?;
        has_the_focus(page, "results").await?;
        for (key, id) in
            [("n", "finding-0"), ("n", "finding-1"), ("p", "finding-0"), ("v", "results"), ("t", "paste")]
        {
            page.press(key).await?;
            has_the_focus(page, id).await?;
        }
        page.press(Key::Escape).await?;
        page.press("k").await?;
        has_the_focus(page, "keys").await
    });
}

#[test]
fn single_keys_lead_from_one_view_to_another() {
    in_each_browser(async |page| {
        page.click("[data-sample=algorithm-confusion]").await?;
        page.is_diagnosed().await?;
        page.press("/").await?;
        has_the_focus(page, "search").await?;
        page.run("location.hash = '#/kb'").await?;
        has_the_focus(page, "library-title").await?;
        page.press("/").await?;
        has_the_focus(page, "library-search").await?;
        page.run("document.activeElement.blur()").await?;
        // Nothing is emptied that can't be seen.
        page.press("X").await?;
        page.run("location.hash = '#/kb/time/expired'").await?;
        has_the_focus(page, "entry-title").await?;
        page.press("/").await?;
        has_the_focus(page, "library-search").await?;
        page.run("document.activeElement.blur()").await?;
        page.press("v").await?;
        has_the_focus(page, "results").await?;
        page.shows("[data-verdict=rejected]").await
    });
}

#[test]
fn letters_in_a_box_are_letters() {
    in_each_browser(async |page| {
        page.run("document.querySelector('#paste').focus()").await?;
        page.press("k?X").await?;
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "k?X");
        assert_eq!(page.count("#shortcuts[open]").await?, 0);
        has_the_focus(page, "paste").await
    });
}

#[test]
fn single_keys_can_be_switched_off() {
    in_each_browser(async |page| {
        page.click("[data-help]").await?;
        page.click("#shortcuts input[type=checkbox]").await?;
        page.press(Key::Escape).await?;
        page.press("k").await?;
        page.press("?").await?;
        assert_eq!(page.count("#shortcuts[open]").await?, 0);
        assert_ne!(page.value(FOCUSED).await?, "keys");
        page.click("[data-help]").await?;
        page.shows("#shortcuts[open]").await
    });
}

#[test]
fn one_key_empties_everything() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        page.press("X").await?;
        page.shows("[data-sample]").await?;
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "");
        Ok(())
    });
}

#[test]
fn skip_links_come_first() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        page.run("document.activeElement.blur(); getSelection().removeAllRanges()").await?;
        for target in ["#results", "#paste"] {
            let link = page.find(&format!("a.skip[href='{target}']")).await?;
            assert!(
                page.holds("return document.querySelector('body > :first-child').matches('a.skip')").await?
            );
            link.send_keys(Key::Enter + "").await?;
            has_the_focus(page, target.trim_start_matches('#')).await?;
        }
        Ok(())
    });
}

/// Presses the tabulator key until an element that fits has the focus.
async fn tab_to(page: &Page, css: &str) -> WebDriverResult<()> {
    let there = format!("return document.activeElement.matches({css:?})");
    for _ in 0..200 {
        if page.holds(&there).await? {
            let seen = "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";
            assert!(page.holds(seen).await?, "{css}: the focus can't be seen");
            return Ok(());
        }
        page.press(Key::Tab).await?;
    }
    panic!("the tabulator key does not lead to {css}")
}

#[test]
fn the_main_job_is_done_without_a_mouse() {
    in_each_browser(async |page| {
        has_the_focus(page, "paste").await?;
        page.press(TOKEN).await?;
        page.shows("[data-verdict=undecided]").await?;
        tab_to(page, "#keys").await?;
        page.press("YS1zdHJpbmctc2VjcmV0LWF0LWxlYXN0LTI1Ni1iaXRzLWxvbmch").await?;
        page.shows("[data-proof] [data-cause=secret-base64-decoded]").await?;
        tab_to(page, "#policy-algorithms").await?;
        page.press("HS256").await?;
        tab_to(page, "#clock").await?;
        page.press("2025-06-15 12:00:00").await?;
        page.is_diagnosed().await?;
        page.press(Key::Escape).await?;
        page.press("v").await?;
        has_the_focus(page, "results").await?;
        tab_to(page, ".axis-handle").await?;
        page.press(Key::Right).await?;
        page.until("the time has moved", async || {
            page.holds("return document.querySelector('#clock').value === '2025-06-15T12:00:01Z'").await
        })
        .await?;
        tab_to(page, ".copy-report").await?;
        tab_to(page, ".side .entry > summary").await?;
        let open = page.holds("return document.activeElement.parentElement.open").await?;
        page.press(Key::Enter).await?;
        page.until("the entry has folded", async || {
            Ok(page.holds("return document.activeElement.parentElement.open").await? != open)
        })
        .await
    });
}

/// Begins again at the first link of the page.
const FROM_THE_TOP: &str =
    "[...document.querySelectorAll('.skip')].find((link) => link.getClientRects().length > 0).focus()";

/// What is wrong with what has the focus: it can't be seen, is covered, or has no ring. Nothing when it is the page itself.
const STOP: &str = "
    const stop = document.activeElement;
    if (stop === document.body) return 'the end';
    // A label stands for the box of a file.
    const shown = stop.closest('.file') ?? stop;
    const seen = [...shown.getClientRects()].some(({ x, y, width, height }) => {
        const there = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20));
        return there !== null && (shown.contains(there) || there.contains(shown));
    });
    const ring = getComputedStyle(shown).outlineStyle !== 'none';
    return seen && ring ? '' : `${stop.outerHTML.slice(0, 120)} seen: ${seen}, ring: ${ring}`";

/// The greatest number of stops that are looked at.
const STOPS: usize = 160;

#[test]
fn whatever_has_the_focus_can_be_seen() {
    on_page(async |page| {
        for (width, height) in [(1440, 900), (360, 640)] {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
            page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
            for state in [State::Sample("algorithm-confusion"), State::Compared, State::Entry, State::Made] {
                state.show(page).await?;
                page.run(FROM_THE_TOP).await?;
                let mut stops = 0;
                while stops < STOPS {
                    page.press(Key::Tab).await?;
                    let wrong = page.value(STOP).await?;
                    if wrong == "the end" {
                        break;
                    }
                    assert!(wrong.is_empty(), "{state:?}, {width}, stop {stops}: {wrong}");
                    stops += 1;
                }
                assert!(stops > 15, "{state:?}: {stops}");
            }
        }
        Ok(())
    });
}

#[test]
fn code_is_no_stop_and_a_long_token_is_one() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        page.shows(".entry[open] pre.code").await?;
        assert!(
            page.holds("return [...document.querySelectorAll('pre')].every(({ tabIndex }) => tabIndex < 0)")
                .await?
        );
        tab_to(page, ".token-text").await
    });
}

/// Whether what has the focus is in sight, and not under something else.
const IN_SIGHT: &str = "
    const { x, y, width, height } = document.activeElement.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return there !== null && document.activeElement.contains(there)";

/// Waits until an element that fits has the focus, in sight.
async fn is_focused(page: &Page, css: &str) -> WebDriverResult<()> {
    let there = format!("return document.activeElement.matches({css:?})");
    page.until(&format!("{css} has the focus"), async || page.holds(&there).await).await?;
    page.until(&format!("{css} is in sight"), async || page.holds(IN_SIGHT).await).await
}

#[test]
fn the_table_keeps_the_focus_when_it_is_drawn_anew() {
    in_each_browser(async |page| {
        State::Many.show(page).await?;
        page.run("document.querySelector('.sort').focus()").await?;
        page.press(Key::Enter).await?;
        page.shows("[aria-sort=descending]").await?;
        is_focused(page, "[aria-sort=descending] .sort").await?;
        page.press(Key::Enter).await?;
        page.shows("[aria-sort=ascending]").await?;
        // The comparison comes in above, and stays in sight while somebody goes on.
        page.run("document.querySelector('[data-row] input').focus()").await?;
        page.press(Key::Space).await?;
        tab_to(page, "[data-row]:nth-child(2) input").await?;
        page.press(Key::Space).await?;
        page.shows("[data-compared]").await?;
        is_focused(page, "[data-row]:nth-child(2) input").await?;
        for _ in 0..24 {
            page.press(Key::Tab).await?;
        }
        let compared = "return document.querySelector('.comparison').getBoundingClientRect().bottom > 100";
        assert!(page.holds(compared).await?, "the comparison is out of sight");
        is_focused(page, "[data-row]:nth-child(14) input").await?;
        // More rows lead to the first of them.
        page.run("document.querySelector('[data-more]').focus()").await?;
        page.press(Key::Enter).await?;
        is_focused(page, "[data-row]:nth-child(101) input").await
    });
}

#[test]
fn what_folds_open_and_what_works_keeps_the_focus() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        for _ in 0..2 {
            page.run("document.querySelector('.ticket summary').focus()").await?;
            page.press(Key::Enter).await?;
            is_focused(page, ".ticket summary").await?;
        }
        page.run("location.hash = '#/make'").await?;
        page.shows("#make-sign").await?;
        page.click("[data-generate]").await?;
        page.until("there is a key", async || {
            page.holds("return document.querySelector('#make-key').value !== ''").await
        })
        .await?;
        page.run("document.querySelector('#make-sign').focus()").await?;
        page.press(Key::Enter).await?;
        page.shows("[data-made=made]").await?;
        is_focused(page, "#make-sign").await
    });
}

#[test]
fn what_lies_over_the_page_closes_when_the_focus_goes_on() {
    in_each_browser(async |page| {
        page.run("document.querySelector('.leaves').focus()").await?;
        for leave in [Key::Tab, Key::Escape] {
            page.press(Key::Enter).await?;
            page.shows("#privacy:popover-open").await?;
            page.press(Key::Tab).await?;
            is_focused(page, "#privacy button").await?;
            page.press(leave).await?;
            page.until("it is closed", async || Ok(page.count("#privacy:popover-open").await? == 0)).await?;
            page.run("document.querySelector('.leaves').focus()").await?;
        }
        Ok(())
    });
}

#[test]
fn a_file_is_chosen_without_a_mouse() {
    in_each_browser(async |page| {
        // The browser's own window for files is no part of the page: the test sees that it is asked for.
        page.run(
            "document.querySelector('#file').addEventListener('click', (event) => {
                 event.preventDefault();
                 document.body.dataset.asked = '';
             })",
        )
        .await?;
        page.run(FROM_THE_TOP).await?;
        let there = "return document.activeElement.id === 'file'";
        for _ in 0..30 {
            if page.holds(there).await? {
                break;
            }
            page.press(Key::Tab).await?;
        }
        let wrong = page.value(STOP).await?;
        assert!(wrong.is_empty(), "{wrong}");
        page.press(Key::Space).await?;
        page.shows("body[data-asked]").await?;
        has_the_focus(page, "file").await
    });
}

#[test]
fn pasted_tokens_are_compared_without_a_mouse() {
    in_each_browser(async |page| {
        page.paste(&format!("{TOKEN}\n{}", TOKEN.replace("QWRh", "RXZl"))).await?;
        page.is_diagnosed().await?;
        tab_to(page, ".compare-pasted summary").await?;
        page.press(Key::Enter).await?;
        page.shows(".compare-pasted[open] [data-member=name][data-likeness=different]").await?;
        is_focused(page, ".compare-pasted summary").await?;
        page.press(Key::Enter).await?;
        page.until("it is closed", async || Ok(page.count(".compare-pasted[open]").await? == 0)).await?;
        is_focused(page, ".compare-pasted summary").await
    });
}
