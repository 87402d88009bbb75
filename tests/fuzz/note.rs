//! Any bytes as a note in a git folder, with a seal of its user and without: nothing panics, what is not sealed is not carried out, and what
//! is sealed reaches nothing outside the register.
//!
//! The first byte says where it lies and whether it is sealed: by the rules of `src/git/own_note.rs`, written here once more.

#![no_main]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset};
use hmac::{Hmac, Mac as _};
use liandong::git::{History, RecoveryOutcome, init, keep_state_in};
use liandong::store::Writer;
use libfuzzer_sys::{Corpus, fuzz_target};
use sha2::Sha256;

/// A register, and files beside it that nothing may touch.
struct Beside {
    top: PathBuf,
    register: PathBuf,
    secret: Vec<u8>,
    outside: BTreeMap<PathBuf, Vec<u8>>,
    head: String,
}

static STAGE: LazyLock<Beside> = LazyLock::new(Beside::set);

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((first, said)) = bytes.split_first() else { return Corpus::Reject };
    let stage = &*STAGE;
    let (file, name) = match first % 4 {
        0 => ("intent.json", "intent.json"),
        1 => ("undo.json", "intent.json"),
        2 => ("marks/root", "marks/root"),
        _ => ("marks/verified", "marks/root"),
    };
    let is_sealed = first & 4 != 0;
    let note = if is_sealed { stage.sealed(name, &stage.named(said)) } else { said.to_vec() };
    let own = stage.register.join(".git/liandong");
    fs::write(own.join(file), note).expect("written");
    match first % 4 {
        0 | 1 => stage.is_gone_on_with(is_sealed),
        of => stage.is_believed(said, is_sealed && of == 2),
    }
    for name in ["intent.json", "undo.json", "marks/root", "marks/verified"] {
        let _ = fs::remove_file(own.join(name));
    }
    Corpus::Keep
});

impl Beside {
    fn set() -> Self {
        let memory = Path::new("/dev/shm");
        let beside = std::env::current_exe().expect("a program").with_extension("stage");
        let top = if memory.is_dir() { memory.join("liandong-fuzz-note") } else { beside };
        let _ = fs::remove_dir_all(&top);
        let register = top.join("register");
        fs::create_dir_all(&register).expect("a folder");
        fs::write(top.join(".gitconfig"), "[user]\n name = 某甲（虚构）\n email = a@example.invalid\n").expect("written");
        // SAFETY: the engine has started no thread yet.
        unsafe { std::env::set_var("HOME", &top) };
        keep_state_in(top.join("state"));
        fs::write(register.join("mechanism.toml"), "format = 1\n").expect("written");
        let head = init(&register, "台账（虚构）", now(), None).expect("a repository");
        drop(Writer::open(&register.as_path().into(), now()).expect("fit"));
        let history = History::open(&register.as_path().into()).expect("a history");
        history.note("root", "x").expect("noted");
        let secret = fs::read(top.join("state/secret")).expect("a secret");
        // The first input finds what every other does: nothing noted.
        fs::remove_file(register.join(".git/liandong/marks/root")).expect("noted just now");
        let outside = files(&top, &register);
        Self { top, register, secret, outside, head }
    }

    /// What is said, with the name of a commit that is there in the place of one that no input can know.
    fn named(&self, said: &[u8]) -> Vec<u8> {
        String::from_utf8(said.to_vec()).map_or_else(|_| said.to_vec(), |words| words.replace("HEAD", &self.head).into_bytes())
    }

    fn sealed(&self, name: &str, said: &[u8]) -> Vec<u8> {
        let git = self.register.join(".git").canonicalize().expect("a folder");
        let identity = fs::metadata(&git).expect("a folder").ino().to_string();
        let place = [git.as_os_str().as_encoded_bytes(), b"\0", identity.as_bytes()].concat();
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.secret).expect("a key of any length");
        for part in [&place[..], name.as_bytes(), said] {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        let seal: Vec<String> = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        [seal.concat().as_bytes(), b"\n", said].concat()
    }

    fn is_gone_on_with(&self, is_sealed: bool) {
        match Writer::open(&self.register.as_path().into(), now()) {
            Ok(writer) if !is_sealed => {
                let outcome = writer.recovered().map(|recovered| recovered.outcome);
                assert_eq!(outcome, Some(RecoveryOutcome::Ignored), "what nobody sealed is named and not carried out");
            }
            Ok(_) => {}
            Err(why) => assert!(is_sealed, "a note of somebody else's stops nobody: {why:?}"),
        }
        assert!(files(&self.top, &self.register) == self.outside, "something outside the register changed");
        let git = self.register.join(".git");
        assert!(!git.join("hooks/x").exists() && !git.join("index.lock").exists(), "git's own files");
    }

    fn is_believed(&self, said: &[u8], is_sealed: bool) {
        let history = History::open(&self.register.as_path().into()).expect("a history");
        let expected = is_sealed.then(|| String::from_utf8(self.named(said)).ok()).flatten();
        assert_eq!(history.noted("root").expect("readable"), expected);
        assert_eq!(history.noted("verified").expect("readable"), None);
    }
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2025-11-25T09:30:00+08:00").expect("a moment")
}

/// Every file below a folder but those below another.
fn files(top: &Path, but: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![top.to_owned()]);
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                folders.extend((path != but).then_some(path));
            } else {
                let bytes = fs::read(&path).expect("a file");
                found.insert(path, bytes);
            }
        }
    }
    found
}
