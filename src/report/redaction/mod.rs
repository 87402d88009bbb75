//! Editions: what may be shown outside the circle, decided once for pages, sheets, calendars and papers.
//!
//! Everything is judged by all that the register holds; what was judged is then redacted as values, before any of it becomes bytes.
//! A public edition leaves out what is internal as a whole, and whatever line of text is sealed (see
//! [`Field`](crate::model::field::Field)): who somebody is, how to reach them, where an accused place lies. These words, the names of
//! mines and every telephone number are struck out wherever else they stand, since the title of a notice may name them as well.

mod call_number;
mod lake;
mod ledgers;
mod mask;
mod papers;
mod values;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};

use serde::Serialize;

use super::named::Named;
use crate::model::{Day, Filed, FiledPath, Happening, Kind, Leaf, LeafGroups, Ledger, MineId, RecordPath, Reference, Secrecy};
use crate::text::Text;
use crate::tr;
use mask::{Mask, STRUCK};
pub(super) use values::Redact;

/// For whom something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Readers {
    /// 内部版: those who take part in the mechanism.
    #[default]
    Internal,
    /// 公开版: anybody.
    Public,
}

impl Readers {
    /// As it is typed.
    pub const WORDS: &'static [&'static str] = &["internal", "public", "内部", "公开"];

    /// The readers that a word names; inside where none is given.
    #[must_use]
    pub fn by_name(word: Option<&str>) -> Self {
        if matches!(word, Some("public" | "公开")) { Self::Public } else { Self::Internal }
    }

    /// As it stands in paths.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Public => "public",
        }
    }

    /// The word that is printed.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Internal => Text::fixed("内部版", "internal edition"),
            Self::Public => Text::fixed("公开版", "public edition"),
        }
    }
}

/// What a public edition left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// How many records were left out because they are internal.
    pub records: usize,
    /// How many mines go by a number.
    pub mines: usize,
    /// That, in words.
    pub note: Text,
}

/// What stands for a record that is left out.
const WITHHELD: &str = "〔内部记录〕";

/// What is not for everybody in a register, and how it is struck out.
#[derive(Debug)]
pub struct Redaction {
    hidden: HashSet<RecordPath>,
    /// How many of these would be hidden though no joint enforcement were still to come: by any other number one could be told.
    told: usize,
    mines: MineNumbers,
    mask: Mask,
}

/// By which number each mine goes.
pub type MineNumbers = BTreeMap<MineId, String>;

impl Redaction {
    /// What of a register is internal as of a day.
    #[must_use]
    pub fn from_ledger(ledger: &Ledger, today: Day) -> Self {
        Self::numbered(ledger, today, drawn(ledger), |path, record| is_internal(ledger, path, record, today))
    }

    /// The same where mines have numbers already, of records of which each is told whether it is internal.
    fn numbered(
        ledger: &Ledger,
        today: Day,
        mines: MineNumbers,
        is_internal: impl Fn(&FiledPath, &dyn Happening) -> bool,
    ) -> Self {
        let told = {
            let is_surprise = |path: &FiledPath| {
                let action = ledger.enforcement(&Reference::from(path.clone()));
                action.is_some_and(|action| action.record.is_ahead(today))
            };
            hidden(ledger, today, |path, record| is_internal(path, record) && !is_surprise(path)).len()
        };
        let hidden = hidden(ledger, today, is_internal);
        let mut mask = Mask::default();
        number(ledger, &mines, &mut mask);
        leave_names(ledger, &mut mask);
        sealed(ledger, &mut mask);
        for path in &hidden {
            let named = Named::from_reference(&Reference::from(path.clone()), &ledger.mechanism);
            for words in [named.reference.as_str(), named.title.zh(), named.title.en()] {
                mask.strike(words, WITHHELD);
            }
            let papers = ledger.happening(path).map(Happening::papers).unwrap_or_default();
            for paper in papers {
                mask.strike(paper.number.as_str(), STRUCK);
            }
        }
        mask.settle();
        let hidden = hidden.into_iter().map(RecordPath::Filed).collect();
        Self { hidden, told, mines, mask }
    }

    /// Whether a record is internal, so that nothing is shown of it.
    #[must_use]
    pub fn hides(&self, path: &RecordPath) -> bool {
        self.hidden.contains(path)
    }

    /// What is left out, for readers to know.
    #[must_use]
    pub fn left_out(&self) -> LeftOut {
        let (records, mines) = (self.told, self.mines.len());
        let note = tr!(
            "公开版：姓名、电话等以“{STRUCK}”代替，{mines} 座矿山以编号代替；内部记录 {records} 条及其事项不列。是否落实仍按全部记录判定。";
            "Public edition: names of persons, telephone numbers and the like are struck out as {STRUCK}, {mines} mines go by numbers; {records} internal records and what concerns them are left out. All is judged by every record, also by those."
        );
        LeftOut { records, mines, note }
    }

    fn hides_named(&self, named: &Named) -> bool {
        !self.hidden.is_empty() && named.reference.parse::<Reference>().is_ok_and(|named| self.hides(&named.record))
    }

    /// The words without what is not for everybody.
    pub(super) fn words(&self, words: &str) -> Option<String> {
        self.mask.apply(words)
    }

    /// Takes out what is about internal records, and strikes out what is sealed in the rest.
    pub(super) fn keep<T: Redact>(&self, values: &mut Vec<T>) {
        values.retain(|value| value.about().is_none_or(|about| !self.hides_named(about)));
        for value in values.iter_mut() {
            value.redact(self);
        }
        mines_in_order(values, T::about);
    }

    /// A value for everybody.
    pub fn publish<T: Publish>(&self, value: &mut T) {
        value.publish(self);
    }
}

/// Lets what is about mines stand in the order of their numbers: in that of their names it could be read whose number it is.
fn mines_in_order<T>(values: &mut Vec<T>, about: impl Fn(&T) -> Option<&Named>) {
    let number = |value: &T| about(value)?.reference.strip_prefix("mines/")?.split('/').next()?.parse::<usize>().ok();
    let places: Vec<usize> = (0..values.len()).filter(|at| number(&values[*at]).is_some()).collect();
    let mut order = places.clone();
    order.sort_by_key(|at| number(&values[*at]));
    if order == places {
        return;
    }
    let mut taken: Vec<Option<T>> = values.drain(..).map(Some).collect();
    let mut from: Vec<usize> = (0..taken.len()).collect();
    places.iter().zip(&order).for_each(|(place, value)| from[*place] = *value);
    values.extend(from.into_iter().filter_map(|at| taken[at].take()));
}

/// A whole answer that can be had as a public edition.
pub trait Publish {
    /// Makes it one.
    fn publish(&mut self, by: &Redaction);
}

/// Whether a record is internal: it says so; it is a lead or what came from above, unless it says otherwise; a joint enforcement until it is carried out; it was
/// not issued.
fn is_internal(ledger: &Ledger, path: &FiledPath, record: &dyn Happening, today: Day) -> bool {
    let internal = match record.secrecy() {
        Some(secrecy) => secrecy == Secrecy::Internal,
        None => matches!(path.kind, Kind::Lead | Kind::Directive) || is_ahead(ledger, path, today),
    };
    internal || !record.is_issued()
}

/// The records that are internal, and what was said in response to one of these.
fn hidden(ledger: &Ledger, today: Day, is_internal: impl Fn(&FiledPath, &dyn Happening) -> bool) -> HashSet<FiledPath> {
    let mut hidden = HashSet::new();
    ledger.each(|path, record| {
        if is_internal(path, record) {
            hidden.insert(path.clone());
        }
    });
    hidden.extend(about_what_is_ahead(ledger, &hidden, today));
    // A response may answer another one.
    let mut responses: HashMap<&FiledPath, Vec<&FiledPath>> = HashMap::new();
    for Filed { path, record } in &ledger.responses {
        if let Some(to) = record.to.as_ref().and_then(Reference::filed) {
            responses.entry(to).or_default().push(path);
        }
    }
    let mut open: Vec<FiledPath> = hidden.iter().cloned().collect();
    while let Some(path) = open.pop() {
        for response in responses.get(&path).into_iter().flatten() {
            if hidden.insert((*response).clone()) {
                open.push((*response).clone());
            }
        }
    }
    hidden
}

/// Records that point at a joint enforcement which is still to come and hidden: what they say in their own words is about it.
fn about_what_is_ahead(ledger: &Ledger, hidden: &HashSet<FiledPath>, today: Day) -> Vec<FiledPath> {
    let ahead: Vec<&FiledPath> = hidden.iter().filter(|path| is_ahead(ledger, path, today)).collect();
    let mut about = Vec::new();
    if ahead.is_empty() {
        return about;
    }
    ledger.each(|path, record| {
        let mut is_about = false;
        record.leaves(&mut |_, leaf| {
            let filed = if let Leaf::Reference(reference) = leaf { reference.filed() } else { None };
            is_about |= filed.is_some_and(|filed| ahead.contains(&filed));
        });
        if is_about {
            about.push(path.clone());
        }
    });
    about
}

/// Whether it is a joint enforcement that is still to be carried out: who is to be visited must not know.
fn is_ahead(ledger: &Ledger, path: &FiledPath, today: Day) -> bool {
    let action = ledger.enforcement(&Reference::from(path.clone()));
    action.is_some_and(|action| !action.record.is_done(today))
}

/// Numbers drawn anew each time: in the order of their names anybody could read back which mine has which number.
fn drawn(ledger: &Ledger) -> MineNumbers {
    let draw = RandomState::new();
    let mut mines: Vec<_> = ledger.mechanism.mines.keys().collect();
    mines.sort_by_cached_key(|id| draw.hash_one(id.as_str()));
    (1_usize..).zip(mines).map(|(number, id)| (id.clone(), number.to_string())).collect()
}

/// Mines by their numbers.
fn number(ledger: &Ledger, numbers: &MineNumbers, mask: &mut Mask) {
    for (id, number) in numbers {
        let Some(mine) = ledger.mechanism.mines.get(id) else { continue };
        let called = format!("〔矿山{number}〕");
        mask.strike(&format!("mines/{id}"), &format!("mines/{number}"));
        // Its key is its name in another script, and by the number of a licence anybody finds whose it is.
        mask.strike(id.as_str(), &called);
        for licence in ledger.mechanism.licences_at(id).filter_map(|licence| licence.number.as_ref()) {
            mask.strike(licence.as_str(), &called);
            mask.strike(licence.as_str().trim_end_matches("（虚构）"), &called);
        }
        let former = mine.former_names.iter().chain(&mine.code);
        for name in std::iter::once(&mine.name).chain(former) {
            mask.strike(name.as_str(), &called);
            // An invented mine says so behind its name, which people leave out.
            mask.strike(name.as_str().trim_end_matches("（虚构）"), &called);
        }
    }
}

/// Names that stay.
fn leave_names(ledger: &Ledger, mask: &mut Mask) {
    let mechanism = &ledger.mechanism;
    mechanism.units.values().flat_map(|unit| [&unit.name, &unit.short]).for_each(|name| mask.leave(name.as_str()));
    mechanism.bodies.iter().flat_map(|body| [&body.name, &body.short]).for_each(|name| mask.leave(name.as_str()));
}

/// Every line that is sealed, itself or with what it stands in, and the names and numbers that people put together on one line.
fn sealed(ledger: &Ledger, mask: &mut Mask) {
    ledger.leaves(LeafGroups::TEXTS, &mut |path, at, leaf| {
        let Leaf::Line(line) = leaf else { return };
        let fields = at.fields(path.kind().fields());
        if !fields.iter().any(|(field, _)| field.sealed) {
            return;
        }
        let line = line.as_str();
        mask.strike(line, STRUCK);
        mask.strike(line.trim_end_matches("（虚构）"), STRUCK);
        // What is said of a matter or a place is no list of names: its parts stand everywhere.
        if fields.last().is_some_and(|(field, _)| !matches!(field.key, "title" | "place")) {
            parts(line).for_each(|part| mask.strike(part, STRUCK));
        }
    });
}

/// The names and telephone numbers on one line. What stands in brackets is apart from what stands before them; a post among them is nobody's
/// name.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let apart = |c: char| c.is_whitespace() || APART.contains(c);
    line.split(apart).filter(|part| {
        let han = part.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
        let is_name = (2..=4).contains(&han) && !POSTS.iter().any(|post| part.ends_with(post));
        is_name || part.chars().filter(char::is_ascii_digit).count() >= 7
    })
}

/// What parts names on one line.
const APART: &str = "、，,；;：:/／|＆&和及与（）()〔〕［］[]【】《》〈〉<>“”‘’\"'·";

/// With what the word ends that says what somebody is, or what they are invented.
const POSTS: &[&str] = &[
    "长",
    "员",
    "主任",
    "书记",
    "经理",
    "助理",
    "干部",
    "民警",
    "辅警",
    "秘书",
    "专干",
    "负责人",
    "联系人",
    "虚构",
    "电话",
    "手机",
];

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn names_are_found_among_posts_brackets_and_numbers() {
        let found = |line| parts(line).collect::<Vec<_>>();
        assert_eq!(found("欧阳慕云（治安大队长）"), ["欧阳慕云"]);
        assert_eq!(found("治安大队长（欧阳慕云）、张某（虚构）"), ["欧阳慕云", "张某"]);
        assert_eq!(found("联系人：李某，电话 13900000000"), ["李某", "13900000000"]);
    }
}
