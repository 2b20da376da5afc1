//! A module as wasm-bindgen writes it, taken apart.

use std::collections::BTreeMap;

use wasmparser::{
    BinaryReaderError, CompositeInnerType, CustomSectionReader, DataKind, Element, ElementItems, ElementKind,
    Export, ExternalKind, FunctionBody, Global, Import, KnownCustom, MemoryType, Name, Operator, Parser,
    Payload, TableType, TypeRef,
};

/// The parts of a module that a half is made of.
#[derive(Default)]
pub struct Module<'a> {
    /// The types, as they are spelled.
    pub types: &'a [u8],
    /// How many parameters each type of function has, and whether it has results.
    pub signatures: Vec<(u32, bool)>,
    /// The imports; all of them are functions.
    pub imports: Vec<Import<'a>>,
    /// The types of the functions, imported ones first.
    pub functions: Vec<u32>,
    /// How many of them are imported.
    pub imported: u32,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<Global<'a>>,
    pub exports: Vec<Export<'a>>,
    /// The function that is called at the start.
    pub start: Option<u32>,
    /// What is in the first table, by the slot.
    pub slots: BTreeMap<u32, u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    /// The constants, each with its address.
    pub data: Vec<(u32, &'a [u8])>,
    /// The names of the functions.
    pub names: BTreeMap<u32, &'a str>,
    /// What the module asks of a browser.
    pub features: Option<CustomSectionReader<'a>>,
    /// What this can't split, if there is any.
    pub unknown: Option<&'static str>,
}

impl<'a> Module<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            module.take(payload?, bytes)?;
        }
        Ok(module)
    }

    /// The body of a function that is not imported.
    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// The functions that a body names.
    pub fn named_by(body: &FunctionBody<'_>) -> Result<Vec<u32>, BinaryReaderError> {
        let mut named = Vec::new();
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => named.push(function_index),
                _ => {}
            }
        }
        Ok(named)
    }

    fn take(&mut self, payload: Payload<'a>, bytes: &'a [u8]) -> Result<(), BinaryReaderError> {
        match payload {
            Payload::TypeSection(section) => {
                self.types = &bytes[section.range()];
                for group in section {
                    for part in group?.into_types() {
                        self.signatures.push(match part.composite_type.inner {
                            CompositeInnerType::Func(function) => {
                                let parameters = u32::try_from(function.params().len()).unwrap_or(u32::MAX);
                                (parameters, !function.results().is_empty())
                            }
                            _ => (0, true),
                        });
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    match import.ty {
                        TypeRef::Func(index) => self.functions.push(index),
                        _ => self.unknown = Some("an import that is no function"),
                    }
                    self.imports.push(import);
                }
                self.imported = u32::try_from(self.functions.len()).unwrap_or(u32::MAX);
            }
            Payload::FunctionSection(section) => {
                for function in section {
                    self.functions.push(function?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    self.exports.push(export?);
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => {
                for element in section {
                    self.element(element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    match offset(&segment.kind)? {
                        Some(address) => self.data.push((address, segment.data)),
                        None => self.unknown = Some("constants without a fixed address"),
                    }
                }
            }
            Payload::CustomSection(section) if section.name() == "target_features" => {
                self.features = Some(section);
            }
            Payload::CustomSection(section) => self.custom(&section)?,
            Payload::TagSection(_) => self.unknown = Some("exceptions"),
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: Element<'a>) -> Result<(), BinaryReaderError> {
        let (
            ElementKind::Active { table_index: None | Some(0), offset_expr },
            ElementItems::Functions(functions),
        ) = (element.kind, element.items)
        else {
            self.unknown = Some("a table that is not filled with functions at the start");
            return Ok(());
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            self.unknown = Some("functions in a table without a fixed place");
            return Ok(());
        };
        for (slot, function) in (value.cast_unsigned()..).zip(functions) {
            self.slots.insert(slot, function?);
        }
        Ok(())
    }

    fn custom(&mut self, section: &CustomSectionReader<'a>) -> Result<(), BinaryReaderError> {
        let KnownCustom::Name(names) = section.as_known() else { return Ok(()) };
        for part in names {
            let Name::Function(functions) = part? else { continue };
            for naming in functions {
                let naming = naming?;
                self.names.insert(naming.index, naming.name);
            }
        }
        Ok(())
    }

    /// The name under which something is exported already.
    pub fn exported_as(&self, kind: ExternalKind, index: u32) -> Option<&'a str> {
        let export = self.exports.iter().find(|export| export.kind == kind && export.index == index);
        export.map(|export| export.name)
    }
}

fn offset(kind: &DataKind<'_>) -> Result<Option<u32>, BinaryReaderError> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else { return Ok(None) };
    Ok(match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Some(value.cast_unsigned()),
        _ => None,
    })
}
