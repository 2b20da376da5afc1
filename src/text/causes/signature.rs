//! The signature itself, and the algorithm that made it.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::SignatureMismatch,
        ["The signature does not verify", "签名验证不通过"],
        [
            "[{alg} makes signatures of {expected_bytes} bytes and this one has {length_bytes}, so with any key|{count:key was/keys were} tried, and|With the key that applies][ (key {key_index})][, kid “{kid}”,] the signature does not fit the token's text[ under {alg}][; it is {format}].",
            "[{alg} 的签名应为 {expected_bytes} 字节，这里有 {length_bytes} 字节，无论用哪把密钥|试过 {count} 把密钥|用应当使用的密钥验证][（密钥 {key_index}）][（kid 为“{kid}”）]，签名与令牌文本不符[（算法 {alg}）][；它的内容是{format}]。",
        ],
        [
            "Compare how issuer and verifier read the key: a wrong reading is more common than a forgery.",
            "核对颁发者和验证方如何读取密钥：读取方式不对，比伪造更常见。",
        ],
    ),
    words(
        Cause::WrongKey,
        ["Perhaps signed with another key", "可能是用另一把密钥签名的"],
        [
            "Nothing that was tried makes the signature verify with this key; that another key signed the token is possible, and can't be proved with one key alone.",
            "所有尝试都无法用这把密钥验证通过；令牌可能由另一把密钥签名，但仅凭一把密钥无法证实。",
        ],
        [
            "Compare the environment, the issuer and the time of the last key change, then fetch the issuer's current key.",
            "核对环境、颁发者和最近一次更换密钥的时间，再取颁发者当前的密钥。",
        ],
    ),
    words(
        Cause::ContentAltered,
        ["The content was changed after signing", "内容在签名后被改动"],
        [
            "The key is right: its signature opens to a hash[ ({hash})] that does not fit this header and payload.",
            "密钥正确：用它打开签名得到的摘要[（{hash}）]与当前头部和载荷不符。",
        ],
        [
            "Get the token again from its issuer; if a component rewrites claims, it must sign the token anew.",
            "从颁发者重新获取令牌；如果有组件改写声明，它必须重新签名。",
        ],
    ),
    words(
        Cause::SignatureDamaged,
        ["The signature's text was damaged", "签名文本受损"],
        [
            "The content and the key are right; the signature text was changed or cut[: {reason}][ ({length_bytes} of {expected_bytes} bytes)].",
            "内容和密钥都正确；签名文本被改动或截断[：{reason}][（{expected_bytes} 字节中的 {length_bytes} 字节）]。",
        ],
        [
            "Copy the token again, and look for a length limit or a decoder on its way.",
            "重新复制令牌，并检查途中的长度限制或解码环节。",
        ],
    ),
    words(
        Cause::DerSignature,
        ["The ECDSA signature is in DER", "ECDSA 签名是 DER 格式"],
        [
            "JOSE wants R and S one after the other[ ({expected_bytes} bytes)]; this signature is a DER sequence[ of {length_bytes} bytes], and read as one it verifies.",
            "JOSE 要求 R 与 S 直接拼接[（{expected_bytes} 字节）]；这个签名是 DER 序列[（{length_bytes} 字节）]，按 DER 读取即可验证通过。",
        ],
        [
            "Let the signer convert it (IEEE P1363 format): OpenSSL, Java and KMS services give DER.",
            "让签名方转换格式（IEEE P1363）：OpenSSL、Java 和 KMS 服务默认输出 DER。",
        ],
    ),
    words(
        Cause::ReserializedJson,
        ["The JSON was written anew after signing", "JSON 在签名后被重新序列化"],
        [
            "The signature verifies over another spelling of the same JSON[: {format}]; the content is the same, its characters are not.",
            "对同一 JSON 的另一种写法验证即可通过[：{format}]；内容相同，但字符不同。",
        ],
        [
            "Pass the token on as it came: never decode and encode it again.",
            "原样转发令牌，不要解码后再编码。",
        ],
    ),
    words(
        Cause::AlgNone,
        ["Nobody signed this token", "这个令牌没有签名"],
        [
            "The header says alg[ “{found}”| none]: the token is unsecured, anybody can have written it, and a verifier must reject it.",
            "头部的 alg 为[“{found}”| none]：令牌没有任何保护，谁都可以写出来，验证方必须拒绝。",
        ],
        [
            "Let the issuer sign with a real algorithm; never put none on a verifier's list.",
            "让颁发者使用真正的签名算法；绝不要把 none 加入验证方的允许列表。",
        ],
    ),
    words(
        Cause::AlgMissing,
        ["The header has no usable alg", "头部没有可用的 alg"],
        [
            "alg must be a string in the header (RFC 7515 section 4.1.1); it is [{value_type}|absent or no string].",
            "头部必须有字符串类型的 alg（RFC 7515 第 4.1.1 节）；这里[是{value_type}|没有，或不是字符串]。",
        ],
        [
            "Correct the issuer: it has to write the algorithm that it signs with.",
            "修正颁发者：必须写明签名所用的算法。",
        ],
    ),
    words(
        Cause::AlgUnknown,
        ["An algorithm that nobody registered", "未注册的算法"],
        [
            "The alg of the header[, “{found}”,] is no registered signature algorithm, so the signature was not checked.",
            "头部的 alg [“{found}”]不是已注册的签名算法，因此未检查签名。",
        ],
        [
            "Compare the name with RFC 7518 (HS256, RS256, PS256, ES256, …) and correct it at the issuer.",
            "对照 RFC 7518 的名称（HS256、RS256、PS256、ES256 等），在颁发者一侧修正。",
        ],
    ),
    words(
        Cause::AlgCase,
        ["alg is spelled in the wrong case", "alg 的大小写不对"],
        [
            "The header says alg [“{found}”|in another case]; names are case-sensitive[ and this one is “{expected}”].",
            "头部的 alg [写作“{found}”|大小写不对]；算法名区分大小写[，正确写法是“{expected}”]。",
        ],
        [
            "Correct the spelling at the issuer; the signature has to be made anew, since it covers the header.",
            "在颁发者一侧改正写法；签名覆盖头部，需要重新签名。",
        ],
    ),
    words(
        Cause::AlgNotAllowed,
        ["The algorithm is not on the verifier's list", "算法不在验证方的允许列表中"],
        [
            "The token's alg[ {found}] is not on the verifier's list[: {expected}].",
            "令牌的 alg[ {found}]不在验证方的列表中[：{expected}]。",
        ],
        [
            "If the issuer is meant to sign with it, add this one algorithm to the list; never take the list from the token.",
            "如果颁发者确实应使用它，就把这一种算法加入列表；绝不要从令牌里取列表。",
        ],
    ),
    words(
        Cause::AlgHeaderWrong,
        ["The header names the wrong algorithm", "头部写错了算法"],
        [
            "The header says[ {found}| one algorithm], and the signature verifies under[ {expected}| another one].",
            "头部写的是[ {found}|一种算法]，而签名在[ {expected} |另一种算法]下验证通过。",
        ],
        [
            "Correct the issuer so that the header names the algorithm it signs with; a verifier must not guess.",
            "修正颁发者，让头部写明实际使用的算法；验证方不应猜测。",
        ],
    ),
    words(
        Cause::AlgKeyMismatch,
        ["The key can't serve the algorithm", "密钥类型与算法不匹配"],
        [
            "[{alg} needs|The algorithm needs][ {key_needed}| another type of key]; the key given is[ {key_found}| of another type].",
            "[{alg} |该算法]需要[{key_needed}|另一种密钥]；给出的密钥是[{key_found}|其他类型]。",
        ],
        [
            "Give the key that belongs to this algorithm: a shared secret for HS, an RSA public key for RS and PS, an EC key for ES, an OKP key for EdDSA.",
            "提供与算法对应的密钥：HS 用共享密钥，RS 和 PS 用 RSA 公钥，ES 用 EC 公钥，EdDSA 用 OKP 公钥。",
        ],
    ),
    words(
        Cause::AlgorithmConfusion,
        ["An HMAC made with a public key's text", "用公钥文本当作 HMAC 密钥"],
        [
            "The token was signed[ under {alg}] with the text of the public key[ ({format})] as its secret: everybody who has the public key can do that.",
            "令牌[用 {alg} ]以公钥文本[（{format}）]作为密钥签名：任何拿到公钥的人都能做到。",
        ],
        [
            "Treat it as an attack: let the verifier fix the algorithm to the key's type, and reject the token.",
            "按攻击处理：让验证方把算法与密钥类型绑定，并拒绝该令牌。",
        ],
    ),
    words(
        Cause::NoAlgorithmList,
        ["The verifier has no list of algorithms", "验证方没有算法允许列表"],
        [
            "[The list of algorithms is {found}, so nothing is allowed|No list of algorithms was given, so the token's own alg was taken; where a verifier does the same, the sender chooses].",
            "[算法列表为 {found}，因此不允许任何算法|没有给出算法列表，因此采用了令牌自己的 alg；如果验证方也这样做，就等于由发送者选择算法]。",
        ],
        [
            "Name the algorithm that the issuer signs with in the verifier's configuration.",
            "在验证方的配置中写明颁发者使用的算法。",
        ],
    ),
    words(
        Cause::CurveMismatch,
        ["Another elliptic curve than alg demands", "椭圆曲线与 alg 要求不符"],
        [
            "[{alg} demands the curve {expected}|alg demands another curve]; the key or the signature is for[ {found}| another one].",
            "[{alg} 要求曲线 {expected}|alg 要求另一条曲线]；而密钥或签名用的是[ {found}|其他曲线]。",
        ],
        [
            "Use ES256 with P-256, ES384 with P-384, ES512 with P-521, ES256K with secp256k1, EdDSA with Ed25519 or Ed448.",
            "ES256 配 P-256，ES384 配 P-384，ES512 配 P-521，ES256K 配 secp256k1，EdDSA 配 Ed25519 或 Ed448。",
        ],
    ),
    words(
        Cause::PssSaltLength,
        ["An unusual PSS salt length", "PSS 盐长度不符合规定"],
        [
            "The signature verifies with a salt of[ {salt_bytes}| another number of] bytes; RFC 7518 section 3.5 demands [{expected_bytes} bytes|the hash's length].",
            "以[ {salt_bytes} 字节|其他长度]的盐验证可以通过；RFC 7518 第 3.5 节要求[ {expected_bytes} 字节|与摘要等长]。",
        ],
        [
            "Set the signer's salt length to the hash's length (in OpenSSL: digest, not max or auto).",
            "把签名方的盐长度设为摘要长度（OpenSSL 中为 digest，而不是 max 或 auto）。",
        ],
    ),
];
