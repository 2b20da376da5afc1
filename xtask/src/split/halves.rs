//! Writes the two modules.
//!
//! Both have one memory and one table of functions. The first one exports all that the other needs of it; where it
//! calls something of the other, it does so through a slot of the table, which the other fills when it is there.

use std::collections::BTreeMap;

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, NameMap,
    NameSection, RawSection, SectionId, StartSection, TableSection,
    reencode::{Error, Reencode, RoundtripReencoder},
};
use wasmparser::{ExternalKind, FunctionBody};

use super::{
    graph::Rest,
    module::Module,
    plan::{Indices, Plan},
};
use crate::Failure;

/// By what name the second module imports from the first.
const FIRST: &str = "first";

/// Two modules that are one together.
pub struct Halves {
    /// What the page starts with.
    pub first: Vec<u8>,
    /// What joins it.
    pub rest: Vec<u8>,
}

/// Splits a module.
///
/// # Errors
///
/// When something that stays calls something that goes, other than through a gate.
pub fn split(module: &Module<'_>, rest: &Rest) -> Result<Halves, Failure> {
    if let Some(unknown) = module.unknown {
        return Err(Failure::new(format!("a module with {unknown} can't be split")));
    }
    let plan = Plan::new(module, rest)?;
    let halves = || Ok::<_, Error>(Halves { first: plan.first()?, rest: plan.rest()? });
    halves().map_err(|error| Failure::new(format!("the module: {error}")))
}

impl Plan<'_> {
    fn first(&self) -> Result<Vec<u8>, Error> {
        let module = self.module;
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in self.first.0.keys().filter(|function| **function >= module.imported) {
            let signature = module.functions[*function as usize];
            functions.function(signature);
            match (self.stubs.get(function), module.body(*function)) {
                (Some(slot), _) => {
                    code.function(&self.stub(signature, *slot));
                }
                (None, Some(body)) => copy(body, &self.first, &mut code)?,
                (None, None) => {}
            }
        }
        let hole = self.hole();
        functions.function(hole);
        code.function(&unreachable());
        let hole = u32::try_from(self.first.0.len()).unwrap_or(u32::MAX);

        let mut tables = TableSection::new();
        for (index, table) in module.tables.iter().enumerate() {
            let mut table = RoundtripReencoder.table_type(*table)?;
            if index == 0 {
                table.minimum = self.slots.into();
                table.maximum = table.maximum.map(|maximum| maximum.max(table.minimum));
            }
            tables.table(table);
        }
        let mut globals = GlobalSection::new();
        for global in &module.globals {
            let content = (&self.first).const_expr(global.init_expr.clone())?;
            globals.global(RoundtripReencoder.global_type(global.ty)?, &content);
        }
        let mut elements = ElementSection::new();
        let filled = module.slots.iter().map(|(slot, function)| {
            (*slot, if self.moved.contains(function) { hole } else { self.first.0[function] })
        });
        fill(&mut elements, filled);
        let mut data = DataSection::new();
        for (address, bytes) in self.constants_of(false) {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        }

        let mut written = wasm_encoder::Module::new();
        written.section(&RawSection { id: SectionId::Type.into(), data: module.types });
        if !module.imports.is_empty() {
            written.section(&self.imports());
        }
        written.section(&functions).section(&tables).section(&self.memories()?).section(&globals);
        written.section(&self.exports()?);
        if let Some(start) = module.start {
            written.section(&StartSection { function_index: self.first.0[&start] });
        }
        written.section(&elements).section(&code).section(&data);
        self.features(&mut written);
        written.section(&self.named(&self.first));
        Ok(written.finish())
    }

    /// What the script gives, which the first half has for both.
    fn imports(&self) -> ImportSection {
        let mut imports = ImportSection::new();
        for (import, signature) in self.module.imports.iter().zip(&self.module.functions) {
            imports.import(import.module, self.names.short(import.name), EntityType::Function(*signature));
        }
        imports
    }

    fn rest(&self) -> Result<Vec<u8>, Error> {
        let module = self.module;
        let mut imports = ImportSection::new();
        for (index, memory) in (0..).zip(&module.memories) {
            let memory = RoundtripReencoder.memory_type(*memory)?;
            imports.import(FIRST, &self.name(ExternalKind::Memory, index), memory);
        }
        for (index, table) in (0..).zip(&module.tables) {
            let mut table = RoundtripReencoder.table_type(*table)?;
            // A table may be larger than what is asked for.
            table.maximum = None;
            imports.import(FIRST, &self.name(ExternalKind::Table, index), table);
        }
        for (index, global) in (0..).zip(&module.globals) {
            let global = RoundtripReencoder.global_type(global.ty)?;
            imports.import(FIRST, &self.name(ExternalKind::Global, index), global);
        }
        for function in &self.shared {
            let signature = EntityType::Function(module.functions[*function as usize]);
            imports.import(FIRST, &self.name(ExternalKind::Func, *function), signature);
        }
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in &self.moved {
            functions.function(module.functions[*function as usize]);
            if let Some(body) = module.body(*function) {
                copy(body, &self.rest, &mut code)?;
            }
        }
        let slots = module.slots.iter().filter(|(_, function)| self.moved.contains(function));
        let mut slots: BTreeMap<u32, u32> =
            slots.map(|(slot, function)| (*slot, self.rest.0[function])).collect();
        slots.extend(self.stubs.iter().map(|(function, slot)| (*slot, self.rest.0[function])));
        let mut elements = ElementSection::new();
        fill(&mut elements, slots.into_iter());
        let mut data = DataSection::new();
        for (address, bytes) in self.constants_of(true) {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        }

        let mut written = wasm_encoder::Module::new();
        written.section(&RawSection { id: SectionId::Type.into(), data: module.types });
        written.section(&imports).section(&functions).section(&elements).section(&code).section(&data);
        self.features(&mut written);
        written.section(&self.named(&self.rest));
        Ok(written.finish())
    }

    /// What the functions of a half are called, for whoever looks up a place in it.
    fn named(&self, half: &Indices) -> NameSection {
        let mut functions = NameMap::new();
        let mut names: Vec<(u32, &str)> = half
            .0
            .iter()
            .map(|(old, new)| (*new, *old))
            .filter_map(|(new, old)| Some((new, *self.module.names.get(&old)?)))
            .collect();
        names.sort_unstable();
        for (index, name) in names {
            functions.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&functions);
        section
    }

    /// Stands in the place of a function that has gone: calls whatever is in its slot.
    fn stub(&self, signature: u32, slot: u32) -> Function {
        let (parameters, _) = self.module.signatures[signature as usize];
        let mut stub = Function::new([]);
        for parameter in 0..parameters {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        stub.instruction(&Instruction::I32Const(slot.cast_signed()));
        stub.instruction(&Instruction::CallIndirect { type_index: signature, table_index: 0 });
        stub.instruction(&Instruction::End);
        stub
    }

    /// A signature for the function that stands in every slot of the table that is not filled yet.
    fn hole(&self) -> u32 {
        let plain = self.module.signatures.iter().position(|signature| *signature == (0, false));
        u32::try_from(plain.unwrap_or_default()).unwrap_or(u32::MAX)
    }

    fn memories(&self) -> Result<MemorySection, Error> {
        let mut memories = MemorySection::new();
        for memory in &self.module.memories {
            memories.memory(RoundtripReencoder.memory_type(*memory)?);
        }
        Ok(memories)
    }

    /// What was exported, and what the other half needs.
    fn exports(&self) -> Result<ExportSection, Error> {
        let module = self.module;
        let mut exports = ExportSection::new();
        for export in &module.exports {
            let kind = RoundtripReencoder.export_kind(export.kind)?;
            let index = if kind == ExportKind::Func { self.first.0[&export.index] } else { export.index };
            exports.export(self.names.short(export.name), kind, index);
        }
        let count = |length: usize| 0..u32::try_from(length).unwrap_or(u32::MAX);
        let memories = count(module.memories.len()).map(|index| (ExternalKind::Memory, index, index));
        let tables = count(module.tables.len()).map(|index| (ExternalKind::Table, index, index));
        let globals = count(module.globals.len()).map(|index| (ExternalKind::Global, index, index));
        let functions = self.shared.iter().map(|old| (ExternalKind::Func, *old, self.first.0[old]));
        for (kind, old, index) in memories.chain(tables).chain(globals).chain(functions) {
            if module.exported_as(kind, old).is_none() {
                exports.export(&self.name(kind, old), RoundtripReencoder.export_kind(kind)?, index);
            }
        }
        Ok(exports)
    }

    /// The name under which the first half exports something.
    fn name(&self, kind: ExternalKind, index: u32) -> String {
        let own = || match kind {
            ExternalKind::Memory => format!("m{index}"),
            ExternalKind::Table => format!("t{index}"),
            ExternalKind::Global => format!("g{index}"),
            // The neighbour of a number is easier to compress than any other.
            _ => format!("{:x}", self.shared.range(..index).count()),
        };
        self.module.exported_as(kind, index).map_or_else(own, |name| self.names.short(name).to_owned())
    }

    fn features(&self, written: &mut wasm_encoder::Module) {
        if let Some(features) = &self.module.features {
            written.section(&wasm_encoder::CustomSection {
                name: features.name().into(),
                data: features.data().into(),
            });
        }
    }
}

fn copy(body: &FunctionBody<'_>, mut indices: &Indices, code: &mut CodeSection) -> Result<(), Error> {
    indices.parse_function_body(code, body.clone())
}

fn unreachable() -> Function {
    let mut function = Function::new([]);
    function.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
    function
}

/// Fills slots of the first table; neighbours together.
fn fill(elements: &mut ElementSection, slots: impl Iterator<Item = (u32, u32)>) {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == slot as usize => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(run.into()));
    }
}
