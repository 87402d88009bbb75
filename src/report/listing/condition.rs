//! A condition on a key of a record: `major=true`, 整改.整改期限<2025-06-01, `closed=` (absent).

use super::column::ListColumn;
use super::rows_of;
use crate::model::field::{Field, Shape, find_word, yes_or_no};
use crate::model::{
    Actor, Content, Day, Kind, Leaf, Mechanism, Moment, Party, Pattern, Period, listed_number, plain_text, to_half_width,
};
use crate::report::display::display;
use crate::text::{Text, clean};
use crate::tr;

/// How a value stands to the one that is given. The longer signs come first: one is part of the other.
const SIGNS: &[(&str, Operator)] = &[
    ("!=", Operator::Unequal),
    ("<=", Operator::AtMost),
    (">=", Operator::AtLeast),
    ("！＝", Operator::Unequal),
    ("＜＝", Operator::AtMost),
    ("＞＝", Operator::AtLeast),
    ("≠", Operator::Unequal),
    ("≤", Operator::AtMost),
    ("≥", Operator::AtLeast),
    ("<", Operator::Less),
    (">", Operator::More),
    ("=", Operator::Equal),
    ("＜", Operator::Less),
    ("＞", Operator::More),
    ("＝", Operator::Equal),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Operator {
    fn holds<T: Ord>(self, one: &T, other: &T) -> bool {
        match self {
            Self::Equal => one == other,
            Self::Unequal => one != other,
            Self::Less => one < other,
            Self::AtMost => one <= other,
            Self::More => one > other,
            Self::AtLeast => one >= other,
        }
    }

    /// The same of a day and a stretch of days: before it, in it, behind it.
    fn places(self, day: Day, period: Period) -> bool {
        match self {
            Self::Equal => period.contains(day),
            Self::Unequal => !period.contains(day),
            Self::Less => day < period.first(),
            Self::AtMost => day <= period.last(),
            Self::More => day > period.last(),
            Self::AtLeast => day >= period.first(),
        }
    }
}

/// With what is compared.
#[derive(Debug, Clone)]
enum Operand {
    Day(Day),
    /// 上月, 2025年5月: a day lies before, in or behind it.
    Period(Period),
    Moment(Moment),
    Count(u32),
    /// Of what is absent where it is not so.
    Flag(bool),
    Words(String),
}

/// By what names in a condition are understood: that of a key's field, as files have it. What a register does not know is refused, since
/// no record could hold it.
pub type NameMeant<'a> = dyn Fn(&'static Field, &str) -> Result<String, Text> + 'a;

/// What is asked of a key.
#[derive(Debug, Clone)]
pub struct Condition {
    column: ListColumn,
    operator: Operator,
    operand: Operand,
}

impl Condition {
    /// Reads one as it is typed, of records of a kind.
    ///
    /// # Errors
    /// The kind has no such key, or what is asked cannot stand there.
    pub fn read(given: &str, kind: Kind, today: Day, named: &NameMeant<'_>) -> Result<Self, Text> {
        let fields = rows_of(kind).map_or(kind.fields(), |(_, fields)| fields);
        let of = &kind.label();
        let signs = SIGNS.iter().filter_map(|(sign, operator)| Some((given.find(sign)?, *sign, *operator)));
        // The first that stands there; of two at one place the longer, which is listed first.
        let Some((at, sign, operator)) = signs.min_by_key(|(at, ..)| *at) else {
            return Err(unclear(given));
        };
        let (key, value) = (given[..at].trim(), given[at + sign.len()..].trim());
        if key.is_empty() {
            return Err(unclear(given));
        }
        let column = ListColumn::named(key, of, fields)?;
        // That nothing is before or behind a name is said first, whatever it names.
        let is_ordered =
            !value.is_empty() && matches!(column.shape(), Shape::Day | Shape::Moment | Shape::Count | Shape::Listed(_));
        if !is_ordered && !matches!(operator, Operator::Equal | Operator::Unequal) {
            let (key, sign) = (clean(key), clean(sign));
            return Err(tr!(
                "{key} 不是日期也不是数目，不能用 {sign} 比较，可用 = 或 !=";
                "{key} is no day and no number, and cannot be compared with {sign}; use = or !="
            ));
        }
        let lies = column.field().lies;
        let operand = match (column.shape(), value) {
            (_, "") => Operand::Words(String::new()),
            // A time of day asks for the minute, a day alone for any time of it.
            (Shape::Moment, value) if value.contains([':', '：', '时', '点']) => {
                Operand::Moment(Moment::said(value, today, lies)?)
            }
            (Shape::Day | Shape::Moment, value) => match (Day::said(value, today, lies), Period::said(value, today, lies)) {
                (Ok(day), _) => Operand::Day(day),
                (Err(_), Ok(period)) => Operand::Period(period),
                (Err(_), Err(_)) => return Err(no_time(value)),
            },
            (Shape::Count, value) => Operand::Count(to_half_width(value).parse().map_err(|_| no_number(value))?),
            (Shape::Listed(_), value) => Operand::Count(listed_number(value).ok_or_else(|| no_number(value))?.into()),
            (Shape::Flag, value) => Operand::Flag(yes_or_no(value).ok_or_else(|| no_flag(value))?),
            (Shape::Word(words), value) => Operand::Words(words[find_word(value, words)?].id.to_owned()),
            (
                Shape::Reference
                | Shape::Pattern(Pattern::Unit | Pattern::Actor | Pattern::Body | Pattern::Party | Pattern::Mine | Pattern::System),
                value,
            ) => Operand::Words(named(column.field(), value)?),
            (_, value) => Operand::Words(value.to_owned()),
        };
        Ok(Self { column, operator, operand })
    }

    /// Whether a record, or one of the values that it has there, is as asked.
    pub(super) fn holds(&self, record: &Content<'_>, mechanism: &Mechanism) -> bool {
        let wanted = self.operator != Operator::Unequal;
        let compared = if wanted { self.operator } else { Operator::Equal };
        let leaves = self.column.leaves(record);
        let is_so = match &self.operand {
            Operand::Words(words) if words.is_empty() => self.column.values(record).is_empty(),
            Operand::Words(words) => {
                leaves.iter().any(|leaf| is_called(*leaf, words, mechanism))
                    || self.column.values(record).into_iter().any(|value| is_shown(value, words, mechanism))
            }
            Operand::Flag(flag) => leaves.iter().any(|leaf| matches!(leaf, Leaf::Flag(true))) == *flag,
            Operand::Count(count) => leaves.iter().filter_map(count_of).any(|found| compared.holds(&found, count)),
            Operand::Moment(moment) => leaves.iter().filter_map(moment_of).any(|found| compared.holds(&found, moment)),
            Operand::Period(period) => leaves.iter().filter_map(day_of).any(|found| compared.places(found, *period)),
            Operand::Day(day) => leaves.iter().filter_map(day_of).any(|found| compared.holds(&found, day)),
        };
        is_so == wanted
    }
}

fn count_of(leaf: &Leaf<'_>) -> Option<u32> {
    match leaf {
        Leaf::Count(count) => Some(*count),
        Leaf::Listed(_, item) => Some(u32::from(*item)),
        _ => None,
    }
}

fn moment_of(leaf: &Leaf<'_>) -> Option<Moment> {
    match leaf {
        Leaf::Moment(moment) => Some(*moment),
        _ => None,
    }
}

fn day_of(leaf: &Leaf<'_>) -> Option<Day> {
    match leaf {
        Leaf::Day(day) => Some(*day),
        Leaf::Moment(moment) => Some(moment.day()),
        _ => None,
    }
}

/// Whether a value is written so, or is the unit of that name.
fn is_called(leaf: Leaf<'_>, words: &str, mechanism: &Mechanism) -> bool {
    let unit = match leaf {
        Leaf::Unit(unit) | Leaf::Actor(Actor::Unit(unit)) => Some(unit.clone()),
        Leaf::Party(party) => party.as_unit(),
        _ => None,
    };
    let mine = match leaf {
        Leaf::Mine(mine) | Leaf::Party(Party::Mine(mine)) => Some(mine),
        _ => None,
    };
    // Who asks for a record means its parts as well.
    let whole = match leaf {
        Leaf::Reference(reference) => Some(reference.record.to_string()),
        _ => None,
    };
    let written = leaf.to_string();
    written == words
        || whole.is_some_and(|whole| whole == words)
        || plain_text(&written) == plain_text(words)
        || matches!(leaf, Leaf::Clause(clause) if words.parse() == Ok(clause))
        || unit.is_some_and(|unit| mechanism.unit_named(words).is_ok_and(|named| *named == unit))
        || mine.is_some_and(|mine| mechanism.mine_name(mine) == words)
}

/// Whether a table prints it so.
fn is_shown(value: &Content<'_>, words: &str, mechanism: &Mechanism) -> bool {
    let shown = display(value, mechanism);
    shown.zh() == words || shown.en().eq_ignore_ascii_case(words)
}

fn unclear(given: &str) -> Text {
    let shown = clean(given);
    tr!(
        "“{shown}”应写作 项=值，如 major=true；也可用 != < <= > >=";
        "write \"{shown}\" as KEY=VALUE, such as major=true; != < <= > >= can be used as well"
    )
}

fn no_time(value: &str) -> Text {
    let shown = clean(value);
    tr!(
        "“{shown}”不是日期，也不是时段，请写 2025-03-01、2025年5月 或 上月";
        "\"{shown}\" is no day and no stretch of time; write 2025-03-01, 2025-05 or last month"
    )
}

fn no_flag(value: &str) -> Text {
    let shown = clean(value);
    tr!("“{shown}”应写作 是 或 否"; "write yes or no for \"{shown}\"")
}

fn no_number(value: &str) -> Text {
    let shown = clean(value);
    tr!("“{shown}”不是数目"; "\"{shown}\" is no number")
}
