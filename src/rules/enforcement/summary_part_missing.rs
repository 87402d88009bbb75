//! 三（六）: 认真总结执法成效、发现的主要问题，分析原因、提出要求.

use super::stage::{answering_for_team, date_by_end, ended, summary_received};
use crate::model::{Enforcement, Filed, Prose, Summary};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E10",
    name: "summary-part-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("联合执法总结内容不全", "a summary without one of its parts"),
    fires: Text::fixed(
        "联合执法已结束、办公室已收到总结，而执法成效、主要问题、原因分析、工作要求中有空着的；查出问题而只写“无”的，视同空着。尚未报送的总结不判。",
        "An enforcement has ended, the office has received its summary, and effects, problems, causes or requirements are blank; where the team found problems, \"none\" leaves its part blank. A summary that was not handed in yet is not judged.",
    ),
    proves: Some(Text::fixed(
        "总结的成效、问题、原因、要求四项齐全的联合执法。",
        "A joint enforcement whose summary has its four parts: results, problems, causes, demands.",
    )),
    remedy: Text::fixed(
        "请补写所缺部分（summary 的 effects、problems、causes、requirements）；没有问题的，写明未发现问题。",
        "Fill in what is missing (effects, problems, causes, requirements of summary); where there were no problems, say so.",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    date_by_end(record, context, out);
    let Some(summary) = &record.summary else { return };
    if ended(record, context.today).is_none() || summary_received(record, context.today).is_none() {
        return;
    }
    out.record_occasion();
    let blank = blank_parts(summary, !record.problem.is_empty());
    if !blank.is_empty() {
        let key = format!("summary.{}", blank[0].en());
        let parts = Text::join(&blank, "、", ", ");
        let (zh, en) = (parts.zh(), parts.en());
        out.report(key, tr!("总结未见以下内容：{zh}"; "the summary does not state: {en}")).by(answering_for_team(record));
    }
}

/// The parts that are blank. Where the team found something, that there is no problem, cause or requirement leaves its part blank as well.
fn blank_parts(summary: &Summary, found: bool) -> Vec<Text> {
    let is_blank = |part: &Option<Prose>| part.as_ref().is_none_or(|text| found && text.says_nothing());
    [
        (&summary.effects, Text::fixed("执法成效", "effects")),
        (&summary.problems, Text::fixed("主要问题", "problems")),
        (&summary.causes, Text::fixed("原因分析", "causes")),
        (&summary.requirements, Text::fixed("工作要求", "requirements")),
    ]
    .into_iter()
    .filter_map(|(part, name)| is_blank(part).then_some(name))
    .collect()
}
