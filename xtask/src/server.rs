//! A server for the static site on this machine, for a look at it and for the tests, which ask what was fetched.

#![expect(clippy::disallowed_types, reason = "this is not the page but what serves it")]

use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use crate::Failure;

/// A running server; it lives as long as the program.
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
}

/// What all threads look at.
#[derive(Default)]
struct Shared {
    /// Without one nothing is found.
    folder: Mutex<Option<PathBuf>>,
    /// Where the folder is on the host, as in `jwt-why/`; nothing at its root.
    under: String,
    seen: Mutex<Vec<String>>,
    tampered: Mutex<Option<String>>,
    /// Whether nobody gets an answer any more.
    down: AtomicBool,
}

impl Server {
    /// Serves `folder` on this port, or on any free one if it is 0.
    pub fn start(folder: &Path, port: u16) -> Result<Self, Failure> {
        Self::start_under("", folder, port)
    }

    /// Serves `folder` as a folder of the host, as in `jwt-why/`.
    pub fn start_under(under: &str, folder: &Path, port: u16) -> Result<Self, Failure> {
        let folder = Mutex::new(Some(folder.to_owned()));
        Self::run(Shared { folder, under: under.to_owned(), ..Shared::default() }, port)
    }

    /// Serves nothing on a free port, and remembers what was asked for.
    pub fn nothing() -> Result<Self, Failure> {
        Self::run(Shared::default(), 0)
    }

    fn run(shared: Shared, port: u16) -> Result<Self, Failure> {
        let failure = |error: io::Error| Failure::new(format!("port {port}: {error}"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failure)?;
        let address = listener.local_addr().map_err(failure)?;
        let shared = Arc::new(shared);
        let server = Self { shared: Arc::clone(&shared), address };
        // A thread a connection: a browser keeps some open that it says nothing on, and they must not hold up others.
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&shared);
                // Whoever asked may be gone; that is their affair.
                thread::spawn(move || drop(answer(&connection, &shared)));
            }
        });
        Ok(server)
    }

    /// Where the site is.
    pub fn address(&self) -> String {
        format!("http://{}/{}", self.address, self.shared.under)
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

    /// Serves another folder from now on.
    pub fn serve(&self, folder: &Path) {
        *lock(&self.shared.folder) = Some(folder.to_owned());
    }

    /// Gives no answer any more.
    pub fn stop(&self) {
        self.shared.down.store(true, Ordering::Relaxed);
    }

    /// Serves until the program is ended.
    pub fn wait(&self) {
        loop {
            thread::park();
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers the one request of a connection.
fn answer(connection: &TcpStream, shared: &Shared) -> io::Result<()> {
    if shared.down.load(Ordering::Relaxed) {
        return Ok(());
    }
    let mut head = BufReader::new(connection).lines();
    let request = head.next().unwrap_or_else(|| Ok(String::new()))?;
    let mut encodings = String::new();
    while let Some(line) = head.next().transpose()?.filter(|line| !line.is_empty()) {
        let header = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding"));
        encodings.extend(header.map(|(_, value)| value));
    }
    let mut words = request.split(' ');
    let (Some(method), Some(address)) = (words.next(), words.next()) else { return Ok(()) };
    lock(&shared.seen).push(address.to_owned());
    if !matches!(method, "GET" | "HEAD") {
        return respond(connection, "405 Method Not Allowed", "", &[]);
    }
    let folder = lock(&shared.folder).clone();
    let inside = address.strip_prefix('/').and_then(|path| path.strip_prefix(&shared.under));
    let Some(path) = folder.zip(inside).and_then(|(folder, path)| file(&folder, path)) else {
        return respond(connection, "404 Not Found", "", &[]);
    };
    let compressed = compressed(&path, &encodings);
    let mut content = fs::read(compressed.as_ref().map_or(&path, |(_, file)| file))?;
    if lock(&shared.tampered).as_ref().is_some_and(|tampered| path.ends_with(tampered)) {
        content.push(b'\n');
    }
    // An address with a version always means the same file.
    let cache = if address.contains("?v=") { "max-age=31536000, immutable" } else { "no-cache" };
    let coding = compressed.map(|(coding, _)| format!("Content-Encoding: {coding}\r\n")).unwrap_or_default();
    let headers = format!("Content-Type: {}\r\nCache-Control: {cache}\r\n{coding}", kind(&path));
    if method == "HEAD" {
        respond(connection, "200 OK", &headers, &[])
    } else {
        respond(connection, "200 OK", &headers, &content)
    }
}

fn respond(mut connection: &TcpStream, status: &str, headers: &str, content: &[u8]) -> io::Result<()> {
    write!(
        connection,
        "HTTP/1.1 {status}\r\n{headers}X-Content-Type-Options: nosniff\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    connection.write_all(content)?;
    connection.flush()
}

/// The file that the end of an address means: inside of the folder or none.
fn file(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let inside = Path::new(path).components().all(|component| matches!(component, Component::Normal(_)));
    let file = folder.join(path);
    let file = if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file };
    (inside && file.is_file()).then_some(file)
}

/// The compressed form of a file that lies beside it, as static hosts have it, if whoever asked can read it.
fn compressed(path: &Path, encodings: &str) -> Option<(&'static str, PathBuf)> {
    let accepted: Vec<&str> =
        encodings.split(',').filter_map(|coding| coding.split(';').next()).map(str::trim).collect();
    [("br", ".br"), ("gzip", ".gz")].into_iter().filter(|(coding, _)| accepted.contains(coding)).find_map(
        |(coding, ending)| {
            let mut file = path.as_os_str().to_owned();
            file.push(ending);
            let file = PathBuf::from(file);
            file.is_file().then_some((coding, file))
        },
    )
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
            ("Cargo.toml", Some("Cargo.toml")),
            ("Cargo.toml?v=1", Some("Cargo.toml")),
            ("src/lib.rs", Some("src/lib.rs")),
            ("", None),
            ("../Cargo.toml", None),
            ("/etc/passwd", None),
            ("src", None),
        ] {
            assert_eq!(file(folder, address), expected.map(|path| folder.join(path)), "{address}");
        }
    }

    #[test]
    fn a_compressed_form_is_for_those_who_can_read_it() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["a.js", "a.js.br", "a.js.gz", "b.js"] {
            fs::write(folder.join(name), name).unwrap();
        }
        for (name, encodings, expected) in [
            ("a.js", "gzip, deflate, br, zstd", Some(("br", "a.js.br"))),
            ("a.js", "gzip;q=1.0, identity", Some(("gzip", "a.js.gz"))),
            ("a.js", "", None),
            ("b.js", "br", None),
        ] {
            let expected = expected.map(|(coding, file)| (coding, folder.join(file)));
            assert_eq!(compressed(&folder.join(name), encodings), expected, "{name} for {encodings}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn modules_have_the_type_that_browsers_insist_on() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("a.js")), "text/javascript; charset=utf-8");
    }
}
