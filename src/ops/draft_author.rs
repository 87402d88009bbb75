//! Who began a draft, in a line above it: nobody else is told to go on with it, and whoever is goes on as that unit.

use toml::Table;

use super::Author;
use super::drafts::{DraftFolder, noted};
use crate::model::UnitId;
use crate::text::CommandLine;

/// Who began a draft.
pub(super) struct DraftAuthor {
    /// The unit that files.
    pub(super) unit: UnitId,
    /// The unit for which the office enters it.
    owner: Option<UnitId>,
}

/// How the line begins that notes it.
const AUTHOR: &str = "# 登记单位 / filed by: ";

/// How the unit for which the office enters it follows.
const FOR: &str = " for ";

impl DraftAuthor {
    /// Who began a draft; none where an older program did, which did not note it.
    pub(super) fn noted(drafts: &DraftFolder, name: &str) -> Option<Self> {
        Self::in_text(&drafts.text(name)?)
    }

    fn in_text(draft: &str) -> Option<Self> {
        let line = noted(draft, AUTHOR)?;
        let (unit, owner) = line.split_once(FOR).map_or((line, None), |(unit, owner)| (unit, owner.parse().ok()));
        Some(Self { unit: unit.parse().ok()?, owner })
    }
}

/// The line above a draft that says who began it.
pub(super) fn author_line(author: &Author) -> String {
    line(&author.owner, author.proxy.as_ref().map(|(office, _)| office))
}

/// The same of a record that becomes a draft again.
pub(super) fn author_line_of(owner: &UnitId, record: &Table) -> String {
    let office = record.get("entered_by").and_then(|office| office.as_str()?.parse().ok());
    line(owner, office.as_ref())
}

fn line(owner: &UnitId, office: Option<&UnitId>) -> String {
    match office {
        Some(office) => format!("{AUTHOR}{office}{FOR}{owner}\n"),
        None => format!("{AUTHOR}{owner}\n"),
    }
}

/// A command that goes on with a draft, for the unit for which the office began that.
pub(super) fn on_behalf(command: CommandLine, draft: &str) -> CommandLine {
    let owner = DraftAuthor::in_text(draft).and_then(|author| author.owner);
    let source = draft.parse::<Table>().ok().and_then(|table| Some(table.get("source")?.as_str()?.to_owned()));
    match owner.zip(source) {
        Some((owner, source)) => command.option("for", owner).option("source", source),
        None => command,
    }
}
