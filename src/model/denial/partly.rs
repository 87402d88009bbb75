//! Explosives of which only a part was put away: 部分封存, 仅封存雷管, 炸药已清退，雷管尚在库; and what was found right only in part: 部分合格, 主要问题已整改.

use super::acts::PUT_AWAY;
use super::listed;
use super::said_text::SaidText;

const EXPLOSIVES: &str = "炸药 雷管 民爆 爆炸 火工 导爆 索类 库存 剩余 其余 余下";

/// Words of explosives that are put away, besides the acts themselves.
const KEPT: &str = "封库 封条 贴封 加封 上锁 运回 送回 拉回 收回 退回 无库存 没有库存";

/// What takes a word back where it stands before.
const NOT: &str = "未 没 不 无 拟 待 将 计划 准备 要求 责令 督促 建议";

/// Whether a text says of explosives that a part of them was put away, or that some are left where they were. What it says later of the rest
/// stands: “炸药先封存，雷管次日也已封存”.
pub(super) fn keeps_part(text: &SaidText<'_>) -> bool {
    if !text.signs().may_speak_of_keeping() {
        return false;
    }
    let clauses = text.clauses();
    let last = clauses.iter().rposition(|clause| is_of_part(clause) || is_left(clause));
    last.is_some_and(|last| !clauses[last + 1..].iter().any(|later| is_kept(later)))
}

/// Whether a text says that some explosives are only sealed. Where all were to be returned, these are left there.
pub(in crate::model) fn only_seals_some(text: &SaidText<'_>) -> bool {
    const SEALED: &str = "封存 查封 加封 封库";
    const REMOVED: &str = "退库 清退 收缴 上缴 销毁 运回 送回 拉回 收回 退回";
    if !text.signs().may_speak_of_keeping() {
        return false;
    }
    let clauses = text.clauses();
    let has = |clause: &String, words: &'static str| listed(words).any(|word| clause.contains(word));
    let seals = |clause: &String| has(clause, EXPLOSIVES) && has(clause, SEALED) && !has(clause, REMOVED);
    let removes = |clause: &String| has(clause, REMOVED) && !listed(NOT).any(|no| clause.contains(no));
    clauses.iter().rposition(seals).is_some_and(|last| !clauses[last + 1..].iter().any(removes))
}

/// Whether a clause says of a part that it was put away, and of no other.
fn is_of_part(clause: &str) -> bool {
    /// What makes a part of the rest, or of what is meant already.
    const REST: &str = "该 这 此 剩余 其余 余下 另一 最后 两";
    /// “不仅封存”, “仅剩的雷管已封存”, “仅存放炸药”: nothing is left out.
    const NOT_ONLY: &str = "不 非";
    const ONLY_THERE: &str = "剩 有 存 储 供 限 余";
    let acts: Vec<usize> = listed(PUT_AWAY).flat_map(|act| clause.match_indices(act).map(|(at, _)| at)).collect();
    let Some(last) = acts.iter().max() else { return false };
    let is_whole = listed("全部 均已 全数 悉数").any(|all| clause.contains(all));
    let parts: Vec<usize> = listed("部分 一半 半数 少量")
        .flat_map(|part| clause.match_indices(part).map(|(at, _)| at))
        .filter(|at| !listed(REST).any(|rest| clause[..*at].ends_with(rest)) && is_of_explosives(clause, *at))
        .collect();
    // “部分封存、部分退库” is all of them.
    if parts.len() == 1 && !is_whole {
        return true;
    }
    let only = listed("仅 只").flat_map(|only| clause.match_indices(only).map(move |(at, _)| (at, at + only.len())));
    let of_things = listed("炸药 雷管 火工 导爆 索类").any(|thing| clause.contains(thing));
    of_things
        && !is_whole
        && only.into_iter().any(|(at, end)| {
            let is_there = listed(ONLY_THERE).any(|there| clause[end..].starts_with(there));
            end <= *last && !is_there && !listed(NOT_ONLY).any(|no| clause[..at].ends_with(no))
        })
}

/// Whether a word of a part stands at the explosives or at what was done to them: “部分停产期间” is a part of something else.
fn is_of_explosives(clause: &str, at: usize) -> bool {
    let near: String = clause[at..].chars().skip(2).take(4).collect();
    let before = clause[..at].trim_end_matches('了');
    listed(PUT_AWAY).chain(listed(EXPLOSIVES)).any(|word| near.contains(word))
        || listed(PUT_AWAY).chain(listed("炸药 雷管 物品")).any(|word| before.ends_with(word))
}

/// Whether a clause says of explosives that they are where they were.
fn is_left(clause: &str) -> bool {
    const LEFT: &str = "在库 在仓 留在 留存 滞留 存放在 存放于 尚存 尚有 仍有 仍存 还有 还存 另有 企业保管 矿方保管 企业自行保管 矿方自行保管 仍由企业";
    let acts = || listed(PUT_AWAY).chain(listed(KEPT));
    let is_said = |left: &str| {
        clause.match_indices(left).any(|(at, _)| {
            let before = &clause[..at];
            !listed("未 没 没有 不 无 原 此前 曾 已不").any(|no| before.contains(no))
                && !clause[at + left.len()..].starts_with('的')
        })
    };
    listed(EXPLOSIVES).any(|thing| clause.contains(thing)) && listed(LEFT).any(is_said) && !acts().any(|act| clause.contains(act))
}

/// Whether a clause says of explosives, whichever, that they are put away.
fn is_kept(clause: &str) -> bool {
    listed(PUT_AWAY)
        .chain(listed(KEPT))
        .any(|act| clause.match_indices(act).any(|(at, _)| !listed(NOT).any(|no| clause[..at].contains(no))))
        && !is_of_part(clause)
}

/// Whether a clause says of something that it is left over: “监测点未启用”, “除监测点外均已整改”, “遗留问题限期整改”, “整改率90%”.
fn leaves_something(clause: &str) -> bool {
    const LACKS: &str = "未启用 未安装 未建成 未清除 未消除 未加固 未设置 未完善 未修复 未解决 未清理";
    const LEFT: &str = "遗留问题 剩余问题 余项";
    let lacks = listed(LACKS)
        .any(|no| clause.match_indices(no).any(|(at, _)| !clause[at + no.len()..].starts_with(['的', '前', '时', '期'])));
    let is_left = listed(LEFT).any(|left| {
        clause.find(left).is_some_and(|at| !listed("无 没有 未见 未发现 不存在").any(|no| clause[..at].ends_with(no)))
    });
    let is_but =
        clause.find('除').is_some_and(|at| clause[at..].contains('外') && listed("均 已").any(|all| clause[at..].contains(all)));
    let share = clause.split_once("整改率").and_then(|(_, rest)| {
        let rest = rest.trim_start_matches(['为', '达', '到', '约', '至']);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        rest[..end].parse::<f64>().ok()
    });
    (lacks || is_left) && !clause.contains('已') || is_but || share.is_some_and(|share| share < 100.0)
}

/// Whether a text says of what was looked at that a part of it holds, or was put right: “部分合格”, “主要问题已整改”. What it says later of all, or
/// of the rest, stands.
pub(in crate::model) fn holds_in_part(text: &SaidText<'_>) -> bool {
    const PART: &str = "部分 大部 主要问题 主要隐患 多数 大多 一半";
    const HOLDS: &str = "合格 通过 达到 达标 到位 整改 完成 消除 解决";
    const REST: &str = "该 这 此 剩余 其余 余下 另一 最后 两 隐患 问题";
    const ALL: &str = "全部 均 都 其余 剩余 其他 余下 整体 也已 另 亦";
    if !text.signs().may_hold_in_part() {
        return false;
    }
    let clauses = text.clauses();
    let holds_from = |clause: &str, at: usize| {
        listed(HOLDS).any(|holds| {
            clause[at..].find(holds).is_some_and(|behind| {
                let between = &clause[at..at + behind];
                !listed("不 未 没 无").any(|no| between.contains(no))
                    && !clause[at + behind + holds.len()..].starts_with(['的', '未', '不'])
            })
        })
    };
    let of_part = |clause: &String| {
        leaves_something(clause)
            || !listed("全部 均").any(|all| clause.contains(all))
                && listed(PART).any(|part| {
                    clause.match_indices(part).any(|(at, _)| {
                        !listed(REST).any(|rest| clause[..at].ends_with(rest)) && holds_from(clause, at + part.len())
                    })
                })
    };
    let of_rest = |clause: &String| {
        listed(ALL).any(|all| clause.find(all).is_some_and(|at| holds_from(clause, at + all.len())))
            || listed("整改合格 复查合格 验收合格").any(|holds| clause.ends_with(holds) && !clause.contains("部分"))
    };
    clauses.iter().rposition(of_part).is_some_and(|last| !clauses[last + 1..].iter().any(of_rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_put_away() {
        for words in "炸药已清退，雷管尚在库|部分封存|封存部分炸药|已部分退库|仅封存雷管|只清退了炸药|仅对雷管封存|已封存炸药，仍有雷管20发存放在库|\
            已封存，库内还有少量炸药|大部分已封存|已封存少量炸药|炸药已退库，剩余雷管留在库内|雷管已封存，炸药仍由企业保管"
            .split('|')
        {
            assert!(keeps_part(&SaidText::of(words)), "{words}");
        }
        for words in "已封存|已全部封存|炸药已清退，雷管尚在库，9月5日雷管也已清退|部分封存、部分退库|封存部分炸药，其余退库|不仅封存，还收缴钥匙|\
            仅剩的雷管已封存|该部分炸药已封存|部分人员已撤离，炸药已封存|部分停产期间炸药已封存|雷管尚在库，已贴封条|无雷管在库，已封存|炸药封存在库|库内未见剩余炸药，已封存|\
            仅封存，未退库|雷管仍在库内封存|已封存，尚有安全隐患|炸药封存后由企业保管|库内原存炸药已退库|已部分退库，剩余炸药全部封存"
            .split('|')
        {
            assert!(!keeps_part(&SaidText::of(words)), "{words}");
        }
    }

    #[test]
    fn some_that_is_only_sealed() {
        for words in "炸药已清退，雷管封存|已退库，剩余炸药封存于库房".split('|') {
            assert!(only_seals_some(&SaidText::of(words)), "{words}");
        }
        for words in "已将封存的炸药退库|已全部退库，库房封存|库存炸药原已封存，现全部清退|已清退".split('|')
        {
            assert!(!only_seals_some(&SaidText::of(words)), "{words}");
        }
    }

    #[test]
    fn what_holds_in_part() {
        for words in "部分合格|主要问题已整改|裂缝已处理，监测点未启用|除监测点外均已整改|合格，遗留问题限期整改|整改率90%|大部分已整改到位|部分整改完成，余项限期整改|主要隐患已消除".split('|')
        {
            assert!(holds_in_part(&SaidText::of(words)), "{words}");
        }
        for words in "合格|无遗留问题|遗留问题已整改|未设置的排水沟已补建|整改率100%|监测点未启用，9月2日全部整改到位|拆除浮石，合格|全部整改到位|主要问题已整改，其余问题也已整改|部分整改未完成的已重新整改|隐患部分已整改|部分合格，9月2日全部合格|\
            部分管线未整改|主要问题全部整改|主要问题已整改，经复查合格|该部分已整改到位|整改到位"
            .split('|')
        {
            assert!(!holds_in_part(&SaidText::of(words)), "{words}");
        }
    }
}
