//! 四（三）: 被举报涉嫌……瞒报谎报生产安全事故等严重违法违规行为……应及时通报, as far as the accident itself is on record.

use super::first_word::{FirstWord, Tellers};
use super::terms::Terms;
use crate::model::{Accident, Filed, Kind, Lead, Moment, Trigger};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N19",
    name: "concealed-accident-not-notified",
    nature: RuleNature::Conduct,
    title: Text::fixed("涉嫌瞒报谎报的事故未见通报", "a concealed accident without a notice"),
    fires: Text::fixed(
        "事故登记为涉嫌瞒报谎报，及时通报的时限（设置 verbal-term、notice-term，自接报之日计）已过，而台账中未见涉及该事故或者其线索的先行告知、印发的通报。条文写的是“被举报涉嫌”：有线索的为提醒，单位自行发现的只作建议。线索本身已列为瞒报谎报的，由 N02 判，这里不再重复。",
        "An accident is recorded as suspected of having been concealed or falsely reported, the terms for a prompt notice (verbal-term, notice-term, from the day on which it became known) have run out, and the register shows neither a word nor an issued notice about it or its lead. The clause says 被举报涉嫌: with a lead it is a reminder, found by the unit itself it is advice. Where the lead itself is recorded as one of concealment N02 judges, and nothing is said here.",
    ),
    proves: None,
    remedy: Text::fixed(
        "已通报的，在通报的 about 中列明该事故；未通报的，请尽快通报有关单位。",
        "If it was notified, name the accident in the notice's about; otherwise please notify the units concerned.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    if context.ledger.first_of_accident(accident).is_some() {
        return;
    }
    let records: Vec<&Filed<Accident>> = std::iter::once(accident).chain(context.ledger.repeats_of_accident(accident)).collect();
    let concealed = records.iter().filter(|one| one.record.concealed).map(|one| one.record.known_on()).min();
    let leads: Vec<&Filed<Lead>> = records.iter().filter_map(|one| context.ledger.lead(one.record.lead.as_ref()?)).collect();
    let judged_there = leads.iter().any(|lead| lead.record.trigger == Some(Trigger::ConcealedReport));
    let Some(known) = concealed.filter(|known| !judged_there && *known <= context.today) else { return };
    let mut tellers = Tellers::default();
    tellers.add(records.iter().map(|one| &one.path.unit));
    tellers.add(leads.iter().flat_map(|lead| std::iter::once(&lead.path.unit).chain(&lead.record.assigned_to)));
    let mut word = FirstWord::default();
    let matters = records.iter().map(|one| one.reference()).chain(records.iter().filter_map(|one| one.record.lead.clone()));
    for matter in matters {
        word.hear(&matter, Moment::start_of(accident.record.occurred), &tellers, context);
    }
    let terms = Terms::counted_from(Moment::end_of(known), context);
    if terms.timing(&word, context) == Timing::Missing {
        let level = if leads.is_empty() { Level::Advice } else { Level::Reminder };
        let what = tr!(
            "{known} 接报的事故涉嫌瞒报谎报，台账中未见就此事项的通报记录";
            "an accident known since {known} is suspected of being concealed; the register shows no notice about it"
        );
        let what = Text::join([&what, &word.passed_over()], "", "");
        out.report("", what).at_most(level).fixed_by(Fix::New(Kind::Notice, Some("about")));
    }
}
