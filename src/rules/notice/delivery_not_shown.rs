//! 四（五）: 信息通报应采取正式文件的形式报送. A body that has no clone gets the paper by hand; the register shows it only where somebody enters it.

use super::notice_chain::stands;
use crate::model::{Filed, Notice, Party};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N20",
    name: "delivery-not-shown",
    nature: RuleNature::Conduct,
    title: Text::fixed(
        "台账以外的主送单位未见送达记录",
        "a recipient outside the register whom nothing shows to have been reached",
    ),
    fires: Text::fixed(
        "已印发的通报主送镇街、其他部门或上级等不在台账内的单位（bodies.toml），送达（delivery）中未见该单位。条文只要求以正式文件报送，没有要求登记送达，只作建议。主送成员单位和矿山的、抄送的、草稿、被撤回的通报不判。",
        "An issued notice goes to a body that keeps no register (bodies.toml: towns, other departments, those above), and delivery does not name it. The clause asks for a formal paper and no record of delivery, so this is advice only. Not judged for members, mines and copies, nor for drafts and withdrawn notices.",
    ),
    proves: None,
    remedy: Text::fixed(
        "补录送达（delivery）：送达单位、日期、方式；印发后仍可补录。",
        "Fill in delivery: to whom, when and how; this may be done after issue.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    if stands(notice, context).is_none() {
        return;
    }
    let (mechanism, record) = (&context.ledger.mechanism, &notice.record);
    let is_outside = |party: &Party| {
        let is_unit = party.as_unit().is_some_and(|unit| mechanism.units.contains_key(&unit));
        matches!(party, Party::Body(body) if !is_unit && mechanism.body(body).is_some())
    };
    let is_delivered =
        |party: &Party| record.delivery.iter().any(|delivery| delivery.who == *party && delivery.on <= context.today);
    let mut open: Vec<&str> = Vec::new();
    for recipient in record.to.iter().filter(|recipient| is_outside(&recipient.who) && !is_delivered(&recipient.who)) {
        let name = mechanism.party(&recipient.who);
        if !open.contains(&name) {
            open.push(name);
        }
    }
    if !open.is_empty() {
        let (zh, en) = (open.join("、"), open.join(", "));
        out.report("delivery", tr!("主送{zh}，未见送达记录"; "it goes to {en}, and no delivery is recorded"))
            .at_most(Level::Advice);
    }
}
