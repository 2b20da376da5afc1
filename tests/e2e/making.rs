//! Making tokens, as somebody does it who wants one for a test or has a fault to reproduce.

use e2e::{
    Kind, Page, Stage, WebDriverResult, in_browser, in_each_browser, on_page, on_stage, states::KEEP_WORKERS,
};
use serde_json::json;

/// HS256 under the secret below; it expires in the year 2100.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// Goes to the view by its link.
async fn open(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await?;
    page.click("[data-to=make]").await?;
    page.shows("[data-to=make][aria-current=page]").await
}

async fn choose(page: &Page, alg: &str) -> WebDriverResult<()> {
    page.click(&format!("#make-algorithm option[value='{alg}']")).await?;
    let header = format!("return document.querySelector('#make-header').value.includes('\"{alg}\"')");
    page.until("the header names the algorithm", async || page.holds(&header).await).await
}

/// Makes a key and signs.
async fn sign_with_a_new_key(page: &Page, alg: &str) -> WebDriverResult<()> {
    choose(page, alg).await?;
    page.click("[data-generate]").await?;
    let kind = "return /\"(d|k|priv)\": /.test(document.querySelector('#make-key').value)";
    page.until("there is a key", async || page.holds(kind).await).await?;
    page.reads("#make-key-note", "for tests only").await?;
    page.click("#make-sign").await?;
    page.shows("[data-made=made]").await
}

/// What is in a field.
async fn written(page: &Page, css: &str) -> WebDriverResult<String> {
    page.value(&format!("return document.querySelector({css:?}).value")).await
}

/// A token is made with a new key, and debugged: the key that the page hands over verifies it.
#[track_caller]
fn a_token_is_made_and_accepted(alg: &str) {
    in_each_browser(async |page| {
        open(page).await?;
        page.click("[data-time=exp]").await?;
        page.until("the claim is set", async || {
            Ok(written(page, "#make-claims").await?.contains("\"exp\": "))
        })
        .await?;
        sign_with_a_new_key(page, alg).await?;
        assert_eq!(page.count("[data-remark]").await?, 0);
        page.click("#make-debug").await?;
        page.shows("[data-verdict=accepted]").await?;
        page.shows("[data-stage=signature][data-state=verified]").await?;
        assert!(!written(page, "#keys").await?.contains("\"d\""), "the private half stays where it is");
        assert_eq!(page.value("return location.hash").await?, "#/");
        Ok(())
    });
}

#[test]
fn hmac() {
    a_token_is_made_and_accepted("HS512");
}

#[test]
fn rsa_pkcs_1() {
    a_token_is_made_and_accepted("RS256");
}

#[test]
fn rsa_pss() {
    a_token_is_made_and_accepted("PS384");
}

#[test]
fn ecdsa() {
    a_token_is_made_and_accepted("ES512");
}

#[test]
fn eddsa() {
    a_token_is_made_and_accepted("Ed448");
}

#[test]
fn ml_dsa() {
    a_token_is_made_and_accepted("ML-DSA-44");
}

#[test]
fn nothing_is_signed_before_the_button_is_pressed() {
    in_each_browser(async |page| {
        open(page).await?;
        page.fill("#make-key", SECRET).await?;
        page.fill("#make-claims", r#"{"sub":"ada"}"#).await?;
        page.shows("[data-made=none]").await?;
        page.click("#make-sign").await?;
        page.shows("[data-made=made]").await?;
        let first = page.text_of("#made-token").await?;
        page.fill("#make-claims", r#"{"sub":"bob"}"#).await?;
        page.reads("[data-stale]", "Out of date").await?;
        assert_eq!(page.text_of("#made-token").await?, first);
        page.click("#make-sign").await?;
        page.shows("[data-made=made]").await?;
        assert_ne!(page.text_of("#made-token").await?, first);
        Ok(())
    });
}

#[test]
fn the_token_at_hand_is_made_again_character_by_character() {
    in_each_browser(async |page| {
        page.paste(TOKEN).await?;
        page.fill("#keys", SECRET).await?;
        page.shows("[data-verdict=accepted]").await?;
        open(page).await?;
        page.click("[data-take]").await?;
        page.until("the claims are there", async || Ok(written(page, "#make-claims").await?.contains("Ada")))
            .await?;
        assert_eq!(written(page, "#make-key").await?, "", "the key is never taken");
        page.click("#make-sign").await?;
        page.reads("[data-refused=NoKey]", "Paste a private key or a secret").await?;
        page.fill("#make-key", SECRET).await?;
        page.click("#make-sign").await?;
        page.shows("[data-made=made]").await?;
        assert_eq!(page.text_of("#made-token").await?, TOKEN);
        // The way back: nothing of the first view is lost.
        page.click("[data-to=diagnose]").await?;
        page.shows("[data-verdict=accepted]").await?;
        assert_eq!(written(page, "#paste").await?, TOKEN);
        Ok(())
    });
}

#[test]
fn a_mistake_is_shown_where_it_is_and_nothing_is_lost() {
    in_each_browser(async |page| {
        open(page).await?;
        let claims = "{\n  \"sub\": \"ada\"\n  \"exp\": 1\n}";
        page.fill("#make-key", SECRET).await?;
        page.fill("#make-claims", claims).await?;
        page.click("#make-sign").await?;
        page.reads("[data-refused=NotJson]", "line 3, column 3").await?;
        assert_eq!(written(page, "#make-claims").await?, claims);
        page.fill("#make-claims", "{}").await?;
        choose(page, "ES256").await?;
        page.click("#make-sign").await?;
        page.reads(
            "[data-refused=KeyKind]",
            "ES256 signs with an EC key, and the text holds a shared secret",
        )
        .await?;
        page.click("[data-language=zh]").await?;
        page.reads("[data-refused=KeyKind]", "而文本中是共享密钥").await
    });
}

#[test]
fn the_worker_that_signs_is_started_when_it_is_wanted() {
    in_browser(async |page| {
        page.before_everything(KEEP_WORKERS).await?;
        page.open().await?;
        page.paste(TOKEN).await?;
        page.is_diagnosed().await?;
        assert!(page.holds("return workers.length === 1").await?);
        open(page).await?;
        page.until("there is another worker", async || page.holds("return workers.length === 2").await).await
    });
}

#[test]
fn a_part_that_signs_and_was_tampered_with_is_not_run() {
    in_browser(async |page| {
        page.before_everything(KEEP_WORKERS).await?;
        page.site().tamper_with("jwt-why-rest.wasm");
        page.open().await?;
        page.paste(TOKEN).await?;
        page.reads("[data-rest=failed]", "could not be loaded").await?;
        page.click("[data-to=make]").await?;
        assert!(page.find("[data-rest=failed]").await?.is_displayed().await?);
        // There is nothing to press, nobody who could sign, and the first view lives on.
        assert_eq!(page.count("#make-sign").await?, 0);
        assert!(page.holds("return workers.length === 1").await?);
        page.click("[data-to=diagnose]").await?;
        page.shows("[data-verdict]").await
    });
}

#[test]
fn what_is_made_is_nowhere_but_in_the_page() {
    on_page(async |page| {
        open(page).await?;
        sign_with_a_new_key(page, "ES256").await?;
        let seen = page.site().seen();
        assert!(seen.iter().all(|address| !address.contains("eyJ")), "{seen:?}");
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        let kept = "
            const databases = await indexedDB.databases();
            const kept = Object.keys(localStorage).filter(name => name !== 'language' && name !== 'theme');
            return [...kept, ...Object.keys(sessionStorage), ...databases, document.cookie, JSON.stringify(history.state)]
                .filter(entry => entry && entry !== 'null').join()";
        assert_eq!(page.value(&format!("return (async () => {{ {kept} }})()")).await?, "");
        assert_eq!(page.value("return location.search + location.hash").await?, "#/make");
        let console = page.console().await?;
        assert!(console.is_empty(), "{console:?}");
        Ok(())
    });
}

#[test]
fn on_a_phone_the_outcome_comes_into_view() {
    on_page(async |page| {
        let metrics = json!({ "width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": true });
        page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        open(page).await?;
        page.click("#make-sign").await?;
        page.shows("[data-refused=NoKey]").await?;
        let seen = "
            const { top, bottom } = document.querySelector('[data-refused]').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight";
        page.until("the reason is in view", async || page.holds(seen).await).await
    });
}

#[test]
fn everything_is_reached_by_keyboard() {
    in_each_browser(async |page| {
        open(page).await?;
        let order = "
            const seen = [];
            for (const element of document.querySelectorAll('.maker :is(button, select, textarea)'))
                if (element.checkVisibility() && !element.disabled && element.tabIndex !== 0) seen.push(element.outerHTML);
            return seen.join()";
        assert_eq!(page.value(order).await?, "");
        page.fill("#make-key", SECRET).await?;
        page.run("document.querySelector('#make-sign').focus()").await?;
        page.find("#make-sign").await?.send_keys("\u{e007}").await?;
        page.shows("[data-made=made]").await?;
        page.reads(".maker-result [role=status]", "Signed.").await
    });
}

#[test]
fn the_page_that_is_one_file_makes_tokens_too() {
    for kind in [Kind::Chromium, Kind::Firefox] {
        on_stage(&Stage::one_file(kind), async |page| {
            page.open().await?;
            open(page).await?;
            sign_with_a_new_key(page, "ES256").await
        });
    }
}
