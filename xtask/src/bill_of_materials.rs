//! The software bill of materials: every crate that the page is compiled from, as CycloneDX JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    Failure,
    process::{cargo, spelled},
    read_text,
};

/// The package whose page it is.
const PACKAGE: &str = "jwt-why";

/// The bill of the page's module. It holds no time and no random number, so the same sources have the same bill.
pub fn of_the_page() -> Result<String, Failure> {
    let target =
        ["--filter-platform", "wasm32-unknown-unknown", "--no-default-features", "--features", "app"];
    let mut command = cargo(&["metadata", "--format-version", "1", "--locked", "--offline"]);
    command.args(target);
    let output = command.output().map_err(|error| Failure::new(format!("{}: {error}", spelled(&command))))?;
    let metadata = serde_json::from_slice(&output.stdout)
        .map_err(|error| Failure::new(format!("{}: {error}", spelled(&command))))?;
    let checksums = checksums(&read_text("Cargo.lock")?);
    let bill =
        bill(&metadata, &checksums).ok_or_else(|| Failure::new("cargo metadata: no package jwt-why"))?;
    Ok(format!("{bill:#}\n"))
}

/// The bill of what `cargo metadata` describes.
fn bill(metadata: &Value, checksums: &BTreeMap<String, String>) -> Option<Value> {
    let packages = by_id(&metadata["packages"], "id");
    let nodes = by_id(&metadata["resolve"]["nodes"], "id");
    let root = packages.values().find(|package| package["name"] == PACKAGE)?;
    let mut open = vec![root["id"].as_str()?];
    let mut seen: BTreeSet<&str> = open.iter().copied().collect();
    let mut dependencies = BTreeMap::new();
    while let Some(id) = open.pop() {
        let linked = linked(nodes.get(id)?);
        open.extend(linked.iter().filter(|id| seen.insert(id)));
        let names: BTreeSet<String> =
            linked.iter().filter_map(|id| Some(address(packages.get(id)?))).collect();
        dependencies.insert(address(packages.get(id)?), names);
    }
    let components: BTreeMap<String, Value> = seen
        .iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| package["name"] != PACKAGE)
        .map(|package| (address(package), component(package, "library", checksums)))
        .collect();
    let dependencies: Vec<Value> = dependencies
        .into_iter()
        .map(|(package, names)| json!({ "ref": package, "dependsOn": names }))
        .collect();
    Some(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(root, "application", checksums) },
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": dependencies,
    }))
}

/// The packages that a package is linked with; what only builds or tests need is not in the page.
fn linked(node: &Value) -> Vec<&str> {
    let dependencies = node["deps"].as_array().into_iter().flatten();
    let is_linked = |dependency: &&Value| {
        dependency["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null())
    };
    dependencies.filter(is_linked).filter_map(|dependency| dependency["pkg"].as_str()).collect()
}

fn component(package: &Value, kind: &str, checksums: &BTreeMap<String, String>) -> Value {
    let address = address(package);
    let mut component = json!({
        "type": kind,
        "bom-ref": address,
        "name": package["name"],
        "version": package["version"],
        "purl": address,
    });
    if let Some(license) = package["license"].as_str() {
        // Some crates still write the older `MIT/Apache-2.0`.
        component["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksums.get(&address) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The package URL.
fn address(package: &Value) -> String {
    let text = |member: &str| package[member].as_str().unwrap_or_default().to_owned();
    format!("pkg:cargo/{}@{}", text("name"), text("version"))
}

fn by_id<'a>(values: &'a Value, id: &str) -> BTreeMap<&'a str, &'a Value> {
    values.as_array().into_iter().flatten().filter_map(|value| Some((value[id].as_str()?, value))).collect()
}

/// The checksum of each package of a lock file, by its package URL.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let value = |package: &str, name: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
        line.map(|value| value.trim_end_matches('"').to_owned())
    };
    lock.split("[[package]]")
        .filter_map(|package| {
            let (name, version) = (value(package, "name")?, value(package, "version")?);
            Some((format!("pkg:cargo/{name}@{version}"), value(package, "checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_has_what_is_linked_and_nothing_else() {
        let package =
            |name: &str| json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0" });
        let needs = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("jwt-why"), package("linked"), package("deeper"), package("tested"), package("stranger")],
            "resolve": { "nodes": [
                { "id": "jwt-why", "deps": [needs("linked", Value::Null), needs("tested", json!("dev"))] },
                { "id": "linked", "deps": [needs("deeper", Value::Null)] },
                { "id": "deeper", "deps": [] },
            ] },
        });
        let lock = "[[package]]\nname = \"linked\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n";
        let bill = bill(&metadata, &checksums(lock)).unwrap();
        let names: Vec<_> =
            bill["components"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["deeper", "linked"]);
        assert_eq!(bill["components"][1]["hashes"][0]["content"], "ab");
        assert_eq!(bill["components"][1]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bill["metadata"]["component"]["purl"], "pkg:cargo/jwt-why@1.0.0");
        assert_eq!(bill["dependencies"][1]["dependsOn"], json!(["pkg:cargo/linked@1.0.0"]));
    }
}
