//! A member of an object that is still being written.

use super::{Refusal, object};
use crate::jose::json::quote;

/// The JSON object with a member set to a JSON text; nothing else of its text changes. A member that is not there is
/// added at the end, laid out as the last one is.
///
/// # Errors
/// Says where the text stops being JSON, or that it is no object.
pub fn with_member(source: &str, name: &str, value: &str) -> Result<String, Refusal> {
    let document = object("payload", source)?;
    let mut text = document.source.clone();
    if let Some(member) = document.root.member(name) {
        text.replace_range(member.node.span.range(), value);
        return Ok(text);
    }
    let Some(last) = document.root.members().last() else {
        text.replace_range(document.root.span.range(), &format!("{{{}:{value}}}", quote(name)));
        return Ok(text);
    };
    let before = source.get(..last.name_span.start).unwrap_or_default();
    let layout = before.get(before.trim_end().len()..).unwrap_or_default();
    let colon = source.get(last.name_span.end..last.node.span.start).unwrap_or(":");
    text.insert_str(last.node.span.end, &format!(",{layout}{}{colon}{value}", quote(name)));
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(with_member(source, "exp", "7").unwrap(), expected);
    }

    #[test]
    fn a_member_is_replaced_where_it_stands() {
        check(r#" {"exp" : "soon","a":1}"#, r#" {"exp" : 7,"a":1}"#);
        check(r#"{"exp":1,"exp":2}"#, r#"{"exp":1,"exp":7}"#);
    }

    #[test]
    fn a_member_is_added_as_the_last_one_is_laid_out() {
        check("{}", r#"{"exp":7}"#);
        check(r#"{"a":{}}"#, r#"{"a":{},"exp":7}"#);
        check(r#"{"a":1, "b": [] }"#, r#"{"a":1, "b": [], "exp": 7 }"#);
        check("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"exp\": 7\n}\n");
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for source in ["", "[]", "{\"a\"", "1"] {
            assert!(with_member(source, "exp", "7").is_err(), "{source}");
        }
    }
}
