//! axe-core finds no barrier in any state of the page, in both themes and both languages.

use std::sync::LazyLock;

use e2e::{Page, WebDriverResult, in_browser, states};
use serde_json::json;
use thirtyfour::error::WebDriverError;

/// axe-core, from npm. It is brought once, whatever tests ask for it at the same time.
fn axe() -> WebDriverResult<&'static str> {
    static AXE: LazyLock<Result<String, String>> =
        LazyLock::new(|| xtask::axe().map_err(|failure| failure.to_string()));
    AXE.as_deref().map_err(|failure| WebDriverError::FatalError(failure.clone()))
}

/// Looks at the whole page and names what it finds: the rule, and the elements.
const LOOK: &str = "
    return axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) =>
        `${id}: ${nodes.slice(0, 3).map(({ target, any, all, none }) =>
            `${target.join(' ')} (${[...any, ...all, ...none].map(({ message }) => message).slice(0, 1)})`).join('; ')}`
    ).join('\\n'))";

async fn look(page: &Page, theme: &str, language: &str, size: (u32, u32)) -> WebDriverResult<Vec<String>> {
    let metrics =
        json!({ "width": size.0, "height": size.1, "deviceScaleFactor": 1, "mobile": size.0 < 500 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.before_everything(states::KEEP_WORKERS).await?;
    page.visit().await?;
    page.run(&format!("localStorage.language = {language:?}; localStorage.theme = {theme:?}")).await?;
    page.open().await?;
    page.run(axe()?).await?;
    let mut found = Vec::new();
    for (name, state) in states::ALL {
        state.show(page).await?;
        let violations = page.value(LOOK).await?;
        found.extend(violations.lines().map(|violation| format!("{name}, {theme}, {language}: {violation}")));
    }
    Ok(found)
}

/// Fails with everything that was found.
#[track_caller]
fn check(theme: &str, language: &str, size: (u32, u32)) {
    in_browser(async |page| {
        let found = look(page, theme, language, size).await?;
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_light_english() {
    check("light", "en", (1440, 900));
}

#[test]
fn axe_finds_nothing_in_dark_chinese() {
    check("dark", "zh", (1440, 900));
}

#[test]
fn axe_finds_nothing_in_dark_english_on_a_phone() {
    check("dark", "en", (360, 640));
}

#[test]
fn axe_finds_nothing_in_light_chinese_on_a_phone() {
    check("light", "zh", (360, 640));
}

#[test]
fn axe_finds_what_is_put_there() {
    in_browser(async |page| {
        page.open().await?;
        page.run(axe()?).await?;
        page.run("document.querySelector('main').append(document.createElement('button'))").await?;
        assert!(page.value(LOOK).await?.contains("button-name"));
        Ok(())
    });
}
