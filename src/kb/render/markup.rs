//! HTML that can't be written wrongly: every text is escaped, and what is opened is closed.

/// An attribute: its name and its value.
pub type Attribute<'a> = (&'static str, &'a str);

/// Markup so far.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// A text.
    pub fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(letter),
            }
        }
    }

    /// An element and what is in it.
    pub fn element(&mut self, tag: &'static str, attributes: &[Attribute], content: impl FnOnce(&mut Self)) {
        self.void(tag, attributes);
        content(self);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// An element with a text in it.
    pub fn with_text(&mut self, tag: &'static str, attributes: &[Attribute], text: &str) {
        self.element(tag, attributes, |markup| markup.text(text));
    }

    /// An element that has no content.
    pub fn void(&mut self, tag: &'static str, attributes: &[Attribute]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// A line end, for those who read the source.
    pub fn line_end(&mut self) {
        self.0.push('\n');
    }

    /// All of it, as a document.
    pub fn finish(self) -> String {
        format!("<!doctype html>\n{}\n", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_values_can_not_become_markup() {
        let mut markup = Markup::default();
        let hostile = r#"</p><script>alert('"&"')</script>"#;
        markup.with_text("p", &[("title", hostile)], hostile);
        let escaped = "&lt;/p&gt;&lt;script&gt;alert(&#39;&quot;&amp;&quot;&#39;)&lt;/script&gt;";
        assert_eq!(markup.0, format!("<p title=\"{escaped}\">{escaped}</p>"));
    }
}
