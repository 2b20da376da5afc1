//! What of an entry's links follows from others, and is left out: all of a thread but its repository, its kind and its
//! number, and the address of a piece of advice, which is one of the entry's own.

use crate::kb::{Entry, format::Link};

/// Where the threads are that are written in short.
const HOST: &str = "https://github.com/";
/// The kinds of threads, and what stands before their numbers in short.
const KINDS: [(char, &str); 3] = [('#', "issues"), ('!', "pull"), ('?', "discussions")];

/// The entry without what [`restored`] puts back: a thread is `owner/repository#number` and its name is empty, the
/// address of a piece of advice is its place among the sources.
pub(super) fn shortened(mut entry: Entry) -> Entry {
    let sources = entry.sources.clone();
    for attempt in entry.workarounds.iter_mut().chain(&mut entry.dead_ends) {
        for address in &mut attempt.sources {
            let place = sources.iter().position(|source| source.url.as_ref() == Some(address));
            *address = place.map_or_else(|| address.clone(), |place| place.to_string());
        }
    }
    for link in entry.docs.iter_mut().chain(&mut entry.sources) {
        let short = link.url.as_deref().and_then(short).filter(|short| thread(short).as_ref() == Some(link));
        if let Some(short) = short {
            *link = Link { name: String::new(), url: Some(short) };
        }
    }
    entry
}

/// The entry as it was.
pub(super) fn restored(entry: &mut Entry) {
    for link in entry.docs.iter_mut().chain(&mut entry.sources).filter(|link| link.name.is_empty()) {
        if let Some(thread) = link.url.as_deref().and_then(thread) {
            *link = thread;
        }
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

/// The address of a thread in short.
fn short(address: &str) -> Option<String> {
    let mut parts = address.strip_prefix(HOST)?.split('/');
    let [owner, repository, kind, number] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let (sign, _) = KINDS.iter().find(|(_, name)| *name == kind)?;
    let is_thread = number.bytes().all(|byte| byte.is_ascii_digit()) && parts.next().is_none();
    is_thread.then(|| format!("{owner}/{repository}{sign}{number}"))
}

/// The thread that was written in short: its name is `owner/repository #number`.
fn thread(short: &str) -> Option<Link> {
    let (sign, kind) = KINDS.iter().find(|(sign, _)| short.contains(*sign))?;
    let (repository, number) = short.split_once(*sign)?;
    let url = [HOST, repository, "/", kind, "/", number].concat();
    Some(Link { name: [repository, " #", number].concat(), url: Some(url) })
}

#[cfg(test)]
mod tests {
    use super::{short, thread};

    #[test]
    fn only_threads_are_written_in_short() {
        for (address, expected, name) in [
            ("https://github.com/a/b/issues/12", "a/b#12", "a/b #12"),
            ("https://github.com/a/b.c/discussions/3", "a/b.c?3", "a/b.c #3"),
            ("https://github.com/a/b/pull/4", "a/b!4", "a/b #4"),
        ] {
            assert_eq!(short(address).as_deref(), Some(expected));
            let link = thread(expected).unwrap();
            assert_eq!((link.name.as_str(), link.url.as_deref()), (name, Some(address)));
        }
        for other in ["https://github.com/a/b/issues/12#x", "https://github.com/a/b/blob/12"] {
            assert_eq!(short(other), None, "{other}");
        }
    }
}
