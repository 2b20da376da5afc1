//! RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 7518 sections 3.3 and 3.5), and what an RSA signature opens to.

use rsa::{BoxedUint, Pkcs1v15Sign, Pss, RsaPublicKey, hazmat::rsa_encrypt, traits::PublicKeyParts};
use sha2::digest::{Digest, FixedOutputReset, const_oid::AssociatedOid};

use super::algorithms::{Algorithm, Family, Hash};
use crate::keys::{Key, Material, RsaPublic};

/// The smallest modulus in bits that the crate is given; [`RsaPublic`] has bounded the key already.
const SIZES: std::ops::RangeInclusive<usize> = RsaPublic::MIN_BITS..=RsaPublic::MAX_BITS;

fn public_key(material: &Material) -> Option<RsaPublicKey> {
    let Material::Rsa(key) = material else { return None };
    let n = BoxedUint::from_be_slice_vartime(key.n());
    let e = BoxedUint::from_be_slice_vartime(key.e());
    RsaPublicKey::new_with_size_limits(n, e, SIZES).ok()
}

/// RSASSA-PKCS1-v1_5.
pub(super) fn pkcs1<D: AssociatedOid + Digest>(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    let Some(key) = public_key(material) else { return false };
    key.verify(Pkcs1v15Sign::new::<D>(), &D::digest(input), signature).is_ok()
}

/// RSASSA-PSS whose salt is as long as the hash.
pub(super) fn pss<D: Digest + FixedOutputReset>(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    let Some(key) = public_key(material) else { return false };
    pss_with::<D>(&key, Some(<D as Digest>::output_size()), input, signature)
}

/// RSASSA-PSS with a salt of any length.
pub(super) fn pss_any<D: Digest + FixedOutputReset>(
    material: &Material,
    input: &[u8],
    signature: &[u8],
) -> bool {
    public_key(material).is_some_and(|key| pss_with::<D>(&key, None, input, signature))
}

fn pss_with<D: Digest + FixedOutputReset>(
    key: &RsaPublicKey,
    salt_len: Option<usize>,
    input: &[u8],
    signature: &[u8],
) -> bool {
    // A modulus with no room for a hash can't carry one, and the crate counts down from its length.
    let encoded_bytes = (key.n().bits() as usize).saturating_sub(1).div_ceil(8);
    if encoded_bytes < <D as Digest>::output_size() + salt_len.unwrap_or(0) + 2 {
        return false;
    }
    let scheme = Pss::<D> { blinded: false, digest: D::new(), salt_len };
    key.verify(scheme, &D::digest(input), signature).is_ok()
}

/// The length in bytes of the salt with which a RSASSA-PSS signature verifies, whatever it is.
///
/// RFC 7518 section 3.5 demands as many bytes as the hash has; only that length is accepted by
/// [`Verifications::verify`](super::Verifications::verify). `None` when no length fits, or when the algorithm is
/// another one.
pub fn pss_any_salt(key: &Key, algorithm: &Algorithm, input: &[u8], signature: &[u8]) -> Option<usize> {
    let key = public_key(key.material())?;
    match (algorithm.family, algorithm.hash?) {
        (Family::RsaPss, Hash::Sha256) => salt_length::<sha2::Sha256>(&key, input, signature),
        (Family::RsaPss, Hash::Sha384) => salt_length::<sha2::Sha384>(&key, input, signature),
        (Family::RsaPss, Hash::Sha512) => salt_length::<sha2::Sha512>(&key, input, signature),
        _ => None,
    }
}

fn salt_length<D: Digest + FixedOutputReset>(
    key: &RsaPublicKey,
    input: &[u8],
    signature: &[u8],
) -> Option<usize> {
    // One computation says whether there is such a length at all; only then they are tried, the usual ones first.
    if !pss_with::<D>(key, None, input, signature) {
        return None;
    }
    let hash = <D as Digest>::output_size();
    let longest = key.size().saturating_sub(hash + 2);
    let usual = [hash, longest, longest.saturating_sub(1), 0, 20, 32];
    usual.into_iter().chain(0..=longest).find(|length| pss_with::<D>(key, Some(*length), input, signature))
}

/// The block that an RSA signature opens to, as long as the modulus: `signature` to the power of e, modulo n.
///
/// `None` when the key is no RSA key, or the signature is not as long as the modulus and below it (RFC 8017
/// section 5.2.2).
pub fn recover_rsa(key: &Key, signature: &[u8]) -> Option<Vec<u8>> {
    let key = public_key(key.material())?;
    if signature.len() != key.size() {
        return None;
    }
    let number = BoxedUint::from_be_slice(signature, key.n().bits_precision()).ok()?;
    if number >= *key.n().as_ref() {
        return None;
    }
    let block = rsa_encrypt(&key, &number).ok()?.to_be_bytes();
    let excess = block.len().checked_sub(key.size())?;
    Some(block.get(excess..)?.to_vec())
}

/// Which forms the block of a signature has the ends of; where it can't be opened, it may have any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pkcs1: bool,
    pss: bool,
}

impl Block {
    /// What this signature opens to under this key.
    pub(super) fn of(key: &Key, signature: &[u8]) -> Self {
        let block = recover_rsa(key, signature);
        Self {
            pkcs1: block.as_ref().is_none_or(|block| block.starts_with(&[0, 1])),
            pss: block.as_ref().is_none_or(|block| block.ends_with(&[PSS_END])),
        }
    }

    /// What a signature opens to that verified under an algorithm of this family.
    pub(super) const fn verified_as(family: Family) -> Self {
        Self { pkcs1: matches!(family, Family::RsaPkcs1), pss: matches!(family, Family::RsaPss) }
    }

    /// Whether a signature of this family can have such a block (RFC 8017 section 9.2 step 5, section 9.1.2 step 4).
    pub(super) const fn may_be(self, family: Family) -> bool {
        match family {
            Family::RsaPkcs1 => self.pkcs1,
            Family::RsaPss => self.pss,
            _ => true,
        }
    }
}

/// What a well-formed RSASSA-PKCS1-v1_5 block says: the signer's hash of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedBlock {
    /// The name of the hash function, such as "SHA-256".
    pub hash: &'static str,
    /// The hash of what was signed.
    pub digest: Vec<u8>,
}

impl OpenedBlock {
    /// Whether it is the hash of `input`. None when the hash function is one that can't be computed here.
    pub fn is_of(&self, input: &[u8]) -> Option<bool> {
        let digest = match self.hash {
            "SHA-1" => sha1::Sha1::digest(input).to_vec(),
            "SHA-224" => sha2::Sha224::digest(input).to_vec(),
            name => {
                let known = [Hash::Sha256, Hash::Sha384, Hash::Sha512];
                known.into_iter().find(|hash| hash.name() == name)?.digest(input)
            }
        };
        Some(digest == self.digest)
    }
}

/// The hash functions of RFC 8017 section 9.2 with the octets that stand before a hash, and its length.
const DIGEST_INFOS: [(&str, &[u8], usize); 6] = [
    ("MD5", &[0x30, 0x20, 0x30, 0x0c, 6, 8, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2, 5, 5, 0, 4, 0x10], 16),
    ("SHA-1", &[0x30, 0x21, 0x30, 9, 6, 5, 0x2b, 0x0e, 3, 2, 0x1a, 5, 0, 4, 0x14], 20),
    ("SHA-224", &[0x30, 0x2d, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4, 5, 0, 4, 0x1c], 28),
    ("SHA-256", &[0x30, 0x31, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1, 5, 0, 4, 0x20], 32),
    ("SHA-384", &[0x30, 0x41, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2, 5, 0, 4, 0x30], 48),
    ("SHA-512", &[0x30, 0x51, 0x30, 0x0d, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3, 5, 0, 4, 0x40], 64),
];

/// Reads a block as RFC 8017 section 9.2 builds it: 0, 1, at least eight 0xff, 0, and the hash with its name.
///
/// That a signature opens to such a block proves that the key is the signer's: a wrong key opens it to noise.
pub fn open_block(block: &[u8]) -> Option<OpenedBlock> {
    let padded = block.strip_prefix(&[0, 1])?;
    let padding = padded.iter().take_while(|byte| **byte == 0xff).count();
    let info = padded.get(padding..)?.strip_prefix(&[0])?;
    if padding < 8 {
        return None;
    }
    DIGEST_INFOS.into_iter().find_map(|(hash, prefix, length)| {
        let digest = info.strip_prefix(prefix)?;
        (digest.len() == length).then(|| OpenedBlock { hash, digest: digest.to_vec() })
    })
}

/// What a well-formed RSASSA-PSS block says: the signer's salt, and the hash of it and of the content's hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedPss {
    hash: Hash,
    salt: Vec<u8>,
    digest: Vec<u8>,
}

impl OpenedPss {
    /// Whether `input` was signed (RFC 8017 section 9.1.2, steps 12 to 14).
    pub fn is_of(&self, input: &[u8]) -> bool {
        let message = [&[0; 8], self.hash.digest(input).as_slice(), &self.salt].concat();
        self.hash.digest(&message) == self.digest
    }
}

/// Reads a block as one of RSASSA-PSS for this algorithm, whatever was signed (RFC 8017 section 9.1.2, steps 4 to 10).
///
/// Behind the mask stand zeros, a one and the salt, and all ends in 0xbc. Noise has fifteen right zeros and more by a
/// chance of one in 2^128, so a block with fewer proves nothing.
pub fn open_pss(algorithm: &Algorithm, block: &[u8]) -> Option<OpenedPss> {
    let hash = algorithm.hash.filter(|_| algorithm.family == Family::RsaPss)?;
    let encoded = block.strip_suffix(&[PSS_END])?;
    let (masked, digest) = encoded.split_at_checked(encoded.len().checked_sub(hash.bytes())?)?;
    let mask = (0_u32..).flat_map(|counter| hash.digest(&[digest, &counter.to_be_bytes()].concat()));
    let data: Vec<u8> = masked.iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
    let (first, rest) = data.split_first()?;
    let zeros = rest.iter().take_while(|byte| **byte == 0).count();
    let (one, salt) = rest.get(zeros..)?.split_first()?;
    // The first bit is cut to fit the modulus and was never masked.
    let opens = first.trailing_zeros() >= 7 && zeros >= LEAST_PSS_ZEROS && *one == 1;
    opens.then(|| OpenedPss { hash, salt: salt.to_vec(), digest: digest.to_vec() })
}

/// The last octet of a block of RSASSA-PSS (RFC 8017 section 9.1.1 step 12).
const PSS_END: u8 = 0xbc;

/// How many zeros tell a block of RSASSA-PSS from noise, in bytes.
const LEAST_PSS_ZEROS: usize = 15;
