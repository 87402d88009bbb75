//! An amendment mends a slip. One that takes away what made a matter grave, or what somebody was to do, takes away the duties that followed
//! from it; one that moves a term or the day of an act, once the term had run out, makes in time what was late.

use std::collections::BTreeSet;

use crate::model::field::Shape;
use crate::model::{Amendment, Day, FiledPath, Happening, KeyPath, KeyStep, Kind, Leaf, RecordPath, Reference, SettingId};
use crate::rules::due::Due;
use crate::rules::form::place::called;
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F27",
    name: "gravity-amended-away",
    nature: RuleNature::Remark,
    title: Text::fixed(
        "更正取消了重大、重要情形的标记，或者改动了期限、日期",
        "an amendment that took away what made it grave, or moved a day",
    ),
    fires: Text::fixed(
        "更正（amended）所列的项目有重大隐患、重要情形、涉嫌瞒报谎报、民爆环节、重大安全风险、严重违法违规、共性问题、隐患来源，而记录中现在没有这一标记；或者有文书种类、停止部位、线索核查结论、复查结论、回应类别、三同时情况，而现在所填的比可能的原值轻（如由关闭改为停产、改为限期整改、只停一处、不属实、复查合格、已完成）；或者有事故等级（升、降都使有的职责不再提出）；或者删去了督办事项、未能协调一致的问题、联合执法发现的问题中的一项（编号有缺的即是）；或者在印发以后改了通报的主送、事由、措施、建议：由它产生的通报、封存、督促、复查等要求随之不再提出。更正期限（整改期限、延至、督办时限等）晚于设定当日的，更正印发、送达、复查、办结等日期晚于所适用的期限的（隐患看整改期限，通报看所涉事项的正式通报时限，其余看所填日期），更正会议、联合执法的日期晚于其年度的，同样指出：及时、逾期随之改变。更正不留原值，确属录错或者原来就轻的，更正本身有效，因此只作提醒；隐患另有写明判定依据、认定人、文书的认定（determined）的不判。",
        "An amendment names the mark of a major hazard, of an important fact, of concealment, of explosives, of major risk, of a serious violation or of a common problem, or what a hazard came from, and the record has it no more; or it names the kind of an order, the part it stops, the result of a lead or of a re-inspection, the word of a response or the state of facilities, and what stands there now is lighter than it may have been (a suspension that was a closure, an order to rectify, one part, not confirmed, passed, done, in place); or the grade of an accident, which takes duties away whether it was raised or lowered; or it took out a task, a question that was not agreed or a problem that a team found (its number is missing); or whom a notice told, what it is about, its measures or suggestions after it was issued: what was asked because of it (notices, sealing, urging, re-inspection) is asked no longer. So is an amendment that moved a term after the day on which it was set, the day of an act (issue, service, re-inspection, done) after the term that applies had run out (of a hazard its own, of a notice that for notices, else the day itself), or the day of a meeting or enforcement after its year: what is in time and what is late changes with it. An amendment does not keep what stood there: where it was a slip, or no heavier, it is right, so this is a reminder only. Not hazards with a determination (determined) that says by which criterion, by whom and by which paper.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对原件：确属录错的，在更正的原因中写明；属重新认定的，恢复标记，登记监管部门的认定（determined）。",
        "Compare with the paper: if it was a slip, let the reason of the amendment say so; if it was weighed anew, restore the mark and record the department's determination (determined).",
    ),
    reach: Reach::Cites,
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
    /// Whatever it reads, it may have asked for something else before: of a graver accident the district does less, of a lighter one others do.
    Either,
    /// A last day: one that had run out may have been moved.
    Term,
    /// The day of what was done, or from which a term is counted.
    Done,
    /// The day by whose year it counts.
    Counted,
    /// What a paper says, or whom it told, which went out as it was.
    WentOut,
}

/// The keys by which a matter is grave, of every kind that has one: a test goes through all keys that could be.
const GRAVE: &[(Kind, &str, Weighing)] = &[
    (Kind::Lead, "trigger", Weighing::Set),
    (Kind::Lead, "result.verdict", Weighing::Light(&["not-confirmed", "cannot-verify"])),
    // Nothing weighs as a closure does, and every other may be what was made of one.
    (
        Kind::Order,
        "kind",
        Weighing::Light(&[
            "onsite-measure",
            "stop-work",
            "suspend-production",
            "rectify",
            "withhold-licence",
            "revoke",
            "penalty",
            "transfer",
        ]),
    ),
    (Kind::Order, "place", Weighing::Part),
    (Kind::Order, "major_risk", Weighing::Set),
    (Kind::Order, "serious", Weighing::Set),
    (Kind::Facility, "state", Weighing::Light(&["in-place"])),
    (Kind::Hazard, "major", Weighing::Set),
    (Kind::Hazard, "from", Weighing::Set),
    (Kind::Hazard, "determined.major", Weighing::Set),
    (Kind::Hazard, "reinspection.result", Weighing::Light(&["passed"])),
    (Kind::Accident, "grade", Weighing::Either),
    (Kind::Accident, "explosives", Weighing::Set),
    (Kind::Accident, "concealed", Weighing::Set),
    (Kind::Notice, "trigger", Weighing::Set),
    (Kind::Notice, "common", Weighing::Set),
    (Kind::Notice, "to", Weighing::WentOut),
    (Kind::Notice, "about", Weighing::WentOut),
    (Kind::Notice, "measures", Weighing::WentOut),
    (Kind::Notice, "suggestions", Weighing::WentOut),
    (Kind::Enforcement, "problem.major", Weighing::Set),
    (Kind::Enforcement, "task", Weighing::Item),
    (Kind::Meeting, "task", Weighing::Item),
    (Kind::Meeting, "unresolved", Weighing::Item),
    (Kind::Upward, "reply.task", Weighing::Item),
    (Kind::Response, "kind", Weighing::Light(&["done", "measures-taken", "accepted", "cosigned", "answer", "taken-over"])),
    // Days.
    (Kind::Plan, "issued", Weighing::Done),
    (Kind::Lead, "received", Weighing::Done),
    (Kind::Lead, "result.on", Weighing::Done),
    (Kind::Order, "at", Weighing::Done),
    (Kind::Order, "until", Weighing::Term),
    (Kind::Order, "lifted.on", Weighing::Done),
    (Kind::Facility, "on", Weighing::Done),
    (Kind::Facility, "in_use", Weighing::Done),
    (Kind::Facility, "made_good.on", Weighing::Done),
    (Kind::Hazard, "found", Weighing::Done),
    (Kind::Hazard, "determined.on", Weighing::Done),
    (Kind::Hazard, "reported_done", Weighing::Done),
    (Kind::Hazard, "onsite.on", Weighing::Done),
    (Kind::Hazard, "rectification.due", Weighing::Term),
    (Kind::Hazard, "extension.asked", Weighing::Done),
    (Kind::Hazard, "extension.approved_on", Weighing::Done),
    (Kind::Hazard, "extension.new_due", Weighing::Term),
    (Kind::Hazard, "reinspection.on", Weighing::Done),
    (Kind::Hazard, "reinspection.new_due", Weighing::Term),
    (Kind::Hazard, "closed.on", Weighing::Done),
    (Kind::Accident, "occurred", Weighing::Done),
    (Kind::Accident, "learned", Weighing::Done),
    (Kind::Accident, "rescue.on", Weighing::Done),
    (Kind::Accident, "inquiry.on", Weighing::Done),
    (Kind::Notice, "issued", Weighing::Done),
    (Kind::Notice, "preliminary.at", Weighing::Done),
    (Kind::Notice, "review.on", Weighing::Done),
    (Kind::Notice, "review.confirmed_on", Weighing::Done),
    (Kind::Notice, "delivery.on", Weighing::Done),
    (Kind::Meeting, "held", Weighing::Counted),
    (Kind::Meeting, "minutes.issued", Weighing::Done),
    (Kind::Meeting, "task.due", Weighing::Term),
    (Kind::Enforcement, "from", Weighing::Counted),
    (Kind::Enforcement, "to", Weighing::Counted),
    (Kind::Enforcement, "visits.on", Weighing::Done),
    (Kind::Enforcement, "problem.due", Weighing::Term),
    (Kind::Enforcement, "problem.onsite.on", Weighing::Done),
    (Kind::Enforcement, "summary.received", Weighing::Done),
    (Kind::Enforcement, "circular.issued", Weighing::Done),
    (Kind::Enforcement, "task.due", Weighing::Term),
    (Kind::Response, "on", Weighing::Done),
    (Kind::Upward, "on", Weighing::Done),
    (Kind::Upward, "reply.on", Weighing::Done),
    (Kind::Upward, "reply.task.due", Weighing::Term),
    (Kind::Waiver, "on", Weighing::Done),
    (Kind::Waiver, "until", Weighing::Term),
];

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    for amendment in record.amended().iter().filter(|amendment| amendment.on <= context.today) {
        let amended = Amended { path, record, amendment, context };
        for key in amendment.keys.iter().map(|key| KeyPath::from(key.as_str())) {
            let named = key.without_items();
            let weighed = GRAVE.iter().filter(|(kind, at, _)| *kind == path.kind && named.covers(&(*at).into()));
            let told = weighed.filter_map(|(_, at, weighing)| amended.tell(*weighing, &key, &KeyPath::from(*at)));
            let (days, grave): (Vec<_>, Vec<_>) = told.partition(|(is_day, _)| *is_day);
            // A table that was named has several days, and one word is enough.
            for (_, what) in grave.into_iter().chain(days.into_iter().take(1)) {
                out.report(key.to_string(), what);
            }
        }
    }
}

/// Where an amendment left a day.
enum MovedDay {
    To(Day),
    Away,
}

/// One amendment of a record.
#[derive(Clone, Copy)]
struct Amended<'a> {
    path: &'a FiledPath,
    record: &'a dyn Happening,
    amendment: &'a Amendment,
    context: &'a Context<'a>,
}

impl Amended<'_> {
    /// What is to be said of what was amended at a key, and whether it is of a day.
    fn tell(self, weighing: Weighing, key: &KeyPath, at: &KeyPath) -> Option<(bool, Text)> {
        let Self { path, record, amendment, context } = self;
        // A key above it may have been named for something else that stands below.
        let exact = key.without_items() == *at;
        let (called, on) = (called(&RecordPath::Filed(path.clone()), if exact { key } else { at }), amendment.on);
        let (zh, en, reason) = (called.zh(), called.en(), clean(amendment.reason.as_str()));
        if matches!(weighing, Weighing::Term | Weighing::Done | Weighing::Counted) {
            let (now_zh, now_en) = match self.moved(weighing, key, at)? {
                MovedDay::To(day) => (format!("现为 {day}"), format!("now {day}")),
                MovedDay::Away => ("现已删去".to_owned(), "now taken out".to_owned()),
            };
            let what = tr!(
                "{on} 更正了{zh}（{now_zh}，原因：{reason}），其时期限已过或者可能已过，及时、逾期随之改变，请核对依据";
                "{en} was amended on {on} ({now_en}; {reason}), when the term had run out or may have: what is in time and what is late changes with it; please check on what ground"
            );
            return Some((true, what));
        }
        if matches!(weighing, Weighing::WentOut) {
            let notice = context.ledger.notice(&Reference::from(path.clone()));
            let issued = notice.and_then(|notice| notice.record.issued).filter(|issued| *issued < on)?;
            let what = tr!(
                "{on} 更正了{zh}（原因：{reason}），而文书已于 {issued} 印发：发出的以原样为准，少写、漏发的另行通报";
                "{en} was amended on {on} ({reason}), and the paper went out on {issued} as it was: what it lacked, or whom it did not reach, needs a further notice"
            );
            return Some((false, what));
        }
        if !is_light(weighing, key, at, path, record, context) || is_determined(path, context) {
            return None;
        }
        let what = match weighing {
            Weighing::Item => tr!(
                "{on} 更正删去了{zh}中的一项（原因：{reason}），由它提出的要求不再提出，请核对依据";
                "an item of {en} was taken out by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
            ),
            Weighing::Either => tr!(
                "{on} 更正了{zh}（原因：{reason}）；原来按另一等级提出的调查、通报等要求不再提出，请核对依据";
                "{en} was amended on {on} ({reason}); what the other grade asked for (inquiry, notices) is asked no longer: please check on what ground"
            ),
            Weighing::Set if exact => tr!(
                "{on} 更正取消了{zh}（原因：{reason}），由此产生的要求不再提出，请核对依据";
                "{en} was taken away by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
            ),
            _ => tr!(
                "{on} 更正了{zh}（原因：{reason}）；原来更重的，由此产生的要求不再提出，请核对依据";
                "{en} was amended on {on} ({reason}); if it was graver, what it asked for is asked no longer: please check on what ground"
            ),
        };
        Some((false, what))
    }

    /// The day that stands at a key now, where it was amended after the term may have run out by which it counts.
    fn moved(self, weighing: Weighing, named: &KeyPath, at: &KeyPath) -> Option<MovedDay> {
        let mut days = Vec::new();
        self.record.leaves(&mut |key, leaf| {
            if named.covers(key) && key.without_items() == *at {
                match leaf {
                    Leaf::Day(day) => days.push(day),
                    Leaf::Moment(moment) => days.push(moment.day()),
                    _ => {}
                }
            }
        });
        let (on, fact) = (self.amendment.on, self.record.on());
        // A table named as a whole, without such a day, may never have had one.
        if days.is_empty() && named.without_items() != *at {
            return None;
        }
        let is_late = |day: Option<Day>| match weighing {
            Weighing::Term => fact.is_none_or(|fact| fact < on),
            Weighing::Counted => day.or(fact).is_none_or(|day| day.year() < on.year()),
            _ => self.term(at).or(day).or(fact).is_none_or(|term| term < on),
        };
        let last = days.into_iter().max();
        is_late(last).then_some(last.map_or(MovedDay::Away, MovedDay::To))
    }

    /// The last day on which what a record says was done is in time, where the record, or what it is about, tells.
    fn term(self, amended: &KeyPath) -> Option<Day> {
        let (ledger, at) = (self.context.ledger, Reference::from(self.path.clone()));
        match self.path.kind {
            // Whether a longer term was asked for and granted in time goes by the one that it makes longer.
            Kind::Hazard if KeyPath::from("extension").covers(amended) => {
                ledger.hazard(&at)?.record.rectification.as_ref().and_then(|first| first.due)
            }
            Kind::Hazard => ledger.hazard(&at)?.record.due(),
            Kind::Notice => {
                let about = ledger.notice(&at)?.record.about.iter().filter_map(Reference::filed);
                let first = about.filter_map(|about| ledger.happening(about)?.on()).min()?;
                Due::after(SettingId::NoticeTerm, first, self.context).term()
            }
            _ => None,
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
    match weighing {
        // What is still there in the others says nothing of the one that was taken out.
        Weighing::Set => !is_set || lacks_item(named, path, record),
        Weighing::Item => !stands || lacks_item(named, path, record),
        Weighing::Light(_) => light.unwrap_or(true),
        Weighing::Either => true,
        Weighing::Term | Weighing::Done | Weighing::Counted | Weighing::WentOut => false,
        Weighing::Part => {
            let order = context.ledger.order(&Reference::from(path.clone()));
            order.is_some_and(|order| order.record.kind.stops_mine() && !context.ledger.stops_whole_mine(order))
        }
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

/// Whether a department that may determined what a hazard weighs.
fn is_determined(path: &FiledPath, context: &Context<'_>) -> bool {
    let hazard = context.ledger.hazard(&Reference::from(path.clone()));
    hazard.is_some_and(|hazard| context.ledger.is_determined(hazard))
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
        (Kind::Upward, "kind"),
        (Kind::Upward, "urgency"),
        (Kind::Upward, "reply.task.standing"),
    ];

    /// The days by which nothing is in time or late.
    const UNTIMED: &[(Kind, &str)] = &[
        (Kind::Accident, "rescue.until"),
        (Kind::Accident, "criminal.on"),
        (Kind::Accident, "concluded.on"),
        (Kind::Notice, "printing.on"),
        (Kind::Directive, "dated"),
        (Kind::Directive, "received"),
        (Kind::Directive, "proposal.on"),
        (Kind::Directive, "proposal.due"),
        (Kind::Directive, "carried.on"),
        (Kind::Agenda, "submitted"),
        (Kind::Meeting, "planned"),
        (Kind::Meeting, "begins"),
        (Kind::Meeting, "cancelled.on"),
        (Kind::Meeting, "notice.reply_by"),
        (Kind::Meeting, "invited.on"),
        (Kind::Meeting, "minutes.printing.on"),
        (Kind::Enforcement, "plan.issued"),
        (Kind::Enforcement, "plan.printing.on"),
        (Kind::Enforcement, "cancelled.on"),
        (Kind::Enforcement, "groups.days"),
        (Kind::Enforcement, "circular.printing.on"),
        (Kind::Upward, "printing.on"),
    ];

    fn weighable(fields: &'static [Field], above: &KeyPath, found: &mut Vec<String>) {
        // Whether it may be read outside, and what was amended, is every kind's.
        for field in fields.iter().filter(|field| !["secrecy", "amended"].contains(&field.key)) {
            let at = above.key(field.key);
            let shape = if let Shape::List(item) = &field.shape { item } else { &field.shape };
            match shape {
                Shape::Flag | Shape::Word(_) | Shape::Day | Shape::Moment => found.push(at.to_string()),
                Shape::Table(fields) => weighable(fields, &at, found),
                _ => {}
            }
        }
    }

    /// A key that is new is asked after: does it make a matter grave, or decide what is in time?
    #[test]
    fn every_flag_word_and_day_is_weighed() {
        let mut unweighed = Vec::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_happening()) {
            let mut found = Vec::new();
            weighable(kind.fields(), &KeyPath::default(), &mut found);
            let is_known = |at: &String| {
                GRAVE.iter().any(|(of, key, _)| *of == kind && key == at)
                    || OTHERWISE.iter().chain(UNTIMED).any(|(of, key)| *of == kind && key == at)
            };
            unweighed.extend(found.iter().filter(|at| !is_known(at)).map(|at| format!("(Kind::{kind:?}, {at:?}),")));
        }
        assert!(unweighed.is_empty(), "{unweighed:#?}");
        for (kind, at) in
            GRAVE.iter().map(|(kind, at, _)| (kind, at)).chain(OTHERWISE.iter().chain(UNTIMED).map(|(kind, at)| (kind, at)))
        {
            assert!(KeyPath::from(*at).field(kind.fields()).is_some(), "{kind:?} {at}");
        }
    }
}
