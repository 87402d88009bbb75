//! A system without members asks nothing of anybody.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G16",
    name: "system-without-members",
    nature: RuleNature::Whole,
    title: Text::fixed("制度没有成员单位", "a system without members"),
    fires: Text::fixed(
        "机制某个版本的一项制度没有列出成员单位（members 为空或者没有写）：会议、联合执法没有成员参加，永远不计次；按成员计次的没有可计的单位；登记的记录不知属于谁。各版本分别判定。",
        "A system of an edition of the mechanism lists no members (members is empty or absent): no meeting or enforcement ever counts, since no member takes part; what is asked of each member is asked of nobody; and whose record it is cannot be told. Each edition is judged by itself.",
    ),
    proves: None,
    remedy: Text::fixed("列出该制度的成员单位（members）。", "List the members of the system (members)."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, edition) in context.ledger.mechanism.file.edition.iter().enumerate() {
        for (nth, system) in edition.system.iter().enumerate().filter(|(_, system)| system.members.is_empty()) {
            let (from, zh, en) = (edition.from, system.name.as_str(), system.name_en.as_str());
            let what =
                tr!("{from} 施行的版本中，制度{zh}没有成员单位"; "in the edition of {from} the system {en} has no members");
            report(Kind::Mechanism, format!("edition[{at}].system[{nth}].members"), what, context, out);
        }
    }
}
