//! For whom a register is looked at: the unit of this computer, whatever unit is asked about. Where the computer has none, the one asked about.

use super::{Environment, JOINED_UNIT, LoadedRegister, Register, Result};
use crate::git::History;
use crate::model::{Day, Kind, Mechanism, RecordPath, UnitId};
use crate::report::{Surprises, Viewer};
use crate::store::{Source, load_record};
use crate::text::Text;

/// The unit for which this computer acts: as it was told to, else as its clone joined.
pub(super) fn own_unit(source: &Source, mechanism: &Mechanism, environment: &Environment<'_>) -> Option<UnitId> {
    // Whatever revision is looked at, it is looked at here.
    let joined = || History::open(source.root()?).ok()?.setting(JOINED_UNIT);
    let named = environment.unit.clone().or_else(joined)?;
    mechanism.unit_named(&named).ok().cloned()
}

/// Who looks, where a unit may have been asked about.
pub(super) fn viewer(source: &Source, asked: Option<&UnitId>, mechanism: &Mechanism, environment: &Environment<'_>) -> Viewer {
    let own = own_unit(source, mechanism, environment);
    own.or_else(|| asked.cloned()).map_or(Viewer::Unknown, Viewer::Unit)
}

/// Leaves out of a register the joint enforcements that are still to come and of which whoever looks does not learn (四不两直). What is to
/// come is told by today, whatever day is judged: nobody looks into the future to learn of one.
///
/// # Errors
/// The register lacks files without which nothing can be said.
pub(super) fn leave_out_surprises(
    register: &mut LoadedRegister,
    asked: Option<&str>,
    environment: &Environment<'_>,
) -> Result<Viewer> {
    let mechanism = register.mechanism()?;
    let asked = asked.and_then(|given| mechanism.unit_named(given).ok());
    let viewer = viewer(&register.source, asked, &mechanism, environment);
    let surprises = Surprises::among(&register.loaded.records, &mechanism, &viewer, environment.today_in(&mechanism));
    register.loaded.records.retain(|(path, _)| !surprises.keeps(path));
    Ok(viewer)
}

/// Those of some records of which whoever looks does not learn yet. One that is asked for by its name is then not there.
pub(super) fn secret<'a>(
    source: &Source,
    paths: impl Iterator<Item = &'a RecordPath>,
    mechanism: &Mechanism,
    environment: &Environment<'_>,
) -> Surprises {
    let viewer = viewer(source, None, mechanism, environment);
    secret_from(&viewer, source, paths, mechanism, environment.today_in(mechanism))
}

/// Of the files of a register those of which whoever looks learns.
#[must_use]
pub fn told(
    source: &Source,
    mut paths: Vec<RecordPath>,
    mechanism: &Mechanism,
    environment: &Environment<'_>,
) -> Vec<RecordPath> {
    let secret = secret(source, paths.iter(), mechanism, environment);
    paths.retain(|path| !secret.keeps(path));
    paths
}

/// The same for somebody.
pub(super) fn secret_from<'a>(
    viewer: &Viewer,
    source: &Source,
    paths: impl Iterator<Item = &'a RecordPath>,
    mechanism: &Mechanism,
    today: Day,
) -> Surprises {
    let enforcements = paths.filter(|path| path.kind() == Kind::Enforcement);
    let read = enforcements.filter_map(|path| Some((path.clone(), load_record(source, path).ok()??)));
    Surprises::among(&read.collect::<Vec<_>>(), mechanism, viewer, today)
}

impl Register {
    /// Whether a record is one of those for whoever files here: the unit of this computer, else the one that files.
    pub(super) fn withholds(&self, path: &RecordPath, author: Option<&UnitId>) -> bool {
        let viewer = self.own_unit().or(author).cloned().map_or(Viewer::Unknown, Viewer::Unit);
        secret_from(&viewer, &self.source, std::iter::once(path), &self.mechanism, self.today()).keeps(path)
    }
}

/// That those are left out, said whether or not there are any: else it would tell.
pub(super) fn unseen(viewer: &Viewer) -> Option<Text> {
    (*viewer == Viewer::Unknown).then(|| {
        Text::fixed(
            "本机没有说明是哪个单位，尚未开始的联合执法不列出（四不两直）；参加单位请写 --unit 单位，或先用 liandong join 加入",
            "this computer is of no unit that it knows: joint enforcements still to come are not listed; their team says --unit UNIT, or joins with liandong join",
        )
    })
}
