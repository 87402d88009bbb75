//! Titles in up to three balanced lines (7.3.1: 多行标题排列应当使用梯形或菱形), broken where words end.

use super::styles::TITLE;
use super::text::{BREAK, Para, Run};
use super::xml::Xml;
use crate::report::paper::Title;
use crate::text::width;

/// A line holds twenty characters of 22 pt; one is left free, since figures are wider than half of one in most fonts. Counted in
/// halves, as Latin takes them.
const HALVES: usize = 38;

pub(super) fn write(xml: &mut Xml, title: &Title) {
    let lines = lines(&title.words, &title.whole);
    let mut runs = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        if position > 0 {
            runs.push(Run::from_words(BREAK));
        }
        runs.push(Run::from_words(line));
    }
    Para { keep_next: true, ..Para::styled(TITLE) }.write(xml, &runs);
}

/// The lines of a title. More than three only where it does not fit otherwise.
pub(super) fn lines(words: &str, whole: &[String]) -> Vec<String> {
    let total = width(words);
    if total <= HALVES {
        return vec![words.to_owned()];
    }
    if total > 3 * HALVES {
        return filled(words);
    }
    let places = words.char_indices().skip(1);
    let breaks: Vec<(usize, u32)> = places.filter_map(|(at, _)| Some((at, reluctance(words, at, whole)?))).collect();
    let fewest = total.div_ceil(HALVES).max(2);
    // One line more is better than a word broken in two.
    let best = (fewest..=3).filter_map(|count| best(words, &breaks, count)).min_by_key(|(cost, _)| *cost);
    best.map_or_else(|| filled(words), |(_, lines)| lines)
}

/// The best way to break a title into two or three lines and what it costs, should there be one in which all fit.
fn best(words: &str, breaks: &[(usize, u32)], count: usize) -> Option<(u32, Vec<String>)> {
    let mut best: Option<(u32, Vec<String>)> = None;
    let mut consider = |at: &[(usize, u32)]| {
        let ends = at.iter().map(|(at, _)| *at).chain([words.len()]);
        let mut start = 0;
        let lines: Vec<&str> = ends.map(|end| &words[std::mem::replace(&mut start, end)..end]).collect();
        let widths: Vec<usize> = lines.iter().map(|line| width(line)).collect();
        if widths.iter().all(|width| *width <= HALVES) {
            let cost = at.iter().map(|(_, reluctance)| reluctance).sum::<u32>()
                + imbalance(&widths)
                + LINE_MORE * u32::try_from(count).unwrap_or_default();
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, lines.into_iter().map(str::to_owned).collect()));
            }
        }
    };
    for (position, first) in breaks.iter().enumerate() {
        if count == 2 {
            consider(&[*first]);
        } else {
            breaks[position + 1..].iter().for_each(|second| consider(&[*first, *second]));
        }
    }
    best
}

/// What each further line costs.
const LINE_MORE: u32 = 40;

/// How far lines are from a trapezium or a rhombus.
fn imbalance(widths: &[usize]) -> u32 {
    let mean = widths.iter().sum::<usize>() / widths.len();
    let off: usize = widths.iter().map(|width| width.abs_diff(mean).pow(2)).sum::<usize>() / 4;
    let waisted = matches!(widths[..], [first, middle, last] if middle < first && middle < last);
    let block = widths.iter().all(|width| *width == widths[0]);
    u32::try_from(off).unwrap_or(u32::MAX / 4) + if waisted { 60 } else { 0 } + if block { 8 } else { 0 }
}

/// Lines as full as they can be, for a title that is too long for three.
fn filled(words: &str) -> Vec<String> {
    let (mut lines, mut start, mut end, mut wide) = (Vec::new(), 0, 0, 0);
    for (at, c) in words.char_indices() {
        if at > start && may_break(words, at) {
            end = at;
        }
        let more = width(c.encode_utf8(&mut [0; 4]));
        if wide + more > HALVES && end > start {
            lines.push(words[start..end].to_owned());
            wide = width(&words[end..at]);
            start = end;
        }
        wide += more;
    }
    lines.push(words[start..].to_owned());
    lines
}

/// Whether a line may end at a place at all, whatever is said there.
fn may_break(words: &str, at: usize) -> bool {
    let (before, after) = words.split_at(at);
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let number = last.is_ascii_digit() && "年月日号期座次项个名".contains(next);
    let latin = last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    // The kind of paper, at the end, is one word.
    let end = after.chars().nth(1).is_none();
    !number && !latin && !end && !CLOSING.contains(next) && !OPENING.contains(last)
}

/// How badly a title is broken at a place; `None` where it must not be.
fn reluctance(words: &str, at: usize, whole: &[String]) -> Option<u32> {
    let (before, after) = words.split_at(at);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    let within = |name: &String| words.match_indices(name.as_str()).any(|(start, _)| start < at && at < start + name.len());
    if whole.iter().any(within) || !may_break(words, at) {
        return None;
    }
    let name_ends = whole.iter().any(|name| before.ends_with(name.as_str()) || after.starts_with(name.as_str()));
    let seam = name_ends || is_seam(last);
    Some(match next {
        '的' => 60,
        _ if after.starts_with("关于") => 0,
        _ if before.ends_with("关于") => 5,
        _ if seam => 2,
        _ if before.ends_with('关') && next == '于' => 80,
        _ if OPENING.contains(next) => 6,
        // Most words are of two characters: counted from where one must begin, an odd place is likely within one.
        _ if since_seam(before).is_multiple_of(2) => 10,
        _ => 60,
    })
}

/// Whether a word ends with that character, whatever follows.
fn is_seam(last: char) -> bool {
    "的、和及".contains(last) || last.is_ascii() || CLOSING.contains(last) || OPENING.contains(last)
}

/// How many characters stand behind the last place where a word must begin.
fn since_seam(before: &str) -> usize {
    let start = before.rfind("关于").map_or(0, |at| at + "关于".len());
    let behind = &before[start..];
    let last = behind.char_indices().rfind(|(_, c)| is_seam(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    behind[last..].chars().count()
}

const OPENING: &str = "（《〈“‘〔【";
const CLOSING: &str = "）》〉”’〕】，。、；：！？%％";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_where_words_end() {
        let names = ["大山石场（虚构）".to_owned(), "某市某区应急管理局".to_owned()];
        let title = "某市某区应急管理局关于大山石场（虚构）重大隐患处理情况的通报";
        assert_eq!(lines(title, &names), ["某市某区应急管理局关于大山石场（虚构）", "重大隐患处理情况的通报"]);
        assert_eq!(lines("关于召开会议的通知", &names), ["关于召开会议的通知"]);
    }

    #[test]
    fn no_title_is_lost_or_too_wide() {
        for count in 1..90 {
            let title: String = "关于印发2025年（某）矿山安全监管机制的通知、".chars().cycle().take(count).collect();
            let lines = lines(&title, &[]);
            assert_eq!(lines.concat(), title);
            assert!(lines.iter().all(|line| width(line) <= HALVES), "{lines:?}");
            assert!(width(&title) > 3 * HALVES - 12 || lines.len() <= 3, "{lines:?}");
        }
    }
}
