//! Measures taken of which their own text says that they were not (尚未封存), are only meant (拟于近日封存) or are the contrary (继续供应).

use super::acts::is_put_away;
use super::on_spot::acts_on_spot;
use super::said_clause::{NotDone, SaidClause};
use super::said_text::SaidText;
use super::{listed, undoes};

/// Whether a text says of something that is to be done that it was not (尚未封存), or not yet (拟于近日封存). Where it says so of one thing
/// and of another that it was done, it does, unless either would do (已全部封存，未退库); what was found undone and has been done since it does
/// not (未封存的炸药已退库).
pub(in crate::model) fn denies(text: &SaidText<'_>) -> bool {
    if undoes(text) {
        return true;
    }
    if !text.signs().may_deny() {
        return false;
    }
    let clauses = text.said();
    // What was found lacking is described where something is ordered about it: “排水沟未设置，责令停止作业”.
    let orders = |said: &SaidClause| {
        let is_so = |order: &str| {
            said.clause.match_indices(order).any(|(at, _)| !listed("未 没 没有 拟 不").any(|no| said.clause[..at].ends_with(no)))
        };
        said.not_done.is_none() && listed("责令 下达 要求 督促 立即 限期 撤出").any(is_so)
    };
    let is_ordered = clauses.iter().any(orders);
    // “企业未撤人，执法组强制清场” was done by the team.
    let is_done = |said: &SaidClause| {
        said.not_done.is_none()
            && (listed("已 完成 督促 催办 约谈").any(|done| said.clause.contains(done)) || acts_on_spot(&said.clause))
    };
    let is_done = clauses.iter().any(is_done);
    let says_not_yet = |said: &SaidClause| listed(NOT_YET).any(|no| said.clause.contains(no));
    if is_ordered && clauses.iter().all(|said| !matches!(said.not_done, Some(NotDone::Denied(_))) || !says_not_yet(said)) {
        return clauses.iter().enumerate().any(|(at, said)| said.is_meant_to_be_put_away() && !is_outweighed(at, clauses));
    }
    // What was found first, and ordered or done about after it: “方案尚未制定，责令15日内制定”.
    let is_dealt_with = |at: usize, act: &str| !is_put_away(act) && clauses[at + 1..].iter().any(&orders);
    clauses.iter().enumerate().any(|(at, said)| match said.not_done {
        None => false,
        // What is not yet so, whatever it is, matters where nothing was done.
        Some(NotDone::Denied("")) => !is_done && !is_ordered,
        // What the enterprise did not do is beside what was done about it.
        Some(NotDone::Denied(act)) => {
            !(is_outweighed(at, clauses) || is_dealt_with(at, act) || is_done && is_of_mine(at, clauses))
        }
        Some(NotDone::Meant(act)) => !is_outweighed(at, clauses) && (is_put_away(act) || !is_done && !is_ordered),
    })
}

/// What says that something is not so now, whatever else was found or ordered.
pub(super) const NOT_YET: &str = "尚未 还未 仍未 还没 未能 无法 拒绝 拒不 没能";

/// Whether a clause is of the enterprise: it begins with it, or goes on with what the clause before says of it (“企业称资金未到位，尚未整改”).
pub(super) fn is_of_mine(at: usize, clauses: &[SaidClause]) -> bool {
    let begins = |said: &SaidClause| {
        let clause = said.clause.trim_start_matches(['但', '因', '而']);
        listed("企业 矿山 矿方 该企业 该矿 业主 矿主 对方").any(|who| clause.starts_with(who))
    };
    let goes_on = |said: &SaidClause| !["我", "本"].iter().any(|own| said.clause.starts_with(own));
    begins(&clauses[at]) || at > 0 && begins(&clauses[at - 1]) && goes_on(&clauses[at])
}

/// Whether what was not done matters no more: something was done in its place, or the same later (“检查时未封存，当日已封存”), and not in
/// another place (“1号库未封存，2号库已封存”).
fn is_outweighed(at: usize, clauses: &[SaidClause]) -> bool {
    let Some(NotDone::Denied(act) | NotDone::Meant(act)) = clauses[at].not_done else { return false };
    let is_elsewhere = |said: &SaidClause| {
        let of = said.clause.split('已').next().unwrap_or_default();
        // What is in store, and the district's bureau, are no place.
        let of = ["库存", "区公安", "区应急", "处置", "处理"].iter().fold(of.to_owned(), |of, other| of.replace(other, ""));
        ["号", "库", "区", "处"].iter().any(|place| of.contains(place))
    };
    let is_rest = ["其余", "剩余", "部分"].iter().any(|rest| clauses[at].clause.contains(rest));
    is_put_away(act)
        && clauses.iter().enumerate().any(|(other, said)| {
            other != at && said.done().any(|done| if done == act { at < other && !is_elsewhere(said) } else { !is_rest })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_done_is_denied() {
        for words in "未封存|尚未封存|炸药未封存。|已到场，尚未对库存炸药进行封存|没有停产|矿山拒绝停产|未能及时撤出人员|\
            无法清退|已停产，民爆物品还没退库|Explosives have not been sealed.|已责令，企业仍未落实，我局尚未封存|未按要求整改|\
            企业未整改，未封存|1号库已封存，2号库未封存|已封存，其余尚未退库|1号库未封存，2号库已封存|未督促|尚未复查|没有核查|\
            尚未组织炸药退库|未将炸药封存|经研究决定不封存|无需督促|停止督促|尚未撤人|不需要采取现场处置措施|已解除封存，恢复供给|\
            停止封存|封存未果|封存一半，其余未封|无需封存|整改方案尚未制定|方案尚未报批|不予答复|暂不接收|尚未研究|暂未下达文书，拟近日研究|未组织救援|已清点，此前未封存|有库存，无需封存"
            .split('|')
        {
            assert!(denies(&SaidText::of(words)), "{words}");
        }
        for words in "已封存|已封存，未发现遗失|未封存的炸药已退库|未发现未封存的炸药|封存，未造成影响|停产期间未使用炸药|\
            已停产，人员无伤亡|未见异常，已封存|整改未完成前继续停产|未按规定停止作业的已责令停止|\
            企业未整改，我局已封存|排水沟未设置，责令停止作业|现场发现未设置警戒，已设置|所有未落实的措施已补齐|另案处理|Sealed; nothing noted.|\
            已全部封存，未退库|未封存，已全部退库。|尚未使用的炸药已全部封存。|没有未整改项|剩余未领用炸药全部封存|未封存，当日已封存|\
            停产至今，未恢复生产|不予办理爆破作业许可|当面督促，企业称资金未到位，尚未整改|检查全部完成，排水沟未整改1项已移交|\
            封存，不得擅自启封|封存至验收合格，未解除封存前不得使用|无需停水|方案尚未制定，责令15日内制定|设备已拆除，尚未通电|\
            停产期间尚未发现异常|已停产，尚未复工|经核查无民用爆炸物品库存，无需封存|无库存，不需封存|已完成。此前未完成系因样式缺失|禁止未经验收使用|排水沟尚未设置，责令停止作业"
            .split('|')
        {
            assert!(!denies(&SaidText::of(words)), "{words}");
        }
    }

    #[test]
    fn what_is_only_meant_is_not_done() {
        for words in
            "拟于近日封存|拟封存|计划封存|计划于下周封存库存炸药|准备封存|暂缓封存|暂不封存|正在办理封存|正在研究处理|正在研究|\
            即将退库|将于12月5日清退|待退库|待督促|下周督促|明日封存|下周撤人|已停产，拟于近日封存|继续供应|停产期间照常供应炸药|我局正在协调退库|拟停产|\
            拟办|列入待办|暂缓|暂缓办理|缓办|计划下周办理|下周开展|下周启动整改工作|计划下季度实施|另行研究处理|拟组织开展整改|暂缓执行|\
            The explosives will be sealed next week."
                .split('|')
        {
            assert!(denies(&SaidText::of(words)), "{words}");
        }
        for words in "已按计划封存|按计划封存|已封存，计划下周退库|已将炸药封存|将炸药封存|模拟爆破已停止|已制定应急准备措施|\
            已停止继续供应|禁止继续供应|不再继续供应|已责令停产，拟于近日复查|封存工作按整改计划完成|责令停产，计划下月复查|暂不恢复生产|\
            已退库，正在办理注销手续|正在封存|暂缓审批炸药|暂缓受理爆破作业申请|暂不开展爆破作业|暂不办理延续手续|待办事项已全部完成|按采掘计划组织撤人|\
            根据年度计划开展检查|已整改，下周办理验收手续|无待办|已将准备爆破的炸药全部退库|设置警戒，待复查|已停产，下周复查|加强巡查，待整改后验收"
            .split('|')
        {
            assert!(!denies(&SaidText::of(words)), "{words}");
        }
    }
}
