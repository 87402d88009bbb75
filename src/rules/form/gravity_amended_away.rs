//! An amendment mends a slip. One that takes away what made a matter grave takes away the duties that followed from it.

use crate::model::{Determination, FiledPath, Happening, KeyPath, KeyStep, Leaf, RecordPath, Reference};
use crate::rules::form::place::called;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F27",
    name: "gravity-amended-away",
    nature: RuleNature::Whole,
    title: Text::fixed("更正取消了重大、重要情形的标记", "an amendment that took away what made it grave"),
    fires: Text::fixed(
        "更正（amended）所列的项目有重大隐患、重要情形、涉嫌瞒报谎报、重大安全风险、严重违法违规、共性问题，而记录中现在没有这一标记：由它产生的通报、督促、复查等要求随之不再提出。确属录错的，更正本身有效，因此只作提醒；隐患另有写明判定依据、认定人、文书的认定（determined）的不判。",
        "An amendment names the mark of a major hazard, of an important fact, of concealment, of major risk, of a serious violation or of a common problem, and the record has it no more: what was asked because of it (notices, urging, re-inspection) is asked no longer. Where it was a slip the amendment is right, so this is a reminder only. Not hazards with a determination (determined) that says by which criterion, by whom and by which paper.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对原件：确属录错的，在更正的原因中写明；属重新认定的，恢复标记，登记监管部门的认定（determined）。",
        "Compare with the paper: if it was a slip, let the reason of the amendment say so; if it was weighed anew, restore the mark and record the department's determination (determined).",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

/// The keys by which a matter is grave.
const GRAVE: &[&str] = &["major", "trigger", "concealed", "major_risk", "serious", "common"];

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    for amendment in record.amended().iter().filter(|amendment| amendment.on <= context.today) {
        for key in amendment.keys.iter().map(|key| KeyPath::from(key.as_str())) {
            let Some(KeyStep::Key(last)) = key.steps().last() else { continue };
            if !GRAVE.contains(&last.as_ref()) || is_set(record, &key) || is_determined(path, context) {
                continue;
            }
            let (called, on) = (called(&RecordPath::Filed(path.clone()), &key), amendment.on);
            let (zh, en, reason) = (called.zh(), called.en(), clean(amendment.reason.as_str()));
            let what = tr!(
                "{on} 更正取消了{zh}（原因：{reason}），由此产生的要求不再提出，请核对依据";
                "{en} was taken away by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
            );
            out.report(key.to_string(), what).at_most(Level::Reminder);
        }
    }
}

fn is_set(record: &dyn Happening, key: &KeyPath) -> bool {
    let mut is_set = false;
    record.leaves(&mut |at, leaf| is_set |= at == key && !matches!(leaf, Leaf::Flag(false)));
    is_set
}

fn is_determined(path: &FiledPath, context: &Context<'_>) -> bool {
    let hazard = context.ledger.hazard(&Reference::from(path.clone()));
    hazard.and_then(|hazard| hazard.record.determined.as_deref()).is_some_and(Determination::is_founded)
}
