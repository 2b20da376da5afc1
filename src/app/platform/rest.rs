//! Whether the whole module is here. The page starts with the half of it that the first verdict needs; `www/boot.js`
//! fetches the other one meanwhile, and joins it to this instance.
//!
//! **Law.** Functions that are named in `xtask/src/split/gates.txt`, and what only they reach, are called when
//! [`is_here`] says so, and never before.

use std::cell::{Cell, RefCell};

/// Hears whether the rest has come, or can't be had.
type Listener = Box<dyn FnOnce(bool)>;

thread_local! {
    static IS_HERE: Cell<bool> = const { Cell::new(false) };
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Whether everything can be called.
pub fn is_here() -> bool {
    IS_HERE.get()
}

/// Calls the listener once, when the rest has come (`true`) or turned out not to be there.
pub fn listen(listener: impl FnOnce(bool) + 'static) {
    LISTENER.set(Some(Box::new(listener)));
}

/// The start script has joined the rest to this instance, or could not.
pub fn came(is_here: bool) {
    IS_HERE.set(is_here);
    if let Some(listener) = LISTENER.take() {
        listener(is_here);
    }
}
