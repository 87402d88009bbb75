//! Whose computer it is, once signatures are on: that of the unit whose key signs here.

use crate::model::{KeysFile, Mechanism, UnitId};
use crate::trust::{Signing, units_of_key};

/// The unit that the office admitted the key of this clone for: no variable makes its computer another's. Where the key is several units', the one for
/// which the clone joined.
pub(super) fn signing_unit(
    mechanism: &Mechanism,
    signing: &Signing,
    joined: Option<&str>,
    keys: &dyn Fn(&UnitId) -> Option<KeysFile>,
) -> Option<UnitId> {
    let units = units_of_key(mechanism, &signing.key, keys);
    let joined = joined.and_then(|joined| mechanism.unit_named(joined).ok());
    units.iter().find(|unit| joined == Some(*unit)).or(units.first()).cloned()
}
