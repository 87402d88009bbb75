//! Any text taken for a key, a request or a signature: nothing panics, and nothing that was not signed passes.

#![no_main]

use liandong::trust::{PublicKey, Request};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    if let Ok(key) = PublicKey::read(text) {
        let again = PublicKey::read(&key.line()).expect("what is written is read");
        assert!(again.is(&key) && again.fingerprint() == key.fingerprint());
    }
    let public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";
    let request = Request {
        unit: "gongan".to_owned(),
        name: "某甲（虚构）".to_owned(),
        role: vec!["liaison".to_owned()],
        public: public.to_owned(),
        register: None,
        signature: text.to_owned(),
    };
    assert!(request.key().is_err(), "nobody has signed this");
    Corpus::Keep
});
