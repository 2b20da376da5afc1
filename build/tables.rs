//! Enums from tab-separated tables with a header line.

use std::fmt::Write as _;

/// One line of a table and where it stands, for messages.
pub struct Row {
    pub line: usize,
    pub cells: Vec<String>,
}

/// Reads a table of `columns` columns; its first line names them.
pub fn read(path: &str, columns: usize) -> Vec<Row> {
    println!("cargo:rerun-if-changed={path}");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut rows: Vec<Row> = Vec::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let line = index + 1;
        assert!(cells.len() == columns, "{path}:{line}: expected {columns} columns, found {}", cells.len());
        assert!(
            rows.iter().all(|row| row.cells[0] != cells[0]),
            "{path}:{line}: the id `{}` stands twice",
            cells[0]
        );
        rows.push(Row { line, cells });
    }
    rows
}

/// `secret-base64-decoded` as `SecretBase64Decoded`.
fn variant(id: &str) -> String {
    id.split('-')
        .map(|word| {
            let (head, tail) = word.split_at(1);
            head.to_uppercase() + tail
        })
        .collect()
}

/// An enum with its ids, in the order of the table.
fn id_enum(name: &str, doc: &str, rows: &[Row], meaning: usize) -> String {
    let mut code = format!(
        "/// {doc}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum {name} {{\n"
    );
    for row in rows {
        writeln!(code, "    /// {}\n    {},", row.cells[meaning], variant(&row.cells[0])).unwrap();
    }
    writeln!(code, "}}\nimpl {name} {{\n    /// All of them, in the order of the table.").unwrap();
    writeln!(code, "    pub const ALL: [Self; {}] = [", rows.len()).unwrap();
    for row in rows {
        writeln!(code, "        Self::{},", variant(&row.cells[0])).unwrap();
    }
    writeln!(
        code,
        "    ];\n    /// The public id.\n    pub const fn id(self) -> &'static str {{\n        match self {{"
    )
    .unwrap();
    for row in rows {
        writeln!(code, "            Self::{} => {:?},", variant(&row.cells[0]), row.cells[0]).unwrap();
    }
    code + "        }\n    }\n}\n"
}

/// A `const fn` that maps each row to a variant of another enum.
fn mapping(
    code: &mut String,
    name: &str,
    doc: &str,
    function: &str,
    target: &str,
    rows: &[Row],
    cell: usize,
) {
    writeln!(code, "impl {name} {{\n    /// {doc}\n    pub const fn {function}(self) -> {target} {{\n        match self {{")
        .unwrap();
    for row in rows {
        let to = variant(&row.cells[cell]);
        writeln!(code, "            Self::{} => {target}::{to},", variant(&row.cells[0])).unwrap();
    }
    code.push_str("        }\n    }\n}\n");
}

/// The source of `enum Cause`.
pub fn causes(rows: &[Row]) -> String {
    let mut code =
        id_enum("Cause", "A reason for which a token is rejected, suspicious, or unreadable.", rows, 2);
    mapping(&mut code, "Cause", "The family of the cause.", "group", "Group", rows, 1);
    code.push_str("impl Cause {\n    /// Whether the cause may only be reported with a proof.\n    pub const fn needs_proof(self) -> bool {\n        matches!(self, ");
    let proved: Vec<String> = rows
        .iter()
        .filter(|row| row.cells[2].starts_with("Proved:"))
        .map(|row| format!("Self::{}", variant(&row.cells[0])))
        .collect();
    code + &proved.join(" | ") + ")\n    }\n}\n"
}

/// The source of `enum ExperimentId`; every cause that an experiment names must exist.
pub fn experiments(rows: &[Row], causes: &[Row]) -> String {
    for row in rows {
        assert!(
            causes.iter().any(|cause| cause.cells[0] == row.cells[1]),
            "src/experiments.tsv:{}: there is no cause `{}`",
            row.line,
            row.cells[1]
        );
    }
    let mut code = id_enum("ExperimentId", "The name of one thing that can be changed in a case.", rows, 3);
    mapping(&mut code, "ExperimentId", "The cause that the experiment proves.", "cause", "Cause", rows, 1);
    mapping(&mut code, "ExperimentId", "How grave the change is.", "class", "Class", rows, 2);
    code
}
