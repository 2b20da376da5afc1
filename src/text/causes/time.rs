//! Time claims and the clock.

use super::{Words, words};
use crate::cause::Cause;

pub const WORDS: &[Words] = &[
    words(
        Cause::Expired,
        ["The token has expired", "令牌已过期"],
        [
            "[exp is {exp}|exp has passed][, and the time is {now}]: the token expired[ {age} before][ (leeway {leeway})].",
            "[exp 为 {exp}|exp 已过][，判定时间为 {now}]：令牌已过期[ {age}][（容差 {leeway}）]。",
        ],
        [
            "Get a new token (refresh or log in again); if it was young, compare the clocks of issuer and verifier.",
            "获取新令牌（刷新或重新登录）；如果令牌刚签发不久，请核对颁发者与验证方的时钟。",
        ],
    ),
    words(
        Cause::NotYetValid,
        ["The token is not valid yet", "令牌尚未生效"],
        [
            "[nbf is {nbf}|nbf is in the future][, and the time is {now}][: {seconds} too early][ (leeway {leeway})].",
            "[nbf 为 {nbf}|nbf 在将来][，判定时间为 {now}][，早了 {seconds}][（容差 {leeway}）]。",
        ],
        [
            "Compare the clocks of issuer and verifier (NTP), or allow a small leeway.",
            "核对颁发者与验证方的时钟（NTP），或设置少量容差。",
        ],
    ),
    words(
        Cause::IssuedInFuture,
        ["Issued in the future", "签发时间在将来"],
        [
            "[iat is {iat}|iat is in the future][, and the time is {now}][: {seconds} ahead]. The RFC does not reject that, some libraries do[: {library}].",
            "[iat 为 {iat}|iat 在将来][，判定时间为 {now}][，超前 {seconds}]。RFC 并不要求拒绝，但有的库会拒绝[：{library}]。",
        ],
        [
            "Compare the clocks of issuer and verifier (NTP), or allow a small leeway.",
            "核对颁发者与验证方的时钟（NTP），或设置少量容差。",
        ],
    ),
    words(
        Cause::ClockSkew,
        ["A small clock difference explains it", "原因是少量时钟偏差"],
        [
            "With the clock moved by[ {offset}| a few minutes at most] the token is accepted[; a leeway of {leeway} would do].",
            "时钟调整[ {offset}|几分钟以内]后令牌即被接受[；{leeway} 的容差就够了]。",
        ],
        [
            "Synchronise the clocks (NTP) on both hosts, and set a leeway of about a minute.",
            "同步两端主机的时钟（NTP），并设置约一分钟的容差。",
        ],
    ),
    words(
        Cause::NeverExpires,
        ["The token never expires", "令牌永不过期"],
        [
            "The token has no exp: once stolen, it is good until its key is replaced. The RFC allows it, some libraries don't.",
            "令牌没有 exp：一旦泄露，在更换密钥之前一直可用。RFC 允许，但有的库不接受。",
        ],
        ["Let the issuer set exp, minutes to hours ahead.", "让颁发者设置 exp，有效期以分钟或小时计。"],
    ),
    words(
        Cause::ShortLifetime,
        ["Lives less than a minute", "有效期不足一分钟"],
        [
            "[exp lies {seconds} before nbf ({nbf}): there is no time at which the token is good|exp lies {seconds} before iat: the token was never good|Between iat and exp lie only {lifetime}: a slow network or a small clock difference is enough for it to expire|Between iat and exp lie only some seconds].",
            "[exp 比 nbf（{nbf}）早 {seconds}：没有任何时间能通过|exp 比 iat 早 {seconds}：令牌从未有效过|iat 与 exp 之间只有 {lifetime}：网络慢一点或时钟略有偏差就会过期|iat 与 exp 之间只有几秒]。",
        ],
        [
            "Let the issuer give it a few minutes, unless it is used once, at once.",
            "让颁发者把有效期设为几分钟，除非令牌即发即用、只用一次。",
        ],
    ),
    words(
        Cause::MaxAgeExceeded,
        ["Older than the verifier allows", "令牌的年龄超出限制"],
        [
            "The token is[ {age}| too] old[ (iat {iat})]; the verifier allows[ {limit}| less].",
            "令牌已签发[ {age}|过久][（iat 为 {iat}）]；验证方最多允许[ {limit}|更短的时间]。",
        ],
        [
            "Get a new token, or raise the greatest age if it was set too low.",
            "获取新令牌；如果上限设得太低，就调大它。",
        ],
    ),
    words(
        Cause::NumericDateMilliseconds,
        ["A time in milliseconds", "时间以毫秒为单位"],
        [
            "[“{claim}” is {found}|A time claim is far too large], which is in[ {format}| milliseconds or microseconds]; NumericDate counts seconds[: {expected}].",
            "[“{claim}”为 {found}|某个时间声明大得离谱]，单位是[ {format}|毫秒或微秒]；NumericDate 以秒计[：{expected}]。",
        ],
        [
            "Count seconds at the issuer: milliseconds are divided by 1000 (in JavaScript Math.floor(Date.now() / 1000)), microseconds by a million, nanoseconds by a billion.",
            "在颁发者一侧换算成秒：毫秒除以 1000（JavaScript 中用 Math.floor(Date.now() / 1000)），微秒除以一百万，纳秒除以十亿。",
        ],
    ),
    words(
        Cause::NumericDateString,
        ["A time as a string", "时间是字符串"],
        [
            "[“{claim}” is|A time claim is] the string[ “{found}”| of a number or a date]; a NumericDate is a JSON number (RFC 7519 section 2).",
            "[“{claim}”|某个时间声明]是字符串[“{found}”]；NumericDate 必须是 JSON 数字（RFC 7519 第 2 节）。",
        ],
        [
            "Write seconds since 1970 as a number at the issuer, without quotation marks.",
            "在颁发者一侧写成自 1970 年起的秒数，用数字，不加引号。",
        ],
    ),
    words(
        Cause::NumericDateNotANumber,
        ["A time that is no number", "时间不是数字"],
        [
            "[“{claim}” is|A time claim is] [{value_type}|no finite number][: {found}]; a NumericDate is a JSON number (RFC 7519 section 2).",
            "[“{claim}”|某个时间声明]是[{value_type}|非有限数字的值][：{found}]；NumericDate 必须是 JSON 数字（RFC 7519 第 2 节）。",
        ],
        [
            "Write seconds since 1970 as a number at the issuer, or leave the claim out.",
            "在颁发者一侧写成自 1970 年起的秒数，或不写该声明。",
        ],
    ),
    words(
        Cause::NumericDateRelative,
        ["A duration where a date belongs", "应为时间点，却写了时长"],
        [
            "[“{claim}” is {found}|A time claim is a small number], which looks like a duration or, with eight digits, like a written date: as a point in time it lies in the 1970s.",
            "[“{claim}”为 {found}|某个时间声明是很小的数字]，看起来像时长，八位数时则像写出的日期：作为时间点，它落在 1970 年代。",
        ],
        [
            "Add the time now to a duration at the issuer, and turn a written date into seconds since 1970: exp is a point in time.",
            "在颁发者一侧把时长加上当前时间，把写出的日期换算成自 1970 年起的秒数：exp 是时间点。",
        ],
    ),
    words(
        Cause::NumericDateOdd,
        ["A time that no clock will show", "不合常理的时间"],
        [
            "[“{claim}” is {found}, which is|A time claim is] zero, negative, or too large for a date.",
            "[“{claim}”为 {found}：|某个时间声明]为零、为负，或超出日期范围。",
        ],
        [
            "Look at how the issuer computes it; a default of zero and an overflow are common.",
            "检查颁发者的计算方式；默认值为零和溢出都很常见。",
        ],
    ),
    words(
        Cause::NumericDateFraction,
        ["A time with a fraction", "时间带小数"],
        [
            "[“{claim}” is {found}|A time claim is no whole number]. RFC 7519 allows that (section 2); code that reads whole numbers only refuses the token[: {library}].",
            "[“{claim}”为 {found}|某个时间声明不是整数]。RFC 7519 允许（第 2 节）；只读整数的代码会拒绝该令牌[：{library}]。",
        ],
        ["Round down to whole seconds at the issuer.", "在颁发者一侧向下取整为整秒。"],
    ),
    words(
        Cause::LocalTimeAsUtc,
        ["Local time was taken as UTC", "把本地时间当成了 UTC"],
        [
            "With the clock moved by[ {offset}| a time zone's offset] the token was issued just before it was judged: its issuer counts local time as UTC.",
            "时钟调整[ {offset}|一个时区的偏移]后，令牌正好是判定前不久签发的：颁发者把本地时间当成了 UTC。",
        ],
        [
            "Use a clock that counts from 1970 in UTC at the issuer: datetime.now(timezone.utc), Instant.now(), Date.now().",
            "颁发者应使用 UTC 时间戳：datetime.now(timezone.utc)、Instant.now()、Date.now()。",
        ],
    ),
    words(
        Cause::LifetimeTooLong,
        ["Lives longer than the verifier allows", "有效期超出验证方的限制"],
        [
            "Between iat and exp lie[ {lifetime}| too many seconds]; the verifier allows[ {limit}| less].",
            "iat 与 exp 相隔[ {lifetime}|过长]；验证方最多允许[ {limit}|更短的时间]。",
        ],
        [
            "Let the issuer shorten exp (GitHub Apps: 10 minutes, App Store Connect: 20 minutes).",
            "让颁发者缩短 exp（GitHub App 为 10 分钟，App Store Connect 为 20 分钟）。",
        ],
    ),
];
