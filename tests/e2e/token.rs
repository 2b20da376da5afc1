//! The token in its parts: what is pointed at in one place is marked in the other, and each form of header and claims
//! can be read and copied.

use e2e::{Page, WebDriverResult, in_each_browser, on_page};
use serde_json::Value;
use thirtyfour::{By, Key};

async fn sample(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await?;
    page.click("[data-sample=clock-skew]").await?;
    page.is_diagnosed().await
}

/// The characters of a finding, the finding, and the claim that it is about.
const CHARACTERS: &str = ".run.has-finding";
const FINDING: &str = "#finding-0";
const CLAIM: &str = "[data-member=exp]";

async fn are_marked(page: &Page, marked: bool) -> WebDriverResult<()> {
    for css in [CHARACTERS, FINDING, CLAIM] {
        let is =
            format!("return document.querySelector({css:?}).classList.contains('is-marked') === {marked}");
        page.until(&format!("{css} is marked: {marked}"), async || page.holds(&is).await).await?;
    }
    Ok(())
}

#[test]
fn what_a_pointer_is_on_is_marked_everywhere() {
    in_each_browser(async |page| {
        sample(page).await?;
        for css in [CHARACTERS, FINDING, CLAIM] {
            let element = page.browser().find(By::Css(css)).await?;
            element.scroll_into_view().await?;
            page.browser().action_chain().move_to_element_center(&element).perform().await?;
            are_marked(page, true).await?;
            page.browser().action_chain().move_to(2, 2).perform().await?;
            are_marked(page, false).await?;
        }
        Ok(())
    });
}

#[test]
fn what_has_the_focus_is_marked_everywhere() {
    on_page(async |page| {
        sample(page).await?;
        page.run(&format!("document.querySelector({CHARACTERS:?}).focus()")).await?;
        are_marked(page, true).await?;
        // Its characters lead to the finding, and the finding back to the text.
        page.press(Key::Enter).await?;
        page.has_the_focus("#finding-0").await?;
        are_marked(page, true).await?;
        page.run("document.activeElement.blur()").await?;
        are_marked(page, false).await?;
        page.click(&format!("{FINDING} .show")).await?;
        let selected = "const { selectionStart, selectionEnd } = document.querySelector('#paste');
            return document.activeElement.id === 'paste' && selectionEnd > selectionStart";
        assert!(page.holds(selected).await?);
        Ok(())
    });
}

#[test]
fn claims_are_explained_pretty_and_raw_and_each_can_be_copied() {
    in_each_browser(async |page| {
        page.may_use_the_clipboard().await?;
        sample(page).await?;
        let form = async |number: usize| {
            page.click(&format!("[data-json=payload] .toggle button:nth-child({number})")).await
        };
        page.reads("[data-json=payload] [data-member=exp]", "Expired from this second on").await?;
        page.click("[data-json=payload] [data-member=sub] .copy").await?;
        page.until("the value is copied", async || Ok(page.copied().await? == "grace")).await?;
        form(2).await?;
        page.reads("[data-json=payload] pre", "\n  \"sub\": \"grace\"").await?;
        form(3).await?;
        page.reads("[data-json=payload] pre", "\"sub\":\"grace\"").await?;
        page.click("[data-json=payload] .panel-head .copy").await?;
        page.until("the claims are copied", async || {
            let copied = serde_json::from_str::<Value>(&page.copied().await?);
            Ok(copied.is_ok_and(|claims| claims["sub"] == "grace"))
        })
        .await?;
        // The token, and what is signed of it.
        page.click(".token .copies .copy:last-child").await?;
        let parts = async || WebDriverResult::Ok(page.copied().await?.split('.').count());
        page.until("the token is copied", async || Ok(parts().await? == 3)).await?;
        page.click(".token .copies .copy:first-child").await?;
        page.until("the signing input is copied", async || Ok(parts().await? == 2)).await
    });
}

#[test]
fn whatever_has_a_tone_has_a_picture_and_a_word() {
    in_each_browser(async |page| {
        sample(page).await?;
        let bare =
            "return [...document.querySelectorAll('.stage-state, .badge, .severity, .verdict-word, .trial')]
            .filter((mark) => !mark.querySelector('svg') || mark.textContent.trim() === '')
            .map((mark) => mark.outerHTML).join(' ')";
        assert_eq!(page.value(bare).await?, "");
        assert!(page.count(".stage-state").await? >= 3);
        Ok(())
    });
}

#[test]
fn the_verdict_is_announced_once_and_not_at_each_key() {
    on_page(async |page| {
        sample(page).await?;
        page.run(
            "globalThis.said = [];
             const region = document.querySelector('#app > [role=status]');
             new MutationObserver(() => said.push(region.textContent))
                 .observe(region, { childList: true, characterData: true, subtree: true });",
        )
        .await?;
        page.run("const clock = document.querySelector('#clock'); clock.focus(); clock.select()").await?;
        page.browser().action_chain().send_keys("2025-12-31T16:50:00Z").perform().await?;
        page.shows("[data-verdict=accepted]").await?;
        page.until("it is announced", async || {
            page.holds("return globalThis.said.some((words) => words.startsWith('Accepted'))").await
        })
        .await?;
        let said = page.value("return said.filter((words) => words !== '').join(' | ')").await?;
        assert_eq!(said.matches("Accepted").count(), 1, "{said}");
        assert!(said.split(" | ").count() <= 2, "{said}");
        Ok(())
    });
}
