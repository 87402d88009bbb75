//! 三（五）: 联合执法文书和相应的行政处罚，由有关非煤矿山安全监管部门依法下达和实施.

use crate::model::{Carrier, Filed, HazardSource, Kind, Ledger, Order, OrderKind, Reference, System, UnitId};
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E08",
    name: "order-issuer-not-competent",
    nature: RuleNature::Conduct,
    title: Text::fixed("执法文书由非监管部门下达", "an order by a unit that is no competent department"),
    fires: Text::fixed(
        "联合执法中（或就联合执法发现的隐患）下达的执法文书，下达单位不是机制的成员单位；是成员单位而不属于联合执法单位的，只作提醒。关闭整座矿山的文书，不论是否在联合执法中下达，下达单位没有关闭矿山职责（职责文件 duties 标明 closes 的；都未标明的不判）的，作提醒。办公室本身不是联合执法单位的，其名下的文书一律指出。政府、上级决定关闭的（办公室转录其文件，任何单位在文书编号 number 或代录依据 source 中写明其文号的，或者此前已批复就该隐患的请示的），由谁登记、转发都不判。暂扣、吊销证照而该单位在矿山档案中未见证照的，情况不明。由办公室代录而未注明文号的，情况不明。其他与联合执法无关的文书不判。",
        "A paper served in a joint enforcement, or about a hazard that one found, was served by a unit that is no member of the mechanism; a member that does not belong to joint enforcement is a reminder only. A closure of a whole mine, in joint enforcement or not, by a unit whose duty it is not (closes in duties; not judged where none says so) is a reminder. Where the office does not itself belong to joint enforcement, whatever it served is told of. What a government or superior decided is nobody's fault who files or hands on the closure: the office transcribes their paper, any unit names its number (number or source of the order), or they had by then replied to a request about the hazard. Where a unit takes a licence and none of its own is in the mine's file, it is unknown, as is one that the office entered for a unit without its number. Other papers that have nothing to do with joint enforcement are not judged.",
    ),
    proves: Some(Text::fixed(
        "联合执法中由监管部门下达的执法文书（orders）。",
        "A paper that a competent department served in a joint enforcement (orders).",
    )),
    remedy: Text::fixed(
        "请由有权的监管部门依法下达，并登记在该部门名下；转发、转录政府关闭决定的，写明其文号。",
        "Have the competent department serve it, and file it in that department's folder; where it hands on what a government decided, name the number of that paper.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Order(check),
};

fn check(order: &Filed<Order>, context: &Context<'_>, out: &mut Findings<'_>) {
    let (mechanism, served) = (&context.ledger.mechanism, order.record.at.day());
    // What bears the name of a unit that was no more is its successor's, and the rule on such records tells it.
    let issuer = mechanism.acting(&order.path.unit, served).unwrap_or(&order.path.unit);
    let is_member = |system: &&System| mechanism.is_member(issuer, system, served);
    // An office that only leads serves nothing; one of the units that the clause names (三（二）) is a department like the others.
    let is_office =
        issuer == mechanism.office() && !mechanism.systems(Carrier::Enforcement, served).any(|system| is_member(&system));
    // A closure is decided above, and those there have no folder of their own.
    if context.ledger.is_closed_from_above(order) {
        return;
    }
    if !(is_office || of_joint_enforcement(&order.record, context.ledger)) {
        return told_of_closure(order, issuer, context, out);
    }
    let enforcement = order.record.enforcement.as_ref().and_then(|reference| context.ledger.enforcement(reference));
    let own = enforcement.and_then(|action| mechanism.system_of(&action.path.unit, &*action.record, served));
    let mut systems: Vec<&System> = mechanism.systems(Carrier::Enforcement, served).collect();
    systems.retain(|system| own.is_none_or(|own| own.id == system.id));
    let is_competent = systems.is_empty() || systems.iter().any(is_member);
    if !is_office && mechanism.exists(issuer, served) && is_competent {
        if context.ledger.lacks_paper(&order.path, &*order.record, order.record.number.is_some()) {
            out.record_doubt(Text::fixed(
                "由办公室代录而未注明文书编号，无从核对",
                "were entered by the office without a number, and cannot be checked",
            ));
        } else if !may_close(order, issuer, context.ledger) {
            told_of_closure(order, issuer, context, out);
        } else if is_of_own_licence(order, context.ledger) {
            out.record_occasion();
        } else {
            out.record_doubt(Text::fixed(
                "的发证单位无法核对（矿山档案中未见该单位所发证照）",
                "withhold or revoke a licence that the mine's file does not show as the unit's",
            ));
        }
        return;
    }
    let (name, kind) = (mechanism.short(issuer), order.record.kind.word());
    let (zh, en) = (kind.zh, kind.en);
    if !is_office && mechanism.takes_part(issuer, served) {
        let what = tr!(
            "{served} 的文书（{zh}）由{name}下达，该单位不在联合执法单位之列，请核对职权";
            "{name}, which does not belong to joint enforcement, served a paper ({en}) on {served}; please check its competence"
        );
        out.report("", what).at_most(Level::Reminder).fixed_by(Fix::Elsewhere(Kind::Order));
    } else {
        let what = tr!(
            "{served} 的文书（{zh}）由{name}下达，执法文书应由有关监管部门依法下达";
            "{name} served a paper ({en}) on {served}; such papers are served by the competent department"
        );
        out.report("", what).fixed_by(Fix::Elsewhere(Kind::Order));
    }
}

/// Whether a unit has the duty to close mines, where an order closes one.
fn may_close(order: &Filed<Order>, issuer: &UnitId, ledger: &Ledger) -> bool {
    !ledger.closes_mine(order) || ledger.mechanism.may_close(issuer, order.record.at.day()) != Some(false)
}

/// Says of a closure that whoever ordered it has no such duty, where that is so. What other laws give it no program knows (其他监管职责).
fn told_of_closure(order: &Filed<Order>, issuer: &UnitId, context: &Context<'_>, out: &mut Findings<'_>) {
    if may_close(order, issuer, context.ledger) {
        return;
    }
    let (name, served) = (context.ledger.mechanism.short(issuer), order.record.at.day());
    let what = tr!(
        "{served} 关闭矿山的文书由{name}下达，该单位的职责中没有关闭矿山，也未见政府、上级的关闭决定（写明其文号），请核对职权";
        "{name}, whose duties name no closing of mines, closed one on {served}, and no decision of a government or superior (with its number) is shown; please check its competence"
    );
    out.report("", what).at_most(Level::Reminder).fixed_by(Fix::Elsewhere(Kind::Order));
}

/// Whether the unit licenses at that mine, where it takes a licence: what it never gave it cannot withhold.
fn is_of_own_licence(order: &Filed<Order>, ledger: &Ledger) -> bool {
    let takes = matches!(order.record.kind, OrderKind::WithholdLicence | OrderKind::Revoke);
    let Some(mine) = order.record.mine.as_ref().filter(|_| takes) else { return true };
    let licences = ledger.mechanism.licences.get(&(mine.clone(), order.path.unit.clone()));
    licences.is_some_and(|licences| !licences.licence.is_empty())
}

fn of_joint_enforcement(order: &Order, ledger: &Ledger) -> bool {
    let hazard = order.hazard.as_ref().and_then(|reference| ledger.hazard(reference));
    let from_problem = |from: &Reference| from.record.kind() == Kind::Enforcement;
    order.enforcement.is_some()
        || hazard.is_some_and(|hazard| {
            hazard.record.source_kind == HazardSource::Enforcement || hazard.record.from.as_ref().is_some_and(from_problem)
        })
}
