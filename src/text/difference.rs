//! Why others answer otherwise than the RFCs and the policy at hand: jsonwebtoken for Rust, the browser's WebCrypto.

use super::{Language, Text};
use crate::verify::opinion::{Difference, webcrypto};

/// The reason in a sentence.
pub fn difference(difference: Difference, language: Language) -> &'static str {
    let both = match difference {
        Difference::ClosedAlgorithmList => [
            "Its list of algorithms is closed: ES512, ES256K, Ed25519, Ed448 and ML-DSA are not on it.",
            "它的算法列表是固定的:不含 ES512、ES256K、Ed25519、Ed448 和 ML-DSA。",
        ],
        Difference::HeaderRefusedAsAWhole => [
            "It refuses the whole header when one parameter has another type than it expects.",
            "只要有一个头部参数的类型不符合预期,它就拒绝整个头部。",
        ],
        Difference::CritIgnored => [
            "It does not act on crit, although RFC 7515 demands that an extension nobody understands is refused.",
            "它不处理 crit,尽管 RFC 7515 要求拒绝无法理解的扩展。",
        ],
        Difference::ExpRequired => [
            "It requires exp unless exp is taken off its list of required claims.",
            "它默认要求 exp,除非把 exp 从必需声明列表中去掉。",
        ],
        Difference::WrongTypeIsMissing => [
            "It calls a required claim of the wrong type missing.",
            "必需声明的类型不对时，它会报告该声明缺失。",
        ],
        Difference::AbsentIsAccepted => [
            "It accepts an expected iss or aud that is absent, unless the claim is required too.",
            "预期的 iss 或 aud 缺失时它仍然接受,除非同时把该声明设为必需。",
        ],
        Difference::AudienceUnexpected => [
            "It rejects a token with an audience when no audience is expected.",
            "没有设置预期受众时，它会拒绝带有受众的令牌。",
        ],
        Difference::MixedFamiliesRefused => [
            "It refuses a list of algorithms that mixes families of keys.",
            "算法列表混用不同的密钥类型时，它会拒绝。",
        ],
        Difference::DateRounded => [
            "It rounds a date with a fraction, and takes no date before 1970.",
            "它会对带小数的时间取整,并且不接受 1970 年之前的时间。",
        ],
    };
    Text::of(both).in_(language)
}

/// Why WebCrypto judges a signature otherwise, in a sentence.
pub fn signature_difference(difference: webcrypto::Difference, language: Language) -> &'static str {
    let both = match difference {
        webcrypto::Difference::EmptySecret => [
            "It takes no secret of zero bytes; here such a secret is computed with, so that it can be named.",
            "它不接受零字节的密钥;这里仍会用它计算,以便指出这个问题。",
        ],
    };
    Text::of(both).in_(language)
}
