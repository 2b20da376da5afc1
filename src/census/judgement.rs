//! What is said of a token at each of its times: it is verified once, and its window says the rest.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    case::Case,
    cause::Cause,
    diagnosis::{
        judge::{self, Bench, Judged},
        report::{JsonText, SignatureState, TokenReport, Verdict, Window},
    },
    evaluation::{rejects, selection::select},
    finding::Severity,
    verify::{Errand, Outcome, Verifications},
};

/// How many keys are tried on a token that the keys it asks for don't verify.
const MAX_OTHER_KEYS: usize = 16;

/// The most characters of a token's own text that a row shows.
const MAX_SHOWN: usize = 64;

/// What became of a token at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is rejected, first of all for this.
    Rejected(Cause),
    /// Its signature was not checked, and nothing else rejects.
    Undecided,
    /// It is accepted.
    Accepted,
}

/// The key that verifies a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Match {
    /// Its position in the ring.
    pub key: usize,
    /// Whether the token asks for it; if not, it verifies although a verifier would not have tried it.
    pub asked: bool,
}

/// The three parts of time that a window makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Before,
    Within,
    After,
}

/// What is said of a token.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    pub alg: Option<String>,
    pub kid: Option<String>,
    pub issuer: Option<String>,
    pub subject: Option<String>,
    pub matched: Option<Match>,
    /// Whether keys were tried and the text of the token is whole, so that a mismatch says something about the keys.
    pub tried: bool,
    /// The time that counts for sightings without one.
    pub now: i64,
    window: Window,
    fates: [Option<Fate>; 3],
}

impl Judgement {
    /// Judges a token at the bench's time. What is true then is true of all times on that side of its window.
    ///
    /// Sightings without a time count as seen at `now`.
    pub(super) fn new(text: &str, bench: &Bench, now: i64, memo: &mut Verifications) -> Self {
        let judged = judge::alone(text, bench, memo);
        let report = &judged.report;
        let matched = report.matched_key.as_ref().map(|key| Match { key: key.index, asked: true });
        let mut judgement = Self {
            alg: report.alg.as_deref().map(shown),
            kid: report.kid.as_deref().map(shown),
            issuer: string(report.payload.as_ref(), "iss"),
            subject: string(report.payload.as_ref(), "sub"),
            matched: matched.or_else(|| other_key(&judged, memo)),
            tried: report.signature != SignatureState::NotChecked
                && is_whole(&judged)
                && judged.case.as_ref().is_some_and(|(case, _)| bench.has_keys_of(case)),
            now,
            window: report.window.unwrap_or_default(),
            fates: [None; 3],
        };
        judgement.learn(report, bench.now);
        judgement
    }

    /// Judges at one more time, where nothing is known yet.
    pub(super) fn judge_at(&mut self, text: &str, bench: &Bench, memo: &mut Verifications) {
        if self.at(bench.now).is_none() {
            let judged = judge::alone(text, bench, memo);
            self.learn(&judged.report, bench.now);
        }
    }

    /// What becomes of the token at a time, if that is known.
    pub(super) fn at(&self, time: i64) -> Option<Fate> {
        self.fates.get(self.part(time) as usize).copied().flatten()
    }

    fn learn(&mut self, report: &TokenReport, now: i64) {
        let part = self.part(now) as usize;
        if let Some(fate) = self.fates.get_mut(part) {
            *fate = Some(fate_of(report));
        }
    }

    fn part(&self, time: i64) -> Part {
        match self.window {
            window if window.holds(time) => Part::Within,
            Window { first: Some(first), .. } if time < first => Part::Before,
            _ => Part::After,
        }
    }
}

/// The parts of a token's text that are compared with another's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The JOSE Header.
    pub header: Option<JsonText>,
    /// The claims.
    pub payload: Option<JsonText>,
}

impl Parts {
    pub(super) fn of(text: &str, bench: &Bench, memo: &mut Verifications) -> Self {
        let report = judge::alone(text, bench, memo).report;
        Self { header: report.header, payload: report.payload }
    }
}

/// A short name of a token: the beginning of its digest (SHA-256), in hexadecimal. It says nothing about the token.
pub(super) fn name(text: &str) -> String {
    let beginning =
        Sha256::digest(text).iter().take(4).fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
    format!("{beginning:08x}")
}

fn fate_of(report: &TokenReport) -> Fate {
    match report.verdict {
        Verdict::Accepted => Fate::Accepted,
        Verdict::Undecided => Fate::Undecided,
        Verdict::Rejected => Fate::Rejected(first_cause(report)),
    }
}

/// The first error; a token inside may be what is wrong.
fn first_cause(report: &TokenReport) -> Cause {
    let own = report.findings.iter().find(|finding| finding.severity == Severity::Error);
    match (own, &report.inner) {
        (Some(finding), _) => finding.cause,
        (None, Some(inner)) => first_cause(inner),
        // A signature that no key verifies has a finding; this is for what none of the checks has words for.
        (None, None) => Cause::SignatureMismatch,
    }
}

fn string(json: Option<&JsonText>, name: &str) -> Option<String> {
    let member = json?.members.iter().rev().find(|member| member.name == name)?;
    Some(shown(member.string.as_deref().unwrap_or(&member.value)))
}

fn shown(text: &str) -> String {
    text.chars().take(MAX_SHOWN).collect()
}

/// Whether nothing is wrong with the text of a token: one that was cut verifies with no key.
fn is_whole(judged: &Judged) -> bool {
    judged.case.as_ref().is_some_and(|(case, evaluation)| {
        let wanted = case.algorithm.and_then(|algorithm| algorithm.signature_bytes);
        !rejects(&evaluation.decode) && wanted.is_none_or(|wanted| wanted == case.signature.len())
    })
}

/// What has to be verified to judge a token, as far as that may be done elsewhere and isn't known yet: by the keys that
/// the token asks for; when none of these verifies it, by the others.
pub(super) fn errands(text: &str, bench: &Bench, memo: &Verifications) -> Vec<Errand> {
    judge::unjudged(text, bench).iter().flat_map(|case| of_case(case, memo)).collect()
}

fn of_case(case: &Case, memo: &Verifications) -> Vec<Errand> {
    let Some(algorithm) = case.algorithm.filter(|_| !case.signature.is_empty()) else { return Vec::new() };
    let errand = |key| Errand::new(&case.keys, key, algorithm, &case.signing_input, &case.signature);
    let tried = select(case).tried;
    let others = (0..case.keys.keys.len()).filter(|key| !tried.contains(key)).take(MAX_OTHER_KEYS).collect();
    for keys in [tried, others] {
        let (mut unknown, mut verified) = (Vec::new(), false);
        for errand in keys.into_iter().filter_map(errand) {
            match memo.knows(&errand) {
                Some(known) => verified |= known,
                None => unknown.push(errand),
            }
        }
        if verified {
            return Vec::new();
        }
        if !unknown.is_empty() {
            unknown.truncate(MAX_OTHER_KEYS);
            return unknown;
        }
    }
    Vec::new()
}

/// A key that the token doesn't ask for, and that verifies it all the same.
fn other_key(judged: &Judged, memo: &mut Verifications) -> Option<Match> {
    let (case, evaluation) = judged.case.as_ref()?;
    let algorithm = case.algorithm.filter(|_| is_whole(judged))?;
    let others =
        (0..case.keys.keys.len()).filter(|index| !evaluation.signature.selection.tried.contains(index));
    let verifies = |index: &usize| {
        case.keys.keys.get(*index).is_some_and(|key| {
            let outcome = memo.verify(key, algorithm, &case.signing_input, &case.signature);
            matches!(outcome, Outcome::Verified(_))
        })
    };
    others.take(MAX_OTHER_KEYS).find(verifies).map(|key| Match { key, asked: false })
}
