//! Claims that the RFCs and OpenID Connect define.

use super::Row;

/// RFC 7519 section 4.1.
pub const JWT: &[Row] = &[
    (
        "iss",
        [
            "Who made the token; must be exactly the issuer that is trusted.",
            "令牌的颁发者；与验证方信任的颁发者逐字符比较。",
        ],
    ),
    (
        "sub",
        [
            "Whom the token is about: a user or a service, unique at its issuer.",
            "令牌所指的主体：用户或服务，在颁发者范围内唯一。",
        ],
    ),
    (
        "aud",
        [
            "For whom the token is; a service that is not named here must reject it.",
            "令牌的受众；不在其中的服务必须拒绝它。",
        ],
    ),
    ("exp", ["Expired from this second on.", "过期时间：到达或晚于这一秒必须拒绝。"]),
    ("nbf", ["Not valid before this second.", "生效时间：早于这一秒必须拒绝。"]),
    ("iat", ["When the token was made.", "签发时间。"]),
    (
        "jti",
        [
            "The token's own id, against replay and for lists of revoked tokens.",
            "令牌自身的标识，用于防重放和吊销名单。",
        ],
    ),
];

/// OpenID Connect Core, its logout and session documents, and eKYC.
pub const OPENID: &[Row] = &[
    ("name", ["The user's full name as it is shown.", "用户显示的全名。"]),
    ("given_name", ["The user's first names.", "用户的名。"]),
    ("family_name", ["The user's last names.", "用户的姓。"]),
    ("middle_name", ["The user's middle names.", "用户的中间名。"]),
    ("nickname", ["A casual name of the user.", "用户的昵称。"]),
    (
        "preferred_username",
        [
            "The name by which the user likes to be called; it can change and is no key for records.",
            "用户偏好的用户名；可能改变，不能作为记录的主键。",
        ],
    ),
    ("profile", ["The address of the user's profile page.", "用户个人资料页的网址。"]),
    ("picture", ["The address of the user's picture.", "用户头像的网址。"]),
    ("website", ["The user's web page.", "用户的网站。"]),
    (
        "email",
        [
            "The user's e-mail address; look at email_verified before trusting it.",
            "用户的电子邮件；信任之前先看 email_verified。",
        ],
    ),
    (
        "email_verified",
        [
            "Whether the issuer made sure that the e-mail address is the user's.",
            "颁发者是否验证过该邮箱属于用户。",
        ],
    ),
    ("gender", ["The user's gender.", "用户的性别。"]),
    (
        "birthdate",
        [
            "The user's birthday, year-month-day; the year 0000 means that it is left out.",
            "用户的生日，格式为年-月-日；年份为 0000 表示省略。",
        ],
    ),
    ("zoneinfo", ["The user's time zone, such as Europe/Paris.", "用户的时区，例如 Asia/Shanghai。"]),
    ("locale", ["The user's language and region, such as en-US.", "用户的语言和地区，例如 zh-CN。"]),
    ("phone_number", ["The user's telephone number.", "用户的电话号码。"]),
    (
        "phone_number_verified",
        [
            "Whether the issuer made sure that the telephone number is the user's.",
            "颁发者是否验证过该电话号码属于用户。",
        ],
    ),
    ("address", ["The user's postal address, an object.", "用户的通信地址，是一个对象。"]),
    (
        "updated_at",
        [
            "When the user's data was last changed, in seconds since 1970.",
            "用户资料最后更新的时间，自 1970 年起的秒数。",
        ],
    ),
    (
        "auth_time",
        [
            "When the user logged in; a refreshed token keeps the old time.",
            "用户登录的时间；刷新得到的令牌保留原来的时间。",
        ],
    ),
    (
        "nonce",
        [
            "The value that the client sent with its login request; it ties the ID token to that request.",
            "客户端在登录请求中发送的值；把 ID 令牌与该请求绑定。",
        ],
    ),
    (
        "acr",
        [
            "How strongly the user was authenticated, in classes that the issuer defines.",
            "用户认证的强度等级，由颁发者定义。",
        ],
    ),
    (
        "amr",
        [
            "How the user was authenticated: pwd, otp, mfa, hwk and others (RFC 8176).",
            "用户的认证方式：pwd、otp、mfa、hwk 等（RFC 8176）。",
        ],
    ),
    (
        "azp",
        [
            "The client to which the token was issued, when it is not the audience.",
            "令牌签发给的客户端，当它与受众不同时使用。",
        ],
    ),
    (
        "at_hash",
        [
            "The left half of the access token's hash; ties the ID token to it.",
            "访问令牌哈希的左半部分；把 ID 令牌与它绑定。",
        ],
    ),
    ("c_hash", ["The left half of the authorization code's hash.", "授权码哈希的左半部分。"]),
    (
        "s_hash",
        ["The left half of the hash of the request's state (FAPI).", "请求 state 的哈希左半部分（FAPI）。"],
    ),
    ("sid", ["The session at the issuer; a logout names it.", "颁发者处的会话标识；登出时会引用它。"]),
    (
        "events",
        [
            "What happened: a security event token (RFC 8417), such as a logout.",
            "发生的事件：安全事件令牌（RFC 8417），例如登出。",
        ],
    ),
    ("toe", ["When the event happened (RFC 8417).", "事件发生的时间（RFC 8417）。"]),
    ("txn", ["The transaction that events share (RFC 8417).", "相关事件共同的事务标识（RFC 8417）。"]),
    ("sub_jwk", ["The key of a self-issued OpenID provider.", "自签发 OpenID 提供者的密钥。"]),
    (
        "verified_claims",
        ["Data about the user together with the evidence for it (eKYC).", "附带证据的用户资料（eKYC）。"],
    ),
    ("_claim_names", ["Claims that stand at another source.", "存放在其他来源的声明。"]),
    (
        "_claim_sources",
        ["Where the claims of _claim_names can be fetched.", "_claim_names 中声明的获取位置。"],
    ),
];
