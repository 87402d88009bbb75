//! What a sheet holds, without any layout: columns, and rows of typed cells.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::field::{Field, Shape, Word};
use crate::model::{Day, DocNumber, KeyPath, Kind, Line, Moment, Prose};
use crate::report::{Light, Named};
use crate::text::Text;

/// Rows that are made when they are asked for: of a hundred thousand hazards only one row need stand in memory.
pub struct Rows<'a>(Box<dyn Fn() -> RowIter<'a> + 'a>);

/// Rows, one after the other.
type RowIter<'a> = Box<dyn Iterator<Item = Row<'a>> + 'a>;

impl<'a> Rows<'a> {
    /// Rows that a function makes.
    pub(in crate::report) fn new<I: Iterator<Item = Row<'a>> + 'a>(make: impl Fn() -> I + 'a) -> Self {
        Self(Box::new(move || Box::new(make())))
    }

    /// Makes them.
    #[must_use]
    pub fn each(&self) -> RowIter<'a> {
        (self.0)()
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.each()).finish()
    }
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.each())
    }
}

/// What is said of one record or part of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row<'a> {
    /// Of which.
    #[serde(flatten)]
    pub named: Named,
    /// The state of the record that the row shows, where the row can be taken back (see [`revision`](crate::model::revision)).
    pub revision: Option<String>,
    /// What is said, in the order of the columns.
    pub cells: Vec<Cell<'a>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words of a record.
    Words(Cow<'a, str>),
    /// Words of the program.
    Said(Text),
    /// A day.
    Day(Day),
    /// A day with a time.
    Moment(Moment),
    /// A number.
    Number(u32),
    /// A light.
    Light(Light),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// A line of text.
    Line,
    /// Text of any length.
    Prose,
    /// A day.
    Day,
    /// A day with a time.
    Moment,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// One of several words.
    #[serde(serialize_with = "ids")]
    Choice(&'static [Word]),
    /// A light.
    Light,
}

fn ids<S: Serializer>(words: &&'static [Word], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(words.iter().map(|word| word.id))
}

/// A column. Drawing up a sheet and taking it back share this one list.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// The key that it holds, where it holds one of a record's own.
    pub key: Option<&'static str>,
    /// What stands above it.
    pub heading: Text,
    /// Of a key within a table: what that is called, and what stands above the column below it, in a head of two lines.
    #[serde(skip)]
    pub parted: Option<(Text, Text)>,
    /// What it holds.
    pub holds: Holds,
    /// Whether it holds what is kept from readers outside the circle.
    #[serde(skip)]
    pub sealed: bool,
    /// Where what stands in it comes from.
    pub origin: Origin,
    /// What values its key takes.
    #[serde(skip)]
    pub shape: Shape,
    /// Whether its key must be there wherever the table that holds it is.
    pub required: bool,
}

/// Where what stands in a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// People write it: it is the value of its key. Of a list it is the last item's.
    Written,
    /// The path of the record says it: the unit whose record it is.
    Owner,
    /// The path of the record says it: the mine of which it is, the record of which the row is a part.
    Place,
    /// It is worked out from records; what people write there means nothing.
    Derived,
}

/// What stands above the reference of each row, which is hidden.
pub static REFERENCE: Text = Text::fixed("记录引用", "reference");
/// What stands above the revision of each row, which is hidden.
pub static REVISION: Text = Text::fixed("记录版本", "revision");
/// What stands above the count of rows.
pub static ORDINAL: Text = Text::fixed("序号", "no.");
/// The same where the rows of a sheet have such a number of their own.
pub static ROW_COUNT: Text = Text::fixed("行次", "row");
/// What stands above the number of each record as people say it.
pub static NUMBER: Text = Text::fixed("编号", "record");

/// Yes and no, as cells say it.
pub static FLAG: &[Word] = &[Word { id: "true", zh: "是", en: "yes" }, Word { id: "false", zh: "否", en: "no" }];

/// What a column is declared by: a key of a kind, or its own heading.
pub(super) trait ColumnSource {
    fn column(self, kind: Kind) -> Column;
}

impl ColumnSource for &'static str {
    fn column(self, kind: Kind) -> Column {
        let steps = steps(kind, self);
        let sealed = steps.iter().any(|field| field.sealed);
        let (shape, required) = steps.last().map_or((Shape::Line, false), |field| (field.shape, field.required));
        Column {
            key: Some(self),
            heading: heading(&steps),
            parted: steps
                .split_first()
                .filter(|(_, below)| !below.is_empty())
                .map(|(table, below)| (table.heading(), heading(below))),
            holds: holds(&shape),
            origin: Origin::Written,
            shape,
            required,
            sealed,
        }
    }
}

/// A key of which the sheet says less than the record does, such as only the names of those invited: it cannot be taken back.
pub(super) struct Shown(pub(super) &'static str);

impl ColumnSource for Shown {
    fn column(self, kind: Kind) -> Column {
        Column { origin: Origin::Derived, ..self.0.column(kind) }
    }
}

/// What is worked out from words that are kept from readers outside the circle, and is so itself.
pub(super) struct Withheld(pub(super) &'static str, pub(super) &'static str, pub(super) Holds);

impl ColumnSource for Withheld {
    fn column(self, kind: Kind) -> Column {
        Column { sealed: true, ..(self.0, self.1, self.2).column(kind) }
    }
}

/// The unit whose record it is, under a heading of its own.
pub(super) struct Owner(pub(super) &'static str, pub(super) &'static str);

impl ColumnSource for Owner {
    fn column(self, kind: Kind) -> Column {
        Column { origin: Origin::Owner, ..(self.0, self.1, Holds::Line).column(kind) }
    }
}

/// The mine of which the record is, or the record of which the row is a part: nothing else tells where a new row lies.
pub(super) struct Placed(pub(super) &'static str, pub(super) &'static str);

impl ColumnSource for Placed {
    fn column(self, kind: Kind) -> Column {
        Column { origin: Origin::Place, required: true, ..(self.0, self.1, Holds::Line).column(kind) }
    }
}

/// A key whose list is what the sheet is about: only its last step has to be said.
pub(super) struct Own(pub(super) &'static str);

impl ColumnSource for Own {
    fn column(self, kind: Kind) -> Column {
        let heading = steps(kind, self.0).last().map_or_else(Text::default, |field| field.heading());
        Column { heading, parted: None, ..self.0.column(kind) }
    }
}

/// A key under a heading of its own, where that of its field says too little without its list.
pub(super) struct Called(pub(super) &'static str, pub(super) &'static str, pub(super) &'static str);

impl ColumnSource for Called {
    fn column(self, kind: Kind) -> Column {
        Column { heading: Text::fixed(self.1, self.2), parted: None, ..self.0.column(kind) }
    }
}

impl ColumnSource for (&'static str, &'static str, Holds) {
    fn column(self, _: Kind) -> Column {
        Column {
            key: None,
            heading: Text::fixed(self.0, self.1),
            parted: None,
            holds: self.2,
            origin: Origin::Derived,
            shape: shape(self.2),
            required: false,
            sealed: false,
        }
    }
}

/// The fields on the way to a key such as `rectification.due`; a list is passed through.
fn steps(kind: Kind, key: &str) -> Vec<&'static Field> {
    KeyPath::from(key).fields(kind.fields()).into_iter().map(|(field, _)| field).collect()
}

/// The headings of the steps; one that the next says already (整改·整改期限) is left out.
fn heading(steps: &[&'static Field]) -> Text {
    let words = |say: fn(&Field) -> &'static str, between: &str| {
        let said = |at: usize, step: &Field| steps.get(at + 1).is_some_and(|next| say(next).contains(say(step)));
        let kept = steps.iter().enumerate().filter(|(at, step)| !said(*at, step));
        kept.map(|(_, step)| say(step)).collect::<Vec<_>>().join(between)
    };
    Text::new(words(|step| step.zh, "·"), words(|step| step.en, ", "))
}

fn holds(shape: &Shape) -> Holds {
    match shape {
        Shape::Flag => Holds::Flag,
        Shape::Count => Holds::Number,
        Shape::Day => Holds::Day,
        Shape::Moment => Holds::Moment,
        Shape::Word(words) => Holds::Choice(words),
        Shape::Prose | Shape::List(_) => Holds::Prose,
        Shape::Line | Shape::Listed(_) | Shape::Reference | Shape::Pattern(_) | Shape::Table(_) => Holds::Line,
    }
}

/// What values a column without a key takes.
const fn shape(holds: Holds) -> Shape {
    match holds {
        Holds::Day => Shape::Day,
        Holds::Moment => Shape::Moment,
        Holds::Number => Shape::Count,
        Holds::Flag => Shape::Flag,
        Holds::Choice(words) => Shape::Word(words),
        Holds::Prose => Shape::Prose,
        Holds::Line | Holds::Light => Shape::Line,
    }
}

impl From<Day> for Cell<'_> {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Moment> for Cell<'_> {
    fn from(moment: Moment) -> Self {
        Self::Moment(moment)
    }
}

impl From<Text> for Cell<'_> {
    fn from(text: Text) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Said(text) }
    }
}

impl From<Word> for Cell<'_> {
    fn from(word: Word) -> Self {
        Self::Said(word.label())
    }
}

impl From<Light> for Cell<'_> {
    fn from(light: Light) -> Self {
        Self::Light(light)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Cell<'_> {
    fn from(count: usize) -> Self {
        Self::Number(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        FLAG[usize::from(!flag)].into()
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(words: &'a str) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Words(Cow::Borrowed(words)) }
    }
}

impl From<String> for Cell<'_> {
    fn from(words: String) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Words(Cow::Owned(words)) }
    }
}

impl<'a> From<&'a Line> for Cell<'a> {
    fn from(line: &'a Line) -> Self {
        line.as_str().into()
    }
}

impl<'a> From<&'a DocNumber> for Cell<'a> {
    fn from(number: &'a DocNumber) -> Self {
        number.as_str().into()
    }
}

impl<'a> From<&'a Prose> for Cell<'a> {
    fn from(prose: &'a Prose) -> Self {
        prose.open().unwrap_or("…").into()
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
