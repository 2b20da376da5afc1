//! The commands of the README: `cargo xtask serve`, `test`, `dist` and their kin.

use std::{env, process::ExitCode};

use xtask::{
    Failure, bench, bench_site, compiler, gate, lighthouse, new_entry, page, process, release, seal, server,
    single, size, soak, tools,
};

const USAGE: &str = "\
cargo xtask serve [--port N]    build the release page and serve it on localhost
cargo xtask dist                write the static site to dist/
cargo xtask single-file         write the whole page as one file to release/jwt-why.html
cargo xtask release             write the single file, the site as a zip, its bill of materials and checksums to release/
cargo xtask test [--install]    check, build and test everything; --install brings Debian's browsers if there are none
cargo xtask bench [TABLE]...    print how long everything takes, in the browser beside jose, and write docs/benchmarks.md
cargo xtask soak [--minutes N] [--times N] [--only PART]
                                fuzz each reader for fifteen minutes, or for N (wants a nightly compiler); run the
                                end-to-end tests 20 times in a row, or N; compare two clean builds; watch the page's memory.
                                A PART is fuzz, suite, builds or memory
cargo xtask deny                hold licences, sources and bans of the dependencies against deny.toml, offline
cargo xtask new-entry CATEGORY/SLUG
                                write the skeleton of an entry of the knowledge base
cargo xtask screenshots         write pictures of the page to target/screenshots/ and docs/screenshot.png
cargo xtask lighthouse          print the grades that Lighthouse gives to the page, and write docs/lighthouse.md
cargo xtask size                say what the page costs, part by part, against budget.toml, and what its module is made of
cargo xtask seal                (trunk runs it) put the hash of each file into index.html";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode, Failure> {
    match arguments {
        ["serve"] => serve(None)?,
        ["serve", "--port", port] => {
            serve(Some(port.parse().map_err(|_| Failure::new(format!("`{port}` is no port number")))?))?;
        }
        ["dist"] => page::dist()?,
        ["single-file"] => println!("{}", single::single_file()?.display()),
        ["release"] => release::release()?,
        ["test"] => return gate::run(false),
        ["test", "--install"] => return gate::run(true),
        ["bench"] => {
            bench::bench()?;
            bench_site::bench(&[])?;
        }
        ["bench", tables @ ..] => bench_site::bench(tables)?,
        ["soak", options @ ..] => return soak(options),
        ["deny"] => {
            tools::cargo_deny()?;
            compiler::crates()?;
            let mut deny = process::command("cargo-deny");
            process::run(deny.args(["--offline", "--locked", "check", "licenses", "bans", "sources"]))?;
        }
        ["new-entry", id] => new_entry::run(id)?,
        ["screenshots"] => {
            page::dist()?;
            process::run(&mut process::cargo(&[
                "run",
                "--quiet",
                "--package",
                "e2e",
                "--bin",
                "screenshots",
            ]))?;
        }
        ["lighthouse"] => lighthouse::lighthouse()?,
        ["size"] => {
            page::dist()?;
            size::size()?;
        }
        ["seal"] => seal::run()?,
        _ => {
            eprintln!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs what takes long, with the options of the command line.
fn soak(options: &[&str]) -> Result<ExitCode, Failure> {
    let (mut effort, mut only) = (soak::Effort::default(), None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let value = options.next().copied().unwrap_or_default();
        match *option {
            "--minutes" | "--times" => {
                let number = value.parse();
                let number =
                    number.map_err(|_| Failure::new(format!("{option}: expected a whole number")))?;
                let what = if *option == "--times" { &mut effort.times } else { &mut effort.minutes };
                *what = number;
            }
            "--only" => only = Some(soak::Part::named(value)?),
            other => {
                let expected = "expected --minutes, --times or --only";
                return Err(Failure::new(format!("soak: {expected}, found `{other}`")));
            }
        }
    }
    soak::soak(effort, only)
}

/// Serves the page on this port; if none was asked for, on 8080 or, where that is taken, on a free one.
fn serve(port: Option<u16>) -> Result<(), Failure> {
    page::dist()?;
    let start = |port| server::Server::start(&page::dist_folder(), port);
    let server = match port {
        Some(port) => start(port)?,
        None => start(8080).or_else(|_| start(0))?,
    };
    println!("{}", server.address());
    server.wait();
    Ok(())
}
