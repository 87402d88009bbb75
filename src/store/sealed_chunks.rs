//! A file of the cache in pieces, each with a seal of its own: it is written and read piece by piece, and what of it is held is never more than one
//! or two of them.
//!
//! A seal is over all on which the file depends, its head, the number of the piece and its bytes: a piece of another file, or of another
//! time, is none of this one. A file that ends early has fewer pieces, and nothing else is believed of it.

use std::fs::File;
use std::io::{BufReader, Read as _};

use super::facts::{CacheFile, SEAL, Seals};
use crate::model::limits;

/// So many bytes make a piece.
const CHUNK: usize = 256 * 1024;

/// What a file is sealed over besides its own pieces.
pub(super) struct SealedOver {
    pub(super) seals: Seals,
    /// Whose the file is, and on what its content depends.
    pub(super) valid_for: [[u8; 32]; 2],
}

impl SealedOver {
    fn seal(&self, head: &[u8], number: u64, chunk: &[u8]) -> String {
        let [of, on] = &self.valid_for;
        self.seals.seal(&[of, on, head, &number.to_le_bytes(), chunk])
    }
}

/// Takes pieces out in their order.
pub(super) struct ChunkReader {
    file: BufReader<File>,
    head: Vec<u8>,
    number: u64,
}

impl ChunkReader {
    /// The pieces of a file that begins with a head of so many bytes.
    pub(super) fn open(file: &CacheFile, head: usize) -> Option<Self> {
        let mut reader = Self { file: BufReader::new(file.open()?), head: vec![0; head], number: 0 };
        reader.file.read_exact(&mut reader.head).ok()?;
        Some(reader)
    }

    /// How the file begins; believed with the first piece that is.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The next piece; none at the end, and none from the first on that this user's own program did not write there.
    pub(super) fn next(&mut self, over: &SealedOver) -> Option<Vec<u8>> {
        let mut length = [0; 8];
        self.file.read_exact(&mut length).ok()?;
        let length = u64::from_le_bytes(length);
        if length > limits::CACHE_BYTES {
            return None;
        }
        // As many as are there: a length that boasts takes no room.
        let (mut chunk, mut seal) = (Vec::new(), [0; SEAL]);
        (&mut self.file).take(length).read_to_end(&mut chunk).ok()?;
        self.file.read_exact(&mut seal).ok()?;
        let is_own = chunk.len() as u64 == length && over.seal(&self.head, self.number, &chunk).as_bytes() == seal;
        self.number += 1;
        is_own.then_some(chunk)
    }
}

/// Writes pieces one after another.
pub(super) struct ChunkWriter {
    file: CacheFile,
    head: Vec<u8>,
    number: u64,
    chunk: Vec<u8>,
    is_well: bool,
}

impl ChunkWriter {
    /// A file that begins with a head.
    pub(super) fn begin(mut file: CacheFile, head: Vec<u8>) -> Self {
        let is_well = file.append(&head);
        Self { file, head, number: 0, chunk: Vec::with_capacity(CHUNK), is_well }
    }

    /// Puts something that is not parted.
    pub(super) fn put(&mut self, bytes: &[u8], over: &SealedOver) {
        if self.chunk.len() + bytes.len() > CHUNK {
            self.end_chunk(over);
        }
        self.chunk.extend_from_slice(bytes);
    }

    fn end_chunk(&mut self, over: &SealedOver) {
        let seal = over.seal(&self.head, self.number, &self.chunk);
        let length = (self.chunk.len() as u64).to_le_bytes();
        self.is_well = self.is_well && [&length[..], &self.chunk, seal.as_bytes()].iter().all(|part| self.file.append(part));
        self.number += 1;
        self.chunk.clear();
    }

    /// Puts the file in the place of what was there, where all of it could be written.
    pub(super) fn finish(mut self, over: &SealedOver) {
        self.end_chunk(over);
        if self.is_well {
            self.file.finish();
        }
    }
}
