//! What a text is about: who files measures about explosives, and writes of something else, has said nothing of them.

use super::nothing::{is_made_of, listed};
use super::plain::plain_name;

/// What a clause has somebody do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundAct {
    /// 一（四）2: 封存、退库、清退 the explosives of a mine.
    PutAway,
    /// 一（四）2: 退库、清退, so that none is left there.
    Remove,
    /// 一（四）2: 不得供给 explosives.
    StopSupply,
    /// 一（九）3: 完成水土保持治理.
    SoilAndWater,
}

impl BoundAct {
    /// The words without which a text is not about it.
    const fn words(self) -> &'static str {
        match self {
            Self::PutAway => {
                "封存 封库 封条 加封 查封 退库 回库 移交民爆 移交爆破 退回 运回 送回 拉回 收回 清退 收缴 扣押 上缴 销毁 清零 清空 无库存 没有库存 无民爆 无民用爆炸 无炸药 未储存 未存放 不储存 不存放 已用完 \
                 seal returned withdr removed destroyed"
            }
            Self::Remove => {
                "退库 回库 移交民爆 移交爆破 退回 运回 送回 拉回 收回 清退 收缴 上缴 销毁 清零 清空 无库存 没有库存 无民爆 无民用爆炸 无炸药 未储存 未存放 不储存 不存放 已用完 \
                 returned removed destroyed"
            }
            Self::StopSupply => {
                "供 审批 领用 购买 购销 封存 封库 封条 查封 退库 清退 收缴 扣押 上缴 销毁 许可证 supply supplied seal withdr withh permit"
            }
            Self::SoilAndWater => {
                "水土 水保 治理 复绿 绿化 植被 复垦 覆土 边坡 护坡 排水 沉砂 沉沙 拦挡 恢复 监督 督促 指导 soil water drain plant"
            }
        }
    }

    /// What it is done to, of which a text may speak in general.
    const fn thing(self) -> &'static str {
        match self {
            Self::PutAway | Self::Remove | Self::StopSupply => {
                "民用爆炸物品 民爆物品 爆炸物品 民爆 炸药 雷管 库存 剩余 explosives"
            }
            Self::SoilAndWater => "水土保持 水保",
        }
    }
}

/// Whether a text is about an act: it has a word of it, or speaks of the matter in general (已按要求处理).
pub(super) fn is_about(words: &str, act: BoundAct) -> bool {
    const GENERAL: &str = "已经 已 均 都 全部 全面 按照 按 依法 要求 规定 处理 处置 办理 落实 执行 完成 采取 相应 有关 相关 必要 措施 到位 完毕 结束 \
        予以 进行 当日 当场 当天 及时 立即 我 本 分局 局 单位 对 就 于 在 并 了 的 该矿山 该矿 矿山 该 虚构 详见 见 附件 情况 工作 任务 事项 年 月 日 \
        done dealt with handled measures taken have been all were as required the and";
    let plain = plain_name(words);
    let parts = plain.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    listed(act.words()).any(|word| plain.contains(word))
        || parts.into_iter().all(|part| is_made_of(part, &[GENERAL, act.thing()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_explosives() {
        for words in "已封存|民用爆炸物品已全部退库。|该矿无库存|已按要求处理。|已采取措施|已对民用爆炸物品依法处置|9月2日贴封条|库房已上锁加封|已由爆破公司运回仓库|现场不存放民爆物品|现场余药当日回库|爆炸物品已移交民爆公司仓库保管|\
            All explosives were sealed.|Dealt with."
            .split('|')
        {
            assert!(is_about(words, BoundAct::PutAway), "{words}");
        }
        for words in "已召开会议传达|已对矿区道路洒水|已对民用爆炸物品开展检查|已约谈企业负责人|A meeting was held.".split('|')
        {
            assert!(!is_about(words, BoundAct::PutAway), "{words}");
        }
        assert!(is_about("已停止供应。", BoundAct::StopSupply) && !is_about("已停止供应。", BoundAct::PutAway));
        assert!(is_about("沉沙池已扩容。", BoundAct::SoilAndWater) && !is_about("已清退炸药。", BoundAct::SoilAndWater));
    }
}
