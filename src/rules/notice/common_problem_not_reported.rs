//! 四（六）: 区安委办视情况向区政府报告.

use std::collections::HashMap;

use super::notice_chain::NoticeChain;
use crate::model::{BodyKind, Day, Filed, Happening as _, Kind, RecordPath, Reference, Upward};
use crate::rules::{Context, Fix, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

use super::first_word::is_judged;

pub(crate) static RULE: Rule = Rule {
    code: "N16",
    name: "common-problem-not-reported",
    nature: RuleNature::Conduct,
    title: Text::fixed("共性问题未见向政府报告", "a common problem not reported to the government"),
    fires: Text::fixed(
        "印发的通报标为共性问题（common），台账中未见办公室涉及该通报（或其更正通报）、不早于该通报的、主送政府的报告或请示。是否报告由办公室视情况定，自印发次日起只作建议。草稿、被撤回的通报、撤回通知不判。",
        "An issued notice is marked as a common problem and the register shows no later paper of the office to the government about it or its correction. Whether to report is for the office to decide; this is advice only, from the day after the issue. Drafts, withdrawn notices and withdrawals are not judged.",
    ),
    proves: Some(Text::fixed(
        "办公室已就其向政府报告的共性问题通报。",
        "A notice on a common problem that the office reported to the government.",
    )),
    remedy: Text::fixed(
        "请办公室研究是否报告；已报告的，在上报（upward）的 about 中列明该通报。",
        "The office may consider a report; if there was one, name the notice in its about (upward).",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Each(&[Kind::Notice], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let mut reported: HashMap<&Reference, Day> = HashMap::new();
    for paper in context.ledger.upward.iter().filter(|paper| is_offices_to_government(paper, context)) {
        for about in &paper.record.about {
            reported.entry(about).and_modify(|on| *on = paper.record.on.max(*on)).or_insert(paper.record.on);
        }
    }
    for notice in context.ledger.notices.iter().filter(|notice| notice.record.on().is_some_and(|on| is_judged(on, context))) {
        let Some(telling) = NoticeChain::begun_by(notice, context).filter(|telling| telling.any(|paper| paper.common)) else {
            continue;
        };
        let issued: Day = notice.record.issued.unwrap_or(context.today);
        if telling.papers().any(|paper| reported.get(&paper.reference()).is_some_and(|on| issued <= *on)) {
            out.record_evidence(notice.reference(), issued, None);
        } else if issued < context.today {
            let what = tr!(
                "{issued} 通报共性问题，台账中未见向政府报告的记录，请视情况研究";
                "a common problem was notified on {issued}; the register shows no report to the government, which may be considered"
            );
            out.report_at(RecordPath::Filed(notice.path.clone()), issued, "common", what)
                .by(mechanism.office())
                .fixed_by(Fix::New(Kind::Upward, Some("about")));
        }
    }
}

/// Only the office reports (四（六）: 区安委办视情况向区政府报告).
fn is_offices_to_government(paper: &Filed<Upward>, context: &Context<'_>) -> bool {
    let (mechanism, on) = (&context.ledger.mechanism, paper.record.on);
    let body = mechanism.body(&paper.record.to);
    let by_office = context.ledger.is_sent_by(paper, mechanism.office(), context.today);
    by_office && on <= context.today && body.is_some_and(|body| body.kind == BodyKind::Government)
}
