//! What is read and written in the HTML of a page, which is all our own.

use crate::Failure;

/// `html` with each stretch from `start` to `end` replaced.
pub fn each(
    html: &str,
    start: &str,
    end: &str,
    mut replace: impl FnMut(&str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let mut written = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(start) {
        let (inside, behind) =
            after.split_once(end).ok_or_else(|| Failure::new(format!("`{start}` without `{end}`")))?;
        written += before;
        written += &replace(&[start, inside, end].concat())?;
        rest = behind;
    }
    Ok(written + rest)
}

/// The value of an attribute of a tag.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    // Before a name stands white space, so that `data-src` is not `src`.
    let mut starts = tag.match_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    let value = starts.find_map(|at| tag.get(at..)?.strip_prefix(name)?.strip_prefix("=\""));
    value?.split('"').next()
}

/// The text of an element that has no other element inside.
pub fn text(element: &str) -> &str {
    let text = element.split_once('>').map_or("", |(_, text)| text);
    text.rsplit_once("</").map_or(text, |(text, _)| text)
}

/// An address without its version.
pub fn bare(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// A text as it stands in an element: `what` is the element's name, and its end may not be in the text.
pub fn inside(what: &str, attributes: &str, text: &str) -> Result<String, Failure> {
    if text.contains(&format!("</{what}")) || text.contains("<!--") {
        return Err(Failure::new(format!("a text with `</{what}` or `<!--` can't stand inside of a {what}")));
    }
    Ok(format!("<{what}{attributes}>{text}</{what}>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_found_by_its_whole_name() {
        let tag = r#"<link data-rel="x" rel="style sheet" href="a.css?v=1" />"#;
        assert_eq!(attribute(tag, "rel"), Some("style sheet"));
        assert_eq!(attribute(tag, "href").map(bare), Some("a.css"));
        assert_eq!(attribute(tag, "src"), None);
    }

    #[test]
    fn the_text_of_an_element_is_what_is_between_its_tags() {
        assert_eq!(text("<script data-a=\"b\">a > b </ c</script>"), "a > b </ c");
    }

    #[test]
    fn every_stretch_is_replaced_and_nothing_else() {
        let html = each("a<b 1>c<b 2>d", "<b", ">", |tag| Ok(tag.len().to_string())).unwrap();
        assert_eq!(html, "a5c5d");
        assert!(each("a<b", "<b", ">", |_| Ok(String::new())).is_err());
    }

    #[test]
    fn a_text_that_would_end_early_is_refused() {
        assert_eq!(inside("script", " a=\"b\"", "a < b").unwrap(), "<script a=\"b\">a < b</script>");
        assert!(inside("script", "", "'</script>'").is_err() && inside("style", "", "<!--").is_err());
    }
}
