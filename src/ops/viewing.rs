//! For whom a register is looked at: the unit of this computer, whatever unit is asked about. Where the computer has none, the one asked about.

use super::{Environment, JOINED_UNIT};
use crate::git::History;
use crate::model::{Mechanism, UnitId};
use crate::report::Viewer;
use crate::store::Source;

/// The unit for which this computer acts: as it was told to, else as its clone joined.
pub(super) fn own_unit(source: &Source, mechanism: &Mechanism, environment: &Environment<'_>) -> Option<UnitId> {
    let joined = || match source {
        Source::Folder(root) => History::open(root).ok()?.setting(JOINED_UNIT),
        Source::Revision(_) | Source::Shipped => None,
    };
    let named = environment.unit.clone().or_else(joined)?;
    mechanism.unit_named(&named).ok().cloned()
}

/// Who looks, where a unit may have been asked about.
pub(super) fn viewer(source: &Source, asked: Option<&UnitId>, mechanism: &Mechanism, environment: &Environment<'_>) -> Viewer {
    let own = own_unit(source, mechanism, environment);
    own.or_else(|| asked.cloned()).map_or(Viewer::Unknown, Viewer::Unit)
}
