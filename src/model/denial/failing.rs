//! What was looked at and does not hold: 复查不合格, 经核查不属实; or holds only in part.

use super::listed;
use super::said_text::SaidText;

/// Whether a text says of what was looked at that it does not hold: “复查不合格”, “仍然存在”, “经核查不属实”, “不同意办结”. What was so before, or was put
/// right since, is not.
pub(in crate::model) fn fails(text: &SaidText<'_>) -> bool {
    const FAILS: &str = "不合格 不通过 未通过 未达到 未达标 未到现场 未到场 未实地 仍然存在 仍存在 依然存在 依旧存在 还存在 不同意 不予 退回修改 退回补充 退回重报 补充后再报 不属实 失实 与事实不符 查无此事 查无实据 不到位 未整改到位 企业自查合格 企业自验合格 企业自评合格 企业自行验收合格 failed notpassed notconfirmed";
    const OTHERWISE: &str = "无 未发现 未见 没有 原 此前 上次 前次 首次 由 从 对 曾";
    const HOLDS: &str = "合格 通过 达到 达标 到位 属实 同意 完成 passed";
    if !text.signs().may_fail() {
        return false;
    }
    let clauses = text.clauses();
    let fails = |clause: &String| {
        // “退回，请补充”: what was handed in goes back.
        clause == "退回"
            || listed(FAILS).any(|no| {
                clause.match_indices(no).any(|(at, _)| {
                    let (before, behind) = (&clause[..at], &clause[at + no.len()..]);
                    let is_other =
                        listed(OTHERWISE).any(|other| before.ends_with(other)) || behind.starts_with(['的', '项', '处', '见']);
                    !is_other && !clause.contains('已')
                })
            })
    };
    let holds = |clause: &String| {
        listed(HOLDS)
            .any(|holds| clause.match_indices(holds).any(|(at, _)| !listed("不 未 没 not").any(|no| clause[..at].ends_with(no))))
    };
    clauses.iter().rposition(fails).is_some_and(|last| !clauses[last + 1..].iter().any(holds))
}

/// Whether a text says of what was reported that it is so: “经核查属实”, “确有其事”. The last word of it tells.
pub(in crate::model) fn confirms(text: &SaidText<'_>) -> bool {
    const IS_SO: &str = "属实 查实 确有 确实存在 确系 情况存在 问题存在 存在越界 存在瞒报 存在谎报 存在违法 存在超层 证实 confirmed substantiated";
    const NOT: &str = "不 未 非 无法 难以 是否 能否 称 反映 没有 不能 未能 尚未 如 若 待 not un";
    if !text.signs().may_confirm() {
        return false;
    }
    let clauses = text.clauses();
    let is_so = |clause: &String| {
        listed(IS_SO).any(|so| {
            clause.match_indices(so).any(|(at, _)| {
                // “举报称属实”, “核查是否属实”, “未予查实” say nothing of it.
                let before = &clause[..at];
                let near: String = before.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
                !listed(NOT).any(|no| near.contains(no))
            })
        })
    };
    let is_not = |clause: &String| listed("不属实 不存在 未查实 无法查实 查无 notconfirmed").any(|no| clause.contains(no));
    let partly = |clause: &String| clause.contains("部分");
    clauses.iter().rposition(is_so).is_some_and(|last| partly(&clauses[last]) || !clauses[last + 1..].iter().any(is_not))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_hold_fails() {
        for words in
            "复查不合格|隐患仍然存在|整改后仍不通过|未达到要求，退回修改|不同意办结|经核查不属实|首次合格，再查不合格|举报失实|与事实不符|整改不到位|裂缝依然存在|未到现场，凭企业照片销号|企业自查合格|退回，请补充后再报。|退回补充。|请补充后再报|It failed."
                .split('|')
        {
            assert!(fails(&SaidText::of(words)), "{words}");
        }
        for words in
            "合格|无不合格项|未发现不合格|不合格项已整改|首次不合格，整改后合格|原不同意，现同意办结|同意，无不同意见|查无异常|\
            上次复查不合格，本次通过|首次未到现场，本次复查合格|企业自查合格，现场复查合格|炸药已退回|首次退回，补充后同意|It passed.|不予处罚的情形不存在，已整改"
                .split('|')
        {
            assert!(!fails(&SaidText::of(words)), "{words}");
        }
    }
    #[test]
    fn what_is_so_is_confirmed() {
        for words in
            "属实|经核查属实|经现场核查，反映情况基本属实|部分属实，已责令整改|已查实|确有夜间爆破|It was confirmed.".split('|')
        {
            assert!(confirms(&SaidText::of(words)), "{words}");
        }
        for words in "不属实|经核查不属实|是否属实无法核实|未查实|举报称属实，经查不属实|无法查实|情况存在误解，不属实|现场未见异常|Not confirmed.".split('|') {
            assert!(!confirms(&SaidText::of(words)), "{words}");
        }
    }
}
