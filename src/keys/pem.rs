//! PEM (RFC 7468), also where its lines, dashes or quotation marks suffered on the way.

use super::{
    Key, ReadAs,
    armour::{Block, Body, blocks},
    der::{self, Container, DerFault},
    found::{Found, der_key, warning},
    ssh,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Span},
    jose::base64url,
};

/// The keys of all PEM blocks in a text, or `None` when there is no block.
pub(super) fn read(text: &str) -> Option<Found> {
    let blocks = blocks(text);
    let several = blocks.len() > 1;
    let mut found = Found::default();
    for block in &blocks {
        // OpenSSL writes the curve's name in a block of its own before the key that repeats it.
        if !(several && block.label == "EC PARAMETERS") {
            found.append(read_block(block));
        }
    }
    let chain = found.keys.iter().filter(|key| key.certificate.is_some()).count();
    for certificate in found.keys.iter_mut().filter_map(|key| key.certificate.as_mut()) {
        certificate.chain = chain;
    }
    (!blocks.is_empty()).then_some(found)
}

fn read_block(block: &Block<'_>) -> Found {
    let mut body = Body::of(block);
    let bytes = base64url::decode(&body.base64).bytes;
    let mut read = if body.encrypted { Err(DerFault::Encrypted) } else { key_of(block, &bytes) };
    if read.is_err() && matches!(body.line_ends, Some("blanks" | "indented")) {
        // Of the two readings of a blank only one can be a key.
        if let Ok(key) = key_of(block, &base64url::decode(&body.with_plus_signs).bytes) {
            body.line_ends = Some("plus-became-space");
            read = Ok(key);
        }
    }
    let mut damage = damage(block, &body);
    match read {
        Ok((mut key, container)) => {
            damage.extend(wrong_label(block, container));
            if block.end.is_none() {
                let facts = label_fact(block).public("reason", "no-end-line");
                damage.push(warning(Cause::PemTruncated, block.span).with(facts));
            }
            damage.append(&mut key.findings);
            key.findings = damage;
            Found::key(key)
        }
        Err(fault) => {
            damage.push(no_key(block, &body, &bytes, &fault));
            Found { findings: damage, ..Found::default() }
        }
    }
}

/// The key in a block's bytes, and the structure that it stands in when that has a label of its own.
fn key_of(block: &Block<'_>, bytes: &[u8]) -> Result<(Key, Option<Container>), DerFault> {
    if let Some(key) = ssh::read_blob(bytes, block.span).or_else(|| ssh::read_private(bytes, block.span)) {
        return Ok((key, None));
    }
    let found = der::read(bytes)?;
    let container = found.container;
    Ok((der_key(found, ReadAs::Pem, block.span), Some(container)))
}

fn label_fact(block: &Block<'_>) -> Facts {
    Facts::new().public("label", block.label.as_str())
}

/// What the armour suffered.
fn damage(block: &Block<'_>, body: &Body) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(span) = block.quotes.or(body.quoted.then_some(block.span)) {
        findings.push(warning(Cause::PemQuoted, span));
    }
    if let Some(how) = body.line_ends {
        findings.push(warning(Cause::PemNewlinesLost, block.span).with(Facts::new().public("reason", how)));
    }
    findings
}

fn wrong_label(block: &Block<'_>, container: Option<Container>) -> Option<Finding> {
    let expected = container.map(Container::label);
    let fits = expected.is_none_or(|expected| {
        block.label == expected || expected == "CERTIFICATE" && block.label.ends_with(expected)
    });
    let ends = block.end.as_ref().is_none_or(|end| *end == block.label);
    (!fits || !ends || !block.dashes).then(|| {
        let facts = label_fact(block);
        let facts = match expected.filter(|_| !fits) {
            Some(expected) => facts.public("format", expected),
            None => facts,
        };
        warning(Cause::PemLabelWrong, block.label_span).with(facts)
    })
}

fn no_key(block: &Block<'_>, body: &Body, bytes: &[u8], fault: &DerFault) -> Finding {
    let whole = body.foreign == 0 && bytes.first() == Some(&0x30);
    let unusable =
        |facts: Facts| warning(Cause::KeyNotRecognised, block.span).with(facts.public("format", "pem"));
    match fault {
        DerFault::Encrypted => warning(Cause::EncryptedPrivateKey, block.span).with(label_fact(block)),
        DerFault::Truncated => {
            let facts = label_fact(block)
                .public("length_bytes", bytes.len())
                .public("expected_bytes", der::declared_length(bytes).unwrap_or_default());
            warning(Cause::PemTruncated, block.span).with(facts)
        }
        DerFault::Unsupported(name) => {
            unusable(label_fact(block).public("reason", "algorithm").public("algorithm", name.as_str()))
        }
        DerFault::Numbers | DerFault::Unknown if !block.known || block.holds_no_key() => {
            unusable(label_fact(block).public("reason", "label"))
        }
        DerFault::Numbers if whole => unusable(label_fact(block).public("reason", "numbers")),
        DerFault::Unknown if whole => unusable(label_fact(block).public("reason", "structure")),
        DerFault::Numbers | DerFault::Unknown => {
            warning(Cause::PemTruncated, block.span).with(label_fact(block))
        }
    }
}

/// The span of a whole text without the white space around it.
pub(super) fn trimmed_span(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}
