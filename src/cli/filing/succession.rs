//! A unit that ends and those that take over from it: two merge into one, one splits into several. What was open, what was
//! owed and who may write it pass on; what was filed stays where it lies, under the name of its time.

use crate::ops::Register;
use clap::{ArgAction, ArgMatches, Command};
use toml::Value;

use super::author::own;
use super::commit::{Composed, PlannedCommit, Stop};
use super::options::acting;
use super::table::datetime;
use crate::cli::session::Session;
use crate::cli::{Reply, app};
use crate::model::{Day, Kind, RecordPath, UnitId};
use crate::store::LockedRegister;
use crate::text::{Lang, Text};
use crate::tr;

/// What `unit merge` and `unit split` take.
pub(super) fn args(command: Command, lang: Lang) -> Command {
    let unit = Text::fixed("单位", "UNIT");
    let gone = Text::fixed("撤并的单位，一个或几个", "the units that end, one or several");
    let into = Text::fixed(
        "承接的单位，应已用 unit new 登记；几个单位时第一个承接未了事项",
        "who takes over, filed with unit new before; of several, the first takes over what is open",
    );
    let on = Text::fixed("承接单位开始履职的日期", "the day from which they act");
    let reached = app::option("into", unit.clone(), into, lang).required(true).action(ArgAction::Append).num_args(1..);
    command
        .arg(app::arg("gone", unit, gone, lang).required(true).num_args(1..))
        .arg(reached)
        .arg(app::option("on", Text::fixed("日期", "DAY"), on, lang).required(true))
        .args(acting(lang))
}

/// Files the end of every unit that goes, with who takes over, as one commit.
pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    own(matches, register.mechanism.office(), &register)?;
    let units = |id: &str| -> Result<Vec<UnitId>, Text> {
        let given = matches.get_many::<String>(id).into_iter().flatten();
        given.map(|given| register.mechanism.unit_named(given).cloned()).collect()
    };
    let (gone, heirs) = (units("gone")?, units("into")?);
    let on = Day::parse_near(matches.get_one::<String>("on").map_or("", String::as_str), register.today())?;
    possible(&gone, &heirs, &register)?;
    let commit =
        PlannedCommit::new(session, &register, matches, Text::fixed("登记撤并与承接", "File who took over")).then(Text::fixed(
            "承接单位用 liaison set 登记联络员；成员单位名单有变的，另修订 mechanism",
            "those who take over file their liaisons with liaison set; where the list of members changes, amend the mechanism",
        ));
    commit.make(|held| gone.iter().map(|unit| ended(unit, &heirs, on, held)).collect()).0
}

/// A unit that ended has ended, and nobody takes over from themselves.
fn possible(gone: &[UnitId], heirs: &[UnitId], register: &Register) -> Result<(), Text> {
    let mechanism = &register.mechanism;
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
            return Err(tr!("{name}已登记至 {until} 止"; "{name} is recorded to have ended on {until}"));
        }
    }
    Ok(())
}

/// The file of a unit as it is once it has ended.
fn ended(unit: &UnitId, heirs: &[UnitId], on: Day, held: &LockedRegister<'_>) -> Result<Composed, Stop> {
    Composed::rewritten(RecordPath::OfUnit(Kind::Unit, unit.clone()), held, |table| {
        let heirs = heirs.iter().map(|heir| Value::String(heir.to_string())).collect();
        table.insert("until".to_owned(), datetime(&on.minus(1)));
        table.insert("successors".to_owned(), Value::Array(heirs));
    })
}
