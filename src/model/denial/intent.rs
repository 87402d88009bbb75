//! What a clause says is to be done some day: 拟于近日封存, 暂缓封存, 正在办理退库, 拟下达文书.

use super::acts::{PUT_AWAY, first_act, is_restraint};
use super::listed;

/// The act of which one clause says that it is to be done some day: “拟于近日封存”, “暂缓封存”, “正在办理退库”.
pub(super) fn meant(clause: &str) -> Option<&'static str> {
    const MEANT: &str = "拟 计划 打算 准备 即将 将于 将在 暂缓 暂不 待 另行 下周 下月 下季度 明日 明天 后天 改日 择日 择机 正在办理 正在研究 正在协调 \
        正在联系 正在商请 正在准备 正在筹备 正在安排";
    /// What somebody who means well does: to put it off is what is asked.
    const TO_BE_DONE: &str = "停产 停工 停建 停业 停供 停止 责令 下达 开具 签发 撤人 撤出 撤离 疏散 处理 处置 采取 落实 整改 治理 关闭 封闭 督促 催办 约谈 复查 核查 核实 调查 \
        办理 办结 开展 实施 启动 组织 推进 执行 研究 制定 起草 答复 回复 接收 承办 受理 协调 商议 协商";
    /// What is put off by a day to come.
    const PUT_OFF: &str =
        "下达 签发 督促 催办 约谈 撤人 撤出 撤离 办理 办结 开展 实施 启动 处理 处置 落实 研究 答复 回复 调查 核实 接收 承办";
    if listed("willbesealed willseal tobesealed planstoseal plantoseal plannedtoseal").any(|meant| clause.contains(meant)) {
        return Some("封存");
    }
    // “列入拟办”, “暂缓”: nobody says what, and all of it is.
    if listed("拟办 缓办 待办 暂缓 缓议 待议 暂不办").any(|off| clause.ends_with(off)) && !clause.contains('无') {
        return Some("办理");
    }
    listed(MEANT).find_map(|meant| {
        clause.match_indices(meant).find_map(|(at, _)| {
            let (before, rest) = (&clause[..at], &clause[at + meant.len()..]);
            let is_ended = ["已", "完成", "完毕", "结束", "到位"].iter().any(|end| rest.contains(end));
            if before.contains("已将") || !is_intent(meant, before, rest) || is_ended {
                return None;
            }
            // “正在研究” alone says it of all that is to be done.
            if meant.starts_with("正在") && rest.chars().count() <= 1 {
                return Some("处理");
            }
            // To wait for a re-inspection, or to name its day, puts nothing off.
            let of_a_day = listed("待 另行 下周 下月 下季度 明日 明天 后天 改日 择日 择机").any(|day| day == meant);
            let acts = [PUT_AWAY, if of_a_day { PUT_OFF } else { TO_BE_DONE }];
            let (mut rest, mut found) = (rest, first_act(rest, acts)?);
            // “待研究后答复” is to be answered; “待整改后验收” waits for another.
            if let Some(then) = rest[found.0 + found.1.len()..].strip_prefix('后') {
                (rest, found) = (then, first_act(then, acts)?);
            }
            let (from, act) = found;
            let behind = &rest[from + act.len()..];
            let is_restraint = meant.starts_with('暂') && is_restraint(act, behind);
            // To lift an order, or to let a mine go on, is nothing that is owed.
            let is_release = listed("解除 恢复 撤销").any(|release| rest[..from].contains(release) || behind.contains(release));
            (rest[..from].chars().count() <= 10 && !behind.starts_with('的') && !is_restraint && !is_release).then_some(act)
        })
    })
}

/// Whether a word of intent between some words means something: “模拟”, “拟定的方案”, “按计划”, “应急准备” put nothing off.
pub(super) fn is_intent(meant: &str, before: &str, rest: &str) -> bool {
    const BEFORE: &str = "模 虚 草 起 按 按照 依 照 据 应急 物资 年度 工作 整改 检查";
    const AFTER: &str = "定 订 制 稿 中 内 的 书 表 工作 到位 充分";
    // “按采掘计划组织”, “根据年度监督检查计划开展”.
    let is_by_plan = meant == "计划" && before.contains(['按', '依', '据']);
    !is_by_plan && !listed(BEFORE).any(|one| before.ends_with(one)) && !listed(AFTER).any(|one| rest.starts_with(one))
}
