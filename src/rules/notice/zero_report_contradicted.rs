//! 四（三）: 信息通报原则上每年进行一次; a report that there was nothing to tell is one, where there was nothing.

use super::notice_chain::stands;
use crate::model::{Day, Filed, Notice, Reference};
use crate::rules::hazard::Course;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N18",
    name: "zero-report-contradicted",
    nature: RuleNature::Conduct,
    title: Text::fixed("零报告与登记不符", "a report of nothing beside what there was"),
    fires: Text::fixed(
        "零报告（none_for）印发时，本单位在所报年度已登记有重大隐患，或应及时通报的文书、线索。是否通报过不影响；其他单位的、零报告之后的、其他年度的不判；被撤回的零报告、草稿不判。",
        "When a report of nothing (none_for) was issued, the unit had on record for that year a major hazard, or an order or lead that is to be told of promptly, whether told of or not. Not those of other units, of other years or after the report; withdrawn reports and drafts are not judged.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对零报告：确有需通报的事项的，撤回零报告并就该事项通报；已另行通报的，撤回零报告。",
        "Check the report: where there was something, withdraw it and give notice of that; where notice was given of it, withdraw the report.",
    ),
    reach: Reach::Register,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let (Some(year), Some(issued)) = (notice.record.none_for, stands(notice, context)) else { return };
    let known: Vec<_> = facts(notice, year, context).into_iter().filter(|(on, _)| *on <= issued).collect();
    if let Some(first) = known.iter().min() {
        let (count, (_, first)) = (known.len(), first);
        let what = tr!(
            "{year} 年零报告印发时，本单位当年已登记重大隐患或重要情形 {count} 项，如 {first}";
            "when it reported nothing for {year}, the unit had {count} major hazards or important facts on record, such as {first}"
        );
        out.report("none_for", what).at_most(Level::Reminder);
    }
}

/// Whether the year of which a report of nothing speaks had something of that unit after it: a report in March says nothing of what
/// came in June, and is not the notice of that year then.
pub(super) fn was_followed(notice: &Filed<Notice>, year: u16, issued: Day, context: &Context<'_>) -> bool {
    facts(notice, year, context).iter().any(|(on, _)| issued < *on && *on <= context.today)
}

/// What the unit has on record of a year that it reported nothing of.
fn facts(notice: &Filed<Notice>, year: u16, context: &Context<'_>) -> Vec<(Day, Reference)> {
    let (ledger, unit) = (context.ledger, &notice.path.unit);
    let is_known = |on: Day| on.year() == year && ledger.mechanism.begins() <= on;
    let hazards = ledger.hazards.iter().filter(|hazard| hazard.path.unit == *unit && is_known(hazard.record.found));
    let hazards = hazards.filter(|hazard| Course::of(hazard, context).is_major());
    let orders = ledger.orders.iter().filter(|order| order.path.unit == *unit && order.record.trigger().is_some());
    let leads = ledger.leads.iter().filter(|lead| lead.path.unit == *unit && lead.record.trigger.is_some());
    let all = hazards.map(|hazard| (hazard.record.found, hazard.reference()));
    let all = all.chain(orders.map(|order| (order.record.at.day(), order.reference())));
    all.chain(leads.map(|lead| (lead.record.received, lead.reference()))).filter(|(on, _)| is_known(*on)).collect()
}
