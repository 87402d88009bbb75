//! What others must be told of when it is dealt with (四（四）): a grave hazard, a grave problem of a joint enforcement that no hazard
//! carries on, an order that stopped a mine for nothing else on record.

use super::circle::{Circle, circle};
use super::first_word::{FirstWord, Tellers, is_judged};
use super::gravity::{is_grave_hazard, is_grave_problem, problem, stops};
use super::notice_chain::stands;
use crate::model::{
    Day, Enforcement, Filed, FoundProblem, Hazard, Moment, Notice, Onsite, Order, Party, Reference, SettingId, UnitId,
};
use crate::rules::Context;
use crate::rules::due::{Due, Timing};
use crate::rules::enforcement::demand::is_demanded;
use crate::rules::hazard::Course;

/// One such matter, with what was said of it.
pub(super) struct GraveMatter<'a> {
    /// The hazard, the problem or the order.
    pub(super) reference: Reference,
    /// At which key of its record it stands.
    pub(super) key: String,
    /// Who is to tell the others.
    pub(super) actor: &'a UnitId,
    /// When it was found.
    pub(super) found: Day,
    /// When something was first done about it.
    pub(super) handled: Option<Day>,
    /// Whether it is over: nothing will be done about it any more.
    pub(super) is_over: bool,
    /// What was said of it.
    pub(super) word: FirstWord,
    /// Until when it is the same time.
    pub(super) due: Due,
}

impl GraveMatter<'_> {
    /// From when the term runs: what was done about it, else its finding.
    pub(super) fn from(&self) -> Day {
        self.handled.unwrap_or(self.found)
    }

    /// Whether others were told at the same time. A word in time is, if its paper follows within the term of a notice: without a
    /// paper nobody was told in form (四（五）).
    pub(super) fn timing(&self, context: &Context<'_>) -> Timing {
        self.timing_of(&self.word, context)
    }

    /// The same of another word: of what had been said until a notice was withdrawn.
    pub(super) fn timing_of(&self, word: &FirstWord, context: &Context<'_>) -> Timing {
        let paper = self.due.timing(word.paper, context);
        let in_time = |said: &Moment| self.due.timing(Some(said.day()), context) == Timing::InTime;
        match word.verbal.filter(in_time) {
            Some(said) => paper.either(Due::after_moment(SettingId::NoticeTerm, said, context).timing(word.paper, context)),
            None => paper,
        }
    }
}

/// Every grave matter that is judged and is not told of elsewhere: hazards, problems, orders, each in the order of paths.
pub(super) fn grave_matters<'a>(context: &Context<'a>) -> Vec<GraveMatter<'a>> {
    let ledger = context.ledger;
    let hazards = ledger.hazards.iter().filter(|hazard| is_judged(hazard.record.found, context));
    let hazards = hazards.filter(|hazard| is_grave_hazard(hazard, context) && !is_elsewhere(hazard, context));
    let hazards = hazards.map(|hazard| of_hazard(hazard, context));
    let problems = ledger.enforcements.iter().flat_map(|action| {
        let problems = action.record.problem.iter().enumerate();
        problems.filter_map(|(at, problem)| of_problem(action, at, problem, context))
    });
    let orders = ledger.orders.iter().filter(|order| is_judged(order.record.at.day(), context));
    let orders = orders.filter(|order| stops(order) && is_for_nothing_else(order, context));
    hazards.chain(problems).chain(orders.map(|order| of_order(order, context))).collect()
}

fn of_hazard<'a>(hazard: &'a Filed<Hazard>, context: &Context<'a>) -> GraveMatter<'a> {
    let (record, reference) = (&hazard.record, hazard.reference());
    let origin = record.from.as_ref().and_then(|from| problem(from, context));
    let mut grounds = vec![reference.clone()];
    grounds.extend(origin.map(|(action, problem)| action.part(problem.no)));
    let orders = orders_on(&grounds, context);
    let found =
        origin.and_then(|(action, problem)| action.record.found_on(problem)).map_or(record.found, |on| on.min(record.found));
    let onsite = record.onsite.as_deref().into_iter().chain(origin.and_then(|(_, problem)| problem.onsite.as_ref()));
    let handled = handled(found, onsite, &orders, context);
    let mut tellers = Tellers::default();
    tellers.add([&hazard.path.unit]);
    tellers.add(orders.iter().map(|order| &order.path.unit));
    tellers.add(record.from.iter().filter_map(|from| from.record.owner()));
    let mut word = FirstWord::default();
    if let Some((action, problem)) = origin {
        tellers.add(team(&action.record));
        hear_circular(&mut word, action, problem, handled.is_some(), context);
    }
    let course = Course::of(hazard, context);
    let same: Vec<Reference> = course.records().map(Filed::reference).collect();
    tellers.add(course.records().map(|same| &same.path.unit));
    let sources = record.from.iter().chain(&grounds).cloned().chain(same);
    hear_all(&mut word, sources, &orders, Moment::start_of(found), &tellers, context);
    let closed = record.closed.as_ref().is_some_and(|closed| closed.on <= context.today);
    matter(reference, String::new(), &hazard.path.unit, (record.found, handled, closed), word, context)
}

fn of_problem<'a>(
    action: &'a Filed<Enforcement>,
    at: usize,
    problem: &'a FoundProblem,
    context: &Context<'a>,
) -> Option<GraveMatter<'a>> {
    let part = action.part(problem.no);
    let begun = action.record.has_begun(context.today);
    let found = action.record.found_on(problem).filter(|found| begun && is_judged(*found, context))?;
    let carried_on = context.ledger.hazards_from(&part).any(|hazard| !is_elsewhere(hazard, context));
    if carried_on || !is_grave_problem(action, problem, context) {
        return None;
    }
    let orders = orders_on(std::slice::from_ref(&part), context);
    let handled = handled(found, problem.onsite.as_ref(), &orders, context);
    let mut tellers = Tellers::default();
    tellers.add(problem.supervising_unit.iter().chain(team(&action.record)));
    tellers.add(orders.iter().map(|order| &order.path.unit));
    let mut word = FirstWord::default();
    hear_circular(&mut word, action, problem, handled.is_some(), context);
    hear_all(&mut word, [part.clone()], &orders, Moment::start_of(found), &tellers, context);
    let actor = problem.supervising_unit.as_ref().unwrap_or(&action.record.lead);
    Some(matter(part, format!("problem[{at}]"), actor, (found, handled, false), word, context))
}

fn of_order<'a>(order: &'a Filed<Order>, context: &Context<'a>) -> GraveMatter<'a> {
    let (reference, on) = (order.reference(), order.record.at.day());
    let mut tellers = Tellers::default();
    tellers.add([&order.path.unit]);
    tellers.add(order.record.lead.iter().filter_map(|lead| lead.record.owner()));
    let mut word = FirstWord::default();
    hear_all(&mut word, std::iter::once(&reference).chain(&order.record.lead).cloned(), &[], order.record.at, &tellers, context);
    let lifted = order.record.lifted.as_ref().is_some_and(|lifted| lifted.on <= context.today);
    matter(reference, String::new(), &order.path.unit, (on, Some(on), lifted), word, context)
}

fn matter<'a>(
    reference: Reference,
    key: String,
    actor: &'a UnitId,
    (found, handled, is_over): (Day, Option<Day>, bool),
    word: FirstWord,
    context: &Context<'_>,
) -> GraveMatter<'a> {
    let due = Due::after(SettingId::SimultaneousTerm, handled.unwrap_or(found), context);
    GraveMatter { reference, key, actor, found, handled, is_over, word, due }
}

/// The orders that name one of these as their ground, up to today.
fn orders_on<'a>(grounds: &[Reference], context: &Context<'a>) -> Vec<&'a Filed<Order>> {
    let orders = grounds.iter().flat_map(|ground| context.ledger.orders_about(ground));
    orders.filter(|order| order.record.at.day() <= context.today).collect()
}

/// The first day on which something was done about it. What was done before it was found was done about something else.
fn handled<'a>(
    found: Day,
    onsite: impl IntoIterator<Item = &'a Onsite>,
    orders: &[&Filed<Order>],
    context: &Context<'_>,
) -> Option<Day> {
    let measures = onsite.into_iter().filter_map(Onsite::taken);
    let acts = orders.iter().map(|order| order.record.at.day()).chain(measures);
    acts.filter(|day| found <= *day && *day <= context.today).min()
}

fn hear_all(
    word: &mut FirstWord,
    sources: impl IntoIterator<Item = Reference>,
    orders: &[&Filed<Order>],
    since: Moment,
    tellers: &Tellers<'_>,
    context: &Context<'_>,
) {
    for about in sources.into_iter().chain(orders.iter().map(|order| order.reference())) {
        word.hear(&about, since, tellers, context);
    }
}

/// A circular on the enforcement (三（七）) that names the problem, what was done about it and what is demanded tells its addressees.
fn hear_circular(
    word: &mut FirstWord,
    action: &Filed<Enforcement>,
    problem: &FoundProblem,
    is_handled: bool,
    context: &Context<'_>,
) {
    let Some(circular) = action.record.circular.as_deref().filter(|circular| circular.issued <= context.today) else { return };
    let is_found = action.record.found_on(problem).is_some_and(|found| found <= circular.issued);
    let is_demanded = is_demanded(action, problem, circular.issued, context);
    let reached = circle(&circular.to, context.ledger.mechanism.office(), circular.issued, context);
    if is_found && is_handled && is_demanded && reached == Circle::Others {
        word.hear_paper(circular.issued);
    }
}

/// Who takes part in a joint enforcement.
fn team(action: &Enforcement) -> impl Iterator<Item = &UnitId> {
    std::iter::once(&action.lead).chain(&action.member_units)
}

/// Whether the hazard is told of or judged elsewhere: another's notice told this unit of it, it was filed twice, or it was handed on. What
/// was handed on was found once: where it was found it is judged.
fn is_elsewhere(hazard: &Filed<Hazard>, context: &Context<'_>) -> bool {
    let is_first_judged = |first| is_grave_hazard(first, context) && !is_known_elsewhere(first, context);
    is_known_elsewhere(hazard, context) || Course::of(hazard, context).first_record().is_some_and(is_first_judged)
}

fn is_known_elsewhere(hazard: &Filed<Hazard>, context: &Context<'_>) -> bool {
    let told = hazard.record.from.as_ref().and_then(|from| context.ledger.notice(from)).is_some_and(|notice| {
        let Notice { preliminary, none_for, withdraws, .. } = &*notice.record;
        let Some(issued) = stands(notice, context) else { return false };
        let said = preliminary.as_ref().map_or(issued, |word| word.at.day().min(issued));
        let of_another = !context.ledger.mechanism.stands_for(&hazard.path.unit, &notice.path.unit, issued);
        let tells = notice.record.tells(&Party::from(hazard.path.unit.clone()));
        of_another && tells && said <= hazard.record.found && none_for.is_none() && withdraws.is_none()
    });
    told || Course::of(hazard, context).is_duplicate()
}

/// Whether nothing on record carries the matter but the order itself.
fn is_for_nothing_else(order: &Filed<Order>, context: &Context<'_>) -> bool {
    let hazard = order.record.hazard.as_ref().and_then(|hazard| context.ledger.hazard(hazard));
    let found = order.record.enforcement.as_ref().and_then(|ground| problem(ground, context));
    hazard.is_none() && found.is_none()
}
