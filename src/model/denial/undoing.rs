//! What was done and was undone again: explosives that had been put away, or were supplied no more, and are given out (已启封, 恢复供应).

use super::listed;
use super::said_text::SaidText;

/// The words of putting away, one of which is undone by its own.
const KEPT: &str = "封存 查封 扣押 停供 停止供应 停止供给";

/// Whether a text says that explosives were taken out of keeping or were supplied again, and not that they were put away anew since.
pub(in crate::model) fn undoes(text: &SaidText<'_>) -> bool {
    if !text.signs().may_undo() {
        return false;
    }
    let clauses = text.clauses();
    let undone = clauses.iter().enumerate().filter_map(|(at, clause)| {
        let end = undone(clause)?;
        // “已封存，验收合格后启封” says until when it is sealed.
        let until = clause[..end].contains('后') && !listed("已 又 了 予以 日").any(|fact| clause[..end].contains(fact));
        let is_kept = |earlier: &String| listed(KEPT).any(|kept| earlier.contains(kept));
        (!until || !clauses[..at].iter().any(is_kept)).then_some((at, end))
    });
    undone.max().is_some_and(|(at, end)| {
        !is_kept_again(&clauses[at][end..]) && !clauses[at + 1..].iter().any(|later| is_kept_again(later))
    })
}

/// Where the words end by which a clause says that it was undone.
fn undone(clause: &str) -> Option<usize> {
    /// What is not so, or not yet, or is another's doing, where it stands before.
    const NOT: &str = "不 未 没 严禁 禁止 避免 防止 杜绝 待 方可 才可 即可 后可 可以 拟 计划 打算 准备 申请 如 若 一旦 须 需 要求 责令 停止 \
        暂停 切断 将于 将在 即将 not n't willbe tobe";
    /// What makes it a condition, or the paper for it, where it stands behind.
    const OF_IT: &str = "前 之前 以前 条件 手续 申请 审批 须 需 应 要 的 将 者";
    let unsealed = listed(
        "启封 拆封 解封 揭封 撕封 起封 unsealed supplyresumed suppliedagain resumedsupply resumedthesupply handedback givenback",
    );
    let unsealed = unsealed.filter_map(|word| Some((clause.find(word)?, word.len())));
    let released = ["解除", "撤销", "取消", "终止", "停止"].into_iter().filter_map(|no| apart(clause, no, "封存 查封 扣押 停供"));
    let given = listed("发还 返还 退还 归还 领回 领走 领出 取回").filter_map(|word| Some((clause.find(word)?, word.len())));
    let given = given.filter(|_| is_of_explosives(clause));
    let supplied = ["恢复", "继续", "照常", "重新", "再次", "又"].into_iter();
    let supplied = supplied.filter_map(|again| apart(clause, again, "供应 供给 供货 供炸药 审批 领用 发放 配送"));
    let supplied = supplied.filter(|_| !listed("电 水 气 热 生活 材料 食").any(|other| clause.contains(other)));
    // “查封已解除”, “封条已拆除”: the thing stands before.
    let ended = listed("封存 查封 扣押").filter_map(|kept| apart(clause, kept, "解除 撤销"));
    let ended = ended.filter(|(at, length)| listed("已 于 了").any(|fact| clause[*at..at + length].contains(fact)));
    let strips = listed("封条 封签 封存标识 封存标志").filter_map(|strip| {
        apart(clause, strip, "拆除 揭除 揭下 撕毁 去除 解除 撤除 破损 损坏 毁坏 脱落 缺失 失效 断裂 被毁 被撕 撕开 撕掉")
    });
    let strips = strips.filter(|(at, length)| !listed("无 否 完好 如有").any(|no| clause[*at..at + length].contains(no)));
    let removed = listed("拆除 揭除 揭下 撕毁 去除 撤除").filter_map(|away| apart(clause, away, "封条"));
    let opened = listed("开封使用 开封发放").filter_map(|word| Some((clause.find(word)?, word.len())));
    let unsealed = unsealed.chain(ended).chain(strips).chain(removed).chain(opened);
    let all = unsealed.chain(released).chain(given).chain(supplied);
    let said = all.filter(|(at, length)| {
        // Without the leave that was needed it was done all the same, and whatever was asked before it was (“应企业申请已启封”).
        let before = clause[..*at].replace("未经", "");
        let before = before.rsplit('已').next().unwrap_or_default();
        let behind = &clause[at + length..];
        let is_later = clause[..*at].contains("后再") && !clause.contains(['已', '了']);
        !is_later && !listed(NOT).any(|no| before.contains(no)) && !listed(OF_IT).any(|of| behind.starts_with(of))
    });
    said.map(|(at, length)| at + length).max()
}

/// Where one word stands with one of some others a little behind it, and how far both reach: “恢复该矿炸药供应”. To stop one thing and seal
/// another undoes neither.
fn apart(clause: &str, first: &str, others: &'static str) -> Option<(usize, usize)> {
    let found = clause.match_indices(first).find_map(|(at, _)| {
        let rest = &clause[at + first.len()..];
        let (from, other) = listed(others).filter_map(|other| Some((rest.find(other)?, other))).min()?;
        let between = &rest[..from];
        let is_one = between.chars().count() <= 10
            && !between.contains(['并', '且', '和', '及', '、', '后', '前', '停', '封', '退', '不', '未', '严'])
            // “停止供应封存炸药” stops the supply.
            && (first != "停止" || between.is_empty());
        is_one.then_some((at, first.len() + from + other.len()))
    });
    // “责令停止作业” before it is another matter than “停止继续供应”.
    found.filter(|(at, _)| !clause[..*at].ends_with("停止"))
}

fn is_of_explosives(clause: &str) -> bool {
    listed("炸药 雷管 民爆 爆炸 火工 封存 扣押 查封").any(|thing| clause.contains(thing))
}

/// Whether some words say that they were put away again.
fn is_kept_again(words: &str) -> bool {
    const AGAIN: &str = "重新 再次 再 又 已 复 后 全部 均 当日";
    const NOT: &str = "未 没 不 拟 计划 准备 待 要求 责令 尚 原 解除 撤销";
    let acts = listed("封存 查封 退库 清退 收缴 扣押 停供 停止供应 停止供给 加封 贴封 补封 加贴 补贴 换封 更换");
    let is_said = |act: &str| {
        words.match_indices(act).any(|(at, _)| {
            let before = &words[..at];
            listed(AGAIN).any(|again| before.contains(again)) && !listed(NOT).any(|no| before.contains(no))
        })
    };
    acts.into_iter().any(is_said) || listed("复封 封回 resealed sealedagain").any(|act| words.contains(act))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_undone_again() {
        for words in "已启封|已解除封存，恢复供给|停止封存|继续供应|停产期间照常供应炸药|经批准恢复该矿民用爆炸物品供应|已将封存的炸药发还企业|\
            已解除对库存炸药的封存|已重新审批供应|未经验收即恢复供应|9月10日复查合格后启封|封存后又启封|已封存，9月10日复查合格后已启封|\
            整改后恢复炸药供应|应企业申请已启封|炸药已由企业领回|封条已拆除|已揭除封条|查封已解除|封存于9月20日解除|已开封使用|撤销封存决定，恢复领用|同意启封|The explosives were unsealed.|企业擅自启封|企业擅自撕毁封条|封条破损|检查发现封条脱落|封条被企业撕开|封存标识脱落|Supply resumed."
            .split('|')
        {
            assert!(undoes(&SaidText::of(words)), "{words}");
        }
        for words in "已封存|已封存，不得擅自启封|封存，验收合格后启封|待复查合格后启封|拟启封|企业申请启封|未启封|不同意启封|禁止继续供应|\
            已停止继续供应|不再继续供应|启封检查后重新封存|已启封清点，当日重新封存|企业擅自启封，已重新封存|继续封存，停止供应|解除封存前不得使用|\
            恢复电力供应|停止供应并封存|已退还保证金|启封须经批准|停止审批并清退炸药|如未验收不得恢复供应|未解除封存|验收合格后方可恢复供应|\
            已责令停止供应|继续加强检查|恢复生产前不得供应炸药|矿山恢复生产后再恢复供应|擅自启封的将依法处理|擅自启封者将被处罚|封条完好未拆除|封条有无破损已检查|封条无破损|封条破损，已重新加贴|封条破损，当日已更换|防止封条破损|Explosives were not unsealed."
            .split('|')
        {
            assert!(!undoes(&SaidText::of(words)), "{words}");
        }
    }
}
