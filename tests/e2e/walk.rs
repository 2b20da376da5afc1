//! Walks through the page without a mouse: the tabulator key leads everywhere, and the focus is never lost or hidden.

use e2e::{Page, WebDriverResult, in_each_browser, on_page, states::State};
use serde_json::json;
use thirtyfour::Key;

/// HS256 under the secret `a-string-secret-at-least-256-bits-long!`; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";

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
        page.has_the_focus("#paste").await?;
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
        page.has_the_focus("#results").await?;
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
    page.has_the_focus(css).await?;
    page.until(&format!("{css} is in sight"), async || page.holds(IN_SIGHT).await).await
}

#[test]
fn the_table_keeps_the_focus_when_it_is_drawn_anew() {
    in_each_browser(async |page| {
        State::Many.show(page).await?;
        page.run("document.querySelector('.sort').focus()").await?;
        // The worker orders the rows: they come after the column's head says it.
        page.press(Key::Enter).await?;
        page.shows("[aria-sort=descending]").await?;
        page.shows("[data-row]:first-child:not(:has(#pick-0))").await?;
        is_focused(page, "[aria-sort=descending] .sort").await?;
        page.press(Key::Enter).await?;
        page.shows("[aria-sort=ascending]").await?;
        page.shows("[data-row]:first-child #pick-0").await?;
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
        page.has_the_focus("#file").await
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
