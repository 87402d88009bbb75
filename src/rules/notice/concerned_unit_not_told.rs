//! 四（三）: 涉及其他与非煤矿山安全生产有关单位相关工作的，要向有关单位通报.

use super::concerned::{Concerned, is_active, responsible, suggested, suggested_by_notice};
use super::notice_chain::{NoticeChain, stands};
use crate::model::{Filed, Kind, Notice, Party, UnitId};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N06",
    name: "concerned-unit-not-told",
    nature: RuleNature::Conduct,
    title: Text::fixed("涉及其工作的单位未在主送之列", "a unit whose work is concerned is not told"),
    fires: Text::fixed(
        "印发的通报所涉事项（about）已登记由另一单位负责（线索的承办单位、案件的移送单位、隐患或联合执法问题的监管单位），而该通报、其更正和涉及同一事项的其他通报都未主送该单位。按“涉及单位建议”（concern）可能涉及的单位，只作建议。发出通报的单位自身、文书或线索的登记单位、届时已撤销的单位不计；草稿、被撤回的通报、撤回通知不判。",
        "What an issued notice is about is recorded as another unit's to deal with (the unit a lead is assigned to or a case is transferred to, the supervising unit of a hazard or of a problem of a joint enforcement), and neither this notice, nor its corrections, nor another notice about the same tells that unit. A unit that the table of concerns suggests is advice only. Left out: the unit that notifies, the unit that recorded the order or lead, units that had ended. Drafts, withdrawn notices and withdrawals are not judged.",
    ),
    remedy: Text::fixed(
        "向该单位补发通报，或在更正通报的主送（to）中列入并注明涉及的职责（why）；建议不适用的，可不处理。",
        "Tell that unit as well: by another notice, or by a correcting one with it in to and the duty in why; a suggestion that does not fit may be left.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let (Some(telling), Some(issued)) = (NoticeChain::begun_by(notice, context), notice.record.issued) else { return };
    let takes_part =
        |concerned: &Concerned<'_>| *concerned.unit != notice.path.unit && is_active(concerned.unit, issued, context);
    let abouts = || telling.papers().flat_map(|paper| &paper.record.about);
    let named: Vec<Concerned<'_>> = abouts().filter_map(|about| responsible(about, context)).filter(takes_part).collect();
    let by_fact = abouts().flat_map(|about| suggested(about, context)).chain(suggested_by_notice(&notice.record, context));
    let hinted: Vec<Concerned<'_>> = by_fact.filter(takes_part).collect();
    if named.is_empty() && hinted.is_empty() {
        return;
    }
    out.record_occasion();
    let untold = untold(&named, &telling, context);
    if !untold.is_empty() {
        let units = names(&untold, context);
        let what = tr!(
            "通报涉及{units}负责的事项，主送中未见该单位";
            "the matter is for {units} to deal with, which is not among those told"
        );
        out.report("to", what).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
    let hinted: Vec<&UnitId> =
        self::untold(&hinted, &telling, context).into_iter().filter(|unit| !untold.contains(unit)).collect();
    if !hinted.is_empty() {
        let units = names(&hinted, context);
        let what = tr!(
            "事项可能涉及{units}的职责，主送中未见，请核对是否需要通报";
            "the matter may touch duties of {units}, not among those told; please see whether to notify"
        );
        out.report("to", what).at_most(Level::Advice).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}

/// Those that no paper tells of it, each once.
fn untold<'a>(concerned: &[Concerned<'a>], telling: &NoticeChain<'_>, context: &Context<'_>) -> Vec<&'a UnitId> {
    let mut units: Vec<&UnitId> = Vec::new();
    for Concerned { unit, about } in concerned {
        let party = Party::from((*unit).clone());
        let elsewhere = about.is_some_and(|about| {
            let told = |other: &&Filed<Notice>| other.path.unit == **unit || other.record.tells(&party);
            context.ledger.notices_about(about).filter(told).any(|other| stands(other, context).is_some())
        });
        if !telling.any(|paper| paper.tells(&party)) && !elsewhere && !units.contains(unit) {
            units.push(unit);
        }
    }
    units
}

fn names(units: &[&UnitId], context: &Context<'_>) -> String {
    units.iter().map(|unit| context.ledger.mechanism.short(unit)).collect::<Vec<_>>().join("、")
}
