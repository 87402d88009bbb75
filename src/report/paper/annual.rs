//! 年度报告: what the office may hand upward at the end of a year or of a stretch of it, and a unit to the office. The regulation asks for none (三（七）、四（六） speak of reports as the
//! case requires); it is drawn from the year at a glance, and a draft until somebody has gone over it.

use std::collections::HashMap;

use super::addressees::Addressees;
use super::parts::{Annex, Block, Form, Paper, TableColumn};
use super::prose::PaperBody;
use super::{PaperContext, Slot, words};
use crate::model::{Body as Institution, BodyKind, Day, Ledger, Party};
use crate::report::ObligationState;
use crate::report::year::{FlowStep, OpenUnit, YearReport};
use crate::text::Text;

/// The most rows of a table: what is longer is for the ledgers.
const ROWS: usize = 300;

/// The annual report of the office.
#[must_use]
pub fn annual(report: &YearReport, ledger: &Ledger) -> Paper {
    let mechanism = &ledger.mechanism;
    let unit = report.scope.unit.as_ref().and_then(|unit| mechanism.units.keys().find(|id| id.as_str() == unit.unit));
    let issuer = unit.unwrap_or(mechanism.office());
    let (period, on) = (report.scope.label.en(), report.heading.as_of);
    let context = PaperContext { ledger, reference: format!("report/{period}"), issuer, with: &[], year: report.heading.year };
    // A unit writes to the office as to an equal: by letter, which nobody signs out.
    let is_letter = issuer != mechanism.office();
    let (sort, office_name) = (if is_letter { "函" } else { "报告" }, mechanism.short(mechanism.office()));
    let title = format!("关于{}《{}》落实情况的{sort}", report.scope.label.zh(), report.heading.title);
    let annexes = annexes(report, &context);
    Paper {
        record: context.reference.clone(),
        form: if is_letter { Form::Letter } else { Form::Upward },
        draft: vec!["按台账汇总，未经审核"],
        mark: context.mark(if is_letter { "" } else { "文件" }, Some(on)),
        urgency: None,
        number: words::number(None),
        edited: None,
        signer: (!is_letter).then_some(Slot::Blank("")),
        title: context.title(&title, sort, Some(on)),
        to: if is_letter { office(on, &context) } else { government(ledger, on, &context) },
        body: if is_letter { body(report, "函告", office_name) } else { body(report, "报告", "本办") },
        rolls: Vec::new(),
        attached: annexes.iter().map(|annex| annex.title.words.clone()).collect(),
        signature: Some(context.to_be_signed(Some(on))),
        note: Some(format!("本{sort}由台账汇总生成，机制未要求报送")),
        copies: None,
        imprint: (!is_letter).then(|| words::imprint(None)),
        annexes,
        told: Vec::new(),
    }
}

/// The government above the office.
fn government(ledger: &Ledger, on: Day, context: &PaperContext<'_>) -> Addressees {
    let above = |body: &&Institution| body.kind == BodyKind::Government;
    let government = ledger.mechanism.bodies.iter().find(above).map(|body| Party::Body(body.id.clone()));
    context.addressees(&government, Some(on))
}

/// The office, to which a unit reports what it did.
fn office(on: Day, context: &PaperContext<'_>) -> Addressees {
    let office = Party::from(context.ledger.mechanism.office().clone());
    context.addressees([&office], Some(on))
}

/// The text of a paper that tells by a word such as 报告, and calls the office by a name.
fn body(report: &YearReport, telling: &str, office: &str) -> Vec<Block> {
    let (period, on) = (report.scope.label.zh(), words::day(report.heading.as_of));
    let mut body = PaperBody::default();
    let whose = if report.scope.unit.is_some() { "本单位" } else { "" };
    body.say(format!("现将{period}{whose}机制落实情况{telling}如下（数据来自截至{on}的台账）。"));
    overall(&mut body, report);
    open(&mut body, report);
    work(&mut body, report);
    hazards(&mut body, report);
    tellings(&mut body, report);
    evidence(&mut body, report, office);
    body.close(if telling == "函告" { "特此函告。" } else { "特此报告。" })
}

/// Several counts in one sentence, those of nothing left out.
fn list(counts: impl Iterator<Item = (String, usize)>, unit: &str) -> String {
    counts.filter(|(_, count)| *count > 0).map(|(words, count)| format!("{words}{count}{unit}")).collect::<Vec<_>>().join("、")
}

fn overall(body: &mut PaperBody, report: &YearReport) {
    let all: usize = report.states.iter().map(|state| state.count).sum();
    let states = list(report.states.iter().map(|state| (state.state.label().zh().to_owned(), state.count)), "项");
    body.section("总体情况");
    let year = report.heading.year;
    let of = if report.scope.unit.is_some() { "中涉及本单位的" } else { "规定的" };
    body.say(format!("《机制》{of}{all}项义务，按{year}年度逐项对照：{states}。逐项情况见附件1。"));
    let counts = report.counts;
    let found = [("未落实", counts.unmet), ("提醒", counts.reminder), ("建议", counts.advice), ("需更正", counts.form)];
    let found = list(found.into_iter().map(|(words, count)| (words.to_owned(), count)), "处");
    if found.is_empty() {
        body.say("按台账记录，未见未落实和需要提醒的事项。");
    } else {
        body.say(format!(
            "逐条对照，{found}。其中“未落实”“提醒”指台账中未见相应记录或者记录与条文不一致，没有录入的，不等于没有做。"
        ));
    }
}

fn work(body: &mut PaperBody, report: &YearReport) {
    body.section("工作开展情况");
    if report.work.is_nothing() {
        body.say("台账中未见这一期间的工作记录。");
        return;
    }
    report.work.sentences(&report.work_names).into_iter().for_each(|sentence| body.say(sentence));
    if report.scope.unit.is_some() {
        return;
    }
    body.say("各项制度落实情况如下，各单位登记数见附件2。");
    for (number, chapter) in (1..).zip(&report.chapters) {
        let met = |state: ObligationState| chapter.obligations.iter().filter(|line| line.standing.state == state).count();
        let (met, late, all) = (met(ObligationState::Met), met(ObligationState::MetLate), chapter.obligations.len());
        let late = if late > 0 { format!("，逾期落实{late}项") } else { String::new() };
        let head = format!("{}。", chapter.title.trim_end_matches('。'));
        body.item(number, &head, format!("共{all}项，按台账记录已落实{met}项{late}。"));
    }
}

fn hazards(body: &mut PaperBody, report: &YearReport) {
    let hazards = &report.hazards;
    if hazards.stages.is_empty() {
        return;
    }
    let step = |on_the_way: bool| {
        let steps = hazards.flow.iter().filter(move |step: &&FlowStep| step.on_the_way == on_the_way);
        list(steps.map(|step| (step.label.zh().to_owned(), step.count)), "处")
    };
    body.section("隐患整改情况");
    let (way, aside) = (step(true), step(false));
    let aside = if aside.is_empty() { String::new() } else { format!("其中{aside}。") };
    body.say(format!("{way}。{aside}"));
    if let (Some(median), Some(longest)) = (hazards.median_days, hazards.longest_days) {
        body.say(format!("已销号的，从发现到销号中位用时{median}天，最长{longest}天。"));
    }
}

fn tellings(body: &mut PaperBody, report: &YearReport) {
    let tellings = &report.tellings;
    if tellings.counts.is_empty() {
        return;
    }
    let counts = list(tellings.counts.iter().map(|one| (one.promptness.label().zh().to_owned(), one.count)), "件");
    let days = tellings.median_days.map(|days| format!("；已通报的，从发生到通报中位用时{days}天")).unwrap_or_default();
    body.section("重要信息通报情况");
    body.say(format!("应及时通报的重要信息和应同步通报的重大隐患中，{counts}{days}。"));
}

fn open(body: &mut PaperBody, report: &YearReport) {
    body.section("尚未办结的事项");
    if report.open.is_empty() {
        body.say("按台账记录，没有未办结的事项。");
        return;
    }
    let units = list(report.open.iter().map(|unit| (unit.short.clone(), unit.count())), "项");
    let all: usize = report.open.iter().map(OpenUnit::count).sum();
    let annex = annex_number(report);
    body.say(format!("共{all}项，按应办单位：{units}。逐项见附件{annex}，建议各单位核对后办理或补录。"));
}

/// What the judgement rests on.
fn evidence(body: &mut PaperBody, report: &YearReport, office: &str) {
    let unconfirmed = report.settings.iter().filter(|setting| setting.basis.is_none()).count();
    if unconfirmed > 0 || report.left_out.is_some() {
        body.section("需要说明的情况");
    }
    if let Some(left_out) = &report.left_out {
        body.say(left_out.note.zh());
    }
    if unconfirmed > 0 {
        body.say(format!(
            "条文没有定数的时限等，按设置判定，其中{unconfirmed}项为工具参考值，未经{office}确认；超过这类时限的，最多列为提醒。"
        ));
    }
}

/// The number of the annex of open matters, the last one: one unit has no table of all.
fn annex_number(report: &YearReport) -> usize {
    if report.scope.unit.is_some() { 2 } else { 3 }
}

fn annexes(report: &YearReport, context: &PaperContext<'_>) -> Vec<Annex> {
    let (year, period) = (report.heading.year, report.scope.label.zh());
    let mut tables = vec![(format!("{year}年度对照检查表"), standings(report))];
    if report.scope.unit.is_none() {
        tables.push((format!("{period}各单位登记数"), figures(report)));
    }
    if !report.open.is_empty() {
        tables.push((format!("截至{}尚未办结的事项", words::day(report.heading.as_of)), matters(&report.open)));
    }
    let annex = |(number, (title, table)): (usize, (String, Block))| Annex {
        label: Some(format!("附件{number}")),
        title: context.whole(title),
        body: vec![table],
    };
    (1..).zip(tables).map(annex).collect()
}

fn standings(report: &YearReport) -> Block {
    let lines = report.chapters.iter().flat_map(|chapter| &chapter.obligations);
    let rows = lines.map(|line| {
        let standing = &line.standing;
        let said = |text: &Text| text.zh().to_owned();
        vec![
            standing.id.clone(),
            standing.clause_path.clone(),
            said(&standing.title),
            said(&standing.state.label()),
            line.acting.join("、"),
        ]
    });
    Block::Table {
        columns: vec![
            TableColumn::new("编号", 4, false),
            TableColumn::new("条款", 6, false),
            TableColumn::new("义务", 14, true),
            TableColumn::new("状态", 7, false),
            TableColumn::new("应办单位", 8, true),
        ],
        rows: rows.collect(),
    }
}

fn figures(report: &YearReport) -> Block {
    // Ten columns of numbers would be too narrow to read: the kinds that a leader asks for.
    const SHOWN: &[(&str, &str)] =
        &[("orders", "文书"), ("hazards", "隐患"), ("notices", "通报"), ("agenda", "议题"), ("responses", "回应")];
    let kind = |wanted: &str| report.figures.kinds.iter().find(|kind| kind.kind == wanted);
    let row = |(at, unit): (usize, &crate::report::year::UnitName)| {
        let count =
            |(wanted, _): &(&str, &str)| kind(wanted).and_then(|kind| kind.by_unit.get(at)).map_or(0, |figure| figure.count);
        std::iter::once(unit.short.clone()).chain(SHOWN.iter().map(count).map(|count| count.to_string())).collect()
    };
    let heads = SHOWN.iter().map(|(_, head)| TableColumn::new(head, 5, false));
    Block::Table {
        columns: std::iter::once(TableColumn::new("单位", 8, true)).chain(heads).collect(),
        rows: report.figures.units.iter().enumerate().map(row).collect(),
    }
}

fn matters(open: &[OpenUnit]) -> Block {
    let row = |unit: &OpenUnit, record: &Text, what: String, state: &Text, due: Option<Day>| {
        let due = due.map(words::day).unwrap_or_default();
        vec![unit.short.clone(), record.zh().to_owned(), what, state.zh().to_owned(), due]
    };
    let to_do = Text::fixed("待办", "to do");
    let mut rows = Vec::new();
    for unit in open {
        let mut alike: HashMap<(&str, &Text), usize> = HashMap::new();
        for found in &unit.findings {
            *alike.entry((&found.record.reference, &found.title)).or_default() += 1;
        }
        for found in &unit.findings {
            // Of several of one record a title does not tell which is meant.
            let is_alone = alike.get(&(found.record.reference.as_str(), &found.title)) == Some(&1);
            let what = if is_alone { &found.title } else { &found.what };
            rows.push(row(unit, &found.record.title, what.zh().to_owned(), &found.level.label(), None));
        }
        for awaited in &unit.pending {
            rows.push(row(unit, &awaited.record.title, awaited.what.zh().to_owned(), &to_do, Some(awaited.due)));
        }
        for minimum in &unit.minimums {
            rows.push(row(unit, &minimum.record.title, minimum.what.zh().to_owned(), &to_do, Some(minimum.on)));
        }
    }
    let more = rows.len().saturating_sub(ROWS);
    rows.truncate(ROWS);
    if more > 0 {
        rows.push(vec![String::new(), String::new(), format!("另有{more}项，见台账"), String::new(), String::new()]);
    }
    Block::Table {
        columns: vec![
            TableColumn::new("单位", 6, true),
            TableColumn::new("记录", 9, true),
            TableColumn::new("事项", 12, true),
            TableColumn::new("情况", 5, false),
            TableColumn::new("到期日", 8, false),
        ],
        rows,
    }
}
