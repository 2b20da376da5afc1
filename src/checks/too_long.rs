//! `header-value-too-long`: the token is so long that cookies or header lines on its way may not hold it.

use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place, Severity, Span},
    jose::Serialization,
};

/// What browsers keep of a cookie, name and attributes included (RFC 6265 section 6.1).
const COOKIE_BYTES: usize = 4_096;
/// What common servers and proxies take as one header line: 8 KiB.
const HEADER_LINE_BYTES: usize = 8_192;
/// "Authorization: Bearer " and the line's end.
const AROUND_HEADER: usize = 24;

/// Whether the token hits a common limit. Whether it travels that way is not known, so nothing is rejected.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    if case.jws.serialization != Serialization::Compact {
        return Vec::new();
    }
    let length = length(case);
    let (severity, limit) = if length + AROUND_HEADER > HEADER_LINE_BYTES {
        (Severity::Warning, HEADER_LINE_BYTES)
    } else if length >= COOKIE_BYTES {
        (Severity::Note, COOKIE_BYTES)
    } else {
        return Vec::new();
    };
    let facts = Facts::new().public("length_bytes", length).public("limit", limit);
    let whole = Span::new(0, length);
    vec![Finding::new(Cause::HeaderValueTooLong, severity, Place::Text).at(whole).with(facts)]
}

/// The length of the token in bytes.
fn length(case: &Case) -> usize {
    case.jws.signatures.first().map_or(0, |signed| signed.signature.span.end)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn long_tokens_are_noticed() {
        let payload = |bytes: usize| format!(r#"{{"x":"{}"}}"#, "a".repeat(bytes));
        check_claims(check, &payload(2_900), |_| {}, "");
        check_claims(check, &payload(3_100), |_| {}, "note header-value-too-long");
        check_claims(check, &payload(6_200), |_| {}, "warning header-value-too-long");
    }
}
