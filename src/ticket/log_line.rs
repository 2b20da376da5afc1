//! A line about a token that a service may write to its own log: what a support engineer will ask for, and nothing that
//! lets anybody in.

use crate::{diagnosis::report::TokenReport, finding::Severity, text};

/// The claims that are times, in the order of the line.
const TIMES: [&str; 4] = ["auth_time", "iat", "nbf", "exp"];
/// The most characters of a name that the sender chose.
const LONGEST: usize = 200;

/// One line of JSON: when, the verdict and its causes, `alg`, `kid`, `typ`, `iss`, and the times. Never the token, nor
/// any other claim. Names that the sender chose are cut, and spelled in ASCII, so that none can begin a line of its own
/// or turn the direction of the text. `now` is in seconds since 1970-01-01T00:00:00Z.
pub fn log_line(token: &TokenReport, now: i64) -> String {
    let mut members = vec![
        ("time", quoted(&text::iso(now))),
        ("event", quoted("jwt")),
        ("verdict", quoted(token.verdict.id())),
        ("causes", causes(token)),
    ];
    let header = token.header.iter().flat_map(|header| &header.members);
    let typ = header.rev().find(|member| member.name == "typ").and_then(|member| member.string.clone());
    let claim = |name: &str| {
        let members = token.payload.as_ref()?.members.iter();
        members.rev().find(|member| member.name == name)
    };
    let issuer = claim("iss").and_then(|member| member.string.clone());
    let names = [("alg", token.alg.clone()), ("kid", token.kid.clone()), ("typ", typ), ("iss", issuer)];
    members.extend(names.into_iter().filter_map(|(name, value)| Some((name, quoted(&value?)))));
    let times = TIMES.into_iter().filter_map(|name| Some((name, claim(name)?.instant?.to_string())));
    members.extend(times);
    let members: Vec<String> =
        members.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", members.join(","))
}

fn causes(token: &TokenReport) -> String {
    let errors = token.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let ids: Vec<String> = errors.map(|finding| quoted(finding.cause.id())).collect();
    format!("[{}]", ids.join(","))
}

/// A JSON string in ASCII of at most so many characters.
fn quoted(text: &str) -> String {
    let mut line = String::from('"');
    for unit in text.chars().take(LONGEST).collect::<String>().encode_utf16() {
        match char::from_u32(unit.into()) {
            Some(character @ ('"' | '\\')) => line.extend(['\\', character]),
            Some(character @ ' '..='~') => line.push(character),
            _ => line.extend(escape(unit)),
        }
    }
    line.push('"');
    line
}

/// `\uXXXX`
fn escape(unit: u16) -> impl Iterator<Item = char> {
    let digit = move |place: u32| char::from_digit(u32::from(unit) >> (4 * place) & 15, 16).unwrap_or('0');
    ['\\', 'u'].into_iter().chain((0..4).rev().map(digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Diagnosis, Input};

    fn line(header: &str, payload: &str) -> String {
        let segment = |json: &str| crate::jose::base64url::encode(json.as_bytes());
        let text = format!("{}.{}.c2lnbmF0dXJl", segment(header), segment(payload));
        let input = Input { text, now: 1_750_000_000, ..Input::default() };
        log_line(&Diagnosis::start(input, None).finish().tokens[0], 1_750_000_000)
    }

    #[test]
    fn what_is_asked_for_is_there_and_nothing_else() {
        let header = r#"{"alg":"RS256","kid":"2024-05","typ":"at+jwt","jku":"https://keys.example"}"#;
        let payload = r#"{"iss":"https://issuer.example","sub":"ada","iat":1749990000,"exp":1749999999,"email":"ada@example"}"#;
        let line = line(header, payload);
        let parsed: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(parsed["time"], "2025-06-15T15:06:40Z");
        assert_eq!((&parsed["alg"], &parsed["kid"]), (&"RS256".into(), &"2024-05".into()));
        assert_eq!(
            (&parsed["iss"], &parsed["exp"]),
            (&"https://issuer.example".into(), &1_749_999_999.into())
        );
        assert_eq!(parsed["verdict"], "rejected");
        assert!(parsed["causes"].as_array().unwrap().contains(&"expired".into()), "{line}");
        for left_out in ["ada", "email", "jku", "eyJ", "c2lnbmF0dXJl"] {
            assert!(!line.contains(left_out), "{left_out} in {line}");
        }
    }

    #[test]
    fn a_sender_can_t_write_a_line_of_its_own() {
        let line = line(r#"{"alg":"HS256","kid":"a\n{\"event\":\"login\"}\u2028\u202e\ud83d\ude00"}"#, "{}");
        assert!(line.is_ascii() && !line.contains('\n'), "{line}");
        let parsed: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(parsed["kid"], "a\n{\"event\":\"login\"}\u{2028}\u{202e}\u{1f600}");
        let long = line_of_a_long_name();
        assert!(long.len() < 600, "{}", long.len());
    }

    fn line_of_a_long_name() -> String {
        line(&format!(r#"{{"alg":"HS256","kid":"{}"}}"#, "k".repeat(100_000)), "{}")
    }
}
