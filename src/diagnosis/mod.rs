//! Everything put together, step by step.

pub mod report;
