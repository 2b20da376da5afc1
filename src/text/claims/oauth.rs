//! Claims of OAuth and its relatives, and names that many issuers share.

use super::Row;

/// OAuth: RFC 7800, 8693, 8705, 9068, 9101, 9396, 9449, 9701, SD-JWT and others.
pub const OAUTH: &[Row] = &[
    (
        "scope",
        [
            "What the client may do, as words between blanks (RFC 8693).",
            "客户端获得的权限，以空格分隔（RFC 8693）。",
        ],
    ),
    (
        "client_id",
        [
            "The client that requested the token (RFC 8693, RFC 9068).",
            "申请令牌的客户端（RFC 8693、RFC 9068）。",
        ],
    ),
    (
        "act",
        [
            "Who acts for the subject; an inner act is an earlier actor (RFC 8693).",
            "代表主体行事的一方；内层的 act 是更早的代理者（RFC 8693）。",
        ],
    ),
    (
        "may_act",
        ["Who is allowed to act for the subject (RFC 8693).", "被允许代表主体行事的一方（RFC 8693）。"],
    ),
    ("roles", ["The subject's roles (RFC 9068, RFC 7643).", "主体的角色（RFC 9068、RFC 7643）。"]),
    ("groups", ["The subject's groups (RFC 9068, RFC 7643).", "主体所属的组（RFC 9068、RFC 7643）。"]),
    (
        "entitlements",
        ["What the subject is entitled to (RFC 9068, RFC 7643).", "主体享有的权益（RFC 9068、RFC 7643）。"],
    ),
    (
        "cnf",
        [
            "The key that the sender must prove to hold (RFC 7800): a stolen token alone is of no use.",
            "发送者必须证明持有的密钥（RFC 7800）：仅窃取令牌没有用处。",
        ],
    ),
    (
        "cnf.jkt",
        [
            "The thumbprint of the key with which DPoP proofs are signed (RFC 9449).",
            "DPoP 证明签名密钥的指纹（RFC 9449）。",
        ],
    ),
    (
        "cnf.x5t#S256",
        [
            "The SHA-256 thumbprint of the client's TLS certificate (RFC 8705).",
            "客户端 TLS 证书的 SHA-256 指纹（RFC 8705）。",
        ],
    ),
    (
        "cnf.jwk",
        [
            "The key itself that the sender must prove to hold (RFC 7800).",
            "发送者必须证明持有的密钥本身（RFC 7800）。",
        ],
    ),
    (
        "cnf.jwe",
        [
            "The key that the sender must prove to hold, encrypted (RFC 7800).",
            "发送者必须证明持有的密钥，已加密（RFC 7800）。",
        ],
    ),
    (
        "cnf.kid",
        [
            "The id of the key that the sender must prove to hold (RFC 7800).",
            "发送者必须证明持有的密钥的标识（RFC 7800）。",
        ],
    ),
    (
        "cnf.jku",
        [
            "The address of the key set that holds the sender's key (RFC 7800).",
            "发送者密钥所在密钥集的网址（RFC 7800）。",
        ],
    ),
    (
        "htm",
        [
            "DPoP: the method of the request that the proof belongs to (RFC 9449).",
            "DPoP：证明所属请求的方法（RFC 9449）。",
        ],
    ),
    (
        "htu",
        [
            "DPoP: the address of the request, without query and fragment (RFC 9449).",
            "DPoP：请求的网址，不含查询串和片段（RFC 9449）。",
        ],
    ),
    (
        "ath",
        [
            "DPoP: the hash of the access token that is sent with the proof (RFC 9449).",
            "DPoP：随证明发送的访问令牌的哈希（RFC 9449）。",
        ],
    ),
    (
        "authorization_details",
        [
            "What the client may do, in detail, as objects (RFC 9396).",
            "客户端获得权限的详细描述，是对象数组（RFC 9396）。",
        ],
    ),
    (
        "token_introspection",
        ["The answer of a token introspection (RFC 9701).", "令牌自省的响应（RFC 9701）。"],
    ),
    ("vc", ["A verifiable credential.", "可验证凭证。"]),
    ("vp", ["A verifiable presentation.", "可验证表达。"]),
    ("vct", ["The type of an SD-JWT verifiable credential.", "SD-JWT 可验证凭证的类型。"]),
    (
        "status",
        ["Where the token's status (revoked or not) can be looked up.", "查询令牌状态（是否吊销）的位置。"],
    ),
    (
        "_sd",
        [
            "SD-JWT: the digests of claims that can be disclosed one by one.",
            "SD-JWT：可逐项披露的声明的摘要。",
        ],
    ),
    (
        "_sd_alg",
        [
            "SD-JWT: the hash of the digests; sha-256 when it is absent.",
            "SD-JWT：摘要所用的哈希算法；缺省为 sha-256。",
        ],
    ),
    (
        "sd_hash",
        [
            "SD-JWT: the hash of what the holder presents, in a key binding token.",
            "SD-JWT：密钥绑定令牌中，持有者所出示内容的哈希。",
        ],
    ),
    ("metadata", ["Statements of an OpenID Federation.", "OpenID 联合的元数据声明。"]),
    (
        "software_statement",
        [
            "A signed statement about a client's software (RFC 7591).",
            "关于客户端软件的签名声明（RFC 7591）。",
        ],
    ),
    ("jwks", ["Public keys of the subject.", "主体的公钥集。"]),
    (
        "scp",
        [
            "What the client may do (Entra as words between blanks, Okta as an array).",
            "客户端获得的权限（Entra 以空格分隔，Okta 为数组）。",
        ],
    ),
    (
        "permissions",
        [
            "What the subject may do at this audience (Auth0 and others).",
            "主体在该受众处的权限（Auth0 等）。",
        ],
    ),
    (
        "authorities",
        ["The subject's rights as Spring Security names them.", "Spring Security 所称的主体权限。"],
    ),
    (
        "user_name",
        [
            "The user's name (Spring Security, Cloud Foundry UAA).",
            "用户名（Spring Security、Cloud Foundry UAA）。",
        ],
    ),
    ("username", ["The user's name.", "用户名。"]),
    ("role", ["The subject's role, as the issuer defines it.", "主体的角色，由颁发者定义。"]),
    ("user_id", ["The user's id at the issuer.", "用户在颁发者处的标识。"]),
    (
        "tenant_id",
        [
            "The tenant that the subject belongs to, as the issuer defines it.",
            "主体所属的租户，由颁发者定义。",
        ],
    ),
    ("token_use", ["The kind of the token: access, id or refresh.", "令牌的种类：access、id 或 refresh。"]),
    (
        "token_type",
        [
            "The kind of the token, as the issuer defines it (access, refresh and others).",
            "令牌的种类，由颁发者定义（access、refresh 等）。",
        ],
    ),
    (
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
        ["The subject, as .NET spells it.", "主体标识，.NET 的写法。"],
    ),
    (
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
        ["The user's name, as .NET spells it.", "用户名，.NET 的写法。"],
    ),
    (
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        ["The e-mail address, as .NET spells it.", "电子邮件，.NET 的写法。"],
    ),
    (
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        ["A role, as .NET spells it.", "角色，.NET 的写法。"],
    ),
    (
        "https://hasura.io/jwt/claims",
        ["Hasura: the roles and ids that its permission rules use.", "Hasura：权限规则使用的角色和标识。"],
    ),
    (
        "https://aws.amazon.com/tags",
        ["AWS: session tags for AssumeRoleWithWebIdentity.", "AWS：AssumeRoleWithWebIdentity 的会话标签。"],
    ),
];
