//! Where the words of a Chinese text end: it is written without blanks between them.
//!
//! Of all ways to part a text into words that are known, the likeliest. Both lists are searched as they stand in the program: nothing is
//! laid out first, so that a paper that asks costs no more than another.

/// See its head: where it is from, and how it is read.
const COMMON: &str = include_str!("common.txt");
const OFFICIAL: &str = include_str!("official.txt");

/// The most characters that a word of the list of common words has.
const LONGEST: usize = 5;
/// What each further word costs: a long word that is known is likelier than its parts beside each other.
const WORD_MORE: u32 = 12;
/// How unlikely a word of the regulation is, as the list of common words counts.
const OFFICIAL_COST: u32 = 30;
/// The same of a character that no list has.
const UNKNOWN: u32 = 90;

/// The places at which words of a text end, its own end among them; `names` are words too.
pub(crate) fn word_ends(text: &str, names: &[String]) -> Vec<usize> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    // How unlikely the likeliest words up to each place are, and where the last of them begins.
    let mut best: Vec<Option<(u32, usize)>> = vec![None; places.len()];
    best[0] = Some((0, 0));
    for start in 0..places.len() - 1 {
        let Some((before, _)) = best[start] else { continue };
        let rest = &text[places[start]..];
        for (length, cost) in words_at(rest, names) {
            let cost = cost + WORD_MORE;
            let end = places.partition_point(|place| *place < places[start] + length);
            if best[end].is_none_or(|(least, _)| before + cost < least) {
                best[end] = Some((before + cost, start));
            }
        }
    }
    let mut ends = Vec::new();
    let mut at = places.len() - 1;
    while at > 0 {
        ends.push(places[at]);
        at = best[at].map_or(0, |(_, start)| start);
    }
    ends.reverse();
    ends
}

/// Whether a place lies within a word of the regulation, be other words likelier there or not.
pub(crate) fn is_in_official_word(text: &str, at: usize) -> bool {
    let within = |word: &str| {
        let starts = text[..at].char_indices().rev().map(|(start, _)| start).take_while(|start| start + word.len() > at);
        starts.into_iter().any(|start| text[start..].starts_with(word))
    };
    official().any(within)
}

fn official() -> impl Iterator<Item = &'static str> {
    OFFICIAL.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '))
}

/// The words that a text may begin with: how long in bytes, and how unlikely.
fn words_at(text: &str, names: &[String]) -> Vec<(usize, u32)> {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let number = number(text);
    let mut words = vec![if number > first { (number, OFFICIAL_COST) } else { (first, UNKNOWN) }];
    words.extend(names.iter().filter(|name| !name.is_empty() && text.starts_with(name.as_str())).map(|name| (name.len(), 0)));
    words.extend(official().filter(|word| text.starts_with(word)).map(|word| (word.len(), OFFICIAL_COST)));
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    words.extend(ends.filter_map(|end| Some((end, common(&text[..end])?))));
    words
}

/// How long the number, date or Latin word is that a text begins with: 2025年度, 5月13日, 12起, 第四季度.
fn number(text: &str) -> usize {
    let latin =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-./·".contains(c)).len();
    let chinese = |text: &str| text.len() - text.trim_start_matches(|c| "〇零一二三四五六七八九十百千两".contains(c)).len();
    let mut end = if text.starts_with('第') { '第'.len_utf8() } else { 0 };
    loop {
        let rest = &text[end..];
        let digits = latin(rest).max(chinese(rest));
        let counted = UNITS.iter().find(|unit| digits > 0 && rest[digits..].starts_with(**unit));
        match counted {
            Some(unit) => end += digits + unit.len(),
            // A number in characters without what it counts is a word like others.
            None => return if end == 0 || latin(rest) > 0 { end + latin(rest) } else { end },
        }
    }
}

/// What is counted or dated, the longer first.
const UNITS: [&str; 17] =
    ["年度", "季度", "个月", "年", "月", "日", "号", "期", "次", "项", "个", "名", "处", "家", "座", "起", "届"];

/// How unlikely a word is that is common; none where it is not.
fn common(word: &str) -> Option<u32> {
    let list = COMMON.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = list[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let end = list[middle..].iter().position(|byte| *byte == b'\n').map_or(list.len(), |length| middle + length);
        let (known, sign) = list[start..end].split_at((end - start).saturating_sub(1));
        match known.cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return sign.first().map(|sign| u32::from(sign - b'(')),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_its_words() {
        for parted in [
            "关于|开展|2025年度|非煤矿山|安全生产|联合执法|的|通知",
            "关于|进一步|加强|汛期|露天矿山|边坡|监测|工作|的|通知",
            "第四季度|安全风险|研判",
            "截至|2025年12月31日|尚未|办结|的|事项",
            "二〇二五年|工作要点",
            "DB44/2341-2021|实施|情况",
        ] {
            let text = parted.replace('|', "");
            let mut start = 0;
            let words: Vec<&str> =
                word_ends(&text, &[]).into_iter().map(|end| &text[std::mem::replace(&mut start, end)..end]).collect();
            assert_eq!(words.join("|"), parted);
        }
        assert_eq!(word_ends("", &[]), Vec::<usize>::new());
        assert_eq!(word_ends("甲石场乙", &["甲石场".to_owned()]), [9, 12]);
    }

    #[test]
    fn the_list_of_common_words_is_found_word_for_word() {
        let lines: Vec<&str> = COMMON.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 40_000 && lines.is_sorted_by_key(|line| line.as_bytes()[..line.len() - 1].to_vec()));
        for line in lines.iter().step_by(97) {
            let (word, sign) = line.split_at(line.len() - 1);
            assert_eq!(common(word), Some(u32::from(sign.as_bytes()[0] - b'(')), "{word}");
            assert!(word.chars().count() <= LONGEST);
        }
        assert_eq!(common("不是词的词"), None);
    }
}
