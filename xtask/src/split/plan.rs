//! What of a module goes where.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::ExternalKind;

use super::{
    graph::{self, Rest},
    module::Module,
    names::Names,
};
use crate::Failure;

/// What goes where.
pub struct Plan<'a> {
    /// The whole.
    pub module: &'a Module<'a>,
    /// The addresses of the constants that go.
    constants: &'a [Range<u32>],
    /// The functions that go.
    pub moved: BTreeSet<u32>,
    /// Those among them that have something in their place, with the slot by which it finds them.
    pub stubs: BTreeMap<u32, u32>,
    /// The functions that stay and are called from those that go.
    pub shared: BTreeSet<u32>,
    /// What is imported and exported is called otherwise from now on.
    pub names: Names,
    /// How large the table is.
    pub slots: u32,
    /// The indices in the first module.
    pub first: Indices,
    /// The indices in the second one.
    pub rest: Indices,
}

/// Which index a function of the whole module has in a half.
pub struct Indices(pub BTreeMap<u32, u32>);

impl Reencode for &Indices {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        self.0.get(&function).copied().ok_or(Error::UnexpectedNonCoreModuleSection)
    }
}

impl<'a> Plan<'a> {
    /// What goes where when this is the rest.
    ///
    /// # Errors
    ///
    /// When something that stays calls something that goes, other than through a gate.
    pub fn new(module: &'a Module<'a>, rest: &'a Rest) -> Result<Self, Failure> {
        let goes = |function: &u32| *function >= module.imported && is_in(module, &rest.functions, *function);
        let moved: BTreeSet<u32> = all(module).filter(goes).collect();
        let Calls { mut called, shared } = Calls::between(module, rest, &moved)?;
        let exported = module.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        called.extend(exported.map(|export| export.index).filter(|function| moved.contains(function)));
        let (stubs, slots) = with_slots(module, called);
        let stays = all(module).filter(|function| !moved.contains(function) || stubs.contains_key(function));
        let first = Indices(stays.zip(0..).collect());
        let rest_indices = Indices(shared.iter().chain(&moved).copied().zip(0..).collect());
        Ok(Self {
            module,
            constants: &rest.constants,
            moved,
            stubs,
            shared,
            names: Names::of(module),
            slots,
            first,
            rest: rest_indices,
        })
    }

    /// The constants that go, or those that stay.
    pub fn constants_of(&self, moved: bool) -> Vec<(u32, &'a [u8])> {
        let mut pieces = Vec::new();
        for (address, bytes) in &self.module.data {
            let end = address + u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            let mut at = *address;
            let mut piece = |from: u32, to: u32| {
                if from < to {
                    pieces.push((from, &bytes[(from - address) as usize..(to - address) as usize]));
                }
            };
            for range in self.constants.iter().filter(|range| range.end > *address && range.start < end) {
                let (start, stop) = (range.start.max(*address), range.end.min(end));
                if moved {
                    piece(start, stop);
                } else {
                    piece(at, start);
                }
                at = stop;
            }
            if !moved {
                piece(at, end);
            }
        }
        pieces
    }
}

/// The calls from one half to the other.
struct Calls {
    /// What goes and is called by what stays.
    called: BTreeSet<u32>,
    /// What stays and is called by what goes.
    shared: BTreeSet<u32>,
}

impl Calls {
    fn between(module: &Module<'_>, rest: &Rest, moved: &BTreeSet<u32>) -> Result<Self, Failure> {
        let mut calls = Self { called: BTreeSet::new(), shared: BTreeSet::new() };
        for function in all(module) {
            let Some(body) = module.body(function) else { continue };
            let named =
                Module::named_by(body).map_err(|error| Failure::new(format!("the module: {error}")))?;
            let goes = moved.contains(&function);
            let across = named.into_iter().filter(|callee| moved.contains(callee) != goes);
            if goes {
                calls.shared.extend(across);
                continue;
            }
            for callee in across {
                if !is_in(module, &rest.gates, callee) {
                    let [from, to] = [function, callee].map(|function| path(module, function));
                    return Err(Failure::new(format!(
                        "{from} calls {to}, which is not there yet; name a gate between them"
                    )));
                }
                calls.called.insert(callee);
            }
        }
        Ok(calls)
    }
}

/// All functions of a module.
fn all(module: &Module<'_>) -> Range<u32> {
    0..u32::try_from(module.functions.len()).unwrap_or(u32::MAX)
}

/// The functions with their slots in the table: those that they have, or new ones; and how large the table is then.
fn with_slots(module: &Module<'_>, functions: BTreeSet<u32>) -> (BTreeMap<u32, u32>, u32) {
    let there: BTreeMap<u32, u32> = module.slots.iter().map(|(slot, function)| (*function, *slot)).collect();
    let mut slots = module.tables.first().map_or(0, |table| u32::try_from(table.initial).unwrap_or(u32::MAX));
    let with_slot = |function: u32| {
        let slot = there.get(&function).copied().unwrap_or_else(|| {
            slots += 1;
            slots - 1
        });
        (function, slot)
    };
    (functions.into_iter().map(with_slot).collect(), slots)
}

fn is_in(module: &Module<'_>, names: &BTreeSet<String>, function: u32) -> bool {
    module.names.get(&function).is_some_and(|name| names.contains(*name))
}

/// A function's path, for people.
fn path(module: &Module<'_>, function: u32) -> String {
    let name = module.names.get(&function).copied().unwrap_or("a function without a name");
    graph::path(name).to_owned()
}
