//! A record as it will be: what stands, changed by what was typed, read back, allowed to follow, and judged.

use clap::parser::ValueSource;
use toml::{Table, Value};

use super::commit::{Composed, Stop};
use super::entry::{Meaning, put};
use super::file::Work;
use super::mend::command;
use super::options::{RECORD, fields};
use super::table::{append, end, hand_over, merge, numbered, rename, set};
use super::{Act, Preset, edit};
use crate::cli::reference;
use crate::cli::session;
use crate::model::field::Shape;
use crate::model::reader::{Keys, Problem};
use crate::model::{At, Comments, FiledPath, Happening, Kind, Leaf, Number, Record, RecordPath, Reference, Refusal, may_follow};
use crate::render;
use crate::report::{self, FindingView, Guide, Level, Named, ProblemView};
use crate::rules::{self, Desk};
use crate::store::{self, Held};
use crate::text::{Text, clean};
use crate::tr;

impl Work<'_> {
    fn meaning(&self) -> Meaning<'_> {
        Meaning { mechanism: &self.place.mechanism, today: self.place.today() }
    }

    /// The record as it will be: read back from its own text, allowed to follow what stands, free of what cannot be so.
    pub(super) fn compose(&self, held: &Held<'_>) -> Result<Composed, Stop> {
        let standing = self.standing(held)?;
        let old_text = standing.as_ref().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
        let (draft, comments) = match &self.edited {
            Some(edited) if !edited.began_with(&old_text) => return Err(edit::moved().into()),
            Some(edited) => (edited.text.clone(), Comments::of(&edited.text)),
            None => {
                let mut table = match &standing {
                    Some(_) => old_text.parse().map_err(|_| unreadable())?,
                    None => self.draft.as_ref().map(|(_, table)| table.clone()).unwrap_or_default(),
                };
                self.change(&mut table).map_err(Stop::Failed)?;
                (toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?, Comments::of(&old_text))
            }
        };
        let mut record = self.kind.read(&draft, Keys::Known).map_err(|problems| self.misread(&draft, &problems))?;
        let path = match &standing {
            Some((path, _)) => path.clone(),
            None => self.new_path(&record, held)?,
        };
        if standing.is_some() {
            record = match self.kind.read(&old_text, Keys::Known) {
                Ok(old) => self.following(&old, record)?,
                // What cannot be read is there to be mended in the editor; of it nothing is known that must stay.
                Err(_) if self.edited.is_some() => record,
                Err(_) => return Err(unreadable()),
            };
        }
        let text = record.write(&comments);
        let findings = self.judge(&path, &record).map_err(Stop::Failed)?;
        let stops: Vec<&FindingView> = findings.iter().filter(|finding| finding.level == Level::Form).collect();
        if !stops.is_empty() {
            let first = Text::fixed("没有登记，请先改正：", "nothing was filed; mend this first:");
            return Err(Stop::Form(format!(
                "{}\n{}",
                first.get(self.session.look.lang),
                render::findings(&stops, self.session.look)
            )));
        }
        Ok(Composed { path, before: standing.map(|(_, bytes)| bytes), text, findings })
    }

    /// What follows what stands; what was edited with a reason says itself which keys it mends.
    fn following(&self, old: &Record, new: Record) -> Result<Record, Stop> {
        let Err(refusals) = may_follow(old, &new) else { return Ok(new) };
        let whys = |refusals: Vec<Refusal>| {
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

    /// What begins here: the draft that it goes on with, or nothing, and what was typed.
    pub(super) fn begun(&self) -> anyhow::Result<Table> {
        let mut table = self.draft.as_ref().map(|(_, table)| table.clone()).unwrap_or_default();
        self.change(&mut table)?;
        Ok(table)
    }

    /// The record that a verb changes, with its bytes; `None` for one that is new.
    fn standing(&self, held: &Held<'_>) -> Result<Option<(RecordPath, Vec<u8>)>, Stop> {
        let Some(path) = self.known_path()? else { return Ok(None) };
        let named = Named::of_record(&path, &self.place.mechanism).title;
        let (zh, en) = (named.zh(), named.en());
        let owner = path.owner().unwrap_or(self.place.mechanism.office());
        if !self.place.mechanism.stands_for(&self.hands.owner, owner, self.place.today()) {
            let owner = self.place.mechanism.short(owner);
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
            Some(bytes) if self.hands.proxy.is_some() && is_own(&path, &bytes) => {
                let owner = self.place.mechanism.short(owner);
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
        let named = || reference::named(given, &self.place.mechanism, self.place.today()).map(|found| found.record);
        Ok(Some(match (self.kind, self.verb.act) {
            (_, Act::Amend | Act::Edit) => reference::of_file(given, &self.place.mechanism, self.place.today())?,
            (Kind::People, _) => RecordPath::OfUnit(Kind::People, self.hands.owner.clone()),
            (Kind::Mine, Act::New) => RecordPath::Mine(given.parse()?),
            (Kind::Unit, Act::New) => RecordPath::OfUnit(Kind::Unit, given.parse()?),
            (Kind::Unit, _) => RecordPath::OfUnit(Kind::Unit, self.place.mechanism.unit_named(given)?.clone()),
            (Kind::Licences, _) => match named()? {
                RecordPath::Mine(mine) => RecordPath::Licences(mine, self.hands.owner.clone()),
                other => other,
            },
            (_, Act::New) => return Ok(None),
            (Kind::Mine, _) => named()?,
            (kind, _) => RecordPath::Filed(reference::of_kind(given, kind, &self.place.mechanism, self.place.today())?),
        }))
    }

    fn new_path(&self, record: &Record, held: &Held<'_>) -> Result<RecordPath, Stop> {
        if let Some(path) = self.known_path()? {
            return Ok(path);
        }
        let on = record.happening().and_then(Happening::on).unwrap_or(self.place.today());
        let (kind, year, unit) = (self.kind, on.year(), self.hands.owner.clone());
        let number: Number = held.next_number(kind, year, &unit, 0)?;
        Ok(RecordPath::Filed(FiledPath { kind, year, unit, number }))
    }

    /// Puts what was given in a file, then what was typed, then what need not be typed.
    fn change(&self, table: &mut Table) -> anyhow::Result<()> {
        let fields = fields(self.kind, self.verb.act);
        let mut typed = self.meaning().understood(self.given.clone(), &fields);
        for field in &fields {
            let is_option = self.matches.try_contains_id(field.key).is_ok();
            if !is_option || self.matches.value_source(field.key) != Some(ValueSource::CommandLine) {
                continue;
            }
            let meaning = self.meaning();
            let mut values: Vec<String> = match field.shape {
                Shape::Flag => vec![String::new()],
                _ => self.matches.get_many::<String>(field.key).into_iter().flatten().cloned().collect(),
            };
            for value in values.drain(..) {
                put(&mut typed, field, meaning.value(field, &value)?);
            }
        }
        // What is filled in later than the rest does not say anew what stands.
        let standing = match self.verb.act {
            Act::Set(_) => Some(&*table),
            Act::Fill(key) => table.get(key).and_then(Value::as_table),
            _ => None,
        };
        for (key, preset) in self.verb.preset {
            if !typed.contains_key(*key)
                && !standing.is_some_and(|standing| standing.contains_key(*key))
                && let Some(value) = self.preset(*preset, &typed)
            {
                typed.insert((*key).to_owned(), value);
            }
        }
        match self.verb.act {
            Act::New | Act::Set(_) => merge(table, typed),
            Act::Fill(key) => match table.entry(key).or_insert_with(|| Value::Table(Table::new())) {
                Value::Table(inner) => merge(inner, typed),
                other => *other = Value::Table(typed),
            },
            Act::HandOver(key) => hand_over(table, key, typed)?,
            Act::End(key) => end(table, key, typed)?,
            Act::Rename => rename(table, typed),
            Act::Amend => self.mend(table)?,
            Act::Append(key) => append(table, key, typed, numbered(self.kind, key)),
            Act::Edit | Act::Own(..) => {}
        }
        let begins = matches!(self.verb.act, Act::New) || self.draft.is_some();
        if let Some((office, source)) = self.hands.proxy.as_ref().filter(|_| begins) {
            table.insert("entered_by".to_owned(), Value::String(office.to_string()));
            table.insert("source".to_owned(), Value::String(source.clone()));
        }
        Ok(())
    }

    /// Sets what an amendment names, and says so in the record.
    fn mend(&self, table: &mut Table) -> Result<(), Text> {
        let mut keys = Vec::new();
        for given in self.matches.get_many::<String>("set").into_iter().flatten() {
            let shown = clean(given);
            let (key, value) = given
                .split_once('=')
                .ok_or_else(|| tr!("“{shown}”应写作 项=值，如 title=…"; "write \"{shown}\" as KEY=VALUE, such as title=…"))?;
            let key = key.trim();
            set(table, self.kind.fields(), key, |field| self.meaning().value(field, value))?;
            keys.push(key.to_owned());
        }
        let reason = self.matches.get_one::<String>("reason").map_or("", String::as_str);
        append(table, "amended", self.amendment(keys.into_iter(), reason), false);
        Ok(())
    }

    fn amendment(&self, keys: impl Iterator<Item = String>, reason: &str) -> Table {
        Table::from_iter([
            ("on".to_owned(), self.today()),
            ("keys".to_owned(), Value::Array(keys.map(Value::String).collect())),
            ("reason".to_owned(), Value::String(reason.to_owned())),
        ])
    }

    fn preset(&self, preset: Preset, typed: &Table) -> Option<Value> {
        Some(match preset {
            Preset::Today => self.today(),
            Preset::Acting => Value::String(self.hands.owner.to_string()),
            Preset::Office => Value::String(self.place.mechanism.office().to_string()),
            Preset::Word(word) => Value::String(word.to_owned()),
            Preset::Of(pointer, key) => self.said_by(typed.get(pointer)?.as_str()?, key)?,
        })
    }

    fn today(&self) -> Value {
        let today = self.place.today().to_string();
        today.parse().map_or(Value::String(today), Value::Datetime)
    }

    /// What another record, or a numbered part of it, says under a key.
    fn said_by(&self, reference: &str, key: &str) -> Option<Value> {
        let Reference { record, part } = reference.parse().ok()?;
        let table: Table = self.place.source.text(&record.file())?.parse().ok()?;
        let Some(no) = part else { return table.get(key).cloned() };
        let items = table.values().filter_map(Value::as_array).flatten().filter_map(Value::as_table);
        let mut parts = items.filter(|item| item.get("no").and_then(Value::as_integer) == Some(no.into()));
        parts.find_map(|part| part.get(key)).cloned()
    }

    /// What rules find about the record, judged with what it points at: the register itself is not read.
    fn judge(&self, path: &RecordPath, record: &Record) -> anyhow::Result<Vec<FindingView>> {
        let own = path.clone();
        let mut others = Vec::new();
        record.visit(&mut |_: &At<'_>, leaf| {
            if let Leaf::Reference(Reference { record: other, .. }) = leaf
                && *other != own
                && !others.contains(other)
            {
                others.push(other.clone());
            }
        });
        let mut records = self.place.known.records.clone();
        let mut unreadable = self.place.known.unreadable.clone();
        for other in others {
            match store::load_record(&self.place.source, &other) {
                Ok(Some(found)) => records.push((other, found)),
                Ok(None) => {}
                Err(_) => drop(unreadable.insert(other)),
            }
        }
        records.retain(|(path, _)| *path != own);
        records.push((own.clone(), record.clone()));
        let ledger = session::ledger(records, unreadable)?;
        let today = self.place.today();
        let desk = Desk { ledger: &ledger, today, now: today };
        Ok(report::about(
            &desk,
            &rules::judge(&desk),
            &own,
            Guide { command: &|finding| command(finding, &ledger), ..Guide::NONE },
        ))
    }

    fn misread(&self, draft: &str, problems: &[Problem]) -> Stop {
        let label = self.kind.label();
        let file = match &self.edited {
            Some(edited) => edited.file.clone(),
            None => format!("{} {}", label.get(self.session.look.lang), self.verb.name),
        };
        let view = |problem: &Problem| {
            ProblemView::of(file.clone(), Some(draft), problem.span.clone(), true, problem.what.clone(), problem.help.clone())
        };
        let views: Vec<ProblemView> = problems.iter().map(view).collect();
        Stop::Form(render::carets(&views, self.session.look))
    }
}

/// Whether a happening was filed by its unit itself, and not on its behalf.
fn is_own(path: &RecordPath, bytes: &[u8]) -> bool {
    let table: Option<Table> = String::from_utf8_lossy(bytes).parse().ok();
    matches!(path, RecordPath::Filed(_)) && !table.is_some_and(|table| table.contains_key("entered_by"))
}

fn unreadable() -> Stop {
    Text::fixed("这条记录读不出来，原因见 liandong check", "this record cannot be read; liandong check says why").into()
}
