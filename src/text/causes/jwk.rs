//! JSON Web Keys, sets of them, and the choice among them.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::JwkMemberMissing,
        ["The JWK lacks a member", "JWK 缺少成员"],
        [
            "A JWK[ of kty {typ}][ with kid “{kid}”| (number {jwk_number} of the set)] needs [“{member}”|a member that it lacks], so it was not used.",
            "[kty 为 {typ} 的][kid 为“{kid}”的|密钥集中第 {jwk_number} 个]JWK 需要[“{member}”|它所缺少的成员]，因此没有使用。",
        ],
        [
            "Copy the key again from its set; RSA needs n and e, EC crv, x and y, OKP crv and x, oct k.",
            "从密钥集中重新复制；RSA 需要 n 和 e，EC 需要 crv、x、y，OKP 需要 crv 和 x，oct 需要 k。",
        ],
    ),
    words(
        Cause::JwkKtyMissing,
        ["The JWK has no kty", "JWK 没有 kty"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]kty is required in every JWK (RFC 7517 section 4.1)[; its members speak for {typ}].",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]每个 JWK 都必须有 kty（RFC 7517 第 4.1 节）[；从其他成员看应为 {typ}]。",
        ],
        [
            "Add kty at the issuer; libraries refuse a key without it.",
            "在颁发者一侧补上 kty；库会拒绝没有它的密钥。",
        ],
    ),
    words(
        Cause::JwkKtyUnknown,
        ["The JWK's kty is not known", "未知的 kty"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]The key type[ “{found}”] is [wrong; the key was read as {typ}|not known here, so the key was not used].",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]密钥类型[“{found}”][有误，已按 {typ} 读取|无法识别，因此没有使用该密钥]。",
        ],
        [
            "Compare it with RSA, EC, OKP, oct and AKP; upper and lower case count.",
            "对照 RSA、EC、OKP、oct、AKP；区分大小写。",
        ],
    ),
    words(
        Cause::JwkValueMalformed,
        ["A JWK value is in the wrong form", "JWK 的值格式不对"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ][“{member}” is {value_type}, which RFC 7517 does not allow there|It is {value_type}, and a JWK is an object|“{member}” must be base64url without padding, at its full length: {reason}|A member must be base64url without padding, at its full length].",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：][“{member}”是{value_type}，RFC 7517 不允许|这里是{value_type}，而 JWK 是对象|“{member}”必须是不带填充、长度完整的 base64url：{reason}|某个成员必须是不带填充、长度完整的 base64url]。",
        ],
        [
            "Correct how the key is exported: standard base64, padding and lost leading zeros are common.",
            "修正密钥的导出方式：常见问题是标准 base64、填充符和丢失前导零。",
        ],
    ),
    words(
        Cause::JwkCurveWrong,
        ["The JWK's crv does not fit its key", "JWK 的 crv 与密钥不符"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ][“{found}” is no curve of this kty that is known here|The coordinates do not belong to the curve {curve}|The coordinates do not belong to the curve that crv names][ ({length_bytes} bytes, {expected_bytes} expected)][; the coordinates lie on {expected_curve}].",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：][“{found}”不是此 kty 的已知曲线|坐标不属于 {curve} 曲线|坐标不属于 crv 所写的曲线][（{length_bytes} 字节，应为 {expected_bytes} 字节）][；坐标属于 {expected_curve}]。",
        ],
        [
            "Compare crv with the key it was made from (RFC 8812 calls P-256K secp256k1); if the name is right, copy x and y again.",
            "核对 crv 与原始密钥（P-256K 在 RFC 8812 中称为 secp256k1）；名称无误时，重新复制 x 和 y。",
        ],
    ),
    words(
        Cause::JwkUse,
        ["The key is meant for another use", "密钥用于其他用途"],
        [
            "The JWK[ with kid “{kid}”] says use[ “{found}”| something else]; for this token it has to be[ “{expected}”| another].",
            "[kid 为“{kid}”的]JWK 的 use 为[“{found}”|其他值]；用于此令牌应为[“{expected}”|另一个值]。",
        ],
        [
            "Take the key of the set with the right use: “sig” is for signatures, “enc” for encryption.",
            "选用密钥集中用途正确的密钥：“sig”用于签名，“enc”用于加密。",
        ],
    ),
    words(
        Cause::JwkKeyOps,
        ["The key may not be used for this", "密钥不允许用于此操作"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]The JWK's key_ops[ ({found})] does not hold[ “{expected}”| what this token needs] (RFC 7517 section 4.3).",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]JWK 的 key_ops[（{found}）]不含[“{expected}”|此令牌所需的操作]（RFC 7517 第 4.3 节）。",
        ],
        [
            "Give the key the key_ops that it is for (“verify” for signatures, “decrypt” or “unwrapKey” for encryption), or leave key_ops out.",
            "把密钥的 key_ops 设为其用途（签名用“verify”，加密用“decrypt”或“unwrapKey”），或不写 key_ops。",
        ],
    ),
    words(
        Cause::JwkAlgMismatch,
        ["The key is meant for another algorithm", "密钥指定了其他算法"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]The JWK says alg[ {expected}| one thing], the token says[ {found}| another].",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]JWK 的 alg 为[ {expected}|一种算法]，令牌的 alg 为[ {found}|另一种]。",
        ],
        [
            "Bring the issuer's key and header in step; a key belongs to one algorithm.",
            "让颁发者的密钥与头部一致；一把密钥只对应一种算法。",
        ],
    ),
    words(
        Cause::JwkIsPrivate,
        ["The JWK holds private members", "JWK 含有私钥成员"],
        [
            "The JWK[ with kid “{kid}”| (number {jwk_number} of the set)] has [“{member}”|private members]; its public half was used here.",
            "[kid 为“{kid}”的|密钥集中第 {jwk_number} 个]JWK 含有[“{member}”|私钥成员]；这里只使用了公钥部分。",
        ],
        [
            "Publish the public members only; if this set was public, replace the key.",
            "只发布公钥成员；如果这个密钥集曾经公开，请更换密钥。",
        ],
    ),
    words(
        Cause::JwkKNotEncoded,
        ["The JWK's k is the secret itself", "JWK 的 k 直接写了密钥原文"],
        [
            "The signature verifies when k is taken as text[ ({characters} characters)]; it has to be the base64url of the secret's bytes.",
            "把 k 当作文本[（{characters} 个字符）]使用则验证通过；它本应是密钥字节的 base64url。",
        ],
        [
            "Write k as base64url of the secret, or give the secret as plain text.",
            "把 k 写成密钥的 base64url，或直接提供密钥文本。",
        ],
    ),
    words(
        Cause::JwksKidNotFound,
        ["No key of the set has this kid", "密钥集中没有这个 kid"],
        [
            "The token says kid[ “{kid}”| one thing]; the set has[ “{kids}”| only others].",
            "令牌的 kid 为[“{kid}”|某个值]；密钥集中只有[“{kids}”|其他 kid]。",
        ],
        [
            "Fetch the set again (the issuer may have rotated its keys), and compare the issuer and the environment.",
            "重新获取密钥集（颁发者可能已轮换密钥），并核对颁发者和环境。",
        ],
    ),
    words(
        Cause::JwksOtherKeyVerifies,
        ["Another key of the set verifies", "密钥集中另一把密钥可以验证通过"],
        [
            "The token's kid[ “{kid}”] names one key, and the signature was made with[ “{found}”| another one][ (key {key_index})].",
            "令牌的 kid [“{kid}”]指向一把密钥，签名却是用[“{found}”|另一把][（密钥 {key_index}）]生成的。",
        ],
        [
            "Correct the kid at the issuer, or the set; two services may be signing with keys of their own.",
            "在颁发者一侧修正 kid 或密钥集；可能有两个服务各用各的密钥签名。",
        ],
    ),
    words(
        Cause::JwksEmpty,
        ["The key set is empty", "密钥集为空"],
        [
            "The JWK Set has no keys, so the signature was not checked.",
            "JWK Set 里没有密钥，因此未检查签名。",
        ],
        [
            "Look at the issuer: its keys are not made or not published yet; keep the last good set meanwhile.",
            "检查颁发者：密钥尚未生成或尚未发布；在此期间保留上一份有效的密钥集。",
        ],
    ),
    words(
        Cause::JwksNotASet,
        ["JSON, but no key set", "是 JSON，但不是密钥集"],
        [
            "The JSON is[ {format}| no JWK and no JWK Set][ (“{error}”)][; the set lies at {jwks_uri}].",
            "这段 JSON [是 {format}|既不是 JWK 也不是 JWK Set][（“{error}”）][；密钥集位于 {jwks_uri}]。",
        ],
        [
            "Open the address of the set (jwks_uri in a discovery document) and paste its answer, an object with “keys”.",
            "打开密钥集的地址（发现文档中的 jwks_uri），粘贴返回的、含“keys”的对象。",
        ],
    ),
    words(
        Cause::JwksNotJson,
        ["The key set is no JSON", "密钥集不是 JSON"],
        [
            "The text meant as a key set is no JSON[: {reason}|: it is {format}|: a login page, an error page or a proxy's answer].",
            "本应是密钥集的文本不是 JSON[：{reason}|：它是{format}|：可能是登录页、错误页或代理的响应]。",
        ],
        [
            "Fetch the address with curl from the verifier's own network, look at the status and the content type, and copy the answer without new line ends.",
            "在验证方所在网络用 curl 请求该地址，查看状态码和内容类型，复制响应时不要折行。",
        ],
    ),
    words(
        Cause::JwksDuplicateKid,
        ["Two keys with the same kid", "两把密钥的 kid 相同"],
        [
            "The set has[ {count}| several] keys with the kid[ “{kid}”| in common]; [{reason}|which one a library takes is chance].",
            "密钥集中有[ {count} 把|多把]密钥的 kid 同为[“{kid}”|一个值]；[{reason}|库取哪一把不确定]。",
        ],
        [
            "Give each key its own kid at the issuer; only keys of different kty may share one (RFC 7517 section 4.5).",
            "在颁发者一侧给每把密钥设置唯一的 kid；只有 kty 不同的密钥可以共用（RFC 7517 第 4.5 节）。",
        ],
    ),
    words(
        Cause::JwksHoldsSecret,
        ["A secret among public keys", "公钥集里有共享密钥"],
        [
            "The set has the shared secret[ “{kid}”] beside public keys: whoever may read the set can sign with it.",
            "密钥集中除公钥外还有共享密钥[“{kid}”]：能读到密钥集的人都能用它签名。",
        ],
        [
            "Take the secret out of the set, and replace it if the set was ever published.",
            "把共享密钥从密钥集中移除；如果密钥集曾公开过，就更换该密钥。",
        ],
    ),
    words(
        Cause::JwksKeyUnusable,
        ["The key that kid names can't be used", "kid 指向的密钥不可用"],
        [
            "The token's kid names[ “{kid}”| a key], which does not serve this token[: {reason}][ (alg {alg})].",
            "令牌的 kid 指向[“{kid}”|一把密钥]，但它不能用于此令牌[：{reason}][（alg 为 {alg}）]。",
        ],
        [
            "Compare the key's kty, crv, use and alg with the token's alg.",
            "把密钥的 kty、crv、use、alg 与令牌的 alg 逐一核对。",
        ],
    ),
    words(
        Cause::JwksX5cOnly,
        ["The key is only in its certificate", "密钥只在证书里"],
        [
            "The JWK[ with kid “{kid}”| (number {jwk_number} of the set)] has x5c and lacks its own members[ ({member})]; the certificate's key was read here.",
            "[kid 为“{kid}”的|密钥集中第 {jwk_number} 个]JWK 有 x5c，却缺少自身成员[（{member}）]；这里读取了证书中的密钥。",
        ],
        [
            "Let the issuer publish n and e (or x and y) too; most libraries don't look into x5c.",
            "让颁发者同时发布 n 和 e（或 x 和 y）；多数库不读取 x5c。",
        ],
    ),
    words(
        Cause::KidMissing,
        ["The token does not name its key", "令牌没有指明密钥"],
        [
            "The token has no kid, and[ {count}| several] keys are given; all that fit were tried here[, and key {key_index} verifies it]; many libraries refuse.",
            "令牌没有 kid，而给出了[ {count} 把|多把]密钥；这里逐一尝试了适用的密钥[，密钥 {key_index} 验证通过]；许多库会直接拒绝。",
        ],
        ["Let the issuer write the kid into the header.", "让颁发者在头部写入 kid。"],
    ),
    words(
        Cause::KidNotString,
        ["kid is not a string", "kid 不是字符串"],
        [
            "kid must be a string (RFC 7515 section 4.1.4); it is [{value_type}|another JSON value][: {found}].",
            "kid 必须是字符串（RFC 7515 第 4.1.4 节）；这里是[{value_type}|其他 JSON 值][：{found}]。",
        ],
        [
            "Let the issuer put the kid in quotation marks, in the token and in the set.",
            "让颁发者在令牌和密钥集中都把 kid 写成字符串。",
        ],
    ),
];
