//! Papers that prove a record stay where they are kept; the record holds their name, their SHA-256 and the place.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, propose};
use super::reference::{RecordLookup, Resolver};
use super::standing::standing;
use super::table::merge;
use super::{Author, AuthorRequest, Environment, LoadedRegister, Register, Result};
use crate::git::open_named_file;
use crate::report::{self, Proof};
use crate::text::{Text, clean, disk};
use crate::tr;

/// Papers that are to be recorded.
#[derive(Debug, Clone)]
pub struct AttachRequest {
    /// Which record, as people name it.
    pub record: String,
    /// The papers.
    pub files: Vec<PathBuf>,
    /// Where they are kept.
    pub kept: Option<String>,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Files what papers prove a record.
///
/// # Errors
/// There is no such record, it is another unit's, or a paper cannot be read.
pub fn attach(register: &Register, request: &AttachRequest) -> Result<FilingOutcome> {
    let path = register.resolver().reference(&request.record)?.record;
    let attachments = request.files.iter().map(|file| attachment(file, request.kept.as_ref()));
    let attachments = Value::Array(attachments.collect::<Result<_, Text>>()?);
    let attachments = Table::from_iter([("attachments".to_owned(), attachments)]);
    let author = Author::resolve(&request.author, register)?;
    let label = path.kind().label();
    let (zh, en) = (label.zh(), label.en());
    let about = tr!("{zh} attach"; "{en} attach");
    let commit = PlannedCommit::new(register, Text::fixed("登记附件", "File attachments"), request.dry_run).then(Text::fixed(
        "用 liandong attach verify 核对附件与登记是否相符",
        "see with liandong attach verify whether papers are as recorded",
    ));
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
fn attachment(file: &Path, kept: Option<&String>) -> Result<Value, Text> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = clean(&file.to_string_lossy()).into_owned();
    let (bytes, sha256) = digest(file).map_err(|error| {
        let why = disk(&error);
        let (zh, en) = (why.zh(), why.en());
        tr!("读不出 {shown}：{zh}"; "{shown} cannot be read: {en}")
    })?;
    if bytes == 0 {
        return Err(tr!(
            "{shown} 是空文件，证明不了什么；请核对是不是没有传完，再登记";
            "{shown} is empty and proves nothing; see whether it was copied whole, then file it"
        ));
    }
    let mut table = Table::from_iter([("name".to_owned(), Value::String(name)), ("sha256".to_owned(), Value::String(sha256))]);
    if let Some(kept) = kept {
        table.insert("kept".to_owned(), Value::String(kept.clone()));
    }
    Ok(Value::Table(table))
}

/// How many bytes a file has, and what they hash to.
fn digest(file: &Path) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let bytes = io::copy(&mut open_named_file(file)?, &mut hash)?;
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
    let ledger = loaded.ledger()?;
    let today = environment.today_in(&ledger.mechanism);
    let records = RecordLookup::Files { source: &loaded.source, newer: loaded.loaded.newer };
    let resolver = Resolver { mechanism: &ledger.mechanism, today, records };
    let records = request.records.iter().map(|given| resolver.reference(given));
    let records = records.collect::<Result<Vec<_>, Text>>()?;
    if let Some(missing) = request.folders.iter().find(|folder| !folder.is_dir()) {
        let shown = clean(&missing.to_string_lossy()).into_owned();
        return Err(tr!("没有文件夹 {shown}，请核对 --in"; "there is no folder {shown}; check --in").into());
    }
    Ok(report::proofs(&ledger, &records, &|name, kept| {
        let places = request.folders.iter().map(|folder| folder.join(name)).chain(kept.map(|kept| Path::new(kept).join(name)));
        let places = places.chain(kept.map(PathBuf::from));
        places.filter(|place| place.is_file()).find_map(|place| digest(&place).ok().map(|(_, sha256)| sha256))
    }))
}
