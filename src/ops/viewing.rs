//! For whom a register is looked at: the unit of this computer, whatever unit is asked about. Where the computer has none, the one asked about.

use std::collections::BTreeSet;

use super::signing_unit::signing_unit;
use super::{Environment, JOINED_UNIT, LoadedRegister, Register, Result};
use crate::git::History;
use crate::model::{Day, FactsIndex, Kind, Mechanism, Record, RecordPath, UnitId};
use crate::report::{Surprises, Viewer, can_be_kept, named};
use crate::store::{Source, load_record};
use crate::text::Text;
use crate::trust::signing;

/// The unit for which this computer acts: that whose key signs here, once signatures are on; else as it was told to, else as its clone joined.
pub(super) fn own_unit(source: &Source, mechanism: &Mechanism, environment: &Environment<'_>) -> Option<UnitId> {
    // Whatever revision is looked at, it is looked at here.
    let here = source.root();
    let history = here.and_then(|root| History::open(root).ok());
    let joined = history.as_ref().and_then(|history| history.setting(JOINED_UNIT));
    let signing = history.and_then(|history| signing(&history, &environment.programs, environment.home.as_deref()).ok()?);
    let keys = |unit: &UnitId| match load_record(&Source::Folder(here?.clone()), &RecordPath::OfUnit(Kind::Keys, unit.clone())) {
        Ok(Some(Record::Keys(file))) => Some(*file),
        _ => None,
    };
    let signs_for = signing.and_then(|signing| signing_unit(mechanism, &signing, joined.as_deref(), &keys));
    signs_for.or_else(|| mechanism.unit_named(&environment.unit.clone().or(joined)?).ok().cloned())
}

/// Who looks, where a unit may have been asked about.
pub(super) fn viewer(source: &Source, asked: Option<&UnitId>, mechanism: &Mechanism, environment: &Environment<'_>) -> Viewer {
    let own = own_unit(source, mechanism, environment);
    own.or_else(|| asked.cloned()).map_or(Viewer::Unknown, Viewer::Unit)
}

/// Leaves out of a register the joint enforcements that are still to come and of which whoever looks does not learn (四不两直), with what answers them
/// and whatever points at them. What is to come is told by today, whatever day is judged: nobody looks into the future to learn of one.
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
    let (records, today) = (&register.loaded.records, environment.today_in(&mechanism));
    let surprises = secret_among(&viewer, records, &read_from(&register.source), &mechanism, today);
    surprises.leave_out(&mut register.loaded.records);
    Ok(viewer)
}

/// Those of some records, and those at which these point, of which whoever looks does not learn yet. One that is asked for by its name is then not there.
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
pub fn told(source: &Source, index: &FactsIndex, mechanism: &Mechanism, environment: &Environment<'_>) -> Vec<RecordPath> {
    let mut paths: Vec<RecordPath> = index.files().into_keys().cloned().collect();
    let is_action = |path: &&RecordPath| path.kind() == Kind::Enforcement;
    let secret = secret(source, paths.iter().filter(is_action), mechanism, environment);
    // Who points at one of them is told by the index, without a look into each response.
    let mut near: Vec<RecordPath> = paths.iter().filter(|path| secret.keeps(path)).cloned().collect();
    let mut at = 0;
    while let Some(path) = near.get(at) {
        let is_new = |other: &&RecordPath| other.kind() == Kind::Response && !near.contains(other);
        let answers: Vec<RecordPath> = index.citing(path).into_keys().filter(is_new).cloned().collect();
        near.extend(answers);
        at += 1;
    }
    let secret = self::secret(source, near.iter(), mechanism, environment);
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
    let read = read_from(source);
    let records: Vec<_> =
        paths.filter(|path| can_be_kept(path.kind())).filter_map(|path| Some((path.clone(), read(path)?))).collect();
    secret_among(viewer, &records, &read, mechanism, today)
}

/// How a record of a source is read; none where it is not there or cannot be.
pub(super) fn read_from(source: &Source) -> impl Fn(&RecordPath) -> Option<Record> {
    |path| load_record(source, path).ok().flatten()
}

/// The same among records that were read; `read` brings those at which they point.
pub(super) fn secret_among(
    viewer: &Viewer,
    records: &[(RecordPath, Record)],
    read: &dyn Fn(&RecordPath) -> Option<Record>,
    mechanism: &Mechanism,
    today: Day,
) -> Surprises {
    let mut known: BTreeSet<RecordPath> =
        records.iter().map(|(path, _)| path.clone()).filter(|path| can_be_kept(path.kind())).collect();
    let mut open: Vec<RecordPath> = records.iter().flat_map(|(_, record)| named(record)).collect();
    let mut besides = Vec::new();
    while let Some(path) = open.pop() {
        if known.insert(path.clone())
            && let Some(record) = read(&path)
        {
            open.extend(named(&record));
            besides.push((path, record));
        }
    }
    let all = records.iter().chain(&besides).map(|(path, record)| (path, record));
    Surprises::among(all, mechanism, viewer, today)
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
