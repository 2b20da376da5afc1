//! The texts of a public key: every spelling that a verifier may have taken for an HMAC secret.

use base64::{Engine, engine::general_purpose::STANDARD};
use der::asn1::ObjectIdentifier;

use super::{
    der::{CURVES, Container, ML_DSA_SETS, OKP_CURVES},
    material::Material,
    rsa::RsaPublic,
    thumbprint::required_members,
};

/// The octets of all spellings: SPKI and PKCS #1 as PEM with its usual line ends and with escaped ones, as the lines
/// between the labels, as DER and its base64; the JWK; and the octets of a key that has no other numbers. A secret has
/// none.
pub(super) fn public_texts(material: &Material) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    let containers = [(Container::Spki, spki(material)), (Container::Pkcs1Public, pkcs1(material))];
    for (container, der) in containers {
        let Some(der) = der else { continue };
        let base64 = STANDARD.encode(&der);
        let pem = pem(container.label(), &base64);
        let crlf = pem.replace('\n', "\r\n");
        let escaped = pem.replace('\n', "\\n");
        let body: String = pem.split_inclusive('\n').filter(|line| !line.starts_with('-')).collect();
        let with_ends = [escaped, pem, crlf, body];
        texts
            .extend(with_ends.iter().map(|text| text.trim_end().trim_end_matches("\\n").as_bytes().to_vec()));
        texts.extend(with_ends.into_iter().chain([base64]).map(String::into_bytes));
        texts.push(der);
    }
    match material {
        Material::Secret(_) => return texts,
        Material::Okp { x, .. } => texts.push(x.clone()),
        Material::Ec { point, .. } => texts.push(point.clone()),
        Material::Rsa(_) | Material::MlDsa { .. } => {}
    }
    texts.push(required_members(material).into_bytes());
    texts
}

/// A PEM with lines of 64 characters (RFC 7468 section 2).
fn pem(label: &str, base64: &str) -> String {
    let mut pem = format!("-----BEGIN {label}-----\n");
    let mut rest = base64;
    while let Some((line, more)) = rest.split_at_checked(64) {
        pem.push_str(line);
        pem.push('\n');
        rest = more;
    }
    if !rest.is_empty() {
        pem.push_str(rest);
        pem.push('\n');
    }
    pem + "-----END " + label + "-----\n"
}

/// A tag, the length of the content, and the content (X.690 section 8.1).
fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let digits = super::rsa::without_leading_zeros(&length);
    let mut bytes = vec![tag];
    match (u8::try_from(content.len()), u8::try_from(digits.len())) {
        (Ok(short), _) if short < 0x80 => bytes.push(short),
        (_, Ok(count)) => {
            bytes.push(0x80 | count);
            bytes.extend_from_slice(digits);
        }
        _ => {}
    }
    bytes.extend_from_slice(content);
    bytes
}

fn integer(number: &[u8]) -> Vec<u8> {
    let sign: &[u8] = if number.first().is_some_and(|byte| *byte >= 0x80) { &[0] } else { &[] };
    tagged(2, &[sign, number].concat())
}

fn object(oid: ObjectIdentifier) -> Vec<u8> {
    tagged(6, oid.as_bytes())
}

fn rsa_public(key: &RsaPublic) -> Vec<u8> {
    tagged(0x30, &[integer(key.n()), integer(key.e())].concat())
}

fn pkcs1(material: &Material) -> Option<Vec<u8>> {
    if let Material::Rsa(key) = material { Some(rsa_public(key)) } else { None }
}

fn named<T: Copy + PartialEq>(table: &[(ObjectIdentifier, T)], value: T) -> Option<ObjectIdentifier> {
    table.iter().find(|row| row.1 == value).map(|row| row.0)
}

/// SubjectPublicKeyInfo (RFC 5280 section 4.1).
pub(super) fn spki(material: &Material) -> Option<Vec<u8>> {
    const NULL: [u8; 2] = [5, 0];
    let (algorithm, bits) = match material {
        Material::Secret(_) => return None,
        Material::Rsa(key) => {
            let oid = object(ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1"));
            ([oid.as_slice(), &NULL].concat(), rsa_public(key))
        }
        Material::Ec { curve, point } => {
            let oid = object(ObjectIdentifier::new_unwrap("1.2.840.10045.2.1"));
            ([oid, object(named(&CURVES, *curve)?)].concat(), point.clone())
        }
        Material::Okp { curve, x } => (object(named(&OKP_CURVES, *curve)?), x.clone()),
        Material::MlDsa { set, public } => (object(named(&ML_DSA_SETS, *set)?), public.clone()),
    };
    let bits = tagged(3, &[&[0], bits.as_slice()].concat());
    Some(tagged(0x30, &[tagged(0x30, &algorithm), bits].concat()))
}

#[cfg(test)]
mod tests {
    use crate::keys::{KeyKind, read};

    #[test]
    fn every_text_of_a_public_key_is_read_as_that_key_and_never_as_a_secret() {
        for jwk in [
            r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM"}"#,
            r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
            r#"{"kty":"RSA","n":"vEcnvi9PMasx9T_9AiOQ-aGt2QM56ozj1v5MatN2BeJ_TgaQkQi-AoZRud9QZHqL1cEX0Y3n4h19BmsGWhu-d7o1MH4-KPcGVZ0zSNmzxxGXeUGR0lEYGwsyXtchjsStwnHIkj7GPO707E5AItg0vZyc7NWw57TlZ0ahZFqTrfsnEcx99rVvlRxsk3pLZ37rf4TiJvj65-mslgOfSp18HKkzEXHdq7PTRUdyWy--Zuw-MpXUEVD3a7udZPY5z16NwsotFRA3zN8BfRKelHlNtnLUB4tFPpvdcK58XO75ap-B6LnO8KrFkqqodcNcRiBTaIm9n7M3UvxUopzLnjcNJQ","e":"AQAB"}"#,
        ] {
            let ring = read(&[jwk.to_owned()]);
            let key = &ring.keys[0];
            assert!(key.findings.is_empty());
            let texts = key.public_texts();
            assert!(texts.len() >= 7);
            for text in texts {
                // DER itself can't be pasted.
                let Ok(text) = String::from_utf8(text) else { continue };
                let again = read(std::slice::from_ref(&text));
                assert_eq!(again.keys.len(), 1, "{text}");
                assert_ne!(again.keys[0].kind(), KeyKind::Secret);
                assert_eq!(again.keys[0].thumbprint(), key.thumbprint());
            }
        }
    }
}
