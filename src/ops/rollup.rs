//! `rollup`: the registers of many districts, fetched, verified and exported into one lake. A district that fails holds up no other.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::exchange::{SyncRejection, stopped_outcome};
use super::lake::{FileCounts, LakeOutcome, LakeRequest, WriteTable, export_lake};
use super::{Environment, Failure, Result, SyncOutcome};
use crate::git::{self, History, Id, Programs, RegisterFolder, Revision};
use crate::model::{Kind, RecordPath};
use crate::platform::make_private_folder;
use crate::report::lake::DistrictFigures;
use crate::store::Source;
use crate::sync::follow;
use crate::text::{Text, clean};
use crate::{tr, trust};

/// The registers of districts, as a file lists them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterList {
    /// A register each.
    pub register: Vec<ListedRegister>,
}

/// A register of a district.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedRegister {
    /// What the district is called.
    pub name: String,
    /// Where it is shared.
    pub address: String,
    /// The commit at which trust begins, as it was compared with the office.
    pub root: Option<String>,
    /// That nothing of it is signed, so that nobody's word is good for what it says.
    #[serde(default)]
    pub unsigned: bool,
}

impl RegisterList {
    /// Reads a list.
    ///
    /// # Errors
    /// What cannot be understood, and where.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let list: Self = toml::from_str(text).map_err(|error| {
            let why = error.to_string();
            let why = clean(why.trim_end()).into_owned();
            tr!(
                "登记册清单读不懂（{why}）；每个区县写一段 [[register]]：name、address、root";
                "the list of registers cannot be understood ({why}); write a [[register]] a district, with name, address and root"
            )
        })?;
        let told: [fn(&ListedRegister) -> &str; 2] = [|one| &one.address, |one| &one.name];
        for said in told {
            let is_twice = |at: usize| list.register[..at].iter().any(|other| said(other) == said(&list.register[at]));
            if let Some(at) = (0..list.register.len()).find(|at| is_twice(*at)) {
                let twice = clean(said(&list.register[at])).into_owned();
                return Err(tr!("清单里 {twice} 写了两次；请删去一段"; "{twice} stands twice in the list; take one out"));
            }
        }
        Ok(list)
    }
}

/// What became of a district.
#[derive(Debug, Serialize)]
pub struct RolledDistrict {
    /// What it is called in the list.
    pub name: String,
    /// What was exported, or why nothing was: `exported` or `failed`.
    #[serde(flatten, serialize_with = "told")]
    pub done: std::result::Result<DistrictExport, Failure>,
}

fn told<S: Serializer>(
    done: &std::result::Result<DistrictExport, Failure>,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    enum Told<'a> {
        Exported(&'a DistrictExport),
        Failed(&'a Failure),
    }
    match done {
        Ok(export) => Told::Exported(export).serialize(serializer),
        Err(why) => Told::Failed(why).serialize(serializer),
    }
}

/// What was exported of a district.
#[derive(Debug, Serialize)]
pub struct DistrictExport {
    /// The division code.
    pub district: String,
    /// The commit of which the lake tells.
    pub commit: String,
    /// How many files were touched.
    pub files: FileCounts,
    /// How many rows there are.
    pub rows: usize,
    /// How many files of the register could not be read.
    pub unread: usize,
    /// The district at a glance.
    pub figures: DistrictFigures,
}

/// Fetches every register of a list, several at a time, verifies it from the root that the list names, and exports it.
///
/// # Errors
/// Nothing can be kept on this computer. What fails of a district is said with it.
pub fn roll_up(
    list: &RegisterList,
    request: &LakeRequest,
    environment: &Environment<'_>,
    write: &WriteTable<'_>,
) -> Result<Vec<RolledDistrict>> {
    let place = git::state_place("registers").ok_or(Text::fixed(
        "这台电脑没有存放取来的台账的地方（找不到个人文件夹）；请设 XDG_STATE_HOME",
        "there is no place on this computer for what is fetched (no home folder); set XDG_STATE_HOME",
    ))?;
    make_private_folder(&place)?;
    environment.progress.step(&Text::fixed("取台账", "fetching"));
    let (programs, now) = (&environment.programs, environment.now.fixed_offset());
    let fetched: Vec<Result<(RegisterFolder, Id)>> =
        list.register.par_iter().map(|listed| fetch(listed, &place, programs, now)).collect();
    let mut taken = BTreeMap::new();
    let mut export_one = |listed: &ListedRegister, folder: &RegisterFolder, commit: Id| {
        let revision = Source::Revision(Revision::open(folder, &commit.to_string())?);
        only_one(&revision, &listed.name, &mut taken)?;
        export(revision, request, environment, write)
    };
    let exported = list.register.iter().zip(fetched).map(|(listed, fetched)| RolledDistrict {
        name: listed.name.clone(),
        done: fetched.and_then(|(folder, commit)| export_one(listed, &folder, commit)),
    });
    Ok(exported.collect())
}

/// The commit that a register has now, verified; objects lie in a folder of its address.
fn fetch(
    listed: &ListedRegister,
    place: &Path,
    programs: &Programs,
    now: chrono::DateTime<chrono::FixedOffset>,
) -> Result<(RegisterFolder, Id)> {
    let folder: PathBuf = place.join(&format!("{:x}", Sha256::digest(listed.address.as_bytes()))[..32]);
    make_private_folder(&folder)?;
    // What lies around it is none of it: a home may be a repository itself.
    let folder = RegisterFolder::from(folder).up_to([place.to_owned()]);
    let verdict = match follow(programs, &listed.address, &folder, now) {
        Ok(verdict) => verdict,
        Err(stopped) => {
            return Err(match stopped_outcome(stopped, now)? {
                SyncOutcome::Rejected(rejection) => rejected(&rejection).into(),
                // Nothing of ours is joined, so nothing can clash.
                SyncOutcome::Done(_) | SyncOutcome::Clashes(_) => Text::from(git::Refused::Moving).into(),
            });
        }
    };
    let root = trust::begins(&History::open(&folder)?, verdict.tip)?.map(|root| root.commit.to_string());
    trusted(listed, root.as_deref())?;
    Ok((folder, verdict.tip))
}

/// That trust begins where the list says.
fn trusted(listed: &ListedRegister, found: Option<&str>) -> Result<(), Text> {
    match (&listed.root, found) {
        (Some(pinned), Some(found)) if pinned == found => Ok(()),
        (None, None) if listed.unsigned => Ok(()),
        (Some(pinned), found) => {
            let (pinned, found) = (clean(pinned).into_owned(), found.unwrap_or("-"));
            Err(tr!(
                "信任起点是 {found}，不是清单写明的 {pinned}；请与该区县安委办核对，不要直接改清单";
                "trust begins at {found} and not at {pinned}, as the list says; ask the office of that district before you change the list"
            ))
        }
        (None, Some(found)) => Err(tr!(
            "清单没有写明信任起点；请与该区县安委办核对后写入 root = \"{found}\"";
            "the list does not say where trust begins; compare it with the office of that district and write root = \"{found}\""
        )),
        (None, None) => Err(Text::fixed(
            "这份台账没有签名，无从核验；确要汇总请在清单写 unsigned = true",
            "this register is not signed and nothing can be verified; write unsigned = true to have it all the same",
        )),
    }
}

fn rejected(rejection: &SyncRejection) -> Text {
    let (count, first) =
        (rejection.breaches.len(), rejection.breaches.first().map(|breach| breach.what.clone()).unwrap_or_default());
    let (zh, en) = (first.zh(), first.en());
    tr!("核验没有通过，{count} 处：{zh}"; "not in order, {count} in all: {en}")
}

/// That no other register of the list is of the same district, whose place in the lake it would take.
fn only_one(register: &Source, name: &str, taken: &mut BTreeMap<String, String>) -> Result<(), Text> {
    let mechanism = register.text(&RecordPath::Single(Kind::Mechanism).file()).and_then(|text| text.parse::<toml::Table>().ok());
    let region = mechanism.and_then(|mechanism| Some(mechanism.get("region")?.as_str()?.to_owned()));
    // Of one that cannot be read its export says why.
    let Some(region) = region else { return Ok(()) };
    match taken.entry(region) {
        Entry::Vacant(place) => {
            place.insert(name.to_owned());
            Ok(())
        }
        Entry::Occupied(place) => {
            let (region, other) = (clean(place.key()).into_owned(), clean(place.get()).into_owned());
            Err(tr!(
                "行政区划代码 {region} 与清单里的“{other}”相同，一个区县只能有一份台账；请核对两者，删去一段";
                "its division code {region} is that of \"{other}\" in the list, and a district has one register; compare the two and take one out"
            ))
        }
    }
}

fn export(
    revision: Source,
    request: &LakeRequest,
    environment: &Environment<'_>,
    write: &WriteTable<'_>,
) -> Result<DistrictExport> {
    let done = export_lake(revision, request, environment, write)?;
    let LakeOutcome { district, commit, files, rows, unread, figures, .. } = done;
    Ok(DistrictExport { district, commit, files, rows, unread: unread.len(), figures })
}
