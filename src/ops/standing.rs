//! The record that a filing changes: whose it is to write, and how it stands.

use toml::Table;

use super::{Author, Failure, Register, Result};
use crate::model::RecordPath;
use crate::report::Named;
use crate::store::LockedRegister;
use crate::text::Text;
use crate::tr;

/// The bytes of a record that its author may change; none for a file that is not there yet, as those of a unit's people may be.
///
/// # Errors
/// It is another unit's to write, is not there, or was edited by hand.
pub(super) fn standing(
    path: &RecordPath,
    author: &Author,
    register: &Register,
    locked: &LockedRegister<'_>,
) -> Result<Option<Vec<u8>>> {
    let mechanism = &register.mechanism;
    let title = Named::of_record(path, mechanism).title;
    let (zh, en) = (title.zh(), title.en());
    let owner = path.owner().unwrap_or(mechanism.office());
    let short = mechanism.short(owner);
    if !mechanism.stands_for(&author.owner, owner, register.today()) {
        return Err(tr!(
            "“{zh}”由{short}登记，别的单位不能写；要对它说什么，用 liandong respond";
            "{en} is {short}'s to write; other units can say something to it with liandong respond"
        )
        .into());
    }
    match locked.bytes(path)? {
        Some(bytes) if author.proxy.is_some() && is_own(path, &bytes) => Err(tr!(
            "“{zh}”是{short}自己登记的，办公室不能代改；有话要说，用 liandong respond";
            "{short} filed {en} itself, and nobody changes it on their behalf; liandong respond says something to it"
        )
        .into()),
        None if matches!(path, RecordPath::Filed(_)) => Err(missing(path, &title)),
        bytes => Ok(bytes),
    }
}

fn missing(path: &RecordPath, title: &Text) -> Failure {
    let label = path.kind().label();
    let (zh, en, kind_zh, kind_en) = (title.zh(), title.en(), label.zh(), label.en());
    tr!(
        "台账中没有“{zh}”，已有的见 liandong list {kind_zh}";
        "the register has no {en}; liandong list '{kind_en}' shows what there is"
    )
    .into()
}

/// That a record which is to be new is there already.
pub(super) fn stands_already(path: &RecordPath, register: &Register) -> Failure {
    let title = Named::of_record(path, &register.mechanism).title;
    let (zh, en) = (title.zh(), title.en());
    tr!("“{zh}”已经登记，见 liandong show {path}"; "{en} stands already; see liandong show {path}").into()
}

/// Whether a happening was filed by its unit itself, and not on its behalf.
pub(super) fn is_own(path: &RecordPath, bytes: &[u8]) -> bool {
    let table: Option<Table> = String::from_utf8_lossy(bytes).parse().ok();
    matches!(path, RecordPath::Filed(_)) && !table.is_some_and(|table| table.contains_key("entered_by"))
}
