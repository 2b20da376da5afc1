//! From the navigation to a page that can be used.

use e2e::WebDriverResult;
use serde_json::json;

use crate::{
    lab::{Lab, OURS, PEER},
    table::{Table, median, milliseconds},
};

/// How often each page is loaded in each state.
const ROUNDS: usize = 15;

/// A network: its name, the bytes a second that it carries, and the milliseconds that an answer takes.
type Network = (&'static str, f64, f64);

const NETWORKS: [Network; 2] = [("this machine", -1.0, 0.0), ("10 Mbit/s, 40 ms", 1_250_000.0, 40.0)];

/// When a page was painted first, could be used, and showed a verdict: milliseconds since the navigation.
type Times = [Vec<f64>; 3];

/// Loads both pages in turn.
pub async fn measure(lab: &Lab<'_>) -> WebDriverResult<Table> {
    let mut rows = Vec::new();
    for network in NETWORKS {
        let mut times: [[Times; 2]; 2] = Default::default();
        for _ in 0..ROUNDS {
            for (page, [cold, warm]) in [OURS, PEER].into_iter().zip(&mut times) {
                lab.forget().await?;
                through(lab, network).await?;
                load(lab, page, cold).await?;
                if page == OURS {
                    lab.0.is_kept().await?;
                }
                load(lab, page, warm).await?;
                through(lab, NETWORKS[0]).await?;
            }
        }
        for (state, at) in [("cold", 0), ("warm", 1)] {
            for (page, times) in ["jwt-why", "jose"].into_iter().zip(&times) {
                let figures = times[at].iter().map(|times| milliseconds(median(times.clone())));
                rows.push([format!("{}, {state}: {page}", network.0)].into_iter().chain(figures).collect());
            }
        }
    }
    Ok(Table {
        title: "Start".to_owned(),
        about: format!(
            "Milliseconds from the navigation to the first contentful paint, to a page that hears what is typed, and \
             to the verdict on a token that was typed before any script ran. Cold is a first visit, with nothing kept; \
             warm is the second. The second network is Chromium's own emulation. Medians of {ROUNDS} loads of each, \
             in turn. The page on `jose` is a bundle of its verification, two text areas and a line of text."
        ),
        head: vec!["", "painted", "usable", "first verdict"],
        rows,
    })
}

async fn through(lab: &Lab<'_>, (_, throughput, latency): Network) -> WebDriverResult<()> {
    lab.0.devtools("Network.enable", json!({})).await?;
    let conditions = json!({
        "offline": false, "latency": latency, "downloadThroughput": throughput, "uploadThroughput": throughput,
    });
    lab.0.devtools("Network.emulateNetworkConditions", conditions).await.map(drop)
}

async fn load(lab: &Lab<'_>, page: &str, times: &mut Times) -> WebDriverResult<()> {
    lab.visit(page).await?;
    let all = "return 'usable' in seen && 'verdict' in seen
        && performance.getEntriesByName('first-contentful-paint').length === 1";
    lab.0.until("the page has answered", async || lab.0.holds(all).await).await?;
    let read = "return [performance.getEntriesByName('first-contentful-paint')[0].startTime, seen.usable, seen.verdict]";
    let measured = lab.run(read, Vec::new()).await?;
    for (times, time) in times.iter_mut().zip(measured.as_array().into_iter().flatten()) {
        times.extend(time.as_f64());
    }
    Ok(())
}
