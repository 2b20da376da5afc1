//! The diagnosis in a terminal: `jwt-why diagnose --json < case.json`.

use std::{
    io::{self, BufRead, Read, Write},
    process::ExitCode,
    rc::Rc,
    time::{SystemTime, UNIX_EPOCH},
};

use jwt_why::{
    answer::{self, Question},
    census::{self, Census, Query, Standards},
    diagnosis::{Diagnosis, Input, log_time::at_log_times},
    jose::{DetachedPayload, PayloadReading, base64url},
    kb::{self, Knowledge, Texts},
    keys::SecretReading,
    text::Language,
    verify::Verifications,
};
use serde_json::value::RawValue;

const USAGE: &str = "\
usage: jwt-why diagnose --json [--lang en|zh] < case.json
       jwt-why diagnose --jsonl [--lang en|zh] < cases.jsonl
       jwt-why census [KEY-FILE ...] < LOG
       jwt-why kb --out DIRECTORY

A case is an object with the members id, text, keys, policy, now, detached_payload; only text must be there.
With --jsonl each line is a case, and each answer is a line, in the same order.
A census answers with each distinct token of a log of any length, judged at each time at which the log shows it.";

/// How much of a log is read at once, in bytes.
const PIECE: usize = 1 << 20;

/// The published secrets; `www/well-known-secrets.LICENSE` is their licence.
const SECRETS: &str = include_str!("../../www/well-known-secrets.txt");

/// What went wrong with what the caller gave.
struct Refusal(String);

impl<E: std::fmt::Display> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Refusal(message)) => {
            // A closed standard error is no reason for a panic: the exit code says the same.
            let _ = writeln!(io::stderr(), "jwt-why: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Refusal> {
    let (language, rest) = language(arguments)?;
    match rest.as_slice() {
        ["diagnose", "--json"] => {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text)?;
            diagnose(&text, 0, language, &data()?)
        }
        ["diagnose", "--jsonl"] => {
            let data = data()?;
            for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
                let line = line?;
                if !line.trim_ascii().is_empty() {
                    diagnose(&line, index, language, &data)?;
                }
            }
            Ok(())
        }
        ["diagnose"] => Err(Refusal(format!("diagnose: expected `--json` or `--jsonl`\n{USAGE}"))),
        ["census", keys @ ..] => census(keys),
        ["kb", "--out", directory] => write_knowledge(std::path::Path::new(directory)),
        ["--help" | "-h" | "help"] => Ok(writeln!(io::stdout(), "{USAGE}")?),
        ["--version" | "-V"] => Ok(writeln!(io::stdout(), "jwt-why {}", env!("CARGO_PKG_VERSION"))?),
        _ => Err(Refusal(format!("expected a command, found `{}`\n{USAGE}", arguments.join(" ")))),
    }
}

/// Takes `--lang` out of the arguments.
fn language<'a>(arguments: &[&'a str]) -> Result<(Language, Vec<&'a str>), Refusal> {
    let mut rest = arguments.to_vec();
    let Some(at) = rest.iter().position(|argument| *argument == "--lang") else {
        return Ok((Language::En, rest));
    };
    let language = match rest.get(at + 1) {
        Some(&"en") => Language::En,
        Some(&"zh") => Language::Zh,
        other => {
            let found = other.copied().unwrap_or("nothing");
            return Err(Refusal(format!("--lang: expected `en` or `zh`, found `{found}`")));
        }
    };
    rest.drain(at..at + 2);
    Ok((language, rest))
}

/// What each diagnosis needs, made once.
struct Data {
    knowledge: Rc<Knowledge>,
    secrets: Rc<str>,
}

fn data() -> Result<Data, Refusal> {
    Ok(Data { knowledge: knowledge()?, secrets: Rc::from(SECRETS) })
}

fn knowledge() -> Result<Rc<Knowledge>, Refusal> {
    Ok(Rc::new(Knowledge::from_index(kb::INDEX)?))
}

/// Diagnoses one case; `lines_before` is the number of lines that stand before it.
fn diagnose(json: &[u8], lines_before: usize, language: Language, data: &Data) -> Result<(), Refusal> {
    let question: Question<Box<RawValue>> = serde_json::from_slice(json).map_err(|error| {
        let line = lines_before + error.line();
        Refusal(format!("standard input, line {line}: expected a case as a JSON object, found: {error}"))
    })?;
    let id = question.id.clone();
    let input = input(question, lines_before + 1)?;
    let diagnosis = Diagnosis::start(input.clone(), Some(Rc::clone(&data.knowledge)))
        .with_secrets(Rc::clone(&data.secrets));
    let report = diagnosis.finish();
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &answer::answer(id, &report, &at_log_times(&input, &report), language))?;
    Ok(writeln!(out)?)
}

/// Reads a log from standard input, and writes the table of its tokens.
fn census(keys: &[&str]) -> Result<(), Refusal> {
    let read =
        |path: &&str| std::fs::read_to_string(path).map_err(|error| Refusal(format!("{path}: {error}")));
    let keys = keys.iter().map(read).collect::<Result<_, _>>()?;
    let standards = Standards { keys, now: system_time(), ..Standards::default() };
    let (mut census, mut memo) = (Census::new(&standards), Verifications::default());
    census.look_for_messages(knowledge()?);
    let (mut log, mut piece) = (io::stdin().lock(), vec![0; PIECE]);
    loop {
        let length = log.read(&mut piece)?;
        if length == 0 {
            break;
        }
        census.push(piece.get(..length).unwrap_or_default());
    }
    census.finish();
    while census.judge_next(&mut memo) {}
    let view = census.view(&Query { most: census::MAX_TOKENS, ..Query::default() });
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut out, &view)?;
    Ok(writeln!(out)?)
}

fn input(question: Question<Box<RawValue>>, line: usize) -> Result<Input, Refusal> {
    let detached_payload = question.detached_payload.as_deref().map(|text| {
        if base64url::decode(text).faults.is_empty() {
            return Ok(DetachedPayload { text: text.to_owned(), reading: Some(PayloadReading::Base64url) });
        }
        Err(Refusal(format!(
            "standard input, line {line}: detached_payload: expected base64url without padding"
        )))
    });
    Ok(Input {
        text: question.text,
        keys: question.keys,
        reading: SecretReading::default(),
        policy: question.policy.policy(|value| values(&value)),
        now: question.now.unwrap_or_else(system_time),
        detached_payload: detached_payload.transpose()?,
    })
}

/// The JSON texts of which an expected claim must be one: the members of an array, or the value itself.
fn values(value: &RawValue) -> Vec<String> {
    serde_json::from_str::<Vec<Box<RawValue>>>(value.get()).map_or_else(
        |_| vec![value.get().to_owned()],
        |many| many.iter().map(|one| one.get().to_owned()).collect(),
    )
}

/// Seconds since 1970-01-01T00:00:00Z; a clock before that counts as that.
#[expect(
    clippy::disallowed_methods,
    reason = "the terminal is where the time comes from; the library takes it as a part of the case"
)]
fn system_time() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

fn write_knowledge(directory: &std::path::Path) -> Result<(), Refusal> {
    let texts = Texts::from_json(kb::TEXTS)?;
    for file in kb::render::files(&texts) {
        let path = directory.join(file.path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, file.content)?;
    }
    std::fs::write(directory.join("knowledge.txt"), kb::INDEX)?;
    // In this encoding, which has every character, a Chinese one takes two bytes and not three.
    let text = kb::render::texts(&texts);
    let (texts, ..) = encoding_rs::GB18030.encode(&text);
    Ok(std::fs::write(directory.join("texts.txt"), texts)?)
}
