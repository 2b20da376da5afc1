//! The change that was proved, made visible; and what is said where nothing is proved.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::{Value, json};

const CASES: &str = include_str!("../data/own-cases.jsonl");

/// Gives the page a prepared case: its text, its key, and what the verifier expects of the four commonest things.
async fn give(page: &Page, id: &str) -> WebDriverResult<()> {
    let rows = CASES.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let case = rows.into_iter().find(|case| case["id"] == id);
    let Some(case) = case else { panic!("there is no case {id}") };
    page.fill("#clock", &case["now"].to_string()).await?;
    for name in ["issuer", "audience"] {
        page.fill(&format!("#policy-{name}"), case["policy"][name].as_str().unwrap_or_default()).await?;
    }
    page.fill("#keys", case["keys"].as_str().unwrap_or_default()).await?;
    page.paste(case["text"].as_str().unwrap_or_default()).await?;
    page.is_diagnosed().await
}

async fn open(page: &Page, width: u32, height: u32) -> WebDriverResult<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", size).await?;
    page.open().await?;
    page.click("[data-language=en]").await
}

/// Whether the two values of a change stand beside each other, and not one under the other.
const BESIDE: &str = "
    const [given, used] = [...document.querySelectorAll('.reading')].map((element) => element.getBoundingClientRect());
    return given.top === used.top && given.right <= used.left";

#[test]
fn two_values_stand_side_by_side_where_there_is_room() {
    in_browser(async |page| {
        for (width, height, beside) in [(1_440, 900, true), (360, 640, false)] {
            open(page, width, height).await?;
            for id in
                ["one/double-quotes/hs256", "one/issuer-with-slash/hs256", "one/expired-27-seconds-ago/hs256"]
            {
                give(page, id).await?;
                page.shows(".reading.is-corrected").await?;
                assert_eq!(page.holds(BESIDE).await?, beside, "{id} at {width}");
            }
        }
        Ok(())
    });
}

#[test]
fn characters_that_are_too_many_are_seen_without_the_secret() {
    in_browser(async |page| {
        open(page, 1_440, 900).await?;
        for (id, strays) in [
            ("one/newline-read-from-file/hs256", "↵"),
            ("one/blank-copied/hs256", "\u{2423}\u{2423}"),
            ("one/double-quotes/hs256", "\"\""),
        ] {
            give(page, id).await?;
            let seen =
                "return [...document.querySelectorAll('.stray')].map((mark) => mark.textContent).join('')";
            page.until("the strays are marked", async || Ok(page.value(seen).await? == strays)).await?;
            assert_eq!(page.count(".covered").await?, 2, "{id}");
        }
        Ok(())
    });
}

#[test]
fn every_corrected_value_can_be_copied() {
    in_browser(async |page| {
        open(page, 1_440, 900).await?;
        for id in [
            "one/base64-not-decoded/hs256",
            "one/newline-read-from-file/hs256",
            "one/issuer-with-slash/hs256",
            "one/another-audience/hs256",
            "one/expired-27-seconds-ago/hs256",
            "one/times-in-milliseconds/hs256",
            "one/exp-in-quotes/hs256",
            "one/der/es256",
            "one/padding-added/rs256",
            "one/signature-as-hex-text/rs256",
            "one/respelled-header-order/rs256",
            "one/signed-as-rs512/rs256",
            "one/kid-names-another-key/rs256",
            "one/signature-cut/hs256",
        ] {
            give(page, id).await?;
            page.until(id, async || Ok(page.count(".proof:first-of-type .change .copy").await? == 1)).await?;
        }
        Ok(())
    });
}

#[test]
fn the_clock_is_moved_on_the_line_as_the_proof_moves_it() {
    in_browser(async |page| {
        open(page, 1_440, 900).await?;
        for (id, seconds) in [
            ("one/expired-27-seconds-ago/hs256", "-28"),
            ("one/valid-in-a-minute/hs256", "60"),
            ("one/issued-in-two-hours/hs256", "7200"),
        ] {
            give(page, id).await?;
            page.shows(&format!("[data-clock-moved='{seconds}']")).await?;
            assert_eq!(page.count("[data-points~=moved]").await?, 1, "{id}");
        }
        give(page, "one/double-quotes/hs256").await?;
        assert_eq!(page.count("[data-clock-moved]").await?, 0);
        Ok(())
    });
}

#[test]
fn where_nothing_is_proved_the_page_says_what_was_ruled_out_and_what_would_decide() {
    in_browser(async |page| {
        open(page, 1_440, 900).await?;
        for (id, evidence, command) in [
            ("trap/other-key/rs256", "key-set", "curl -sS"),
            ("trap/other-key-in-a-set/es256", "key-of-kid", "--arg kid"),
            ("trap/other-key-and-expired/rs256", "key-digest", "openssl pkey"),
            ("trap/edited-content/eddsa", "key-set", "https://issuer.example/.well-known"),
            ("trap/other-key/hs256", "secret-digest", "sha256sum"),
            ("trap/base64-of-another/hs256", "secret-digest", "sha256sum"),
        ] {
            give(page, id).await?;
            page.shows("[data-verdict=rejected]").await?;
            page.shows(&format!("[data-evidence={evidence}] .copy")).await?;
            page.reads(&format!("[data-evidence={evidence}]"), command).await?;
            assert_eq!(page.count("[data-standing=possible][data-cause=wrong-key]").await?, 1, "{id}");
            assert_eq!(page.count("[data-proof]").await?, 0, "{id}: nothing is proved");
            page.click(".ruled-out summary").await?;
            page.shows(".ruled-out[open] [data-ruled-out]").await?;
            assert!(page.count("[data-ruled-out]").await? >= 1, "{id}");
        }
        Ok(())
    });
}
