//! The record that a filing changes: whose it is to write, and how it stands.

use toml::Table;

use super::{Author, Failure, Register, Result};
use crate::model::RecordPath;
use crate::report::Named;
use crate::store::LockedRegister;
use crate::text::{CommandLine, Telling, Text};
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
        let said = tr!(
            "“{zh}”由{short}登记，别的单位不能写；要对它说什么，用 ";
            "{en} is {short}'s to write; other units can say something to it with "
        );
        return Err(Telling::of(said).command(CommandLine::new("respond")).into());
    }
    match locked.bytes(path)? {
        // Whose it is says an option; whose computer this is does not hang on that.
        Some(_) if register.withholds(path, Some(&author.owner)) => Err(missing(path, &title)),
        Some(bytes) if author.proxy.is_some() && is_own(path, &bytes) => {
            let said = tr!(
                "“{zh}”是{short}自己登记的，办公室不能代改；有话要说，用 ";
                "{short} filed {en} itself, and nobody changes it on their behalf; something is said to it with "
            );
            Err(Telling::of(said).command(CommandLine::new("respond")).into())
        }
        None if matches!(path, RecordPath::Filed(_)) => Err(missing(path, &title)),
        bytes => Ok(bytes),
    }
}

fn missing(path: &RecordPath, title: &Text) -> Failure {
    let (zh, en) = (title.zh(), title.en());
    let said = tr!("台账中没有“{zh}”，已有的见 "; "the register has no {en}; ");
    Telling::of(said)
        .command(CommandLine::new("list").about(path.kind().label().zh()))
        .words(Text::fixed("", " shows what there is"))
        .into()
}

/// That a record which is to be new is there already.
pub(super) fn stands_already(path: &RecordPath, register: &Register) -> Failure {
    let title = Named::of_record(path, &register.mechanism).title;
    let (zh, en) = (title.zh(), title.en());
    let said = Telling::of(tr!("“{zh}”已经登记，见 "; "{en} stands already; see "));
    said.command(CommandLine::new("show").about(path)).into()
}

/// Whether a happening was filed by its unit itself, and not on its behalf.
pub(super) fn is_own(path: &RecordPath, bytes: &[u8]) -> bool {
    let table: Option<Table> = String::from_utf8_lossy(bytes).parse().ok();
    matches!(path, RecordPath::Filed(_)) && !table.is_some_and(|table| table.contains_key("entered_by"))
}
