//! 三（五）: 督促……落实整改工作，开展复查; that an order is lifted only after it is practice.

use crate::model::{Filed, Order, OrderKind};
use crate::rules::hazard::Course;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "S02",
    name: "lifted-before-reinspection",
    nature: RuleNature::Conduct,
    title: Text::fixed("复查合格之前解除停产停业", "an order lifted before the re-inspection"),
    fires: Text::fixed(
        "责令停止作业、停产停业的文书针对某隐患，解除时该隐患尚未复查合格。条文未规定解除的条件，属工作惯例，只作建议。未针对隐患的、隐患以其他理由销号的、尚未解除的不判。",
        "An order to stop work or production is about a hazard and was lifted before that had passed a re-inspection. The clause says nothing of lifting; this is practice, and advice only. Not orders about no hazard, hazards closed for another reason, nor orders that stand.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对解除日期和复查日期；确未复查的，请补充复查并登记。",
        "Check both days; where it was not re-inspected, have that done and record it.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &order.record;
    let stopped = matches!(record.kind, OrderKind::StopWork | OrderKind::SuspendProduction);
    let lifted = record.lifted.as_ref().map(|lifted| lifted.on).filter(|lifted| stopped && *lifted <= context.today);
    let hazard = record.hazard.as_ref().and_then(|hazard| context.ledger.hazard(hazard));
    let (Some(lifted), Some(hazard)) = (lifted, hazard) else { return };
    let ended = hazard.record.closed.as_ref().is_some_and(|closed| closed.on <= lifted);
    if !ended && Course::of(hazard, context).passed_by(lifted).is_none() {
        let what = tr!(
            "{lifted} 解除，所针对的隐患此前未见复查合格（工作惯例）";
            "lifted on {lifted}, before the hazard that it is about had passed a re-inspection (practice)"
        );
        out.report("lifted.on", what).at_most(Level::Advice);
    }
}
