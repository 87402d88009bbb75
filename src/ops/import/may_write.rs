//! Whose a record is to write: the unit in whose name rows come, and no row says that it is another's or lies elsewhere.

use super::sheets::TakenSheet;
use super::{CellError, ImportWork};
use crate::intake::{CellRef, Draft, DraftRow};
use crate::model::{RecordPath, UnitId};
use crate::ops::Author;
use crate::ops::standing::is_own;
use crate::report::Named;
use crate::text::Text;
use crate::tr;

impl ImportWork<'_> {
    /// That the record is the acting unit's, and no row names another owner or place.
    ///
    /// # Errors
    /// The cell that speaks against it.
    pub(super) fn may_write(
        &self,
        sheet: &TakenSheet,
        draft: &Draft,
        standing: Option<&RecordPath>,
        before: Option<&[u8]>,
    ) -> Result<(), Vec<CellError>> {
        let author = self.author_of(draft, standing);
        let not_ours = self.not_ours(&author, standing, before).map(|what| (draft.at(), what));
        let not_ours = not_ours.or_else(|| self.unnamed(sheet, &author, standing).map(|what| (draft.at(), what)));
        let other = |row: &DraftRow| self.other_owner(row, &author, standing).or_else(|| self.elsewhere(row, standing));
        let against = not_ours.or_else(|| draft.rows.iter().find_map(other));
        match against {
            Some((at, what)) => Err(vec![CellError { sheet: sheet.sheet, at, what }]),
            None => Ok(()),
        }
    }

    /// Why a new row that came with a paper can be in nobody's name: it would be the office's own, and say nothing of the paper.
    fn unnamed(&self, sheet: &TakenSheet, author: &Author, standing: Option<&RecordPath>) -> Option<Text> {
        let lacks = self.reported.is_some() && author.proxy.is_none() && standing.is_none() && sheet.kind.is_happening();
        lacks.then(|| {
            Text::fixed(
                "按来文（--source）录入的，每一行要写明是哪个单位的（“监管单位”等单位一栏，或“单位”）；办公室自己的请不加 --source，另行导入",
                "what is entered from a paper (--source) says in every row whose it is (in its column of units, or one headed \"unit\"); import what is the office's own apart, without --source",
            )
        })
    }

    /// Why a record is not the acting unit's to write.
    fn not_ours(&self, author: &Author, standing: Option<&RecordPath>, before: Option<&[u8]>) -> Option<Text> {
        let mechanism = &self.register.mechanism;
        let (path, bytes) = (standing?, before.unwrap_or_default());
        let owner = path.owner().unwrap_or(mechanism.office());
        let name = mechanism.short(owner);
        if !mechanism.stands_for(&author.owner, owner, self.register.today()) {
            return Some(tr!(
                "这条记录由{name}登记，别的单位不能改；请恢复原样，有话要说用 liandong respond";
                "the record is {name}'s to write; put the cell back as it was, and say something to it with liandong respond"
            ));
        }
        (author.proxy.is_some() && is_own(path, bytes)).then(|| {
            tr!("这条记录是{name}自己登记的，办公室不能代改"; "{name} filed this record itself, and nobody changes it on their behalf")
        })
    }

    /// That a row names another owner than the record has or will have.
    fn other_owner(&self, row: &DraftRow, author: &Author, standing: Option<&RecordPath>) -> Option<(CellRef, Text)> {
        let mechanism = &self.register.mechanism;
        let (at, said) = row.owner.as_ref()?;
        let owner: &UnitId = standing.and_then(RecordPath::owner).unwrap_or(&author.owner);
        let why = match mechanism.unit_named(said) {
            Ok(named) if named == owner => return None,
            Ok(named) => {
                let (named, owner) = (mechanism.short(named), mechanism.short(owner));
                tr!(
                    "这一行写的是{named}，而记录属于{owner}；各单位的行请分别以其名义导入，办公室按来文汇总录入的，加 --source 来文 一次导入";
                    "the row says {named}, and the record is {owner}'s; import the rows of each unit in its own name, or, as the office and from a paper, all at once with --source PAPER"
                )
            }
            Err(why) => why,
        };
        Some((*at, why))
    }

    /// That a row says that it lies elsewhere than its record does.
    fn elsewhere(&self, row: &DraftRow, standing: Option<&RecordPath>) -> Option<(CellRef, Text)> {
        let resolver = self.register.resolver().by_name_only();
        let ((at, said), standing) = (row.place.as_ref()?, standing?);
        let lies_there = match standing {
            // A mine that begins with this row is known by its id alone.
            RecordPath::Mine(mine) | RecordPath::Licences(mine, _) => {
                mine.as_str() == said || resolver.mine(said).is_ok_and(|named| named == *mine)
            }
            path => resolver.reference(said).is_ok_and(|named| named.record == *path),
        };
        let title = Named::of_record(standing, resolver.mechanism).title;
        let (zh, en) = (title.zh(), title.en());
        (!lies_there).then(|| {
            let what = tr!(
                "这一行在{zh}中，不能移到别处；请恢复原样，要登记在别处的请另起一行（清空隐藏列“记录引用”）";
                "the row lies in {en} and cannot be moved; put the cell back, and write what lies elsewhere in a row of its own (clear its hidden column \"reference\")"
            );
            (*at, what)
        })
    }
}
