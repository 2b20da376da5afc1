//! What a line says: by the message on it, or by its words where no message tells.

use std::collections::HashSet;

use super::{
    Hit, Line,
    telling::{is_vague, is_wide},
};
use crate::{
    finding::Span,
    kb::{
        format::Text,
        messages::{Also, Recognised},
        pattern::Normalised,
        plain::Care,
        reading::{Reader, Reading},
        wider,
    },
};

impl<'a> Line<'a> {
    /// What the line says, and how specific it is; nothing when there are only names of libraries on it. `names` are
    /// those of the libraries, `marked` the libraries that show themselves anywhere in the text.
    pub(in crate::kb) fn summary(
        &mut self,
        names: &[String],
        marked: &HashSet<usize>,
        normalised: &Normalised,
    ) -> Option<(usize, Recognised)> {
        self.rank(&normalised.bytes);
        let best = self.best()?;
        let name = |hit: &Hit<'_>| names.get(hit.words.library).cloned();
        let mut also = self.also(best, names);
        let nobodys = self.is_nobodys(best, marked);
        let shown = self.shown(best, marked).or(self.subjects.first().filter(|_| nobodys));
        let (library, via) = match shown.and_then(name) {
            Some(library) => {
                also.retain(|other| other.library != library);
                also.insert(0, Also { library: name(&best)?, causes: best.words.meaning.causes.clone() });
                (library, None)
            }
            None => (name(&best)?, self.around(best).and_then(name)),
        };
        let meaning = &best.words.meaning;
        let message = Recognised {
            span: Span::new(normalised.source(best.start), normalised.source(best.end)),
            library,
            via,
            entry: meaning.entry.clone().filter(|_| !nobodys),
            causes: wider::with(self.causes()),
            misleading: meaning.misleading.clone().filter(|_| !nobodys).or_else(|| self.wrapped(best)),
            also,
        };
        Some((if meaning.wrapper { best.score / 8 } else { best.score }, message))
    }

    /// What the words that begin before the best ones hide, when they only wrap these.
    fn wrapped(&self, best: Hit<'_>) -> Option<Text> {
        let mut wrappers = self.hits.iter().filter(|hit| hit.words.meaning.wrapper && hit.start < best.start);
        wrappers.find_map(|hit| hit.words.meaning.misleading.clone())
    }

    /// The other libraries that have words where the best ones stand.
    fn also(&self, best: Hit<'_>, names: &[String]) -> Vec<Also> {
        let mut also: Vec<Also> = Vec::new();
        for hit in self.hits.iter().filter(|hit| !hit.words.meaning.is_mark()) {
            let overlaps = hit.start < best.end && best.start < hit.end;
            let Some(library) = names.get(hit.words.library) else { continue };
            let other = hit.words.library != best.words.library;
            if overlaps && other && also.iter().all(|known| known.library != *library) {
                also.push(Also { library: library.clone(), causes: hit.words.meaning.causes.clone() });
            }
        }
        also
    }

    /// Shared words are the message of the library that shows itself beside them, unless their own does.
    fn shown(&self, best: Hit<'_>, marked: &HashSet<usize>) -> Option<&Hit<'a>> {
        if marked.contains(&best.words.library) {
            return None;
        }
        self.hits.iter().find(|hit| marked.contains(&hit.words.library) && !hit.words.meaning.wrapper)
    }

    /// The words of another library beside the best ones: who passed the message on.
    fn around(&self, best: Hit<'_>) -> Option<&Hit<'a>> {
        self.hits.iter().find(|hit| {
            (hit.words.meaning.wrapper || hit.words.meaning.is_mark())
                && hit.words.library != best.words.library
                && (hit.end <= best.start || best.end <= hit.start)
        })
    }

    /// What the words of a line say that no message on it tells.
    pub(in crate::kb) fn read(
        &self,
        names: &[String],
        text: &str,
        normalised: &Normalised,
        reader: &Reader,
    ) -> Option<Recognised> {
        let sentence = self.best().filter(|best| self.is_own(*best));
        let reason = sentence.map(|best| normalised.source(best.end));
        let reading = self.reading(text, normalised, reader, reason)?;
        // A name is doubted only by words beside it, words that many libraries share only by more words around them.
        let known = |best: Hit<'_>| {
            let (start, end) = (normalised.source(best.start), normalised.source(best.end));
            let inside = start <= reading.place.start && reading.place.end <= end;
            let around = reading.place.start <= start && end < reading.place.end;
            best.words.meaning.name && inside || best.words.generic && !is_vague(best) && !around
        };
        if self.best().is_some_and(known) {
            return None;
        }
        // A code that others wrap their reasons in tells even less.
        let code = |best: Hit<'_>| best.words.meaning.wrapper && best.words.meaning.name;
        if self.best().is_some_and(|best| !code(best)) && reading.causes.first().copied().is_some_and(is_wide)
        {
            return None;
        }
        let shown = self.hits.iter().find(|hit| hit.words.meaning.is_mark());
        let mut causes = reading.causes;
        for cause in self.causes() {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        Some(Recognised {
            span: Span::new(reading.place.start, reading.place.end),
            library: names.get(shown.or(self.subjects.first())?.words.library)?.clone(),
            via: None,
            entry: None,
            causes: wider::with(causes),
            misleading: None,
            also: Vec::new(),
        })
    }

    /// What the words around the first subject say, or around a later one where the line is long. A line that no message
    /// is on, and that says little when it is read closely, is read loosely too.
    fn reading(
        &self,
        text: &str,
        normalised: &Normalised,
        reader: &Reader,
        reason: Option<usize>,
    ) -> Option<Reading> {
        let read = |care| {
            let mut subjects = self.subjects.iter().map(|hit| normalised.source(hit.start));
            subjects.find_map(|at| reader.read(text.as_bytes(), at, reason, care))
        };
        let narrow = |reading: &Reading| !reading.causes.first().copied().is_some_and(is_wide);
        let said = read(Care::Close);
        if self.best().is_some() || said.as_ref().is_some_and(narrow) {
            return said;
        }
        read(Care::Loose).or(said)
    }
}
