//! Values in a command for a POSIX shell.

/// The greatest number of characters of a value in a command.
const LONGEST: usize = 300;

/// The text as one word, whatever stands in it: nothing is special between single quotation marks but themselves.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Whether a reader sees every character, so that the command is what it looks like.
pub(super) fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The issuer as an address to which a path can be added; none when it is no http or https address of a host, a port and
/// a path of plain characters.
pub(super) fn address(issuer: &str) -> Option<&str> {
    let rest = issuer.strip_prefix("https://").or_else(|| issuer.strip_prefix("http://"))?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    let of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let of_path = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~%:+=@,".contains(&byte);
    let starts_well = host.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let port_fits =
        port.is_none_or(|port| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()));
    let plain = starts_well && port_fits && host.bytes().all(of_host) && path.bytes().all(of_path);
    (plain && issuer.len() <= LONGEST).then(|| issuer.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_is_one_word() {
        for (text, expected) in
            [("a b", "'a b'"), ("$(id)", "'$(id)'"), ("a'; id; '", r"'a'\''; id; '\'''"), ("", "''")]
        {
            assert_eq!(quoted(text), expected);
        }
    }

    #[test]
    fn an_address_is_plain_or_none() {
        for issuer in ["https://a.example", "http://localhost:8080", "https://a.example/t%20x/v2.0"] {
            assert_eq!(address(issuer), Some(issuer));
        }
        assert_eq!(address("https://a.example//"), Some("https://a.example"));
        for issuer in [
            "",
            "a.example",
            "HTTPS://a.example",
            "https://",
            "https:///etc/passwd",
            "https://user:secret@a.example",
            "https://a.example?x=y",
            "https://a.example/#f",
            "https://a.example/$(id)",
            "https://a.example/'",
            "https://a.example/{a,b}",
            "https://a.example/ b",
            "https://a.example/\n",
            "https://ex\u{e4}mple.example",
            "https://-o.example",
            "https://a.example:80x",
            "file:///etc/passwd",
        ] {
            assert_eq!(address(issuer), None, "{issuer}");
        }
        assert_eq!(address(&format!("https://a.example/{}", "x".repeat(400))), None);
    }
}
