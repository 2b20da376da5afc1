//! The templates of the fixes, `www/fixes.txt`: a book for each language and one for each library, of named sections.
//!
//! A line with a {name} that is absent is left out, unless it has a {name|substitute}; one with a {claim} and its {value}
//! is written for each claim that is compared. `=>` is an expression, what stands above it has to be said first.

/// The templates as they were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Templates<'a>(&'a str);

/// One book of the templates.
#[derive(Clone, Copy)]
pub(super) struct Book<'a>(&'a str);

/// A section: what has to be said first, an expression, and what it needs beside it.
#[derive(Clone, Copy, Default)]
pub(super) struct Section<'a> {
    pub statements: &'a str,
    pub expression: &'a str,
    pub option: Option<&'a str>,
}

impl<'a> Templates<'a> {
    /// Templates of this text.
    pub const fn new(text: &'a str) -> Self {
        Self(text)
    }

    pub(super) fn book(self, name: &str) -> Option<Book<'a>> {
        part(self.0, "\n@ ", name).map(Book)
    }
}

impl<'a> Book<'a> {
    /// The text of a section.
    pub fn text(self, name: &str) -> Option<&'a str> {
        part(self.0, "\n== ", name).map(|text| text.trim_matches('\n'))
    }

    /// A section with its expression apart.
    pub fn section(self, name: &str) -> Option<Section<'a>> {
        let text = self.text(name)?;
        let Some((statements, rest)) =
            text.strip_prefix("=> ").map(|rest| ("", rest)).or_else(|| text.split_once("\n=> "))
        else {
            return Some(Section { statements: text, ..Section::default() });
        };
        let (expression, option) =
            rest.split_once("\n+> ").map_or((rest, None), |(rest, option)| (rest, Some(option)));
        Some(Section { statements, expression, option })
    }
}

/// What stands under the heading `mark` + `name`, up to the next heading with this mark.
fn part<'a>(text: &'a str, mark: &str, name: &str) -> Option<&'a str> {
    let found = text.split(mark).skip(1).find(|part| part.lines().next() == Some(name))?;
    found.get(name.len()..)
}

/// The values of a template by their names; one that is `None` is absent.
pub(super) type Values<'a> = [(&'a str, Option<&'a str>)];

/// A claim that is compared and the value that it must have, each as a literal.
pub(super) type Claim = (String, String);

/// Fills a template. A line with an absent value is left out, and one with a {claim} is written for each of the claims.
/// What is filled in is never looked at again.
pub(super) fn fill(template: &str, values: &Values<'_>, claims: &[Claim]) -> String {
    let mut lines = Vec::new();
    for line in template.lines() {
        if line.contains("{claim}") {
            lines.extend(claims.iter().filter_map(|(claim, value)| {
                fill_line(line, &[("claim", Some(claim.as_str())), ("value", Some(value.as_str()))])
            }));
        } else {
            lines.extend(fill_line(line, values));
        }
    }
    lines.join("\n")
}

fn fill_line(line: &str, values: &Values<'_>) -> Option<String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let asked = after.split_once('}').and_then(|(inside, after)| {
            let (name, substitute) =
                inside.split_once('|').map_or((inside, None), |(name, other)| (name, Some(other)));
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value.or(substitute), after))
        });
        if let Some((value, after)) = asked {
            out.push_str(value?);
            rest = after;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_one_begins() {
        let templates =
            Templates::new("head\n\n@ a\n== one\nx\n=> y\n+> z\n== two\n=> w\n\n@ b\n== one\nv\n");
        let section = |book, name| templates.book(book).and_then(|book| book.section(name));
        let one = section("a", "one").unwrap();
        assert_eq!((one.statements, one.expression, one.option), ("x", "y", Some("z")));
        let two = section("a", "two").unwrap();
        assert_eq!((two.statements, two.expression, two.option), ("", "w", None));
        assert_eq!(section("b", "one").unwrap().statements, "v");
        assert!(section("b", "two").is_none() && section("c", "one").is_none());
    }

    #[test]
    fn a_line_without_its_value_is_left_out_and_no_value_is_read_as_a_template() {
        let values: &Values<'_> = &[("a", Some("{b}")), ("b", None)];
        assert_eq!(fill("1 {a} {{a}} {c}\n2 {b}\n3 {b|else} {", values, &[]), "1 {b} {{b}} {c}\n3 else {");
    }

    #[test]
    fn a_line_for_a_claim_is_written_for_each() {
        let claims =
            [("x", "{value}"), ("{claim}", "1")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let template = "a\n{claim}={value} {b}\nz";
        assert_eq!(fill(template, &[], &claims), "a\nx={value} {b}\n{claim}=1 {b}\nz");
        assert_eq!(fill(template, &[], &[]), "a\nz");
    }
}
