//! What to fetch next, where nothing that was tried decides it.

use super::{Language, Text};
use crate::next::Evidence;

/// What to do for a piece of evidence, in a sentence before its command.
pub fn next_step(evidence: Evidence, language: Language) -> &'static str {
    let both = match evidence {
        Evidence::KeySet => [
            "Fetch the keys that the issuer publishes now, and paste the answer as the key:",
            "获取颁发者当前公布的密钥，并把结果粘贴为密钥：",
        ],
        Evidence::KeyOfKid => [
            "Look for the key of this token's kid; no output means that the set does not have it:",
            "查找与此令牌 kid 对应的密钥；没有输出表示密钥集中没有：",
        ],
        Evidence::KeyByHand => [
            "The token names no http or https address to ask: get the current public key from whoever issues the tokens.",
            "令牌没有给出可访问的 http 或 https 地址：向令牌的颁发者索取当前公钥。",
        ],
        Evidence::KeyDigest => [
            "Run this where the token is made and where it is verified; the two lines must be equal:",
            "在签发令牌处和验证令牌处分别执行；两行输出必须相同：",
        ],
        Evidence::Certificate => [
            "Compare the verifier's certificate with the thumbprint in the header:",
            "将验证方的证书与头部中的指纹比较：",
        ],
        Evidence::SecretDigest => [
            "Run this where the token is made and where it is verified; length and digest must be equal. Keep both to yourself:",
            "在签发令牌处和验证令牌处分别执行；长度和摘要必须相同。不要公开这些值：",
        ],
        Evidence::FreshToken => [
            "Get a new token and paste it beside this one: if the new one verifies and this one does not, the issuer's key has changed.",
            "获取一个新令牌，与此令牌一起粘贴：若新令牌验证通过而此令牌不通过，说明颁发者的密钥已更换。",
        ],
        Evidence::OtherVerifier => [
            "Token and key fit here. Whoever refuses the token has another key, list of algorithms, clock or expectation, is stricter, or received another token.",
            "此处令牌与密钥相符。拒绝它的一方，密钥、算法列表、时钟或预期值不同，或检查更严，或收到的是另一个令牌。",
        ],
    };
    Text::of(both).in_(language)
}
