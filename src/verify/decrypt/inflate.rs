//! Compressed content (RFC 7516 section 4.1.3), bounded.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::Fault;

/// The most bytes that a compressed content may have once it is decompressed: far more than a token needs, far less than
/// a decompression bomb has.
pub const MOST_BYTES: usize = 4 * 1_024 * 1_024;

/// The content of raw DEFLATE data (RFC 1951).
pub(super) fn inflate(compressed: &[u8]) -> Result<Vec<u8>, Fault> {
    decompress_to_vec_with_limit(compressed, MOST_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Fault::TooLong,
        _ => Fault::NotCompressed,
    })
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    #[test]
    fn a_bomb_ends_at_the_bound() {
        assert_eq!(inflate(&compress_to_vec(b"content", 6)), Ok(b"content".to_vec()));
        assert_eq!(inflate(&compress_to_vec(&vec![0; MOST_BYTES + 1], 6)), Err(Fault::TooLong));
        assert_eq!(inflate(b"\xff\xff"), Err(Fault::NotCompressed));
        assert_eq!(inflate(b""), Err(Fault::NotCompressed));
    }
}
