//! Where a test takes place: which browser, and which page in it.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, error::WebDriverResult,
};
use xtask::{
    Failure, browser,
    browser::{Browser, Driver, Firefox},
    page,
    server::Server,
    single,
};

use super::profile;

/// The variable that says that a missing Firefox is a failure and no reason to leave a test out.
const FIREFOX_IS_NEEDED: &str = "FIREFOX_IS_NEEDED";

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, in which every test can run.
    Chromium,
    /// Firefox, which has no DevTools protocol: what needs that can't run in it.
    Firefox,
}

/// Which page.
#[derive(Clone, Debug)]
pub enum Place {
    /// A folder, served under a path of its host, as in `jwt-why/`.
    Hosted(PathBuf, &'static str),
    /// The page that is one file, opened by double click.
    OneFile,
}

/// Which page in which browser.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The browser.
    pub kind: Kind,
    /// The page.
    pub place: Place,
}

impl Default for Stage {
    /// The built site at the root of a host, in Chromium.
    fn default() -> Self {
        Self { kind: Kind::Chromium, place: Place::Hosted(page::dist_folder(), "") }
    }
}

impl Stage {
    /// The built site in Firefox.
    pub fn firefox() -> Self {
        Self { kind: Kind::Firefox, ..Self::default() }
    }

    /// The page that is one file.
    pub fn one_file(kind: Kind) -> Self {
        Self { kind, place: Place::OneFile }
    }

    /// The built site under a path of its host.
    pub fn under(path: &'static str) -> Self {
        Self { place: Place::Hosted(page::dist_folder(), path), ..Self::default() }
    }

    /// Whether its browser is here, or must be; says so where a test is left out.
    pub fn can_be_set(&self) -> bool {
        let is_here = self.kind == Kind::Chromium || Firefox::find().is_ok();
        if !is_here && std::env::var_os(FIREFOX_IS_NEEDED).is_none() {
            eprintln!(
                "LEFT OUT: no Firefox with geckodriver is here; `cargo xtask test --install` brings both"
            );
            return false;
        }
        true
    }

    /// The server of the page; nothing is on it when the page is a file.
    pub(crate) fn serve(&self) -> Result<Server, Failure> {
        match &self.place {
            Place::Hosted(folder, _) if !folder.join("index.html").exists() => {
                Err(Failure::new("there is no dist/: `cargo xtask dist` first"))
            }
            Place::Hosted(folder, under) => Server::start_under(under, folder, 0),
            Place::OneFile => Server::nothing(),
        }
    }

    /// The address of the page.
    pub(crate) fn address(&self, site: &Server) -> Result<String, Failure> {
        match self.place {
            Place::Hosted(..) => Ok(site.address()),
            Place::OneFile => {
                let file = single::release_folder().join(single::FILE);
                if !file.exists() {
                    return Err(Failure::new("there is no single file: `cargo xtask single-file` first"));
                }
                Ok(format!("file://{}", file.display()))
            }
        }
    }

    /// Starts the browser's driver, and says how it is to start the browser: what is not for `site` goes to `world`.
    pub(crate) fn drive(
        &self,
        site: &Server,
        world: &Server,
    ) -> Result<(Driver, Capabilities), Box<dyn std::error::Error>> {
        Ok(match self.kind {
            Kind::Chromium => {
                let chromium = Browser::find()?;
                (chromium.drive()?, chromium_capabilities(&chromium, site, world)?)
            }
            Kind::Firefox => {
                let firefox = Firefox::find()?;
                let driver = firefox.drive()?;
                let profile = profile::copied_to(driver.folder())?;
                let mut capabilities = profile::capabilities(&firefox, &profile)?;
                capabilities.set("proxy", firefox_proxy(site, world))?;
                (driver, capabilities)
            }
        })
    }
}

fn chromium_capabilities(chromium: &Browser, site: &Server, world: &Server) -> WebDriverResult<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&chromium.chromium.to_string_lossy())?;
    for argument in browser::ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--proxy-server={}", world.host()))?;
    capabilities.add_arg(&format!("--proxy-bypass-list=<-loopback>;{}", site.host()))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}

fn firefox_proxy(site: &Server, world: &Server) -> Value {
    json!({
        "proxyType": "manual",
        "httpProxy": world.host(),
        "sslProxy": world.host(),
        "noProxy": [site.host()],
    })
}
