//! The commands of the README: `cargo xtask serve`, `test`, `dist`.

fn main() {}
