//! A module is split, and both halves are whole.

use std::{collections::BTreeMap, iter};

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, DataSegment, DataSegmentMode, ElementSection, Elements, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, GlobalType, Instruction, MemorySection,
    MemoryType, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ExternalKind, Validator};

use super::{gates, graph::Rest, halves::split, is_in, module::Module};

/// `start` calls `gate`, which calls `inner` and `shared`; `inner` is in the table as well.
fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([ValType::I32], [ValType::I32]);
    let mut functions = FunctionSection::new();
    functions.function(0).function(1).function(1).function(1);
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        minimum: 2,
        maximum: Some(2),
        table64: false,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    let stack = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    globals.global(stack, &ConstExpr::i32_const(16));
    let mut exports = ExportSection::new();
    exports.export("start", ExportKind::Func, 0).export("memory", ExportKind::Memory, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([2].as_slice().into()));
    let mut code = CodeSection::new();
    for (is_start, calls) in [(true, &[1][..]), (false, &[2, 3]), (false, &[]), (false, &[])] {
        let mut body = Function::new([]);
        body.instruction(if is_start { &Instruction::GlobalGet(0) } else { &Instruction::LocalGet(0) });
        for function in calls {
            body.instruction(&Instruction::Call(*function));
        }
        if is_start {
            body.instruction(&Instruction::Drop);
        }
        code.function(body.instruction(&Instruction::End));
    }
    let mut data = DataSection::new();
    let offset = ConstExpr::i32_const(100);
    data.segment(DataSegment {
        mode: DataSegmentMode::Active { memory_index: 0, offset: &offset },
        data: *b"firstREST",
    });
    let mut names = NameMap::new();
    for (index, name) in (0..).zip(["start", "gate", "inner", "shared"]) {
        names.append(index, name);
    }
    let mut named = NameSection::new();
    named.functions(&names);
    let mut module = wasm_encoder::Module::new();
    module.section(&types).section(&functions).section(&tables).section(&memories).section(&globals);
    module.section(&exports).section(&elements).section(&code).section(&data).section(&named);
    module.finish()
}

fn rest(functions: &[&str], gates: &[&str]) -> Rest {
    let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    Rest { functions: owned(functions), gates: owned(gates), constants: iter::once(105..109).collect() }
}

#[test]
fn two_halves_are_valid_and_have_everything_once() {
    let whole = module();
    let Ok(halves) = split(&Module::read(&whole).unwrap(), &rest(&["gate", "inner"], &["gate"])) else {
        panic!("it can be split");
    };
    for half in [&halves.first, &halves.rest] {
        Validator::new().validate_all(half).unwrap();
    }
    let [first, rest] = [&halves.first, &halves.rest].map(|half| Module::read(half).unwrap());
    assert_eq!((&first.data[..], &rest.data[..]), (&[(100, &b"first"[..])][..], &[(105, &b"REST"[..])][..]));
    // `start`, what stands for `gate`, `shared`, and what fills the table; `gate` and `inner`.
    assert_eq!((first.bodies.len(), rest.bodies.len()), (4, 2));
    assert_eq!(first.tables[0].initial, 3);
    assert_eq!(rest.unknown, Some("an import that is no function"));
    // The other half fills the slot of `inner` and that of `gate`, with what it imports before them: `shared`.
    assert_eq!(rest.slots, BTreeMap::from([(1, 2), (2, 1)]));
    assert!(first.exported_as(ExternalKind::Func, 2).is_some());
    // Each function is still called what it was; the one that both know is imported by the other half.
    assert_eq!(first.names, BTreeMap::from([(0, "start"), (1, "gate"), (2, "shared")]));
    assert_eq!(rest.names, BTreeMap::from([(0, "shared"), (1, "gate"), (2, "inner")]));
}

#[test]
fn what_stays_calls_what_goes_through_a_gate_alone() {
    let whole = module();
    let refused = split(&Module::read(&whole).unwrap(), &rest(&["gate", "inner"], &[]));
    let reason = refused.err().map(|failure| failure.to_string()).unwrap_or_default();
    assert_eq!(reason, "start calls gate, which is not there yet; name a gate between them");
}

#[test]
fn a_gate_is_a_path_or_what_it_begins_with() {
    assert!(is_in("a::b", "a::b") && is_in("a::b::c", "a::b"));
    assert!(!is_in("a::bc", "a::b") && !is_in("a", "a::b"));
    assert!(gates().all(|gate| gate.starts_with("jwt_why")));
}
