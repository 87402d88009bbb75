//! Words that stand in a place only so that it is not blank (无, 待定), or that name nobody (待定, 张三（待定）). Forms ask for an answer, and
//! people who have none write one of these.

use super::plain::plain_name;

/// Whether words say that there is nothing, or nothing yet, and no more: every part of them does, whatever stands between the parts.
pub(super) fn says_nothing(words: &str) -> bool {
    // Asked of every text that is read: most are longer, or have none of the signs without which a Chinese one says something.
    const LONGEST: usize = 72;
    let words = words.trim();
    let is_sign = |c: char| "无没未待不缺略空免同".contains(c);
    let is_chinese = |c: char| c.is_alphanumeric() && !c.is_ascii() && !('！'..='～').contains(&c);
    let may = words.len() <= LONGEST && (words.chars().any(is_sign) || !words.chars().any(is_chinese));
    may && parts(words).iter().all(|part| is_nothing(part))
}

/// Whether words name nobody: they say nothing, or of somebody that it is not settled who.
pub(super) fn names_nobody(words: &str) -> bool {
    const SOMEBODY: &str = "某某 某人 某某某 专人";
    const OPEN: &str = "待 未 不 暂 tb tobe un pending notyet";
    // Asked of everybody who is named: hardly any is named with one of the signs without which a Chinese name is somebody's.
    let is_sign = |c: char| !('\u{4e00}'..='\u{9fff}').contains(&c) || "无没未待不缺略空免专".contains(c);
    if !words.is_empty() && !words.starts_with('某') && !words.chars().any(is_sign) {
        return false;
    }
    let parts = parts(words);
    let is_stand_in = |part: &String| is_nothing(part) || listed(SOMEBODY).any(|one| one == part);
    let is_open = |part: &&String| listed(OPEN).any(|open| part.starts_with(open));
    parts.iter().all(is_stand_in) || parts.iter().filter(|part| is_nothing(part)).any(|part| is_open(&part))
}

/// The parts of some words, as they are compared, without what stands between them.
fn parts(words: &str) -> Vec<String> {
    let plain = plain_name(words).replace("n/a", "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether one part says that there is nothing: words for none, not or not yet, with what there is none of and nothing else.
fn is_nothing(part: &str) -> bool {
    /// Alone they say it.
    const WHOLE: &str = "略 从略 同上 同前 缺 空 空白 免 na none nothing nil null tbd tba tbc unknown pending undecided undetermined notknown \
        notyet notyetknown notapplicable tobedetermined tobedecided tobeconfirmed tobeadded tobesupplied";
    /// With others of their kind they do.
    const NONE: &str = "没有 暂缺 空缺 无 没 未 待 不";
    /// What is to be done about it, or is not.
    const VERBS: &str = "确定 确认 补充 补录 补报 补 填写 填报 填 核实 核定 核 查明 查实 查清 查 明确 明 落实 研究 商定 协商 商 议 通知 \
        安排 指定 任命 采取 登记 录入 完善 提供 告知 知道 知 详 清楚 清 适用 定 报 写 记 有";
    /// What there is none of, and what says when.
    const REST: &str = "暂时 暂 目前 尚 还 仍 均 都 另行 另 再 后 后续 中 为 是 的 了 任何 其他 相关 有关 具体 现场 情况 和 与 及 或 \
        措施 处置 处理 意见 建议 内容 说明 人员 人选 人 姓名 名单 信息 资料 材料 记录 议定 议题 事项 部署 依据 文号 \
        文书 编号";
    if listed(WHOLE).any(|one| one == part) || (2 <= part.len() && part.bytes().all(|byte| byte == b'x')) {
        return true;
    }
    // “有” alone, or a verb alone, says something.
    listed(NONE).any(|none| part.contains(none)) && is_made_of(part, &[NONE, VERBS, REST])
}

/// Whether words are made of these and of nothing else.
pub(super) fn is_made_of(words: &str, of: &[&'static str]) -> bool {
    // Whether the words up to a place are: each place is looked at once, whatever fits there.
    let mut reached = vec![false; words.len() + 1];
    reached[0] = true;
    for at in 0..words.len() {
        if reached[at] {
            for one in of.iter().flat_map(|list| listed(list)).filter(|one| words[at..].starts_with(one)) {
                reached[at + one.len()] = true;
            }
        }
    }
    reached[words.len()]
}

/// The words of a list, by blanks apart.
pub(super) fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_only_so_that_it_is_not_blank() {
        for words in "|无|—|（无）|没有|暂无|待定|待确定|待 确 认|未确定|暂未确定|尚未确定|未知|不明|情况不详|待补|待定、无|\
            待定/待补充|无（待补充）|暂缺|未采取|未采取措施|未采取任何措施|无意见和建议|暂未明确|不适用|有待确定|\
            另行通知后待定|N/A|n／a|TBD|to be determined|Unknown|×××|XXX|……|？？|待核实后补充|不清楚|ｎｏｎｅ|/|-|略|同上"
            .split('|')
        {
            assert!(says_nothing(words), "{words}");
        }
        for words in "撤出人员|已采取|措施|采取措施|确认|有|未发现问题|无证开采|不合格|未封存|待复查后恢复生产|明确责任|张三|\
            （虚构）|0|无线通信|停产|没有通风|补充通风设施|知情人员|XY|note"
            .split('|')
        {
            assert!(!says_nothing(words), "{words}");
        }
    }

    #[test]
    fn who_is_not_settled_is_nobody() {
        for words in "待定|无|张三（待定）|张三(待确认)|待定、无|某某|某人|专人|空缺|暂缺|免|略|待 定||XXX|张三、未定|TBD|ＴＢＤ|Zhang (to be confirmed)".split('|')
        {
            assert!(names_nobody(words), "{words}");
        }
        for words in "张三|张某甲|张三（代）|林某甲（虚构）|吴明|吴未|张三、无|待某乙|卜确定".split('|')
        {
            assert!(!names_nobody(words), "{words}");
        }
    }
}
