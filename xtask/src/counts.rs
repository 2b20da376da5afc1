//! How many tests passed, read from what `cargo test` prints.

use std::{
    fmt,
    ops::{Add, AddAssign},
};

/// A number of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that did what they should.
    pub passed: usize,
    /// Those that did not, and steps that failed without any test.
    pub failed: usize,
}

impl Counts {
    /// What a line of a test's output adds: `test result: ok. 3 passed; 0 failed; …`, or `test result: ` and counts.
    pub fn of_line(line: &str) -> Self {
        let Some((_, results)) = line.split_once("test result: ") else {
            return Self::default();
        };
        let count = |name: &str| {
            let before = results.split([';', '.', ',']).find_map(|part| part.trim().strip_suffix(name));
            before.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
        };
        Self { passed: count(" passed"), failed: count(" failed") }
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_and_other_lines_are_not() {
        for (line, passed, failed) in [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s",
                3,
                0,
            ),
            ("test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 filtered out", 12, 2),
            ("test jose::a_test ... ok", 0, 0),
            ("3 passed; 4 failed", 0, 0),
        ] {
            assert_eq!(Counts::of_line(line), Counts { passed, failed }, "{line}");
        }
    }
}
