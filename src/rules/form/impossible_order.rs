//! Some days of a record can only come in one order: nothing is re-inspected before it was found.

use super::place::{called, day_of};
use crate::model::{Day, FiledPath, Happening, Kind, RecordPath, Sequence};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F04",
    name: "impossible-order",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("日期先后不可能", "days in an order that cannot be"),
    fires: Text::fixed(
        "同一记录中，必然在后的日期早于必然在前的日期，如复查早于发现、印发早于审核、任期的止日早于起日、延期早于原整改期限。同一天的、其中一个未填的不判。",
        "In one record, a day that can only come later lies before the one that comes first: re-inspected before found, issued before reviewed, a term of office that ends before it begins, an extension that ends before the term that it is to extend. Not on the same day, nor where one of them is absent.",
    ),
    proves: None,
    remedy: Text::fixed("核对这两个日期，改正填错的一个。", "Check the two days and mend the one that is wrong."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    context.ledger.each(|path: &FiledPath, record: &dyn Happening| {
        for sequence in record.sequences() {
            check_one(&RecordPath::Filed(path.clone()), &sequence, context, out);
        }
    });
    for (path, sequence) in spans(context) {
        check_one(&path, &sequence, context, out);
    }
}

fn check_one(path: &RecordPath, sequence: &Sequence, context: &Context<'_>, out: &mut RegisterFindings) {
    let Sequence { first: (first_key, first), then: (key, then) } = sequence;
    let (before, after) = (called(path, &first_key.as_str().into()), called(path, &key.as_str().into()));
    let (before_zh, before_en, after_zh, after_en) = (before.zh(), before.en(), after.zh(), after.en());
    let what = tr!(
        "{after_zh}（{then}）早于{before_zh}（{first}）";
        "{after_en} ({then}) lies before {before_en} ({first})"
    );
    out.report_at(path.clone(), day_of(path, context), key, what);
}

/// The terms of people, licences, mines and units, each from its first day to its last.
fn spans(context: &Context<'_>) -> Vec<(RecordPath, Sequence)> {
    let mechanism = &context.ledger.mechanism;
    let mut spans = Vec::new();
    let mut add = |path: RecordPath, at: String, [from, to]: [&str; 2], first: Option<Day>, last: Option<Day>| {
        let key = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        let mut found = Vec::new();
        Sequence::push(&mut found, (key(from), first), (key(to), last));
        spans.extend(found.into_iter().map(|found| (path.clone(), found)));
    };
    for (unit, people) in &mechanism.people {
        let path = RecordPath::OfUnit(Kind::People, unit.clone());
        for (at, liaison) in people.liaison.iter().enumerate() {
            add(path.clone(), format!("liaison[{at}]"), ["since", "until"], Some(liaison.since), liaison.until);
        }
        for (at, leader) in people.leader.iter().enumerate() {
            add(path.clone(), format!("leader[{at}]"), ["since", "until"], Some(leader.since), leader.until);
        }
    }
    for ((mine, unit), file) in &mechanism.licences {
        for (at, licence) in file.licence.iter().enumerate() {
            let path = RecordPath::Licences(mine.clone(), unit.clone());
            add(path, format!("licence[{at}]"), ["from", "until"], licence.from, licence.until);
        }
    }
    for (unit, known) in &mechanism.units {
        let path = RecordPath::OfUnit(Kind::Unit, unit.clone());
        add(path, String::new(), ["since", "until"], known.since, known.until);
    }
    spans
}
