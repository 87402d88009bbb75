//! 四（五）: 内部信息或不宜公开的信息要采取相应的保密措施.

use super::notice_chain::NoticeChain;
use crate::model::{Filed, Notice, Reference, Secrecy};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N15",
    name: "protection-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("内部信息未注明保密措施", "internal information without protection"),
    fires: Text::fixed(
        "印发的通报标为内部（secrecy = \"internal\"），而通报及其更正通报未填保密措施（protection），或者只写没有采取、公开上网；通报时限（notice-term）过后才由更正通报补写的，作提醒。未标内部、但涉及线索或标为内部的事项的，只作提醒（线索未标公开的，即为内部）。草稿、被撤回的通报、撤回通知不判。",
        "An issued notice is marked as internal and neither it nor a correction says how it is protected (protection), or only that it is not, or is published; said only by a correction after the term for a notice (notice-term) it is a reminder. One that is not marked so, but is about a lead or another internal record, is a reminder only; a lead is internal unless marked as public. Drafts, withdrawn notices and withdrawals are not judged.",
    ),
    proves: Some(Text::fixed(
        "对内部信息登记了保密措施（protection）的通报。",
        "A notice with internal information that records how it is protected (protection).",
    )),
    remedy: Text::fixed(
        "填写保密措施（protection），如机要送达、限定阅知范围、定期收回；已印发的，用 amend 补录或另发更正通报；涉及事项可以公开的，改其公开属性（secrecy）。",
        "Say how it is protected (protection): by confidential post, for named readers, to be returned; once issued, by amend or a correcting notice. If what it is about may be public, mark that so (secrecy).",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(telling) = NoticeChain::begun_by(notice, context) else { return };
    let is_marked = telling.any(|paper| paper.secrecy == Some(Secrecy::Internal));
    let internal = telling.papers().flat_map(|paper| &paper.record.about).find(|about| is_internal(about, context));
    if !is_marked && internal.is_none() {
        return;
    }
    if let Some(timing) = telling
        .said(|paper| paper.protection.as_ref().is_some_and(|how| !how.says_nothing() && !how.keeps_nothing_back()), context)
    {
        out.record_occasion();
        // What was marked only by the correction that protects it was protected in time.
        let is_first =
            notice.record.secrecy == Some(Secrecy::Internal) || notice.record.about.iter().any(|of| is_internal(of, context));
        if let Timing::Late { done, due } = timing
            && is_first
        {
            let what = tr!(
                "{done} 的更正通报才写明保密措施，参照时限为 {due}";
                "only the correction of {done} states measures of protection; the term to compare with ended on {due}"
            );
            out.report("protection", what).late();
        }
        return;
    }
    if is_marked {
        let what = Text::fixed("内部通报，未见相应的保密措施", "an internal notice shows no measures of protection");
        out.report("protection", what);
    } else if let Some(about) = internal {
        let what = tr!("通报涉及内部事项 {about}，未见相应的保密措施"; "it is about {about}, which is internal; no measures of protection are shown");
        out.report("protection", what).at_most(Level::Reminder);
    }
}

/// Whether something is for the circle only: a lead unless it says otherwise, anything else if it says so.
fn is_internal(about: &Reference, context: &Context<'_>) -> bool {
    if let Some(lead) = context.ledger.lead(about) {
        return lead.record.secrecy != Some(Secrecy::Public);
    }
    let record = about.filed().and_then(|path| context.ledger.happening(path));
    record.is_some_and(|record| record.secrecy() == Some(Secrecy::Internal))
}
