//! Papers that prove a record stay where they are kept; the record holds their name, their SHA-256 and the place.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, propose};
use super::reference::{RecordLookup, Resolver};
use super::standing::standing;
use super::table::merge;
use super::viewing::viewer;
use super::{Author, AuthorRequest, Environment, LoadedRegister, Register, Result};
use crate::git::open_named_file;
use crate::report::{self, Proof, Surprises};
use crate::text::{Telling, Text, clean, disk};
use crate::tr;

/// Papers that are to be recorded.
#[derive(Debug, Clone)]
pub struct AttachRequest {
    /// Which record, as people name it.
    pub record: String,
    /// The papers.
    pub papers: Vec<AttachedPaper>,
    /// Where they are kept.
    pub kept: Option<String>,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// A paper by its name and the digest of its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedPaper {
    /// What its file is called.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

impl AttachedPaper {
    /// The paper in a file.
    ///
    /// # Errors
    /// It cannot be read, or is empty.
    pub fn of_file(file: &Path) -> Result<Self, Text> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let shown = clean(&file.to_string_lossy()).into_owned();
        let (bytes, sha256) = digest(file).map_err(|error| {
            let why = disk(&error);
            let (zh, en) = (why.zh(), why.en());
            tr!("读不出 {shown}：{zh}"; "{shown} cannot be read: {en}")
        })?;
        if bytes == 0 { Err(empty(&shown)) } else { Ok(Self { name, sha256 }) }
    }

    /// A paper that was handed over.
    ///
    /// # Errors
    /// It is empty.
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Result<Self, Text> {
        if bytes.is_empty() {
            return Err(empty(&clean(name)));
        }
        Ok(Self { name: name.to_owned(), sha256: format!("{:x}", Sha256::digest(bytes)) })
    }
}

fn empty(shown: &str) -> Text {
    tr!(
        "{shown} 是空文件，证明不了什么；请核对是不是没有传完，再登记";
        "{shown} is empty and proves nothing; see whether it was copied whole, then file it"
    )
}

/// Files what papers prove a record.
///
/// # Errors
/// There is no such record, it is another unit's, or a paper cannot be read.
pub fn attach(register: &Register, request: &AttachRequest) -> Result<FilingOutcome> {
    let author = Author::resolve(&request.author, register)?;
    let path = register.resolver().by(&author.owner).reference(&request.record)?.record;
    let attachments = request.papers.iter().map(|paper| attachment(paper, request.kept.as_ref()));
    let attachments = Value::Array(attachments.collect());
    let attachments = Table::from_iter([("attachments".to_owned(), attachments)]);
    let label = path.kind().label();
    let (zh, en) = (label.zh(), label.en());
    let about = tr!("{zh} attach"; "{en} attach");
    let commit = PlannedCommit::new(register, Text::fixed("登记附件", "File attachments"), request.dry_run).then(
        Telling::default().typed(Text::fixed(
            "用 liandong attach verify 核对附件与登记是否相符",
            "see with liandong attach verify whether papers are as recorded",
        )),
    );
    commit.make(|locked| {
        let before = standing(&path, &author, register, locked)?;
        let draft = RecordDraft::rewrite(path.into(), before, |table| {
            merge(table, attachments);
            Ok(())
        })?;
        propose(register, locked, vec![draft], &about)
    })
}

/// What a record holds of a paper.
fn attachment(paper: &AttachedPaper, kept: Option<&String>) -> Value {
    let said = |(key, words): (&str, &String)| (key.to_owned(), Value::String(words.clone()));
    let own = [("name", &paper.name), ("sha256", &paper.sha256)].into_iter().chain(kept.map(|kept| ("kept", kept)));
    Value::Table(own.map(said).collect())
}

/// How many bytes a file has, and what they hash to. No more is read than it said to have: what grows while it is read has no end.
fn digest(file: &Path) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let file = open_named_file(file)?;
    let length = file.metadata()?.len();
    let bytes = io::copy(&mut file.take(length), &mut hash)?;
    Ok((bytes, format!("{:x}", hash.finalize())))
}

/// Papers that are to be compared with what is recorded of them.
#[derive(Debug, Clone)]
pub struct ProveRequest {
    /// Only those of these records, as people name them; of all where none is named.
    pub records: Vec<String>,
    /// Folders that hold the papers, besides the places where they are kept.
    pub folders: Vec<PathBuf>,
}

/// Compares what lies at hand with what records say.
///
/// # Errors
/// A record or folder is not there.
pub fn prove(loaded: &LoadedRegister, request: &ProveRequest, environment: &Environment<'_>) -> Result<Vec<Proof>> {
    let mut ledger = loaded.ledger()?;
    let today = environment.today_in(&ledger.mechanism);
    let viewer = viewer(&loaded.source, None, &ledger.mechanism, environment);
    let surprises = Surprises::of_ledger(&ledger, &viewer, today);
    surprises.leave_out_of(&mut ledger);
    let records = RecordLookup::Files { source: &loaded.source, newer: loaded.loaded.newer };
    let resolver = Resolver { mechanism: &ledger.mechanism, today, records, viewer: Some(&viewer), author: None };
    let records = request.records.iter().map(|given| resolver.reference(given));
    let records = records.collect::<Result<Vec<_>, Text>>()?;
    if let Some(missing) = request.folders.iter().find(|folder| !folder.is_dir()) {
        let shown = clean(&missing.to_string_lossy()).into_owned();
        return Err(tr!("没有文件夹 {shown}，请核对 --in"; "there is no folder {shown}; check --in").into());
    }
    Ok(report::proofs(&ledger, &records, &|name, kept| {
        // A record is somebody else's: its name leads into no other folder, and the place that it names to no other computer.
        let name = Path::new(name).file_name().filter(|plain| *plain == name)?;
        let kept = kept.filter(|kept| !kept.starts_with(r"\\") && !kept.starts_with("//")).map(Path::new);
        let places = request.folders.iter().map(|folder| folder.join(name)).chain(kept.map(|kept| kept.join(name)));
        let places = places.chain(kept.map(Path::to_owned));
        places.filter(|place| place.is_file()).find_map(|place| digest(&place).ok().map(|(_, sha256)| sha256))
    }))
}
