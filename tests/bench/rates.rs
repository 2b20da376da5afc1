//! What is counted a second, without a page around it.

use e2e::WebDriverResult;
use serde_json::{Value, json};

use crate::{
    lab::{Lab, RATES},
    table::{Table, rate, times},
};

/// Verifications a second for each algorithm; `vector` is a token with its key for an algorithm that no browser has.
pub async fn verifications(lab: &Lab<'_>, vector: Value) -> WebDriverResult<Table> {
    lab.visit(RATES).await?;
    let measured = lab.ask("rates", vector).await?;
    let rows = measured.as_array().into_iter().flatten().map(|row| {
        let figure = |name: &str| row.get(name).and_then(Value::as_f64);
        let [wasm, jose, webcrypto] = ["wasm", "jose", "webcrypto"].map(figure);
        let alg = row["alg"].as_str().unwrap_or_default().to_owned();
        vec![alg, rate(wasm), rate(jose), rate(webcrypto), times(wasm, jose), times(webcrypto, jose)]
    });
    Ok(Table {
        title: "Verifications a second".to_owned(),
        about: "In one worker, over the same tokens, which WebCrypto has made; keys are imported once. wasm: from the \
                token's text to the answer, through the same table and memo as in the page. `jose`: `compactVerify`, \
                many at once. WebCrypto: `crypto.subtle.verify` alone, many at once, over bytes that were decoded \
                beforehand. Many at once lets both use the other cores; wasm here has one. Medians of five rounds of a \
                quarter of a second, in turn."
            .to_owned(),
        head: vec!["alg", "wasm", "jose", "WebCrypto", "wasm / jose", "WebCrypto / jose"],
        rows: rows.collect(),
    })
}

/// How fast messages of libraries are recognised in a log.
pub async fn recognition(lab: &Lab<'_>) -> WebDriverResult<Table> {
    lab.visit(RATES).await?;
    let measured = lab.ask("recognition", json!(null)).await?;
    let figure = |name: &str| measured[name].as_f64().unwrap_or_default();
    let megabytes = |bytes: f64| format!("{:.1}", bytes / 1e6);
    Ok(Table {
        title: "Recognising messages".to_owned(),
        about: "The messages of libraries in a log of ordinary lines, one line in ten with a message; in wasm, in a \
                worker, the median of five rounds. The aim is 10 MB a second."
            .to_owned(),
        head: vec!["", "figure"],
        rows: vec![
            vec!["MB a second".to_owned(), megabytes(figure("rate"))],
            vec!["MB of log".to_owned(), megabytes(figure("length"))],
            vec!["messages recognised".to_owned(), figure("messages").to_string()],
            vec![
                "ms to read the knowledge base and prepare the recogniser".to_owned(),
                format!("{:.1}", figure("ready")),
            ],
        ],
    })
}
