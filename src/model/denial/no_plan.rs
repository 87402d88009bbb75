//! What is filed as a plan, and says that there is none (本年度未制定计划, 计划正在编制), or that it is only a draft (征求意见稿).

use super::{clauses, listed};
use crate::model::nothing::is_made_of;

/// Whether a text or title says of a plan that none was made, or not yet. What it says of the plans of others (“企业未制定治理计划的”) is a matter of
/// the plan.
pub(in crate::model) fn has_no_plan(words: &str) -> bool {
    const NO: &str = "未 没 无 不 正在 仍在 尚在 待 拟";
    const MADE: &str = "已制定 已制订 已编制 已印发 已下达 已出台";
    const OF_IT: &str = "本 今年 今 该 此 我 局 单位 年度 年 月 日 目前 截至 暂 尚未 尚 还 仍 未能 未 没有 没 无 不 正在 待 拟 能 予 单独 另行 \
        制定 制订 编制 起草 拟定 出台 印发 下达 形成 完成 计划 年度计划 监督检查 监督 检查 执法 安全生产 非煤矿山 矿山 工作 专项 \
        因故 因 关于 的 说明 情况 在 中 0 1 2 3 4 5 6 7 8 9";
    const MAKES: &str = "计划 制定 制订 编制 起草 出台";
    let is_of_plan = |words: &str| listed(MAKES).any(|makes| words.contains(makes));
    let says_none = |clause: &String| {
        is_of_plan(clause) && !clause.ends_with('的') && listed(NO).any(|no| clause.contains(no)) && is_made_of(clause, &[OF_IT])
    };
    is_of_plan(words) && clauses(words).iter().any(says_none) && !listed(MADE).any(|made| words.contains(made))
}

/// Whether a title says that what bears it is a draft.
pub(in crate::model) fn is_draft(title: &str) -> bool {
    listed("征求意见稿 送审稿 讨论稿 草案 初稿").any(|draft| title.contains(draft))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_none() {
        for words in "本年度未制定计划。|年度计划正在编制。|暂无计划|本年度不制定计划。|未制定计划，按上级安排检查。|关于未制定2025年度计划的说明|2025年度监督检查计划（未制定）"
            .split('|')
        {
            assert!(has_no_plan(words), "{words}");
        }
        for words in
            "2025年度非煤矿山安全生产监督检查计划（虚构）|企业未制定治理计划的，责令限期整改。|未列入计划的矿山不重复检查|\
            此前未制定计划，现已制定并印发|全年检查不少于2次，未整改的隐患每月复查|对应急预案，未制定的，责令限期制定"
                .split('|')
        {
            assert!(!has_no_plan(words), "{words}");
        }
        assert!(is_draft("2025年度监督检查计划（征求意见稿）") && !is_draft("2025年度监督检查计划"));
    }
}
