//! What the office enters on behalf of a member transcribes a paper of theirs, and says which.

use crate::model::{FiledPath, Happening};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F19",
    name: "proxy-without-source",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("代录未注明依据", "entered for another without its paper"),
    fires: Text::fixed(
        "由办公室代录（entered_by）的记录没有注明所依据的该单位文件（source），或者由办公室以外的其他单位代录（只作提醒）。单位自己登记的、由其承接单位登记的不判。",
        "A record that the office entered for a unit (entered_by) does not name the paper of the unit that it transcribes (source), or another unit than the office entered it (a reminder). Not what a unit, or whoever took over from it, filed itself.",
    ),
    proves: None,
    remedy: Text::fixed(
        "按该单位的来文补填代录依据（source，写明文号）；没有来文的，请该单位自行登记。",
        "Fill in the unit's paper with its number (source); where there is none, the unit files it itself.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    if let Some(by) = context.ledger.entered_by_outsider(path, record) {
        let (by, unit) = (context.ledger.mechanism.short(by), context.ledger.mechanism.short(&path.unit));
        let what = tr!(
            "由{by}代录：只有区安委办可以据{unit}的来文代录，不能作为{unit}自己的登记";
            "it was entered by {by}: only the office transcribes papers of {unit}, and this is no word of {unit}"
        );
        // No format forbade it: it is told, and counts for nothing.
        out.report("entered_by", what).at_most(Level::Reminder).fixed_by(Fix::Unknown);
    } else if record.entered_by().is_some() && record.source().is_none() {
        let what =
            Text::fixed("由办公室代录，未注明所依据的该单位文件", "it was entered by the office and names no paper of the unit");
        out.report("entered_by", what).fixed_by(Fix::At("source"));
    }
}
