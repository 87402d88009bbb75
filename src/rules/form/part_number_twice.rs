//! A part of a record is referred to by its own number (`…#2`), so no two parts may share one.

use std::collections::HashMap;

use super::place::called;
use crate::model::{FiledPath, Happening, RecordPath};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F03",
    name: "part-number-twice",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("同一记录中分项序号重复", "two parts of a record with one number"),
    fires: Text::fixed(
        "同一记录中可引用的分项（督办事项、未能协调的问题、发现问题、整改要求等）有两项序号相同，不论是否同类：引用 #序号 时分不清是哪一项。不同记录之间序号相同的、序号不连续的不判。",
        "Two parts of a record that can be referred to (tasks, unresolved questions, problems, demands …) have the same number, of one sort or of two: #number would not say which. Not across records, nor where numbers are left out.",
    ),
    proves: None,
    remedy: Text::fixed(
        "给后一项换一个未用过的序号（no）；已被引用的一项不改。",
        "Give the later part a number not used yet (no); leave the one that is already referred to.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, _: &Context<'_>, out: &mut Findings<'_>) {
    let path = RecordPath::Filed(path.clone());
    let mut first: HashMap<u32, String> = HashMap::new();
    for (key, no) in record.parts() {
        let Some(taken) = first.get(&no) else {
            first.insert(no, key);
            continue;
        };
        let (one, other) = (called(&path, &taken.as_str().into()), called(&path, &key.as_str().into()));
        let what = Text::join([&one, &other], "与", " and ");
        let (zh, en) = (what.zh(), what.en());
        out.report(format!("{key}.no"), tr!("{zh}的序号都是 {no}"; "{en} both have the number {no}"));
    }
}
