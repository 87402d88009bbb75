//! Words that are struck out wherever they stand and however they are spelt: with blanks or a few signs between, in full width, in older
//! characters, in either case; the longest first. And numbers by which somebody can be called.

use std::collections::HashMap;

use super::call_number::{DIGITS, call_number, digits, may_call};
use crate::text::{GAP, WordSign, closing, word_signs};

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
    signs: Vec<MaskedSign>,
    with: Option<String>,
}

/// A sign of a word, and whether another stands before it in the word as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct MaskedSign {
    sign: char,
    is_apart: bool,
}

impl Mask {
    /// Raised when words or numbers are found in spellings in which they were not: what was kept of a lake is looked at again then.
    pub(super) const SPELLING: u32 = 2;

    /// Strikes out words. A single character is no name: every text would be full of it.
    pub(super) fn strike(&mut self, words: &str, with: &str) {
        self.enter(words, Some(with.to_owned()));
    }

    /// Lets words stand, also where they begin as others do that are struck out.
    pub(super) fn leave(&mut self, words: &str) {
        self.enter(words, None);
    }

    fn enter(&mut self, words: &str, with: Option<String>) {
        let signs: Vec<MaskedSign> =
            word_signs(words).map(|found| MaskedSign { sign: found.sign, is_apart: found.gap.others > 0 }).collect();
        if let [first, second, ..] = *signs {
            if with.is_some() {
                self.pairs.enter(first.sign, second.sign);
            }
            self.words.entry(first.sign).or_default().push(MaskedWord { signs, with });
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
            let signs: String = word.signs.iter().map(|sign| sign.sign).collect();
            format!("{signs}\n{}", word.with.as_deref().unwrap_or_default())
        };
        self.words.values().flatten().map(shown)
    }

    /// The text without them; nothing where none stands in it.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        if !self.may_strike(text) {
            return None;
        }
        let signs: Vec<WordSign> = word_signs(text).collect();
        let digits = digits(&signs);
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while at < signs.len() {
            let (length, with) = match self.known(&signs, at) {
                Some((length, with)) => (length, with),
                None => match call_number(text, &signs, &digits, at) {
                    Some(length) => (length, Some(STRUCK)),
                    None => (1, None),
                },
            };
            if let Some(with) = with {
                let (from, to) = with_brackets(text, copied, signs[at].from, signs[at + length - 1].to);
                out.push_str(&text[copied..from]);
                out.push_str(with);
                copied = to;
            }
            at += length;
        }
        (copied > 0).then(|| out + &text[copied..])
    }

    /// Whether a word or a number that is struck out may stand in a text: where it says no, none does.
    fn may_strike(&self, text: &str) -> bool {
        let (mut before, mut digits) = (None, 0);
        word_signs(text).any(|sign| {
            let sign = sign.sign;
            digits = if may_call(sign) { digits + 1 } else { 0 };
            let first = before.replace(sign);
            digits >= DIGITS || first.is_some_and(|first| self.pairs.may_begin(first, sign))
        })
    }

    /// The word that begins at a sign, and what stands for it.
    fn known(&self, signs: &[WordSign], at: usize) -> Option<(usize, Option<&str>)> {
        let words = self.words.get(&signs[at].sign)?;
        let word = words.iter().find(|word| begins(&word.signs, signs, at))?;
        Some((word.signs.len(), word.with.as_deref()))
    }
}

/// Whether a word begins at a sign.
fn begins(word: &[MaskedSign], signs: &[WordSign], at: usize) -> bool {
    let Some(found) = signs.get(at..at + word.len()) else { return false };
    if word.iter().zip(found).any(|(sign, found)| sign.sign != found.sign) {
        return false;
    }
    let holds = |at: usize| {
        let gap = found[at].gap;
        // Two numbers with a sign between are no number: 1/2 is not 12.
        let are_digits = || found[at - 1].sign.is_ascii_digit() && found[at].sign.is_ascii_digit();
        gap.others == 0 || word[at].is_apart || (gap.others <= GAP && !are_digits())
    };
    if !(1..word.len()).all(holds) {
        return false;
    }
    // Two characters meet by chance where a sentence goes on (大山、林区); a name stands alone there.
    let [_, second] = found else { return true };
    let is_free_after = || signs.get(at + 2).is_none_or(|next| !next.gap.is_none);
    let is_free_before = || at == 0 || !signs[at].gap.is_none;
    word[1].is_apart
        || second.gap.others == 0
        || ((!second.gap.opens || is_free_after()) && (!second.gap.ends || (is_free_before() && is_free_after())))
}

/// A place in a text, with the brackets of which it has one side alone: 刘（某庚）.
fn with_brackets(text: &str, copied: usize, mut from: usize, mut to: usize) -> (usize, usize) {
    let mut open = Vec::new();
    let mut unopened = Vec::new();
    for c in text[from..to].chars() {
        if let Some(close) = closing(c) {
            open.push(close);
        } else if open.last() == Some(&c) {
            open.pop();
        } else {
            unopened.push(c);
        }
    }
    while let Some(close) = open.pop()
        && text[to..].starts_with(close)
    {
        to += close.len_utf8();
    }
    for c in unopened {
        let before = text[copied..from].chars().next_back();
        if let Some(before) = before.filter(|before| closing(*before) == Some(c)) {
            from -= before.len_utf8();
        }
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        let mut mask = Mask::default();
        mask.strike("李某", "〔略〕");
        mask.strike("刘某庚", "〔略〕");
        mask.strike("欧阳某庚", "〔略〕");
        mask.strike("林平", "〔略〕");
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
    fn names_go_with_whatever_signs_between_and_in_older_characters() {
        let spellings = "劉某庚 歐陽某庚 刘/某/庚 刘（某）庚 刘(某)庚 刘*某*庚 刘、某、庚 刘“某”庚 刘\"某庚 刘+某庚 刘|某|庚 刘︱某庚 刘丶某庚 \
                         刘○某○庚 刘'某庚 刘,某庚 刘：某庚 （刘）某庚 刘（某庚） “刘”某庚 【刘】【某】【庚】 欧/阳/某/庚 刘§某→庚 刘\u{1F600}某庚 刘…某…庚 \
                         劉///某庚 林/平 林*平 林（平）";
        for spelt in spellings.split(' ') {
            assert_eq!(masked(&format!("甲事：{spelt}。")), "甲事：〔略〕。", "{spelt}");
        }
        let apart = "刘////某庚 甲刘乙某庚 大山、森林，平台 森林（平台） 森林；平台 李、王某某 刘，甲某庚 桃李。某矿";
        for apart in apart.split(' ') {
            assert_eq!(masked(apart), apart);
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
