//! What stands in `index.html`: it is read before there is a module, so the page has no part in writing it. A test holds
//! the file against these texts.

texts! {
    /// Skip link of the view that makes tokens.
    SKIP_TO_FORM: "Skip to the form", "跳到表单";
    /// The question that the page answers, under its name.
    TAGLINE: "Why was this token rejected, and what would make it pass?", "令牌为何被拒绝，怎样才能通过？";
    /// The module could not be loaded, or has stopped.
    FAILURE: "The page could not start, or has stopped. Your text is still here; copy it and load the page again.", "页面未能启动，或已停止运行。您的文本还在；请复制后重新加载页面。";
    /// What to report when the module or the worker has stopped; the place in the code follows.
    REPORT_PLACE: "If it stops again, report what you did and this place in its code, never a token or a key:", "如果再次停止，请报告您的操作和代码中的这个位置，切勿附上令牌或密钥：";
    /// The browser lacks what the module is made of.
    TOO_OLD: "This browser is too old for this page: it needs WebAssembly with SIMD. Expected: Chrome or Edge 123, Firefox 125, Safari 17.5, or newer. Your text is still here.", "此浏览器版本过旧：本页需要支持 SIMD 的 WebAssembly。要求：Chrome 或 Edge 123、Firefox 125、Safari 17.5 及以上版本。您的文本还在。";

    /// Another version of the page is there.
    UPDATE: "A new version is ready. Loading it empties the fields.", "新版本已就绪。加载后各输入框会清空。";
    /// Button: loads the other version.
    UPDATE_LOAD: "Load it", "加载";

    /// Heading of the panel about what leaves the page.
    LEAVES_TITLE: "What leaves this page: nothing", "离开本页的内容：无";
    /// The panel.
    LEAVES_WHERE: "Reading, verifying and trying happen in this browser. There is no server part; nothing is counted or reported.", "读取、验证和尝试都在此浏览器中进行。没有服务器端；不统计，不上报。";
    /// The panel.
    LEAVES_POLICY: "The page's security policy allows no connection but to the page's own files, no form, and no script or image from elsewhere. The browser enforces it, against the page's own code too.", "页面的安全策略只允许读取自己的文件，禁止表单和一切外来脚本、图片。策略由浏览器强制执行，对本页自身的代码同样有效。";
    /// The panel.
    LEAVES_KEPT: "Kept in the browser: language, theme, and the page's own files for use without a network. Never a token or a key: in no storage, address, title or console.", "浏览器中保存的只有：语言、主题，以及供离线使用的页面文件。绝不保存令牌或密钥：不写入存储、地址、标题或控制台。";
    /// The panel.
    LEAVES_LINKS: "A link takes you elsewhere only when you follow it, and does not tell where from.", "只有点击链接才会离开本页，且不透露来源页面。";
    /// Heading of the second half of the panel.
    LEAVES_CHECK: "Check it yourself", "自行验证";
    /// A way to check.
    LEAVES_CHECK_NETWORK: "Open the developer tools (F12), the network panel, and paste a token: only files of this page are ever listed.", "打开开发者工具（F12）的网络面板，粘贴令牌：列出的只有本页的文件。";
    /// A way to check.
    LEAVES_CHECK_OFFLINE: "Disconnect from the network, then paste: everything goes on working.", "断开网络后再粘贴：一切照常运行。";
    /// A way to check.
    LEAVES_CHECK_POLICY: "Read the policy: it is at the top of the page's source (Ctrl+U), as Content-Security-Policy.", "查看策略：在页面源代码（Ctrl+U）开头的 Content-Security-Policy 中。";
    /// A way to check.
    LEAVES_CHECK_STORAGE: "Look into the storage panel of the developer tools: local storage has the two settings, the cache has the files.", "查看开发者工具的存储面板：本地存储只有两项设置，缓存只有页面文件。";

    /// What the list of entries is.
    LIBRARY_ABOUT: "What each fault means, how to be sure, what helps, and what does not and why.", "每种故障的含义、确认方法、哪些做法有用，哪些没用及其原因。";
    /// Said under the title.
    MAKE_HINT: "For tests and for reproducing a fault. Nothing is signed until you press the button, and the key stays in this page.", "用于测试和重现故障。按下按钮之前不会签名，密钥只留在本页。";
}
