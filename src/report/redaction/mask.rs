//! Words that are struck out wherever they stand and however they are spelt: with blanks, dots or dashes between, in full width, in
//! either case; the longest first. And numbers by which somebody can be called.

use std::collections::HashMap;

use crate::text::{SpelledSign, spelled_signs};

/// What stands for words that are left out.
pub(super) const STRUCK: &str = "〔略〕";

/// Words by their first sign, each with what stands for it; nothing, where the text stays as it is.
#[derive(Debug, Default)]
pub(super) struct Mask {
    words: HashMap<char, Vec<MaskedWord>>,
    pairs: PairFilter,
}

/// Which two signs may begin a word that is struck out. Of nearly every text of a register it says that nothing in it is, in a sixth of the time.
#[derive(Debug)]
struct PairFilter(Box<[u64; 1024]>);

impl Default for PairFilter {
    fn default() -> Self {
        Self(Box::new([0; 1024]))
    }
}

impl PairFilter {
    fn place(first: char, second: char) -> (usize, u64) {
        let mixed = u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second).wrapping_mul(0x85EB_CA6B);
        let place = (mixed >> 16) as usize;
        (place / 64, 1 << (place % 64))
    }

    fn enter(&mut self, first: char, second: char) {
        let (at, bit) = Self::place(first, second);
        self.0[at] |= bit;
    }

    fn may_begin(&self, first: char, second: char) -> bool {
        let (at, bit) = Self::place(first, second);
        self.0[at] & bit != 0
    }
}

/// The signs of a word, and what stands for it.
#[derive(Debug)]
struct MaskedWord {
    signs: Vec<char>,
    with: Option<String>,
}

impl Mask {
    /// Strikes out words. A single character is no name: every text would be full of it.
    pub(super) fn strike(&mut self, words: &str, with: &str) {
        self.enter(words, Some(with.to_owned()));
    }

    /// Lets words stand, also where they begin as others do that are struck out.
    pub(super) fn leave(&mut self, words: &str) {
        self.enter(words, None);
    }

    fn enter(&mut self, words: &str, with: Option<String>) {
        let signs: Vec<char> = spelled_signs(words).map(|sign| sign.sign).collect();
        if let [first, second, ..] = *signs {
            if with.is_some() {
                self.pairs.enter(first, second);
            }
            self.words.entry(first).or_default().push(MaskedWord { signs, with });
        }
    }

    /// Once all words are known: the longest are tried first; of the same words what was said first holds.
    pub(super) fn settle(&mut self) {
        for words in self.words.values_mut() {
            words.sort_by(|one, other| other.signs.len().cmp(&one.signs.len()).then_with(|| one.signs.cmp(&other.signs)));
            words.dedup_by(|later, earlier| later.signs == earlier.signs);
        }
    }

    /// Every word, with what stands for it.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let shown = |word: &MaskedWord| {
            let signs: String = word.signs.iter().collect();
            format!("{signs}\n{}", word.with.as_deref().unwrap_or_default())
        };
        self.words.values().flatten().map(shown)
    }

    /// The text without them; nothing where none stands in it.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        if !self.may_strike(text) {
            return None;
        }
        let signs: Vec<SpelledSign> = spelled_signs(text).collect();
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while let Some(first) = signs.get(at) {
            let (length, with) = match self.known(&signs[at..]) {
                Some((length, with)) => (length, with),
                None => match number(&signs, at) {
                    Some(length) => (length, Some(STRUCK)),
                    None => (1, None),
                },
            };
            if let Some(with) = with {
                out.push_str(&text[copied..first.from]);
                out.push_str(with);
                copied = signs[at + length - 1].to;
            }
            at += length;
        }
        (copied > 0).then(|| out + &text[copied..])
    }

    /// Whether a word or a number that is struck out may stand in a text: where it says no, none does.
    fn may_strike(&self, text: &str) -> bool {
        let (mut before, mut digits) = (None, 0);
        spelled_signs(text).any(|sign| {
            let sign = sign.sign;
            digits = if sign.is_ascii_digit() { digits + 1 } else { 0 };
            let first = before.replace(sign);
            digits >= DIGITS || first.is_some_and(|first| self.pairs.may_begin(first, sign))
        })
    }

    /// The word that begins with these signs, and what stands for it.
    fn known(&self, signs: &[SpelledSign]) -> Option<(usize, Option<&str>)> {
        let words = self.words.get(&signs.first()?.sign)?;
        let begins = |word: &[char]| word.len() <= signs.len() && word.iter().zip(signs).all(|(sign, found)| *sign == found.sign);
        let word = words.iter().find(|word| begins(&word.signs))?;
        Some((word.signs.len(), word.with.as_deref()))
    }
}

/// A telephone number without its area code has seven digits together.
const DIGITS: usize = 7;
/// Groups of digits with something between them: a mobile number, an area code with its number.
const GROUPED: usize = 10;

/// How many signs the number has by which somebody could be called that begins here, should one.
fn number(signs: &[SpelledSign], at: usize) -> Option<usize> {
    let is_digit = |sign: &SpelledSign| sign.sign.is_ascii_digit();
    let joined = |at: usize| signs[at - 1].to == signs[at].from;
    if !is_digit(&signs[at]) || (at > 0 && is_digit(&signs[at - 1]) && joined(at)) {
        return None;
    }
    let run = signs[at..].iter().take_while(|sign| is_digit(sign)).count();
    let mut groups: Vec<&[SpelledSign]> = Vec::new();
    let mut from = at;
    for next in at + 1..=at + run {
        if next == at + run || !joined(next) {
            groups.push(&signs[from..next]);
            from = next;
        }
    }
    // A day that follows belongs to no number, and none begins with one.
    let end = (0..groups.len()).find(|group| is_day(&groups[*group..])).unwrap_or(groups.len());
    let groups = &groups[..end];
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let first = groups.first()?.len();
    match groups {
        _ if first >= DIGITS => Some(first),
        [_, second, ..] if digits < GROUPED => {
            let pair = matches!((first, second.len()), (3 | 4, 4)) && !is_year(second);
            pair.then_some(first + second.len())
        }
        _ => (digits >= GROUPED).then_some(digits),
    }
}

/// Whether groups begin with a year, a month and a day.
fn is_day(groups: &[&[SpelledSign]]) -> bool {
    matches!(groups, [year, month, day, ..] if is_year(year) && month.len() <= 2 && day.len() <= 2)
}

fn is_year(group: &[SpelledSign]) -> bool {
    let digits: String = group.iter().map(|sign| sign.sign).collect();
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        let mut mask = Mask::default();
        mask.strike("李某", "〔略〕");
        mask.strike("李某乙", "〔略〕");
        mask.strike("高峰", "〔略〕");
        mask.strike("Wang Mou", "〔略〕");
        mask.strike("某资〔2025〕6号", "〔略〕");
        mask.leave("高峰街道");
        mask.strike("王", "〔略〕");
        mask.settle();
        mask.apply(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn names_go_wherever_they_stand_and_others_stay() {
        assert_eq!(masked("由李某乙、李某主持，高峰参加"), "由〔略〕、〔略〕主持，〔略〕参加");
        assert_eq!(masked("高峰街道王家村"), "高峰街道王家村");
        assert_eq!(masked("  高 峰 街道  "), "  高 峰 街道  ");
    }

    #[test]
    fn names_go_however_they_are_spelt() {
        for spelt in [
            "李 某乙",
            "李　某　乙",
            "李·某·乙",
            "李-某乙",
            "李\u{200b}某乙",
            "李\n某乙",
            "ＷＡＮＧ ＭＯＵ",
            "wang-mou",
            "WangMou",
            "李\u{E0100}某\u{FE0F}乙",
            "李\u{336}某\u{336}乙",
            "李\u{2066}某\u{2069}乙",
            "李⠀某\u{3164}乙",
            "\u{F9E1}某⼄",
            "𝐖𝐚𝐧𝐠\u{2028}Ⓜⓞⓤ",
        ] {
            assert_eq!(masked(&format!("由{spelt}。")), "由〔略〕。", "{spelt}");
        }
        for spelt in ["某资[2025]6号", "某资（２０２５）6 号", "某资 〔2025〕 6号"] {
            assert_eq!(masked(&format!("见{spelt}。")), "见〔略〕。", "{spelt}");
        }
    }

    #[test]
    fn numbers_to_call_go_and_days_and_papers_stay() {
        let numbers = [
            "13800000000",
            "0766-8000000",
            "8000000",
            "138 0000 0000",
            "１３８００００００００",
            "+8613800000000",
            "138–0000–0000",
            "138.0000.0000",
            "8000-0000",
            "800 0000",
            "①③⑧①③⑧①③⑧①③",
            "¹³⁸¹³⁸¹³⁸¹³",
            "𝟏𝟑𝟖𝟏𝟑𝟖𝟏𝟑𝟖𝟏𝟑",
        ];
        for number in numbers {
            for text in [format!("电话{number}。"), format!("{number} 2025-05-13")] {
                let text = masked(&text);
                assert!(
                    text.contains("〔略〕") && !["000", "⑧", "⁸", "𝟖"].iter().any(|left| text.contains(left)),
                    "{number}: {text}"
                );
            }
        }
        let plain = [
            "2025-05-13 2025-05-14",
            "某安办〔2025〕3号",
            "2025-05-13T18:30:00",
            "共 100000 条",
            "GB 16423-2020",
            "AQ 2061-2018",
            "2024-2025",
            "2025 年 5 月 13 日",
        ];
        for plain in plain {
            assert_eq!(masked(plain), plain);
        }
    }
}
