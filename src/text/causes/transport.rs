//! How the token came here.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::PlaceholderToken,
        ["A stand-in was sent, not a token", "发送的是占位符，不是令牌"],
        [
            "[The text is “{found}”|There is nothing but a stand-in]: the client sent it where the token belongs.",
            "[文本是“{found}”|文本只是一个占位符]：客户端把它放在了本应是令牌的位置。",
        ],
        [
            "Look at where the client reads its token: the variable was empty or not set yet.",
            "检查客户端读取令牌的代码：变量为空，或者当时还没有赋值。",
        ],
    ),
    words(
        Cause::OpaqueToken,
        ["An opaque token, not a JWT", "这是不透明令牌，不是 JWT"],
        [
            "A JWT was expected; this text[, by its form a {format},] has no header, payload and signature, so nothing in it can be decoded.",
            "期望的是 JWT；这段文本[（从格式看是 {format}）]没有头部、载荷和签名，无法解码出任何内容。",
        ],
        [
            "Ask its issuer about it (token introspection, RFC 7662), or request a JWT: many issuers send one only when an audience is named.",
            "向颁发者查询它（令牌自省，RFC 7662），或申请 JWT：许多颁发者只有在指定受众时才会签发 JWT。",
        ],
    ),
    words(
        Cause::WrongAuthScheme,
        ["Another scheme than Bearer", "认证方案不是 Bearer"],
        [
            "The Authorization value uses[ the scheme “{scheme}”| another scheme]; a verifier of bearer tokens expects “Bearer”.",
            "Authorization 的值使用了[“{scheme}”方案|其他方案]；验证 Bearer 令牌的服务期望的是“Bearer”。",
        ],
        [
            "Send “Authorization: Bearer”, one blank, and the token; if the service wants its own scheme, configure it on both sides.",
            "发送“Authorization: Bearer”，一个空格，再接令牌；如果服务使用自定义方案，请在两端都配置好。",
        ],
    ),
    words(
        Cause::MissingAuthScheme,
        ["The Authorization header has no scheme", "Authorization 头缺少认证方案"],
        [
            "The Authorization header carries the bare token; “Bearer” and one blank belong before it.",
            "Authorization 头里只有令牌本身；前面应有“Bearer”和一个空格。",
        ],
        [
            "Put “Bearer” and one blank before the token in the client, unless the verifier takes it bare (an authorizer of API Gateway does).",
            "在客户端的令牌前加上“Bearer”和一个空格，除非验证方接受不带方案的令牌（API Gateway 的授权器即如此）。",
        ],
    ),
    words(
        Cause::AuthSchemeLeftIn,
        ["A scheme was left before the token", "令牌前残留了认证方案"],
        [
            "[“{stripped}” stands|A scheme stands] before the token[ at position {position}]; a verifier that is given the whole value reads it as a part of the header segment.",
            "令牌前面有[“{stripped}”|认证方案][（位置 {position}）]；如果把整个值交给验证方，它会被当成头部段的一部分。",
        ],
        [
            "Cut the scheme and the blank off before the token goes to the verifier.",
            "把令牌交给验证方之前，先去掉认证方案和空格。",
        ],
    ),
    words(
        Cause::AuthSchemeTwice,
        ["The scheme stands twice", "认证方案重复了两次"],
        [
            "Before the token stands[ “{stripped}”| the scheme twice]: the scheme was added once by the caller and once by a library.",
            "令牌前面是[“{stripped}”|两个认证方案]：调用方加了一次，库又加了一次。",
        ],
        [
            "Give the client library the bare token, or build the header yourself, but not both.",
            "要么只把令牌本身交给客户端库，要么自己拼请求头，不要两者都做。",
        ],
    ),
    words(
        Cause::TwoTokensJoined,
        ["Two credentials in one value", "两个凭据被合并成一个值"],
        [
            "The value holds [{count} credentials|more than one credential]: something on the way merged two Authorization headers.",
            "这个值里有[ {count} 个|不止一个]凭据：途中有组件把两个 Authorization 头合并了。",
        ],
        [
            "Find the proxy, gateway or interceptor that adds a second header, and let it replace the first one.",
            "找出添加第二个请求头的代理、网关或拦截器，让它替换而不是追加。",
        ],
    ),
    words(
        Cause::QuotedToken,
        ["Quotation marks around the token", "令牌带着引号"],
        [
            "Quotation marks[ ({stripped})] belong to the value: the token was copied as JSON or as a shell string.",
            "引号[（{stripped}）]成了值的一部分：令牌是按 JSON 或 shell 字符串原样复制的。",
        ],
        [
            "Parse the JSON and use the string's value, or take the quotation marks off.",
            "解析 JSON 后取字符串的值，或去掉引号。",
        ],
    ),
    words(
        Cause::SurroundingText,
        ["Other text clings to the token", "令牌前后混入了其他文本"],
        [
            "[“{stripped}” is no part of the token|There is more in the value than the token]: it was taken off before the token was read.",
            "[“{stripped}”不属于令牌|这个值里不只有令牌]：读取前已将多余部分去掉。",
        ],
        [
            "Hand over the token alone: the characters from “eyJ” to the end of the third segment.",
            "只传递令牌本身：从“eyJ”开始，到第三段结束。",
        ],
    ),
    words(
        Cause::UrlEncodedToken,
        ["Characters are percent-encoded", "令牌中有百分号编码"],
        [
            "The value contains percent-encoding[ such as “{found}”]; a compact JWT needs none, since base64url and full stops are safe in URLs.",
            "值里有百分号编码[，例如“{found}”]；紧凑格式的 JWT 不需要它，base64url 字符和句点在 URL 中都是安全的。",
        ],
        [
            "Decode the query, cookie or form value once before it goes to the verifier.",
            "交给验证方之前，对查询参数、Cookie 或表单值做一次解码。",
        ],
    ),
    words(
        Cause::WhitespaceAroundToken,
        ["White space around the token", "令牌前后有空白字符"],
        [
            "White space or a line end[ ({count:character/characters})] stands before or after the token; strict decoders refuse it.",
            "令牌前后有空格或换行[（{count} 个字符）]；严格的解码器会拒绝。",
        ],
        [
            "Trim the value where it is read: files and shells add a line end.",
            "在读取处去掉首尾空白：文件和 shell 常会带上换行符。",
        ],
    ),
    words(
        Cause::WhitespaceInToken,
        ["White space inside the token", "令牌中间有空白字符"],
        [
            "White space or line ends[ ({count:character/characters})] stand inside the token[, first at position {position}]: it was wrapped on its way.",
            "令牌内部有空格或换行[（{count} 个字符）][，首次出现在位置 {position}]：传输途中被折行了。",
        ],
        [
            "Join the lines again, and copy the token from a place that doesn't wrap.",
            "把各行重新拼接，并从不折行的地方复制令牌。",
        ],
    ),
    words(
        Cause::InvisibleCharacter,
        ["An invisible character in the token", "令牌中有不可见字符"],
        [
            "The invisible character[ {character}] stands in the token[ at position {position}]; no JWT contains one.",
            "令牌中有不可见字符[ {character}][（位置 {position}）]；JWT 里不会有这种字符。",
        ],
        [
            "Copy the token again as plain text; a chat, an e-mail or an editor added the character.",
            "以纯文本方式重新复制令牌；这个字符是聊天工具、邮件或编辑器加进去的。",
        ],
    ),
    words(
        Cause::LookalikeCharacter,
        ["A character only looks right", "有字符只是看起来像"],
        [
            "[“{character}” only looks|A character only looks] like[ “{expected}”| a full stop, hyphen or underscore][ (position {position})].",
            "[“{character}”|有一个字符]只是看起来像[“{expected}”|句点、连字符或下划线][（位置 {position}）]。",
        ],
        [
            "Copy the token again as plain text; rich-text editors replace such characters.",
            "以纯文本方式重新复制令牌；富文本编辑器会替换这类字符。",
        ],
    ),
    words(
        Cause::TokenElided,
        ["The token was shortened", "令牌被省略截短"],
        [
            "An ellipsis[ (“{found}”)] stands where characters were left out[ at position {position}]: a log or a console cut the token, and what is missing can't be restored.",
            "[位置 {position} 处|令牌中]有省略号[“{found}”]，部分字符被省略：日志或控制台截短了令牌，缺失的内容无法还原。",
        ],
        ["Get the whole token from the request itself.", "从请求本身取得完整的令牌。"],
    ),
    words(
        Cause::CaseChanged,
        ["The token was changed to one case", "令牌的大小写被改变"],
        [
            "The token is all in[ {found}| one case]; base64url tells upper from lower case, so its content is lost.",
            "令牌全部变成了[{found}|同一种大小写]；base64url 区分大小写，内容已经丢失。",
        ],
        [
            "Find what lowercases or uppercases header values, query strings or keys, and get the token from before it.",
            "找出把请求头、查询串或键名转成小写或大写的环节，从它之前取得令牌。",
        ],
    ),
    words(
        Cause::PlusBecameSpace,
        ["A plus sign became a blank", "加号变成了空格"],
        [
            "A blank stands where the token had a plus sign[ (position {position})]: form decoding turns “+” into a blank. The plus sign also means that the token is not in base64url.",
            "原本是加号的位置变成了空格[（位置 {position}）]：表单解码会把“+”变成空格。有加号也说明令牌用的不是 base64url。",
        ],
        [
            "Make the token with base64url, or percent-encode it before it goes into a form or a query.",
            "用 base64url 生成令牌，或在放入表单、查询串之前做百分号编码。",
        ],
    ),
    words(
        Cause::DoubleEncodedToken,
        ["The whole token was base64-encoded again", "整个令牌又被 base64 编码了一次"],
        [
            "The text is base64[ ({length_bytes} bytes)], and decoding it gives the token.",
            "这段文本是 base64[（{length_bytes} 字节）]，解码后才是令牌。",
        ],
        [
            "Decode it once, or stop encoding it: a compact JWT is already safe to send.",
            "先解码一次，或不要再编码：紧凑格式的 JWT 本身就可以直接传输。",
        ],
    ),
    words(
        Cause::HeaderValueTooLong,
        ["Long enough to hit a size limit", "长度可能超出常见限制"],
        [
            "[The token ends with byte {limit_bytes}, the last that fits into a cookie: if its end is missing, it was cut there|With {length_bytes} bytes the token can exceed the common limit of {limit} bytes for a cookie or a header line|The token is so long that it can exceed a common limit for a cookie or a header line].",
            "[令牌止于第 {limit_bytes} 字节，正是 Cookie 的上限：如果末尾缺失，就是在这里被截断的|令牌有 {length_bytes} 字节，可能超出 Cookie 或请求头常见的 {limit} 字节上限|令牌很长，可能超出 Cookie 或请求头的常见上限]。",
        ],
        [
            "Take claims out (groups, roles, permissions), or raise the limit of the proxy and the server.",
            "精简声明（组、角色、权限），或调大代理和服务器的上限。",
        ],
    ),
    words(
        Cause::HeaderLost,
        ["The Authorization header did not arrive", "Authorization 头没有到达"],
        [
            "The verifier saw no token although the client may have sent one[ ({reason})]: proxies, CGI, CORS preflights and redirects to another host strip the Authorization header.",
            "客户端可能发送了令牌，但验证方没有收到[（{reason}）]：代理、CGI、CORS 预检和跳转到其他主机都会去掉 Authorization 头。",
        ],
        [
            "Log the header's presence (never its value) at each hop, and let the hop that loses it pass it on.",
            "在每一跳记录该请求头是否存在（绝不要记录它的值），让丢失它的那一跳把它转发下去。",
        ],
    ),
];
