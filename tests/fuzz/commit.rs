//! Any bytes as a commit, as a push or a file brings them: nothing panics, its parents are those that its bytes name, and a signature that
//! is found stands where git puts it and signs all the rest.

#![no_main]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use git2::{ObjectType, Repository};
use liandong::git::{Commit, History};
use libfuzzer_sys::{Corpus, fuzz_target};

/// A repository in memory, where there is such a folder.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let beside = std::env::current_exe().expect("a program").with_extension("stage");
    let folder = if memory.is_dir() { memory.join("liandong-fuzz-commit") } else { beside };
    let _ = fs::remove_dir_all(&folder);
    Repository::init(&folder).expect("a repository");
    folder
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let repository = Repository::open(&*FOLDER).expect("a repository");
    let odb = repository.odb().expect("a store");
    // What it follows need not be there: a commit is read before its parents are.
    let Ok(name) = odb.write(ObjectType::Commit, bytes) else { return Corpus::Reject };
    let history = History::open(&FOLDER.as_path().into()).expect("a history");
    let found = history.find(&name.to_string());
    if let Some(commit) = found.ok().flatten().and_then(|id| history.commit(id).ok()) {
        is_as_written(&commit, bytes);
    }
    let digits = name.to_string();
    let _ = fs::remove_dir_all(FOLDER.join(".git/objects").join(&digits[..2]));
    Corpus::Keep
});

fn is_as_written(commit: &Commit, bytes: &[u8]) {
    let headers = bytes.windows(2).position(|two| two == b"\n\n").map_or(bytes, |end| &bytes[..end]);
    let named: Vec<&[u8]> = headers.split(|byte| *byte == b'\n').filter_map(|line| line.strip_prefix(b"parent ")).collect();
    for parent in &commit.parents {
        // git reads digits of either case.
        let is_named = named.iter().any(|digits| digits.eq_ignore_ascii_case(parent.to_string().as_bytes()));
        assert!(is_named, "{parent} is no parent that it names");
    }
    match &commit.signature {
        // Put back where git puts it, it gives the commit again: no word of it is unsigned, and no other place is one for it.
        Some(signature) => {
            let end = commit.signed.windows(2).position(|two| two == b"\n\n").map_or(commit.signed.len(), |at| at + 1);
            let header = format!("gpgsig {}\n", signature.trim_end().replace('\n', "\n "));
            let whole = [&commit.signed[..end], header.as_bytes(), &commit.signed[end..]].concat();
            assert!(whole == bytes, "a signature elsewhere, or of something else");
        }
        None => assert!(commit.signed.len() <= bytes.len()),
    }
}
