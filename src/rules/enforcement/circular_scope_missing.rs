//! 三（七）: 区安委办一定范围内通报联合执法情况.

use super::stage::{circular_issued, date_by_end};
use crate::model::{Enforcement, Filed, Line};
use crate::rules::notice::{Circle, circle};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E12",
    name: "circular-scope-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报未说明范围", "a circular without its scope"),
    fires: Text::fixed(
        "联合执法情况通报已印发，通报范围和主送单位都空着；或者列了主送，而其中没有办公室自身、矿山和上级以外的单位。只填其中一项的不判；未印发的不判。",
        "A circular on a joint enforcement was issued, and neither its scope nor its addressees are stated; or addressees are listed and none of them is another unit, town or department than the office itself, the mines and those above. One of the two will do. Not judged before it is issued.",
    ),
    proves: Some(Text::fixed(
        "通报发给其他单位，或写明通报范围的联合执法。",
        "A joint enforcement whose circular went to others or states how far it goes.",
    )),
    remedy: Text::fixed("请填写通报范围（circular.scope）或主送单位（circular.to）。", "Fill in circular.scope or circular.to."),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(circular) = circular_issued(&action.record, context.today) else { return };
    date_by_end(&action.record, context, out);
    let (issued, office) = (circular.issued, context.ledger.mechanism.office());
    if circular.scope.as_ref().is_none_or(Line::says_nothing) && circular.to.is_empty() {
        let what = tr!("{issued} 印发的通报未说明通报范围"; "the circular of {issued} does not state how far it goes");
        out.report("circular.scope", what).by(office);
    } else if !circular.to.is_empty() && circle(&circular.to, office, issued, context) == Circle::Nobody {
        let what = tr!(
            "{issued} 印发的通报主送中没有其他单位、镇街或部门，没有通报";
            "the circular of {issued} went to no other unit, town or department, and told nobody"
        );
        out.report("circular.to", what).by(office);
    } else {
        out.record_occasion();
    }
}
