//! Makes a valid record of any kind from its static FIELDS, so that a new key is tried without a line of test.

use liandong::model::field::{Field, Shape, Word};
use liandong::model::{Kind, Pattern, RecordPath};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value as Json;

use super::by_hand::{Entry, Layout, Leaf, Node, STATES, Says};

/// What records speak of: anything at all, or what a register has.
pub(crate) struct World {
    /// Units and other bodies, mines, systems and numbers of papers to choose from; where there are none, any.
    pub(crate) units: Vec<String>,
    pub(crate) mines: Vec<String>,
    pub(crate) systems: Vec<String>,
    /// What the value of a key points at.
    pub(crate) references: fn(&str) -> Vec<String>,
    pub(crate) numbers: Vec<String>,
    /// The years in which things happen.
    pub(crate) years: std::ops::RangeInclusive<i32>,
    /// The greatest number of a part.
    pub(crate) parts: u32,
    /// How often a key that may be absent is there.
    pub(crate) often: fn(&str) -> f64,
}

/// Anything at all.
pub(crate) static ANY: World = World {
    units: Vec::new(),
    mines: Vec::new(),
    systems: Vec::new(),
    references: |_| Vec::new(),
    numbers: Vec::new(),
    years: 1949..=2199,
    parts: u32::MAX,
    often: |_| 0.4,
};

/// What the value of a key may point at among some records: what fits it, most often; else anything that there may be, or its parts.
pub(crate) fn references(key: &str, paths: &[RecordPath]) -> Vec<String> {
    let fitting: &[&str] = match key {
        "corrects" | "withdraws" | "shared_by" => &["notices"],
        "hazard" => &["hazards"],
        "lead" => &["leads"],
        "enforcement" => &["enforcements"],
        "meeting" => &["meetings"],
        "agenda" => &["agenda"],
        "upward" | "reported_up" => &["upward"],
        "from" => &["enforcements", "leads", "notices"],
        "to" => &["facilities", "meetings", "enforcements", "upward", "responses"],
        "about" => &["hazards", "orders", "accidents", "facilities", "leads", "plans", "enforcements", "meetings", "notices"],
        _ => &[],
    };
    let mines = ["mines/dashan", "mines/xiaoshan", "mines/weizhi"].map(str::to_owned);
    let mut all: Vec<String> = mines.iter().cycle().take(if matches!(key, "from" | "about") { 90 } else { 3 }).cloned().collect();
    for path in paths.iter().map(ToString::to_string) {
        let fits = fitting.iter().any(|folder| path.starts_with(folder));
        let parted = ["meetings", "enforcements", "upward"].iter().any(|folder| path.starts_with(folder));
        for _ in 0..if fits { 20 } else { 1 } {
            all.push(path.clone());
            all.extend((1..=2).filter(|_| parted).map(|no| format!("{path}#{no}")));
        }
    }
    all
}

/// Most keys are there, so that records have to do with each other; those that end a matter seldom.
pub(crate) fn often(key: &str) -> f64 {
    match key {
        "cancelled" | "withdraws" | "none_for" | "closed" | "result" => 0.15,
        "corrects" | "system" | "secrecy" | "lifted" => 0.4,
        _ => 0.8,
    }
}

/// Any record of a kind.
pub(crate) fn record(kind: Kind) -> BoxedStrategy<Node> {
    record_of(kind, &ANY)
}

/// A record of a kind that speaks of that.
pub(crate) fn record_of(kind: Kind, world: &'static World) -> BoxedStrategy<Node> {
    table(kind.fields(), world)
}

fn table(fields: &'static [Field], world: &'static World) -> BoxedStrategy<Node> {
    let entries: Vec<_> = fields.iter().map(|field| entry(field, world)).collect();
    let entries = entries.prop_map(|entries| entries.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle();
    (entries, layout()).prop_map(|(entries, layout)| Node::Table { entries, layout }).boxed()
}

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![4 => Just(Layout::Header), 1 => Just(Layout::Inline), 1 => Just(Layout::Dotted)]
}

/// A key with a value, or its absence where that is allowed.
fn entry(field: &'static Field, world: &'static World) -> BoxedStrategy<Option<Entry>> {
    let value = match (&field.shape, field.required) {
        // What may be absent may also be left blank.
        (Shape::Count, _) if field.key == "no" && world.parts < u32::MAX => (1..=world.parts).prop_flat_map(count).boxed(),
        (Shape::List(_) | Shape::Table(_) | Shape::Flag, _) | (_, true) => value(&field.shape, field.key, world),
        (shape, false) => prop_oneof![9 => value(shape, field.key, world), 1 => blank()].boxed(),
    };
    let commented = || prop::bool::weighted(0.15);
    let quote = prop_oneof![8 => Just(""), 1 => Just("\""), 1 => Just("'")];
    let entry = (value, quote, commented(), commented(), 0..STATES).prop_map(
        move |(value, quote, comment_before, comment_behind, since)| Entry {
            field,
            quote,
            value,
            comment_before,
            comment_behind,
            since,
        },
    );
    if field.required { entry.prop_map(Some).boxed() } else { prop::option::weighted((world.often)(field.key), entry).boxed() }
}

fn leaf(toml: impl Into<String>, says: Says) -> Node {
    Node::Leaf(Leaf { toml: toml.into(), says })
}

fn exactly(toml: impl Into<String>, says: impl Into<Json>) -> Node {
    leaf(toml, Says::Exactly(says.into()))
}

fn blank() -> BoxedStrategy<Node> {
    select(&["\"\"", "\"  \\t\"", "'''\n\n'''"][..]).prop_map(|toml| leaf(toml, Says::Nothing)).boxed()
}

fn value(shape: &'static Shape, key: &'static str, world: &'static World) -> BoxedStrategy<Node> {
    match shape {
        Shape::Flag => {
            any::<bool>().prop_map(|flag| if flag { exactly("true", true) } else { leaf("false", Says::Nothing) }).boxed()
        }
        Shape::Count | Shape::Listed(_) => (0..=255u32).prop_flat_map(count).boxed(),
        Shape::Line => text(&LINE_PIECES).boxed(),
        Shape::Prose => text(&PROSE_PIECES).boxed(),
        Shape::Day => day(world).prop_flat_map(|day| select(day_forms(day))).boxed(),
        Shape::Moment => (day(world), 0..24u32, 0..60u32).prop_flat_map(|(day, h, m)| select(moment_forms(day, h, m))).boxed(),
        Shape::Reference => {
            chosen((world.references)(key), reference()).prop_map(|words| exactly(format!("\"{words}\""), words)).boxed()
        }
        Shape::Pattern(pattern) => formed(*pattern, world),
        Shape::Word(words) => select(*words).prop_flat_map(word).boxed(),
        Shape::List(item) => (prop::collection::vec(value(item, key, world), 0..=3), prop::bool::weighted(0.2), layout())
            .prop_map(|(items, spread, layout)| Node::List { items, spread, layout })
            .boxed(),
        Shape::Table(fields) => table(fields, world),
    }
}

/// A number in any of the ways that TOML has.
fn count(number: u32) -> impl Strategy<Value = Node> {
    let forms =
        [format!("{number}"), format!("+{number}"), format!("{number:#x}"), format!("{number:#b}"), format!("{number:#o}")];
    select(forms.to_vec()).prop_map(move |form| exactly(form, number))
}

/// A word by its spelling or by its Chinese or English name.
fn word(word: Word) -> impl Strategy<Value = Node> {
    select(vec![word.id, word.id, word.zh, word.en]).prop_map(move |form| exactly(format!("{form:?}"), word.id))
}

type Date = (i32, u32, u32);

fn day(world: &World) -> impl Strategy<Value = Date> + use<> {
    (world.years.clone(), 1..=12u32, 1..=28u32)
}

/// One of these; where there are none, any.
fn chosen(from: Vec<String>, any: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    if from.is_empty() { any.boxed() } else { select(from).boxed() }
}

fn day_forms((y, m, d): Date) -> Vec<Node> {
    let says = format!("{y:04}-{m:02}-{d:02}");
    let full_width =
        |digits: String| digits.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).expect("a digit")).collect::<String>();
    let quoted = [
        format!("{y}-{m}-{d}"),
        format!("{y}/{m:02}/{d}"),
        format!("{y}年{m}月{d}日"),
        format!("{y:04}{m:02}{d:02}"),
        format!("{}年{}月{}号", full_width(y.to_string()), full_width(m.to_string()), full_width(d.to_string())),
    ];
    let plain = [exactly(&says, says.clone()), exactly(&says, says.clone())];
    plain.into_iter().chain(quoted.map(|form| exactly(format!("\"{form}\""), says.clone()))).collect()
}

fn moment_forms((y, m, d): Date, hour: u32, minute: u32) -> Vec<Node> {
    let says = format!("{y:04}-{m:02}-{d:02}T{hour:02}:{minute:02}:00");
    let forms = [
        says.clone(),
        says.replace('T', " "),
        says[..says.len() - 3].to_owned(),
        format!("\"{y}-{m}-{d} {hour}:{minute:02}\""),
        format!("\"{y}年{m}月{d}日{hour}时{minute}分\""),
    ];
    forms.iter().map(|form| exactly(form, says.clone())).collect()
}

/// An id that every file system keeps apart.
fn id() -> impl Strategy<Value = String> {
    let device = |id: &String| matches!(id.as_str(), "con" | "prn" | "aux" | "nul");
    let numbered = |id: &String| id.len() == 4 && (id.starts_with("com") || id.starts_with("lpt"));
    "[a-z][a-z0-9-]{0,12}".prop_filter("a name of a device", move |id| !device(id) && !numbered(id))
}

pub(crate) fn reference() -> impl Strategy<Value = String> {
    let folders: Vec<&str> = Kind::ALL.iter().filter(|kind| kind.is_happening()).map(|kind| kind.folder()).collect();
    let number = prop_oneof![
        3 => (1..1_000_000u32).prop_map(|serial| format!("{serial:03}")),
        1 => (b'b'..=b'z', 1..2_000u32).prop_map(|(series, serial)| format!("{}{serial:03}", char::from(series))),
    ];
    let part = prop::option::weighted(0.3, 1..=u32::MAX).prop_map(|part| part.map_or(String::new(), |no| format!("#{no}")));
    let filed = (select(folders), 1949..=2199u16, id(), number, part)
        .prop_map(|(folder, year, unit, number, part)| format!("{folder}/{year}/{unit}/{number}{part}"));
    prop_oneof![4 => filed, 1 => id().prop_map(|mine| format!("mines/{mine}"))]
}

/// A text of a certain form.
fn formed(pattern: Pattern, world: &'static World) -> BoxedStrategy<Node> {
    let canonical = |strategy: BoxedStrategy<String>| strategy.prop_map(|form| exactly(format!("\"{form}\""), form)).boxed();
    match pattern {
        Pattern::Party => canonical(party(world).boxed()),
        Pattern::Unit | Pattern::Body => canonical(chosen(world.units.clone(), id())),
        Pattern::Mine => canonical(chosen(world.mines.clone(), id())),
        Pattern::System => canonical(chosen(world.systems.clone(), id())),
        Pattern::Paper if !world.numbers.is_empty() => canonical(select(&world.numbers[..]).boxed()),
        Pattern::Actor => {
            canonical(prop_oneof![select(&["office", "members", "owner", "team"][..]).prop_map(str::to_owned), id()].boxed())
        }
        Pattern::Obligation => canonical((1..=u16::MAX).prop_map(|no| format!("O{no}")).boxed()),
        Pattern::Register => canonical(any::<u128>().prop_map(|name| format!("{name:032x}")).boxed()),
        Pattern::Zone => canonical(("[+-]", 0..=13u8, 0..60u8).prop_filter_map("no -00:00", zone).boxed()),
        Pattern::YearDay => canonical((1..=12u8, 1..=28u8).prop_map(|(month, day)| format!("{month:02}-{day:02}")).boxed()),
        Pattern::Clause => clause().boxed(),
        Pattern::Period => canonical(period().boxed()),
        Pattern::Setting => setting_value().boxed(),
        Pattern::Paper => prop_oneof![
            (1950..2100u16, 1..2000u32)
                .prop_map(|(year, no)| format!("甲安办〔{year}〕{no}号"))
                .prop_map(|number| exactly(format!("\"{number}\""), number)),
            text(&LINE_PIECES),
        ]
        .boxed(),
    }
}

fn party(world: &'static World) -> impl Strategy<Value = String> {
    prop_oneof![3 => chosen(world.units.clone(), id()), 1 => chosen(world.mines.clone(), id()).prop_map(|mine| format!("mines/{mine}"))]
}

fn zone((sign, hours, minutes): (String, u8, u8)) -> Option<String> {
    ((hours, minutes) != (0, 0) || sign == "+").then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// A clause as files or as the regulation cite it.
fn clause() -> impl Strategy<Value = Node> {
    prop::collection::vec(1..100u8, 1..=4).prop_flat_map(|numbers| {
        let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
        let says = numbers.join(".");
        let printed = match &numbers[..] {
            [chapter, paragraph, rest @ ..] => format!("{chapter}（{paragraph}）{}", rest.join("、")),
            _ => says.clone(),
        };
        select(vec![says.clone(), printed]).prop_map(move |form| exactly(format!("\"{form}\""), says.clone()))
    })
}

fn period() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just(String::new()),
        (1..=2u8).prop_map(|half| format!("-H{half}")),
        (1..=4u8).prop_map(|quarter| format!("-Q{quarter}")),
        (1..=12u8).prop_map(|month| format!("-{month:02}")),
        (1..=52u8).prop_map(|week| format!("-W{week:02}")),
    ];
    (1949..=2199u16, part).prop_map(|(year, part)| format!("{year}{part}"))
}

fn setting_value() -> impl Strategy<Value = Node> {
    let units =
        [("hours", "hours"), ("days", "days"), ("working-days", "working-days"), ("个工作日", "working-days"), ("小时", "hours")];
    let term = (0..=liandong::model::limits::TERM, select(units.to_vec()))
        .prop_map(|(count, (form, unit))| (format!("{count} {form}"), format!("{count} {unit}")));
    let day_of_year = (1..=12u8, 1..=29u8).prop_map(|(month, day)| (format!("{month}-{day}"), format!("{month:02}-{day:02}")));
    let day = day(&ANY).prop_map(|(y, m, d)| (format!("{y}年{m}月{d}日"), format!("{y:04}-{m:02}-{d:02}")));
    let word = "[a-z][a-z-]{0,8}".prop_map(|word| (word.clone(), word));
    prop_oneof![term, day_of_year, day, word].prop_map(|(form, says)| exactly(format!("\"{form}\""), says))
}

/// What texts are made of: whatever has ever been pasted into a form.
const LINE_PIECES: [&str; 30] = [
    "矿山",
    "a",
    " ",
    "   ",
    "\t",
    "\"",
    "\"\"\"",
    "\\",
    "\\n",
    "\\u0041",
    "#",
    "# 不是注释",
    "'",
    "'''",
    "👷",
    "👩‍🚒",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{3000}",
    "\u{a0}",
    "\u{1}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{2028}",
    "{[=]}",
    "，",
    "机密",
    "\u{feff}",
    "𠮷",
];
const PROSE_PIECES: [&str; 42] = {
    let breaks = ["\n", "\n\n", "\r\n", " \n", "\u{3000}\n", "\t\n", "\n\t", "\n  ", "\r", "\u{a0}\n", "\\\n", "\"\"\"\n"];
    let mut pieces = ["\n"; 42];
    let mut at = 0;
    while at < LINE_PIECES.len() {
        pieces[at] = LINE_PIECES[at];
        at += 1;
    }
    while at < pieces.len() {
        pieces[at] = breaks[at - LINE_PIECES.len()];
        at += 1;
    }
    pieces
};

/// A text that is not blank, in any quotes that can hold it.
fn text(pieces: &'static [&'static str]) -> impl Strategy<Value = Node> {
    let piece = || prop_oneof![9 => select(pieces).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let pieces = || prop::collection::vec(piece(), 0..6).prop_map(|pieces| pieces.concat());
    let long = prop_oneof![12 => Just(String::new()), 1 => Just("很长的一行（虚构）".repeat(80))];
    // A star behind 机密 is the mark of a state secret, which no record takes.
    let words = (pieces(), long, pieces()).prop_map(|(before, long, after)| format!("{before}字{long}{after}").replace('★', "☆"));
    words.prop_flat_map(|words| {
        let says = Says::Words(words.clone());
        select(quoted(&words)).prop_map(move |toml| leaf(toml, says.clone()))
    })
}

/// A text in every kind of quotes that can hold it.
fn quoted(words: &str) -> Vec<String> {
    let hex = |c: char| format!("\\U{:08X}", u32::from(c));
    let basic = |c: char| match c {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        c if c.is_control() => hex(c),
        c => c.into(),
    };
    let lines = |c: char| if c == '\n' { "\n".to_owned() } else { basic(c) };
    let mut forms = vec![
        format!("\"{}\"", words.chars().map(basic).collect::<String>()),
        format!("\"{}\"", words.chars().map(hex).collect::<String>()),
        format!("\"\"\"{}\"\"\"", words.chars().map(hex).collect::<String>()),
        format!("\"\"\"\n{}\"\"\"", words.chars().map(lines).collect::<String>()),
        format!("\"\"\"\n{}\\\n   \"\"\"", words.chars().map(lines).collect::<String>()),
    ];
    let literal = |c: char| !c.is_control() || c == '\t';
    if words.chars().all(|c| literal(c) && c != '\'') {
        forms.push(format!("'{words}'"));
    }
    if words.chars().all(|c| literal(c) || c == '\n') && !words.contains("'''") && !words.ends_with('\'') {
        forms.push(format!("'''\n{words}'''"));
    }
    forms
}
