//! One JSON Web Key (RFC 7517), its members repaired where only one reading makes sense.

use super::{
    Key, Material, ReadAs, Secret,
    found::{self, Found, warning},
    jwk_values::Values,
    material::{Curve, KeyKind, MlDsaSet, OkpCurve, PrivateHalf},
    points,
    rsa::RsaPublic,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Span},
    jose::json::{Node, Value},
};

/// Whether an object is meant as a JWK.
pub(super) fn is_meant(node: &Node) -> bool {
    node.get("kty").is_some() || inferred_kty(node).is_some() || node.get("x5c").is_some()
}

/// Reads a JWK.
pub(super) fn read(node: &Node) -> Found {
    let mut values = Values::new(node);
    let kind = kind(node, &mut values.findings);
    let read = kind.and_then(|kind| material(kind, &mut values));
    let (material, private, certificate) = match read {
        Ok((material, private)) => (material, private, values.certificate_of_chain()),
        Err(finding) => match values.key_of_certificate() {
            Some((material, certificate)) => {
                let finding = warning(Cause::JwksX5cOnly, node.span).with(values.kid_fact());
                values.findings.push(finding);
                (material, None, Some(certificate))
            }
            None => return nothing(values, finding),
        },
    };
    if private.is_some() || node.get("d").is_some() {
        let member = node.member("d").or_else(|| node.member("priv"));
        let facts = values.kid_fact().public("member", member.map_or("d", |member| member.name.as_str()));
        let span = member.map_or(node.span, |member| member.name_span);
        values.findings.push(warning(Cause::JwkIsPrivate, span).with(facts));
    }
    let mut key = found::key(material, ReadAs::Jwk, node.span);
    key.private = private;
    key.certificate = certificate;
    describe(&mut key, &mut values);
    key.findings.append(&mut values.findings);
    Found::key(key)
}

/// No key; each finding names the "kid", so that a token which asks for this key can be told why.
fn nothing(values: Values<'_>, finding: Finding) -> Found {
    let kid = values.node.get("kid").and_then(Node::as_str);
    let named = |finding: Finding| match kid {
        Some(kid) => Finding { facts: finding.facts.clone().public("kid", kid), ..finding },
        None => finding,
    };
    let findings = values.findings.into_iter().chain([finding]).map(named).collect();
    Found { findings, ..Found::default() }
}

/// Takes over what the JWK says about the key's use.
fn describe(key: &mut Key, values: &mut Values<'_>) {
    key.kid = values.text("kid");
    key.usage = values.text("use");
    key.alg = values.text("alg");
    key.key_ops = values.texts("key_ops");
    key.k_text = values.node.get("k").and_then(Node::as_str).map(|k| Secret::new(k.as_bytes().to_vec()));
    if key.secret().is_some_and(<[u8]>::is_empty) {
        key.findings.push(warning(Cause::SecretEmpty, key.span));
    }
}

const KINDS: [KeyKind; 5] = [KeyKind::Secret, KeyKind::Rsa, KeyKind::Ec, KeyKind::Okp, KeyKind::MlDsa];

fn kind(node: &Node, findings: &mut Vec<Finding>) -> Result<KeyKind, Finding> {
    let Some(member) = node.member("kty") else {
        let inferred = inferred_kty(node);
        let facts = inferred.map_or_else(Facts::new, |kind| Facts::new().public("typ", kind.kty()));
        let finding = warning(Cause::JwkKtyMissing, node.span).with(facts);
        return match inferred {
            Some(kind) => {
                findings.push(finding);
                Ok(kind)
            }
            None => Err(finding),
        };
    };
    let spelled = member.node.as_str().unwrap_or_default();
    let meant = match KINDS.into_iter().find(|kind| kind.kty() == spelled) {
        // The curves of RFC 8037 are none of kty EC.
        Some(KeyKind::Ec) if inferred_kty(node) == Some(KeyKind::Okp) => Some(KeyKind::Okp),
        Some(kind) => return Ok(kind),
        None => KINDS.into_iter().find(|kind| kind.kty().eq_ignore_ascii_case(spelled)),
    };
    let facts = Facts::new().public("found", spelled);
    let facts = meant.map_or(facts.clone(), |kind| facts.public("typ", kind.kty()));
    let finding = warning(Cause::JwkKtyUnknown, member.node.span).with(facts);
    match meant {
        Some(kind) => {
            findings.push(finding);
            Ok(kind)
        }
        None => Err(finding),
    }
}

/// The kind of key whose members are there.
fn inferred_kty(node: &Node) -> Option<KeyKind> {
    let has = |name| node.get(name).is_some();
    let curve = node.get("crv").and_then(Node::as_str);
    if has("n") && has("e") {
        Some(KeyKind::Rsa)
    } else if has("x") && curve.is_some_and(|name| OkpCurve::by_name(name).is_some()) {
        Some(KeyKind::Okp)
    } else if has("x") && has("y") {
        Some(KeyKind::Ec)
    } else if has("k") {
        Some(KeyKind::Secret)
    } else if has("pub") && has("alg") {
        Some(KeyKind::MlDsa)
    } else {
        None
    }
}

type Halves = (Material, Option<PrivateHalf>);

fn material(kind: KeyKind, values: &mut Values<'_>) -> Result<Halves, Finding> {
    match kind {
        KeyKind::Secret => {
            let octets = values.octets_of_secret("k")?;
            Ok((Material::Secret(Secret::new(octets)), None))
        }
        KeyKind::Rsa => rsa(values),
        KeyKind::Ec => ec(values),
        KeyKind::Okp => okp(values),
        KeyKind::MlDsa => ml_dsa(values),
    }
}

fn rsa(values: &mut Values<'_>) -> Result<Halves, Finding> {
    let n = values.number("n")?;
    let e = values.number("e")?;
    let key = RsaPublic::new(&n, &e).map_err(|fault| {
        let member = if fault == super::RsaFault::Exponent { "e" } else { "n" };
        values.malformed(member, fault.id())
    })?;
    let d = values.optional_octets("d");
    let primes = ["p", "q"].into_iter().filter_map(|name| values.optional_octets(name)).collect();
    Ok((Material::Rsa(key), d.map(|d| PrivateHalf::Rsa { d, primes })))
}

fn ec(values: &mut Values<'_>) -> Result<Halves, Finding> {
    let name = values.required_text("crv")?;
    let d = values.optional_octets("d");
    let curve = Curve::by_name(&name);
    if let (Some(curve), Some(d), None, None) = (curve, &d, values.node.get("x"), values.node.get("y")) {
        let material = points::of_scalar(curve, d).ok_or_else(|| values.malformed("d", "numbers"))?;
        return Ok((material, Some(PrivateHalf::Ec(d.clone()))));
    }
    let x = values.octets("x")?;
    let y = values.octets("y")?;
    let coordinates = |curve: Curve| {
        let length = curve.field_bytes();
        Some((fitted(&x, length)?, fitted(&y, length)?))
    };
    let on_curve = |curve| coordinates(curve).and_then(|(x, y)| points::from_coordinates(curve, &x, &y));
    let material = match curve.and_then(|curve| Some((curve, on_curve(curve)?))) {
        Some((curve, material)) => {
            let lengths =
                [("x", &x), ("y", &y)].into_iter().filter(|value| value.1.len() != curve.field_bytes());
            for (name, _) in lengths.collect::<Vec<_>>() {
                let finding = values.malformed(name, "length");
                values.findings.push(finding);
            }
            material
        }
        None => on_another_curve(values, &name, &x, &y)?,
    };
    Ok((material, d.map(|d| PrivateHalf::Ec(d.clone()))))
}

/// The point on the only curve that it fits, with the finding; the name of the curve was the mistake then.
fn on_another_curve(values: &mut Values<'_>, named: &str, x: &[u8], y: &[u8]) -> Result<Material, Finding> {
    let mut others = Curve::ALL.into_iter().filter(|curve| curve.name() != named);
    let fits =
        others.find_map(|curve| points::from_coordinates(curve, x, y).map(|material| (curve, material)));
    let facts = Facts::new().public(if Curve::by_name(named).is_some() { "curve" } else { "found" }, named);
    let finding = warning(Cause::JwkCurveWrong, values.span_of("crv"));
    match fits {
        Some((curve, material)) => {
            values.findings.push(finding.with(facts.public("expected_curve", curve.name())));
            Ok(material)
        }
        None => Err(finding.with(facts)),
    }
}

/// The number in exactly so many bytes: leading zeros supplied or taken off.
fn fitted(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let digits = super::rsa::without_leading_zeros(number);
    let zeros = length.checked_sub(digits.len())?;
    Some([vec![0; zeros].as_slice(), digits].concat())
}

fn okp(values: &mut Values<'_>) -> Result<Halves, Finding> {
    let name = values.required_text("crv")?;
    let Some(curve) = OkpCurve::by_name(&name) else {
        let facts = Facts::new().public("found", name);
        return Err(warning(Cause::JwkCurveWrong, values.span_of("crv")).with(facts));
    };
    let d = values.optional_octets("d");
    let derived =
        d.as_ref().filter(|_| values.node.get("x").is_none()).and_then(|d| points::of_okp(curve, d));
    let material = if let Some(material) = derived {
        material
    } else {
        let x = values.octets("x")?;
        points::from_okp(curve, &x).ok_or_else(|| {
            let facts = Facts::new()
                .public("curve", curve.name())
                .public("length_bytes", x.len())
                .public("expected_bytes", curve.public_bytes());
            warning(Cause::JwkCurveWrong, values.span_of("x")).with(facts)
        })?
    };
    Ok((material, d.map(PrivateHalf::Okp)))
}

fn ml_dsa(values: &mut Values<'_>) -> Result<Halves, Finding> {
    let name = values.required_text("alg")?;
    let Some(set) = MlDsaSet::by_name(&name) else {
        let facts = Facts::new().public("found", name);
        return Err(warning(Cause::JwkKtyUnknown, values.span_of("alg")).with(facts));
    };
    let public = values.octets("pub")?;
    if public.len() != set.public_bytes() {
        return Err(values.malformed("pub", "length"));
    }
    let seed = values.optional_octets("priv");
    Ok((Material::MlDsa { set, public }, seed.map(PrivateHalf::MlDsa)))
}

/// The members of an object that are no strings though the JWK's parameters are, for sets whose values are keys.
pub(super) fn strings(node: &Node) -> impl Iterator<Item = (&str, &str, Span)> {
    node.members().iter().filter_map(|member| match &member.node.value {
        Value::String(text) => Some((member.name.as_str(), text.as_str(), member.node.span)),
        _ => None,
    })
}
