//! Single keys, shortcuts and skip links; `walk.rs` has what the tabulator key leads to.

use e2e::in_each_browser;
use thirtyfour::Key;

#[test]
fn the_list_of_shortcuts_keeps_the_focus_and_escape_closes_it() {
    in_each_browser(async |page| {
        page.run("document.activeElement.blur()").await?;
        page.press("?").await?;
        page.shows("#shortcuts[open]").await?;
        page.reads("#shortcuts", "?").await?;
        page.has_the_focus("#shortcuts").await?;
        for _ in 0..4 {
            page.press(Key::Tab).await?;
            let inside = "const focused = document.activeElement;
                return focused === document.body || focused.closest('#shortcuts') !== null";
            assert!(page.holds(inside).await?);
        }
        page.press(Key::Escape).await?;
        page.until("the list is closed", async || Ok(page.count("#shortcuts[open]").await? == 0)).await?;
        page.click("[data-help]").await?;
        page.shows("#shortcuts[open]").await
    });
}

#[test]
fn single_keys_lead_to_the_parts_of_the_page() {
    in_each_browser(async |page| {
        page.click("[data-sample=algorithm-confusion]").await?;
        page.is_diagnosed().await?;
        page.has_the_focus("#results").await?;
        for (key, id) in
            [("n", "finding-0"), ("n", "finding-1"), ("p", "finding-0"), ("v", "results"), ("t", "paste")]
        {
            page.press(key).await?;
            page.has_the_focus(&format!("#{id}")).await?;
        }
        page.press(Key::Escape).await?;
        page.press("k").await?;
        page.has_the_focus("#keys").await
    });
}

#[test]
fn single_keys_lead_from_one_view_to_another() {
    in_each_browser(async |page| {
        page.click("[data-sample=algorithm-confusion]").await?;
        page.is_diagnosed().await?;
        page.press("/").await?;
        page.has_the_focus("#search").await?;
        page.run("location.hash = '#/kb'").await?;
        page.has_the_focus("#library-title").await?;
        page.press("/").await?;
        page.has_the_focus("#library-search").await?;
        page.run("document.activeElement.blur()").await?;
        // Nothing is emptied that can't be seen.
        page.press("X").await?;
        page.run("location.hash = '#/kb/time/expired'").await?;
        page.has_the_focus("#entry-title").await?;
        page.press("/").await?;
        page.has_the_focus("#library-search").await?;
        // Escape leaves an empty search.
        page.press(Key::Escape).await?;
        page.press("v").await?;
        page.has_the_focus("#results").await?;
        page.shows("[data-verdict=rejected]").await
    });
}

#[test]
fn letters_in_a_box_are_letters() {
    in_each_browser(async |page| {
        page.run("document.querySelector('#paste').focus()").await?;
        page.press("k?X").await?;
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "k?X");
        assert_eq!(page.count("#shortcuts[open]").await?, 0);
        page.has_the_focus("#paste").await
    });
}

#[test]
fn single_keys_can_be_switched_off() {
    in_each_browser(async |page| {
        page.click("[data-help]").await?;
        page.click("#shortcuts input[type=checkbox]").await?;
        page.press(Key::Escape).await?;
        page.press("k").await?;
        page.press("?").await?;
        assert_eq!(page.count("#shortcuts[open]").await?, 0);
        assert!(!page.holds("return document.activeElement.id === 'keys'").await?);
        page.click("[data-help]").await?;
        page.shows("#shortcuts[open]").await
    });
}

#[test]
fn one_key_empties_everything() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        page.press("X").await?;
        page.shows("[data-sample]").await?;
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "");
        Ok(())
    });
}

#[test]
fn skip_links_come_first() {
    in_each_browser(async |page| {
        page.click("[data-sample=base64-secret]").await?;
        page.is_diagnosed().await?;
        page.run("document.activeElement.blur(); getSelection().removeAllRanges()").await?;
        for target in ["#results", "#paste"] {
            let link = page.find(&format!("a.skip[href='{target}']")).await?;
            assert!(
                page.holds("return document.querySelector('body > :first-child').matches('a.skip')").await?
            );
            link.send_keys(Key::Enter + "").await?;
            page.has_the_focus(target).await?;
        }
        Ok(())
    });
}
