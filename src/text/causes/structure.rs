//! What the text of the token is made of: segments and their encoding.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::SegmentCount,
        ["The wrong number of segments", "段数不对"],
        [
            "A signed token has three segments with full stops between them, an encrypted one five; this one has[ {segments}| another number].",
            "签名令牌由句点分成三段，加密令牌分成五段；这里有[ {segments} 段|其他段数]。",
        ],
        [
            "Copy the token again, whole; if it comes from the issuer like this, it is not a JWT.",
            "重新完整复制令牌；如果颁发者给的就是这样，那它不是 JWT。",
        ],
    ),
    words(
        Cause::MissingSignature,
        ["The signature is missing", "缺少签名"],
        [
            "The header says alg[ {alg}| other than none], so a signature is expected; the third segment is absent or empty.",
            "头部声明 alg 为[ {alg}| none 以外的算法]，因此必须有签名；但第三段不存在或为空。",
        ],
        [
            "Copy the token again, whole; if it was sent like this, somebody cut the signature off, and it must be rejected.",
            "重新完整复制令牌；如果发送的就是这样，说明签名被去掉了，必须拒绝。",
        ],
    ),
    words(
        Cause::DecodedToken,
        ["A token that was printed decoded", "解码后打印出来的令牌"],
        [
            "This is a token as JwtSecurityToken.ToString() prints it: its claims were checked, and it has no signature that could be.",
            "这是 JwtSecurityToken.ToString() 打印的令牌：声明已检查，但其中没有签名。",
        ],
        [
            "For the signature, take the token itself from the request (it begins with “eyJ”).",
            "要验证签名，请从请求中取得令牌本身（以“eyJ”开头）。",
        ],
    ),
    words(
        Cause::JweNotJws,
        ["The token is encrypted", "令牌是加密的"],
        [
            "This is a JWE[ ({alg}, {encoding})]: its content can be read with the decryption key only, and a verifier of signatures (JWS) can't read it.",
            "这是 JWE[（{alg}，{encoding}）]：只有持有解密密钥才能读取内容，只会验证签名（JWS）的程序读不了它。",
        ],
        [
            "Decrypt it with the recipient's private or shared key first, or ask the issuer for a signed token.",
            "先用接收方的私钥或共享密钥解密，或向颁发者申请签名令牌。",
        ],
    ),
    words(
        Cause::JsonSerialization,
        ["JSON Serialization, not a compact token", "这是 JSON 序列化，不是紧凑格式"],
        [
            "The JWS is in JSON Serialization[ ({format})]; a JWT is always in Compact Serialization (RFC 7519 section 1).",
            "这个 JWS 采用 JSON 序列化[（{format}）]；JWT 必须采用紧凑序列化（RFC 7519 第 1 节）。",
        ],
        [
            "Make it in Compact Serialization: protected header, payload and signature, with full stops between them.",
            "改用紧凑序列化生成：受保护头部、载荷、签名，以句点分隔。",
        ],
    ),
    words(
        Cause::NestedJwt,
        ["A token inside the token", "令牌中还有一个令牌"],
        [
            "The payload[ (cty “{value}”)] is itself a JWT; each layer has its own verdict, and claims stand in the innermost one.",
            "载荷[（cty 为“{value}”）]本身又是一个 JWT；每一层各自判定，声明在最内层。",
        ],
        [
            "Take the outer layer off first, and verify the inner token with its own key.",
            "先处理外层，再用对应的密钥验证内层令牌。",
        ],
    ),
    words(
        Cause::DetachedPayload,
        ["The payload segment is empty", "载荷段为空"],
        [
            "Nothing stands between the full stops: either the payload is sent apart (a detached payload, RFC 7515 appendix F), or it was lost.",
            "两个句点之间没有内容：要么载荷是分开传输的（分离载荷，RFC 7515 附录 F），要么它丢失了。",
        ],
        [
            "Give the payload that was signed; if nobody sends it apart, copy the token again.",
            "提供当初签名的载荷；如果并没有分开传输，请重新复制令牌。",
        ],
    ),
    words(
        Cause::StandardBase64,
        ["Standard base64 in place of base64url", "用了标准 base64，不是 base64url"],
        [
            "The [{segment}|token] has [“{character}”|plus signs or slashes][ at position {position}]; JOSE uses base64url with “-” and “_”.",
            "[{segment}|令牌]中有[“{character}”|加号或斜杠][（位置 {position}）]；JOSE 使用 base64url，对应的字符是“-”和“_”。",
        ],
        [
            "Let the issuer encode with base64url; do not convert a signed token, since its signature covers the characters as they were sent.",
            "让颁发者改用 base64url 编码；不要自行转换已签名的令牌，签名覆盖的是原样的字符。",
        ],
    ),
    words(
        Cause::Base64Padding,
        ["Padding in a segment", "段中带有填充符"],
        [
            "The [{segment}|token] carries “=” padding[ at position {position}], which JOSE leaves out (RFC 7515 section 2).",
            "[{segment}|令牌]带有“=”填充符[（位置 {position}）]，JOSE 规定不带填充（RFC 7515 第 2 节）。",
        ],
        [
            "Let the issuer encode without padding; some libraries read it all the same, strict ones refuse.",
            "让颁发者去掉填充再编码；有的库能容忍，严格的库会拒绝。",
        ],
    ),
    words(
        Cause::IllegalCharacter,
        ["A character that base64url does not have", "出现了 base64url 之外的字符"],
        [
            "The [{segment}|token] contains [“{character}”|a character][ at position {position}] that belongs to no base64 alphabet.",
            "[{segment}|令牌]中有不属于任何 base64 字母表的字符[“{character}”][（位置 {position}）]。",
        ],
        [
            "Copy the token again from the request; something on the way changed it.",
            "从请求中重新复制令牌；途中有环节改动了它。",
        ],
    ),
    words(
        Cause::ImpossibleLength,
        ["A character was lost or added", "多了或少了一个字符"],
        [
            "[The {segment} is JSON without its last character “{surplus}”: a character was added|The {segment} has {length_bytes} characters, which no base64url text has|A segment has 4n+1 characters, which no base64url text has].",
            "[{segment}去掉最后一个字符“{surplus}”就是 JSON：多了一个字符|{segment}有 {length_bytes} 个字符，base64url 文本不可能是这个长度|有一段的长度是 4n+1 个字符，base64url 文本不可能是这个长度]。",
        ],
        [
            "Copy the token again; a character was probably missed or added at its start or end.",
            "重新复制令牌；多半是在开头或结尾漏掉或多带了一个字符。",
        ],
    ),
    words(
        Cause::NonCanonicalBase64,
        ["Unused bits are not zero", "末尾的未用比特不为零"],
        [
            "The last character of the [{segment}|segment][ (“{character}”)] carries bits that no byte uses; strict decoders refuse it (RFC 4648 section 3.5).",
            "[{segment}|这一段]的最后一个字符[（“{character}”）]带有不属于任何字节的比特；严格的解码器会拒绝（RFC 4648 第 3.5 节）。",
        ],
        [
            "Copy the token again: its last character was changed or cut.",
            "重新复制令牌：最后一个字符被改动或截断了。",
        ],
    ),
    words(
        Cause::HeaderNotJson,
        ["The header is not JSON", "头部不是 JSON"],
        [
            "The header segment decodes to text that is no JSON[ (at byte {position})][: {reason}].",
            "头部段解码后不是 JSON[（第 {position} 字节处）][：{reason}]。",
        ],
        [
            "Copy the token again; if it is complete, the issuer did not write the header with a JSON library.",
            "重新复制令牌；如果它是完整的，说明颁发者没有用 JSON 库生成头部。",
        ],
    ),
    words(
        Cause::HeaderNotObject,
        ["The header is no JSON object", "头部不是 JSON 对象"],
        [
            "The header must be a JSON object with an alg; it is [{value_type}|another JSON value].",
            "头部必须是含有 alg 的 JSON 对象；这里是[{value_type}|其他 JSON 值]。",
        ],
        [
            "Correct how the issuer builds the header: it was probably encoded twice.",
            "修正颁发者生成头部的方式：多半是序列化了两次。",
        ],
    ),
    words(
        Cause::HeaderNotUtf8,
        ["The header is not UTF-8", "头部不是 UTF-8"],
        [
            "The header segment decodes to bytes that are no UTF-8 text[ (at byte {position})].",
            "头部段解码后的字节不是 UTF-8 文本[（第 {position} 字节处）]。",
        ],
        [
            "Copy the token again; characters of its beginning were lost or changed.",
            "重新复制令牌；开头的字符丢失或被改动了。",
        ],
    ),
    words(
        Cause::HeaderEmpty,
        ["The header is empty", "头部为空"],
        [
            "The header segment has no content, so nothing says how the token was signed; alg is required (RFC 7515 section 4.1.1).",
            "头部段没有内容，无从得知令牌如何签名；alg 是必需的（RFC 7515 第 4.1.1 节）。",
        ],
        [
            "Copy the token again, whole; if it is complete, correct the issuer.",
            "重新完整复制令牌；如果它是完整的，请修正颁发者。",
        ],
    ),
    words(
        Cause::PayloadNotJson,
        ["The payload is not JSON", "载荷不是 JSON"],
        [
            "The payload must be a JSON object with claims; it decodes to something else[ (at byte {position})][: {reason}].",
            "载荷必须是包含声明的 JSON 对象；解码后却是其他内容[（第 {position} 字节处）][：{reason}]。",
        ],
        [
            "Let the issuer write the claims with a JSON library: no Python repr, no NaN, nothing cut.",
            "让颁发者用 JSON 库序列化声明：不要用 Python repr，不要有 NaN，也不要截断。",
        ],
    ),
    words(
        Cause::PayloadNotObject,
        ["The payload is no JSON object", "载荷不是 JSON 对象"],
        [
            "The claims must be a JSON object; the payload is [{value_type}|another JSON value].",
            "声明集必须是 JSON 对象；载荷却是[{value_type}|其他 JSON 值]。",
        ],
        [
            "Give the issuer's library an object of claims, not a string that holds JSON.",
            "把声明以对象形式交给颁发者的库，而不是包含 JSON 的字符串。",
        ],
    ),
    words(
        Cause::PayloadNotUtf8,
        ["The payload is not UTF-8", "载荷不是 UTF-8"],
        [
            "The payload decodes to bytes that are no UTF-8 text[ (at byte {position})]: it has another character encoding, is compressed, or was changed.",
            "载荷解码后的字节不是 UTF-8 文本[（第 {position} 字节处）]：它用了其他字符编码、被压缩过，或被改动过。",
        ],
        [
            "Let the issuer write the claims as UTF-8; if it does, copy the token again.",
            "让颁发者以 UTF-8 写入声明；如果已经是，请重新复制令牌。",
        ],
    ),
    words(
        Cause::PayloadCompressed,
        ["The payload is compressed", "载荷被压缩"],
        [
            "The payload[ is compressed with {format}| is compressed]; a signed JWT has no compression (“zip” exists for JWE only), so libraries see no JSON in it.",
            "载荷[使用 {format} 压缩|被压缩]；签名的 JWT 不支持压缩（“zip”仅用于 JWE），库在其中看不到 JSON。",
        ],
        [
            "Switch the compression off at the issuer, or decompress after the signature was verified, with a bound on the size.",
            "在颁发者一侧关闭压缩，或在验证签名之后解压，并限制解压后的大小。",
        ],
    ),
    words(
        Cause::DuplicateMember,
        ["A member name stands twice", "成员名重复"],
        [
            "[“{member}” stands|A member stands] twice in [the {segment}|one JSON object]; parsers disagree about which one counts, here it is the last one.",
            "[{segment}|同一个 JSON 对象]中[“{member}”|有成员]出现了两次；各解析器对取哪个值并不一致，这里取最后一个。",
        ],
        [
            "Write each member once; two services that read different values are an opening for an attack.",
            "每个成员只写一次；两个服务读到不同的值，会给攻击者留下可乘之机。",
        ],
    ),
    words(
        Cause::TruncatedToken,
        ["The token was cut", "令牌被截断"],
        [
            "[{alg} makes signatures of {expected_bytes} bytes; this one has {length_bytes}|The {segment} ends early|The token ends early]: its end is lost[, or {missing_bytes:leading zero/leading zeros} of its numbers].",
            "[{alg} 的签名应为 {expected_bytes} 字节，这里只有 {length_bytes} 字节|{segment}提前结束|令牌提前结束]：末尾丢失了[，或者其中的数值丢了 {missing_bytes} 个前导零]。",
        ],
        [
            "Copy the whole token; if it arrives like this, look for a column, cookie or header limit on its way.",
            "复制完整的令牌；如果收到的就是这样，检查途中数据库字段、Cookie 或请求头的长度限制。",
        ],
    ),
    words(
        Cause::InputTooDeep,
        ["The JSON is nested too deep", "JSON 嵌套过深"],
        [
            "The JSON of the [{segment}|text] is nested deeper than[ {limit} levels| the bound], so it was not read further.",
            "[{segment}|文本]中的 JSON 嵌套超过了[ {limit} 层|上限]，不再继续读取。",
        ],
        [
            "Treat the token as hostile: no issuer nests claims like this.",
            "把这个令牌视为恶意输入：没有颁发者会这样嵌套声明。",
        ],
    ),
    words(
        Cause::JweDecryptFailed,
        ["The token did not decrypt", "令牌解密失败"],
        [
            "The token did not decrypt[ under {alg}][ with key {key_index}]: [{reason}|the key is another one, or the text was changed][ (“{member}”)][ ({bits} bits, {required_bits} needed)].",
            "令牌未能解密[（算法 {alg}）][（密钥 {key_index}）]：[{reason}|要么密钥不对，要么文本被改动过][（“{member}”）][（{bits} 比特，需要 {required_bits} 比特）]。",
        ],
        [
            "Give the recipient's private or shared key; the issuer's public key can't decrypt.",
            "提供接收方的私钥或共享密钥；颁发者的公钥不能用来解密。",
        ],
    ),
    words(
        Cause::Rsa15Encryption,
        ["RSA1_5 is open to attacks", "RSA1_5 存在攻击风险"],
        [
            "The token's key is encrypted with RSAES-PKCS1-v1_5 (RSA1_5); many libraries refuse it, because a receiver whose errors differ can be made to decrypt for others (RFC 8725 section 3.2).",
            "令牌的密钥用 RSAES-PKCS1-v1_5（RSA1_5）加密；许多库会拒绝，因为错误表现不同的接收方会被利用来替他人解密（RFC 8725 第 3.2 节）。",
        ],
        ["Let the issuer use RSA-OAEP-256 or ECDH-ES.", "请颁发者改用 RSA-OAEP-256 或 ECDH-ES。"],
    ),
    words(
        Cause::SdJwtDisclosureUnmatched,
        ["A disclosure without its digest", "披露项与摘要不对应"],
        [
            "[The disclosure of “{claim}”|A disclosure] has no digest in the payload, or stands twice[ (number {position})]; such an SD-JWT must be rejected.",
            "[“{claim}”的披露项|有披露项][（第 {position} 个）]在载荷中没有对应的摘要，或出现了两次；这样的 SD-JWT 必须拒绝。",
        ],
        [
            "Send exactly the disclosures that the issuer gave with this token, unchanged.",
            "原样发送颁发者随此令牌给出的披露项。",
        ],
    ),
    words(
        Cause::KeyBinding,
        ["The key binding of the SD-JWT", "SD-JWT 的密钥绑定"],
        [
            "The key-binding JWT[: “{claim}” is “{found}”, and “{expected}” is expected|: “{claim}” has to be “{expected}”|: {reason}] (RFC 9901 section 7.3).",
            "密钥绑定 JWT[：“{claim}”为“{found}”，应为“{expected}”|：“{claim}”应为“{expected}”|：{reason}]（RFC 9901 第 7.3 节）。",
        ],
        [
            "The holder makes it anew for each verifier, with the key of cnf, over exactly what is sent.",
            "持有者应为每个验证方重新生成，用 cnf 中的密钥对实际发送的内容签名。",
        ],
    ),
];
