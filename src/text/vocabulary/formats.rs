//! What something is: segments, formats, encodings, types, kinds.

use super::Word;

/// The parts of a token.
pub const SEGMENTS: &[Word] = &[
    ("header", ["header", "头部"]),
    ("payload", ["payload", "载荷"]),
    ("signature", ["signature", "签名"]),
    ("encrypted_key", ["encrypted key", "加密密钥"]),
    ("iv", ["initialization vector", "初始化向量"]),
    ("ciphertext", ["ciphertext", "密文"]),
    ("tag", ["authentication tag", "认证标签"]),
    ("aad", ["additional authenticated data", "附加认证数据"]),
    ("disclosure", ["disclosure", "披露项"]),
];

/// What a text, a key or a document turned out to be.
pub const FORMATS: &[Word] = &[
    ("text", ["plain text", "纯文本"]),
    ("hex", ["hexadecimal digits", "十六进制"]),
    ("pem", ["PEM", "PEM"]),
    ("der", ["DER", "DER"]),
    ("jwk", ["a JWK", "JWK"]),
    ("jwks", ["a JWK Set", "JWK Set"]),
    ("certificate", ["an X.509 certificate", "X.509 证书"]),
    ("ssh", ["OpenSSH", "OpenSSH"]),
    ("fingerprint", ["the fingerprint of a key, not the key", "密钥的指纹，不是密钥"]),
    ("xml-key", ["an XML key of .NET", ".NET 的 XML 密钥"]),
    ("putty", ["a PuTTY key file", "PuTTY 密钥文件"]),
    ("token", ["a token, not a key", "令牌，不是密钥"]),
    ("binary", ["binary data", "二进制数据"]),
    ("json", ["JSON of another kind", "其他 JSON"]),
    ("html", ["an HTML page", "HTML 页面"]),
    ("xml", ["XML", "XML"]),
    ("error", ["an error answer", "错误响应"]),
    ("discovery", ["an OpenID discovery document", "OpenID 发现文档"]),
    ("token-response", ["the answer of a token endpoint", "令牌端点的响应"]),
    ("array", ["a bare array of keys", "裸的密钥数组"]),
    ("wrapped", ["a document with keys inside", "内含密钥的文档"]),
    ("keys-not-array", ["an object whose “keys” is no array", "“keys”不是数组的对象"]),
    ("flattened", ["flattened", "扁平形式"]),
    ("general", ["general", "通用形式"]),
    ("milliseconds", ["milliseconds", "毫秒"]),
    ("microseconds", ["microseconds", "微秒"]),
    ("nanoseconds", ["nanoseconds", "纳秒"]),
    ("canonical", ["base64url encoded anew", "重新编码的 base64url"]),
    ("padded", ["with padding", "带填充"]),
    ("standard-alphabet", ["the standard base64 alphabet", "标准 base64 字母表"]),
    ("payload-not-encoded", ["the payload not encoded", "载荷未编码"]),
    ("not-encoded", ["header and payload not encoded", "头部和载荷都未编码"]),
    ("payload-only", ["the payload alone, without the header", "只有载荷，没有头部"]),
    ("white-space", ["other white space", "空白不同"]),
    ("member-order", ["another order of the members", "成员顺序不同"]),
    ("escapes", ["other escapes", "转义不同"]),
    ("text-of-hex", ["the text of hexadecimal digits", "十六进制文本"]),
    ("text-of-base64", ["the text of base64", "base64 文本"]),
    ("reversed", ["the bytes in the other order", "字节顺序相反"]),
    ("python-repr", ["a Python repr", "Python repr"]),
];

/// How a text stands for bytes.
pub const ENCODINGS: &[Word] = &[
    ("hex", ["hexadecimal", "十六进制"]),
    ("percent", ["percent-encoding", "百分号编码"]),
    ("text", ["plain text", "纯文本"]),
    ("utf-8", ["UTF-8 without a byte order mark", "不带 BOM 的 UTF-8"]),
    ("utf-8-bom", ["UTF-8 with a byte order mark", "带 BOM 的 UTF-8"]),
    ("utf-8-twice", ["UTF-8, encoded twice", "重复编码的 UTF-8"]),
    ("utf-8-once", ["UTF-8, decoded once more", "多解码一次的 UTF-8"]),
    ("latin-1", ["Latin-1", "Latin-1"]),
    ("windows-1252", ["Windows-1252", "Windows-1252"]),
    ("ascii", ["ASCII, with “?” for other characters", "ASCII，其他字符变为“?”"]),
    ("utf-16le", ["UTF-16, low byte first", "UTF-16 小端"]),
    ("utf-16be", ["UTF-16, high byte first", "UTF-16 大端"]),
    ("utf-16le-bom", ["UTF-16, low byte first, with a byte order mark", "带 BOM 的 UTF-16 小端"]),
    ("utf-16be-bom", ["UTF-16, high byte first, with a byte order mark", "带 BOM 的 UTF-16 大端"]),
];

/// The types of JSON values.
pub const VALUE_TYPES: &[Word] = &[
    ("null", ["null", "null"]),
    ("boolean", ["a boolean", "布尔值"]),
    ("number", ["a number", "数字"]),
    ("string", ["a string", "字符串"]),
    ("array", ["an array", "数组"]),
    ("object", ["an object", "对象"]),
];

/// What a token is for.
pub const TOKEN_KINDS: &[Word] = &[
    ("access-token", ["an access token", "访问令牌"]),
    ("id-token", ["an ID token", "ID 令牌"]),
    ("refresh-token", ["a refresh token", "刷新令牌"]),
    ("logout-token", ["a logout token", "登出令牌"]),
    ("security-event", ["a security event token", "安全事件令牌"]),
    ("dpop-proof", ["a DPoP proof", "DPoP 证明"]),
    ("custom-token", ["a custom token, which is traded for an ID token", "自定义令牌（用于换取 ID 令牌）"]),
];

/// The types of keys, by their "kty".
pub const KEY_KINDS: &[Word] = &[
    ("oct", ["a shared secret", "共享密钥"]),
    ("RSA", ["an RSA key", "RSA 密钥"]),
    ("EC", ["an EC key", "EC 密钥"]),
    ("OKP", ["an OKP key (Ed25519, Ed448)", "OKP 密钥（Ed25519、Ed448）"]),
    ("AKP", ["an ML-DSA key", "ML-DSA 密钥"]),
];

/// Libraries whose names have words of ours beside them.
pub const LIBRARIES: &[Word] = &[
    ("golang-jwt before v5", ["golang-jwt before v5", "v5 之前的 golang-jwt"]),
    ("jsonwebtoken for Rust", ["jsonwebtoken for Rust", "Rust 的 jsonwebtoken"]),
];
