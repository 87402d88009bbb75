//! What is called so: by the word for its kind and a name, or by a name alone.

use super::filed_drafts::{filed_drafts, is_draft};
use super::lookup::is_between_words;
use super::{DRAFT_WORDS, Resolver, Target, Wanted, whole};
use crate::model::{FiledPath, Kind, Line, MineId, Number, RecordPath, UnitId, called, to_half_width};
use crate::store::Source;

impl<'a> Resolver<'a> {
    /// What follows the word for its kind: 通报 2025-公安-003, 人员 公安, 日历 2025, 证照 大山石场 自然资源, 设置, 草稿 notices-1.
    pub(super) fn titled(&self, given: &str) -> Vec<Target> {
        let (word, rest) = given.split_once(' ').unwrap_or((given, ""));
        let rest = rest.trim();
        if DRAFT_WORDS.contains(&word) {
            return self.drafts(rest);
        }
        let Ok(kind) = Kind::by_name(word) else { return Vec::new() };
        let paths = match kind {
            kind if kind.is_single() && rest.is_empty() => vec![RecordPath::Single(kind)],
            _ if rest.is_empty() => Vec::new(),
            kind if kind.is_of_unit() => {
                self.units(rest).into_iter().map(|unit| RecordPath::OfUnit(kind, unit.clone())).collect()
            }
            Kind::Calendar => rest.parse().ok().map(RecordPath::Calendar).into_iter().collect(),
            Kind::Mine => self.mines(rest).into_iter().map(|mine| RecordPath::Mine(mine.clone())).collect(),
            Kind::Licences => self.licences(rest),
            kind if kind.is_happening() => match self.in_short(rest, kind) {
                Some(path) => vec![RecordPath::Filed(path)],
                None => self.numbered(rest).into_iter().filter(|path| path.kind() == kind).collect(),
            },
            _ => Vec::new(),
        };
        paths.into_iter().map(whole).collect()
    }

    /// A mine and the unit that licenses there, one behind the other.
    pub(super) fn licences(&self, given: &str) -> Vec<RecordPath> {
        let Some((mine, unit)) = given.rsplit_once(' ') else { return Vec::new() };
        let (mines, units) = (self.mines(mine.trim()), self.units(unit));
        let of_mine = |mine: &'a MineId| units.iter().map(move |unit| RecordPath::Licences(mine.clone(), (*unit).clone()));
        mines.into_iter().flat_map(of_mine).collect()
    }

    /// What has that name, whatever its kind: a draft, what was filed under that number, a unit, a mine.
    pub(super) fn bare(&self, given: &str, wanted: Wanted) -> Vec<Target> {
        let mut found = self.drafts(given);
        let kinds = match &wanted {
            Wanted::Of(kind) if kind.is_happening() => std::slice::from_ref(kind),
            _ => Kind::ALL,
        };
        let short = kinds.iter().filter(|kind| kind.is_happening()).filter_map(|kind| self.in_short(given, *kind));
        // Of a kind that is said, it is said later that there is none; else only what there is can be meant.
        let is_meant = |path: &RecordPath| {
            matches!(wanted, Wanted::Of(_))
                || (self.records.source().is_some_and(|source| source.has(&path.file())) && self.is_told(path))
        };
        found.extend(short.map(RecordPath::Filed).filter(is_meant).map(whole));
        let of_unit = match wanted {
            Wanted::Of(kind) if kind.is_of_unit() => kind,
            _ => Kind::Unit,
        };
        found.extend(self.units(given).into_iter().map(|unit| whole(RecordPath::OfUnit(of_unit, unit.clone()))));
        found.extend(self.mines(given).into_iter().map(|mine| whole(RecordPath::Mine(mine.clone()))));
        if wanted == Wanted::Of(Kind::Licences) {
            found.extend(self.licences(given).into_iter().map(whole));
        }
        if wanted == Wanted::Of(Kind::Calendar) {
            found.extend(given.parse().ok().map(|year| whole(RecordPath::Calendar(year))));
        }
        found
    }

    /// 公安/3, 2025/公安/3, 2025-公安-003. A unit may have a hyphen in its name.
    pub(super) fn in_short(&self, given: &str, kind: Kind) -> Option<FiledPath> {
        const BETWEEN: [char; 2] = ['/', '-'];
        let (rest, number) = given.rsplit_once(BETWEEN)?;
        let (year, unit) = match rest.split_once(BETWEEN) {
            Some((year, unit)) if year.trim().len() == 4 && year.trim().parse::<u16>().is_ok() => {
                (year.trim().parse().ok()?, unit)
            }
            _ => (self.today.year(), rest),
        };
        let number: Number = number.trim().parse().ok().or_else(|| Number::new(0, to_half_width(number.trim()).parse().ok()?))?;
        match self.units(unit.trim())[..] {
            [unit] => Some(FiledPath { kind, year, unit: unit.clone(), number }),
            _ => None,
        }
    }

    /// The units of that id or name, however it is written; of those that had it, where none has it now.
    pub(super) fn units(&self, given: &str) -> Vec<&'a UnitId> {
        let units = &self.mechanism.units;
        let names = units.iter().flat_map(|(id, unit)| {
            let own = [id.as_str(), unit.name.as_str(), unit.short.as_str()].into_iter();
            own.chain(unit.aliases.iter().map(Line::as_str)).map(move |name| (id, name))
        });
        let former = units.iter().flat_map(|(id, unit)| unit.former.iter().map(move |former| (id, former.name.as_str())));
        let mut found = called(names, given);
        if found.is_empty() {
            found = called(former, given);
        }
        found.dedup();
        found
    }

    /// The mines of that id or name, however it is written; of those that had it, where none has it now.
    pub(super) fn mines(&self, given: &str) -> Vec<&'a MineId> {
        self.mechanism.mines_called(given)
    }

    /// The draft of that name, else what those became that were called so.
    pub(super) fn drafts(&self, name: &str) -> Vec<Target> {
        let Some(Source::Folder(root)) = self.records.source() else { return Vec::new() };
        if is_draft(root, name) {
            return vec![Target::Draft(name.to_owned())];
        }
        filed_drafts(root, name).into_iter().map(whole).collect()
    }

    /// The records that hold a paper's number.
    pub(super) fn numbered(&self, given: &str) -> Vec<RecordPath> {
        let words: Vec<&str> = given.split(is_between_words).filter(|word| !word.is_empty()).collect();
        // Without a digit it is no number; without words every record would hold it.
        if words.is_empty() || !given.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let mut found = self.records.numbered(given, &words);
        found.retain(|path| self.is_told(path));
        found
    }
}
