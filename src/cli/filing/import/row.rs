//! A draft as the record it will be: read back, allowed to follow what stands, and judged; what stands against it, at its cell.

use std::collections::HashMap;

use toml::{Table, Value};

use super::super::commit::{Composed, Stop};
use super::super::compose::{is_own, is_same};
use super::super::entry::Meaning;
use super::super::mend::command;
use super::super::table::{amendment, append};
use super::key::{bare, get, put};
use super::sheets::Taken;
use super::{Trouble, Work};
use crate::cli::session;
use crate::intake::{At, Draft};
use crate::model::field::Shape;
use crate::model::reader::Keys;
use crate::model::{
    Comments, FiledPath, Happening, Kind, Number, Record, RecordPath, Reference, Refusal, UnitId, covers, may_follow,
};
use crate::report::ledger::Column;
use crate::report::{self, FindingView, Guide, Level};
use crate::rules::{self, Desk};
use crate::store::{Held, Loaded, locate};
use crate::text::Text;
use crate::tr;

/// Rows on their way to be records.
pub(super) struct Rows<'a> {
    work: &'a Work<'a>,
    held: &'a Held<'a>,
    /// How many numbers of a kind and year are given to rows already.
    numbers: HashMap<(Kind, u16), u32>,
    composed: Vec<(Composed, Record, Spot)>,
    troubles: Vec<Trouble>,
}

/// What rows come to.
pub(super) struct Judged {
    pub(super) records: Vec<Composed>,
    pub(super) troubles: Vec<Trouble>,
}

/// What stands against a row.
enum Against {
    /// Its cells.
    Troubles(Vec<Trouble>),
    /// The disk, or something else that no cell can mend.
    Failed(anyhow::Error),
}

impl From<Vec<Trouble>> for Against {
    fn from(troubles: Vec<Trouble>) -> Self {
        Self::Troubles(troubles)
    }
}

impl From<Text> for Against {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

impl From<anyhow::Error> for Against {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

/// Where on its sheet each key of a record stands.
struct Spot {
    sheet: usize,
    /// The cell that speaks for the row as a whole.
    row: At,
    keys: Vec<(&'static str, At)>,
}

impl Spot {
    fn of(sheet: &Taken, draft: &Draft) -> Self {
        let first = draft.changes.first().map_or(At { row: draft.row, column: 0 }, |change| change.at);
        let keys = sheet.columns.iter().enumerate().filter_map(|(at, column)| Some((column.key?, sheet.head.at(draft.row, at)?)));
        Self { sheet: sheet.sheet, row: first, keys: keys.collect() }
    }

    /// The cell of a key; that of the row where no column holds it.
    fn at(&self, key: &str) -> At {
        let key = bare(key);
        let exact = self.keys.iter().find(|(own, _)| *own == key);
        exact.or_else(|| self.keys.iter().find(|(own, _)| covers(&key, own))).map_or(self.row, |(_, at)| *at)
    }

    fn trouble(&self, key: &str, what: Text) -> Trouble {
        Trouble { sheet: self.sheet, at: self.at(key), what }
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(work: &'a Work<'a>, held: &'a Held<'a>) -> Self {
        Self { work, held, numbers: HashMap::new(), composed: Vec::new(), troubles: Vec::new() }
    }

    /// Takes a row; what stands against it is kept as troubles.
    pub(super) fn add(&mut self, sheet: &Taken, draft: &Draft) -> anyhow::Result<()> {
        let spot = Spot::of(sheet, draft);
        match self.record(sheet, draft, &spot) {
            Ok(Some((composed, record))) => self.composed.push((composed, record, spot)),
            Ok(None) => {}
            Err(Against::Troubles(troubles)) => self.troubles.extend(troubles),
            Err(Against::Failed(error)) => return Err(error),
        }
        Ok(())
    }

    /// The record that a row wants; none where it says after all what stands.
    fn record(&mut self, sheet: &Taken, draft: &Draft, spot: &Spot) -> Result<Option<(Composed, Record)>, Against> {
        let reference = draft.reference.as_ref().map(|reference| reference.parse::<Reference>()).transpose()?;
        let standing = reference.map(|reference| reference.record);
        let before = standing.as_ref().map(|path| self.held.bytes(path)).transpose()?.flatten();
        self.may_write(draft, standing.as_ref(), before.as_deref(), spot)?;
        if draft.changes.is_empty() {
            return Ok(None);
        }
        let old_text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
        let mut table: Table = old_text.parse().map_err(anyhow::Error::new)?;
        let troubles = self.change(&mut table, sheet, draft, spot, standing.is_none());
        if !troubles.is_empty() {
            return Err(troubles.into());
        }
        let record = self.following(sheet.kind, &old_text, table, spot)?;
        let path = match standing {
            Some(path) => path,
            None => self.new_path(sheet.kind, &record)?,
        };
        let text = record.write(&Comments::of(&old_text));
        // A word may mean what stands already: 应急管理局 is 应急.
        let is_new = before.as_deref() != Some(text.as_bytes());
        Ok(is_new.then(|| (Composed::plain(path, before, text), record)))
    }

    /// That the record is the acting unit's, and the row names no other owner.
    fn may_write(&self, draft: &Draft, standing: Option<&RecordPath>, before: Option<&[u8]>, spot: &Spot) -> Result<(), Against> {
        let not_ours = self.not_ours(standing, before).map(|what| (spot.row, what));
        match not_ours.or_else(|| self.other_owner(draft, standing)) {
            Some((at, what)) => Err(vec![Trouble { sheet: spot.sheet, at, what }].into()),
            None => Ok(()),
        }
    }

    /// Why a record is not the acting unit's to write.
    fn not_ours(&self, standing: Option<&RecordPath>, before: Option<&[u8]>) -> Option<Text> {
        let (mechanism, hands) = (&self.work.place.mechanism, self.work.hands);
        let (path, bytes) = (standing?, before.unwrap_or_default());
        let owner = path.owner().unwrap_or(mechanism.office());
        let name = mechanism.short(owner);
        if !mechanism.stands_for(&hands.owner, owner, self.work.place.today()) {
            return Some(tr!(
                "这条记录由{name}登记，别的单位不能改；请恢复原样，有话要说用 liandong respond";
                "the record is {name}'s to write; put the cell back as it was, and say something to it with liandong respond"
            ));
        }
        (hands.proxy.is_some() && is_own(path, bytes)).then(|| {
            tr!("这条记录是{name}自己登记的，办公室不能代改"; "{name} filed this record itself, and nobody changes it on their behalf")
        })
    }

    /// That a row names another owner than the record has or will have.
    fn other_owner(&self, draft: &Draft, standing: Option<&RecordPath>) -> Option<(At, Text)> {
        let mechanism = &self.work.place.mechanism;
        let (at, said) = draft.owner.as_ref()?;
        let owner: &UnitId = standing.and_then(RecordPath::owner).unwrap_or(&self.work.hands.owner);
        let why = match mechanism.unit_named(said) {
            Ok(named) if named == owner => return None,
            Ok(named) => {
                let (named, owner) = (mechanism.short(named), mechanism.short(owner));
                tr!(
                    "这一行写的是{named}，而记录属于{owner}；各单位的行请分别以其名义导入";
                    "the row says {named}, and the record is {owner}'s; import the rows of each unit in its own name"
                )
            }
            Err(why) => why,
        };
        Some((*at, why))
    }

    /// Puts what cells say into the table of a record.
    fn change(&self, table: &mut Table, sheet: &Taken, draft: &Draft, spot: &Spot, is_new: bool) -> Vec<Trouble> {
        let place = self.work.place;
        let meaning = Meaning { mechanism: &place.mechanism, today: place.today() };
        let lists: Vec<&str> = sheet
            .kind
            .fields()
            .iter()
            .filter(|field| field.shape.is_tables())
            .filter_map(|field| matches!(field.shape, Shape::List(_)).then_some(field.key))
            .collect();
        let mut troubles = Vec::new();
        for change in &draft.changes {
            let Some((key, column)) = sheet.columns.get(change.column).and_then(|column| Some((column.key?, column))) else {
                continue;
            };
            match change.value.as_deref().map(|said| meaning.cell(&column.shape, said)).transpose() {
                Ok(value) => put(table, key, &lists, value.filter(|value| *value != Value::Boolean(false))),
                Err(what) => troubles.push(Trouble { sheet: spot.sheet, at: change.at, what }),
            }
        }
        if troubles.is_empty() {
            troubles.extend(
                lacking(table, &sheet.columns).map(|column| spot.trouble(column.key.unwrap_or_default(), needed(column))),
            );
        }
        if let Some((office, source)) = self.work.hands.proxy.as_ref().filter(|_| is_new) {
            table.insert("entered_by".to_owned(), Value::String(office.to_string()));
            table.insert("source".to_owned(), Value::String(source.clone()));
        }
        troubles
    }

    /// The record that a table is, where it may follow what stands; a slip is mended where a reason was given.
    fn following(&self, kind: Kind, old_text: &str, mut table: Table, spot: &Spot) -> Result<Record, Vec<Trouble>> {
        let record = read(kind, &table, spot)?;
        if old_text.is_empty() {
            return Ok(record);
        }
        let unread = |_| {
            vec![spot.trouble(
                "",
                Text::fixed("这条记录读不出来，原因见 liandong check", "this record cannot be read; liandong check says why"),
            )]
        };
        let old = kind.read(old_text, Keys::Known).map_err(unread)?;
        let Err(refusals) = may_follow(&old, &record) else { return Ok(record) };
        let refused =
            |refusals: Vec<Refusal>| refusals.iter().map(|refusal| spot.trouble(&refusal.key, stands(refusal))).collect();
        let Some(reason) = self.work.reason else { return Err(refused(refusals)) };
        let keys = refusals.iter().map(|refusal| refusal.key.clone());
        append(&mut table, "amended", amendment(self.work.place.today(), keys, reason), false);
        let record = read(kind, &table, spot)?;
        may_follow(&old, &record).map_err(refused)?;
        Ok(record)
    }

    /// The next number that no row of this import has.
    fn new_path(&mut self, kind: Kind, record: &Record) -> Result<RecordPath, Text> {
        let year = record.happening().and_then(Happening::on).unwrap_or(self.work.place.today()).year();
        let unit = self.work.hands.owner.clone();
        let next = self.held.next_number(kind, year, &unit, self.work.place.series(&unit))?;
        let given = self.numbers.entry((kind, year)).or_default();
        let number = Number::new(next.series(), next.serial() + *given)
            .ok_or(Text::fixed("这一年的编号用完了，不能再登记", "this year's numbers are used up: nothing more can be filed"))?;
        *given += 1;
        Ok(RecordPath::Filed(FiledPath { kind, year, unit, number }))
    }

    /// Judges all rows at once, in the register as it will be. What cannot be so is a trouble; what falls short is only told.
    pub(super) fn judged(self, desk: &Desk<'_>, loaded: &Loaded) -> Result<Judged, Stop> {
        let mut troubles = self.troubles;
        if self.composed.is_empty() {
            return Ok(Judged { records: Vec::new(), troubles });
        }
        let mut records: HashMap<RecordPath, Record> = loaded.records.iter().cloned().collect();
        records.extend(self.composed.iter().map(|(composed, record, _)| (composed.path.clone(), record.clone())));
        let after = session::ledger(records, loaded.unreadable.clone()).map_err(Stop::Failed)?;
        let then = Desk { ledger: &after, ..*desk };
        let (stood, found) = (rules::judge(desk), rules::judge(&then));
        let mut judged = Vec::new();
        for (mut composed, _, spot) in self.composed {
            let guide = Guide { command: &|finding| command(finding, &after), ..Guide::NONE };
            let before = report::about(desk, &stood, &composed.path, Guide::NONE);
            let is_known = |finding: &FindingView| before.iter().any(|other| is_same(other, finding));
            let (known, new): (Vec<_>, Vec<_>) =
                report::about(&then, &found, &composed.path, guide).into_iter().partition(is_known);
            let form = new.iter().filter(|finding| finding.level == Level::Form);
            troubles.extend(form.map(|finding| spot.trouble(&finding.key, finding.what.clone())));
            (composed.known, composed.findings) = (known.len(), new);
            judged.push(composed);
        }
        Ok(Judged { records: judged, troubles })
    }
}

/// The record that a table is, or what is wrong with it at its cells.
fn read(kind: Kind, table: &Table, spot: &Spot) -> Result<Record, Vec<Trouble>> {
    let draft = toml::to_string(table).unwrap_or_default();
    kind.read(&draft, Keys::Known).map_err(|problems| {
        let key = |at: usize| spot.keys.iter().map(|(key, _)| *key).find(|key| locate(&draft, key).contains(&at));
        let trouble = |problem: crate::model::reader::Problem| {
            let texts = [problem.what, problem.help];
            spot.trouble(key(problem.span.start).unwrap_or_default(), Text::join(&texts, "；", "; "))
        };
        problems.into_iter().map(trouble).collect()
    })
}

/// Columns that must say something wherever the table that holds them says anything.
fn lacking<'c>(table: &Table, columns: &'c [Column]) -> impl Iterator<Item = &'c Column> {
    let is_lacking = |column: &&Column| {
        let Some(key) = column.key.filter(|_| column.required) else { return false };
        let begun = key.rsplit_once('.').is_none_or(|(above, _)| get(table, above).is_some());
        begun && get(table, key).is_none()
    };
    columns.iter().filter(is_lacking).collect::<Vec<_>>().into_iter()
}

fn needed(column: &Column) -> Text {
    let expected = column.shape.expected();
    let (heading_zh, heading_en, zh, en) = (column.heading.zh(), column.heading.en(), expected.zh(), expected.en());
    tr!("“{heading_zh}”必须填写（{zh}）"; "\"{heading_en}\" must be filled in ({en})")
}

fn stands(refusal: &Refusal) -> Text {
    let key = &refusal.key;
    tr!(
        "这一格已经登记，不能直接改动（{key}）；请恢复原样，确系笔误的用 --reason 写明原因；再次延期、复查用 liandong hazard extend、reinspect 登记";
        "this cell stands and may not simply change ({key}); put it back, or give --reason where it is a slip; another extension or re-inspection is filed by liandong hazard extend, reinspect"
    )
}
