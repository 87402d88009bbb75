//! A least number binds where an obligation of its system names the rule that counts.

use super::report;
use super::system_without_obligation::lacking;
use crate::model::{Kind, System};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope, minimum};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G09",
    name: "minimum-unjudged",
    nature: RuleNature::Whole,
    title: Text::fixed("最少次数无人判定", "a least number that nothing judges"),
    fires: Text::fixed(
        "机制给一项制度定了最少次数（at_least），而属于它的义务都未列规则 minimum-unmet，次数不足也看不出来；或某项义务列了 minimum-unmet，而未写明是哪项制度的次数。没有任何义务的制度另行指出（G08）。",
        "The mechanism gives a system a least number (at_least) and no obligation of that system lists the rule minimum-unmet, so that too few are not seen; or an obligation lists minimum-unmet and names no system whose number it is. A system without any obligation is told of by G08.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在定次数的义务中写明所属制度（system）和规则 minimum-unmet。",
        "Let the obligation that sets the number name its system (system) and the rule minimum-unmet.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let without_any = lacking(mechanism, &|_, _| true);
    let is_counted = |found: &crate::model::Obligation, system: &System| system.at_least == 0 || found.breaks(minimum::RULE.name);
    for (key, system) in lacking(mechanism, &is_counted) {
        if without_any.iter().any(|(_, other)| other.id == system.id) {
            continue;
        }
        let (zh, en, least) = (system.name.as_str(), system.name_en.as_str(), system.at_least);
        let what = tr!(
            "制度{zh}最少 {least} 次，没有一项义务据以判定（minimum-unmet）";
            "at least {least} are asked of the system {en}, and no obligation judges that (minimum-unmet)"
        );
        report(Kind::Mechanism, key.replace(".id", ".at_least"), what, context, out);
    }
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        if obligation.system.is_none() && obligation.names(minimum::RULE.name) {
            let id = obligation.id;
            let what = tr!("{id} 列有 minimum-unmet，未写明是哪项制度的次数"; "{id} lists minimum-unmet and does not say of which system the number is");
            report(Kind::Obligations, format!("obligation[{at}]"), what, context, out);
        }
    }
}
