//! 一（十一）3: 参与非煤矿山生产安全事故应急救援.

use super::participant::{AskedUnits, judge};
use super::whole::WholeAccident;
use crate::model::{Accident, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "A03",
    name: "rescue-without-participant",
    nature: RuleNature::Conduct,
    title: Text::fixed("应急救援未见应参与的单位", "a rescue without a unit that is to take part"),
    fires: Text::fixed(
        "事故已登记应急救援，而组织、参加单位中未见条文要求参与的单位；条文未规定期限，最多为提醒。未登记救援的不判：不是每起事故都需要救援。",
        "A rescue after an accident is on record, and a unit that the clause has take part neither organised it nor is among those who did. The clause gives no day: a reminder at most. Not where no rescue is on record: not every accident calls for one.",
    ),
    proves: Some(Text::fixed("该单位参与救援的事故。", "An accident in whose rescue that unit took part.")),
    remedy: Text::fixed(
        "已参与的，在 rescue.units 中补记；未参与的，用 because 说明。",
        "If it took part, add it to rescue.units; if not, say why in because.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    if let Some(rescue) = WholeAccident::judged_by(accident, context).and_then(|whole| whole.rescue()) {
        judge(&RULE, accident.record.occurred, &rescue, AskedUnits::OfAll, context, out);
    }
}
