//! What an entry must keep to beyond its shape.

use toml::de::{DeTable, DeValue};

use super::{
    Entry, Fault, File, Names, Place,
    format::{Cell, Code, Step},
    place, text,
};

/// The members that an example's policy may have: those of the command line.
const POLICY: [&str; 12] = [
    "algorithms",
    "issuer",
    "audience",
    "subject",
    "nonce",
    "azp",
    "typ",
    "required",
    "claims",
    "leeway",
    "max_age",
    "max_lifetime",
];

/// Everything that is wrong in an entry.
pub fn check(file: &File, entry: &Entry, names: &Names, ids: &[&str]) -> Vec<Fault> {
    let mut check = Check { file, names, ids, faults: Vec::new() };
    check.identity(entry);
    check.texts();
    check.causes(entry);
    check.symptoms(entry);
    check.attempts(entry);
    check.steps(entry);
    check.versions(entry);
    check.links(entry);
    check.examples(entry);
    check.faults
}

struct Check<'a> {
    file: &'a File,
    names: &'a Names,
    ids: &'a [&'a str],
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, places: &[Place], message: impl Into<String>) {
        self.faults.push(place::fault(self.file, places, message.into()));
    }

    fn identity(&mut self, entry: &Entry) {
        let path = format!("kb/{}.toml", entry.id);
        if path != self.file.path {
            self.fault(&["id".into()], format!("the id `{}` belongs to a file {path}", entry.id));
        }
        let plain = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let parts: Vec<&str> = entry.id.split('/').collect();
        if parts.len() != 2 || !parts.iter().all(|part| plain(part)) {
            self.fault(&["id".into()], "an id is <category>/<slug> in lower case, with hyphens");
        }
        if entry.status.is_some_and(|status| !(400..600).contains(&status)) {
            self.fault(&["status".into()], "an HTTP status of an error lies between 400 and 599");
        }
        if !is_day(&entry.first_seen) {
            self.fault(&["first_seen".into()], "a day is written YYYY-MM-DD");
        }
    }

    /// Both languages must say something, and the same pieces of code.
    fn texts(&mut self) {
        let Ok(document) = DeTable::parse(&self.file.text) else { return };
        let mut found = Vec::new();
        place::each_table(document.get_ref(), 0, &mut |table, offset| {
            let text = |key| match table.get(key).map(toml::Spanned::get_ref) {
                Some(DeValue::String(text)) => Some(text.to_string()),
                _ => None,
            };
            if let (Some(en), Some(zh)) = (text("en"), text("zh")) {
                let offset = table.get("en").map_or(offset, |value| value.span().start);
                found.extend(text::step_apart(&en, &zh).map(|message| (offset, message)));
            }
        });
        for (offset, message) in found {
            let line = place::line(&self.file.text, offset);
            self.faults.push(Fault { path: self.file.path.clone(), line, message });
        }
    }

    fn known_cause(&mut self, cause: &str, places: &[Place]) {
        if !self.names.causes.iter().any(|known| known == cause) {
            self.fault(places, format!("there is no cause `{cause}`"));
        }
    }

    fn causes(&mut self, entry: &Entry) {
        if entry.causes.is_empty() {
            self.fault(&["causes".into()], "an entry explains at least one cause");
        }
        for (index, cause) in entry.causes.iter().enumerate() {
            self.known_cause(cause, &["causes".into(), index.into()]);
            if entry.causes.iter().take(index).any(|other| other == cause) {
                self.fault(&["causes".into(), index.into()], format!("`{cause}` stands twice"));
            }
        }
        for (index, way) in entry.ways.iter().enumerate() {
            for (inner, cause) in way.causes.iter().enumerate() {
                self.known_cause(cause, &["ways".into(), index.into(), "causes".into(), inner.into()]);
            }
        }
    }

    fn symptoms(&mut self, entry: &Entry) {
        if entry.symptoms.is_empty() {
            self.fault(&["symptoms".into()], "an entry has at least one symptom");
        }
        for (index, symptom) in entry.symptoms.iter().enumerate() {
            if symptom.message.is_some() == symptom.text.is_some() {
                let message = "a symptom is a message (with the library that prints it) or a text";
                self.fault(&["symptoms".into(), index.into()], message);
            }
            if symptom.message.is_some() != symptom.library.is_some() {
                self.fault(&["symptoms".into(), index.into()], "a message and its library stand together");
            }
        }
    }

    fn attempts(&mut self, entry: &Entry) {
        if entry.workarounds.is_empty() {
            self.fault(&["workarounds".into()], "an entry has at least one workaround");
        }
        let lists = [("workarounds", &entry.workarounds), ("dead_ends", &entry.dead_ends)];
        for (list, attempts) in lists {
            for (index, attempt) in attempts.iter().enumerate() {
                if list == "dead_ends" && attempt.why.is_none() {
                    self.fault(&[list.into(), index.into()], "a dead end says why it fails");
                }
                if list == "dead_ends" && attempt.sources.is_empty() && attempt.experiments.is_empty() {
                    self.fault(
                        &[list.into(), index.into()],
                        "a dead end has a source or an experiment that shows it",
                    );
                }
                self.code(&attempt.code, &[list.into(), index.into(), "code".into()]);
                for (inner, url) in attempt.sources.iter().enumerate() {
                    self.url(url, &[list.into(), index.into(), "sources".into(), inner.into()]);
                }
                for (inner, experiment) in attempt.experiments.iter().enumerate() {
                    let places = [list.into(), index.into(), "experiments".into(), inner.into()];
                    self.experiment(experiment, list, entry, &places);
                }
            }
        }
    }

    fn experiment(&mut self, experiment: &str, list: &str, entry: &Entry, places: &[Place]) {
        match self.names.experiments.iter().find(|(id, _)| id == experiment) {
            None => self.fault(places, format!("there is no experiment `{experiment}`")),
            Some((_, class)) if class == "attack" && list == "workarounds" => {
                self.fault(places, format!("`{experiment}` is an attack, and attacks are never offered"));
            }
            Some(_) if entry.examples.is_empty() => {
                self.fault(places, "an experiment needs an example to be tried on");
            }
            Some(_) => {}
        }
    }

    fn code(&mut self, code: &[Code], places: &[Place]) {
        for (index, piece) in code.iter().enumerate() {
            if piece.code.trim().is_empty() || piece.language.is_empty() {
                let places: Vec<Place> = places.iter().cloned().chain([index.into()]).collect();
                self.fault(&places, "a piece of code has characters to copy and a language");
            }
        }
    }

    fn steps(&mut self, entry: &Entry) {
        if entry.confirm.is_empty() {
            self.fault(&["confirm".into()], "an entry says how to make sure");
        }
        let lists: [(&'static str, &[Step]); 2] = [("confirm", &entry.confirm), ("steps", &entry.steps)];
        for (list, steps) in lists {
            for (index, step) in steps.iter().enumerate() {
                self.code(&step.code, &[list.into(), index.into(), "code".into()]);
                let Some(table) = &step.table else { continue };
                for (inner, row) in table.rows.iter().enumerate() {
                    if row.len() != table.columns.len() {
                        self.fault(
                            &[list.into(), index.into(), "table".into(), "rows".into(), inner.into()],
                            format!(
                                "the row has {} cells, the table {} columns",
                                row.len(),
                                table.columns.len()
                            ),
                        );
                    }
                }
            }
        }
    }

    fn versions(&mut self, entry: &Entry) {
        for (index, version) in entry.versions.iter().enumerate() {
            if let Cell::Plain(plain) = &version.version
                && plain.split_whitespace().any(text::is_word)
            {
                let places = ["versions".into(), index.into(), "version".into()];
                self.fault(&places, "a version that has words is said in both languages");
            }
        }
    }

    fn url(&mut self, url: &str, places: &[Place]) {
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            self.fault(places, format!("`{url}` is no address"));
        }
    }

    fn links(&mut self, entry: &Entry) {
        if entry.sources.is_empty() {
            self.fault(&["sources".into()], "an entry says where it was learnt");
        }
        if entry.docs.is_empty() {
            self.fault(&["docs".into()], "an entry names an official document");
        }
        for (list, links) in [("docs", &entry.docs), ("sources", &entry.sources)] {
            for (index, link) in links.iter().enumerate() {
                if let Some(url) = &link.url {
                    self.url(url, &[list.into(), index.into(), "url".into()]);
                }
            }
        }
        for (index, id) in entry.related.iter().enumerate() {
            if *id == entry.id {
                self.fault(&["related".into(), index.into()], "an entry is not related to itself");
            } else if !self.ids.contains(&id.as_str()) {
                self.fault(&["related".into(), index.into()], format!("there is no entry `{id}`"));
            }
        }
    }

    fn examples(&mut self, entry: &Entry) {
        if entry.examples.is_empty() && entry.messages.is_empty() {
            self.fault(
                &["id".into()],
                "an entry has an example, or a message where no token shows its fault",
            );
        }
        for (index, example) in entry.examples.iter().enumerate() {
            if example.text.trim().is_empty() {
                self.fault(&["examples".into(), index.into(), "text".into()], "an example has a text");
            }
            for (inner, cause) in example.raises.iter().enumerate() {
                self.known_cause(cause, &["examples".into(), index.into(), "raises".into(), inner.into()]);
            }
            for member in example.policy.iter().flat_map(serde_json::Map::keys) {
                if !POLICY.contains(&member.as_str()) {
                    let places = ["examples".into(), index.into(), "policy".into()];
                    self.fault(&places, format!("a policy has no member `{member}`"));
                }
            }
        }
    }
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |index: usize, digits: usize, range: std::ops::RangeInclusive<u16>| {
        parts
            .get(index)
            .is_some_and(|part| part.len() == digits && part.parse().is_ok_and(|n: u16| range.contains(&n)))
    };
    parts.len() == 3 && number(0, 4, 1990..=2100) && number(1, 2, 1..=12) && number(2, 2, 1..=31)
}
