//! 四（四）: 监管执法工作中，发现非煤矿山企业存在重大隐患和问题的，在依法作出处理的同时，要向有关单位通报相关信息.

use std::collections::HashMap;

use super::first_word::{FirstWord, is_judged};
use crate::model::{CloseReason, Day, Filed, Hazard, Kind, Order, RecordPath, Reference, SettingId};
use crate::rules::due::{Due, Timing};
use crate::rules::{Context, Fix, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N05",
    name: "major-hazard-not-notified",
    nature: RuleNature::Conduct,
    title: Text::fixed("重大隐患处理时未见通报", "a major hazard dealt with and not notified"),
    fires: Text::fixed(
        "登记为重大隐患，自作出处理（现场处置或执法文书，取最早；未登记处理的，自发现）起，“同时”的时限（设置 simultaneous-term）已过而台账中未见涉及该隐患的先行告知或印发的通报；未设时限的，自次日起判有无。晚于时限的，最多为提醒。涉及该隐患的文书，或其来源（联合执法的问题、线索、通报）、且不早于发现之日的通报，同样算数。来自他人通报的、登记重复的、一般隐患、施行之日以前发现的不判；被撤回的通报不算。",
        "A hazard is recorded as major and the term for \"at the same time\" (simultaneous-term) has run out since it was dealt with (on-site measure or order, whichever came first; if neither is recorded, since it was found), with neither a preliminary word nor an issued notice about it; without a term, what is absent is absent from the next day on. After the term it is a reminder at most. A notice about an order on the hazard, or since its finding about what it came from, counts as well. Not judged: one that another's notice told of, one filed twice, a minor one, one found before the regulation. Withdrawn notices do not count.",
    ),
    remedy: Text::fixed(
        "已通报的，在通报的 about 中列明该隐患；未通报的，请向有关单位通报，并说明已采取的措施、提出意见建议。",
        "If it was notified, name the hazard in the notice's about; otherwise please notify the units concerned, with the measures taken and suggestions.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Ledger(check),
};

/// A major hazard that others must be notified of.
pub(super) struct Major<'a> {
    pub(super) hazard: &'a Filed<Hazard>,
    /// When something was first done about it.
    handled: Option<Day>,
    pub(super) due: Due,
    /// What was said of it.
    pub(super) word: FirstWord,
}

impl Major<'_> {
    /// From when the term runs: what was done about it, else its finding.
    pub(super) fn from(&self) -> Day {
        self.handled.unwrap_or(self.hazard.record.found)
    }
}

/// Every major hazard that is judged and is not told of elsewhere.
pub(super) fn majors<'a>(context: &Context<'a>) -> Vec<Major<'a>> {
    let mut orders: HashMap<&Reference, Vec<&Filed<Order>>> = HashMap::new();
    for order in context.ledger.orders.iter().filter(|order| order.record.at.day() <= context.today) {
        if let Some(hazard) = &order.record.hazard {
            orders.entry(hazard).or_default().push(order);
        }
    }
    let judged = |hazard: &&Filed<Hazard>| {
        hazard.record.major && is_judged(hazard.record.found, context) && !is_elsewhere(&hazard.record, context)
    };
    let major = |hazard: &'a Filed<Hazard>| {
        let about_it = orders.get(&hazard.reference()).map_or(&[][..], Vec::as_slice);
        let handled = handled(&hazard.record, about_it, context);
        let due = Due::after(SettingId::SimultaneousTerm, handled.unwrap_or(hazard.record.found), context);
        Major { hazard, handled, due, word: word_of(hazard, about_it, context) }
    };
    context.ledger.hazards.iter().filter(judged).map(major).collect()
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for major in majors(context) {
        check_major_hazard(&major, context, out);
    }
}

/// Whether the hazard is told of or judged elsewhere: another's notice told of it, or it was filed twice.
fn is_elsewhere(hazard: &Hazard, context: &Context<'_>) -> bool {
    let told = hazard.from.as_ref().is_some_and(|from| context.ledger.notice(from).is_some());
    let closed = hazard.closed.as_ref().filter(|closed| closed.on <= context.today);
    told || closed.is_some_and(|closed| closed.reason == CloseReason::Duplicate)
}

fn check_major_hazard(major: &Major<'_>, context: &Context<'_>, out: &mut RegisterFindings) {
    let Major { hazard, handled, due, word } = major;
    let found = hazard.record.found;
    let timing = due.timing(word.first(), context);
    let record = RecordPath::Filed(hazard.path.clone());
    if let Timing::Running(due) = timing {
        let what =
            tr!("就 {found} 发现的重大隐患向有关单位通报"; "notify the units concerned of the major hazard found on {found}");
        out.awaits_at(record, found, "", due, what);
        return;
    }
    out.record_evidence(hazard.reference(), found, None);
    let history = history(found, *handled);
    let (zh, en) = (history.zh(), history.en());
    match timing {
        Timing::Late { done, due } => {
            let what =
                tr!("重大隐患{zh}，{done} 通报，晚于时限 {due}"; "a major hazard {en}, notified on {done}, after the term {due}");
            out.report_at(record, found, "", what).late();
        }
        Timing::InTime | Timing::Running(_) => {}
        Timing::Missing => {
            let what = tr!(
                "重大隐患{zh}，台账中未见就此隐患的通报记录";
                "a major hazard {en}: the register shows no notice about it"
            );
            out.report_at(record, found, "", what).fixed_by(Fix::New(Kind::Notice, Some("about")));
        }
    }
}

fn history(found: Day, handled: Option<Day>) -> Text {
    match handled {
        Some(handled) => tr!("于 {found} 发现、{handled} 处理"; "found on {found} and dealt with on {handled}"),
        None => tr!("于 {found} 发现、处理未登记"; "found on {found}, with no measure recorded"),
    }
}

/// The first day on which something was done about it.
fn handled(hazard: &Hazard, orders: &[&Filed<Order>], context: &Context<'_>) -> Option<Day> {
    let onsite = hazard.onsite.as_ref().map(|onsite| onsite.on).filter(|on| *on <= context.today);
    orders.iter().map(|order| order.record.at.day()).chain(onsite).min()
}

fn word_of(hazard: &Filed<Hazard>, orders: &[&Filed<Order>], context: &Context<'_>) -> FirstWord {
    let mut word = FirstWord::default();
    word.hear(&hazard.reference(), None, context);
    for order in orders {
        word.hear(&order.reference(), None, context);
    }
    if let Some(from) = &hazard.record.from {
        word.hear(from, Some(hazard.record.found), context);
    }
    word
}
