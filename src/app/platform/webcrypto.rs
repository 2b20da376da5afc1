//! The browser's WebCrypto, asked whether a signature is a key's.

use js_sys::{Array, JsString, Reflect};
use jwt_why::verify::opinion::webcrypto::{Answer, Question};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = importKey)]
    async fn import_key(
        format: &str,
        key: &[u8],
        algorithm: &JsValue,
        extractable: bool,
        usages: &Array,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = verify)]
    async fn verify(
        algorithm: &JsValue,
        key: &JsValue,
        signature: &[u8],
        data: &[u8],
    ) -> Result<JsValue, JsValue>;
}

/// Asks the question.
pub async fn ask(question: &Question) -> Answer {
    let Ok(algorithm) = question.parameters.serialize(&Serializer::json_compatible()) else {
        return Answer::Unavailable;
    };
    let usages = Array::of1(&"verify".into());
    let key = match import_key(question.format, &question.key, &algorithm, false, &usages).await {
        Ok(key) => key,
        Err(error) => return refused(&error),
    };
    match verify(&algorithm, &key, &question.signature, &question.signing_input).await {
        Ok(verified) if verified.is_truthy() => Answer::Verified,
        Ok(_) => Answer::Mismatch,
        Err(error) => refused(&error),
    }
}

/// What an error says: a key that it doesn't take, or an algorithm that it doesn't have.
fn refused(error: &JsValue) -> Answer {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.dyn_into::<JsString>().ok());
    match name.map(String::from) {
        Some(name) if name != "NotSupportedError" && name != "TypeError" => Answer::KeyRefused(name),
        _ => Answer::Unavailable,
    }
}
