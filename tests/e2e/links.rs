//! A link brings a token and a public key, and nothing of it stays in the address.

use e2e::{LATE_MODULE, Page, WebDriverResult, in_browser, in_each_browser};

/// HS256; what it is signed with does not matter here.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4eXp6eSJ9.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmE";

/// The token of RFC 7515 appendix A.3 and its public key.
const SIGNED: &str = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
const PUBLIC: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
const PRIVATE: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}"#;

/// The text as it stands in a link.
fn escaped(text: &str) -> String {
    text.bytes().flat_map(|byte| ['%', digit(byte >> 4), digit(byte & 15)]).collect()
}

fn digit(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or('0')
}

async fn visit(page: &Page, fragment: &str) -> WebDriverResult<()> {
    // The browser ends where only the fragment differs without loading anything.
    page.browser().goto("about:blank").await?;
    page.browser().goto(format!("{}#{fragment}", page.site().address())).await
}

async fn is_gone(page: &Page) -> WebDriverResult<()> {
    assert_eq!(page.value("return location.hash + location.search").await?, "");
    assert_eq!(page.value("return document.querySelector('#keys')?.value ?? ''").await?, "");
    Ok(())
}

#[test]
fn the_token_of_a_link_is_diagnosed_and_gone_from_the_address() {
    in_each_browser(async |page| {
        visit(page, &format!("token={TOKEN}")).await?;
        page.shows("[data-verdict=undecided]").await?;
        page.reads("[data-member=sub]", "xyzzy").await?;
        page.shows("[data-link=read]").await?;
        is_gone(page).await
    });
}

#[test]
fn the_address_is_clean_before_the_module_comes() {
    in_browser(async |page| {
        page.before_everything(LATE_MODULE).await?;
        visit(page, &format!("token={TOKEN}")).await?;
        is_gone(page).await
    });
}

#[test]
fn a_public_key_of_a_link_is_used() {
    in_each_browser(async |page| {
        visit(page, &format!("token={SIGNED}&key={}", escaped(PUBLIC))).await?;
        page.shows("[data-stage=signature][data-state=verified]").await?;
        assert_eq!(page.value("return location.href.includes('#')").await?, "false");
        Ok(())
    });
}

#[test]
fn a_key_of_a_link_that_is_not_public_is_refused() {
    let secret = "a-string-secret-at-least-256-bits-long!";
    for key in [PRIVATE, secret, &format!("[{PUBLIC},{PRIVATE}]"), "-----BEGIN ENCRYPTED PRIVATE KEY-----"] {
        in_browser(async |page| {
            visit(page, &format!("key={}&token={SIGNED}", escaped(key))).await?;
            page.shows("[data-link=refused]").await?;
            page.reads("[data-link=refused]", "public").await?;
            page.is_diagnosed().await?;
            page.shows("[data-stage=signature][data-state=not-checked]").await?;
            is_gone(page).await
        });
    }
}

#[test]
fn a_link_that_is_followed_while_the_page_is_open_is_taken_as_well() {
    in_each_browser(async |page| {
        page.paste("something else").await?;
        page.is_diagnosed().await?;
        page.run(&format!("location.hash = 'token={TOKEN}'")).await?;
        page.reads("[data-member=sub]", "xyzzy").await?;
        is_gone(page).await
    });
}

#[test]
fn a_link_that_is_followed_in_another_view_leads_back_to_the_verdict() {
    for view in ["make", "kb", "kb/time/expired"] {
        in_browser(async |page| {
            visit(page, &format!("/{view}")).await?;
            page.has_started().await?;
            assert!(!page.find("#paste").await?.is_displayed().await?);
            page.run(&format!("location.hash = 'token={TOKEN}'")).await?;
            page.reads("[data-member=sub]", "xyzzy").await?;
            assert!(page.find("#paste").await?.is_displayed().await?, "{view}");
            page.has_the_focus("#results").await?;
            is_gone(page).await
        });
    }
}
