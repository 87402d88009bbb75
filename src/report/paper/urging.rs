//! 督办函: all that a unit has not done and should have by now, in one letter of the office's: what 待办 calls 该办未办, and whatever else is
//! past a term that its record, the clause or an adopted setting fixes. What only went past a reference value is not urged, and nobody is
//! told of a day that no paper set.

use super::matter::matter;
use super::parts::{Block, Form, Paper, TableColumn};
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
    let is_overdue = |item: &&TodoItem| match item.urgency {
        TodoGroup::Unmet => true,
        TodoGroup::Reminded => item.term.is_some() && item.units.iter().any(|unit| unit == short),
        _ => false,
    };
    let overdue = matters(items.iter().filter(is_overdue));
    if overdue.is_empty() {
        return Err(tr!(
            "截至 {on}，{short}没有已过期限或未落实的事项，不必督办；各单位的见 liandong todo --all";
            "as of {on} nothing of {short} is past its term or not done, and nothing is to be urged; liandong todo --all shows all units"
        ));
    }
    let context = PaperContext { ledger, reference: format!("units/{unit}"), issuer: office, with: &[], year: on.year() };
    let party = Party::from(unit.clone());
    Ok(Paper {
        record: context.reference.clone(),
        form: Form::Letter,
        draft: vec!["按台账汇总，未经审核"],
        mark: context.mark("", Some(on)),
        urgency: None,
        number: words::number(None),
        signer: None,
        title: context.title("关于督促办理有关事项的函", "函", Some(on)),
        to: context.addressees([&party], Some(on)),
        body: body(&overdue, on, &context),
        rolls: Vec::new(),
        attached: Vec::new(),
        signature: Some(context.to_be_signed(Some(on))),
        edited: None,
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

/// All that is said of one matter.
type UrgedMatter<'a> = Vec<&'a TodoItem>;

/// Things by the record, or part of one, that they are about: each a row.
fn matters<'a>(items: impl Iterator<Item = &'a TodoItem>) -> Vec<UrgedMatter<'a>> {
    let mut matters: Vec<UrgedMatter<'a>> = Vec::new();
    for item in items {
        let is_same = |matter: &&mut UrgedMatter<'a>| item.about.is_some() && matter[0].about == item.about;
        match matters.iter_mut().find(is_same) {
            Some(matter) => matter.push(item),
            None => matters.push(vec![item]),
        }
    }
    matters
}

fn body(overdue: &[UrgedMatter<'_>], on: Day, context: &PaperContext<'_>) -> Vec<Block> {
    let count = overdue.len();
    let mut body = PaperBody::default();
    body.say(format!(
        "根据《{}》，经核对截至{}的台账，贵单位有下列{count}项已过期限，或者台账中未见相应记录：",
        context.ledger.mechanism.file.title,
        words::day(on)
    ));
    let column = TableColumn::new;
    body.table(Block::Table {
        columns: vec![
            column("序号", 2, false),
            column("事项", 11, true),
            column("情况", 9, true),
            column("依据", 4, false),
            column("期限", 4, false),
        ],
        rows: overdue.iter().enumerate().map(|(at, matter)| row(at + 1, matter, context)).collect(),
    });
    body.say("请于　　月　　日前办理，并将办理情况书面反馈我办；确有困难不能按期办结的，请说明原因和预计办结的日期。已经办结、尚未登记的，请一并补充登记。");
    body.close("特此函告。")
}

fn row(no: usize, items: &[&TodoItem], context: &PaperContext<'_>) -> Vec<String> {
    let record = items[0].record.as_ref().map(|record| record.title.zh().to_owned()).unwrap_or_default();
    let matter = items[0].about.as_ref().and_then(|about| matter(about, context));
    let record = context.in_full(&record);
    let what: Vec<String> = items.iter().map(|item| context.in_full(&words::spelled(item.what.on_terminal().zh()))).collect();
    let term = items.iter().filter_map(|item| item.term).min();
    vec![
        no.to_string(),
        matter.map_or(record.clone(), |matter| format!("{matter}（{record}）")),
        what.join("；"),
        each_once(items.iter().filter_map(|item| item.clause.clone())).join("、"),
        term.map_or_else(|| "机制未定期限".to_owned(), words::day),
    ]
}

fn each_once(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut once = Vec::new();
    words.for_each(|word| {
        if !once.contains(&word) {
            once.push(word);
        }
    });
    once
}
