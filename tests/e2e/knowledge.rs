//! The knowledge base in the page: what is fetched when, and what is left when it can't be fetched.

use e2e::{Page, WebDriverResult, in_browser};

const EXPIRED: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJleHAiOjE3MDAwMDAwMDB9.c2lnbmF0dXJl";

async fn in_english(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await
}

/// How often the page has asked for the file with the texts.
async fn fetches(page: &Page) -> WebDriverResult<String> {
    page.value("return String(asked.filter(address => address.includes('texts.txt')).length)").await
}

#[test]
fn texts_are_fetched_once_when_an_entry_is_first_read() {
    in_browser(async |page| {
        page.before_everything(
            "const get = fetch;
             globalThis.asked = [];
             globalThis.fetch = (...what) => (asked.push(String(what[0])), get(...what));",
        )
        .await?;
        page.open().await?;
        in_english(page).await?;
        page.shows("[data-entry]").await?;
        assert_eq!(fetches(page).await?, "0");
        page.paste(EXPIRED).await?;
        page.reads("[data-entry='time/expired'], [data-entry][open]", "Root cause").await?;
        page.fill("#search", "keycloak").await?;
        page.shows("[data-entry^='platforms/keycloak']").await?;
        assert_eq!(fetches(page).await?, "1");
        Ok(())
    });
}

#[test]
fn without_the_texts_there_are_verdict_titles_and_a_way_on() {
    in_browser(async |page| {
        page.before_everything(
            "const get = fetch;
             globalThis.lost = true;
             globalThis.fetch = (...what) => lost && String(what[0]).includes('texts.txt')
                 ? Promise.reject(new TypeError('offline')) : get(...what);",
        )
        .await?;
        page.open().await?;
        in_english(page).await?;
        page.paste(EXPIRED).await?;
        page.shows("[data-verdict=rejected]").await?;
        page.reads("[data-texts=failed]", "try again").await?;
        page.shows("[data-texts=failed] a[href^='kb/']").await?;
        page.run("lost = false").await?;
        page.click("[data-texts=failed] button").await?;
        page.reads("[data-entry][open]", "Root cause").await
    });
}

#[test]
fn texts_that_were_tampered_with_are_not_shown() {
    in_browser(async |page| {
        page.site().tamper_with("texts.txt");
        page.open().await?;
        in_english(page).await?;
        page.paste(EXPIRED).await?;
        page.shows("[data-texts=failed]").await
    });
}
