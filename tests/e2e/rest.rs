//! The module comes in two halves: what a person has while only the first one is there.

use e2e::{Page, WebDriverResult, in_browser};

/// Everything comes but what the first verdict does not need, which waits until `go` is called.
const LATE_REST: &str = "
    const get = fetch;
    const waiting = new Promise(go => globalThis.go = go);
    globalThis.fetch = (...what) =>
        /jwt-why-rest|knowledge|texts/.test(String(what[0])) ? waiting.then(() => get(...what)) : get(...what);";

const SECRET: &str = "a-string-secret-at-least-256-bits-long";

const HS256: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0.KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7SmqJp-QV30";

/// An example of jwt.io, on a curve that the first half knows nothing of.
const ES512: &str = "eyJhbGciOiJFUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0.AbVUinMiT3J_03je8WTOIl-VdggzvoFgnOsdouAs-DLOtQzau9valrq-S6pETyi9Q18HH-EuwX49Q7m3KC0GuNBJAc9Tksulgsdq8GqwIqZqDKmG7hNmDzaQG1Dpdezn2qzv-otf3ZZe-qNOXUMRImGekfQFIuH_MjD2e8RZyww6lbZk";

const ES512_KEY: &str = "-----BEGIN PUBLIC KEY-----\nMIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQBgc4HZz+/fBbC7lmEww0AO3NK9wVZ\nPDZ0VEnsaUFLEYpTzb90nITtJUcPUbvOsdZIZ1Q8fnbquAYgxXL5UgHMoywAib47\n6MkyyYgPk0BXZq3mq4zImTRNuaU9slj9TVJ3ScT3L1bXwVuPJDzpr5GOFpaj+WwM\nAl8G7CqwoJOsW7Kddns=\n-----END PUBLIC KEY-----\n";

/// Opens the page without the rest, and gives it a token and a key.
async fn ask_early(page: &Page, token: &str, key: &str) -> WebDriverResult<()> {
    page.before_everything(LATE_REST).await?;
    page.visit().await?;
    page.has_started().await?;
    page.fill("#keys", key).await?;
    page.paste(token).await
}

#[test]
fn the_first_verdict_needs_neither_the_rest_nor_the_knowledge_base() {
    in_browser(async |page| {
        ask_early(page, HS256, SECRET).await?;
        page.shows("[data-verdict=accepted]").await?;
        assert_eq!(page.count(".entries").await?, 0);
        page.paste(&HS256.replace("KMUF", "KMUE")).await?;
        page.shows("[data-verdict=rejected]").await?;
        assert_eq!(page.count(".timeline").await?, 0);
        // What comes after the verdict comes when the rest does, for the token that is there then.
        page.run("go()").await?;
        page.is_diagnosed().await?;
        page.shows(".timeline").await?;
        page.shows(".entries").await?;
        page.shows("[data-verdict=rejected]").await
    });
}

#[test]
fn what_is_wanted_before_the_rest_is_there_is_done_afterwards() {
    in_browser(async |page| {
        page.before_everything(LATE_REST).await?;
        page.visit().await?;
        page.has_started().await?;
        page.run(&format!("location.hash = 'token={HS256}'")).await?;
        page.until("the address is clean", async || page.holds("return location.hash === ''").await).await?;
        page.run("go()").await?;
        page.shows("[data-link=read]").await?;
        page.shows("[data-verdict=undecided]").await
    });
}

#[test]
fn a_token_that_needs_the_rest_is_judged_when_it_is_there() {
    in_browser(async |page| {
        ask_early(page, ES512, ES512_KEY).await?;
        // No verdict yet, and none that would be wrong.
        assert_eq!(page.count("[data-verdict=accepted], [data-verdict=rejected]").await?, 0);
        page.run("go()").await?;
        page.shows("[data-verdict=accepted]").await?;
        assert_eq!(page.count("[data-worker-died]").await?, 0);
        page.is_diagnosed().await
    });
}

#[test]
fn without_the_rest_there_is_a_verdict_and_a_word_about_what_is_missing() {
    in_browser(async |page| {
        page.site().tamper_with("jwt-why-rest.wasm");
        page.open().await?;
        page.fill("#keys", SECRET).await?;
        page.paste(HS256).await?;
        page.shows("[data-verdict=accepted]").await?;
        page.reads("[data-rest=failed]", "could not be loaded").await?;
        page.click("[data-language=zh]").await?;
        page.reads("[data-rest=failed]", "加载失败").await
    });
}
