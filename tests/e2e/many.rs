//! Many tokens: a log is opened, dropped or pasted, its table is sorted and filtered, one token is opened, two are
//! compared.

use std::fmt::Write as _;

use e2e::{LATE_MODULE, Page, WebDriverResult, in_browser, in_each_browser};
use jwt_why::{jose::base64url, verify};
use thirtyfour::Key;

const SECRET: &str = "a-string-secret-at-least-256-bits-long!";
const OTHER: &str = "another-secret-of-at-least-256-bits!!!!";

/// 2026-01-02T03:00:00Z
const START: i64 = 1_767_322_800;

/// Puts a file where somebody drops one.
const DROP: &str = "
    const drop = (file) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(file);
        return document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    };";

/// A token that expires `lifetime` seconds after the start.
fn token(secret: &str, subject: &str, lifetime: i64) -> String {
    let claims =
        format!(r#"{{"iss":"https://issuer.example","sub":"{subject}","exp":{}}}"#, START + lifetime);
    let input = [r#"{"alg":"HS256","typ":"JWT"}"#, &claims].map(|part| base64url::encode(part.as_bytes()));
    let input = input.join(".");
    let tag = verify::by_name("HS256")
        .and_then(|algorithm| verify::hmac(algorithm, secret.as_bytes(), input.as_bytes()));
    format!("{input}.{}", base64url::encode(&tag.unwrap_or_default()))
}

fn line(second: i64, token: &str) -> String {
    let (minutes, seconds) = (second / 60, second % 60);
    format!("2026-01-02T03:{minutes:02}:{seconds:02}Z WARN GET /orders authorization=\"Bearer {token}\"\n")
}

/// A log of 130 tokens. Each is seen at its own second; those of even number once more after they have expired, and
/// three were signed by somebody else.
fn log() -> String {
    let mut log = String::new();
    for number in 0..130_i64 {
        let secret = if number % 50 == 7 { OTHER } else { SECRET };
        let token = token(secret, &format!("user-{number}"), 600);
        log.push_str(&line(number, &token));
        if number % 2 == 0 {
            log.push_str(&line(700 + number, &token));
        }
        if number % 10 == 3 {
            log.push_str("TokenExpiredError: jwt expired\n");
        }
        let _ = writeln!(log, "  at o.e.TokenFilter.filter(TokenFilter.java:{number})");
    }
    log
}

/// Opens the log as somebody does who presses the button and chooses a file.
async fn open_log(page: &Page) -> WebDriverResult<()> {
    page.click("[data-language=en]").await?;
    page.fill("#keys", SECRET).await?;
    let (process, thread) = (std::process::id(), std::thread::current().id());
    let file = std::env::temp_dir().join(format!("jwt-why-{process}-{thread:?}.log"));
    std::fs::write(&file, log())?;
    page.find("#file").await?.send_keys(file.to_string_lossy()).await?;
    page.shows("[data-census=done]").await?;
    std::fs::remove_file(&file)?;
    Ok(())
}

async fn cells(page: &Page, css: &str) -> WebDriverResult<String> {
    page.value(&format!(
        "return [...document.querySelectorAll({css:?})].map(cell => cell.innerText).join('|')"
    ))
    .await
}

#[test]
fn a_file_becomes_a_table_of_its_tokens() {
    in_each_browser(async |page| {
        open_log(page).await?;
        page.shows("[data-distinct='130']").await?;
        page.shows("[data-seen='195']").await?;
        page.reads(".many h2", ".log").await?;
        page.shows("[data-group=accepted]").await?;
        page.reads("[data-group=accepted]", "127 tokens").await?;
        page.reads("[data-group=expired]", "65 tokens").await?;
        page.reads("[data-group=signature-mismatch], [data-group=wrong-key]", "3 tokens").await?;
        // Those that no key verifies beside those that one does.
        page.reads("[data-replicas='1']", "Only some of these tokens verify").await?;
        page.reads("[data-replicas='1']", "no key at hand: 3 tokens").await?;
        let order = "return [...document.querySelector('.many').children].map(part => part.classList[0] ?? '').join(' ')";
        assert_eq!(page.value(order).await?, "many-head notice panel panel panel");
        let headings =
            "return [...document.querySelectorAll('.many > * h3')].map(heading => heading.id).join(' ')";
        assert_eq!(page.value(headings).await?, "replicas-title groups-title named-title");
        page.reads("[data-named=expired]", "lines: 13").await?;
        page.reads("[data-named=expired]", "jsonwebtoken").await?;
        assert_eq!(page.count("[data-row]").await?, 100);
        page.click("[data-more]").await?;
        page.until("all rows are there", async || Ok(page.count("[data-row]").await? == 130)).await
    });
}

/// From where to where the bars of a group reach, of the width of its picture.
async fn reach(page: &Page, group: &str) -> WebDriverResult<(f64, f64)> {
    let script = format!(
        "const picture = document.querySelector('[data-group={group}] svg.bars');
         const bars = [...picture.querySelectorAll('rect')].map((bar) => bar.x.baseVal.value);
         return `${{Math.min(...bars) / picture.viewBox.baseVal.width}} ${{Math.max(...bars) / picture.viewBox.baseVal.width}}`"
    );
    let reach = page.value(&script).await?;
    let mut ends = reach.split(' ').filter_map(|end| end.parse().ok());
    Ok((ends.next().unwrap_or(f64::NAN), ends.next().unwrap_or(f64::NAN)))
}

#[test]
fn each_group_is_drawn_over_time() {
    in_each_browser(async |page| {
        open_log(page).await?;
        page.shows("[data-group=expired] svg.bars rect").await?;
        // The log has 828 seconds: tokens are seen in the first 130 of them, and again from the seventh hundred on.
        let (first, last) = reach(page, "accepted").await?;
        assert!(first < 0.01 && last < 130.0 / 828.0, "{first} {last}");
        let (first, last) = reach(page, "expired").await?;
        assert!(first > 650.0 / 828.0 && last > 0.95, "{first} {last}");
        let words =
            "return document.querySelector('[data-group=expired] svg.bars').getAttribute('aria-label')";
        let words = page.value(words).await?;
        assert!(words.contains("03:11:") && words.contains("03:13:48"), "{words}");
        Ok(())
    });
}

#[test]
fn rows_are_sorted_filtered_and_opened() {
    in_each_browser(async |page| {
        open_log(page).await?;
        page.click(".rows thead th:nth-child(3) button").await?;
        page.shows(".rows thead th:nth-child(3)[aria-sort=ascending]").await?;
        page.click(".rows thead th:nth-child(3) button").await?;
        page.shows(".rows thead th:nth-child(3)[aria-sort=descending]").await?;
        page.until("the counts fall", async || {
            let counts = cells(page, ".rows .count").await?;
            Ok(counts.starts_with("2|2|") && counts.ends_with("|1"))
        })
        .await?;
        page.click("[data-group=expired]").await?;
        page.shows("[data-group=expired][aria-pressed=true]").await?;
        page.until("only the expired ones are left", async || {
            Ok(page.count("[data-row]").await? == 65 && page.count("[data-fate=expired]").await? == 65)
        })
        .await?;
        page.fill("#many-filter", "USER-42").await?;
        page.until("one is left", async || Ok(page.count("[data-row]").await? == 1)).await?;
        page.reads("[data-row]", "1 / 2 accepted").await?;
        page.reads("[data-row]", "line ").await?;
        page.click("[data-open]").await?;
        // The ordinary diagnosis, at the time of the rejection: 42 s and 100 s after it has expired.
        page.shows("[data-verdict=rejected]").await?;
        page.shows("[data-stage=signature][data-state=verified]").await?;
        page.reads("[data-member=sub]", "user-42").await?;
        page.reads(".timeline", "2 min 23 s").await?;
        assert!(!page.find(".many").await?.is_displayed().await?);
        page.click("[data-back]").await?;
        page.until("the table is back", async || page.find(".many").await?.is_displayed().await).await?;
        assert_eq!(page.count("[data-row]").await?, 1);
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "");
        page.click("[data-close-table]").await?;
        page.shows("[data-sample]").await
    });
}

#[test]
fn two_tokens_are_compared_member_by_member() {
    in_each_browser(async |page| {
        open_log(page).await?;
        page.click("[data-row]:nth-child(1) input").await?;
        page.click("[data-row]:nth-child(3) input").await?;
        page.shows("[data-compared=payload] [data-member=sub][data-likeness=different]").await?;
        page.shows("[data-compared=payload] [data-member=exp][data-likeness=same]").await?;
        page.reads("[data-compared=payload] [data-member=exp]", "Jan 2, 2026, 03:10:00 UTC").await?;
        page.shows("[data-compared=header] [data-member=alg][data-likeness=same]").await?;
        page.click("[data-close-table]").await?;
        let (good, bad) = (token(SECRET, "ada", 60), token(SECRET, "grace", 60));
        page.paste(&format!("{good}\n{bad}")).await?;
        page.click(".compare-pasted summary").await?;
        page.shows(".compare-pasted [data-member=sub][data-likeness=different]").await?;
        page.click("[data-language=zh]").await?;
        page.reads(".compare-pasted [data-member=sub]", "不同").await
    });
}

#[test]
fn a_gzip_file_is_read_as_it_is_when_it_is_dropped() {
    in_each_browser(async |page| {
        page.click("[data-language=en]").await?;
        let log = serde_json::to_string(&log())?;
        let dropped = format!(
            "{DROP} return new Response(new Blob([{log}]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
                .then((packed) => drop(new File([packed], 'app.log.gz')))"
        );
        page.run(&dropped).await?;
        page.shows("[data-census=done]").await?;
        page.shows("[data-distinct='130']").await?;
        page.reads(".many h2", "app.log.gz").await?;
        // Without a key nothing is verified, and nothing is called invalid.
        page.reads("[data-group=undecided]", "130 tokens").await?;
        // A key that comes later judges what was read.
        page.fill("#keys", SECRET).await?;
        page.reads("[data-group=accepted]", "127 tokens").await?;
        // A file that was cut says so, and what was read is there.
        let cut = format!(
            "{DROP} return new Response(new Blob([{log}]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
                .then((packed) => drop(new File([packed.slice(0, packed.size - 200)], 'cut.log.gz')))"
        );
        page.run(&cut).await?;
        page.reads(".many h2", "cut.log.gz").await?;
        page.reads(".many", "could not be read to its end").await?;
        page.shows("[data-census=done] [data-row]").await
    });
}

#[test]
fn a_file_that_is_dropped_before_the_module_is_there_waits_for_it() {
    in_browser(async |page| {
        page.before_everything(LATE_MODULE).await?;
        page.visit().await?;
        let log = serde_json::to_string(&log())?;
        let dropped = format!("{DROP} return !drop(new File([{log}], 'early.log'))");
        assert!(page.holds(&dropped).await?, "the browser would leave the page");
        page.run("go()").await?;
        page.shows("[data-census=done] [data-row]").await?;
        page.reads(".many h2", "early.log").await
    });
}

#[test]
fn a_long_reading_can_be_stopped_and_what_was_read_stays() {
    in_each_browser(async |page| {
        page.click("[data-language=en]").await?;
        // A file of fifty gigabytes, which the browser keeps as one piece and how often it is there.
        let line = serde_json::to_string(&line(0, &token(SECRET, "ada", 60)))?;
        let dropped = format!(
            "{DROP} const piece = new Blob([{line} + 'nothing here\\n'.repeat(4_000_000)]);
             drop(new File(Array(1_000).fill(piece), 'large.log'))"
        );
        page.run(&dropped).await?;
        page.shows("[data-census=reading] [data-distinct='1']").await?;
        // By the keyboard: the button goes, and leaves the focus where the table begins.
        page.find("[data-stop]").await?.send_keys("\u{e007}").await?;
        page.shows("[data-census=done]").await?;
        assert!(page.holds("return document.activeElement.id === 'many-title'").await?);
        page.reads(".many", "these are partial results").await?;
        assert_eq!(page.count("[data-row]").await?, 1);
        assert!(page.holds("return document.querySelector('.many progress').position < 1").await?);
        Ok(())
    });
}

#[test]
fn a_paste_of_megabytes_goes_past_the_text_area() {
    in_each_browser(async |page| {
        page.click("[data-language=en]").await?;
        let line = serde_json::to_string(&line(0, &token(SECRET, "ada", 60)))?;
        page.may_use_the_clipboard().await?;
        let copied = format!(
            "return navigator.clipboard.writeText(({line} + 'nothing here\\n'.repeat(1_000)).repeat(100))"
        );
        page.run(&copied).await?;
        page.run("document.querySelector('#paste').focus()").await?;
        let keys = page.browser().action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control);
        keys.perform().await?;
        page.shows("[data-census=done] [data-seen='100']").await?;
        page.reads(".many h2", "pasted text").await?;
        assert_eq!(page.text_of("[data-distinct]").await?, "1 distinct token");
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "");
        // A few tokens in an ordinary paste are offered as a table, too.
        let few: String = (0..8).map(line_of).collect();
        page.paste(&few).await?;
        page.shows("[data-back]").await?;
        page.click("[data-as-table]").await?;
        page.shows("[data-census=done] [data-distinct='8']").await
    });
}

fn line_of(number: i64) -> String {
    line(number, &token(SECRET, &format!("user-{number}"), 60))
}
