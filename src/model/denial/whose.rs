//! Of whom a clause speaks. What an enterprise, another body or another matter leaves undone takes nothing from what was the writer's own to do, once
//! that was done: 已印发通知；企业尚未报送台账.

use super::in_part::is_part_done;
use super::listed;
use super::nothing_done::{calls_task_off, is_undone};
use super::said_clause::SaidClause;
use super::said_text::SaidText;
use super::tally::tallies;
use super::unfinished::{is_open, is_to_come, is_unfinished};

/// Who else has something to do, as a clause begins with them.
const OTHERS: &str = "企业 矿山 矿方 矿主 该矿 业主 石场 公司 镇政府 镇街 街道 村委 对方 施工方 承包 上级 区政府 市政府 市局 省厅 中介 \
    评价机构 检测机构 有关单位 相关单位 其他单位 其它单位 有关部门 相关部门 其他部门 其它部门";

/// What only departments do, whatever stands before: “企业尚未复查” is one that nobody looked at again.
const OF_DEPARTMENTS: &str =
    "检查 复查 核查 核实 验收 督促 催办 督办 印发 下发 下达 送达 执法 巡查 办结 立案 约谈 调查 通报 处罚 审核 审批 汇总";

/// What leads a sentence on.
const LEADS_ON: [&str; 8] = ["但是", "但", "不过", "然而", "惟", "目前", "现", "而"];

/// Whether a clause speaks of what another has to do or did: who that is stands before what is said of them.
fn is_anothers(clause: &str) -> bool {
    // To tell, ask or look at somebody is the writer's own act.
    const DOES_TO: &str = "向 对 给 与 将 把 就 为 督促 责令 要求 通知 告知 约谈 帮助 指导 协助 监督 检查 提醒 敦促 催促";
    const OWN: &str = "我 本局 本单位 本分局 本办 本大队 执法组 检查组 工作组 执法人员";
    let clause = without_lead(clause);
    let head = head_of(clause);
    let names_other = |other: &str| {
        clause.match_indices(other).any(|(at, _)| {
            let by_them = clause[..at].ends_with('由');
            by_them || at < head.len() && !listed(DOES_TO).any(|does| clause[..at].ends_with(does))
        })
    };
    let is_own = listed(OWN).any(|own| head.contains(own))
        || listed(OF_DEPARTMENTS).any(|act| clause[head.len()..].contains(act))
        // “其他矿山尚未检查” are the rest of what was asked.
        || is_rest(clause)
        || clause.starts_with('除');
    is_other_matter(clause) || !is_own && listed(OTHERS).any(names_other)
}

/// Whether a clause speaks of another matter (“另一项”, “其他事项”), and not of others of the same (“另一座尚未检查”).
fn is_other_matter(clause: &str) -> bool {
    let head = head_of(clause);
    let is_same = tallies(head).iter().any(|one| one.unit != '项')
        || listed("部分 多处 几处 数处 多座 几座 多家 几家 一半").any(|rest| head.contains(rest));
    let is_named = listed("其他 其它 别的").any(|other| clause.starts_with(other))
        && listed("项 任务 工作 问题 事 案").any(|matter| head.contains(matter));
    !is_same && !is_rest(clause) && (is_named || clause.starts_with('另'))
}

/// Whether a clause speaks of the rest of what was asked.
fn is_rest(clause: &str) -> bool {
    listed("其他矿 其它矿 其余 剩余 余下 另外矿").any(|rest| clause.starts_with(rest))
}

/// What stands before that which a clause says of something.
fn head_of(clause: &str) -> &str {
    let says = listed("尚 未 没 仍 还 正在 拒 不 无 暂 待 拟 将 完成 已 置之").filter_map(|word| clause.find(word));
    &clause[..says.min().unwrap_or(clause.len())]
}

fn without_lead(clause: &str) -> &str {
    LEADS_ON.into_iter().find_map(|lead| clause.strip_prefix(lead)).unwrap_or(clause)
}

/// Whether a clause says that the writer's own part was done, and more than that somebody was told to do theirs.
fn is_own_done(said: &SaidClause) -> bool {
    const URGES: &str = "督促 催办 催促 责令 要求 安排 部署 转办 转交 受理 约谈 告知 提醒 敦促 下达 交办 责成 启动 研究 联系 协调 \
        收到 收悉 知悉 到场 现场 通知企业 通知矿 通知该 制止 劝 报送情况";
    let clause = said.clause.as_str();
    let has = |words: &'static str| listed(words).any(|word| clause.contains(word));
    let is_whole = has("已完成 已印发 已下发 已办结 已报送");
    let only_tells = clause.ends_with("已通知");
    said.not_done.is_none()
        && !is_open(said)
        && !is_to_come(clause)
        && !is_part_done(clause)
        && !is_anothers(clause)
        && !is_rest(clause)
        && has("已 完成 完毕 办结 到位")
        && (is_whole || !only_tells && !has(URGES))
}

/// Whether a text says of what its writer had to do that it was not done, not yet, or not whole.
pub(in crate::model) fn leaves_undone(text: &SaidText<'_>) -> bool {
    let signs = text.signs();
    let may = signs.may_deny()
        || signs.may_go_on()
        || signs.may_be_in_part()
        || signs.may_speak_of_keeping()
        || signs.may_undo()
        || signs.may_be_undone();
    may && (stays_open(text)
        || is_called_off(text)
        || is_unfinished(text) && without_others(text).is_none_or(|own| is_unfinished(&SaidText::of(&own))))
}

/// Whether a text says that the task itself was called off, and not that it was done all the same.
fn is_called_off(text: &SaidText<'_>) -> bool {
    let clauses = text.clauses();
    clauses.iter().any(|clause| calls_task_off(clause))
        && !clauses.iter().any(|clause| clause.contains("完成") || clause.contains("办结"))
}

/// Whether a clause says of one thing that it is not done yet, and those behind it only of another that it was: “西山尚未检查，大山已检查”; or of the
/// writer that it did not: “企业已报送，我局未汇总”.
fn stays_open(text: &SaidText<'_>) -> bool {
    const NOT_YET: &str = "尚未 还未 仍未 还没 至今未";
    const ALL: &str = "全 均 都 也 亦 现 目前 当 后 月 日 次 经 同 我 本 一并";
    let clauses = text.said();
    let is_done = |said: &SaidClause| said.clause.contains('已') && said.not_done.is_none();
    clauses.iter().enumerate().any(|(at, said)| {
        let clause = without_lead(&said.clause);
        let own = listed("我局 我分局 我队 我办 本局 本单位 本分局 我单位").find_map(|own| clause.strip_prefix(own));
        if own.is_some_and(is_undone) {
            return !clauses[at + 1..].iter().any(|later| is_done(later) && !is_anothers(&later.clause));
        }
        let subject = listed(NOT_YET).filter_map(|no| clause.split_once(no)).map(|(before, _)| before).next().unwrap_or_default();
        let is_thing =
            |head: &str| 2 <= head.chars().count() && !listed(ALL).chain(["时", "前", "原"]).any(|word| head.contains(word));
        let mut later = clauses[at + 1..].iter().filter(|later| is_done(later)).peekable();
        let of_another = |later: &SaidClause| {
            let head = later.clause.split('已').next().unwrap_or_default();
            is_thing(head) && !head.contains(subject) && !is_anothers(&later.clause)
        };
        is_thing(subject) && !is_anothers(clause) && later.peek().is_some() && later.all(of_another)
    })
}

/// A text without what it tells of others, where it says that its own part was done; none where it does not. Where that is counted (“已完成1项”), another item is one
/// of the same.
fn without_others(text: &SaidText<'_>) -> Option<String> {
    let clauses = text.said();
    let own: Vec<&SaidClause> = clauses.iter().filter(|said| is_own_done(said)).collect();
    if own.is_empty() {
        return None;
    }
    let is_counted =
        own.iter().any(|said| said.clause.contains('项') && !said.clause.contains("本项") && !said.clause.contains("该项"));
    // Who inspected has found what others are to put right.
    let has_inspected = own.iter().any(|said| listed("检查 巡查 排查 督查 执法 核查").any(|act| said.clause.contains(act)));
    let of_found =
        |clause: &str| has_inspected && listed("问题 隐患 整改").any(|found| clause.contains(found)) && !clause.contains("检查");
    let (mut kept, mut is_others, mut of_before) = (Vec::new(), false, "");
    for said in clauses {
        let clause = without_lead(&said.clause);
        let is_other = is_anothers(clause) && !(is_counted && clause.starts_with('另')) || of_found(clause);
        // “企业称资金未到位，尚未整改” goes on with the same.
        let by_them = of_before.contains('由') || is_other_matter(of_before);
        let goes_on = is_others
            && is_open(said)
            && (by_them || !listed(OF_DEPARTMENTS).any(|act| clause.contains(act)))
            && !clause.contains(['我', '本']);
        is_others = is_other || goes_on;
        of_before = clause;
        if !is_others {
            kept.push(said.clause.as_str());
        }
    }
    Some(kept.join("，"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_leave_undone_is_beside_what_was_done() {
        for words in "该事项已终止|本项任务已中止|已检查2座，西山尚未检查|我局尚未完成，企业已完成|企业已完成，我局尚未完成|企业已整改，尚未复查|3座矿山尚未检查|已检查2座，另一座尚未检查|已完成1项，另一项尚未完成|\
            已督促，企业拒不整改|已下达整改指令，企业置之不理|已责令整改，企业拒绝配合|当面督促，企业称资金未到位，尚未整改|其他矿山尚未检查，大山已完成|已通知企业，企业尚未报送|\
            已安排，企业仍在整改|企业已报送，我局未汇总|5家企业已报送3家|任务取消|任务已取消|该任务取消|任务被取消|任务取消，已报区安委办|经批准，该任务取消|任务作废|该项工作不再开展|\
            西山尚未检查，大山已检查|我局未印发，企业已知悉"
            .split('|')
        {
            assert!(leaves_undone(&SaidText::of(words)), "{words}");
        }
        for words in "检查3座矿山，发现问题5项，已整改2项|检查已完成，发现问题5项，已整改2项，其余3项限期整改|已印发通知；企业尚未报送台账，已催办|本单位任务已完成，另一项由企业整改，尚未完成|\
            已印发通知，部分企业尚未报送台账|通知已印发，但企业尚未报送|本项已完成，其他事项尚在调查|我局已完成检查，企业整改完成80%|检查已完成，隐患由企业整改，正在推进|\
            已完成本单位任务，镇政府尚未反馈|已报送，上级尚未批复|已完成。另：台账系统升级尚未完成|矿方尚未整改，我局已完成检查|已完成，企业未报送材料|已完成检查，企业称资金未到位，尚未整改|\
            检查完成，2项未整改问题已移交|培训3次，覆盖2家企业，已完成|已印发通知，企业正在整改|已会同公安完成检查，另有1起举报由镇政府核查，尚未办结|对2家企业检查3次，已完成|已取消该矿许可|\
            许可已取消|会议已取消，改为书面征求意见，已完成|任务已完成，原计划取消|任务未取消，已完成|已完成，收费项目已取消|我局未收到异议，已印发|方案尚未制定时先行检查，现已完成|\
            西山尚未检查，9月2日已检查"
            .split('|')
        {
            assert!(!leaves_undone(&SaidText::of(words)), "{words}");
        }
    }
}
