//! The published secrets: fetched when nothing else explains a signature, and tried without being in the way.

use e2e::{Page, in_browser, on_page};

/// HS256 under a secret that stands far down in the list, and in no shorter one.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiZXhwIjo0MTAyNDQ0ODAwfQ.k5jRF6LIZ9NWhuxnDK_nSsM0eRF3gj_LBHHTzrKftGc";
/// HS256 under a secret that is in no list.
const UNEXPLAINED: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwiZXhwIjo0MTAyNDQ0ODAwfQ.DfC6MzTFwGuutsDuBFPzoFKQ3K8pFRlg577gdwM9BPk";

/// How often the list was asked for.
fn asked(page: &Page) -> usize {
    page.site().seen().iter().filter(|seen| seen.contains("well-known-secrets.txt")).count()
}

#[test]
fn a_published_secret_is_proved_and_the_list_is_fetched_when_it_is_wanted() {
    on_page(async |page| {
        page.paste(TOKEN).await?;
        page.is_diagnosed().await?;
        assert_eq!(asked(page), 0, "before there is a key");
        page.fill("#keys", "another secret").await?;
        page.shows("[data-verdict=rejected]").await?;
        page.shows("[data-proof=accepted] [data-cause=secret-well-known]").await?;
        assert_eq!(asked(page), 1);
        // It is an attack to sign with it, and no way out.
        page.shows("[data-class=attack] [data-cause=secret-well-known]").await
    });
}

#[test]
fn the_list_is_fetched_once_a_page_and_tells_when_nothing_fits() {
    on_page(async |page| {
        page.fill("#keys", "another secret").await?;
        page.paste(UNEXPLAINED).await?;
        page.shows("[data-published=none]").await?;
        page.reads("[data-published=none]", "103,782").await?;
        // Another question begins anew, with the list at hand.
        page.paste(&format!("Bearer {UNEXPLAINED}")).await?;
        page.shows("[data-cause=auth-scheme-left-in]").await?;
        page.shows("[data-published=none]").await?;
        page.paste(TOKEN).await?;
        page.shows("[data-proof=accepted] [data-cause=secret-well-known]").await?;
        assert_eq!(asked(page), 1);
        Ok(())
    });
}

#[test]
fn a_key_stroke_ends_the_attempt() {
    on_page(async |page| {
        page.fill("#keys", "another secret").await?;
        // A long token takes a while.
        let header = UNEXPLAINED.split('.').next().unwrap_or_default();
        page.paste(&format!("{header}.{}.c2lnbmF0dXJl", "e30g".repeat(4_000))).await?;
        page.shows("[data-published=tried] progress").await?;
        page.paste(TOKEN).await?;
        page.shows("[data-proof=accepted] [data-cause=secret-well-known]").await?;
        assert_eq!(page.count("[data-published]").await?, 0);
        Ok(())
    });
}

#[test]
fn without_the_list_everything_else_is_said_calmly() {
    in_browser(async |page| {
        page.before_everything(
            "const get = fetch;
             globalThis.fetch = (...what) => String(what[0]).includes('secrets') ? Promise.reject(0) : get(...what);",
        )
        .await?;
        page.open().await?;
        page.fill("#keys", "another secret").await?;
        page.paste(TOKEN).await?;
        page.shows("[data-verdict=rejected]").await?;
        page.shows("[data-published=missing]").await?;
        assert_eq!(page.count("[role=alert]:not([hidden])").await?, 0);
        Ok(())
    });
}
