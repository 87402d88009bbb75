//! 联合执法方案 (三（四）): the notice that sets a joint enforcement going, with the plan that it issues. Not public before it is
//! carried out: who is to be visited must not know the day.

use super::parts::{Annex, Block, Form, Paper, TableColumn};
use super::prose::PaperBody;
use super::titles::name_of;
use super::{PaperContext, words};
use crate::model::{Day, Enforcement, Group, Party, Secrecy};

pub(super) fn paper(enforcement: &Enforcement, context: &PaperContext<'_>) -> Paper {
    let (own, sort, issued) = titled(enforcement, context);
    let mut to: Vec<Party> = enforcement.member_units.iter().cloned().map(Party::from).collect();
    to.extend(enforcement.guests.iter().cloned());
    let (to, copies) = context.addressed(&to);
    let plan = plan_title(enforcement, context);
    Paper {
        record: context.reference.clone(),
        form: Form::Document,
        draft: draft(enforcement),
        mark: context.mark("文件", issued),
        urgency: None,
        number: words::number(enforcement.plan.as_ref().and_then(|plan| plan.doc_number.as_ref())),
        edited: None,
        signer: None,
        title: context.title(&own, sort, issued),
        to: context.addressees(to, issued),
        body: notice(&plan, context),
        rolls: Vec::new(),
        attached: Vec::new(),
        signature: Some(context.signed(issued)),
        note: (enforcement.secrecy != Some(Secrecy::Public)).then(|| "此件不公开".to_owned()),
        copies: super::parts::Copies::some("抄送", context.addressees(copies, issued)),
        imprint: Some(words::imprint(enforcement.plan.as_ref().and_then(|plan| plan.printing.as_ref()))),
        // A text that a notice issues is no annex: it bears no such word.
        annexes: vec![Annex { label: None, title: context.whole(plan), body: body(enforcement, issued, context) }],
        told: Vec::new(),
    }
}

/// Its title, the kind that it ends in, and its day.
pub(super) fn titled(enforcement: &Enforcement, context: &PaperContext<'_>) -> (String, &'static str, Option<Day>) {
    let issued = enforcement.plan.as_ref().map(|plan| plan.issued);
    (format!("关于印发《{}》的通知", plan_title(enforcement, context)), "通知", issued)
}

fn plan_title(enforcement: &Enforcement, context: &PaperContext<'_>) -> String {
    format!("{}方案", called(enforcement, context))
}

fn draft(enforcement: &Enforcement) -> Vec<&'static str> {
    match (&enforcement.cancelled, &enforcement.plan) {
        (Some(_), _) => vec!["执法已取消"],
        (None, None) => vec!["尚未印发"],
        (None, Some(_)) => Vec::new(),
    }
}

/// What the enforcement is called: by its record, else by the system that it belongs to.
pub(super) fn called(enforcement: &Enforcement, context: &PaperContext<'_>) -> String {
    let system = context.system(enforcement, enforcement.from);
    let name = system.map_or("联合执法", |system| system.name.as_str());
    enforcement.title.as_ref().map_or_else(|| name.to_owned(), |title| name_of(title.as_str()))
}

fn notice(plan: &str, context: &PaperContext<'_>) -> Vec<Block> {
    let mut body = PaperBody::default();
    let title = &context.ledger.mechanism.file.title;
    body.say(format!("根据《{title}》，制定了《{plan}》。"));
    body.say("现印发给你们，请认真组织实施。");
    body.close("")
}

fn body(enforcement: &Enforcement, on: Option<Day>, context: &PaperContext<'_>) -> Vec<Block> {
    let mut body = PaperBody::default();
    if let Some(basis) = &enforcement.basis {
        body.section("执法依据");
        body.say(full_stop(basis.text.as_str()));
    }
    body.section("执法时间");
    body.say(match enforcement.from {
        Some(from) => format!("{}。", words::span(from, enforcement.to)),
        None => words::dated(None).words().to_owned(),
    });
    body.section("组织领导");
    team(&mut body, enforcement, on, context);
    if !enforcement.groups.is_empty() {
        body.section("工作小组");
        body.table(groups(&enforcement.groups, on, context));
    }
    body.close("")
}

fn team(body: &mut PaperBody, enforcement: &Enforcement, on: Option<Day>, context: &PaperContext<'_>) {
    let mut number = 0;
    let mut item = |head: &str, rest: String| {
        number += 1;
        body.item(number, head, rest);
    };
    item("牵头单位。", format!("{}。", context.unit(&enforcement.lead, on)));
    if let Some(leader) = &enforcement.leader {
        let post = leader.post.as_ref().map(|post| format!("（{post}）")).unwrap_or_default();
        item("组长。", format!("{}{}{post}。", context.unit(&leader.unit, on), leader.name));
    }
    if !enforcement.member_units.is_empty() {
        item("成员单位。", format!("{}。", context.units(&enforcement.member_units, on)));
    }
    if !enforcement.guests.is_empty() {
        item("邀请单位。", format!("{}。", context.parties(&enforcement.guests, on)));
    }
    if !enforcement.experts.is_empty() {
        let experts: Vec<String> = enforcement
            .experts
            .iter()
            .map(|expert| {
                let from = expert.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
                let field = expert.field.as_ref().map(|field| format!("（{field}）")).unwrap_or_default();
                format!("{from}{}{field}", expert.name)
            })
            .collect();
        item("专家。", format!("{}。", experts.join("、")));
    }
}

fn groups(groups: &[Group], on: Option<Day>, context: &PaperContext<'_>) -> Block {
    let column = TableColumn::new;
    let row = |group: &Group| {
        let mines = group.mines.iter().map(|mine| context.mine(mine)).collect::<Vec<_>>().join("、");
        let leader = group.leader.as_ref().map(ToString::to_string).unwrap_or_default();
        vec![group.no.to_string(), leader, context.units(&group.members, on), mines, words::days(&group.days)]
    };
    Block::Table {
        columns: vec![
            column("组号", 3, false),
            column("小组长", 4, false),
            column("成员单位", 12, true),
            TableColumn { head: format!("负责{}", context.object()).into(), share: 9, prose: true },
            column("日期", 9, false),
        ],
        rows: groups.iter().map(row).collect(),
    }
}

/// A line as a sentence.
fn full_stop(line: &str) -> String {
    if line.ends_with(['。', '！', '？']) { line.to_owned() } else { format!("{line}。") }
}
