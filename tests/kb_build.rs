//! What `build.rs` refuses in the knowledge base, and that it names the file and the line.

#[path = "../build/kb.rs"]
mod kb;

use kb::{Compiled, File, Names};

const ENTRY: &str = r#"id = "time/late"
title = { en = "Late", zh = "迟到" }
kind = "error"
causes = ["expired"]
symptoms = [{ message = "jwt expired", library = "jsonwebtoken" }]
root_cause = { kind = "code", en = "It is late.", zh = "太晚了。" }
confirm = [{ text = { en = "Look at `exp`.", zh = "查看 `exp`。" } }]
workarounds = [{ text = { en = "Hurry.", zh = "快一点。" }, experiments = ["clock-skew"] }]
dead_ends = [{ text = { en = "Wait.", zh = "等待。" }, why = { en = "No.", zh = "没用。" }, sources = ["https://example.com/2"] }]
sources = [{ name = "experience" }]
examples = [{ text = "eyJ", policy = { leeway = 0 } }]
versions = []
docs = [{ name = "RFC 7519" }]
first_seen = "2024-03-15"
"#;

const MESSAGES: &str = r#"library = "jsonwebtoken"
marks = ["JsonWebTokenError"]
[[messages]]
text = "jwt expired"
causes = ["expired"]
"#;

fn compile(entry: &str, messages: &str) -> Result<Compiled, String> {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let files = [file("kb/time/late.toml", entry), file("kb/messages/jsonwebtoken.toml", messages)];
    let names = Names {
        causes: vec!["expired".to_owned(), "clock-skew".to_owned()],
        experiments: vec![
            ("clock-skew".to_owned(), "repair".to_owned()),
            ("payload-edited".to_owned(), "attack".to_owned()),
        ],
    };
    kb::compile(&files, &names)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// Replaces something in the good entry and expects the build to answer with this line.
#[track_caller]
fn refuses(from: &str, to: &str, expected: &str) {
    assert!(ENTRY.contains(from), "the entry has no {from}");
    let answer = compile(&ENTRY.replace(from, to), MESSAGES).err();
    assert!(answer.iter().any(|answer| answer.contains(expected)), "expected {expected:?} in {answer:?}");
}

#[track_caller]
fn refuses_message(from: &str, to: &str, expected: &str) {
    assert!(MESSAGES.contains(from), "the messages have no {from}");
    let answer = compile(ENTRY, &MESSAGES.replace(from, to)).err();
    assert!(answer.iter().any(|answer| answer.contains(expected)), "expected {expected:?} in {answer:?}");
}

#[test]
fn a_good_entry_becomes_texts_and_a_row_of_the_index() {
    let Compiled { index, texts } = compile(ENTRY, MESSAGES).unwrap();
    assert!(texts.contains("time/late") && texts.contains("It is late."), "{texts}");
    let lists: Vec<&str> = index.split('\u{c}').collect();
    let (entry, messages) = lists.split_at(10);
    assert_eq!(entry, ["time/late", "Late", "迟到", "error", "", "", "0", "0|", "|", "jsonwebtoken"]);
    assert_eq!(messages, ["=jsonwebtoken\n*JsonWebTokenError\n-jwt expired", "0"]);
}

#[test]
fn names_that_nobody_knows_are_refused() {
    refuses(r#"["expired"]"#, r#"["late"]"#, "kb/time/late.toml:4: there is no cause `late`");
    refuses("clock-skew", "warp", "kb/time/late.toml:8: there is no experiment `warp`");
    refuses("clock-skew", "payload-edited", "kb/time/late.toml:8: `payload-edited` is an attack");
    refuses("leeway = 0", "lee = 0", "kb/time/late.toml:11: a policy has no member `lee`");
    let related = "sources = [{ name = \"experience\" }]\nrelated = [\"time/early\"]";
    refuses(
        r#"sources = [{ name = "experience" }]"#,
        related,
        "kb/time/late.toml:11: there is no entry `time/early`",
    );
}

#[test]
fn missing_and_unknown_fields_are_refused() {
    refuses("kind = \"error\"\n", "", "kb/time/late.toml:1: missing field `kind`");
    refuses(
        "kind = \"error\"",
        "kind = \"error\"\ncolour = 1",
        "kb/time/late.toml:4: unknown field `colour`",
    );
    refuses(r#", why = { en = "No.", zh = "没用。" }"#, "", "kb/time/late.toml:9: a dead end says why");
    refuses(
        r#", sources = ["https://example.com/2"]"#,
        "",
        "kb/time/late.toml:9: a dead end has a source or an experiment",
    );
    refuses("examples = [{ text = \"eyJ\", policy = { leeway = 0 } }]\n", "", "an entry has an example");
    refuses(
        r#", library = "jsonwebtoken""#,
        "",
        "kb/time/late.toml:5: a message and its library stand together",
    );
    refuses(
        r#"sources = [{ name = "experience" }]"#,
        "sources = []",
        "kb/time/late.toml:10: an entry says where",
    );
    refuses("versions = []\n", "", "kb/time/late.toml:1: missing field `versions`");
    let version = |version: &str| {
        format!("versions = [{{ component = \"PyJWT\", version = {version}, status = \"active\" }}]")
    };
    for english in [r#""before 2.1""#, r#""June 2019""#, r#""1.0 to 2.0""#] {
        refuses("versions = []", &version(english), "kb/time/late.toml:12: a version that has words");
    }
    for good in [r#""2.1-rc.1 (PR 12)""#, r#"{ en = "before 2.1", zh = "2.1 之前" }"#] {
        assert!(compile(&ENTRY.replace("versions = []", &version(good)), MESSAGES).is_ok(), "{good}");
    }
    refuses(
        r#"docs = [{ name = "RFC 7519" }]"#,
        "docs = []",
        "kb/time/late.toml:13: an entry names an official document",
    );
    refuses("2024-03-15", "soon", "kb/time/late.toml:14: a day is written YYYY-MM-DD");
}

#[test]
fn languages_out_of_step_are_refused() {
    refuses(r#", zh = "太晚了。""#, "", "kb/time/late.toml:6: missing field `zh`");
    refuses("快一点。", "", "kb/time/late.toml:8: a text is empty in one of its languages");
    refuses("快一点。", "Hurry.", "kb/time/late.toml:8: the Chinese text has no Chinese characters");
    refuses("太晚了。", "太晚了,真的。", "kb/time/late.toml:6: Chinese prose has full-width punctuation");
    refuses("快一点。", "快一点(`a, b`)。", "kb/time/late.toml:8: Chinese prose has full-width punctuation");
    refuses("查看 `exp`。", "查看。", "kb/time/late.toml:7: the languages are out of step: `exp`");
}

#[test]
fn an_id_fits_its_path_and_stands_once() {
    refuses(
        "time/late",
        "time/early",
        "kb/time/late.toml:1: the id `time/early` belongs to a file kb/time/early.toml",
    );
    let file = |path: &str| File { path: path.to_owned(), text: ENTRY.to_owned() };
    let names = Names {
        causes: vec!["expired".to_owned()],
        experiments: vec![("clock-skew".to_owned(), "repair".to_owned())],
    };
    let faults = kb::compile(&[file("kb/time/late.toml"), file("kb/a/late.toml")], &names).unwrap_err();
    assert!(faults.iter().any(|fault| fault.message.contains("has this id already")), "{faults:?}");
}

#[test]
fn a_rate_has_an_origin() {
    let with = |rate: &str| format!("dead_ends = [{{ rate = {rate}, ");
    let refuses_rate = |rate: &str| refuses("dead_ends = [{ ", &with(rate), "kb/time/late.toml:9: a rate is");
    refuses_rate("{ published = 80 }");
    refuses_rate("{ published = 101, source = \"a page\" }");
    refuses_rate("{ counted = [3, 4] }");
    refuses_rate("{ measured = [5, 4] }");
    let good =
        ENTRY.replace("dead_ends = [{ ", &with("{ counted = [3, 4], links = [\"https://example.com/1\"] }"));
    assert!(compile(&good, MESSAGES).is_ok());
}

#[test]
fn messages_are_checked() {
    refuses_message(
        "[\"expired\"]",
        "[\"late\"]",
        "kb/messages/jsonwebtoken.toml:5: there is no cause `late`",
    );
    refuses_message(
        "[\"expired\"]",
        "[]",
        "kb/messages/jsonwebtoken.toml:4: a message that is no wrapper has a cause",
    );
    refuses_message(
        "jwt expired",
        "{} expired",
        "kb/messages/jsonwebtoken.toml:4: a pattern begins and ends with words",
    );
    refuses_message("jwt expired", "a{}b", "kb/messages/jsonwebtoken.toml:4: the longest words of `a{}b`");
    let twice = "[\"expired\"]\n[[messages]]\ntext = \"JWT {expired|late}\"\ncauses = [\"expired\"]";
    refuses_message(
        "[\"expired\"]",
        twice,
        "kb/messages/jsonwebtoken.toml:7: the library has this message already",
    );
}
