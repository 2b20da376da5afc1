//! RSA keys, made by the browser: it finds primes in a part of a second and beside this thread.

use js_sys::{Array, JSON, Object, Promise, Reflect, Uint8Array};
use jwt_why::sign::{Answer, Generated, Refusal, Why};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = generateKey)]
    fn generate_key(algorithm: &Object, extractable: bool, usages: &Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["crypto", "subtle"], js_name = exportKey)]
    fn export_key(format: &str, key: &JsValue) -> Result<Promise, JsValue>;
}

/// The length of the modulus in bits: the least that RFC 7518 section 3.3 allows.
const MODULUS_BITS: u32 = 2_048;

/// A new RSA key. Without WebCrypto, which only secure contexts have, there is none.
pub async fn generate() -> Answer {
    match private_jwk().await {
        Ok(private) => Answer::Generated(Generated::of_private(private)),
        Err(_) => Answer::Refused(Refusal::new(Why::NotGenerated)),
    }
}

/// The JWK of a new private key, in several lines, with the members that make the key and no others.
async fn private_jwk() -> Result<String, JsValue> {
    let algorithm = Object::new();
    let exponent = Uint8Array::from([1, 0, 1].as_slice());
    for (name, value) in [
        ("name", JsValue::from("RSASSA-PKCS1-v1_5")),
        ("hash", JsValue::from("SHA-256")),
        ("modulusLength", JsValue::from(MODULUS_BITS)),
        ("publicExponent", exponent.into()),
    ] {
        Reflect::set(&algorithm, &name.into(), &value)?;
    }
    let usages = Array::of2(&"sign".into(), &"verify".into());
    let pair = JsFuture::from(generate_key(&algorithm, true, &usages)?).await?;
    let key = Reflect::get(&pair, &"privateKey".into())?;
    let jwk: Object = JsFuture::from(export_key("jwk", &key)?).await?.unchecked_into();
    // The key is as good for the other RSA algorithms.
    for name in ["alg", "ext", "key_ops"] {
        Reflect::delete_property(&jwk, &name.into())?;
    }
    let text = JSON::stringify_with_replacer_and_space(&jwk, &JsValue::NULL, &JsValue::from(2))?;
    Ok(text.into())
}
