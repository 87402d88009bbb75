//! 一（三）2: 参与民用爆炸物品生产销售环节的应急处置工作.

use super::participant::{AskedUnits, judge};
use super::whole::WholeAccident;
use crate::model::{Accident, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "A04",
    name: "explosives-without-participant",
    nature: RuleNature::Conduct,
    title: Text::fixed("民爆应急处置未见应参与的单位", "an explosives emergency without a unit that is to take part"),
    fires: Text::fixed(
        "事故登记为发生在民用爆炸物品生产、销售环节（含其间的储存）且已登记应急救援，而组织、参加单位中未见条文要求参与的单位；条文未规定期限，最多为提醒。其他环节（购买、运输、爆破）的事故、未登记救援的不判。",
        "An accident is recorded as one in the production or sale of civilian explosives (their storing for it included), a rescue is on record, and a unit that the clause has take part neither organised it nor is among those who did. The clause gives no day: a reminder at most. Not accidents in purchase, transport or blasting, nor where no rescue is on record.",
    ),
    proves: Some(Text::fixed("该单位参与处置的民爆事故。", "An explosives accident in whose rescue that unit took part.")),
    remedy: Text::fixed(
        "已参与的，在 rescue.units 中补记；未参与的，用 because 说明。",
        "If it took part, add it to rescue.units; if not, say why in because.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(whole) = WholeAccident::judged_by(accident, context).filter(WholeAccident::is_of_explosives) else { return };
    if let Some(rescue) = whole.rescue() {
        judge(&RULE, accident.record.occurred, &rescue, AskedUnits::OfAll, context, out);
    }
}
