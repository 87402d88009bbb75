//! `handover`: what a leaving officer's successor has to know, from what other operations say already.

use std::collections::BTreeSet;

use super::todo::{TodoRequest, todo};
use super::{Environment, LoadedRegister, Register, Result};
use crate::git::{History, RegisterFolder, Remote};
use crate::model::{Kind, UnitId};
use crate::report::paper::{self, HandedKey, HandedPlaces, Handover, Paper};
use crate::report::{ProblemView, TodoItem};
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
    let named = request.unit.as_deref().or(environment.unit.as_deref());
    if register.meant(named).is_none() {
        return Err(Text::fixed(
            "请写明哪个单位交接：--unit 单位，或设环境变量 LIANDONG_UNIT，或用 liandong join --unit 单位 --name 姓名 加入",
            "say which unit hands over: --unit UNIT, or set LIANDONG_UNIT, or join once with liandong join --unit UNIT --name NAME",
        )
        .into());
    }
    let unit = register.acting(named)?;
    let asked = TodoRequest { unit: Some(unit.to_string()), all: false, as_of: request.as_of.clone() };
    let waits = todo(Source::Folder(root.clone()), &asked, environment)?;
    let asked =
        if unit == *register.mechanism.office() { asked_of_others(&register, &unit, &asked, environment)? } else { Vec::new() };
    let mut read = LoadedRegister::read(Source::Folder(root.clone()), TextPolicy::Keep, environment)?;
    let kept = kept(&read, &unit);
    let ledger = read.take_ledger()?;
    let handed = Handover {
        unit: &unit,
        on: waits.as_of,
        items: &waits.items,
        asked: &asked,
        keys: keys(&register, &unit),
        places: places(&register, kept, environment),
    };
    Ok(HandoverOutcome { paper: paper::handover(&handed, &ledger), open: waits.items.len(), unread: waits.unread })
}

/// What others have not done, past its term, of what records of a unit ask of them.
fn asked_of_others(
    register: &Register,
    unit: &UnitId,
    asked: &TodoRequest,
    environment: &Environment<'_>,
) -> Result<Vec<TodoItem>> {
    let short = register.mechanism.short(unit);
    let of_all = TodoRequest { unit: None, all: true, as_of: asked.as_of.clone() };
    let waits = todo(Source::Folder(register.root.clone()), &of_all, environment)?;
    let is_set = |item: &TodoItem| item.about.as_ref().and_then(|about| about.filed()).is_some_and(|path| path.unit == *unit);
    let is_others = |item: &TodoItem| item.term.is_some() && is_set(item) && !item.units.iter().any(|of| of == short);
    Ok(waits.items.into_iter().filter(is_others).collect())
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
