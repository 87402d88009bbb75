//! What comes from another record comes after it: of records that come from each other none was first.

use std::collections::HashSet;

use crate::model::{Day, Filed, FiledPath, Hazard, Notice, RecordPath};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F24",
    name: "reference-in-circle",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("记录互为来源", "records that come from each other"),
    fires: Text::fixed(
        "隐患的来源（from）、通报所更正（corrects）或撤回（withdraws）的通报，一路追溯又回到该记录本身。这样的来源不作数，各条记录按其自身判断。",
        "The origin of a hazard (from), or the notice that one corrects or withdraws, leads back to the record itself, by whatever way. Such an origin is none: each record is judged by what it says itself.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对先后：最先登记的一条，改写或删去其来源（from、corrects、withdraws）。",
        "See which was first, and change or remove its origin (from, corrects, withdraws).",
    ),
    reach: Reach::Register,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let before = |hazard: &Hazard| hazard.from.as_ref().and_then(|from| ledger.hazard(from));
    circles(&ledger.hazards, before, |hazard| report(hazard, "from", hazard.record.found, out));
    let before =
        |notice: &Notice| notice.corrects.as_ref().or(notice.withdraws.as_ref()).and_then(|before| ledger.notice(before));
    circles(&ledger.notices, before, |notice| {
        let key = if notice.record.corrects.is_some() { "corrects" } else { "withdraws" };
        report(notice, key, notice.record.issued.unwrap_or(context.today), out);
    });
}

/// Hands on each record that leads back to itself. Each is walked once, however long the ways are.
fn circles<'a, T>(records: &'a [Filed<T>], before: impl Fn(&T) -> Option<&'a Filed<T>>, mut each: impl FnMut(&'a Filed<T>)) {
    let mut walked: HashSet<&FiledPath> = HashSet::new();
    for first in records {
        let mut way = Vec::new();
        let mut next = before(&first.record).map(|_| first);
        while let Some(record) = next.filter(|record| walked.insert(&record.path)) {
            way.push(record);
            next = before(&record.record);
        }
        // Where the way ends at one of its own, it leads back from there on.
        let back = next.and_then(|met| way.iter().position(|record| record.path == met.path));
        back.into_iter().flat_map(|at| way.split_off(at)).for_each(&mut each);
    }
}

fn report<T>(filed: &Filed<T>, key: &str, on: Day, out: &mut RegisterFindings) {
    let what = tr!("由此追溯，又回到本记录"; "from there it leads back to this record");
    out.report_at(RecordPath::Filed(filed.path.clone()), on, key.to_owned(), what);
}
