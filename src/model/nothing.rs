//! Words that stand in a place only so that it is not blank (无, 待定), that name nobody (待定, 张三（待定）), or that say that the thing was not
//! done (尚未封存). Forms ask for an answer, and people who have none write one of these.

use super::plain::plain_name;

/// Whether words say that there is nothing, or nothing yet, and no more: every part of them does, whatever stands between the parts.
pub(super) fn says_nothing(words: &str) -> bool {
    // Asked of every text that is read: most are longer, or have none of the signs without which a Chinese one says something.
    const LONGEST: usize = 72;
    let words = words.trim();
    let is_sign = |c: char| "无没未待不缺略空免".contains(c);
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

/// Whether a text says of something that is to be done that it was not: “尚未封存”. Where it says so of one thing and of another that it was
/// done, it does; what was found undone and has been done since it does not (“未封存的炸药已退库”).
pub(super) fn denies(words: &str) -> bool {
    if !may_deny(words) {
        return false;
    }
    let ends = |c: char| "，。；！？,;.!?\n".contains(c);
    let clauses: Vec<String> = words.split(ends).map(plain_name).collect();
    let (denied, rest): (Vec<&String>, Vec<&String>) = clauses.iter().partition(|clause| denies_act(clause));
    // What the enterprise did not do is beside what was done about it.
    let is_of_mine =
        |clause: &&String| ["企业", "矿山", "矿方", "该企业", "该矿", "业主", "矿主"].iter().any(|who| clause.starts_with(who));
    let is_done = rest.iter().any(|clause| clause.contains('已') || clause.contains("完成"));
    // What was found lacking is described where something is ordered about it: “排水沟未设置，责令停止作业”.
    let orders = |clause: &&String| listed("责令 下达 要求 督促 立即 限期 撤出").any(|order| clause.contains(order));
    if rest.iter().any(orders) && !denied.iter().any(|clause| listed(NOT_YET).any(|no| clause.contains(no))) {
        return false;
    }
    !(denied.is_empty() || is_done && denied.iter().all(is_of_mine))
}

/// What says that something is not so now, whatever else was found or ordered.
const NOT_YET: &str = "尚未 还未 仍未 还没 未能 无法 拒绝 拒不 没能";

/// Whether a text has a word without which it denies nothing: looked through once, for every text is.
fn may_deny(words: &str) -> bool {
    let mut last = ' ';
    let says_no = |c: char| {
        let is_no = matches!((last, c), (_, '未' | '没' | '拒') | ('无', '法') | ('不', '予'));
        last = c;
        is_no
    };
    words.chars().any(says_no) || (words.is_ascii() && (words.contains("not ") || words.contains("n't ")))
}

/// Whether one clause does.
fn denies_act(clause: &str) -> bool {
    /// What says that something was not so, the longest first.
    const NO: &str = "尚未 还未 仍未 均未 并未 未能 未予 还没有 还没 没有 没能 无法 拒绝 拒不 不予 未 没";
    /// What may stand between that and the act.
    const HOW: &str = "对 及时 按期 按时 按要求 完全 全部 全面 立即 进行 予以 有效 真正 实际 开始 组织";
    const ACTS: &str = "封存 退库 清退 收缴 扣押 清点 停产 停工 停建 停止 停业 停供 撤出 撤离 疏散 处理 处置 采取 落实 执行 完成 整改 \
        治理 恢复 复绿 关闭 封闭 设置 到位 办理 动工 开展 实施 验收 拆除 回填";
    // What is said of something else, which then was dealt with, or of a time before.
    const OF_ANOTHER: &str = "的 前 之前 以前 期间 时 部分 情形 情况 问题 隐患";
    if ["已将", "发现", "未见", "存在", "无未", "防止", "避免"].iter().any(|other| clause.contains(other)) {
        return false;
    }
    let acted_after = |no: &str| {
        clause.match_indices(no).any(|(at, _)| {
            let mut rest = &clause[at + no.len()..];
            while let Some(after) = listed(HOW).find_map(|how| rest.strip_prefix(how)) {
                rest = after;
            }
            // “未对库存炸药封存”: the thing stands before the act.
            let act = listed(ACTS).filter_map(|act| rest.find(act).map(|from| (from, from + act.len()))).min();
            act.is_some_and(|(from, to)| {
                let is_near = rest[..from].chars().count() <= 8;
                let is_of_another = listed(OF_ANOTHER).any(|of| rest[to..].starts_with(of));
                is_near && !is_of_another && !rest[to..].chars().take(5).any(|c| c == '的')
            })
        })
    };
    let is_english = ["notyet", "hasnot", "havenot", "wasnot", "werenot", "notbeen", "notsealed", "notstopped", "n't"];
    listed(NO).any(acted_after) || is_english.iter().any(|no| clause.contains(no))
}

/// The parts of some words, as they are compared, without what stands between them.
fn parts(words: &str) -> Vec<String> {
    let plain = plain_name(words).replace("n/a", "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether one part says that there is nothing: words for none, not or not yet, with what there is none of and nothing else.
fn is_nothing(part: &str) -> bool {
    /// Alone they say it.
    const WHOLE: &str = "略 从略 缺 空 空白 免 na none nothing nil null tbd tba tbc unknown pending undecided undetermined notknown \
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
fn is_made_of(words: &str, of: &[&'static str]) -> bool {
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
fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_only_so_that_it_is_not_blank() {
        for words in "|无|—|（无）|没有|暂无|待定|待确定|待 确 认|未确定|暂未确定|尚未确定|未知|不明|情况不详|待补|待定、无|\
            待定/待补充|无（待补充）|暂缺|未采取|未采取措施|未采取任何措施|无意见和建议|暂未明确|不适用|有待确定|\
            另行通知后待定|N/A|n／a|TBD|to be determined|Unknown|×××|XXX|……|？？|待核实后补充|不清楚|ｎｏｎｅ"
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

    #[test]
    fn what_was_not_done_is_denied() {
        for words in "未封存|尚未封存|炸药未封存。|已到场，尚未对库存炸药进行封存|没有停产|矿山拒绝停产|未能及时撤出人员|\
            无法清退|已停产，民爆物品还没退库|Explosives have not been sealed.|已责令，企业仍未落实，我局尚未封存|未按要求整改|\
            企业未整改，未封存"
            .split('|')
        {
            assert!(denies(words), "{words}");
        }
        for words in "已封存|已封存，未发现遗失|未封存的炸药已退库|未发现未封存的炸药|封存，未造成影响|停产期间未使用炸药|\
            已停产，人员无伤亡|未见异常，已封存|整改未完成前继续停产|未按规定停止作业的已责令停止|\
            企业未整改，我局已封存|排水沟未设置，责令停止作业|现场发现未设置警戒，已设置|所有未落实的措施已补齐|另案处理|Sealed; nothing noted."
            .split('|')
        {
            assert!(!denies(words), "{words}");
        }
    }
}
