//! What the states are made of: tokens, logs, and scripts that a browser makes more of them with.

use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverResult};

/// HS256 under [`SECRET`]; it expires in the year 2100.
pub const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJuYW1lIjoiQWRhIiwiaXNzIjoiaHR0cHM6Ly9pc3N1ZXIuZXhhbXBsZSIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJhYmMtMTIzIn0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";
/// The secret of [`TOKEN`].
pub const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

/// The same for another user, by an issuer with a slash; it expired in 2023.
pub const OTHER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTIiLCJuYW1lIjoiR3JhY2UiLCJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsImF1ZCI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwLCJqdGkiOiJhYmMtMTI0In0.kwic8OYQOBlQtXMaf1NZ766sV2FgrNOosCuqn80s1VU";

/// The token of RFC 7515 appendix F.
pub const DETACHED: &str =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9..dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A log as somebody copies it.
pub const LOG: &str = include_str!("../../data/seeds/mettleci-invalid-signature.txt");

const CASES: &str = include_str!("../../data/own-cases.jsonl");

/// Drops a log with tokens of two replicas, some of them expired before they were seen for the last time.
pub const MANY: &str = "
    const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const bytes = (text) => new TextEncoder().encode(text);
    const sign = async (secret, claims) => {
        const algorithm = { name: 'HMAC', hash: 'SHA-256' };
        const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
        const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => encoded(bytes(JSON.stringify(part))));
        return `${parts.join('.')}.${encoded(await crypto.subtle.sign('HMAC', key, bytes(parts.join('.'))))}`;
    };
    const start = 1767322800;
    const lines = [];
    for (let number = 0; number < 240; number += 1) {
        const secret = number % 11 === 0 ? 'the other replica made a secret of its own' : secret_of_these_pictures;
        const exp = start + number * 3 + (number % 5 === 0 ? 20 : 3600);
        const token = await sign(secret, { iss: 'https://issuer.example', sub: `user-${number}`, exp });
        for (let seen = 0; seen < 1 + number % 3; seen += 1) {
            const time = new Date((start + number * 3 + seen * 15) * 1000).toISOString();
            if (number % 5 === 0) lines.push([time, `${time} ERROR o.e.TokenFilter - TokenExpiredError: jwt expired`]);
            lines.push([time, `${time} WARN  o.e.TokenFilter - 401 for GET /orders/${number}: Bearer ${token}`]);
        }
    }
    lines.sort();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.map(([, line]) => line).join('\\n')], 'gateway-2026-01-02.log'));
    document.querySelector('main').dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";

/// A report as a link carries it.
pub const SHARED: &str = r#"{"f":1,"v":"rejected","d":"ok","s":"mismatch","c":"ok","n":1767200000,"e":["signature-mismatch"],
    "p":[{"k":"accepted","c":"repair","x":[["secret-base64-decoded","secret-base64-decoded"]]}],
    "r":["secret-hex-decoded","secret-whitespace"],"t":[["iss","https://login.example.com/"]]}"#;

/// A prepared case.
pub fn case(id: &str) -> WebDriverResult<Value> {
    let rows = CASES.lines().filter_map(|row| serde_json::from_str::<Value>(row).ok());
    let mut named = rows.filter(|row| row["id"] == id);
    named.next().ok_or_else(|| WebDriverError::FatalError(format!("no case {id}")))
}
