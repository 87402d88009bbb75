//! A package of which only so much is read: any number of sheets may be one and the same part, which is unpacked anew for each.

use std::io::{Cursor, Error, Read, Result, Seek, SeekFrom};

/// How often a package may be read through: once, and what is looked up twice.
const TIMES: u64 = 3;

/// What lies around the parts of a package is read again however small they are.
const AROUND: u64 = 1024 * 1024;

/// The bytes of a package, read no more than so often.
pub(super) struct Metered<'a> {
    bytes: Cursor<&'a [u8]>,
    left: u64,
}

impl<'a> Metered<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: Cursor::new(bytes), left: TIMES * bytes.len() as u64 + AROUND }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| Error::other("read too often"))?;
        Ok(read)
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.bytes.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_not_read_for_ever() {
        let bytes = vec![0; 4 * 1024 * 1024];
        let mut metered = Metered::new(&bytes);
        let mut whole = || {
            metered.rewind()?;
            std::io::copy(&mut metered, &mut std::io::sink())
        };
        let read: Vec<bool> = (0..5).map(|_| whole().is_ok()).collect();
        assert_eq!(read, [true, true, true, false, false]);
    }
}
