//! Values of facts that are words of ours, not of the token: they are ids in a fact and words in a sentence.

use super::Text;

/// The word for a fact's value; `None` when the value is shown as it is.
pub fn word(fact: &str, value: &str) -> Option<Text> {
    let table: &[(&str, [&'static str; 2])] = match fact {
        "segment" => &SEGMENTS,
        "read_as" | "format" | "encoding" => &FORMATS,
        "value_type" => &VALUE_TYPES,
        "difference" => &DIFFERENCES,
        "key_needed" | "key_found" => &KEY_KINDS,
        "token_kind" | "kind_wanted" => &TOKEN_KINDS,
        "reason" => &REASONS,
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

const FORMATS: [(&str, [&str; 2]); 18] = [
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
    ("milliseconds", ["milliseconds", "毫秒"]),
    ("microseconds", ["microseconds", "微秒"]),
    ("nanoseconds", ["nanoseconds", "纳秒"]),
];

const VALUE_TYPES: [(&str, [&str; 2]); 6] = [
    ("null", ["null", "null"]),
    ("boolean", ["a boolean", "布尔值"]),
    ("number", ["a number", "数字"]),
    ("string", ["a string", "字符串"]),
    ("array", ["an array", "数组"]),
    ("object", ["an object", "对象"]),
];

const DIFFERENCES: [(&str, [&str; 2]); 6] = [
    ("white-space", ["white space", "首尾空白"]),
    ("scheme", ["the scheme", "协议"]),
    ("host", ["the name of the host", "主机名"]),
    ("port", ["the port", "端口"]),
    ("slash", ["slashes at the end", "末尾的斜杠"]),
    ("case", ["upper and lower case", "大小写"]),
];

const KEY_KINDS: [(&str, [&str; 2]); 5] = [
    ("oct", ["a shared secret", "共享密钥"]),
    ("RSA", ["an RSA key", "RSA 密钥"]),
    ("EC", ["an EC key", "EC 密钥"]),
    ("OKP", ["an Edwards curve key", "Edwards 曲线密钥"]),
    ("AKP", ["an ML-DSA key", "ML-DSA 密钥"]),
];

const TOKEN_KINDS: [(&str, [&str; 2]); 7] = [
    ("access-token", ["an access token", "访问令牌"]),
    ("id-token", ["an ID token", "ID 令牌"]),
    ("refresh-token", ["a refresh token", "刷新令牌"]),
    ("logout-token", ["a logout token", "登出令牌"]),
    ("security-event", ["a security event token", "安全事件令牌"]),
    ("dpop-proof", ["a DPoP proof", "DPoP 证明"]),
    ("custom-token", ["a custom token for exchange", "用于换取令牌的自定义令牌"]),
];

const REASONS: [(&str, [&str; 2]); 4] = [
    ("empty", ["it is empty", "内容为空"]),
    ("several-in-one", ["several names stand in one string", "一个字符串里放了多个名称"]),
    ("alg-key-mismatch", ["it is of another type", "密钥类型不符"]),
    ("curve-mismatch", ["it is on another curve", "曲线不符"]),
];
