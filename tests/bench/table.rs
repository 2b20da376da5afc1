//! Figures as a reader of Markdown sees them.

use std::fmt::Write as _;

/// A table under its heading, with what has to be said of it.
pub struct Table {
    /// The heading.
    pub title: String,
    /// What was measured, and how.
    pub about: String,
    /// The head of each column; the first column is text, the others are figures.
    pub head: Vec<&'static str>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as Markdown.
    pub fn markdown(&self) -> String {
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            cells.fold(String::from("|"), |mut line, cell| {
                let _ = write!(line, " {cell} |");
                line
            })
        };
        let head = line(&mut self.head.iter().copied());
        let rule =
            line(&mut self.head.iter().enumerate().map(|(at, _)| if at == 0 { "---" } else { "---:" }));
        let rows = self.rows.iter().map(|row| line(&mut row.iter().map(String::as_str)));
        let lines: Vec<String> = [head, rule].into_iter().chain(rows).collect();
        format!("## {}\n\n{}\n\n{}\n", self.title, self.about, lines.join("\n"))
    }
}

/// The median; nothing for no figures.
pub fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

/// Milliseconds with one decimal, or a dash.
pub fn milliseconds(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.1}"))
}

/// A rate with three figures: `1.23 M`, `45.6 k`, `789`; or a dash.
pub fn rate(figure: Option<f64>) -> String {
    let three = |figure: f64| {
        let decimals = if figure < 10.0 { 2 } else { usize::from(figure < 100.0) };
        format!("{figure:.decimals$}")
    };
    match figure {
        None => "-".to_owned(),
        Some(figure) if figure >= 1e6 => format!("{} M", three(figure / 1e6)),
        Some(figure) if figure >= 1e3 => format!("{} k", three(figure / 1e3)),
        Some(figure) => three(figure),
    }
}

/// How many times one figure is another one, or a dash.
pub fn times(figure: Option<f64>, other: Option<f64>) -> String {
    figure.zip(other).map_or_else(|| "-".to_owned(), |(figure, other)| format!("{:.2}", figure / other))
}
