//! 四（二）: 信息通报内容.

use super::notice_chain::NoticeChain;
use crate::model::{ClauseKey, Day, Filed, Mechanism, Notice};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N01",
    name: "content-unknown",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报内容不在规定的类别之内", "a notice with a content that is not on the list"),
    fires: Text::fixed(
        "印发的通报所填内容类别（content），在机制当时规定的通报内容中没有。草稿、被撤回的通报和撤回通知不判；已由更正通报改为规定类别的不判；机制未列通报内容的不判。",
        "The content of an issued notice is not one of those that the mechanism listed at the time. Drafts, withdrawn notices and withdrawals are not judged, nor is one whose content a correcting notice put right, nor any where the mechanism lists no contents.",
    ),
    proves: Some(Text::fixed(
        "通报内容属于条文所列各类的通报（content）。",
        "A notice of one of the kinds of content that the clause lists (content).",
    )),
    remedy: Text::fixed(
        "对照规定的各类内容，发更正通报改填 content；其他需要通报的信息通常也有相应类别。",
        "Compare with the listed contents and correct content by a correcting notice; other information has a place on the list as well.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let Some(telling) = NoticeChain::begun_by(notice, context) else { return };
    let Some(issued) = notice.record.issued else { return };
    let Some(list) = mechanism.edition(issued).clauses_contents else { return };
    if telling.any(|paper| is_listed(list, paper.content.0, issued, mechanism)) {
        return out.record_occasion();
    }
    let listed = (1..100).filter(|content| is_listed(list, *content, issued, mechanism));
    let listed = listed.map(|content| content.to_string()).collect::<Vec<_>>().join(" ");
    let number = notice.record.content.0;
    out.report(
        "content",
        tr!(
            "通报内容填为第 {number} 类，规定的内容中未见此类（可填 {listed}）";
            "content {number} is not on the list of contents ({listed})"
        ),
    );
}

fn is_listed(list: ClauseKey, content: u8, on: Day, mechanism: &Mechanism) -> bool {
    list.item(content).is_some_and(|item| mechanism.clause(item, on).is_some())
}
