//! The column of input: the paste, the keys, the policy, the clock; and what the page says about itself.

texts! {
    /// Title of the page.
    TITLE: "jwt-why: why was this token rejected?", "jwt-why：令牌为何被拒绝？";
    /// Heading of the empty page.
    WELCOME_TITLE: "Why was this token rejected?", "令牌为何被拒绝？";
    /// First line of the empty page.
    WELCOME_WHAT: "Paste a token, a request or a log: see why it was rejected, and what would make it pass.", "粘贴令牌、请求或日志：看它为何被拒绝，以及怎样才能通过。";
    /// Second line of the empty page.
    WELCOME_HOW: "Add a key to check the signature. Nothing you paste leaves this page.", "添加密钥即可检查签名。您粘贴的内容不会离开本页。";
    /// The promise, before its answer.
    WHAT_LEAVES: "What leaves this page:", "离开本页的内容：";
    /// The answer of the promise.
    NOTHING: "nothing", "无";
    /// The promise at length.
    PRIVACY: "The page's own security policy forbids every connection but to its own files.", "页面自身的安全策略只允许读取自己的文件，禁止其他一切连接。";
    /// Skip link.
    SKIP_TO_VERDICT: "Skip to the verdict", "跳到判定结果";
    /// Skip link.
    SKIP_TO_INPUT: "Skip to the input", "跳到输入";

    /// Label of the paste.
    PASTE: "Token or log", "令牌或日志";
    /// Button: empties everything.
    CLEAR: "Clear all", "全部清空";
    /// Button: chooses a file.
    OPEN_FILE: "Open a file", "打开文件";
    /// Label of the list of samples.
    TRY_A_SAMPLE: "Try a sample", "试试示例";
    /// A sample.
    SAMPLE_LOG: "A log after a restart", "重启后的日志";
    /// A sample.
    SAMPLE_BASE64: "A base64 secret", "base64 密钥";
    /// A sample.
    SAMPLE_ROTATED: "A rotated key", "轮换过的密钥";
    /// A sample.
    SAMPLE_SKEW: "Clock skew", "时钟偏差";
    /// A sample.
    SAMPLE_CONFUSION: "Algorithm confusion", "算法混淆";

    /// What the key box takes, while it is empty.
    KEY_PLACEHOLDER: "Secret, public key, certificate or JWK Set", "共享密钥、公钥、证书或 JWK Set";
    /// Label of the choice how a secret is read.
    READ_SECRET_AS: "Read as", "读取方式";
    /// A choice: as it stands.
    READ_AS_TEXT: "text", "文本";
    /// Label of the box for a payload that was sent apart.
    DETACHED_PAYLOAD: "Detached payload", "分离的载荷";
    /// Under that label.
    DETACHED_WHY: "This token carries no payload: it was sent apart (RFC 7515 appendix F). Give what was signed, byte for byte, and the signature can be checked.", "此令牌不含载荷：载荷是分开传输的（RFC 7515 附录 F）。请原样给出当初签名的内容，才能检查签名。";
    /// What that box takes, while it is empty.
    DETACHED_PLACEHOLDER: "The payload as text, or in base64url", "载荷原文，或其 base64url 形式";
    /// Label of the choice how that text is read.
    READ_PAYLOAD_AS: "Read it as", "读取方式";
    /// How it was read; the value is the number of bytes.
    PAYLOAD_BYTES: "{} byte[s] [are|is] taken as the payload.", "以 {} 字节作为载荷。";
    /// The text was to be base64url.
    PAYLOAD_NOT_BASE64URL: "This is no base64url: read it as text, or copy it again.", "这不是 base64url：请按文本读取，或重新复制。";

    /// Heading of the policy.
    POLICY: "What the verifier expects", "验证方的期望";
    /// In an empty line of the policy.
    NOT_CHECKED_PLACEHOLDER: "not checked", "不检查";
    /// Below a line in which something else than seconds stands.
    NOT_SECONDS: "Not counted: a whole number of seconds is expected, such as 60.", "未计入：应为整数秒，例如 60。";
    /// Button: shows the rest of the policy.
    MORE_POLICY: "More expectations", "更多期望";
    /// Policy: allowed "alg" values.
    ALGORITHMS: "Algorithms", "算法";
    /// Policy: expected issuer.
    ISSUER: "Issuer", "颁发者";
    /// Policy: expected audience.
    AUDIENCE: "Audience", "受众";
    /// Policy: leeway in seconds.
    LEEWAY: "Leeway (s)", "容差（秒）";
    /// Policy: expected subject.
    SUBJECT: "Subject", "主体";
    /// Policy: expected nonce.
    NONCE: "Nonce", "nonce";
    /// Policy: expected authorized party.
    AZP: "Authorized party (azp)", "授权方（azp）";
    /// Policy: expected type.
    TYP: "Type (typ)", "类型（typ）";
    /// Policy: claims that must be there.
    REQUIRED: "Required claims", "必需的声明";
    /// Policy: other claims.
    OTHER_CLAIMS: "Other claims (name=value)", "其他声明（名称=值）";
    /// Policy: greatest age in seconds.
    MAX_AGE: "Greatest age (s)", "最大年龄（秒）";
    /// Policy: greatest lifetime in seconds.
    MAX_LIFETIME: "Greatest lifetime (s)", "最长有效期（秒）";

    /// Label of the time by which the token is judged.
    TIME_OF_FAILURE: "Time of the failure", "故障时间";
    /// Choice: the clock of this computer.
    NOW: "Now", "现在";
    /// Choice, before a time of the log that was pasted.
    FROM_THE_LOG: "From the log:", "取自日志：";
    /// After the log's time when its line names no zone.
    ZONE_UNKNOWN: "(no zone named, read as UTC)", "（未注明时区，按 UTC 读取）";
    /// Name of the time's box.
    TYPE_A_TIME: "Time of the failure, typed", "输入故障时间";
    /// The time's box holds something else.
    TIME_UNREADABLE: "Expected a date and time as a log writes it, or seconds since 1970.", "应为日志中的日期时间，或自 1970 年起的秒数。";

    /// The switch of the language.
    LANGUAGE: "Language", "语言";
    /// The switch of the theme.
    THEME: "Theme", "主题";
    /// A theme.
    THEME_SYSTEM: "System", "跟随系统";
    /// A theme.
    THEME_LIGHT: "Light", "浅色";
    /// A theme.
    THEME_DARK: "Dark", "深色";

    /// The worker panicked.
    WORKER_RESTARTED: "The diagnosis stopped and was started anew; your input is still here.", "诊断中断，已重新启动；您的输入仍在。";
    /// The knowledge base could not be loaded.
    REST_FAILED: "Verdict and checks are all there is for now: the file with the experiments, the knowledge base and the other views could not be loaded. Copy your text and load the page again.", "目前只有判定和检查：包含实验、知识库和其他视图的文件加载失败。请复制您的文本后重新加载页面。";
    /// The index of the knowledge base could not be loaded.
    KNOWLEDGE_FAILED: "The knowledge base could not be loaded; verdicts work without it.", "知识库加载失败；判定功能不受影响。";
    /// A link carried something that was taken out of the address.
    FROM_LINK: "Read from the link, and removed from the address.", "已从链接读取，并从地址栏移除。";
    /// A link carried a key that is not only public.
    LINK_KEY_REFUSED: "The link carries a key that is not a public one, so it was not used: an address takes public keys and key sets only. Type the key into the box below, and replace it where it is in use, because whoever saw the link has it.", "链接中带有非公钥，因此未使用：地址中只接受公钥和公钥集。请在下方框中输入密钥，并更换正在使用的密钥，因为看到链接的人都已得到它。";
}
