//! How nearly two names of an issuer or an audience agree.
//!
//! Names are compared character by character (RFC 7519 section 2, StringOrURI), so what a person overlooks is a mismatch.

/// A way in which two names differ that is easily overlooked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Difference {
    /// A blank or a line end before or behind.
    WhiteSpace,
    /// Quotation marks around the whole.
    Quotes,
    /// The scheme, or that there is one.
    Scheme,
    /// Another name of the same host.
    Host,
    /// The port, or that there is one.
    Port,
    /// Slashes at the end.
    Slash,
    /// Upper and lower case.
    Case,
}

impl Difference {
    /// The name that facts carry.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::WhiteSpace => "white-space",
            Self::Quotes => "quotes",
            Self::Scheme => "scheme",
            Self::Host => "host",
            Self::Port => "port",
            Self::Slash => "slash",
            Self::Case => "case",
        }
    }
}

/// The names of this computer, as its own and as containers call it.
const LOCAL_HOSTS: [&str; 5] = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "host.docker.internal"];

/// All ways in which two names differ, if each of them is easily overlooked; nothing when they are equal.
pub(super) fn differences(found: &str, expected: &str) -> Option<Vec<Difference>> {
    let is_url = [found, expected].iter().any(|name| name.contains("://"));
    let (a, b) = (Name::of(found, is_url), Name::of(expected, is_url));
    if found == expected || a.host.is_empty() || b.host.is_empty() {
        return None;
    }
    let mut all = spelling(a.path, b.path)?;
    all.extend(spelling(a.host, b.host).or_else(|| same_host(&a, &b).then(|| vec![Difference::Host]))?);
    all.extend(spelling(a.scheme, b.scheme).unwrap_or_else(|| vec![Difference::Scheme]));
    all.extend((a.padding != b.padding).then_some(Difference::WhiteSpace));
    all.extend((a.quotes != b.quotes).then_some(Difference::Quotes));
    all.extend((a.port != b.port).then_some(Difference::Port));
    all.extend((a.slashes != b.slashes).then_some(Difference::Slash));
    crate::order::by_key(&mut all, |difference| *difference);
    all.dedup();
    Some(all)
}

/// How two parts of a name differ as text; nothing when it is by more than upper and lower case.
fn spelling(a: &str, b: &str) -> Option<Vec<Difference>> {
    a.eq_ignore_ascii_case(b).then(|| if a == b { Vec::new() } else { vec![Difference::Case] })
}

/// Whether two URLs name one host in two ways.
fn same_host(a: &Name<'_>, b: &Name<'_>) -> bool {
    let local = |name: &Name<'_>| LOCAL_HOSTS.contains(&name.host.to_ascii_lowercase().as_str());
    let bare = |name: &Name<'_>| name.host.to_ascii_lowercase().trim_start_matches("www.").to_owned();
    a.is_url && ((local(a) && local(b)) || bare(a) == bare(b))
}

/// A name in its parts. What is no URL is all host.
struct Name<'a> {
    is_url: bool,
    padding: usize,
    quotes: usize,
    scheme: &'a str,
    host: &'a str,
    port: &'a str,
    path: &'a str,
    slashes: usize,
}

impl<'a> Name<'a> {
    fn of(text: &'a str, is_url: bool) -> Self {
        let trimmed = text.trim();
        let bare = trimmed.trim_matches(['"', '\'']);
        let (scheme, rest) = bare.split_once("://").unwrap_or(("", bare));
        let whole = rest.trim_end_matches('/');
        let (authority, path) = whole.split_once('/').filter(|_| is_url).unwrap_or((whole, ""));
        let is_port = |port: &str| is_url && port.bytes().all(|byte| byte.is_ascii_digit());
        let (host, port) =
            authority.rsplit_once(':').filter(|(_, port)| is_port(port)).unwrap_or((authority, ""));
        let (padding, slashes) = (text.len() - trimmed.len(), rest.len() - whole.len());
        let quotes = trimmed.len() - bare.len();
        Self { is_url, padding, quotes, scheme, host, port, path, slashes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: &str, expected: &str, reasons: Option<&str>) {
        let ids = |all: Vec<Difference>| all.into_iter().map(Difference::id).collect::<Vec<_>>().join(" ");
        assert_eq!(differences(found, expected).map(ids).as_deref(), reasons, "{found} {expected}");
        assert_eq!(differences(expected, found).map(ids).as_deref(), reasons, "{expected} {found}");
    }

    #[test]
    fn what_is_easily_overlooked_is_named() {
        check("https://issuer.example", "https://issuer.example/", Some("slash"));
        check("https://issuer.example/a", "https://issuer.example/a//", Some("slash"));
        check("http://issuer.example", "https://issuer.example", Some("scheme"));
        check("issuer.example", "https://issuer.example", Some("scheme"));
        check("api://6f1c", "6f1c", Some("scheme"));
        check("https://Issuer.example/Realm", "https://issuer.example/realm", Some("case"));
        check("https://issuer.example:8443", "https://issuer.example", Some("port"));
        check("http://localhost:3000", "http://localhost:3001", Some("port"));
        check("http://127.0.0.1/", "http://localhost/", Some("host"));
        check("https://www.issuer.example", "https://issuer.example", Some("host"));
        check("API", "api", Some("case"));
        check("api ", "api", Some("white-space"));
        check("\"cluster.example\"", "cluster.example", Some("quotes"));
        check("'https://issuer.example/'", "https://issuer.example", Some("quotes slash"));
        check("http://issuer.example/", "https://Issuer.example", Some("scheme slash case"));
    }

    #[test]
    fn another_name_is_no_near_miss() {
        check("api", "web", None);
        check("api", "api", None);
        check("", "/", None);
        check("\"\"", "", None);
        check("https://issuer.example", "https://issuer.example.evil", None);
        check("https://issuer.example/a", "https://issuer.example/b", None);
        check("urn:example:1", "urn:example:2", None);
        check("client:1", "client:2", None);
        check("https://a@issuer.example", "https://issuer.example", None);
    }
}
