//! Why no token was made, and what a verifier may stumble over in one that was.

use super::{Language, Text, causes, template::render};
use crate::sign::{About, Refusal, Remark, Why};

/// Why there is no token, and what to do next.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let said = render(Text::of(of_refusal(refusal.why)).in_(language), &refusal.facts, language);
    match &refusal.finding {
        Some(finding) => format!("{said} {}", causes::statement(finding, language)),
        None => said,
    }
}

/// What a verifier may stumble over.
pub fn remark(remark: &Remark, language: Language) -> String {
    render(Text::of(of_remark(remark.about)).in_(language), &remark.facts, language)
}

const fn of_refusal(why: Why) -> [&'static str; 2] {
    match why {
        Why::NotJson => [
            "[The {segment} is no JSON: {reason}, in line {line}, column {column}.] A JSON object is expected; mend it there and sign again.",
            "[{segment}不是 JSON：第{line}行第{column}列，{reason}。]应为一个 JSON 对象；改正后再签名。",
        ],
        Why::NotObject => [
            "[The {segment} is {value_type}.] A JSON object is expected: names and values between curly brackets.",
            "[{segment}是{value_type}。]应为一个 JSON 对象：花括号中的名称和值。",
        ],
        Why::Unencoded => [
            "The header has “b64”: false, so the payload must not be encoded (RFC 7797). Such tokens are not made here; take “b64” out of the header and out of “crit”.",
            "头部有“b64”: false，载荷不得编码（RFC 7797）。这里不制作这种令牌；请从头部和“crit”中去掉“b64”。",
        ],
        Why::UnknownAlgorithm => [
            "[There is no signature algorithm “{alg}” here.] Choose one of the list.",
            "[这里没有签名算法“{alg}”。]请从列表中选择。",
        ],
        Why::NoKey => [
            "There is no key[: {alg} signs with {key_needed} ({expected_curve})|: {alg} signs with {key_needed}]. Paste a private key or a secret, or generate one.",
            "没有密钥[：{alg}使用{key_needed}（{expected_curve}）签名|：{alg}使用{key_needed}签名]。请粘贴私钥或共享密钥，或生成一个。",
        ],
        Why::KeyUnreadable => [
            "No key could be read from the text[: {alg} signs with {key_needed} ({expected_curve})|: {alg} signs with {key_needed}]. Paste it as a JWK or as PEM (PKCS #8, PKCS #1, SEC 1), or generate one.",
            "无法从文本中读出密钥[：{alg}使用{key_needed}（{expected_curve}）签名|：{alg}使用{key_needed}签名]。请以 JWK 或 PEM（PKCS #8、PKCS #1、SEC 1）粘贴，或生成一个。",
        ],
        Why::PublicOnly => [
            "This is the public half of the key, and it only verifies[; {alg} signs with the private half]. Paste the private key (PEM “PRIVATE KEY”, or a JWK with “d” or “priv”), or generate one.",
            "这只是公钥，只能验证[；{alg}用私钥签名]。请粘贴私钥（PEM“PRIVATE KEY”，或含“d”或“priv”的 JWK），或生成一个。",
        ],
        Why::KeyKind => [
            "[{alg} signs with {key_needed}, and the text holds {key_found}.] Choose an algorithm for this key, or another key.",
            "[{alg}使用{key_needed}签名，而文本中是{key_found}。]请选择适合此密钥的算法，或换一个密钥。",
        ],
        Why::KeyCurve => [
            "[{alg} signs with a key of {expected_curve}, and this one is of {curve}.] Choose the algorithm of this curve, or another key.",
            "[{alg}使用{expected_curve}的密钥签名，而此密钥属于{curve}。]请选择此曲线的算法，或换一个密钥。",
        ],
        Why::ModulusSmall => [
            "[A modulus of {bits:bit/bits} has no room for the hash of {alg}.] Use an RSA key of 2048 bits or more, or a smaller hash.",
            "[{bits}位的模数容不下{alg}的哈希。]请使用 2048 位以上的 RSA 密钥，或更短的哈希。",
        ],
        Why::PrivateHalf => [
            "The private half of the key has another length than its kind, or is out of range[, so {alg} can't sign with it]. Copy the key again, or generate one.",
            "私钥的长度与类型不符，或超出范围[，{alg}无法用它签名]。请重新复制，或生成一个。",
        ],
        Why::HalvesDiffer => [
            "The private half does not belong to the public half of this key: what it signs would not verify. Copy both halves from the same key.",
            "私钥与公钥不是一对：签出的令牌无法通过验证。请从同一个密钥复制两部分。",
        ],
        Why::Salt => [
            "[{alg} needs a salt as long as its hash.] The page has to supply it; load the page again.",
            "[{alg}需要与哈希等长的盐。]盐应由页面提供；请重新加载页面。",
        ],
        Why::NotGenerated => [
            "The browser makes RSA keys only on pages from https:// or from this computer. Open the page so, or paste a key that “openssl genrsa 2048” has made.",
            "浏览器只在 https:// 或本机页面上生成 RSA 密钥。请以这种方式打开页面，或粘贴由“openssl genrsa 2048”生成的密钥。",
        ],
    }
}

const fn of_remark(about: About) -> [&'static str; 2] {
    match about {
        About::AlgDiffers => [
            "[The header says “{found}”, and {alg} signed.] A verifier that goes by the header will reject this token.",
            "[头部写的是“{found}”，实际以{alg}签名。]按头部验证的一方会拒绝此令牌。",
        ],
        About::AlgMissing => [
            "[The header has no “alg”; {alg} signed.] Verifiers reject a token without it.",
            "[头部没有“alg”；实际以{alg}签名。]验证方会拒绝没有它的令牌。",
        ],
        About::KeySmall => [
            "[The key has {bits:bit/bits}; the standard wants {required_bits} for {alg}.] Some libraries reject it.",
            "[密钥为{bits}位；标准要求{alg}至少{required_bits}位。]有些库会拒绝。",
        ],
        About::KidDiffers => [
            "[The “kid” of the header is “{kid}”, and the key's own is “{found}”.] A verifier that selects by “kid” will look for another key.",
            "[头部的“kid”是“{kid}”，而密钥自己的是“{found}”。]按“kid”选择的验证方会去找另一个密钥。",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Facts,
        sign::{Order, sign},
        text::template::placeholders,
    };

    #[test]
    fn both_languages_say_the_same_facts_and_end_as_sentences() {
        let all = Why::ALL.map(of_refusal).into_iter().chain(About::ALL.map(of_remark));
        for [en, zh] in all {
            assert_eq!(placeholders(en), placeholders(zh), "{en}");
            assert!(en.ends_with('.') && zh.ends_with('。'), "{en}");
            for template in [en, zh] {
                let empty = render(template, &Facts::new(), Language::En);
                assert!(!empty.contains(['{', '[']) && !empty.is_empty(), "{empty}");
            }
        }
    }

    #[test]
    fn a_refusal_says_what_was_expected_and_found() {
        let order = Order {
            header: "{}".to_owned(),
            payload: "{}".to_owned(),
            algorithm: "ES256".to_owned(),
            key: "secret".to_owned(),
            ..Order::default()
        };
        let why = sign(&order, &[]).err().expect("a secret makes no ES256");
        assert_eq!(
            refusal(&why, Language::En),
            "ES256 signs with an EC key, and the text holds a shared secret. Choose an algorithm for this key, or another key."
        );
        let why = sign(&Order { payload: "{\n  \"a\": 1,\n}".to_owned(), ..order }, &[]).err();
        assert_eq!(
            refusal(&why.expect("no JSON"), Language::En),
            "The payload is no JSON: a comma before the end, in line 2, column 9. A JSON object is expected; mend it there and sign again."
        );
    }
}
