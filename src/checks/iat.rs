//! `issued-in-future`: the "iat" claim (RFC 7519 section 4.1.6) lies after the time now.
//!
//! The RFC gives no rule for it, so it is a warning; the libraries that reject are named.

use super::{claim::about, numeric_date::scale};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Severity, Value},
};

/// The libraries that reject an "iat" in the future by default.
const REJECTED_BY: [&str; 4] = ["PyJWT", "firebase/php-jwt", "lcobucci/jwt", "golang-jwt before v5"];

/// Whether "iat" lies ahead of the clock; one in another unit than seconds is reported as that only.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some(iat) = case.date("iat").filter(|iat| scale(iat).is_none()) else { return Vec::new() };
    let ahead = iat.ceil().saturating_sub(case.now);
    if ahead <= i64::from(case.policy.leeway) {
        return Vec::new();
    }
    let facts = Facts::new()
        .public("iat", Value::Instant(iat.floor))
        .public("now", Value::Instant(case.now))
        .public("seconds", Value::Seconds(ahead))
        .public("library", REJECTED_BY.map(str::to_owned).to_vec());
    vec![about(case, "iat", Cause::IssuedInFuture, Severity::Warning).with(facts)]
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_from_the_future_is_a_warning() {
        check_claims(check, r#"{"iat":1750000000}"#, |_| {}, "");
        check_claims(check, r#"{"iat":1750000001}"#, |_| {}, "warning issued-in-future");
        check_claims(check, r#"{"iat":1750000060}"#, |policy| policy.leeway = 60, "");
        check_claims(check, r#"{"iat":1750000061}"#, |policy| policy.leeway = 60, "warning issued-in-future");
        check_claims(check, r#"{"iat":1750000000000}"#, |_| {}, "");
    }
}
