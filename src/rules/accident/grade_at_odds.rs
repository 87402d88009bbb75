//! 一（一）8: whose an accident is to investigate hangs on its grade (一般). The clause gives no measure of it: the numbers up to which one
//! is general are settings of the register.

use super::whole::WholeAccident;
use crate::model::{Accident, Day, Filed, SettingId, SettingValue};
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "A05",
    name: "grade-at-odds",
    nature: RuleNature::Conduct,
    title: Text::fixed("事故等级与伤亡人数不合", "a grade at odds with the number of dead and hurt"),
    fires: Text::fixed(
        "登记为一般事故，而死亡或者受伤人数超过设置 general-deaths、general-injured；或者登记为较大以上，而死亡和受伤人数都已登记且都不超过。条文没有写等级标准，人数界限是台账的设置，不是条文；直接经济损失台账不登记，可能由此定级。因此只作建议，设置经文件确定的为提醒。等级未登记的、人数未登记的不判。",
        "An accident is recorded as general and more died or were hurt than the settings general-deaths and general-injured say; or it is recorded as graver, both numbers are recorded, and neither is above them. The clause gives no measure of grades: these limits are settings of the register and no law, and the loss of property, which may be what decides, is not recorded. Hence advice only, and a reminder where a paper adopted the setting. Not where the grade or the numbers are absent.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对等级和人数，用 accident grade 改正填错的一处；按经济损失定级的，用 because 说明。",
        "Check both and correct the wrong one with accident grade; where the loss of property decided, say so in because.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(whole) = WholeAccident::judged_by(accident, context).filter(|whole| whole.grade().is_some()) else { return };
    let occurred = accident.record.occurred;
    let (deaths, injured) = whole.numbers();
    let measured = [
        Measured::of(SettingId::GeneralDeaths, deaths, occurred, context),
        Measured::of(SettingId::GeneralInjured, injured, occurred, context),
    ];
    let what = if whole.is_above_general() {
        let [Some(dead), Some(hurt)] = measured else { return };
        if dead.is_above() || hurt.is_above() || whole.is_explained() {
            return;
        }
        let (dead, most_dead, hurt, most_hurt) = (dead.count, dead.limit, hurt.count, hurt.limit);
        tr!(
            "登记的等级高于一般，而死亡 {dead} 人、受伤 {hurt} 人，都未超过台账设置的一般事故界限（{most_dead}、{most_hurt}，条文未列标准），请核对等级";
            "the grade is above general, while {dead} died and {hurt} were hurt, within the register's own limits of a general accident ({most_dead}, {most_hurt}; the clause names none): please check the grade"
        )
    } else {
        let Some(over) = measured.into_iter().flatten().find(Measured::is_above) else { return };
        let (word, Measured { count, limit, .. }) = (over.id.word(), over);
        let (zh, en) = (word.zh, word.en);
        tr!(
            "登记为一般事故，而人数 {count} 超过台账设置的“{zh}”{limit}（条文未列标准），请核对等级";
            "recorded as general, while the number of {count} is above \"{en}\" ({limit}, the register's own: the clause names none): please check the grade"
        )
    };
    let is_adopted = measured.iter().flatten().all(|measured| measured.is_adopted);
    let level = if is_adopted { Level::Reminder } else { Level::Advice };
    for (id, unit) in units_bound(RULE.name, occurred, &context.ledger.mechanism) {
        out.report("grade", what.clone()).by(unit).of_obligation(id).at_most(level);
    }
}

/// A number beside what the register sets as the most of a general accident.
#[derive(Clone, Copy)]
struct Measured {
    id: SettingId,
    count: u32,
    limit: u32,
    is_adopted: bool,
}

impl Measured {
    fn of(id: SettingId, count: Option<u32>, on: Day, context: &Context<'_>) -> Option<Self> {
        let setting = context.ledger.mechanism.setting(id, on)?;
        let SettingValue::Count(limit) = setting.value else { return None };
        Some(Self { id, count: count?, limit, is_adopted: setting.basis.is_some() })
    }

    fn is_above(&self) -> bool {
        self.limit < self.count
    }
}
