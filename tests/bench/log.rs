//! A log of a hundred million bytes.

use std::fs;

use e2e::WebDriverResult;
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use xtask::bench::{self, ManyTokens};

use crate::{
    lab::{Lab, OURS, PEER_LOG},
    table::{Table, median, rate, times},
};

/// How often each page reads the log.
const ROUNDS: usize = 3;

const COUNTING: &str = include_str!("scripts/counting.js");

/// Reads the log in both pages, in turn.
pub async fn measure(lab: &Lab<'_>) -> WebDriverResult<Table> {
    let log = bench::many_tokens().map_err(|failure| WebDriverError::FatalError(failure.to_string()))?;
    let keys = fs::read_to_string(&log.keys)?;
    let mut read: [Vec<Value>; 3] = Default::default();
    for _ in 0..ROUNDS {
        let [ours, distinct, all] = &mut read;
        ours.push(in_our_page(lab, &log, &keys).await?);
        distinct.push(in_the_other(lab, &log, &keys, true).await?);
        all.push(in_the_other(lab, &log, &keys, false).await?);
    }
    let names = ["jwt-why", "jose, duplicates removed", "jose, each token as often as it is seen"];
    let rows = names.into_iter().zip(read).map(|(name, runs)| {
        let figure = |name: &str| median(runs.iter().filter_map(|run| run[name].as_f64()).collect());
        let whole =
            |figure: Option<f64>| figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.0}"));
        let seconds = figure("seconds").map_or_else(|| "-".to_owned(), |seconds| format!("{seconds:.2}"));
        vec![
            name.to_owned(),
            seconds,
            whole(figure("tokens")),
            whole(figure("distinct")),
            whole(figure("blocked")),
        ]
    });
    Ok(Table {
        title: "A log of 100 MB".to_owned(),
        about: format!(
            "Seconds from the choice of the file to the last verdict. 16,000 tokens, 4,000 of them distinct, of RS256, \
             ES256 and HS256 in equal parts, under a set of four keys; each token is judged at the time of its line. \
             jwt-why gives its table: where and when each token was seen, its verdict at each of these times, the \
             causes. Its worker has WebCrypto verify RS256 and ES256, many at once, and a sample again in wasm; it also \
             reads the lines for the messages of libraries. The page on `jose` finds tokens by a regular expression in a worker, verifies 512 at a time, and \
             counts its error codes; with duplicates removed it judges a token at the first of its times only. \
             Blocked is the longest task of the page's main thread in milliseconds, as far as Chromium notes it, from \
             50 on. Medians of {ROUNDS} readings, in turn. The aim is three seconds."
        ),
        head: vec!["", "seconds", "tokens", "distinct", "blocked"],
        rows: rows.collect(),
    })
}

/// The algorithms of which many are verified at once, and how many tokens of each.
const IN_BULK: [&str; 9] = ["HS256", "RS256", "RS512", "PS256", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const TOKENS: u32 = 6_000;

/// Reads a log for each algorithm in both pages, in turn.
pub async fn in_bulk(lab: &Lab<'_>) -> WebDriverResult<Table> {
    let logs = bench::tokens_of(&IN_BULK, TOKENS);
    let logs = logs.map_err(|failure| WebDriverError::FatalError(failure.to_string()))?;
    let mut rows = Vec::new();
    for (alg, log) in IN_BULK.iter().zip(&logs) {
        let keys = fs::read_to_string(&log.keys)?;
        let mut read: [Vec<f64>; 2] = Default::default();
        for _ in 0..ROUNDS {
            let runs = [in_our_page(lab, log, &keys).await?, in_the_other(lab, log, &keys, true).await?];
            for (seconds, run) in read.iter_mut().zip(runs) {
                let whole = run["distinct"].as_u64() == Some(TOKENS.into());
                seconds.extend(run["seconds"].as_f64().filter(|_| whole));
            }
        }
        let [ours, jose] = read.map(|seconds| median(seconds).map(|seconds| f64::from(TOKENS) / seconds));
        rows.push(vec![(*alg).to_owned(), rate(ours), rate(jose), times(ours, jose)]);
    }
    Ok(Table {
        title: "Verifications a second in bulk".to_owned(),
        about: format!(
            "A log of {TOKENS} tokens of one algorithm, all distinct and all good, read by both pages as the log of \
             100 MB below: tokens a second from the choice of the file to the last verdict. So reading, finding and \
             judging are in the figures, and on our side the table and the sample that wasm verifies once more. \
             Medians of {ROUNDS} readings, in turn."
        ),
        head: vec!["alg", "jwt-why", "jose", "jwt-why / jose"],
        rows,
    })
}

async fn in_our_page(lab: &Lab<'_>, log: &ManyTokens, keys: &str) -> WebDriverResult<Value> {
    lab.open(OURS).await?;
    if lab.0.count("#file").await? == 0 {
        return Err(WebDriverError::FatalError("the page takes no file".to_owned()));
    }
    lab.0.fill("#keys", keys).await?;
    lab.run(COUNTING, Vec::new()).await?;
    choose(lab, log).await?;
    lab.run("return counted", Vec::new()).await
}

async fn in_the_other(lab: &Lab<'_>, log: &ManyTokens, keys: &str, distinct: bool) -> WebDriverResult<Value> {
    lab.visit(PEER_LOG).await?;
    choose(lab, log).await?;
    lab.run("return run(arguments[0], arguments[1])", vec![json!(keys), json!(distinct)]).await
}

/// Chooses the log in the page's field for a file.
async fn choose(lab: &Lab<'_>, log: &ManyTokens) -> WebDriverResult<()> {
    lab.0.find("#file").await?.send_keys(log.text.to_string_lossy()).await
}
