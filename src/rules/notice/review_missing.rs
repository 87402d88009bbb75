//! 四（五）: 信息提供单位分管领导要进行审核把关.

use super::notice_chain::stands;
use crate::model::{Filed, Notice};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N10",
    name: "review-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报印发前未见审核", "an issued notice without a review"),
    fires: Text::fixed(
        "印发的通报没有审核（review），或审核在印发之后。草稿、被撤回的通报不判；更正和撤回通知同样须经审核。由办公室代录而未注明该单位文件文号的，作情况不明。设置要求负责人本人密钥审核（review = signed）的，签名未核验前作情况不明。",
        "An issued notice has no review, or was reviewed after it had gone out. Drafts and withdrawn notices are not judged; corrections and withdrawals need a review as well. One that the office entered for the unit without the number of its paper is unknown. Where the setting asks for a leader's own key (review = signed), a review is unknown until its signature is verified.",
    ),
    proves: Some(Text::fixed("印发前已审核（review）的通报。", "A notice reviewed before its issue (review).")),
    remedy: Text::fixed(
        "已审核的，用 amend 补录审核人、职务、日期和方式（review）；未审核的，请补办，如实补记实际审核的人、日期、方式，不得倒填日期，并说明情况（because）。",
        "If it was reviewed, amend name, post, day and way (review); if not, please have it reviewed, record who did, when and how as it was, never with an earlier day, and say how it came about (because).",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(issued) = stands(notice, context) else { return };
    let Some(review) = notice.record.review.as_ref().filter(|review| review.on <= context.today && !review.name.names_nobody())
    else {
        let what = tr!(
            "通报印发于 {issued}，台账中未见分管领导审核的记录";
            "the notice was issued on {issued}; the register shows no review by the leader in charge"
        );
        out.report("review", what);
        return;
    };
    let reviewed = review.on;
    if issued < reviewed {
        let what = tr!(
            "通报印发于 {issued}，{reviewed} 才审核，印发前未经审核把关";
            "the notice was issued on {issued} and reviewed on {reviewed}: nobody had passed it when it went out"
        );
        out.report("review.on", what);
    } else if !context.ledger.is_word_of_unit(&notice.path, &*notice.record, notice.record.doc_number.is_some()) {
        out.record_doubt(Text::fixed(
            "由他人代录，而非区安委办据该单位写明文号的来文代录，审核无从核对",
            "were entered by another, and not by the office from a paper of the unit whose number it names: the review cannot be checked",
        ));
    } else if context.unverified.holds(&notice.path) {
        out.record_doubt(Text::fixed(
            "的签名在本机未核验；先 liandong sync，再看 liandong verify",
            "rest on signatures not verified here; liandong sync, then see liandong verify",
        ));
    } else {
        out.record_occasion();
    }
}
