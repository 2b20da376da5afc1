//! The head of what is said of a token: verdict, stages, key, and times.

use super::{
    Ticket,
    markdown::{Markdown, code, plain},
    states,
};
use crate::{
    diagnosis::report::TokenReport,
    text::{self, Text, page},
};

/// The parameters of a header whose values are names that everybody may read.
const PUBLIC_PARAMETERS: [&str; 8] = ["alg", "enc", "zip", "typ", "cty", "kid", "b64", "crit"];

impl Ticket<'_> {
    pub(super) fn summary(&self, token: &TokenReport, out: &mut Markdown) {
        let mut rows = vec![
            (self.say(page::VERDICT), format!("**{}**", self.say(states::verdict(token.verdict)))),
            (self.say(page::STAGE_DECODE), self.say(states::decode(token.decode)).to_owned()),
            (self.say(page::STAGE_SIGNATURE), self.say(states::signature(token.signature)).to_owned()),
            (self.say(page::STAGE_CLAIMS), self.say(states::claims(token.claims)).to_owned()),
            (self.say(page::TICKET_JUDGED_AT), text::instant(self.now, self.language)),
        ];
        if let Some(state) = token.encryption {
            rows.push((self.say(page::STAGE_ENCRYPTION), self.say(states::encryption(state)).to_owned()));
        }
        let parameters = parameters(token);
        if !parameters.is_empty() {
            rows.push((self.say(page::TICKET_PARAMETERS), parameters));
        }
        if let Some(key) = &token.matched_key {
            let number = page::TICKET_KEY_NUMBER.with(self.language, &(key.index + 1).to_string());
            let names = [key.kid.as_deref(), key.thumbprint.as_deref()];
            let names = names.into_iter().flatten().map(|name| format!(" {}", code(name)));
            rows.push((self.say(page::TICKET_KEY), number + &names.collect::<String>()));
        }
        if let Some(window) = token.window {
            let bound = |label: Text, at: Option<i64>| {
                at.map(|at| label.with(self.language, &text::instant(at, self.language))).unwrap_or_default()
            };
            let words =
                format!("{} {}", bound(page::TICKET_FROM, window.first), bound(page::TICKET_TO, window.last));
            rows.push((self.say(page::TICKET_WINDOW), words.trim().to_owned()));
        }
        if token.sightings.len() > 1 {
            rows.push((self.say(page::TICKET_SEEN), token.sightings.len().to_string()));
        }
        if let Some((library, accepts)) =
            token.opinion.as_ref().and_then(|opinion| Some((&opinion.library, opinion.accepts?)))
        {
            // What the library prints may quote a claim, so only its answer is told.
            let answer = self.say(if accepts { page::ACCEPTS } else { page::REJECTS });
            rows.push((self.say(page::TICKET_LIBRARY), format!("{} {answer}", plain(library))));
        }
        out.table(&rows);
    }
}

/// The header's parameters: names of all, values of those that everybody may read.
fn parameters(token: &TokenReport) -> String {
    let members = token.header.iter().flat_map(|header| &header.members);
    let parameters: Vec<String> = members
        .map(|member| {
            let name = member.name.as_str();
            if PUBLIC_PARAMETERS.contains(&name) {
                format!("{name}: {}", member.string.as_ref().unwrap_or(&member.value))
            } else {
                name.to_owned()
            }
        })
        .map(|text| code(&text))
        .collect();
    parameters.join(", ")
}
