//! `typ-mismatch`, `typ-missing`: the "typ" Header Parameter (RFC 7515 section 4.1.9, RFC 8725 section 3.11).
//!
//! Media types compare without case, and "application/" stands before each that has no slash.

use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place},
    jose::Header,
};

/// Whether "typ" is the expected one; one that is no string is the header's own fault.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some((expected, header)) = case.policy.typ.as_deref().zip(case.header()) else { return Vec::new() };
    let facts = Facts::new().public("expected", expected);
    match (header.typ(), header.span("typ")) {
        (Some(typ), Some(span)) if full(typ) != full(expected) => {
            vec![Finding::error(Cause::TypMismatch, Place::Header).at(span).with(facts.public("found", typ))]
        }
        (None, None) => vec![missing(header).with(facts)],
        _ => Vec::new(),
    }
}

fn missing(header: &Header) -> Finding {
    Finding::error(Cause::TypMissing, Place::Header).at(header.protected.span)
}

/// The media type in full, in lower case.
pub(super) fn full(typ: &str) -> String {
    let typ = typ.to_ascii_lowercase();
    if typ.contains('/') { typ } else { format!("application/{typ}") }
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_header, check};

    #[track_caller]
    fn check_typ(header: &str, expected: &str, findings: &str) {
        check_header(check, header, |policy| policy.typ = Some(expected.to_owned()), findings);
    }

    #[test]
    fn media_types_are_compared_in_full_and_without_case() {
        check_typ(r#"{"typ":"JWT"}"#, "jwt", "");
        check_typ(r#"{"typ":"application/at+jwt"}"#, "at+JWT", "");
        check_typ(r#"{"typ":"JWT"}"#, "at+jwt", "error typ-mismatch");
        check_typ(r#"{"typ":"example/jwt"}"#, "jwt", "error typ-mismatch");
        check_typ("{}", "JWT", "error typ-missing");
        check_typ(r#"{"typ":1}"#, "JWT", "");
    }

    #[test]
    fn nothing_is_compared_when_nothing_is_expected() {
        check_header(check, r#"{"typ":"JWT"}"#, |_| {}, "");
        check_header(check, "{}", |_| {}, "");
    }
}
