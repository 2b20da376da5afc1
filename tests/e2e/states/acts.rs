//! What a person does on an empty page to see a state that takes more than one step.

use thirtyfour::error::WebDriverResult;

use super::given::{MANY, OTHER, SECRET, TOKEN};
use crate::Page;

/// The sample of a secret read wrongly, later.
pub async fn two_faults(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.fill("#clock", "2026-01-01T09:00:00Z").await?;
    page.shows("[data-proof] [data-cause=expired]").await
}

/// The report of a sample, open.
pub async fn report(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.click(".ticket summary").await?;
    page.shows(".log-line").await
}

/// The fix of a sample, for PyJWT.
pub async fn fix(page: &Page) -> WebDriverResult<()> {
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    page.click("#fix-library option[value=pyjwt]").await?;
    page.shows("[data-fix=pyjwt] pre").await
}

/// A worker that is told what no page tells.
pub async fn died(page: &Page) -> WebDriverResult<()> {
    page.paste(TOKEN).await?;
    page.is_diagnosed().await?;
    page.run("workers.at(-1).postMessage({ kind: 'nonsense' })").await?;
    page.shows("[data-worker-died]").await
}

/// A token that is made with a new key.
pub async fn made(page: &Page) -> WebDriverResult<()> {
    page.click("[data-to=make]").await?;
    page.shows("[data-to=make][aria-current=page]").await?;
    page.click("#make-algorithm option[value=ES256]").await?;
    page.click("[data-time=exp]").await?;
    page.click("[data-generate]").await?;
    page.shows("[aria-labelledby=public-title]").await?;
    page.click("#make-sign").await?;
    page.shows("[data-made=made]").await
}

/// The table of a dropped log.
pub async fn many(page: &Page) -> WebDriverResult<()> {
    page.fill("#keys", SECRET).await?;
    let drop = MANY.replace("secret_of_these_pictures", &format!("{SECRET:?}"));
    page.run(&format!("return (async () => {{ {drop} }})()")).await?;
    page.shows("[data-census=done] [data-row]").await
}

/// A text and a key.
pub async fn give(page: &Page, text: &str, key: &str) -> WebDriverResult<()> {
    page.paste(text).await?;
    page.fill("#keys", key).await
}

/// Two tokens that were pasted, beside each other.
pub async fn compared_pasted(page: &Page) -> WebDriverResult<()> {
    page.paste(&format!("{TOKEN}\n{OTHER}")).await?;
    page.is_diagnosed().await?;
    page.click(".compare-pasted summary").await?;
    page.shows(".compare-pasted [data-compared]").await
}

/// A token that verifies, under a WebCrypto that finds no signature good.
pub async fn disagrees(page: &Page) -> WebDriverResult<()> {
    page.run("new BroadcastChannel('webcrypto').postMessage(false)").await?;
    give(page, TOKEN, SECRET).await?;
    page.shows("[data-disagrees]").await
}
