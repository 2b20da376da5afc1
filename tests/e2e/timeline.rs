//! The time of the failure: typed as logs write it, moved on the time line with the keys and with a pointer.

use e2e::{Page, WebDriverResult, in_each_browser};
use thirtyfour::Key;

/// The time of the failure as the handle tells it, in seconds since 1970.
async fn now(page: &Page) -> WebDriverResult<i64> {
    let value =
        page.value("return document.querySelector('.axis-handle')?.getAttribute('aria-valuenow') ?? ''");
    Ok(value.await?.parse().unwrap_or_default())
}

async fn becomes(page: &Page, expected: i64) -> WebDriverResult<()> {
    page.until(&format!("the time is {expected}"), async || Ok(now(page).await? == expected)).await
}

/// The middle of an element, in pixels of the window.
async fn middle(page: &Page, css: &str) -> WebDriverResult<(i64, i64)> {
    let script = format!(
        "const {{ x, y, width, height }} = document.querySelector({css:?}).getBoundingClientRect();
         return `${{Math.round(x + width / 2)}} ${{Math.round(y + height / 2)}}`"
    );
    let value = page.value(&script).await?;
    let mut numbers = value.split(' ').filter_map(|number| number.parse().ok());
    Ok((numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default()))
}

async fn sample(page: &Page) -> WebDriverResult<i64> {
    page.click("[data-language=en]").await?;
    page.click("[data-sample=clock-skew]").await?;
    page.is_diagnosed().await?;
    page.shows(".axis-handle[role=slider]").await?;
    now(page).await
}

#[test]
fn the_keys_of_a_slider_move_the_time() {
    in_each_browser(async |page| {
        let start = sample(page).await?;
        page.run("document.querySelector('.axis-handle').focus()").await?;
        page.press(Key::Right).await?;
        becomes(page, start + 1).await?;
        page.press(Key::PageDown).await?;
        becomes(page, start + 1 - 3_600).await?;
        page.press(Key::Home).await?;
        page.until("the time is the first", async || Ok(now(page).await? < start - 3_600)).await?;
        page.is_diagnosed().await?;
        page.shows("[data-verdict=accepted]").await?;
        let typed = page.value("return document.querySelector('#clock').value").await?;
        assert!(typed.ends_with('Z'), "{typed}");
        Ok(())
    });
}

#[test]
fn a_pointer_drags_the_time_until_the_token_is_accepted() {
    in_each_browser(async |page| {
        let start = sample(page).await?;
        page.run("document.querySelector('.axis-handle').scrollIntoView({ block: 'center' })").await?;
        let (from, to) = (middle(page, ".axis-handle circle").await?, middle(page, ".axis-window").await?);
        let drag = page.browser().action_chain().move_to(from.0, from.1).click_and_hold();
        drag.move_to(to.0, to.1).release().perform().await?;
        page.shows("[data-verdict=accepted]").await?;
        assert_ne!(now(page).await?, start);
        Ok(())
    });
}

#[test]
fn the_time_is_typed_as_a_log_has_it() {
    in_each_browser(async |page| {
        sample(page).await?;
        page.fill("#clock", "127.0.0.1 - - [25/Mar/2022:12:49:46 +0000] \"GET / HTTP/1.1\" 401").await?;
        page.reads("[data-clock-read]", "Mar 25, 2022, 12:49:46 UTC").await?;
        becomes(page, 1_648_212_586).await?;
        page.fill("#clock", "2022-03-25 12:49:46").await?;
        page.reads("[data-clock-read]", "no zone named").await?;
        page.fill("#clock", "soon").await?;
        page.reads(".clock .hint", "Expected a date").await
    });
}

#[test]
fn the_log_line_that_is_safe_has_the_times_and_not_the_token() {
    in_each_browser(async |page| {
        sample(page).await?;
        page.click(".ticket summary").await?;
        page.reads(".log-line", "\"alg\":\"HS512\"").await?;
        let line = page.text_of(".log-line code").await?;
        assert!(line.contains("\"exp\":") && !line.contains("eyJ"), "{line}");
        Ok(())
    });
}
