//! New rows of what lies in a file that their unit or the row itself names: there they are items of that file, or begin it.

use std::collections::BTreeMap;

use crate::intake::{self, CellProblem, CellRef, ColumnUse, Draft, Drafts, ExpectedSheet};
use crate::model::{Kind, MineId, RecordPath, Reference, UnitId};
use crate::ops::values::several_mines;
use crate::ops::{RecordLookup, Resolver};
use crate::report::ledger::{NewRow, Topic};
use crate::rules::Context;
use crate::text::{Text, clean};
use crate::tr;

/// A row that says where it lies and nothing else.
const NOTHING: Text = Text::fixed(
    "这一行没有内容；请填写其余各栏，或删去这一行",
    "the row says where it lies and nothing else; fill in the other cells, or delete the row",
);

/// Gives new rows the file in which they lie; those that begin a record get a number later.
pub(super) fn place(
    read: &mut Drafts,
    asked: &ExpectedSheet,
    topic: &Topic,
    owner_of: &dyn Fn(&Draft) -> UnitId,
    context: Context<'_>,
) {
    let Some(lies) = topic.new_rows() else { return };
    let heading = asked.columns.iter().find(|column| column.used == ColumnUse::Place).map(|column| column.heading.clone());
    let files = Files { lies, owner_of, context, heading: heading.unwrap_or_default() };
    let (stand, new): (Vec<_>, Vec<_>) = read.drafts.drain(..).partition(|draft| draft.reference.is_some());
    let mut placed: BTreeMap<String, Draft> =
        stand.into_iter().filter_map(|draft| Some((draft.reference.clone()?, draft))).collect();
    for draft in new {
        read.notes.extend(files.taken_from_above(&draft));
        let added = files.file_of_draft(&draft).and_then(|file| files.add(&mut placed, &file, draft));
        read.problems.extend(added.err().map(|(at, what)| CellProblem { at, what }));
    }
    read.drafts = placed.into_values().collect();
}

type PlacingError = (CellRef, Text);

/// Where rows lie.
struct Files<'a> {
    lies: NewRow,
    /// Whose the record of new rows is.
    owner_of: &'a dyn Fn(&Draft) -> UnitId,
    context: Context<'a>,
    /// What stands above the cells that say it.
    heading: Text,
}

impl Files<'_> {
    /// The file of new rows.
    fn file_of_draft(&self, draft: &Draft) -> Result<Reference, PlacingError> {
        if self.lies == NewRow::OwnFile {
            return Ok(Reference::whole(RecordPath::OfUnit(Kind::People, (self.owner_of)(draft))));
        }
        let Some((at, said)) = draft.rows.iter().find_map(|row| row.place.as_ref()) else {
            return Err((draft.at(), self.unsaid()));
        };
        let path = match self.lies {
            NewRow::Mine => self.new_mine(said).map(RecordPath::Mine),
            NewRow::Part => self.setting(said),
            NewRow::OfMine | NewRow::OwnFile => {
                self.known_mine(said).map(|mine| RecordPath::Licences(mine, (self.owner_of)(draft)))
            }
        };
        path.map(Reference::whole).map_err(|why| (*at, why))
    }

    /// Puts new rows with those of the same file.
    fn add(&self, placed: &mut BTreeMap<String, Draft>, file: &Reference, draft: Draft) -> Result<(), PlacingError> {
        let at = draft.at();
        if draft.rows.iter().all(|row| row.changes.is_empty()) {
            return Err((at, NOTHING));
        }
        let file = file.to_string();
        let there = placed.entry(file).or_insert_with_key(|file| Draft { reference: Some(file.clone()), rows: Vec::new() });
        if self.lies == NewRow::Mine && !there.rows.is_empty() {
            return Err((at, self.twice()));
        }
        if let Some(why) = intake::too_many(there.rows.len() + draft.rows.len()) {
            return Err((at, why));
        }
        there.rows.extend(draft.rows);
        Ok(())
    }

    /// The id of a mine that the register does not have.
    fn new_mine(&self, said: &str) -> Result<MineId, Text> {
        let id: MineId = said.parse()?;
        let Some(mine) = self.context.ledger.mechanism.mines.get(&id) else { return Ok(id) };
        let name = &mine.name;
        Err(tr!(
            "代号 {id} 已经登记过了，是{name}；要改它的档案请在导出的台账上改，新矿山请另取代号";
            "the id {id} was filed before, for {name}; to change its file export the ledger and change that, and give a new mine another id"
        ))
    }

    /// A mine that the register has.
    fn known_mine(&self, said: &str) -> Result<MineId, Text> {
        let mechanism = &self.context.ledger.mechanism;
        mechanism.mine_named(said).cloned().ok_or_else(|| {
            if let Some(why) = several_mines(said, mechanism) {
                return why;
            }
            let shown = clean(said);
            tr!(
                "没有叫“{shown}”的矿山；请核对名称，新矿山先由办公室在“一企一档”建档";
                "there is no mine called \"{shown}\"; check the name: a new mine is filed by the office first"
            )
        })
    }

    /// A record that sets tasks: a meeting, an enforcement by its circular, a paper upward by the reply to it.
    fn setting(&self, said: &str) -> Result<RecordPath, Text> {
        let ledger = self.context.ledger;
        let resolver = Resolver {
            mechanism: &ledger.mechanism,
            today: self.context.today,
            records: RecordLookup::Nowhere,
            viewer: None,
            author: None,
        };
        let named = resolver.reference(said)?;
        let is_there = ledger.meeting(&named).is_some() || ledger.enforcement(&named).is_some();
        let is_replied = || ledger.upward_paper(&named).is_some_and(|paper| paper.record.reply.is_some());
        if is_there || is_replied() {
            return Ok(named.record);
        }
        let shown = clean(said);
        Err(tr!(
            "“{shown}”不是会议、联合执法或已获批复的上报，督办事项只由它们部署；请写如“会议 2025-区安委办-001”";
            "\"{shown}\" is no meeting, joint enforcement or paper upward with a reply, and only they set tasks; write, say, 'meeting 2025-区安委办-001'"
        ))
    }

    /// That rows leave blank where they lie, and are taken to lie where the row above them does.
    fn taken_from_above(&self, draft: &Draft) -> Option<Text> {
        let (_, above) = draft.rows.iter().find_map(|row| row.place.as_ref())?;
        let blank: Vec<String> =
            draft.rows.iter().filter(|row| row.place.is_none()).map(|row| (row.row + 1).to_string()).collect();
        let (first, count) = (blank.first()?, blank.len());
        let (above, zh, en) = (clean(above), self.heading.zh(), self.heading.en());
        Some(tr!(
            "第 {first} 行等 {count} 行没有写“{zh}”，按上面一行的{above}取用；不是的请写明";
            "{count} rows, such as row {first}, leave \"{en}\" blank and were taken as of {above}, as above; write it where it is another"
        ))
    }

    fn unsaid(&self) -> Text {
        let (zh, en) = (self.heading.zh(), self.heading.en());
        tr!("“{zh}”必须填写"; "\"{en}\" must be filled in")
    }

    fn twice(&self) -> Text {
        let (zh, en) = (self.heading.zh(), self.heading.en());
        tr!("另一行用了同一个{zh}；每座矿山一行，请另取{zh}"; "another row has the same {en}; every mine has a row and an {en} of its own")
    }
}
