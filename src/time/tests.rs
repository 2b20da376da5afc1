//! Times as logs write them.

use super::*;

/// 2022-03-25T12:49:46Z
const INSTANT: i64 = 1_648_212_586;

#[track_caller]
fn check(text: &str, expected: &[(&str, i64, bool)]) {
    let found: Vec<_> = log_times(text)
        .into_iter()
        .map(|time| (text.get(time.span.range()).expect("on characters"), time.instant, time.zone_known))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn iso_8601_is_read_with_and_without_a_zone() {
    check("WARN [2022-03-25 12:49:46,667] x", &[("2022-03-25 12:49:46,667", INSTANT, false)]);
    check("2022-03-25T12:49:46.667Z", &[("2022-03-25T12:49:46.667Z", INSTANT, true)]);
    check("2022-03-25T14:49:46+02:00 x", &[("2022-03-25T14:49:46+02:00", INSTANT, true)]);
    check("2022-03-25 07:49:46 -0500", &[("2022-03-25 07:49:46 -0500", INSTANT, true)]);
    check("2022/03/25 12:49:46 [error]", &[("2022/03/25 12:49:46", INSTANT, false)]);
    check("2022-03-25 12:49:46 UTC", &[("2022-03-25 12:49:46 UTC", INSTANT, true)]);
    check("2022-03-25 12:49:46 - 401", &[("2022-03-25 12:49:46", INSTANT, false)]);
    check("at 20220325T124946Z.", &[("20220325T124946Z", INSTANT, true)]);
}

#[test]
fn server_logs_and_mail_dates_are_read() {
    check("[25/Mar/2022:12:49:46 +0000]", &[("25/Mar/2022:12:49:46 +0000", INSTANT, true)]);
    check("25-Mar-2022 12:49:46.100 INFO", &[("25-Mar-2022 12:49:46.100", INSTANT, false)]);
    check("Date: Fri, 25 Mar 2022 12:49:46 GMT", &[("25 Mar 2022 12:49:46 GMT", INSTANT, true)]);
    check("[Fri Mar 25 12:49:46.123456 2022]", &[("Mar 25 12:49:46.123456 2022", INSTANT, false)]);
    check("Fri Mar 25 12:49:46 UTC 2022", &[("Mar 25 12:49:46 UTC 2022", INSTANT, true)]);
    check("Mar 25, 2022 12:49:46 PM", &[("Mar 25, 2022 12:49:46 PM", INSTANT, false)]);
}

#[test]
fn windows_writes_the_month_first_where_it_writes_am_and_pm() {
    check("3/25/2022 12:49:46 PM Error", &[("3/25/2022 12:49:46 PM", INSTANT, false)]);
    check("25.03.2022 12:49:46", &[("25.03.2022 12:49:46", INSTANT, false)]);
    check("25/03/2022 12:49:46", &[("25/03/2022 12:49:46", INSTANT, false)]);
    check("03/04/2022 12:49:46", &[]);
}

#[test]
fn epoch_numbers_count_only_where_a_name_says_so() {
    check(r#"{"ts":1648212586.667,"iat":1648212559}"#, &[("1648212586.667", INSTANT, true)]);
    check(r#"{"time": 1648212586667}"#, &[("1648212586667", INSTANT, true)]);
    check(r#"{"exp":1648212586}"#, &[]);
    check("/Date(1648212586667)/", &[("1648212586667", INSTANT, true)]);
    check("1648212586.667 TCP_MISS", &[("1648212586.667", INSTANT, true)]);
}

#[test]
fn what_is_no_time_is_left_alone() {
    for text in [
        "Mar 25 12:49:46 host sshd",
        "2022-13-45 12:49:46",
        "12:49:46",
        "v2022-03-25",
        "2022-03-25",
        "1.2.3.4",
    ] {
        check(text, &[]);
    }
}
