//! What is filed as a plan, and says that there is none: 本年度未制定计划, 计划正在编制, 现征求意见.

use super::listed;
use super::nothing_done::nothing_done;
use super::said_text::SaidText;
use crate::model::nothing::is_made_of;

/// Whether the text of a plan says that none was made, or not yet, all of it that nothing was, or that others are only asked what they think of it.
pub(in crate::model) fn tells_no_plan(text: &SaidText<'_>) -> bool {
    has_no_plan(text) || nothing_done(text) && !plans_work(text) || asks_for_opinions(text)
}

/// Whether a text plans anything: “计划检查6次，待定2次” puts off no plan.
fn plans_work(text: &SaidText<'_>) -> bool {
    const WORK: &str = "检查 巡查 督查 抽查 执法 复查 监察 排查 整治";
    let plans = |clause: &String| {
        let of_paper = listed("制定 制订 编制 印发 起草 出台 下达").any(|makes| clause.contains(makes));
        let is_denied =
            clause.contains(['未', '没', '不', '暂', '缓']) || listed("取消 停止 中止").any(|off| clause.contains(off));
        listed(WORK).any(|work| clause.contains(work)) && !of_paper && !is_denied
    };
    text.clauses().iter().any(plans)
}

/// Whether a text asks others what they think of what it bears: “现征求意见，请于10日前反馈”.
fn asks_for_opinions(text: &SaidText<'_>) -> bool {
    const ASKED: &str = "已 经 后 前 充分 广泛 并 曾 期间 根据 按照";
    let asks = |clause: &String| {
        listed("征求 征集").any(|ask| {
            clause.find(ask).is_some_and(|at| {
                clause[at..].contains("意见")
                    && !listed(ASKED).any(|asked| clause[..at].contains(asked))
                    && !clause.contains('后')
            })
        })
    };
    text.signs().may_ask() && text.clauses().iter().any(asks)
}

/// Whether a text or title says of a plan that none was made, or not yet. What it says of the plans of others (“企业未制定治理计划的”) is a matter of
/// the plan.
pub(in crate::model) fn has_no_plan(text: &SaidText<'_>) -> bool {
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
    is_of_plan(text.words()) && text.clauses().iter().any(says_none) && !listed(MADE).any(|made| text.words().contains(made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_none() {
        for words in "本年度未制定计划。|年度计划正在编制。|暂无计划|本年度不制定计划。|未制定计划，按上级安排检查。|关于未制定2025年度计划的说明|2025年度监督检查计划（未制定）"
            .split('|')
        {
            assert!(has_no_plan(&SaidText::of(words)), "{words}");
        }
        for words in
            "2025年度非煤矿山安全生产监督检查计划（虚构）|企业未制定治理计划的，责令限期整改。|未列入计划的矿山不重复检查|\
            此前未制定计划，现已制定并印发|全年检查不少于2次，未整改的隐患每月复查|对应急预案，未制定的，责令限期制定"
                .split('|')
        {
            assert!(!has_no_plan(&SaidText::of(words)), "{words}");
        }
    }

    #[test]
    fn a_text_that_tells_of_no_plan() {
        for words in "未印发。|拟于下月印发|等待批复|尚未印发，等待批复|现就年度计划征求意见，请于1月10日前反馈|请各单位就本计划提出意见，征求意见期为10日|\
            监督检查暂缓开展|现向各单位征求对监督检查计划的意见"
            .split('|')
        {
            assert!(tells_no_plan(&SaidText::of(words)), "{words}");
        }
        for words in "计划检查6次，待定2次|计划对3座矿山各检查2次|拟于汛期前开展边坡专项检查|待定的2次检查另行通知，其余按月开展检查|计划开展检查，日期待定|\
            已征求意见，现予印发|经征求各单位意见，全年检查6次|广泛征求意见后形成，全年检查6次|其中2次检查日期待定|第四季度检查时间待定，检查不少于2次|\
            检查对象未定，全年检查不少于4次|计划全年执法检查12次"
            .split('|')
        {
            assert!(!tells_no_plan(&SaidText::of(words)), "{words}");
        }
    }
}
