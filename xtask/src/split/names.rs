//! Short names in the place of those by which wasm-bindgen joins the module and its script.
//!
//! Most of them end with a hash, which no compressor makes shorter, and they stand in both.

use std::collections::BTreeMap;

use super::module::Module;

/// How many digits a hash has.
const DIGITS: usize = 16;

/// The short name of each long one.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Names for what the module imports and exports.
    pub fn of(module: &Module<'_>) -> Self {
        let imports = module.imports.iter().map(|import| import.name);
        let long: Vec<&str> = imports
            .chain(module.exports.iter().map(|export| export.name))
            .filter(|name| is_long(name))
            .collect();
        Self(long.iter().enumerate().map(|(index, name)| ((*name).to_owned(), format!("i{index}"))).collect())
    }

    /// The name that the module and the script have from now on.
    pub fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The script with the short names.
    pub fn in_script(&self, script: &str) -> String {
        let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let mut written = String::with_capacity(script.len());
        let mut rest = script;
        while let Some(start) = rest.find(is_name) {
            let (before, from) = rest.split_at(start);
            let (name, behind) =
                from.split_at(from.find(|character| !is_name(character)).unwrap_or(from.len()));
            written.extend([before, self.short(name)]);
            rest = behind;
        }
        written + rest
    }
}

/// Whether a name has a hash; a number may stand behind it.
fn is_long(name: &str) -> bool {
    let is_hash = |part: &str| {
        let digits = part.strip_prefix('h').unwrap_or(part);
        digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    name.split('_').any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_long() {
        for name in ["__wbg_now_0123456789abcdef", "invoke__hb748923d04fdce8c_14"] {
            assert!(is_long(name), "{name}");
        }
        for name in ["memory", "__wbindgen_malloc", "start_page", "deadbeef"] {
            assert!(!is_long(name), "{name}");
        }
    }

    #[test]
    fn a_script_has_whole_names_replaced() {
        let names =
            Names([("a_1", "i0"), ("a_1_2", "i1")].map(|(long, short)| (long.into(), short.into())).into());
        assert_eq!(names.in_script("wasm.a_1(a_1_2, ba_1, \"ä\");"), "wasm.i0(i1, ba_1, \"ä\");");
    }
}
