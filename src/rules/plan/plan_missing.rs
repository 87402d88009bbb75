//! 一（一）4: 制定并实施年度非煤矿山安全生产监督检查计划.

use std::collections::HashMap;

use crate::model::{
    Actor, Day, Enforcement, Filed, Hazard, HazardSource, Kind, Ledger, Mechanism, ObligationId, PartialYear, Period, Plan,
    RecordPath, SystemId, UnitId,
};
use crate::rules::under::naming;
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

/// The name of the one rule that reads a day of every year (`due_yearly`).
pub(in crate::rules) const YEARLY_PLAN: &str = "plan-missing";

pub(crate) static RULE: Rule = Rule {
    code: "P01",
    name: YEARLY_PLAN,
    nature: RuleNature::Conduct,
    title: Text::fixed("未见年度监督检查计划", "no inspection plan for a year"),
    fires: Text::fixed(
        "一年的最后一天已到，台账中未见负有此项职责的单位印发的该年度计划；只登记而未填印发日期的、标题或者内容写明未制定、延期制定、正在编制的，标题写明是征求意见稿、草案，是征求意见的函、请示、说明等关于计划的文书，或者是其他年度计划的，内容写“无”“待定”的不算（计划的个别日期、对象待定的算数）；通报过计划安排不能代替计划。年度结束后才印发的不算该年度的计划。年度已结束而台账中未见该单位自行检查发现的隐患、也未见其参加的联合检查的，实施情况不明。义务写有每年期限（due_yearly）的，期限过后未印发即提出，逾期印发作提醒。该年度以前或施行之日以前印发的计划同样算数。首个不足整年的年度按设置 partial-year 处理；起录日（records-since）以前的年度为未录入，不判。",
        "The last day of a year has come and the register shows no plan for it, issued by a unit that has this duty; one without a day of issue does not count, nor one that says itself that none was made (未制定; 无, 待定) or, in its title, that it is a draft (征求意见稿), a paper about a plan (a letter that asks for opinions, a request, a note that puts it off) or the plan of another year; a day in it that is left open matters not; and a notice about a plan is no plan. One issued after its year is no plan for it. Where the year is over and the register shows neither a hazard from an inspection of its own nor a visit of a team that it was in, it is unknown whether the plan was carried out. Where the obligation names a day of every year (due_yearly), absence is told from the day after, and one issued later is a reminder. A plan issued before its year, or before the regulation, counts. A first year that is covered only in part follows the setting partial-year; years before records-since are unknown and not judged.",
    ),
    proves: Some(Text::fixed(
        "该年度结束前印发的计划（plans）；年度结束后还须见到检查、隐患记录，否则实施情况不明。",
        "A plan issued before its year was over (plans); once the year is over it is unknown without a visit or a hazard on record.",
    )),
    remedy: Text::fixed(
        "已制定的，登记计划（plans）并填写印发日期（issued）；未制定的，请制定。",
        "If there is one, record it (plans) with its day of issue (issued); otherwise please make one.",
    ),
    reach: Reach::Register,
    scope: Scope::Ledger(check),
};

/// The plans of the register by year.
type Plans<'a> = HashMap<u16, Vec<&'a Filed<Plan>>>;

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let mut plans = Plans::new();
    for plan in &context.ledger.plans {
        plans.entry(plan.record.year).or_default().push(plan);
    }
    for year in mechanism.begins().year()..=context.today.year() {
        for asked in asked(mechanism, year) {
            let own = |plan: &&&Filed<Plan>| mechanism.stands_for(&plan.path.unit, asked.unit, Day::last_of(year));
            let own: Vec<&Filed<Plan>> = plans.get(&year).into_iter().flatten().filter(own).copied().collect();
            check_plan(&asked, &own, context, out);
        }
    }
}

/// A plan for a year that an obligation asks of a unit.
struct AskedPlan<'a> {
    by: ObligationId,
    unit: &'a UnitId,
    year: u16,
    /// The day of that year by which the clause asks it, where it names one that the mechanism was there on.
    due: Option<Day>,
}

impl AskedPlan<'_> {
    /// The last day on which it is in time.
    fn last(&self) -> Day {
        self.due.unwrap_or(Day::last_of(self.year))
    }
}

/// The plans that are to be made for a year, each by the obligation that asks it of its unit.
fn asked(mechanism: &Mechanism, year: u16) -> Vec<AskedPlan<'_>> {
    let last = Day::last_of(year);
    let mut asked = Vec::new();
    for obligation in naming(RULE.name, last, mechanism) {
        let units = match &obligation.who {
            Actor::Unit(unit) => vec![unit],
            Actor::Members => members(obligation.system.as_ref(), last, mechanism),
            Actor::Office => vec![mechanism.office()],
            Actor::Owner | Actor::Team => Vec::new(),
        };
        // What it owed goes on to whoever took over from it; what it did before it ended stays done.
        let first = Day::first_of(year).max(mechanism.begins());
        let owing = units.into_iter().filter(|unit| [first, last].iter().any(|on| mechanism.acting(unit, *on).is_some()));
        let due = obligation.due_yearly.map(|day| day.of(year)).filter(|due| mechanism.begins() <= *due);
        asked.extend(owing.map(|unit| AskedPlan { by: obligation.id, unit, year, due }));
    }
    asked
}

fn members<'a>(system: Option<&SystemId>, on: Day, mechanism: &'a Mechanism) -> Vec<&'a UnitId> {
    system.map_or_else(|| mechanism.members(on), |system| mechanism.members_of(system, on, on))
}

fn check_plan(asked: &AskedPlan<'_>, plans: &[&Filed<Plan>], context: &Context<'_>, out: &mut RegisterFindings) {
    let AskedPlan { by, unit, year, due } = *asked;
    let period = Period::year(year);
    let (first, last) = (period.first().max(context.ledger.mechanism.begins()), period.last());
    let issued = |plan: &Filed<Plan>| plan.record.issued.filter(|issued| *issued <= context.today && !plan.record.is_none());
    let earliest = plans.iter().filter_map(|plan| Some((*plan, issued(plan)?))).min_by_key(|(_, issued)| *issued);
    let Some((plan, issued)) = earliest else {
        absent(asked, plans.first().copied(), context, out);
        return;
    };
    if last < issued {
        let what = tr!(
            "{year} 年度计划印发于 {issued}，该年度已结束，不能作为该年度的计划";
            "the plan for {year} was issued on {issued}, after that year, and was no plan for it"
        );
        out.report_at(RecordPath::Filed(plan.path.clone()), last, "issued", what).by(unit).of_obligation(by);
        return;
    }
    let on = issued.max(first).min(last);
    out.record_evidence_of(by, plan.reference(), on);
    if let Some(due) = due.filter(|due| *due < issued) {
        let what = tr!(
            "{year} 年度计划于 {issued} 印发，条款所定期限为 {due}";
            "the plan for {year} was issued on {issued}; the clause names {due}"
        );
        let report = out.report_at(RecordPath::Filed(plan.path.clone()), due, "issued", what).by(unit).of_obligation(by);
        report.late().lasting(due.plus(1), issued);
    }
    if last <= context.today && !was_carried_out(unit, first, last, context.ledger) {
        let why = Text::fixed(
            "的实施情况台账中未见检查、隐患记录，不由程序判定",
            "without a visit or a hazard in the register: whether it was carried out no program can tell",
        );
        out.record_doubt_of(by, plan.reference(), on, why);
    }
}

/// Whether the register shows that a unit inspected between two days: a hazard that it found, or a visit of a team it was in.
fn was_carried_out(unit: &UnitId, first: Day, last: Day, ledger: &Ledger) -> bool {
    let within = |day: Day| first <= day && day <= last;
    let is_own = |other: &UnitId| ledger.mechanism.stands_for(other, unit, last);
    let found = |hazard: &Filed<Hazard>| {
        is_own(&hazard.path.unit) && hazard.record.source_kind == HazardSource::Inspection && within(hazard.record.found)
    };
    let visited = |action: &Filed<Enforcement>| {
        action.record.member_units.iter().any(is_own) && action.record.visits.iter().any(|visit| within(visit.on))
    };
    ledger.hazards.iter().any(found) || ledger.enforcements.iter().any(visited)
}

fn absent(asked: &AskedPlan<'_>, draft: Option<&Filed<Plan>>, context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let (unit, year) = (asked.unit, Period::year(asked.year));
    let last = asked.last();
    // Nobody is there any more who could make it.
    if mechanism.acting(unit, Day::last_of(asked.year)).is_none() {
        return;
    }
    let is_partial = year.first() < mechanism.begins();
    let policy = mechanism.partial_year(last);
    let is_unknown = mechanism.records_since().is_some_and(|since| last < since);
    if is_unknown || (is_partial && policy == PartialYear::Exempt) {
        return;
    }
    let name = mechanism.short(unit);
    // As with minimums, the last day shows what the year comes to.
    let is_in_time = context.today < last || (asked.due.is_some() && context.today == last);
    if is_in_time {
        let what = tr!("印发 {year} 年度监督检查计划"; "issue the inspection plan for {year}");
        let awaited = if let Some(draft) = draft {
            out.awaits_at(RecordPath::Filed(draft.path.clone()), context.today, "issued", last, what)
        } else {
            let awaited = out.awaits_at(RecordPath::Single(Kind::Mechanism), context.today, "", last, what);
            awaited.fixed_by(Fix::New(Kind::Plan, None))
        };
        awaited.by(unit).of_obligation(asked.by);
        return;
    }
    let report = if let Some(draft) = draft {
        let (key, what) = if let Some(key) = draft.record.denied_at() {
            let what = tr!(
                "{name} {year} 年度计划的登记写明没有制定、延期制定，只是草稿、征求意见等文书，是其他年度的计划，或者没有内容，不是该年度计划";
                "what {name} filed as its plan for {year} says that none was made, or not yet, that it is a draft, a paper about one or a plan of another year, or nothing: it is no plan for that year"
            );
            (key, what)
        } else {
            let what = tr!("{name} {year} 年度计划已登记，未见印发日期"; "the plan of {name} for {year} is recorded without a day of issue");
            ("issued", what)
        };
        out.report_at(RecordPath::Filed(draft.path.clone()), last, key, what)
    } else {
        let what =
            tr!("台账中未见{name} {year} 年度监督检查计划的记录"; "the register shows no inspection plan of {name} for {year}");
        out.report_at(RecordPath::Single(Kind::Mechanism), last, "", what).fixed_by(Fix::New(Kind::Plan, None))
    };
    report.by(unit).of_obligation(asked.by);
    if let Some(due) = asked.due {
        report.lasting(due.plus(1), context.today.min(year.last()));
    }
    if is_partial && policy == PartialYear::Warn {
        report.at_most(Level::Reminder);
    } else {
        report.past(Some(last));
    }
}
