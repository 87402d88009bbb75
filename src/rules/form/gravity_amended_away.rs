//! An amendment mends a slip. One that takes away what made a matter grave, or what somebody was to do, takes away the duties that followed
//! from it; one that says that another was to do it, did it or was told changes whom they bind; one that moves a term or the day of an act, once
//! the term had run out, makes in time what was late.

use std::collections::BTreeSet;

use crate::model::field::Shape;
use crate::model::{
    Amendment, Day, FiledPath, Happening, KeyPath, KeyStep, Kind, Leaf, ListingPaper, RecordPath, Reference, SettingId,
};
use crate::rules::due::Due;
use crate::rules::form::place::called;
use crate::rules::form::weighing::{Weighing, weighed};
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F27",
    name: "gravity-amended-away",
    nature: RuleNature::Remark,
    title: Text::fixed("更正改动了影响判断的项目", "an amendment of what something is judged by"),
    fires: Text::fixed(
        "更正（amended）所列的项目影响判断的：重大隐患、重要情形、涉嫌瞒报谎报、民爆环节、重大安全风险、严重违法违规、共性问题、隐患来源，而记录中现在没有这一标记；文书种类、停止部位、线索核查结论、复查结论、回应类别、三同时情况，而现在所填的比可能的原值轻（如由关闭改为停产、改为限期整改、只停一处、不属实、复查合格、已完成）；事故等级、死亡和受伤人数（升、降都使有的职责不再提出）；督办事项、未能协调一致的问题、联合执法发现的问题删去了一项（编号有缺的即是）；印发以后改动的通报的主送、抄送、事由、正文、措施、建议，联合执法通报的主送、范围；会议纪要印发以后登记或者更正的议定事项、督办事项、未能协调一致的问题，联合执法情况通报印发以后登记或者更正的问题、整改要求（重新印发、登记新的印发日期后不再提）；更正晚于设定当日的期限（整改期限、延至、督办时限等），更正晚于所适用期限的日期（隐患看整改期限，通报看所涉事项的正式通报时限，其余看所填日期，如会议召开、联合执法开始和结束、接报、印发、复查、办结）；由谁办理、由谁作出、针对什么的其他项目（承办单位、监管单位、牵头单位、矿山、复查单位、销号原因、主持人、参会、审核、回应的内容和对象等）。会议参会、邀请情况按要求补录的一行（参会、邀请的整条，不是其中已登记的一项）不判。只供阅读的项目（标题、描述、文号、联系方式、送印等）不判，各项目是否影响判断，由字段表（FIELDS）逐项标明，未标明的都影响。更正不留原值，确属录错或者原来就轻的，更正本身有效，因此只作提醒；隐患另有写明判定依据、认定人、文书的认定（determined）的，取消标记不判。",
        "An amendment names what something is judged by: the mark of a major hazard, of an important fact, of concealment, of explosives, of major risk, of a serious violation or of a common problem, or what a hazard came from, and the record has it no more; the kind of an order, the part it stops, the result of a lead or of a re-inspection, the word of a response or the state of facilities, and what stands there now is lighter than it may have been (a suspension that was a closure, an order to rectify, one part, not confirmed, passed, done, in place); the grade of an accident, its dead and injured, which takes duties away whether raised or lowered; a task, a question that was not agreed or a problem that a team found, of which one was taken out (its number is missing); whom a notice or a circular told, or what a notice says, after it was issued; what a meeting decided, a task, or a question that was not agreed, filed or amended after the minutes were issued, and a problem or demand of a joint enforcement after its circular was (not once these are issued anew, with the new day); a term, after the day on which it was set; a day (held, begun, ended, learned, issued, re-inspected, done) after the term that applies had run out (of a hazard its own, of a notice that for notices, else the day itself); or anything else that says who was to act or did, or about what: the unit that looks into a lead, supervises or leads, the mine, who re-inspected, why it was closed, the chair, the attendance, the review, what a response says and of what. Not a line of the attendance or of the invitations of a meeting that was added, as rules ask (the line as a whole, not what stood in one). Not what is only read (titles, descriptions, numbers of papers, contacts, printing): FIELDS says of each key by which nothing is judged, and every other bears on it. An amendment does not keep what stood there: where it was a slip, or no heavier, it is right, so this is a reminder only. A mark that was taken away is not told of hazards with a determination (determined) that says by which criterion, by whom and by which paper.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对原件：确属录错的，在更正的原因中写明；属重新认定的，恢复标记，登记监管部门的认定（determined）；误删的事项、问题重新登记；通报印发以后改的，另发更正通报；会议纪要、情况通报印发以后增加的，重新印发（amend 改印发日期）或者另发通知，其中本来写明、只是后录的，不必再办。",
        "Compare with the paper: if it was a slip, let the reason of the amendment say so; if it was weighed anew, restore the mark and record the department's determination (determined); a task or problem that was taken out by mistake is filed again; what was changed in a notice after it went out needs a correcting notice; what was added after minutes or a circular went out is issued anew (amend the day of issue) or told in a further notice, and what they say already and was only filed late needs nothing.",
    ),
    reach: Reach::Cites,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    for amendment in record.amended().iter().filter(|amendment| amendment.on <= context.today) {
        let amended = Amended { path, record, amendment, context };
        for key in amendment.keys.iter().map(|key| KeyPath::from(key.as_str())) {
            amended.tell_after_issue(&key, out);
            amended.tell_all(&key, out);
        }
    }
}

/// Where something that an amendment named is told of: an item that was taken out stands nowhere, so at the list that it stood in.
fn as_far_as_it_stands(named: &KeyPath, record: &dyn Happening) -> KeyPath {
    let stands = |at: &KeyPath| {
        let mut found = false;
        record.leaves(&mut |key, _| found |= at.covers(key));
        found
    };
    let mut at = KeyPath::default();
    for step in named.steps() {
        at = match step {
            KeyStep::Key(key) => at.key(key.clone()),
            KeyStep::Item(position) if !stands(&at.item(*position)) => return at,
            KeyStep::Item(position) => at.item(*position),
        };
    }
    at
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
    /// Says of an item that it was filed or amended after the paper that lists such items went out, where it was.
    fn tell_after_issue(self, key: &KeyPath, out: &mut Findings<'_>) {
        let Self { path, record, amendment, .. } = self;
        let came_later = |paper: &ListingPaper| paper.tells(key) && paper.issued < amendment.on;
        let Some(paper) = record.listing_paper().filter(came_later) else { return };
        if as_far_as_it_stands(key, record) != *key || lacks_item(key, path, record) {
            return;
        }
        let (called, on, issued) = (called(&RecordPath::Filed(path.clone()), key), amendment.on, paper.issued);
        let (zh, en, name, reason) = (called.zh(), called.en(), paper.name, clean(amendment.reason.as_str()));
        let what = tr!(
            "{zh}于 {on} 登记或者更正（原因：{reason}），而{name}已于 {issued} 印发：其中没有写明的，应当重新印发或者另发通知";
            "{en} was filed or amended on {on} ({reason}), and the paper that lists such items went out on {issued}: what it does not say needs a new issue, or a further notice"
        );
        out.report(key.to_string(), what).fixed_by(Fix::At(paper.key));
    }

    /// What is to be said of all that a named key covers.
    fn tell_all(self, key: &KeyPath, out: &mut Findings<'_>) {
        let named = key.without_items();
        let weighed = weighed(self.path.kind, &named);
        let at = as_far_as_it_stands(key, self.record);
        // It was added, as a rule asks; one that was taken out stands no more.
        if at == *key && weighed.iter().any(|(line, weighing)| *weighing == Weighing::Line && *line == named) {
            return;
        }
        // Of a table that was named nobody knows what in it was amended: that something was is said once, where nothing graver is.
        let (rest, weighty): (Vec<_>, Vec<_>) =
            weighed.into_iter().partition(|(at, weighing)| *weighing == Weighing::Either && named != *at);
        let told = weighty.iter().filter_map(|(at, weighing)| {
            let (is_day, what) = self.tell(*weighing, key, at)?;
            Some((is_day, *weighing, what))
        });
        let (days, grave): (Vec<_>, Vec<_>) = told.partition(|(is_day, ..)| *is_day);
        let mut told: Vec<(Weighing, Text)> =
            grave.into_iter().chain(days.into_iter().take(1)).map(|(_, weighing, what)| (weighing, what)).collect();
        if told.is_empty() && !rest.is_empty() {
            told.extend(self.tell(Weighing::Either, key, &named).map(|(_, what)| (Weighing::Either, what)));
        }
        for (weighing, what) in told {
            let report = out.report(at.to_string(), what);
            match weighing {
                // What went out as it was is followed by another paper, whatever the record says now.
                Weighing::WentOut => report.fixed_by(Fix::New(Kind::Notice, Some("corrects"))),
                // No verb files an item of a reply.
                _ if at != *key && self.path.kind == Kind::Upward => report.fixed_by(Fix::Unknown),
                _ => report,
            };
        }
    }

    /// What is to be said of what was amended at a key, and whether it is of a day.
    fn tell(self, weighing: Weighing, key: &KeyPath, at: &KeyPath) -> Option<(bool, Text)> {
        let Self { path, record, amendment, context } = self;
        // A key above it may have been named for something else that stands below.
        let exact = key.without_items() == *at;
        let (called, on) = (called(&RecordPath::Filed(path.clone()), if exact { key } else { at }), amendment.on);
        let (zh, en, reason) = (called.zh(), called.en(), clean(amendment.reason.as_str()));
        if matches!(weighing, Weighing::Term | Weighing::Done) {
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
        if weighing == Weighing::WentOut {
            let issued = self.went_out().filter(|issued| *issued < on)?;
            let what = tr!(
                "{on} 更正了{zh}（原因：{reason}），而文书已于 {issued} 印发：发出的以原样为准，少写、漏发的另行通报";
                "{en} was amended on {on} ({reason}), and the paper went out on {issued} as it was: what it lacked, or whom it did not reach, needs a further notice"
            );
            return Some((false, what));
        }
        let is_settled = weighing == Weighing::Set && is_determined(path, context);
        if !is_light(weighing, key, at, path, record, context) || is_settled {
            return None;
        }
        let what = match weighing {
            Weighing::Item => tr!(
                "{on} 更正删去了{zh}中的一项（原因：{reason}），由它提出的要求不再提出，请核对依据";
                "an item of {en} was taken out by the amendment of {on} ({reason}), and with it what it asked for; please check on what ground"
            ),
            Weighing::Either => tr!(
                "{on} 更正了{zh}（原因：{reason}）；按原来的内容提出的要求、由谁办理、是否及时随之改变，请核对依据";
                "{en} was amended on {on} ({reason}); what was asked by what stood there, of whom and by when changes with it: please check on what ground"
            ),
            Weighing::Grade => tr!(
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
            _ => self.term(at).or(day).or(fact).is_none_or(|term| term < on),
        };
        let last = days.into_iter().max();
        is_late(last).then_some(last.map_or(MovedDay::Away, MovedDay::To))
    }

    /// The day on which the paper went out that the record holds.
    fn went_out(self) -> Option<Day> {
        let (ledger, at) = (self.context.ledger, Reference::from(self.path.clone()));
        let circular = || ledger.enforcement(&at)?.record.circular.as_ref().map(|circular| circular.issued);
        ledger.notice(&at).and_then(|notice| notice.record.issued).or_else(circular)
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
        Weighing::Either | Weighing::Grade => true,
        Weighing::Term | Weighing::Done | Weighing::WentOut | Weighing::Line => false,
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
