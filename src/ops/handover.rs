//! `handover`: what a leaving officer's successor has to know, from what other operations say already.

use std::collections::BTreeSet;

use super::todo::{TodoRequest, todo};
use super::{Environment, LoadedRegister, Register, Result};
use crate::git::{History, RegisterFolder, Remote};
use crate::model::{Kind, UnitId};
use crate::report::ProblemView;
use crate::report::paper::{self, HandedKey, HandedPlaces, Handover, Paper};
use crate::store::{Source, TextPolicy};
use crate::text::{Text, clean};
use crate::trust::{KeyHolder, Roster};

/// Of whom.
#[derive(Debug, Clone, Default)]
pub struct HandoverRequest {
    /// Of that unit, by any of its names; of that of this clone where none is named.
    pub unit: Option<String>,
    /// The day as of which is judged, as people write it; today where none is named.
    pub as_of: Option<String>,
}

/// The sheet that is handed over.
#[derive(Debug)]
pub struct HandoverOutcome {
    /// The sheet.
    pub paper: Paper,
    /// How many things are open.
    pub open: usize,
    /// What could not be read, and may be missing from it.
    pub unread: Vec<ProblemView>,
}

/// Draws the sheet.
///
/// # Errors
/// The register cannot be read, or it is not known of which unit it is.
pub fn handover(root: &RegisterFolder, request: &HandoverRequest, environment: &Environment<'_>) -> Result<HandoverOutcome> {
    let register = Register::open(root, environment)?;
    let unit = register.acting(request.unit.as_deref().or(environment.unit.as_deref()))?;
    let asked = TodoRequest { unit: Some(unit.to_string()), all: false, as_of: request.as_of.clone() };
    let waits = todo(Source::Folder(root.clone()), &asked, environment)?;
    let mut read = LoadedRegister::read(Source::Folder(root.clone()), TextPolicy::Drop, environment)?;
    let kept = kept(&read, &unit);
    let ledger = read.take_ledger()?;
    let handed = Handover {
        unit: &unit,
        on: waits.as_of,
        items: &waits.items,
        keys: keys(&register, &unit),
        places: places(&register, kept, environment),
    };
    Ok(HandoverOutcome { paper: paper::handover(&handed, &ledger), open: waits.items.len(), unread: waits.unread })
}

/// The keys of a unit that have not ended.
fn keys(register: &Register, unit: &UnitId) -> Vec<HandedKey> {
    let today = register.today();
    let own = register.signing().ok().flatten().map(|signing| signing.key.fingerprint());
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let holds = |holder: &&KeyHolder| holder.unit == *unit && holder.until.is_none_or(|until| today <= until);
    let key = |holder: &KeyHolder| HandedKey {
        name: holder.name.clone(),
        roles: Text::join(&holder.role.iter().map(|role| role.label()).collect::<Vec<_>>(), "、", ", ").zh().to_owned(),
        since: holder.since,
        until: holder.until,
        fingerprint: holder.key.fingerprint(),
        is_here: own.as_ref() == Some(&holder.key.fingerprint()),
    };
    roster.holders.iter().filter(holds).map(key).collect()
}

fn places(register: &Register, kept: BTreeSet<String>, environment: &Environment<'_>) -> HandedPlaces {
    let root = &register.root;
    let history = History::open(root).ok();
    let branch = history.as_ref().and_then(|history| Some(history.head().ok()?.0)).unwrap_or_default();
    let shared = Remote::from_config(&environment.programs, root, &branch).ok();
    let key = register.signing().ok().flatten().and_then(|_| history.as_ref()?.setting("user.signingkey"));
    HandedPlaces {
        folder: clean(&root.canonicalize().unwrap_or_else(|_| root.to_path_buf()).to_string_lossy()).into_owned(),
        shared: shared.map(|remote| remote.address()),
        key: key.map(|key| clean(&key).into_owned()),
        kept: kept.into_iter().collect(),
    }
}

/// Where the attachments of a unit's records are kept.
fn kept(read: &LoadedRegister, unit: &UnitId) -> BTreeSet<String> {
    let of_unit = read.loaded.records.iter().filter(|(path, _)| path.owner() == Some(unit) && path.kind() != Kind::Keys);
    let attached = of_unit.filter_map(|(_, record)| record.happening()).flat_map(|happening| happening.attachments().to_vec());
    attached.filter_map(|attachment| Some(clean(attachment.kept?.as_str()).into_owned())).collect()
}
