//! The view that signs.

texts! {
    /// Button: takes header and claims of the token that is being debugged.
    MAKE_FROM_TOKEN: "Take the token at hand", "取用当前令牌";
    /// What the button does.
    MAKE_FROM_TOKEN_HINT: "Header and claims of the token that you are debugging; never its key.", "取用正在诊断的令牌的头部和声明，绝不取密钥。";
    /// There is no token to take.
    MAKE_NO_TOKEN: "No token with header and claims is being debugged.", "当前没有可取用头部和声明的令牌。";
    /// Label of the choice of an algorithm.
    MAKE_ALGORITHM: "Algorithm", "算法";
    /// Label: the header to sign.
    MAKE_HEADER: "Header (JSON)", "头部（JSON）";
    /// Label: the claims to sign.
    MAKE_CLAIMS: "Claims (JSON)", "声明（JSON）";
    /// Under the two boxes.
    MAKE_AS_WRITTEN: "Signed as written, character by character.", "按原文逐字符签名。";
    /// Button: sets "iat" to this second.
    MAKE_IAT: "iat: now", "iat：现在";
    /// Button: sets "nbf" to this second.
    MAKE_NBF: "nbf: now", "nbf：现在";
    /// Button: sets "exp" to an hour from now.
    MAKE_EXP: "exp: in 1 h", "exp：1 小时后";
    /// Name of the group of these buttons.
    MAKE_TIMES: "Set a time", "设置时间";
    /// Label of the signing key.
    MAKE_KEY: "Private key or secret", "私钥或共享密钥";
    /// What the key box takes, while it is empty.
    MAKE_KEY_PLACEHOLDER: "JWK, PEM (PKCS #8, PKCS #1, SEC 1) or secret", "JWK、PEM（PKCS #8、PKCS #1、SEC 1）或共享密钥";
    /// Button: makes a key.
    GENERATE_KEY: "Make a key", "生成密钥";
    /// A key was made here.
    MAKE_KEY_IS_FOR_TESTS: "Made in this page, for tests only. It is kept nowhere: when the page is closed it is gone.", "在本页生成，仅供测试。它不会保存在任何地方：关闭页面即消失。";
    /// A key is being made.
    MAKING_KEY: "Making a key …", "正在生成密钥…";
    /// Button: signs.
    SIGN: "Sign", "签名";
    /// A token is being made.
    SIGNING: "Signing …", "正在签名…";
    /// Heading of the token that was made.
    MADE_TOKEN: "The token", "令牌";
    /// Before anything was signed.
    NOTHING_MADE: "Nothing is signed yet.", "尚未签名。";
    /// Something was changed since.
    MADE_BEFORE: "Out of date: the form has changed since. Sign again.", "已过期：表单已更改，请重新签名。";
    /// A token was made.
    MADE_NOW: "Signed.", "已签名。";
    /// How the key was read; the value is its form.
    MADE_WITH: "Key read as {}", "密钥读取为 {}";
    /// Heading of the public half.
    PUBLIC_KEY: "The public key, which verifies it", "用于验证的公钥";
    /// Button: takes the new token into the diagnosis.
    DIAGNOSE_THIS: "Debug this token", "诊断此令牌";
    /// The worker could not be loaded or has died.
    SIGNER_GONE: "The part that signs could not be loaded, or has stopped; your texts are still here. Press the button again; if that does not help, load the page again.", "签名模块未能加载或已停止；您的文本还在。请再按一次按钮；仍然不行时，请重新加载页面。";
    /// A family of algorithms.
    FAMILY_HMAC: "HMAC, a shared secret", "HMAC（共享密钥）";
    /// A family of algorithms.
    FAMILY_RSA: "RSA, PKCS #1 v1.5", "RSA（PKCS #1 v1.5）";
    /// A family of algorithms.
    FAMILY_PSS: "RSA, PSS", "RSA（PSS）";
    /// A family of algorithms.
    FAMILY_ECDSA: "ECDSA", "ECDSA";
    /// A family of algorithms.
    FAMILY_EDDSA: "EdDSA", "EdDSA";
    /// A family of algorithms.
    FAMILY_ML_DSA: "ML-DSA", "ML-DSA";
    /// Name of the links to the views.
    VIEWS: "Views", "视图";
}
