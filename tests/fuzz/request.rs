//! Any text as a request to be admitted: nothing panics, and what passes says what its key has signed and nothing else.

#![no_main]

use std::sync::LazyLock;

use liandong::trust::Request;
use libfuzzer_sys::{Corpus, fuzz_target};

/// What somebody has signed, invented.
static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let request: Request = toml::from_str(include_str!("seeds/request/signed")).expect("a request");
    request.key().expect("it is signed");
    request.signed()
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let signed = &*SIGNED;
    let Ok(request) = toml::from_str::<Request>(text) else { return Corpus::Keep };
    if let Ok(key) = request.key() {
        // Two lists of roles that are written alike are told apart where roles are read.
        assert!(request.signed() == *signed, "nobody has signed this: {request:?}");
        assert!(key.line().starts_with("ssh-") && key.fingerprint().starts_with("SHA256:"));
    }
    Corpus::Keep
});
