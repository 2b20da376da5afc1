//! `cargo xtask lighthouse`: the grades that Lighthouse gives to the page, on a phone and on a desk.
//!
//! Three of the four categories look at the page as it is, and `tests/e2e` holds them. The fourth measures time: it is
//! printed, and no gate.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    Failure, bench_site,
    browser::{self, Browser},
    page,
    process::{command, run},
    root,
    server::Server,
    tools,
};

/// Copies the site and compresses its files, as static hosts do.
const COMPRESSED_SITE: &str = include_str!("compressed_site.js");

/// How often each page is graded by the command; the median counts.
const ROUNDS: usize = 3;

/// The categories that look at the page as it is.
pub const STATIC: [Category; 3] = [Category::Accessibility, Category::BestPractices, Category::Seo];

/// What is graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// How fast the page is there.
    Performance,
    /// Whether everybody can use it.
    Accessibility,
    /// Whether it is made as pages should be.
    BestPractices,
    /// Whether it can be found.
    Seo,
}

impl Category {
    const ALL: [Self; 4] = [Self::Performance, Self::Accessibility, Self::BestPractices, Self::Seo];

    /// Its name in Lighthouse.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Performance => "performance",
            Self::Accessibility => "accessibility",
            Self::BestPractices => "best-practices",
            Self::Seo => "seo",
        }
    }
}

/// On what the page is graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A phone of the middle class on a slow network, as Lighthouse imagines both.
    Phone,
    /// A desk.
    Desk,
}

impl Device {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Phone, Self::Desk];
}

impl fmt::Display for Device {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Phone => "phone",
            Self::Desk => "desk",
        })
    }
}

/// What Lighthouse says of a page.
#[derive(Clone, Debug)]
pub struct Grades(Value);

impl Grades {
    /// The grade in a category, from 0 to 100; none where it gave none.
    pub fn of(&self, category: Category) -> Option<u8> {
        let score = self.0["categories"][category.id()]["score"].as_f64()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
        Some((score * 100.0).round().clamp(0.0, 100.0) as u8)
    }

    /// What cost something in a category: the names of the audits, what was found, and where.
    pub fn lacking(&self, category: Category) -> Vec<String> {
        let audits = self.0["categories"][category.id()]["auditRefs"].as_array();
        let audits = audits.into_iter().flatten().filter(|audit| audit["weight"].as_f64() > Some(0.0));
        let audits = audits.filter_map(|audit| Some(&self.0["audits"][audit["id"].as_str()?]));
        audits
            .filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 1.0))
            .map(|audit| {
                format!(
                    "{}: {} {} {}",
                    audit["id"], audit["title"], audit["explanation"], audit["details"]["items"]
                )
            })
            .collect()
    }

    fn version(&self) -> &str {
        self.0["lighthouseVersion"].as_str().unwrap_or_default()
    }
}

/// Has Lighthouse look at an address.
///
/// # Errors
///
/// When it is not there and can't be brought, and when it can't look at the page.
pub fn grade(address: &str, device: Device, categories: &[Category]) -> Result<Grades, Failure> {
    tools::lighthouse()?;
    let chromium = Browser::find()?.chromium;
    let names: Vec<&str> = categories.iter().map(|category| category.id()).collect();
    let mut lighthouse = command("lighthouse");
    lighthouse
        .args([address, "--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", names.join(",")))
        .arg(format!("--chrome-flags={}", browser::ARGUMENTS.join(" ")))
        .env("CHROME_PATH", chromium);
    if device == Device::Desk {
        lighthouse.arg("--preset=desktop");
    }
    let failed = |reason: &dyn fmt::Display| Failure::new(format!("lighthouse, {address}: {reason}"));
    let output = lighthouse.output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map(Grades).map_err(|error| failed(&error))
}

/// Grades the page as it is built in each of its views, and an entry as a page of its own, and writes `docs/lighthouse.md`.
pub fn lighthouse() -> Result<(), Failure> {
    const PAGES: [(&str, &str); 5] = [
        ("the page", ""),
        ("the knowledge base", "#/kb"),
        ("an entry in the page", "#/kb/time/expired"),
        ("making tokens", "#/make"),
        ("an entry as a page of its own", "kb/time/expired/"),
    ];
    page::dist()?;
    let server = Server::start(&compressed_site()?, 0)?;
    let mut rows = Vec::new();
    let mut version = String::new();
    for (name, path) in PAGES {
        for device in Device::ALL {
            let address = format!("{}{path}", server.address());
            let rounds: Vec<Grades> =
                (0..ROUNDS).map(|_| grade(&address, device, &Category::ALL)).collect::<Result<_, _>>()?;
            let cells = Category::ALL.map(|category| median(&rounds, category));
            rows.push(format!("| {name}, {device} | {} |", cells.join(" | ")));
            println!("{}", rows.last().map(String::as_str).unwrap_or_default());
            for category in Category::ALL {
                rounds
                    .iter()
                    .take(1)
                    .flat_map(|grades| grades.lacking(category))
                    .for_each(|lack| eprintln!("{lack}"));
            }
            rounds.first().map(Grades::version).unwrap_or_default().clone_into(&mut version);
        }
    }
    let file = root().join("docs/lighthouse.md");
    let text = document(&version, &bench_site::machine()?, &rows.join("\n"));
    fs::write(&file, text).map_err(|error| Failure::at(&file, error))
}

/// The grade in the middle, and from where to where they go, if they differ.
fn median(rounds: &[Grades], category: Category) -> String {
    let mut grades: Vec<u8> = rounds.iter().filter_map(|grades| grades.of(category)).collect();
    grades.sort_unstable();
    match (grades.first(), grades.get(grades.len() / 2), grades.last()) {
        (Some(least), Some(middle), Some(most)) if least != most => format!("{middle} ({least}–{most})"),
        (_, Some(middle), _) => middle.to_string(),
        _ => "–".to_owned(),
    }
}

fn document(version: &str, machine: &str, rows: &str) -> String {
    format!(
        "# Lighthouse\n\n\
         Written by `cargo xtask lighthouse`: Lighthouse {version} on the site of `cargo xtask dist`, served from this \
         machine with what was compressed beforehand; medians of {ROUNDS} run(s), in brackets the least and the \
         greatest grade where they differ. Phone and desk are its own presets. The tests hold the last three columns \
         at 100; performance is measured here, and gates nothing.\n\n\
         - {machine}\n\n\
         | | performance | accessibility | best practices | SEO |\n\
         | --- | ---: | ---: | ---: | ---: |\n\
         {rows}\n"
    )
}

/// The site with its files compressed.
fn compressed_site() -> Result<PathBuf, Failure> {
    let site = root().join("target/lighthouse");
    let from: &Path = &page::dist_folder();
    run(command("node").args(["-e", COMPRESSED_SITE]).args([from, &site]))?;
    Ok(site)
}
