//! `mechanism.toml`: which systems there are, who belongs to them, and how often each is to be carried out.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{ClauseKey, Day, Every, Kind, Line, Post, RegisterName, SystemId, UnitId};

words! {
    /// Whom a minimum is asked of.
    pub enum CountedBy {
        /// Of the mechanism as a whole.
        Mechanism = "mechanism", "整个机制", "the mechanism";
        Member = "member", "各成员单位", "each member";
    }
}

words! {
    /// What kind of happening carries out a system.
    pub enum Carrier {
        Meeting = "meeting", "会议", "meeting";
        Enforcement = "enforcement", "联合执法", "joint enforcement";
        Notice = "notice", "通报", "notice";
        Plan = "plan", "计划", "plan";
    }
}

impl Carrier {
    /// The kind of record that it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Meeting => Kind::Meeting,
            Self::Enforcement => Kind::Enforcement,
            Self::Notice => Kind::Notice,
            Self::Plan => Kind::Plan,
        }
    }

    /// Whether units carry it out together, whoever files it: notices and plans are of one unit each.
    #[must_use]
    pub const fn is_common(self) -> bool {
        matches!(self, Self::Meeting | Self::Enforcement)
    }
}

record! {
    /// One of the systems of an edition.
    pub struct System {
        id: SystemId = "代号", "id";
        name: Line = "名称", "name";
        name_en: Line = "英文名称", "name in English";
        /// The chapter that sets it up.
        clause: ClauseKey = "条款", "clause";
        /// What kind of happening carries it out.
        record: Carrier = "载体", "carried out by";
        /// The units that belong to it, in the order in which the regulation names them.
        members: Vec<UnitId> = "成员单位", "members";
        /// How often at least, in each period.
        at_least: u32 = "最少次数", "at least";
        every: Every = "周期", "every";
        /// Whom that is asked of.
        by: CountedBy = "计算口径", "counted by";
        lead: Option<UnitId> = "牵头单位", "lead";
        /// The unit whose leader presides.
        chair: Option<UnitId> = "主持单位", "chair";
        /// The post of that leader: the one in charge where nothing is said, for whom the main leader may stand.
        chair_post: Option<Post> = "主持人职务", "post of the chair";
    }
}

words! {
    /// Which hazards a text has departments see to (督促整改、复查); to do the same for others is advice.
    pub enum BindingHazards {
        /// 三（五）: 对发现的重大安全隐患. So it is where a text says nothing.
        MajorOfEnforcement = "major-of-enforcement", "联合执法发现的重大隐患", "major hazards found by joint enforcement";
        OfEnforcement = "of-enforcement", "联合执法发现的隐患", "hazards found by joint enforcement";
        Major = "major", "重大隐患", "major hazards";
        All = "all", "全部隐患", "all hazards";
    }
}

impl BindingHazards {
    /// Whether a hazard is among them.
    #[must_use]
    pub const fn include(self, is_of_enforcement: bool, is_major: bool) -> bool {
        match self {
            Self::MajorOfEnforcement => is_of_enforcement && is_major,
            Self::OfEnforcement => is_of_enforcement,
            Self::Major => is_major,
            Self::All => true,
        }
    }
}

record! {
    /// The regulation as it stands from a day on.
    pub struct Edition {
        from: Day = "施行日期", "from", near;
        /// The paper that issued it.
        paper: Line = "印发文件", "issued by";
        /// The clause whose items are the contents of a notice.
        clauses_contents: Option<ClauseKey> = "通报内容条款", "clause of contents";
        /// The clause whose items are the tasks of a meeting.
        clauses_tasks: Option<ClauseKey> = "会议任务条款", "clause of tasks";
        /// The contents that must state measures and suggestions.
        hazard_contents: Vec<u8> = "须说明措施和建议的内容", "contents about hazards";
        /// Which hazards departments must see to: major ones that joint enforcement found where nothing is said.
        binding_hazards: Option<BindingHazards> = "须督促整改、复查的隐患", "hazards that bind";
        /// The contents that share a plan.
        plan_contents: Vec<u8> = "计划安排类内容", "contents about plans";
        system: Vec<System> = "制度", "system";
    }
}

record! {
    /// The mechanism itself.
    pub struct MechanismFile {
        /// The version of the register's format; this program writes 1.
        format: u32 = "格式版本", "format";
        /// What the mechanism is called.
        title: Line = "名称", "title";
        /// The division code (GB/T 2260) of the district.
        region: Line = "行政区划代码", "division code";
        /// The district's offset from UTC, such as +08:00.
        time_zone: TimeZone = "时区", "time zone";
        /// The full name of the body that issued it.
        issuer: Line = "印发机关", "issuer";
        /// The unit that is the office.
        office: UnitId = "办公室", "office";
        /// What papers call whatever is watched over, where it is no mine.
        object: Option<Line> = "监管对象", "what is watched over";
        /// By which rules a signed history is judged; the first, where nothing is said.
        trust: Option<u32> = "信任级别", "level of trust";
        /// The name that commits say for which they are: from the second level on.
        register: Option<RegisterName> = "台账标识", "name of the register";
        edition: Vec<Edition> = "版本", "edition";
    }
}

/// An offset from UTC, written +08:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeZone {
    offset: chrono::FixedOffset,
}

impl TimeZone {
    /// As chrono has it.
    #[must_use]
    pub fn offset(self) -> chrono::FixedOffset {
        self.offset
    }
}

impl std::fmt::Display for TimeZone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.offset.fmt(f)
    }
}

impl std::str::FromStr for TimeZone {
    type Err = crate::text::Text;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let parsed = || {
            let (sign, rest) = match given.strip_prefix('+') {
                Some(rest) => (1, rest),
                None => (-1, given.strip_prefix('-')?),
            };
            let (hours, minutes) = rest.split_once(':')?;
            let two_digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
            // Before any arithmetic: a number of more digits could overflow it.
            if !two_digits(hours) || !two_digits(minutes) {
                return None;
            }
            let (h, m): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
            let offset = chrono::FixedOffset::east_opt(sign * (h * 60 + m) * 60)?;
            (h <= 14 && m < 60).then_some(Self { offset })
        };
        parsed().ok_or_else(|| crate::text::Text::fixed("时区应如 +08:00", "a time zone is such as +08:00"))
    }
}

crate::model::value::scalar!(TimeZone, crate::model::field::Shape::Pattern(crate::model::Pattern::Zone), |zone| {
    crate::model::Leaf::Zone(*zone)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_zones_are_offsets_of_two_digits_each() {
        for zone in ["+08:00", "-09:30", "+14:00", "+00:00"] {
            assert_eq!(zone.parse::<TimeZone>().map(|zone| zone.to_string()), Ok(zone.to_owned()));
        }
        for bad in ["08:00", "+8:00", "+15:00", "+08:60", "-4:+42400242", "+99999999:00", "+0８:00", ""] {
            assert!(bad.parse::<TimeZone>().is_err(), "{bad}");
        }
    }
}
