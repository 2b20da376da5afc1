//! The main job in Firefox.

use e2e::{Page, Stage, WebDriverResult, on_stage};

use crate::main_job;

#[track_caller]
fn in_firefox(test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) {
    on_stage(&Stage::firefox(), async |page| {
        page.open().await?;
        test(page).await?;
        assert_eq!(page.asked_of_the_world(), [""; 0]);
        Ok(())
    });
}

#[test]
fn a_log_is_diagnosed_in_firefox() {
    in_firefox(main_job::a_log);
}

#[test]
fn a_key_is_typed_in_firefox() {
    in_firefox(main_job::a_key);
}

#[test]
fn a_proof_is_shown_in_firefox() {
    in_firefox(main_job::a_proof);
}

#[test]
fn it_is_kept_in_firefox_and_works_with_the_server_stopped() {
    on_stage(&Stage::firefox(), async |page| {
        page.open().await?;
        page.is_kept().await?;
        page.site().stop();
        page.open().await?;
        main_job::a_log(page).await
    });
}
