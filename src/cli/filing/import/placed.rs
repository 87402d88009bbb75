//! New rows of what lies in a file that their unit or mine names: there they are items of that file, or begin it.

use std::collections::BTreeMap;

use crate::intake::{self, Asked, At, Draft, Drafts, Problem, Use};
use crate::model::{Kind, Mechanism, MineId, RecordPath, Reference, UnitId};
use crate::text::{Text, clean};
use crate::tr;

/// Whose file rows lie in.
struct Files<'a> {
    kind: Kind,
    owner: &'a UnitId,
    mechanism: &'a Mechanism,
    /// The heading of the mine.
    heading: Text,
}

/// Gives new rows the file in which they lie; those of what is numbered get a file of their own later.
pub(super) fn place(read: &mut Drafts, asked: &Asked, kind: Kind, owner: &UnitId, mechanism: &Mechanism) {
    if kind.is_happening() {
        return;
    }
    let heading = asked.columns.iter().find(|column| column.used == Use::Mine).map(|column| column.heading.clone());
    let files = Files { kind, owner, mechanism, heading: heading.unwrap_or_default() };
    let (mut standing, mut placed) = (Vec::new(), BTreeMap::<String, Draft>::new());
    let (stand, new): (Vec<_>, Vec<_>) = read.drafts.drain(..).partition(|draft| draft.reference.is_some());
    for draft in stand {
        match &draft.reference {
            Some(file) if files.is_added_to(file) => drop(placed.insert(file.clone(), draft)),
            _ => standing.push(draft),
        }
    }
    for draft in new {
        let at = draft.at();
        let file = files.of(&draft, at).map(|file| file.to_string());
        let added = file.and_then(|file| files.add(&mut placed, file, draft));
        read.problems.extend(added.err().map(|(at, what)| Problem { at, what }));
    }
    read.drafts = standing.into_iter().chain(placed.into_values()).collect();
}

/// A row that names a mine alone.
const NOTHING: Text = Text::fixed(
    "这一行只写了矿山，没有内容；请填写其余各栏，或删去这一行",
    "the row names a mine and says nothing of it; fill in the other cells, or delete the row",
);

type Against = (At, Text);

impl Files<'_> {
    /// Whether a file that stands takes further rows.
    fn is_added_to(&self, file: &str) -> bool {
        self.kind != Kind::Mine && file.parse().is_ok_and(|path: RecordPath| path.owner() == Some(self.owner))
    }

    /// The file of new rows.
    fn of(&self, draft: &Draft, at: At) -> Result<Reference, Against> {
        let mine = draft.rows.iter().find_map(|row| row.mine.as_ref());
        let path = match (self.kind, mine) {
            (Kind::Mine, Some((at, id))) => RecordPath::Mine(self.new_mine(id).map_err(|why| (*at, why))?),
            (Kind::Licences, Some((at, name))) => {
                RecordPath::Licences(self.known_mine(name).map_err(|why| (*at, why))?, self.owner.clone())
            }
            (Kind::Mine | Kind::Licences, None) => return Err((at, self.unnamed())),
            (kind, _) => RecordPath::OfUnit(kind, self.owner.clone()),
        };
        Ok(Reference::whole(path))
    }

    /// Puts new rows with those of the same file.
    fn add(&self, placed: &mut BTreeMap<String, Draft>, file: String, draft: Draft) -> Result<(), Against> {
        let at = draft.at();
        if draft.rows.iter().all(|row| row.changes.is_empty()) {
            return Err((at, NOTHING));
        }
        let there = placed.entry(file).or_insert_with_key(|file| Draft { reference: Some(file.clone()), rows: Vec::new() });
        if self.kind == Kind::Mine && !there.rows.is_empty() {
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
        match self.mechanism.mines.get(&id) {
            None => Ok(id),
            Some(mine) => {
                let name = &mine.name;
                Err(tr!(
                    "代号 {id} 已经登记过了，是{name}；要改它的档案请在导出的台账上改，新矿山请另取代号";
                    "the id {id} was filed before, for {name}; to change its file export the ledger and change that, and give a new mine another id"
                ))
            }
        }
    }

    /// A mine that the register has.
    fn known_mine(&self, said: &str) -> Result<MineId, Text> {
        self.mechanism.mine_named(said).cloned().ok_or_else(|| {
            let shown = clean(said);
            tr!(
                "没有叫“{shown}”的矿山；请核对名称，新矿山先由办公室在“一企一档”建档";
                "there is no mine called \"{shown}\"; check the name: a new mine is filed by the office first"
            )
        })
    }

    fn unnamed(&self) -> Text {
        let (zh, en) = (self.heading.zh(), self.heading.en());
        tr!("“{zh}”必须填写"; "\"{en}\" must be filled in")
    }

    fn twice(&self) -> Text {
        let (zh, en) = (self.heading.zh(), self.heading.en());
        tr!("另一行用了同一个{zh}；每座矿山一行，请另取{zh}"; "another row has the same {en}; every mine has a row and an {en} of its own")
    }
}
