//! Enums from tab-separated tables with a header line.

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

/// One line of code for each row.
fn lines(rows: &[Row], line: impl Fn(&Row) -> String) -> String {
    rows.iter().map(|row| line(row) + "\n").collect()
}

/// An enum with its ids, in the order of the table.
fn id_enum(name: &str, doc: &str, rows: &[Row], meaning: usize) -> String {
    let variants = lines(rows, |row| format!("/// {}\n{},", row.cells[meaning], variant(&row.cells[0])));
    let all = lines(rows, |row| format!("Self::{},", variant(&row.cells[0])));
    let ids = lines(rows, |row| format!("{:?},", row.cells[0]));
    let count = rows.len();
    format!(
        "/// {doc}
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
         pub enum {name} {{ {variants} }}
         impl {name} {{
             /// All of them, in the order of the table.
             pub const ALL: [Self; {count}] = [{all}];
             const IDS: [&'static str; {count}] = [{ids}];
             /// The public id.
             pub const fn id(self) -> &'static str {{ Self::IDS[self as usize] }}
         }}\n"
    )
}

/// A `const fn` that maps each row to a variant of another enum, an arm a target.
fn mapping(name: &str, doc: &str, function: &str, target: &str, rows: &[Row], cell: usize) -> String {
    let mut arms: Vec<(String, Vec<String>)> = Vec::new();
    for row in rows {
        let (from, to) = (format!("Self::{}", variant(&row.cells[0])), variant(&row.cells[cell]));
        match arms.iter_mut().find(|(target, _)| *target == to) {
            Some((_, sources)) => sources.push(from),
            None => arms.push((to, vec![from])),
        }
    }
    let arms: Vec<String> =
        arms.iter().map(|(to, sources)| format!("{} => {target}::{to},\n", sources.join(" | "))).collect();
    let arms = arms.concat();
    format!(
        "impl {name} {{
             /// {doc}
             pub const fn {function}(self) -> {target} {{ match self {{ {arms} }} }}
         }}\n"
    )
}

/// The source of `enum Cause`.
pub fn causes(rows: &[Row]) -> String {
    let proved: Vec<String> = rows
        .iter()
        .filter(|row| row.cells[2].starts_with("Proved:"))
        .map(|row| format!("Self::{}", variant(&row.cells[0])))
        .collect();
    let doc = "A reason for which a token is rejected, suspicious, or unreadable.";
    id_enum("Cause", doc, rows, 2)
        + &mapping("Cause", "The family of the cause.", "group", "Group", rows, 1)
        + &format!(
            "impl Cause {{
                 /// Whether the cause may only be reported with a proof.
                 pub const fn needs_proof(self) -> bool {{ matches!(self, {}) }}
             }}\n",
            proved.join(" | ")
        )
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
    let name = "ExperimentId";
    id_enum(name, "The name of one thing that can be changed in a case.", rows, 3)
        + &mapping(name, "The cause that the experiment proves.", "cause", "Cause", rows, 1)
        + &mapping(name, "How grave the change is.", "class", "Class", rows, 2)
}
