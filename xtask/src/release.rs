//! `cargo xtask release`: what is handed out with a version, in `release/`, the same from every build of the same
//! sources.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    Failure, bill_of_materials,
    fingerprint::{files, hex},
    page, single,
};

/// The site in one archive.
const SITE: &str = "jwt-why-site.zip";

/// What the page is made of, as CycloneDX.
const BILL: &str = "jwt-why.cdx.json";

/// The hash of each file of the release, for `sha256sum --check`.
const SUMS: &str = "SHA256SUMS";

/// The hash of each file of the site, for whoever wants to check a published one.
const SITE_SUMS: &str = "SHA256SUMS.site";

/// Builds everything, and says what there is.
pub fn release() -> Result<(), Failure> {
    let single = single::single_file()?;
    let (site, folder) = (page::dist_folder(), single::release_folder());
    let site_sums = write(&folder.join(SITE_SUMS), sums(&site, &files(&site)?)?.as_bytes())?;
    let archive = archive(&site, &folder.join(SITE))?;
    let bill = write(&folder.join(BILL), bill_of_materials::of_the_page()?.as_bytes())?;
    let all = sums(&folder, &[single, archive, bill, site_sums])?;
    write(&folder.join(SUMS), all.as_bytes())?;
    print!("{all}");
    Ok(())
}

fn write(path: &Path, content: &[u8]) -> Result<PathBuf, Failure> {
    fs::write(path, content).map_err(|error| Failure::at(path, error))?;
    Ok(path.to_owned())
}

/// A line a file, as `sha256sum` writes it.
pub fn sums(folder: &Path, files: &[PathBuf]) -> Result<String, Failure> {
    files
        .iter()
        .map(|file| {
            let content = fs::read(file).map_err(|error| Failure::at(file, error))?;
            Ok(format!("{}  {}\n", hex(&Sha256::digest(content)), name(folder, file)))
        })
        .collect()
}

/// A file's path inside of a folder, with `/` on every system.
fn name(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// Writes all files of a folder into an archive, which holds no time and no owner.
fn archive(folder: &Path, path: &Path) -> Result<PathBuf, Failure> {
    let file = File::create(path).map_err(|error| Failure::at(path, error))?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(file);
    for file in files(folder)? {
        let content = fs::read(&file).map_err(|error| Failure::at(&file, error))?;
        archive.start_file(name(folder, &file), options).map_err(|error| Failure::at(path, error))?;
        archive.write_all(&content).map_err(|error| Failure::at(path, error))?;
    }
    archive.finish().map_err(|error| Failure::at(path, error))?;
    Ok(path.to_owned())
}
