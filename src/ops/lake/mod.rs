//! `export`: a register as a lake of tables, which engines of others ask. What did not change since the last export stays as it is.
//!
//! A lake is a folder with `_lake.json`, which says for whom it is, and below it a folder an edition and district, in which rights can be
//! given. There a file a table and year lies, and `_manifest.json` says of which commit all of it tells. A file is written whole, the
//! manifest last: who is killed meanwhile leaves whole files, and what the manifest does not know for its own the next export writes anew.

mod folder;
mod manifest;
mod queries;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::folder::folder_read;
use super::unverified::unverified;
use super::{Environment, LoadedRegister, Result, loaded};
use crate::git::{History, KeptKey, Revision};
use crate::model::{FiledPath, Kind, Ledger, RecordPath};
use crate::report::lake::{DistrictFigures, LakeStamp, LakeTable, LakeView, TableBasis, WholeRecords, figures, tables};
use crate::report::{FolderView, LeftOut, MineNumbers, ProblemView, Readers, Redaction, Surprises, Viewer};
use crate::rules::{self, Context};
use crate::store::{CommittedRecords, Source, TextPolicy};
use crate::text::{Text, clean};
use crate::tr;
use folder::{District, LakeFolder};
use manifest::{LakeFile, Manifest};

/// What is to be exported, and where to.
#[derive(Debug, Clone)]
pub struct LakeRequest {
    /// The folder of the lake, made where it is not there.
    pub out: PathBuf,
    /// For whom the lake is.
    pub readers: Readers,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
    /// Whether what lies there of a district may go though it may be another register's.
    pub replace: bool,
}

/// What became of a district in a lake.
#[derive(Debug, Serialize)]
pub struct LakeOutcome {
    /// The division code of the district.
    pub district: String,
    /// For whom it is.
    pub readers: Readers,
    /// The commit of which it tells.
    pub commit: String,
    /// The day as of which it is judged.
    pub as_of: crate::model::Day,
    /// How many files were written, had not changed, and were taken away.
    pub files: FileCounts,
    /// How many rows all of them have.
    pub rows: usize,
    /// What is left out.
    pub left_out: LeftOut,
    /// The district at a glance.
    pub figures: DistrictFigures,
    /// What could not be read, and is missing.
    pub unread: Vec<ProblemView>,
    /// That the lake lies where it would be committed.
    #[serde(skip)]
    pub exposed: Option<Text>,
    /// In what the folder differs from the commit; none where a commit was asked for.
    #[serde(skip)]
    pub folder: Option<FolderView>,
    /// Of what it was made. Whoever ends the process next need not take it apart piece by piece.
    #[serde(skip)]
    pub basis: (LoadedRegister, Ledger),
}

/// How many files of a district were touched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct FileCounts {
    /// Written.
    pub written: usize,
    /// As they were.
    pub kept: usize,
    /// Taken away, since there is nothing of which they tell.
    pub removed: usize,
}

/// What makes the bytes of a table, and says how many rows it has.
pub type WriteTable<'a> = dyn Fn(LakeTable<'_>, &LakeStamp) -> Result<(Vec<u8>, usize), Text> + Sync + 'a;

/// That a lake lies where it would be committed with something else.
#[must_use]
pub fn exposed_lake(out: &Path) -> Option<Text> {
    folder::lies_in_a_repository(out)
}

/// Exports a register into a lake.
///
/// # Errors
/// The register was never committed or cannot be read, the folder is no lake or that of other readers, its key is not here, or what lies
/// there of the district is another register's.
pub fn export_lake(
    source: Source,
    request: &LakeRequest,
    environment: &Environment<'_>,
    write: &WriteTable<'_>,
) -> Result<LakeOutcome> {
    let root = source.root().ok_or(NO_REGISTER)?.clone();
    folder::may_lie(&request.out, &root)?;
    let RegisterRead { mut register, commit, texts, folder } = read(source, environment)?;
    let unread = register.unread();
    let mut ledger = register.take_ledger()?;
    let mechanism = &ledger.mechanism;
    let (as_of, now) = (environment.day_asked(request.as_of.as_deref(), mechanism)?, environment.today_in(mechanism));
    let stamp = LakeStamp {
        readers: request.readers,
        district: district_code(mechanism.file.region.as_str())?,
        register: mechanism.file.register,
        zone: mechanism.file.time_zone,
        commit,
        as_of,
    };
    let lake = LakeFolder::open(&request.out, request.readers)?;
    let key = lake.key();
    let redaction = Redaction::of_lake(&ledger, now, request.readers, numbers(&ledger, &stamp, key));
    // What is still to come is in no lake, nor is it anybody's evidence there, whatever day is judged (四不两直).
    Surprises::of_ledger(&ledger, &Viewer::Unknown, now).leave_out_of(&mut ledger);
    let mechanism = &ledger.mechanism;
    let unverified = unverified(&register.source, &ledger, as_of);
    let context = Context { ledger: &ledger, today: as_of, now, unverified: &unverified };
    environment.progress.step(&Text::fixed("核对", "judging"));
    let judgement = rules::judge_register(&context);
    environment.progress.step(&Text::fixed("导出", "exporting"));
    // Of what has a name every word is shown, and there is little of it.
    let whole_mechanism = texts.as_ref().map(|texts| loaded::mechanism(&texts.mechanism()?, &register.source)).transpose()?;
    let mechanism = whole_mechanism.as_ref().unwrap_or(mechanism);
    let read = |paths: &[&FiledPath]| texts.as_ref().map_or_else(|| Ok(Vec::new()), |texts| texts.read(paths));
    let whole = texts.is_some().then_some(&read as &WholeRecords<'_>);
    let view = LakeView { context: &context, judgement: &judgement, redaction: &redaction, stamp: &stamp, mechanism, whole };
    let tables = tables(&view);
    let district = lake.district(&stamp.district)?;
    let wanted =
        Manifest::new(&stamp, mechanism.file.title.as_str(), fingerprint(&tables, &stamp, &redaction, key), unread.len());
    let found = Manifest::read(&district);
    let unchanged = Unchanged::since(found.as_ref(), &wanted, &root, request.replace)?;
    let (files, counts) = fill(&district, tables, &stamp, &unchanged, write)?;
    let rows = files.iter().map(|file| file.rows).sum();
    wanted.of(files).write(&district)?;
    queries::lay_into(&lake)?;
    let (left_out, figures) = (redaction.left_out_of_lake(request.readers), figures(&view));
    let LakeStamp { district, readers, commit, .. } = stamp;
    Ok(LakeOutcome {
        district,
        readers,
        commit,
        as_of,
        files: counts,
        rows,
        left_out,
        figures,
        unread,
        exposed: exposed_lake(&request.out),
        folder,
        basis: (register, ledger),
    })
}

const NO_REGISTER: Text = Text::fixed(
    "这里没有台账，没有可导出的；用 --data 指明台账文件夹",
    "there is no register here and nothing to export; name its folder with --data",
);

/// A register that was read to be exported.
struct RegisterRead {
    register: LoadedRegister,
    /// The commit of which it tells.
    commit: String,
    /// Where the texts are that were not read.
    texts: Option<CommittedRecords>,
    /// In what the folder differs from the commit; none where a commit was asked for, or it does not.
    folder: Option<FolderView>,
}

/// Reads what was committed last, or the revision that is named. Where the folder holds just that, its files are read, and of most of them only
/// what is judged, which a cache knows: that is sooner.
fn read(source: Source, environment: &Environment<'_>) -> Result<RegisterRead> {
    let Source::Folder(root) = &source else {
        let register = LoadedRegister::read(source, TextPolicy::Keep, environment)?;
        let commit = register.revision().unwrap_or_default();
        return Ok(RegisterRead { register, commit, texts: None, folder: None });
    };
    let root = root.clone();
    let tip = || -> Result<_> { Ok(History::open(&root)?.head()?.1) };
    let commit = tip()?.ok_or(Text::fixed(
        "台账还没有提交过，没有可导出的；请先运行 git add -A，再运行 git commit -m 台账",
        "the register was never committed, and there is nothing to export; run git add -A and then git commit -m register",
    ))?;
    let register = LoadedRegister::read_compared(source, None, TextPolicy::Drop, environment)?;
    let folder = folder_read(&register);
    let is_filed = |folder: &FolderView| {
        folder.committed && folder.changed.is_empty() && folder.added.is_empty() && folder.missing.is_empty()
    };
    let is_committed = folder.as_ref().is_some_and(is_filed) && tip()? == Some(commit);
    let commit = commit.to_string();
    if is_committed {
        let texts = CommittedRecords::of(&root, &commit, &register.loaded)?;
        return Ok(RegisterRead { register, commit, texts: Some(texts), folder: None });
    }
    drop(register);
    let revision = Source::Revision(Revision::open(&root, &commit)?);
    let register = LoadedRegister::read(revision, TextPolicy::Keep, environment)?;
    Ok(RegisterRead { register, commit, texts: None, folder })
}

/// The code as a folder has it.
fn district_code(region: &str) -> Result<String, Text> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !region.is_empty() && region.len() <= 32 && region.bytes().all(is_plain) {
        return Ok(region.to_owned());
    }
    let shown = clean(region);
    Err(tr!(
        "mechanism.toml 的行政区划代码（region）“{shown}”不能作文件夹名；请改为六位代码再导出";
        "the division code (region) \"{shown}\" in mechanism.toml cannot name a folder; write its six digits and export again"
    ))
}

/// By which number each mine goes: by the lake's key, so that nobody without it can tell whose number it is, and the same over the years.
fn numbers(ledger: &Ledger, stamp: &LakeStamp, key: &KeptKey) -> MineNumbers {
    let register = stamp.register.map_or_else(|| stamp.district.clone(), |name| name.to_string());
    let number = |mine: &str| {
        let mut digest = key.digest(&[b"mine", register.as_bytes(), mine.as_bytes()]);
        digest.truncate(NUMBER);
        digest
    };
    ledger.mechanism.mines.keys().map(|mine| (mine.clone(), number(mine.as_str()))).collect()
}

/// How many digits of it are the number: in a province of 100,000 mines two are the same once in 3,000,000,000 lakes.
const NUMBER: usize = 16;

/// What decides how every row looks besides the records: where it is another, all is written anew.
fn fingerprint(tables: &[LakeTable<'_>], stamp: &LakeStamp, redaction: &Redaction, key: &KeptKey) -> String {
    let mut decides: Vec<String> = tables.iter().map(|table| format!("{} {}", table.name, table.described())).collect();
    decides.dedup();
    decides.extend(
        stamp.words().into_iter().filter(|(word, _)| !VARYING.contains(word)).map(|(word, value)| format!("{word} {value}")),
    );
    decides.extend(redaction.strikes());
    let parts: Vec<&[u8]> = std::iter::once("decides").chain(decides.iter().map(String::as_str)).map(str::as_bytes).collect();
    key.digest(&parts)
}

/// What changes without any row of a record looking otherwise.
const VARYING: [&str; 2] = ["liandong.commit", "liandong.as_of"];

/// Which files may stay as they are.
enum Unchanged {
    /// None.
    None,
    /// Those of a manifest, but for kinds and years of which records changed since.
    Of(Vec<LakeFile>, BTreeSet<(Kind, u16)>),
}

impl Unchanged {
    fn since(found: Option<&Manifest>, wanted: &Manifest, root: &crate::git::RegisterFolder, replace: bool) -> Result<Self> {
        let Some(found) = found else { return Ok(Self::None) };
        let history = History::open(root)?;
        let before = history.find(&found.commit).ok().flatten();
        let is_other = match (&found.register, &wanted.register) {
            (Some(one), Some(other)) => one != other,
            _ => before.is_none(),
        };
        if is_other && !replace {
            let (district, title) = (&wanted.district, clean(&found.title).into_owned());
            return Err(tr!(
                "湖里 {district} 的数据出自“{title}”的另一份台账（本台账没有那次提交）；请核对 --out，确要换成本台账请加 --replace";
                "what the lake holds of {district} is of another register ({title}; this one lacks its commit); check --out, or put this one in its place with --replace"
            )
            .into());
        }
        let (Some(before), Some(now)) = (before, history.find(&wanted.commit)?) else { return Ok(Self::None) };
        if found.fingerprint != wanted.fingerprint {
            return Ok(Self::None);
        }
        let mut changed = BTreeSet::new();
        for differing in history.diff_trees(Some(before), now)? {
            match RecordPath::of_file(&differing.path) {
                Ok(RecordPath::Filed(path)) => drop(changed.insert((path.kind, path.year))),
                // The mechanism says how everything else is read.
                Ok(_) => return Ok(Self::None),
                Err(_) => {}
            }
        }
        Ok(Self::Of(found.files.clone(), changed))
    }

    /// The file of a table, should it be there just as it was written.
    fn file(&self, table: &LakeTable<'_>, district: &District) -> Option<&LakeFile> {
        let Self::Of(files, changed) = self else { return None };
        let path = table.file();
        let is_changed = changed.iter().any(|(kind, year)| kind.folder() == table.name && Some(*year) == table.year);
        let known = files.iter().find(|file| file.path == path).filter(|_| table.basis == TableBasis::Records && !is_changed)?;
        let bytes = district.read(&path)?;
        (digest(&bytes) == known.sha256).then_some(known)
    }
}

/// Writes what is not there already, and takes away what nothing is told of any more.
fn fill(
    district: &District,
    tables: Vec<LakeTable<'_>>,
    stamp: &LakeStamp,
    unchanged: &Unchanged,
    write: &WriteTable<'_>,
) -> Result<(Vec<LakeFile>, FileCounts)> {
    let fill_one = |table: LakeTable<'_>| -> Result<(LakeFile, bool)> {
        if let Some(known) = unchanged.file(&table, district) {
            return Ok((known.clone(), false));
        }
        let path = table.file();
        let (bytes, rows) = write(table, stamp)?;
        district.put(&path, &bytes)?;
        Ok((LakeFile { path, rows, sha256: digest(&bytes), commit: stamp.commit.clone() }, true))
    };
    let filled: Vec<(LakeFile, bool)> = tables.into_par_iter().map(fill_one).collect::<Result<_>>()?;
    let written = filled.iter().filter(|(_, written)| *written).count();
    let mut counts = FileCounts { written, kept: filled.len() - written, removed: 0 };
    let files: Vec<LakeFile> = filled.into_iter().map(|(file, _)| file).collect();
    for stale in district.files()?.into_iter().filter(|found| !files.iter().any(|file| file.path == *found)) {
        district.remove(&stale)?;
        counts.removed += 1;
    }
    Ok((files, counts))
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
