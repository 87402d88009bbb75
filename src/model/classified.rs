//! The mark that a classified paper bears (密级): 绝密, 机密 or 秘密 with a star or a term, in brackets, after its label or standing apart,
//! however it is spelt. Sentences that speak of secrets bear none: 商业秘密, 机密性, 保守国家秘密.

use crate::text::{SpelledSign, spelled_signs};

const LEVELS: [[char; 2]; 3] = [['绝', '密'], ['机', '密'], ['秘', '密']];
/// What stands before a mark that is filled into a form.
const LABELS: [&str; 8] = ["密级", "密别", "保密等级", "保密级别", "秘密等级", "涉密等级", "涉密级别", "定密"];

/// Whether a text bears the mark, on any of its lines.
#[must_use]
pub fn is_classified(text: &str) -> bool {
    text.lines().any(|line| {
        let signs: Vec<SpelledSign> = spelled_signs(without_ending(line)).collect();
        (0..signs.len().saturating_sub(1)).any(|at| is_mark(&signs, at))
    })
}

/// A file's name without its ending.
fn without_ending(line: &str) -> &str {
    let ending = |rest: &str| (1..=5).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    line.rsplit_once('.').filter(|(_, rest)| ending(rest)).map_or(line, |(stem, _)| stem)
}

/// Whether a mark begins at a place.
fn is_mark(signs: &[SpelledSign], at: usize) -> bool {
    if !LEVELS.iter().any(|level| level[0] == signs[at].sign && level[1] == signs[at + 1].sign) {
        return false;
    }
    let graded = signs.get(at + 2).is_some_and(|next| next.sign == '级');
    let end = at + 2 + usize::from(graded);
    let (before, after) = (at.checked_sub(1).map(|at| &signs[at]), signs.get(end));
    let sign = |sign: Option<&SpelledSign>| sign.map_or(' ', |sign| sign.sign);
    let free = before.is_none_or(|before| !is_han(before.sign));
    let gap = after.is_some_and(|after| after.apart);
    let inner = signs[at + 1].apart && after.is_none_or(|after| after.apart || !is_han(after.sign));
    is_star(sign(before))
        || is_star(sign(after))
        || (is_bracket(sign(before)) && is_bracket(sign(after)))
        || labelled(&signs[..at])
        || (free && (graded || inner || has_term(&signs[end..])))
        || (before.is_none() && (stands_alone(&signs[end..]) || gap || matches!(sign(after), ':' | '|' | '〔' | '〕')))
        || (after.is_none() && before.is_some() && signs[at].apart)
}

/// Whether the signs before a mark end with its label.
fn labelled(before: &[SpelledSign]) -> bool {
    let words: String = before.iter().map(|sign| sign.sign).collect();
    let words = words.trim_end_matches([':', '=', '为', '是', '〔', '〕', '"', '“', '「', '|']);
    LABELS.iter().any(|label| words.ends_with(label))
}

/// Whether a term follows: 1年, 十年, 6个月, 长期.
fn has_term(after: &[SpelledSign]) -> bool {
    let is_number = |sign: &&SpelledSign| sign.sign.is_ascii_digit() || "一二三四五六七八九十两百".contains(sign.sign);
    let number = after.iter().take_while(is_number).count();
    let rest: String = after[number..].iter().take(2).map(|sign| sign.sign).collect();
    let unit = ["年", "个月", "月", "天", "日"].iter().any(|unit| rest.starts_with(unit));
    (number > 0 && unit) || (number == 0 && (rest == "长期" || rest == "永久"))
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
    matches!(c, '★' | '☆' | '✩' | '✭' | '✯' | '⭐' | '✪' | '✱' | '*' | '※' | '▲')
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
    ];

    #[test]
    fn the_mark_in_every_spelling() {
        assert!(MARKED.len() >= 60 && INNOCENT.len() >= 60);
        let missed: Vec<&&str> = MARKED.iter().filter(|text| !is_classified(text)).collect();
        let wrong: Vec<&&str> = INNOCENT.iter().filter(|text| is_classified(text)).collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed {missed:?}, wrong {wrong:?}");
    }
}
