//! What page and worker say to each other.
//!
//! Both are instances of one module, so a message is its values as bytes, in the order of their declaration: no names
//! have to cross, and the code that spells names out would be the larger part. The few that the start script sends or
//! hears are plain values.

use js_sys::{Reflect, Uint8Array};
use jwt_why::{
    diagnosis::{
        Input,
        report::{Event, Trial},
    },
    verify::opinion::webcrypto::SignatureOpinion,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// Counts the inputs; a message about an older one is out of date.
pub type Generation = u32;

/// From the page to the worker.
#[derive(Deserialize, Serialize)]
pub enum ToWorker {
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

/// From the start script to the worker.
pub enum Fetched {
    /// The index of the knowledge base, once; it may never come.
    Knowledge(String),
    /// The contents of `well-known-secrets.txt`, in answer to [`WANTS_SECRETS`]; none where it can't be had.
    Secrets(Option<String>),
}

/// The published secrets may explain what nothing else does. The start script hears this from a worker, and answers.
pub const WANTS_SECRETS: &str = "wants-secrets";

/// From the worker to the page.
#[derive(Deserialize, Serialize)]
pub enum ToPage {
    /// A step of the diagnosis.
    Step {
        /// The number of the input that it is about.
        generation: Generation,
        /// What was found; what is to be drawn at once comes together.
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
        trials: Vec<Trial>,
    },
    /// What became of a key text that was to be inspected.
    Inspected {
        /// Whether it holds public keys and nothing else.
        public: bool,
    },
    /// The rest of the module is here: from now on the worker can do everything.
    Whole,
}

/// A value as bytes; none for what can't be packed.
pub fn pack<T: Serialize>(value: &T) -> Option<Uint8Array> {
    Some(postcard::to_allocvec(value).ok()?.as_slice().into())
}

/// Reads what [`pack`] made.
pub fn unpack<T: DeserializeOwned>(bytes: JsValue) -> Option<T> {
    let bytes = bytes.dyn_into::<Uint8Array>().ok()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}

/// Reads what the start script has fetched for a worker: an object with one member.
pub fn fetched(message: &JsValue) -> Option<Fetched> {
    let member = |name: &str| Reflect::get(message, &name.into()).ok().filter(|value| !value.is_undefined());
    if let Some(text) = member("knowledge") {
        return text.as_string().map(Fetched::Knowledge);
    }
    member("secrets").map(|text| Fetched::Secrets(text.as_string()))
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
        let message = pack(&ToWorker::Diagnose { generation: 7, input: Box::new(input.clone()) }).unwrap();
        let Some(ToWorker::Diagnose { generation, input: read }) = unpack(message.into()) else {
            panic!("it was a diagnosis");
        };
        assert_eq!((generation, *read), (7, input));
    }

    #[wasm_bindgen_test]
    fn events_cross_unchanged() {
        let facts = Facts::new().claim("exp", Value::Instant(i64::MAX)).public("count", Value::Number(-1));
        let finding = Finding::error(Cause::Expired, Place::Payload).at(Span::new(3, 5)).with(facts);
        let events = vec![Event::Keys(Vec::new(), vec![finding]), Event::Finished];
        let message = pack(&ToPage::Step { generation: 7, events: events.clone() }).unwrap();
        let Some(ToPage::Step { generation, events: read }) = unpack(message.into()) else {
            panic!("it was a step");
        };
        assert_eq!((generation, read), (7, events));
    }
}
