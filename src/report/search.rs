//! 查找: where words stand in records, in whatever width and form they are written: texts, names, numbers of papers, days, and the records'
//! own names. Of several words all must stand in a record, each anywhere.

use std::cell::RefCell;

use memchr::memmem::Finder;
use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;

use super::named::Named;
use crate::model::{Actor, Day, Happening, KeyPath, Kind, Leaf, Line, Mechanism, Party, Record, RecordPath};
use crate::text::Text;

/// A record in which all of the words stand.
#[derive(Debug, Clone, Serialize)]
pub struct FoundRecord {
    /// The record.
    #[serde(flatten)]
    pub record: Named,
    /// Its kind.
    pub kind: Text,
    /// The day of the fact, where it has one.
    pub on: Option<Day>,
    /// Where they stand.
    pub hits: Vec<SearchHit>,
}

/// A place at which a word stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchHit {
    /// The key, as records have it; empty for the record's own name.
    pub key: String,
    /// What people call it.
    pub field: Text,
    /// What stands before the word, the word as it is written, and what stands after it.
    pub around: [String; 3],
}

/// The words that are looked for.
#[derive(Debug)]
pub struct SearchWords {
    words: Vec<SearchWord>,
}

/// One of them.
#[derive(Debug)]
struct SearchWord {
    folded: Vec<char>,
    finder: Finder<'static>,
    /// The units, bodies and mines that are called so, by what stands for them in records.
    ids: Vec<(Finder<'static>, String)>,
}

/// How much of a text is shown on each side of a word.
const AROUND: usize = 14;

/// At how many places of one record a word is shown.
const SHOWN: usize = 3;

impl SearchWords {
    /// What is typed, blanks between the words; none where nothing is.
    #[must_use]
    pub fn new<'w>(given: impl IntoIterator<Item = &'w str>, mechanism: &Mechanism) -> Option<Self> {
        let parts = given.into_iter().flat_map(str::split_whitespace);
        let words: Vec<SearchWord> = parts.filter_map(|word| SearchWord::new(word, mechanism)).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// Whether all of them may stand in a record, by its name and the bytes of its file; where that is not certain it is looked at closely.
    #[must_use]
    pub fn may_be_in(&self, path: &RecordPath, bytes: &[u8], mechanism: &Mechanism) -> bool {
        thread_local! { static TEXT: RefCell<String> = const { RefCell::new(String::new()) } }
        TEXT.with_borrow_mut(|text| {
            text.clear();
            let Ok(written) = std::str::from_utf8(bytes) else { return true };
            let is_plain = fold_into(written, text);
            let missing = self.words.iter().filter(|word| !word.may_be_in(bytes, text.as_bytes())).collect::<Vec<_>>();
            !is_plain || missing.is_empty() || {
                let name = folded(Named::of_record(path, mechanism).title.zh());
                missing.into_iter().all(|word| word.at(&name).is_some())
            }
        })
    }

    /// Where they stand in a record; none where one of them does not.
    #[must_use]
    pub fn find(&self, path: &RecordPath, record: &Record, mechanism: &Mechanism) -> Option<FoundRecord> {
        let named = Named::of_record(path, mechanism);
        let mut hits: Vec<Vec<SearchHit>> = vec![Vec::new(); self.words.len()];
        let own_name = Text::fixed("编号", "number");
        let mut see = |key: String, field: &dyn Fn() -> Text, text: &str, leaf: Option<Leaf<'_>>| {
            let plain = folded(text);
            for (word, hits) in self.words.iter().zip(&mut hits).filter(|(_, hits)| hits.len() < SHOWN) {
                let at = word.at(&plain).map(|at| around(&plain, at, word.folded.len()));
                let called =
                    || leaf.and_then(|leaf| word.is_called(leaf, mechanism)).map(|name| [String::new(), name, String::new()]);
                hits.extend(at.or_else(called).map(|around| SearchHit { key: key.clone(), field: field(), around }));
            }
        };
        see(String::new(), &|| own_name.clone(), named.title.zh(), None);
        record.visit(&mut |at: &KeyPath, leaf| {
            if !matches!(leaf, Leaf::Flag(_) | Leaf::Count(_) | Leaf::Listed(..) | Leaf::Word(_)) {
                see(at.to_string(), &|| path.kind().heading(at), &leaf.to_string(), Some(leaf));
            }
        });
        if hits.iter().any(Vec::is_empty) {
            return None;
        }
        let mut all: Vec<SearchHit> = hits.concat();
        let mut seen = Vec::new();
        all.retain(|hit| {
            !seen.contains(hit) && {
                seen.push(hit.clone());
                true
            }
        });
        let on = record.happening().and_then(Happening::on);
        Some(FoundRecord { record: named, kind: path.kind().label(), on, hits: all })
    }

    /// The lines of a text in which any of them stands, where all of them stand in it.
    #[must_use]
    pub fn lines<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let stands = |word: &SearchWord, text: &str| word.at(&folded(text)).is_some();
        if !self.words.iter().all(|word| stands(word, text)) {
            return Vec::new();
        }
        text.lines().filter(|line| self.words.iter().any(|word| stands(word, line))).take(SHOWN).collect()
    }
}

impl SearchWord {
    fn new(given: &str, mechanism: &Mechanism) -> Option<Self> {
        let folded: Vec<char> = folded(given).into_iter().map(|(c, _)| c).collect();
        let word: String = folded.iter().collect();
        if folded.is_empty() {
            return None;
        }
        let is_called = |name: &str| text_of(&self::folded(name)).contains(&word);
        let units = mechanism.units.iter().filter(|(_, unit)| {
            let names = [unit.name.as_str(), unit.short.as_str()].into_iter().chain(unit.aliases.iter().map(Line::as_str));
            names.chain(unit.former.iter().map(|former| former.name.as_str())).any(is_called)
        });
        let mines = mechanism.mines.iter().filter(|(_, mine)| {
            [mine.name.as_str()].into_iter().chain(mine.former_names.iter().map(Line::as_str)).any(is_called)
        });
        let bodies = mechanism.bodies.iter().filter(|body| is_called(body.name.as_str()));
        let ids = units.map(|(id, _)| id.to_string()).chain(mines.map(|(id, _)| id.to_string()));
        let ids = ids.chain(bodies.map(|body| body.id.to_string()));
        let ids = ids.map(|id| (Finder::new(id.as_bytes()).into_owned(), id)).collect();
        Some(Self { finder: Finder::new(word.as_bytes()).into_owned(), folded, ids })
    }

    fn may_be_in(&self, bytes: &[u8], text: &[u8]) -> bool {
        self.finder.find(text).is_some() || self.ids.iter().any(|(id, _)| id.find(bytes).is_some())
    }

    /// Where it stands in a folded text, by its characters.
    fn at(&self, text: &[(char, char)]) -> Option<usize> {
        text.windows(self.folded.len()).position(|window| window.iter().zip(&self.folded).all(|((plain, _), c)| plain == c))
    }

    /// The name of a unit, body or mine that is called so, where a value stands for it.
    fn is_called(&self, leaf: Leaf<'_>, mechanism: &Mechanism) -> Option<String> {
        let party: Party = match leaf {
            Leaf::Unit(unit) | Leaf::Actor(Actor::Unit(unit)) => unit.clone().into(),
            Leaf::Body(body) => Party::Body(body.clone()),
            Leaf::Mine(mine) => Party::Mine(mine.clone()),
            Leaf::Party(party) => party.clone(),
            Leaf::Reference(reference) => Party::Mine(reference.mine()?.clone()),
            _ => return None,
        };
        let written = party.to_string();
        let id = written.rsplit('/').next().unwrap_or_default();
        self.ids.iter().any(|(_, known)| known == id).then(|| mechanism.party(&party).to_owned())
    }
}

/// Each character as it is compared, with the one that is written: in one form, width and case, without blanks.
fn folded(text: &str) -> Vec<(char, char)> {
    text.nfc().filter_map(|written| fold(written).map(|plain| (plain, written))).collect()
}

fn text_of(folded: &[(char, char)]) -> String {
    folded.iter().map(|(plain, _)| plain).collect()
}

/// The same, quickly, for texts whose characters are each written in one way; says whether this is one.
fn fold_into(written: &str, text: &mut String) -> bool {
    let mut is_plain = true;
    for c in written.chars() {
        // What combines with its neighbours lies here, or is another form of a common character.
        is_plain &= !matches!(c, '\u{300}'..='\u{2E7F}' | '\u{F900}'..='\u{FAFF}' | '\u{10000}'..) || is_punctuation(c);
        text.extend(fold(c));
    }
    is_plain
}

/// Signs of Chinese texts that lie among what combines, and do not.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{205E}' | '\u{2100}'..='\u{214F}' | '\u{2150}'..='\u{22FF}' | '\u{2460}'..='\u{27BF}')
}

/// A character as it is compared; none of a blank.
fn fold(c: char) -> Option<char> {
    match c {
        // Nearly all there is, and the same in every way.
        '\u{4E00}'..='\u{9FFF}' => Some(c),
        c if c.is_ascii() => (!c.is_ascii_whitespace()).then(|| c.to_ascii_lowercase()),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).map(|half| half.to_ascii_lowercase()),
        // The brackets of a document number are typed in every way.
        '〔' | '【' => Some('['),
        '〕' | '】' => Some(']'),
        '〇' => Some('0'),
        c if c.is_whitespace() => None,
        c => c.to_lowercase().next(),
    }
}

/// The words around a place.
fn around(text: &[(char, char)], at: usize, length: usize) -> [String; 3] {
    let written = |part: &[(char, char)]| part.iter().map(|(_, written)| written).collect::<String>();
    let (first, end) = (at.saturating_sub(AROUND), (at + length + AROUND).min(text.len()));
    let (mut before, mut after) = (written(&text[first..at]), written(&text[at + length..end]));
    if first > 0 {
        before.insert(0, '…');
    }
    if end < text.len() {
        after.push('…');
    }
    [before, written(&text[at..at + length]), after]
}

/// What was found, the newest first.
#[must_use]
pub fn in_order(mut found: Vec<FoundRecord>) -> Vec<FoundRecord> {
    found.sort_by(|one, other| other.on.cmp(&one.on).then_with(|| one.record.reference.cmp(&other.record.reference)));
    found
}

/// The kind and year that are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct SearchScope {
    /// Of that kind.
    pub kind: Option<Kind>,
    /// What happened in that year.
    pub year: Option<u16>,
}

impl SearchScope {
    /// Whether what lies at a path may be meant.
    #[must_use]
    pub fn may_be(&self, path: &RecordPath) -> bool {
        self.kind.is_none_or(|kind| path.kind() == kind)
    }

    /// Whether a record is meant: by the day of its fact, else by the year in which it was filed.
    #[must_use]
    pub fn is_meant(&self, path: &RecordPath, record: &Record) -> bool {
        let filed = match path {
            RecordPath::Filed(filed) => Some(filed.year),
            _ => None,
        };
        let year = record.happening().and_then(Happening::on).map(Day::year).or(filed);
        self.may_be(path) && self.year.is_none_or(|wanted| year == Some(wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_alike_in_every_width_and_form() {
        let plain = |text: &str| text_of(&folded(text));
        assert_eq!(plain("云区应急函〔２０２５〕 ３号"), plain("云区应急函[2025]3号"));
        assert_eq!(plain("Cafe\u{301} ＡＢ"), plain("café ab"));
        let mut text = String::new();
        assert!(fold_into("边坡“浮石”——〔2025〕3号，（虚构）…", &mut text));
        assert_eq!(text, plain("边坡“浮石”——〔2025〕3号，（虚构）…"));
        assert!(!fold_into("cafe\u{301}", &mut String::new()), "what combines is looked at closely");
    }

    #[test]
    fn the_words_around_a_word_are_as_written() {
        let text = folded("南侧边坡存在贯通裂缝，坡脚仍在作业，监测点未启用，须削坡减载。");
        let at = 2;
        let [before, word, after] = around(&text, at, 2);
        assert_eq!((before.as_str(), word.as_str()), ("南侧", "边坡"));
        assert!(after.starts_with("存在贯通裂缝，") && after.ends_with('…'), "{after}");
    }
}
