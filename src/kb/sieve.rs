//! Which lines of a log may hold the message of a library, without reading them: nearly all hold none.
//!
//! Each message has a literal that stands in its line as it is, but for upper and lower case and for signs. Eight bytes
//! of it lead to it, and many messages share them. At every fourth byte of a log five bytes are looked up; where they are
//! known, the eight are, and then the literal is compared. A line that is written with escapes is read in any case.

use std::ops::{Range, RangeInclusive};

use memchr::{memchr, memchr_iter, memchr3_iter, memrchr};

use super::pattern;
use crate::order;

/// How many bytes of a literal are looked for.
const WINDOW: usize = 8;

/// How many bytes are looked up at once.
const GRAM: usize = 5;

/// At every so many bytes they are looked up: each window is met at one of its places.
const STEP: usize = WINDOW - GRAM + 1;

/// How many bits the number of a row has in the table of windows, and in that of five bytes, where few rows may be taken.
const BITS: u32 = 15;
const GRAM_BITS: u32 = 18;

/// Letters in small, and a blank for all that is neither letter nor digit: signs have several spellings.
const FOLDED: [u8; 256] = {
    let mut folded = [b' '; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// The literals of messages, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Sieve {
    /// For each hash of five bytes, a bit for each place in a window at which they stand.
    places: Vec<u8>,
    /// The windows by their rows, with the literal that each is chosen for and where it stands there.
    windows: Vec<(u64, usize, usize)>,
    /// How many windows are in the rows before each row; at the end, how many there are.
    before: Vec<usize>,
    /// The literals, folded.
    literals: Vec<Vec<u8>>,
}

impl Sieve {
    /// A sieve for literals. When one of them can't be found so, all lines may hold a message.
    pub(super) fn new(mut literals: Vec<Vec<u8>>) -> Self {
        let fits = |literal: &Vec<u8>| literal.len() >= WINDOW && !literal.contains(&b'\n');
        let fit = literals.iter().all(fits);
        for byte in literals.iter_mut().flatten() {
            *byte = folded(*byte);
        }
        let windows = if fit { chosen(&literals) } else { Vec::new() };
        let mut places = vec![0; 1 << GRAM_BITS];
        let mut before = vec![0; 1];
        for (index, (window, ..)) in windows.iter().enumerate() {
            before.resize(row_of(*window) + 1, index);
            for (place, gram) in window.to_le_bytes().windows(GRAM).enumerate() {
                if let &[one, two, three, four, fifth] = gram
                    && let Some(row) = places.get_mut(row_of_gram([one, two, three, four], fifth))
                {
                    *row |= 1 << place;
                }
            }
        }
        before.resize((1 << BITS) + 1, windows.len());
        Self { places, windows, before, literals }
    }

    /// The lines of a text that begins and ends with whole ones, with their ends, in which a message may stand; the first
    /// one is always among them.
    pub fn lines<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut read = 0;
        let mut escaped = escapes(text).peekable();
        std::iter::from_fn(move || {
            while escaped.next_if(|at| *at < read).is_some() {}
            let place = match (read, escaped.peek()) {
                (read, _) if read == text.len() => return None,
                (0, _) => 0,
                _ if self.windows.is_empty() => read,
                (_, Some(&at)) => self.find(text, read, at).unwrap_or(at),
                (_, None) => self.find(text, read, text.len())?,
            };
            let start = memrchr(b'\n', text.get(..place)?).map_or(0, |end| end + 1);
            let end = memchr(b'\n', text.get(place..)?).map_or(text.len(), |end| place + end + 1);
            read = end;
            Some(start..end)
        })
    }

    /// The first place from here on, before `end`, that is inside of a literal: only its first byte and its last one may
    /// belong to other lines.
    fn find(&self, text: &[u8], from: usize, end: usize) -> Option<usize> {
        // A border of a word may be the end of the line before.
        let from = from.saturating_sub(1);
        let part = text.get(from..(end + WINDOW).min(text.len()))?;
        for (number, chunk) in part.as_chunks::<STEP>().0.iter().enumerate() {
            let at = number * STEP;
            let Some(fifth) = part.get(at + STEP) else { break };
            let places = self.places.get(row_of_gram(*chunk, *fifth)).copied().unwrap_or_default();
            if places != 0
                && let Some(start) = self.start(text, from..=from + at, places)
            {
                return Some(start + 1).filter(|inside| *inside < end);
            }
        }
        None
    }

    /// Where the first literal begins that has these five bytes, the last ones that are looked up, in its window.
    #[cold]
    fn start(&self, text: &[u8], looked_up: RangeInclusive<usize>, places: u8) -> Option<usize> {
        let starts = (0..STEP).filter(|place| places >> place & 1 == 1).filter_map(|place| {
            let start = looked_up.end().checked_sub(place)?;
            let window = window(text, start)?;
            let row = row_of(window);
            let in_row = self.windows.get(*self.before.get(row)?..*self.before.get(row + 1)?)?;
            in_row
                .iter()
                .filter(|(known, ..)| *known == window)
                .filter_map(|&(_, literal, offset)| {
                    let start = start.checked_sub(offset)?;
                    let literal = self.literals.get(literal)?;
                    let written = text.get(start..start + literal.len())?;
                    let stands = written.iter().map(|byte| folded(*byte)).eq(literal.iter().copied());
                    (stands && looked_up.contains(&start)).then_some(start)
                })
                .min()
        });
        starts.min()
    }
}

/// A window for each literal; the same one for as many as possible.
fn chosen(literals: &[Vec<u8>]) -> Vec<(u64, usize, usize)> {
    let windows = |literal: &Vec<u8>| {
        let last = literal.len().saturating_sub(WINDOW);
        (0..=last).filter_map(|at| Some((at, window(literal, at)?))).collect::<Vec<_>>()
    };
    let mut often = vec![0_u16; 1 << BITS];
    for (_, window) in literals.iter().flat_map(windows) {
        if let Some(row) = often.get_mut(row_of(window)) {
            *row = row.saturating_add(1);
        }
    }
    let mut chosen = Vec::new();
    for (index, literal) in literals.iter().enumerate() {
        let count = |(_, window): &(usize, u64)| often.get(row_of(*window)).copied();
        let Some((at, best)) = windows(literal).into_iter().max_by_key(count) else { continue };
        if let Some(row) = often.get_mut(row_of(best)) {
            *row = u16::MAX;
        }
        chosen.push((best, index, at));
    }
    order::by_key(&mut chosen, |(window, ..)| row_of(*window));
    chosen
}

#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "for every byte of a log, in a build that is small before it is fast"
)]
const fn folded(byte: u8) -> u8 {
    FOLDED[byte as usize]
}

/// The bytes from a place on, folded.
fn window(text: &[u8], at: usize) -> Option<u64> {
    let bytes = text.get(at..)?.first_chunk::<WINDOW>()?;
    Some(u64::from_le_bytes(bytes.map(folded)))
}

/// The row of a window in a table of windows.
const fn row_of(window: u64) -> usize {
    (window.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

/// The row of five bytes in the table.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "for every fourth byte of a log, in a build that is small before it is fast"
)]
const fn row_of_gram(first: [u8; 4], fifth: u8) -> usize {
    let [one, two, three, four] = first;
    let word = u32::from_le_bytes([folded(one), folded(two), folded(three), folded(four)]);
    let hash = (word ^ (folded(fifth) as u32).rotate_left(11)).wrapping_mul(0x9e37_79b1);
    (hash >> (32 - GRAM_BITS)) as usize
}

/// Where something is written as an escape.
fn escapes(text: &[u8]) -> impl Iterator<Item = usize> {
    let mut signs = memchr3_iter(b'\\', b'&', b'%', text).peekable();
    let mut quotes = memchr_iter(0xe2, text).peekable();
    let next = move || match (signs.peek(), quotes.peek()) {
        (Some(sign), Some(quote)) if quote < sign => quotes.next(),
        (None, _) => quotes.next(),
        _ => signs.next(),
    };
    std::iter::from_fn(next).filter(|at| pattern::is_escape(text, *at))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::kb::{INDEX, Knowledge, Recogniser};

    const MESSAGES: &str = include_str!("../../tests/data/messages.jsonl");
    const ORDINARY: &str = include_str!("../../tests/data/ordinary-log-templates.txt");

    /// What is said of each line, and which it is, when only those are read that are left over.
    fn sieved(recogniser: &Recogniser, sieve: &Sieve, text: &str) -> Vec<String> {
        let lines = sieve.lines(text.as_bytes()).flat_map(|range| {
            let (start, line) = (range.start, text.get(range).unwrap());
            let found = recogniser.line_by_line(line).into_iter();
            found.map(move |message| {
                format!("{} {}: {:?}", start + message.span.start, message.library, message.causes)
            })
        });
        lines.collect()
    }

    /// The messages in all spellings, with ordinary lines between them.
    fn log() -> String {
        let mut log = "the first line is always read\n".to_owned();
        let mut ordinary = ORDINARY.lines().cycle();
        for (number, row) in MESSAGES.lines().enumerate() {
            let row: Value = serde_json::from_str(row).unwrap();
            let message = row["message"].as_str().unwrap();
            let spelling = match number % 7 {
                0 => message.to_owned(),
                1 => message.to_uppercase().replace('\n', "\r\n"),
                2 => message.replace(' ', "\t"),
                3 => message.replace(' ', "+"),
                4 => message.replace(' ', "%20"),
                5 => message.replace('\'', "\u{2019}").replace('"', "&quot;"),
                _ => serde_json::to_string(message).unwrap(),
            };
            log.push_str(&spelling);
            log.push('\n');
            log.push_str(ordinary.next().unwrap());
            log.push('\n');
        }
        log
    }

    #[test]
    fn no_message_is_lost_and_few_lines_are_left_over() {
        let recogniser = Recogniser::new(&Knowledge::from_index(INDEX).unwrap());
        let (sieve, everything) = (recogniser.sieve(), Sieve::new(vec![b"short".to_vec()]));
        let log = log();
        assert_eq!(everything.lines(log.as_bytes()).count(), log.lines().count());
        let expected = sieved(&recogniser, &everything, &log);
        assert!(
            !sieve.windows.is_empty(),
            "the longest words of a message have fewer than {WINDOW} characters with the borders"
        );
        assert!(expected.len() > 500, "{}", expected.len());
        assert_eq!(sieved(&recogniser, &sieve, &log), expected);
        // Whichever bytes are looked up.
        for start in 1..STEP {
            let part = log.get(start..log.floor_char_boundary(40_000)).unwrap();
            assert_eq!(sieved(&recogniser, &sieve, part), sieved(&recogniser, &everything, part));
        }
        let unlike =
            "2026-01-01 INFO [worker-3] o.e.OrderService - order 42 of user-7: 9 items, from cache\n"
                .repeat(1_000);
        assert_eq!(sieve.lines(unlike.as_bytes()).count(), 1);
        assert!(sieve.lines(ORDINARY.as_bytes()).count() < ORDINARY.lines().count() / 4);
    }
}
