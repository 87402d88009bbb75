//! 请示 and 报告 (二（七）, 三（七）, 四（六）): papers upward, in the form that names who signed them.

use super::parts::{Annex, Block, Copies, Form, Paper, TableColumn};
use super::prose::PaperBody;
use super::titles::retitled;
use super::{PaperContext, Slot, conventions, words};
use crate::model::{Day, Party, Unresolved, Upward, UpwardKind};

pub(super) fn paper(upward: &Upward, context: &PaperContext<'_>) -> Paper {
    let on = Some(upward.on);
    let questions = questions(upward, context);
    let annexes = annexes(&questions, upward, context);
    let mut attached: Vec<String> = annexes.iter().map(|annex| annex.title.words.clone()).collect();
    attached.extend(upward.attachments.iter().map(|attachment| attachment.name.to_string()));
    let (own, sort, _) = titled(upward);
    Paper {
        record: context.reference.clone(),
        form: Form::Upward,
        draft: draft(upward),
        mark: context.mark("文件", on),
        urgency: upward.urgency.map(|urgency| urgency.word().zh),
        number: words::number(upward.doc_number.as_ref()),
        edited: None,
        signer: Some(upward.signer.as_ref().map_or(Slot::Blank(""), |signer| Slot::Known(signer.to_string()))),
        title: context.title(&own, sort, on),
        to: context.addressees([&Party::Body(upward.to.clone())], on),
        body: body(upward, &questions),
        rolls: Vec::new(),
        attached,
        signature: Some(context.signed(on)),
        // Who asks must say whom to call.
        note: upward.contact.as_ref().map(|contact| format!("联系人及电话：{contact}")),
        copies: Copies::some("抄送", context.addressees(upward.copies.iter().filter(|party| !context.issues(party)), on)),
        imprint: Some(words::imprint(upward.printing.as_ref())),
        annexes,
        told: retitled(&own, sort).into_iter().chain(conventions::of_upward(upward, context)).collect(),
    }
}

/// Its title as its record has it, the kind that the paper's title ends in, and its day.
pub(super) fn titled(upward: &Upward) -> (String, &'static str, Option<Day>) {
    let sort = match upward.kind {
        UpwardKind::Request => "请示",
        UpwardKind::Report => "报告",
    };
    (upward.title.to_string(), sort, Some(upward.on))
}

fn draft(upward: &Upward) -> Vec<&'static str> {
    let mut why = Vec::new();
    if upward.signer.is_none() {
        why.push("未经签发");
    }
    if upward.body.is_none() {
        why.push("正文未录入");
    }
    why
}

/// The questions of a meeting that it asks to have decided.
fn questions<'a>(upward: &Upward, context: &'a PaperContext<'_>) -> Vec<&'a Unresolved> {
    let of = |about: &crate::model::Reference| {
        let meeting = context.ledger.meeting(about)?;
        meeting.record.unresolved.iter().find(|question| about.part == Some(question.no))
    };
    if upward.kind == UpwardKind::Request { upward.about.iter().filter_map(of).collect() } else { Vec::new() }
}

fn body(upward: &Upward, questions: &[&Unresolved]) -> Vec<Block> {
    let mut body = PaperBody::default();
    if let Some(prose) = &upward.body {
        body.quote(prose);
    }
    let numbered = |position: usize, words: String| match questions.len() {
        1 => words,
        _ => format!("{}. {words}", position + 1),
    };
    if !questions.is_empty() {
        body.section("请求明确的问题");
        for (position, question) in questions.iter().enumerate() {
            body.say(numbered(position, words::flat(&question.question)));
        }
    }
    let proposals: Vec<_> = questions.iter().filter_map(|question| question.proposal.as_ref()).collect();
    if !proposals.is_empty() {
        body.section("处理建议");
        for proposal in proposals {
            body.say(words::flat(proposal));
        }
    }
    body.close(match upward.kind {
        UpwardKind::Request => "妥否，请批示。",
        UpwardKind::Report => "特此报告。",
    })
}

/// What each unit holds, a question a table.
fn annexes(questions: &[&Unresolved], upward: &Upward, context: &PaperContext<'_>) -> Vec<Annex> {
    let column = TableColumn::new;
    let table = |question: &Unresolved| Block::Table {
        columns: vec![column("序号", 3, false), column("单位", 10, true), column("意见", 23, true)],
        rows: question
            .positions
            .iter()
            .enumerate()
            .map(|(at, held)| vec![(at + 1).to_string(), context.unit(&held.unit, Some(upward.on)), words::flat(&held.text)])
            .collect(),
    };
    let with = questions.iter().filter(|question| !question.positions.is_empty());
    let body: Vec<Block> = with
        .flat_map(|question| [Block::Paragraph(format!("问题：{}", words::flat(&question.question))), table(question)])
        .collect();
    if body.is_empty() {
        return Vec::new();
    }
    vec![Annex { label: Some("附件".to_owned()), title: context.whole("各单位意见".to_owned()), body }]
}
