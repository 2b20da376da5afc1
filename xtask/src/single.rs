//! The page as one HTML file that works by double click, without any server: `release/jwt-why.html`.
//!
//! It is made of the files of `dist/`: styles and scripts stand in it under a policy that names their hashes, everything
//! that the start script reads lies in it as blocks of data, and its policy allows no connection at all.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};

use crate::{
    Failure,
    fingerprint::source,
    html::{attribute, bare, each, inside, text},
    page,
    process::{command, run},
    root, split, tools,
};

/// Where everything goes that is handed out beside the site.
pub fn release_folder() -> PathBuf {
    root().join("release")
}

/// The name of the file.
pub const FILE: &str = "jwt-why.html";

/// Where the start script is to stand.
const START: &str = "<script data-inside></script>";

/// What the start script reads for the worker that diagnoses.
const WORKER: &str = "worker";

/// What the start script imports instead of reading it.
const GLUE: &str = "glue";

/// Links to the pages of entries, which are not in the file, have nowhere to lead to.
const STYLE: &str = "\na[href^=\"kb/\"] { display: none; }\n";

/// Builds the site and writes the file.
pub fn single_file() -> Result<PathBuf, Failure> {
    page::dist()?;
    let html = Parts { folder: page::dist_folder(), glue: glue("jwt-why-app")? }.html()?;
    let folder = release_folder();
    fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, error))?;
    let path = folder.join(FILE);
    fs::write(&path, html).map_err(|error| Failure::at(&path, error))?;
    Ok(path)
}

/// What wasm-bindgen writes around a module for a script that is no module; the module itself is the same.
fn glue(name: &str) -> Result<String, Failure> {
    tools::wasm_bindgen()?;
    let module = root().join(format!("target/wasm32-unknown-unknown/page/{name}.wasm"));
    let folder = root().join("target/single-file");
    run(command("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
        .args([&folder, &module]))?;
    split::script(&folder.join(format!("{name}_bg.wasm")), &folder.join(format!("{name}.js")))
}

/// What the file is made of.
struct Parts {
    folder: PathBuf,
    glue: String,
}

impl Parts {
    fn html(&self) -> Result<String, Failure> {
        let html = read(&self.folder.join("index.html"))?;
        let (mut styles, mut boot) = (String::new(), String::new());
        let mut blocks = Vec::new();
        let html =
            each(&html, "<link", ">", |link| match (attribute(link, "rel"), attribute(link, "href")) {
                (Some("icon"), Some(file)) => self.icon(file),
                _ => Ok(String::new()),
            })?;
        let html = each(&html, "<style>", "</style>", |style| {
            text(style).clone_into(&mut styles);
            Ok(String::new())
        })?;
        let html = each(&html, "<script", "</script>", |script| {
            if attribute(script, "src").is_some() {
                return Ok(String::new());
            }
            text(script).clone_into(&mut boot);
            blocks = self.blocks(script)?;
            Ok(START.to_owned())
        })?;
        styles += STYLE;
        let policy = policy(&[&boot, &self.glue], &styles);
        let html = each(&html, "<meta", ">", |meta| {
            let is_policy = attribute(meta, "http-equiv").is_some();
            Ok(if is_policy {
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />")
            } else {
                meta.to_owned()
            })
        })?;
        let html = each(&html, "<!--", "-->", |_| Ok(String::new()))?;
        let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
        let style = inside("style", "", &styles)? + "\n  </head>";
        let start = inside("script", " data-inside", &boot)?;
        let scripts = blocks.concat() + &inside("script", "", &self.glue)? + "\n  </body>";
        // From here on no character changes any more: the policy has the hash of each.
        let html = lines.join("\n").replacen("</head>", &style, 1).replacen("</body>", &scripts, 1);
        Ok(html.replacen(START, &start, 1) + "\n")
    }

    /// A block of data for each file that the start script reads.
    fn blocks(&self, script: &str) -> Result<Vec<String>, Failure> {
        let tag = script.split('>').next().unwrap_or_default();
        let attributes =
            tag.split_whitespace().filter_map(|word| word.strip_prefix("data-")?.split_once("=\""));
        let named = attributes.filter(|(name, _)| !name.ends_with("-integrity") && *name != GLUE);
        named
            .map(|(name, file)| {
                let file = file.split('"').next().unwrap_or_default();
                let path = self.file(file);
                let content = fs::read(&path).map_err(|error| Failure::at(&path, error))?;
                // A worker has no other script beside its own.
                let content = match name {
                    WORKER => [self.glue.as_bytes(), &content].concat(),
                    _ => content,
                };
                let packed = BASE64_STANDARD.encode(packed(&content)?);
                Ok(format!(
                    "<script type=\"application/octet-stream\" id=\"file-{name}\">{packed}</script>\n"
                ))
            })
            .collect()
    }

    fn icon(&self, file: &str) -> Result<String, Failure> {
        let icon = BASE64_STANDARD.encode(read(&self.file(file))?);
        Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\" />"))
    }

    fn file(&self, address: &str) -> PathBuf {
        self.folder.join(bare(address))
    }
}

/// The policy of a page that holds everything: these scripts and this style, no file, no connection.
fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| source(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src 'none'; \
         worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types jwt-why",
        scripts.join(" "),
        source(style)
    )
}

fn packed(content: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    written.map_err(|error| Failure::new(format!("gzip: {error}")))
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::at(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_each_script_by_its_hash() {
        let policy = policy(&["", "x"], "");
        assert!(policy.contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), "{policy}");
        assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"), "{policy}");
    }
}
