//! The other claims that a verifier compares: each with a value that stays a literal.

use super::{Dialect, literal::quoted};
use crate::{
    cause::Cause,
    diagnosis::report::JsonText,
    finding::{Facts, Value as Fact},
    jose::json::{self, Value},
    policy::Policy,
};

/// The whole numbers that every reader of JSON has exactly.
const EXACT: std::ops::RangeInclusive<i64> = -9_007_199_254_740_991..=9_007_199_254_740_991;

/// A value that can be written as a literal and compared in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Scalar {
    Text(String),
    Number(i64),
    Truth(bool),
}

/// A claim, and the value that is expected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expectation {
    name: String,
    value: Scalar,
}

impl Scalar {
    /// The value of this JSON text; none for what has parts, is null, or is not exact everywhere.
    fn read(text: &str) -> Option<Self> {
        match json::parse(text.as_bytes()).ok()?.root.value {
            Value::String(text) => Some(Self::Text(text)),
            Value::Number(number) => {
                number.parse().ok().filter(|number| EXACT.contains(number)).map(Self::Number)
            }
            Value::Bool(truth) => Some(Self::Truth(truth)),
            _ => None,
        }
    }

    fn spelled(&self, dialect: Dialect) -> String {
        match (self, dialect) {
            (Self::Text(text), _) => quoted(text, dialect),
            // The values of a ClaimsIdentity are texts.
            (Self::Number(number), Dialect::CSharp) => format!("\"{number}\""),
            (Self::Truth(truth), Dialect::CSharp) => format!("\"{truth}\""),
            (Self::Number(number), Dialect::Java) => format!("{number}L"),
            (Self::Number(number), Dialect::Go) => format!("float64({number})"),
            (Self::Number(number), _) => number.to_string(),
            (Self::Truth(true), Dialect::Python) => "True".to_owned(),
            (Self::Truth(false), Dialect::Python) => "False".to_owned(),
            (Self::Truth(truth), _) => truth.to_string(),
        }
    }
}

impl Expectation {
    /// The name and the value as the language spells them.
    pub fn spelled(&self, dialect: Dialect) -> (String, String) {
        (quoted(&self.name, dialect), self.value.spelled(dialect))
    }
}

/// Whether the value that has to be expected can be written.
pub(super) fn can_be_written(facts: &Facts) -> bool {
    text(facts, "corrected").is_none_or(|value| Scalar::read(value).is_some())
}

/// What has to be expected of the claims that the policy has values for: what it does, where the token has it; the
/// token's own value, where the proof says that this is the mistake.
pub(super) fn expected(
    payload: Option<&JsonText>,
    policy: &Policy,
    causes: &[(Cause, Facts)],
) -> Vec<Expectation> {
    let own = |name: &str| {
        let member = payload?.members.iter().rev().find(|member| member.name == name)?;
        Scalar::read(&member.value)
    };
    let mistaken = |name: &str| {
        let mut mismatches = causes.iter().filter(|(cause, _)| *cause == Cause::ClaimMismatch);
        mismatches.any(|(_, facts)| facts.get("corrected").is_some() && text(facts, "claim") == Some(name))
    };
    let expectation = |(name, wanted): (&String, &Vec<String>)| {
        let wanted: Vec<Scalar> = wanted.iter().filter_map(|text| Scalar::read(text)).collect();
        let own = own(name).filter(|own| mistaken(name) || wanted.contains(own));
        let value = own.or_else(|| wanted.into_iter().next())?;
        Some(Expectation { name: name.clone(), value })
    };
    policy.claims.iter().filter_map(expectation).collect()
}

fn text<'a>(facts: &'a Facts, name: &str) -> Option<&'a str> {
    match &facts.get(name)?.value {
        Fact::Text(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            LIBRARIES, Library, Snippet, of,
            tests::{TEMPLATES, policy, proved, token},
        },
        *,
    };

    /// The fix of a token with these claims, for a verifier that expects these values.
    fn snippet(library: Library, own: &[(&str, &str)], expected: &[(&str, &str)], mismatch: &str) -> Snippet {
        let mut token = token("RS256", "https://issuer.example", "api");
        let payload = token.payload.as_mut().unwrap();
        for (name, value) in own {
            let mut member = payload.members[0].clone();
            (member.name, member.value, member.string) = ((*name).to_owned(), (*value).to_owned(), None);
            payload.members.push(member);
        }
        let mut policy = policy("api");
        for (name, value) in expected {
            policy.claims.entry((*name).to_owned()).or_default().push((*value).to_owned());
        }
        let facts = Facts::new().public("claim", mismatch).claim("corrected", "true");
        let fix = of(&proved(token, Cause::ClaimMismatch, facts), &policy).unwrap();
        assert!(fix.names_somebody());
        fix.snippet(library, TEMPLATES).unwrap()
    }

    #[test]
    fn every_library_compares_each_claim_with_a_value_of_its_kind() {
        let own = [("level", "3"), ("admin", "true"), ("tenant", r#""acme""#)];
        let wanted = [("level", "2"), ("admin", "false"), ("tenant", r#""other""#), ("tenant", r#""acme""#)];
        for library in LIBRARIES {
            let text = snippet(library, &own, &wanted, "admin").verifier.unwrap();
            let (number, truth) = match library.dialect {
                Dialect::Python => ("2", "True"),
                Dialect::Java => ("2L", "true"),
                Dialect::Go => ("float64(2)", "true"),
                Dialect::CSharp => ("\"2\"", "\"true\""),
                _ => ("2", "true"),
            };
            // The verifier's number, the token's own truth value, for that one is proved, and the text that both have.
            for (name, value) in [("level", number), ("admin", truth), ("tenant", "\"acme\"")] {
                let name = format!("\"{name}\"");
                let mut lines = text.lines().filter(|line| line.contains(&name));
                let line = lines.next().unwrap_or_else(|| panic!("{}: {name}\n{text}", library.id));
                assert!(line.replace(&name, "").contains(value), "{}: {value}\n{line}", library.id);
                assert_eq!(lines.next(), None, "{}: {name}\n{text}", library.id);
            }
        }
    }

    #[test]
    fn values_that_no_line_compares_are_left_out() {
        let wanted = [
            ("list", "[1]"),
            ("nothing", "null"),
            ("half", "0.5"),
            ("big", "9007199254740993"),
            ("level", "-7"),
        ];
        for library in LIBRARIES {
            let text = snippet(library, &[], &wanted, "other").verifier.unwrap();
            for name in ["list", "nothing", "half", "big"] {
                assert!(!text.contains(&format!("\"{name}\"")), "{}: {name}\n{text}", library.id);
            }
            assert!(text.contains("\"level\"") && text.contains("-7"), "{}\n{text}", library.id);
        }
        let list = Facts::new().public("claim", "list").claim("corrected", "[1]");
        assert_eq!(of(&proved(token("RS256", "i", "a"), Cause::ClaimMismatch, list), &policy("a")), None);
    }

    #[test]
    fn hostile_names_and_values_stay_string_literals() {
        let hostile = "\"]; evil(`${x}#{y}{aud}{value}\\\n\u{2028}</script>";
        let value = json::quote(hostile);
        for library in LIBRARIES {
            let text = snippet(library, &[], &[(hostile, &value)], "other").verifier.unwrap();
            let rest = text.replace(&quoted(hostile, library.dialect), "");
            assert_ne!(rest, text, "{}\n{text}", library.id);
            assert!(!rest.contains("evil") && !rest.contains('\u{2028}'), "{}\n{text}", library.id);
        }
    }

    #[test]
    fn a_lifetime_that_is_too_long_is_mended_where_the_token_is_made() {
        let limit = |seconds| Facts::new().public("limit", Fact::Seconds(seconds));
        for library in LIBRARIES {
            let lines = |cause, facts, policy: &Policy| {
                let fix = of(&proved(token("RS256", "i", "a"), cause, facts), policy).unwrap();
                fix.snippet(library, TEMPLATES).unwrap()
            };
            for seconds in [60, 86_400] {
                let snippet = lines(Cause::LifetimeTooLong, limit(seconds), &Policy::default());
                assert_eq!(snippet.verifier, None, "{}", library.id);
                let issuer = snippet.issuer.unwrap();
                assert!(issuer.contains(&format!("{seconds}")) && !issuer.contains("3600"), "{issuer}");
            }
            // What is written for another reason keeps to a limit that is less than the usual hour.
            let milliseconds = |limit| {
                let policy = Policy { max_lifetime: Some(limit), ..Policy::default() };
                lines(Cause::NumericDateMilliseconds, Facts::new(), &policy).issuer.unwrap()
            };
            assert!(milliseconds(600).contains("600") && !milliseconds(600).contains("3600"));
            assert!(milliseconds(86_400).contains("3600"), "{}", milliseconds(86_400));
        }
    }
}
