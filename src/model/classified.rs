//! The mark that a classified paper bears (密级): 绝密, 机密 or 秘密 with a star or a term, in brackets, after its label or standing apart,
//! however it is spelt. Sentences that speak of secrets bear none: 商业秘密, 机密性, 保守国家秘密.

use crate::text::{SpelledSign, chinese_digit, spelled_signs};

const LEVELS: [[char; 2]; 3] = [['绝', '密'], ['机', '密'], ['秘', '密']];
/// What stands before a mark that is filled into a form: one of these, or what else is said of it with how it is graded behind (保密程度).
const LABELS: [&str; 3] = ["密级", "密别", "定密"];
const LABELLED: [&str; 4] = ["密级", "保密", "秘密", "涉密"];
const GRADES: [&str; 8] = ["等级", "级别", "程度", "层级", "类别", "标志", "标识", "标注"];
/// What may be filled in beside a mark: 密级：内部/机密.
const BESIDE: [&str; 8] = ["内部", "公开", "普通", "一般", "敏感", "秘密", "机密", "绝密"];

/// Whether a text bears the mark, on any of its lines, or down them where it is written as a column.
#[must_use]
pub fn is_classified(text: &str) -> bool {
    let mut column = Vec::new();
    for line in text.lines() {
        let signs: Vec<SpelledSign> = spelled_signs(without_ending(line)).collect();
        if bears_mark(&signs) {
            return true;
        }
        match &signs[..] {
            // Lines of a sign or two are a column, whatever was left blank between them.
            [] => {}
            [_] | [_, _] => column.extend(signs.into_iter().map(|sign| SpelledSign { apart: false, ..sign })),
            _ if column.is_empty() => {}
            // What goes on in a line of words was begun above it (机 / 密★1年).
            _ => {
                column.extend(signs.iter().take(WITHIN + 1).map(|sign| SpelledSign { apart: false, ..*sign }));
                if bears_mark(&column) {
                    return true;
                }
                column.clear();
            }
        }
    }
    bears_mark(&column)
}

fn bears_mark(signs: &[SpelledSign]) -> bool {
    (0..signs.len()).any(|at| is_mark(signs, at))
}

/// A file's name without its ending.
fn without_ending(line: &str) -> &str {
    let ending = |rest: &str| (1..=5).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    line.rsplit_once('.').filter(|(_, rest)| ending(rest)).map_or(line, |(stem, _)| stem)
}

/// How many signs of no word may stand within a mark (机/密, 机 | 密): what stands farther apart is of two cells or two sentences.
const WITHIN: usize = 8;

/// Whether a mark begins at a place.
fn is_mark(signs: &[SpelledSign], at: usize) -> bool {
    if signs[at].sign == '㊙' {
        return true;
    }
    let Some(level) = LEVELS.iter().find(|level| level[0] == signs[at].sign) else { return false };
    let within = signs[at + 1..].iter().take(WITHIN).take_while(|sign| !sign.sign.is_alphanumeric()).count();
    let second = at + 1 + within;
    if signs.get(second).is_none_or(|sign| sign.sign != level[1]) {
        return false;
    }
    let graded = signs.get(second + 1).is_some_and(|next| next.sign == '级');
    let end = second + 1 + usize::from(graded);
    let (before, after) = (at.checked_sub(1).map(|at| &signs[at]), signs.get(end));
    let sign = |sign: Option<&SpelledSign>| sign.map_or(' ', |sign| sign.sign);
    let free = before.is_none_or(|before| !is_han(before.sign));
    let starred = is_star(sign(before)) || is_star(sign(after));
    if within > 0 {
        return starred || (free && has_term(&signs[end..]));
    }
    let gap = after.is_some_and(|after| after.apart);
    let inner = signs[second].apart && after.is_none_or(|after| after.apart || !is_han(after.sign));
    starred
        || (is_bracket(sign(before)) && is_bracket(sign(after)))
        || labelled(&signs[..at])
        || (free && (graded || inner || has_term(&signs[end..])))
        || (before.is_none() && (stands_alone(&signs[end..]) || gap || matches!(sign(after), ':' | '|' | '〔' | '〕')))
        || (after.is_none() && before.is_some() && signs[at].apart)
}

/// How far before a mark its label may begin, with what is filled in beside the mark. No more is looked at: a text may hold a hundred
/// thousand marks.
const LABEL_REACH: usize = 20;

/// Whether the signs before a mark end with its label.
fn labelled(before: &[SpelledSign]) -> bool {
    let near = &before[before.len().saturating_sub(LABEL_REACH)..];
    let words: String = near.iter().map(|sign| sign.sign).collect();
    let is_label = |words: &str| {
        let graded = GRADES.iter().find_map(|grade| words.strip_suffix(grade));
        LABELS.iter().any(|label| words.ends_with(label))
            || graded.is_some_and(|words| LABELLED.iter().any(|label| words.ends_with(label)))
    };
    let mut rest = words.trim_end_matches(|c: char| !c.is_alphanumeric() || matches!(c, '为' | '是'));
    if is_label(rest) {
        return true;
    }
    // What is filled in beside it stands behind the label as well, apart from the mark and with no sentence between.
    let mut words = &*words;
    loop {
        rest = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_of_sentence(c));
        if rest.len() == words.len() {
            return false;
        }
        let Some(before) = BESIDE.iter().find_map(|beside| rest.strip_suffix(beside)) else { return is_label(rest) };
        words = before;
        if is_label(words.trim_end_matches(|c: char| !c.is_alphanumeric() || matches!(c, '为' | '是'))) {
            return true;
        }
    }
}

/// Whether a term follows: 1年, 十年, 半年, 6个月, 长期, also behind signs that stand for the star (机密◆1年). Behind what parts sentences, and
/// behind a bracket, it is one where it stands by itself: 机密，1年, not 秘密，3年内不得外传.
fn has_term(after: &[SpelledSign]) -> bool {
    let is_number = |sign: &&SpelledSign| {
        sign.sign.is_ascii_digit() || chinese_digit(sign.sign).is_some() || "十拾廿卅卌半两百佰".contains(sign.sign)
    };
    let lead = after.iter().take(WITHIN).take_while(|sign| !sign.sign.is_alphanumeric()).count();
    let is_loose = after[..lead].iter().any(|sign| is_of_sentence(sign.sign) || is_bracket(sign.sign));
    let after = &after[lead..];
    let number = after.iter().take_while(is_number).count();
    let rest: String = after[number..].iter().take(2).map(|sign| sign.sign).collect();
    let unit = if number > 0 { UNITS } else { WITHOUT_NUMBER }.iter().find(|unit| rest.starts_with(**unit));
    let Some(unit) = unit else { return false };
    let end = number + unit.chars().count();
    let stands = after.get(end).is_none_or(|next| next.apart || !next.sign.is_alphanumeric());
    let is_half = number == 1 && after[0].sign == '半';
    // A year is no term: 2025年.
    let is_year = *unit == "年" && number >= 4;
    !is_year && (stands || !(is_loose || is_half || unit.is_ascii()))
}

const UNITS: &[&str] = &["年", "个月", "月", "天", "日", "y"];
const WITHOUT_NUMBER: &[&str] = &["长期", "永久"];

/// Whether a sign ends a sentence or a part of one.
fn is_of_sentence(c: char) -> bool {
    "，。、；：！？,;:!?".contains(c)
}

/// Whether nothing follows but what a paper is called.
fn stands_alone(after: &[SpelledSign]) -> bool {
    let rest: String = after.iter().map(|sign| sign.sign).collect();
    matches!(&*rest, "" | "件" | "文件" | "资料" | "材料" | "公文")
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn is_star(c: char) -> bool {
    matches!(c, '*' | '※' | '▲' | '٭' | '⁎' | '∗' | '⋆' | '﹡' | '★' | '☆' | '⚝' | '✡'..='❋' | '⭐'..='⭒' | '🌟' | '🟀'..='🟘')
}

const fn is_bracket(c: char) -> bool {
    matches!(c, '〔' | '〕')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As papers, forms and names of files bear it; all invented.
    const MARKED: &[&str] = &[
        "机密★1年",
        "秘密★",
        "绝密★长期",
        "机密☆",
        "机密★",
        "秘密☆10年",
        "机密 ★ 1年",
        "机 密 ★ 1 年",
        "机　密",
        "绝 密",
        "秘 密",
        "机·密",
        "机-密",
        "绝—密",
        "秘_密",
        "机\u{200b}密★",
        "機密",
        "絕密",
        "祕密",
        "機密★１年",
        "絕密★長期",
        "祕密★十年",
        "絶密級",
        "【机密】",
        "[秘密]",
        "（绝密）",
        "(机密)",
        "〔秘密〕",
        "〖绝密〗",
        "<机密>",
        "【机 密】",
        "［機密］",
        "（秘密级）",
        "【绝密★】",
        "密级：机密",
        "密级:秘密",
        "密级 绝密",
        "密级： 机 密",
        "密 级：秘密",
        "密级为机密",
        "密级（秘密）",
        "密級：機密",
        "密别：秘密",
        "保密等级：机密",
        "涉密等级：秘密",
        "秘密等级：绝密",
        "定密：机密",
        "机密级",
        "秘密级，请妥善保管",
        "绝密级 关于某事（虚构）",
        "机密10年",
        "秘密 1年",
        "绝密长期",
        "机密6个月",
        "秘密三年",
        "机密*1年",
        "机密＊",
        "★机密",
        "☆秘密☆",
        "机密件",
        "绝密文件",
        "机密：关于某矿的情况（虚构）",
        "秘密 关于某矿的情况（虚构）",
        "机密|通报",
        "关于某矿的情况（机密）",
        "关于某矿的情况 机密",
        "机密-通报（虚构）.pdf",
        "通报（虚构）_秘密",
        "见附件【秘密】某某材料（虚构）",
        "标题\n机密★1年\n正文",
        "份号 000001 机密★1年",
        "通报(秘密)",
        "通报_秘密.docx",
        "通报（机密）.pdf",
        "机\u{FE0E}密★",
        "机\u{E0100}密★1年",
        "机\u{34F}密★",
        "机\u{E0020}密\u{E007F}★",
        "机\u{2066}密\u{2069}★",
        "机\u{3164}密★",
        "机\u{336}密\u{336}★",
        "机⠀密★",
        "机˙密★1年",
        "机/密★",
        "机 | 密 ★1年",
        "机、密★1年",
        "机+密 1年",
        "机*密★",
        "㊙密★1年",
        "㊙★",
        "机\n密\n★",
        "标题（虚构）\n秘\n\n密\n★\n十\n年\n正文",
        "绝\r\n密",
        "机\n密★1年",
        "机密⭑1年",
        "机密✦1年",
        "机密🌟",
        "机密⁎1年",
        "机密◆1年",
        "机密●长期",
        "机密叁年",
        "﹝机密﹞",
        "︻机密︼",
        "⟦绝密⟧",
        "密级→机密",
        "密级——机密",
        "機宻★1年",
        "机宻★1年",
        "絶宻★",
        "密级：机 宻",
        "密級：機宻",
        "密级等级机密",
        "保密程度：机密",
        "保密程度为秘密",
        "秘密级别：机密",
        "涉密标识：绝密",
        "密 级：内部/机密",
        "密级：公开 / 内部 / 机密",
        "密级：内部|秘密",
        "机密，1年",
        "机密,１年。",
        "机密：3年",
        "机密半年",
        "秘密半年，请妥善保管",
        "机密廿年",
        "机密卅年",
        "机密（壹年）",
        "机密（10年）",
        "机密（长期）",
        "机密1Y",
        "机、、、、密★",
        "机……密★1年",
        "机密 · · · · 1年",
        "机密——◆——1年",
        "机密，长期",
        "机密١年",
    ];

    const INNOCENT: &[&str] = &[
        "商业秘密",
        "涉及商业秘密的内容",
        "国家秘密",
        "保守国家秘密",
        "严守工作秘密",
        "机密性",
        "机密性、完整性和可用性",
        "保护举报人的秘密",
        "秘密举报",
        "秘密调查",
        "关于保密工作的通知",
        "不得写入国家秘密",
        "商业秘密保护三年行动",
        "保守商业秘密 2025 年培训",
        "涉密人员管理",
        "密级管理办法",
        "密级：无",
        "密级：公开",
        "密级为内部",
        "机密信息不得外传",
        "秘密，不得外传",
        "没有秘密可言",
        "公开的秘密",
        "商业秘密（技术资料）",
        "绝密飞行",
        "机密文件管理制度",
        "秘密会议",
        "某某秘书",
        "秘书处秘密",
        "机要密码",
        "紧密配合",
        "周密部署",
        "严密防范",
        "精密仪器",
        "密切联系",
        "保密",
        "加密",
        "密闭",
        "稠密",
        "精密机床",
        "司机密切注意",
        "机密舱门关闭不严是指机舱",
        "不涉及秘密",
        "绝不泄密",
        "杜绝密闭空间作业",
        "拒绝密闭作业",
        "柴油机密封不良",
        "挖掘机密封圈老化",
        "水泵机密封件更换",
        "发动机密封 3 年未换",
        "通风机密集布置",
        "破碎机密闭罩破损",
        "提升机密度",
        "皮带机密封罩",
        "压缩机密封泄漏 2025 年 3 月",
        "巡查发现一般隐患",
        "★重点督办",
        "☆☆☆",
        "【重要】通报",
        "（虚构）",
        "保密期限已满",
        "已解密",
        "内部资料",
        "机械密封",
        "绝对严密",
        "隐秘角落",
        "司机、密闭空间作业人员",
        "机/密封件更换",
        "挖掘机（密封件）更换",
        "保守秘密，3年内不得外传",
        "机\n构",
        "机\n密封件更换",
        "一\n二\n三",
        "机密半年报",
        "机密半年度检查",
        "秘密，3年内不得外传",
        "秘密，长期坚持检查",
        "保守秘密（3年内不得外传）",
        "机密，2025年3月起执行",
        "秘密。2025年，某矿停产",
        "保密程度",
        "保密程度：一般",
        "密级等级划分办法",
        "密 级：内部/公开",
        "密级：内部，商业秘密除外",
        "密级：内部。秘密会议另行通知",
        "保守商业秘密，1年",
        "涉及商业秘密（3年）",
        "国家秘密，10年",
        "精密程度",
        "严密程度一般",
        "司机、、、、密闭空间",
        "发电机——密封件 1 年未换",
        "水轮機密封 3 年",
        "保密标识牌",
        "絶對嚴密",
        "周宻部署",
        "机密性（1年一评）",
    ];

    #[test]
    fn the_mark_in_every_spelling() {
        assert!(MARKED.len() >= 60 && INNOCENT.len() >= 60);
        let missed: Vec<&&str> = MARKED.iter().filter(|text| !is_classified(text)).collect();
        let wrong: Vec<&&str> = INNOCENT.iter().filter(|text| is_classified(text)).collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:?}, wrong {wrong:?}");
    }

    /// A megabyte that begins to be a mark at every fourth sign, and is one at its end: it took half a minute of the gate's time.
    #[test]
    fn a_text_full_of_beginnings_of_a_mark_is_read_to_its_end() {
        let text = "不机密性".repeat(80_000);
        assert!(!is_classified(&text) && is_classified(&format!("{text}\n机密★1年")));
    }
}
