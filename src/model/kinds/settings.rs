//! `settings.toml`: judgements that the regulation leaves open. One without `basis` is the program's suggestion.

use std::fmt;
use std::str::FromStr;

use crate::model::field::{Shape, words};
use crate::model::record::record;
use crate::model::value::scalar;
use crate::model::{ClauseKey, Day, Leaf, Line, Method, Pattern, UnitId, limits};
use crate::text::{Text, clean};
use crate::tr;

words! {
    /// What is settled.
    pub enum SettingId {
        /// Until the first word on an urgent matter.
        VerbalTerm = "verbal-term", "先行告知时限", "term for the first word";
        /// Until the paper on an urgent matter.
        NoticeTerm = "notice-term", "正式通报时限", "term for a notice";
        /// Until the notice on a major hazard that was dealt with.
        SimultaneousTerm = "simultaneous-term", "“同时”通报时限", "term for \"at the same time\"";
        /// Until the minutes of a meeting.
        MinutesTerm = "minutes-term", "会议纪要时限", "term for minutes";
        /// Until a question that a meeting could not settle goes upward.
        EscalationTerm = "escalation-term", "报请决定时限", "term for sending a question upward";
        /// Until the summary of a joint enforcement.
        SummaryTerm = "summary-term", "联合执法总结时限", "term for a summary";
        /// Until the circular on a joint enforcement.
        CircularTerm = "circular-term", "联合执法通报时限", "term for a circular";
        /// Until a new liaison is named and reported.
        LiaisonTerm = "liaison-term", "联络员调整时限", "term for a change of liaison";
        /// Until a problem that was found is taken over by a unit and given a term.
        TakeOverTerm = "take-over-term", "接收承办时限", "term for taking over";
        /// How long before a term an extension is to be asked.
        ExtensionLead = "extension-lead", "延期申请提前量", "lead of an extension";
        ReinspectionTerm = "reinspection-term", "复查时限", "term for a re-inspection";
        /// Until a reply to a request is asked after.
        ReplyTerm = "reply-term", "请示批复跟踪时限", "term for a reply";
        FeedbackTerm = "feedback-term", "反馈答复时限", "term for an answer to feedback";
        /// Until the office accepts or returns what was reported done.
        AcceptanceTerm = "acceptance-term", "办结确认时限", "term for acceptance";
        /// From which day of the year an open yearly minimum is yellow.
        YearlyYellow = "yearly-yellow", "年度事项黄灯日", "yearly yellow";
        /// From which day of the year it is red.
        YearlyRed = "yearly-red", "年度事项红灯日", "yearly red";
        /// How many working days before its term something is near due.
        NearDue = "near-due", "临近提醒", "near due";
        /// How long before it expires a licence is shown.
        LicenceAlert = "licence-alert", "证照到期提醒", "licence alert";
        /// Whether a minimum binds in a period that the regulation covers only in part: warn, require or exempt.
        PartialYear = "partial-year", "首个不足整年的处理", "partial year";
        /// Whether a review needs the leader's own key: recorded or signed.
        Review = "review", "审核凭据要求", "review";
        /// How many records a unit files or changes in a day at most.
        RecordsADay = "records-a-day", "单位每日登记件数上限", "records of a unit in a day";
        /// How many bytes a record of a unit may have.
        RecordBytes = "record-bytes", "单份记录字节上限", "bytes of a record";
        /// How long minutes and papers upward are kept: permanent, thirty-years or ten-years. Practice, and no text of a regulation.
        ArchivePrincipal = "archive-principal", "归档：纪要和上报文件的保管期限", "keeping of minutes and papers upward";
        /// How long papers of joint enforcements, plans and notices are kept.
        ArchiveWork = "archive-work", "归档：执法、计划和通报的保管期限", "keeping of enforcement papers, plans and notices";
        /// How long what was received, and everything else, is kept.
        ArchiveRoutine = "archive-routine", "归档：收文等的保管期限", "keeping of what was received";
        /// The most that may die in a general accident. A measure of the office, and no text of the regulation.
        GeneralDeaths = "general-deaths", "一般事故死亡人数上限", "most dead of a general accident";
        /// The most that may be hurt in one.
        GeneralInjured = "general-injured", "一般事故受伤人数上限", "most hurt of a general accident";
        /// From which day on the register is kept; what lies before is unknown.
        RecordsSince = "records-since", "台账起录日", "records since";
    }
}

impl SettingId {
    /// Whether it has a part in how a year stands: how much may be filed has none, nor how long papers are kept.
    #[must_use]
    pub const fn judges(self) -> bool {
        self.is_of_office() && !matches!(self, Self::ArchivePrincipal | Self::ArchiveWork | Self::ArchiveRoutine)
    }

    /// Whether an office adopts it by a paper: how much may be filed only guards the register.
    #[must_use]
    pub const fn is_of_office(self) -> bool {
        !matches!(self, Self::RecordsADay | Self::RecordBytes)
    }
}

words! {
    /// The unit of a term.
    pub enum TermUnit {
        Hours = "hours", "小时", "hours";
        Days = "days", "日", "days";
        /// Working days of the published calendar.
        WorkingDays = "working-days", "个工作日", "working days";
    }
}

/// So many hours, days or working days: `3 working-days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: TermUnit,
}

impl Term {
    /// As a person says it.
    #[must_use]
    pub fn label(self) -> Text {
        let (count, unit) = (self.count, self.unit.word());
        let (zh, en) = (unit.zh, unit.en);
        tr!("{count} {zh}"; "{count} {en}")
    }
}

/// What a setting is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// A term.
    Term(Term),
    /// A day of every year: month and day.
    DayOfYear(u8, u8),
    /// A day.
    Day(Day),
    /// A number of something.
    Count(u32),
    /// A word.
    Word(Line),
}

impl fmt::Display for SettingValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(term) => write!(f, "{} {}", term.count, term.unit),
            Self::DayOfYear(month, day) => write!(f, "{month:02}-{day:02}"),
            Self::Day(day) => day.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Word(word) => word.fmt(f),
        }
    }
}

impl SettingValue {
    /// As a person says it.
    #[must_use]
    pub fn label(&self) -> Text {
        match self {
            Self::Term(term) => term.label(),
            Self::DayOfYear(month, day) => tr!("{month} 月 {day} 日"; "{month:02}-{day:02}"),
            Self::Word(word) => choice(word.as_str()),
            Self::Day(_) | Self::Count(_) => Text::same(self.to_string()),
        }
    }
}

/// The words that settings may be set to, as people read and write them.
static CHOICES: &[(&str, Text)] = &[
    ("warn", Text::fixed("只作提醒", "reminds")),
    ("require", Text::fixed("照常要求", "asks as ever")),
    ("exempt", Text::fixed("不作要求", "asks nothing")),
    ("recorded", Text::fixed("登记审核凭据", "recorded")),
    ("signed", Text::fixed("由审核人签名", "signed")),
    ("permanent", Text::fixed("永久", "permanent")),
    ("thirty-years", Text::fixed("定期30年", "thirty years")),
    ("ten-years", Text::fixed("定期10年", "ten years")),
];

/// A word that was chosen, as leaders read it.
pub(crate) fn choice(word: &str) -> Text {
    let found = CHOICES.iter().find(|(id, _)| *id == word);
    found.map_or_else(|| Text::same(word), |(_, called)| called.clone())
}

/// The word that is meant, by what people call it.
pub(crate) fn choice_called(given: &str) -> Option<&'static str> {
    CHOICES.iter().find(|(_, called)| called.zh() == given || called.en() == given).map(|(id, _)| *id)
}

/// The digits of a day that is written without signs between them, 20250101.
const DAY_DIGITS: usize = 8;

impl FromStr for SettingValue {
    type Err = Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let plain = crate::model::to_half_width(given);
        if let Some((count, unit)) = plain.split_once(' ')
            && let Ok(count) = count.parse()
        {
            let most = limits::TERM;
            if count > most {
                return Err(tr!("期限 {count} 过长，最多 {most}"; "a term of {count} is too long; at most {most}"));
            }
            return Ok(Self::Term(Term { count, unit: unit.parse()? }));
        }
        let day_of_year = || {
            let (month, day) = plain.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // 2024 is a leap year: 02-29 is a day of some year.
            Day::new(2024, u32::from(month), u32::from(day)).map(|_| Self::DayOfYear(month, day))
        };
        if let Some(value) = day_of_year() {
            return Ok(value);
        }
        // A day may be written in digits alone; a number of something is shorter.
        if plain.len() < DAY_DIGITS
            && let Ok(count) = plain.parse()
        {
            return Ok(Self::Count(count));
        }
        match plain.parse() {
            Ok(day) => Ok(Self::Day(day)),
            Err(_) if plain.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') => plain.parse().map(Self::Word),
            Err(_) => {
                let given = clean(given);
                Err(tr!(
                    "“{given}”不是设置值，应如 \"3 working-days\"、\"24 hours\"、\"10-01\"、\"2025-01-01\"、\"2000\" 或一个词";
                    "\"{given}\" is no value of a setting, such as \"3 working-days\", \"24 hours\", \"10-01\", \"2025-01-01\", \"2000\" or a word"
                ))
            }
        }
    }
}

scalar!(SettingValue, Shape::Pattern(Pattern::Setting), |value| Leaf::Setting(value));

record! {
    /// One judgement.
    pub struct Setting {
        id: SettingId = "设置", "setting";
        value: SettingValue = "取值", "value";
        /// The clause that leaves it open.
        clause: Option<ClauseKey> = "条款", "clause";
        since: Option<Day> = "起", "since", near;
        /// The paper that adopted it.
        basis: Option<Line> = "确定依据", "basis";
    }
}

words! {
    /// A fact that may touch others' duties.
    pub enum Fact {
        StopWork = "stop-work", "责令停止作业", "work stopped";
        SuspendProduction = "suspend-production", "责令停产停业", "production suspended";
        Close = "close", "关闭", "mine closed";
        /// Mining over the boundary was reported.
        OverBoundary = "over-boundary", "涉嫌越界开采", "over-boundary mining";
        /// A concealed or false accident report was reported.
        ConcealedReport = "concealed-report", "涉嫌瞒报谎报事故", "concealed or false report";
        WithholdLicence = "withhold-licence", "暂扣证照", "licence withheld";
        Revoke = "revoke", "吊销证照", "licence revoked";
        Accident = "accident", "事故", "accident";
        Transfer = "transfer", "案件移送", "case transferred";
    }
}

record! {
    /// Whose duty a fact touches; a suggestion, never a rule.
    pub struct Concern {
        fact: Fact = "情形", "fact";
        unit: UnitId = "单位", "unit";
        duty: ClauseKey = "职责", "duty";
        /// Only at mines that are worked so.
        method: Option<Method> = "限于开采方式", "only at mines worked";
    }
}

record! {
    /// All of them.
    pub struct SettingsFile {
        setting: Vec<Setting> = "设置", "setting";
        /// Whose duties a fact touches.
        concern: Vec<Concern> = "涉及单位建议", "concern";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_comes_to_an_end() {
        assert!("3 working-days".parse::<SettingValue>().is_ok());
        assert!("4000000000 working-days".parse::<SettingValue>().is_err());
    }
}
