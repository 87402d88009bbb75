//! `check` for people: how obligations stand, then what was found, by the unit that must act.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::AnsiColor;

use super::RenderOptions;
use super::caret::carets;
use super::table::lines;
use crate::report::{
    CheckReport, FindingView, FolderView, Heading, Level, LevelCounts, Light, ObligationState, ObligationStatus, PendingView,
    ProblemView,
};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// The whole report.
#[must_use]
pub fn check(report: &CheckReport, options: RenderOptions) -> String {
    let mut out = String::new();
    heading(&mut out, report, options);
    obligations(&mut out, report, options);
    by_unit(&mut out, report, options);
    duties(&mut out, report, options);
    overdue(&mut out, report, options);
    by_acting_unit(&mut out, report, options);
    pending(&mut out, report, options);
    problems(&mut out, &report.problems, options);
    summary(&mut out, report, options);
    out
}

fn heading(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let heading = &report.heading;
    let (title, paper) = (clean(&heading.title), clean(&heading.paper));
    let (year, as_of, from) = (heading.year, heading.as_of, heading.from);
    let _ = writeln!(out, "{}", options.bold(&title));
    let line =
        tr!("{year} 年 · 截至 {as_of} · {paper}（{from} 起施行）"; "{year}, as of {as_of} · {paper} (in force from {from})");
    let _ = writeln!(out, "{}", line.get(options.lang));
    for former in &heading.former {
        let (paper, until) = (clean(&former.paper), former.until);
        let line = tr!("至 {until} 按 {paper}"; "until {until} by {paper}");
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
    if let Some(revision) = &heading.revision {
        let line = tr!("读自提交 {revision}"; "read from commit {revision}");
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
}

fn head(out: &mut String, words: &Text, options: RenderOptions) {
    let _ = writeln!(out, "\n{}", options.bold(words.get(options.lang)));
}

fn obligations(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let (not_judged, judged): (Vec<&ObligationStatus>, Vec<&ObligationStatus>) =
        report.obligations.iter().partition(|standing| standing.state == ObligationState::NotJudged);
    if !judged.is_empty() {
        head(out, &Text::fixed("义务", "Obligations"), options);
        let heads = [
            Text::fixed("灯", "light"),
            Text::fixed("义务", "id"),
            Text::fixed("条款", "clause"),
            Text::fixed("要点", "obligation"),
            Text::fixed("状态", "state"),
            Text::fixed("次数", "count"),
            Text::fixed("记录与说明", "records and notes"),
        ];
        let heads = heads.iter().map(|head| options.bold(head.get(options.lang))).collect();
        out.push_str(&lines(heads, judged.iter().map(|standing| row(standing, options)), options));
    }
    if !not_judged.is_empty() {
        let ids = not_judged.iter().map(|standing| standing.id.as_str()).collect::<Vec<_>>().join(" ");
        let line =
            tr!("不由程序判定：{ids}（理由见 liandong explain）"; "Not judged by a program: {ids} (liandong explain says why)");
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
}

/// How many pieces of evidence a row names; the others are counted.
const NAMED: usize = 2;

fn row(standing: &ObligationStatus, options: RenderOptions) -> Vec<String> {
    let count = match standing.least {
        Some(least) => format!("{}/{least}", standing.count),
        None if standing.count == 0 => String::new(),
        None => standing.count.to_string(),
    };
    let named: Vec<Text> = standing.evidence.iter().take(NAMED).map(|named| named.title.clone()).collect();
    let mut words = Text::join(&named, "、", ", ");
    if standing.count > NAMED {
        let more = standing.count - NAMED;
        words = Text::new(format!("{} 等", words.zh()), format!("{} and {more} more", words.en()));
    }
    let parts: Vec<Text> = [words, standing.note.clone()].into_iter().filter(|part| !part.is_empty()).collect();
    let words = Text::join(&parts, "；", "; ");
    vec![
        light(standing.light, options),
        standing.id.clone(),
        clean(&standing.clause_path).into_owned(),
        clean(standing.title.get(options.lang)).into_owned(),
        standing.state.label().get(options.lang).to_owned(),
        count,
        clean(words.get(options.lang)).into_owned(),
    ]
}

fn light(light: Option<Light>, options: RenderOptions) -> String {
    let Some(light) = light else { return "—".to_owned() };
    let color = match light {
        Light::Green => AnsiColor::Green,
        Light::Yellow => AnsiColor::Yellow,
        Light::Red => AnsiColor::Red,
    };
    options.paint(color, light.label().get(options.lang))
}

fn by_unit(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let mut systems: Vec<&Text> = Vec::new();
    for count in &report.by_unit {
        // The members of an amended system do not stand together.
        if !systems.contains(&&count.system) {
            systems.push(&count.system);
        }
    }
    for system in systems {
        let units = || report.by_unit.iter().filter(|count| count.system == *system);
        let some: Vec<String> =
            units().filter(|unit| unit.count > 0).map(|unit| format!("{} {}", clean(&unit.short), unit.count)).collect();
        let none: Vec<_> = units().filter(|unit| unit.count == 0).map(|unit| clean(&unit.short)).collect();
        let title = Text::new(
            format!("{}（按单位，条文未要求每个单位都有）", system.zh()),
            format!("{} by unit (the regulation does not ask it of each)", capital(system.en())),
        );
        head(out, &title, options);
        if !some.is_empty() {
            let _ = writeln!(out, "  {}", some.join(" · "));
        }
        if !none.is_empty() {
            let (zh, en) = (none.join("、"), none.join(", "));
            let _ = writeln!(out, "  {}", tr!("台账中未见记录：{zh}"; "no record in the register: {en}").get(options.lang));
        }
    }
}

/// How many duties of chapter one have something recorded under them; `duty list` has a line for each.
fn duties(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let (all, year) = (report.duties.len(), report.heading.year);
    let recorded = report.duties.iter().filter(|duty| duty.count > 0).count();
    if all > 0 {
        let line = tr!(
            "\n职责 {all} 项，其中 {recorded} 项当年有登记；逐项见 liandong duty list --year {year}";
            "\n{all} duties, {recorded} of them with a record of the year; liandong duty list --year {year} shows each"
        );
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// How many overdue hazards are shown; the others are counted.
const OVERDUE: usize = 40;

fn overdue(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let count = report.overdue.len();
    if count == 0 {
        return;
    }
    let title = tr!("隐患超期未改（{count} 个）"; "Hazards past their term, not put right ({count})");
    head(out, &title, options);
    for hazard in report.overdue.iter().take(OVERDUE) {
        let (mine, unit, due, days) = (clean(&hazard.mine), clean(&hazard.unit), hazard.due, hazard.days);
        let record = clean(hazard.record.title.get(options.lang)).into_owned();
        let line = if hazard.major {
            tr!("{mine}　{record}（重大，{unit}监管）　期限 {due}，已超 {days} 天"; "{mine}: {record} (major, {unit}), due {due}, {days} days ago")
        } else {
            tr!("{mine}　{record}（{unit}监管）　期限 {due}，已超 {days} 天"; "{mine}: {record} ({unit}), due {due}, {days} days ago")
        };
        let color = if hazard.major { AnsiColor::Red } else { AnsiColor::Yellow };
        let _ = writeln!(out, "  {}", options.paint(color, line.get(options.lang)));
    }
    if count > OVERDUE {
        let more = count - OVERDUE;
        let _ = writeln!(out, "  {}", tr!("另有 {more} 个"; "and {more} more").get(options.lang));
    }
}

/// How many findings of one rule about one unit are shown where more is asked about than that rule; the others are counted.
const ALIKE: usize = 20;

fn by_acting_unit(out: &mut String, report: &CheckReport, options: RenderOptions) {
    for unit in &report.units {
        let (name, count) = (clean(&unit.short), unit.findings.len());
        head(out, &tr!("{name}（{count} 项）"; "{name} ({count})"), options);
        let mut alike = BTreeMap::<&str, usize>::new();
        for found in &unit.findings {
            let before = alike.entry(found.code).or_default();
            *before += 1;
            if *before <= ALIKE || report.rule.is_some() {
                finding(out, found, options);
            }
        }
        let Heading { year, as_of, .. } = &report.heading;
        for (code, more) in
            alike.into_iter().filter(|_| report.rule.is_none()).map(|(code, all)| (code, all.saturating_sub(ALIKE)))
        {
            if more > 0 {
                let line = tr!(
                    "{code} 另有 {more} 项，逐项见 liandong check --year {year} --as-of {as_of} --unit {name} --rule {code}";
                    "{code}: {more} more; liandong check --year {year} --as-of {as_of} --unit {name} --rule {code} shows each"
                );
                let _ = writeln!(out, "  {}", line.get(options.lang));
            }
        }
    }
}

/// Findings one after the other, as after a filing.
#[must_use]
pub fn findings(findings: &[&FindingView], options: RenderOptions) -> String {
    let mut out = String::new();
    for found in findings {
        finding(&mut out, found, options);
    }
    out
}

/// One finding: what, where, why, and what to do next.
pub(super) fn finding(out: &mut String, finding: &FindingView, options: RenderOptions) {
    let color = match finding.level {
        Level::Form | Level::Unmet => AnsiColor::Red,
        Level::Reminder => AnsiColor::Yellow,
        Level::Advice => AnsiColor::Cyan,
    };
    let level = options.paint(color, finding.level.label().get(options.lang));
    let (title, code) = (finding.title.get(options.lang), options.bold(finding.code));
    let mut place = clean(&finding.file).into_owned();
    if let Some(position) = finding.position {
        let _ = write!(place, ":{}:{}", position.line, position.column);
    }
    let _ = writeln!(out, "  {level} {code} {title}  {}", options.dim(&place));
    let what = clean(finding.what.get(options.lang));
    let record = inherited(clean(finding.record.title.get(options.lang)), finding.taken_over_from.as_deref(), options.lang);
    let line = match options.lang {
        // What is about the mechanism as a whole is about no record.
        _ if !finding.record.reference.contains('/') => what.into_owned(),
        Lang::Zh => format!("{record}：{what}"),
        Lang::En => format!("{record}: {what}"),
    };
    let line = finding.carried_from.map_or_else(String::new, |year| carried(year, options.lang)) + &line;
    let _ = writeln!(out, "    {line}");
    if let (Some(clause), Some(quote)) = (&finding.clause, &finding.quote) {
        let (clause, quote) = (clean(clause), clean(quote));
        let _ = writeln!(out, "    {}", tr!("依据 {clause}：“{quote}”"; "by {clause}: “{quote}”").get(options.lang));
    }
    let next = if let Some(waiver) = &finding.waived_by {
        let waiver = clean(waiver.title.get(options.lang));
        tr!("已有情况说明：{waiver}"; "excused by {waiver}")
    } else {
        let remedy = clean(finding.remedy.get(options.lang));
        tr!("办法 {remedy}"; "to do: {remedy}")
    };
    let _ = writeln!(out, "    {}", next.get(options.lang));
    if let (Some(command), None) = (&finding.command, &finding.waived_by) {
        let command = options.bold(&clean(&command.to_string()));
        let _ = writeln!(out, "    {}", tr!("命令 {command}"; "command: {command}").get(options.lang));
    }
}

fn carried(year: u16, lang: Lang) -> String {
    tr!("自 {year} 年结转　"; "carried over from {year}: ").get(lang).to_owned()
}

/// A record with the unit from which whoever must act took it over.
fn inherited(record: Cow<'_, str>, from: Option<&str>, lang: Lang) -> String {
    let Some(unit) = from.map(clean) else { return record.into_owned() };
    tr!("{record}（承接{unit}）"; "{record} (taken over from {unit})").get(lang).to_owned()
}

fn pending(out: &mut String, report: &CheckReport, options: RenderOptions) {
    for unit in &report.pending {
        let (name, count) = (clean(&unit.short), unit.pending.len());
        head(out, &tr!("{name}待办（{count} 项）"; "{name}: to do ({count})"), options);
        let heads = [
            Text::fixed("到期日", "due"),
            Text::fixed("事项", "to do"),
            Text::fixed("记录", "record"),
            Text::fixed("条款", "clause"),
        ];
        let heads = heads.iter().map(|head| options.bold(head.get(options.lang))).collect();
        out.push_str(&lines(heads, unit.pending.iter().map(|pending| to_do(pending, options)), options));
    }
}

fn to_do(pending: &PendingView, options: RenderOptions) -> Vec<String> {
    let mut due = pending.due.to_string();
    if pending.near {
        let near = ObligationState::NearDue.label();
        due = options.paint(AnsiColor::Yellow, &format!("{due} {}", near.get(options.lang)));
    }
    vec![
        due,
        clean(pending.what.get(options.lang)).into_owned(),
        inherited(clean(pending.record.title.get(options.lang)), pending.taken_over_from.as_deref(), options.lang),
        clean(pending.clause.as_deref().unwrap_or_default()).into_owned(),
    ]
}

/// How many files of unusual form are named; the others are counted.
const DRIFTED: usize = 5;

fn problems(out: &mut String, problems: &[ProblemView], options: RenderOptions) {
    let (unreadable, drifted): (Vec<ProblemView>, Vec<ProblemView>) =
        problems.iter().cloned().partition(|problem| problem.unreadable);
    if !unreadable.is_empty() {
        head(out, &Text::fixed("未能读取", "Not read"), options);
        out.push_str(&carets(&unreadable, options));
    }
    let Some(first) = drifted.first() else { return };
    let mut files: Vec<_> = drifted.iter().map(|problem| clean(&problem.file)).collect();
    files.dedup();
    let (count, what) = (files.len(), &first.what);
    let (named, rest) = (files[..count.min(DRIFTED)].join("  "), if count > DRIFTED { " …" } else { "" });
    let (zh, en) = (what.zh(), what.en());
    let line = tr!(
        "{count} 个文件的格式不规范，不影响使用（如：{zh}）：{named}{rest}";
        "{count} files are not in canonical form, which does no harm (such as: {en}): {named}{rest}"
    );
    let _ = writeln!(out, "\n{}", options.dim(line.get(options.lang)));
}

fn summary(out: &mut String, report: &CheckReport, options: RenderOptions) {
    let LevelCounts { form, unmet, reminder, advice, waived } = report.counts;
    let records = report.heading.records;
    let line = tr!(
        "共 {records} 条记录：需更正 {form} · 未落实 {unmet} · 提醒 {reminder} · 建议 {advice} · 已作说明 {waived}";
        "{records} records: to be corrected {form}, not carried out {unmet}, reminders {reminder}, advice {advice}, waived {waived}"
    );
    let _ = writeln!(out, "\n{}", options.bold(line.get(options.lang)));
    if let Some(unseen) = &report.unseen {
        let _ = writeln!(out, "{}", unseen.get(options.lang));
    }
    if report.earlier > 0 {
        let (earlier, before) = (report.earlier, report.heading.year - 1);
        let line = tr!("以前年度尚有 {earlier} 项，见 check --year {before}"; "{earlier} of earlier years still stand; see check --year {before}");
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
    if report.is_partial() {
        let line = Text::fixed("有文件未能读取，以上不是全部情况", "some files could not be read: this is not the whole");
        let _ = writeln!(out, "{}", line.get(options.lang));
    }
    for line in report.folder.iter().flat_map(FolderView::lines) {
        let _ = writeln!(out, "{}", options.paint(AnsiColor::Yellow, line.get(options.lang)));
    }
    let suggested = report.unconfirmed.len();
    if suggested > 0 {
        let line = tr!(
            "{suggested} 项时限等设置为工具参考值，未经本办确认（liandong list settings；由办公室确定：liandong settings adopt）";
            "{suggested} settings are suggestions of this program, not adopted by the office (liandong list settings; the office adopts them with liandong settings adopt)"
        );
        let _ = writeln!(out, "{}", options.dim(line.get(options.lang)));
    }
    let unsaid: Vec<&Text> = report.unconfirmed.iter().filter(|setting| setting.unsaid).map(|setting| &setting.title).collect();
    if !unsaid.is_empty() {
        let (count, names) = (unsaid.len(), Text::join(unsaid, "、", ", "));
        let (zh, en) = (names.zh(), names.en());
        let line = tr!(
            "settings.toml 未写（或所写取值不合的）{count} 项设置，按工具参考值判定：{zh}";
            "settings.toml says nothing, or nothing that is a value, of {count} settings; the program's own stand in: {en}"
        );
        let _ = writeln!(out, "{}", options.paint(AnsiColor::Yellow, line.get(options.lang)));
    }
    for commit in &report.doubtful {
        let _ = writeln!(out, "{}", clean(commit.get(options.lang)));
    }
    if let Some(older) = &report.older_format {
        let _ = writeln!(out, "{}", options.dim(&clean(older.get(options.lang))));
    }
}
