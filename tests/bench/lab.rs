//! The browser in which everything is measured, and what the measurements ask of it.

use std::time::Duration;

use e2e::{Page, WebDriverResult};
use serde_json::{Value, json};

/// The page, as it is built.
pub const OURS: &str = "jwt-why/";
/// A page on `jose`.
pub const PEER: &str = "peer/";
/// A page on `jose` that reads a log.
pub const PEER_LOG: &str = "log/";
/// What is measured without a page.
pub const RATES: &str = "rates/";

/// How long a script may take.
const PATIENCE: Duration = Duration::from_mins(5);

const WATCH: &str = include_str!("scripts/watch.js");

/// One browser with the site of the benchmark.
pub struct Lab<'a>(pub &'a Page);

impl Lab<'_> {
    /// Prepares every page that is loaded from now on; `token` is in the text area before the page's scripts are.
    pub async fn prepare(&self, token: &str) -> WebDriverResult<()> {
        self.0.browser().set_script_timeout(PATIENCE).await?;
        self.0.before_everything(&WATCH.replace("{token}", token)).await
    }

    /// Loads a page.
    pub async fn visit(&self, page: &str) -> WebDriverResult<()> {
        self.0.browser().goto(format!("{}{page}", self.0.site().address())).await
    }

    /// Loads a page and waits until it can be used.
    pub async fn open(&self, page: &str) -> WebDriverResult<()> {
        self.visit(page).await?;
        self.0.until("the page can be used", async || self.0.holds("return 'usable' in seen").await).await
    }

    /// What an asynchronous script returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        let script = format!("return (async function () {{ {script} }})(...arguments)");
        Ok(self.0.browser().execute(script, arguments).await?.json().clone())
    }

    /// What the worker of the page of rates answers.
    pub async fn ask(&self, question: &str, facts: Value) -> WebDriverResult<Value> {
        self.run("return ask([arguments[0], arguments[1]])", vec![json!(question), facts]).await
    }

    /// Forgets everything that was kept of earlier visits.
    pub async fn forget(&self) -> WebDriverResult<()> {
        let origin = format!("http://{}", self.0.site().host());
        self.visit(RATES).await?;
        self.0
            .devtools("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" }))
            .await?;
        self.0.devtools("Network.clearBrowserCache", json!({})).await.map(drop)
    }
}

/// The figures in a column of rows.
pub fn column(rows: &Value, at: usize) -> Vec<f64> {
    rows.as_array().into_iter().flatten().filter_map(|row| row.get(at)?.as_f64()).collect()
}
