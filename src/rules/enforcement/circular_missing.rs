//! 三（七）: 区安委办一定范围内通报联合执法情况.

use super::stage::{circular_due, covered, date_by_end, ended};
use crate::model::{Day, Enforcement, Filed};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E11",
    name: "circular-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("未见联合执法情况通报", "no circular on a joint enforcement"),
    fires: Text::fixed(
        "联合执法已结束，设置的通报时限（circular-term）已过，台账中未见通报；印发晚于时限的，作提醒。时限自收到总结之日起算，未收到总结的，自总结时限届满起算；时限未经文件确定的，在当年和参考时限之内只作提醒。结束之前印发的是中期通报，不代替结束后的通报。未结束或取消的不判。",
        "An enforcement has ended, the term of the setting circular-term has run out and no circular is on record; one issued later is a reminder. The term begins when the summary is received, or when the summary's own term ends; where no paper adopted it, absence is a reminder while the year and the term run. One issued before the end is an interim one and does not take its place. Not judged before the enforcement ends or when called off.",
    ),
    proves: Some(Text::fixed(
        "行动结束后印发了情况通报（circular）的联合执法。",
        "A joint enforcement on which a circular was issued after it had ended (circular).",
    )),
    remedy: Text::fixed(
        "已通报的，请补录通报（circular）；未通报的，请按程序印发。",
        "Record the circular if it was issued; otherwise issue it.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(ended) = ended(record, context.today) else { return };
    date_by_end(record, context, out);
    let office = context.ledger.mechanism.office();
    let term = circular_due(record, ended, context);
    match term.timing(covered(record, ended, context.today), context) {
        Timing::Running(due) => {
            out.awaits("circular", due, Text::fixed("通报联合执法情况", "issue the circular on the enforcement")).by(office);
        }
        Timing::InTime => out.record_occasion(),
        Timing::Missing => {
            let report = out.report("circular", absent(record, ended)).by(office);
            report.at_most(term.weight_of_absence(ended, context)).lasting(term.day().plus(1), context.today).past(term.fixed());
        }
        Timing::Late { done, due } => {
            out.record_occasion();
            let called = term.called();
            let (zh, en) = (called.zh(), called.en());
            let what = tr!("通报于 {done} 印发，{zh}为 {due}"; "the circular was issued on {done}; {en} ended on {due}");
            out.report("circular.issued", what).by(office).late();
        }
    }
}

fn absent(record: &Enforcement, ended: Day) -> Text {
    match record.circular.as_ref().map(|circular| circular.issued).filter(|issued| *issued < ended) {
        Some(early) => tr!(
            "{early} 的通报印发于联合执法结束（{ended}）之前，台账中未见结束后的情况通报";
            "the circular of {early} came before the end of the enforcement ({ended}); none since is on record"
        ),
        None => tr!(
            "联合执法已于 {ended} 结束，台账中未见情况通报";
            "the enforcement ended on {ended}; no circular on it is on record"
        ),
    }
}
