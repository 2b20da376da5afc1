//! Other claims: for whom the token is, from whom, and what it says.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::AudMismatch,
        ["The token is for another audience", "令牌的受众不符"],
        [
            "aud is [“{found}”|something else]; the verifier expects [“{expected}”|another value].",
            "aud 为[“{found}”|其他值]；验证方期望[“{expected}”|另一个值]。",
        ],
        [
            "Request a token for this service, or correct the audience that the verifier expects.",
            "为这个服务申请令牌，或修正验证方期望的受众。",
        ],
    ),
    words(
        Cause::AudMissing,
        ["The token names no audience", "令牌没有受众"],
        [
            "The verifier expects the audience [“{expected}”|that it was configured with], and the token has no aud.",
            "验证方期望受众为[“{expected}”|配置的值]，而令牌没有 aud。",
        ],
        [
            "Let the client request the audience (or scope) of this service, or let the issuer write aud.",
            "让客户端申请该服务的受众（或 scope），或让颁发者写入 aud。",
        ],
    ),
    words(
        Cause::AudNotExpected,
        ["The token has an audience, the verifier none", "令牌有受众，验证方未配置"],
        [
            "aud is [“{found}”|present], and no audience is expected: the RFC and some libraries[ ({library})] reject that, others pass.",
            "aud 为[“{found}”|某个值]，但验证方没有配置期望的受众：按 RFC 和部分库[（{library}）]会拒绝，其他库会放行。",
        ],
        [
            "Tell the verifier which audience it is, so that tokens for other services don't pass.",
            "告诉验证方它自己的受众，以免放行发给其他服务的令牌。",
        ],
    ),
    words(
        Cause::AudNearMiss,
        ["The audience is nearly right", "受众几乎一致"],
        [
            "aud is [“{found}”|nearly the expected one]; the verifier expects [“{expected}”|another spelling][. They differ in {difference}].",
            "aud 为[“{found}”|与预期相近的值]；验证方期望[“{expected}”|另一种写法][。差别在于{difference}]。",
        ],
        [
            "Spell it the same on both sides; audiences are compared character by character.",
            "两端写成完全一致；受众是逐字符比较的。",
        ],
    ),
    words(
        Cause::AudMalformed,
        ["aud is malformed", "aud 格式错误"],
        [
            "aud must be a string or an array of strings[; it is {value_type}][: {found}][ ({reason})].",
            "aud 必须是字符串或字符串数组[；这里是{value_type}][：{found}][（{reason}）]。",
        ],
        [
            "Correct aud at the issuer: several audiences are an array, not names in one string.",
            "在颁发者一侧修正 aud：多个受众要写成数组，而不是放在一个字符串里。",
        ],
    ),
    words(
        Cause::ExpectedByMessage,
        ["What is expected was taken from the message", "预期值取自报错信息"],
        [
            "The verifier whose message stands in the text expected [“{expected}”|another value] of [{claim}|a claim]; the policy here says nothing of it.",
            "文本中的报错信息表明，验证方期望 [{claim}|某个声明] 为[“{expected}”|另一个值]；这里的策略没有指定。",
        ],
        [
            "If the verifier has been configured otherwise since, enter what it expects now.",
            "如果验证方的配置此后已经更改，请填写它现在期望的值。",
        ],
    ),
    words(
        Cause::IssMismatch,
        ["The token is from another issuer", "令牌的颁发者不符"],
        [
            "iss is [“{found}”|something else]; the verifier expects [“{expected}”|another value].",
            "iss 为[“{found}”|其他值]；验证方期望[“{expected}”|另一个值]。",
        ],
        [
            "Look at whether token and verifier belong to the same environment, tenant and version of the issuer.",
            "确认令牌与验证方属于颁发者的同一环境、租户和版本。",
        ],
    ),
    words(
        Cause::IssMissing,
        ["The token names no issuer", "令牌没有颁发者"],
        [
            "The verifier expects the issuer [“{expected}”|that it was configured with], and the token has no iss.",
            "验证方期望颁发者为[“{expected}”|配置的值]，而令牌没有 iss。",
        ],
        [
            "Let the issuer write iss, or stop expecting it in the verifier.",
            "让颁发者写入 iss，或让验证方不再要求。",
        ],
    ),
    words(
        Cause::IssNearMiss,
        ["The issuer is nearly right", "颁发者几乎一致"],
        [
            "iss is [“{found}”|nearly the expected one]; the verifier expects [“{expected}”|another spelling][. They differ in {difference}].",
            "iss 为[“{found}”|与预期相近的值]；验证方期望[“{expected}”|另一种写法][。差别在于{difference}]。",
        ],
        [
            "Configure the issuer exactly as the token spells it: a slash at the end counts.",
            "按令牌中的写法原样配置颁发者：末尾的斜杠也算。",
        ],
    ),
    words(
        Cause::IssNotString,
        ["iss is not a string", "iss 不是字符串"],
        [
            "iss must be a string (RFC 7519 section 4.1.1); it is [{value_type}|another JSON value][: {found}].",
            "iss 必须是字符串（RFC 7519 第 4.1.1 节）；这里是[{value_type}|其他 JSON 值][：{found}]。",
        ],
        ["Correct iss at the issuer.", "在颁发者一侧修正 iss。"],
    ),
    words(
        Cause::SubMismatch,
        ["The token is about another subject", "令牌的主体不符"],
        [
            "sub is [“{found}”|something else]; the verifier expects [“{expected}”|another value].",
            "sub 为[“{found}”|其他值]；验证方期望[“{expected}”|另一个值]。",
        ],
        [
            "Look at who is logged in; a token of one account does not serve another.",
            "确认当前登录的是谁；一个账户的令牌不能用于另一个账户。",
        ],
    ),
    words(
        Cause::SubNotString,
        ["sub is not a string", "sub 不是字符串"],
        [
            "sub must be a string (RFC 7519 section 4.1.2); it is [{value_type}|another JSON value][: {found}].",
            "sub 必须是字符串（RFC 7519 第 4.1.2 节）；这里是[{value_type}|其他 JSON 值][：{found}]。",
        ],
        [
            "Write sub as one string at the issuer; PyJWT from 2.10 on refuses anything else.",
            "在颁发者一侧把 sub 写成一个字符串；PyJWT 从 2.10 起拒绝其他类型。",
        ],
    ),
    words(
        Cause::JtiNotString,
        ["jti is not a string", "jti 不是字符串"],
        [
            "jti must be a string (RFC 7519 section 4.1.7); it is [{value_type}|another JSON value][: {found}].",
            "jti 必须是字符串（RFC 7519 第 4.1.7 节）；这里是[{value_type}|其他 JSON 值][：{found}]。",
        ],
        ["Write jti as a string at the issuer.", "在颁发者一侧把 jti 写成字符串。"],
    ),
    words(
        Cause::MissingClaim,
        ["A required claim is absent", "缺少必需的声明"],
        [
            "The verifier requires [“{claim}”|a claim], and the token does not have it.",
            "验证方要求[“{claim}”|某个声明]，而令牌中没有。",
        ],
        [
            "Let the issuer add the claim (a scope or a mapper often brings it), or stop requiring it.",
            "让颁发者添加该声明（通常通过 scope 或映射器），或不再要求它。",
        ],
    ),
    words(
        Cause::NonceMismatch,
        ["nonce is not the expected one", "nonce 与预期不符"],
        [
            "nonce is [{value_type} ({found})|“{found}”|absent or another one]; the verifier expects [“{expected}”|the one of its own request].",
            "nonce [是{value_type}（{found}）|为“{found}”|不存在或为其他值]；验证方期望[“{expected}”|自己请求时的值]。",
        ],
        [
            "Start the login anew: the token answers another request, or the session was lost between.",
            "重新发起登录：该令牌对应另一次请求，或中途会话丢失。",
        ],
    ),
    words(
        Cause::AzpMismatch,
        ["The token was issued to another client", "令牌签发给了另一个客户端"],
        [
            "azp is [{value_type} ({found})|“{found}”|absent or another one]; the verifier expects the client [“{expected}”|that it was configured with].",
            "azp [是{value_type}（{found}）|为“{found}”|不存在或为其他值]；验证方期望的客户端是[“{expected}”|配置的值]。",
        ],
        [
            "Use a token that this client requested, or allow the other client.",
            "使用由该客户端申请的令牌，或允许另一个客户端。",
        ],
    ),
    words(
        Cause::WrongTokenKind,
        ["Another kind of token", "令牌的种类不同"],
        [
            "This looks like [{token_kind}|another kind of token]; it is refused where [{kind_wanted}|another kind] belongs.",
            "这看起来是[{token_kind}|另一种令牌]；在需要[{kind_wanted}|别的种类]之处会被拒绝。",
        ],
        [
            "Send the kind that belongs there: an API takes the access token (with Firebase the ID token), the client the ID token, the issuer the refresh token.",
            "改用该处所需的种类：API 接收访问令牌（Firebase 则为 ID 令牌），客户端接收 ID 令牌，颁发者接收刷新令牌。",
        ],
    ),
    words(
        Cause::ClaimMismatch,
        ["A claim has another value", "声明的值不符"],
        [
            "[“{claim}” is|A claim is] [“{found}”|not the expected one]; the verifier expects [“{expected}”|another value].",
            "[“{claim}”|某个声明]为[“{found}”|其他值]；验证方期望[“{expected}”|另一个值]。",
        ],
        [
            "Decide which side is right: the issuer's value, or the verifier's expectation.",
            "确定哪一端是对的：颁发者的值，还是验证方的期望。",
        ],
    ),
    words(
        Cause::AtHashMismatch,
        ["The hash of the access token or code does not fit", "访问令牌或授权码的哈希不符"],
        [
            "[“{claim}” is|The hash in the ID token is] [“{found}”|another one]; from the token or code given it is [“{expected}”|computed differently].",
            "[“{claim}”|ID 令牌中的哈希]为[“{found}”|其他值]；由给出的访问令牌或授权码算得[“{expected}”|不同的值]。",
        ],
        [
            "Pair the ID token with the access token of the same answer; after a refresh both are new.",
            "让 ID 令牌与同一次响应中的访问令牌配对；刷新之后两者都是新的。",
        ],
    ),
    words(
        Cause::DpopMismatch,
        ["The DPoP proof does not fit", "DPoP 证明不匹配"],
        [
            "[“{claim}” is|A member of the proof or of its binding is] [“{found}”|not the expected one][; expected was “{expected}”] (RFC 9449 section 4.3).",
            "[“{claim}”|证明或绑定中的某个成员]为[“{found}”|其他值][；期望为“{expected}”]（RFC 9449 第 4.3 节）。",
        ],
        [
            "Make a new proof for each request, with its method, its URL without query, and the key that the token is bound to.",
            "每个请求都生成新的证明：使用该请求的方法、不含查询串的 URL，以及令牌所绑定的密钥。",
        ],
    ),
];
