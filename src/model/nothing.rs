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

/// Whether words say nothing, and not even that there is nothing: “待定”, “略”, “/”.
pub(super) fn leaves_open(words: &str) -> bool {
    const NONE: &str = "无 没有 none nil nothing";
    says_nothing(words) && !parts(words).iter().any(|part| listed(NONE).any(|none| part.contains(none)))
}

/// Whether words that should say how something is kept back say that everybody may know it (“公开上网”), and no more.
pub(super) fn is_for_everybody(words: &str) -> bool {
    const SAID: &str = "公开 上网 挂网 无需保密 不需保密 不保密 不作保密 无保密要求 public published";
    const REST: &str =
        "可以 可 已 均 全文 全部 向 社会 发布 公布 在 门户 政府 网站 政务 官网 平台 对外 主动 予以 并 和 后 的 本 通报 件 虚构";
    let parts = parts(words);
    parts.iter().any(|part| listed(SAID).any(|said| part.contains(said)))
        && parts.iter().all(|part| is_made_of(part, &[SAID, REST]))
}

/// Whether words, where somebody should say how something goes, say no more than that a paper was read (已阅), or that nothing moved on
/// (无进展): every part of them does. That something is under way (整改中) says more.
pub(super) fn only_acknowledges(words: &str) -> bool {
    const READ: &str = "已阅 阅知 阅悉 阅示 圈阅 传阅 阅 收悉 收到 签收 知悉 知晓 知道 获悉 已知 已读 阅读 存档 归档 存查 备查 好的 \
        received noted read seen acknowledged ok okay";
    const NO: &str = "没有 未见 未有 未取得 没 毫无 无 not no";
    /// What there would be to tell.
    const NEWS: &str = "进展 进度 变化 变动 变更 动态 更新 新情况 progress change changes update updates news";
    /// That it stands as somebody said before.
    const SAME: &str = "同上 同前 相同 一致 一样 不变 未变 如前 依旧 照旧 如故";
    const BEFORE: &str = "与 和 同 上次 上期 上周 上月 上季度 上年 前次 前期 此前 之前 原 保持";
    const REST: &str = "已经 已 均 都 全部 暂时 暂 目前 尚 还 仍 仍然 截至 至 今 新 的 了 任何 明显 实质性 实质 其他 相关 有关 情况 工作 整改 \
        办理 来文 来件 此件 此文 本件 文件 通知 通报 该 本 此 事项 内容 我 单位 局 分局 领导 同志 负责人 yet new sofar still";
    const THANKS: &str = "谢谢 感谢 辛苦了 thanks thankyou";
    // Asked of every text that is read: most are longer, or have none of the signs without which they say something.
    const LONGEST: usize = 96;
    let words = words.trim();
    let may =
        words.len() <= LONGEST && (words.is_ascii() || words.chars().any(|c| "阅收悉知读无没未同不一存归好如依照".contains(c)));
    if !may {
        return false;
    }
    let parts: Vec<String> = parts(words).into_iter().filter(|part| part != "虚构").collect();
    let has = |part: &str, list: &'static str| listed(list).any(|one| part.contains(one));
    let acknowledges = |part: &String| {
        let is_read = has(part, READ) && is_made_of(part, &[READ, REST]);
        let is_no_news = has(part, NO) && has(part, NEWS) && is_made_of(part, &[NO, NEWS, REST]);
        let is_same =
            (has(part, SAME) || part.contains("同上") || part.contains("同前")) && is_made_of(part, &[SAME, BEFORE, NEWS, REST]);
        is_read || is_no_news || is_same
    };
    parts.iter().any(acknowledges)
        && parts.iter().all(|part| acknowledges(part) || is_nothing(part) || listed(THANKS).any(|thanks| thanks == part))
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
    fn what_is_left_open_is_not_even_none() {
        for words in "待定|略|/|待补充|——|TBD".split('|') {
            assert!(leaves_open(words), "{words}");
        }
        for words in "无。|暂无|没有|None|无需协调|请协助监测".split('|') {
            assert!(!leaves_open(words), "{words}");
        }
    }

    #[test]
    fn what_everybody_may_know_is_not_kept_back() {
        for words in "公开上网。|可公开|向社会公布并公开|无需保密|全文上网（虚构）".split('|') {
            assert!(is_for_everybody(words), "{words}");
        }
        for words in "|不公开|仅限收文单位阅知，不转发、不上网。|限制公开范围|公开版隐去举报人|机要送达|不予公开".split('|')
        {
            assert!(!is_for_everybody(words), "{words}");
        }
    }

    #[test]
    fn what_was_only_read_tells_nothing() {
        for words in "已阅|阅|已阅。|已阅（虚构）|收悉|已收悉，谢谢。|来文已收到|我局已知悉该情况|领导已阅|无进展|暂无进展|情况同上|进展同上次|情况与上月相同|没变化|未取得实质性进展|已阅存档|好的|OK|目前尚无新的进展|\
            没有进展|整改无进展|无变化|无新情况、无进展|同上次|与上月相同|情况不变|已阅，无进展|无。无进展。|No progress|Noted.|\
            No news yet|Read"
            .split('|')
        {
            assert!(only_acknowledges(words), "{words}");
        }
        for words in "|无|整改中|经督促，仍无进展|已督促企业整改|正在推进|已阅并约谈企业负责人|收到企业整改报告|无进展，已约谈|整改完成50%|\
            已完成|企业停产，无进展|同意延期|与企业约谈|已读取监测数据|通知企业整改|未见明显裂缝|无炸药|同意|Work goes on|note"
            .split('|')
        {
            assert!(!only_acknowledges(words), "{words}");
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
