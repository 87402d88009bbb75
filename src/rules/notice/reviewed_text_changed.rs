//! 四（五）: 信息提供单位分管领导要进行审核把关.

use super::notice_chain::stands;
use crate::model::{Filed, Kind, Notice};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N12",
    name: "reviewed-text-changed",
    nature: RuleNature::Conduct,
    title: Text::fixed("印发的文本与审核稿不一致", "an issued text that is not the one reviewed"),
    fires: Text::fixed(
        "审核时记下了审核稿摘要（review.digest），而印发的内容、文字或主送与之不符。发文字号、文种、送达、附件、先行告知等审核后才有的项目不计；登记过更正（amended）的只作建议；未记摘要的不比对；草稿、被撤回的通报不判。",
        "A digest of what was reviewed is recorded, and what was issued (contents, texts, recipients) does not match it. What comes after a review, such as number, type, delivery, attachments and preliminary word, is left out; where slips were amended it is advice only. Without a digest nothing is compared. Drafts and withdrawn notices are not judged.",
    ),
    proves: Some(Text::fixed("印发稿与审核稿一致的通报。", "A notice issued as it was reviewed.")),
    remedy: Text::fixed(
        "请审核人核对印发的文本：属实质改动的，重新审核后另发更正通报；仅为笔误的，经审核人确认后用 amend 更新摘要。",
        "Please have the reviewer read what was issued: a change of substance is reviewed anew and goes out in a correcting notice; for a slip, amend the digest once the reviewer agrees.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &notice.record;
    // Where texts are dropped, what is as reviewed keeps no digest.
    let Some(is_as_reviewed) = record.is_as_reviewed().filter(|_| stands(notice, context).is_some()) else { return };
    if is_as_reviewed {
        return out.record_occasion();
    }
    let now = record.digest();
    if record.amended.iter().any(|amendment| amendment.on <= context.today) {
        let what = tr!(
            "审核后登记过更正，现文本（摘要 {now}）与审核稿摘要不一致，请审核人确认";
            "slips were amended since the review, and the text (digest {now}) no longer matches its digest; please have the reviewer agree"
        );
        out.report("review.digest", what).at_most(Level::Advice);
    } else {
        let what = Text::fixed("印发的文本与审核稿摘要不一致", "what was issued does not match the digest of what was reviewed");
        out.report("review.digest", what).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}
