//! One clause of a text, and of what it says that it was not done (尚未封存) or is only meant (拟于近日封存).

use super::acts::{ACTS, PUT_AWAY, first_act, is_put_away, is_restraint};
use super::intent::meant;
use super::listed;

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

    pub(super) fn is_meant_to_be_put_away(&self) -> bool {
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
pub(super) fn said(clauses: &[String]) -> Vec<SaidClause> {
    const BEFORE: &str = "此前 之前 先前 前期 原先 起初 当时 上次 前次";
    const NONE_THERE: &str = "无库存 没有库存 无民爆 无民用爆炸 无炸药 无爆炸物 未储存 未存放 不存放 不储存 已用完";
    let mut clauses: Vec<SaidClause> = clauses.iter().cloned().map(SaidClause::of).collect();
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
