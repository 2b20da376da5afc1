//! What a person sees, and what the page must never do. `tests/README.md` tells how to add to it.

mod accessibility;
mod firefox;
mod fix;
mod keyboard;
mod knowledge;
mod library;
mod lighthouse;
mod links;
mod main_job;
mod making;
mod many;
mod offline;
mod one_file;
mod one_screen;
mod opinions;
mod payload;
mod private;
mod proof;
mod published;
mod report;
mod rest;
mod robust;
mod safety;
mod start;
mod steady;
mod timeline;
