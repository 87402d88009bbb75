//! What is filed as finished, and of which its own text says that it goes on (尚在调查), will be done (预计12月完成), or that whoever was told to do it
//! does not (企业拒不执行).

use super::acts::is_put_away;
use super::in_part::done_in_part;
use super::listed;
use super::not_done::denies;
use super::partly::keeps_part;
use super::said_clause::{NotDone, SaidClause};
use super::said_text::SaidText;

/// Whether a text says that something is not finished: that it was not done, goes on, is to come, or was ordered and is refused. What was done
/// about it afterwards stands (“企业拒不执行，已强制封存”), and so does what had been sealed, whatever else goes on.
pub(in crate::model) fn is_unfinished(text: &SaidText<'_>) -> bool {
    if denies(text) || keeps_part(text) || done_in_part(text) {
        return true;
    }
    let signs = text.signs();
    if !signs.may_deny() && !signs.may_go_on() {
        return false;
    }
    let clauses = text.said();
    let ends = |said: &SaidClause, words: &'static str| {
        !is_open(said) && !is_to_come(&said.clause) && listed(words).any(|end| said.clause.contains(end))
    };
    // What is to come after the thing was done puts nothing off (“已整改，将继续巡查”).
    if clauses.iter().any(|said| is_to_come(&said.clause)) && !clauses.iter().any(|said| ends(said, "已 完成 完毕")) {
        return true;
    }
    let Some(last) = clauses.iter().rposition(is_open) else { return false };
    let is_kept = clauses.iter().any(|said| said.done().next().is_some());
    let of_keeping = matches!(clauses[last].not_done, Some(NotDone::Denied(act) | NotDone::Meant(act)) if is_put_away(act))
        || is_rest_left(&clauses[last].clause);
    let is_dealt_with =
        clauses[last + 1..].iter().any(|said| ends(said, "已 完成 完毕 责令 下达 移送 立案") || said.done().next().is_some());
    !is_dealt_with && (!is_kept || of_keeping)
}

/// Whether a clause says that something is not finished, of whomever.
pub(super) fn is_open(said: &SaidClause) -> bool {
    const NOT_SO: &str = "尚未 还未 仍未 至今未 迄今未 一直未 还没 仍没 未能 没能 拒不 拒绝";
    const PUT_OFF: &str = "暂缓 暂不 缓办 拟办 待办 缓议 待议";
    const LACKS: &str = "逾期未改 未见整改 整改不到位 未整改到位 未落实到位 尚无结果 尚无结论 尚无定论 尚无进展 滞后于 难以完成";
    let clause = &said.clause;
    let has = |words: &'static str| listed(words).any(|word| clause.contains(word));
    let in_words = match said.not_done {
        Some(NotDone::Denied(_)) => has(NOT_SO),
        Some(NotDone::Meant(_)) => has(PUT_OFF),
        None => false,
    };
    let in_course = listed("在办 正在办 还在办").any(|course| clause.ends_with(course));
    in_words || in_course || is_rest_left(clause) || has(LACKS) || goes_on(clause) || is_refused(clause)
}

/// Whether a clause says of what remains that it is left for later: “封存了部分，其余待处理”.
fn is_rest_left(clause: &str) -> bool {
    listed("其余待 其余尚待 剩余待 剩余尚待 余下待").any(|rest| clause.contains(rest))
        || listed("待印发 待签发 待发文 待报批 待审批 待审定 待盖章 待会签").any(|paper| clause == paper)
}

/// Whether a clause says that it will be done: by some day, in the next year, when there is money.
pub(super) fn is_to_come(clause: &str) -> bool {
    const WILL: &str = "预计 力争 争取 将尽快 将督促 将组织 将继续 将进一步 将及时 下一步 后续将 近期将 近期整改 拟于 拟在 推迟 延后 搁置 延期办理 \
        暂停办理 排入 列入计划 列入明年 列入下 待资金 尚待 有待";
    let is_planned = ["计划", "拟"].into_iter().any(|meant| {
        clause.find(meant).is_some_and(|at| {
            let (before, rest) = (&clause[..at], &clause[at + meant.len()..]);
            let is_noun =
                before.contains('按') || listed("依 据 年度 工作 整改 检查 执法 模 虚 草").any(|of| before.ends_with(of));
            !is_noun && listed("前完成 月完成 底完成 日完成 周完成 前办结 底前").any(|end| rest.contains(end))
        })
    });
    (is_planned || listed(WILL).any(|will| clause.contains(will))) && !clause.contains('已')
}

/// Whether whoever was told to do something does not.
pub(super) fn is_refused(clause: &str) -> bool {
    const REFUSED: &str = "拒不执行 拒不整改 拒不配合 拒不停产 拒不落实 拒不履行 拒绝执行 拒绝配合 拒绝整改 拒绝封存 拒绝停产 拒绝签收 抗拒 不予配合 不配合 \
        置之不理 无视指令 不执行 不落实 不整改 不接收 不承办 不属于我 不属我 非我局职责 refused refuses";
    let is_said = |no: &str| {
        clause.match_indices(no).any(|(at, _)| {
            let (before, behind) = (&clause[..at], &clause[at + no.len()..]);
            !behind.starts_with('的') && !listed("如 若 对 凡 未 无 没有 不存在").any(|other| before.ends_with(other))
        })
    };
    listed(REFUSED).any(is_said) || (clause.ends_with("拒绝") && !clause.contains('不'))
}

/// Whether a clause says that it goes on: “尚在调查”, “正在核实”, “整改推进中”.
pub(super) fn goes_on(clause: &str) -> bool {
    const WORK: &str = "调查 核查 核实 研究 协调 商议 协商 审批 报批 办理 处理 处置 制定 编制 起草 筹备 推进 整改 治理 落实 完善 招标 走流程 走程序";
    const COURSE: &str = "调查中 核查中 核实中 研究中 协调中 办理中 处理中 处置中 整改中 推进中 进行中 落实中 制定中 审批中";
    let is_still = ["尚在", "仍在", "还在", "正在", "尚处", "仍处"].into_iter().any(|still| {
        clause.find(still).is_some_and(|at| {
            let rest = &clause[at + still.len()..];
            // A mine that still stands still does what it is to do.
            let is_stopped = listed("停产 停工 停业 停止 封存").any(|stop| rest.contains(stop));
            listed(WORK).any(|act| rest.contains(act)) && !is_stopped && !rest.contains('已')
        })
    });
    let in_course = listed(COURSE).any(|course| clause.ends_with(course)) && !clause.contains('已');
    is_still || in_course || listed("stillunder underinvestigation inprogress ongoing").any(|course| clause.contains(course))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_or_is_refused_is_not_finished() {
        for words in "尚在调查|已受理，尚在调查|正在核实|整改推进中|已责令企业封存，企业拒不执行|已责令整改，企业拒绝配合|当面督促，企业称资金未到位，尚未整改|\
            尚未制定|已安排，仍在整改|已下达整改指令，企业置之不理|已督促，尚未落实|已部署，暂缓办理|It is still under investigation.|已转办，正在办理|\
            已责令封存，对方不配合|该问题不属于我局职责，不接收|在办|尚无结果|拟下月完成|预计12月完成|计划年底前完成|力争年底完成|下一步将整改|完成80%|\
            部分完成|封存了部分，其余待处理|已封存雷管，其余待处理|已起草，待印发|设施滞后于主体工程|搁置|列入明年计划|逾期未改|整改不到位|待资金到位后实施|没办完"
            .split('|')
        {
            assert!(is_unfinished(&SaidText::of(words)), "{words}");
        }
        for words in "已完成|企业拒不执行，已强制封存|企业未整改，已责令停产|已封存，企业尚未整改|已全部封存，其他事项尚在调查|已整改到位|仍在停产整改|\
            检查全部完成，排水沟未整改1项已移交|企业拒不整改，已立案查处|施工过程中的隐患已消除|对拒不执行的企业已依法处罚|企业逾期未改，已立案处罚|\
            不属于我局职责，已移送自然资源部门|复查合格，现场仍在施工|已停产，拟于近日复查|整改中发现的问题已处理|Done.|已整改，将继续加强巡查|\
            预计整改5项，实际整改5项，全部完成|按整改计划完成|已完成100%|已督促企业整改到位|流程已拟定。|已检查2座。|已整改，部分资料后补|\
            已完成。此前未完成系因回执样式缺失。|设施曾滞后于主体工程，已补建|已起草并印发，其余已归档"
            .split('|')
        {
            assert!(!is_unfinished(&SaidText::of(words)), "{words}");
        }
    }
}
