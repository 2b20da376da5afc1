//! Numbers, rates, days and times are written as the readers of the language write them.

use e2e::{in_browser, in_each_browser, states::State};

#[test]
fn rates_days_and_times_are_written_as_the_language_writes_them() {
    in_each_browser(async |page| {
        let languages = [
            ("en", ["Nov 14, 2023", "Nov 14, 2023, 22:13:20 UTC", "Apr 6, 2015", "75% (published"]),
            ("zh", ["2023年11月14日", "2023年11月14日 UTC 22:13:20", "2015年4月6日", "75%（来源公布"]),
        ];
        for (language, [day, instant, first_seen, rate]) in languages {
            page.click(&format!("[data-language={language}]")).await?;
            State::Accepted.show(page).await?;
            page.until("the line has its label", async || {
                let label = "return document.querySelector('[data-points=iat] .axis-clock').textContent";
                Ok(page.value(label).await? == day)
            })
            .await?;
            page.reads("[data-member=iat]", instant).await?;
            State::Entry.show(page).await?;
            page.reads(".entry-facts", first_seen).await?;
            page.run("location.hash = '#/kb/api/jwt-claims-validation-failed'").await?;
            page.reads(".rate", rate).await?;
        }
        Ok(())
    });
}

#[test]
fn the_labels_of_a_line_of_hours_are_times_of_day() {
    in_each_browser(async |page| {
        page.click("[data-sample=clock-skew]").await?;
        page.is_diagnosed().await?;
        let label = "return document.querySelector('[data-points=exp] .axis-clock').textContent";
        assert_eq!(page.value(label).await?, "16:52:53");
        Ok(())
    });
}

#[test]
fn the_language_follows_the_browser_until_somebody_switches_it() {
    for (spoken, read, verdict) in
        [("zh-TW", "zh", "拒绝"), ("en-GB", "en", "Rejected"), ("fr", "en", "Rejected")]
    {
        in_browser(async |page| {
            let speak = format!("Object.defineProperty(navigator, 'language', {{ value: '{spoken}' }})");
            page.before_everything(&speak).await?;
            page.open().await?;
            let language = "return document.documentElement.lang.slice(0, 2)";
            assert_eq!(page.value(language).await?, read, "{spoken}");
            page.click("[data-sample=base64-secret]").await?;
            page.reads(".verdict-word", verdict).await?;
            let other = if read == "zh" { "en" } else { "zh" };
            page.click(&format!("[data-language={other}]")).await?;
            page.open().await?;
            assert_eq!(page.value(language).await?, other, "{spoken}: the choice is kept");
            Ok(())
        });
    }
}
