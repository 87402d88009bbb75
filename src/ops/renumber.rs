//! Another number for a record that only lies here, where somebody else was given the same.

use serde::Serialize;

use super::exchange::SyncContext;
use super::redirected_drafts::{RedirectedFile, note_renumbering, redirect_drafts};
use super::{Environment, Register, Result};
use crate::git::{Disk, History, Id, Refused, RegisterFolder, Remote};
use crate::model::{FiledPath, Happening, Number, Record, RecordPath, UnitId};
use crate::report::Named;
use crate::store::{Filing, LockedRegister, RecordChange, Writer};
use crate::sync::{Renumbered, renumber as renumbered};
use crate::text::Text;
use crate::tr;
use crate::trust::{KeyHolder, Roster};

/// Which record, and who gives it another number.
#[derive(Debug, Clone)]
pub struct RenumberRequest {
    /// The record, as a person names it.
    pub record: String,
    /// The unit that files; that for which the clone has joined, where nothing is said.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// A record that got another number, or would.
#[derive(Debug, Serialize)]
pub struct RenumberOutcome {
    /// Under its old number.
    pub from: Named,
    /// Under its new number.
    pub to: Named,
    /// What points at it, drafts of this clone with it.
    pub pointing: Vec<RedirectedFile>,
    /// The drafts that still point at the old number, and why.
    #[serde(skip)]
    pub left: Vec<Text>,
    /// That the register has no name yet, where it is signed, and what to do about it.
    #[serde(skip)]
    pub unnamed: Option<Text>,
}

/// Why nothing was filed.
enum RenumberStop {
    Dry(Renumbered),
    Failed(super::Failure),
}

impl<E: Into<super::Failure>> From<E> for RenumberStop {
    fn from(why: E) -> Self {
        Self::Failed(why.into())
    }
}

/// Gives a record the next number that is free here and in the shared register, and redirects what points at it.
///
/// # Errors
/// The record is another unit's or shared already, the register was never shared, or nothing can be filed here.
pub fn renumber(root: &RegisterFolder, request: &RenumberRequest, environment: &Environment<'_>) -> Result<RenumberOutcome> {
    let context = SyncContext::open(root, environment)?;
    let register = &context.register;
    let mechanism = &register.mechanism;
    let acting = register.acting(request.unit.as_deref())?;
    let RecordPath::Filed(old) = register.resolver().by(&acting).file(&request.record)? else {
        return Err(Text::fixed("这类文件没有编号", "a file of this kind has no number").into());
    };
    let owner = &old.unit;
    let history = context.history()?;
    let (here, shared) = both_tips(&context, &history)?;
    let taken = taken(&history, shared, &old)?;
    let writer = Writer::open_on(root, register.now, Disk::default(), register.sign()?)?;
    let mut done = None;
    let filed = writer.file(register.now, |locked| -> Result<Filing, RenumberStop> {
        let mut number = locked.next_number(old.kind, old.year, owner, register.series(owner))?;
        while taken.contains(&number.to_string()) {
            number = Number::new(number.series(), number.serial() + 1)
                .ok_or(Text::fixed("这一年的编号用完了", "this year's numbers are used up"))?;
        }
        let new = FiledPath { number, ..old.clone() };
        let renumbered = renumbered(&history, (here, shared), &old, &new)?.ok_or_else(|| {
            let path = old.to_string();
            tr!("{path} 已经共享，编号不能改"; "{path} is shared already: its number stays")
        })?;
        may_renumber(register, &acting, &renumbered)?;
        if request.dry_run {
            return Err(RenumberStop::Dry(renumbered));
        }
        let filing = filing(&old, &renumbered, locked)?;
        note_renumbering(&history, here, &old, &renumbered.path)?;
        done = Some(renumbered);
        Ok(filing)
    });
    let renumbered = match filed {
        Ok(_) => done,
        Err(RenumberStop::Dry(renumbered)) => Some(renumbered),
        Err(RenumberStop::Failed(why)) => return Err(why),
    };
    let renumbered = renumbered.ok_or_else(|| Text::from(Refused::Nothing))?;
    let (drafts, left) = redirect_drafts(root, &old, &renumbered.path, request.dry_run);
    let filed = |(path, before, after): (RecordPath, String, String)| RedirectedFile { file: path.file(), before, after };
    Ok(RenumberOutcome {
        from: Named::of_record(&RecordPath::Filed(old), mechanism),
        to: Named::of_record(&RecordPath::Filed(renumbered.path), mechanism),
        pointing: renumbered.pointing.into_iter().map(filed).chain(drafts).collect(),
        left,
        unnamed: register.unnamed(),
    })
}

/// That a unit renumbers its own records and the office what it entered for others, and that this clone's key may sign that.
fn may_renumber(register: &Register, acting: &UnitId, renumbered: &Renumbered) -> Result<()> {
    let (mechanism, path) = (&register.mechanism, RecordPath::Filed(renumbered.path.clone()));
    let owner = &renumbered.path.unit;
    let record = Record::read(&path, &renumbered.text).ok();
    let entered_by = record.as_ref().and_then(Record::happening).and_then(<dyn Happening>::entered_by);
    let by = if entered_by == Some(mechanism.office()) { mechanism.office() } else { owner };
    if !mechanism.stands_for(acting, by, register.today()) {
        let (name, by) = (mechanism.short(owner), mechanism.short(by));
        return Err(
            tr!("{name}的这条记录由{by}换号（--as {by}）"; "this record of {name} is for {by} to renumber (--as {by})").into()
        );
    }
    let roster = Roster::from_mechanism(mechanism.clone());
    let Some(signing) = register.signing()?.filter(|_| roster.is_on()) else { return Ok(()) };
    let holders = roster.of_key(&signing.key);
    let may = |holder: &&KeyHolder| roster.may_write(holder, &path, None, record.as_ref(), register.today());
    if holders.is_empty() || holders.iter().any(may) {
        return Ok(());
    }
    let name = mechanism.short(by);
    Err(tr!(
        "本机的密钥不能为{name}签名，换了号也送不出去；请在{name}的电脑上换，或看 liandong whoami";
        "the key of this clone cannot sign for {name}: nobody would take it; renumber it on a computer of {name}, or see liandong whoami"
    )
    .into())
}

/// Where the branch stands here and in the shared register.
fn both_tips(context: &SyncContext<'_>, history: &History) -> Result<(Id, Id)> {
    let (branch, here) = history.head()?;
    let remote = Remote::from_config(context.programs, &context.register.root, &branch).map_err(|why| why.describe())?;
    let (Some(here), Some(shared)) = (here, remote.known().map_err(|why| why.describe())?) else {
        return Err(Text::fixed("台账还没有共享过，没有重号", "the register was never shared: no number was given twice").into());
    };
    Ok((here, shared))
}

/// The numbers that the shared register has given in that folder.
fn taken(history: &History, shared: Id, old: &FiledPath) -> Result<Vec<String>> {
    let path = old.to_string();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let files = history.files_in(shared, folder)?;
    Ok(files.into_iter().map(|(name, _)| name.trim_end_matches(".toml").to_owned()).collect())
}

fn filing(old: &FiledPath, renumbered: &Renumbered, locked: &LockedRegister<'_>) -> Result<Filing, Text> {
    let before = locked.bytes(&RecordPath::Filed(old.clone()))?;
    let new = RecordPath::Filed(renumbered.path.clone());
    let mut changes = vec![
        RecordChange { path: RecordPath::Filed(old.clone()), before, after: None, found: None },
        RecordChange { path: new, before: None, after: Some(renumbered.text.clone().into_bytes()), found: None },
    ];
    for (path, before, after) in &renumbered.pointing {
        changes.push(RecordChange {
            path: path.clone(),
            before: Some(before.clone().into_bytes()),
            after: Some(after.clone().into_bytes()),
            found: None,
        });
    }
    Ok(Filing { message: format!("换号：{old} 改为 {}", renumbered.path), changes })
}
