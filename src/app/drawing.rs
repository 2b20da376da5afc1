//! The token cut into runs: each has one colour and one set of findings, and a very long one shows its two ends.

use jwt_why::{
    diagnosis::report::{SegmentKind, TokenReport},
    finding::{Finding, Place, Span},
    order,
};

/// The greatest number of bytes of a run that are drawn.
const LONGEST_RUN: usize = 1_200;
/// How many bytes of each end of a longer run are drawn.
const END: usize = 400;
/// The greatest number of findings whose characters are told apart.
const MOST_FINDINGS: usize = 64;
/// How far from the token, in bytes, characters may stand that are drawn with it because a finding is about them.
const SURROUNDINGS: usize = 96;

/// A stretch of characters that are drawn alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The segment that it belongs to; none for what stands between and around the segments.
    pub kind: Option<SegmentKind>,
    /// The characters, or the first of them.
    pub text: String,
    /// The number of bytes left out, and the last characters, when there are too many to draw.
    pub rest: Option<(usize, String)>,
    /// The positions of the findings that are about these characters.
    pub findings: Vec<usize>,
}

/// Cuts the token of a paste into runs. A token inside of another one (`inside`) is drawn from what was decoded.
pub fn runs(paste: &str, token: &TokenReport, inside: bool) -> Vec<Run> {
    if inside {
        return decoded_runs(token);
    }
    let Some(whole) = extent(token) else { return Vec::new() };
    let mut cuts: Vec<usize> = [whole.start, whole.end].into();
    cuts.extend(token.segments.iter().flat_map(|segment| [segment.span.start, segment.span.end]));
    cuts.extend(marks(token).flat_map(|(_, span)| [span.start, span.end]));
    cuts.retain(|&cut| whole.start <= cut && cut <= whole.end);
    for cut in &mut cuts {
        *cut = paste.floor_char_boundary(*cut);
    }
    order::by_key(&mut cuts, |cut| *cut);
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| {
            let &[start, end] = pair else { return None };
            let kind = token.segments.iter().find(|segment| holds(segment.span, start));
            let findings = marks(token).filter(|(_, span)| holds(*span, start)).map(|(index, _)| index);
            Some(run(paste.get(start..end)?, kind.map(|segment| segment.kind), findings.collect()))
        })
        .collect()
}

/// The segments of a token that does not stand in the paste itself.
fn decoded_runs(token: &TokenReport) -> Vec<Run> {
    let mut runs = Vec::new();
    for segment in &token.segments {
        if !runs.is_empty() {
            runs.push(run(".", None, Vec::new()));
        }
        runs.push(run(&segment.text, Some(segment.kind), Vec::new()));
    }
    runs
}

/// Where the token stands, with the characters around it that a finding is about.
fn extent(token: &TokenReport) -> Option<Span> {
    let segments = token.segments.iter().map(|segment| segment.span);
    let first = token.sightings.first().map(|sighting| sighting.span);
    let core = segments.clone().chain(first.filter(|_| token.segments.is_empty())).reduce(around)?;
    let near = Span::new(core.start.saturating_sub(SURROUNDINGS), core.end.saturating_add(SURROUNDINGS));
    let places = token.findings.iter().filter_map(place);
    let around_it = places.filter(|span| near.start <= span.start && span.end <= near.end);
    around_it.fold(core, around).into()
}

fn around(one: Span, other: Span) -> Span {
    Span::new(one.start.min(other.start), one.end.max(other.end))
}

fn holds(span: Span, offset: usize) -> bool {
    span.start <= offset && offset < span.end
}

/// The findings that are about some of the token's characters, with those characters. One that is about all of them
/// marks none: it would only hide the others.
pub fn marks(token: &TokenReport) -> impl Iterator<Item = (usize, Span)> {
    let whole = token.segments.iter().map(|segment| segment.span).reduce(around);
    let indexed = token.findings.iter().enumerate().take(MOST_FINDINGS);
    indexed.filter_map(move |(index, finding)| {
        let span = place(finding)?;
        let covers = whole.is_some_and(|whole| span.start <= whole.start && whole.end <= span.end);
        (!covers || token.segments.len() < 2).then_some((index, span))
    })
}

/// The characters of the paste that a finding is about.
pub fn place(finding: &Finding) -> Option<Span> {
    match finding.place {
        Place::Text | Place::Header | Place::Payload | Place::Signature => {
            finding.span.filter(|span| !span.is_empty())
        }
        Place::Keys | Place::Policy => None,
    }
}

fn run(text: &str, kind: Option<SegmentKind>, findings: Vec<usize>) -> Run {
    if text.len() <= LONGEST_RUN {
        return Run { kind, text: text.to_owned(), rest: None, findings };
    }
    let head = text.floor_char_boundary(END);
    let tail = text.floor_char_boundary(text.len() - END);
    let (text, rest) = (text.get(..head).unwrap_or_default(), text.get(tail..).unwrap_or_default());
    Run { kind, text: text.to_owned(), rest: Some((tail - head, rest.to_owned())), findings }
}

/// The characters, in UTF-16 code units, that a span of UTF-8 bytes covers: what the browser counts in.
pub fn utf16(text: &str, span: Span) -> Option<(u32, u32)> {
    let start = text.get(..span.start)?.encode_utf16().count();
    let length = text.get(span.range())?.encode_utf16().count();
    Some((u32::try_from(start).ok()?, u32::try_from(start + length).ok()?))
}

#[cfg(test)]
mod tests {
    use jwt_why::diagnosis::{Diagnosis, Input};

    use super::*;

    const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.bWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWE";

    fn drawn(paste: &str) -> Vec<Run> {
        let input = Input { text: paste.to_owned(), now: 1_700_000_000, ..Input::default() };
        let report = Diagnosis::start(input, None).finish();
        runs(paste, report.tokens.first().unwrap(), false)
    }

    /// The runs of the paste, drawn one after the other, are this text.
    #[track_caller]
    fn check(paste: &str, expected: &str) {
        let text: String = drawn(paste).into_iter().map(|run| run.text).collect();
        assert_eq!(text, expected, "{paste}");
    }

    #[test]
    fn the_token_is_drawn_with_what_a_finding_is_about() {
        check(TOKEN, TOKEN);
        check(&format!("at 12:00 got {TOKEN} from é"), TOKEN);
        check(&format!("\"{TOKEN}\""), &format!("\"{TOKEN}"));
    }

    #[test]
    fn each_segment_has_its_colour() {
        let kinds: Vec<SegmentKind> = drawn(TOKEN).into_iter().filter_map(|run| run.kind).collect();
        assert!(kinds.starts_with(&[SegmentKind::Header]), "{kinds:?}");
        assert!(
            kinds.contains(&SegmentKind::Payload) && kinds.contains(&SegmentKind::Signature),
            "{kinds:?}"
        );
    }

    #[test]
    fn a_very_long_run_shows_its_two_ends() {
        let run = run(&format!("begin{}end", "é".repeat(500_000)), None, Vec::new());
        let (bytes, end) = run.rest.unwrap();
        assert!(run.text.starts_with("begin") && end.ends_with("end"));
        assert_eq!(run.text.len() + bytes + end.len(), 1_000_008);
        assert!(run.text.len() + end.len() <= LONGEST_RUN);
    }

    #[test]
    fn the_browser_counts_in_utf_16() {
        assert_eq!(utf16("é\u{1f511}ab", Span::new(6, 7)), Some((3, 4)));
        assert_eq!(utf16("é", Span::new(1, 2)), None);
        assert_eq!(utf16("a", Span::new(0, 9)), None);
    }
}
