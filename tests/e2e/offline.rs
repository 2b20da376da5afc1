//! The page without a network, in a folder of a host, and when the host has another version of it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{Page, Stage, WebDriverResult, in_browser, on_stage};
use serde_json::json;
use xtask::{fingerprint, page, precache};

const EXCERPT: &str = include_str!("../data/seeds/mettleci-invalid-signature.txt");

/// A verdict, and an entry of the knowledge base with it.
async fn answers(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await?;
    page.paste(EXCERPT).await?;
    page.shows("[data-verdict=undecided]").await?;
    page.reads("[data-entry='operations/key-made-at-each-start']", "Log in again").await
}

#[test]
fn after_one_visit_it_works_with_the_server_stopped() {
    for under in ["", "jwt-why/"] {
        on_stage(&Stage::under(under), async |page| {
            page.open().await?;
            page.is_kept().await?;
            page.site().stop();
            page.open().await?;
            answers(page).await
        });
    }
}

#[test]
fn it_works_in_a_folder_of_a_host_and_asks_for_nothing_outside() {
    on_stage(&Stage::under("a/b/"), async |page| {
        page.open().await?;
        answers(page).await?;
        page.is_kept().await?;
        let seen = page.site().seen();
        assert!(seen.iter().all(|address| address.starts_with("/a/b/")), "{seen:?}");
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        Ok(())
    });
}

#[test]
fn the_files_name_no_address_from_the_root_of_a_host() {
    let folder = page::dist_folder();
    let mut looked_at = 0;
    for file in fingerprint::files(&folder).unwrap() {
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let content = fs::read(&file).unwrap();
        let content = String::from_utf8_lossy(&content);
        let marks: &[&str] = match extension {
            "html" => &["href=\"/", "src=\"/", "href=\"http:", "src=\"http", " action="],
            "css" => &["url(/", "url(\"/", "url(http", "@import"],
            "webmanifest" => &["\"/", "http"],
            "js" => &["from '/", "from \"/", "import(\"/", "fetch(\"/", "fetch(\"http", "fetch('http"],
            _ => continue,
        };
        looked_at += 1;
        for mark in marks {
            assert!(!content.contains(mark), "{}: {mark}", file.display());
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn it_can_be_installed() {
    in_browser(async |page| {
        page.open().await?;
        page.is_kept().await?;
        let manifest = page.devtools("Page.getAppManifest", json!({})).await?;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let errors = page.devtools("Page.getInstallabilityErrors", json!({})).await?;
        // Each test has a profile without a past, which Chromium takes for a private window.
        let errors = errors["installabilityErrors"].as_array().cloned().unwrap_or_default();
        let errors: Vec<_> = errors.iter().filter(|error| error["errorId"] != "in-incognito").collect();
        assert!(errors.is_empty(), "{errors:?}");
        Ok(())
    });
}

#[test]
fn a_new_version_is_announced_and_comes_as_a_whole() {
    let folder = changed_build("announced");
    in_browser(async |page| {
        page.open().await?;
        page.is_kept().await?;
        page.site().serve(&folder);
        page.open().await?;
        assert_eq!(build(page).await?, "first first");
        page.click("[data-language=en]").await?;
        page.shows("#update:not([hidden])").await?;
        page.reads("#update", "A new version is ready").await?;
        page.paste("still here").await?;
        assert_eq!(build(page).await?, "first first");
        page.click("#update button").await?;
        page.until("the new version is there", async || Ok(build(page).await? == "second second")).await?;
        page.has_started().await?;
        assert!(page.holds("return document.querySelector('#update').hidden").await?);
        page.site().stop();
        page.open().await?;
        assert_eq!(build(page).await?, "second second");
        answers(page).await
    });
}

#[test]
fn a_new_version_of_which_a_file_is_wrong_is_not_taken() {
    let folder = changed_build("damaged");
    in_browser(async |page| {
        page.open().await?;
        page.is_kept().await?;
        page.site().serve(&folder);
        page.site().tamper_with(GLUE);
        let asked = page.site().seen().len();
        page.open().await?;
        page.until("the new version was tried", async || {
            Ok(page.site().seen().iter().skip(asked).any(|address| address.contains(GLUE)))
        })
        .await?;
        page.until("it was given up", async || {
            page.holds("return caches.keys().then(names => names.length === 1)").await
        })
        .await?;
        page.open().await?;
        assert_eq!(build(page).await?, "first first");
        answers(page).await
    });
}

/// What the page imports before anything else.
const GLUE: &str = "jwt-why-app.js";

/// Which build the page is of, and which one its script.
async fn build(page: &Page) -> WebDriverResult<String> {
    page.value("return `${document.documentElement.dataset.build ?? 'first'} ${globalThis.build ?? 'first'}`")
        .await
}

/// The site with another page and another script.
fn changed_build(name: &str) -> PathBuf {
    let (from, to) = (page::dist_folder(), Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to).unwrap();
    for file in fs::read_dir(&from).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
    let (glue, index) = (to.join(GLUE), to.join("index.html"));
    let old = fs::read(&glue).unwrap();
    let new = [old.as_slice(), b"globalThis.build = 'second';"].concat();
    let html = fs::read_to_string(&index).unwrap();
    let html = html
        .replace("<html", "<html data-build=\"second\"")
        .replace(&fingerprint::version(&old), &fingerprint::version(&new))
        .replace(&fingerprint::integrity(&old), &fingerprint::integrity(&new));
    fs::write(&glue, new).unwrap();
    fs::write(&index, html).unwrap();
    precache::write(&to).unwrap();
    to
}
