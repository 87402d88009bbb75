//! Every task under supervision, wherever it was set, and where it stands by what was said of it.

use crate::model::{
    Carrier, Day, Enforcement, Filed, FiledPath, FoundProblem, MineId, Party, Prose, RecordPath, Reference, Response,
    ResponseKind, System, SystemId, Task, UnitId,
};
use crate::rules::hazard::Course;
use crate::rules::meeting::paper;
use crate::rules::{Context, RegisterFindings, Report};
use crate::text::Text;

/// A task that was set.
#[derive(Debug)]
pub struct Supervised<'a> {
    /// What is to be done.
    pub task: &'a Task,
    path: &'a FiledPath,
    /// Its key in the record that set it: `task[0]`, `reply.task[0]`.
    pub(super) key: String,
    /// The day of the meeting, circular or reply that set it.
    pub set: Day,
    system: &'a SystemId,
    /// Whether a meeting set it: those 二（六） asks to carry out in so many words.
    pub(super) by_meeting: bool,
    /// The enforcement whose circular demands it.
    action: Option<&'a Filed<Enforcement>>,
}

/// Where a task stands. Only the unit that leads it and the office change that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Not reported done.
    Open,
    /// The office sent it back and it was not reported done again.
    Returned(Day),
    /// Reported done; the office has not said yet whether it is.
    Done(Day),
    /// The office accepted it; when it had been reported done, where it was.
    Accepted(Day, Option<Day>),
    /// Nobody spoke of it, and all that was found at the mine on which it falls passed its re-inspection.
    PutRight(Day),
}

/// Every task that had been set by today under the mechanism: at a meeting that was held, in a circular that was issued, in a
/// reply that came.
#[must_use]
pub fn all<'a>(context: &Context<'a>) -> Vec<Supervised<'a>> {
    let ledger = context.ledger;
    let in_force = |day: &Day| ledger.mechanism.begins() <= *day && *day <= context.today;
    let mut all = Vec::new();
    for meeting in ledger.meetings.iter().filter(|meeting| !meeting.record.is_called_off()) {
        let Some(held) = meeting.record.took_place_on().filter(in_force) else { continue };
        let system = ledger.mechanism.system_of(&meeting.path.unit, &*meeting.record, held);
        add(&mut all, &meeting.path, "task", &meeting.record.task, held, system);
    }
    for action in &ledger.enforcements {
        let issued = action.record.circular.as_ref().map(|circular| circular.issued);
        let Some(issued) = issued.filter(in_force) else { continue };
        let system = ledger.mechanism.system_of(&action.path.unit, &*action.record, issued);
        let before = all.len();
        add(&mut all, &action.path, "task", &action.record.task, issued, system);
        all[before..].iter_mut().for_each(|set: &mut Supervised<'_>| set.action = Some(action));
    }
    for upward in &ledger.upward {
        let Some(reply) = upward.record.reply.as_ref().filter(|reply| in_force(&reply.on)) else { continue };
        add(&mut all, &upward.path, "reply.task", &reply.task, reply.on, paper::system_of_reply(upward, context));
    }
    all
}

fn add<'a>(
    all: &mut Vec<Supervised<'a>>,
    path: &'a FiledPath,
    key: &str,
    tasks: &'a [Task],
    set: Day,
    system: Option<&'a System>,
) {
    let Some(system) = system else { return };
    let by_meeting = system.record == Carrier::Meeting && key == "task";
    all.extend(tasks.iter().enumerate().map(|(at, task)| {
        let key = format!("{key}[{at}]");
        Supervised { task, path, key, set, system: &system.id, by_meeting, action: None }
    }));
}

impl<'a> Supervised<'a> {
    /// The task as part of the record that set it.
    #[must_use]
    pub fn reference(&self) -> Reference {
        Reference::part(RecordPath::Filed(self.path.clone()), self.task.no)
    }

    /// The rule applies to this task, for a fact of that day.
    pub(super) fn record_evidence(&self, on: Day, out: &mut RegisterFindings) {
        out.record_evidence(self.reference(), on, Some(self.system));
    }

    /// Reports the task under the obligation of the system that set it.
    pub(super) fn report<'o>(&self, key: &str, on: Day, what: Text, out: &'o mut RegisterFindings) -> &'o mut Report {
        let at = format!("{}{key}", self.key);
        out.report_at(RecordPath::Filed(self.path.clone()), on, at, what).of_system(self.system)
    }

    /// What is to be done about it by a day.
    pub(super) fn awaits<'o>(&self, key: &str, on: Day, due: Day, what: Text, out: &'o mut RegisterFindings) -> &'o mut Report {
        let at = format!("{}{key}", self.key);
        out.awaits_at(RecordPath::Filed(self.path.clone()), on, at, due, what).of_system(self.system)
    }

    /// The unit that leads it, where it is a unit of the register.
    fn lead_unit(&self, context: &Context<'_>) -> Option<UnitId> {
        let unit = self.task.lead.as_ref().and_then(Party::as_unit)?;
        context.ledger.mechanism.units.contains_key(&unit).then_some(unit)
    }

    /// Who has to act: the unit that leads it; for a mine the department that supervises what was found there; the office where a town or
    /// nobody leads. Neither keeps records here.
    #[must_use]
    pub fn actor(&self, context: &Context<'_>) -> UnitId {
        let department = || self.problems_of_mine().find_map(|problem| problem.supervising_unit.clone());
        let actor = self.lead_unit(context).or_else(department);
        actor.unwrap_or_else(|| context.ledger.mechanism.office().clone())
    }

    /// What the enforcement found at the mine on which the demand falls.
    fn problems_of_mine(&self) -> impl Iterator<Item = &FoundProblem> {
        let mine: Option<&MineId> = match &self.task.lead {
            Some(Party::Mine(mine)) => Some(mine),
            _ => None,
        };
        let found = self.action.into_iter().flat_map(|action| &action.record.problem);
        found.filter(move |problem| Some(&problem.mine) == mine)
    }

    /// Whether it is judged hazard by hazard: all that was found at its mine was taken over.
    pub(super) fn is_followed_in_hazards(&self, context: &Context<'_>) -> bool {
        let is_taken_over = |action: &Filed<Enforcement>, no| context.ledger.hazards_from(&action.part(no)).next().is_some();
        let mut found = self.problems_of_mine().peekable();
        let any = found.peek().is_some();
        any && self.action.is_some_and(|action| found.all(|problem| is_taken_over(action, problem.no)))
    }

    /// Whether it is asked of somebody whom no clause binds here: a town, a government, or at a meeting a mine. What they leave undone is
    /// shown beside the duty (二（六）: 各相关单位; 三（五）: 监管部门督促企业).
    pub(super) fn is_led_outside(&self, context: &Context<'_>) -> bool {
        let outside = matches!(&self.task.lead, Some(Party::Body(_))) && !self.is_led_by_unit(context);
        outside || (self.by_meeting && matches!(&self.task.lead, Some(Party::Mine(_))))
    }

    /// Whether a unit of the register leads it.
    pub(super) fn is_led_by_unit(&self, context: &Context<'_>) -> bool {
        self.lead_unit(context).is_some()
    }

    /// When the departments had found all of that put right: a demand on a mine for its rectification is done then.
    fn found_put_right(&self, context: &Context<'_>) -> Option<Day> {
        let action = self.action?;
        let mut last = None;
        for problem in self.problems_of_mine() {
            let hazards = context.ledger.hazards_from(&action.part(problem.no));
            last = last.max(Some(hazards.filter_map(|hazard| Course::of(hazard, context).passed()).max()?));
        }
        last
    }

    /// Where it stands today.
    #[must_use]
    pub fn state(&self, context: &Context<'_>) -> TaskState {
        let reference = self.reference();
        let said = |kind, may: &dyn Fn(&Filed<Response>) -> bool| {
            let of_kind = |response: &&Filed<Response>| response.record.kind == kind && response.record.on <= context.today;
            let days = context.ledger.responses_to(&reference).filter(of_kind).filter(|response| may(response));
            days.fold((0_u32, None), |(count, last), response| (count + 1, last.max(Some(response.record.on))))
        };
        let (dones, done) = said(ResponseKind::Done, &|response| self.is_done_by(response, context));
        let (returns, returned) = said(ResponseKind::Returned, &|response| self.is_judgement(response, context));
        // One that its own text takes back accepts nothing (“不同意办结”).
        let agrees =
            |response: &Filed<Response>| response.record.text.as_ref().is_none_or(|text| !text.fails() && !text.leaves_undone());
        let is_acceptance = |response: &Filed<Response>| self.is_judgement(response, context) && agrees(response);
        let (_, accepted) = said(ResponseKind::Accepted, &is_acceptance);
        if let Some(accepted) = accepted.filter(|accepted| returned.is_none_or(|returned| returned <= *accepted)) {
            return TaskState::Accepted(accepted, done.filter(|done| *done <= accepted));
        }
        // On the day of a return, one report more than returns is the second attempt.
        let again = done > returned || (done == returned && returns < dones);
        match (returned, done) {
            (_, Some(done)) if again => TaskState::Done(done),
            (Some(returned), _) => TaskState::Returned(returned),
            (None, _) => self.found_put_right(context).map_or(TaskState::Open, TaskState::PutRight),
        }
    }

    /// When its lead reported it done after a day on which it was accepted and not before that: never by then, or not again since the office had
    /// last sent it back.
    pub(super) fn done_after(&self, accepted: Day, context: &Context<'_>) -> Option<Day> {
        let said = |kind, may: &dyn Fn(&Filed<Response>) -> bool| {
            let of_kind = |said: &&Filed<Response>| said.record.kind == kind && said.record.on <= context.today;
            let said = context.ledger.responses_to(&self.reference()).filter(of_kind).filter(|said| may(said));
            said.map(|said| said.record.on).collect::<Vec<Day>>()
        };
        let dones = said(ResponseKind::Done, &|response| self.is_done_by(response, context));
        let returned = self.returned_before(accepted, context);
        let is_in_time = |done: &Day| *done <= accepted && returned.is_none_or(|returned| returned <= *done);
        let later = dones.iter().copied().filter(|done| accepted < *done).min();
        later.filter(|_| !dones.iter().any(is_in_time))
    }

    /// When the office last sent it back up to a day on which it was accepted.
    pub(super) fn returned_before(&self, accepted: Day, context: &Context<'_>) -> Option<Day> {
        let is_return = |said: &&Filed<Response>| said.record.kind == ResponseKind::Returned && self.is_judgement(said, context);
        let returned = context.ledger.responses_to(&self.reference()).filter(is_return).map(|said| said.record.on);
        returned.filter(|on| *on <= accepted).max()
    }

    /// Whether it was accepted on a day although the office had sent it back and its lead has said nothing since.
    pub(super) fn is_accepted_as_returned(&self, accepted: Day, context: &Context<'_>) -> Option<Day> {
        let returned = self.returned_before(accepted, context)?;
        let again = |said: &Filed<Response>| {
            said.record.kind == ResponseKind::Done
                && self.is_done_by(said, context)
                && returned <= said.record.on
                && said.record.on <= context.today
        };
        (!context.ledger.responses_to(&self.reference()).any(again)).then_some(returned)
    }

    /// Whether a term has passed that ends it: a standing task never does.
    #[must_use]
    pub fn is_past(&self, context: &Context<'_>) -> bool {
        !self.task.standing && self.task.due.is_some_and(|due| due < context.today)
    }

    /// Where it stands, as people say it.
    #[must_use]
    pub fn label(&self, context: &Context<'_>) -> Text {
        match self.state(context) {
            TaskState::Accepted(..) => Text::fixed("同意办结", "accepted"),
            TaskState::PutRight(_) => Text::fixed("隐患已复查合格", "its hazards passed"),
            TaskState::Done(_) => Text::fixed("已报完成，待确认", "reported done, to be accepted"),
            TaskState::Returned(_) => Text::fixed("已退回", "returned"),
            TaskState::Open if self.task.standing => Text::fixed("长期坚持", "standing"),
            TaskState::Open if self.is_past(context) => Text::fixed("已过期限", "past its term"),
            TaskState::Open => Text::fixed("办理中", "under way"),
        }
    }

    /// What its lead said last of how it goes, or that it is done.
    #[must_use]
    pub fn last_word(&self, context: &Context<'a>) -> Option<&'a Response> {
        let says = |kind| matches!(kind, ResponseKind::Progress | ResponseKind::MeasuresTaken | ResponseKind::Done);
        let words = context.ledger.responses_to(&self.reference()).filter(|word| says(word.record.kind));
        let words = words.filter(|word| word.record.on <= context.today && self.is_of_lead(word, context));
        words.max_by_key(|word| (word.record.on, &word.path)).map(|word| &*word.record)
    }

    /// When its lead first said how it stands: of a standing task nobody says that it is done.
    pub(super) fn first_word(&self, context: &Context<'_>) -> Option<Day> {
        let says = |kind| matches!(kind, ResponseKind::Progress | ResponseKind::MeasuresTaken | ResponseKind::Done);
        let words = context.ledger.responses_to(&self.reference()).filter(|word| says(word.record.kind));
        let words = words.filter(|word| self.set <= word.record.on && word.record.tells() && self.is_of_lead(word, context));
        words.map(|word| word.record.on).min()
    }

    /// Whether a word of that record is the lead's own; where no unit leads, anybody's who reports on it.
    fn is_of_lead(&self, response: &Filed<Response>, context: &Context<'_>) -> bool {
        let stands = |lead: UnitId| context.ledger.mechanism.stands_for(&response.path.unit, &lead, response.record.on);
        self.lead_unit(context).is_none_or(stands)
    }

    /// Whether it is the lead's word that it is done, and does not say itself that it is not (“尚未完成”, “未印发”, “企业拒不执行”, “无进展”).
    fn is_done_by(&self, response: &Filed<Response>, context: &Context<'_>) -> bool {
        let takes_back = |text: &Prose| text.takes_back_done() || text.only_acknowledges();
        self.is_of_lead(response, context) && !response.record.text.as_ref().is_some_and(takes_back)
    }

    /// Whether it is the office's word on the lead's work, and not on that of another unit.
    fn is_judgement(&self, response: &Filed<Response>, context: &Context<'_>) -> bool {
        let (mechanism, on) = (&context.ledger.mechanism, response.record.on);
        let of_lead = |of: &UnitId| self.lead_unit(context).is_none_or(|lead| mechanism.stands_for(of, &lead, on));
        mechanism.is_office(&response.path.unit, on) && response.record.of.as_ref().is_none_or(of_lead)
    }
}
