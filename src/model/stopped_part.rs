//! How far an order that stops or closes a mine goes (部位), in the words of whoever filed it: the whole mine, the whole but for what keeps people
//! safe, or a part. Many write there that it is all of it: 全矿, 整座矿山, 除排水系统外全矿, the mine's own name.

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
    let (rest, excepted) = without_exceptions(place);
    let mut is_safe = excepted.iter().all(|words| keeps_safe(words));
    let places = named(&rest);
    // Where nothing is named but what goes on, everything else stops; a word for the stop itself (停产范围) names nothing beside what it is of.
    let mut is_any_whole = places.is_empty() && !excepted.is_empty();
    let is_alone = places.len() == 1;
    for NamedPlace { words, within } in places {
        if is_exception(&words) {
            is_safe &= keeps_safe(&words);
            continue;
        }
        let (within_all, within_part): (Vec<&String>, Vec<&String>) = within.iter().partition(|more| is_whole(more));
        let says_more =
            within_part.iter().any(|more| !is_exception(more) && *more != "虚构" && !is_mine(more) && !more.starts_with('含'));
        let is_label = !is_alone && all_that(&words).is_some_and(|said| !said.all && !said.mine && !said.parts);
        is_any_whole |= if is_mine(&words) {
            !says_more
        } else {
            (is_whole(&words) && !is_label) || is_all_of_mine(&words) || within_all.iter().any(|more| names_mine(more))
        };
        is_safe &= within.iter().filter(|more| is_exception(more)).all(|more| keeps_safe(more));
    }
    !(is_any_whole && is_safe)
}

/// Words without what they except from a whole (除排水、通风外, 仅保留排水), and that, each piece of it without marks. What stands in brackets is
/// left where it is.
fn without_exceptions(words: &str) -> (String, Vec<String>) {
    const MARKS: [&str; 9] = ["除", "不含", "不包括", "仅保留", "只保留", "保留", "except", "excluding", "butfor"];
    let chars: Vec<char> = plain_name(words).chars().collect();
    let (mut rest, mut excepted, mut depth, mut at) = (String::new(), Vec::new(), 0_usize, 0);
    while let Some(c) = chars.get(at).copied() {
        match c {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let begins = |mark: &&&str| mark.chars().enumerate().all(|(off, one)| chars.get(at + off) == Some(&one));
        let mark = MARKS.iter().find(begins).filter(|_| depth == 0);
        // 拆除 is no exception, and “1号采区除外” names what it excepts before it.
        let is_one = mark.is_some_and(|mark| {
            let before = at.checked_sub(1).and_then(|before| chars.get(before));
            *mark != "除" || (chars.get(at + 1) != Some(&'外') && !before.is_some_and(|c| "拆清消解排删扣免开".contains(*c)))
        });
        let Some(mark) = mark.filter(|_| is_one) else {
            rest.push(c);
            at += 1;
            continue;
        };
        let end = end_of_exception(&chars, at + mark.chars().count());
        excepted.push(chars[at..end].iter().filter(|c| c.is_alphanumeric()).collect());
        rest.push(',');
        at = end;
    }
    (rest, excepted)
}

/// Where what is excepted ends: behind its 外, else with its clause.
fn end_of_exception(chars: &[char], from: usize) -> usize {
    let clause = (from..chars.len()).find(|at| ",;.，；。".contains(chars[*at])).unwrap_or(chars.len());
    let goes_on = |at: usize| chars.get(at + 1).is_some_and(|c| "运围部委包协来".contains(*c));
    let outside = (from..chars.len()).take_while(|at| !";.；。".contains(chars[*at]));
    let outside = outside.into_iter().find(|at| chars[*at] == '外' && !goes_on(*at));
    outside.map_or(clause, |at| at + 1)
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
    const ALL: &str = "其余 其他 全部 全面 全体 全域 全线 全 整个 整座 整体 整 所有 一切 各 whole entire all";
    /// A mine.
    const MINE: &str = "非煤矿山 矿山 矿区 矿井 矿场 矿 采石场 石场 企业 公司 该 本 the mine quarry site";
    /// Parts of it, where all are meant.
    const PARTS: &str = "井上下 井上井下 井上 井下 井巷 井 坑口 坑 厂区 厂 场区 场 采区 采场 采矿 采掘 开采 工作面 作业面 作业点 作业区 作业场所 场所 区域 区 部位 \
        生产系统 系统 生产线 生产经营 生产 环节 工序 作业 施工 建设 工程 项目 境界 操作 活动 of works workings production";
    /// What is said with it.
    const REST: &str =
        "的 境内 境 范围 内 停产 停工 停建 停止 停业 关闭 责令 撤离 撤出 均 都 及 和 与 一律 地 一座 座 个 为 系 是 即 包括";
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
    const MARKS: &str = "除 不含 不包括 仅保留 只保留 保留 以外 之外 外 except excluding butfor";
    const SAFE: &str = "抽排水 排水 抽水 供水 供风 压风 提升运送人员 人员升降 通风 供电 监测监控 监测 监控 巡查 巡检 值班 值守 看护 抢险 救援 应急 隐患 整改施工 整改 治理 安全 防汛 维护 尾矿库维护 边坡监测 办公区 办公 生活区 生活 \
        设施 设备 系统 人员 保安 安保 工作 作业 必要 所需 保障 正常 运行 运转 运作 措施 照明 消防 的 和 及 与 等 为 进行 消除 \
        drainage pumping ventilation power monitoring and";
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
            大山石场（除排水、通风外）|东采区（全矿停产）|除排水系统外全矿|除排水、通风等安全设施外全矿停产|全矿除排水系统外|\
            除排水、通风系统以外的全部生产系统|全部生产系统|停产范围：全矿|停产范围为全矿|全矿停产，仅保留排水、通风系统|\
            全矿不含排水系统|除抢险救援外，全矿一律停止作业|除排水系统外|全部采掘作业面|所有生产系统|全线停产|井上井下全部作业|\
            whole mine except drainage|除通风、排水、供电系统外，其余全部停止|除值守人员外全部撤离|全矿（不含办公区、生活区）|\
            除必要的排水、通风、监测外，停止一切作业|矿山范围内所有生产经营活动|除应急抢险外的所有作业"
            .split('|')
        {
            assert!(!names_part(whole, Some(&mine)), "{whole}");
        }
        for part in "1号采区|东采区|采区|井下|排土场|北部采场|大山石场1号采区|全部排土场|2号井|全矿（除1号采区外）|\
            全矿，1号采区除外|矿山北侧|尾矿库|爆破作业|作业面|北帮全部台阶|east pit|石场东侧|东采区（全部作业面）|1号采区（全区）|\
            除1号采区外全矿|除排水、1号采区外全矿|停产范围：东采区|停产整顿：1号采区|全矿停产，保留1号采区生产|除外运系统外全矿|\
            除选矿厂外全矿|东采区停产，其余正常生产|拆除作业|清除作业区|停产范围为东采区|全矿除北帮|大山石场北采区|大山石场（北采区）|粤北矿业公司大山石场北采区|全矿（1号采区除外）|东采区（除排水外）"
            .split('|')
        {
            assert!(names_part(part, Some(&mine)), "{part}");
        }
        assert!(names_part("大山石场", None));
    }
}
