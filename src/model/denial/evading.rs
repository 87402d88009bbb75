//! An answer that gives none: 不予答复, 尚在研究.

use super::listed;
use super::said_clause::{NotDone, SaidClause};
use super::said_text::SaidText;
use super::unfinished::goes_on;

/// Whether an answer gives none: it says that there is none (不予答复), or all of it puts it off (“来文收悉，尚在研究”). To refuse to take something
/// up, with its reason or without, is an answer; so is what to do until another comes.
pub(in crate::model) fn evades(text: &SaidText<'_>) -> bool {
    const ANSWERS: &str = "答复 回复 回应 作答";
    const FILLERS: &str = "虚构 收悉 收到 知悉 已阅 感谢 请耐心 请等候 请知悉 特此 现将 如下 高度重视 经研究";
    if !text.signs().may_evade() {
        return false;
    }
    let clauses = text.clauses().iter().filter(|clause| !clause.is_empty()).cloned();
    let clauses: Vec<SaidClause> = clauses.map(SaidClause::of).collect();
    let has = |said: &SaidClause, words: &'static str| listed(words).any(|word| said.clause.contains(word));
    let gives_none = |said: &SaidClause| {
        let denied = match said.not_done {
            Some(NotDone::Denied(act) | NotDone::Meant(act)) => listed(ANSWERS).any(|answer| answer == act),
            None => has(said, "不答复 不便答复 不便回复 无可奉告"),
        };
        denied && !has(said, "部分 其余 涉密 个人信息")
    };
    if let Some(none) = clauses.iter().rposition(gives_none) {
        return !clauses[none + 1..].iter().any(|said| has(said, "答复如下 答复为 已答复 现答复"));
    }
    let puts_off = |said: &SaidClause| {
        let is_later = has(said, "容后 稍后 请等待 进一步研究 部门研究 尚无");
        (said.not_done.is_some() || is_later || goes_on(&said.clause)) && !said.clause.contains("不予")
    };
    clauses.iter().any(puts_off) && clauses.iter().all(|said| puts_off(said) || has(said, FILLERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_gives_none() {
        for words in "不予答复|暂不答复|无法答复|另行答复|待研究后答复|尚未研究|尚在调查|来文收悉，正在研究|尚未制定|收悉，拟于下周回复。|It is still under investigation.|\
            不予答复，请知悉|不便答复|容后答复|稍后回复|已转相关部门研究|尚无定论|需进一步研究|不答复|无可奉告"
            .split('|')
        {
            assert!(evades(&SaidText::of(words)), "{words}");
        }
        for words in "同意|按原方案办理|该事项尚未列入计划，请按原方案办理|不予受理，请向自然资源部门反映|不予采纳|无意见|请由公安部门牵头|\
            涉密部分不予答复，其余答复如下：按规定办理|已研究，由应急部门牵头，方案尚未制定|暂不具备条件，待整改后验收|经研究，按现行办法执行|\
            送达登记在通报的送达一栏，回执样式随下次通报印发。|暂不调整，维持现行做法|尚未开通系统，先用纸质回执"
            .split('|')
        {
            assert!(!evades(&SaidText::of(words)), "{words}");
        }
    }
}
