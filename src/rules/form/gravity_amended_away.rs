//! An amendment mends a slip. One that takes away what made a matter grave, or what somebody was to do, takes away the duties that followed
//! from it.

use std::collections::BTreeSet;

use crate::model::field::Shape;
use crate::model::{Determination, FiledPath, Happening, KeyPath, KeyStep, Kind, Leaf, RecordPath, Reference};
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
        "更正（amended）所列的项目有重大隐患、重要情形、涉嫌瞒报谎报、民爆环节、重大安全风险、严重违法违规、共性问题、隐患来源，而记录中现在没有这一标记；或者有文书种类、停止部位、事故等级、线索核查结论、三同时情况，而现在所填的比可能的原值轻（如改为限期整改、只停一处、一般事故、不属实）；或者删去了督办事项、未能协调一致的问题、联合执法发现的问题中的一项（编号有缺的即是）：由它产生的通报、封存、督促、复查等要求随之不再提出。更正不留原值，确属录错或者原来就轻的，更正本身有效，因此只作提醒；隐患另有写明判定依据、认定人、文书的认定（determined）的不判。",
        "An amendment names the mark of a major hazard, of an important fact, of concealment, of explosives, of major risk, of a serious violation or of a common problem, or what a hazard came from, and the record has it no more; or it names the kind of an order, the part it stops, the grade of an accident, the result of a lead or the state of facilities, and what stands there now is lighter than it may have been (an order to rectify, one part, a general accident, not confirmed, in place); or it took out a task, a question that was not agreed or a problem that a team found (its number is missing): what was asked because of it (notices, sealing, urging, re-inspection) is asked no longer. An amendment does not keep what stood there: where it was a slip, or no heavier, it is right, so this is a reminder only. Not hazards with a determination (determined) that says by which criterion, by whom and by which paper.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对原件：确属录错的，在更正的原因中写明；属重新认定的，恢复标记，登记监管部门的认定（determined）。",
        "Compare with the paper: if it was a slip, let the reason of the amendment say so; if it was weighed anew, restore the mark and record the department's determination (determined).",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

/// How heavily what stands at a key weighs.
#[derive(Debug, Clone, Copy)]
enum Weighing {
    /// It is grave where it is set.
    Set,
    /// As it reads; these words are the light ones, as is none.
    Light(&'static [&'static str]),
    /// An item that asks for something as long as it stands.
    Item,
    /// It is light where it names a part of the mine, since all of it stopped before.
    Part,
}

/// The keys by which a matter is grave, of every kind that has one: a test goes through all keys that could be.
const GRAVE: &[(Kind, &str, Weighing)] = &[
    (Kind::Lead, "trigger", Weighing::Set),
    (Kind::Lead, "result.verdict", Weighing::Light(&["not-confirmed", "cannot-verify"])),
    // Only a stop of the whole mine has its explosives sealed: a stop of work may be what was made of one.
    (Kind::Order, "kind", Weighing::Light(&["onsite-measure", "stop-work", "rectify", "penalty", "transfer"])),
    (Kind::Order, "place", Weighing::Part),
    (Kind::Order, "major_risk", Weighing::Set),
    (Kind::Order, "serious", Weighing::Set),
    (Kind::Facility, "state", Weighing::Light(&["in-place"])),
    (Kind::Hazard, "major", Weighing::Set),
    (Kind::Hazard, "from", Weighing::Set),
    (Kind::Hazard, "determined.major", Weighing::Set),
    (Kind::Accident, "grade", Weighing::Light(&["general"])),
    (Kind::Accident, "explosives", Weighing::Set),
    (Kind::Accident, "concealed", Weighing::Set),
    (Kind::Notice, "trigger", Weighing::Set),
    (Kind::Notice, "common", Weighing::Set),
    (Kind::Enforcement, "problem.major", Weighing::Set),
    (Kind::Enforcement, "task", Weighing::Item),
    (Kind::Meeting, "task", Weighing::Item),
    (Kind::Meeting, "unresolved", Weighing::Item),
    (Kind::Upward, "reply.task", Weighing::Item),
];

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    for amendment in record.amended().iter().filter(|amendment| amendment.on <= context.today) {
        for key in amendment.keys.iter().map(|key| KeyPath::from(key.as_str())) {
            let named = key.without_items();
            let grave = GRAVE.iter().filter(|(kind, at, _)| *kind == path.kind && named.covers(&(*at).into()));
            for (_, at, weighing) in grave {
                let at = KeyPath::from(*at);
                if !is_light(*weighing, &key, &at, path, record, context) || is_determined(path, context) {
                    continue;
                }
                // A key above it may have been named for something else that stands below.
                let exact = named == at;
                let place = if exact { key.clone() } else { at };
                let (called, on) = (called(&RecordPath::Filed(path.clone()), &place), amendment.on);
                let (zh, en, reason) = (called.zh(), called.en(), clean(amendment.reason.as_str()));
                let what = if matches!(weighing, Weighing::Item) {
                    tr!(
                        "{on} 更正删去了{zh}中的一项（原因：{reason}），由它提出的要求不再提出，请核对依据";
                        "an item of {en} was taken out by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
                    )
                } else if matches!(weighing, Weighing::Set) && exact {
                    tr!(
                        "{on} 更正取消了{zh}（原因：{reason}），由此产生的要求不再提出，请核对依据";
                        "{en} was taken away by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
                    )
                } else {
                    tr!(
                        "{on} 更正了{zh}（原因：{reason}）；原来更重的，由此产生的要求不再提出，请核对依据";
                        "{en} was amended on {on} ({reason}); if it was graver, what it asked for is asked no longer: please check on what ground"
                    )
                };
                out.report(key.to_string(), what).at_most(Level::Reminder);
            }
        }
    }
}

/// Whether what stands at a key, in that part of the record which an amendment named, makes the matter a light one.
fn is_light(
    weighing: Weighing,
    named: &KeyPath,
    at: &KeyPath,
    path: &FiledPath,
    record: &dyn Happening,
    context: &Context<'_>,
) -> bool {
    let (mut is_set, mut stands, mut light) = (false, false, None);
    record.leaves(&mut |key, leaf| {
        stands |= named.covers(key);
        if named.covers(key) && key.without_items() == *at {
            is_set |= !matches!(leaf, Leaf::Flag(false));
            if let (Weighing::Light(words), Leaf::Word(word)) = (weighing, leaf) {
                light = Some(words.contains(&word.id));
            }
        }
    });
    let order = context.ledger.order(&Reference::from(path.clone()));
    match weighing {
        // What is still there in the others says nothing of the one that was taken out.
        Weighing::Set => !is_set || lacks_item(named, path, record),
        Weighing::Item => !stands || lacks_item(named, path, record),
        // A stop of work in all of the mine has its explosives sealed as a suspension has.
        Weighing::Light(_) => light.unwrap_or(true) && !order.is_some_and(|order| context.ledger.stops_all_work(order)),
        Weighing::Part => order.is_some_and(|order| order.record.kind.stops_mine() && !context.ledger.stops_whole_mine(order)),
    }
}

/// Whether an item is missing from a list that an amendment named as a whole: those that can be referred to are numbered one after the other, and
/// one that is taken out from their midst leaves its number.
fn lacks_item(named: &KeyPath, path: &FiledPath, record: &dyn Happening) -> bool {
    let field = named.field(path.kind.fields());
    let is_list = field.is_some_and(|field| matches!(field.shape, Shape::List(Shape::Table(_))));
    if !is_list || !matches!(named.steps().last(), Some(KeyStep::Key(_))) {
        return false;
    }
    let numbers: BTreeSet<u32> = record.parts().into_iter().map(|(_, no)| no).collect();
    numbers.last().is_some_and(|last| usize::try_from(*last).is_ok_and(|last| numbers.len() < last))
}

fn is_determined(path: &FiledPath, context: &Context<'_>) -> bool {
    let hazard = context.ledger.hazard(&Reference::from(path.clone()));
    hazard.and_then(|hazard| hazard.record.determined.as_deref()).is_some_and(Determination::is_founded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::Field;

    /// The flags and words that decide what a record is of, who did it or how, and not how grave it is.
    const OTHERWISE: &[(Kind, &str)] = &[
        (Kind::Lead, "channel"),
        (Kind::Lead, "distinct"),
        (Kind::Facility, "works"),
        (Kind::Facility, "kind"),
        (Kind::Facility, "stage"),
        // Weight follows the origin, which is a key of its own; a violation weighs as a hazard does.
        (Kind::Hazard, "source_kind"),
        (Kind::Hazard, "nature"),
        (Kind::Hazard, "reinspection.result"),
        (Kind::Hazard, "closed.reason"),
        (Kind::Accident, "distinct"),
        (Kind::Notice, "doc_type"),
        (Kind::Notice, "urgency"),
        (Kind::Notice, "preliminary.way"),
        (Kind::Notice, "review.post"),
        (Kind::Notice, "review.way"),
        (Kind::Notice, "delivery.way"),
        (Kind::Directive, "kind"),
        (Kind::Meeting, "chair.post"),
        (Kind::Meeting, "attendance.how"),
        (Kind::Meeting, "task.standing"),
        (Kind::Enforcement, "basis.kind"),
        (Kind::Enforcement, "task.standing"),
        (Kind::Response, "kind"),
        (Kind::Upward, "kind"),
        (Kind::Upward, "urgency"),
        (Kind::Upward, "reply.task.standing"),
    ];

    fn weighable(fields: &'static [Field], above: &KeyPath, found: &mut Vec<String>) {
        // Whether it may be read outside is every kind's.
        for field in fields.iter().filter(|field| field.key != "secrecy") {
            let at = above.key(field.key);
            let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
            match shape {
                Shape::Flag | Shape::Word(_) => found.push(at.to_string()),
                Shape::Table(fields) => weighable(fields, &at, found),
                _ => {}
            }
        }
    }

    /// A key that is new is asked after: does it make a matter grave?
    #[test]
    fn every_flag_and_word_is_weighed() {
        let mut unweighed = Vec::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_happening()) {
            let mut found = Vec::new();
            weighable(kind.fields(), &KeyPath::default(), &mut found);
            let is_known = |at: &String| {
                GRAVE.iter().any(|(of, key, _)| *of == kind && key == at)
                    || OTHERWISE.iter().any(|(of, key)| *of == kind && key == at)
            };
            unweighed.extend(found.iter().filter(|at| !is_known(at)).map(|at| format!("(Kind::{kind:?}, {at:?}),")));
        }
        assert!(unweighed.is_empty(), "{unweighed:#?}");
        for (kind, at) in GRAVE.iter().map(|(kind, at, _)| (kind, at)).chain(OTHERWISE.iter().map(|(kind, at)| (kind, at))) {
            assert!(KeyPath::from(*at).field(kind.fields()).is_some(), "{kind:?} {at}");
        }
    }
}
