//! A setting with a value of another sort than the one that is asked for says nothing: the shipped value stands in for it.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G12",
    name: "setting-unreadable",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("设置的取值不合该项设置", "a setting with a value of another kind"),
    fires: Text::fixed(
        "某项设置的取值与该项设置不合：时限应为期限（如 3 working-days），红黄灯日应为月日（如 10-01），起录日应为日期，上限应为整数，partial-year、review 应为规定的词；期限至少为 1。取值不合的设置不起作用，按自带的工具参考值判定。",
        "The value of a setting is not of its kind: a term is such as 3 working-days, a day for lights such as 10-01, records-since a day, records-a-day and record-bytes a number, partial-year and review one of their words; a term is 1 at least. Such a setting says nothing, and the value that this program ships stands in for it.",
    ),
    proves: None,
    remedy: Text::fixed(
        "改正取值（value）；不另定的，删去该项，按工具参考值判定。",
        "Mend the value (value); remove the setting where the shipped value is meant.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, setting) in context.ledger.mechanism.settings.setting.iter().enumerate() {
        let asked = setting.id.sort();
        if !asked.takes(&setting.value) {
            let (called, value, meant) = (setting.id.word(), &setting.value, asked.label());
            let (zh, en, meant_zh, meant_en) = (called.zh, called.en, meant.zh(), meant.en());
            let what = tr!(
                "“{zh}”的取值 {value} 不合，应为{meant_zh}";
                "\"{en}\" is set to {value}; it is {meant_en}"
            );
            report(Kind::Settings, format!("setting[{at}].value"), what, context, out);
        }
    }
}
