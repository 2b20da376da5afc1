//! The table of vectors in `tests/README.md`.

use std::{collections::BTreeMap, fmt::Write as _};

use jwt_why::jose::base64url;

use crate::{
    judge::{Judgement, judge},
    row::Row,
};

const BEGIN: &str = "<!-- vectors: begin -->\n";
const END: &str = "<!-- vectors: end -->\n";

#[derive(Default)]
struct Counts {
    verified: usize,
    refused: usize,
}

impl Counts {
    fn add(&mut self, judgement: &Judgement) {
        match judgement {
            Judgement::Good(_) => self.verified += 1,
            Judgement::Refused(_) => self.refused += 1,
        }
    }
}

/// The text with the table of these rows between its marks.
pub fn written_into(readme: &str, rows: &[Row]) -> String {
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    format!("{before}{BEGIN}{}{END}{after}", table(rows))
}

fn table(rows: &[Row]) -> String {
    let mut sources: BTreeMap<(&str, String), Counts> = BTreeMap::new();
    let mut total = Counts::default();
    for row in rows {
        let judgement = judge(row);
        total.add(&judgement);
        sources.entry((&row.source, algorithm(row))).or_default().add(&judgement);
    }
    let mut text = format!(
        "\n{} rows: {} verified, decrypted or imported, {} refused, none skipped.\n\n\
         | source | algorithm | agreed: good | agreed: refused |\n|---|---|---:|---:|\n",
        rows.len(),
        total.verified,
        total.refused
    );
    for ((source, algorithm), counts) in &sources {
        let Counts { verified, refused } = counts;
        writeln!(text, "| {source} | {algorithm} | {verified} | {refused} |").unwrap();
    }
    text + "\n"
}

/// The "alg" that the row is about: the token's, or "key" for a row without a token.
pub fn algorithm(row: &Row) -> String {
    let Some(token) = &row.token else { return "key".to_owned() };
    let json = token.trim_start().starts_with('{');
    let header = token.split('.').next().unwrap_or_default();
    let header: serde_json::Value =
        serde_json::from_slice(&base64url::decode(header).bytes).unwrap_or_default();
    match header["alg"].as_str() {
        Some(alg) if alg.chars().all(|c| c.is_ascii_alphanumeric() || "+-_".contains(c)) => alg.to_owned(),
        _ if json => "JSON Serialization".to_owned(),
        _ => "unreadable".to_owned(),
    }
}
