//! 联合执法情况的通报 (三（七）): what the team did and found, and what is demanded of whom, with both as tables.

use super::addressees::Rank;
use super::parts::{Annex, Block, Copies, Form, Paper, TableColumn};
use super::plan::called;
use super::prose::PaperBody;
use super::{PaperContext, words};
use crate::model::{Day, Enforcement, FoundProblem, Party, Secrecy, Task, UnitId};
use crate::text::Text;
use crate::tr;

pub(super) fn paper(enforcement: &Enforcement, context: &PaperContext<'_>) -> Paper {
    let circular = enforcement.circular.as_ref();
    let (own, sort, issued) = titled(enforcement, context);
    let name = called(enforcement, context);
    let (to, copies) = context.addressed(circular.into_iter().flat_map(|circular| &circular.to));
    let (demands, suggested): (Vec<&Task>, Vec<&Task>) =
        enforcement.task.iter().partition(|task| task.lead.as_ref().is_none_or(|lead| context.rank(lead) != Rank::Above));
    let tables = tables(&enforcement.problem, &demands, issued, context);
    let attached: Vec<String> = tables.iter().map(|(title, _)| (*title).to_owned()).collect();
    Paper {
        record: context.reference.clone(),
        form: Form::Document,
        draft: draft(enforcement),
        mark: context.mark("文件", issued),
        urgency: None,
        number: words::number(circular.and_then(|circular| circular.doc_number.as_ref())),
        edited: None,
        signer: None,
        title: context.title(&own, sort, issued),
        to: context.addressees(to, issued),
        body: body(enforcement, &name, &attached, context),
        rolls: Vec::new(),
        attached,
        signature: Some(context.signed(issued)),
        note: note(enforcement),
        copies: Copies::some("抄送", context.addressees(copies, issued)),
        imprint: Some(words::imprint(circular.and_then(|circular| circular.printing.as_ref()))),
        annexes: annexes(tables, context),
        told: suggestions(&suggested, issued, context).into_iter().collect(),
    }
}

/// Its title, the kind that it ends in, and its day.
pub(super) fn titled(enforcement: &Enforcement, context: &PaperContext<'_>) -> (String, &'static str, Option<Day>) {
    let issued = enforcement.circular.as_ref().map(|circular| circular.issued);
    (format!("关于{}情况的通报", called(enforcement, context)), "通报", issued)
}

/// What it lacks: a circular without anything that the enforcement did or found tells nothing.
fn draft(enforcement: &Enforcement) -> Vec<&'static str> {
    let mut why = Vec::new();
    if enforcement.circular.is_none() {
        why.push("尚未印发");
    }
    if enforcement.visits.is_empty() && enforcement.problem.is_empty() && enforcement.summary.is_none() {
        why.push("检查、发现问题和总结均未录入");
    }
    why
}

/// That what is asked of those above stands as a demand among the record's: a circular makes none upward (三（七）).
fn suggestions(asked: &[&Task], on: Option<Day>, context: &PaperContext<'_>) -> Option<Text> {
    let leads: Vec<Party> = asked.iter().filter_map(|task| task.lead.clone()).collect();
    let (count, names) = (asked.len(), context.parties(&leads, on));
    (count > 0).then(|| tr!(
        "通报不对上级提整改要求：责任单位为{names}的 {count} 项没有列入整改要求清单，作为建议另行报告（三（七）；liandong upward new）";
        "a circular demands nothing of those above: {count} put on {names} are left out of its list; they go upward as suggestions, in a report of their own (三（七）; liandong upward new)"
    ))
}

/// How far it goes (一定范围内), and that it is not for others.
fn note(enforcement: &Enforcement) -> Option<String> {
    let scope = enforcement.circular.as_ref().and_then(|circular| circular.scope.as_ref());
    let scope = scope.map(|scope| format!("印发范围：{scope}"));
    let closed = (enforcement.secrecy == Some(Secrecy::Internal)).then(|| "此件不公开".to_owned());
    let said: Vec<String> = closed.into_iter().chain(scope).collect();
    (!said.is_empty()).then(|| said.join("。"))
}

fn body(enforcement: &Enforcement, name: &str, attached: &[String], context: &PaperContext<'_>) -> Vec<Block> {
    let on = enforcement.from;
    let mut body = PaperBody::default();
    let when = on.map(|from| format!("{}，", words::span(from, enforcement.to))).unwrap_or_default();
    let lead = context.unit(&enforcement.lead, on);
    // Who leads is not with itself.
    let with: Vec<UnitId> = enforcement.member_units.iter().filter(|unit| **unit != enforcement.lead).cloned().collect();
    let units = context.units(&with, on);
    let units = if units.is_empty() { String::new() } else { format!("会同{units}") };
    body.say(format!("{when}{lead}{units}开展{name}。现将有关情况通报如下："));
    if let Some(summary) = &enforcement.summary {
        let parts = [
            ("执法成效", &summary.effects),
            ("发现的主要问题", &summary.problems),
            ("原因分析", &summary.causes),
            ("工作要求", &summary.requirements),
        ];
        for (head, prose) in parts {
            if let Some(prose) = prose {
                body.section(head);
                body.quote(prose);
            }
        }
    }
    if !attached.is_empty() {
        let major = enforcement.problem.iter().filter(|problem| problem.major).count();
        let found = enforcement.problem.len();
        let major = if major > 0 { format!("，其中重大隐患{major}项") } else { String::new() };
        let found = if found > 0 { format!("本次联合执法发现问题{found}项{major}。") } else { String::new() };
        body.say(format!("{found}请有关单位对照所附清单抓好整改落实。"));
    }
    body.close("特此通报。")
}

type TitledTable = (&'static str, Block);

/// The tables that the circular carries: of problems, of demands, as far as there are any.
fn tables(found: &[FoundProblem], tasks: &[&Task], on: Option<Day>, context: &PaperContext<'_>) -> Vec<TitledTable> {
    let problems = (!found.is_empty()).then(|| (PROBLEMS, problems(found, on, context)));
    let demands = (!tasks.is_empty()).then(|| (DEMANDS, demands(tasks, on, context)));
    problems.into_iter().chain(demands).collect()
}

const PROBLEMS: &str = "联合执法发现问题清单";
const DEMANDS: &str = "整改要求清单";

fn annexes(tables: Vec<TitledTable>, context: &PaperContext<'_>) -> Vec<Annex> {
    let annex = |(title, table): TitledTable| Annex {
        label: Some("附件".to_owned()),
        title: context.whole(title.to_owned()),
        body: vec![table],
    };
    tables.into_iter().map(annex).collect()
}

fn problems(found: &[FoundProblem], on: Option<Day>, context: &PaperContext<'_>) -> Block {
    let column = TableColumn::new;
    let row = |problem: &FoundProblem| {
        let text = words::flat(&problem.text);
        let onsite = problem.onsite.as_ref().map(|onsite| words::flat(&onsite.measure)).unwrap_or_default();
        vec![
            problem.no.to_string(),
            context.mine(&problem.mine),
            if problem.major { format!("【重大隐患】{text}") } else { text },
            onsite,
            problem.supervising_unit.as_ref().map(|unit| context.unit(unit, on)).unwrap_or_default(),
            problem.due.map(words::day).unwrap_or_default(),
        ]
    };
    Block::Table {
        columns: vec![
            column("序号", 2, false),
            TableColumn { head: context.object().to_owned().into(), share: 7, prose: true },
            column("问题", 13, true),
            column("现场处置", 9, true),
            column("监管单位", 7, true),
            column("整改期限", 7, false),
        ],
        rows: found.iter().map(row).collect(),
    }
}

/// What is demanded, of whom, by when.
fn demands(tasks: &[&Task], on: Option<Day>, context: &PaperContext<'_>) -> Block {
    let column = TableColumn::new;
    let answers = |task: &Task| {
        let lead = task.lead.as_ref().map(|lead| context.full(lead, on)).unwrap_or_default();
        let leader = task.leader.as_ref().map(|leader| format!("（责任领导：{leader}）")).unwrap_or_default();
        format!("{lead}{leader}")
    };
    let row = |(position, task): (usize, &&Task)| {
        vec![
            (position + 1).to_string(),
            words::flat(&task.text),
            answers(task),
            context.parties(&task.with, on),
            words::term(task),
        ]
    };
    Block::Table {
        columns: vec![
            column("序号", 3, false),
            column("整改要求", 11, true),
            column("责任单位", 7, true),
            column("配合单位", 7, true),
            column("完成时限", 9, false),
        ],
        rows: tasks.iter().enumerate().map(row).collect(),
    }
}
