//! The HTTP request that a paste tells of: a `curl` command, or a request line with its `Host` (RFC 9112 section 3).

/// The method and the address of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method, as it is spelled.
    pub method: String,
    /// The address, as it is spelled. It begins with `//` where nothing says whether it is http or https.
    pub address: String,
}

/// The options of `curl` that are followed by a value of their own.
const WITH_VALUE: [&str; 16] = [
    "-H",
    "--header",
    "-d",
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-urlencode",
    "--json",
    "-F",
    "--form",
    "-b",
    "--cookie",
    "-A",
    "--user-agent",
    "-e",
    "--referer",
];
/// Those of them that send a body, so that the method is POST.
const WITH_BODY: [&str; 8] =
    ["-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "-F", "--form"];

/// Among how many commands the one is looked for.
const MOST_COMMANDS: usize = 16;
/// How much of a command is read, in bytes.
const LONGEST_COMMAND: usize = 64 * 1024;

/// The request of the paste; none where there is none, or more than one.
pub fn request(text: &str) -> Option<Request> {
    let commands = text.match_indices("curl ").filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        before
            .chars()
            .next_back()
            .is_none_or(|character| character.is_whitespace() || "$`(;&|".contains(character))
    });
    let commands =
        commands.take(MOST_COMMANDS).filter_map(|(at, name)| command(text.get(at + name.len()..)?));
    // Looked for once, however many request lines there are.
    let host = text.lines().find_map(|line| field(line, "host"));
    let lines = text.lines().filter_map(|line| request_line(line, host));
    let mut all = commands.chain(lines);
    all.next().filter(|_| all.next().is_none())
}

/// What `curl` is told to send.
fn command(arguments: &str) -> Option<Request> {
    let (mut method, mut address, mut body) = (None, None, false);
    let mut words = words(arguments).into_iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "-X" | "--request" => method = words.next(),
            "--url" => address = words.next(),
            "-I" | "--head" => method = Some("HEAD".to_owned()),
            "-G" | "--get" => method = Some("GET".to_owned()),
            option if WITH_VALUE.contains(&option) => {
                body |= WITH_BODY.contains(&option);
                words.next();
            }
            option if option.starts_with("-X") => method = option.get(2..).map(str::to_owned),
            word if word.contains("://") && !word.starts_with('-') => {
                address = address.or(Some(word.to_owned()));
            }
            _ => {}
        }
    }
    let usual = if body { "POST" } else { "GET" };
    Some(Request { method: method.unwrap_or_else(|| usual.to_owned()), address: address? })
}

/// The words of a command as a shell splits it, up to the end of its line or the next command.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = text.get(..text.floor_char_boundary(LONGEST_COMMAND)).unwrap_or_default().chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(mark), _) if character == mark => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None | Some('"'), '\\') => match characters.next() {
                Some('\n') | None => {}
                Some(next) => word.get_or_insert_default().push(next),
            },
            (None, '\n' | '|' | ';') => break,
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

/// A request line, and the host that another line names.
fn request_line(line: &str, host: Option<&str>) -> Option<Request> {
    let mut parts = line.trim_start_matches(['>', ' ']).split_whitespace();
    let (method, target, version) = (parts.next()?, parts.next()?, parts.next()?);
    let is_method = (3..=7).contains(&method.len()) && method.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_method || !version.starts_with("HTTP/") {
        return None;
    }
    let address = if target.contains("://") { target.to_owned() } else { format!("//{}{target}", host?) };
    Some(Request { method: method.to_owned(), address })
}

/// The value of a field of a header, as a line of its own.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (found, value) = line.trim_start_matches(['>', ' ']).split_once(':')?;
    found.eq_ignore_ascii_case(name).then(|| value.trim())
}

#[cfg(test)]
mod tests {
    use super::request;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = request(text);
        let found = found.as_ref().map(|request| (request.method.as_str(), request.address.as_str()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_command_says_what_it_sends() {
        let address = "https://api.example/orders?page=2";
        for (command, method) in [
            (format!("curl {address} -H 'DPoP: ey'"), "GET"),
            (format!("$ curl -sS -X PUT \"{address}\""), "PUT"),
            (format!("curl -XDELETE '{address}'"), "DELETE"),
            (
                format!(
                    "curl --url {address} \\\n  -H \"Referer: https://other.example\" \\\n  --data '{{\"a\":1}}'"
                ),
                "POST",
            ),
            (format!("curl -G -d a=1 {address}"), "GET"),
            (format!("curl -I {address}"), "HEAD"),
        ] {
            check(&command, Some((method, address)));
        }
    }

    #[test]
    fn a_request_line_is_read_with_its_host() {
        check("GET /orders HTTP/1.1\r\nHost: api.example\r\nDPoP: ey", Some(("GET", "//api.example/orders")));
        check("> POST /token HTTP/2\n> host: login.example", Some(("POST", "//login.example/token")));
        check("GET https://api.example/a HTTP/1.1", Some(("GET", "https://api.example/a")));
    }

    #[test]
    fn no_request_or_several_are_none() {
        check("curl", None);
        check("the curly GET of HTTP/1.1", None);
        check("GET /orders HTTP/1.1", None);
        check("curl https://a.example\ncurl https://b.example", None);
    }

    #[test]
    fn a_paste_full_of_them_is_read_once() {
        for (line, times) in [("curl ", 200_000), ("curl '", 200_000), ("GET / HTTP/1.1\n", 60_000)] {
            assert_eq!(request(&line.repeat(times)), None);
        }
    }
}
