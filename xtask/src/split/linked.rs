//! Reads a module that was linked with its relocations.

use std::{collections::BTreeMap, ops::Range};

use wasmparser::{
    BinaryReaderError, KnownCustom, Linking, Name, Parser, Payload, RelocationEntry, RelocationType,
    SymbolInfo, TypeRef,
};

use super::graph::{Graph, Node};

/// Which function and which constant needs which.
pub fn graph(module: &[u8]) -> Result<Graph, BinaryReaderError> {
    Reader::read(module)
}

/// A module that is being read. Relocations come after what they are about, and count from where its section begins.
#[derive(Default)]
struct Reader {
    graph: Graph,
    imported: u32,
    /// Where the sections of code and of constants begin in the module.
    code: usize,
    data: usize,
    /// Where the bodies of functions and the segments are, counted from their sections.
    bodies: Vec<Range<usize>>,
    segments: Vec<Range<usize>>,
    symbols: Vec<Option<Node>>,
    /// The constants of each segment, where they begin and how long they are.
    constants: BTreeMap<u32, BTreeMap<u32, u32>>,
    relocations: Vec<(Section, RelocationEntry)>,
}

#[derive(Clone, Copy)]
enum Section {
    Code,
    Data,
}

impl Reader {
    fn read(module: &[u8]) -> Result<Graph, BinaryReaderError> {
        let mut reader = Self::default();
        let mut sections = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Some((id, _)) = payload.as_section() {
                sections.push(id);
            }
            reader.take(payload, &sections)?;
        }
        for (section, entry) in std::mem::take(&mut reader.relocations) {
            reader.relocate(section, &entry);
        }
        Ok(reader.graph)
    }

    fn take(&mut self, payload: Payload<'_>, sections: &[u8]) -> Result<(), BinaryReaderError> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    self.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == wasmparser::ExternalKind::Func {
                        self.graph.exported.push(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => self.graph.exported.push(func),
            Payload::CodeSectionStart { range, .. } => self.code = range.start,
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                self.bodies.push(range.start - self.code..range.end - self.code);
            }
            Payload::DataSection(section) => {
                self.data = section.range().start;
                for segment in section {
                    let segment = segment?;
                    let start = address(&segment.kind)?;
                    let (length, end) = (segment.data.len(), segment.range.end - self.data);
                    self.segments.push(end - length..end);
                    self.graph.segments.push(start..start + u32::try_from(length).unwrap_or(u32::MAX));
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(names) => {
                    for part in names {
                        let Name::Function(functions) = part? else { continue };
                        for naming in functions {
                            let naming = naming?;
                            let name = rustc_demangle::demangle(naming.name).to_string();
                            self.graph.names.insert(naming.index, name);
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for part in linking {
                        let Linking::SymbolTable(symbols) = part? else { continue };
                        for symbol in symbols {
                            let node = self.node(&symbol?);
                            self.symbols.push(node);
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let section = match sections.get(relocations.section_index() as usize) {
                        Some(10) => Section::Code,
                        Some(11) => Section::Data,
                        _ => return Ok(()),
                    };
                    for entry in relocations.entries() {
                        self.relocations.push((section, entry?));
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn node(&mut self, symbol: &SymbolInfo<'_>) -> Option<Node> {
        match symbol {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index)),
            SymbolInfo::Data { symbol: Some(place), .. } => {
                let longest = self.constants.entry(place.index).or_default().entry(place.offset).or_default();
                *longest = place.size.max(*longest);
                Some(Node::Constant(place.index, place.offset, place.size))
            }
            _ => None,
        }
    }

    /// The longest constant that begins where this one does.
    fn whole(&self, node: Node) -> Node {
        let Node::Constant(segment, offset, length) = node else { return node };
        let longest = self.constants.get(&segment).and_then(|all| all.get(&offset));
        Node::Constant(segment, offset, longest.copied().unwrap_or(length))
    }

    fn relocate(&mut self, section: Section, entry: &RelocationEntry) {
        // Their index is no symbol's.
        if matches!(entry.ty, RelocationType::TypeIndexLeb) {
            return;
        }
        let Some(&Some(target)) = self.symbols.get(entry.index as usize) else { return };
        let target = self.whole(target);
        let offset = entry.offset as usize;
        match section {
            Section::Code => {
                let body = self.bodies.partition_point(|body| body.end <= offset);
                let index = self.imported + u32::try_from(body).unwrap_or(u32::MAX);
                self.graph.edges.entry(Node::Function(index)).or_default().insert(target);
            }
            Section::Data => {
                let segment = self.segments.partition_point(|segment| segment.end <= offset);
                let Some(start) = self.segments.get(segment).map(|segment| segment.start) else { return };
                let segment = u32::try_from(segment).unwrap_or(u32::MAX);
                let at = u32::try_from(offset - start).unwrap_or(u32::MAX);
                // Constants may lie in one another: whoever needs one of them needs what it refers to.
                let around = self.constants.get(&segment).into_iter().flat_map(|all| all.range(..=at));
                for (begin, length) in around.filter(|(begin, length)| at < **begin + **length) {
                    let node = Node::Constant(segment, *begin, *length);
                    self.graph.edges.entry(node).or_default().insert(target);
                }
            }
        }
    }
}

/// Where an active segment is in memory.
fn address(kind: &wasmparser::DataKind<'_>) -> Result<u32, BinaryReaderError> {
    let wasmparser::DataKind::Active { offset_expr, .. } = kind else { return Ok(0) };
    Ok(match offset_expr.get_operators_reader().read()? {
        wasmparser::Operator::I32Const { value } => value.cast_unsigned(),
        _ => 0,
    })
}
