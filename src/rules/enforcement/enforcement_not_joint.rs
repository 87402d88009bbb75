//! 三（四）: 组成联合执法组，实行组长负责制.

use std::collections::BTreeSet;

use super::stage::system_begun;
use crate::model::{Enforcement, Filed, UnitId};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E05",
    name: "enforcement-not-joint",
    nature: RuleNature::Conduct,
    title: Text::fixed("联合执法组只有一个联合执法单位", "a team of no more than one unit"),
    fires: Text::fixed(
        "已开始的联合执法，成员单位（未列的，看工作小组）中属于机制所定联合执法单位（撤并的看承接单位）、当时存在的不足两个：重复列出的只计一次，牵头组织的办公室、邀请单位和其他单位不计。成员单位和工作小组都空着的，或者成员单位不足而工作小组另列有联合执法单位的，是否联合不明，不判。未开始或取消的不判。",
        "An enforcement that has begun lists, in its team or else in its groups, fewer than two different units of joint enforcement (or that took over from one) that were there then; the office that leads it, those invited and other units do not count. Where neither team nor groups are listed, or the groups name units that a short team does not, whether it was a joint one is unknown. Not judged before it begins or when called off.",
    ),
    proves: Some(Text::fixed(
        "有两个以上联合执法单位参加的联合执法。",
        "A joint enforcement in which at least two of its units took part.",
    )),
    remedy: Text::fixed(
        "请补全成员单位（member_units）；单独开展的检查，不作联合执法登记。",
        "Complete member_units; an inspection that a unit carried out by itself is not filed as a joint enforcement.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(system) = system_begun(action, context) else { return };
    let record = &action.record;
    if record.team().next().is_none() {
        out.record_doubt(Text::fixed(
            "未列成员单位和工作小组，是否由两个以上联合执法单位组成不明",
            "without a list of the team or its groups: whether they were joint ones is unknown",
        ));
        return;
    }
    let (mechanism, on) = (&context.ledger.mechanism, record.began().unwrap_or(context.today));
    let is_own = |unit: &&UnitId| mechanism.exists(unit, on) && mechanism.is_member(unit, system, on);
    let own: BTreeSet<&UnitId> = record.team().filter(is_own).collect();
    if own.len() < 2 && 2 <= own.iter().copied().chain(record.grouped().filter(is_own)).collect::<BTreeSet<_>>().len() {
        out.record_doubt(Text::fixed(
            "的工作小组列有成员单位以外的联合执法单位，是否联合不明",
            "have groups with units of joint enforcement that their team does not list: whether they were joint ones is unknown",
        ));
        return;
    }
    out.record_occasion();
    match own.into_iter().collect::<Vec<_>>()[..] {
        [] => {
            let what = Text::fixed("成员单位中未见联合执法单位", "no unit of joint enforcement is listed in the team");
            out.report("member_units", what);
        }
        [only] => {
            let name = mechanism.short(only);
            let what = tr!(
                "成员单位中只见{name}一个联合执法单位，未见与其他单位联合";
                "{name} is the only unit of joint enforcement listed in the team"
            );
            out.report("member_units", what);
        }
        _ => {}
    }
}
