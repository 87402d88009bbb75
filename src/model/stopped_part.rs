//! The part of a mine that an order stops (部位), in the words of whoever filed it. Many write there that it is all of it: 全矿, 整座矿山, the
//! mine's own name.

use super::kinds::Mine;
use super::plain::plain_name;

/// Whether words name a part of a mine, so that the rest may work on: not where they name the whole of it, alone or beside a part, nor where they
/// except from it only what keeps people safe. What stands in brackets says more of what is before it: “东采区（全部作业面）” is a part,
/// “全矿（含排土场）” the whole.
pub(super) fn names_part(place: &str, mine: Option<&Mine>) -> bool {
    let names = mine.into_iter().flat_map(|mine| std::iter::once(&mine.name).chain(&mine.former_names));
    let names: Vec<String> = names.map(|name| bare(name.as_str())).filter(|name| !name.is_empty()).collect();
    let all = bare(place);
    let is_mine = |words: &str| names.iter().any(|name| is_name(words, name));
    if is_mine(&all) || is_whole(&all) {
        return false;
    }
    let is_all_of_mine = |words: &str| names.iter().any(|name| is_whole_of(words, name));
    let (mut is_any_whole, mut is_safe) = (false, true);
    for NamedPlace { words, within } in named(place) {
        if is_exception(&words) {
            is_safe &= keeps_safe(&words);
            continue;
        }
        let (within_all, within_part): (Vec<&String>, Vec<&String>) = within.iter().partition(|more| is_whole(more));
        let says_more =
            within_part.iter().any(|more| !is_exception(more) && *more != "虚构" && !is_mine(more) && !more.starts_with('含'));
        is_any_whole |= if is_mine(&words) {
            !says_more
        } else {
            is_whole(&words) || is_all_of_mine(&words) || within_all.iter().any(|more| names_mine(more))
        };
        is_safe &= within.iter().filter(|more| is_exception(more)).all(|more| keeps_safe(more));
    }
    !(is_any_whole && is_safe)
}

/// Something that is named, with what stands in brackets behind it.
struct NamedPlace {
    words: String,
    within: Vec<String>,
}

/// What words name, one after the other.
fn named(words: &str) -> Vec<NamedPlace> {
    let (mut all, mut depth) = (vec![NamedPlace { words: String::new(), within: Vec::new() }], 0_usize);
    for c in plain_name(words).chars() {
        let Some(last) = all.last_mut() else { break };
        match c {
            '(' | '[' | '〔' | '【' => {
                depth += 1;
                last.within.push(String::new());
            }
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ if c.is_alphanumeric() => match last.within.last_mut() {
                Some(within) if 0 < depth => within.push(c),
                _ => last.words.push(c),
            },
            _ if depth == 0 => all.push(NamedPlace { words: String::new(), within: Vec::new() }),
            _ => {}
        }
    }
    all.retain(|named| !named.words.is_empty());
    all
}

/// Words as they are compared, without blanks and marks.
fn bare(words: &str) -> String {
    plain_name(words).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether words are a mine's name, or the end of it by which people call it (大山石场 of 某某公司大山石场).
fn is_name(words: &str, name: &str) -> bool {
    const SHORTEST: usize = 3;
    let called = |whole: &str| whole == words || (whole.ends_with(words) && SHORTEST <= words.chars().count());
    // What stands in brackets at its end is left out by most.
    called(name) || name.strip_suffix("虚构").is_some_and(called)
}

/// Whether words are a mine's name with words for all of it behind (大山石场全矿).
fn is_whole_of(words: &str, name: &str) -> bool {
    words.char_indices().any(|(at, _)| is_name(&words[..at], name) && is_whole(&words[at..]))
}

/// Whether words say no more than that all of a mine is meant: what it is called, which part of it not being said, all of its parts, or only
/// that it stops.
fn is_whole(words: &str) -> bool {
    all_that(words).is_some_and(|said| said.all || !said.parts)
}

/// Whether words say that of the mine itself (全矿), and not of what they may be said of (全部作业面).
fn names_mine(words: &str) -> bool {
    all_that(words).is_some_and(|said| said.mine)
}

/// What words say of a whole.
#[derive(Default)]
struct AllThat {
    all: bool,
    mine: bool,
    parts: bool,
}

/// What words say of a whole, where they say nothing else.
fn all_that(words: &str) -> Option<AllThat> {
    /// All of something.
    const ALL: &str = "全部 全面 全体 全 整个 整座 整体 整 所有 一切 各 whole entire all";
    /// A mine.
    const MINE: &str = "非煤矿山 矿山 矿区 矿井 矿场 矿 采石场 石场 企业 公司 该 本 the mine quarry site";
    /// Parts of it, where all are meant.
    const PARTS: &str = "井上下 井下 井巷 井 坑口 坑 厂区 厂 场区 场 采区 采场 采矿 开采 工作面 作业面 作业点 作业区 区域 区 部位 \
        生产系统 系统 生产线 生产 作业 施工 建设 工程 项目 境界 操作 活动 of works workings production";
    /// What is said with it.
    const REST: &str = "的 境内 境 范围 内 停产 停工 停建 停止 停业 关闭 均 都 及 和 与 一律 地 一座 座 个";
    let (mut rest, mut said) = (words, AllThat::default());
    while !rest.is_empty() {
        // 整顿 is no “整”.
        if let Some(after) = rest.strip_prefix("整顿") {
            rest = after;
            continue;
        }
        let lists = [(ALL, &mut said.all), (MINE, &mut said.mine), (PARTS, &mut said.parts)];
        let found = lists.into_iter().find_map(|(list, seen)| {
            let after = behind(rest, list)?;
            *seen = true;
            Some(after)
        });
        rest = found.or_else(|| behind(rest, REST))?;
    }
    Some(said)
}

/// Whether words except something (除排水外, 不含).
fn is_exception(words: &str) -> bool {
    ["除", "不含", "不包括", "except", "excluding"].iter().any(|mark| words.starts_with(mark)) || words.ends_with("除外")
}

/// Whether what is excepted is only what keeps people safe at a mine that stands still.
fn keeps_safe(excepted: &str) -> bool {
    const MARKS: &str = "除 不含 不包括 以外 之外 外 except excluding";
    const SAFE: &str = "抽排水 排水 通风 供电 监测监控 监测 监控 巡查 巡检 值班 值守 看护 抢险 救援 应急 隐患 整改 治理 安全 防汛 维护 \
        设施 设备 系统 人员 工作 作业 必要 的 和 及 与 等 为 进行 消除";
    let mut rest = excepted;
    while !rest.is_empty() {
        let Some(after) = behind(rest, MARKS).or_else(|| behind(rest, SAFE)) else { return false };
        rest = after;
    }
    true
}

/// What stands behind the first of some words, by blanks apart, that words begin with.
fn behind<'a>(words: &'a str, list: &str) -> Option<&'a str> {
    list.split_whitespace().find_map(|one| words.strip_prefix(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Record, RecordPath};

    fn mine() -> Mine {
        let text = "name = \"粤北矿业公司大山石场（虚构）\"\nformer_names = [\"红旗采石场\"]\ntown = \"gaocun\"\n";
        let path = RecordPath::Mine("dashan".parse().expect("an id"));
        let Ok(Record::Mine(mine)) = Record::read(&path, text) else { panic!("a mine") };
        *mine
    }

    #[test]
    fn all_of_a_mine_is_no_part_of_it() {
        let mine = mine();
        for whole in "全矿|整个矿山|全部|整座|全面|全 矿|全矿区|全井|全井下|矿山|矿井|本矿|该矿山全部区域|所有采区|各采场|\
            全矿停产|全部生产作业|整座矿山的全部生产系统|大山石场|大山石场（虚构）|粤北矿业公司大山石场|红旗采石场|\
            大山石场全矿|全矿（含排土场）|全矿、尾矿库|全矿（除排水、通风外）|全矿（排水系统除外）|Ｗhole mine|\
            entire mine|The whole of the mine|all|全厂|全公司|全面停产整顿|停产整顿|全境|矿区范围内|大山石场（全矿）|\
            大山石场（除排水、通风外）|东采区（全矿停产）"
            .split('|')
        {
            assert!(!names_part(whole, Some(&mine)), "{whole}");
        }
        for part in "1号采区|东采区|采区|井下|排土场|北部采场|大山石场1号采区|全部排土场|2号井|全矿（除1号采区外）|\
            全矿，1号采区除外|矿山北侧|尾矿库|爆破作业|作业面|北帮全部台阶|east pit|石场东侧|东采区（全部作业面）|1号采区（全区）|\
            大山石场北采区|大山石场（北采区）|粤北矿业公司大山石场北采区|全矿（1号采区除外）|东采区（除排水外）"
            .split('|')
        {
            assert!(names_part(part, Some(&mine)), "{part}");
        }
        assert!(names_part("大山石场", None));
    }
}
