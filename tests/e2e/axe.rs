//! axe-core, which looks for barriers in what a page shows.

use std::sync::LazyLock;

use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverResult};

use crate::Page;

/// axe-core, from npm. It is brought once, whatever tests ask for it at the same time.
fn script() -> WebDriverResult<&'static str> {
    static AXE: LazyLock<Result<String, String>> =
        LazyLock::new(|| xtask::axe().map_err(|failure| failure.to_string()));
    AXE.as_deref().map_err(|failure| WebDriverError::FatalError(failure.clone()))
}

/// Looks at the whole page and names what it finds: the rule, and the elements.
const LOOK: &str = "
    return axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) =>
        `${id}: ${nodes.slice(0, 3).map(({ target, any, all, none }) =>
            `${target.join(' ')} (${[...any, ...all, ...none].map(({ message }) => message).slice(0, 1)})`).join('; ')}`
    ).join('\\n'))";

/// Colours are at once what they become.
const STILL: &str = "return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))";

impl Page {
    /// The barriers that axe-core finds in what the page shows now, one a line.
    pub async fn barriers(&self) -> WebDriverResult<String> {
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.devtools("Emulation.setEmulatedMedia", still).await?;
        self.run(STILL).await?;
        if !self.holds("return 'axe' in globalThis").await? {
            self.run(script()?).await?;
        }
        self.value(LOOK).await
    }
}
