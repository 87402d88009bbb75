//! What was typed, as values of a record: days as people write them, units and mines by name, tables in one line.

use std::cell::RefCell;

use toml::Value;

use super::Resolver;
use super::nearby_days::{NearbyDays, tells_when};
use super::reference::mines_holding;
use super::table::datetime;
use super::verbs::{is_year, line_fields, table_fields};
use crate::model::field::{Field, Lies, Shape, Word, find_word};
use crate::model::{Day, Every, Kind, Mechanism, Moment, Pattern, Period, UnitId, YEARS, YearMeant, spelled_telephone};
use crate::text::{FieldName, Telling, Text, clean};
use crate::tr;

/// What typed values are understood by.
#[derive(Debug, Clone, Copy)]
pub struct ValueParser<'a> {
    /// Names of units, bodies, mines, systems and records, and the day of filing.
    resolver: Resolver<'a>,
    /// The days of the same record.
    nearby: NearbyDays,
    /// Where it is noted which days were taken for those of another year than this one, since none was said.
    guessed: Option<&'a RefCell<Vec<Text>>>,
}

impl<'a> ValueParser<'a> {
    /// What is understood by these names, and by today.
    #[must_use]
    pub fn new(resolver: Resolver<'a>) -> Self {
        Self { resolver, nearby: NearbyDays::default(), guessed: None }
    }

    /// The day of filing.
    #[must_use]
    pub(super) fn today(&self) -> Day {
        self.resolver.today
    }

    /// The same beside the days of a record.
    #[must_use]
    pub(super) fn beside(self, nearby: NearbyDays) -> Self {
        Self { nearby, ..self }
    }

    /// The same for what stands at or below a key of a record.
    #[must_use]
    pub(super) fn at(self, key: &str, kind: Kind) -> Self {
        Self { nearby: self.nearby.at(key, kind), ..self }
    }

    /// The same, which notes the years that it guessed.
    #[must_use]
    pub(super) fn telling(self, guessed: &'a RefCell<Vec<Text>>) -> Self {
        Self { guessed: Some(guessed), ..self }
    }
}

impl ValueParser<'_> {
    /// The value of a key.
    ///
    /// # Errors
    /// Why it is none.
    pub fn value(&self, field: &Field, given: &str) -> Result<Value, Telling> {
        match field.shape {
            Shape::Count if is_year(field) => Ok(Value::Integer(a_year(given)?.into())),
            Shape::Line if field.is_telephone() => self.of_shape(&field.shape, Some(field), &spelled_telephone(given)),
            shape => self.of_shape(&shape, Some(field), given),
        }
    }

    /// By what the year of a day is known that is said without one: 11月3日 is said of what happened, 1月10日 of a term.
    fn year_meant(&self, field: Option<&Field>) -> YearMeant {
        field.map_or(Lies::Near.into(), |field| self.nearby.year_meant(field))
    }

    /// A day as a value; a year that was guessed and is not this one is noted.
    fn dated(&self, field: Option<&Field>, given: &str, day: Day, value: Value) -> Value {
        if let (Some(field), Some(guessed)) = (field, self.guessed)
            && Moment::lacks_year(given)
            && day.year() != self.resolver.today.year()
        {
            let (zh, en) = (field.zh, field.en);
            guessed.borrow_mut().push(tr!("{zh} {value}"; "{en} {value}"));
        }
        value
    }

    /// What was given in a file, with days, units, mines and words as people and other programs write them. What is not
    /// understood stays as it is: reading the record says why it will not do.
    #[must_use]
    pub fn understood(&self, given: toml::Table, fields: &[&Field]) -> toml::Table {
        let meant = |(key, value): (String, Value)| {
            let field = fields.iter().find(|field| field.key == key);
            let value = match field {
                Some(field) => self.meant(value, &field.shape, field),
                None => value,
            };
            (key, value)
        };
        given.into_iter().map(meant).collect()
    }

    fn meant(&self, value: Value, shape: &Shape, field: &Field) -> Value {
        match (value, shape) {
            (Value::String(given), Shape::Line) if field.is_telephone() => Value::String(spelled_telephone(&given)),
            (value, Shape::Line | Shape::Prose) => value,
            (Value::Array(items), Shape::List(item)) => {
                Value::Array(items.into_iter().map(|value| self.meant(value, item, field)).collect())
            }
            (Value::Table(table), Shape::Table(fields)) => {
                let within = self.beside(self.nearby.within(&table, fields.iter()));
                Value::Table(within.understood(table, &fields.iter().collect::<Vec<_>>()))
            }
            (Value::String(given), shape) if !matches!(shape, Shape::List(_) | Shape::Table(_) | Shape::Flag) => {
                self.of_shape(shape, Some(field), &given).unwrap_or(Value::String(given))
            }
            (value, _) => value,
        }
    }

    /// The value that a cell of a spreadsheet says, spelled as `intake` spells it; several of a list stand one behind the other.
    ///
    /// # Errors
    /// The register knows nothing of that name.
    pub fn cell(&self, shape: &Shape, said: &str) -> Result<Value, Text> {
        match shape {
            Shape::Line | Shape::Prose | Shape::Word(_) => Ok(Value::String(said.to_owned())),
            Shape::Flag => Ok(Value::Boolean(said == "true")),
            Shape::List(item) => {
                let items = said.split(['、', '\n', ',', '，', ';', '；']).map(str::trim).filter(|item| !item.is_empty());
                let mut named: Vec<Value> = Vec::new();
                for said in items {
                    let value = self.cell(item, said)?;
                    // 公安、公安局 is one unit: what is named is a set.
                    if !matches!(**item, Shape::Pattern(_) | Shape::Reference) || !named.contains(&value) {
                        named.push(value);
                    }
                }
                Ok(Value::Array(named))
            }
            shape => self.of_shape(shape, None, said).map_err(|why| why.on_terminal()),
        }
    }

    fn of_shape(&self, shape: &Shape, field: Option<&Field>, given: &str) -> Result<Value, Telling> {
        let (given, today) = (given.trim(), self.resolver.today);
        match shape {
            Shape::Flag => Ok(Value::Boolean(true)),
            Shape::Count => {
                let number = crate::model::to_half_width(given).parse::<u32>();
                number.map(|number| Value::Integer(number.into())).map_err(|_| {
                    let shown = clean(given);
                    tr!("“{shown}”不是数字"; "\"{shown}\" is no number").into()
                })
            }
            Shape::Listed(_) => {
                let number = crate::model::listed_number(given);
                number.map(|item| Value::Integer(item.into())).ok_or_else(|| shape.expected().into())
            }
            Shape::Day => {
                let day = Day::said(given, today, self.year_meant(field))?;
                Ok(self.dated(field, given, day, datetime(&day)))
            }
            Shape::Moment => {
                let moment = Moment::said_exactly(given, today, self.year_meant(field))?;
                Ok(self.dated(field, given, moment.day(), datetime(&moment)))
            }
            Shape::Reference => Ok(Value::String(self.resolver.reference(given)?.to_string())),
            Shape::Word(words) => Ok(Value::String(meant_word(words, given)?.id.to_owned())),
            Shape::Pattern(pattern) => self.resolve_name(*pattern, given).map(Value::String),
            Shape::Line | Shape::Prose => Ok(Value::String(given.replace("\\n", "\n"))),
            Shape::List(item) => self.of_shape(item, field, given),
            Shape::Table(fields) => self.table(fields, given).map(Value::Table),
        }
    }

    /// The id of what a person names where ids stand; anything else as it was typed. An id that the register does not know is told by the rules.
    fn resolve_name(&self, pattern: Pattern, given: &str) -> Result<String, Telling> {
        const MINES: &str = "mines/";
        let mechanism = self.resolver.mechanism;
        let is_of_unit = matches!(pattern, Pattern::Unit | Pattern::Actor | Pattern::Body | Pattern::Party);
        if is_of_unit && 1 < mechanism.units_called(given.trim()).len() {
            mechanism.unit_named(given)?;
        }
        let unit = || mechanism.unit_named(given).ok().map(ToString::to_string);
        let body = || unit().or_else(|| mechanism.body_named(given).map(ToString::to_string));
        let mine = |given: &str| mechanism.mine_named(given).map(ToString::to_string);
        let id = match pattern {
            Pattern::Unit | Pattern::Actor => unit(),
            Pattern::Body => body(),
            Pattern::Mine => mine(given),
            // A mine is written with its folder where units and bodies may stand as well.
            Pattern::Party => {
                body().or_else(|| mine(given.strip_prefix(MINES).unwrap_or(given)).map(|mine| format!("{MINES}{mine}")))
            }
            Pattern::System => mechanism.system_named(given).map(ToString::to_string),
            Pattern::Obligation
            | Pattern::Clause
            | Pattern::Paper
            | Pattern::Period
            | Pattern::YearDay
            | Pattern::Zone
            | Pattern::Setting
            | Pattern::Register => return Ok(given.to_owned()),
        };
        match id {
            Some(id) => Ok(id),
            None if given.parse::<UnitId>().is_err() => Err(nobody(pattern, given, mechanism)),
            None => Ok(given.to_owned()),
        }
    }

    /// `公安,1.4.2` in the order of FIELDS, or `who=公安,why=1.4.2`, by key or heading.
    fn table(&self, fields: &[Field], given: &str) -> Result<toml::Table, Telling> {
        let mut table = toml::Table::new();
        let fields: Vec<&Field> = line_fields(fields).collect();
        let mut inner = self.beside(self.nearby.within(&table, std::iter::empty()));
        // What comes last may hold commas of its own.
        for (position, part) in given.splitn(fields.len(), [',', '，']).enumerate() {
            let named = part.split_once('=').and_then(|(key, value)| {
                let field = fields.iter().find(|field| field.key == key.trim() || field.zh == key.trim())?;
                Some((field, value))
            });
            let Some((field, value)) = named.or_else(|| Some((fields.get(position)?, part))) else {
                let shown = clean(part);
                return Err(tr!("多出了“{shown}”"; "\"{shown}\" is too much").into());
            };
            if value.trim().is_empty() {
                continue;
            }
            let value = inner.value(field, value).map_err(|why| within(FieldName::headed(field.heading()), why))?;
            put(&mut table, field, value);
            if tells_when(field) {
                inner = self.beside(self.nearby.within(&table, fields.iter().copied()));
            }
        }
        Ok(table)
    }
}

/// A year of the calendar, as people write it: 2025, 2025年.
///
/// # Errors
/// It is none, or none of which a register may speak.
pub fn a_year(given: &str) -> Result<u16, Text> {
    let year: Option<Period> = given.trim().parse().ok().filter(|period: &Period| period.every() == Every::Year);
    year.map(|year| year.first().year()).ok_or_else(|| {
        let (first, last) = (YEARS.start(), YEARS.end());
        tr!(
            "请写四位数的年份（{first} 至 {last}），如 2025";
            "write a year of four digits ({first} to {last}), such as 2025"
        )
    })
}

/// What is wrong with a field.
pub(super) fn within(field: FieldName, why: Telling) -> Telling {
    Telling::default().field(field).words(Text::fixed("：", ": ")).then(why)
}

/// Puts a value behind its key: one more item where the key takes a list.
pub(super) fn put(table: &mut toml::Table, field: &Field, value: Value) {
    let Shape::List(item) = field.shape else {
        table.insert(field.key.to_owned(), value);
        return;
    };
    let Value::Array(items) = table.entry(field.key).or_insert_with(|| Value::Array(Vec::new())) else { return };
    items.push(value);
    // Items with numbers get theirs in the order in which they are typed.
    let is_numbered = table_fields(item).is_some_and(|fields| fields.iter().any(|field| field.key == "no"));
    let (count, last) = (items.len(), items.last_mut());
    if let (true, Some(Value::Table(item))) = (is_numbered, last) {
        item.entry("no").or_insert(Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)));
    }
}

/// That several mines are called so, with the ids by which they are told apart.
pub(super) fn several_mines(given: &str, mechanism: &Mechanism) -> Option<Text> {
    let mines = mechanism.mines_called(given);
    let [_, _, ..] = mines[..] else { return None };
    let (shown, count) = (clean(given), mines.len());
    let [zh, en] = ["、", ", "].map(|between| mines.iter().map(|mine| mine.as_str()).collect::<Vec<_>>().join(between));
    Some(tr!(
        "叫“{shown}”的矿山有 {count} 座：{zh}；请写代号";
        "{count} mines are called \"{shown}\": {en}; write the id of one"
    ))
}

/// Nothing in the register that may stand there is called so.
fn nobody(pattern: Pattern, given: &str, mechanism: &Mechanism) -> Telling {
    let what = pattern.expected();
    let (shown, zh, en) = (clean(given), what.zh(), what.en());
    if let Some(why) = several_mines(given, mechanism) {
        return why.into();
    }
    let holding = mines_holding(given.trim(), mechanism);
    if let (Pattern::Mine, [_, _, ..]) = (pattern, &holding[..]) {
        let names: Vec<&str> = holding.into_iter().map(|mine| mechanism.mine_name(mine)).collect();
        let (zh, en) = (clean(&names.join("、")).into_owned(), clean(&names.join(", ")).into_owned());
        return tr!("“{shown}”可指 {zh}，请写全"; "\"{shown}\" may be {en}; write it in full").into();
    }
    match crate::text::nearest(given, mechanism.every_name()) {
        Some(known) if known == given => {
            tr!("“{shown}”不能写在这里，这里写{zh}"; "\"{shown}\" cannot stand here: write {en}").into()
        }
        Some(near) => {
            tr!("台账中没有“{shown}”，是不是“{near}”？"; "the register has no \"{shown}\"; did you mean \"{near}\"?").into()
        }
        None => Telling::of(tr!(
            "台账中没有“{shown}”；这里写名称或{zh}";
            "the register has no \"{shown}\"; write a name, or {en}"
        ))
        .typed(lists(pattern)),
    }
}

/// The commands that list what may stand there.
const fn lists(pattern: Pattern) -> Text {
    match pattern {
        Pattern::Unit => Text::fixed("（liandong list 单位）", " (liandong list units)"),
        Pattern::Body => Text::fixed("（liandong list 机构）", " (liandong list bodies)"),
        Pattern::Mine => Text::fixed("（liandong list 矿山）", " (liandong list mines)"),
        Pattern::System => Text::fixed("（liandong show 机制）", " (liandong show mechanism)"),
        _ => Text::fixed("（liandong list 单位、list 机构、list 矿山）", " (liandong list units, list bodies, list mines)"),
    }
}

/// The word of that name, or the only one whose name begins so; where none does, the only one whose name holds it.
fn meant_word<'a>(words: &'a [Word], given: &str) -> Result<&'a Word, Text> {
    if let Ok(at) = find_word(given, words) {
        return Ok(&words[at]);
    }
    if given.is_empty() {
        return Err(unknown_word(words, given));
    }
    let named = |fits: &dyn Fn(&str) -> bool| -> Vec<&Word> {
        words.iter().filter(|word| [word.id, word.zh, word.en].into_iter().any(fits)).collect()
    };
    let begun = named(&|name| name.starts_with(given));
    let found = if begun.is_empty() { named(&|name| name.contains(given)) } else { begun };
    match found[..] {
        [one] => Ok(one),
        [] => Err(unknown_word(words, given)),
        _ => {
            let shown = clean(given);
            let zh = found.iter().map(|word| word.zh).collect::<Vec<_>>().join("、");
            let en = found.iter().map(|word| word.id).collect::<Vec<_>>().join(", ");
            Err(tr!("“{shown}”可指 {zh}，请写全"; "\"{shown}\" may be {en}; write it in full"))
        }
    }
}

/// That a word is none of those that may stand here, with all of them.
#[must_use]
pub fn unknown_word(words: &[Word], given: &str) -> Text {
    let shown = clean(given);
    let zh = words.iter().map(|word| word.zh).collect::<Vec<_>>().join("、");
    let en = words.iter().map(|word| word.id).collect::<Vec<_>>().join(", ");
    match crate::text::nearest(given, words.iter().flat_map(|word| [word.zh, word.id])) {
        Some(near) => {
            tr!("不认识“{shown}”，是不是“{near}”？可选：{zh}"; "unknown word \"{shown}\"; did you mean \"{near}\"? One of {en}")
        }
        None => tr!("不认识“{shown}”，可选：{zh}"; "unknown word \"{shown}\"; one of {en}"),
    }
}
