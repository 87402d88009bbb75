//! What was given and typed, as changes of a record's table.

use std::cell::RefCell;

use toml::{Table, Value};

use super::groups::group;
use super::nearby_days::{NearbyDays, day_of, tells_when};
use super::paper_number::{self, NumberedAs};
use super::reference::mine_by_part;
use super::table::{PARTS, append, datetime, hand_over, in_office, merge, numbered, rename, spoken};
use super::values::{ValueParser, put, within};
use super::verbs::{Act, Preset, Verb, field_name, fields};
use super::{Author, Register, Result};
use crate::model::field::{Field, Shape, yes_or_no};
use crate::model::{Belonging, Carrier, Day, Kind, Pattern, Record, Reference, System, SystemId};
use crate::store::load_record;
use crate::text::{Telling, Text, clean};
use crate::tr;

/// What a record says already where a verb writes, and need not say anew.
pub(super) fn so_far(act: Act, table: &Table) -> Table {
    match act {
        Act::Set(_) => table.clone(),
        Act::Fill(key) => table.get(key).and_then(Value::as_table).cloned().unwrap_or_default(),
        _ => Table::new(),
    }
}

/// What was typed for a key, each time that it was.
pub type TypedKey = (&'static Field, Vec<String>);

/// What a verb changes.
pub(super) struct VerbChange<'a> {
    pub(super) register: &'a Register,
    pub(super) author: &'a Author,
    pub(super) kind: Kind,
    pub(super) verb: &'static Verb,
    pub(super) typed: &'a [TypedKey],
    /// What was given in a file.
    pub(super) given: Table,
    /// Whether a record begins here, or goes on as a draft.
    pub(super) begins: bool,
    /// The record as it stands, or as it is drafted.
    pub(super) standing: Table,
}

impl VerbChange<'_> {
    /// Puts what was given in a file, then what was typed, then what need not be typed.
    pub(super) fn apply(&self, table: &mut Table) -> Result<()> {
        // What is filled in later than the rest does not say anew what stands.
        let standing = so_far(self.verb.act, table);
        for mut typed in self.tables()? {
            for (key, preset) in self.verb.preset.iter().filter(|(key, _)| !standing.contains_key(*key)) {
                if !typed.contains_key(*key)
                    && let Some(value) = self.preset(*preset, &typed)?
                {
                    typed.insert((*key).to_owned(), value);
                }
            }
            self.act(table, typed)?;
        }
        if let Some((office, source)) = self.author.proxy.as_ref().filter(|_| self.begins) {
            table.insert("entered_by".to_owned(), Value::String(office.to_string()));
            table.insert("source".to_owned(), Value::String(source.clone()));
        }
        Ok(())
    }

    fn act(&self, table: &mut Table, typed: Table) -> Result<(), Text> {
        match self.verb.act {
            Act::New | Act::Set(_) => merge(table, typed),
            Act::Fill(key) => match table.entry(key).or_insert_with(|| Value::Table(Table::new())) {
                Value::Table(inner) => merge(inner, typed),
                other => *other = Value::Table(typed),
            },
            Act::HandOver(key) => hand_over(table, key, typed)?,
            Act::InOffice(list, key) => match in_office(table, list)? {
                item if item.contains_key(key) => return Err(stands_already(item, key)),
                item => item.extend(typed),
            },
            Act::Rename => rename(table, typed),
            Act::Append(key) => append(table, key, typed, numbered(self.kind, key)),
            Act::Succession => {}
        }
        Ok(())
    }

    /// What was given and typed: one table, or one for each item where several are appended at once. What is said once holds for
    /// all of them.
    pub(super) fn tables(&self) -> Result<Vec<Table>, Telling> {
        self.tables_by(self.parser().beside(self.nearby_days()))
    }

    /// Days that were said without a year and are taken for those of another than this one.
    pub(super) fn guessed_years(&self) -> Vec<Text> {
        let guessed = RefCell::default();
        // What cannot be understood is told where it is filed.
        let _ = self.tables_by(self.parser().beside(self.nearby_days()).telling(&guessed));
        guessed.into_inner()
    }

    fn tables_by(&self, parser: ValueParser<'_>) -> Result<Vec<Table>, Telling> {
        let given = self.understood(parser);
        let values = self.typed.iter().map(|(field, typed)| {
            let values = self.values_by(parser, field, typed).map_err(|why| within(field_name(field), why))?;
            Ok((*field, values))
        });
        let values: Vec<(&Field, Vec<Value>)> = values.collect::<Result<_, Telling>>()?;
        let single = |field: &Field| !matches!(field.shape, Shape::List(_) | Shape::Flag);
        // How many there are is told by those for whom or where it is filed, or by an option that is written several times.
        let told = values.iter().zip(self.typed).filter(|((field, _), _)| single(field));
        let count = |((field, values), (_, typed)): (&(&Field, Vec<Value>), &TypedKey)| {
            if names_several(self.verb.act, &field.shape) { values.len() } else { typed.len() }
        };
        let items = told.map(count).max().unwrap_or(1);
        let mut tables = vec![given; items];
        for (field, values) in values {
            if single(field) && values.len() != 1 && values.len() != items {
                let count = values.len();
                return Err(Telling::default().field(field_name(field)).words(tr!(
                    " 写了 {count} 个，而一共 {items} 项：每项写一个，或只写一个供各项共用";
                    " was given {count} times for {items} items: give one for each, or one for all"
                )));
            }
            for (at, table) in tables.iter_mut().enumerate() {
                match &values[..] {
                    [one] => put(table, field, one.clone()),
                    several if single(field) => put(table, field, several[at].clone()),
                    several => several.iter().for_each(|value| put(table, field, value.clone())),
                }
            }
        }
        Ok(tables)
    }

    fn parser(&self) -> ValueParser<'_> {
        ValueParser::new(self.register.resolver().by(&self.author.owner))
    }

    /// What was given in a file, as it is understood.
    fn understood(&self, parser: ValueParser<'_>) -> Table {
        let fields = fields(self.kind, self.verb.act);
        let meant = |(key, value): (String, Value)| {
            let one = Table::from_iter([(key.clone(), value)]);
            parser.at(self.top_key(&key), self.kind).understood(one, &fields)
        };
        self.given.clone().into_iter().flat_map(meant).collect()
    }

    /// The key of the record at or below which a key of the verb stands.
    fn top_key<'k>(&self, key: &'k str) -> &'k str {
        match self.verb.act {
            Act::Fill(top) | Act::Append(top) | Act::HandOver(top) | Act::InOffice(top, _) => top,
            _ => key,
        }
    }

    /// The days of the record beside what is said, by what is said now, else by what stands.
    fn nearby_days(&self) -> NearbyDays {
        let Some(fact) = self.kind.fields().iter().find(|field| field.is_fact) else { return NearbyDays::default() };
        let stands = NearbyDays::of_fact(self.standing.get(fact.key).and_then(day_of));
        match self.verb.act {
            Act::New | Act::Set(_) => {
                let said = self.said(fact, self.parser().beside(stands));
                said.map_or(stands, |said| NearbyDays::of_fact(day_of(&said)))
            }
            Act::Fill(_) | Act::Append(_) => {
                let (keys, parser) = (fields(self.kind, self.verb.act), self.parser().beside(stands));
                let happened = keys.iter().copied().filter(|field| tells_when(field));
                let mut table = so_far(self.verb.act, &self.standing);
                table.extend(happened.filter_map(|field| Some((field.key.to_owned(), self.said(field, parser)?))));
                stands.within(&table, keys.into_iter())
            }
            _ => stands,
        }
    }

    /// What is said at a key of the verb: typed, given in a file, or taken where nothing is.
    fn said(&self, field: &'static Field, parser: ValueParser<'_>) -> Option<Value> {
        if let Some((field, typed)) = self.typed.iter().find(|(other, _)| other.key == field.key) {
            return self.values_by(parser, field, typed).ok()?.pop();
        }
        if let Some(given) = self.given.get(field.key) {
            let one = Table::from_iter([(field.key.to_owned(), given.clone())]);
            return parser.understood(one, &[field]).remove(field.key);
        }
        let (_, preset) = self.verb.preset.iter().find(|(key, _)| *key == field.key)?;
        let pointers = self.typed.iter().filter(|(field, _)| matches!(field.shape, Shape::Reference));
        let pointed =
            pointers.filter_map(|(field, typed)| Some((field.key.to_owned(), self.values_by(parser, field, typed).ok()?.pop()?)));
        let pointers: Table = self.given.clone().into_iter().chain(pointed).collect();
        self.preset(*preset, &pointers).ok()?
    }

    pub(super) fn values(&self, field: &Field, typed: &[String]) -> Result<Vec<Value>, Telling> {
        self.values_by(self.parser().beside(self.nearby_days()), field, typed)
    }

    fn values_by(&self, parser: ValueParser<'_>, field: &Field, typed: &[String]) -> Result<Vec<Value>, Telling> {
        let parser = parser.at(self.top_key(field.key), self.kind);
        if matches!(field.shape, Shape::Flag) {
            let is_no = typed.first().is_some_and(|said| yes_or_no(said) == Some(false));
            return Ok(vec![Value::Boolean(!is_no)]);
        }
        let (appends, several) = (matches!(self.verb.act, Act::Append(_)), names_several(self.verb.act, &field.shape));
        let mut values = Vec::new();
        for typed in typed {
            let from = values.len();
            let full = self.number_in_full(field, typed)?;
            let typed = full.as_ref().unwrap_or(typed);
            for part in parts(field, typed, appends).into_iter().flat_map(|part| self.meant(field, part, several)) {
                let value = parser.value(field, &part)?;
                // 成员单位、公安 names that unit once.
                let is_again = several && holds_units(&field.shape) && values[from..].contains(&value);
                if !is_again {
                    values.push(value);
                }
            }
        }
        Ok(values)
    }

    /// The number of a paper of which only the serial number was typed.
    fn number_in_full(&self, field: &Field, typed: &str) -> Result<Option<String>, Telling> {
        if field.key != paper_number::KEY {
            return Ok(None);
        }
        let said = |key: &str| -> Option<Value> {
            let (field, words) = self.typed.iter().find(|(field, _)| field.key == key)?;
            self.values(field, words).ok()?.into_iter().next()
        };
        let issued = ["issued", "on"].iter().find_map(|key| spoken(&said(key)?)?.get(..4)?.parse().ok());
        let paper = NumberedAs {
            of: (self.kind, self.verb.act),
            owner: &self.author.owner,
            doc_type: said("doc_type").and_then(|word| spoken(&word)),
            year: issued.unwrap_or(self.register.today().year()),
        };
        paper_number::in_full(self.register, &paper, typed).map_err(|why| why.saying())
    }

    /// What a part of an answer names: several units where it is a word for them, and may be; the mine of whose name it is a part that no other has.
    fn meant(&self, field: &Field, part: &str, several: bool) -> Vec<String> {
        let (mechanism, today) = (&self.register.mechanism, self.register.today());
        let takes_units = several && holds_units(&field.shape);
        let group = takes_units.then(|| group(part, &self.author.owner, mechanism, today)).flatten();
        let mine = || holds_mines(&field.shape).then(|| mine_by_part(part, mechanism)).flatten();
        group.or_else(|| mine().map(|mine| vec![mine.to_string()])).unwrap_or_else(|| vec![part.to_owned()])
    }

    pub(super) fn preset(&self, preset: Preset, typed: &Table) -> Result<Option<Value>, Text> {
        Ok(Some(match preset {
            Preset::Today => datetime(&self.register.today()),
            Preset::Lead => {
                let lead = self.system(typed).and_then(|system| system.lead.as_ref());
                Value::String(lead.unwrap_or(self.register.mechanism.office()).to_string())
            }
            Preset::FoundOn(pointer) => {
                let Some(reference) = typed.get(pointer).and_then(Value::as_str) else { return Ok(None) };
                return Ok(self.found_on(reference).map(|on| datetime(&on)));
            }
            Preset::Word(word) | Preset::Says(word) => Value::String(word.to_owned()),
            Preset::Of(pointer, key) => {
                let Some(reference) = typed.get(pointer).and_then(Value::as_str) else { return Ok(None) };
                let said = self.pointed_at(reference).ok_or_else(|| nothing_there(reference))?;
                return Ok(said.get(key).cloned());
            }
        }))
    }

    /// The system that a record carries out, by what it says so far and the text of its day.
    fn system(&self, record: &Table) -> Option<&System> {
        let carrier = *Carrier::ALL.iter().find(|carrier| carrier.kind() == self.kind)?;
        let said = |key: &str| {
            let value = record.get(key)?;
            Some(value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned))
        };
        let day = ["held", "from", "planned"].iter().find_map(|key| said(key)?.parse().ok());
        let named: Option<SystemId> = said("system").and_then(|system| system.parse().ok());
        let (mechanism, on) = (&self.register.mechanism, day.unwrap_or(self.register.today()));
        match named {
            Some(named) => mechanism.systems(carrier, on).find(|system| system.id == named),
            None => mechanism.belonging(carrier, None, &self.author.owner, on).system(),
        }
    }

    /// Whether several systems are carried out by records of the kind, and nothing but the record says which is meant.
    pub(super) fn leaves_system_open(&self) -> bool {
        let (mechanism, owner) = (&self.register.mechanism, &self.author.owner);
        let carrier = Carrier::ALL.iter().find(|carrier| carrier.kind() == self.kind);
        let belonging = carrier.map(|carrier| mechanism.belonging(*carrier, None, owner, self.register.today()));
        matches!(belonging, Some(Belonging::OneOf(_)))
    }

    /// Whether a reference leads to something of which whoever files does not learn yet: nothing is taken from there.
    fn is_withheld(&self, reference: &Reference) -> bool {
        self.register.withholds(&reference.record, Some(&self.author.owner))
    }

    /// When a team found the problem that is meant; none where its record does not tell.
    fn found_on(&self, reference: &str) -> Option<Day> {
        let Reference { record, part } = reference.parse().ok().filter(|reference| !self.is_withheld(reference))?;
        let Record::Enforcement(action) = load_record(&self.register.source, &record).ok()?? else { return None };
        action.found_on(action.problem.iter().find(|problem| Some(problem.no) == part)?)
    }

    /// What another record says, or the part of it that is meant.
    fn pointed_at(&self, reference: &str) -> Option<Table> {
        let Reference { record, part } = reference.parse().ok().filter(|reference| !self.is_withheld(reference))?;
        let table: Table = self.register.source.text(&record.file())?.parse().ok()?;
        let Some(no) = part else { return Some(table) };
        let lists = PARTS.iter().filter_map(|list| table.get(*list)?.as_array());
        let mut items = lists.flatten().filter_map(Value::as_table);
        items.find(|item| item.get("no").and_then(Value::as_integer) == Some(no.into())).cloned()
    }
}

fn nothing_there(reference: &str) -> Text {
    let shown = clean(reference);
    tr!(
        "台账中没有 {shown}，请核对编号（#后为该记录中的序号，见 liandong show）";
        "the register has no {shown}; check the number (what follows # is the part's own; see liandong show)"
    )
}

fn stands_already(item: &Table, key: &str) -> Text {
    let value = item.get(key).map(ToString::to_string).unwrap_or_default();
    let (key, value) = (clean(key).into_owned(), clean(&value).into_owned());
    tr!(
        "在任的人已登记 {key} = {value}；确需改动的，用 liandong edit";
        "for who is in office {key} = {value} stands already; liandong edit changes it where it must be"
    )
}

/// Whether one answer may name several: the items of a list, and those for whom or where the same is filed. Who did something is one, and what came
/// of it.
pub(super) fn names_several(act: Act, shape: &Shape) -> bool {
    match shape {
        Shape::List(_) => true,
        Shape::Pattern(Pattern::Party | Pattern::Mine) => matches!(act, Act::Append(_)),
        _ => false,
    }
}

/// Names, words and references that stand in one argument, as people list them: 公安、自然资源. Where only one is taken there is
/// nothing to part.
fn parts<'a>(field: &Field, typed: &'a str, several: bool) -> Vec<&'a str> {
    let item = match &field.shape {
        Shape::List(item) => *item,
        shape if several => shape,
        _ => return vec![typed],
    };
    let lists = match item {
        // A table of which only the first key is said: --to 公安、自然资源.
        Shape::Table([first, ..]) => is_name(&first.shape) && !typed.contains([',', '，', '=']),
        item => is_name(item),
    };
    if lists { typed.split('、').collect() } else { vec![typed] }
}

/// Whether units are named there, alone or first in a line.
fn holds_units(shape: &Shape) -> bool {
    match shape {
        Shape::List(item) => holds_units(item),
        Shape::Table([first, ..]) => holds_units(&first.shape),
        Shape::Pattern(pattern) => matches!(pattern, Pattern::Unit | Pattern::Party),
        _ => false,
    }
}

fn holds_mines(shape: &Shape) -> bool {
    matches!(shape, Shape::Pattern(Pattern::Mine) | Shape::List(Shape::Pattern(Pattern::Mine)))
}

/// Whether what is typed for a shape never holds a 、 of its own.
fn is_name(shape: &Shape) -> bool {
    matches!(shape, Shape::Pattern(_) | Shape::Reference | Shape::Word(_) | Shape::Day)
}
