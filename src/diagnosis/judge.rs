//! The first answer about one token: what it is, the verdict of each stage, what the checks noticed.

use std::rc::Rc;

use super::{
    drawing, encrypted, key_binding,
    report::{
        AsPasted, ClaimsState, DecodeState, MatchedKey, SignatureReport, SignatureState, TokenReport, Verdict,
    },
};
use crate::{
    case::Case,
    cause::Cause,
    checks,
    evaluation::{Attempt, Evaluation, evaluate, rejects},
    extract::{Candidate, Expected, Request},
    finding::{Finding, Place, Severity, Span},
    jose::{self, Jws, Token},
    keys::KeyRing,
    order,
    policy::Policy,
    verify::Verifications,
};

/// How many tokens may stand inside one another. RFC 7519 nests once; more is a way to tire a verifier out.
pub(super) const MAX_LAYERS: usize = 4;

/// What all tokens of a paste are judged by.
#[derive(Clone, Debug)]
pub struct Bench {
    /// The keys at hand.
    pub keys: Rc<KeyRing>,
    /// What the verifier expects.
    pub policy: Rc<Policy>,
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What a token with an empty payload segment was signed over.
    pub detached_payload: Option<Vec<u8>>,
    /// The first tokens of the paste, for comparing those that belong together.
    pub tokens: Vec<String>,
    /// The request that the paste tells of.
    pub request: Option<Request>,
    /// What the policy has from a message in the paste.
    pub expected: Vec<Expected>,
}

impl Bench {
    /// Whether a case is judged by the keys at hand, and not by one that its token brings along.
    pub fn has_keys_of(&self, case: &Case) -> bool {
        Rc::ptr_eq(&self.keys, &case.keys)
    }
}

/// A token that was judged, with what the experiments need.
#[derive(Clone)]
pub struct Judged {
    /// What is said of it.
    pub report: TokenReport,
    /// The case and its evaluation, when there is a signature that can be judged.
    pub case: Option<(Case, Evaluation)>,
}

/// Judges a candidate.
pub fn judge(candidate: &Candidate, bench: &Bench, memo: &mut Verifications) -> Judged {
    let place = |span: Span| candidate.map.span(span);
    let mut judged = layer(&candidate.token, bench, memo, &place, 1);
    let companions = judged.case.as_ref().map(|(case, _)| companions(case, candidate, bench));
    let report = &mut judged.report;
    report.findings.extend(companions.unwrap_or_default());
    report.sightings.clone_from(&candidate.occurrences);
    report.as_pasted = candidate.as_pasted;
    if candidate.damage.iter().any(|finding| finding.cause == Cause::TokenElided) {
        // How many segments a log has left says nothing of the token.
        report.findings.retain(|finding| finding.cause != Cause::SegmentCount);
    }
    report.findings.extend(candidate.damage.iter().cloned());
    if report.payload.is_some() || report.inner.is_some() {
        report.findings.extend(bench.expected.iter().map(Expected::finding));
    }
    order::by_key(&mut report.findings, |finding| finding.severity);
    judged
}

/// What is noticed about a token beside the others of the paste.
fn companions(case: &Case, candidate: &Candidate, bench: &Bench) -> Vec<Finding> {
    let others: Vec<&str> =
        bench.tokens.iter().map(String::as_str).filter(|token| *token != candidate.token).collect();
    let mut findings: Vec<Finding> =
        checks::COMPANIONS.iter().flat_map(|check| check(case, &others)).collect();
    let request = bench.request.as_ref();
    findings.extend(
        request
            .into_iter()
            .flat_map(|request| checks::against_request(case, &request.method, &request.address)),
    );
    for finding in &mut findings {
        finding.span = finding.span.map(|span| candidate.map.span(span));
    }
    findings
}

/// What is said of a token that stands by itself: spans count in its own text, and nothing was stripped.
pub(crate) fn alone(text: &str, bench: &Bench, memo: &mut Verifications) -> Judged {
    layer(text, bench, memo, &|span| span, 1)
}

/// The cases of a token that stands by itself, before any of them is judged.
pub(crate) fn unjudged(text: &str, bench: &Bench) -> Vec<Case> {
    match jose::parse(text) {
        Token::Jws(jws) => cases(&Rc::new(*jws), bench).collect(),
        Token::Jwe(_) | Token::Other(_) => Vec::new(),
    }
}

/// Judges a token text. `place` leads from its spans to the paste.
pub(super) fn layer(
    text: &str,
    bench: &Bench,
    memo: &mut Verifications,
    place: &dyn Fn(Span) -> Span,
    depth: usize,
) -> Judged {
    let mut judged = match jose::parse(text) {
        Token::Jws(jws) => signed(&Rc::new(*jws), bench, memo, place, depth),
        Token::Jwe(jwe) => Judged { report: encrypted::report(&jwe, bench, memo, place, depth), case: None },
        Token::Other(findings) => Judged { report: unreadable(text, findings, place), case: None },
    };
    for finding in &mut judged.report.findings {
        if let (false, Some(span)) = (matches!(finding.place, Place::Keys | Place::Policy), finding.span) {
            finding.span = Some(place(span));
        }
    }
    judged
}

fn signed(
    jws: &Rc<Jws>,
    bench: &Bench,
    memo: &mut Verifications,
    place: &dyn Fn(Span) -> Span,
    depth: usize,
) -> Judged {
    let evaluated = |case: Case| {
        let evaluation = evaluate(&case, memo);
        (case, evaluation)
    };
    let cases: Vec<(Case, Evaluation)> = cases(jws, bench).map(evaluated).collect();
    let signatures = if cases.len() > 1 {
        cases.iter().map(|judged| signature_report(judged, bench)).collect()
    } else {
        Vec::new()
    };
    let verified = cases
        .iter()
        .position(|(_, evaluation)| matches!(evaluation.signature.attempt, Attempt::Verified(..)));
    let Some((case, evaluation)) = cases.into_iter().nth(verified.unwrap_or(0)) else {
        return Judged { report: blank(), case: None };
    };
    let inner = jws.nested.as_deref().filter(|_| depth < MAX_LAYERS).map(|text| {
        let whole = place(jws.payload.span);
        Box::new(layer(text, bench, memo, &|_| whole, depth + 1).report)
    });
    let inner_verdict = inner.as_ref().map(|inner| inner.verdict);
    let mut findings = evaluation.findings();
    if !bench.has_keys_of(&case) {
        checks::with_own_findings(&case, &mut findings);
    }
    let mut verdict = evaluation.verdict();
    if jws.key_binding.is_some()
        && let Some(finding) = key_binding::judge(jws, bench, memo)
    {
        if finding.severity == Severity::Error {
            verdict = Verdict::Rejected;
        }
        findings.push(finding);
    }
    let report = TokenReport {
        segments: drawing::jws_segments(jws, case.signature_index, place),
        header: case.header().and_then(|header| drawing::header(header, place)),
        payload: jws.claims.as_ref().map(|claims| drawing::json(claims, &jws.payload, place)),
        verdict: with_inner(verdict, inner_verdict),
        decode: evaluation.decode_state(),
        signature: evaluation.signature.state(),
        claims: evaluation.claims_state(),
        alg: case.alg().map(str::to_owned),
        kid: case.kid().map(str::to_owned),
        matched_key: matched_key(&case, &evaluation, bench),
        findings,
        window: evaluation.claims.window,
        signatures,
        disclosures: drawing::disclosures(jws, place),
        inner,
        ..blank()
    };
    Judged { report, case: Some((case, evaluation)) }
}

/// Every layer has its verdict; the whole is rejected if any layer is.
fn with_inner(outer: Verdict, inner: Option<Verdict>) -> Verdict {
    match (outer, inner) {
        (Verdict::Rejected, _) | (_, Some(Verdict::Rejected)) => Verdict::Rejected,
        (Verdict::Undecided, _) | (_, Some(Verdict::Undecided)) => Verdict::Undecided,
        (Verdict::Accepted, Some(Verdict::Accepted) | None) => Verdict::Accepted,
    }
}

/// A case for each signature; one if there is none.
fn cases<'a>(jws: &'a Rc<Jws>, bench: &'a Bench) -> impl Iterator<Item = Case> + 'a {
    (0..jws.signatures.len().max(1)).map(|index| {
        let (keys, policy) = (Rc::clone(&bench.keys), Rc::clone(&bench.policy));
        let case =
            Case::new(Rc::clone(jws), index, keys, policy, bench.now, bench.detached_payload.as_deref());
        if checks::is_proof(&case) { checks::with_own_key(case, bench.tokens.len() == 1) } else { case }
    })
}

fn signature_report((case, evaluation): &(Case, Evaluation), bench: &Bench) -> SignatureReport {
    SignatureReport {
        alg: case.alg().map(str::to_owned),
        kid: case.kid().map(str::to_owned),
        state: evaluation.signature.state(),
        matched_key: matched_key(case, evaluation, bench),
    }
}

/// Which of the keys at hand verifies; none where the token brings its own.
fn matched_key(case: &Case, evaluation: &Evaluation, bench: &Bench) -> Option<MatchedKey> {
    let Attempt::Verified(index, _) = evaluation.signature.attempt else {
        return None;
    };
    let key = case.keys.keys.get(index).filter(|_| bench.has_keys_of(case))?;
    let summary = drawing::key(key);
    Some(MatchedKey { index, kid: summary.kid, read_as: summary.read_as, thumbprint: summary.thumbprint })
}

fn unreadable(text: &str, mut findings: Vec<Finding>, place: &dyn Fn(Span) -> Span) -> TokenReport {
    if text.is_empty() {
        // Nothing was pasted: there is nothing to reject yet.
        for finding in findings.iter_mut().filter(|finding| finding.cause == Cause::PlaceholderToken) {
            finding.severity = Severity::Note;
        }
    }
    let rejected = rejects(&findings);
    TokenReport {
        segments: drawing::unknown_segment(text, place),
        verdict: if rejected { Verdict::Rejected } else { Verdict::Undecided },
        findings,
        ..blank()
    }
}

/// A token of which nothing is known.
pub(super) const fn blank() -> TokenReport {
    TokenReport {
        sightings: Vec::new(),
        as_pasted: AsPasted::Ok,
        segments: Vec::new(),
        header: None,
        payload: None,
        verdict: Verdict::Undecided,
        decode: DecodeState::Faulty,
        signature: SignatureState::NotChecked,
        claims: ClaimsState::NotChecked,
        encryption: None,
        alg: None,
        kid: None,
        matched_key: None,
        findings: Vec::new(),
        window: None,
        signatures: Vec::new(),
        disclosures: Vec::new(),
        proved: Vec::new(),
        ruled_out: Vec::new(),
        possible: Vec::new(),
        entries: Vec::new(),
        opinion: None,
        inner: None,
    }
}
