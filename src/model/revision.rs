//! Which state of a record somebody had before them.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// Bytes of the digest that are kept: what two states of one record never share by chance.
const KEPT: usize = 8;

/// A short digest of a record's canonical text. A comment, or the form in which an editor left the file, makes no other revision.
#[must_use]
pub fn revision(canonical: &str) -> String {
    let digest = Sha256::digest(canonical.as_bytes());
    digest.iter().take(KEPT).fold(String::with_capacity(2 * KEPT), |mut hex, byte| {
        // Writing to memory does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::revision;

    #[test]
    fn another_text_is_another_revision() {
        assert_eq!(revision("found = 2025-03-01\n"), revision("found = 2025-03-01\n"));
        assert_ne!(revision("found = 2025-03-01\n"), revision("found = 2025-03-02\n"));
        assert_eq!(revision("").len(), 16);
    }
}
