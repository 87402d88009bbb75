//! Reference values become the office's own: by which paper, from which day. What held until then stays as it was: nobody was bound by
//! a term before it was adopted.

use std::mem::discriminant;

use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, propose};
use super::table::datetime;
use super::{Register, Result};
use crate::model::{Day, Kind, RecordPath, Setting, SettingId, SettingValue, Term, TermUnit, to_half_width};
use crate::text::{Text, clean};
use crate::tr;

/// What is adopted, and by which paper.
#[derive(Debug, Clone, Default)]
pub struct AdoptRequest {
    /// Which settings, by any of their names.
    pub settings: Vec<String>,
    /// Whether all that are only references.
    pub all: bool,
    /// The paper by which they are adopted.
    pub basis: String,
    /// What one becomes, where the paper says otherwise than the reference: 5个工作日, 12-01.
    pub value: Option<String>,
    /// From which day, as people write it; today where nothing is said.
    pub since: Option<String>,
    /// The unit that files; only the office may.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Files that settings are the office's own.
///
/// # Errors
/// Another than the office files, a setting is not known or is adopted already, or a value is of another sort than it has.
pub fn adopt(register: &Register, request: &AdoptRequest) -> Result<FilingOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    let since = request.since.as_deref().map_or(Ok(register.today()), |given| Day::parse_near(given, register.today()))?;
    let adopted = adopted(register, request, since)?;
    let act = tr!("确定为本办要求，自 {since} 起"; "Adopt as the office's own from {since} on");
    let names = adopted.iter().map(|setting| setting.id.label()).collect::<Vec<_>>();
    let names = Text::join(&names, "、", ", ");
    let (zh, en) = (names.zh(), names.en());
    let commit = PlannedCommit::new(register, act, request.dry_run).then(tr!(
        "{zh}自 {since} 起为本办要求，此前仍只作提醒；各项取值见 liandong list 设置";
        "from {since} on the office's own: {en}; what came before is only reminded of; liandong list settings shows the values"
    ));
    commit.make(|locked| {
        let path = RecordPath::Single(Kind::Settings);
        let before = locked.bytes(&path)?;
        let draft = RecordDraft::rewrite(path.into(), before, |table| {
            for setting in &adopted {
                insert(table, setting);
            }
            Ok(())
        })?;
        propose(register, locked, vec![draft], &Kind::Settings.label())
    })
}

/// What the settings say from that day on.
fn adopted(register: &Register, request: &AdoptRequest, since: Day) -> Result<Vec<Setting>, Text> {
    let settings = &register.mechanism.settings.setting;
    let basis = request.basis.trim();
    if basis.is_empty() {
        return Err(Text::fixed("请写明确定依据的文件：--basis 文号", "name the paper that adopts it: --basis PAPER"));
    }
    let mut ids = request.settings.iter().map(|given| named(given)).collect::<Result<Vec<_>, Text>>()?;
    if request.all {
        let is_reference = |id: &SettingId| {
            let held = register.mechanism.setting(*id, since);
            id.is_of_office() && held.is_some_and(|held| held.basis.is_none())
        };
        ids.extend(SettingId::ALL.iter().copied().filter(is_reference));
    }
    ids.sort();
    ids.dedup();
    if ids.is_empty() {
        return Err(Text::fixed("没有还是参考值的设置", "no setting is only a reference"));
    }
    let adopted = |id: SettingId| {
        let name = id.word().zh;
        let held = register.mechanism.setting(id, since);
        let value = match (&request.value, held) {
            (Some(given), held) => of_same_sort(given, held.map(|held| &held.value), id)?,
            (None, Some(held)) => held.value.clone(),
            (None, None) => {
                return Err(
                    tr!("台账没有设“{name}”，请写明取值：--value"; "the register says nothing of {id}; say what it is: --value"),
                );
            }
        };
        if let Some(by) = held.filter(|held| held.value == value).and_then(|held| held.basis.as_ref()) {
            let by = clean(by.as_str()).into_owned();
            return Err(tr!("“{name}”已由 {by} 确定，取值相同"; "{id} is adopted already by {by}, with the same value"));
        }
        if let Some(later) = settings.iter().find(|other| other.id == id && other.since.is_some_and(|other| since <= other)) {
            let from = later.since.map(|from| from.to_string()).unwrap_or_default();
            return Err(tr!(
                "“{name}”自 {from} 起另有规定，不能再登记 {since} 起的；录错的用 liandong edit settings 改";
                "{id} says something else from {from} on, and nothing from {since} on can come before it; what was entered wrongly is mended with liandong edit settings"
            ));
        }
        let clause = held.and_then(|held| held.clause).or_else(|| settings.iter().find(|other| other.id == id)?.clause);
        Ok(Setting { id, value, clause, since: Some(since), basis: Some(basis.parse()?) })
    };
    ids.into_iter().map(adopted).collect()
}

/// A setting by any of its names. How much may be filed is no judgement of the office's upon the regulation.
fn named(given: &str) -> Result<SettingId, Text> {
    let id: SettingId = given.parse().map_err(|why: Text| {
        let own = SettingId::ALL.iter().filter(|id| id.is_of_office());
        let (names, ids): (Vec<&str>, Vec<&str>) = own.map(|id| (id.word().zh, id.word().id)).unzip();
        let (zh, en, names, ids) = (why.zh(), why.en(), names.join("、"), ids.join(", "));
        tr!("{zh}；可确定的有：{names}"; "{en}; what can be adopted: {ids}")
    })?;
    if id.is_of_office() {
        return Ok(id);
    }
    let name = id.word().zh;
    Err(tr!(
        "“{name}”与规定的义务无关，不需要确定；要改用 liandong edit settings";
        "{id} has no part in what the regulation asks, and need not be adopted; change it with liandong edit settings"
    ))
}

/// A value as people write it, of the sort that the setting has.
fn of_same_sort(given: &str, held: Option<&SettingValue>, id: SettingId) -> Result<SettingValue, Text> {
    let written = spoken_term(given).map_or_else(|| given.trim().to_owned(), |term| SettingValue::Term(term).to_string());
    let value: SettingValue = written.parse()?;
    match held {
        Some(held) if discriminant(held) != discriminant(&value) => {
            let (shown, held, name) = (clean(given).into_owned(), held.to_string(), id.word().zh);
            Err(tr!("“{name}”现为 {held}，不能改成“{shown}”"; "{id} is {held}, and cannot become \"{shown}\""))
        }
        _ => Ok(value),
    }
}

/// A term as people say it: 5个工作日, 24小时, 10天.
fn spoken_term(given: &str) -> Option<Term> {
    let plain = to_half_width(given.trim());
    let digits = plain.find(|c: char| !c.is_ascii_digit())?;
    let unit = match plain[digits..].trim().trim_start_matches('个') {
        "工作日" => TermUnit::WorkingDays,
        "小时" => TermUnit::Hours,
        "日" | "天" => TermUnit::Days,
        _ => return None,
    };
    Some(Term { count: plain[..digits].parse().ok()?, unit })
}

/// Puts a setting behind what it said before.
fn insert(table: &mut Table, setting: &Setting) {
    let Value::Array(settings) = table.entry("setting").or_insert_with(|| Value::Array(Vec::new())) else { return };
    let id = setting.id.to_string();
    let mut said = Table::from_iter([
        ("id".to_owned(), Value::String(id.clone())),
        ("value".to_owned(), Value::String(setting.value.to_string())),
    ]);
    said.extend(setting.clause.map(|clause| ("clause".to_owned(), Value::String(clause.to_string()))));
    said.extend(setting.since.map(|since| ("since".to_owned(), datetime(&since))));
    said.extend(setting.basis.as_ref().map(|basis| ("basis".to_owned(), Value::String(basis.to_string()))));
    let is_same = |other: &Value| other.get("id").and_then(Value::as_str) == Some(&id);
    let place = settings.iter().rposition(is_same).map_or(settings.len(), |last| last + 1);
    settings.insert(place, Value::Table(said));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_read_as_people_say_it() {
        for (said, term) in [
            ("5个工作日", "5 working-days"),
            ("５ 个工作日", "5 working-days"),
            ("24小时", "24 hours"),
            ("10天", "10 days"),
            ("10日", "10 days"),
        ] {
            let Some(Term { count, unit }) = spoken_term(said) else { panic!("{said}") };
            assert_eq!(format!("{count} {unit}"), term);
        }
        for other in ["5", "工作日", "5周", "12-01", ""] {
            assert!(spoken_term(other).is_none(), "{other}");
        }
    }
}
