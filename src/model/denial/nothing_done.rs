//! What is filed as done, and all of which says that nothing was, whatever it was that should be: 未印发, 拟于下月印发, 等待批复, 已取消印发.

use super::intent::is_intent;
use super::listed;
use super::said_text::SaidText;
use crate::model::nothing::is_made_of;

/// Whether a text says that what was to be done was not, and nothing else: every clause of it denies, puts off, plans or calls off, or says why.
/// One that tells anything besides tells something, and what nobody wants (“未供应炸药”, “未发现问题”) is well not done.
pub(in crate::model) fn nothing_done(text: &SaidText<'_>) -> bool {
    if !text.signs().may_be_undone() {
        return false;
    }
    let clauses: Vec<&String> = text.clauses().iter().filter(|clause| !clause.is_empty()).collect();
    clauses.iter().any(|clause| is_undone(clause)) && clauses.iter().all(|clause| is_undone(clause) || is_beside(clause))
}

/// Whether one clause says of something that it was not done, is to be, or was called off.
pub(super) fn is_undone(clause: &str) -> bool {
    const NO: &str = "没有 没 未 不予 暂缓 暂不 缓";
    const CALLED_OFF: &str = "取消 暂停 中止 终止 搁置 推迟 延后 延期 撤回";
    /// What is called off where it should be done; to call off a permit is to do something.
    const WORK: &str =
        "印发 下发 发文 发布 召开 会议 办理 开展 组织 实施 执行 培训 制定 起草 编制 落实 整改 检查 巡查 推进 安装 报送 演练";
    const NOT_OF_ALL: &str = "的 前 以前 期间 部分 情形 情况 已";
    let said = |no: &str, is_not: &dyn Fn(&str, &str) -> bool| {
        clause.match_indices(no).any(|(at, _)| {
            let (before, rest) = (&clause[..at], &clause[at + no.len()..]);
            !rest.is_empty() && !listed(NOT_OF_ALL).any(|of| rest.contains(of)) && is_not(before, rest)
        })
    };
    let waits = listed("等待 等候 待").any(|wait| {
        clause
            .strip_prefix(wait)
            .is_some_and(|rest| !rest.is_empty() && !listed("已 完成 清零 事项").any(|end| rest.contains(end)))
    });
    let is_listed = clause.contains("列入") && listed("计划 日程 议程").any(|plan| clause.ends_with(plan));
    let called_off = |before: &str, rest: &str| {
        !listed("未 不 没").any(|no| before.ends_with(no)) && listed(WORK).any(|work| rest.starts_with(work))
    };
    waits
        || is_listed
        || calls_off(clause, WORK)
        || calls_task_off(clause)
        || (clause.ends_with("不了") && !listed("少 免 大 忘").any(|one| clause.trim_end_matches("不了").ends_with(one)))
        || listed(NO).any(|no| said(no, &|_, rest| !is_well_not_done(rest)))
        || listed("拟 计划 打算 准备 即将 将于 将在")
            .any(|meant| said(meant, &|before, rest| is_intent(meant, before, rest) && !is_well_not_done(rest)))
        || listed(CALLED_OFF).any(|off| said(off, &called_off))
}

/// Whether a clause says of its task that it was called off: “任务取消”, “该事项已中止”.
pub(super) fn calls_task_off(clause: &str) -> bool {
    calls_off(clause, "任务 事项 本项 该项 此项 本工作 该工作 此工作 项工作 计划")
}

/// Whether a clause says behind one of some things that it was called off.
fn calls_off(clause: &str, things: &'static str) -> bool {
    const BETWEEN: [&str; 8] = ["已", "被", "经", "批准", "予以", "现", "因故", "均"];
    let rest = clause.trim_end_matches('了');
    let off = listed("取消 撤销 中止 终止 作废 搁置 停办 不再办理 不再实施 不再开展").find_map(|off| rest.strip_suffix(off));
    off.is_some_and(|mut before| {
        while let Some(shorter) = BETWEEN.into_iter().find_map(|word| before.strip_suffix(word)) {
            before = shorter;
        }
        listed(things).any(|thing| before.ends_with(thing))
    })
}

/// Whether it is well that something is not, or says nothing of work: the words right behind the denial tell.
fn is_well_not_done(rest: &str) -> bool {
    const WELL: &str = "发现 见 造成 发生 出现 引发 导致 使用 动用 领用 复工 复产 开工 生产 投产 作业 施工 超 逾 到期 收到 接到 解除 启封 供 取得 \
        问题 隐患 异常 遗留 库存 伤亡 意见 异议 变化 变更 炸药 民爆 民用爆炸 爆炸 雷管 火工 违 越界 越层 瞒报 谎报 漏 盗 开采 爆破 受 涉及 再 经 擅自 \
        来 存 留 丢 流失 缺 许可 处罚 立案 采纳 恢复 泄 外传 转发 上网 影响 扩 渗 积水 松动 位移 滑 裂 危险 出入 延续 列入 纳入 包括 含 满 \
        建设 尾矿库 完 达 处于";
    const NEAR: usize = 6;
    let rest = rest.replace("安全生产", "").replace("提供", "").trim_start_matches("及时").trim_start_matches("按时").to_owned();
    let near: String = rest.chars().take(NEAR).collect();
    listed(WELL).any(|well| near.contains(well))
}

/// Whether a clause says why, or nothing of its own.
fn is_beside(clause: &str) -> bool {
    const FILLERS: &str = "我 本 该 局 分局 单位 部门 此 项 任务 事项 工作 目前 现 经 研究 请 知悉 特此 说明 报告 如下 情况 截至 年 月 日 虚构 \
        0 1 2 3 4 5 6 7 8 9";
    listed("因 由于 鉴于 受 主要 原因 系").any(|why| clause.starts_with(why) && !clause.contains('已'))
        || is_made_of(clause, &[FILLERS])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_only_that_nothing_was_done() {
        for words in "尚未印发。|拟于下月印发。|未印发。|没有印发。|暂缓印发。|不予办理。|等待区政府批复。|已取消印发。|还没做。|完成不了。|\
            已列入计划。|将于近期印发。|拟印发|暂不开展|已暂停印发|未组织培训|未及时报送|未提供资料|拟安装监控|已取消会议|待区政府批复后印发|\
            因故未印发，等待批复|任务取消|该任务已被取消|检查已取消|会议取消|培训已取消|尚未印发，主要是人手不足（虚构）。|我局未印发安全生产流程|经研究，不予办理|推迟印发"
            .split('|')
        {
            assert!(nothing_done(&SaidText::of(words)), "{words}");
        }
        for words in "已印发，未收到异议。|流程已印发，无需再报区政府。|未超期，已于5月27日印发。|已完成。此前未完成系因回执样式缺失。|\
            已印发，未印发前的旧流程同时废止。|未来五年流程已印发。|无偿清退流程已印发。|未发现问题|未造成影响|无遗留问题|没有发现问题|没有问题|\
            没有库存|不再供应炸药|未供应炸药|未在夜间爆破|未越界开采|裂缝未扩大|未恢复生产|不予处罚|未受到影响|未擅自启封|未再渗漏|\
            拟定流程并印发|待批事项清零|草拟并印发|按计划开展检查|已取消该矿许可|已取消不合理收费|已暂停供应|未经批准不得启封|未封存的炸药退库|\
            印发流程并组织学习|样式随通报印发|少不了|未整改前停产|该矿未建设尾矿库|流程印发，未组织培训|许可已取消|任务未取消，已办"
            .split('|')
        {
            assert!(!nothing_done(&SaidText::of(words)), "{words}");
        }
    }
}
