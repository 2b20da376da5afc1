//! Keys that are agreed upon with an ephemeral key in the header (RFC 7518 section 4.6, RFC 8037 section 3.2).

use sha2::{Digest, Sha256};

use super::{Fault, Job, octets, wrapping::unwrap};
use crate::{
    jose::json::Node,
    keys::{Curve, Material, OkpCurve, PrivateHalf},
};

/// The agreed key is the content encryption key.
pub(super) fn direct(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    if !job.encrypted_key().is_empty() {
        return Err(Fault::Length("encrypted_key"));
    }
    derive(job, job.encryption.name, job.encryption.key_bytes)
}

/// The agreed key wraps the content encryption key.
pub(super) fn wrapped<const BYTES: usize>(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    let alg = job.jwe.alg(job.recipient).unwrap_or_default();
    unwrap(&derive(job, alg, BYTES)?, job.encrypted_key())
}

fn derive(job: &Job<'_>, algorithm: &str, bytes: usize) -> Result<Vec<u8>, Fault> {
    let party = |name: &'static str| match job.parameter(name) {
        None => Ok(Vec::new()),
        Some(node) => octets(Some(node)).ok_or(Fault::Parameter(name)),
    };
    let (u, v) = (party("apu")?, party("apv")?);
    concat_kdf(&shared_secret(job)?, algorithm, &u, &v, bytes).ok_or(Fault::Parameter("apu"))
}

/// The Concat KDF with SHA-256 (NIST SP 800-56A section 5.8.1) over what RFC 7518 section 4.6.2 puts together.
fn concat_kdf(z: &[u8], algorithm: &str, u: &[u8], v: &[u8], bytes: usize) -> Option<Vec<u8>> {
    let mut info = Vec::new();
    for part in [algorithm.as_bytes(), u, v] {
        info.extend_from_slice(&u32::try_from(part.len()).ok()?.to_be_bytes());
        info.extend_from_slice(part);
    }
    info.extend_from_slice(&u32::try_from(bytes * 8).ok()?.to_be_bytes());
    let rounds = u32::try_from(bytes.div_ceil(32)).ok()?;
    let mut key: Vec<u8> = (1..=rounds)
        .flat_map(|round| {
            Sha256::new().chain_update(round.to_be_bytes()).chain_update(z).chain_update(&info).finalize()
        })
        .collect();
    key.truncate(bytes);
    Some(key)
}

/// The secret that both sides compute (RFC 7518 section 4.6.1.1).
fn shared_secret(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    const EPK: Fault = Fault::Parameter("epk");
    let epk = job.parameter("epk").ok_or(EPK)?;
    let text = |name: &str| epk.get(name).and_then(Node::as_str);
    let private = job.key.private.as_ref().ok_or(Fault::PrivateHalfMissing)?;
    match (job.key.material(), private) {
        (Material::Ec { curve, .. }, PrivateHalf::Ec(d)) => {
            let length = curve.field_bytes();
            let coordinate = |name| octets(epk.get(name)).filter(|octets| octets.len() == length).ok_or(EPK);
            if text("crv") != Some(curve.name()) {
                return Err(EPK);
            }
            let point = [&[4], coordinate("x")?.as_slice(), coordinate("y")?.as_slice()].concat();
            ecdh(*curve, d, &point).ok_or(EPK)
        }
        (Material::Okp { curve, .. }, PrivateHalf::Okp(d)) => {
            let x = octets(epk.get("x")).ok_or(EPK)?;
            if text("crv") != Some(curve.name()) {
                return Err(EPK);
            }
            montgomery(*curve, d, &x).ok_or(EPK)
        }
        _ => Err(Fault::KeyKind),
    }
}

/// The x coordinate of the product; `None` when the point is not on the curve, which an attacker may send on purpose.
fn ecdh(curve: Curve, d: &[u8], point: &[u8]) -> Option<Vec<u8>> {
    macro_rules! agree {
        ($krate:ident) => {{
            let secret = $krate::SecretKey::from_slice(d).ok()?;
            let public = $krate::PublicKey::from_sec1_bytes(point).ok()?;
            let shared = $krate::ecdh::diffie_hellman(secret.to_nonzero_scalar(), public.as_affine());
            Some(shared.raw_secret_bytes().to_vec())
        }};
    }
    match curve {
        Curve::P256 => agree!(p256),
        Curve::P384 => agree!(p384),
        Curve::P521 => agree!(p521),
        Curve::Secp256k1 => None,
    }
}

/// X25519 and X448 (RFC 7748); `None` for a point of low order, whose product everybody knows.
fn montgomery(curve: OkpCurve, d: &[u8], x: &[u8]) -> Option<Vec<u8>> {
    match curve {
        OkpCurve::X25519 => {
            let shared = x25519_dalek::x25519(d.try_into().ok()?, x.try_into().ok()?);
            shared.iter().any(|octet| *octet != 0).then(|| shared.to_vec())
        }
        OkpCurve::X448 => x448::x448(d.try_into().ok()?, x.try_into().ok()?).map(|shared| shared.to_vec()),
        OkpCurve::Ed25519 | OkpCurve::Ed448 => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jose::base64url;

    #[test]
    fn the_key_of_rfc_7518_appendix_c_is_derived() {
        let z = [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163,
            218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];
        let key = concat_kdf(&z, "A128GCM", b"Alice", b"Bob", 16).unwrap();
        assert_eq!(base64url::encode(&key), "VqqN6vgjbSBcIijNcacQGg");
    }
}
