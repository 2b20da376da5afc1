//! What a link carries behind `#`. `www/boot.js` takes it out of the address before anything else is done, and hands it
//! over here; nothing of it is ever written into an address again.

use wasm_bindgen::{JsCast, closure::Closure};

use super::Shell;

/// What a link carries: `#token=…&key=…`. It has no `Debug`, because of the key.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    /// The text to diagnose.
    pub token: Option<String>,
    /// A key, of which nothing is known yet; a secret one must not be used.
    pub key: Option<String>,
    /// A report that somebody shared, as [`jwt_why::ticket::Shared`] writes it.
    pub report: Option<String>,
}

/// The address of this page with a report behind the `#`, for copying.
pub fn address_of(report: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let here = location.and_then(|location| location.href().ok()).unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#report={report}")
}

/// Calls `listener` with what the page was opened with, and with every link that is followed from then on.
pub fn listen(shell: &Shell, listener: impl Fn(Fragment) + 'static) {
    let on_link = Closure::<dyn Fn(String)>::new(move |text: String| listener(read(&text, unescape)));
    shell.links(on_link.as_ref().unchecked_ref());
    on_link.forget();
}

/// Reads `name=value` between ampersands. A plus sign is one: a token may be spelled with it, and a blank never.
fn read(text: &str, unescape: impl Fn(&str) -> String) -> Fragment {
    let mut fragment = Fragment::default();
    for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
        match name {
            "token" => fragment.token = Some(unescape(value)),
            "key" => fragment.key = Some(unescape(value)),
            "report" => fragment.report = Some(value.to_owned()),
            _ => {}
        }
    }
    fragment
}

/// The text without percent-encoding, or as it is where that encodes no text.
fn unescape(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, token: Option<&str>, key: Option<&str>) {
        let expected =
            Fragment { token: token.map(str::to_owned), key: key.map(str::to_owned), report: None };
        assert!(read(text, str::to_owned) == expected, "{text}");
    }

    #[test]
    fn token_and_key_are_read_in_any_order() {
        check("token=a.b.c", Some("a.b.c"), None);
        check("key=k&token=a.b.c==", Some("a.b.c=="), Some("k"));
        check("token=a+b&other=1&/kb/x", Some("a+b"), None);
        check("", None, None);
    }
}
