//! 征集议题的通知 (二（五）): asks those who are invited to a meeting what they want it to deal with.

use super::invitation::{called, expected};
use super::parts::{Annex, Block, Form, Paper, TableColumn};
use super::prose::PaperBody;
use super::{PaperContext, words};
use crate::model::{Filed, Meeting};
use crate::text::Text;

/// Rows of the form.
const ROWS: usize = 3;

const FORM: &str = "议题征集表";

pub(super) fn paper(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Paper {
    let record = &meeting.record;
    let name = called(record, context);
    Paper {
        record: context.reference.clone(),
        form: Form::Letter,
        draft: draft(record),
        mark: context.mark("", None),
        urgency: None,
        number: words::number(None),
        signer: None,
        title: context.title(&format!("关于征集{name}议题的通知"), "通知", None),
        to: context.addressees(&expected(record, context), record.planned),
        body: body(record, &name, context),
        rolls: Vec::new(),
        attached: vec![FORM.to_owned()],
        signature: Some(context.signed(None)),
        edited: None,
        note: None,
        copies: None,
        imprint: None,
        annexes: vec![Annex { label: Some("附件".to_owned()), title: context.whole(FORM.to_owned()), body: vec![form()] }],
        told: vec![Text::fixed(
            "正文中空着待填的：议题的报送期限；台账不记这份通知，发文字号和日期请自行填写",
            "left blank in the text: by when items are to be handed in; the register does not keep this paper, whose number and date are to be filled in",
        )],
    }
}

fn draft(meeting: &Meeting) -> Vec<&'static str> {
    let mut why = vec!["未经审核"];
    why.extend(meeting.cancelled.as_ref().map(|_| "会议已取消"));
    why.extend(meeting.held.map(|_| "会议已召开"));
    why
}

fn body(meeting: &Meeting, name: &str, context: &PaperContext<'_>) -> Vec<Block> {
    let mechanism = &context.ledger.mechanism;
    let own = if context.issuer == mechanism.office() { "我办" } else { "我单位" };
    let when = meeting.planned.map_or_else(|| "近期".to_owned(), words::day);
    let mut body = PaperBody::default();
    body.say(format!("根据《{}》，拟于{when}召开{name}，现向各单位征集议题。有关事项通知如下：", mechanism.file.title));
    body.section("征集范围");
    body.say("会议任务范围内、需要由会议研究解决的事项。");
    body.section("报送要求");
    body.say(format!(
        "每项议题填写一份《{FORM}》，写明需要解决的问题和建议意见，并附议题材料；已经在台账中提交的不必另报。没有议题的不必报送。"
    ));
    body.section("报送期限");
    body.say(format!("请于　　月　　日前报送{own}。"));
    body.close("特此通知。")
}

fn form() -> Block {
    let column = |head, share| TableColumn::new(head, share, true);
    Block::Table {
        columns: vec![column("议题", 6), column("需要解决的问题", 8), column("建议意见", 8), column("提出单位、联系人", 6)],
        rows: vec![vec![String::new(); 4]; ROWS],
    }
}
