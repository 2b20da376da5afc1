//! The browser's WebCrypto, asked whether a signature is a key's.

use js_sys::{Array, JsString, Promise, Reflect};
use jwt_why::verify::opinion::webcrypto::{Answer, Question, Verifier};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = importKey)]
    fn import_key(
        format: &str,
        key: &[u8],
        algorithm: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    // The browser copies what it is given before it returns.
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = verify)]
    fn verify(algorithm: &JsValue, key: &JsValue, signature: &[u8], data: &[u8]) -> Result<Promise, JsValue>;
}

/// A key that the browser has taken, with its algorithm.
pub struct Imported {
    algorithm: JsValue,
    key: JsValue,
}

impl Imported {
    /// Hands a key to the browser.
    pub async fn of(verifier: &Verifier) -> Result<Self, Answer> {
        let Ok(algorithm) = verifier.parameters.serialize(&Serializer::json_compatible()) else {
            return Err(Answer::Unavailable);
        };
        let usages = Array::of1(&"verify".into());
        match settled(import_key(verifier.format, &verifier.key, &algorithm, false, &usages)).await {
            Ok(key) => Ok(Self { algorithm, key }),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Asks whether a signature is the key's; the answer is true or false.
    pub fn ask(&self, signing_input: &[u8], signature: &[u8]) -> Result<Promise, JsValue> {
        verify(&self.algorithm, &self.key, signature, signing_input)
    }
}

/// Asks the question.
pub async fn ask(question: &Question) -> Answer {
    let key = match Imported::of(&question.verifier).await {
        Ok(key) => key,
        Err(answer) => return answer,
    };
    match settled(key.ask(&question.signing_input, &question.signature)).await {
        Ok(verified) if verified.is_truthy() => Answer::Verified,
        Ok(_) => Answer::Mismatch,
        Err(error) => refused(&error),
    }
}

/// What comes of a promise. Where there is no WebCrypto there is not even that.
async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

/// What an error says: a key that it doesn't take, or an algorithm that it doesn't have.
fn refused(error: &JsValue) -> Answer {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.dyn_into::<JsString>().ok());
    match name.map(String::from) {
        Some(name) if name != "NotSupportedError" && name != "TypeError" => Answer::KeyRefused(name),
        _ => Answer::Unavailable,
    }
}
