//! What a page has to have before it is painted stands in it: the styles and the start script, each of which its policy
//! names by hash. So the first answer of a server is enough to paint, and to ask for all the rest.

use std::{fs, path::Path};

use crate::{
    Failure, brief,
    fingerprint::source,
    html::{attribute, each, inside},
};

/// The start script, which says in its attributes what it reads.
const BOOT: &str = "boot.js";

/// What stands in a page.
pub struct Standing {
    styles: String,
    boot: String,
}

impl Standing {
    /// Takes the stylesheets that `html` links, in their order, and the start script out of the folder, and the links
    /// out of `html`.
    ///
    /// # Errors
    ///
    /// When a file can't be read or taken away, or is not understood.
    pub fn taken(folder: &Path, html: &str) -> Result<(String, Self), Failure> {
        let mut styles = String::new();
        let html = each(html, "<link", ">", |link| {
            match attribute(link, "href").filter(|_| attribute(link, "rel") == Some("stylesheet")) {
                Some(file) => styles += &take(&folder.join(file))?,
                None => return Ok(link.to_owned()),
            }
            Ok(String::new())
        })?;
        let boot = take(&folder.join(BOOT))?;
        Ok((html, Self { styles: brief::styles(&styles)?, boot: brief::script(&boot)? }))
    }

    /// `html` with the styles before its first script, the start script where it was named, and both in its policy.
    ///
    /// # Errors
    ///
    /// When one of them can't stand in HTML.
    pub fn placed(&self, html: &str) -> Result<String, Failure> {
        let mut styles = inside("style", "", &self.styles)? + "\n    ";
        let html = each(html, "<script", "</script>", |script| {
            let script = if attribute(script, "src") == Some(BOOT) {
                let named = format!("src=\"{BOOT}\"");
                let attributes = script.trim_start_matches("<script").split('>').next().unwrap_or_default();
                inside("script", &attributes.replace(&named, ""), &self.boot)?
            } else {
                script.to_owned()
            };
            Ok(std::mem::take(&mut styles) + &script)
        })?;
        let scripts = format!("script-src {} ", source(&self.boot));
        let styles = format!("style-src {};", source(&self.styles));
        Ok(html.replacen("script-src ", &scripts, 1).replacen("style-src 'self';", &styles, 1))
    }
}

/// The text of a file, which is gone then.
fn take(file: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(file).and_then(|text| fs::remove_file(file).map(|()| text));
    text.map_err(|error| Failure::at(file, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_start_script_stand_in_the_page_and_its_policy_names_them() {
        let html = r#"<meta content="script-src 'self'; style-src 'self'; x"><a><link rel="modulepreload" href="c"><script src="boot.js" data-a="b"></script><script src="d.js"></script>"#;
        let standing = Standing { styles: "e".to_owned(), boot: "f > g".to_owned() };
        let (style, script) = (source("e"), source("f > g"));
        assert_eq!(
            standing.placed(html).unwrap(),
            format!(
                "<meta content=\"script-src {script} 'self'; style-src {style}; x\"><a><link rel=\"modulepreload\" \
                 href=\"c\"><style>e</style>\n    <script  data-a=\"b\">f > g</script><script src=\"d.js\"></script>"
            )
        );
    }
}
