//! The policy as somebody types it, and what the diagnosis makes of that.

use std::collections::BTreeMap;

use jwt_why::{
    jose::json,
    policy::Policy,
    text::{Text, page as label},
};

/// One line of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The "alg" values that are allowed.
    Algorithms,
    /// The expected issuers.
    Issuer,
    /// The expected audiences.
    Audience,
    /// How many seconds the clocks may differ.
    Leeway,
    /// The expected "sub".
    Subject,
    /// The expected "nonce".
    Nonce,
    /// The expected "azp".
    Azp,
    /// The expected "typ".
    Typ,
    /// The claims that must be present.
    Required,
    /// Other claims and their values.
    Claims,
    /// The greatest age in seconds.
    MaxAge,
    /// The greatest lifetime in seconds.
    MaxLifetime,
}

/// How many lines the form has.
const FIELDS: usize = Field::COMMON.len() + Field::MORE.len();

impl Field {
    /// What most verifiers are told.
    pub const COMMON: [Self; 4] = [Self::Algorithms, Self::Issuer, Self::Audience, Self::Leeway];
    /// The rest.
    pub const MORE: [Self; 8] = [
        Self::Subject,
        Self::Nonce,
        Self::Azp,
        Self::Typ,
        Self::Required,
        Self::Claims,
        Self::MaxAge,
        Self::MaxLifetime,
    ];

    /// The name as the command line's JSON has it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Algorithms => "algorithms",
            Self::Issuer => "issuer",
            Self::Audience => "audience",
            Self::Leeway => "leeway",
            Self::Subject => "subject",
            Self::Nonce => "nonce",
            Self::Azp => "azp",
            Self::Typ => "typ",
            Self::Required => "required",
            Self::Claims => "claims",
            Self::MaxAge => "max_age",
            Self::MaxLifetime => "max_lifetime",
        }
    }

    /// The words beside the line.
    pub const fn label(self) -> Text {
        match self {
            Self::Algorithms => label::ALGORITHMS,
            Self::Issuer => label::ISSUER,
            Self::Audience => label::AUDIENCE,
            Self::Leeway => label::LEEWAY,
            Self::Subject => label::SUBJECT,
            Self::Nonce => label::NONCE,
            Self::Azp => label::AZP,
            Self::Typ => label::TYP,
            Self::Required => label::REQUIRED,
            Self::Claims => label::OTHER_CLAIMS,
            Self::MaxAge => label::MAX_AGE,
            Self::MaxLifetime => label::MAX_LIFETIME,
        }
    }

    /// Whether the line takes a number of seconds.
    pub const fn is_seconds(self) -> bool {
        matches!(self, Self::Leeway | Self::MaxAge | Self::MaxLifetime)
    }
}

/// What stands in the form, field by field; a field that was not touched is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyForm(Box<[String; FIELDS]>);

impl PolicyForm {
    /// What stands in a field.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(field as usize).map_or("", String::as_str)
    }

    /// Puts a text into a field.
    pub fn set(&mut self, field: Field, text: String) {
        if let Some(place) = self.0.get_mut(field as usize) {
            *place = text;
        }
    }

    /// The same form with a text in a field.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.set(field, text.to_owned());
        self
    }

    /// Whether somebody filled in one of these fields.
    pub fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| !self.get(*field).trim().is_empty())
    }

    /// What the verifier expects.
    pub fn policy(&self) -> Policy {
        Policy {
            algorithms: self.algorithms(),
            issuer: self.list(Field::Issuer),
            audience: self.list(Field::Audience),
            subject: self.text(Field::Subject),
            nonce: self.text(Field::Nonce),
            azp: self.text(Field::Azp),
            typ: self.text(Field::Typ),
            required: self.list(Field::Required),
            claims: self.claims(),
            leeway: self.seconds(Field::Leeway).unwrap_or(0),
            max_age: self.seconds(Field::MaxAge),
            max_lifetime: self.seconds(Field::MaxLifetime),
        }
    }

    /// `[]` is a list that allows nothing; an empty field is no list.
    fn algorithms(&self) -> Option<Vec<String>> {
        let text = self.get(Field::Algorithms).trim();
        if text == "[]" {
            return Some(Vec::new());
        }
        Some(self.list(Field::Algorithms)).filter(|list| !list.is_empty())
    }

    /// Whether a number of seconds is expected and something else stands there.
    pub fn is_wrong(&self, field: Field) -> bool {
        field.is_seconds() && !self.get(field).trim().is_empty() && self.seconds(field).is_none()
    }

    /// Values between commas or line ends; brackets and quotation marks of a copied list fall off. The name of an
    /// algorithm has no blank.
    fn list(&self, field: Field) -> Vec<String> {
        let divides = |character| {
            matches!(character, ',' | '\n') || field == Field::Algorithms && character.is_whitespace()
        };
        self.get(field)
            .split(divides)
            .map(|value| {
                value.trim_matches(|character: char| character.is_whitespace() || "[]\"'".contains(character))
            })
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn text(&self, field: Field) -> Option<String> {
        Some(self.get(field).trim()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn seconds(&self, field: Field) -> Option<u32> {
        self.get(field).trim().parse().ok()
    }

    /// `name=value` between semicolons or line ends; a value that is no JSON is taken as a string.
    fn claims(&self) -> BTreeMap<String, Vec<String>> {
        let mut claims: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in self.get(Field::Claims).split([';', '\n']) {
            if let Some((name, value)) = pair.split_once('=') {
                claims.entry(name.trim().to_owned()).or_default().push(json_value(value.trim()));
            }
        }
        claims
    }
}

/// The text itself when it can only be JSON, a JSON string of it otherwise.
fn json_value(text: &str) -> String {
    let is_json =
        matches!(text, "true" | "false" | "null") || text.starts_with(['"', '[', '{']) || is_number(text);
    if is_json {
        return text.to_owned();
    }
    let escaped: String = text
        .chars()
        .flat_map(|character| match character {
            '"' | '\\' => vec!['\\', character],
            _ => vec![character],
        })
        .collect();
    format!("\"{escaped}\"")
}

/// Whether the text is a number as JSON spells it.
fn is_number(text: &str) -> bool {
    json::parse(text.as_bytes()).is_ok_and(|document| document.root.as_number().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_form_expects_nothing() {
        assert_eq!(PolicyForm::default().policy(), Policy::default());
        assert_eq!(PolicyForm::default().with(Field::Issuer, "  ").policy(), Policy::default());
    }

    #[test]
    fn lists_are_read_as_they_are_copied_from_programs() {
        for text in ["RS256, ES256", "RS256 ES256", "[\"RS256\", 'ES256']", "RS256\nES256,"] {
            let policy = PolicyForm::default().with(Field::Algorithms, text).policy();
            assert_eq!(policy.algorithms, Some(vec!["RS256".to_owned(), "ES256".to_owned()]), "{text}");
        }
        let nothing = PolicyForm::default().with(Field::Algorithms, "[]").policy();
        assert_eq!(nothing.algorithms, Some(Vec::new()));
    }

    #[test]
    fn a_claim_that_is_no_json_number_is_text() {
        let policy = PolicyForm::default().with(Field::Claims, "a=1.5e3;b=+5;c=01;d=inf;e=-2").policy();
        let claims: Vec<_> = policy.claims.values().map(|values| values.join("|")).collect();
        assert_eq!(claims, ["1.5e3", "\"+5\"", "\"01\"", "\"inf\"", "-2"]);
    }

    #[test]
    fn expected_claims_are_json_or_text() {
        let policy =
            PolicyForm::default().with(Field::Claims, "tenant=acme; level=3; admin=true; q=a\"b").policy();
        let values: Vec<_> =
            policy.claims.iter().map(|(name, values)| (name.as_str(), values.join("|"))).collect();
        assert_eq!(
            values,
            [
                ("admin", "true".to_owned()),
                ("level", "3".to_owned()),
                ("q", "\"a\\\"b\"".to_owned()),
                ("tenant", "\"acme\"".to_owned())
            ]
        );
    }

    #[test]
    fn seconds_that_are_none_are_not_set() {
        let form = PolicyForm::default().with(Field::Leeway, "30 ").with(Field::MaxAge, "soon");
        assert_eq!((form.policy().leeway, form.policy().max_age), (30, None));
        let wrong = [Field::Leeway, Field::MaxAge, Field::MaxLifetime].map(|field| form.is_wrong(field));
        assert_eq!(wrong, [false, true, false]);
        assert!(!form.with(Field::Issuer, "soon").is_wrong(Field::Issuer));
    }
}
