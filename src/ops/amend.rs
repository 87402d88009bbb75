//! Mends a slip of the keyboard in a record that stands, with the reason: sets what is wrong, clears a flag, takes out an item. What changes
//! nothing is refused: history would tell of a mending that never was.

use std::cell::RefCell;

use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::new_words::{is_left_open, left_open};
use super::outcome::FilingOutcome;
use super::place::RecordPlace;
use super::proposal::{RecordDraft, propose};
use super::standing::standing;
use super::table::{amendment, append};
use super::values::{ValueParser, within};
use super::{Author, AuthorRequest, Register, Result};
use crate::model::field::{Shape, yes_or_no};
use crate::model::{KeyPath, Kind, Leaf, Record, RecordPath, is_classified};
use crate::report::Named;
use crate::store::facts::facts_of_folder;
use crate::store::load_record;
use crate::text::{CommandLine, FieldName, Telling, Text, clean};
use crate::tr;

/// A slip that is to be mended.
#[derive(Debug, Clone)]
pub struct AmendRequest {
    /// Which record, as people name it.
    pub record: String,
    /// What it becomes, each as `title=…`, 整改.整改期限=… or `to[0].why=1.4.2`.
    pub set: Vec<String>,
    /// What is taken out, each as `criterion` or 延期2.
    pub remove: Vec<String>,
    /// Why it is mended; the record keeps that, or history where the record is free to change.
    pub reason: String,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Mends a slip in a record.
///
/// # Errors
/// There is no such record or key, the record is another unit's, or nothing would change.
pub fn amend(register: &Register, request: &AmendRequest) -> Result<FilingOutcome> {
    let author = Author::resolve(&request.author, register)?;
    let path = register.resolver().by(&author.owner).file(&request.record)?;
    let kind = path.kind();
    let keeps_account = kind.is_happening();
    let act = if keeps_account { Text::fixed("更正笔误", "Mend a slip") } else { with_reason(&request.reason)? };
    let label = kind.label();
    let (zh, en) = (label.zh(), label.en());
    let about = tr!("{zh} amend"; "{en} amend");
    let guessed = RefCell::default();
    let mut outcome = PlannedCommit::new(register, act, request.dry_run).make(|locked| {
        let before = standing(&path, &author, register, locked)?;
        if before.is_none() {
            return Err(Text::fixed("还没有这份记录，没有可以更正的", "there is no such record yet, and nothing to amend").into());
        }
        let mending = Mending { register, path: &path, request, author: &author, guessed: &guessed };
        let draft = RecordDraft::rewrite(path.clone().into(), before, |table| Ok(mending.apply(table)?))?;
        propose(register, locked, vec![draft], &about)
    })?;
    if let FilingOutcome::Filed(receipt) | FilingOutcome::Preview(receipt) = &mut outcome {
        receipt.taken = guessed.into_inner();
    }
    Ok(outcome)
}

/// What history says of a record that keeps no account of its own.
fn with_reason(reason: &str) -> Result<Text, Text> {
    if is_classified(reason) {
        return Err(Text::fixed(
            "原因带有密级标志，没有登记；请按保密规定另行处理",
            "the reason bears the mark of a classified paper, and nothing was filed; handle it as the rules on secrets say",
        ));
    }
    if is_left_open(reason) {
        return Err(left_open("reason".to_owned()).why);
    }
    let reason = clean(reason.trim()).into_owned();
    Ok(tr!("更正（{reason}）"; "Mend a slip ({reason})"))
}

/// That what is typed for a part of several keys leaves none of them out: what it does not name would go in silence.
fn keeps_what_stands(place: &RecordPlace, stood: &Table, value: &Value, name: &str) -> Result<(), Text> {
    let before = place.take(&mut stood.clone());
    let (Some(Value::Table(before)), Value::Table(new)) = (before, value) else { return Ok(()) };
    let Some(left_out) = before.keys().find(|key| !new.contains_key(*key)) else { return Ok(()) };
    let shown = clean(name);
    Err(tr!(
        "{shown} 还填有 {left_out} 等，只写一个值会把它们一并删去；请写到项，如 {shown}.{left_out}=…，要删去的用 --remove";
        "{shown} also says {left_out}, which one value would take out; name the key, such as {shown}.{left_out}=…, and take out with --remove"
    ))
}

/// A slip on its way to be mended.
struct Mending<'a> {
    register: &'a Register,
    path: &'a RecordPath,
    request: &'a AmendRequest,
    author: &'a Author,
    /// The days that were taken for those of another year than this one, since none was said.
    guessed: &'a RefCell<Vec<Text>>,
}

impl Mending<'_> {
    /// Sets and takes out what is named, and says so in a record that keeps account of that.
    fn apply(&self, table: &mut Table) -> Result<(), Telling> {
        let fields = self.path.kind().fields();
        let mut keys = Vec::new();
        for given in &self.request.set {
            let shown = clean(given);
            let (name, value) = given
                .split_once(['=', '＝'])
                .ok_or_else(|| tr!("“{shown}”应写作 项=值，如 标题=…"; "write \"{shown}\" as KEY=VALUE, such as title=…"))?;
            let place = RecordPlace::named(name.trim(), table, fields)?;
            let stood = table.clone();
            match self.value(&place, &stood, name.trim(), value.trim())? {
                Some(value) => {
                    keeps_what_stands(&place, &stood, &value, name.trim())?;
                    place.set(table, value, name.trim())?;
                }
                None => drop(place.take(table)),
            }
            self.has_changed(&stood, table, name)?;
            keys.push(place.key());
        }
        // From behind: what is named by its place is where the person saw it.
        let places = self.request.remove.iter().map(|name| Ok((name, RecordPlace::named(name.trim(), table, fields)?)));
        let mut places = places.collect::<Result<Vec<_>, Text>>()?;
        places.sort_by_key(|(_, place)| std::cmp::Reverse(place.key()));
        // The next item would slide into the place.
        if let Some(pair) = places.windows(2).find(|pair| pair[0].1.key() == pair[1].1.key()) {
            let shown = clean(pair[0].0);
            return Err(
                tr!("{shown} 写了两次，没有登记；每一项只写一次"; "{shown} is named twice, and nothing was filed; name each item once").into(),
            );
        }
        for (name, place) in places {
            keys.push(place.key_of_removal(table));
            let Some(taken) = place.take(table) else {
                let shown = clean(name);
                return Err(
                    tr!("这条记录没有填 {shown}，没有可删的"; "the record says nothing at {shown}: there is nothing to take out")
                        .into(),
                );
            };
            self.not_cited(&taken, name)?;
        }
        if self.path.kind().is_happening() {
            keys.retain(|key| !key.covers(&KeyPath::from("amended")));
            let keys = keys.into_iter().map(|key| key.to_string());
            append(table, "amended", amendment(self.register.today(), keys, &self.request.reason), false);
        }
        Ok(())
    }

    /// The value that was typed; none for a flag that is cleared.
    fn value(&self, place: &RecordPlace, stood: &Table, name: &str, given: &str) -> Result<Option<Value>, Telling> {
        let field = place.field();
        if given.is_empty() {
            let shown = clean(name);
            return Err(tr!(
                "{shown} 后面没有写值；要删去它，用 --remove {shown}";
                "nothing is said behind {shown}; to take it out, use --remove {shown}"
            )
            .into());
        }
        if matches!(field.shape, Shape::Flag) {
            let shown = clean(given);
            let is_set = yes_or_no(given).ok_or_else(|| tr!("“{shown}”应写作 是 或 否"; "write yes or no for \"{shown}\""))?;
            return Ok(is_set.then_some(Value::Boolean(true)));
        }
        let parser = ValueParser::new(self.register.resolver().by(&self.author.owner)).telling(self.guessed);
        let value = parser.beside(place.nearby_days(stood, self.path.kind())).value(field, given);
        // Where it is typed, it stands behind the name that was typed.
        let named = || FieldName { typed: Text::same(clean(name)), label: field.heading() };
        value.map(Some).map_err(|why| within(named(), why))
    }

    /// That a record says something else now, whatever its spelling.
    fn has_changed(&self, stood: &Table, table: &Table, name: &str) -> Result<(), Text> {
        let read = |table: &Table| read(self.path.kind(), table);
        let is_same = match (read(stood), read(table)) {
            (Some(stood), Some(new)) => stood == new,
            _ => stood == table,
        };
        if !is_same {
            return Ok(());
        }
        let (shown, path) = (clean(name), self.path);
        Err(tr!(
            "{shown} 本来就是这样，没有改动，没有登记；现在的内容见 liandong show {path}";
            "{shown} says that already: nothing would change and nothing was filed; liandong show {path} has it as it stands"
        ))
    }

    /// That nobody points at an item that is taken out.
    fn not_cited(&self, taken: &Value, name: &str) -> Result<(), Telling> {
        let Some(no) = taken.get("no").and_then(Value::as_integer) else { return Ok(()) };
        let index = facts_of_folder(&self.register.root, &self.register.known.mechanism, &self.register.facts)?;
        for path in index.citing(self.path).into_keys() {
            let Some(citing) = load_record(&self.register.source, path).ok().flatten() else { continue };
            let mut cited = false;
            citing.visit(&mut |_: &KeyPath, leaf| {
                if let Leaf::Reference(reference) = leaf {
                    cited |= reference.record == *self.path && reference.part.is_some_and(|part| i64::from(part) == no);
                }
            });
            if cited {
                let (shown, title) = (clean(name), Named::of_record(path, &self.register.mechanism).title);
                let (zh, en) = (title.zh(), title.en());
                let said = Telling::of(tr!(
                    "{shown}（编号 {no}）不能删去：“{zh}”指向它，删去后那里就没有着落；写错了的改写这一项：";
                    "{shown} (number {no}) cannot be taken out: {en} points at it, and would point at nothing; where it is wrong, write it anew: "
                ));
                let instead = CommandLine::new("amend")
                    .about(self.path)
                    .option("set", format!("{shown}.{}=…", said_at(taken)))
                    .open("reason");
                let said =
                    said.command(instead).words(Text::fixed("；指错了的，先改那一条：", "; where that is, amend it first: "));
                return Err(said.command(CommandLine::new("show").about(path)));
            }
        }
        Ok(())
    }
}

/// The key of an item at which it says in words what it is about.
fn said_at(item: &Value) -> &str {
    let words = item.as_table().into_iter().flatten().filter_map(|(key, value)| value.as_str().map(|words| (words.len(), key)));
    words.max().map_or("text", |(_, key)| key)
}

fn read(kind: Kind, table: &Table) -> Option<Record> {
    kind.read(&toml::to_string(table).ok()?, crate::model::reader::Keys::Known).ok()
}
