//! 二（七）: 对联席会议难以协调一致的问题，由区安委办报区政府或上级部门决定.

use super::paper;
use crate::model::{Filed, Upward, UpwardKind};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M13",
    name: "request-with-several-matters",
    nature: RuleNature::Conduct,
    title: Text::fixed("一件请示写了几件事", "a request with several matters"),
    fires: Text::fixed(
        "办公室的一件请示涉及两个以上未能协调一致的问题，或除问题外还涉及联合执法、信息通报。公文格式要求请示一文一事，条文未作规定，属工作惯例，只作建议，不影响是否已报请。报告、他单位的请示不判；涉及的矿山、隐患、文书是同一问题的背景，不计。",
        "A request of the office is about more than one unresolved question, or about a question and a joint enforcement or notice. The form of official papers asks for one matter in each; the clause does not: this is practice, advice only, and the question went upward all the same. Reports and requests of other units are not judged; mines, hazards and orders are the background of the same question.",
    ),
    proves: None,
    remedy: Text::fixed("今后请一文一事，分别请示。", "Please ask for one thing at a time, each in its own request."),
    reach: Reach::CitedBy,
    scope: Scope::Upward(check),
};

fn check(upward: &Filed<Upward>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(system) = paper::system_of(upward, context).filter(|_| upward.record.kind == UpwardKind::Request) else { return };
    let questions = paper::questions(upward, context).len();
    if questions == 0 || !paper::is_of(upward, context.ledger.mechanism.office(), context) {
        return;
    }
    let ledger = context.ledger;
    let other = upward.record.about.iter().filter(|about| ledger.enforcement(about).is_some() || ledger.notice(about).is_some());
    let matters = questions + other.count();
    if matters > 1 {
        let what = tr!("一件请示涉及 {matters} 件事，请一文一事（工作惯例）"; "one request is about {matters} matters; each has its own (practice)");
        out.report("about", what).of_system(&system.id).at_most(Level::Advice).beside();
    }
}
