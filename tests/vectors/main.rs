//! The JOSE vectors of other projects (`tests/data/VECTORS.md`), every row of them.

mod judge;
mod row;

use judge::{Judgement, judge};
use row::{Expected, Row, rows};

/// Whether the judgement is one that the row allows.
fn agrees(row: &Row, judgement: &Judgement) -> bool {
    match (judgement, row.expected) {
        (Judgement::Skipped(_), _) | (_, Expected::Acceptable) => true,
        (Judgement::Good(_), Expected::Valid) | (Judgement::Refused(_), Expected::Invalid) => true,
        // The mathematics is right and the refusal is policy: a debugger says so, and may still verify.
        (Judgement::Good(warnings), Expected::Invalid) => row.has("CryptoValid") && !warnings.is_empty(),
        (Judgement::Refused(_), Expected::Valid) => false,
    }
}

#[test]
fn every_row_ends_as_its_source_says() {
    let wrong: Vec<String> = rows()
        .iter()
        .map(|row| (row, judge(row)))
        .filter(|(row, judgement)| !agrees(row, judgement))
        .map(|(row, judgement)| {
            format!("{} is {:?} {:?}, and came to {judgement:?}", row.id, row.expected, row.flags)
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_key_has_the_thumbprint_that_its_source_prints() {
    let mut compared = 0;
    for row in rows() {
        let Some(expected) = row.extra["thumbprint_s256"].as_str() else { continue };
        let ring = row.ring();
        if let [key] = ring.keys.as_slice() {
            assert_eq!(key.thumbprint(), expected, "{}", row.id);
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared} thumbprints");
}
