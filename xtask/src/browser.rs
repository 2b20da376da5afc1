//! The browsers of this machine and their drivers.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use crate::{Failure, process::run, tools};

/// What Chromium is started with. It runs as root, without a screen, and keeps to itself. The list that unfolds below the
/// address is a page of Chromium's own, which nobody sees here; without it a start costs half.
pub const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
];

/// Where the two programs are.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// chromedriver of the same version.
    pub driver: PathBuf,
}

impl Browser {
    /// The ones that `CHROMIUM` and `CHROMEDRIVER` name, or that are in the path.
    pub fn find() -> Result<Self, Failure> {
        let chromium = find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"]);
        let driver = find("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"]);
        match (chromium, driver) {
            (Some(chromium), Some(driver)) => Ok(Self { chromium, driver }),
            _ => Err(Failure::new(
                "No Chromium with its driver is here: `apt-get install chromium chromium-driver`, let \
                 `cargo xtask test --install` do that, or name both in CHROMIUM and CHROMEDRIVER.",
            )),
        }
    }

    /// Installs Debian's, unless there is one.
    pub fn install() -> Result<(), Failure> {
        if Self::find().is_ok() { Ok(()) } else { install(&["chromium", "chromium-driver"]) }
    }

    /// Starts the driver.
    pub fn drive(&self) -> Result<Driver, Failure> {
        Driver::start(&self.driver, "started successfully on port ")
    }
}

/// Firefox and its driver, for what must work in both.
pub struct Firefox {
    /// Firefox.
    pub firefox: PathBuf,
    /// geckodriver.
    pub driver: PathBuf,
}

impl Firefox {
    /// The ones that `FIREFOX` and `GECKODRIVER` name, or that are in the path or in `target/tools`.
    pub fn find() -> Result<Self, Failure> {
        let firefox = find("FIREFOX", &["firefox-esr", "firefox"]);
        let driver = find("GECKODRIVER", &["geckodriver"]).or_else(tools::built_geckodriver);
        match (firefox, driver) {
            (Some(firefox), Some(driver)) => Ok(Self { firefox, driver }),
            _ => Err(Failure::new(
                "No Firefox with geckodriver is here: let `cargo xtask test --install` bring both, or name them in \
                 FIREFOX and GECKODRIVER.",
            )),
        }
    }

    /// Installs Debian's Firefox and builds the driver, unless they are there.
    pub fn install() -> Result<(), Failure> {
        if Self::find().is_ok() {
            return Ok(());
        }
        if find("FIREFOX", &["firefox-esr", "firefox"]).is_none() {
            install(&["firefox-esr"])?;
        }
        tools::geckodriver()
    }

    /// Starts the driver.
    pub fn drive(&self) -> Result<Driver, Failure> {
        Driver::start(&self.driver, "Listening on 127.0.0.1:")
    }
}

/// Installs packages of Debian's.
fn install(packages: &[&str]) -> Result<(), Failure> {
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    for arguments in [&["update", "--quiet"][..], &install] {
        run(as_root("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

/// How often a driver is started before it counts as one that does not start.
const TRIES: usize = 4;

/// A running driver; it ends when it is dropped.
pub struct Driver {
    child: Child,
    port: u16,
    // It would stumble over a closed pipe.
    _output: Option<BufReader<ChildStdout>>,
    folder: Folder,
}

/// A folder for what a driver and its browsers write, profiles above all, which they leave behind when they are stopped.
/// It goes when it is dropped. Its path is short: that of a socket in it may have a hundred bytes.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let (process, number) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = env::temp_dir().join(format!("jwt-why-{process}-{number}"));
        fs::create_dir_all(&path).map_err(|error| Failure::at(&path, error))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is still ending may write while it is emptied; the second time it has gone.
        let _ = fs::remove_dir_all(&self.0).or_else(|_| fs::remove_dir_all(&self.0));
    }
}

impl Driver {
    /// Starts a driver. Of a free port that it looks for it may be robbed before it has it, so it gets more tries.
    fn start(program: &Path, words: &str) -> Result<Self, Failure> {
        let last = Self::start_once(program, words);
        (1..TRIES).fold(last, |last, _| last.or_else(|_| Self::start_once(program, words)))
    }

    /// Starts a driver, which says on which port after some words.
    fn start_once(program: &Path, words: &str) -> Result<Self, Failure> {
        let folder = Folder::new()?;
        let mut command = Command::new(program);
        command.arg("--port=0").env("TMPDIR", &folder.0).stdout(Stdio::piped()).stderr(Stdio::null());
        let started = command.spawn();
        let mut child = started.map_err(|error| Failure::at(program, error))?;
        let mut output = child.stdout.take().map(BufReader::new);
        let lines = output.iter_mut().flat_map(|output| output.by_ref().lines());
        let port = lines
            .map_while(Result::ok)
            .find_map(|line| line.split_once(words)?.1.trim_end_matches('.').parse().ok());
        let driver = Self { child, port: port.unwrap_or(0), _output: output, folder };
        port.map(|_: u16| driver).ok_or_else(|| Failure::at(program, "it did not start"))
    }

    /// The number of its process, of which the browser's are children.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// A folder for whatever is to go with it.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// Where it takes its orders.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let given = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    given.or_else(|| {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = env::split_paths(&path).collect();
        names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
            .find(|path| path.is_file())
    })
}

/// A program that needs root, by way of sudo for everybody else.
fn as_root(program: &str) -> Command {
    let id = Command::new("id").arg("-u").output();
    if id.is_ok_and(|output| output.stdout == b"0\n") {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.arg(program);
    command
}
