//! The report for a ticket, and the link that carries what somebody ticked.

use e2e::{Page, WebDriverResult, in_each_browser};

async fn sample(page: &Page) -> WebDriverResult<()> {
    page.may_use_the_clipboard().await?;
    page.click("[data-language=en]").await?;
    page.click("[data-sample=base64-secret]").await?;
    page.shows("[data-proof]").await?;
    page.is_diagnosed().await
}

#[test]
fn one_click_copies_the_report() {
    in_each_browser(async |page| {
        sample(page).await?;
        // The verdict is announced when it has settled, and would take the place of what the button says.
        page.reads("#app > [role=status]", "Rejected").await?;
        page.click(".copy-report").await?;
        page.reads("#app > [role=status].said", "copied").await?;
        let report = page.copied().await?;
        for part in
            ["# Rejected", "What would make it pass", "Ruled out", "secret-base64-decoded", "•••", "jwt-why"]
        {
            assert!(report.contains(part), "{part} in {report}");
        }
        assert!(!report.contains("eyJ") && !report.contains("login.example.com"), "{report}");
        Ok(())
    });
}

#[test]
fn a_link_tells_what_is_ticked_and_opens_as_a_report_to_read() {
    in_each_browser(async |page| {
        sample(page).await?;
        page.click(".ticket summary").await?;
        page.click("[data-tick=iss] input").await?;
        page.click(".report-link button").await?;
        page.reads(".report-link", "Copied").await?;
        let link = page.copied().await?;
        assert!(link.starts_with(&page.site().address()) && link.contains("#report="), "{link}");
        page.browser().goto("about:blank").await?;
        page.browser().goto(link).await?;
        page.shows("[data-shared=rejected]").await?;
        page.reads(".shared", "nothing of it was checked").await?;
        page.reads(".shared", "login.example.com").await?;
        page.shows(".shared [data-cause=secret-base64-decoded]").await?;
        assert_eq!(page.value("return location.hash").await?, "");
        page.paste("something of one's own").await?;
        page.until("the report is gone", async || Ok(page.count(".shared").await? == 0)).await
    });
}

#[test]
fn a_report_that_was_cut_off_says_so() {
    in_each_browser(async |page| {
        page.run("location.hash = 'report=eyJmIjoxLCJ2'").await?;
        page.shows("[data-shared=unreadable]").await?;
        page.reads("[data-shared]", "Ask for the link again").await?;
        // The page is as empty as ever, and offers the same.
        page.shows("[data-sample]").await
    });
}
