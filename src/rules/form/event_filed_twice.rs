//! One event is one record: what several units filed of it is counted and judged once, and whether two are one nobody but they can say.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::model::{Accident, Filed, Lead, Mechanism, Reference, SameEvent};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F26",
    name: "event-filed-twice",
    nature: RuleNature::Whole,
    title: Text::fixed("一起事故或者一条线索登记了两次", "one accident or lead in two records"),
    fires: Text::fixed(
        "两条事故（同一矿山、同日、同为或者同不为民爆环节）或者两条线索（同日收到、同一矿山或地点、同一重要情形）的登记，未写明是同一件（same_as）还是另一件（distinct）：在接报较晚的一条指出，同日接报的在两个单位的登记中都指出，事故为提醒，线索只作建议；其间各自判断。写明是同一件而矿山、镇街、日期、情形不合，所指的一条接报较晚，或者所指的一条本身又指向别的一条的，不作数，并指出；两处的等级、人数、核查结论不一致的同样指出。写明以后，并入所指的一条，只计一次、只判一次。",
        "Two records of accidents (of one mine and day, both or neither of explosives) or of leads (received on one day, of one mine or place, about the same matter) do not say whether they are of one (same_as) or of two (distinct): told at the one known later, and where two units knew of it on one day at both, a reminder of accidents and advice of leads; until that is said each is judged by itself. A word that they are the same is none, and is told of, where mine, town, day or matter differ, where the other was known later, or where it names a further one; so are grades, numbers or results that differ. Once it is said, they are counted and judged once.",
    ),
    proves: None,
    remedy: Text::fixed(
        "同一件的，在较晚的一条填 same_as，指向先登记的一条，并核对两处所记；确属两件的，在其中一条填 distinct = true。",
        "If it is one, let the later record name the first in same_as, and see that both say the same; if there were two, set distinct = true in one of them.",
    ),
    reach: Reach::Register,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    let by_mine = |accident: &Accident| format!("{} {}", accident.mine, accident.occurred);
    let accidents =
        EventRecords { records: &ledger.accidents, level: Level::Reminder, called: Text::fixed("一起事故", "one accident") };
    accidents.judge(by_mine, |at| ledger.accident(at), context, out);
    let by_day = |lead: &Lead| lead.received.to_string();
    let leads = EventRecords { records: &ledger.leads, level: Level::Advice, called: Text::fixed("一条线索", "one lead") };
    leads.judge(by_day, |at| ledger.lead(at), context, out);
}

/// The records of one kind of event.
struct EventRecords<'a, T> {
    records: &'a [Filed<T>],
    level: Level,
    called: Text,
}

impl<'a, T: SameEvent> EventRecords<'a, T> {
    fn judge(
        &self,
        bucket: impl Fn(&T) -> String,
        find: impl Fn(&Reference) -> Option<&'a Filed<T>>,
        context: &Context<'_>,
        out: &mut RegisterFindings,
    ) {
        let mut near: HashMap<String, Vec<&Filed<T>>> = HashMap::new();
        for filed in self.records.iter().filter(|filed| filed.record.known() <= context.today) {
            near.entry(bucket(&filed.record)).or_default().push(filed);
            match filed.record.same_as().map(|named| (named, find(named))) {
                Some((_, Some(first))) => compare(filed, first, &context.ledger.mechanism, out),
                // What is not there another rule tells.
                Some((named, None)) if named.record.kind() != filed.path.kind => self.of_another_kind(filed, named, out),
                _ => {}
            }
        }
        for filed in near.values().filter(|filed| 1 < filed.len()).flatten() {
            if filed.record.same_as().is_none() && !filed.record.is_distinct() {
                self.ask(filed, &near[&bucket(&filed.record)], out);
            }
        }
    }

    fn of_another_kind(&self, filed: &Filed<T>, named: &Reference, out: &mut RegisterFindings) {
        let (zh, en) = (self.called.zh(), self.called.en());
        let what = tr!("写明与 {named} 为同一件，而那不是{zh}的登记，不作数"; "it is said to be the same as {named}, which is no record of {en}: the word has no effect");
        out.report_at(filed.reference().record, filed.record.known(), "same_as", what).at_most(Level::Reminder);
    }

    /// Whether a record is of the same event as one that was known no later.
    fn ask(&self, filed: &Filed<T>, near: &[&Filed<T>], out: &mut RegisterFindings) {
        let known = |one: &Filed<T>| (one.record.known(), one.path.unit.clone(), one.path.year, one.path.number);
        // Of two units that knew on one day neither comes second: either may say it, and both are asked.
        let is_no_later = |other: &Filed<T>| match other.record.known().cmp(&filed.record.known()) {
            Ordering::Less => true,
            Ordering::Equal => other.path.unit != filed.path.unit || known(other) < known(filed),
            Ordering::Greater => false,
        };
        let is_unsaid = |other: &&&Filed<T>| {
            other.path != filed.path
                && is_no_later(other)
                && !other.record.is_distinct()
                && other.record.same_as().is_none()
                && filed.record.looks_like(&other.record)
        };
        let Some(first) = near.iter().filter(is_unsaid).min_by_key(|other| known(other)) else { return };
        let (path, zh, en) = (&first.path, self.called.zh(), self.called.en());
        let what = tr!(
            "与 {path} 同日、同一矿山（地点）、同一情形，是否{zh}未写明，各计一次、各判一次";
            "of the same day, place and matter as {path}; whether they are {en} is not said, so each is counted and judged by itself"
        );
        out.report_at(filed.reference().record, filed.record.known(), "same_as", what).at_most(self.level);
    }
}

/// What a record says of the one that it names as the same.
fn compare<T: SameEvent>(filed: &Filed<T>, first: &Filed<T>, mechanism: &Mechanism, out: &mut RegisterFindings) {
    let (at, known) = (filed.reference().record, filed.record.known());
    let path = &first.path;
    let what = if first.path == filed.path {
        Text::fixed("写明与本记录自己为同一件，不作数", "it is said to be the same as itself: the word has no effect")
    } else if !filed.record.fits(&first.record, mechanism) {
        tr!("写明与 {path} 为同一件，而两处的矿山、镇街、日期、情形不合，不作数"; "it is said to be the same as {path}, whose mine, town, day or matter is another: the word has no effect")
    } else if first.record.same_as().is_some() {
        tr!("写明与 {path} 为同一件，而那一条又指向别的一条，不作数；请直接指向最先的一条"; "it is said to be the same as {path}, which names a further one: the word has no effect; please name the first of them")
    } else if known < first.record.known() {
        let later = first.record.known();
        tr!("写明与 {path} 为同一件，而那一条接报较晚（{later}），不作数；请由那一条指向本记录"; "it is said to be the same as {path}, which was known later ({later}): the word has no effect; let that one name this record")
    } else if filed.record.is_distinct() {
        tr!("写明与 {path} 为同一件，又写明是另一件，按同一件判断，请删去其一"; "it is said to be the same as {path} and to be another one; it is judged as the same: please remove one of the two")
    } else if !filed.record.agrees_with(&first.record) {
        tr!("与 {path} 为同一件，而两处所记的等级、人数或者核查结论不一致，请核对"; "it is the same as {path}, and the two differ in grade, numbers or result: please check")
    } else {
        return;
    };
    out.report_at(at, known, "same_as", what).at_most(Level::Reminder);
}
