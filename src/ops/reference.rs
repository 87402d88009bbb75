//! How people name a record: by its path, by the title that reports print, or in short.

use crate::model::{Day, FiledPath, Kind, Mechanism, Number, RecordPath, Reference};
use crate::text::{Text, clean};
use crate::tr;

/// What a person points at: a path, a title (通报 2025-公安-003), a mine by name (also 矿山 大山石场); each with `#2` for a part.
///
/// # Errors
/// That nothing is called so, with the ways to say it.
pub fn resolve_reference(given: &str, mechanism: &Mechanism, today: Day) -> Result<Reference, Text> {
    let plain = given.trim().trim_start_matches("./");
    let (stem, part) = plain.split_once('#').unwrap_or((plain, ""));
    let with_part = |reference: &str| if part.is_empty() { reference.to_owned() } else { format!("{reference}#{part}") };
    let stem = stem.trim_end_matches(".toml");
    if let Ok(reference) = with_part(stem).parse() {
        return Ok(reference);
    }
    if let Some(path) = titled(stem, mechanism, today) {
        return with_part(&path.to_string()).parse();
    }
    let bare = stem.split_once(' ').filter(|(kind, _)| Kind::by_name(kind) == Ok(Kind::Mine)).map_or(stem, |(_, name)| name);
    if let Some(mine) = mechanism.mine_named(stem).or_else(|| mechanism.mine_named(bare)) {
        return Ok(Reference::whole(RecordPath::Mine(mine.clone())));
    }
    let shown = clean(given);
    Err(tr!(
        "“{shown}”不是记录或矿山，可写 notices/2025/gongan/003、“通报 2025-公安-003”或矿山名称";
        "\"{shown}\" is no record or mine; write notices/2025/gongan/003, 'notice 2025-公安-003' or the name of a mine"
    ))
}

/// The file that a person names by its path.
pub fn literal(given: &str) -> Option<RecordPath> {
    given.trim().trim_start_matches("./").trim_end_matches(".toml").parse().ok()
}

/// Any file of a register: a record or mine, a unit's file (people/gongan, 人员 公安), one of which there is one (settings, 设置).
///
/// # Errors
/// That nothing is called so, with the ways to say it.
pub fn of_file(given: &str, mechanism: &Mechanism, today: Day) -> Result<RecordPath, Text> {
    if let Some(path) = literal(given) {
        return Ok(path);
    }
    let plain = given.trim();
    let (kind, unit) = plain.split_once(' ').unwrap_or((plain, ""));
    let of_unit = |kind| Some(RecordPath::OfUnit(kind, mechanism.unit_named(unit.trim()).ok()?.clone()));
    match Kind::by_name(kind) {
        Ok(kind) if kind.is_single() && unit.is_empty() => Ok(RecordPath::Single(kind)),
        Ok(kind) if kind.is_of_unit() => {
            of_unit(kind).map_or_else(|| resolve_reference(plain, mechanism, today).map(|found| found.record), Ok)
        }
        _ => resolve_reference(plain, mechanism, today).map(|found| found.record),
    }
}

/// A record of one kind, which may be named in short: 公安/3, 2025/公安/3, 2025-公安-003.
///
/// # Errors
/// That it names no record of that kind.
pub fn of_kind(given: &str, kind: Kind, mechanism: &Mechanism, today: Day) -> Result<FiledPath, Text> {
    let plain = given.trim();
    let short = short(plain, kind, mechanism, today);
    let path =
        short.or_else(|| resolve_reference(plain, mechanism, today).ok()?.filed().cloned()).filter(|path| path.kind == kind);
    path.ok_or_else(|| {
        let (shown, label) = (clean(plain), kind.label());
        let (zh, en) = (label.zh(), label.en());
        tr!(
            "“{shown}”不是{zh}，可写 公安/3、2025/公安/3 或“{zh} 2025-公安-003”";
            "\"{shown}\" is no {en}; write gongan/3, 2025/gongan/3 or '{en} 2025-公安-003'"
        )
    })
}

/// 通报 2025-公安-003, 通报 公安/3.
pub fn titled(given: &str, mechanism: &Mechanism, today: Day) -> Option<RecordPath> {
    let (kind, rest) = given.split_once(' ')?;
    let kind = Kind::by_name(kind).ok().filter(|kind| kind.is_happening())?;
    short(rest.trim(), kind, mechanism, today).map(RecordPath::Filed)
}

fn short(given: &str, kind: Kind, mechanism: &Mechanism, today: Day) -> Option<FiledPath> {
    let parts: Vec<&str> = given.split(['/', '-']).map(str::trim).collect();
    let (year, unit, number) = match parts[..] {
        [year, unit, number] => (year.parse().ok()?, unit, number),
        [unit, number] => (today.year(), unit, number),
        _ => return None,
    };
    let unit = mechanism.unit_named(unit).ok()?.clone();
    let number: Number = number.parse().ok().or_else(|| Number::new(0, number.parse().ok()?))?;
    Some(FiledPath { kind, year, unit, number })
}
