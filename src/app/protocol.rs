//! What page and worker say to each other; `serde-wasm-bindgen` makes messages of it.
//!
//! A message is an object that the start script understands too. What only the two instances read is packed into bytes:
//! they are one module, so no names have to cross, and the code that spells names out would be the larger part.

use jwt_why::{
    diagnosis::{
        Input,
        report::{Event, Trial},
    },
    verify::opinion::webcrypto::SignatureOpinion,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::{Error, Serializer};
use wasm_bindgen::{JsCast, JsValue};

/// Counts the inputs; a message about an older one is out of date.
pub type Generation = u32;

/// From the page to the worker.
#[derive(Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToWorker {
    /// The knowledge base, once; the start script sends it, and may never do.
    Knowledge {
        /// Its index.
        text: String,
    },
    /// The published secrets, in answer to [`ToPage::WantsSecrets`]; the start script sends them.
    Secrets {
        /// The contents of `well-known-secrets.txt`; none where it can't be had.
        text: Option<String>,
    },
    /// Say whether a key text holds nothing that must stay secret.
    Inspect {
        /// The key text.
        key: String,
    },
    /// Diagnose this and forget what came before.
    Diagnose {
        /// The number of the input.
        generation: Generation,
        /// What to diagnose.
        #[serde(with = "packed")]
        input: Box<Input>,
    },
    /// Try the advice of an entry on a token of the input that was diagnosed last.
    Try {
        /// The number of that input.
        generation: Generation,
        /// The position of the token.
        token: usize,
        /// The id of the entry.
        entry: String,
    },
}

/// From the worker to the page.
#[derive(Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToPage {
    /// A step of the diagnosis.
    Step {
        /// The number of the input that it is about.
        generation: Generation,
        /// What was found; what is to be drawn at once comes together.
        #[serde(with = "packed")]
        events: Vec<Event>,
    },
    /// What the browser's WebCrypto says about the signature of a token.
    SignatureOpinion {
        /// The number of the input that it is about.
        generation: Generation,
        /// The token's position in the report.
        token: usize,
        /// What it says.
        opinion: SignatureOpinion,
    },
    /// The published secrets may explain what nothing else does. The start script hears this, and answers.
    WantsSecrets,
    /// The published secrets can't be had.
    WithoutSecrets {
        /// The number of the input that wants them.
        generation: Generation,
    },
    /// What the advice of an entry does to a token.
    Tried {
        /// The number of the input that it is about.
        generation: Generation,
        /// What was tried.
        #[serde(with = "packed")]
        trials: Vec<Trial>,
    },
    /// What became of a key text that was to be inspected.
    Inspected {
        /// Whether it holds public keys and nothing else.
        public: bool,
    },
    /// The rest of the module is here: from now on the worker can do everything.
    Whole,
    /// The last message of a worker that has panicked.
    Dead {
        /// Where, as file, line and column; a panic's own words may quote a token and stay in the worker.
        at: Option<String>,
    },
}

/// Makes a message.
pub fn write<T: Serialize>(message: &T) -> Result<JsValue, Error> {
    message.serialize(&Serializer::new())
}

/// Reads a message.
pub fn read<T: DeserializeOwned>(message: JsValue) -> Result<T, Error> {
    serde_wasm_bindgen::from_value(message)
}

/// A value that only the two instances read, as bytes; none for what can't be packed.
pub fn pack<T: Serialize>(value: &T) -> Option<js_sys::Uint8Array> {
    Some(postcard::to_allocvec(value).ok()?.as_slice().into())
}

/// Reads what [`pack`] made.
pub fn unpack<T: DeserializeOwned>(bytes: JsValue) -> Option<T> {
    let bytes = bytes.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}

/// A part of a message as bytes: the values in the order of their declaration.
mod packed {
    use std::fmt;

    use serde::{
        Deserializer, Serialize, Serializer,
        de::{self, DeserializeOwned, Visitor},
        ser::Error as _,
    };

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&postcard::to_allocvec(value).map_err(S::Error::custom)?)
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        let bytes = deserializer.deserialize_byte_buf(Bytes)?;
        postcard::from_bytes(&bytes).map_err(de::Error::custom)
    }

    struct Bytes;

    impl Visitor<'_> for Bytes {
        type Value = Vec<u8>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("packed values")
        }

        fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use jwt_why::{
        cause::Cause,
        finding::{Facts, Finding, Place, Span, Value},
        policy::Policy,
    };
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn a_request_crosses_unchanged() {
        let mut policy = Policy { algorithms: Some(Vec::new()), leeway: 60, ..Policy::default() };
        policy.claims.insert("role".into(), vec!["\"admin\"".into()]);
        let input = Input {
            text: "eyJ\u{0}é\u{1f511}".into(),
            keys: vec!["k".into()],
            policy,
            now: i64::MAX,
            ..Input::default()
        };
        let message = write(&ToWorker::Diagnose { generation: 7, input: Box::new(input.clone()) }).unwrap();
        let Ok(ToWorker::Diagnose { generation, input: read }) = read(message) else {
            panic!("it was a diagnosis");
        };
        assert_eq!((generation, *read), (7, input));
    }

    #[wasm_bindgen_test]
    fn events_cross_unchanged() {
        let facts = Facts::new().claim("exp", Value::Instant(i64::MAX)).public("count", Value::Number(-1));
        let finding = Finding::error(Cause::Expired, Place::Payload).at(Span::new(3, 5)).with(facts);
        let events = vec![Event::Keys(Vec::new(), vec![finding]), Event::Finished];
        let message = write(&ToPage::Step { generation: 7, events: events.clone() }).unwrap();
        let Ok(ToPage::Step { generation, events: read }) = read(message) else {
            panic!("it was a step");
        };
        assert_eq!((generation, read), (7, events));
    }
}
