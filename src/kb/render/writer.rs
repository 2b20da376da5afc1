//! The parts of an entry as blocks of a document.

use super::{
    document::{Block, Line, Piece},
    heading::{self, Heading, Numbers},
};
use crate::kb::{
    Attempt, Entry, Language,
    format::{Cell, Code, Link, Step, Symptom, Table, Text, Version},
};

/// Writes the parts of an entry in a language.
pub(super) struct Writer {
    pub language: Language,
}

impl Writer {
    /// What stands under a heading.
    pub fn blocks<'a>(&self, entry: &'a Entry, section: Heading) -> Vec<Block<'a>> {
        match section {
            Heading::Symptoms => points(entry.symptoms.iter().map(|symptom| self.symptom(symptom))),
            Heading::RootCause => vec![self.root(entry)],
            Heading::Ways => points(entry.ways.iter().map(|way| vec![self.pick(&way.en, &way.zh).into()])),
            Heading::Confirm => self.steps(&entry.confirm),
            Heading::Steps => self.steps(&entry.steps),
            Heading::Workarounds => self.attempts(&entry.workarounds),
            Heading::DeadEnds if entry.dead_ends.is_empty() => {
                vec![Block::Paragraph(vec![self.say(Heading::NoDeadEnds).into()])]
            }
            Heading::DeadEnds => self.attempts(&entry.dead_ends),
            Heading::Versions => self.versions(&entry.versions),
            Heading::Prevention => self.texts(&entry.prevention),
            Heading::Related => {
                let entries = entry.related.iter().map(|id| vec![Piece::Entry(id)]);
                let errors = entry.related_errors.iter().map(|text| vec![text.get(self.language).into()]);
                points(entries.chain(errors))
            }
            Heading::Docs => links(&entry.docs),
            Heading::Sources => links(&entry.sources),
            Heading::Corrections => self.texts(&entry.corrections),
            _ => Vec::new(),
        }
    }

    fn say(&self, heading: Heading) -> &'static str {
        heading.get(self.language)
    }

    /// `Why: `, in front of what it is.
    fn label(&self, heading: Heading) -> Piece<'static> {
        format!("{}: ", self.say(heading)).into()
    }

    const fn pick<'a>(&self, en: &'a str, zh: &'a str) -> &'a str {
        match self.language {
            Language::En => en,
            Language::Zh => zh,
        }
    }

    pub fn facts<'a>(&self, entry: &'a Entry) -> Vec<(Heading, Line<'a>)> {
        let kind = heading::kind(entry.kind, self.language);
        let tags: Vec<&str> = std::iter::once(kind).chain(entry.tags.iter().map(String::as_str)).collect();
        let rate = |rate| heading::rate(rate, Numbers::PLAIN, self.language);
        let mut facts: Vec<(Heading, Line<'a>)> = vec![(Heading::Tags, vec![tags.join(", ").into()])];
        let mut fact = |heading, value: Option<String>| {
            facts.extend(value.map(|value| (heading, vec![value.into()])));
        };
        fact(Heading::HttpStatus, entry.status.map(|status| status.to_string()));
        fact(Heading::FixRate, entry.fix_rate.as_ref().map(rate));
        fact(Heading::Confidence, entry.confidence.as_ref().map(rate));
        fact(Heading::Evidence, entry.evidence.map(|evidence| evidence.to_string()));
        fact(Heading::FirstSeen, Some(entry.first_seen.clone()));
        let causes = separated(entry.causes.iter().map(|cause| Piece::Code(cause.id())));
        let at =
            facts.iter().take_while(|(heading, _)| matches!(heading, Heading::Tags | Heading::HttpStatus));
        facts.insert(at.count(), (Heading::Causes, causes));
        facts
    }

    fn symptom<'a>(&self, symptom: &'a Symptom) -> Line<'a> {
        match (&symptom.message, &symptom.library, &symptom.text) {
            (Some(message), Some(library), _) => {
                vec![Piece::Code(message), format!(" ({library})").into()]
            }
            (Some(message), None, _) => vec![Piece::Code(message)],
            (None, _, Some(text)) => vec![text.get(self.language).into()],
            (None, _, None) => Vec::new(),
        }
    }

    fn root<'a>(&self, entry: &'a Entry) -> Block<'a> {
        let kind = format!(" ({})", heading::root(entry.root_cause.kind, self.language));
        Block::Paragraph(vec![heading::root_cause(entry, self.language).into(), kind.into()])
    }

    fn steps<'a>(&self, steps: &'a [Step]) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            blocks.extend(step.title.iter().map(|title| Block::Title(index + 1, title.get(self.language))));
            blocks.push(Block::Paragraph(vec![step.text.get(self.language).into()]));
            blocks.extend(self.codes(&step.code));
            blocks.extend(step.table.iter().map(|table| self.table(table)));
            if !step.checklist.is_empty() {
                let items = step.checklist.iter().map(|item| item.get(self.language));
                blocks.push(Block::Checklist(items.collect()));
            }
        }
        blocks
    }

    fn attempts<'a>(&self, attempts: &'a [Attempt]) -> Vec<Block<'a>> {
        attempts.iter().enumerate().flat_map(|(index, attempt)| self.attempt(index + 1, attempt)).collect()
    }

    fn attempt<'a>(&self, number: usize, attempt: &'a Attempt) -> Vec<Block<'a>> {
        let mut line: Line = Vec::new();
        if let Some(rate) = &attempt.rate {
            line.extend([Piece::Strong(heading::rate(rate, Numbers::PLAIN, self.language)), ": ".into()]);
        }
        line.push(attempt.text.get(self.language).into());
        let mut blocks = vec![Block::Numbered(number, line)];
        let mut labelled = |heading, rest: Line<'a>| {
            if !rest.is_empty() {
                blocks.push(Block::Paragraph(std::iter::once(self.label(heading)).chain(rest).collect()));
            }
        };
        labelled(Heading::Why, attempt.why.iter().map(|why| why.get(self.language).into()).collect());
        let experiments = attempt.experiments.iter().map(|experiment| Piece::Code(experiment.id()));
        labelled(Heading::TriedBy, separated(experiments));
        let sources = separated(attempt.sources.iter().map(|url| Piece::Outside { name: url, url }));
        blocks.extend(self.codes(&attempt.code));
        if !sources.is_empty() {
            let label = self.label(Heading::Sources);
            blocks.push(Block::Paragraph(std::iter::once(label).chain(sources).collect()));
        }
        blocks
    }

    fn codes<'a>(&self, codes: &'a [Code]) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for code in codes {
            let library = code.library.iter().map(String::as_str);
            let about: Vec<&str> =
                library.chain(code.about.iter().map(|about| about.get(self.language))).collect();
            if !about.is_empty() {
                blocks.push(Block::Paragraph(vec![about.join(": ").into()]));
            }
            blocks.push(Block::Code { language: &code.language, code: &code.code });
            if let Some(output) = &code.output {
                blocks.push(Block::Paragraph(vec![format!("{}:", self.say(Heading::Prints)).into()]));
                blocks.push(Block::Code { language: "text", code: output });
            }
        }
        blocks
    }

    fn table<'a>(&self, table: &'a Table) -> Block<'a> {
        let cell = |cell: &'a Cell| cell.get(self.language);
        Block::Table {
            head: table.columns.iter().map(|text| text.get(self.language)).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        }
    }

    fn versions<'a>(&self, versions: &'a [Version]) -> Vec<Block<'a>> {
        if versions.is_empty() {
            return vec![Block::Paragraph(vec![self.say(Heading::NoVersions).into()])];
        }
        let row = |version: &'a Version| {
            let status = heading::status(version.status, self.language);
            let introduced = version.introduced.as_deref().unwrap_or_default();
            let deprecated = version.deprecated.as_deref().unwrap_or_default();
            let notes = version.notes.as_ref().map_or("", |notes| notes.get(self.language));
            vec![
                &*version.component,
                version.version.get(self.language),
                status,
                introduced,
                deprecated,
                notes,
            ]
        };
        let head = heading::OF_VERSIONS.iter().map(|&heading| self.say(heading)).collect();
        vec![Block::Table { head, rows: versions.iter().map(row).collect() }]
    }

    fn texts<'a>(&self, texts: &'a [Text]) -> Vec<Block<'a>> {
        points(texts.iter().map(|text| vec![text.get(self.language).into()]))
    }
}

fn points<'a>(items: impl Iterator<Item = Line<'a>>) -> Vec<Block<'a>> {
    let items: Vec<Line> = items.collect();
    if items.is_empty() { Vec::new() } else { vec![Block::Points(items)] }
}

fn links(links: &[Link]) -> Vec<Block<'_>> {
    points(links.iter().map(|link| {
        vec![match &link.url {
            Some(url) => Piece::Outside { name: &link.name, url },
            None => link.name.as_str().into(),
        }]
    }))
}

/// The pieces with commas between them.
fn separated<'a>(pieces: impl Iterator<Item = Piece<'a>>) -> Line<'a> {
    let mut line: Line = Vec::new();
    for piece in pieces {
        if !line.is_empty() {
            line.push(", ".into());
        }
        line.push(piece);
    }
    line
}
