//! How the token's text is spelled.

pub mod respelled;
pub mod tolerated;

use std::rc::Rc;

use super::signature;
use crate::{
    case::{Case, Edit},
    cause::Cause,
    finding::Place,
    jose::{self, Serialization, Token},
};

/// The ways in which a segment's spelling departs from base64url and can be read all the same.
pub(super) const SPELLING: [Cause; 3] =
    [Cause::StandardBase64, Cause::Base64Padding, Cause::NonCanonicalBase64];

/// The causes of this case's text that a respelling mends. Unused bits of a signature that lost its end were used.
pub(super) fn misspelled(case: &Case) -> Vec<Cause> {
    let is_cut = signature::is_short(case);
    let found = |cause: &Cause| {
        let cut = |place: Place| is_cut && place == Place::Signature && *cause == Cause::NonCanonicalBase64;
        case.jws.faults.iter().any(|fault| fault.cause == *cause && !cut(fault.place))
    };
    SPELLING.into_iter().filter(found).collect()
}

/// The edit that reads the case's token again from these segments. Only the Compact Serialization has them.
pub(super) fn reread(case: &Case, header: &str, payload: &str, signature: &str) -> Option<Edit> {
    if case.jws.serialization != Serialization::Compact {
        return None;
    }
    match jose::parse(&format!("{header}.{payload}.{signature}")) {
        Token::Jws(jws) => Some(Edit::Token(Rc::new(*jws))),
        _ => None,
    }
}

/// The edit that reads the token again with each segment spelled in base64url as RFC 7515 section 2 demands.
pub(super) fn canonical(case: &Case) -> Option<Edit> {
    let signed = case.jws.signatures.get(case.signature_index)?;
    let is_cut = signature::is_short(case);
    let spell = |segment: &jose::Segment| {
        if segment.raw { segment.text.clone() } else { jose::base64url::encode(&segment.bytes) }
    };
    let signature = if is_cut { signed.signature.text.clone() } else { spell(&signed.signature) };
    reread(case, &spell(&signed.header.protected), &spell(&case.jws.payload), &signature)
}
