//! The word for each state of a diagnosis.

use crate::{
    cause::Class,
    diagnosis::report::{
        ClaimsState, DecodeState, EncryptionState, SignatureState, Standing, TrialOutcome, Verdict,
    },
    finding::Severity,
    text::{Text, page},
};

/// The word for a verdict.
pub(super) const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Accepted => page::ACCEPTED,
        Verdict::Rejected => page::REJECTED,
        Verdict::Undecided => page::UNDECIDED,
    }
}

/// The word for what became of reading the text.
pub(super) const fn decode(state: DecodeState) -> Text {
    match state {
        DecodeState::Ok => page::OK,
        DecodeState::Faulty => page::FAULTY,
    }
}

/// The word for what became of the signature.
pub(super) const fn signature(state: SignatureState) -> Text {
    match state {
        SignatureState::Verified => page::VERIFIED,
        SignatureState::Mismatch => page::MISMATCH,
        SignatureState::NotChecked => page::NOT_CHECKED,
    }
}

/// The word for what became of the claims.
pub(super) const fn claims(state: ClaimsState) -> Text {
    match state {
        ClaimsState::Ok => page::OK,
        ClaimsState::Rejected => page::CLAIMS_REJECTED,
        ClaimsState::NotChecked => page::NOT_CHECKED,
    }
}

/// The word for what became of a JWE's ciphertext.
pub(super) const fn encryption(state: EncryptionState) -> Text {
    match state {
        EncryptionState::Decrypted => page::DECRYPTED,
        EncryptionState::Failed => page::DECRYPTION_FAILED,
        EncryptionState::NotTried => page::NOT_TRIED,
    }
}

/// The word for a severity.
pub(super) const fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Error => page::ERROR,
        Severity::Warning => page::WARNING,
        Severity::Note => page::NOTE,
    }
}

/// The word for how grave a change is.
pub(super) const fn class(class: Class) -> Text {
    match class {
        Class::Repair => page::REPAIR,
        Class::Decision => page::DECISION,
        Class::Attack => page::ATTACK,
    }
}

/// The word for how sure an entry is about a token.
pub(super) const fn standing(standing: Standing) -> Text {
    match standing {
        Standing::Proved => page::PROVED,
        Standing::Found => page::FOUND,
        Standing::Possible => page::POSSIBLE,
    }
}

/// The word for what became of a piece of advice.
pub(super) const fn outcome(outcome: TrialOutcome) -> Text {
    match outcome {
        TrialOutcome::Helps => page::HELPS_HERE,
        TrialOutcome::DoesNotHelp => page::DOES_NOT_HELP_HERE,
        TrialOutcome::Attack => page::PASSES_AS_ATTACK,
        TrialOutcome::NotApplicable => page::NOT_APPLICABLE_HERE,
    }
}
