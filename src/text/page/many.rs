//! The table of many tokens, and what is read for it.

texts! {
    /// Under the text area.
    DROP_HINT: "Or drop a file of any size anywhere, also .gz.", "也可将任意大小的文件拖放到页面上，支持 .gz。";
    /// The name of a text that was pasted.
    PASTED_TEXT: "pasted text", "粘贴的文本";
    /// Button: shows the tokens of a paste as a table.
    TOKENS_AS_TABLE: "Show as a table", "以表格显示";
    /// Button: leads back to the table.
    BACK_TO_TABLE: "Back to the table", "返回表格";
    /// Button: closes the table.
    CLOSE_TABLE: "Close the table", "关闭表格";
    /// Heading; the value is the name of the file.
    TOKENS_OF: "Tokens in {}", "{} 中的令牌";
    /// The log is being read.
    READING_LOG: "Reading", "正在读取";
    /// Tokens are being judged.
    JUDGING_TOKENS: "Judging", "正在判定";
    /// Everything was read and judged.
    ALL_READ: "Done", "已完成";
    /// Heading: what error messages in the log say.
    NAMED_BY_MESSAGES: "Error messages in the log name", "日志中的错误消息指出";
    /// How many lines name a cause.
    ON_LINES: "lines: {}", "行数：{}";
    /// Where the first of them is; the value is a line and its number.
    FIRST_AT: "first at {}", "首次在{}";
    /// Button: stops the reading.
    STOP: "Stop", "停止";
    /// Button: reads the file once more.
    READ_AGAIN: "Read it again", "重新读取";
    /// The worker died.
    COUNT_DIED: "The reading stopped because of a fault in this page. The file is as it was.", "由于本页面的缺陷，读取已中断。文件未受影响。";
    /// A number of distinct tokens.
    DISTINCT_TOKENS: "{} distinct token[s]", "{} 个不同的令牌";
    /// The first and the last time.
    BETWEEN: "from {}", "时间范围 {}";
    /// After them: which time counts.
    JUDGED_THEN: "each token is judged at the times of its lines", "每个令牌按其所在行的时间判定";
    /// Tokens that wait to be judged.
    STILL_WAITING: "{} not judged yet", "{} 个尚未判定";
    /// Nothing was found.
    NO_TOKEN_IN_LOG: "No token was found. A token is looked for within a line, where eyJ stands; one that is wrapped over several lines is found when it is pasted.", "未找到令牌。令牌在单行内按 eyJ 查找；跨多行折行的令牌请直接粘贴。";
    /// The file could not be read.
    NOT_READ_TO_END: "The file could not be read to its end; what was read is shown. Expected a text or one whole .gz file: unpack a .gz that was cut short or put together of several, and open what comes out.", "文件未能读完，以下为已读部分。应为文本或一个完整的 .gz 文件；如果 .gz 被截断或由多个拼接而成，请先解压再打开。";
    /// The browser's own cryptography was wrong about a signature, or ours.
    BROWSER_DISAGREES: "The browser's WebCrypto, which verifies many signatures at once, contradicts the cryptography of this page about one of them: one of the two has a defect. All verdicts of this table were therefore computed by the page itself. Report it with the algorithms of the log and the browser; keep the tokens to yourself.", "批量验证签名所用的浏览器 WebCrypto 与本页的密码学实现对某个签名的结论不一致：两者之一有缺陷。因此本表的所有判定均由本页自行计算。请报告日志所用的算法和浏览器；不要附上令牌。";
    /// What the table has no room for.
    LEFT_OUT: "{} sighting[s] of further tokens [are|is] not in the table: it holds 20,000 distinct tokens and 64 MiB of their text. Split the log to see them.", "表格最多容纳 20,000 个不同令牌及其 64 MiB 文本，另有 {} 次出现未列入。拆分日志后可查看。";
    /// What is too long for a token.
    TOO_LONG_FOR_TOKENS: "{} text[s] begin[|s] as a token and [are|is] longer than 64 KiB; [they are|it is] not in the table.", "{} 段文本以令牌开头但超过 64 KiB，未列入表格。";
    /// Times for which there was no room.
    UNTIMED: "{} sighting[s] lost [their|its] time, because there are too many different ones; [they are|it is] judged at the time of the failure.", "时间过多，{} 次出现未保留时间；按故障时间判定。";
    /// Times without a zone.
    READ_AS_UTC: "Some times name no zone and were read as UTC.", "部分时间未注明时区，按 UTC 读取。";

    /// Heading over the notes about replicas.
    REPLICAS: "Do replicas sign with keys of their own?", "各副本是否各用各的签名密钥？";
    /// Some tokens of a kind verify, others don't.
    ONLY_SOME_VERIFY: "Only some of these tokens verify: replicas may have keys of their own, or a key was changed.", "这些令牌只有一部分验证通过：各副本可能各用各的密钥，或密钥曾被更换。";
    /// A key of the ring; the value is its number and name.
    KEY_OF: "key {}", "密钥 {}";
    /// Tokens that no key verifies.
    NO_KEY_VERIFIES: "no key at hand", "现有密钥均不匹配";
    /// How many tokens.
    TOKENS_EACH: "{} token[s]", "{} 个令牌";

    /// Column: the token's names.
    TOKEN_COLUMN: "Token", "令牌";
    /// A place.
    LINE_NUMBER: "line {}", "第 {} 行";
    /// More places than are shown.
    MORE_PLACES: "+{} more", "另有 {} 处";
    /// How many of the sightings are accepted.
    ACCEPTED_OF: "{} accepted", "{} 次通过";
    /// A token that was not judged yet.
    NOT_JUDGED: "not judged yet", "尚未判定";
    /// The key that verifies is not the one that the token asks for.
    ANOTHER_KEY: "not the one it asks for", "并非令牌所要求的密钥";
    /// No time is known.
    NO_TIME: "no time", "无时间";
    /// Label of the filter.
    FILTER_TOKENS: "Filter by name, alg, kid, iss, sub", "按名称、alg、kid、iss、sub 筛选";
    /// How many rows fit.
    ROWS_SHOWN: "{} shown", "显示 {} 行";
    /// Button: shows more rows.
    MORE_ROWS: "Show {} more", "再显示 {} 行";
    /// The table when no row fits.
    NO_ROW_FITS: "No token fits the filter.", "没有符合筛选条件的令牌。";
    /// Where the time is densest.
    MOST_AT: "most: {}", "最多：{}";
    /// The tick in a row; the value is the token's name.
    PICK_TO_COMPARE: "Compare {}", "比较 {}";
    /// Under the table.
    HOW_TO_COMPARE: "Tick two tokens to compare them member by member.", "勾选两个令牌即可逐项比较。";
    /// Column of the comparison.
    LIKENESS: "Comparison", "比较结果";
    /// Column of the comparison; the value is the token's name.
    TOKEN_NAMED: "Token {}", "令牌 {}";
    /// Label: the first of two tokens.
    FIRST_TOKEN: "First token", "第一个令牌";
    /// Label: the second of two tokens.
    SECOND_TOKEN: "Second token", "第二个令牌";
    /// One is no JSON.
    NOTHING_TO_COMPARE: "Neither can be read as JSON.", "两者均无法读作 JSON。";
    /// How many members differ.
    DIFFERENCES: "{} differ[|s] or [are|is] missing", "{} 项不同或缺少";
}
