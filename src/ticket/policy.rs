//! What the verifier expects.

use super::{
    Ticket,
    markdown::{Markdown, code},
    redaction::MASK,
};
use crate::text::{Text, page};

impl Ticket<'_> {
    pub(super) fn policy(&self, out: &mut Markdown) {
        let mut rows: Vec<(Text, String)> = Vec::new();
        let policy = self.policy;
        if let Some(algorithms) = &policy.algorithms {
            rows.push((page::ALGORITHMS, code(&algorithms.join(", "))));
        }
        let values = [
            (page::ISSUER, "iss", policy.issuer.join(", ")),
            (page::AUDIENCE, "aud", policy.audience.join(", ")),
            (page::SUBJECT, "sub", policy.subject.clone().unwrap_or_default()),
            (page::NONCE, "nonce", policy.nonce.clone().unwrap_or_default()),
            (page::AZP, "azp", policy.azp.clone().unwrap_or_default()),
        ];
        for (label, claim, value) in values {
            if !value.is_empty() {
                rows.push((label, if self.shows(claim) { code(&value) } else { MASK.to_owned() }));
            }
        }
        let lists = [
            (page::TYP, policy.typ.clone().unwrap_or_default()),
            (page::REQUIRED, policy.required.join(", ")),
            (page::OTHER_CLAIMS, policy.claims.keys().cloned().collect::<Vec<_>>().join(", ")),
        ];
        rows.extend(
            lists
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(label, value)| (label, code(&value))),
        );
        let numbers = [
            (page::LEEWAY, Some(policy.leeway).filter(|leeway| *leeway > 0)),
            (page::MAX_AGE, policy.max_age),
            (page::MAX_LIFETIME, policy.max_lifetime),
        ];
        rows.extend(numbers.into_iter().filter_map(|(label, number)| Some((label, number?.to_string()))));
        if rows.is_empty() {
            return;
        }
        out.heading(2, self.say(page::TICKET_POLICY));
        let rows: Vec<(&str, String)> =
            rows.into_iter().map(|(label, value)| (self.say(label), value)).collect();
        out.table(&rows);
    }
}
