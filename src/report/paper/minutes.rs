//! 会议纪要 (二（六）): what a meeting dealt with, decided, set as tasks and left open, and who took part.

use super::addressees::Addressees;
use super::invitation::{agenda, called};
use super::names::CitedPaper;
use super::parts::{AttendanceRoll, Block, Copies, Form, IssuerMark, Paper};
use super::prose::PaperBody;
use super::{PaperContext, Slot, words};
use crate::model::{Attendance, Day, Filed, Meeting, Presence, Task, Unresolved};

pub(super) fn paper(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Paper {
    let record = &*meeting.record;
    let issued = record.minutes.as_ref().map(|minutes| minutes.issued);
    let number = record.minutes.as_ref().and_then(|minutes| minutes.doc_number.as_ref());
    let mechanism = &context.ledger.mechanism;
    let system = context.system(record, record.held);
    let sort = format!("{}纪要", system.map_or("会议", |system| system.name.as_str()));
    Paper {
        record: context.reference.clone(),
        form: Form::Minutes,
        draft: if issued.is_none() { vec!["尚未印发"] } else { Vec::new() },
        mark: IssuerMark { names: vec![mechanism.file.title.to_string()], sort },
        urgency: None,
        number: number.map_or(Slot::Blank("第　　期"), |number| Slot::Known(number.to_string())),
        edited: Some(context.signed(issued)),
        signer: None,
        title: context.whole(cited(record, context).title),
        to: Addressees::default(),
        body: body(meeting, context),
        rolls: rolls(record, context),
        attached: record.attachments.iter().map(|attachment| attachment.name.to_string()).collect(),
        signature: None,
        note: None,
        copies: sent_to(record, context, issued),
        imprint: Some(words::imprint(record.minutes.as_ref().and_then(|minutes| minutes.printing.as_ref()))),
        annexes: Vec::new(),
        told: Vec::new(),
    }
}

/// What minutes bear as their title, and who issues them.
pub(super) fn cited(meeting: &Meeting, context: &PaperContext<'_>) -> CitedPaper {
    let issued = meeting.minutes.as_ref().map(|minutes| minutes.issued);
    CitedPaper { title: format!("{}纪要", called(meeting, context)), issuer: context.issued_by(issued) }
}

fn body(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Vec<Block> {
    let record = &meeting.record;
    let mut body = PaperBody::default();
    body.say(opening(record, context));
    let items = agenda(meeting, context);
    if !items.is_empty() {
        body.section("会议议题");
        for (position, item) in items.into_iter().enumerate() {
            body.count(position + 1, &format!("{}（{}）", item.record.title, context.unit(&item.path.unit, record.held)));
        }
    }
    if let Some(decided) = &record.decided {
        body.section("议定事项");
        body.quote(decided);
    }
    if !record.task.is_empty() {
        body.section("工作任务");
        for (position, task) in record.task.iter().enumerate() {
            body.count(position + 1, &task_words(task, record.held, context));
        }
    }
    if !record.unresolved.is_empty() {
        body.section("未能协调一致的问题");
        for (position, question) in record.unresolved.iter().enumerate() {
            unresolved(&mut body, position + 1, question, record.held, context);
        }
    }
    body.close("")
}

fn opening(meeting: &Meeting, context: &PaperContext<'_>) -> String {
    let on = meeting.held;
    let held = words::dated(on);
    let place = meeting.place.as_ref().map(|place| format!("在{place}")).unwrap_or_default();
    let convener = context.unit(&meeting.convener, on);
    let chair = meeting
        .chair
        .as_ref()
        .map(|chair| format!("，{}{}{}主持会议", context.unit(&chair.unit, on), chair.post.word().zh, chair.name));
    let name = called(meeting, context);
    format!("{}，{convener}{place}召开{name}{}。现纪要如下：", held.words(), chair.unwrap_or_default())
}

/// A task with who answers for it and until when.
pub(super) fn task_words(task: &Task, on: Option<Day>, context: &PaperContext<'_>) -> String {
    let mut said = Vec::new();
    if let Some(lead) = &task.lead {
        said.push(format!("责任单位：{}", context.full(lead, on)));
    }
    if let Some(leader) = &task.leader {
        said.push(format!("责任领导：{leader}"));
    }
    if !task.with.is_empty() {
        said.push(format!("配合单位：{}", context.parties(&task.with, on)));
    }
    let term = words::term(task);
    if !term.is_empty() {
        said.push(format!("完成时限：{term}"));
    }
    let said = if said.is_empty() { String::new() } else { format!("（{}）", said.join("；")) };
    format!("{}{said}", words::flat(&task.text))
}

fn unresolved(body: &mut PaperBody, number: usize, question: &Unresolved, on: Option<Day>, context: &PaperContext<'_>) {
    body.item(number, &words::flat(&question.question), "");
    for position in &question.positions {
        body.say(format!("{}意见：{}", context.unit(&position.unit, on), words::flat(&position.text)));
    }
    if let Some(proposal) = &question.proposal {
        body.say(format!("处理建议：{}", words::flat(proposal)));
    }
    let paper = question.upward.as_ref().and_then(|upward| context.ledger.upward_paper(upward));
    if let Some(paper) = paper {
        let number = paper.record.doc_number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
        let to = context.body(&paper.record.to, on);
        body.say(format!("已于{}报{to}{number}。", words::day(paper.record.on)));
    }
}

/// 出席, 请假, 列席, each with all of that kind.
fn rolls(meeting: &Meeting, context: &PaperContext<'_>) -> Vec<AttendanceRoll> {
    let on = meeting.held;
    let with = |label, how: &[Presence]| {
        let names: Vec<String> =
            meeting.attendance.iter().filter(|one| how.contains(&one.how)).map(|one| one_present(one, on, context)).collect();
        (!names.is_empty()).then(|| AttendanceRoll { label, names: names.join("、") })
    };
    [with("出席", &[Presence::Present, Presence::Deputy]), with("请假", &[Presence::Leave]), with("列席", &[Presence::SittingIn])]
        .into_iter()
        .flatten()
        .collect()
}

fn one_present(one: &Attendance, on: Option<Day>, context: &PaperContext<'_>) -> String {
    let unit = context.full(&one.who, on);
    let name = one.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let post = one.post.as_ref().map(ToString::to_string);
    let said: Vec<String> = post.into_iter().chain((one.how == Presence::Deputy).then(|| "受委派".to_owned())).collect();
    let said = if said.is_empty() { String::new() } else { format!("（{}）", said.join("，")) };
    format!("{unit}{name}{said}")
}

/// Everybody who was expected gets the minutes.
fn sent_to(meeting: &Meeting, context: &PaperContext<'_>, on: Option<Day>) -> Option<Copies> {
    let expected = meeting.attendance.iter().map(|one| &one.who).chain(meeting.invited.iter().map(|one| &one.who));
    Copies::some("分送", context.addressees(expected, on))
}
