//! What a person sees, and what the page must never do. `tests/README.md` tells how to add to it.

mod main_job;
mod offline;
mod safety;
mod start;
