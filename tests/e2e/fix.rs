//! The fix to copy, and what to fetch where nothing was found.

use e2e::{Page, WebDriverResult, in_each_browser};

/// RS256, with a key that nobody has, by `https://issuer.example/realms/a`, kid `it's`.
const UNEXPLAINED: &str = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Iml0J3MifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlL3JlYWxtcy9hIiwic3ViIjoidXNlci0xIiwiZXhwIjo0MTAyNDQ0ODAwfQ.AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dzj6vH4BAsSGSAnLjU8Q0pRWF9mbXR7gomQl56lrLO6wcjP1t3k6_L5BQwTGiEoLzY9REtSWWBnbnV8g4qRmJ-mrbS7wsnQ197l7PP6Bg0UGyIpMDc-RUxTWmFob3Z9hIuSmaCnrrW8w8rR2N_m7fQABw4VHCMqMTg_Rk1UW2JpcHd-hYyTmqGor7a9xMvS2eDn7vUBCA8WHSQrMjlAR05VXGNqcXh_ho2Um6KpsLe-xczT2uHo7_YCCRAXHiUsMzpBSE9WXWRrcnmAh46VnKOqsbi_xs3U2-Lp8PcDChEYHw";

async fn begin(page: &Page) -> WebDriverResult<()> {
    page.may_use_the_clipboard().await?;
    page.click("[data-language=en]").await
}

/// Presses a button that copies, and tells what then is on the clipboard.
async fn copied_by(page: &Page, button: &str) -> WebDriverResult<String> {
    page.run("return navigator.clipboard.writeText('')").await?;
    page.click(button).await?;
    page.until("it is copied", async || Ok(!page.copied().await?.is_empty())).await?;
    page.copied().await
}

/// Chooses an option of the list of libraries as a person does.
async fn choose(page: &Page, library: &str) -> WebDriverResult<()> {
    page.click(&format!("#fix-library option[value={library}]")).await?;
    page.shows(&format!("[data-fix={library}]")).await
}

#[test]
fn the_fix_is_copied_for_the_library_that_was_chosen() {
    in_each_browser(async |page| {
        begin(page).await?;
        page.click("[data-sample=base64-secret]").await?;
        page.shows("#fix-library").await?;
        assert_eq!(page.count("[data-fix]").await?, 0, "no library is known");
        choose(page, "golang-jwt").await?;
        page.reads("[data-fix] pre", "base64.StdEncoding.DecodeString").await?;
        choose(page, "pyjwt").await?;
        page.reads("[data-fix] pre", "base64.b64decode").await?;
        let copied = copied_by(page, "[data-fix] .copy").await?;
        for words in [
            "base64.b64decode(os.environ[\"JWT_SECRET\"])",
            "algorithms=[\"HS256\"]",
            "issuer=\"https://login.example.com/\"",
            "audience=\"https://api.example.com\"",
        ] {
            assert!(copied.contains(words), "{copied}");
        }
        // It is remembered for the next case.
        page.click("[data-clear]").await?;
        page.click("[data-sample=clock-skew]").await?;
        page.reads("[data-fix=pyjwt] pre", "leeway=").await
    });
}

#[test]
fn the_library_of_the_message_is_the_library_at_hand() {
    in_each_browser(async |page| {
        begin(page).await?;
        page.click("[data-sample=base64-secret]").await?;
        page.shows("#fix-library").await?;
        let text = page.value("return document.querySelector('#paste').value").await?;
        page.paste(&format!("jwt.exceptions.InvalidSignatureError: Signature verification failed\n{text}"))
            .await?;
        page.shows("[data-fix=pyjwt]").await
    });
}

#[test]
fn where_nothing_explains_it_the_command_that_decides_is_copied() {
    in_each_browser(async |page| {
        begin(page).await?;
        page.click("[data-sample=algorithm-confusion]").await?;
        let key = page.value("return document.querySelector('#keys').value").await?;
        page.click("[data-clear]").await?;
        page.fill("#keys", &key).await?;
        page.paste(UNEXPLAINED).await?;
        page.shows("[data-cause=wrong-key][data-standing=possible]").await?;
        page.shows("[data-evidence=key-set]").await?;
        let copied = copied_by(page, "[data-evidence=key-of-kid] .copy").await?;
        assert!(
            copied.contains("'https://issuer.example/realms/a/.well-known/openid-configuration'"),
            "{copied}"
        );
        assert!(copied.contains(r"--arg kid 'it'\''s'"), "{copied}");
        // Ruled-out explanations fold open.
        page.click(".ruled-out summary").await?;
        page.shows(".ruled-out[open] [data-ruled-out]").await
    });
}
