//! HMAC secrets: how their text was read, and how strong they are.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::SecretBase64Decoded,
        ["The secret is base64 and was not decoded", "密钥是 base64，但没有解码"],
        [
            "The signature verifies when the secret is decoded from base64 first[ ({characters} characters become {length_bytes} bytes)][, where the last {cut:character/characters} drop out as in Java's DatatypeConverter]; as text it does not.",
            "先对密钥做 base64 解码[（{characters} 个字符变成 {length_bytes} 字节）][，并像 Java 的 DatatypeConverter 那样丢弃末尾 {cut} 个字符]，签名就能验证通过；按文本使用则不行。",
        ],
        [
            "Decode the secret in the verifier before it is used (jjwt and Auth0's older tenants sign with the decoded bytes).",
            "在验证方使用前先解码（jjwt 和 Auth0 的旧租户都用解码后的字节签名）。",
        ],
    ),
    words(
        Cause::SecretBase64Text,
        ["The secret was decoded and must not be", "密钥被解码了，但不应解码"],
        [
            "The signature verifies with the base64 text of the secret[ ({characters} characters)], not with the bytes behind it.",
            "应使用密钥的 base64 文本[（{characters} 个字符）]才能验证通过，而不是其解码后的字节。",
        ],
        ["Use the secret's text as it stands, and leave the decoding out.", "直接使用密钥的文本，不要解码。"],
    ),
    words(
        Cause::SecretHexDecoded,
        ["The secret is hexadecimal and was not decoded", "密钥是十六进制，但没有解码"],
        [
            "The signature verifies when the secret is decoded from hexadecimal digits[ ({characters} digits become {length_bytes} bytes)].",
            "把密钥按十六进制解码[（{characters} 位变成 {length_bytes} 字节）]后，签名验证通过。",
        ],
        [
            "Decode the hexadecimal digits in the verifier before the secret is used.",
            "在验证方使用前先做十六进制解码。",
        ],
    ),
    words(
        Cause::SecretHexText,
        ["The secret's hexadecimal digits are the secret", "密钥的十六进制文本才是密钥"],
        [
            "The signature verifies with the hexadecimal digits of the secret as text[ ({length_bytes} characters)], not with the bytes behind them.",
            "应使用密钥的十六进制文本[（{length_bytes} 个字符）]才能验证通过，而不是其字节。",
        ],
        [
            "Use the digits as they stand on both sides, or decode them on both.",
            "两端都直接使用十六进制文本，或两端都先解码。",
        ],
    ),
    words(
        Cause::SecretWhitespace,
        ["White space on one side's secret", "一方的密钥多了空白字符"],
        [
            "The signature verifies when white space or a line end is removed from or added to the secret[: {stripped} taken off|: {added} put on].",
            "去掉或加上密钥首尾的空格或换行后，签名验证通过[：去掉 {stripped}|：加上 {added}]。",
        ],
        [
            "Trim the secret on both sides: “echo” and text editors add a line end, “printf” does not.",
            "两端都去掉密钥的首尾空白：echo 和文本编辑器会加换行，printf 不会。",
        ],
    ),
    words(
        Cause::SecretQuoted,
        ["Quotation marks belong to the secret's text", "密钥带着引号"],
        [
            "The signature verifies when the quotation marks of the secret are corrected[: {stripped} taken off|: {added} put on].",
            "修正密钥的引号[（去掉 {stripped}）|（加上 {added}）]后，签名验证通过。",
        ],
        [
            "Take them off in the env file or the YAML; Docker's env files keep quotation marks as they stand.",
            "在 env 文件或 YAML 中去掉引号；Docker 的 env 文件会原样保留引号。",
        ],
    ),
    words(
        Cause::SecretUrlEncoded,
        ["The secret is percent-encoded on one side", "密钥只在一端做了百分号编码"],
        [
            "The signature verifies when the secret is [percent-encoded first ({characters} characters become {encoded_bytes} bytes)|percent-decoded first ({characters} characters become {length_bytes} bytes)|percent-decoded or percent-encoded first].",
            "先对密钥做[百分号编码（{characters} 个字符变成 {encoded_bytes} 字节）|百分号解码（{characters} 个字符变成 {length_bytes} 字节）|百分号解码或编码]，签名验证通过。",
        ],
        [
            "Use one spelling on both sides; decode the secret once where it is taken out of a URL or a connection string.",
            "两端使用同一种写法；从 URL 或连接串中取出密钥时解码一次。",
        ],
    ),
    words(
        Cause::SecretShellExpanded,
        ["A shell or a compose file changed the secret", "shell 或 compose 文件改动了密钥"],
        [
            "The signature verifies with another spelling of the secret[: {reason}]; “$”, “$$” and backslashes mean something to shells and compose files.",
            "换一种写法后密钥验证通过[：{reason}]；“$”“$$”和反斜杠在 shell 和 compose 文件中有特殊含义。",
        ],
        [
            "Put the secret in single quotes or in a file of its own; in compose files write “$$” for “$”.",
            "把密钥放进单引号或单独的文件；在 compose 文件里用“$$”表示“$”。",
        ],
    ),
    words(
        Cause::SecretPlaceholder,
        ["The secret is a placeholder", "密钥是占位符"],
        [
            "[“{found}” is|The key text is] no secret but a stand-in: a variable was not set, or an example was not replaced.",
            "[“{found}”|密钥文本]不是真正的密钥，而是占位符：变量没有设置，或示例没有替换。",
        ],
        [
            "Set the real secret where the service starts, and let it refuse to start without one.",
            "在服务启动处设置真正的密钥，缺少时让服务拒绝启动。",
        ],
    ),
    words(
        Cause::SecretEmpty,
        ["The secret is empty", "密钥为空"],
        [
            "The HMAC was made with an empty secret, or one is configured: everybody can make such a token.",
            "HMAC 使用了空密钥，或配置成了空密钥：任何人都能造出这样的令牌。",
        ],
        [
            "Set a random secret of at least 32 bytes on both sides, and treat tokens made so far as forged.",
            "两端都设置至少 32 字节的随机密钥，并把此前的令牌一律视为伪造。",
        ],
    ),
    words(
        Cause::SecretWellKnown,
        ["Signed with a published example secret", "用公开的示例密钥签名"],
        [
            "The token verifies with a secret[, “{value}”,] that stands in public examples or lists[ (entry {position})]: everybody can make such a token.",
            "令牌可以用公开示例或列表中的密钥[“{value}”|][（第 {position} 条）]验证通过：任何人都能造出这样的令牌。",
        ],
        [
            "Replace the secret on both sides by a random one now, and treat tokens made so far as forged.",
            "立即在两端换成随机密钥，并把此前的令牌一律视为伪造。",
        ],
    ),
    words(
        Cause::SecretTooShort,
        ["The secret is too short", "密钥太短"],
        [
            "[{alg} needs a secret of at least {required_bits} bits|The secret is shorter than its algorithm's hash][; this one has {bits}] (RFC 7518 section 3.2); some libraries refuse it.",
            "[{alg} 要求密钥至少 {required_bits} 比特|密钥短于算法的摘要长度][，这里只有 {bits} 比特]（RFC 7518 第 3.2 节）；有的库会拒绝。",
        ],
        [
            "Make a random secret: 32 bytes for HS256, 48 for HS384, 64 for HS512.",
            "生成随机密钥：HS256 用 32 字节，HS384 用 48 字节，HS512 用 64 字节。",
        ],
    ),
    words(
        Cause::SecretCharset,
        ["The secret in another character encoding", "密钥的字符编码不同"],
        [
            "The signature verifies when the secret is written[ in {encoding}| in another character encoding] in place of UTF-8[ ({length_bytes} bytes)].",
            "把密钥[按 {encoding} 编码|换一种字符编码]而不是 UTF-8[（{length_bytes} 字节）]，签名验证通过。",
        ],
        [
            "Write the secret as UTF-8 without a byte order mark on both sides, or use base64 of random bytes.",
            "两端都用不带 BOM 的 UTF-8，或改用随机字节的 base64。",
        ],
    ),
    words(
        Cause::SecretPrefix,
        ["A prefix was left on the secret", "密钥残留了前缀"],
        [
            "The signature verifies when [“{prefix}” with the quotation marks ({stripped})|“{prefix}”|a prefix] is taken off the secret[, and the rest is read as {encoding}].",
            "去掉密钥的[“{prefix}”和引号（{stripped}）|“{prefix}”|前缀][，其余部分按 {encoding} 读取]，签名验证通过。",
        ],
        [
            "Take the prefix off in the verifier: it tells a framework how to read the secret, and is no part of it. In a compose file's list, quotation marks stay in the value.",
            "在验证方去掉前缀：它只是告诉框架如何读取密钥，并不属于密钥。compose 文件的列表写法会把引号留在值里。",
        ],
    ),
];
