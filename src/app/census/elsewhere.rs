//! Signatures that the browser's own cryptography verifies, many at once and beside the reading.
//!
//! A batch of the tokens that wait is asked about at a time; when its answers are in the memo, these tokens are ready to
//! be judged. Where the browser can't be asked, all are ready, and the memo computes what it needs.

use std::collections::{HashMap, hash_map::Entry};

use js_sys::{Array, Promise};
use jwt_why::verify::Errand;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::app::platform::webcrypto::Imported;

/// How many tokens are asked about at once.
pub(super) const BATCH: usize = 256;

/// The keys that the browser was given so far; none where it doesn't take one.
#[derive(Default)]
pub(super) struct Keys(HashMap<([u8; 32], &'static str), Option<Imported>>);

impl Keys {
    /// What the browser says of each signature; none where it can't be asked.
    pub(super) async fn ask(&mut self, errands: &[Errand]) -> Vec<Option<bool>> {
        let asked = Array::new();
        for errand in errands {
            asked.push(&self.about(errand).await.unwrap_or(JsValue::UNDEFINED));
        }
        let said = JsFuture::from(Promise::all(&asked)).await.ok();
        let said = said.and_then(|said| said.dyn_into::<Array>().ok()).unwrap_or_default();
        said.iter().map(|verified| verified.as_bool()).collect()
    }

    async fn about(&mut self, errand: &Errand) -> Option<JsValue> {
        let name = errand.verifier_name()?;
        let key = match self.0.entry(name) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let verifier = errand.verifier();
                let imported = match &verifier {
                    Some(verifier) => Imported::of(verifier).await.ok(),
                    None => None,
                };
                unknown.insert(imported)
            }
        };
        key.as_ref()?.ask(errand.signing_input(), errand.signature()).ok().map(Into::into)
    }
}

/// Whether the browser is being asked.
pub(super) enum Asking {
    /// It can be.
    Free(Keys),
    /// It is, until this ends.
    Busy(Promise),
    /// It can't be, or it was wrong.
    Off,
}
