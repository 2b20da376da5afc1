//! An entry as Markdown.

use std::fmt::Write as _;

use super::heading::{self, Heading};
use crate::kb::{
    Attempt, Entry, Language,
    format::{Cell, Code, Link, Step, Table, Text},
};

/// An entry as a Markdown document in one language.
pub fn markdown(entry: &Entry, language: Language) -> String {
    let mut page = Page { language, text: String::new() };
    page.head(entry);
    page.symptoms(entry);
    page.section(Heading::RootCause);
    let root = &entry.root_cause;
    let cause = if language == Language::En { &root.en } else { &root.zh };
    page.paragraph(&format!("{cause} ({})", heading::root(root.kind, language)));
    page.bullets(
        Heading::Ways,
        entry.ways.iter().map(|way| if language == Language::En { &way.en } else { &way.zh }),
    );
    page.steps(Heading::Confirm, &entry.confirm);
    page.steps(Heading::Steps, &entry.steps);
    page.attempts(Heading::Workarounds, &entry.workarounds);
    page.attempts(Heading::DeadEnds, &entry.dead_ends);
    page.versions(entry);
    page.bullets(Heading::Prevention, entry.prevention.iter().map(|text| text.get(language)));
    page.related(entry);
    page.links(Heading::Docs, &entry.docs);
    page.links(Heading::Sources, &entry.sources);
    page.bullets(Heading::Corrections, entry.corrections.iter().map(|text| text.get(language)));
    page.text
}

struct Page {
    language: Language,
    text: String,
}

impl Page {
    fn say(&self, heading: Heading) -> &'static str {
        heading.get(self.language)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.line("");
        self.line(text);
    }

    fn section(&mut self, heading: Heading) {
        self.paragraph(&format!("## {}", self.say(heading)));
    }

    fn bullets<T: AsRef<str>>(&mut self, heading: Heading, items: impl Iterator<Item = T>) {
        let items: Vec<T> = items.collect();
        if items.is_empty() {
            return;
        }
        self.section(heading);
        self.line("");
        for item in items {
            self.line(&format!("- {}", item.as_ref()));
        }
    }

    fn head(&mut self, entry: &Entry) {
        let language = self.language;
        self.line(&format!("# {}", entry.title.get(language)));
        let slug = entry.id.rsplit('/').next().unwrap_or_default();
        let other = if language == Language::En { format!("{slug}.zh.md") } else { format!("{slug}.md") };
        self.paragraph(&format!(
            "`{}` · [JSON]({slug}.json) · [{}]({other})",
            entry.id,
            self.say(Heading::OtherLanguage)
        ));
        self.line("");
        let mut facts = vec![(
            Heading::Tags,
            std::iter::once(heading::kind(entry.kind, language))
                .chain(entry.tags.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(", "),
        )];
        facts.extend(entry.status.map(|status| (Heading::HttpStatus, status.to_string())));
        let causes: Vec<String> = entry.causes.iter().map(|cause| format!("`{}`", cause.id())).collect();
        facts.push((Heading::Causes, causes.join(", ")));
        facts.extend(entry.fix_rate.iter().map(|rate| (Heading::FixRate, heading::rate(rate, language))));
        facts
            .extend(entry.confidence.iter().map(|rate| (Heading::Confidence, heading::rate(rate, language))));
        facts.extend(entry.evidence.map(|evidence| (Heading::Evidence, evidence.to_string())));
        facts.extend(entry.first_seen.iter().map(|day| (Heading::FirstSeen, day.clone())));
        for (heading, fact) in facts {
            self.line(&format!("- {}: {fact}", self.say(heading)));
        }
    }

    fn symptoms(&mut self, entry: &Entry) {
        let language = self.language;
        let items: Vec<String> = entry
            .symptoms
            .iter()
            .map(|symptom| match (&symptom.message, &symptom.library, &symptom.text) {
                (Some(message), Some(library), _) => format!("{} ({library})", inline_code(message)),
                (Some(message), None, _) => inline_code(message),
                (None, _, Some(text)) => text.get(language).to_owned(),
                (None, _, None) => String::new(),
            })
            .collect();
        self.bullets(Heading::Symptoms, items.iter());
    }

    fn steps(&mut self, heading: Heading, steps: &[Step]) {
        if steps.is_empty() {
            return;
        }
        self.section(heading);
        for (index, step) in steps.iter().enumerate() {
            if let Some(title) = &step.title {
                self.paragraph(&format!("### {}. {}", index + 1, title.get(self.language)));
            }
            self.paragraph(step.text.get(self.language));
            self.codes(&step.code);
            if let Some(table) = &step.table {
                self.table(table);
            }
            if !step.checklist.is_empty() {
                self.line("");
            }
            for item in &step.checklist {
                self.line(&format!("- [ ] {}", item.get(self.language)));
            }
        }
    }

    fn attempts(&mut self, heading: Heading, attempts: &[Attempt]) {
        self.section(heading);
        if attempts.is_empty() {
            self.paragraph(self.say(Heading::NoDeadEnds));
        }
        for (index, attempt) in attempts.iter().enumerate() {
            let rate =
                attempt.rate.as_ref().map(|rate| format!("**{}**: ", heading::rate(rate, self.language)));
            let text = attempt.text.get(self.language);
            self.paragraph(&format!("{}. {}{text}", index + 1, rate.unwrap_or_default()));
            if let Some(why) = &attempt.why {
                self.paragraph(&format!("{}: {}", self.say(Heading::Why), why.get(self.language)));
            }
            if !attempt.experiments.is_empty() {
                let ids: Vec<String> =
                    attempt.experiments.iter().map(|experiment| format!("`{}`", experiment.id())).collect();
                self.paragraph(&format!("{}: {}", self.say(Heading::TriedBy), ids.join(", ")));
            }
            self.codes(&attempt.code);
            if !attempt.sources.is_empty() {
                let links: Vec<String> = attempt.sources.iter().map(|url| format!("<{url}>")).collect();
                self.paragraph(&format!("{}: {}", self.say(Heading::Sources), links.join(", ")));
            }
        }
    }

    fn codes(&mut self, codes: &[Code]) {
        for code in codes {
            let about: Vec<&str> = code
                .library
                .iter()
                .map(String::as_str)
                .chain(code.about.iter().map(|about| about.get(self.language)))
                .collect();
            if !about.is_empty() {
                self.paragraph(&about.join(": "));
            }
            self.paragraph(&fenced(&code.language, &code.code));
            if let Some(output) = &code.output {
                self.paragraph(&format!("{}:", self.say(Heading::Prints)));
                self.paragraph(&fenced("text", output));
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let head: Vec<&str> = table.columns.iter().map(|text| text.get(self.language)).collect();
        self.row_head(&head);
        for row in &table.rows {
            let cells: Vec<&str> = row
                .iter()
                .map(|cell| match cell {
                    Cell::Plain(text) => text.as_str(),
                    Cell::Text(text) => text.get(self.language),
                })
                .collect();
            self.row(&cells);
        }
    }

    fn row_head(&mut self, cells: &[&str]) {
        self.line("");
        self.row(cells);
        self.row(&vec!["---"; cells.len()]);
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn versions(&mut self, entry: &Entry) {
        if entry.versions.is_empty() {
            return;
        }
        self.section(Heading::Versions);
        let columns = [
            Heading::Component,
            Heading::Version,
            Heading::StatusColumn,
            Heading::Introduced,
            Heading::Deprecated,
            Heading::Notes,
        ];
        self.row_head(&columns.map(|heading| self.say(heading)));
        for version in &entry.versions {
            let status = heading::status(version.status, self.language);
            let introduced = version.introduced.as_deref().unwrap_or_default();
            let deprecated = version.deprecated.as_deref().unwrap_or_default();
            let notes = version.notes.as_ref().map_or("", |notes| notes.get(self.language));
            self.row(&[&version.component, &version.version, status, introduced, deprecated, notes]);
        }
    }

    fn related(&mut self, entry: &Entry) {
        let extension = if self.language == Language::En { "md" } else { "zh.md" };
        let links: Vec<String> =
            entry.related.iter().map(|id| format!("[{id}](../{id}.{extension})")).collect();
        let language = self.language;
        let errors = entry.related_errors.iter().map(|text: &Text| text.get(language).to_owned());
        self.bullets(Heading::Related, links.into_iter().chain(errors));
    }

    fn links(&mut self, heading: Heading, links: &[Link]) {
        let items = links.iter().map(|link| match &link.url {
            Some(url) => format!("[{}]({url})", link.name),
            None => link.name.clone(),
        });
        self.bullets(heading, items);
    }
}

/// A text as inline code, whatever backticks are in it.
fn inline_code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A block of code whose fence is longer than any run of backticks in it.
fn fenced(language: &str, code: &str) -> String {
    let mut fence = "```".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    let mut block = String::new();
    let _ = write!(block, "{fence}{language}\n{}\n{fence}", code.trim_end());
    block
}
