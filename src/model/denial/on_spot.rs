//! What is done on the spot against a danger (撤人, 清场, 拉闸断电), and what only keeps a record of it (拍照取证, 登记台账).

use super::listed;
use crate::model::nothing::is_made_of;

/// Acts that take people from a danger, or the danger from people, or order it there and then.
const REMOVES: &str = "撤人 撤出 撤离 撤空 撤走 清场 清空 清人 疏散 转移 驱离 带离 劝离 搬离 移走 断电 拉闸 停电 断水 断路 切断 封闭 封停 封锁 封堵 \
    封控 封存 查封 扣押 暂扣 警戒 警示 隔离 围挡 围蔽 停止作业 停止生产 停止施工 停止使用 停产 停工 停用 停机 停建 停业 责令 叫停 制止 支护 加固 排险 清除 \
    拆除 回填 通风 抽排 排水 降温 熄火 关停 关闭 禁止 强制 强行 值守 看守 盯守";

/// Whether a clause says that something of it was done or ordered, and not that it is to be, or that somebody was only told of it.
pub(super) fn acts_on_spot(clause: &str) -> bool {
    const ONLY_SAID: &str = "未 没 不 拟 计划 准备 打算 待 将于 将在 即将 应 须 建议 提醒 告知 承诺 保证 表示 称 同意 如 若";
    // “不得”, “不准” order it.
    const ORDERS: [&str; 3] = ["不得", "不准", "不许"];
    let acts = |act: &str| {
        clause.match_indices(act).any(|(at, _)| {
            let before = ORDERS.iter().fold(clause[..at].to_owned(), |before, order| before.replace(order, ""));
            let behind = &clause[at + act.len()..];
            !listed(ONLY_SAID).any(|said| before.contains(said)) && !behind.starts_with(['的', '前']) && !behind.starts_with('未')
        })
    };
    listed(REMOVES).any(acts)
}

/// Whether a clause says that a record was made of what was found, or that somebody was told, and no more.
pub(super) fn only_records(clause: &str) -> bool {
    const RECORDS: &str = "拍照 照相 拍摄 取证 录像 摄像 录音 记录 登记 台账 笔录 在案 备案 存档 存查 备查 建档 归档 留存 留痕 上报 报告 汇报 通报 告知 知会 提醒 \
        记入 证据";
    const BESIDE: &str = "已经 已 均 都 并 和 及 与 后 再 现场 当场 当日 当天 当面 口头 书面 电话 微信 检查 巡查 执法 发现 情况 问题 隐患 重大 事故 该 此 \
        予以 进行 对 将 向 就 由 了 的 等 影像 照片 视频 图片 资料 材料 证据 固定 收集 制作 填写 建立 纳入 列入 录入 表 书 单 本 册 卡 管理 系统 平台 信息 \
        存 留 做 做好 完成 工作 作 记 报 区安委办 安委办 区政府 区应急局 应急局 应急管理局 公安分局 区 县 市 镇 局 领导 组长 负责人 负责 企业 矿方 矿山 矿长 联合 \
        执法组 检查组 专家 人员 我 单位 上级 有关 相关 部门 注意 安全 风险 存在 年 月 日 虚构 至 到 在 于 上 中 0 1 2 3 4 5 6 7 8 9";
    let clause: String = clause.chars().filter(|c| c.is_alphanumeric()).collect();
    listed(RECORDS).any(|records| clause.contains(records)) && is_made_of(&clause, &[RECORDS, BESIDE])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_on_the_spot() {
        for clause in
            "执法组强制清场|当场拉闸断电清空作业面|组织人员撤离|责令停止作业|设置警戒|切断电源|不得进入，已封闭".split('|')
        {
            assert!(acts_on_spot(clause), "{clause}");
        }
        for clause in "执法组已告知|建议撤人|拟停产|企业承诺撤离|现场拍照取证|尚未撤人|应设置警戒|撤人的方案".split('|')
        {
            assert!(!acts_on_spot(clause), "{clause}");
        }
    }

    #[test]
    fn what_only_keeps_a_record() {
        for clause in "现场拍照取证|已登记台账|已记录在案|制作现场检查笔录|已录像留存|已纳入台账管理|已上报区安委办|已口头告知企业负责人|填写检查记录表".split('|')
        {
            assert!(only_records(clause), "{clause}");
        }
        for clause in "责令停止作业|已登记并撤人|现场检查|拍照后设置警戒|告知企业停止作业|已登记扣押".split('|')
        {
            assert!(!only_records(clause), "{clause}");
        }
    }
}
