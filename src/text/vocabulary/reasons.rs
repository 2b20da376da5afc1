//! Why something can't be read or used, and what was done to it.

use super::Word;

/// The reasons, as they follow a colon or stand in parentheses.
pub const REASONS: &[Word] = &[
    // JSON
    ("empty", ["it is empty", "内容为空"]),
    ("unexpected-end", ["it ends too early", "提前结束"]),
    ("not-utf8", ["it is not UTF-8", "不是 UTF-8"]),
    ("too-deep", ["it is nested too deep", "嵌套过深"]),
    ("unexpected-character", ["an unexpected character", "意外的字符"]),
    ("trailing-data", ["something stands after its end", "结尾之后还有内容"]),
    ("single-quote", ["single quotation marks", "使用了单引号"]),
    ("not-finite", ["NaN or Infinity", "NaN 或 Infinity"]),
    ("python-literal", ["a Python literal (True, False, None)", "Python 字面量（True、False、None）"]),
    ("bare-word", ["a word without quotation marks", "没有引号的单词"]),
    ("trailing-comma", ["a comma before the end", "末尾多了逗号"]),
    ("comment", ["a comment", "包含注释"]),
    (
        "number",
        [
            "a number where text belongs, or in a form that JSON does not have",
            "应为文本却是数字，或数字格式不合 JSON",
        ],
    ),
    ("escape", ["an escape that JSON does not have", "JSON 不支持的转义"]),
    ("control-character", ["a control character in a string", "字符串中有控制字符"]),
    ("byte-order-mark", ["a byte order mark at the start", "开头有 BOM"]),
    // "crit"
    ("no-array", ["it is no array", "不是数组"]),
    ("unprotected", ["it is not in the protected header", "不在受保护头部中"]),
    ("no-string", ["a name is no string", "有名称不是字符串"]),
    ("twice", ["a name stands twice", "名称重复"]),
    ("defined", ["a name that the RFC itself defines", "是 RFC 本身定义的名称"]),
    ("absent", ["a name that the header does not have", "头部中没有这个名称"]),
    // "kid"
    ("path", ["a path", "路径"]),
    ("quote", ["a quotation mark", "引号"]),
    ("query", ["a database query", "数据库查询"]),
    ("command", ["a shell command", "shell 命令"]),
    ("markup", ["markup", "标记语言"]),
    // Keys
    ("type", ["another type of value", "值的类型不对"]),
    ("length", ["another length", "长度不对"]),
    ("leading-zero", ["a leading zero", "有前导零"]),
    ("white-space", ["white space", "空白字符"]),
    ("standard-base64", ["standard base64, not base64url", "标准 base64，不是 base64url"]),
    ("base64-padding", ["padding", "带填充符"]),
    ("non-canonical-base64", ["unused bits are not zero", "末尾未用比特不为零"]),
    ("illegal-character", ["a character of no base64 alphabet", "不属于 base64 的字符"]),
    ("impossible-length", ["a character was lost or added", "多了或少了一个字符"]),
    ("numbers", ["its numbers make no key", "其中的数值不构成密钥"]),
    ("modulus", ["the modulus makes no key", "模数不构成密钥"]),
    ("modulus-too-small", ["the modulus is too small", "模数太小"]),
    ("modulus-too-large", ["the modulus is too large", "模数太大"]),
    ("exponent", ["the exponent makes no key", "指数不构成密钥"]),
    ("algorithm", ["an algorithm that is not known here", "未知的算法"]),
    ("label", ["a label of something else", "标签属于其他内容"]),
    ("structure", ["a structure that is not known here", "未知的结构"]),
    ("escaped", ["escaped as \\n", "被转义成 \\n"]),
    ("blanks", ["turned to blanks", "变成了空格"]),
    ("indented", ["indented", "带有缩进"]),
    ("removed", ["removed", "丢失"]),
    ("alg-key-mismatch", ["another type of key", "密钥类型不同"]),
    ("curve-mismatch", ["another curve", "曲线不同"]),
    ("jwk-member-missing", ["a member is missing", "缺少成员"]),
    ("jwk-kty-missing", ["kty is missing", "缺少 kty"]),
    ("jwk-kty-unknown", ["its kty is not known", "kty 未知"]),
    ("jwk-value-malformed", ["a value is malformed", "有值格式错误"]),
    ("jwk-curve-wrong", ["its curve does not fit its coordinates", "曲线与坐标不符"]),
    // "aud"
    ("several-in-one", ["several names in one string", "一个字符串里有多个名称"]),
    // A secret that a shell has changed
    ("escapes-resolved", ["escapes resolved", "转义被还原"]),
    ("dollar-halved", ["“$$” became “$”", "“$$”变成“$”"]),
    ("dollar-doubled", ["“$” became “$$”", "“$”变成“$$”"]),
    ("dollar-escaped", ["“$” became “\\$”", "“$”变成“\\$”"]),
    ("dollar-removed", ["“$” removed", "“$”被去掉"]),
    ("variable-expanded", ["what follows “$” was taken for a variable", "“$”之后的内容被当成变量"]),
    ("backslash-removed", ["backslashes removed", "反斜杠被去掉"]),
    ("backslash-doubled", ["backslashes doubled", "反斜杠被重复"]),
    ("comment-cut", ["cut at “#”", "在“#”处被截断"]),
    ("line-end-escaped", ["line ends written as \\n", "换行写成了 \\n"]),
    // A damaged signature
    ("cut", ["its end is cut off", "末尾被截断"]),
    ("start-cut", ["its beginning is cut off", "开头被截断"]),
    ("case-changed", ["upper and lower case were changed", "大小写被改变"]),
    ("characters-changed", ["characters were changed", "字符被改动"]),
    ("characters-lost", ["characters were lost", "字符丢失"]),
    ("characters-added", ["characters were added", "多出字符"]),
];

/// In what two names differ.
pub const DIFFERENCES: &[Word] = &[
    ("white-space", ["white space", "空白字符"]),
    ("scheme", ["the scheme", "协议前缀"]),
    ("host", ["the spelling of the host", "主机的写法"]),
    ("port", ["the port", "端口"]),
    ("slash", ["a slash at the end", "末尾的斜杠"]),
    ("case", ["upper and lower case", "大小写"]),
];
