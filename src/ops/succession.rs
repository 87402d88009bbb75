//! A unit that ends and those that take over from it: two merge into one, one splits into several. What was open, what was
//! owed and who may write it pass on; what was filed stays where it lies, under the name of its time.

use toml::Value;

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, read};
use super::table::datetime;
use super::{Register, Result};
use crate::model::field::Lies;
use crate::model::{Day, Kind, RecordPath, UnitId};
use crate::store::LockedRegister;
use crate::text::Text;
use crate::tr;

/// Who ends, and who takes over.
#[derive(Debug, Clone)]
pub struct SuccessionRequest {
    /// The units that end, by any of their names.
    pub gone: Vec<String>,
    /// Those that take over; of several the first takes over what is open.
    pub heirs: Vec<String>,
    /// The day from which they act, as people write it.
    pub on: String,
    /// The unit that files; only the office may.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Files the end of every unit that goes, with who takes over, as one commit.
///
/// # Errors
/// A unit is not known, ended before, is the office or would take over from itself; or another than the office files.
pub fn succeed(register: &Register, request: &SuccessionRequest) -> Result<FilingOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    let units = |given: &[String]| -> Result<Vec<UnitId>, Text> {
        given.iter().map(|given| register.mechanism.unit_named(given).cloned()).collect()
    };
    let (gone, heirs) = (units(&request.gone)?, units(&request.heirs)?);
    let on = Day::said(&request.on, register.today(), Lies::Near)?;
    require_possible(&gone, &heirs, on, register)?;
    let commit =
        PlannedCommit::new(register, Text::fixed("登记撤并与承接", "File who took over"), request.dry_run).then(Text::fixed(
            "承接单位用 liaison set 登记联络员；成员单位名单有变的，另修订 mechanism",
            "those who take over file their liaisons with liaison set; where the list of members changes, amend the mechanism",
        ));
    commit.make(|locked| {
        let drafts = gone.iter().map(|unit| ended(unit, &heirs, on, locked)).collect::<Result<_>>()?;
        read(register, locked, drafts, &Kind::Unit.label())
    })
}

/// A unit that ended has ended, and nobody takes over from themselves.
fn require_possible(gone: &[UnitId], heirs: &[UnitId], on: Day, register: &Register) -> Result<(), Text> {
    let mechanism = &register.mechanism;
    let ended = |unit: &UnitId| mechanism.units.get(unit)?.until.filter(|until| *until < on);
    if let Some((heir, until)) = heirs.iter().find_map(|heir| Some((heir, ended(heir)?))) {
        let (name, gone) = (mechanism.short(heir), until.plus(1));
        return Err(tr!(
            "{name}已登记自 {gone} 起撤并，不能承接；请写现在承接其职责的单位";
            "{name} is recorded to be no more from {gone} on and cannot take over; name the unit that does its work now"
        ));
    }
    for unit in gone {
        let name = mechanism.short(unit);
        if heirs.contains(unit) {
            return Err(tr!(
                "{name}不能承接自己；只改名称的，用 unit rename";
                "{name} cannot take over from itself; for another name there is unit rename"
            ));
        }
        if unit == mechanism.office() {
            return Err(tr!(
                "{name}是本机制的办公室，撤并须先在 mechanism 中另定办公室";
                "{name} is the office of the mechanism; name another office in it first"
            ));
        }
        if let Some(until) = mechanism.units.get(unit).and_then(|unit| unit.until) {
            let gone = until.plus(1);
            return Err(tr!("{name}已登记自 {gone} 起撤并"; "{name} is recorded to be no more from {gone} on"));
        }
    }
    Ok(())
}

/// The file of a unit as it is once it has ended.
fn ended(unit: &UnitId, heirs: &[UnitId], on: Day, locked: &LockedRegister<'_>) -> Result<RecordDraft> {
    let path = RecordPath::OfUnit(Kind::Unit, unit.clone());
    let before = locked.bytes(&path)?;
    RecordDraft::rewrite(path.into(), before, |table| {
        let heirs = heirs.iter().map(|heir| Value::String(heir.to_string())).collect();
        table.insert("until".to_owned(), datetime(&on.minus(1)));
        table.insert("successors".to_owned(), Value::Array(heirs));
        Ok(())
    })
}
