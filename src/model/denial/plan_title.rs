//! Titles of papers about a plan that are none: one that asks for opinions, that puts it off, a draft of it, or the plan of another year.

use super::listed;
use crate::model::plain::plain_name;

/// What a plan is called.
const PLANS: &str = "计划 方案 安排 要点";

/// Whether a title is that of a draft of a plan, or of a paper about one: “关于征求《…计划》意见的函”, “延期制定…计划的说明”, “…计划执行情况的报告”.
pub(in crate::model) fn is_paper_about_plan(title: &str) -> bool {
    const DRAFTS: &str =
        "征求意见稿 送审稿 讨论稿 草案 初稿 草稿 未定稿 报批稿 审议稿 代拟稿 待审稿 建议稿 拟稿 征求稿 模板 范本 样本 样稿";
    const ASKS: &str = "征求 征集 听取 请示 报批 提请 报请 送审 请予审 审议 审定 修改意见 反馈意见 的意见 复函 意见的函";
    const PUTS_OFF: &str = "延期 推迟 暂缓 延后 暂不 不再 缓期 取消 撤销 撤回 废止 终止 中止 暂停 停止 搁置";
    let plain = plain_name(title);
    let has = |words: &'static str| listed(words).any(|word| plain.contains(word));
    // What it was that went out is said first: “关于印发《…计划》（已征求意见）的通知”.
    let is_sent = listed("印发 下发 发布 公布 批准 同意 审议通过").any(|sends| plain.contains(sends))
        && !has("征求 征集 拟印发 送审 报批 未 暂");
    let named = listed(PLANS).filter_map(|word| plain.rfind(word).map(|at| (at, at + word.len()))).max();
    let Some((at, end)) = named else { return has(DRAFTS) };
    // Of what came first: “取消不合理收费专项检查计划” is a plan, “取消2025年度检查计划的通知” takes one back.
    let (before, behind) = (&plain[..at], &plain[end..]);
    let puts_off = listed(PUTS_OFF).any(|off| {
        let ends_there = before.find(off).is_some_and(|from| {
            let rest = before[from + off.len()..].trim_start_matches(['《', '〈', '“']);
            rest.is_empty()
                || listed("制定 制订 编制 印发 下达 实施 执行 出台 报送 发布 本 年 今年 关于 20 该 部分")
                    .any(|of| rest.starts_with(of))
        });
        ends_there || behind.starts_with(off)
    });
    let is_told_of =
        listed("情况 总结 说明 汇报 评估").any(|tells| behind.contains(tells)) && !behind.contains(['及', '和', '附']);
    has(DRAFTS) || (has(ASKS) && !is_sent) || puts_off || is_told_of
}

/// Whether a title names the year of its plan, and that is another.
pub(in crate::model) fn is_of_another_year(title: &str, year: u16) -> bool {
    let plain = plain_name(title);
    let named = years_of_plan(&plain);
    let last_year = || {
        listed("上年度 上一年度 去年 上年").any(|last| plain.contains(last)) && !plain.contains("本年") && !plain.contains("今年")
    };
    if named.is_empty() {
        last_year() && !plain.contains("总结")
    } else {
        !named.iter().any(|(from, to)| (*from..=*to).contains(&year))
    }
}

/// The years, or spans of them, that stand at a plan in a title: not that of a meeting whose decisions it carries out, nor that of a paper's number.
fn years_of_plan(plain: &str) -> Vec<(u16, u16)> {
    const OTHER: &str = "会议 精神 部署 要求 文件 通知 总结 意见 以来 情况 问题";
    let years = years(plain);
    let mut found: Vec<(u16, u16)> = Vec::new();
    let mut at = 0;
    while let Some((from, mut to, mut last)) = years.get(at).copied() {
        let first = last;
        at += 1;
        if let Some((next, end, until)) = years.get(at).copied() {
            let between = plain[to..next].trim_start_matches('年').trim_start_matches('度');
            if listed("- — —— － – ~ ～ 至 到 −").any(|sign| sign == between) && first <= until {
                (to, last) = (end, until);
                at += 1;
            }
        }
        let (before, behind) = (&plain[..from], &plain[to..]);
        let in_number = before.ends_with(['〔', '[', '【']) || behind.starts_with(['〕', ']', '】']);
        // “2024年12月修订的” tells when, and no plan's year.
        let is_day = behind.strip_prefix('年').is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('月')
                && rest.starts_with(|c: char| c.is_ascii_digit())
        });
        let named = listed(PLANS).filter_map(|word| behind.find(word)).min();
        let is_of_plan = named.is_some_and(|named| !listed(OTHER).any(|other| behind[..named].contains(other)));
        if is_of_plan && !in_number && !is_day {
            found.push((first, last));
        }
    }
    found
}

/// The years in a title, each with where it stands: 2024, 二〇二四, and 24年度.
fn years(plain: &str) -> Vec<(usize, usize, u16)> {
    let digit = |c: char| {
        c.to_digit(10).or_else(|| {
            "零一二三四五六七八九"
                .chars()
                .position(|known| known == c || c == '○' && known == '零')
                .and_then(|digit| u32::try_from(digit).ok())
        })
    };
    let mut found = Vec::new();
    let mut run: Vec<(usize, u32)> = Vec::new();
    for (at, c) in plain.char_indices().chain([(plain.len(), '\0')]) {
        if let Some(digit) = digit(c) {
            run.push((at, digit));
            continue;
        }
        let number = run.iter().fold(0, |number, (_, digit)| (number * 10 + digit) % 100_000);
        let year = match run.len() {
            4 if (1990..2100).contains(&number) => Some(number),
            2 if plain[at..].starts_with("年度") => Some(2000 + number),
            _ => None,
        };
        if let (Some(year), Some((from, _))) = (year.and_then(|year| u16::try_from(year).ok()), run.first()) {
            found.push((*from, at, year));
        }
        run.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_about_a_plan_is_none() {
        for title in "2025年度监督检查计划（征求意见稿）|2025年度监督检查计划（送审稿）|2025年度监督检查计划（草稿）|2025年度监督检查计划（报批稿）|\
            关于征求《2025年度监督检查计划》意见的函|关于征求2025年度监督检查计划意见的通知|关于延期制定2025年度监督检查计划的说明|\
            关于推迟印发《2025年度监督检查计划》的报告|关于报请审定2025年度监督检查计划的请示|关于对2025年度监督检查计划的修改意见|\
            关于2025年度监督检查计划有关情况的说明|关于2025年度监督检查计划执行情况的报告|关于废止2025年度监督检查计划的通知|\
            关于暂缓实施2025年度监督检查计划的通知|2025年度监督检查计划编制说明|关于请就2025年度监督检查计划反馈意见的函|\
            关于2025年度监督检查计划征求意见情况的复函|2025年度监督检查计划执行情况总结"
            .split('|')
        {
            assert!(is_paper_about_plan(title), "{title}");
        }
        for title in "2025年度非煤矿山安全生产监督检查计划（虚构）|关于印发《2025年度监督检查计划》的通知|关于调整2025年度监督检查计划的通知|\
            2025年监督检查工作方案|2025年度执法检查工作安排|关于印发2025年度监督检查计划及编制说明的通知|关于同意2025年度监督检查计划的批复|\
            停产停业矿山2025年监督检查计划|关于报送2025年度监督检查计划的报告|2025年度取消行政许可后监督检查计划|2025年安全生产工作要点|\
            关于落实联席会议意见的2025年度监督检查计划|2024年度计划执行情况和2025年度监督检查计划|关于下达2025年度监督检查计划的通知"
            .split('|')
        {
            assert!(!is_paper_about_plan(title), "{title}");
        }
    }

    #[test]
    fn a_plan_of_another_year() {
        for title in "2024年度监督检查计划|2024年非煤矿山安全生产监督检查计划|关于印发《2026年度监督检查计划》的通知|二〇二四年度监督检查计划|\
            ２０２４年度监督检查计划|2023-2024年度监督检查计划|24年度监督检查计划|2024监督检查计划|2022年至2024年监督检查计划|上年度监督检查计划"
            .split('|')
        {
            assert!(is_of_another_year(title, 2025), "{title}");
        }
        for title in "2025年度监督检查计划|监督检查计划|二〇二五年度监督检查计划|2024-2026年监督检查三年计划|2024—2025年度监督检查计划|25年度监督检查计划|\
            关于落实2024年联席会议精神的监督检查计划|监督检查计划（云区应急〔2024〕2号）|2024年度计划执行情况和2025年度监督检查计划|\
            2024年12月修订的监督检查计划|治本攻坚三年行动（2024－2026年）监督检查计划|2025年度监督检查计划（2024年12月30日印发）|对2023年、2024年未检查矿山的2025年监督检查计划"
            .split('|')
        {
            assert!(!is_of_another_year(title, 2025), "{title}");
        }
    }
}
