//! axe-core finds no barrier in any state of the page, in both themes, in both languages, on a desk and on a phone. What
//! any other test leaves on the screen is looked at when it ends.

use e2e::{Page, WebDriverResult, in_browser, states};
use serde_json::json;

/// How somebody may see the page: theme, language, and the size of the window in CSS pixels.
type Guise = (&'static str, &'static str, (u32, u32));

const DESK: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (360, 640);

/// All of them. What takes longest to change is changed least often.
const GUISES: [Guise; 8] = [
    ("light", "en", DESK),
    ("dark", "en", DESK),
    ("dark", "zh", DESK),
    ("light", "zh", DESK),
    ("light", "zh", PHONE),
    ("dark", "zh", PHONE),
    ("dark", "en", PHONE),
    ("light", "en", PHONE),
];

/// Changes theme and language as their switches do, whatever else is shown, and waits until it is on the screen.
const PUT_ON: &str = "
    document.documentElement.dataset.theme = THEME;
    document.querySelector('[data-language=LANGUAGE]').click();
    return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))";

async fn put_on(page: &Page, (theme, language, (width, height)): Guise) -> WebDriverResult<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.run(&PUT_ON.replace("THEME", &format!("{theme:?}")).replace("LANGUAGE", language)).await?;
    page.shows(&format!("html[lang^={language}]")).await
}

/// In how many parts the states are looked at, each in a browser of its own.
const PARTS: usize = 4;

/// Looks at each state of a part in every guise; fails with everything that was found.
#[track_caller]
fn check(part: usize) {
    in_browser(async |page| {
        page.before_everything(states::KEEP_WORKERS).await?;
        page.open().await?;
        let mut found = Vec::new();
        for (name, state) in states::ALL.into_iter().skip(part).step_by(PARTS) {
            state.show(page).await?;
            for guise in GUISES {
                put_on(page, guise).await?;
                let violations = page.barriers().await?;
                found.extend(violations.lines().map(|violation| format!("{name}, {guise:?}: {violation}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_the_first_part_of_the_states() {
    check(0);
}

#[test]
fn axe_finds_nothing_in_the_second_part_of_the_states() {
    check(1);
}

#[test]
fn axe_finds_nothing_in_the_third_part_of_the_states() {
    check(2);
}

#[test]
fn axe_finds_nothing_in_the_last_part_of_the_states() {
    check(3);
}

#[test]
fn axe_finds_what_is_put_there() {
    in_browser(async |page| {
        page.open().await?;
        page.run("document.querySelector('main').append(document.createElement('button'))").await?;
        assert!(page.barriers().await?.contains("button-name"));
        page.run("document.querySelector('main > button:last-child').remove()").await
    });
}
