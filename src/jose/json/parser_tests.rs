//! What is JSON, and why the rest isn't.

use super::*;

/// The value in a notation of its own, so that a test sees types and spellings.
fn show(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(spelled) => format!("#{spelled}"),
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(" ")),
        Value::Object(members) => {
            let members: Vec<_> =
                members.iter().map(|member| format!("{}:{}", member.name, show(&member.node))).collect();
            format!("{{{}}}", members.join(" "))
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let document = parse(text.as_bytes()).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    assert_eq!(show(&document.root), expected);
}

#[track_caller]
fn check_fault(text: &str, offset: usize, reason: Reason) {
    assert_eq!(parse(text.as_bytes()).err(), Some(JsonFault { offset, reason }), "{text}");
}

#[test]
fn values_keep_their_spelling() {
    check("{}", "{}");
    check(" [ ] ", "[]");
    check(
        r#"{"exp": 1.50e+3, "n": 123456789012345678901234567890, "a": [true, false, null, -0]}"#,
        "{exp:#1.50e+3 n:#123456789012345678901234567890 a:[true false null #-0]}",
    );
    check(r#""\u00e9\n\ud83d\ude00\/\ud800x""#, "\"é\\n😀/\u{fffd}x\"");
    check(r#"{"a":{"b":[{"c":1}]},"a":2}"#, "{a:{b:[{c:#1}]} a:#2}");
}

#[test]
fn spans_are_those_of_the_source() {
    let text = r#" {"a" : [1, "xé"]}"#;
    let document = parse(text.as_bytes()).expect("valid");
    let member = document.root.member("a").expect("there is an a");
    assert_eq!(text.get(member.name_span.range()), Some("\"a\""));
    assert_eq!(text.get(member.node.span.range()), Some("[1, \"xé\"]"));
    let items = member.node.as_array().expect("an array");
    let spelled: Vec<_> = items.iter().filter_map(|item| text.get(item.span.range())).collect();
    assert_eq!(spelled, ["1", "\"xé\""]);
}

#[test]
fn what_other_notations_allow_is_named() {
    check_fault("{'alg':'HS256'}", 1, Reason::SingleQuote);
    check_fault(r#"{"a": 'b'}"#, 6, Reason::SingleQuote);
    check_fault("{alg: 1}", 1, Reason::BareWord);
    check_fault(r#"{"a": undefined}"#, 6, Reason::BareWord);
    check_fault(r#"{"a": NaN}"#, 6, Reason::NotFinite);
    check_fault(r#"{"a": -Infinity}"#, 6, Reason::NotFinite);
    check_fault(r#"{"a": True}"#, 6, Reason::PythonLiteral);
    check_fault("[1,]", 2, Reason::TrailingComma);
    check_fault(r#"{"a":1 , }"#, 7, Reason::TrailingComma);
    check_fault("// no\n1", 0, Reason::Comment);
    check_fault("[1 # no\n]", 3, Reason::Comment);
    check_fault("\u{feff}{}", 0, Reason::ByteOrderMark);
}

#[test]
fn numbers_follow_the_grammar() {
    check_fault("01", 0, Reason::Number);
    check_fault("+1", 0, Reason::Number);
    check_fault("[.5]", 1, Reason::Number);
    check_fault("[1.]", 3, Reason::Number);
    check_fault("[1e]", 3, Reason::Number);
    check_fault("[-]", 2, Reason::Number);
    check_fault("-", 1, Reason::UnexpectedEnd);
}

#[test]
fn strings_follow_the_grammar() {
    check_fault("\"a\nb\"", 2, Reason::ControlCharacter);
    check_fault(r#""a\x41""#, 2, Reason::Escape);
    check_fault(r#""\u12g4""#, 1, Reason::Escape);
    check_fault(r#""\u+123""#, 1, Reason::Escape);
    check_fault(r#""\ud83d\u12""#, 7, Reason::Escape);
    check_fault("\"abc", 4, Reason::UnexpectedEnd);
    check_fault("\"abc\\", 5, Reason::UnexpectedEnd);
}

#[test]
fn a_text_that_was_cut_ends_too_early() {
    for text in ["{", "[1", "[1,", r#"{"a"#, r#"{"a""#, r#"{"a":"#, r#"{"a":1,"#, "[tru"] {
        check_fault(text, text.len(), Reason::UnexpectedEnd);
    }
    check_fault("", 0, Reason::Empty);
    check_fault(" \n", 2, Reason::Empty);
}

#[test]
fn what_follows_the_value_is_a_fault() {
    check_fault("{}xyz", 2, Reason::TrailingData);
    check_fault("{} {}", 3, Reason::TrailingData);
    check_fault("{}\0", 2, Reason::TrailingData);
    check_fault("[1 2]", 3, Reason::UnexpectedCharacter);
    check_fault("[1}", 2, Reason::UnexpectedCharacter);
    check_fault("\u{a0}1", 0, Reason::UnexpectedCharacter);
}

#[test]
fn bytes_that_are_no_utf8_are_a_fault() {
    assert_eq!(parse(b"{\"x\":\"\xff\"}").err(), Some(JsonFault { offset: 6, reason: Reason::NotUtf8 }));
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(nested(MAX_DEPTH).as_bytes()).is_ok());
    check_fault(&nested(MAX_DEPTH + 2), MAX_DEPTH, Reason::TooDeep);
    check_fault(&"[".repeat(1_000_000), MAX_DEPTH, Reason::TooDeep);
    check_fault(&r#"{"a":"#.repeat(10_000), MAX_DEPTH * 5, Reason::TooDeep);
}
