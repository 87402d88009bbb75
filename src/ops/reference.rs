//! Whatever a person may type for a record, understood in the same way by every command: its path, its title (通报 2025-公安-003), its
//! place in short (公安/3), the number of its paper, the name of a mine or unit, the name of a draft, also after the draft became a
//! record. What may mean several records is refused with all of them: the first is never taken.

use std::path::Path;

use super::Register;
use crate::git::History;
use crate::model::{
    Day, FiledPath, KeyPath, Kind, Leaf, Mechanism, Mine, MineId, Number, Record, RecordPath, Reference, Unit, UnitId,
    plain_number, to_half_width,
};
use crate::report::Named;
use crate::store::{self, Source};
use crate::text::{Text, clean};
use crate::tr;

/// What was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A file of the register, or a numbered part of the record that it holds. It need not be there.
    Record {
        /// Where it lies.
        path: RecordPath,
        /// The `no` of the part, where one is meant.
        part: Option<u32>,
    },
    /// What is kept beside the register and not filed, by its name: `notices-1`.
    Draft(String),
}

/// Understands what people type for records of one register.
#[derive(Clone, Copy)]
pub struct Resolver<'a> {
    /// What has a name.
    pub mechanism: &'a Mechanism,
    /// The day by which a year is understood that is not said.
    pub today: Day,
    /// Where records are looked for whose name is not their path.
    pub records: RecordLookup<'a>,
}

/// Where a resolver looks for the number of a paper, for a draft and for what was filed in short.
#[derive(Clone, Copy)]
pub enum RecordLookup<'a> {
    /// Nowhere: thousands of cells are read at once, and each would be looked for in every file.
    Nowhere,
    /// In the files of the register; `newer` is its format, where that is newer than this program.
    Files {
        /// The register.
        source: &'a Source,
        /// Its format.
        newer: Option<u32>,
    },
    /// In what was read of it already.
    Loaded {
        /// The register.
        source: &'a Source,
        /// All of its records.
        records: &'a [(RecordPath, Record)],
    },
}

impl<'a> RecordLookup<'a> {
    fn source(self) -> Option<&'a Source> {
        match self {
            Self::Nowhere => None,
            Self::Files { source, .. } | Self::Loaded { source, .. } => Some(source),
        }
    }

    /// The records that hold a paper's number, of which `words` are the parts.
    fn numbered(self, given: &str, words: &[&str]) -> Vec<RecordPath> {
        let holding = |records: &[(RecordPath, Record)]| {
            let holds = |(path, record): &(RecordPath, Record)| {
                let mut holds = false;
                record.visit(&mut |_: &KeyPath<'_>, leaf| {
                    holds |= matches!(leaf, Leaf::Number(number) if plain_number(number.as_str()) == plain_number(given));
                });
                holds.then(|| path.clone())
            };
            records.iter().filter_map(holds).collect()
        };
        match self {
            Self::Nowhere => Vec::new(),
            Self::Files { source, newer } => {
                // What cannot be read is for `check` to say; nothing is found in it.
                store::load_holding(source, words, newer).map_or_else(|_| Vec::new(), |loaded| holding(&loaded.records))
            }
            Self::Loaded { records, .. } => holding(records),
        }
    }
}

/// With what a command can do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// With any file of a register, and with a draft.
    Any,
    /// With what a record can point at.
    Referable,
    /// With records of one kind.
    Of(Kind),
}

impl Register {
    /// What people type for records, understood by this register.
    #[must_use]
    pub fn resolver(&self) -> Resolver<'_> {
        let records = RecordLookup::Files { source: &self.source, newer: self.known.newer };
        Resolver { mechanism: &self.mechanism, today: self.today(), records }
    }
}

impl<'a> Resolver<'a> {
    /// Any file of the register, or a draft.
    ///
    /// # Errors
    /// Nothing is called so, or several are.
    pub fn target(&self, given: &str) -> Result<Target, Text> {
        self.one(given, Wanted::Any)
    }

    /// Any file of the register: a record or mine, a unit's file (people/gongan, 人员 公安), one of which there is one (设置).
    ///
    /// # Errors
    /// Nothing is called so, several are, or it is a draft.
    pub fn file(&self, given: &str) -> Result<RecordPath, Text> {
        match self.one(given, Wanted::Any)? {
            Target::Record { path, .. } => Ok(path),
            Target::Draft(name) => Err(not_filed(&name)),
        }
    }

    /// What a record can point at: a happening or a part of one (`#2`), or a mine.
    ///
    /// # Errors
    /// Nothing is called so, several are, or nothing can point at it.
    pub fn reference(&self, given: &str) -> Result<Reference, Text> {
        match self.one(given, Wanted::Referable)? {
            Target::Record { path: record, part } => Ok(Reference { record, part }),
            Target::Draft(name) => Err(not_filed(&name)),
        }
    }

    /// A record or draft of one kind, which then need not be said: 公安/3.
    ///
    /// # Errors
    /// Nothing of that kind is called so, or several are.
    pub fn target_of_kind(&self, given: &str, kind: Kind) -> Result<Target, Text> {
        self.one(given, Wanted::Of(kind))
    }

    /// A record of one kind.
    ///
    /// # Errors
    /// Nothing of that kind is called so, several are, or it is a draft.
    pub fn of_kind(&self, given: &str, kind: Kind) -> Result<RecordPath, Text> {
        match self.one(given, Wanted::Of(kind))? {
            Target::Record { path, .. } => Ok(path),
            Target::Draft(name) => Err(not_filed(&name)),
        }
    }

    /// A mine by its id, its name or one that it had.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn mine(&self, given: &str) -> Result<MineId, Text> {
        let found = self.mines(given.trim());
        match found[..] {
            [mine] => Ok(mine.clone()),
            [] => {
                let shown = clean(given);
                Err(
                    tr!("没有矿山“{shown}”，全部矿山见 liandong list 矿山"; "there is no mine \"{shown}\"; liandong list mines shows all"),
                )
            }
            _ => {
                let found = found.into_iter().map(|mine| whole(RecordPath::Mine(mine.clone()))).collect::<Vec<_>>();
                Err(self.several(given, &found))
            }
        }
    }

    /// The one thing that is meant, of those with which something can be done.
    fn one(&self, given: &str, wanted: Wanted) -> Result<Target, Text> {
        let plain = given.trim();
        if let Some(target) = literal(plain) {
            return self.fit(target, given, wanted);
        }
        let (stem, part) = match plain.rsplit_once('#').map(|(stem, no)| (stem, no.parse::<u32>())) {
            Some((stem, Ok(no))) if no > 0 => (stem.trim_end(), Some(no)),
            _ => (plain, None),
        };
        let mut found = self.titled(stem);
        if found.is_empty() {
            found = self.bare(stem, wanted);
        }
        if found.is_empty() {
            found = self.numbered(stem).into_iter().map(whole).collect();
        }
        let fitting: Vec<Target> = found.iter().filter(|target| fits(target, wanted)).cloned().collect();
        let meant = match <[Target; 1]>::try_from(if fitting.is_empty() { found } else { fitting }) {
            Ok([meant]) => meant,
            Err(none) if none.is_empty() => return Err(unknown(given, wanted)),
            Err(several) => return Err(self.several(given, &several)),
        };
        let meant = match meant {
            Target::Record { path, part: None } => Target::Record { path, part },
            other => other,
        };
        self.fit(meant, given, wanted)
    }

    /// What is meant, where something can be done with it; else why not. That it is understood is said by its title.
    fn fit(&self, target: Target, given: &str, wanted: Wanted) -> Result<Target, Text> {
        if fits(&target, wanted) {
            return Ok(target);
        }
        match (&target, wanted) {
            (Target::Record { path, .. }, Wanted::Referable) => {
                let title = Named::of_record(path, self.mechanism).title;
                let (zh, en) = (title.zh(), title.en());
                Err(
                    tr!("“{zh}”不能被引用，只能引用已登记的事项或矿山"; "\"{en}\" cannot be referred to; refer to what was filed, or to a mine"),
                )
            }
            (Target::Draft(name), Wanted::Referable) => Err(not_filed(name)),
            _ => Err(unknown(given, wanted)),
        }
    }

    /// What follows the word for its kind: 通报 2025-公安-003, 人员 公安, 日历 2025, 证照 大山石场 自然资源, 设置, 草稿 notices-1.
    fn titled(&self, given: &str) -> Vec<Target> {
        let (word, rest) = given.split_once(' ').unwrap_or((given, ""));
        let rest = rest.trim();
        if ["草稿", "draft"].contains(&word) {
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
    fn licences(&self, given: &str) -> Vec<RecordPath> {
        let Some((mine, unit)) = given.rsplit_once(' ') else { return Vec::new() };
        let (mines, units) = (self.mines(mine.trim()), self.units(unit));
        let of_mine = |mine: &'a MineId| units.iter().map(move |unit| RecordPath::Licences(mine.clone(), (*unit).clone()));
        mines.into_iter().flat_map(of_mine).collect()
    }

    /// What has that name, whatever its kind: a draft, what was filed under that number, a unit, a mine.
    fn bare(&self, given: &str, wanted: Wanted) -> Vec<Target> {
        let mut found = self.drafts(given);
        let kinds = match &wanted {
            Wanted::Of(kind) if kind.is_happening() => std::slice::from_ref(kind),
            _ => Kind::ALL,
        };
        let short = kinds.iter().filter(|kind| kind.is_happening()).filter_map(|kind| self.in_short(given, *kind));
        // Of a kind that is said, it is said later that there is none; else only what there is can be meant.
        let is_meant = |path: &RecordPath| {
            matches!(wanted, Wanted::Of(_)) || self.records.source().is_some_and(|source| source.has(&path.file()))
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
    fn in_short(&self, given: &str, kind: Kind) -> Option<FiledPath> {
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

    /// The units of that id or name; of those that had it, where none has it now.
    fn units(&self, given: &str) -> Vec<&'a UnitId> {
        let units = &self.mechanism.units;
        let is_called = |(id, unit): &(&UnitId, &Unit)| {
            let names = [unit.name.as_str(), unit.short.as_str()];
            id.as_str() == given || names.contains(&given) || unit.aliases.iter().any(|alias| alias.as_str() == given)
        };
        let was_called = |(_, unit): &(&UnitId, &Unit)| unit.former.iter().any(|former| former.name.as_str() == given);
        let now: Vec<&UnitId> = units.iter().filter(is_called).map(|(id, _)| id).collect();
        if now.is_empty() { units.iter().filter(was_called).map(|(id, _)| id).collect() } else { now }
    }

    /// The mines of that id or name; of those that had it, where none has it now.
    fn mines(&self, given: &str) -> Vec<&'a MineId> {
        let mines = &self.mechanism.mines;
        let is_called = |(id, mine): &(&MineId, &Mine)| id.as_str() == given || mine.name.as_str() == given;
        let was_called = |(_, mine): &(&MineId, &Mine)| mine.former_names.iter().any(|name| name.as_str() == given);
        let now: Vec<&MineId> = mines.iter().filter(is_called).map(|(id, _)| id).collect();
        if now.is_empty() { mines.iter().filter(was_called).map(|(id, _)| id).collect() } else { now }
    }

    /// The draft of that name, else what it became.
    fn drafts(&self, name: &str) -> Vec<Target> {
        let Some(Source::Folder(root)) = self.records.source() else { return Vec::new() };
        if is_draft(root, name) {
            return vec![Target::Draft(name.to_owned())];
        }
        became(root, name).into_iter().map(whole).collect()
    }

    /// The records that hold a paper's number.
    fn numbered(&self, given: &str) -> Vec<RecordPath> {
        let words: Vec<&str> = given.split(is_between_words).filter(|word| !word.is_empty()).collect();
        // Without a digit it is no number; without words every record would hold it.
        if words.is_empty() || !given.chars().any(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        self.records.numbered(given, &words)
    }

    fn several(&self, given: &str, found: &[Target]) -> Text {
        let shown = clean(given);
        let name = |target: &Target| match target {
            Target::Record { path, .. } => {
                let title = Named::of_record(path, self.mechanism).title;
                Text::new(format!("{}（{path}）", title.zh()), format!("{} ({path})", title.en()))
            }
            Target::Draft(name) => Text::new(format!("草稿 {name}（drafts/{name}）"), format!("draft {name} (drafts/{name})")),
        };
        let found = Text::join(&found.iter().map(name).collect::<Vec<_>>(), "、", ", ");
        let (zh, en) = (found.zh(), found.en());
        tr!("“{shown}”不止一条：{zh}；请写路径"; "\"{shown}\" is more than one: {en}; give the path of one")
    }
}

/// Whether a command can do something with it. A draft is known by what it will be.
fn fits(target: &Target, wanted: Wanted) -> bool {
    match (target, wanted) {
        (_, Wanted::Any) => true,
        (Target::Record { path: RecordPath::Filed(_), .. }, Wanted::Referable) => true,
        (Target::Record { path: RecordPath::Mine(_), part }, Wanted::Referable) => part.is_none(),
        (_, Wanted::Referable) => false,
        (Target::Record { path, .. }, Wanted::Of(kind)) => path.kind() == kind,
        (Target::Draft(name), Wanted::Of(kind)) => kind_of_draft(name) == Some(kind),
    }
}

fn whole(path: RecordPath) -> Target {
    Target::Record { path, part: None }
}

/// What is named by its path, for which nothing need be read: notices/2025/gongan/003, also with `.toml`, mines/dashan, drafts/notices-1.
#[must_use]
pub fn literal(given: &str) -> Option<Target> {
    let plain = given.trim().trim_start_matches("./");
    let (stem, part) = plain.split_once('#').map_or((plain, None), |(stem, part)| (stem, Some(part)));
    let stem = stem.trim_end_matches(".toml");
    if let Some(name) = stem.strip_prefix("drafts/").filter(|name| is_name(name)) {
        return Some(Target::Draft(name.to_owned()));
    }
    let whole = stem.parse().or_else(|_| stem.parse::<Reference>().map(|reference| reference.record)).ok()?;
    match part {
        None => Some(Target::Record { path: whole, part: None }),
        Some(no) => no.parse().ok().filter(|no| *no > 0).map(|no| Target::Record { path: whole, part: Some(no) }),
    }
}

/// That nothing is called so, with the ways to say what is meant.
fn unknown(given: &str, wanted: Wanted) -> Text {
    let shown = clean(given);
    match wanted {
        Wanted::Any => tr!(
            "台账中没有“{shown}”；可写 notices/2025/gongan/003、“通报 2025-公安-003”或发文字号";
            "the register has no \"{shown}\"; write notices/2025/gongan/003, 'notice 2025-公安-003' or the number of a paper"
        ),
        Wanted::Referable => tr!(
            "“{shown}”不是记录或矿山，可写 notices/2025/gongan/003、“通报 2025-公安-003”或矿山名称";
            "\"{shown}\" is no record or mine; write notices/2025/gongan/003, 'notice 2025-公安-003' or the name of a mine"
        ),
        Wanted::Of(kind) => {
            let label = kind.label();
            let (zh, en) = (label.zh(), label.en());
            tr!(
                "“{shown}”不是{zh}，可写 公安/3、2025/公安/3 或“{zh} 2025-公安-003”";
                "\"{shown}\" is no {en}; write gongan/3, 2025/gongan/3 or '{en} 2025-公安-003'"
            )
        }
    }
}

fn not_filed(draft: &str) -> Text {
    let shown = clean(draft);
    tr!(
        "草稿 {shown} 还没有登记，见 liandong draft show {shown}";
        "draft {shown} is not filed yet; see liandong draft show {shown}"
    )
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace() || "〔〕[]()（）【】".contains(c)
}

/// Whether a name can be a draft's: nothing outside their folder is one.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

fn is_draft(root: &Path, name: &str) -> bool {
    is_name(name) && root.join("drafts").join(format!("{name}.toml")).is_file()
}

/// The kind of record that a draft will be, by its name.
fn kind_of_draft(name: &str) -> Option<Kind> {
    Kind::of_folder(name.rsplit_once('-')?.0)
}

/// Under what a clone notes the commit by which a draft was filed.
fn note_of(draft: &str) -> String {
    format!("drafts/{draft}")
}

/// Notes that a draft was filed by the last commit, so that its name still finds the record. A draft is known in this clone only, and
/// so is what became of it: the note is a name of a commit in git's own folder, which is never sent.
///
/// # Errors
/// The repository cannot be written, or git takes no such name.
pub fn note_filed(root: &Path, draft: &str) -> Result<(), Text> {
    let history = History::of_register(root)?;
    match history.head()?.1 {
        Some(commit) => Ok(history.mark(&note_of(draft), commit)?),
        None => Ok(()),
    }
}

/// Whether a draft of that name was filed once. Its name is not given to another.
#[must_use]
pub fn was_filed(root: &Path, draft: &str) -> bool {
    became(root, draft).is_some()
}

/// The record that a draft became: what the commit added by which it was filed.
fn became(root: &Path, draft: &str) -> Option<RecordPath> {
    let kind = kind_of_draft(draft)?;
    let history = History::of_register(root).ok()?;
    let commit = history.marked(&note_of(draft)).ok()??;
    let parent = history.parents(commit).ok()?.first().copied();
    let changed = history.diff_trees(parent, commit).ok()?;
    let paths = changed.into_iter().filter_map(|file| RecordPath::of_file(&file.path).ok());
    let mut filed = paths.filter(|path| path.kind() == kind);
    filed.next()
}
