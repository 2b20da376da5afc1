//! The same JSON text with one member or element a line.

/// Lays out a text that is known to be JSON; what stands in it is copied as it was spelled.
pub(super) fn pretty(source: &str) -> String {
    let mut layout = Layout { out: String::with_capacity(source.len() * 2), depth: 0, fresh: false };
    let mut in_string = false;
    let mut escaped = false;
    for character in source.chars() {
        if in_string {
            layout.out.push(character);
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else {
            in_string = character == '"';
            layout.structural(character);
        }
    }
    layout.out
}

struct Layout {
    out: String,
    depth: usize,
    /// Whether a bracket was opened and nothing stands in it yet.
    fresh: bool,
}

impl Layout {
    fn structural(&mut self, character: char) {
        match character {
            ' ' | '\t' | '\n' | '\r' => {}
            '{' | '[' => {
                self.begin();
                self.out.push(character);
                self.depth += 1;
                self.fresh = true;
            }
            '}' | ']' => {
                self.depth = self.depth.saturating_sub(1);
                if !self.fresh {
                    self.line();
                }
                self.fresh = false;
                self.out.push(character);
            }
            ',' => {
                self.out.push(',');
                self.line();
            }
            ':' => self.out.push_str(": "),
            _ => {
                self.begin();
                self.out.push(character);
            }
        }
    }

    /// Breaks the line before the first thing in a bracket.
    fn begin(&mut self) {
        if self.fresh {
            self.fresh = false;
            self.line();
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn layout_changes_and_spelling_does_not() {
        assert_eq!(
            pretty(r#"{"a":1.0,"b":[ ],"c":{"d":["x, \"y\"",{}]} , "a":2}"#),
            "{\n  \"a\": 1.0,\n  \"b\": [],\n  \"c\": {\n    \"d\": [\n      \"x, \\\"y\\\"\",\n      {}\n    ]\n  },\n  \"a\": 2\n}"
        );
        assert_eq!(pretty(" \"a \\\\\" "), "\"a \\\\\"");
    }
}
