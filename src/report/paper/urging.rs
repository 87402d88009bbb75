//! 督办函: all that a unit has not done and should have by now, in one letter of the office's. It holds what `list --overdue` and 待办 call
//! 未落实: what only went past a reference value is not urged.

use std::borrow::Cow;

use super::parts::{Block, Form, IssuerMark, Paper, PaperSignature, TableColumn};
use super::prose::PaperBody;
use super::{PaperContext, words};
use crate::model::{Day, Ledger, Party, UnitId};
use crate::report::{TodoGroup, TodoItem};
use crate::text::Text;
use crate::tr;

/// The letter to a unit about what waits for it.
///
/// # Errors
/// Nothing of it is past its term, or the unit is the office itself.
pub fn urging(unit: &UnitId, items: &[TodoItem], ledger: &Ledger, on: Day) -> Result<Paper, Text> {
    let office = ledger.mechanism.office();
    let short = ledger.mechanism.short(unit);
    if unit == office {
        return Err(tr!("{short}不给自己发督办函"; "{short} writes no letter to itself"));
    }
    let overdue: Vec<&TodoItem> = items.iter().filter(|item| item.urgency == TodoGroup::Unmet).collect();
    if overdue.is_empty() {
        return Err(tr!(
            "截至 {on}，{short}没有已过期限或未落实的事项，不必督办；各单位的见 liandong todo --all";
            "as of {on} nothing of {short} is past its term or not done, and nothing is to be urged; liandong todo --all shows all units"
        ));
    }
    let context = PaperContext { ledger, reference: format!("units/{unit}"), issuer: office, year: on.year() };
    let by = context.own_name(Some(on));
    let party = Party::from(unit.clone());
    Ok(Paper {
        record: context.reference.clone(),
        form: Form::Letter,
        draft: vec!["按台账汇总，未经审核"],
        mark: IssuerMark { name: by.clone(), sort: String::new() },
        urgency: None,
        number: words::number(None),
        signer: None,
        title: context.title("关于督促办理有关事项的函", "函", Some(on)),
        to: context.addressees([&party], Some(on)),
        body: body(&overdue, on, &context),
        rolls: Vec::new(),
        attached: Vec::new(),
        signature: Some(PaperSignature { by, on: words::dated(None) }),
        note: None,
        copies: None,
        imprint: None,
        annexes: Vec::new(),
        told: vec![Text::fixed(
            "正文中空着待填的：反馈期限；台账不记这份函，发出后各事项仍按原期限计",
            "left blank in the text: by when to answer; the register does not keep this letter, and terms stay as they are",
        )],
    })
}

fn body(overdue: &[&TodoItem], on: Day, context: &PaperContext<'_>) -> Vec<Block> {
    let count = overdue.len();
    let mut body = PaperBody::default();
    body.say(format!(
        "根据《{}》，经核对截至{}的台账，贵单位有下列{count}项已过期限，或者台账中未见相应记录：",
        context.ledger.mechanism.file.title,
        words::day(on)
    ));
    let column = |head, share, prose| TableColumn { head: Cow::Borrowed(head), share, prose };
    let row = |(at, item): (usize, &&TodoItem)| {
        let record = item.record.as_ref().map(|record| record.title.zh().to_owned()).unwrap_or_default();
        let since = item.since.map(words::day).unwrap_or_default();
        vec![(at + 1).to_string(), record, item.what.zh().to_owned(), item.clause.clone().unwrap_or_default(), since]
    };
    body.table(Block::Table {
        columns: vec![
            column("序号", 2, false),
            column("记录", 7, true),
            column("情况", 12, true),
            column("依据", 4, false),
            column("自何日起", 5, false),
        ],
        rows: overdue.iter().enumerate().map(row).collect(),
    });
    body.say("请于　　月　　日前办理，并将办理情况书面反馈我办；确有困难不能按期办结的，请说明原因和预计办结的日期。已经办结、尚未登记的，请一并补充登记。");
    body.close("特此函告。")
}
