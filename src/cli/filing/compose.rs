//! A record as it will be: what stands, changed by what was typed, read back, allowed to follow, and judged.

use toml::Table;

use super::commit::{Composed, Stop};
use super::entry::ValueParser;
use super::file::FilingWork;
use super::options::RECORD;
use super::table::append;
use super::{Act, edit};
use crate::cli::reference;
use crate::model::reader::{Keys, ReadProblem};
use crate::model::{ChangeRefusal, Comments, FiledPath, Happening, Kind, Number, Record, RecordPath, may_follow};
use crate::render;
use crate::report::{FindingView, Level, Named, ProblemView};
use crate::store::LockedRegister;
use crate::text::Text;
use crate::tr;

impl FilingWork<'_> {
    pub(super) fn parser(&self) -> ValueParser<'_> {
        ValueParser { mechanism: &self.register.mechanism, today: self.register.today() }
    }

    /// The record as it will be: read back from its own text, allowed to follow what stands, free of what cannot be so.
    pub(super) fn compose(&self, held: &LockedRegister<'_>) -> Result<Composed, Stop> {
        let standing = self.standing(held)?;
        let old_text = standing.as_ref().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
        let (draft, comments) = match &self.edited {
            Some(edited) if !edited.began_with(&old_text) => return Err(edit::moved().into()),
            Some(edited) => (edited.text.clone(), Comments::from_text(&edited.text)),
            None => {
                let mut table = match &standing {
                    Some(_) => old_text.parse().map_err(|_| unreadable())?,
                    None => self.draft.as_ref().map(|(_, table)| table.clone()).unwrap_or_default(),
                };
                self.change(&mut table).map_err(Stop::Failed)?;
                (toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?, Comments::from_text(&old_text))
            }
        };
        let mut record = self.kind.read(&draft, Keys::Known).map_err(|problems| self.misread(&draft, &problems))?;
        let path = match &standing {
            Some((path, _)) => path.clone(),
            None => self.new_path(&record, held)?,
        };
        let mut stood = Vec::new();
        if standing.is_none() {
            record.keep_reviewed(None);
        } else {
            record = match self.kind.read(&old_text, Keys::Known) {
                Ok(old) => {
                    stood = self.judge_record(&path, &old).map_err(Stop::Failed)?;
                    record.keep_reviewed(Some(&old));
                    self.following(&old, record)?
                }
                // What cannot be read is there to be mended in the editor; of it nothing is known that must stay.
                Err(_) if self.edited.is_some() => record,
                Err(_) => return Err(unreadable()),
            };
        }
        let text = record.write(&comments);
        let found = self.judge_record(&path, &record).map_err(Stop::Failed)?;
        let is_known = |finding: &FindingView| stood.iter().any(|other| is_same(other, finding));
        let (known, findings): (Vec<FindingView>, Vec<FindingView>) = found.into_iter().partition(is_known);
        self.stop(&findings)?;
        Ok(Composed { path, before: standing.map(|(_, bytes)| bytes), text, findings, known: known.len() })
    }

    /// What cannot be so is not filed, unless it stands already: then somebody else may have to mend it.
    fn stop(&self, findings: &[FindingView]) -> Result<(), Stop> {
        // What is not filed is mended where it was typed, by no command.
        let bare = |finding: &FindingView| FindingView { command: None, ..finding.clone() };
        let stops: Vec<FindingView> = findings.iter().filter(|finding| finding.level == Level::Form).map(bare).collect();
        if stops.is_empty() {
            return Ok(());
        }
        let options = self.session.options;
        let first = Text::fixed("没有登记，请先改正：", "nothing was filed; mend this first:");
        Err(Stop::Form(format!("{}\n{}", first.get(options.lang), render::findings(&stops.iter().collect::<Vec<_>>(), options))))
    }

    /// What follows what stands; what was edited with a reason says itself which keys it mends.
    fn following(&self, old: &Record, new: Record) -> Result<Record, Stop> {
        let Err(refusals) = may_follow(old, &new) else { return Ok(new) };
        let whys = |refusals: Vec<ChangeRefusal>| {
            let whys: Vec<Text> = refusals.into_iter().map(|refusal| refusal.why).collect();
            Stop::from(Text::join(&whys, "；", "; "))
        };
        let reason = self.edited.as_ref().and_then(|_| self.matches.get_one::<String>("reason"));
        let Some(reason) = reason else { return Err(whys(refusals)) };
        let mut table: Table = toml::from_str(&new.write(&Comments::default())).map_err(|_| unreadable())?;
        append(&mut table, "amended", self.amendment(refusals.iter().map(|refusal| refusal.key.clone()), reason), false);
        let text = toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?;
        let new = self.kind.read(&text, Keys::Known).map_err(|problems| self.misread(&text, &problems))?;
        may_follow(old, &new).map_err(whys)?;
        Ok(new)
    }

    /// What is kept where it does not come to a filing: the record that begins here, or what was typed for one that stands.
    pub(super) fn begun(&self) -> anyhow::Result<Option<Table>> {
        if !self.begins() {
            let typed = self.typed()?;
            return Ok(<[Table; 1]>::try_from(typed).ok().map(|[typed]| typed).filter(|typed| !typed.is_empty()));
        }
        let mut table = self.draft.as_ref().map(|(_, table)| table.clone()).unwrap_or_default();
        self.change(&mut table)?;
        Ok(Some(table))
    }

    /// The record that a verb changes, with its bytes; `None` for one that is new.
    fn standing(&self, held: &LockedRegister<'_>) -> Result<Option<(RecordPath, Vec<u8>)>, Stop> {
        let Some(path) = self.known_path()? else { return Ok(None) };
        let named = Named::of_record(&path, &self.register.mechanism).title;
        let (zh, en) = (named.zh(), named.en());
        let owner = path.owner().unwrap_or(self.register.mechanism.office());
        if !self.register.mechanism.stands_for(&self.author.owner, owner, self.register.today()) {
            let owner = self.register.mechanism.short(owner);
            return Err(tr!(
                "“{zh}”由{owner}登记，别的单位不能写；要对它说什么，用 liandong respond";
                "{en} is {owner}'s to write; other units can say something to it with liandong respond"
            )
            .into());
        }
        let is_new = matches!(self.verb.act, Act::New);
        match held.bytes(&path)? {
            Some(_) if is_new => {
                Err(tr!("“{zh}”已经登记，见 liandong show {path}"; "{en} stands already; see liandong show {path}").into())
            }
            Some(bytes) if self.author.proxy.is_some() && is_own(&path, &bytes) => {
                let owner = self.register.mechanism.short(owner);
                Err(tr!(
                    "“{zh}”是{owner}自己登记的，办公室不能代改；有话要说，用 liandong respond";
                    "{owner} filed {en} itself, and nobody changes it on their behalf; liandong respond says something to it"
                )
                .into())
            }
            Some(bytes) => Ok(Some((path, bytes))),
            None if matches!(path, RecordPath::Filed(_)) => {
                let label = self.kind.label();
                let (kind_zh, kind_en) = (label.zh(), label.en());
                Err(tr!(
                    "台账中没有“{zh}”，已有的见 liandong list {kind_zh}";
                    "the register has no {en}; liandong list '{kind_en}' shows what there is"
                )
                .into())
            }
            None => Ok(None),
        }
    }

    /// Where the record lies, where that does not depend on its number.
    fn known_path(&self) -> Result<Option<RecordPath>, Text> {
        if self.draft.is_some() {
            return Ok(None);
        }
        let given = self.matches.try_get_one::<String>(RECORD).ok().flatten().map_or("", String::as_str);
        let named =
            || reference::resolve_reference(given, &self.register.mechanism, self.register.today()).map(|found| found.record);
        Ok(Some(match (self.kind, self.verb.act) {
            (_, Act::Amend | Act::Edit) => reference::of_file(given, &self.register.mechanism, self.register.today())?,
            (Kind::People, _) => RecordPath::OfUnit(Kind::People, self.author.owner.clone()),
            (Kind::Mine, Act::New) => RecordPath::Mine(given.parse()?),
            (Kind::Unit, Act::New) => RecordPath::OfUnit(Kind::Unit, given.parse()?),
            (Kind::Unit, _) => RecordPath::OfUnit(Kind::Unit, self.register.mechanism.unit_named(given)?.clone()),
            (Kind::Licences, _) => match named()? {
                RecordPath::Mine(mine) => RecordPath::Licences(mine, self.author.owner.clone()),
                other => other,
            },
            (_, Act::New) => return Ok(None),
            (Kind::Mine, _) => named()?,
            (kind, _) => RecordPath::Filed(reference::of_kind(given, kind, &self.register.mechanism, self.register.today())?),
        }))
    }

    fn new_path(&self, record: &Record, held: &LockedRegister<'_>) -> Result<RecordPath, Stop> {
        if let Some(path) = self.known_path()? {
            return Ok(path);
        }
        let on = record.happening().and_then(Happening::on).unwrap_or(self.register.today());
        let (kind, year, unit) = (self.kind, on.year(), self.author.owner.clone());
        let number: Number = held.next_number(kind, year, &unit, self.register.series(&unit))?;
        Ok(RecordPath::Filed(FiledPath { kind, year, unit, number }))
    }

    fn misread(&self, draft: &str, problems: &[ReadProblem]) -> Stop {
        let label = self.kind.label();
        let file = match &self.edited {
            Some(edited) => edited.file.clone(),
            None => format!("{} {}", label.get(self.session.options.lang), self.verb.name),
        };
        let view = |problem: &ReadProblem| {
            ProblemView::in_file(
                file.clone(),
                Some(draft),
                problem.span.clone(),
                true,
                problem.what.clone(),
                problem.help.clone(),
            )
        };
        let views: Vec<ProblemView> = problems.iter().map(view).collect();
        Stop::Form(render::carets(&views, self.session.options))
    }
}

/// Whether a finding stood before. A fault of form that takes another shape is a new one; what is asked and not done yet is not.
pub(super) fn is_same(stood: &FindingView, finding: &FindingView) -> bool {
    let is_form = finding.level == Level::Form;
    stood.code == finding.code && stood.key == finding.key && (!is_form || stood.what == finding.what)
}

/// Whether a happening was filed by its unit itself, and not on its behalf.
pub(super) fn is_own(path: &RecordPath, bytes: &[u8]) -> bool {
    let table: Option<Table> = String::from_utf8_lossy(bytes).parse().ok();
    matches!(path, RecordPath::Filed(_)) && !table.is_some_and(|table| table.contains_key("entered_by"))
}

fn unreadable() -> Stop {
    Text::fixed("这条记录读不出来，原因见 liandong check", "this record cannot be read; liandong check says why").into()
}
