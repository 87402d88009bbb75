//! 年度自查: every obligation of the year with its state, light and evidence, as `check` has them.

use std::rc::Rc;

use super::sheet::{Cell, Holds, Row, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::LedgerView;
use crate::model::field::Word;
use crate::model::{Force, Kind};
use crate::report::{Guide, Named, ObligationStatus, Question, check};
use crate::rules;
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "self-check", zh: "年度自查", en: "Annual self-check" },
    aliases: &["check", "自查"],
    is_public: true,
    taken_back: None,
    printed: &["条款", "义务", "约束程度", "状态", "次数", "应有次数", "依据记录", "说明"],
    columns,
    rows,
};

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    let year = view.year.unwrap_or(view.context.today.year());
    let question = Question { year, unit: view.unit.cloned(), rule: None };
    let report = check(&view.context, &rules::judge_for_year(&view.context, year), &question, None, Guide::NONE);
    let standings: Rc<[ObligationStatus]> = report.obligations.into();
    Rows::new(move || {
        let standings = Rc::clone(&standings);
        (0..standings.len()).map(move |at| {
            let standing = &standings[at];
            let named = Named { reference: standing.id.clone(), title: Text::same(standing.id.clone()) };
            Row { named, revision: None, cells: cells(standing, &view) }
        })
    })
}

fn force(standing: &ObligationStatus) -> Option<Text> {
    Force::ALL.iter().map(|force| force.word()).find(|word| word.id == standing.force).map(|word| word.label())
}

fn evidence<'a>(standing: &ObligationStatus) -> Cell<'a> {
    let titles = standing.evidence.iter().take(super::view::NAMED).map(|named| &named.title);
    Text::join(titles, "、", ", ").into()
}

table! { Kind::Obligations, 'a, |standing: &ObligationStatus, _view| {
    ("条款", "clause", Holds::Line) => standing.clause_path.clone();
    ("义务", "obligation", Holds::Prose) => standing.title.clone();
    ("原文", "words of the clause", Holds::Prose) => standing.quote.clone();
    ("约束程度", "force", Holds::Line) => force(standing);
    ("状态", "state", Holds::Line) => standing.state.label();
    ("灯", "light", Holds::Light) => standing.light;
    ("次数", "count", Holds::Number) => standing.count;
    ("应有次数", "at least", Holds::Number) => standing.least;
    ("未到期事项数", "pending", Holds::Number) => standing.pending;
    ("依据记录", "evidence", Holds::Prose) => evidence(standing);
    ("说明", "note", Holds::Prose) => standing.note.clone();
} }
