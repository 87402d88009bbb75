//! What is recorded as done cannot lie ahead; terms, plans and expiries may.

use super::place::{called, day_of};
use crate::model::field::Field;
use crate::model::{Leaf, LeafGroups};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F05",
    name: "date-in-future",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("已发生的事日期在将来", "something done on a day still to come"),
    fires: Text::fixed(
        "记录已发生之事的日期晚于今天（不是晚于判定日）。期限、计划日期、有效期、任期等本来就可在将来的日期，以及今天的日期不判。",
        "The day of something done lies after today, the real one, not the day judged. Not terms, planned days, expiries and terms of office, which may lie ahead, and not today itself.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对日期（常见为年份写错）；事情尚未发生的，发生后再填。",
        "Check the day, often its year; what has not happened is entered once it has.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    context.ledger.leaves(LeafGroups::DAYS, &mut |path, at, leaf| {
        let day = match leaf {
            Leaf::Day(day) => day,
            Leaf::Moment(moment) => moment.day(),
            _ => return,
        };
        if day <= context.now || at.field(path.kind().fields()).is_some_and(Field::may_lie_ahead) {
            return;
        }
        let key = at.to_string();
        let place = called(path, at);
        let (zh, en, now) = (place.zh(), place.en(), context.now);
        let what = tr!("{zh}（{day}）晚于今天（{now}）"; "{en} ({day}) lies after today ({now})");
        out.report_at(path.clone(), day_of(path, context), key, what);
    });
}
