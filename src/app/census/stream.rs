//! The bytes of a file, piece by piece, and never the whole of it; gzip is unpacked on the way.

use std::{cell::Cell, rc::Rc};

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, ReadableStream, ReadableStreamDefaultReader, WritableStream, WritableStreamDefaultWriter,
};

#[wasm_bindgen]
extern "C" {
    /// The browser's own unpacker; web-sys has none.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// How a gzip file begins (RFC 1952 section 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The pieces of a file.
pub(super) struct Pieces {
    reader: ReadableStreamDefaultReader,
    /// How many bytes of the file were read.
    read: Rc<Cell<u64>>,
    /// Whether this reader counts them; of a packed file the one in front does.
    counts: bool,
}

impl Pieces {
    /// The pieces of a file, unpacked if it is gzip whatever its name.
    pub(super) async fn of(blob: &Blob) -> Result<Self, JsValue> {
        let start = JsFuture::from(blob.slice_with_i32_and_i32(0, 2)?.array_buffer()).await?;
        let raw = Self::new(&blob.stream(), Rc::default(), true)?;
        if Uint8Array::new(&start).to_vec() != GZIP {
            return Ok(raw);
        }
        let unpacker = DecompressionStream::new("gzip")?;
        let unpacked = Self::new(&unpacker.readable(), Rc::clone(&raw.read), false)?;
        let writer = unpacker.writable().get_writer()?;
        // Ends with the file, or when nobody wants what it unpacks; what went wrong shows at the other end.
        wasm_bindgen_futures::spawn_local(async move {
            if pump(&raw, &writer).await.is_err() {
                raw.cancel();
            }
        });
        Ok(unpacked)
    }

    fn new(stream: &ReadableStream, read: Rc<Cell<u64>>, counts: bool) -> Result<Self, JsValue> {
        let reader = stream.get_reader().dyn_into()?;
        Ok(Self { reader, read, counts })
    }

    /// The next piece; none at the end.
    pub(super) async fn next(&self) -> Result<Option<Uint8Array>, JsValue> {
        let result = JsFuture::from(self.reader.read()).await?;
        if Reflect::get(&result, &"done".into())?.is_truthy() {
            return Ok(None);
        }
        let piece: Uint8Array = Reflect::get(&result, &"value".into())?.dyn_into()?;
        if self.counts {
            self.read.set(self.read.get() + u64::from(piece.length()));
        }
        Ok(Some(piece))
    }

    /// How many bytes of the file were read so far.
    pub(super) fn read(&self) -> u64 {
        self.read.get()
    }

    /// Nobody wants the rest.
    pub(super) fn cancel(&self) {
        // A stream that can't be cancelled has ended.
        let cancelled = JsFuture::from(self.reader.cancel());
        wasm_bindgen_futures::spawn_local(async move {
            let _ = cancelled.await;
        });
    }
}

/// Hands all pieces on, none before the one in front was taken.
async fn pump(from: &Pieces, to: &WritableStreamDefaultWriter) -> Result<(), JsValue> {
    while let Some(piece) = from.next().await? {
        JsFuture::from(to.ready()).await?;
        JsFuture::from(to.write_with_chunk(&piece)).await?;
    }
    JsFuture::from(to.close()).await.map(drop)
}
