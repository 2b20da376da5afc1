//! Who needs whom: the functions and constants of the module as the compiler wrote it, where they still have names.
//!
//! The linker leaves its relocations in it (`build.rs` asks for them), so every reference is known: from code, from
//! tables of functions, and from one constant to another.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// A function or a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A function, by its index.
    Function(u32),
    /// A constant, by its segment, where it begins in it, and its length in bytes.
    Constant(u32, u32, u32),
}

/// Functions and constants, and what each refers to.
#[derive(Default)]
pub struct Graph {
    /// The names of the functions, as wasm-bindgen writes them: demangled, with the compiler's hash.
    pub names: BTreeMap<u32, String>,
    /// The functions that are called from outside.
    pub exported: Vec<u32>,
    /// What each refers to.
    pub edges: BTreeMap<Node, BTreeSet<Node>>,
    /// Where each segment of constants is in memory.
    pub segments: Vec<Range<u32>>,
}

/// What is needed only behind some functions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rest {
    /// The names of the functions.
    pub functions: BTreeSet<String>,
    /// The names of those among them through which it is entered.
    pub gates: BTreeSet<String>,
    /// The addresses of the constants, in order.
    pub constants: Vec<Range<u32>>,
}

impl Graph {
    /// Whether there is a function with such a path.
    pub fn has(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        self.names.values().any(|name| is_meant(path(name)))
    }

    /// Everything that is reached only through functions whose path is a gate.
    pub fn behind(&self, is_gate: impl Fn(&str) -> bool) -> Rest {
        let gates: BTreeSet<u32> =
            self.names.iter().filter(|(_, name)| is_gate(path(name))).map(|(index, _)| *index).collect();
        let first = self.reached(&gates);
        let rest = |index: &u32| !first.contains(&Node::Function(*index));
        // Two functions may have one name; the second half of the build knows them by that alone.
        let kept: BTreeSet<&String> =
            self.names.iter().filter(|(index, _)| !rest(index)).map(|(_, name)| name).collect();
        let names = |(_, name): (&u32, &String)| (!kept.contains(name)).then(|| name.clone());
        Rest {
            functions: self.names.iter().filter(|(index, _)| rest(index)).filter_map(names).collect(),
            gates: self.names.iter().filter(|(index, _)| gates.contains(index)).filter_map(names).collect(),
            constants: self.constants_without(&first),
        }
    }

    /// What the exports reach without going through a gate.
    fn reached(&self, gates: &BTreeSet<u32>) -> BTreeSet<Node> {
        let is_open = |node: &Node| !matches!(node, Node::Function(index) if gates.contains(index));
        let mut waiting: Vec<Node> =
            self.exported.iter().map(|index| Node::Function(*index)).filter(is_open).collect();
        let mut reached: BTreeSet<Node> = waiting.iter().copied().collect();
        while let Some(node) = waiting.pop() {
            let next = self.edges.get(&node).into_iter().flatten().copied().filter(is_open);
            waiting.extend(next.filter(|node| reached.insert(*node)));
        }
        reached
    }

    /// The addresses of all constants that are not among these, and share no byte with one that is.
    fn constants_without(&self, first: &BTreeSet<Node>) -> Vec<Range<u32>> {
        let all = self.edges.keys().chain(self.edges.values().flatten());
        let ranges = |wanted: bool| {
            let of = all.clone().filter(|node| first.contains(*node) == wanted);
            let mut ranges: Vec<_> = of.filter_map(|node| self.address(*node)).collect();
            ranges.sort_by_key(|range| (range.start, range.end));
            ranges
        };
        let (kept, moved) = (joined(ranges(true)), joined(ranges(false)));
        moved.into_iter().flat_map(|range| without(range, &kept)).collect()
    }

    fn address(&self, node: Node) -> Option<Range<u32>> {
        let Node::Constant(segment, offset, length) = node else { return None };
        let start = self.segments.get(segment as usize)?.start + offset;
        (length > 0).then(|| start..start + length)
    }
}

/// The path of a function without the compiler's hash.
pub fn path(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) => path,
        _ => name,
    }
}

/// Ordered ranges, those that touch made one.
fn joined(ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// What is left of a range when ordered others are taken from it.
fn without(range: Range<u32>, others: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    let mut start = range.start;
    for other in others.iter().filter(|other| other.end > range.start && other.start < range.end) {
        if start < other.start {
            left.push(start..other.start);
        }
        start = start.max(other.end);
    }
    if start < range.end {
        left.push(start..range.end);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_stays() {
        let kept = joined(vec![10..14, 12..20, 20..22, 30..34]);
        assert_eq!(kept, [10..22, 30..34]);
        assert_eq!(without(0..40, &kept), [0..10, 22..30, 34..40]);
        assert_eq!(without(12..20, &kept), []);
        assert_eq!(without(40..50, &kept).first(), Some(&(40..50)));
    }

    #[test]
    fn a_path_has_no_hash() {
        assert_eq!(path("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(path("a::b::here"), "a::b::here");
    }

    #[test]
    fn what_is_reached_through_a_gate_alone_is_the_rest() {
        let constant = |start| Node::Constant(0, start, 4);
        let edges = [
            (Node::Function(0), vec![Node::Function(1), Node::Function(3), constant(0)]),
            (Node::Function(1), vec![Node::Function(2), Node::Function(3), constant(4)]),
            // A constant that refers to a function, as a table of functions does.
            (constant(4), vec![Node::Function(4), constant(8)]),
            (Node::Function(3), vec![constant(12)]),
        ];
        let names = ["start", "gate", "inner", "shared", "listed"];
        let graph = Graph {
            names: (0..).zip(names.map(str::to_owned)).collect(),
            exported: vec![0],
            edges: edges.into_iter().map(|(node, to)| (node, to.into_iter().collect())).collect(),
            segments: std::iter::once(100..120).collect(),
        };
        let rest = graph.behind(|path| path == "gate");
        let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<String>>();
        assert_eq!(rest.functions, owned(&["gate", "inner", "listed"]));
        assert_eq!(rest.gates, owned(&["gate"]));
        assert_eq!((rest.constants.len(), rest.constants.first()), (1, Some(&(104..112))));
        assert_eq!(graph.behind(|_| false), Rest::default());
    }
}
