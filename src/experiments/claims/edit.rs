//! Claims with other values: the document is spelled anew and read again.

use std::{fmt::Write, rc::Rc};

use crate::{
    case::Case,
    jose::json::{self, Document},
};

/// The claims with these members set to these JSON texts; absent ones are added at the end.
pub fn with_members(case: &Case, values: &[(&str, String)]) -> Option<Rc<Document>> {
    let claims = case.claims.as_ref()?;
    let mut source = claims.source.clone();
    let mut places: Vec<_> =
        values.iter().filter_map(|(name, value)| Some((claims.root.get(name)?.span, value))).collect();
    places.sort_unstable_by_key(|(span, _)| std::cmp::Reverse(span.start));
    for (span, value) in places {
        source.replace_range(span.range(), value);
    }
    for (name, value) in values.iter().filter(|(name, _)| claims.root.get(name).is_none()) {
        let end = source.rfind('}')?;
        let comma = if claims.root.members().is_empty() { "" } else { "," };
        source.insert_str(end, &format!("{comma}{}:{value}", quote(name)));
    }
    json::parse(source.as_bytes()).ok().map(Rc::new)
}

/// A text as a JSON string (RFC 8259 section 7).
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\u{0}'..='\u{1f}' => _ = write!(quoted, "\\u{:04x}", u32::from(character)),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// The members that would make the claims fit the policy and the clock.
pub fn wanted(case: &Case) -> Vec<(&'static str, String)> {
    let policy = &case.policy;
    let mut values = Vec::new();
    let day = 86_400;
    let mut time = |name: &'static str, instant: i64| {
        if case.claim(name).is_some() {
            values.push((name, instant.to_string()));
        }
    };
    time("exp", case.now.saturating_add(day));
    time("nbf", case.now);
    time("iat", case.now);
    let texts = [
        ("aud", policy.audience.first()),
        ("iss", policy.issuer.first()),
        ("sub", policy.subject.as_ref()),
        ("nonce", policy.nonce.as_ref()),
        ("azp", policy.azp.as_ref()),
    ];
    values.extend(texts.into_iter().filter_map(|(name, value)| Some((name, quote(value?)))));
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::case_with;

    #[test]
    fn members_are_replaced_where_they_stand_and_added_at_the_end() {
        let case = case_with(r#"{"exp":1, "sub":"a","x":{}}"#, "{}");
        let values = [("sub", quote("b\"c")), ("exp", "22".to_owned()), ("aud", "[]".to_owned())];
        let edited = with_members(&case, &values).expect("is JSON");
        assert_eq!(edited.source, r#"{"exp":22, "sub":"b\"c","x":{},"aud":[]}"#);
    }
}
