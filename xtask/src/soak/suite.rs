//! The end-to-end tests, many times in a row. Twenty rounds take hours, so each round that passed is kept: a soak of the
//! same files that was interrupted goes on where it was, and a round that fails begins the row anew.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Row, sources};
use crate::{Failure, counts::Counts, fingerprint, gate, root, single};

/// Where the rounds are kept: what was tested on the first line, and what each round counted on one of its own.
const ROUNDS: &str = "target/soak/rounds.txt";

/// Runs the tests until so many rounds in a row have passed, or one has failed.
pub fn suite(times: u64) -> Result<Vec<Row>, Failure> {
    let mut rounds = Rounds::of(root().join(ROUNDS), fingerprint::of(&sources()?)?);
    single::single_file()?;
    while rounds.in_a_row() < times {
        let counts = gate::passed(gate::end_to_end());
        rounds.add(counts)?;
        println!("{} of {times}: {counts}", rounds.in_a_row());
        if counts.failed > 0 {
            return Ok(vec![Row::new(false, "end-to-end tests", counts.to_string())]);
        }
    }
    let what = format!("end-to-end tests, {} times in a row", rounds.in_a_row());
    Ok(vec![Row::new(true, what, rounds.total().to_string())])
}

/// The rounds in a row that passed on the same files.
struct Rounds {
    path: PathBuf,
    tested: String,
    passed: Vec<Counts>,
}

impl Rounds {
    /// Those that were kept; none if something else was tested then.
    fn of(path: PathBuf, tested: String) -> Self {
        let kept = fs::read_to_string(&path).unwrap_or_default();
        let passed = match kept.split_once('\n') {
            Some((of, rounds)) if of == tested => rounds.lines().map(Counts::of_line).collect(),
            _ => Vec::new(),
        };
        Self { path, tested, passed }
    }

    /// Adds a round and keeps it; one that failed takes those before it away.
    fn add(&mut self, round: Counts) -> Result<(), Failure> {
        if round.failed > 0 {
            self.passed.clear();
        } else {
            self.passed.push(round);
        }
        let rounds = self.passed.iter().map(|round| format!("test result: {round}\n"));
        let kept = format!("{}\n{}", self.tested, rounds.collect::<String>());
        write(&self.path, &kept)
    }

    fn in_a_row(&self) -> u64 {
        u64::try_from(self.passed.len()).unwrap_or(u64::MAX)
    }

    fn total(&self) -> Counts {
        self.passed.iter().fold(Counts::default(), |total, round| total + *round)
    }
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| Failure::at(path, error))?;
    fs::write(path, text).map_err(|error| Failure::at(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: Counts = Counts { passed: 160, failed: 0 };

    /// A place for rounds that is gone when the test has ended.
    struct Place(PathBuf);

    impl Place {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("rounds-{name}-{}", std::process::id()));
            Self(folder)
        }

        fn rounds(&self, tested: &str) -> Rounds {
            Rounds::of(self.0.join("rounds.txt"), tested.to_owned())
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn an_interrupted_row_goes_on_with_the_same_files_and_with_no_others() {
        let place = Place::new("interrupted");
        let mut rounds = place.rounds("these");
        rounds.add(WELL).expect("the folder can be written to");
        rounds.add(WELL).expect("the folder can be written to");
        assert_eq!(place.rounds("these").passed, [WELL, WELL]);
        assert_eq!(place.rounds("these").total(), Counts { passed: 320, failed: 0 });
        assert_eq!(place.rounds("others").passed, []);
    }

    #[test]
    fn a_round_that_fails_begins_the_row_anew() {
        let place = Place::new("failed");
        let mut rounds = place.rounds("these");
        rounds.add(WELL).expect("the folder can be written to");
        rounds.add(Counts { passed: 159, failed: 1 }).expect("the folder can be written to");
        assert_eq!((rounds.in_a_row(), place.rounds("these").in_a_row()), (0, 0));
    }
}
