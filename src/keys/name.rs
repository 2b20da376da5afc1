//! Distinguished names as text (RFC 4514).
//!
//! The crate for certificates can write them too, by way of a database of some two thousand object identifiers, which is
//! more than everything else that is known here about certificates.

use std::fmt::Write as _;

use der::{
    Encode, Tag, Tagged,
    asn1::{Ia5StringRef, ObjectIdentifier, PrintableStringRef, TeletexStringRef, Utf8StringRef},
};
use x509_cert::{attr::AttributeTypeAndValue, name::Name};

/// The types of RFC 4514 section 3, and others that certificates have.
const TYPES: [(ObjectIdentifier, &str); 14] = [
    (ObjectIdentifier::new_unwrap("2.5.4.3"), "CN"),
    (ObjectIdentifier::new_unwrap("2.5.4.4"), "SN"),
    (ObjectIdentifier::new_unwrap("2.5.4.5"), "SERIALNUMBER"),
    (ObjectIdentifier::new_unwrap("2.5.4.6"), "C"),
    (ObjectIdentifier::new_unwrap("2.5.4.7"), "L"),
    (ObjectIdentifier::new_unwrap("2.5.4.8"), "ST"),
    (ObjectIdentifier::new_unwrap("2.5.4.9"), "STREET"),
    (ObjectIdentifier::new_unwrap("2.5.4.10"), "O"),
    (ObjectIdentifier::new_unwrap("2.5.4.11"), "OU"),
    (ObjectIdentifier::new_unwrap("2.5.4.12"), "TITLE"),
    (ObjectIdentifier::new_unwrap("2.5.4.42"), "GN"),
    (ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.1"), "UID"),
    (ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.25"), "DC"),
    (ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.1"), "EMAIL"),
];

/// The name as text, the most specific part first (RFC 4514 section 2.1).
pub(super) fn text(name: &Name) -> String {
    let parts: Vec<String> =
        name.iter_rdn().map(|part| part.iter().map(attribute).collect::<Vec<_>>().join("+")).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join(",")
}

/// One attribute: `CN=issuer.example`, or `1.3.6.1=#0c0161` where type or value have no text (section 2.4).
fn attribute(attribute: &AttributeTypeAndValue) -> String {
    let known = TYPES.iter().find(|(oid, _)| *oid == attribute.oid);
    if let (Some((_, name)), Some(value)) = (known, value(attribute)) {
        return format!("{name}={}", escaped(value));
    }
    let mut text = format!("{}=#", attribute.oid);
    for octet in attribute.value.to_der().unwrap_or_default() {
        _ = write!(text, "{octet:02x}");
    }
    text
}

fn value(attribute: &AttributeTypeAndValue) -> Option<&str> {
    let value = &attribute.value;
    match value.tag() {
        Tag::PrintableString => PrintableStringRef::try_from(value).ok().map(|text| text.as_str()),
        Tag::Utf8String => Utf8StringRef::try_from(value).ok().map(|text| text.as_str()),
        Tag::Ia5String => Ia5StringRef::try_from(value).ok().map(|text| text.as_str()),
        Tag::TeletexString => TeletexStringRef::try_from(value).ok().map(|text| text.as_str()),
        _ => None,
    }
}

/// A value with a backslash before what has a meaning in a name.
fn escaped(value: &str) -> String {
    let mut text = String::new();
    let last = value.char_indices().next_back().map_or(0, |(place, _)| place);
    for (place, character) in value.char_indices() {
        match character {
            '\0'..='\x1f' | '\x7f' => _ = write!(text, "\\{:02x}", u32::from(character)),
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => text.extend(['\\', character]),
            '#' if place == 0 => text.push_str("\\#"),
            ' ' if place == 0 || place == last => text.push_str("\\ "),
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use der::{Decode, asn1::Any};

    use super::*;

    /// The text of a name in DER, and what the crate for certificates makes of it.
    #[track_caller]
    fn check(der: &[u8], expected: &str) {
        let name = Name::from_der(der).unwrap();
        assert_eq!(text(&name), expected);
        assert_eq!(name.to_string(), expected);
    }

    #[test]
    fn the_most_specific_part_comes_first() {
        // C=SE, O="A, B", CN="#a "
        let der = b"\x30\x2b\x31\x0b\x30\x09\x06\x03\x55\x04\x06\x13\x02SE\x31\x0d\x30\x0b\x06\x03\x55\x04\x0a\x0c\x04A, B\
            \x31\x0d\x30\x0b\x06\x03\x55\x04\x03\x0c\x04#a\x01 ";
        check(der, "CN=\\#a\\01\\ ,O=A\\, B,C=SE");
    }

    #[test]
    fn what_has_no_name_is_written_as_octets() {
        let der = b"\x30\x0e\x31\x0c\x30\x0a\x06\x05\x2a\x03\x04\x05\x06\x0c\x01a";
        check(der, "1.2.3.4.5.6=#0c0161");
        check(b"\x30\x0d\x31\x0b\x30\x09\x06\x03\x55\x04\x03\x02\x02\x00a", "2.5.4.3=#02020061");
    }

    #[test]
    fn the_known_types_are_called_as_the_crate_calls_them() {
        for (oid, name) in TYPES {
            let value = Any::new(Tag::Utf8String, *b"x").unwrap();
            let there = AttributeTypeAndValue { oid, value };
            assert_eq!(attribute(&there), format!("{name}=x"));
            assert_eq!(attribute(&there), there.to_string());
        }
    }
}
