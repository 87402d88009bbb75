//! 待办: what waits for a unit, the most pressing first, each with the command that does it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::deadlines::{Deadline, DeadlineKind};
use super::named::Named;
use super::waived::excuse;
use crate::model::{Carrier, Day, Filed, Kind, Ledger, Notice, Party, RecordPath, Reference, Response, SystemId, UnitId};
use crate::rules::{self, Context, Finding, Fix, Judgement, Level, Pending};
use crate::text::{CommandLine, Telling, Text, clean};
use crate::tr;

/// How much something presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TodoGroup {
    /// The text asked for it, and it is not done.
    Unmet,
    /// A record cannot be as it is written.
    Incorrect,
    /// Asked for in principle, or by a term that is only a reference.
    Reminded,
    /// What others left undone, or a clause only allows.
    Advised,
    /// What was addressed to it and it has not signed for.
    Unsigned,
    /// A paper of several units that some of them have not cosigned: for these, and for the one that waits for it.
    Uncosigned,
    /// Its term ends soon.
    Near,
    /// Its term runs.
    Running,
    /// It lies on this computer only: a draft, what was not sent.
    Local,
}

impl TodoGroup {
    /// As people say it.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Unmet => Text::fixed("该办未办", "not done"),
            Self::Incorrect => Text::fixed("需更正", "to be corrected"),
            Self::Reminded => Text::fixed("提醒", "reminders"),
            Self::Advised => Text::fixed("建议", "advice"),
            Self::Unsigned => Text::fixed("待签收", "to be signed for"),
            Self::Uncosigned => Text::fixed("待会签", "to be cosigned"),
            Self::Near => Text::fixed("临近期限", "due soon"),
            Self::Running => Text::fixed("在期限内", "in time"),
            Self::Local => Text::fixed("本机", "on this computer"),
        }
    }
}

/// One thing that waits.
#[derive(Debug, Clone, Serialize)]
pub struct TodoItem {
    /// How much it presses.
    pub urgency: TodoGroup,
    /// The short names of the units for whom it waits.
    pub units: Vec<String>,
    /// What is so, or to be done.
    pub what: Telling,
    /// Since when; nothing of what is still in time.
    pub since: Option<Day>,
    /// The last day on which it is in time; nothing of what is late or has no term.
    pub until: Option<Day>,
    /// The last day of a term that has passed, where the clause, a record or an adopted setting fixes one.
    #[serde(skip)]
    pub term: Option<Day>,
    /// The record or the part of one that it is about; none where no record is there to blame.
    #[serde(skip)]
    pub about: Option<Reference>,
    /// The record that it is about; none of what lies on this computer only.
    pub record: Option<Named>,
    /// The clause, as papers cite it.
    pub clause: Option<String>,
    /// The command that does it, with … for what only people know; one that shows the record where none does.
    pub command: Option<CommandLine>,
}

/// What waits for a unit, or for all where none is named: what was found and can still be done, what is in time, and what is coming.
/// `command` says how it is done.
#[must_use]
pub fn todo(
    context: &Context<'_>,
    judgement: &Judgement,
    coming: Vec<Deadline>,
    unit: Option<&UnitId>,
    command: &dyn Fn(&Finding) -> Option<CommandLine>,
) -> Vec<TodoItem> {
    let ledger = context.ledger;
    let concerns = |actor: &UnitId| unit.is_none_or(|unit| unit == actor);
    let found = judgement.findings.iter().filter(|finding| concerns(&finding.actor) && is_open(finding, context));
    let mut items: Vec<TodoItem> = found.map(|finding| of_finding(finding, ledger, command)).collect();
    let pending = judgement.pending.iter().filter(|pending| concerns(&pending.actor) && context.today <= pending.due);
    items.extend(pending.map(|pending| of_pending(pending, context, command)));
    let is_mine = |deadline: &Deadline| match unit {
        // Whoever filed it keeps it as well: the office arranges what others do.
        Some(unit) => deadline.is_of(unit) || is_filed_by(deadline, unit),
        None => true,
    };
    items.extend(coming.into_iter().filter(is_mine).map(|deadline| of_deadline(deadline, unit, ledger)));
    items.extend(to_sign_for(context, unit));
    items.extend(to_cosign(context, unit));
    items.sort_by_key(|item| (item.urgency, item.until, item.since));
    items
}

/// What was issued longer ago than a month nobody signs for any more: it would only hide what is new.
const SIGNED_FOR_WITHIN: i64 = 31;

/// Notices that were addressed to a unit, of which the register shows neither that it has them nor a word of it.
fn to_sign_for(context: &Context<'_>, unit: Option<&UnitId>) -> Vec<TodoItem> {
    let (ledger, today) = (context.ledger, context.today);
    let mechanism = &ledger.mechanism;
    let mut items = Vec::new();
    for notice in &ledger.notices {
        let is_fresh = |issued: &Day| (0..=SIGNED_FOR_WITHIN).contains(&issued.days_until(today));
        let Some(issued) = notice.record.issued.filter(is_fresh).filter(|_| !rules::is_withdrawn(notice, context)) else {
            continue;
        };
        let reference = notice.reference();
        let parties = notice.record.to.iter().map(|to| &to.who).chain(&notice.record.copies);
        let addressed: BTreeSet<UnitId> = parties.filter_map(Party::as_unit).filter(|to| *to != notice.path.unit).collect();
        let is_meant = |to: &UnitId| unit.is_none_or(|unit| unit == to) && mechanism.exists(to, today);
        for to in addressed.iter().filter(|to| mechanism.units.contains_key(*to) && is_meant(to)) {
            let is_told = notice.record.delivery.iter().any(|delivery| delivery.who.is_unit(to));
            let has_word = |word: &Filed<Response>| mechanism.stands_for(&word.path.unit, to, word.record.on);
            if is_told || ledger.responses_to(&reference).any(has_word) {
                continue;
            }
            let short = mechanism.short(to);
            items.push(TodoItem {
                urgency: TodoGroup::Unsigned,
                units: vec![short.to_owned()],
                what: Text::same(clean(notice.record.title.as_str())).into(),
                since: Some(issued),
                until: None,
                term: None,
                about: Some(reference.clone()),
                record: Some(Named::of_record(&reference.record, mechanism)),
                clause: None,
                command: Some(CommandLine::new("respond received").option("to", &reference).open("on").option("as", short)),
            });
        }
    }
    items
}

/// Papers that several units issue and some of these have not cosigned. One that was withdrawn is nobody's any more.
fn to_cosign(context: &Context<'_>, unit: Option<&UnitId>) -> Vec<TodoItem> {
    let ledger = context.ledger;
    let stands = |notice: &&Filed<Notice>| !rules::is_withdrawn(notice, context);
    let notices = ledger.notices.iter().filter(stands).map(|notice| JointPaper {
        reference: notice.reference(),
        by: &notice.path.unit,
        jointly: &notice.record.jointly,
        title: notice.record.title.as_str(),
    });
    let upward = ledger.upward.iter().map(|paper| JointPaper {
        reference: paper.reference(),
        by: &paper.path.unit,
        jointly: &paper.record.jointly,
        title: paper.record.title.as_str(),
    });
    notices.chain(upward).flat_map(|paper| paper.waiting(context, unit)).collect()
}

/// A paper that several units issue.
struct JointPaper<'a> {
    reference: Reference,
    by: &'a UnitId,
    jointly: &'a [UnitId],
    title: &'a str,
}

impl JointPaper<'_> {
    /// What waits for its being cosigned: for each unit that has not, and for the one whose paper it is.
    fn waiting(&self, context: &Context<'_>, unit: Option<&UnitId>) -> Vec<TodoItem> {
        let (ledger, today, reference, title) = (context.ledger, context.today, &self.reference, clean(self.title));
        let mechanism = &ledger.mechanism;
        let asked: BTreeSet<&UnitId> = self.jointly.iter().filter(|other| *other != self.by).collect();
        let cosigned = |other: &UnitId| ledger.cosigned_on(reference, other).is_some_and(|on| on <= today);
        let lacking: Vec<&UnitId> = asked.into_iter().filter(|other| !cosigned(other)).collect();
        if lacking.is_empty() {
            return Vec::new();
        }
        let is_meant = |of: &UnitId| unit.is_none_or(|unit| mechanism.stands_for(unit, of, today));
        let item = |of: &UnitId, what: Text, command| TodoItem {
            urgency: TodoGroup::Uncosigned,
            units: vec![mechanism.short(unit.unwrap_or(of)).to_owned()],
            what: what.into(),
            since: None,
            until: None,
            term: None,
            about: Some(reference.clone()),
            record: Some(Named::of_record(&reference.record, mechanism)),
            clause: None,
            command: Some(command),
        };
        let asked = lacking.iter().filter(|other| is_meant(other)).map(|other| {
            let by = mechanism.short(self.by);
            let cosign = CommandLine::new("respond cosign").option("to", reference).open("on");
            let command = cosign.option("as", mechanism.short(unit.unwrap_or(other)));
            item(other, tr!("与{by}联合发文，请会签：{title}"; "issued jointly with {by}, to be cosigned: {title}"), command)
        });
        let names = lacking.iter().map(|other| mechanism.short(other)).collect::<Vec<_>>().join("、");
        let waits = tr!("联合发文，尚待 {names} 会签：{title}"; "a joint paper that waits for {names} to cosign it: {title}");
        let own = is_meant(self.by).then(|| item(self.by, waits, CommandLine::new("answers").about(reference)));
        asked.chain(own).collect()
    }
}

/// Whether something can still be done about it: a record can be mended at any time, what this year asks until it is done.
pub(super) fn is_open(finding: &Finding, context: &Context<'_>) -> bool {
    let lacks = !finding.late && finding.since <= context.today && finding.reaches(context.today.year());
    (finding.level == Level::Form || lacks) && excuse(context.ledger, finding, context.today).is_none()
}

fn of_finding(finding: &Finding, ledger: &Ledger, command: &dyn Fn(&Finding) -> Option<CommandLine>) -> TodoItem {
    let urgency = match finding.level {
        Level::Unmet => TodoGroup::Unmet,
        Level::Form => TodoGroup::Incorrect,
        Level::Reminder => TodoGroup::Reminded,
        Level::Advice => TodoGroup::Advised,
    };
    let mechanism = &ledger.mechanism;
    let clause = finding.clause.and_then(|clause| mechanism.clause(clause, finding.on));
    TodoItem {
        urgency,
        units: vec![mechanism.short(&finding.actor).to_owned()],
        what: finding.what.clone().into(),
        since: Some(finding.since),
        until: None,
        term: finding.term,
        about: about(&finding.record, &finding.key, ledger),
        record: Some(Named::of_record(&finding.record, mechanism)),
        clause: clause.map(|clause| clause.path.as_str().to_owned()),
        command: command(finding).or_else(|| Some(shows(&finding.record))),
    }
}

/// The command that begins what carries a system out.
fn begins(carrier: Carrier, system: Option<&SystemId>, units: &[String]) -> CommandLine {
    let (name, open): (_, &[&str]) = match carrier {
        Carrier::Meeting => ("meeting plan", &["title", "planned"]),
        Carrier::Enforcement => ("enforcement plan", &["title", "start", "to"]),
        Carrier::Notice => ("notice new", &["content", "title", "to"]),
        Carrier::Plan => ("plan new", &["year", "title"]),
    };
    let begun = open.iter().fold(CommandLine::new(name), |begun, option| begun.open(option));
    let begun = system.map_or(begun.clone(), |system| begun.option("system", system));
    match units {
        [unit] => begun.option("as", unit),
        _ => begun.open("as"),
    }
}

/// The part of a record in which a key lies, else the record.
fn about(record: &RecordPath, key: &str, ledger: &Ledger) -> Option<Reference> {
    let RecordPath::Filed(path) = record else { return None };
    let part = ledger.happening(path).and_then(|happening| happening.part_holding(key));
    Some(part.map_or_else(|| Reference::whole(record.clone()), |(_, no)| Reference::part(record.clone(), no)))
}

fn of_pending(pending: &Pending, context: &Context<'_>, command: &dyn Fn(&Finding) -> Option<CommandLine>) -> TodoItem {
    let mechanism = &context.ledger.mechanism;
    let near = mechanism.is_near(context.today, pending.due);
    let clause = mechanism.clause(pending.clause, pending.on);
    TodoItem {
        urgency: if near { TodoGroup::Near } else { TodoGroup::Running },
        units: vec![mechanism.short(&pending.actor).to_owned()],
        what: pending.what.clone().into(),
        since: None,
        until: Some(pending.due),
        term: None,
        about: about(&pending.record, &pending.key, context.ledger),
        record: Some(Named::of_record(&pending.record, mechanism)),
        clause: clause.map(|clause| clause.path.as_str().to_owned()),
        command: command_of(pending, command),
    }
}

/// What does it; where no record is there yet, what says how it is asked for.
fn command_of(pending: &Pending, command: &dyn Fn(&Finding) -> Option<CommandLine>) -> Option<CommandLine> {
    if pending.record.kind() == Kind::Mechanism && pending.fix == Fix::Here {
        return Some(CommandLine::new("explain").about(pending.obligation));
    }
    // A slip is mended by amending; what is still to be done is done by a verb of its own, or is looked at first.
    let is_verb = |command: &CommandLine| !["amend", "edit"].iter().any(|slip| command.is(slip));
    command(&pending.as_finding()).filter(is_verb).or_else(|| Some(shows(&pending.record)))
}

/// The command that shows a record.
fn shows(record: impl ToString) -> CommandLine {
    CommandLine::new("show").about(record)
}

fn is_filed_by(deadline: &Deadline, unit: &UnitId) -> bool {
    let record = deadline.record.reference.parse::<Reference>();
    record.is_ok_and(|record| record.filed().is_some_and(|path| path.unit == *unit))
}

fn of_deadline(deadline: Deadline, unit: Option<&UnitId>, ledger: &Ledger) -> TodoItem {
    let reference = &deadline.record.reference;
    let about = reference.parse::<Reference>().ok();
    let owner = about.as_ref().and_then(|record| record.filed().map(|path| path.unit.clone()));
    let command = match (&deadline.clause, deadline.kind, owner) {
        // Of what the whole mechanism asks there is no record to be shown yet.
        (_, DeadlineKind::Minimum(carrier), _) => begins(carrier, deadline.system.as_ref(), &deadline.short),
        // What came of it is filed by whoever filed that it came.
        (_, DeadlineKind::Directive, Some(owner)) if unit.is_none_or(|unit| *unit == owner) => {
            let close = CommandLine::new("directive close").about(reference).open("on").open("text");
            close.option("as", ledger.mechanism.short(&owner))
        }
        _ => shows(reference),
    };
    let is_past = deadline.is_unsettled;
    TodoItem {
        urgency: match deadline.near {
            _ if is_past => TodoGroup::Reminded,
            true => TodoGroup::Near,
            false => TodoGroup::Running,
        },
        units: deadline.short,
        what: deadline.what.into(),
        since: Some(deadline.on).filter(|_| is_past),
        until: Some(deadline.on).filter(|_| !is_past),
        term: Some(deadline.on).filter(|_| is_past && deadline.kind == DeadlineKind::Directive),
        about,
        command: Some(command),
        record: Some(deadline.record),
        clause: deadline.clause,
    }
}
