//! The words of the report for a ticket.

texts! {
    /// Row: the time by which the token was judged.
    TICKET_JUDGED_AT: "Judged at", "判定时间";
    /// Row: when the claims are accepted; from, to.
    TICKET_WINDOW: "Claims accepted", "声明被接受的时间";
    /// A bound of the window: the value is a time.
    TICKET_FROM: "from {}", "从 {} 起";
    /// A bound of the window: the value is a time.
    TICKET_TO: "to {}", "到 {} 止";
    /// Row: how often the token was seen.
    TICKET_SEEN: "Seen", "出现次数";
    /// Row: the parameters of the header.
    TICKET_PARAMETERS: "Header Parameters", "头部参数";
    /// Row: the key that verified.
    TICKET_KEY: "Key", "密钥";
    /// The number of a key, counted from one.
    TICKET_KEY_NUMBER: "key {}", "密钥 {}";
    /// Row: what a real library said.
    TICKET_LIBRARY: "Library", "库";
    /// Heading: ruled out.
    TICKET_RULED_OUT: "Ruled out", "已排除";
    /// Heading: possible.
    TICKET_POSSIBLE: "Possible, not proved", "可能，但未证实";
    /// Heading: what the verifier expects.
    TICKET_POLICY: "What the verifier expects", "验证方的期望";
    /// Under the claims.
    TICKET_MASKED: "••• stands for a value that was left out.", "••• 表示略去的值。";
    /// The last line; the value is the version.
    TICKET_FOOT: "Written by jwt-why {}. The signature and secrets are never in this report.", "由 jwt-why {} 生成。报告绝不含签名和密钥。";
    /// Before a layer inside the token; the value is its depth.
    TICKET_LAYER: "Layer {}", "第 {} 层";
}
