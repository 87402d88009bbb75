//! 三（三）: 针对发现的全区非煤矿山安全生产共性问题、难点问题和突出问题，或根据国家、省、市和区有关非煤矿山安全生产工作部署，组织力量开展联合执法.

use crate::model::{Basis, Enforcement, Filed};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "E02",
    name: "enforcement-basis-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("联合执法未说明依据", "a joint enforcement without its basis"),
    fires: Text::fixed(
        "已开始的联合执法，“执法依据”一栏空着。未开始或取消的不判。",
        "An enforcement that has begun does not say why it is carried out. One that has not begun or was called off is not judged.",
    ),
    proves: Some(Text::fixed(
        "写明所针对的问题或所依据的部署（basis）的联合执法。",
        "A joint enforcement that names the problem or the deployment that it rests on (basis).",
    )),
    remedy: Text::fixed(
        "请补写执法依据（basis）：针对哪些问题，或根据哪项部署。",
        "Fill in the basis: which problems, or which deployment.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    if !action.record.has_begun(context.today) {
        return;
    }
    out.record_occasion();
    let says = |basis: &Basis| basis.from.is_some() || !basis.text.says_nothing();
    if !action.record.basis.as_ref().is_some_and(says) {
        out.report(
            "basis",
            Text::fixed(
                "联合执法未说明所针对的问题或所根据的工作部署",
                "the enforcement names neither the problems nor the deployment on which it rests",
            ),
        );
    }
}
