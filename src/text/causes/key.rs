//! The text of a key, and what it turned out to be.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::NoKey,
        ["No key: the signature was not checked", "没有密钥：未检查签名"],
        [
            "Without a key[ for {alg}] nobody can say whether the signature is right; the token's content was decoded, not verified.",
            "没有[ {alg} 的]密钥，就无法判断签名是否正确；内容只是解码，并未验证。",
        ],
        [
            "Give the shared secret, or the issuer's public key, certificate or JWK Set.",
            "提供共享密钥，或颁发者的公钥、证书、JWK Set。",
        ],
    ),
    words(
        Cause::RsaKeyTooSmall,
        ["The RSA key is too small", "RSA 密钥太小"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]The modulus has[ {bits}| too few] bits; RFC 7518 section 3.3 demands 2048, and many libraries refuse less.",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]模数[只有 {bits} 比特|位数太少]；RFC 7518 第 3.3 节要求 2048 比特，许多库会拒绝更小的密钥。",
        ],
        [
            "Make a key of at least 2048 bits at the issuer and publish it.",
            "在颁发者一侧生成至少 2048 比特的密钥并发布。",
        ],
    ),
    words(
        Cause::RsaKeyRoca,
        ["The RSA key can be factored (ROCA)", "RSA 密钥可被分解（ROCA）"],
        [
            "[Key “{kid}”: |Key {jwk_number} of the set: ]The modulus[ of {bits} bits] has the fingerprint of a generator whose keys can be factored (CVE-2017-15361); a strict verifier refuses it.",
            "[密钥“{kid}”：|密钥集中的第 {jwk_number} 把密钥：]模数[（{bits} 比特）]带有某生成器的特征，这类密钥可被分解（CVE-2017-15361）；严格的验证方会拒绝。",
        ],
        [
            "Make a new key outside of the device that made this one, and withdraw this one.",
            "不要再用原来的设备，另行生成新密钥，并停用这把密钥。",
        ],
    ),
    words(
        Cause::PrivateKeyGiven,
        ["A private key where the public one belongs", "应填公钥，却给了私钥"],
        [
            "The text[ ({format})] holds a private key; verifying needs its public half only, which was used here.",
            "这段文本[（{format}）]包含私钥；验证只需要公钥部分，这里使用的就是公钥部分。",
        ],
        [
            "Give verifiers the public key; whoever holds the private one can make tokens.",
            "只给验证方公钥；持有私钥的人都能签发令牌。",
        ],
    ),
    words(
        Cause::EncryptedPrivateKey,
        ["The private key is encrypted", "私钥经过口令加密"],
        [
            "The key text[ ({label})] is a private key behind a passphrase; it can't be read here, so it was not used.",
            "密钥文本[（{label}）]是用口令加密的私钥，这里无法读取，因此没有使用。",
        ],
        [
            "Give the public key; “openssl pkey -in key.pem -pubout” writes it.",
            "请提供公钥；可用 openssl pkey -in key.pem -pubout 导出。",
        ],
    ),
    words(
        Cause::CertificateGiven,
        ["An X.509 certificate was given", "给出的是 X.509 证书"],
        [
            "The text is a certificate[ for “{subject}”][, good from {not_before} to {not_after}]; its public key is what verifies, and some libraries want the bare key.",
            "这段文本是[“{subject}”的]证书[，有效期从 {not_before} 到 {not_after}]；真正用于验证的是其中的公钥，有的库只接受公钥本身。",
        ],
        [
            "Where a library refuses it, give the public key: “openssl x509 -in cert.pem -pubkey -noout”.",
            "如果库拒绝证书，就提供公钥：openssl x509 -in cert.pem -pubkey -noout。",
        ],
    ),
    words(
        Cause::CertificateExpired,
        ["The certificate is outside its validity", "证书不在有效期内"],
        [
            "The certificate[ for “{subject}”] is good[ from {not_before}][ to {not_after}| for another time]; the time is [{now}|outside of that]. Its key verifies all the same: signatures do not expire.",
            "[“{subject}”的]证书有效期[从 {not_before} 起][到 {not_after} 止|为另一段时间]；当前时间[是 {now}|不在其中]。其中的密钥仍可验证：签名不会过期。",
        ],
        [
            "Replace the certificate if your verifier checks its validity; keep the key's kid in step.",
            "如果验证方会检查证书有效期，请更换证书，并同步 kid。",
        ],
    ),
    words(
        Cause::KeyFingerprintMismatch,
        ["The token names another key by its fingerprint", "令牌用指纹指明的是另一把密钥"],
        [
            "[“{claim}” names|The token names] its key by the fingerprint[ {found}| of the public key][, and that of key {key_index} is {expected}|, and no key given has it].",
            "[“{claim}”|令牌]用公钥指纹[ {found} ]指明密钥[，而密钥 {key_index} 的指纹是 {expected}|，但给出的密钥都没有这个指纹]。",
        ],
        [
            "Give the key that has it, or let the issuer compute it from the key that signs.",
            "给出具有该指纹的密钥，或让颁发者用实际签名的密钥计算。",
        ],
    ),
    words(
        Cause::KeyFingerprintMatch,
        ["The token names this key by its fingerprint", "令牌用指纹指明的正是这把密钥"],
        [
            "The fingerprint[ in “{claim}”] is that of the key given[ (key {key_index})][: {found}].",
            "[“{claim}”中的|令牌中的]指纹与给出的密钥[（密钥 {key_index}）]一致[：{found}]。",
        ],
        [
            "If the token is refused all the same, compare it with the key that is registered there.",
            "如果令牌仍被拒绝，请与那里登记的密钥比较。",
        ],
    ),
    words(
        Cause::Pkcs1PublicKey,
        ["The key is in PKCS #1", "密钥是 PKCS #1 格式"],
        [
            "The text is an “RSA PUBLIC KEY” (PKCS #1); it was read here, and some libraries want “PUBLIC KEY” (SPKI).",
            "这段文本是“RSA PUBLIC KEY”（PKCS #1）；这里能读，但有的库只接受“PUBLIC KEY”（SPKI）。",
        ],
        [
            "Convert it: “openssl rsa -RSAPublicKey_in -in key.pem -pubout”.",
            "转换格式：openssl rsa -RSAPublicKey_in -in key.pem -pubout。",
        ],
    ),
    words(
        Cause::PemNewlinesLost,
        ["The PEM lost its line ends", "PEM 的换行丢失"],
        [
            "The PEM's line ends were[ {reason}| lost, escaped, turned to blanks or indented]; it was read here all the same. A library refuses it, unless the format that it stands in (YAML, Terraform) undoes that.",
            "PEM 的换行[{reason}|丢失、被转义、变成空格或带缩进]；这里仍能读取。除非所在的格式（YAML、Terraform）会还原，否则库会拒绝。",
        ],
        [
            "Keep the PEM in a file, or turn “\\n” back into line ends where it is read from a variable.",
            "把 PEM 放在文件里，或从变量读取时把“\\n”还原成换行。",
        ],
    ),
    words(
        Cause::PemLabelWrong,
        ["The PEM's label does not fit its body", "PEM 标签与内容不符"],
        [
            "[The label says “{label}”, and the body is “{format}”|The dashes around “{label}” are damaged, or BEGIN and END differ|The label does not fit the body].",
            "[标签写的是“{label}”，内容却是“{format}”|“{label}”两侧的破折线损坏，或 BEGIN 与 END 不一致|标签与内容不符]。",
        ],
        [
            "Export the key anew with its tool, and copy it with the BEGIN and END lines.",
            "用原工具重新导出密钥，连同 BEGIN 和 END 行一起复制。",
        ],
    ),
    words(
        Cause::PemArmourMissing,
        ["The PEM's BEGIN and END lines are missing", "PEM 缺少 BEGIN 和 END 行"],
        [
            "The text is the body of a PEM[ ({format})] without its first and last line; libraries take it for a secret or refuse it.",
            "这段文本是 PEM 的正文[（{format}）]，缺少首尾两行；库会把它当成共享密钥或直接拒绝。",
        ],
        [
            "Put the lines back, or hand the base64 to an interface that takes DER.",
            "补回这两行，或把 base64 解码后交给接受 DER 的接口。",
        ],
    ),
    words(
        Cause::PemTruncated,
        ["The PEM is cut", "PEM 被截断"],
        [
            "[The key is whole, and {reason}|The PEM ends before its key does ({length_bytes} of {expected_bytes} bytes)|The PEM ends before its key does, or a line of it is lost].",
            "[密钥完整，但{reason}|PEM 在密钥结束之前就断了（{expected_bytes} 字节中的 {length_bytes} 字节）|PEM 在密钥结束之前就断了，或丢了一行]。",
        ],
        [
            "Copy the whole file again, from the BEGIN line to the END line.",
            "重新复制整个文件，从 BEGIN 行到 END 行。",
        ],
    ),
    words(
        Cause::PemQuoted,
        ["Quotation marks around the key text", "密钥文本带着引号"],
        [
            "Quotation marks[ ({stripped})] stand around the key; they were taken off here. A library refuses them, unless the format that it stands in (TOML, JSON) takes them off.",
            "密钥前后有引号[（{stripped}）]；这里已去掉。除非所在的格式（TOML、JSON）会去掉，否则库会拒绝。",
        ],
        ["Take them off where the key is configured.", "在配置密钥的地方去掉引号。"],
    ),
    words(
        Cause::KeyBase64Twice,
        ["The whole key was base64-encoded again", "整个密钥又被 base64 编码了一次"],
        [
            "The key text is base64, and behind it stands[ {format}| a whole key text]; it was decoded here.",
            "密钥文本是 base64，解码后是[ {format}|完整的密钥文本]；这里已解码。",
        ],
        [
            "Decode it once before the library reads it; Kubernetes secrets and CI variables are often stored like this.",
            "交给库之前先解码一次；Kubernetes 的 Secret 和 CI 变量常以这种方式存放。",
        ],
    ),
    words(
        Cause::KeyInSettings,
        ["The key was taken out of settings", "密钥取自配置"],
        [
            "The text is settings or a credential in JSON, not a bare key; [“{member}”|the member that holds the key] was taken as the key.",
            "这段文本是 JSON 格式的配置或凭据，不是密钥本身；这里把[“{member}”|存放密钥的成员]当作密钥。",
        ],
        [
            "Leave the JSON as it is where a product wants it; where a library wants the key, give the member's value alone.",
            "产品需要 JSON 的地方保持原样；库需要密钥的地方，只提供该成员的值。",
        ],
    ),
    words(
        Cause::KeyForPssOnly,
        ["The key is for PSS alone", "该密钥只能用于 PSS"],
        [
            "The key calls itself RSASSA-PSS, so it may serve PS256, PS384 and PS512 alone (RFC 4055 section 1.2)[, and the token says {alg}]; OpenSSL and others refuse it there.",
            "该密钥的标识是 RSASSA-PSS，只允许用于 PS256、PS384、PS512（RFC 4055 第 1.2 节）[，而令牌写的是 {alg}]；OpenSSL 等会拒绝这种用法。",
        ],
        [
            "Let the issuer sign with PS256 and say so in alg, or make an ordinary RSA key.",
            "让颁发者用 PS256 签名并写入 alg，或改用普通 RSA 密钥。",
        ],
    ),
    words(
        Cause::KeyIsPath,
        ["A file's path, not its content", "给的是文件路径，不是内容"],
        [
            "The key text is the path[ “{path}”| of a file]; what the file holds is the key.",
            "密钥文本是文件路径[“{path}”]；文件的内容才是密钥。",
        ],
        [
            "Read the file and give its content; look for a setting that takes a path.",
            "读取文件并提供其内容；或查找接受路径的配置项。",
        ],
    ),
    words(
        Cause::KeyIsUrl,
        ["A URL, not a key", "给的是 URL，不是密钥"],
        [
            "The key text is the address[ {url}| of a key]; nothing is fetched here.",
            "密钥文本是网址[ {url}]；这里不会发起任何请求。",
        ],
        [
            "Open the address yourself, and give its answer as the key.",
            "自行打开该网址，把返回内容作为密钥提供。",
        ],
    ),
    words(
        Cause::SshPublicKey,
        ["The key is in OpenSSH format", "密钥是 OpenSSH 格式"],
        [
            "The text is an OpenSSH public key[ ({typ})]; it was read here, and JWT libraries want PEM or JWK.",
            "这段文本是 OpenSSH 公钥[（{typ}）]；这里能读，但 JWT 库要求 PEM 或 JWK。",
        ],
        [
            "Convert it: “ssh-keygen -e -m PKCS8 -f key.pub”, a file with “BEGIN SSH2” first with “ssh-keygen -i”; for Ed25519 there is no such conversion, so ask for PEM or JWK.",
            "转换格式：ssh-keygen -e -m PKCS8 -f key.pub；含“BEGIN SSH2”的文件先用 ssh-keygen -i 转换；Ed25519 无法这样转换，请索取 PEM 或 JWK。",
        ],
    ),
    words(
        Cause::DerKey,
        ["The key is DER, not PEM", "密钥是 DER，不是 PEM"],
        [
            "The bytes are a key in DER[ ({format})][, {length_bytes} bytes]; a library that wants PEM refuses them.",
            "这些字节是 DER 格式的密钥[（{format}）][，共 {length_bytes} 字节]；要求 PEM 的库会拒绝。",
        ],
        [
            "Convert it: “openssl pkey -pubin -inform DER -in key.der -pubout”, a private key without “-pubin”, a certificate with “openssl x509 -inform DER -in key.der -pubkey -noout”.",
            "转换格式：openssl pkey -pubin -inform DER -in key.der -pubout；私钥去掉 -pubin；证书用 openssl x509 -inform DER -in key.der -pubkey -noout。",
        ],
    ),
    words(
        Cause::KeyNotRecognised,
        ["The key's format is not known here", "无法识别的密钥格式"],
        [
            "The key text[ ({format})] is no key that can be read here, so it was not used[: {reason}].",
            "密钥文本[（{format}）]不是这里能读取的密钥，因此没有使用[：{reason}]。",
        ],
        [
            "Give the key as PEM, JWK or JWK Set, or a shared secret as it stands in the configuration.",
            "以 PEM、JWK 或 JWK Set 提供密钥；共享密钥则照配置原样提供。",
        ],
    ),
];
