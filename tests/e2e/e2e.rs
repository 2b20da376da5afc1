//! What a person sees, and what the page must never do. `tests/README.md` tells how to add to it.

mod firefox;
mod fix;
mod knowledge;
mod library;
mod main_job;
mod making;
mod many;
mod offline;
mod one_file;
mod opinions;
mod private;
mod published;
mod robust;
mod safety;
mod start;
