//! What is to be done about something, and what nobody does at a mine that stands still.

use super::listed;

/// What makes an end of what explosives are there. One of them is as good as another (一（四）2: 封存或退库).
pub(super) const PUT_AWAY: &str = "封存 退库 清退 收缴 扣押 上缴 销毁 查封";

/// What else is to be done about something.
pub(super) const ACTS: &str = "清点 停产 停工 停建 停止 停业 停供 撤人 撤出 撤离 疏散 处理 处置 采取 落实 执行 完成 办完 办好 整改 治理 恢复 复绿 关闭 封闭 设置 到位 \
    办理 办结 动工 开展 实施 验收 拆除 回填 督促 催办 催促 跟进 约谈 复查 核查 核实 调查 制定 编制 研究 启动 答复 回复 接收 \
    承办 受理 报送 提交 救援 施救 抢险";

/// What nobody does at a mine that stands still, or gets: not to do it yet, or not to grant it, is a measure.
const RESTRAINED: &str = "许可 证 手续 申请 延续 变更 供应 供给 审批 爆破 作业 生产 施工 开采 采剥 开工 复工 复产 使用 运行";

/// Whether an act makes an end of explosives.
pub(super) fn is_put_away(act: &str) -> bool {
    listed(PUT_AWAY).any(|one| one == act)
}

/// Whether not to do something, or not to grant it, keeps the mine still: “未恢复生产”, “暂缓受理爆破作业申请”.
pub(super) fn is_restraint(act: &str, behind: &str) -> bool {
    let is_one = ["恢复", "办理", "受理", "启动", "组织", "开展", "实施"].contains(&act);
    is_one && listed(RESTRAINED).any(|of| behind.chars().take(8).collect::<String>().contains(of))
}

/// The first act in some words, and where it stands.
pub(super) fn first_act(words: &str, lists: [&'static str; 2]) -> Option<(usize, &'static str)> {
    let acts = lists.into_iter().flat_map(listed);
    acts.filter_map(|act| Some((words.find(act)?, act))).min_by_key(|(at, _)| *at)
}
