//! Whatever a person may type for a record, understood in the same way by every command: its path, its title (通报 2025-公安-003), that with
//! other signs or none between its parts (通报〔2025〕公安3号), its place in short (公安/3), the number of its paper, the name of a mine or unit,
//! the name of a draft, also after the draft became a record. What may mean several records is refused with all of them: the first is
//! never taken.

mod filed_drafts;
mod lookup;
mod mine_part;
mod names;
mod number_parts;

use super::viewing::secret_from;
use super::{Register, drafts};
use crate::model::{Day, Kind, Mechanism, MineId, RecordPath, Reference, UnitId, to_half_width};
use crate::report::{Named, Viewer};
use crate::store::Source;
use crate::text::{CommandLine, Telling, Text, clean, shell_word};
use crate::tr;
use filed_drafts::{is_draft, is_name};

pub use filed_drafts::note_filed;
pub(super) use filed_drafts::{filed_as, note_attempt};
pub use lookup::RecordLookup;
pub(super) use mine_part::{mine_by_part, mines_holding};
pub(super) use number_parts::RecordNumberParts;

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
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'a> {
    /// What has a name.
    pub mechanism: &'a Mechanism,
    /// The day by which a year is understood that is not said.
    pub today: Day,
    /// Where records are looked for whose name is not their path.
    pub records: RecordLookup<'a>,
    /// Who asks: what is kept from them has no name but its path. None where that is told by something else.
    pub viewer: Option<&'a Viewer>,
    /// Who files, by whom it is told where nobody knows whose computer it is.
    pub author: Option<&'a UnitId>,
}

/// What stands before a draft's name.
const DRAFT_WORDS: [&str; 2] = ["草稿", "draft"];

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
        Resolver { mechanism: &self.mechanism, today: self.today(), records, viewer: self.viewer.as_ref(), author: None }
    }
}

impl<'a> Resolver<'a> {
    /// The same for whoever files, where nobody knows whose computer it is.
    #[must_use]
    pub fn by(self, author: &'a UnitId) -> Self {
        Self { author: Some(author), ..self }
    }

    /// The same for whoever only asks, where nobody knows whose computer it is.
    #[must_use]
    pub fn by_anybody(self) -> Self {
        Self { viewer: self.viewer.or(Some(&Viewer::Unknown)), ..self }
    }
}

impl Resolver<'_> {
    /// The same without a look into records: where thousands of cells are read at once, each would be looked for in every file.
    #[must_use]
    pub fn by_name_only(self) -> Self {
        Self { records: RecordLookup::Nowhere, ..self }
    }

    /// Whether whoever asks learns of a record that is there.
    fn is_told(&self, path: &RecordPath) -> bool {
        let viewer = self.viewer.cloned().or_else(|| self.author.cloned().map(Viewer::Unit));
        let Some((viewer, source)) = viewer.zip(self.records.source()) else { return true };
        !secret_from(&viewer, source, std::iter::once(path), self.mechanism, self.today).keeps(path)
    }

    /// The draft of that name, if there is one: notices-1, 草稿 notices-1, drafts/notices-1.
    #[must_use]
    pub fn draft(&self, given: &str) -> Option<String> {
        let Some(Source::Folder(root)) = self.records.source() else { return None };
        let plain = given.trim();
        let name = match (literal(plain), plain.split_once(' ')) {
            (Some(Target::Draft(name)), _) => name,
            (_, Some((word, name))) if DRAFT_WORDS.contains(&word) => name.trim().to_owned(),
            _ => plain.to_owned(),
        };
        is_draft(root, &name).then_some(name)
    }

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

    /// A mine by its id, its name or one that it had, or by a part of its name that no other open one has.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn mine(&self, given: &str) -> Result<MineId, Text> {
        let found = self.mines(given.trim());
        match found[..] {
            [mine] => Ok(mine.clone()),
            [] if let Some(mine) = mine_by_part(given, self.mechanism) => Ok(mine.clone()),
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
        let (stem, part) = match plain.rsplit_once(['#', '＃']).map(|(stem, no)| (stem, to_half_width(no).parse::<u32>())) {
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
        if found.is_empty()
            && let Some(joined) = RecordNumberParts::of(stem, *self).joined()
        {
            found = self.titled(&joined);
            if found.is_empty() {
                found = self.bare(&joined, wanted);
            }
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
        (_, Wanted::Any) | (Target::Record { path: RecordPath::Filed(_), .. }, Wanted::Referable) => true,
        (Target::Record { path: RecordPath::Mine(_), part }, Wanted::Referable) => part.is_none(),
        (_, Wanted::Referable) => false,
        (Target::Record { path, .. }, Wanted::Of(kind)) => path.kind() == kind,
        (Target::Draft(name), Wanted::Of(kind)) => drafts::kind_of(name) == Some(kind),
    }
}

fn whole(path: RecordPath) -> Target {
    Target::Record { path, part: None }
}

/// That a register has no such record, or that whoever asks does not learn of it.
pub(super) fn absent(record: &str) -> Telling {
    let shown = clean(record);
    let said = Telling::of(tr!("台账中没有 {shown}"; "the register has no {shown}"));
    let Some(kind) = record.split('/').next().and_then(Kind::of_folder) else { return said };
    said.words(Text::fixed("；已有的见 ", "; "))
        .command(CommandLine::new("list").about(kind.label().zh()))
        .words(Text::fixed("", " shows what there is"))
}

/// That there is no such record, in the same words whether or not there is: where nobody knows who asks, of joint enforcements it is said why one that
/// is still to come would not be shown.
pub(super) fn absent_to(path: &RecordPath, viewer: &Viewer) -> Telling {
    if *viewer != Viewer::Unknown || path.kind() != Kind::Enforcement {
        return absent(&path.file());
    }
    let file = path.file();
    Telling::of(tr!(
        "查不到 {file}；本机没有说明是哪个单位，尚未开始的联合执法不显示（四不两直）";
        "{file} is not found; this computer is of no unit that it knows, and joint enforcements still to come are not shown"
    ))
    .typed(Text::fixed(
        "。参加单位请设环境变量 LIANDONG_UNIT（如 LIANDONG_UNIT=区安委办），或先用 liandong join 加入；--as 不算",
        ". Its team sets LIANDONG_UNIT (such as LIANDONG_UNIT=anweiban), or joins with liandong join; --as does not count",
    ))
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
    let (shown, word) = (clean(draft), shell_word(&clean(draft)));
    tr!(
        "草稿 {shown} 还没有登记，见 liandong draft show {word}";
        "draft {shown} is not filed yet; see liandong draft show {word}"
    )
}
