//! From what somebody does to what the page says.

use e2e::WebDriverResult;
use serde_json::{Value, json};

use crate::{
    lab::{Lab, OURS, PEER, RATES, column},
    table::{Table, median, milliseconds},
};

/// How many pairs of key strokes.
const STROKES: usize = 60;
/// How often each token is pasted.
const PASTES: usize = 31;
/// What the page shows once the experiments have ended.
const EXPLAINED: &str = "[data-ruled-out], [data-proof]";

const TYPING: &str = include_str!("scripts/typing.js");
const PASTING: &str = include_str!("scripts/pasting.js");

/// HS256 under [`SECRET`]; it expires in the year 2100.
pub const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// From a key stroke to the verdict.
pub async fn strokes(lab: &Lab<'_>) -> WebDriverResult<Table> {
    let mut rows = Vec::new();
    for (name, page) in [("jwt-why", OURS), ("jose", PEER)] {
        lab.open(page).await?;
        let times = lab.run(TYPING, vec![json!(SECRET), json!(TOKEN), json!(STROKES)]).await?;
        let figures = [0, 1].map(|at| milliseconds(median(column(&times, at))));
        rows.push([name.to_owned()].into_iter().chain(figures).collect());
    }
    Ok(Table {
        title: "Key stroke to verdict".to_owned(),
        about: format!(
            "Milliseconds from a character in the key box to the other verdict in the page, and to the end of the \
             frame that shows it. Medians of {} strokes, at any moment between two frames of 16.7 ms.",
            2 * STROKES
        ),
        head: vec!["", "in the page", "painted"],
        rows,
    })
}

/// From a paste to the verdict, the proofs and the end, beside a set of twenty keys.
pub async fn pastes(lab: &Lab<'_>) -> WebDriverResult<Table> {
    lab.visit(RATES).await?;
    let set = lab.ask("set", json!(null)).await?;
    let situations = [
        ("accepted: its kid is in the set", "kid", "accepted"),
        ("accepted: no kid, the last of the keys", "all", "accepted"),
        ("rejected: expired", "expired", "rejected"),
        ("rejected: by a key that is not in the set", "stranger", "rejected"),
    ];
    let mut rows = Vec::new();
    for (name, token, verdict) in situations {
        let mut row = vec![name.to_owned()];
        for page in [OURS, PEER] {
            lab.open(page).await?;
            // Where nothing is wrong, no experiment is made.
            let explained = (page == OURS && verdict == "rejected").then_some(EXPLAINED);
            let (keys, token) = (set["keys"].clone(), set["tokens"][token].clone());
            let arguments = vec![keys, token, json!(verdict), json!(explained), json!(PASTES)];
            let times: Value = lab.run(PASTING, arguments).await?;
            let columns: &[usize] = if page == OURS { &[0, 1, 2] } else { &[0] };
            row.extend(columns.iter().map(|&at| milliseconds(median(column(&times, at)))));
        }
        rows.push(row);
    }
    Ok(Table {
        title: "A token of 2 KB beside twenty RSA keys".to_owned(),
        about: format!(
            "Milliseconds from the paste to the verdict in the page; to what was proved and ruled out, which is after \
             all experiments but the list of published secrets; and to the end of the diagnosis, with the entries of \
             the knowledge base tried. Medians of {PASTES} pastes. The aims are 16.7 for the verdict and \
             150 for the experiments."
        ),
        head: vec!["", "verdict", "experiments", "everything", "jose: verdict"],
        rows,
    })
}
