//! Why was this token rejected, and what would make it pass?
//!
//! The rooms, in reading order; `ARCHITECTURE.md` has the map and the invariants.

pub mod cause;
pub mod finding;
pub mod language;
pub mod order;
pub mod policy;
pub mod time;

pub mod extract;
pub mod jose;
pub mod keys;
pub mod verify;

pub mod sign;

pub mod case;
pub mod checks;
pub mod evaluation;
pub mod experiments;

pub mod kb;

pub mod diagnosis;
pub mod fix;
pub mod next;

pub mod census;
pub mod comparison;

pub mod text;

pub mod answer;
pub mod ticket;
