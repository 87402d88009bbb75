//! What a rule reads of a mechanism besides the obligation that names it: what somebody who writes another mechanism has to say there.

use super::rule_misplaced::looks_at;
use crate::model::{Actor, Edition, Obligation, System};
use crate::rules::Rule;
use crate::text::Text;
use crate::tr;

/// What rules read of a mechanism.
pub(super) struct Need {
    /// What is written, and where.
    pub(super) words: Text,
    /// Whether it is said, where rules cannot judge without it.
    pub(super) said: NeedPlace,
    /// The rules that read it.
    pub(super) rules: &'static [&'static str],
}

/// Where something has to be said for a rule to judge, and whether it is.
#[derive(Clone, Copy)]
pub(super) enum NeedPlace {
    /// It may be left out.
    OrNot,
    /// In the system of the obligation.
    BySystem(fn(&System) -> bool),
    /// In the edition.
    ByEdition(fn(&Edition) -> bool),
    /// In the obligation.
    ByObligation(fn(&Obligation) -> bool),
}

pub(super) static NEEDS: &[Need] = &[
    Need {
        words: Text::fixed("制度的成员单位（edition.system 的 members）", "members of the system (members in edition.system)"),
        said: NeedPlace::OrNot,
        rules: &[
            "outsider-counted-present",
            "member-attendance-missing",
            "agenda-material-missing",
            "enforcement-member-outside",
            "enforcement-not-joint",
            "order-issuer-not-competent",
        ],
    },
    Need {
        words: Text::fixed(
            "制度的最少次数、周期和计算口径（at_least、every、by）",
            "how often, in which period and of whom (at_least, every, by)",
        ),
        said: NeedPlace::OrNot,
        rules: &["minimum-unmet"],
    },
    Need {
        words: Text::fixed("制度的牵头单位（lead）", "who leads the system (lead)"),
        said: NeedPlace::BySystem(|system| system.lead.is_some()),
        rules: &["meeting-convened-by-other", "enforcement-led-by-other"],
    },
    Need {
        words: Text::fixed(
            "制度的主持单位和主持人职务（chair、chair_post）",
            "who presides, and in which post (chair, chair_post)",
        ),
        said: NeedPlace::BySystem(|system| system.chair.is_some()),
        rules: &["meeting-chaired-by-other"],
    },
    Need {
        words: Text::fixed("通报内容条款（edition 的 clauses_contents）", "the clause of contents (clauses_contents in edition)"),
        said: NeedPlace::ByEdition(|edition| edition.clauses_contents.is_some()),
        rules: &["content-unknown"],
    },
    Need {
        words: Text::fixed("会议任务条款（edition 的 clauses_tasks）", "the clause of tasks (clauses_tasks in edition)"),
        said: NeedPlace::ByEdition(|edition| edition.clauses_tasks.is_some()),
        rules: &["agenda-task-missing"],
    },
    Need {
        words: Text::fixed(
            "须说明措施和建议的通报内容（edition 的 hazard_contents）",
            "the contents about hazards (hazard_contents in edition)",
        ),
        said: NeedPlace::OrNot,
        rules: &["measures-missing", "suggestions-missing"],
    },
    Need {
        words: Text::fixed(
            "计划安排类通报内容（edition 的 plan_contents）",
            "the contents about plans (plan_contents in edition)",
        ),
        said: NeedPlace::ByEdition(|edition| !edition.plan_contents.is_empty()),
        rules: &["plan-not-shared"],
    },
    Need {
        words: Text::fixed(
            "须督促整改、复查的隐患（edition 的 binding_hazards）；不写即联合执法发现的重大隐患",
            "the hazards that bind (binding_hazards in edition); left out, major ones found by joint enforcement",
        ),
        said: NeedPlace::OrNot,
        rules: &[
            "problem-unassigned",
            "problem-not-taken-over",
            "rectification-missing",
            "rectification-overdue",
            "reinspection-missing",
            "failed-reinspection-without-term",
            "hazard-not-closed",
        ],
    },
    Need {
        words: Text::fixed("义务的责任主体（who）写明一个单位", "an obligation whose who names one unit"),
        said: NeedPlace::ByObligation(|asked| matches!(asked.who, Actor::Unit(_))),
        rules: &[
            "explosives-not-sealed",
            "soil-and-water-not-done",
            "accident-not-investigated",
            "inquiry-without-participant",
            "rescue-without-participant",
            "explosives-without-participant",
            "safety-facilities-lacking",
            "environment-facilities-lacking",
            "soil-water-facilities-lacking",
            "explosives-despite-facilities",
            "licence-expired",
        ],
    },
    Need {
        words: Text::fixed(
            "义务的责任主体（who）：单位、members 或 office",
            "an obligation whose who is a unit, members or office",
        ),
        said: NeedPlace::ByObligation(|asked| matches!(asked.who, Actor::Unit(_) | Actor::Members | Actor::Office)),
        rules: &["plan-missing"],
    },
    Need {
        words: Text::fixed(
            "条款有每年期限的，义务写 due_yearly",
            "due_yearly in the obligation, where the clause names a day of every year",
        ),
        said: NeedPlace::OrNot,
        rules: &["plan-missing"],
    },
    Need {
        words: Text::fixed("条款写有日期的，义务写 due", "due in the obligation, where the clause names a day"),
        said: NeedPlace::OrNot,
        rules: &["liaison-first-report-late"],
    },
    Need {
        words: Text::fixed(
            "涉及单位建议（settings.toml 的 concern），没有也可",
            "whose duties a fact touches (concern in settings.toml), optional",
        ),
        said: NeedPlace::OrNot,
        rules: &["concerned-unit-not-told"],
    },
];

/// What that is for a rule, one thing a text; none where the obligation that names it is all.
#[must_use]
pub fn needs(rule: &Rule) -> Vec<Text> {
    let carrier = looks_at(rule).map(|carrier| {
        let word = carrier.word();
        let (zh, en, id) = (word.zh, word.en, word.id);
        tr!("以{zh}实施的制度（record = \"{id}\"）"; "a system carried out by a {en} (record = \"{id}\")")
    });
    let named = NEEDS.iter().filter(|need| need.rules.contains(&rule.name)).map(|need| need.words.clone());
    carrier.into_iter().chain(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_needed_is_needed_by_a_rule() {
        let known: Vec<&str> = crate::rules::all().map(|rule| rule.name).collect();
        for name in NEEDS.iter().flat_map(|need| need.rules) {
            assert!(known.contains(name), "{name}");
        }
    }
}
