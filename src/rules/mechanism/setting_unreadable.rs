//! A setting of another kind than the one that is asked for is read as none.

use super::report;
use crate::model::{Kind, SettingId, SettingValue};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G12",
    name: "setting-unreadable",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("设置的取值不合该项设置", "a setting with a value of another kind"),
    fires: Text::fixed(
        "某项设置的取值与该项设置不合：时限应为期限（如 3 working-days），红黄灯日应为月日（如 10-01），起录日应为日期，上限应为整数，partial-year、review 应为规定的词。取值不合的设置按未设置处理。",
        "The value of a setting is not of its kind: a term is such as 3 working-days, a day for lights such as 10-01, records-since a day, records-a-day and record-bytes a number, partial-year and review one of their words. Such a setting is read as none.",
    ),
    proves: None,
    remedy: Text::fixed(
        "改正取值（value）；不设的，删去该项。",
        "Mend the value (value); remove the setting where none is meant.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (at, setting) in context.ledger.mechanism.settings.setting.iter().enumerate() {
        let asked = asked(setting.id);
        if !fits(&setting.value, asked) {
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

/// Of what kind a value has to be.
#[derive(Clone, Copy)]
enum Asked {
    Term,
    DayOfYear,
    Day,
    Count,
    Word(&'static [&'static str]),
}

impl Asked {
    fn label(self) -> Text {
        match self {
            Self::Term => Text::fixed("期限，如 3 working-days", "a term, such as 3 working-days"),
            Self::DayOfYear => Text::fixed("月日，如 10-01", "a day of the year, such as 10-01"),
            Self::Day => Text::fixed("日期，如 2025-01-01", "a day, such as 2025-01-01"),
            Self::Count => Text::fixed("整数，如 2000", "a number, such as 2000"),
            Self::Word(words) => {
                let (zh, en) = (words.join("、"), words.join(", "));
                tr!("{zh} 之一"; "one of {en}")
            }
        }
    }
}

fn asked(id: SettingId) -> Asked {
    match id {
        SettingId::YearlyYellow | SettingId::YearlyRed => Asked::DayOfYear,
        SettingId::RecordsSince => Asked::Day,
        SettingId::RecordsADay | SettingId::RecordBytes | SettingId::GeneralDeaths | SettingId::GeneralInjured => Asked::Count,
        SettingId::PartialYear => Asked::Word(&["warn", "require", "exempt"]),
        SettingId::Review => Asked::Word(&["recorded", "signed"]),
        SettingId::ArchivePrincipal | SettingId::ArchiveWork | SettingId::ArchiveRoutine => {
            Asked::Word(&["permanent", "thirty-years", "ten-years"])
        }
        _ => Asked::Term,
    }
}

fn fits(value: &SettingValue, asked: Asked) -> bool {
    match (value, asked) {
        (SettingValue::Term(_), Asked::Term)
        | (SettingValue::DayOfYear(..), Asked::DayOfYear)
        | (SettingValue::Day(_), Asked::Day)
        | (SettingValue::Count(_), Asked::Count) => true,
        (SettingValue::Word(word), Asked::Word(words)) => words.contains(&word.as_str()),
        _ => false,
    }
}
