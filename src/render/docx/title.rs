//! Titles in up to three balanced lines (7.3.1: 多行标题排列应当使用梯形或菱形), broken where words end.

use super::styles::TITLE;
use super::text::{BREAK, Para, Run};
use super::xml::Xml;
use crate::report::paper::Title;
use crate::text::{is_in_official_word, width, word_ends};

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
    let breaks = breaks(words, whole);
    let fewest = total.div_ceil(HALVES).max(2);
    // One line more is better than a word broken in two.
    let counts = (fewest..=fewest + 1).filter(|count| *count <= MOST);
    let best = counts.filter_map(|count| Breaking::best(words, &breaks, count)).min_by_key(|(cost, _)| *cost);
    best.map_or_else(|| filled(words, &breaks), |(_, lines)| lines)
}

/// The most lines of which every way to break them is weighed.
const MOST: usize = 4;

/// The most bytes of a title in which words are looked for.
const LONGEST: usize = 1500;

/// A place at which a line may end, and how badly it would.
#[derive(Debug, Clone, Copy)]
struct Break {
    at: usize,
    reluctance: u32,
}

/// Where the lines of a title may end.
fn breaks(words: &str, whole: &[String]) -> Vec<Break> {
    // No title is so long: whatever it is, it is not worth the time.
    let ends = if words.len() > LONGEST { Vec::new() } else { word_ends(words, whole) };
    let named = whole.iter().flat_map(|name| words.match_indices(name.as_str()).map(|(start, name)| (start, start + name.len())));
    let named: Vec<(usize, usize)> = named.collect();
    let places = words.char_indices().skip(1).map(|(at, _)| at);
    let free = places.filter(|at| !named.iter().any(|(start, end)| start < at && at < end));
    let of = |at| Some(Break { at, reluctance: reluctance(words, at, &named, &ends)? });
    free.filter_map(of).collect()
}

/// Every way to break a title into so many lines, weighed.
struct Breaking<'a> {
    words: &'a str,
    breaks: &'a [Break],
    best: Option<(u32, Vec<usize>)>,
}

impl Breaking<'_> {
    /// The best way and what it costs, should there be one in which all lines fit.
    fn best(words: &str, breaks: &[Break], count: usize) -> Option<(u32, Vec<String>)> {
        let mut breaking = Breaking { words, breaks, best: None };
        breaking.consider(&mut Vec::new(), 0, 0, count);
        let (cost, ends) = breaking.best?;
        let mut start = 0;
        let line = |end| words[std::mem::replace(&mut start, end)..end].to_owned();
        Some((cost, ends.into_iter().map(line).collect()))
    }

    /// Goes on from the lines that end at some places, the next of whose ends stands behind so many breaks.
    fn consider(&mut self, ends: &mut Vec<usize>, passed: usize, cost: u32, left: usize) {
        let start = ends.last().copied().unwrap_or(0);
        if left == 1 {
            if width(&self.words[start..]) <= HALVES {
                ends.push(self.words.len());
                self.weigh(ends, cost);
                ends.pop();
            }
            return;
        }
        let breaks = self.breaks;
        for (position, next) in breaks.iter().enumerate().skip(passed) {
            if width(&self.words[start..next.at]) > HALVES {
                break;
            }
            ends.push(next.at);
            self.consider(ends, position + 1, cost + next.reluctance, left - 1);
            ends.pop();
        }
    }

    fn weigh(&mut self, ends: &[usize], cost: u32) {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let widths: Vec<usize> = starts.zip(ends).map(|(start, end)| width(&self.words[start..*end])).collect();
        let cost = cost + imbalance(&widths) + LINE_MORE * u32::try_from(widths.len()).unwrap_or_default();
        if self.best.as_ref().is_none_or(|(least, _)| cost < *least) {
            self.best = Some((cost, ends.to_vec()));
        }
    }
}

/// What each further line costs.
const LINE_MORE: u32 = 40;

/// How far lines are from a trapezium or a rhombus.
fn imbalance(widths: &[usize]) -> u32 {
    let mean = widths.iter().sum::<usize>() / widths.len();
    let off: usize = widths.iter().map(|width| width.abs_diff(mean).pow(2)).sum::<usize>() / 4;
    let block = widths.iter().all(|width| *width == widths[0]);
    u32::try_from(off).unwrap_or(u32::MAX / 4) + if is_waisted(widths) { 200 } else { 0 } + if block { 8 } else { 0 }
}

/// Whether a line is shorter than one above and one below it: neither a trapezium nor a rhombus.
fn is_waisted(widths: &[usize]) -> bool {
    let shorter =
        |at: usize| widths[..at].iter().any(|above| *above > widths[at]) && widths[at..].iter().any(|below| *below > widths[at]);
    (1..widths.len().saturating_sub(1)).any(shorter)
}

/// Lines as full as they can be, for a title that is too long to be weighed.
fn filled(words: &str, breaks: &[Break]) -> Vec<String> {
    let (mut lines, mut start, mut wide) = (Vec::new(), 0, 0);
    // The last places that were passed at which the line may end, and would end well.
    let (mut end, mut good) = (0, 0);
    let mut breaks = breaks.iter().peekable();
    for (at, c) in words.char_indices() {
        while let Some(next) = breaks.next_if(|next| next.at <= at) {
            end = next.at;
            good = if next.reluctance < WITHIN_WORD { next.at } else { good };
        }
        let more = width(c.encode_utf8(&mut [0; 4]));
        if wide + more > HALVES && at > start {
            let cut = [good, end].into_iter().find(|cut| *cut > start).unwrap_or(at);
            lines.push(words[start..cut].to_owned());
            wide = width(&words[cut..at]);
            start = cut;
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
    // What has no width, such as an accent, belongs to what it stands on; else a line would have any number of places to end.
    let is_mark = width(next.encode_utf8(&mut [0; 4])) == 0;
    let number = last.is_ascii_digit() && "年月日号期座次项个名部".contains(next);
    let latin = last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    // The kind of paper, at the end, is one word.
    let end = after.chars().nth(1).is_none();
    !is_mark && !number && !latin && !end && !CLOSING.contains(next) && !OPENING.contains(last)
}

/// What it costs to part a word: more than whatever else is weighed.
const WITHIN_WORD: u32 = 1000;

/// How badly a title is broken at a place; `None` where it must not be.
fn reluctance(words: &str, at: usize, named: &[(usize, usize)], ends: &[usize]) -> Option<u32> {
    let (before, after) = words.split_at(at);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    if !may_break(words, at) {
        return None;
    }
    if words.len() > LONGEST {
        return Some(0);
    }
    if ends.binary_search(&at).is_err() || is_in_official_word(words, at) {
        return Some(WITHIN_WORD);
    }
    let name_ends = named.iter().any(|(start, end)| *end == at || *start == at);
    let alone = |c: char, at: usize| ends.binary_search(&at).is_ok() && LEANING.contains(c);
    Some(match next {
        '的' | '等' if ends.binary_search(&(at + next.len_utf8())).is_ok() => 80,
        _ if after.starts_with("关于") => 0,
        _ if before.ends_with("关于") => 5,
        // 对, 在 and the like belong to what follows them.
        _ if alone(last, at - last.len_utf8()) => 60,
        // 云浮市云城区 is one place.
        _ if name_ends && "省市州县区镇".contains(last) && named.iter().any(|(start, _)| *start == at) => 40,
        _ if name_ends || is_seam(last) => 2,
        _ if OPENING.contains(next) => 6,
        '和' | '与' | '及' | '暨' => 20,
        _ => 10,
    })
}

/// Words of one character that lean on what follows them.
const LEANING: &str = "对在以为向从把被将由与和及暨不未各";

/// Whether a word ends with that character, whatever follows.
fn is_seam(last: char) -> bool {
    "的、".contains(last) || last.is_ascii() || CLOSING.contains(last) || OPENING.contains(last)
}

/// Signs behind which no line ends.
pub(super) const OPENING: &str = "（《〈“‘〔【「『〖([";
/// Signs before which no line ends.
pub(super) const CLOSING: &str = "）》〉”’〕】」』〗)]，。、；：！？,.;:!?%％‰℃°…—～·";

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

    /// Marks take no room: of eight hundred on one letter none is a place at which a line may end.
    #[test]
    fn marks_are_not_parted_from_what_they_stand_on() {
        let marked = format!("关于a{}的通报", "\u{301}".repeat(800));
        assert_eq!(breaks(&marked, &[]).len(), breaks("关于a的通报", &[]).len());
        let title = format!("{}{marked}", "某市某区应急管理局安全生产委员会办公室".repeat(2));
        assert_eq!(lines(&title, &[]).concat(), title);
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
