//! RSA public keys (RFC 8017 section 3.1), bounded so that no pasted number can stop the page.

/// Why two numbers are no RSA public key that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RsaFault {
    /// The modulus is zero, even, or no larger than the exponent.
    Modulus,
    /// The modulus has fewer than [`RsaPublic::MIN_BITS`] bits.
    ModulusTooSmall,
    /// The modulus has more than [`RsaPublic::MAX_BITS`] bits.
    ModulusTooLarge,
    /// The exponent is even, 1, or larger than [`RsaPublic::MAX_EXPONENT_BYTES`] bytes.
    Exponent,
}

impl RsaFault {
    /// The name that facts carry.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Modulus => "modulus",
            Self::ModulusTooSmall => "modulus-too-small",
            Self::ModulusTooLarge => "modulus-too-large",
            Self::Exponent => "exponent",
        }
    }
}

/// The primes that the fingerprint is looked for with.
const ROCA_PRIMES: [u32; 38] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// An RSA public key: modulus and exponent as big-endian numbers without leading zeros (RFC 8017 section 3.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RsaPublic {
    n: Vec<u8>,
    e: Vec<u8>,
}

impl RsaPublic {
    /// The smallest modulus with which a signature is still computed, in bits: enough for the smallest key that
    /// was ever in use.
    pub const MIN_BITS: usize = 512;
    /// The largest modulus with which a signature is still computed, in bits: beyond it a paste could stop the page.
    pub const MAX_BITS: usize = 16_384;
    /// The longest public exponent, in bytes.
    pub const MAX_EXPONENT_BYTES: usize = 4;

    /// A key of two big-endian numbers, which may have leading zeros.
    ///
    /// # Errors
    /// Says which of the numbers no signature can be computed with.
    pub fn new(n: &[u8], e: &[u8]) -> Result<Self, RsaFault> {
        let key = Self { n: without_leading_zeros(n).to_vec(), e: without_leading_zeros(e).to_vec() };
        let odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);
        if !odd(&key.n) {
            Err(RsaFault::Modulus)
        } else if key.modulus_bits() < Self::MIN_BITS {
            Err(RsaFault::ModulusTooSmall)
        } else if key.modulus_bits() > Self::MAX_BITS {
            Err(RsaFault::ModulusTooLarge)
        } else if !odd(&key.e) || key.e == [1] || key.e.len() > Self::MAX_EXPONENT_BYTES {
            Err(RsaFault::Exponent)
        } else {
            Ok(key)
        }
    }

    /// Whether the modulus has the fingerprint of a generator whose keys can be factored (CVE-2017-15361): its
    /// remainder is a power of 65537 for each of these primes. Other keys have it once in some hundred million.
    pub fn is_roca(&self) -> bool {
        ROCA_PRIMES.iter().all(|prime| {
            let remainder = self.n.iter().fold(0, |rest, byte| (rest * 256 + u32::from(*byte)) % prime);
            let mut power = 1;
            (0..*prime).any(|_| {
                power = power * (65_537 % prime) % prime;
                power == remainder
            })
        })
    }

    /// The modulus.
    pub fn n(&self) -> &[u8] {
        &self.n
    }

    /// The public exponent.
    pub fn e(&self) -> &[u8] {
        &self.e
    }

    /// The length of the modulus in bits.
    pub fn modulus_bits(&self) -> usize {
        let unused = self.n.first().map_or(0, |byte| byte.leading_zeros() as usize);
        (self.n.len() * 8).saturating_sub(unused)
    }
}

/// A big-endian number without the zeros before its first digit.
pub(crate) fn without_leading_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_would_break_the_arithmetic_are_refused() {
        let n = [0xff; 128];
        let mut even = n;
        even[127] = 0xfe;
        for (n, e, fault) in [
            (&[][..], &[1, 0, 1][..], RsaFault::Modulus),
            (&[0; 128], &[1, 0, 1], RsaFault::Modulus),
            (&even, &[1, 0, 1], RsaFault::Modulus),
            (&[0xff; 16], &[1, 0, 1], RsaFault::ModulusTooSmall),
            (&[0xff; 4_096], &[1, 0, 1], RsaFault::ModulusTooLarge),
            (&n, &[], RsaFault::Exponent),
            (&n, &[0], RsaFault::Exponent),
            (&n, &[1], RsaFault::Exponent),
            (&n, &[2], RsaFault::Exponent),
            (&n, &[1, 0, 0, 0, 1], RsaFault::Exponent),
        ] {
            assert_eq!(RsaPublic::new(n, e), Err(fault));
        }
        assert_eq!(RsaPublic::new(&n, &[0, 3]).map(|key| key.modulus_bits()), Ok(1024));
    }
}
