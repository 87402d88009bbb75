//! What the office enters on behalf of a member transcribes a paper of theirs, and says which.

use crate::model::{FiledPath, Happening};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F19",
    name: "proxy-without-source",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed(
        "代录未注明依据，或者依据是他单位的文件",
        "entered for another without its paper, or from that of another",
    ),
    fires: Text::fixed(
        "由办公室代录（entered_by）的记录没有注明所依据的该单位文件（source），由办公室以外的其他单位代录，或者所依据的文号是其他单位的（机关代字是其他单位名称的缩写，而与该单位的名称无关；写明与该单位联合印发的除外），这两种只作提醒，不能作为该单位自己的登记。单位自己登记的、由其承接单位登记的不判。",
        "A record that the office entered for a unit (entered_by) does not name the paper of the unit that it transcribes (source), another unit than the office entered it, or the number that it names is that of another unit's paper (its sign shortens the name of another and not that of the unit; not where it says that both issued it, 联合): these two are reminders, and such a record is no word of that unit. Not what a unit, or whoever took over from it, filed itself.",
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
    } else if let Some(other) = context.ledger.mechanism.source_of_another(path, record) {
        let (other, unit) = (context.ledger.mechanism.short(other), context.ledger.mechanism.short(&path.unit));
        let what = tr!(
            "所依据的文号，从机关代字看是{other}的，不是{unit}的来文，不能作为{unit}自己的登记";
            "the number that it names is by its sign that of a paper of {other}, and none of {unit}: this is no word of {unit}"
        );
        out.report("source", what).at_most(Level::Reminder).fixed_by(Fix::At("source"));
    } else if record.entered_by().is_some() && record.source().is_none() {
        let what =
            Text::fixed("由办公室代录，未注明所依据的该单位文件", "it was entered by the office and names no paper of the unit");
        out.report("entered_by", what).fixed_by(Fix::At("source"));
    }
}
