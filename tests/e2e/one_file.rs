//! The page as one file, opened by double click: from a `file:` address, without any server.

use e2e::{ELSEWHERE, Kind, Page, Stage, WebDriverResult, on_stage};

use crate::main_job;

/// Opens the file, does the main job, and looks who was asked for anything.
#[track_caller]
fn by_double_click(kind: Kind, test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) {
    on_stage(&Stage::one_file(kind), async |page| {
        page.open().await?;
        assert!(page.holds("return location.protocol === 'file:'").await?);
        test(page).await?;
        assert_eq!(page.site().seen(), [""; 0]);
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_log_is_diagnosed() {
    by_double_click(Kind::Chromium, main_job::a_log);
}

#[test]
fn a_key_is_typed_and_nothing_is_complained_of() {
    by_double_click(Kind::Chromium, async |page| {
        main_job::a_key(page).await?;
        let console = page.console().await?;
        assert!(console.is_empty(), "{console:?}");
        Ok(())
    });
}

#[test]
fn a_log_is_diagnosed_in_firefox() {
    by_double_click(Kind::Firefox, main_job::a_log);
}

#[test]
fn a_proof_is_shown_in_firefox() {
    by_double_click(Kind::Firefox, main_job::a_proof);
}

#[test]
fn it_can_connect_to_nobody() {
    for kind in [Kind::Chromium, Kind::Firefox] {
        by_double_click(kind, async |page| {
            // Firefox runs a test's script beside the page; the page's own function is behind this name.
            let attempt = format!(
                "const {{ fetch }} = window.wrappedJSObject ?? window;
                return Promise.all([{ELSEWHERE:?}, {:?}].map(address =>
                    fetch(address, {{ mode: 'no-cors' }}).then(() => 'went', () => 'refused'))).then(ends => ends.join())",
                page.site().address()
            );
            assert_eq!(page.value(&attempt).await?, "refused,refused");
            Ok(())
        });
    }
}

#[test]
fn it_names_no_file_beside_it() {
    on_stage(&Stage::one_file(Kind::Chromium), async |page| {
        page.open().await?;
        let named = "return [...document.querySelectorAll('[src], link[href], form, iframe, base')]
            .filter(element => !(element.href ?? '').startsWith('data:')).map(element => element.outerHTML).join()";
        assert_eq!(page.value(named).await?, "");
        // Links to the pages of entries would lead nowhere, so nobody sees them.
        let seen = "return [...document.querySelectorAll('a[href]:not([href^=\"#\"])')]
            .filter(link => link.protocol === 'file:' && link.checkVisibility()).length === 0";
        assert!(page.holds(seen).await?);
        Ok(())
    });
}
