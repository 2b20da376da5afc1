//! What each experiment changes, and what is ruled out without it.

use super::{Words, words};
use crate::cause::ExperimentId;

pub(super) const ROWS: &[Words] = &[
    words(
        ExperimentId::SegmentsRespelled,
        [
            "[leave out the signature's last character “{surplus}”, which is one too many|spell the segments in base64url without padding]",
            "[去掉签名多出的最后一个字符“{surplus}”|按不带填充的 base64url 重写各段]",
        ],
        ["no other spelling of the segments", "不是各段的编码写法问题"],
    ),
    words(
        ExperimentId::SpellingTolerated,
        [
            "read the segments as lenient libraries do, over the characters as they are",
            "像宽松的库那样读取各段，并按原字符验证",
        ],
        ["not the spelling of the segments alone", "不只是各段的编码写法"],
    ),
    words(
        ExperimentId::SecretBase64Decoded,
        [
            "decode the secret from base64[ ({characters} characters become {length_bytes} bytes)][, its last {cut:character/characters} left out][, {skipped:character/characters} outside of base64 skipped]",
            "对密钥做 base64 解码[（{characters} 个字符变成 {length_bytes} 字节）][，丢弃末尾 {cut} 个字符][，略过 {skipped} 个非 base64 字符]",
        ],
        ["not a base64 secret", "不是 base64 密钥"],
    ),
    words(
        ExperimentId::SecretWhitespace,
        [
            "[take {stripped} off the secret|add {added} to the secret|correct the white space of the secret]",
            "[去掉密钥的 {stripped}|给密钥加上 {added}|修正密钥首尾的空白]",
        ],
        ["no white space around the secret", "密钥首尾没有多余空白"],
    ),
    words(
        ExperimentId::SecretQuoted,
        [
            "[put quotation marks ({added}) around the secret|take the white space ({around}) and then the quotation marks ({stripped}) off the secret|take the quotation marks ({stripped}) off the secret|take the quotation marks off the secret]",
            "[给密钥加上引号（{added}）|先去掉密钥的空白（{around}），再去掉引号（{stripped}）|去掉密钥的引号（{stripped}）|去掉密钥的引号]",
        ],
        ["no quotation marks around the secret", "密钥没有引号"],
    ),
    words(
        ExperimentId::SecretHexDecoded,
        [
            "decode the secret from hexadecimal[ ({characters} digits become {length_bytes} bytes)]",
            "对密钥做十六进制解码[（{characters} 位变成 {length_bytes} 字节）]",
        ],
        ["not a hexadecimal secret", "不是十六进制密钥"],
    ),
    words(
        ExperimentId::SecretBase64Text,
        [
            "use the base64 text of the secret[ ({length_bytes} bytes become {characters} characters)]",
            "使用密钥的 base64 文本[（{length_bytes} 字节变成 {characters} 个字符）]",
        ],
        ["not the base64 text of the secret", "不是密钥的 base64 文本"],
    ),
    words(
        ExperimentId::SecretHexText,
        [
            "use the hexadecimal digits of the secret as text[ ({length_bytes} characters)]",
            "把密钥的十六进制写法当作文本使用[（{length_bytes} 个字符）]",
        ],
        ["not the hexadecimal text of the secret", "不是密钥的十六进制文本"],
    ),
    words(
        ExperimentId::JwkKNotEncoded,
        [
            "take the JWK's k as plain text[ ({characters} characters)]",
            "把 JWK 的 k 当作纯文本[（{characters} 个字符）]",
        ],
        ["k is not the secret as text", "k 不是密钥原文"],
    ),
    words(
        ExperimentId::SecretUrlEncoded,
        [
            "[percent-encode the secret ({characters} characters become {encoded_bytes} bytes)|percent-decode the secret ({characters} characters become {length_bytes} bytes)|percent-decode or percent-encode the secret]",
            "[对密钥做百分号编码（{characters} 个字符变成 {encoded_bytes} 字节）|对密钥做百分号解码（{characters} 个字符变成 {length_bytes} 字节）|对密钥做百分号解码或编码]",
        ],
        ["not a percent-encoded secret", "不是百分号编码的密钥"],
    ),
    words(
        ExperimentId::SecretShellExpanded,
        [
            "undo or redo what shells and compose files do to “$” and backslashes in the secret[: {reason}]",
            "还原或重做 shell、compose 文件对密钥中“$”和反斜杠的处理[：{reason}]",
        ],
        ["no shell changed the secret", "密钥未被 shell 改动"],
    ),
    words(
        ExperimentId::SecretPrefix,
        [
            "[put the prefix “{added}” before the secret|take the prefix “{prefix}” and the quotation marks ({stripped}) off the secret|take the prefix “{prefix}” off the secret|take the prefix off the secret][ and read the rest as {encoding}][; {lines:other line/other lines} left out]",
            "[在密钥前加上“{added}”|去掉密钥的前缀“{prefix}”和引号（{stripped}）|去掉密钥的前缀“{prefix}”|去掉密钥的前缀][，其余按 {encoding} 读取][；其余 {lines} 行不用]",
        ],
        ["no prefix on the secret", "密钥没有前缀"],
    ),
    words(
        ExperimentId::SecretCharset,
        [
            "write the secret in [{encoding}|another character encoding][ ({length_bytes} bytes)]",
            "[用 {encoding} |换一种字符编码]表示密钥[（{length_bytes} 字节）]",
        ],
        ["no other character encoding", "不是字符编码问题"],
    ),
    words(
        ExperimentId::SecretAsGiven,
        ["use the given text itself as the secret", "把给出的文本原样用作密钥"],
        ["not the given text itself", "不是给出的文本本身"],
    ),
    words(
        ExperimentId::SecretEmpty,
        [
            "use the empty secret (to HMAC, zero bytes are the same)",
            "使用空密钥（对 HMAC 来说，零字节与之相同）",
        ],
        ["not the empty secret", "不是空密钥"],
    ),
    words(
        ExperimentId::SecretWellKnown,
        ["use a published example secret[ (“{value}”)]", "使用公开的示例密钥[（“{value}”）]"],
        ["no published secret", "不是公开的密钥"],
    ),
    words(
        ExperimentId::SecretUnset,
        [
            "set the secret where the token is signed[: its variable was not set or not resolved, and the token was signed with “{value}”]",
            "在签发处设置密钥[：变量未设置或未展开，令牌是用“{value}”签名的]",
        ],
        ["no unset variable as the secret", "不是未设置的变量"],
    ),
    words(
        ExperimentId::JwksOtherKeyVerifies,
        [
            "use another key of the set[: key {key_index}][, kid “{kid}”]",
            "使用密钥集中的另一把密钥[：密钥 {key_index}][，kid 为“{kid}”]",
        ],
        ["no other key given", "给出的其他密钥都不行"],
    ),
    words(
        ExperimentId::AlgHeaderWrong,
        [
            "verify as [{expected}|another algorithm][ in place of {found}]",
            "[按 {expected} |按其他算法]验证[，而不是 {found}]",
        ],
        ["no other algorithm of this key", "该密钥的其他算法都不行"],
    ),
    words(
        ExperimentId::PssSaltLength,
        [
            "allow a PSS salt of [{salt_bytes} bytes|any length][ in place of {expected_bytes}]",
            "允许 PSS 盐长度为[ {salt_bytes} 字节|任意值][，而不是 {expected_bytes} 字节]",
        ],
        ["not the PSS salt's length", "不是 PSS 盐长度问题"],
    ),
    words(
        ExperimentId::DerSignature,
        [
            "read the ECDSA signature as DER[ ({length_bytes} bytes become {expected_bytes})]",
            "按 DER 读取 ECDSA 签名[（{length_bytes} 字节变成 {expected_bytes} 字节）]",
        ],
        ["not a DER signature", "不是 DER 签名"],
    ),
    words(
        ExperimentId::SignatureReencoded,
        [
            "read the signature's bytes in another way[: {format}][ ({length_bytes} bytes become {expected_bytes})]",
            "换一种方式读取签名的字节[：{format}][（{length_bytes} 字节变成 {expected_bytes} 字节）]",
        ],
        ["no other encoding of the signature", "不是签名的其他编码"],
    ),
    words(
        ExperimentId::SignatureDamaged,
        [
            "undo the damage to the signature's text[: {reason}][ ({length_bytes} of {expected_bytes} bytes are there)]",
            "修复签名文本的损坏[：{reason}][（现有 {length_bytes} 字节，应为 {expected_bytes} 字节）]",
        ],
        [
            "no single character lost or added at an end of the signature, nor its last one changed",
            "签名首尾没有少或多一个字符，末字符也未被改动",
        ],
    ),
    words(
        ExperimentId::ReserializedJson,
        [
            "verify over another spelling of the same JSON[: {format}]",
            "对同一 JSON 的另一种写法验证[：{format}]",
        ],
        ["no usual other spelling of the JSON", "不是 JSON 的常见写法不同"],
    ),
    words(
        ExperimentId::NonceHashed,
        [
            "put the SHA-256 of the header's nonce in its place: the key is right, and this token is for Microsoft Graph alone",
            "把头部的 nonce 换成它的 SHA-256：密钥正确，这个令牌只供 Microsoft Graph 使用",
        ],
        ["no nonce of Microsoft Graph", "不是 Microsoft Graph 的 nonce"],
    ),
    words(
        ExperimentId::ContentAltered,
        [
            "open the RSA signature: it was made by this key for other content[ (hash {hash})][, or for the same {members} claims in another order]",
            "打开 RSA 签名：它由这把密钥对其他内容生成[（摘要 {hash}）][，也可能是同样的 {members} 个声明换了顺序]",
        ],
        ["no signature of this key at all", "根本不是这把密钥的签名"],
    ),
    words(
        ExperimentId::AlgorithmConfusion,
        [
            "use the text of the public key as HMAC secret[ ({format})]",
            "用公钥文本作为 HMAC 密钥[（{format}）]",
        ],
        ["not the public key's text as secret", "不是用公钥文本作密钥"],
    ),
    words(
        ExperimentId::SelfSignedKey,
        [
            "trust the key in the token's own header[ ({parameter})]",
            "信任令牌头部自带的密钥[（{parameter}）]",
        ],
        ["not the key in its own header", "不是头部自带的密钥"],
    ),
    words(
        ExperimentId::AlgAllowed,
        ["allow the algorithm[ {alg}| of the token]", "允许[ {alg} |令牌所用的]算法"],
        ["not the list of algorithms", "不是算法列表问题"],
    ),
    words(
        ExperimentId::KeyUseIgnored,
        [
            "use the key[ “{kid}”] although its [{member}|use, key_ops or alg] speaks against it[ ({found})]",
            "不顾[ {member} |use、key_ops 或 alg ]的限制[（{found}）]使用密钥[“{kid}”]",
        ],
        ["not the key's use", "不是密钥用途问题"],
    ),
    words(
        ExperimentId::ClockSkew,
        [
            "allow for a clock difference[ of {offset}][ (a leeway of {leeway})]",
            "容忍[ {offset} 的]时钟偏差[（容差 {leeway}）]",
        ],
        ["not a small clock difference", "不是少量时钟偏差"],
    ),
    words(
        ExperimentId::LocalTimeAsUtc,
        [
            "move the clock by a time zone's offset[ of {offset}][, if the token is new; if it is {age} old, it has expired]",
            "把时钟调整一个时区偏移[：{offset}][（仅当令牌刚签发时；若确为 {age} 前签发，则是已过期）]",
        ],
        ["not a time zone's offset", "不是时区偏移"],
    ),
    words(
        ExperimentId::TimeInMilliseconds,
        [
            "read [“{claim}”|the time claims] as [{format}|milliseconds or microseconds]",
            "把[“{claim}”|时间声明]按[{format}|毫秒或微秒]读取",
        ],
        ["no times in milliseconds", "时间不是毫秒"],
    ),
    words(
        ExperimentId::TimeFromString,
        [
            "read the string in [“{claim}”|a time claim] as a time[: {value}]",
            "把[“{claim}”|时间声明]中的字符串当作时间读取[：{value}]",
        ],
        ["no times as strings", "时间不是字符串"],
    ),
    words(
        ExperimentId::TimeFromDuration,
        [
            "add [“{claim}”|the duration] to the time of issue[: {to}]",
            "把[“{claim}”|时长]加到签发时间上[：{to}]",
        ],
        ["no duration in place of a time", "不是把时长当作时间"],
    ),
    words(
        ExperimentId::ClockMovedBack,
        [
            "judge before the token expired[: {offset} earlier][, at {to}]",
            "在令牌过期之前判定[：提前 {offset}][，即 {to}]",
        ],
        ["not its expiry", "不是过期问题"],
    ),
    words(
        ExperimentId::ClockMovedOn,
        [
            "judge when the token has become valid[: {offset} later][, at {to}]",
            "在令牌生效之后判定[：推后 {offset}][，即 {to}]",
        ],
        ["not its start", "不是生效时间问题"],
    ),
    words(
        ExperimentId::AudienceNearMiss,
        [
            "expect the audience as the token spells it[: “{found}”][ in place of “{expected}”]",
            "按令牌中的写法期望受众[：“{found}”][，而不是“{expected}”]",
        ],
        ["not the audience's spelling", "不是受众的写法"],
    ),
    words(
        ExperimentId::IssuerNearMiss,
        [
            "expect the issuer as the token spells it[: “{found}”][ in place of “{expected}”]",
            "按令牌中的写法期望颁发者[：“{found}”][，而不是“{expected}”]",
        ],
        ["not the issuer's spelling", "不是颁发者的写法"],
    ),
    words(
        ExperimentId::AudienceRespelled,
        [
            "spell the audience as an array of strings[: {corrected}][ in place of “{found}”]",
            "把受众写成字符串数组[：{corrected}][，而不是“{found}”]",
        ],
        ["not the form of the audience", "不是受众的形式问题"],
    ),
    words(
        ExperimentId::IssuerRespelled,
        ["spell the issuer as one string[: {corrected}]", "把颁发者写成单个字符串[：{corrected}]"],
        ["not the form of the issuer", "不是颁发者的形式问题"],
    ),
    words(
        ExperimentId::AudienceExpected,
        [
            "[expect the audience “{found}” in place of “{expected}”|expect the audience “{found}”|stop expecting the audience “{expected}”|expect the audience that the token has]",
            "[期望受众为“{found}”，而不是“{expected}”|期望受众为“{found}”|不再期望受众为“{expected}”|期望受众为令牌中的值]",
        ],
        ["not the audience", "不是受众问题"],
    ),
    words(
        ExperimentId::IssuerExpected,
        [
            "[expect the issuer “{found}” in place of “{expected}”|expect the issuer “{found}”|stop expecting the issuer “{expected}”|expect the issuer that the token has]",
            "[期望颁发者为“{found}”，而不是“{expected}”|期望颁发者为“{found}”|不再期望颁发者为“{expected}”|期望颁发者为令牌中的值]",
        ],
        ["not the issuer", "不是颁发者问题"],
    ),
    words(
        ExperimentId::ClaimExpected,
        [
            "[expect “{found}” in “{claim}” in place of “{expected}”|expect “{found}” in “{claim}”|stop expecting “{expected}” in “{claim}”|expect the other claims that the token has]",
            "[期望“{claim}”为“{found}”，而不是“{expected}”|期望“{claim}”为“{found}”|不再期望“{claim}”为“{expected}”|按令牌中的值期望其他声明]",
        ],
        ["not another claim's value", "不是其他声明的值"],
    ),
    words(
        ExperimentId::RequirementDropped,
        ["stop requiring [“{claim}”|the claim that the token lacks]", "不再要求[“{claim}”|令牌所缺少的声明]"],
        ["not a required claim", "不是必需声明的问题"],
    ),
    words(
        ExperimentId::MaxAgeRaised,
        [
            "allow an age or a lifetime of [{age}|what the token has][ in place of {limit}]",
            "允许令牌的年龄或有效期达到[ {age}|其实际值][，而不是 {limit}]",
        ],
        ["not its age", "不是年龄限制问题"],
    ),
    words(
        ExperimentId::SignatureCheckDropped,
        ["accept the token without a look at its signature", "不检查签名就接受令牌"],
        ["not the signature alone", "不只是签名问题"],
    ),
    words(
        ExperimentId::ClaimsCheckDropped,
        ["accept the token without a look at its claims", "不检查声明就接受令牌"],
        ["not the claims alone", "不只是声明问题"],
    ),
    words(
        ExperimentId::PayloadEdited,
        [
            "change the payload so that its claims fit, and keep the signature",
            "改动载荷使声明相符，并保留原签名",
        ],
        ["editing the payload breaks the signature", "改动载荷会使签名验证不通过"],
    ),
];
