//! What of an entry's links follows from others, and is left out: the name of a thread, which is its address in short,
//! and the address of a piece of advice, which is one of the entry's own.

use crate::kb::Entry;

/// Where the threads are whose names follow from their addresses.
const HOST: &str = "https://github.com/";
const THREADS: [&str; 3] = ["issues", "pull", "discussions"];

/// The entry without what [`restored`] puts back: such a name is empty, such an address is its place among the sources.
pub(super) fn shortened(mut entry: Entry) -> Entry {
    let sources = entry.sources.clone();
    for attempt in entry.workarounds.iter_mut().chain(&mut entry.dead_ends) {
        for address in &mut attempt.sources {
            let place = sources.iter().position(|source| source.url.as_ref() == Some(address));
            *address = place.map_or_else(|| address.clone(), |place| place.to_string());
        }
    }
    for link in entry.docs.iter_mut().chain(&mut entry.sources) {
        if link.url.as_deref().and_then(name) == Some(link.name.clone()) {
            link.name.clear();
        }
    }
    entry
}

/// The entry as it was.
pub(super) fn restored(entry: &mut Entry) {
    for link in entry.docs.iter_mut().chain(&mut entry.sources).filter(|link| link.name.is_empty()) {
        link.name = link.url.as_deref().and_then(name).unwrap_or_default();
    }
    for attempt in entry.workarounds.iter_mut().chain(&mut entry.dead_ends) {
        for address in &mut attempt.sources {
            let source = address.parse().ok().and_then(|place: usize| entry.sources.get(place));
            if let Some(url) = source.and_then(|source| source.url.clone()) {
                *address = url;
            }
        }
    }
}

/// `owner/repository #number` for the address of a thread.
fn name(address: &str) -> Option<String> {
    let mut parts = address.strip_prefix(HOST)?.split('/');
    let [owner, repository, kind, number] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let is_thread = THREADS.contains(&kind)
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && parts.next().is_none();
    is_thread.then(|| [owner, "/", repository, " #", number].concat())
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn only_threads_have_names_that_follow() {
        assert_eq!(name("https://github.com/a/b/issues/12").as_deref(), Some("a/b #12"));
        assert_eq!(name("https://github.com/a/b.c/discussions/3").as_deref(), Some("a/b.c #3"));
        for other in [
            "https://github.com/a/b/issues/",
            "https://github.com/a/b/issues/12#x",
            "https://github.com/a/b/blob/12",
        ] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
