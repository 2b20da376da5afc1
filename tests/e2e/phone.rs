//! What a phone shows: nothing is wider than its screen, and the rows of many tokens are cards.

use e2e::{Page, WebDriverResult, in_browser, states};
use serde_json::json;

async fn on_a_phone(page: &Page) -> WebDriverResult<()> {
    let metrics = json!({ "width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": true });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.before_everything(states::KEEP_WORKERS).await?;
    page.open().await
}

#[test]
fn no_state_is_wider_than_a_phone() {
    in_browser(async |page| {
        on_a_phone(page).await?;
        for language in ["en", "zh"] {
            page.run(&format!("localStorage.language = {language:?}")).await?;
            page.open().await?;
            for (name, state) in states::ALL {
                state.show(page).await?;
                let width = page.value("return document.documentElement.scrollWidth").await?;
                assert_eq!(width, "360", "{name}, {language}");
            }
        }
        Ok(())
    });
}

#[test]
fn rows_of_many_tokens_are_cards_that_can_be_sorted() {
    in_browser(async |page| {
        on_a_phone(page).await?;
        states::State::Compared.show(page).await?;
        let sideways = "return [...document.querySelectorAll('.scrolls')].some((table) => table.scrollWidth > table.clientWidth)";
        assert!(!page.holds(sideways).await?, "a table scrolls sideways");
        let named = "return [...document.querySelectorAll('[data-row]:first-child td[data-column]')].every((cell) =>
            cell.getAttribute('role') === 'cell' && getComputedStyle(cell, '::before').content.includes(cell.dataset.column))";
        assert!(page.holds(named).await?, "a value has no name");
        page.click(".rows th:nth-child(3) .sort").await?;
        page.shows(".rows th:nth-child(3)[aria-sort]").await?;
        page.shows("[data-row]:first-child [data-column]").await
    });
}
