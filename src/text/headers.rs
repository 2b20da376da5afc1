//! What Header Parameters mean: RFC 7515, 7516, 7518, 7797 and a few that issuers add.

use super::Text;

/// The parameters, each with its meaning as `[English, Chinese]`.
const PARAMETERS: &[(&str, [&str; 2])] = &[
    (
        "alg",
        [
            "The algorithm of the signature, or of the key's encryption; the verifier's list decides, not this value.",
            "签名或密钥加密所用的算法；以验证方的允许列表为准，而不是这个值。",
        ],
    ),
    ("enc", ["The algorithm that encrypts the content (JWE).", "加密内容所用的算法（JWE）。"]),
    (
        "zip",
        [
            "The content was compressed before it was encrypted; DEF is DEFLATE (JWE only).",
            "内容在加密前经过压缩；DEF 即 DEFLATE（仅用于 JWE）。",
        ],
    ),
    (
        "typ",
        [
            "The type of the whole object: JWT, at+jwt for access tokens, dpop+jwt for DPoP proofs.",
            "整个对象的类型：JWT，访问令牌为 at+jwt，DPoP 证明为 dpop+jwt。",
        ],
    ),
    (
        "cty",
        [
            "The type of the content; JWT when a token is inside the token.",
            "内容的类型；令牌嵌套令牌时为 JWT。",
        ],
    ),
    (
        "kid",
        [
            "The id of the key that was used; the verifier looks it up among keys that it already trusts.",
            "所用密钥的标识；验证方在已信任的密钥中查找。",
        ],
    ),
    (
        "jku",
        [
            "An address of keys. The sender wrote it: a verifier must not fetch it unless it knows the address.",
            "密钥集的网址。由发送者写入：除非是已知网址，验证方不得去获取。",
        ],
    ),
    (
        "jwk",
        [
            "A public key. The sender wrote it: it proves nothing about the sender, except in a DPoP proof.",
            "一把公钥。由发送者写入：不能证明发送者身份，DPoP 证明除外。",
        ],
    ),
    (
        "x5u",
        [
            "An address of a certificate. The sender wrote it: a verifier must not fetch it unless it knows the address.",
            "证书的网址。由发送者写入：除非是已知网址，验证方不得去获取。",
        ],
    ),
    (
        "x5c",
        [
            "A chain of certificates. It is worth as much as the root that the verifier trusts.",
            "证书链。其可信程度取决于验证方信任的根证书。",
        ],
    ),
    (
        "x5t",
        [
            "The SHA-1 thumbprint of the key's certificate; it only helps to find the key.",
            "密钥所属证书的 SHA-1 指纹；只用于查找密钥。",
        ],
    ),
    (
        "x5t#S256",
        [
            "The SHA-256 thumbprint of the key's certificate; it only helps to find the key.",
            "密钥所属证书的 SHA-256 指纹；只用于查找密钥。",
        ],
    ),
    (
        "crit",
        [
            "Extensions that a verifier must understand, or else reject the token.",
            "验证方必须支持的扩展，否则必须拒绝令牌。",
        ],
    ),
    (
        "b64",
        [
            "false: the payload is not base64url-encoded (RFC 7797); not for tokens.",
            "false：载荷未经 base64url 编码（RFC 7797）；不用于令牌。",
        ],
    ),
    (
        "epk",
        [
            "The sender's one-time public key for the key agreement (ECDH-ES).",
            "密钥协商（ECDH-ES）中发送者的一次性公钥。",
        ],
    ),
    (
        "apu",
        ["About the sender, mixed into the agreed key (ECDH-ES).", "发送者信息，参与密钥协商（ECDH-ES）。"],
    ),
    (
        "apv",
        [
            "About the recipient, mixed into the agreed key (ECDH-ES).",
            "接收者信息，参与密钥协商（ECDH-ES）。",
        ],
    ),
    (
        "iv",
        [
            "The initialization vector of the key's encryption (AES-GCM key wrapping).",
            "密钥加密的初始化向量（AES-GCM 密钥包装）。",
        ],
    ),
    (
        "tag",
        [
            "The authentication tag of the key's encryption (AES-GCM key wrapping).",
            "密钥加密的认证标签（AES-GCM 密钥包装）。",
        ],
    ),
    (
        "p2s",
        ["The salt of the key that is derived from a password (PBES2).", "由口令派生密钥所用的盐（PBES2）。"],
    ),
    (
        "p2c",
        [
            "How many rounds the derivation from a password takes (PBES2); a huge number is an attack.",
            "由口令派生密钥的迭代次数（PBES2）；过大即为攻击。",
        ],
    ),
    (
        "iss",
        ["A copy of the claim, readable while the token is encrypted.", "该声明的副本，令牌加密时也能读取。"],
    ),
    (
        "sub",
        ["A copy of the claim, readable while the token is encrypted.", "该声明的副本，令牌加密时也能读取。"],
    ),
    (
        "aud",
        ["A copy of the claim, readable while the token is encrypted.", "该声明的副本，令牌加密时也能读取。"],
    ),
    (
        "nonce",
        [
            "In tokens for Microsoft Graph: the signature was made with the hash of this value in its place, so only Graph can verify it. In ACME: against replay.",
            "Microsoft Graph 的令牌中：签名时此处是该值的哈希，因此只有 Graph 能验证。ACME 中：用于防重放。",
        ],
    ),
    ("url", ["The address that the request goes to (ACME, RFC 8555).", "请求的目标网址（ACME，RFC 8555）。"]),
    ("ppt", ["The extension of a PASSporT (RFC 8225).", "PASSporT 的扩展（RFC 8225）。"]),
    (
        "trust_chain",
        [
            "Statements that lead to a trusted root (OpenID Federation).",
            "通向受信任根的声明链（OpenID 联合）。",
        ],
    ),
    (
        "iat",
        [
            "When the object was made, as some signing schemes put it into the header.",
            "创建时间，有些签名方案把它放在头部。",
        ],
    ),
    ("client", ["AWS load balancers: the client that logged in.", "AWS 负载均衡器：登录所用的客户端。"]),
    (
        "signer",
        [
            "AWS load balancers: the load balancer that signed; compare it with your own.",
            "AWS 负载均衡器：进行签名的负载均衡器；请与自己的核对。",
        ],
    ),
    ("exp", ["AWS load balancers: when the token expires.", "AWS 负载均衡器：令牌的过期时间。"]),
];

/// What a Header Parameter means; `None` for one that is not known here.
pub fn explain(name: &str) -> Option<Text> {
    PARAMETERS.iter().find(|(parameter, _)| *parameter == name).map(|(_, both)| Text::of(*both))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_has_its_sentence_in_both_languages() {
        for (index, (name, [en, zh])) in PARAMETERS.iter().enumerate() {
            assert!(en.ends_with('.') && zh.ends_with('。') && !zh.is_ascii(), "{name}");
            assert!(!PARAMETERS.iter().skip(index + 1).any(|other| other.0 == *name), "{name} stands twice");
            assert_eq!(explain(name), Some(Text { en, zh }));
        }
        assert_eq!(explain("no-such-parameter"), None);
    }
}
