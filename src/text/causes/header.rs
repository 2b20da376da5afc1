//! Other Header Parameters, attempts at an attack, and what happens around the verifier.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::KidInjection,
        ["kid looks like an injection", "kid 疑似注入"],
        [
            "kid[ “{found}”] holds [{reason}|a path, a quote or a query]: a verifier that uses it in a file name or a database query can be made to take a key of the attacker's choice.",
            "kid [“{found}”]含有[{reason}|路径、引号或查询语句]：如果验证方把它用在文件名或数据库查询里，攻击者就能指定密钥。",
        ],
        [
            "Look kid up in a fixed set of keys only; look for more requests from the same sender.",
            "只在固定的密钥集中查找 kid；并排查同一来源的其他请求。",
        ],
    ),
    words(
        Cause::EmbeddedKey,
        ["The header brings its own key", "头部自带密钥"],
        [
            "[“{parameter}” is the key that verifies {token_kind} (RFC 9449 section 4.3): it says who made it, and nothing about trust|The header has “{parameter}”; a verifier that trusts it trusts whoever sent the token. It was not used here|The header has a key or an address of one].",
            "[“{parameter}”是验证{token_kind}所用的密钥（RFC 9449 第 4.3 节）：它只说明由谁生成，与信任无关|头部含有“{parameter}”；信任它就等于信任发送者。这里没有使用|头部含有密钥或密钥地址]。",
        ],
        [
            "Configure the verifier with the issuer's key, and ignore jwk, jku, x5c and x5u of the header, except in DPoP proofs.",
            "在验证方配置颁发者的密钥，忽略头部的 jwk、jku、x5c 和 x5u（DPoP 证明除外）。",
        ],
    ),
    words(
        Cause::SelfSignedKey,
        ["Verifies only with the key that it brought", "只能用自带的密钥验证通过"],
        [
            "The signature verifies with the key in the token's own header[ ({parameter})] and with none of the given ones: the sender vouches for itself.",
            "签名只能用令牌头部自带的密钥[（{parameter}）]验证，给定的密钥都不行：发送者在为自己作证。",
        ],
        [
            "Reject it, unless it is a DPoP proof, where a key of its own is the rule (RFC 9449).",
            "应当拒绝，除非它是 DPoP 证明，那里自带密钥是规定（RFC 9449）。",
        ],
    ),
    words(
        Cause::Pbes2CountTooHigh,
        ["So many rounds that it is an attack", "迭代次数高到属于攻击"],
        [
            "p2c asks for[ {p2c}| too many] rounds of key derivation[ (the bound here is {limit})]; it was not computed.",
            "p2c 要求[ {p2c} 轮|过多轮次的]密钥派生[（这里的上限是 {limit}）]；没有执行计算。",
        ],
        [
            "Set a bound on p2c in the verifier, or refuse PBES2 for tokens from outside.",
            "在验证方限制 p2c，或拒绝外部令牌使用 PBES2。",
        ],
    ),
    words(
        Cause::CritNotUnderstood,
        ["A critical extension is not understood", "存在不支持的关键扩展"],
        [
            "crit lists [“{found}”|an extension], which must be understood and is not (RFC 7515 section 4.1.11): the token is rejected.",
            "crit 列出了[“{found}”|某个扩展]，按规定必须支持，但这里不支持（RFC 7515 第 4.1.11 节）：拒绝该令牌。",
        ],
        [
            "Use a library that implements the extension, or let the issuer leave it out of crit.",
            "使用实现了该扩展的库，或让颁发者从 crit 中去掉它。",
        ],
    ),
    words(
        Cause::CritMalformed,
        ["crit is malformed", "crit 格式错误"],
        [
            "crit must be a non-empty array of names that stand in the header[: {reason}][ (“{found}”)].",
            "crit 必须是非空数组，且其中的名称都出现在头部[：{reason}][（“{found}”）]。",
        ],
        ["Correct crit at the issuer, or leave it out.", "在颁发者一侧修正 crit，或去掉它。"],
    ),
    words(
        Cause::B64False,
        ["The payload is not base64url-encoded", "载荷没有 base64url 编码"],
        [
            "[The header says b64: false, and {reason}: some verifiers refuse it, some take the payload as it stands, and others decode it|The header says b64: false (RFC 7797); the signature is made over the raw payload, and such an object is no JWT (RFC 7797 section 7)].",
            "[头部声明 b64: false，而{reason}：有的验证方拒绝，有的按原样使用载荷，有的会解码|头部声明 b64: false（RFC 7797）；签名针对原始载荷，这样的对象不能作为 JWT（RFC 7797 第 7 节）]。",
        ],
        [
            "Leave b64 out for tokens; it is meant for signing detached content.",
            "令牌不要使用 b64；它用于对分离的内容签名。",
        ],
    ),
    words(
        Cause::TypMismatch,
        ["typ is not the expected one", "typ 与预期不符"],
        [
            "typ is [“{found}”|something else]; the verifier expects [“{expected}”|another value].",
            "typ 为[“{found}”|其他值]；验证方期望[“{expected}”|另一个值]。",
        ],
        [
            "Look at whether the right kind of token was sent: an access token is at+jwt (RFC 9068), an ID token usually JWT.",
            "确认发送的令牌种类是否正确：访问令牌为 at+jwt（RFC 9068），ID 令牌通常为 JWT。",
        ],
    ),
    words(
        Cause::TypMissing,
        ["typ is absent", "缺少 typ"],
        [
            "The header has no typ; the verifier expects [“{expected}”|one].",
            "头部没有 typ；验证方期望[“{expected}”|有 typ]。",
        ],
        [
            "Let the issuer write typ, or stop expecting it in the verifier.",
            "让颁发者写入 typ，或让验证方不再要求。",
        ],
    ),
    words(
        Cause::TypNotString,
        ["typ is not a string", "typ 不是字符串"],
        [
            "typ must be a string (RFC 7515 section 4.1.9); it is [{value_type}|another JSON value][: {found}].",
            "typ 必须是字符串（RFC 7515 第 4.1.9 节）；这里是[{value_type}|其他 JSON 值][：{found}]。",
        ],
        [
            "Correct typ at the issuer: “JWT”, or the media type without “application/”.",
            "在颁发者一侧修正 typ：“JWT”，或去掉“application/”的媒体类型。",
        ],
    ),
    words(
        Cause::KeyChangedAtIssuer,
        ["The issuer may have changed its key", "颁发者可能更换了密钥"],
        [
            "The token may have been signed with a key that its issuer no longer has: one made anew at each start, a rotation, or replicas with keys of their own[ ({reason})].",
            "令牌可能由颁发者已不再持有的密钥签名：每次启动重新生成、轮换，或各副本各用各的密钥[（{reason}）]。",
        ],
        [
            "Log in again for a new token; then give the service a key that outlives restarts and is shared by its replicas.",
            "重新登录获取新令牌；再给服务配置一把重启后不变、各副本共用的密钥。",
        ],
    ),
    words(
        Cause::JwksFetchFailed,
        ["The key set could not be fetched", "无法获取密钥集"],
        [
            "The verifier did not get the issuer's keys[ from {url}][: {reason}]; that says nothing about the token.",
            "验证方没有取到颁发者的密钥[（{url}）][：{reason}]；这与令牌本身无关。",
        ],
        [
            "Fetch the address from the verifier's host with curl: look at DNS, proxy, certificate and timeout.",
            "在验证方主机上用 curl 请求该地址：检查 DNS、代理、证书和超时。",
        ],
    ),
    words(
        Cause::LibraryDefect,
        ["Not the token: the library or its setup", "问题不在令牌，而在库或其安装"],
        [
            "The message[ of {library}] comes from a faulty install, a version conflict or a programming error[: {reason}].",
            "这条消息[（来自 {library}）]源于安装错误、版本冲突或编程错误[：{reason}]。",
        ],
        [
            "Compare the versions of the library and its dependencies, and run its own example first.",
            "核对该库及其依赖的版本，先运行它自带的示例。",
        ],
    ),
    words(
        Cause::TokenRevoked,
        ["Verified, and refused all the same", "验证通过，但仍被拒绝"],
        [
            "The verifier keeps a list of tokens that it no longer takes[: {reason}][ (jti “{value}”)]: revoked, on a deny list, or logged out.",
            "验证方维护着一份不再接受的令牌名单[：{reason}][（jti 为“{value}”）]：已吊销、在黑名单中，或已退出登录。",
        ],
        [
            "Log in again for a new token; ask the service's owner why the old one was withdrawn.",
            "重新登录获取新令牌；向服务负责人确认旧令牌为何被撤销。",
        ],
    ),
];
