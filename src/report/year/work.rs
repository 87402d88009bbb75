//! What was done, in numbers as reports give them: how often, how many. Each thing is counted once, by its own day: what was called off
//! and what was withdrawn or only corrects another paper is no work of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::scope::ReportScope;
use crate::model::{
    Carrier, Day, Enforcement, Filed, FiledPath, FoundProblem, Happening, Mechanism, Meeting, MineId, Notice, UpwardKind, Visit,
};
use crate::rules::{Context, is_withdrawn, repeated_records};
use crate::text::Text;
use crate::tr;

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WorkDone {
    /// Meetings that took place.
    pub meetings: usize,
    /// Questions that they dealt with.
    pub questions: usize,
    /// Tasks that they set.
    pub tasks: usize,
    /// Joint enforcements that were carried out.
    pub enforcements: usize,
    /// Visits to mines that they made.
    pub visits: usize,
    /// Mines that they visited, each once.
    pub mines: usize,
    /// Problems that they found.
    pub problems: usize,
    /// Of these, major hazards.
    pub major_problems: usize,
    /// Circulars on them.
    pub circulars: usize,
    /// Plans of inspection.
    pub plans: usize,
    /// Leads that were received.
    pub leads: usize,
    /// Enforcement papers that were served.
    pub orders: usize,
    /// Of these, those that stop or close a mine or take a licence.
    pub stops: usize,
    /// Notices that went out and were not withdrawn, without what follows.
    pub notices: usize,
    /// Notices that correct or withdraw another.
    pub corrections: usize,
    /// Reports that there was nothing to notify of.
    pub zero_reports: usize,
    /// Papers upward that ask for a decision.
    pub requests: usize,
    /// Papers upward that report.
    pub reports: usize,
    /// Accidents.
    pub accidents: usize,
    /// What was found of projects' facilities (三同时).
    pub facilities: usize,
    /// Hazards that were filed, taken over or found by the unit itself; of one unit alone, since all together are told by their course.
    pub hazards: usize,
    /// Questions proposed; of one unit alone.
    pub proposals: usize,
    /// Answers to what others filed; of one unit alone.
    pub responses: usize,
}

pub(super) fn work(context: &Context<'_>, scope: &ReportScope) -> WorkDone {
    let ledger = context.ledger;
    // What lies after the day judged has not happened.
    let in_scope = |on: Option<Day>| on.is_some_and(|on| scope.holds(on) && on <= context.today);
    let counted = |path: &FiledPath, on: Option<Day>| scope.is_of(&path.unit) && in_scope(on);
    let mut work = WorkDone::default();
    let (mut questions, mut mines): (BTreeSet<&FiledPath>, BTreeSet<&MineId>) = (BTreeSet::new(), BTreeSet::new());
    // Of the register one act is counted once, in however many records it stands; of a unit, those of others do not count its own.
    let repeated = repeated_records(context);
    let is_counted_elsewhere = |path: &FiledPath| repeated.get(path).is_some_and(|first| scope.is_of(&first.unit));
    let held = |meeting: &&Filed<Meeting>| counted(&meeting.path, meeting.record.took_place_on());
    for meeting in ledger.meetings.iter().filter(held).filter(|meeting| !is_counted_elsewhere(&meeting.path)) {
        work.meetings += 1;
        work.tasks += meeting.record.task.len();
        questions.extend(ledger.agenda_of(meeting).into_iter().map(|item| &item.path));
    }
    work.questions = questions.len();
    // What goes on over days is told day by day: an enforcement by its first, each visit, problem and circular by its own.
    let own = |filed: &&Filed<Enforcement>| scope.is_of(&filed.path.unit) && ledger.was_carried_out(filed);
    let own: Vec<&Filed<Enforcement>> = ledger.enforcements.iter().filter(own).collect();
    let by_path: BTreeMap<&FiledPath, &Enforcement> = own.iter().map(|action| (&action.path, &*action.record)).collect();
    for Filed { path, record } in own {
        let first = repeated.get(path).filter(|_| is_counted_elsewhere(path)).and_then(|first| by_path.get(first).copied());
        work.enforcements += usize::from(first.is_none() && in_scope(record.began()));
        // What the other record has as well is counted there.
        let seen = |visit: &&Visit| {
            first.is_some_and(|first| first.visits.iter().any(|other| (&other.mine, other.on) == (&visit.mine, visit.on)))
        };
        let visits = record.visits.iter().filter(|visit| in_scope(Some(visit.on)));
        mines.extend(visits.clone().map(|visit| &visit.mine));
        work.visits += visits.filter(|visit| !seen(visit)).count();
        let told = |problem: &&FoundProblem| {
            let is_same = |other: &FoundProblem| (&other.mine, &other.text) == (&problem.mine, &problem.text);
            first.is_some_and(|first| first.problem.iter().any(is_same))
        };
        let problems =
            record.problem.iter().filter(|problem| in_scope(record.found_on(problem))).filter(|problem| !told(problem));
        work.problems += problems.clone().count();
        work.major_problems += problems.filter(|problem| problem.major).count();
        work.circulars += usize::from(
            first.is_none_or(|first| first.circular.is_none())
                && in_scope(record.circular.as_ref().map(|circular| circular.issued)),
        );
    }
    work.mines = mines.len();
    for order in ledger.orders.iter().filter(|order| counted(&order.path, order.record.on())) {
        work.orders += 1;
        work.stops += usize::from(order.record.kind.stops_mine());
    }
    let stands = |notice: &&Filed<Notice>| counted(&notice.path, notice.record.issued) && !is_withdrawn(notice, context);
    for notice in ledger.notices.iter().filter(stands).filter(|notice| !is_counted_elsewhere(&notice.path)) {
        let record = &notice.record;
        let count = match () {
            () if record.none_for.is_some() => &mut work.zero_reports,
            () if record.corrects.is_some() || record.withdraws.is_some() => &mut work.corrections,
            () => &mut work.notices,
        };
        *count += 1;
    }
    for paper in ledger.upward.iter().filter(|paper| counted(&paper.path, paper.record.on())) {
        match paper.record.kind {
            UpwardKind::Request => work.requests += 1,
            UpwardKind::Report => work.reports += 1,
        }
    }
    work.plans = ledger.plans.iter().filter(|plan| counted(&plan.path, plan.record.on())).count();
    // Of the register one event is counted once; of a unit, what it filed.
    let of_unit = scope.unit.is_some();
    let leads = ledger.leads.iter().filter(|lead| counted(&lead.path, lead.record.on()));
    work.leads = leads.filter(|lead| of_unit || ledger.first_of_lead(lead).is_none()).count();
    work.facilities = ledger.facilities.iter().filter(|found| counted(&found.path, found.record.on())).count();
    if scope.unit.is_some() {
        work.hazards = ledger.hazards.iter().filter(|hazard| counted(&hazard.path, hazard.record.on())).count();
        work.proposals = ledger.agenda.iter().filter(|item| counted(&item.path, item.record.on())).count();
        work.responses = ledger.responses.iter().filter(|response| counted(&response.path, response.record.on())).count();
    }
    let accidents = ledger.accidents.iter().filter(|accident| counted(&accident.path, accident.record.on()));
    work.accidents = accidents.filter(|accident| of_unit || ledger.first_of_accident(accident).is_none()).count();
    work
}

/// What a district calls what its reports count: by the system that is carried out so, where there is but one.
#[derive(Debug, Clone)]
pub struct WorkNames {
    meeting: String,
    enforcement: String,
    notice: String,
    /// What is watched over, with the word by which it is counted.
    object: (String, &'static str),
}

impl WorkNames {
    pub(super) fn of(mechanism: &Mechanism, on: Day) -> Self {
        let named = |carrier: Carrier, usual: &str| {
            let mut systems = mechanism.systems(carrier, on);
            match (systems.next(), systems.next()) {
                (Some(only), None) => only.name.to_string(),
                _ => usual.to_owned(),
            }
        };
        let object = mechanism.file.object.as_ref().map(|object| (object.to_string(), "个"));
        Self {
            meeting: named(Carrier::Meeting, "会议"),
            enforcement: named(Carrier::Enforcement, "联合执法"),
            notice: named(Carrier::Notice, "通报"),
            object: object.unwrap_or_else(|| ("矿山".to_owned(), "座")),
        }
    }
}

impl WorkDone {
    /// What was done, a sentence a subject; what there was nothing of is left out. In Chinese, as papers are.
    #[must_use]
    pub fn sentences(&self, names: &WorkNames) -> Vec<String> {
        let WorkNames { meeting, enforcement, notice, object: (object, of_object) } = names;
        let sentence = |counts: &[(&str, usize, &str)]| {
            let counted = counts.iter().filter(|(_, count, _)| *count > 0);
            let said: Vec<String> = counted.map(|(words, count, unit)| format!("{words}{count}{unit}")).collect();
            (!said.is_empty()).then(|| said.join("，") + "。")
        };
        [
            sentence(&[
                (format!("召开{meeting}").as_str(), self.meetings, "次"),
                ("研究议题", self.questions, "项"),
                ("部署任务", self.tasks, "项"),
            ]),
            sentence(&[
                (format!("开展{enforcement}").as_str(), self.enforcements, "次"),
                (format!("检查{object}").as_str(), self.mines, *of_object),
                ("现场检查", self.visits, "次"),
                ("发现问题", self.problems, "项"),
                ("其中重大隐患", self.major_problems, "项"),
                (format!("印发{enforcement}情况通报").as_str(), self.circulars, "份"),
            ]),
            sentence(&[("下达执法文书", self.orders, "份"), ("其中停止作业、停产停业、暂扣吊销证照和关闭类", self.stops, "份")]),
            sentence(&[
                (format!("发出{notice}").as_str(), self.notices, "份"),
                ("更正、撤回通报", self.corrections, "份"),
                ("零报告", self.zero_reports, "份"),
            ]),
            sentence(&[("向上级请示", self.requests, "件"), ("向上级报告", self.reports, "件")]),
            sentence(&[
                ("制定年度监督检查计划", self.plans, "份"),
                ("收到线索", self.leads, "条"),
                ("发生生产安全事故", self.accidents, "起"),
            ]),
            sentence(&[
                ("登记隐患", self.hazards, "处"),
                ("登记“三同时”情况", self.facilities, "项"),
                ("提出议题", self.proposals, "项"),
                ("签收、答复等", self.responses, "件"),
            ]),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The same in a few words of both languages, as a page shows them: how many of what.
    #[must_use]
    pub fn figures(&self, names: &WorkNames) -> Vec<(Text, usize)> {
        let WorkNames { meeting, enforcement, notice, object: (object, of_object) } = names;
        [
            (tr!("次{meeting}"; "meetings"), self.meetings),
            (Text::fixed("项议题", "questions dealt with"), self.questions),
            (tr!("次{enforcement}"; "joint enforcements"), self.enforcements),
            (tr!("{of_object}{object}受检"; "mines visited"), self.mines),
            (Text::fixed("项问题", "problems found"), self.problems),
            (Text::fixed("份执法文书", "orders served"), self.orders),
            (tr!("份{notice}"; "notices sent"), self.notices),
            (Text::fixed("件请示和报告", "papers upward"), self.requests + self.reports),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .collect()
    }
}
