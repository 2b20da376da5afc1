//! How something stands: a picture, a word and a colour that always come together.

use jwt_why::{
    cause::Class,
    diagnosis::report::{
        ClaimsState, DecodeState, EncryptionState, SignatureState, Standing, TrialOutcome, Verdict,
    },
    finding::Severity,
    text::{Text, page as label},
};

use super::icon::Glyph;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// The stable name for tests and scripts, as the command line spells it.
    pub id: &'static str,
    /// The word.
    pub word: Text,
    /// The picture.
    pub glyph: Glyph,
    /// The colour, as a class.
    pub tone: &'static str,
}

const fn good(id: &'static str, word: Text) -> Status {
    Status { id, word, glyph: Glyph::Check, tone: "is-good" }
}

const fn bad(id: &'static str, word: Text) -> Status {
    Status { id, word, glyph: Glyph::Cross, tone: "is-bad" }
}

const fn open(id: &'static str, word: Text) -> Status {
    Status { id, word, glyph: Glyph::Open, tone: "is-open" }
}

const fn warn(id: &'static str, word: Text) -> Status {
    Status { id, word, glyph: Glyph::Warning, tone: "is-warn" }
}

const fn attack(id: &'static str, word: Text) -> Status {
    Status { id, word, glyph: Glyph::Attack, tone: "is-attack" }
}

impl From<Verdict> for Status {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Accepted => good("accepted", label::ACCEPTED),
            Verdict::Rejected => bad("rejected", label::REJECTED),
            Verdict::Undecided => open("undecided", label::UNDECIDED),
        }
    }
}

impl From<DecodeState> for Status {
    fn from(state: DecodeState) -> Self {
        match state {
            DecodeState::Ok => good("ok", label::OK),
            DecodeState::Faulty => bad("faulty", label::FAULTY),
        }
    }
}

impl From<SignatureState> for Status {
    fn from(state: SignatureState) -> Self {
        match state {
            SignatureState::Verified => good("verified", label::VERIFIED),
            SignatureState::Mismatch => bad("mismatch", label::MISMATCH),
            SignatureState::NotChecked => open("not-checked", label::NOT_CHECKED),
        }
    }
}

impl From<ClaimsState> for Status {
    fn from(state: ClaimsState) -> Self {
        match state {
            ClaimsState::Ok => good("ok", label::OK),
            ClaimsState::Rejected => bad("rejected", label::CLAIMS_REJECTED),
            ClaimsState::NotChecked => open("not-checked", label::NOT_CHECKED),
        }
    }
}

impl From<EncryptionState> for Status {
    fn from(state: EncryptionState) -> Self {
        match state {
            EncryptionState::Decrypted => good("decrypted", label::DECRYPTED),
            EncryptionState::Failed => bad("failed", label::DECRYPTION_FAILED),
            EncryptionState::NotTried => open("not-tried", label::NOT_TRIED),
        }
    }
}

impl From<Severity> for Status {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => bad("error", label::ERROR),
            Severity::Warning => warn("warning", label::WARNING),
            Severity::Note => Self { id: "note", word: label::NOTE, glyph: Glyph::Note, tone: "is-note" },
        }
    }
}

impl From<Class> for Status {
    fn from(class: Class) -> Self {
        match class {
            Class::Repair => good("repair", label::REPAIR),
            Class::Decision => warn("decision", label::DECISION),
            Class::Attack => attack("attack", label::ATTACK),
        }
    }
}

impl From<Standing> for Status {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Proved => Self { tone: "is-accent", ..good("proved", label::PROVED) },
            Standing::Found => {
                Self { id: "found", word: label::FOUND, glyph: Glyph::Note, tone: "is-accent" }
            }
            Standing::Possible => open("possible", label::POSSIBLE),
        }
    }
}

impl From<TrialOutcome> for Status {
    fn from(outcome: TrialOutcome) -> Self {
        match outcome {
            TrialOutcome::Helps => good("helps", label::HELPS_HERE),
            TrialOutcome::DoesNotHelp => bad("does-not-help", label::DOES_NOT_HELP_HERE),
            TrialOutcome::Attack => attack("attack", label::PASSES_AS_ATTACK),
            TrialOutcome::NotApplicable => open("not-applicable", label::NOT_APPLICABLE_HERE),
        }
    }
}
