//! That a token is judged otherwise at the time of its log line.

use super::{Language, instant};

/// What to do about a token whose time claims say another thing at the time of its log line, in seconds since
/// 1970-01-01T00:00:00Z; a time without a zone was read as UTC.
pub fn at_log_time(seconds: i64, zone_known: bool, language: Language) -> String {
    let time = instant(seconds, language);
    match language {
        Language::En => {
            let zone = if zone_known { "" } else { " (no zone is given)" };
            format!(
                "The log gives the token the time {time}{zone}, at which its claims are judged otherwise: to judge it as the verifier did, give that time as “now”."
            )
        }
        Language::Zh => {
            let zone = if zone_known { "" } else { "（未注明时区）" };
            format!(
                "日志中该令牌的时间是 {time}{zone}，按此时间判定，声明的结论不同：要得到验证方当时的结论，请把它作为 now。"
            )
        }
    }
}
