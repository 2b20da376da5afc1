//! A small generator (xorshift), so that a failure can be repeated from its number.

/// Pseudo-random numbers from a seed.
pub struct Random(u64);

impl Random {
    /// The numbers of one round.
    pub const fn of(round: u64) -> Self {
        Self(0x9e37_79b9_7f4a_7c15 ^ (round + 1).wrapping_mul(0x2545_f491_4f6c_dd1d))
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    /// A number of seconds from `least` to `most`.
    pub fn seconds(&mut self, least: i64, most: i64) -> i64 {
        least + i64::try_from(self.next() % most.abs_diff(least).max(1)).unwrap_or_default()
    }

    /// One of several.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Letters and digits of a secret.
    pub fn secret(&mut self, length: usize) -> String {
        const CHARACTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.!%";
        (0..length).map(|_| char::from(self.one_of(CHARACTERS))).collect()
    }

    /// Octets for a key.
    pub fn octets(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next().to_be_bytes()[0]).collect()
    }
}
