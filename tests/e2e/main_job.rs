//! The main job as a person does it: paste a log, type a key, read the proof, look at the entries, switch the language.

use e2e::{Page, WebDriverResult, in_each_browser, on_page};

const EXCERPT: &str = include_str!("../data/seeds/mettleci-invalid-signature.txt");

/// HS256 under the secret `a-string-secret-at-least-256-bits-long!`; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// The page's language, whatever the browser's is.
async fn in_english(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await
}

#[test]
fn a_log_gives_its_token_its_time_its_library_and_the_entry_that_calms() {
    on_page(a_log);
}

/// A log gives its token, its time, its library, and the entry that calms.
pub async fn a_log(page: &Page) -> WebDriverResult<()> {
    in_english(page).await?;
    page.paste(EXCERPT).await?;
    page.shows("[data-verdict=undecided]").await?;
    page.reads("[data-verdict]", "Undecided").await?;
    page.shows("[data-sightings='2']").await?;
    page.reads("[data-stage=signature]", "Not checked").await?;
    page.reads("[data-member=username]", "ldelveaux").await?;
    page.reads("[data-library=jose4j]", "dropwizard").await?;
    page.shows("[data-log-time='1648212586']").await?;
    page.click("[data-log-time='1648212586']").await?;
    page.reads(".timeline, [aria-labelledby=timeline-title]", "27 s").await?;
    let entry = "[data-entry='operations/key-made-at-each-start']";
    page.shows(&format!("{entry}[data-standing=possible]")).await?;
    page.reads(entry, "Log in again").await?;
    page.reads(entry, "Leave the message alone").await
}

#[test]
fn the_verdict_changes_as_the_key_is_typed() {
    on_page(a_key);
}

/// A key is typed, wrongly and then rightly.
pub async fn a_key(page: &Page) -> WebDriverResult<()> {
    in_english(page).await?;
    page.paste(TOKEN).await?;
    page.shows("[data-verdict=undecided]").await?;
    page.fill("#keys", SECRET.trim_end_matches('!')).await?;
    page.shows("[data-verdict=rejected]").await?;
    page.shows("[data-stage=signature][data-state=mismatch]").await?;
    page.fill("#keys", SECRET).await?;
    page.shows("[data-verdict=accepted]").await?;
    page.reads("[data-verdict]", "Accepted").await?;
    page.shows("[data-stage=decode][data-state=ok]").await?;
    page.shows("[data-stage=signature][data-state=verified]").await?;
    page.shows("[data-stage=claims][data-state=ok]").await
}

#[test]
fn a_secret_that_was_read_wrongly_is_proved_and_advice_is_tried_on_the_token() {
    on_page(a_proof);
}

/// A sample, its proof, and the advice that is tried on it.
pub async fn a_proof(page: &Page) -> WebDriverResult<()> {
    in_english(page).await?;
    page.click("[data-sample=base64-secret]").await?;
    page.shows("[data-proof=accepted] [data-cause=secret-base64-decoded]").await?;
    let entry = "[data-entry='signature/secret-is-base64']";
    page.shows(&format!("{entry}[data-standing=proved]")).await?;
    page.shows(&format!("{entry} [data-advice=workaround][data-trial=helps]")).await?;
    page.reads(&format!("{entry} [data-trial=helps]"), "helps here").await?;
    page.shows("[data-advice=dead-end][data-trial=does-not-help], [data-advice=dead-end][data-trial=attack]")
        .await
}

#[test]
fn the_language_is_switched_and_kept() {
    in_each_browser(async |page| {
        page.click("[data-language=zh]").await?;
        page.paste(TOKEN).await?;
        page.reads("[data-verdict]", "未定").await?;
        assert!(page.holds("return document.documentElement.lang.startsWith('zh')").await?);
        page.click("[data-language=en]").await?;
        page.reads("[data-verdict]", "Undecided").await?;
        page.open().await?;
        assert!(page.holds("return document.documentElement.lang === 'en'").await?);
        Ok(())
    });
}
