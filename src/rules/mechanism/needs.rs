//! What a rule reads of a mechanism besides the obligation that names it: what somebody who writes another mechanism has to say there.

use super::rule_misplaced::looks_at;
use crate::rules::Rule;
use crate::text::Text;
use crate::tr;

/// What is written where, and the rules that read it.
static NEEDS: &[(Text, &[&str])] = &[
    (
        Text::fixed("制度的成员单位（edition.system 的 members）", "members of the system (members in edition.system)"),
        &[
            "outsider-counted-present",
            "member-attendance-missing",
            "agenda-material-missing",
            "enforcement-member-outside",
            "enforcement-not-joint",
            "order-issuer-not-competent",
        ],
    ),
    (
        Text::fixed(
            "制度的最少次数、周期和计算口径（at_least、every、by）",
            "how often, in which period and of whom (at_least, every, by)",
        ),
        &["minimum-unmet"],
    ),
    (
        Text::fixed("制度的牵头单位（lead）", "who leads the system (lead)"),
        &["meeting-convened-by-other", "enforcement-led-by-other"],
    ),
    (
        Text::fixed("制度的主持单位和主持人职务（chair、chair_post）", "who presides, and in which post (chair, chair_post)"),
        &["meeting-chaired-by-other"],
    ),
    (
        Text::fixed("通报内容条款（edition 的 clauses_contents）", "the clause of contents (clauses_contents in edition)"),
        &["content-unknown"],
    ),
    (
        Text::fixed("会议任务条款（edition 的 clauses_tasks）", "the clause of tasks (clauses_tasks in edition)"),
        &["agenda-task-missing"],
    ),
    (
        Text::fixed(
            "须说明措施和建议的通报内容（edition 的 hazard_contents）",
            "the contents about hazards (hazard_contents in edition)",
        ),
        &["measures-missing", "suggestions-missing"],
    ),
    (
        Text::fixed("计划安排类通报内容（edition 的 plan_contents）", "the contents about plans (plan_contents in edition)"),
        &["plan-not-shared"],
    ),
    (
        Text::fixed(
            "须督促整改、复查的隐患（edition 的 binding_hazards）；不写即联合执法发现的重大隐患",
            "the hazards that bind (binding_hazards in edition); left out, major ones found by joint enforcement",
        ),
        &[
            "problem-unassigned",
            "problem-not-taken-over",
            "rectification-missing",
            "rectification-overdue",
            "reinspection-missing",
            "failed-reinspection-without-term",
            "hazard-not-closed",
        ],
    ),
    (
        Text::fixed("义务的责任主体（who）写明一个单位", "an obligation whose who names one unit"),
        &[
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
    ),
    (
        Text::fixed("义务的责任主体（who）：单位、members 或 office", "an obligation whose who is a unit, members or office"),
        &["plan-missing"],
    ),
    (
        Text::fixed(
            "条款有每年期限的，义务写 due_yearly",
            "due_yearly in the obligation, where the clause names a day of every year",
        ),
        &["plan-missing"],
    ),
    (
        Text::fixed("条款写有日期的，义务写 due", "due in the obligation, where the clause names a day"),
        &["liaison-first-report-late"],
    ),
    (
        Text::fixed(
            "涉及单位建议（settings.toml 的 concern），没有也可",
            "whose duties a fact touches (concern in settings.toml), optional",
        ),
        &["concerned-unit-not-told"],
    ),
];

/// What that is for a rule, one thing a text; none where the obligation that names it is all.
#[must_use]
pub fn needs(rule: &Rule) -> Vec<Text> {
    let carrier = looks_at(rule).map(|carrier| {
        let word = carrier.word();
        let (zh, en, id) = (word.zh, word.en, word.id);
        tr!("以{zh}实施的制度（record = \"{id}\"）"; "a system carried out by a {en} (record = \"{id}\")")
    });
    let named = NEEDS.iter().filter(|(_, rules)| rules.contains(&rule.name)).map(|(need, _)| need.clone());
    carrier.into_iter().chain(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_needed_is_needed_by_a_rule() {
        let known: Vec<&str> = crate::rules::all().map(|rule| rule.name).collect();
        for name in NEEDS.iter().flat_map(|(_, rules)| *rules) {
            assert!(known.contains(name), "{name}");
        }
    }
}
