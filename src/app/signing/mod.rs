//! The worker that makes tokens and keys: an instance of its own, which `www/boot.js` starts when somebody opens the view
//! that signs.
//!
//! **Law.** It does what it is told and keeps nothing: no key, no token, no message outlives the answer to it.

mod rsa;

use jwt_why::{
    sign::{Answer, Task},
    verify::{self, Family},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::protocol;

/// A task from the page.
///
/// # Panics
///
/// At a message that is none: page and worker are one module, so this instance can no longer be trusted.
#[inline(never)]
#[expect(clippy::panic, reason = "the only way out of an instance that can't be trusted")]
pub fn receive(message: JsValue) {
    let Some(task) = protocol::unpack::<Task>(message) else {
        panic!("a message that the page can't have sent")
    };
    if wants_rsa(&task) {
        wasm_bindgen_futures::spawn_local(async { answer(&rsa::generate().await) });
    } else {
        answer(&task.perform(random));
    }
}

/// Whether a new RSA key is wanted: finding its primes is left to the browser.
fn wants_rsa(task: &Task) -> bool {
    let Task::Generate(alg) = task else { return false };
    let family = verify::by_name(alg).map(|algorithm| algorithm.family);
    matches!(family, Some(Family::RsaPkcs1 | Family::RsaPss))
}

/// Octets that nobody can foresee.
///
/// # Panics
///
/// When the browser has none: then no key may be made.
#[expect(clippy::expect_used, reason = "a key of octets that are not random must not be")]
#[expect(clippy::disallowed_methods, reason = "this is the worker's source of randomness")]
fn random(octets: &mut [u8]) {
    getrandom::getrandom(octets).expect("a browser with crypto.getRandomValues");
}

fn answer(answer: &Answer) {
    if let Some(message) = protocol::pack(answer) {
        post(&message);
    }
}

fn post(message: &JsValue) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Plain data can be cloned.
    let _ = scope.post_message(message);
}
