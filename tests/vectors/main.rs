//! The JOSE vectors of other projects (`tests/data/VECTORS.md`), every row of them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod judge;
mod row;
mod table;

use judge::{Judgement, agrees, judge};
use jwt_why::{
    diagnosis::{Diagnosis, Input, Step, report::Event},
    jose::base64url,
    policy::Policy,
};
use row::{Expected, rows};

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

/// `tests/README.md` says how many rows of each source and algorithm ended how; `UPDATE_TABLES=1` writes it.
#[test]
fn the_table_of_vectors_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let written = table::written_into(&readme, &rows());
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(path, &written).unwrap();
    } else {
        assert!(
            readme == written,
            "tests/README.md is out of date: run `UPDATE_TABLES=1 cargo test --test vectors`"
        );
    }
}

/// For each algorithm, bits all over one signature of another project.
#[test]
fn one_changed_bit_of_a_signature_never_verifies() {
    let mut seen = std::collections::BTreeSet::new();
    for mut row in rows() {
        let token = row.token.clone().unwrap_or_default();
        let Some((input, signature)) = token.rsplit_once('.') else { continue };
        let first = row.expected == Expected::Valid && token.matches('.').count() == 2;
        if !first || !seen.insert(table::algorithm(&row)) {
            continue;
        }
        let signature = base64url::decode(signature).bytes;
        for bit in (0..signature.len() * 8).step_by(1 + signature.len() / 2) {
            let mut changed = signature.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            row.token = Some(format!("{input}.{}", base64url::encode(&changed)));
            assert!(matches!(judge(&row), Judgement::Refused(_)), "{} with bit {bit} changed", row.id);
        }
    }
    assert!(seen.len() >= 14, "{seen:?}");
}

/// One good row for each algorithm and for each content encryption.
#[test]
fn one_row_of_each_algorithm_is_good() {
    let mut seen = std::collections::BTreeSet::new();
    for row in rows() {
        if row.expected == Expected::Valid && seen.insert(table::algorithm(&row)) {
            assert!(matches!(judge(&row), Judgement::Good(_)), "{}", row.id);
        }
    }
    assert!(seen.len() >= 30, "{seen:?}");
}

/// `jsonwebtoken` stands on the same table, so what it refuses otherwise is its validation, and each reason is known.
#[test]
fn jsonwebtoken_contradicts_no_row_without_a_known_reason() {
    let (mut answered, mut wrong, mut differences) = (0, Vec::new(), std::collections::BTreeSet::new());
    for row in rows() {
        let Some(text) = row.token.clone() else { continue };
        let policy = Policy { algorithms: row.alg_allowed.clone(), ..Default::default() };
        let keys = row.key_texts();
        let input = Input { text, keys, policy, now: 1_300_819_000, ..Default::default() };
        let mut diagnosis = Diagnosis::start(input, None);
        // The library is asked before the experiments, which are not what this is about.
        while let step @ (Step::Working | Step::Event(_)) = diagnosis.step() {
            let opinion = match step {
                Step::Event(Event::Opinion { opinion, .. }) => opinion,
                Step::Event(Event::Proved { .. }) => break,
                _ => continue,
            };
            answered += usize::from(opinion.accepts.is_some());
            differences.extend(opinion.differences.iter().map(|difference| difference.id()));
            if opinion.disagrees {
                wrong.push(format!("{}: {:?} {}", row.id, opinion.accepts, opinion.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(answered > 400, "{answered} answers");
    assert!(differences.len() >= 3, "{differences:?}");
}
