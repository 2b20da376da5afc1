//! The knowledge base: its entries beside the verdict, and as a view of its own.

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
    /// In the box of the search, beside the heading of what is searched.
    SEARCH_SHORT: "Search", "搜索";
    /// How many entries the search found.
    SEARCH_FOUND: "{} entr[ies|y]", "{} 个条目";

    /// A trial: belongs to a set of changes that leads to acceptance.
    HELPS_HERE: "helps here", "在此有用";
    /// A trial: the token is rejected all the same.
    DOES_NOT_HELP_HERE: "does not help here", "在此不起作用";
    /// A trial: makes the token pass, and a forged one as well.
    PASSES_AS_ATTACK: "makes it pass, and is an attack", "能让它通过，但属于攻击";
    /// A trial: nothing in this case that it could change.
    NOT_APPLICABLE_HERE: "not applicable here", "在此不适用";

    /// Heading of the error messages in the paste.
    RECOGNISED_MESSAGES: "Error messages in the text", "文本中的错误消息";
    /// After the name of a library, before a message.
    PRINTS_THIS: "prints this", "会输出";
    /// After the name of a library: the library whose words stand around the message.
    PASSED_ON_BY: "passed on by {}", "经由 {} 转出";
    /// Before the causes that a message can mean.
    IT_CAN_MEAN: "It can mean:", "可能的含义：";
    /// Label of the choice of a library.
    LIBRARY: "Library", "库";

    /// In place of the list while it is fetched.
    KNOWLEDGE_COMING: "The knowledge base is being loaded …", "正在加载知识库……";
    /// Link to the list that reads without a script.
    STATIC_LIST: "As static pages", "静态页面版";
    /// Label of a choice.
    CATEGORY: "Category", "类别";
    /// First value of a choice.
    ANY: "All", "全部";
    /// Button that takes search and choices back.
    SHOW_ALL: "Show all", "显示全部";
    /// Title where an address names no entry.
    NO_SUCH_ENTRY: "There is no entry at this address", "此地址没有对应的条目";
    /// Link to the list.
    TO_ALL_ENTRIES: "All entries", "全部条目";
    /// Name of the links above an entry.
    WHERE_AM_I: "You are here", "当前位置";
    /// On an entry, while there is no token.
    TRIED_ON_A_TOKEN: "With a token at hand, the advice below is tried on it.", "有令牌时，下面的做法会在该令牌上实际尝试。";
    /// Link to the text area.
    PASTE_A_TOKEN: "Paste a token", "粘贴令牌";
    /// Before a verdict.
    YOUR_TOKEN: "Your token", "您的令牌";
    /// Link.
    BACK_TO_VERDICT: "Back to the verdict", "返回判定结果";
    /// The entry belongs to the token, and its advice was tried.
    ENTRY_OF_TOKEN_TRIED: "This entry belongs to it; its advice was tried on it.", "此条目与它相关，其中的做法已在它上面尝试。";
    /// The entry belongs to the token, and nothing of it can be tried.
    ENTRY_OF_TOKEN: "This entry belongs to it.", "此条目与它相关。";
    /// The entry was not among those of the token, and its advice was tried.
    NOT_OF_TOKEN_TRIED: "Nothing in it points to this entry; its advice was tried all the same.", "它没有指向此条目的迹象；其中的做法仍已尝试。";
    /// The entry is not among those of the token, and nothing of it can be tried.
    NOT_OF_TOKEN: "Nothing in it points to this entry.", "它没有指向此条目的迹象。";
    /// Link from an entry to its own address.
    ENTRY_ALONE: "This entry alone", "单独查看此条目";
    /// Link at the top of the page, for the keyboard.
    SKIP_TO_KNOWLEDGE: "Skip to the knowledge base", "跳到知识库";
}
