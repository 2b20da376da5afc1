//! Content encryption keys that are wrapped under a password (RFC 7518 section 4.8).

use hmac::EagerHash;

use super::{Fault, Job, wrapping::unwrap};
use crate::jose::json::Node;

/// The most rounds that are computed; what OWASP recommends for PBKDF2 with SHA-256 is the most that anybody needs.
pub const MOST_ROUNDS: u32 = 600_000;

/// PBES2: a key from the password by PBKDF2, and AES Key Wrap with it.
pub(super) fn pbes2<D: EagerHash, const BYTES: usize>(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    let rounds = rounds(job.parameter("p2c"))?;
    let password = job.key.secret().ok_or(Fault::KeyKind)?;
    let alg = job.jwe.alg(job.recipient).unwrap_or_default();
    let salt = [alg.as_bytes(), &[0], &job.octets("p2s")?].concat();
    let mut key = [0; BYTES];
    pbkdf2::pbkdf2_hmac::<D>(password, &salt, rounds, &mut key);
    unwrap(&key, job.encrypted_key())
}

/// The number of rounds that "p2c" asks for, if it is one that is computed.
pub(super) fn rounds(p2c: Option<&Node>) -> Result<u32, Fault> {
    let count = p2c.and_then(Node::as_number).ok_or(Fault::Parameter("p2c"))?;
    let digits = count.chars().all(|character| character.is_ascii_digit());
    match count.parse::<u32>() {
        Ok(0) => Err(Fault::Parameter("p2c")),
        Ok(rounds) if rounds <= MOST_ROUNDS => Ok(rounds),
        Err(_) if !digits => Err(Fault::Parameter("p2c")),
        Ok(_) | Err(_) => Err(Fault::TooManyRounds(count.to_owned())),
    }
}
