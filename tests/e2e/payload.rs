//! A token whose payload was sent apart.

use e2e::{Page, WebDriverResult, on_page};

/// RFC 7797 section 4: "b64" is false, and what was signed is the text `$.02`. The key is that of RFC 7515 appendix A.1.
const UNENCODED: &str =
    "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY";
const KEY: &str = r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;

/// RFC 7515 appendix F: the token of appendix A.1 without its payload.
const DETACHED: &str =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9..dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const PAYLOAD: &str =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

async fn give(page: &Page, token: &str) -> WebDriverResult<()> {
    page.click("[data-language=en]").await?;
    page.paste(token).await?;
    page.fill("#keys", KEY).await?;
    page.shows("[data-stage=signature][data-state=mismatch]").await?;
    page.reads(".detached", "sent apart").await
}

#[test]
fn the_payload_in_base64url_completes_the_token() {
    on_page(async |page| {
        give(page, DETACHED).await?;
        page.fill("#detached", PAYLOAD).await?;
        page.shows("[data-stage=signature][data-state=verified]").await?;
        page.shows("[data-payload-reading=base64url][aria-pressed=true]").await?;
        page.reads("#detached-read", "70 bytes").await?;
        page.click("[data-payload-reading=text]").await?;
        page.shows("[data-stage=signature][data-state=mismatch]").await?;
        page.shows("[data-payload-reading=text][aria-pressed=true]").await
    });
}

#[test]
fn the_payload_as_text_completes_an_unencoded_one() {
    on_page(async |page| {
        give(page, UNENCODED).await?;
        page.fill("#detached", "$.02").await?;
        page.shows("[data-stage=signature][data-state=verified]").await?;
        page.shows("[data-payload-reading=text][aria-pressed=true]").await?;
        page.click("[data-payload-reading=base64url]").await?;
        page.reads("#detached-read", "no base64url").await
    });
}

#[test]
fn the_box_is_there_only_where_a_payload_is_missing() {
    on_page(async |page| {
        page.paste(&DETACHED.replace("..", &format!(".{PAYLOAD}."))).await?;
        page.is_diagnosed().await?;
        assert_eq!(page.count("#detached").await?, 0);
        page.paste(DETACHED).await?;
        page.shows("#detached").await
    });
}
