//! A server for the static site on this machine, for a look at it and for the tests, which ask what was fetched.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::Failure;

/// How many requests are answered at once.
const THREADS: usize = 4;

/// A running server; it stops when it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
    shared: Arc<Shared>,
    address: SocketAddr,
}

/// What all threads look at.
#[derive(Default)]
struct Shared {
    /// Without one nothing is found.
    folder: Option<PathBuf>,
    seen: Mutex<Vec<String>>,
    tampered: Mutex<Option<String>>,
}

impl Server {
    /// Serves `folder` on this port, or on any free one if it is 0.
    pub fn start(folder: &Path, port: u16) -> Result<Self, Failure> {
        Self::run(Shared { folder: Some(folder.to_owned()), ..Shared::default() }, port)
    }

    /// Serves nothing on a free port, and remembers what was asked for.
    pub fn nothing() -> Result<Self, Failure> {
        Self::run(Shared::default(), 0)
    }

    fn run(shared: Shared, port: u16) -> Result<Self, Failure> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let http = tiny_http::Server::http(address);
        let http = Arc::new(http.map_err(|error| Failure::new(format!("port {port}: {error}")))?);
        let address = http.server_addr().to_ip().unwrap_or(address);
        let shared = Arc::new(shared);
        let work = || {
            let (http, shared) = (Arc::clone(&http), Arc::clone(&shared));
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    lock(&shared.seen).push(request.url().to_owned());
                    // Whoever asked may be gone; that is their affair.
                    let _ = answer(request, &shared);
                }
            })
        };
        let threads = std::iter::repeat_with(work).take(THREADS).collect();
        Ok(Self { http, threads, shared, address })
    }

    /// Where the site is.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The paths that were asked for, in order.
    pub fn seen(&self) -> Vec<String> {
        lock(&self.shared.seen).clone()
    }

    /// The host and the port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// Serves this file with a byte too many from now on.
    pub fn tamper_with(&self, file: &str) {
        *lock(&self.shared.tampered) = Some(file.to_owned());
    }

    /// Serves until the program is ended.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(request: Request, shared: &Shared) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let Some(path) = shared.folder.as_ref().and_then(|folder| file(folder, request.url())) else {
        return request.respond(Response::empty(StatusCode(404)));
    };
    let mut content = fs::read(&path)?;
    if lock(&shared.tampered).as_ref().is_some_and(|tampered| path.ends_with(tampered)) {
        content.push(b'\n');
    }
    let mut response = Response::from_data(content);
    // An address with a version always means the same file.
    let cache = if request.url().contains("?v=") { "max-age=31536000, immutable" } else { "no-cache" };
    let headers =
        [("Content-Type", kind(&path)), ("Cache-Control", cache), ("X-Content-Type-Options", "nosniff")];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that an address means: inside of the folder or none.
fn file(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    let inside = Path::new(path).components().all(|component| matches!(component, Component::Normal(_)));
    let file = folder.join(path);
    let file = if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file };
    (inside && file.is_file()).then_some(file)
}

/// The media type that a browser insists on.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "md" => "text/markdown; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (address, expected) in [
            ("/Cargo.toml", Some("Cargo.toml")),
            ("/Cargo.toml?v=1", Some("Cargo.toml")),
            ("/src/lib.rs", Some("src/lib.rs")),
            ("/", None),
            ("/../Cargo.toml", None),
            ("//etc/passwd", None),
            ("/src", None),
        ] {
            assert_eq!(file(folder, address), expected.map(|path| folder.join(path)), "{address}");
        }
    }

    #[test]
    fn modules_have_the_type_that_browsers_insist_on() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("a.js")), "text/javascript; charset=utf-8");
    }
}
