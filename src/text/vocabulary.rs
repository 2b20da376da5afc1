//! Values of facts that are words of ours, not of the token: they are ids in a fact and words in a sentence.

use super::Text;

/// The word for a fact's value; `None` when the value is shown as it is.
pub fn word(fact: &str, value: &str) -> Option<Text> {
    let table: &[(&str, [&'static str; 2])] = match fact {
        "segment" => &SEGMENTS,
        "read_as" | "format" | "encoding" => &FORMATS,
        "value_type" => &VALUE_TYPES,
        _ => return None,
    };
    table.iter().find(|(id, _)| *id == value).map(|(_, both)| Text::of(*both))
}

const SEGMENTS: [(&str, [&str; 2]); 8] = [
    ("header", ["header", "头部"]),
    ("payload", ["payload", "载荷"]),
    ("signature", ["signature", "签名"]),
    ("encrypted_key", ["encrypted key", "加密密钥"]),
    ("iv", ["initialization vector", "初始化向量"]),
    ("ciphertext", ["ciphertext", "密文"]),
    ("tag", ["authentication tag", "认证标签"]),
    ("disclosure", ["disclosure", "披露项"]),
];

const FORMATS: [(&str, [&str; 2]); 15] = [
    ("text", ["plain text", "纯文本"]),
    ("base64", ["base64", "base64"]),
    ("base64url", ["base64url", "base64url"]),
    ("hex", ["hexadecimal", "十六进制"]),
    ("pem", ["PEM", "PEM"]),
    ("der", ["DER", "DER"]),
    ("jwk", ["JWK", "JWK"]),
    ("jwks", ["JWK Set", "JWK Set"]),
    ("certificate", ["X.509 certificate", "X.509 证书"]),
    ("ssh", ["OpenSSH", "OpenSSH"]),
    ("json", ["JSON", "JSON"]),
    ("html", ["an HTML page", "HTML 页面"]),
    ("gzip", ["gzip", "gzip"]),
    ("deflate", ["DEFLATE", "DEFLATE"]),
    ("zlib", ["zlib", "zlib"]),
];

const VALUE_TYPES: [(&str, [&str; 2]); 6] = [
    ("null", ["null", "null"]),
    ("boolean", ["a boolean", "布尔值"]),
    ("number", ["a number", "数字"]),
    ("string", ["a string", "字符串"]),
    ("array", ["an array", "数组"]),
    ("object", ["an object", "对象"]),
];
