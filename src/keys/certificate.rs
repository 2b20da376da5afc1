//! X.509 certificates: whose key it is, and how long it may be used.

use der::{
    Decode, ErrorKind, Reader, SliceReader, Tag, TagNumber, Tagged,
    asn1::{AnyRef, BitStringRef, ContextSpecific, IntRef, ObjectIdentifier, OctetStringRef},
};
use spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use x509_cert::{
    certificate::{Raw, Version},
    name::Name,
    time::{Time, Validity},
};

use super::{
    der::{DerFault, public_key},
    material::Material,
    name,
};

/// What a certificate says about its key. Nobody checked the certificate's own signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The subject's distinguished name (RFC 4514).
    pub subject: String,
    /// The issuer's distinguished name.
    pub issuer: String,
    /// The first second of its validity, in seconds since 1970-01-01T00:00:00Z.
    pub not_before: i64,
    /// The last second of its validity.
    pub not_after: i64,
    /// How many certificates stand in the same text, this one included.
    pub chain: usize,
}

/// The certificate in DER, the identifier of its key's algorithm, and the key; `None` when it is no certificate.
pub(super) fn read(bytes: &[u8]) -> Option<(Certificate, ObjectIdentifier, Result<Material, DerFault>)> {
    let Body { issuer, validity, subject, key } = body(bytes).ok()?;
    let seconds = |time: Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    let bits = key.subject_public_key.as_bytes().unwrap_or_default();
    let facts = Certificate {
        subject: name::text(&subject),
        issuer: name::text(&issuer),
        not_before: seconds(validity.not_before),
        not_after: seconds(validity.not_after),
        chain: 1,
    };
    Some((facts, key.algorithm.oid, public_key(key.algorithm.oid, key.algorithm.parameters, bits)))
}

/// What is looked at of a TBSCertificate (RFC 5280 section 4.1).
struct Body<'a> {
    issuer: Name,
    validity: Validity<Raw>,
    subject: Name,
    key: SubjectPublicKeyInfoRef<'a>,
}

/// Reads all of a certificate and keeps this much: the type of the crate for certificates, which keeps everything, takes
/// ten kilobytes of wasm more.
fn body(bytes: &[u8]) -> der::Result<Body<'_>> {
    let mut reader = SliceReader::new(bytes)?;
    let body = reader.sequence(|reader| {
        let body = reader.sequence(|reader| {
            ContextSpecific::<Version>::decode_explicit(reader, TagNumber(0))?;
            IntRef::decode(reader)?;
            AlgorithmIdentifierRef::decode(reader)?;
            let body = Body {
                issuer: Name::decode(reader)?,
                validity: Validity::decode(reader)?,
                subject: Name::decode(reader)?,
                key: SubjectPublicKeyInfoRef::decode(reader)?,
            };
            ContextSpecific::<BitStringRef<'_>>::decode_implicit(reader, TagNumber(1))?;
            ContextSpecific::<BitStringRef<'_>>::decode_implicit(reader, TagNumber(2))?;
            if let Some(field) = ContextSpecific::decode_explicit(reader, TagNumber(3))? {
                extensions(field.value)?;
            }
            der::Result::Ok(body)
        })?;
        AlgorithmIdentifierRef::decode(reader)?;
        BitStringRef::decode(reader)?;
        der::Result::Ok(body)
    })?;
    reader.finish()?;
    Ok(body)
}

/// Extensions are that, whatever they say (section 4.1.2.9).
fn extensions(list: AnyRef<'_>) -> der::Result<()> {
    if list.tag() != Tag::Sequence {
        return Err(ErrorKind::Failed.into());
    }
    let mut reader = SliceReader::new(list.value())?;
    while !reader.is_finished() {
        reader.sequence(|reader| {
            <ObjectIdentifier>::decode(reader)?;
            Option::<bool>::decode(reader)?;
            <&OctetStringRef>::decode(reader)
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use x509_cert::certificate::CertificateInner;

    /// A certificate with a version, extensions of both kinds, and a critical one.
    const CERTIFICATE: &str = include_str!("../../tests/data/keys/ec-certificate.pem");

    #[test]
    fn a_certificate_is_what_the_crate_for_certificates_takes_for_one() {
        let lines = CERTIFICATE.lines().filter(|line| !line.starts_with('-'));
        let whole = crate::jose::base64url::decode(&lines.collect::<String>()).bytes;
        assert!(body(&whole).is_ok());
        for place in 0..whole.len() {
            for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut changed = whole.clone();
                changed[place] ^= change;
                let theirs = CertificateInner::<Raw>::from_der(&changed);
                let ours = body(&changed);
                assert_eq!(ours.is_ok(), theirs.is_ok(), "octet {place} changed by {change}: {theirs:?}");
                let (Ok(ours), Ok(theirs)) = (ours, theirs) else { continue };
                let theirs = theirs.tbs_certificate();
                assert_eq!((&ours.issuer, &ours.subject), (theirs.issuer(), theirs.subject()));
                assert_eq!(&ours.validity, theirs.validity());
            }
            assert!(body(&whole[..place]).is_err());
        }
        assert!(body(&[whole.as_slice(), &[0]].concat()).is_err());
    }
}
