//! What stands under the verdict: the list of published secrets, the second opinions, what to do next.

texts! {
    /// In place of the progress: the file of the list can't be loaded.
    PUBLISHED_MISSING: "The list of published secrets could not be loaded; everything else was tried.", "已被公开的密钥列表无法加载；其他尝试均已完成。";
    /// Name of the progress bar.
    PUBLISHED_PROGRESS: "Published secrets tried", "尝试已被公开的密钥";

    /// The browser's own cryptography, as the name of one who has an opinion.
    WEB_CRYPTO: "WebCrypto in this browser", "此浏览器的 WebCrypto";
    /// After WebCrypto's name.
    SIGNATURE_VERIFIES: "the signature verifies", "签名验证通过";
    /// After WebCrypto's name.
    SIGNATURE_DIFFERS: "the signature does not verify", "签名验证不通过";
    /// After WebCrypto's name.
    REFUSES_THE_KEY: "refuses the key", "拒绝该密钥";
    /// After WebCrypto's name.
    LACKS_THE_ALGORITHM: "does not have this algorithm", "不支持此算法";
    /// The opinions contradict the verdict in a way that nothing explains.
    DISAGREES: "This contradicts the verdict here, and no known difference explains it: one of the two has a defect. Report it with the algorithm, the kind of key and the browser; keep the token to yourself.", "这与此处的判定矛盾，且没有已知差异可以解释：两者之一有缺陷。请报告算法、密钥类型和浏览器；不要附上令牌。";

    /// Heading of what to fetch next.
    NEXT_STEPS: "What would decide it", "如何判定";

    /// Button: copies a command.
    COPY_COMMAND: "Copy the command", "复制命令";

    /// Heading of the fix to copy.
    FIX_TITLE: "The fix to copy", "可复制的修复代码";
    /// The same where nothing that was tried makes the token pass.
    FIX_FITTING: "Lines that fit this token", "适合此令牌的代码";
    /// In place of the fix to copy.
    FIX_NONE: "No lines of code mend this.", "没有代码可以修复此问题。";
    /// The same where the token has expired and nothing else is wrong.
    FIX_NEW_TOKEN: "Get a new token instead.", "请重新获取令牌。";
    /// Label of the choice of a library.
    FIX_LIBRARY: "Choose your library", "选择您使用的库";
    /// Before the lines for the verifier.
    FIX_IN_VERIFIER: "In the verifier:", "在验证方：";
    /// Before the lines for the issuer.
    FIX_AT_ISSUER: "Where the token is made:", "在签发令牌处：";
    /// Under a fix with an issuer, an audience or another expected value in it.
    FIX_VALUES: "Issuer, audience and other expected values are those of this token and of what you expect; check that they are right.", "颁发者、受众及其他期望值取自此令牌和您的期望；请确认它们正确。";
    /// The library can't do it; the value is an algorithm.
    FIX_LACKS: "This library does not have {}.", "该库不支持 {}。";
    /// Button: copies the lines.
    FIX_COPY: "Copy the fix", "复制修复代码";
}
