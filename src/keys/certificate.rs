//! X.509 certificates: whose key it is, and how long it may be used.

use der::Decode;
use x509_cert::certificate::{CertificateInner, Raw};

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

/// The certificate in DER and its key; `None` when it is no certificate.
pub(super) fn read(bytes: &[u8]) -> Option<(Certificate, Result<Material, DerFault>)> {
    let certificate = CertificateInner::<Raw>::from_der(bytes).ok()?;
    let body = certificate.tbs_certificate();
    let seconds =
        |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    let key = body.subject_public_key_info();
    let parameters = key.algorithm.parameters.as_ref().map(Into::into);
    let bits = key.subject_public_key.as_bytes().unwrap_or_default();
    let facts = Certificate {
        subject: name::text(body.subject()),
        issuer: name::text(body.issuer()),
        not_before: seconds(body.validity().not_before),
        not_after: seconds(body.validity().not_after),
        chain: 1,
    };
    Some((facts, public_key(key.algorithm.oid, parameters, bits)))
}
