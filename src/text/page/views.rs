//! Many tokens, comparing, the report, making tokens, and the keyboard.

texts! {
    /// The view of one diagnosis.
    VIEW_DIAGNOSE: "Diagnose", "诊断";
    /// The view that signs.
    VIEW_MAKE: "Make a token", "生成令牌";
    /// The view of the knowledge base.
    VIEW_KNOWLEDGE: "Knowledge base", "知识库";

    /// Heading of the table of many tokens.
    TOKENS: "{} tokens", "{} 个令牌";
    /// Column of the table.
    FIRST_CAUSE: "First cause", "首要原因";
    /// Column of the table.
    VERDICT: "Verdict", "判定";
    /// Column of the table.
    SEEN: "Seen", "出现";
    /// Column of the table.
    FIRST_SEEN_AT: "First seen", "首次出现";
    /// Column of the table.
    LAST_SEEN_AT: "Last seen", "最后出现";
    /// Column of the table.
    KEY: "Key", "密钥";
    /// Button of a row.
    OPEN_TOKEN: "Open", "打开";
    /// Label of the filter.
    FILTER: "Filter", "筛选";
    /// Choice of the filter.
    ALL_TOKENS: "All", "全部";
    /// Heading of the groups.
    BY_CAUSE: "By cause", "按原因分组";
    /// Heading of the histogram.
    OVER_TIME: "Over time", "随时间分布";
    /// Tokens verify with different keys.
    DIFFERENT_KEYS: "These tokens verify with different keys: replicas may have keys of their own.", "这些令牌由不同密钥验证通过：各副本可能各用各的密钥。";
    /// Progress of reading a file; the value is a share.
    READ_SO_FAR: "{} read", "已读取 {}";
    /// The reading was stopped by hand.
    STOPPED: "Stopped; these are partial results.", "已停止；以下为部分结果。";

    /// Heading of the comparison.
    COMPARE: "Compare two tokens", "比较两个令牌";
    /// Column of the comparison.
    GOOD_ONE: "The good one", "正常的令牌";
    /// Column of the comparison.
    BAD_ONE: "The bad one", "有问题的令牌";
    /// Both have the same value.
    SAME: "same", "相同";
    /// The values differ.
    DIFFERENT: "different", "不同";
    /// One lacks the member.
    ABSENT: "absent", "缺少";

    /// Button: opens the report.
    REPORT: "Report for a ticket", "工单报告";
    /// Under the heading of the report.
    REPORT_HINT: "The signature and secrets are never in it; tick the claim values to show.", "报告绝不含签名和密钥；勾选要显示的声明值。";
    /// Button: saves the report.
    SAVE: "Save", "保存";
    /// Button: makes a link.
    LINK: "Link with what is ticked", "生成包含勾选内容的链接";
    /// Under the button for the link.
    LINK_HINT: "Secrets and private keys are never written into a link.", "链接中绝不写入密钥和私钥。";

    /// Heading of the list of shortcuts.
    SHORTCUTS: "Keyboard shortcuts", "键盘快捷键";
    /// A shortcut.
    SHORTCUT_PASTE: "Go to the text", "转到文本框";
    /// A shortcut.
    SHORTCUT_KEY: "Go to the key", "转到密钥框";
    /// A shortcut.
    SHORTCUT_VERDICT: "Go to the verdict", "转到判定结果";
    /// A shortcut.
    SHORTCUT_SEARCH: "Search the knowledge base", "搜索知识库";
    /// A shortcut.
    SHORTCUT_REPORT: "Open the report", "打开报告";
    /// A shortcut.
    SHORTCUT_HELP: "Show this list", "显示此列表";
    /// Button: closes what is open.
    CLOSE: "Close", "关闭";

    /// Foot of the page.
    VERSION_OF: "jwt-why {}", "jwt-why {}";
    /// Announced once when the verdict changes; the value is the verdict.
    ANNOUNCE: "Verdict: {}", "判定：{}";
}
