//! Many tokens, comparing, the report, making tokens, and the keyboard.

texts! {
    /// The view of one diagnosis.
    VIEW_DIAGNOSE: "Diagnose", "诊断";
    /// The view that signs.
    VIEW_MAKE: "Make a token", "生成令牌";
    /// The view of the knowledge base.
    VIEW_KNOWLEDGE: "Knowledge base", "知识库";

    /// Heading of the table of many tokens.
    TOKENS: "{} token[s]", "{} 个令牌";
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
    /// Choice of the filter.
    ALL_TOKENS: "All", "全部";
    /// Heading of the groups.
    BY_CAUSE: "By cause", "按原因分组";
    /// Tokens verify with different keys.
    DIFFERENT_KEYS: "These tokens verify with different keys: replicas may have keys of their own.", "这些令牌由不同密钥验证通过：各副本可能各用各的密钥。";
    /// Progress of reading a file; the value is a share.
    READ_SO_FAR: "{} read", "已读取 {}";
    /// The reading was stopped by hand.
    STOPPED: "Stopped; these are partial results.", "已停止；以下为部分结果。";

    /// Heading of the comparison.
    COMPARE: "Compare two tokens", "比较两个令牌";
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
    /// Opens the report.
    REPORT_TAILORED: "Read the report, choose what it shows, share it", "查看报告、选择内容、分享";
    /// Above a report that came by a link.
    SHARED_NOTICE: "This report came with the link. It is what somebody else's page said of a token that is not here; nothing of it was checked. Paste the token to check it yourself.", "此报告来自链接，是别人的页面对一个不在此处的令牌所作的判断；这里没有核实任何内容。要自行核实，请粘贴令牌。";
    /// A link whose report can't be read.
    SHARED_UNREADABLE: "The link was to carry a report, but what it carries can't be read: it was cut off, or another version wrote it. Ask for the link again, or for the token.", "链接应当带有报告，但其内容无法读取：可能被截断，或由其他版本生成。请重新索取链接，或索取令牌。";
    /// Button: makes a link.
    LINK: "Link with what is ticked", "生成包含勾选内容的链接";
    /// Under the button for the link.
    LINK_HINT: "The link tells the verdict, the causes and the proof, and the claims that are ticked; nothing else of the token, and no key. It stands behind #, which browsers send to nobody.", "链接包含判定、原因、证明以及勾选的声明；不含令牌的其他内容，也不含任何密钥。内容位于 # 之后，浏览器不会发送给任何人。";

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
    SHORTCUT_NEXT: "Go to the next finding", "转到下一个问题";
    /// A shortcut.
    SHORTCUT_PREVIOUS: "Go to the previous finding", "转到上一个问题";
    /// A shortcut.
    SHORTCUT_REPORT: "Copy the report for a ticket", "复制工单报告";
    /// A shortcut.
    SHORTCUT_CLEAR: "Empty everything", "全部清空";
    /// Under the list of shortcuts.
    SHORTCUTS_WHEN: "They work while no box for text has the focus; Esc leaves it.", "焦点不在文本框时有效；按 Esc 可离开文本框。";
    /// The switch of the shortcuts.
    SHORTCUTS_ON: "Single keys do something", "启用单键快捷键";
    /// Said after a shortcut.
    REPORT_COPIED: "The report was copied.", "报告已复制。";
    /// A shortcut.
    SHORTCUT_HELP: "Show this list", "显示此列表";
    /// Button: closes what is open.
    CLOSE: "Close", "关闭";
}
