//! How things stand: what was found, a row a finding under the year in which it began, and every obligation in every year.

use std::collections::BTreeMap;

use super::LakeView;
use super::column::{LakeColumn, LakeShape, LakeWord, leading as leading_columns, spelled};
use super::datum::{self, Datum};
use super::records::{leading, mine_of};
use super::table::{LakeTable, TableBasis, each};
use crate::model::{Actor, Ledger, MineId, ObligationId, RecordPath};
use crate::report::check::{findings, standings};
use crate::report::obligation_status::{ObligationState, ObligationStatus};
use crate::report::{Guide, Light};
use crate::rules::{Finding, Level};
use crate::text::Text;

pub(super) fn tables<'a>(view: &LakeView<'a>) -> Vec<LakeTable<'a>> {
    let view = *view;
    let today = view.stamp.as_of;
    let first = view.context.ledger.mechanism.begins().min(today).year();
    let mut found: BTreeMap<u16, Vec<&'a Finding>> = (first..=today.year()).map(|year| (year, Vec::new())).collect();
    for finding in view.judgement.findings.iter().filter(|finding| !view.redaction.hides(&finding.record)) {
        found.entry(finding.since.year()).or_default().push(finding);
    }
    let mut tables: Vec<LakeTable<'a>> = found.into_iter().map(|(year, found)| findings_of(year, found, view)).collect();
    tables.extend((first..=today.year()).map(|year| obligations_of(year, view)));
    tables
}

/// What every row of these says besides whose it is; `state` is how it may stand.
fn common(state: LakeShape) -> Vec<LakeColumn> {
    use LakeShape::{Day, Flag, Text};
    vec![
        LakeColumn::own("as_of", "截至", "as of", Day),
        LakeColumn::own("commit", "提交", "commit", Text),
        LakeColumn::own("code", "编号", "code", Text),
        LakeColumn::own("title", "要点", "title", Text),
        LakeColumn::own("state", "状态", "state", state),
        LakeColumn::own("level", "轻重", "level", LakeShape::of_words(Level::ALL, Level::label)),
        LakeColumn::own("light", "灯", "light", LakeShape::of_words(Light::ALL, Light::label)),
        LakeColumn::own("clause", "条款", "clause", Text),
        LakeColumn::own("obligation", "义务", "obligation", Text),
        LakeColumn::own("waived", "已作说明", "waived", Flag),
    ]
}

fn findings_of<'a>(year: u16, found: Vec<&'a Finding>, view: LakeView<'a>) -> LakeTable<'a> {
    use LakeShape::{Day, Flag, Text};
    let own = [
        LakeColumn::own("on", "事实日期", "day of the fact", Day),
        LakeColumn::own("since", "起", "since", Day),
        LakeColumn::own("until", "止", "until", Day),
        LakeColumn::own("late", "逾期完成", "done late", Flag),
        LakeColumn::own("what", "情况", "what is so", Text),
    ];
    LakeTable {
        name: "findings",
        year: Some(year),
        columns: leading_columns()
            .into_iter()
            .chain(common(LakeShape::Word(FINDING_STATES.map(of_state).into())))
            .chain(own)
            .collect(),
        basis: TableBasis::Day,
        rows: each(found.into_iter().filter_map(move |finding| finding_row(year, finding, view))),
    }
}

/// How a finding may stand.
const FINDING_STATES: [(&str, &str, &str); 3] =
    [("open", "尚存", "open"), ("past", "已成过去", "past"), ("waived", "已作说明", "waived")];

fn of_state((id, zh, en): (&'static str, &'static str, &'static str)) -> LakeWord {
    LakeWord { id: id.to_owned(), label: Text::fixed(zh, en) }
}

fn finding_row<'a>(year: u16, finding: &'a Finding, view: LakeView<'a>) -> Option<Vec<Datum<'a>>> {
    let shown = findings(view.context, [finding], Guide::NONE).pop()?;
    let waived = shown.waived_by.is_some();
    let by = view.redaction;
    let state = if waived {
        "waived"
    } else if finding.until < view.stamp.as_of || finding.late {
        "past"
    } else {
        "open"
    };
    let mine = mine_at(&finding.record, view.context.ledger).map_or(Datum::Absent, |mine| datum::mine(&mine, by));
    let reference = datum::text(shown.record.reference.into(), by);
    let mut row = leading(view, reference, Datum::Count(i64::from(year)), Datum::word(finding.actor.as_str()), mine);
    row.extend([
        Datum::day(view.stamp.as_of),
        Datum::word(view.stamp.commit.as_str()),
        Datum::word(shown.code),
        Datum::word(shown.title.zh().to_owned()),
        Datum::word(state),
        Datum::maybe(spelled(finding.level), Datum::word),
        Datum::maybe(spelled(Light::from_level(finding.level)), Datum::word),
        Datum::maybe(finding.clause.map(|clause| clause.to_string()), Datum::word),
        Datum::maybe(shown.obligation, Datum::word),
        Datum::Flag(waived),
        Datum::day(finding.on),
        Datum::day(finding.since),
        Datum::day(finding.until),
        Datum::Flag(finding.late),
        datum::text(shown.what.zh().to_owned().into(), by),
    ]);
    Some(row)
}

/// The mine that a file is about.
fn mine_at(path: &RecordPath, ledger: &Ledger) -> Option<MineId> {
    match path {
        RecordPath::Mine(mine) | RecordPath::Licences(mine, _) => Some(mine.clone()),
        RecordPath::Filed(path) => mine_of(ledger.happening(path)?),
        _ => None,
    }
}

fn obligations_of(year: u16, view: LakeView<'_>) -> LakeTable<'_> {
    use LakeShape::{Count, Text};
    let own = [
        LakeColumn::own("who", "责任主体", "who", Text),
        LakeColumn::own("force", "效力", "force", Text),
        LakeColumn::own("count", "次数", "count", Count),
        LakeColumn::own("least", "最少次数", "at least", Count),
        LakeColumn::own("pending", "期限未到", "pending", Count),
    ];
    let states = LakeShape::of_words(ObligationState::ALL, ObligationState::label);
    // Judged when it is asked for: a table that is not written costs nothing.
    let rows = std::iter::once_with(move || standings(view.context, view.judgement, year)).flatten();
    LakeTable {
        name: "obligations",
        year: Some(year),
        columns: leading_columns().into_iter().chain(common(states)).chain(own).collect(),
        basis: TableBasis::Day,
        rows: each(rows.map(move |standing| obligation_row(year, standing, view))),
    }
}

fn obligation_row(year: u16, standing: ObligationStatus, view: LakeView<'_>) -> Vec<Datum<'_>> {
    let mechanism = &view.context.ledger.mechanism;
    let asked = standing.id.parse::<ObligationId>().ok().and_then(|id| mechanism.obligations.iter().find(|asked| asked.id == id));
    let who = asked.map(|asked| &asked.who);
    let unit = match who {
        Some(Actor::Office) => Some(mechanism.office().to_string()),
        Some(Actor::Unit(unit)) => Some(unit.to_string()),
        _ => None,
    };
    let mut row = leading(view, Datum::Absent, Datum::Count(i64::from(year)), Datum::maybe(unit, Datum::word), Datum::Absent);
    row.extend([
        Datum::day(view.stamp.as_of),
        Datum::word(view.stamp.commit.as_str()),
        Datum::word(standing.id.clone()),
        Datum::word(standing.title.zh().to_owned()),
        Datum::maybe(spelled(standing.state), Datum::word),
        Datum::maybe(standing.state.level().and_then(spelled), Datum::word),
        Datum::maybe(standing.light.and_then(spelled), Datum::word),
        Datum::word(standing.clause),
        Datum::word(standing.id),
        Datum::Flag(standing.state == ObligationState::Waived),
        Datum::maybe(who.map(ToString::to_string), Datum::word),
        Datum::word(standing.force),
        Datum::count(standing.count),
        Datum::maybe(standing.least, |least| Datum::Count(i64::from(least))),
        Datum::count(standing.pending),
    ]);
    row
}
