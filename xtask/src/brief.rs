//! Scripts and styles without what only people need, by esbuild.

use std::{io::Write, process::Stdio};

use crate::{Failure, process::command};

/// What a file keeps.
const WRITTEN_BY_US: &[&str] = &["--loader=js", "--minify-whitespace", "--minify-syntax"];
const WRITTEN_BY_A_TOOL: &[&str] = &["--loader=js", "--minify", "--format=esm"];
const STYLES: &[&str] = &["--loader=css", "--minify"];

/// A script of ours; its names stay, for whoever looks at the page.
///
/// # Errors
///
/// When esbuild is not there, or does not understand it; so with the others.
pub fn script(text: &str) -> Result<String, Failure> {
    brief(text, WRITTEN_BY_US)
}

/// A script that a tool has written: a module, whose exports keep their names.
pub fn module(text: &str) -> Result<String, Failure> {
    brief(text, WRITTEN_BY_A_TOOL)
}

/// Stylesheets.
pub fn styles(text: &str) -> Result<String, Failure> {
    brief(text, STYLES)
}

fn brief(text: &str, what: &[&str]) -> Result<String, Failure> {
    let failed = |reason: &dyn std::fmt::Display| Failure::new(format!("esbuild: {reason}"));
    let mut esbuild = command("esbuild");
    esbuild.args(what).args(["--target=esnext", "--log-level=warning"]);
    esbuild.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = esbuild.spawn().map_err(|error| failed(&error))?;
    // It reads everything before it writes anything.
    let written = running.stdin.take().map(|mut stdin| stdin.write_all(text.as_bytes()));
    written.transpose().map_err(|error| failed(&error))?;
    let output = running.wait_with_output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools;

    #[test]
    fn comments_and_white_space_go_and_names_stay() {
        tools::npm().unwrap();
        assert_eq!(
            styles("/* a */\na {\n  color: var(--b); /* d\n e */\n}\n\n").unwrap(),
            "a{color:var(--b)}\n"
        );
        assert_eq!(
            script("// a\n\"use strict\";\n{\n  const b = d(); c(b, b);\n}\n").unwrap(),
            "\"use strict\";{const b=d();c(b,b)}\n"
        );
        let module = module("export function start() { const long = go(); return long + long; }").unwrap();
        assert_eq!(module, "function n(){const t=go();return t+t}export{n as start};\n");
        assert!(script("{").is_err());
    }
}
