//! The knowledge base as a view of its own: addresses, search, filters, and the way to the verdict and back.

use e2e::{Page, WebDriverResult, in_browser, in_each_browser};
use thirtyfour::Key;

/// HS256 under no secret that anybody knows; it expired in 2023.
const EXPIRED: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJleHAiOjE3MDAwMDAwMDB9.c2lnbmF0dXJl";

/// Loads the page at a fragment.
async fn visit(page: &Page, fragment: &str) -> WebDriverResult<()> {
    page.browser().goto("about:blank").await?;
    page.browser().goto(format!("{}{fragment}", page.site().address())).await?;
    page.has_started().await?;
    page.click("[data-language=en]").await
}

/// The number of entries that the list says it shows.
async fn count(page: &Page) -> WebDriverResult<usize> {
    let text = page.text_of("#library-count").await?;
    Ok(text.split(' ').find_map(|word| word.parse().ok()).unwrap_or_default())
}

async fn is_at(page: &Page, hash: &str) -> WebDriverResult<()> {
    page.until(hash, async || Ok(page.value("return location.hash").await? == hash)).await
}

async fn title_has(page: &Page, words: &str) -> WebDriverResult<()> {
    page.until(words, async || Ok(page.browser().title().await?.contains(words))).await
}

#[test]
fn an_entry_has_an_address_of_its_own() {
    in_each_browser(async |page| {
        visit(page, "#/kb/time/expired").await?;
        page.reads("#entry-title", "exp").await?;
        page.reads("[data-alone='time/expired']", "Root cause").await?;
        title_has(page, "· jwt-why").await?;
        assert!(!page.find("#paste").await?.is_displayed().await?);
        for file in
            ["kb/time/expired/", "kb/time/expired.json", "kb/time/expired.md", "kb/time/expired.zh.md"]
        {
            page.shows(&format!("[data-alone] a[href='{file}']")).await?;
            let there = format!("return fetch({file:?}).then(answer => answer.ok)");
            assert!(page.holds(&there).await?, "{file}");
        }
        Ok(())
    });
}

#[test]
fn a_static_page_leads_to_the_same_entry_in_the_page() {
    in_browser(async |page| {
        page.browser().goto(format!("{}kb/time/expired/", page.site().address())).await?;
        page.click(".try a").await?;
        page.reads("[data-alone='time/expired']", "").await?;
        is_at(page, "#/kb/time/expired").await
    });
}

#[test]
fn an_address_without_an_entry_says_so_and_leads_on() {
    in_each_browser(async |page| {
        visit(page, "#/kb/time/no-such-entry").await?;
        page.reads("#entry-title", "no entry").await?;
        page.click("#library p a[href='#/kb']").await?;
        page.shows("[data-listed]").await
    });
}

#[test]
fn search_forgives_and_filters_combine() {
    in_each_browser(async |page| {
        visit(page, "#/kb").await?;
        page.shows("[data-listed='time/expired']").await?;
        let all = count(page).await?;
        assert!(all > 200, "{all}");
        // A word of a text, not of a title: from now on counts do not change on their own.
        page.fill("#library-search", "JsonWebTokenError").await?;
        page.until("the texts are searched", async || Ok(count(page).await? > 0)).await?;
        page.fill("#library-search", "signatuer").await?;
        page.shows("[data-listed^='signature/']").await?;
        page.fill("#library-search", "签名").await?;
        page.shows("[data-listed^='signature/']").await?;
        let found = count(page).await?;
        assert!(found > 0 && found < all, "{found} of {all}");
        page.run(
            "const list = document.querySelector('#library-category'); list.value = 'time';
             list.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.until("the filter narrows", async || Ok(count(page).await? < found)).await?;
        let rows = page.count("[data-listed]").await?;
        assert_eq!(rows, page.count("[data-listed^='time/']").await?);
        assert_eq!(rows, count(page).await?);
        page.fill("#library-search", "").await?;
        let offered = "return [...document.querySelectorAll('#library-library option')]
            .find(option => option.value === 'jsonwebtoken').textContent";
        let offered = page.value(offered).await?;
        page.run(
            "const list = document.querySelector('#library-library'); list.value = 'jsonwebtoken';
             list.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.until("the count is the one that was offered", async || {
            Ok(offered == format!("jsonwebtoken ({})", count(page).await?))
        })
        .await?;
        page.click(".finder button").await?;
        page.until("everything is shown", async || Ok(count(page).await? == all)).await
    });
}

#[test]
fn from_the_verdict_to_an_entry_and_back_nothing_is_lost() {
    in_each_browser(async |page| {
        page.click("[data-language=en]").await?;
        page.paste(EXPIRED).await?;
        page.shows("[data-verdict=rejected]").await?;
        let card = "[data-entry][open]";
        page.shows(card).await?;
        let id = page.value("return document.querySelector('[data-entry][open]').dataset.entry").await?;
        page.reads(card, "Root cause").await?;
        page.click(&format!("{card} .entry-alone a")).await?;
        is_at(page, &format!("#/kb/{id}")).await?;
        page.has_the_focus("#entry-title").await?;
        page.reads("[data-at-hand]", "Rejected").await?;
        page.shows("[data-tried=true] ~ [data-alone] [data-trial]").await?;
        page.click("[data-at-hand] a[href='#/']").await?;
        page.shows("[data-verdict=rejected]").await?;
        page.has_the_focus(&format!(".side [data-entry='{id}'] > summary")).await?;
        title_has(page, "why was this token rejected").await?;
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, EXPIRED);
        page.browser().back().await?;
        page.shows(&format!("[data-alone='{id}']")).await?;
        page.browser().back().await?;
        page.shows("[data-verdict=rejected]").await?;
        assert!(page.find("#paste").await?.is_displayed().await?);
        page.browser().forward().await?;
        page.shows(&format!("[data-alone='{id}']")).await
    });
}

#[test]
fn a_place_beside_another_view_leads_back_to_the_verdict() {
    in_each_browser(async |page| {
        page.paste(EXPIRED).await?;
        page.is_diagnosed().await?;
        page.run("location.hash = '#results'").await?;
        page.run("location.hash = '#/kb'").await?;
        page.has_the_focus("#library-title").await?;
        page.browser().back().await?;
        page.shows("[data-verdict=rejected]").await?;
        assert!(page.find("#paste").await?.is_displayed().await?);
        Ok(())
    });
}

#[test]
fn reading_alone_announces_nothing() {
    in_each_browser(async |page| {
        visit(page, "#/kb").await?;
        page.shows("[data-listed]").await?;
        assert_eq!(page.text_of("#app > [role=status]").await?, "");
        Ok(())
    });
}

#[test]
fn advice_of_any_entry_is_tried_on_the_token_at_hand() {
    in_each_browser(async |page| {
        page.click("[data-language=en]").await?;
        page.paste(EXPIRED).await?;
        page.is_diagnosed().await?;
        page.run("location.hash = '#/kb/signature/secret-is-base64'").await?;
        page.shows("[data-at-hand=other]").await?;
        page.shows("[data-alone='signature/secret-is-base64'] [data-advice=workaround][data-trial]").await?;
        // Another token: the entry is tried anew.
        page.run("location.hash = '#/'").await?;
        page.click("[data-clear]").await?;
        page.run("location.hash = '#/kb/signature/secret-is-base64'").await?;
        page.shows("[data-at-hand=none]").await?;
        assert_eq!(page.count("[data-alone] [data-trial]").await?, 0);
        Ok(())
    });
}

#[test]
fn the_list_is_left_and_found_again_by_keyboard_alone() {
    in_each_browser(async |page| {
        visit(page, "#/kb").await?;
        page.fill("#library-search", "keycloak").await?;
        page.shows("[data-listed^='platforms/keycloak']").await?;
        let found = count(page).await?;
        page.run("document.querySelector('[data-listed]').focus()").await?;
        let id = page.value("return document.activeElement.dataset.listed").await?;
        page.press(Key::Enter).await?;
        page.has_the_focus("#entry-title").await?;
        page.shows("[data-alone] .attempts").await?;
        page.press(Key::Tab).await?;
        assert!(page.holds("return document.activeElement.closest('.library, .bar') !== null").await?);
        page.browser().back().await?;
        page.has_the_focus(&format!("[data-listed='{id}']")).await?;
        assert_eq!(count(page).await?, found);
        assert_eq!(page.value("return document.querySelector('#library-search').value").await?, "keycloak");
        // What is typed is in no address.
        is_at(page, "#/kb").await?;
        page.press(Key::Tab).await?;
        assert!(page.holds("return 'listed' in document.activeElement.dataset").await?);
        Ok(())
    });
}

#[test]
fn related_entries_lead_to_one_another_and_the_language_is_kept() {
    in_each_browser(async |page| {
        visit(page, "#/kb/time/expired").await?;
        page.click("[data-language=zh]").await?;
        page.reads("[data-alone]", "根本原因").await?;
        page.run("document.querySelectorAll('[data-alone] details').forEach(fold => fold.open = true)")
            .await?;
        let related = "[data-alone] .entry-fold a[href^='#/kb/']";
        let hash =
            page.value(&format!("return document.querySelector({related:?}).getAttribute('href')")).await?;
        page.click(related).await?;
        is_at(page, &hash).await?;
        page.shows(&format!("[data-alone='{}']", hash.trim_start_matches("#/kb/"))).await?;
        page.reads("[data-alone]", "根本原因").await
    });
}

#[test]
fn a_message_of_a_library_finds_its_entry() {
    in_each_browser(async |page| {
        visit(page, "#/kb").await?;
        page.fill(
            "#library-search",
            "com.auth0.jwt.exceptions.TokenExpiredException: The Token has expired on 2024-01-02T03:04:05Z.",
        )
        .await?;
        let first = "return document.querySelector('[data-listed]')?.dataset.listed === 'time/expired'";
        page.until("the entry stands first", async || page.holds(first).await).await
    });
}
