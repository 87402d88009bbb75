//! What comes from another record comes after it: of records that come from each other none was first.

use std::collections::{HashMap, HashSet};

use crate::model::{Day, Filed, FiledPath, Hazard, Notice, RecordPath, Reference};
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
    let before = |hazard: &Hazard| hazard.from.iter().filter_map(|from| ledger.hazard(from)).collect();
    circles(&ledger.hazards, before, |hazard, _| report(hazard, "from", hazard.record.found, out));
    // A paper may correct one and withdraw another.
    let before =
        |notice: &Notice| notice.corrects.iter().chain(&notice.withdraws).filter_map(|before| ledger.notice(before)).collect();
    circles(&ledger.notices, before, |notice, circle| {
        let within = |before: &Reference| before.filed().is_some_and(|before| circle.contains(before));
        let key = if notice.record.corrects.as_ref().is_some_and(within) { "corrects" } else { "withdraws" };
        report(notice, key, notice.record.issued.unwrap_or(context.today), out);
    });
}

/// Hands on each record that leads back to itself, beside all that do so with it: the strongly connected components, by Gabow's two
/// stacks. Each record and each reference is looked at once, however long the ways are and however they cross.
fn circles<'a, T>(
    records: &'a [Filed<T>],
    before: impl Fn(&T) -> Vec<&'a Filed<T>>,
    mut each: impl FnMut(&'a Filed<T>, &HashSet<&'a FiledPath>),
) {
    let mut numbers: HashMap<&FiledPath, usize> = HashMap::new();
    let mut done = HashSet::new();
    // What names nothing before it is in no circle: most are such.
    for first in records.iter().filter(|record| !before(&record.record).is_empty()) {
        // The way from the first, with what is still to be followed; what was met and belongs to no circle yet; where a circle may begin.
        let (mut way, mut met, mut begins) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = Some(first).filter(|first| !numbers.contains_key(&first.path));
        loop {
            if let Some(record) = next.take() {
                begins.push(numbers.len());
                numbers.insert(&record.path, numbers.len());
                met.push(record);
                way.push((record, before(&record.record)));
            }
            let Some((record, left)) = way.last_mut() else { break };
            if let Some(other) = left.pop() {
                match numbers.get(&other.path) {
                    None => next = Some(other),
                    Some(_) if done.contains(&other.path) => {}
                    Some(number) => begins.truncate(begins.partition_point(|begin| begin <= number)),
                }
                continue;
            }
            let record = *record;
            way.pop();
            if begins.last() == numbers.get(&record.path) {
                begins.pop();
                let at = met.iter().rposition(|other| other.path == record.path).unwrap_or_default();
                let circle = met.split_off(at);
                let paths: HashSet<_> = circle.iter().map(|record| &record.path).collect();
                let leads_back = |record: &Filed<T>| before(&record.record).iter().any(|next| paths.contains(&next.path));
                circle.iter().filter(|record| leads_back(record)).for_each(|record| each(record, &paths));
                done.extend(paths);
            }
        }
    }
}

fn report<T>(filed: &Filed<T>, key: &str, on: Day, out: &mut RegisterFindings) {
    let what = tr!("由此追溯，又回到本记录"; "from there it leads back to this record");
    out.report_at(RecordPath::Filed(filed.path.clone()), on, key.to_owned(), what);
}
