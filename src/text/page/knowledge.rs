//! The entries of the knowledge base beside the verdict.

texts! {
    /// Heading of the entries.
    KNOWLEDGE_BASE: "Knowledge base", "知识库";
    /// In place of the entries.
    NO_ENTRIES: "No entry belongs to this token.", "没有与此令牌相关的条目。";
    /// In place of an entry while its text is fetched.
    TEXTS_COMING: "The text of this entry is being loaded …", "正在加载此条目的内容……";
    /// In place of an entry whose text can't be fetched.
    TEXTS_FAILED: "The texts of the knowledge base could not be loaded. Check the connection and try again; the same entry stands on a page of its own.", "知识库内容加载失败。请检查网络连接后重试；同一条目也有独立页面。";
    /// Button.
    TRY_AGAIN: "Try again", "重试";
    /// Link to a page without a script.
    STATIC_PAGE: "Open that page", "打开该页面";
    /// Label of the search.
    SEARCH: "Search the knowledge base", "搜索知识库";
    /// How many entries the search found.
    SEARCH_FOUND: "{} entries", "{} 个条目";
    /// Part of an entry.
    SYMPTOMS: "Symptoms", "症状";
    /// Part of an entry.
    ROOT_CAUSE: "Root cause", "根本原因";
    /// Part of an entry.
    HOW_TO_CONFIRM: "How to confirm", "如何确认";
    /// Part of an entry.
    STEPS: "Steps", "步骤";
    /// Part of an entry.
    WORKAROUNDS: "Workarounds", "解决办法";
    /// Part of an entry.
    DEAD_ENDS: "Dead ends", "行不通的做法";
    /// Part of an entry.
    PREVENTION: "Prevention", "预防";
    /// Part of an entry.
    VERSIONS: "Versions", "版本";
    /// Part of an entry.
    RELATED: "Related", "相关条目";
    /// Part of an entry.
    DOCUMENTS: "Documents", "文档";
    /// Part of an entry.
    SOURCES: "Sources", "来源";
    /// Part of an entry.
    FIRST_SEEN: "First seen", "首次出现";
    /// Part of an entry.
    FIX_RATE: "Fix rate", "修复率";
    /// Part of an entry.
    CONFIDENCE: "Confidence", "可信度";
    /// Part of an entry.
    EVIDENCE: "Evidence", "证据数";
    /// Part of an entry.
    TAGS: "Tags", "标签";
    /// Part of an entry.
    HTTP_STATUS: "HTTP status", "HTTP 状态码";
    /// Column of the versions.
    COMPONENT: "Component", "组件";
    /// Column of the versions.
    VERSION: "Version", "版本";
    /// Column of the versions.
    STATUS: "Status", "状态";
    /// Column of the versions.
    INTRODUCED: "Introduced", "引入";
    /// Column of the versions.
    DEPRECATED: "Deprecated", "弃用";
    /// Column of the versions.
    NOTES: "Notes", "备注";

    /// Heading of the trials of an entry's advice.
    TRIED_HERE: "Tried on your token", "已在你的令牌上尝试";
    /// A trial: belongs to a set of changes that leads to acceptance.
    HELPS_HERE: "helps here", "在此有用";
    /// A trial: the token is rejected all the same.
    DOES_NOT_HELP_HERE: "does not help here", "在此不起作用";
    /// A trial: makes the token pass, and a forged one as well.
    PASSES_AS_ATTACK: "makes it pass, and is an attack", "能让它通过，但属于攻击";
    /// A trial: nothing in this case that it could change.
    NOT_APPLICABLE_HERE: "not applicable here", "在此不适用";

    /// A rate: a source printed it.
    RATE_PUBLISHED: "{} published by the source", "来源公布：{}";
    /// A rate: reports were counted.
    RATE_COUNTED: "{} reports counted", "统计报告：{}";
    /// A rate: measured by the tests; the value is "n of m".
    RATE_MEASURED: "{} prepared faults with this symptom", "具有此症状的预制故障：{}";
    /// Of two numbers in a rate.
    OF: "of", "/";

    /// Heading of the error messages in the paste.
    RECOGNISED_MESSAGES: "Error messages in the text", "文本中的错误消息";
    /// After the name of a library, before a message.
    PRINTS_THIS: "prints this", "会输出";
    /// After the name of a library: the library whose words stand around the message.
    PASSED_ON_BY: "passed on by {}", "经由 {} 转出";
    /// Before the causes that a message can mean.
    IT_CAN_MEAN: "It can mean:", "可能的含义：";
    /// Heading of the fix for a library.
    FIX: "The fix to copy", "可复制的修复代码";
    /// Label of the choice of a library.
    LIBRARY: "Library", "库";
    /// Link to the entry's own file.
    ENTRY_AS_FILE: "This entry as a file", "此条目的文件";
}
