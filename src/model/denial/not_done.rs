//! Measures taken of which their own text says that they were not (尚未封存), are only meant (拟于近日封存) or are the contrary (继续供应).

use super::acts::{ACTS, PUT_AWAY, first_act, is_put_away, is_restraint};
use super::intent::meant;
use super::on_spot::acts_on_spot;
use super::signs::Signs;
use super::{clauses, listed, undoes};

/// Whether a text says of something that is to be done that it was not (尚未封存), or not yet (拟于近日封存). Where it says so of one thing
/// and of another that it was done, it does, unless either would do (已全部封存，未退库); what was found undone and has been done since it does
/// not (未封存的炸药已退库).
pub(in crate::model) fn denies(words: &str) -> bool {
    if undoes(words) {
        return true;
    }
    if !Signs::of(words).may_deny() {
        return false;
    }
    let clauses = said(words);
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
        return clauses.iter().enumerate().any(|(at, said)| said.is_meant_to_be_put_away() && !is_outweighed(at, &clauses));
    }
    // What was found first, and ordered or done about after it: “方案尚未制定，责令15日内制定”.
    let is_dealt_with = |at: usize, act: &str| !is_put_away(act) && clauses[at + 1..].iter().any(&orders);
    clauses.iter().enumerate().any(|(at, said)| match said.not_done {
        None => false,
        // What is not yet so, whatever it is, matters where nothing was done.
        Some(NotDone::Denied("")) => !is_done && !is_ordered,
        // What the enterprise did not do is beside what was done about it.
        Some(NotDone::Denied(act)) => {
            !(is_outweighed(at, &clauses) || is_dealt_with(at, act) || is_done && is_of_mine(at, &clauses))
        }
        Some(NotDone::Meant(act)) => !is_outweighed(at, &clauses) && (is_put_away(act) || !is_done && !is_ordered),
    })
}

/// What says that something is not so now, whatever else was found or ordered.
pub(super) const NOT_YET: &str = "尚未 还未 仍未 还没 未能 无法 拒绝 拒不 没能";

/// One clause of a text, with the act of which it says that it was not done.
pub(super) struct SaidClause {
    pub(super) clause: String,
    pub(super) not_done: Option<NotDone>,
}

/// How an act was not done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NotDone {
    /// It says so.
    Denied(&'static str),
    /// It is to be, some day.
    Meant(&'static str),
}

impl SaidClause {
    pub(super) fn of(clause: String) -> Self {
        let not_done = denied(&clause).map(NotDone::Denied).or_else(|| meant(&clause).map(NotDone::Meant));
        Self { clause, not_done }
    }

    fn is_meant_to_be_put_away(&self) -> bool {
        matches!(self.not_done, Some(NotDone::Meant(act)) if is_put_away(act))
    }

    /// What of it was done: “已全部封存”, “封存完毕”.
    pub(super) fn done(&self) -> impl Iterator<Item = &'static str> + '_ {
        const NO: &str = "未 没 不 拟 计划 准备 责令 要求 督促 通知 下达 研究 决定";
        /// Whoever is said to act by force, or on the spot, acts.
        const ACTS: &str = "强制 强行 当场 现场 当即 当日 依法 予以 公安 民警 派出所 执法组 执法人员 我局 我队 我分局 本局";
        const ASKS: &str = "建议 申请 报请 商请 提请";
        const NOT_YET: &str = "应 须 请 待 可 同意 将强制 将强行 将依法 将予 将由 将于 正 准 安排 部署";
        listed(PUT_AWAY).filter(|act| {
            self.clause.match_indices(act).any(|(at, _)| {
                let (before, after) = (&self.clause[..at], &self.clause[at + act.len()..]);
                let since = before.rfind('已').map(|from| &before[from..]);
                let is_said = since.is_some_and(|since| !listed(NO).chain(listed(ASKS)).any(|no| since.contains(no)));
                let is_ended = ["完毕", "完成", "结束", "到位"].iter().any(|end| after.starts_with(end));
                let is_free = || !listed(NO).any(|no| before.contains(no));
                let is_acted = || {
                    listed(ACTS).any(|acts| before.contains(acts))
                        && !listed(ASKS).chain(listed(NOT_YET)).any(|no| before.contains(no))
                };
                is_said || is_free() && (is_ended || is_acted())
            })
        })
    }
}

/// The clauses of a text, each with what it says was not done. That is none where another says why: that it has been since (“已完成。此前未完成系因…”), or
/// that there is nothing to do it to (“无库存，无需封存”).
pub(super) fn said(words: &str) -> Vec<SaidClause> {
    const BEFORE: &str = "此前 之前 先前 前期 原先 起初 当时 上次 前次";
    const NONE_THERE: &str = "无库存 没有库存 无民爆 无民用爆炸 无炸药 无爆炸物 未储存 未存放 不存放 不储存 已用完";
    let mut clauses: Vec<SaidClause> = clauses(words).into_iter().map(SaidClause::of).collect();
    let is_of_before = |said: &SaidClause| listed(BEFORE).any(|before| said.clause.starts_with(before));
    let is_done = clauses.iter().any(|said| {
        said.not_done.is_none() && !is_of_before(said) && ["已", "完成"].iter().any(|done| said.clause.contains(done))
    });
    let is_none_there = clauses.iter().any(|said| listed(NONE_THERE).any(|none| said.clause.contains(none)));
    for said in &mut clauses {
        let Some(NotDone::Denied(act) | NotDone::Meant(act)) = said.not_done else { continue };
        let is_spared = listed(NO_NEED).any(|no| said.clause.contains(no));
        if if is_put_away(act) { is_none_there && is_spared } else { is_done && is_of_before(said) } {
            said.not_done = None;
        }
    }
    clauses
}

/// What says that something need not be done.
pub(super) const NO_NEED: &str = "无需 无须 不需 不需要 不必";

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

/// The act of which one clause says that it was not done.
fn denied(clause: &str) -> Option<&'static str> {
    /// What says that something was not so, the longest first.
    const NO: &str = "尚未 还未 仍未 均未 并未 未能 未予 还没有 还没 没有 没能 无法 拒绝 拒不 不予 决定不 未 没";
    /// What may stand between that and the act.
    const HOW: &str = "对 及时 按期 按时 按要求 完全 全部 全面 立即 进行 予以 有效 真正 实际 开始 组织";
    /// What is not so and well that it is not, or is no act.
    const WELL: &str = "发现 见 造成 发生 出现 引发 导致 使用 动用 领用 恢复生产 恢复作业 复工 复产 开工 生产 投产 作业 超过 逾期 到期 达到报废 收到 接到 \
        解除 启封 供应 取得 有";
    // What is said of something else, which then was dealt with, or of a time before.
    const OF_ANOTHER: &str = "的 前 之前 以前 期间 时 部分 情形 情况 问题 隐患 项";
    // What was begun and left again.
    let is_left = listed("停止督促 停止催办").any(|left| clause.contains(left));
    if is_left && !listed("不得 严禁 禁止 未 擅自 前 后 待 方可").any(|no| clause.contains(no)) {
        return Some("督促");
    }
    let comes_to_nothing = |act: &&str| {
        let ends = |end: &str| clause.contains(&format!("{act}{end}"));
        listed("未果 失败 受阻 不成 一半").any(ends)
    };
    if let Some(act) = listed(PUT_AWAY).find(comes_to_nothing) {
        return Some(act);
    }
    // Nobody needs to, so nobody did.
    let spares = |act: &&str| listed(NO_NEED).any(|no| clause.contains(&format!("{no}{act}")));
    if let Some(act) = listed(PUT_AWAY).chain(listed("督促 催办 约谈 采取 撤人 撤出")).find(spares) {
        return Some(act);
    }
    if listed("已将 发现 未见 存在 无未 没有未 防止 避免 杜绝").any(|other| clause.contains(other)) {
        return None;
    }
    let acted_after = |no: &'static str| {
        clause.match_indices(no).find_map(|(at, _)| {
            let after = &clause[at + no.len()..];
            let mut rest = after;
            while let Some(after) = listed(HOW).find_map(|how| rest.strip_prefix(how)) {
                rest = after;
            }
            // “未对库存炸药封存”: the thing stands before the act.
            let (from, act) = first_act(rest, [PUT_AWAY, ACTS])?;
            let (between, behind) = (&rest[..from], &rest[from + act.len()..]);
            // “未经验收不得使用” denies nothing.
            let is_near = between.chars().count() <= 8 && !rest.starts_with('经');
            // “尚未使用的炸药已封存”, “未领用炸药全部封存”: it is what was put away that is described.
            let is_thing =
                |thing: &str| between.contains(thing) && rest.len() == after.len() && !between.starts_with(['将', '把', '就']);
            let is_of_thing = between.contains('已') || listed("炸药 雷管 民爆 爆炸物 火工").any(is_thing);
            let is_of_another = listed(OF_ANOTHER).any(|of| behind.starts_with(of)) || behind.chars().take(5).any(|c| c == '的')
                // “未整改1项已移交”: what became of it stands behind.
                || !is_put_away(act) && behind.contains('已');
            // Who stays shut, or gets no permit, does what is asked.
            let is_restraint = is_restraint(act, behind) || act == "办理" && no == "不予";
            (is_near && !is_of_thing && !is_of_another && !is_restraint).then_some(act)
        })
    };
    // What is not yet so is not, whatever it is, unless it is well that it is not.
    let not_yet = || {
        listed("尚未 还未 仍未 至今未 迄今未 一直未 还没 仍没 未能 没能").any(|no| {
            clause.match_indices(no).any(|(at, _)| {
                let rest = clause[at + no.len()..].trim_start_matches('有');
                let is_well = listed(WELL).any(|well| rest.starts_with(well))
                    || listed(OF_ANOTHER).any(|of| rest.contains(of))
                    || rest.contains('已')
                    || listed("炸药 雷管 民爆 爆炸物 火工").any(|thing| rest.contains(thing));
                !rest.is_empty() && !is_well
            })
        })
    };
    let english = "notyet hasnot havenot wasnot werenot notbeen notsealed notstopped n't";
    listed(NO)
        .find_map(acted_after)
        .or_else(|| not_yet().then_some(""))
        .or_else(|| listed(english).any(|no| clause.contains(no)).then_some("完成"))
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
            assert!(denies(words), "{words}");
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
            assert!(!denies(words), "{words}");
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
            assert!(denies(words), "{words}");
        }
        for words in "已按计划封存|按计划封存|已封存，计划下周退库|已将炸药封存|将炸药封存|模拟爆破已停止|已制定应急准备措施|\
            已停止继续供应|禁止继续供应|不再继续供应|已责令停产，拟于近日复查|封存工作按整改计划完成|责令停产，计划下月复查|暂不恢复生产|\
            已退库，正在办理注销手续|正在封存|暂缓审批炸药|暂缓受理爆破作业申请|暂不开展爆破作业|暂不办理延续手续|待办事项已全部完成|按采掘计划组织撤人|\
            根据年度计划开展检查|已整改，下周办理验收手续|无待办|已将准备爆破的炸药全部退库|设置警戒，待复查|已停产，下周复查|加强巡查，待整改后验收"
            .split('|')
        {
            assert!(!denies(words), "{words}");
        }
    }
}
