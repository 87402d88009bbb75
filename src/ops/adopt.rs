//! Reference values become the office's own: by which paper, from which day. What held until then stays as it was: nobody was bound by
//! a term before it was adopted.

use std::mem::discriminant;

use toml::{Table, Value};

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{RecordDraft, propose};
use super::table::datetime;
use super::{Register, Result};
use crate::model::field::Lies;
use crate::model::{
    Day, DocNumber, Happening, KeyPath, Kind, Record, RecordPath, Setting, SettingId, SettingValue, Term, TermUnit, UnitId,
    choice_called, to_half_width,
};
use crate::store::{self, Source};
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
    let since = request.since.as_deref().map_or(Ok(register.today()), |given| Day::said(given, register.today(), Lies::Near))?;
    let adopted = adopted(register, request, since)?;
    let act = tr!("确定为本办要求，自 {since} 起"; "Adopt as the office's own from {since} on");
    let names = adopted.iter().map(|setting| setting.id.label()).collect::<Vec<_>>();
    let names = Text::join(&names, "、", ", ");
    let before = before(register, &adopted, since);
    let (zh, en, before_zh, before_en) = (names.zh(), names.en(), before.zh(), before.en());
    let commit = PlannedCommit::new(register, act, request.dry_run).then(tr!(
        "{zh}自 {since} 起为本办要求；{before_zh}；各项取值见 liandong list 设置";
        "from {since} on the office's own: {en}; {before_en}; liandong list settings shows the values"
    ));
    commit.make(|locked| {
        let path = RecordPath::Single(Kind::Settings);
        let before = locked.bytes(&path)?;
        let mut first = 0;
        let mut draft = RecordDraft::rewrite(path.into(), before, |table| {
            first = settings_in(table).map_or(0, |settings| settings.len());
            for setting in &adopted {
                append(table, setting);
            }
            Ok(())
        })?;
        // What the office adopted does not stand below a line that says that nobody did.
        if !draft.comments.blocks().flatten().any(|line| line == HEAD) {
            let place = KeyPath::default().key("setting".to_owned()).item(first);
            draft.comments.before.entry(place).or_default().push(HEAD.to_owned());
        }
        propose(register, locked, vec![draft], &Kind::Settings.label())
    })
}

/// What stands above what the office adopted, as other groups of settings have a line above them.
const HEAD: &str = "# 本办按文件确定的 / adopted by the office";

/// What held until then: what an earlier paper adopted goes on binding until that day.
fn before(register: &Register, adopted: &[Setting], since: Day) -> Text {
    let held = |setting: &Setting| {
        let held = register.mechanism.setting(setting.id, since)?;
        let basis = clean(held.basis.as_ref()?.as_str()).into_owned();
        let (name, value) = (setting.id.label(), held.value.label());
        let (zh, en, value_zh, value_en) = (name.zh(), name.en(), value.zh(), value.en());
        Some(tr!("{zh}此前仍为 {value_zh}（{basis}）"; "until then {en} is {value_en} ({basis})"))
    };
    let mut said: Vec<Text> = adopted.iter().filter_map(held).collect();
    if said.is_empty() {
        return Text::fixed("此前仍只作提醒", "what came before is only reminded of");
    }
    if said.len() < adopted.len() {
        said.push(Text::fixed("其余的此前仍只作提醒", "what came before of the others is only reminded of"));
    }
    Text::join(&said, "；", "; ")
}

/// Whether a paper can adopt something from a day on: it has a number of a year that has come, or is the minutes of a meeting, and neither it
/// nor the mechanism is later than that day.
fn may_adopt(basis: &str, since: Day, register: &Register) -> Result<(), Text> {
    let begins = register.mechanism.begins();
    if since < begins {
        return Err(tr!(
            "机制自 {begins} 起施行，--since 不能早于这一天";
            "the mechanism begins on {begins}, and --since cannot lie before that day"
        ));
    }
    let shown = clean(basis).into_owned();
    let Some(number) = DocNumber::within(basis) else {
        let is_minutes = basis.contains("纪要");
        return if is_minutes {
            Ok(())
        } else {
            Err(tr!(
                "“{shown}”不是文号，也不是会议纪要：请写确定它的文件，如 --basis 云区安委办〔2026〕1号";
                "\"{shown}\" is neither the number of a paper nor minutes (纪要); name the paper that adopts it, such as --basis 云区安委办〔2026〕1号"
            ))
        };
    };
    if let Some(why) = number.departs() {
        let (zh, en) = (why.zh(), why.en());
        return Err(tr!("确定依据“{shown}”：{zh}"; "the paper \"{shown}\": {en}"));
    }
    let Some(parts) = number.parts() else { return Ok(()) };
    let year = parts.year;
    if let Some(other) = user_of(parts.sign, register)? {
        let name = register.mechanism.short(&other);
        return Err(tr!(
            "“{shown}”是{name}的文号：确定本办要求的，应是本办或上级的文件";
            "\"{shown}\" is a number of {name}: what the office asks is adopted by a paper of its own, or of those above it"
        ));
    }
    if register.today().year() < year {
        return Err(tr!("确定依据“{shown}”的年份还没有到"; "the year of the paper \"{shown}\" lies ahead"));
    }
    if since.year() < year {
        return Err(tr!(
            "“{shown}”是 {year} 年的文件，不能从 {since} 起约束各单位：--since 最早写 {year}-01-01";
            "\"{shown}\" is a paper of {year} and binds nobody from {since} on: --since is {year}-01-01 at the earliest"
        ));
    }
    Ok(())
}

/// The unit whose notices bear a sign (机关代字), where the office's own do not.
fn user_of(sign: &str, register: &Register) -> Result<Option<UnitId>, Text> {
    let notices = store::load_kind(&Source::Folder(register.root.clone()), Kind::Notice)?.records;
    let bears = |record: &Record| {
        let papers = record.happening().map(Happening::papers).unwrap_or_default();
        papers.iter().any(|paper| paper.number.parts().is_some_and(|parts| parts.sign == sign))
    };
    let users: Vec<&UnitId> = notices.iter().filter(|(_, record)| bears(record)).filter_map(|(path, _)| path.owner()).collect();
    let is_own = users.iter().any(|user| *user == register.mechanism.office());
    Ok(users.first().filter(|_| !is_own).map(|user| (*user).clone()))
}

/// What the settings say from that day on.
fn adopted(register: &Register, request: &AdoptRequest, since: Day) -> Result<Vec<Setting>, Text> {
    let settings = &register.mechanism.settings.setting;
    let basis = request.basis.trim();
    if basis.is_empty() {
        return Err(Text::fixed("请写明确定依据的文件：--basis 文号", "name the paper that adopts it: --basis PAPER"));
    }
    may_adopt(basis, since, register)?;
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
    let adopted = ids.into_iter().map(adopted).collect::<Result<Vec<Setting>, Text>>()?;
    lights_in_order(&adopted, register, since)?;
    Ok(adopted)
}

/// A yearly matter is yellow before it is red.
fn lights_in_order(adopted: &[Setting], register: &Register, since: Day) -> Result<(), Text> {
    let day = |id: SettingId| {
        let said = adopted.iter().find(|setting| setting.id == id).or_else(|| register.mechanism.setting(id, since))?;
        if let SettingValue::DayOfYear(month, day) = said.value { Some((month, day)) } else { None }
    };
    match (day(SettingId::YearlyYellow), day(SettingId::YearlyRed)) {
        (Some(yellow), Some(red)) if red <= yellow => {
            let (yellow, red) =
                (SettingValue::DayOfYear(yellow.0, yellow.1).label(), SettingValue::DayOfYear(red.0, red.1).label());
            let (yellow_zh, yellow_en, red_zh, red_en) = (yellow.zh(), yellow.en(), red.zh(), red.en());
            Err(tr!(
                "红灯日（{red_zh}）要晚于黄灯日（{yellow_zh}）";
                "the red day ({red_en}) has to come after the yellow one ({yellow_en})"
            ))
        }
        _ => Ok(()),
    }
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
    let shown = clean(given).into_owned();
    let chosen = choice_called(given.trim()).map(str::to_owned);
    let written = chosen.or_else(|| Some(spoken(given)?.to_string())).unwrap_or_else(|| given.trim().to_owned());
    let value: SettingValue = written.parse().map_err(|_| {
        tr!(
            "“{shown}”不是设置值，可写作 5个工作日、24小时、10天、12月1日、2025-01-01";
            "\"{shown}\" is no value of a setting, such as '5 working-days', '24 hours', '10 days', 12-01 or 2025-01-01"
        )
    })?;
    if let SettingValue::Term(Term { count: 0, .. }) = value {
        return Err(tr!("“{shown}”等于没有时限，至少写 1"; "\"{shown}\" is no term: it is 1 at least"));
    }
    match held {
        Some(held) if discriminant(held) != discriminant(&value) => {
            let (held, name) = (held.label(), id.word().zh);
            let (zh, en) = (held.zh(), held.en());
            Err(tr!("“{name}”现为 {zh}，不能改成“{shown}”"; "{id} is {en}, and cannot become \"{shown}\""))
        }
        _ => Ok(value),
    }
}

/// A term or a day of the year as people say it: 5个工作日, 二十四小时, 10天, 12月1日.
fn spoken(given: &str) -> Option<SettingValue> {
    let plain = to_half_width(given.trim());
    if let Some((month, day)) = plain.strip_suffix('日').and_then(|plain| plain.split_once('月')) {
        return format!("{:02}-{:02}", counted(month)?, counted(day)?).parse().ok();
    }
    let digits = plain.find(|c: char| !c.is_ascii_digit() && !NUMERALS.contains(c))?;
    let unit = match plain[digits..].trim().trim_start_matches('个') {
        "工作日" => TermUnit::WorkingDays,
        "小时" => TermUnit::Hours,
        "日" | "天" => TermUnit::Days,
        _ => return None,
    };
    Some(SettingValue::Term(Term { count: counted(&plain[..digits])?, unit }))
}

/// Digits of Chinese, each at the place of its value.
const NUMERALS: &str = "零一二三四五六七八九十";

/// A number as people write it, in Chinese up to 九十九.
fn counted(given: &str) -> Option<u32> {
    let given = given.trim();
    let digit = |text: &str| {
        let mut chars = text.chars();
        let found = chars.next().and_then(|c| NUMERALS.chars().take(10).position(|numeral| numeral == c))?;
        u32::try_from(found).ok().filter(|_| chars.next().is_none())
    };
    match given.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            Some(tens * 10 + if ones.is_empty() { 0 } else { digit(ones)? })
        }
        None => given.parse().ok().or_else(|| digit(given)),
    }
}

fn settings_in(table: &mut Table) -> Option<&mut Vec<Value>> {
    table.entry("setting").or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
}

/// Puts a setting behind all others: what is said of those stays with them.
fn append(table: &mut Table, setting: &Setting) {
    let Some(settings) = settings_in(table) else { return };
    let mut said = Table::from_iter([
        ("id".to_owned(), Value::String(setting.id.to_string())),
        ("value".to_owned(), Value::String(setting.value.to_string())),
    ]);
    said.extend(setting.clause.map(|clause| ("clause".to_owned(), Value::String(clause.to_string()))));
    said.extend(setting.since.map(|since| ("since".to_owned(), datetime(&since))));
    said.extend(setting.basis.as_ref().map(|basis| ("basis".to_owned(), Value::String(basis.to_string()))));
    settings.push(Value::Table(said));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_people_say_it() {
        for (said, value) in [
            ("5个工作日", "5 working-days"),
            ("五个工作日", "5 working-days"),
            ("十个工作日", "10 working-days"),
            ("二十四小时", "24 hours"),
            ("５ 个工作日", "5 working-days"),
            ("24小时", "24 hours"),
            ("10天", "10 days"),
            ("10日", "10 days"),
            ("12月1日", "12-01"),
            ("十二月一日", "12-01"),
        ] {
            assert_eq!(spoken(said).unwrap_or_else(|| panic!("{said}")).to_string(), value);
        }
        for other in ["5", "工作日", "5周", "12-01", "", "十十天", "13月1日", "2月30日", "一一天"] {
            assert!(spoken(other).is_none(), "{other}");
        }
    }
}
