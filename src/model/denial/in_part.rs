//! What is filed as done and was done in part: 已完成2/3, 完成过半, 3项完成2项, 除西山外均已完成.

use super::listed;
use super::said_text::SaidText;
use super::tally::{CountedThings, shares, tallies};

/// What makes an end of what was asked.
const DONE: &str = "完成 办结 办完 办妥 落实 整改 报送 印发 到位 推进 销号 建成 检查 安装 达标";

/// Whether a text says of what it tells as done that a part of it was. What it says later of the rest, or of all, stands.
pub(super) fn done_in_part(text: &SaidText<'_>) -> bool {
    if !text.signs().may_be_in_part() {
        return false;
    }
    let clauses = text.clauses();
    let of_part = |at: usize| {
        let is_of_part = is_part_done(&clauses[at]) || is_short_of_total(at, clauses);
        is_of_part.then_some(at).max(all_but(at, clauses))
    };
    let last = (0..clauses.len()).filter_map(of_part).max();
    last.is_some_and(|last| !clauses[last + 1..].iter().any(|later| is_rest_done(later)))
}

/// Whether one clause says that a part was done.
pub(super) fn is_part_done(clause: &str) -> bool {
    is_share_done(clause) || is_said_in_part(clause) || is_left_over(clause) || {
        let mut counted = tallies(clause);
        counted.retain(|one| !clause[..one.from].ends_with('第'));
        counted.windows(2).any(|pair| is_fewer_done(&pair[0], &pair[1], clause))
    }
}

/// Whether a clause says of some that fewer were done: “3项完成2项”, “3座矿山中的2座已检查”.
fn is_fewer_done(all: &CountedThings, done: &CountedThings, clause: &str) -> bool {
    let between = &clause[all.to..done.from];
    let is_of_them = between.contains('中') || listed("完成 办结 落实 已 实际 只 仅").any(|does| between.contains(does));
    let is_other = listed("发现 新增 增加 另 重大 后 再").any(|other| between.contains(other))
        || between.contains("其中") && !has_done(&clause[done.to..]);
    // “完成3项中的2项”, “3项完成2项”: nothing but that is said of them.
    all.unit == done.unit && done.value < all.value && is_of_them && !is_other
}

/// Whether a clause, with those behind it, says of a number that was asked that fewer were done: “共3项，已完成2项”.
fn is_short_of_total(at: usize, clauses: &[String]) -> bool {
    const TOTAL: &str = "共 应 计划 预计 全部 合计 总计 总数 任务 需 部署";
    let Some(before) = at.checked_sub(1) else { return false };
    let asked = tallies(&clauses[before]).pop().filter(|_| {
        let clause = &clauses[before];
        listed(TOTAL).any(|total| clause.contains(total)) && !listed("发现 新增").any(|other| clause.contains(other))
    });
    asked.is_some_and(|asked| {
        // What each clause behind it says was done is added: “共3项，已完成2项，1项已移交”.
        let done: u32 = clauses[at..]
            .iter()
            .filter(|clause| has_done(clause) && !is_later(clause))
            .filter_map(|clause| tallies(clause).iter().find(|one| one.unit == asked.unit).map(|one| one.value))
            .sum();
        let is_said = has_done(&clauses[at]) && tallies(&clauses[at]).iter().any(|one| one.unit == asked.unit);
        is_said && done < asked.value
    })
}

fn has_done(words: &str) -> bool {
    listed("完成 办结 落实 整改 检查 报送 已 实际").any(|done| words.contains(done))
}

/// Whether a clause gives a share below the whole of what was done: “已完成2/3”, “80%的任务已办结”, “完成八成”.
fn is_share_done(clause: &str) -> bool {
    const NEAR: [char; 20] =
        ['约', '近', '达', '到', '至', '为', '了', '率', '度', '超', '过', '逾', '仅', '只', '的', '比', '例', '量', '已', '将'];
    shares(clause).into_iter().filter(|share| share.value < 1.0).any(|share| {
        let before = clause[..share.from].trim_end_matches(NEAR);
        let behind = clause[share.to..].trim_start_matches("以上").trim_start_matches("左右").trim_start_matches(['多', '的']);
        let behind = listed("任务 工作 事项 项目 矿山 企业 内容").find_map(|of| behind.strip_prefix(of)).unwrap_or(behind);
        let behind = behind.trim_start_matches(['已', '均', '都', '被', '得', '到', '量']);
        let is_of_verb = listed(DONE).chain(["进", "进展", "任务", "工作"]).any(|done| before.ends_with(done));
        is_of_verb || !share.is_date && listed(DONE).any(|done| behind.starts_with(done))
    })
}

/// Whether a clause says so in words: “大部分已完成”, “完成过半”, “基本完成”.
fn is_said_in_part(clause: &str) -> bool {
    const PART: &str = "部分 大部 多数 大多 一半 半数 过半 大半 多半 近半 少数 个别";
    const NEARLY: &str = "基本 大体 大致 初步 阶段性 主要任务 主要工作 主要内容 主要事项";
    const REST: &str = "该 这 此 剩余 其余 余下 另一 最后 两 各 隐患 问题";
    const THING: &str = "地 上 已 任务 工作 事项 内容 项目 矿山 企业 都 得到 均 经";
    let is_done_behind = |end: usize| {
        let mut rest = clause[end..].trim_start_matches(['分', '数', '以']);
        while let Some(behind) = listed(THING).find_map(|thing| rest.strip_prefix(thing)) {
            rest = behind;
        }
        listed(DONE).any(|done| rest.strip_prefix(done).is_some_and(|behind| !behind.starts_with(['的', '未', '不', '前'])))
    };
    let is_done_before = |at: usize, end: usize| {
        let before = clause[..at].trim_end_matches(['了', '约', '近', '已', '绝']);
        let behind = clause[end..].trim_start_matches(['分', '数', '以', '上', '的']);
        let is_all = behind.is_empty() || listed("任务 工作 事项 内容 整改 检查 矿山 企业").any(|thing| behind == thing);
        listed("完成 办结 落实 整改 检查 报送").any(|done| before.ends_with(done)) && is_all
    };
    let is_part = |part: &str| {
        clause.match_indices(part).any(|(at, _)| {
            let (before, end) = (&clause[..at], at + part.len());
            !listed(REST).any(|rest| before.ends_with(rest)) && (is_done_behind(end) || is_done_before(at, end))
        })
    };
    let is_nearly = |nearly: &str| clause.match_indices(nearly).any(|(at, _)| is_done_behind(at + nearly.len()));
    !listed("全部 均").any(|all| clause.contains(all)) && (listed(PART).any(is_part) || listed(NEARLY).any(is_nearly))
}

/// Whether a clause says of some that they are left: “仅剩西山”, “还差1项”.
fn is_left_over(clause: &str) -> bool {
    let left = listed("仅剩 只剩 还剩 尚剩 尚余 仅余 只差 尚差 还差 就差").filter_map(|left| Some((clause.find(left)?, left)));
    left.min().is_some_and(|(at, left)| {
        let behind = &clause[at + left.len()..];
        !behind.is_empty() && !behind.contains('已') && !behind.ends_with(['天', '日']) && !clause[..at].ends_with(['不', '没'])
    })
}

/// Where a clause, or the one beside it, ends to say that all but something was done: “除西山外均已完成”. What was not asked is left out rightly.
fn all_but(at: usize, clauses: &[String]) -> Option<usize> {
    /// Words in which 除 is another.
    const OTHER: &str = "拆 清 消 解 排 扣 免 根 铲 剔 废 切 破 去 撤 删 开";
    const NOT_ASKED: &str = "不涉及 不适用 不属 不在 无需 无须 不需 不必 无关 未列入 未部署 未要求 已关闭 已注销 已闭库 已移 已取消 已撤销 长期坚持 持续 常态 \
        节假日 周末 涉密 不可抗力 此之 上述";
    let clause = clauses[at].as_str();
    let end = ["以外", "之外", "外"].into_iter().find_map(|out| Some((clause.find(out)?, out.len())));
    let (but, rest) = if let Some(but) = clause.strip_suffix("除外") {
        (but, None)
    } else {
        let from = clause.match_indices('除').map(|(at, _)| at).find(|at| {
            !listed(OTHER).any(|other| clause[..*at].ends_with(other))
                && !clause[*at..].chars().nth(1).is_some_and(|c| "尘险草锈名尽雪冰".contains(c))
        })?;
        match end.filter(|(out, _)| from < *out) {
            Some((out, length)) => (&clause[from..out], Some(&clause[out + length..])),
            None if from == 0 || clause[from..].starts_with("除了") => (&clause[from..], None),
            None => return None,
        }
    };
    if listed(NOT_ASKED).any(|not| but.contains(not)) {
        return None;
    }
    match rest.filter(|rest| !rest.is_empty()) {
        Some(rest) => is_of_all(rest).then_some(at),
        // “均已完成，西山除外”, “除西山外，其余均已完成”.
        None => (0..clauses.len())
            .filter(|other| other.abs_diff(at) <= 1 && is_of_all(&clauses[*other]))
            .map(|other| other.max(at))
            .max(),
    }
}

/// Whether some words say of all that is meant that it was done; “除…外，还开展了培训” tells of more.
fn is_of_all(words: &str) -> bool {
    let is_more = words.starts_with(['还', '另', '并', '也', '同', '又']);
    !is_more && listed("均 都 全部 皆 悉数 其余 其他 其它 已完成 已办结 已全").any(|all| words.contains(all)) && has_done(words)
}

/// Whether a clause says of the rest, or of all, that it was done too.
fn is_rest_done(clause: &str) -> bool {
    const REST: &str = "全部 均 都 其余 剩余 其他 其它 余下 另 也 亦 已补 现 整体";
    let ends = listed("完成 完毕 办结 销号").any(|end| clause.contains(end));
    let rest = || listed(REST).any(|rest| clause.contains(rest)) && has_done(clause);
    (ends || rest()) && !is_part_done(clause) && !is_later(clause)
}

/// Whether what a clause says is not so, or not yet.
fn is_later(clause: &str) -> bool {
    listed("未 没 不 下周 下月 下季 明年 预计 拟 计划 待 前完成 底完成 继续 限期 尽快 力争 争取 正在 仍在 尚 限时")
        .any(|later| clause.contains(later))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_in_part_is_not_whole() {
        for words in "已完成2/3|已完成２／３|完成约三分之二|任务完成率80%|进度80%|已完成百分之八十|完成八成|完成了七成|已完成一半|完成大半|已完成大部分|绝大部分已完成|多数已完成|部分完成|\
            已部分完成|基本完成|基本落实|初步完成|大体完成|主要任务已完成|3项完成2项|三项任务完成两项|3座矿山已检查2座|应检查3座，实际检查2座|共3项，已完成2项|共3项，其中2项已完成|\
            完成3项中的2项|除西山外均已完成|除西山石场外，其余均已完成|除第3项外全部完成|均已完成，西山除外|除了西山都已完成|除西山，其余均已完成|仅剩西山|已完成2项，仅剩1项|还差1项|\
            已完成2/3，已催办|大部分完成，其余下周完成|完成过半，正在推进|2/3已完成|三分之二已落实|80%已完成|80%的任务已完成|完成90%以上|3项任务已完成2项，剩余1项12月完成|\
            计划检查3座，已检查2座|任务3项，完成2项|已完成四分之三|完成九成以上|整改完成率95%|已完成98.5%|完成半数|五家已报送三家|部分已完成"
            .split('|')
        {
            assert!(done_in_part(&SaidText::of(words)), "{words}");
        }
        for words in "已完成|已完成100%|100%完成|百分之百完成|完成率100%|已完成3/3|3项任务完成3项|共3项，已完成3项|共3项，全部完成|全部3项均完成|3项均已完成|\
            除不涉及的事项外均已完成|除已关闭的矿山外均已检查|除完成检查外，还开展了培训|除险加固已完成|拆除2处，已完成|已于9/30完成|于9/30完成|2025/9/30完成|\
            部分完成后继续推进，9月30日全部完成|8月完成80%，9月30日已完成|大部分已完成，其余也已完成|共3项，已完成2项，1项已移交|3座矿山边坡专项检查已完成|基本农田保护检查已完成|\
            主要负责人已落实整改|第3项已完成|分2次完成3次培训|2座矿山检查2次，已完成|已完成3次检查，检查2座矿山|预计整改5项，实际整改5项，全部完成|已整改，部分资料后补|该部分已完成|\
            剩余部分已完成|其余部分已完成|各部分均已完成|完成检查3座次，整改2项"
            .split('|')
        {
            assert!(!done_in_part(&SaidText::of(words)), "{words}");
        }
    }
}
