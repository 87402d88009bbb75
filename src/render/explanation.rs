//! `explain`, `rules`, `clause` and `duty` for people.

use std::fmt::Write as _;

use super::RenderOptions;
use super::table::lines;
use crate::report::{ClauseView, DutyRecords, DutyView, Explanation, ObligationView, RuleView, RuleWords};
use crate::text::{Lang, Text, clean, clip};
use crate::tr;

/// A rule, an obligation or a clause, in full.
#[must_use]
pub fn explanation(explanation: &Explanation, options: RenderOptions) -> String {
    let mut out = String::new();
    match explanation {
        Explanation::Rule(rule) => rule_in_full(&mut out, rule, options),
        Explanation::Obligation(obligation) => obligation_in_full(&mut out, obligation, options),
        Explanation::Clause(within, founded) => {
            out.push_str(&clauses(within, options));
            for obligation in founded {
                out.push('\n');
                obligation_in_full(&mut out, obligation, options);
            }
        }
    }
    out
}

fn rule_in_full(out: &mut String, rule: &RuleView, options: RenderOptions) {
    let nature = match rule.nature {
        "form" => Text::fixed("格式规则，可阻止登记", "about form; may stop a filing"),
        "remark" => Text::fixed("格式规则，只提醒、不阻止登记", "about form; a reminder at most, never stops a filing"),
        "whole" => Text::fixed(
            "格式规则，涉及几份文件，只提示、不阻止登记",
            "about form, of several files together; shown, never stops a filing",
        ),
        _ => Text::fixed("履职规则，只提示、不阻止登记", "about conduct; shown, never stops a filing"),
    };
    let title = clean(rule.title.get(options.lang));
    let _ = writeln!(out, "{} {}  {title}", options.bold(rule.code), rule.name);
    section(out, &Text::fixed("性质", "Nature"), &nature, options);
    section(out, &Text::fixed("何时提出", "When it fires"), &rule.fires, options);
    if let Some(proves) = &rule.proves {
        section(out, &Text::fixed("以何为据", "What it takes for evidence"), proves, options);
    }
    section(out, &Text::fixed("怎么办", "What to do"), &rule.remedy, options);
    if !rule.needs.is_empty() {
        let needs = Text::join(&rule.needs, "；", "; ");
        section(out, &Text::fixed("机制中须写明", "What the mechanism has to say"), &needs, options);
    }
    for obligation in &rule.obligations {
        let ObligationView { id, clause, quote, force, .. } = obligation;
        let (path, quote, force) = (clean(&clause.path), clean(quote), force.get(options.lang));
        let head = Text::fixed("依据", "Clause");
        let words = match options.lang {
            Lang::Zh => format!("{id} {path}（{force}）：“{quote}”"),
            Lang::En => format!("{id} {path} ({force}): “{quote}”"),
        };
        section(out, &head, &Text::same(words), options);
    }
}

fn obligation_in_full(out: &mut String, obligation: &ObligationView, options: RenderOptions) {
    let title = clean(obligation.title.get(options.lang));
    let _ = writeln!(out, "{}  {title}", options.bold(&obligation.id));
    let (path, quote) = (clean(&obligation.clause.path), clean(&obligation.quote));
    section(out, &Text::fixed("依据", "Clause"), &tr!("{path}：“{quote}”"; "{path}: “{quote}”"), options);
    let holds = match (obligation.since, obligation.until) {
        (Some(since), Some(until)) => Some(tr!("{since} 至 {until}"; "from {since} until {until}")),
        (Some(since), None) => Some(tr!("自 {since} 起"; "from {since}")),
        (None, Some(until)) => Some(tr!("至 {until} 止"; "until {until}")),
        (None, None) => None,
    };
    if let Some(holds) = holds {
        section(out, &Text::fixed("适用时间", "In force"), &holds, options);
    }
    section(out, &Text::fixed("责任主体", "Who acts"), &obligation.who, options);
    section(out, &Text::fixed("效力", "Force"), &obligation.force, options);
    if obligation.counts.is_empty() && obligation.breaks.is_empty() {
        section(out, &Text::fixed("不由程序判定", "Not judged by a program"), &obligation.reason, options);
        return;
    }
    let (counts, breaks) = if obligation.is_duty {
        (Text::fixed("算作落实", "What counts"), Text::fixed("算作未落实", "What breaks it"))
    } else {
        (Text::fixed("算作采用", "What makes use of it"), Text::fixed("提出建议", "What is advised on"))
    };
    words_of_rules(out, &counts, &obligation.counts, options);
    words_of_rules(out, &breaks, &obligation.breaks, options);
    section(out, &Text::fixed("怎样得出结论", "How its state comes about"), &verdict(obligation), options);
}

/// From what was found to the state of the line.
fn verdict(obligation: &ObligationView) -> Text {
    let rule = obligation.breaks.iter().chain(&obligation.counts).find_map(|rule| rule.code).unwrap_or("N07");
    let more = tr!(
        "每条规则何时提出、何时不判、怎么办，见 liandong explain {rule}";
        "When each rule finds something, when it does not, and what to do then: liandong explain {rule}"
    );
    let states = if obligation.is_duty {
        Text::fixed(
            "所列规则在当年提出的，以最重的为准：未落实、提醒或者建议，每条最重能到哪一级写在该规则中；没有提出而有算作落实的记录，为已落实；期限未到，为进行中；台账没有出现所说的情形，为未见情形；记录不足以判断，为情况不明。",
            "Of what these rules found in the year the gravest decides: not carried out, reminder or advice, and each rule says how much it weighs at most. With nothing found, it is met where a record counts for it, open while a term runs, no occasion where the register shows none, and unknown where the records do not tell.",
        )
    } else {
        Text::fixed(
            "条文不要求作为，不判未落实；所列规则提出的，作提醒或者建议。",
            "The clause asks for nothing and is never broken; what these rules find is a reminder or advice.",
        )
    };
    Text::join([&states, &more], "", " ")
}

fn words_of_rules(out: &mut String, head: &Text, rules: &[RuleWords], options: RenderOptions) {
    if rules.is_empty() {
        section(out, head, &Text::fixed("没有列规则", "no rule is listed"), options);
    }
    for rule in rules {
        let (code, name) = (rule.code.unwrap_or("?"), clean(&rule.name));
        let words = Text::join([&Text::same(format!("{code} {name}")), &rule.words], "  ", "  ");
        section(out, head, &words, options);
    }
}

fn section(out: &mut String, head: &Text, words: &Text, options: RenderOptions) {
    let (head, words) = (head.get(options.lang), clean(words.get(options.lang)));
    let separator = match options.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let _ = writeln!(out, "  {}{separator}{words}", options.dim(head));
}

/// All rules, one a line.
#[must_use]
pub fn rules(rules: &[RuleView], options: RenderOptions) -> String {
    let heads = [
        Text::fixed("规则", "code"),
        Text::fixed("名称", "name"),
        Text::fixed("义务", "obligations"),
        Text::fixed("要点", "fault"),
    ];
    let row = |rule: &RuleView| {
        let ids: Vec<&str> = rule.obligations.iter().map(|obligation| obligation.id.as_str()).collect();
        vec![rule.code.to_owned(), rule.name.to_owned(), ids.join(" "), clean(rule.title.get(options.lang)).into_owned()]
    };
    lines(heads.iter().map(|head| options.bold(head.get(options.lang))).collect(), rules.iter().map(row), options)
}

/// Clauses with their texts.
#[must_use]
pub fn clauses(clauses: &[ClauseView], options: RenderOptions) -> String {
    let mut out = String::new();
    for clause in clauses {
        let _ = writeln!(out, "{}  {}", options.bold(&clean(&clause.path)), clean(&clause.text));
    }
    out
}

/// How wide the text of a duty may be in a list.
const DUTY: usize = 72;

/// The same, beside what was recorded under it.
const BRIEF_DUTY: usize = 40;

/// What was recorded under a duty: how many, and the first of them.
fn recorded_under(recorded: &DutyRecords, most: usize) -> Text {
    if recorded.count == 0 {
        return recorded.note.clone();
    }
    let shown: Vec<Text> = recorded.records.iter().take(most).map(|record| record.title.clone()).collect();
    let (count, left) = (recorded.count, recorded.count - shown.len());
    let names = Text::join(&shown, "、", ", ");
    let (zh, en) = (names.zh(), names.en());
    let all = if left == 0 {
        tr!("{count} 项：{zh}"; "{count}: {en}")
    } else {
        tr!("{count} 项：{zh} 等"; "{count}: {en} and others")
    };
    if recorded.note.is_empty() { all } else { Text::join([&all, &recorded.note], "；", "; ") }
}

/// Duties: in full where there is one, else one a line.
#[must_use]
pub fn duties(duties: &[DutyView], options: RenderOptions) -> String {
    if let [duty] = duties {
        let mut out = clauses(std::slice::from_ref(&duty.clause), options);
        section(&mut out, &Text::fixed("单位", "Unit"), &Text::same(duty.short.clone()), options);
        section(&mut out, &Text::fixed("类型", "Type"), &duty.sort, options);
        section(
            &mut out,
            &Text::fixed("检索词", "Search words"),
            &Text::new(duty.words.join("、"), duty.words.join(", ")),
            options,
        );
        if let Some(recorded) = &duty.recorded {
            section(&mut out, &Text::fixed("当年登记", "Recorded in the year"), &recorded_under(recorded, usize::MAX), options);
        }
        return out;
    }
    let with_year = duties.iter().any(|duty| duty.recorded.is_some());
    let heads = [
        Text::fixed("单位", "unit"),
        Text::fixed("条款号", "key"),
        Text::fixed("类型", "type"),
        Text::fixed("职责", "duty"),
        Text::fixed("当年登记", "recorded in the year"),
    ];
    let heads = &heads[..heads.len() - usize::from(!with_year)];
    let row = |duty: &DutyView| {
        let text = clip(&clean(&duty.clause.text), if with_year { BRIEF_DUTY } else { DUTY });
        let recorded = duty.recorded.iter().map(|recorded| clean(recorded_under(recorded, 2).get(options.lang)).into_owned());
        let known = [clean(&duty.short).into_owned(), duty.clause.key.clone(), duty.sort.get(options.lang).to_owned(), text];
        known.into_iter().chain(recorded).collect()
    };
    lines(heads.iter().map(|head| options.bold(head.get(options.lang))).collect(), duties.iter().map(row), options)
}
