//! Whose sign (机关代字) the number of a paper bears. Nobody files signs; they are shortened names: 云区应急, 云公分 (市公安局云城分局).

use super::doc_number::DocNumber;
use super::kinds::Unit;
use super::mechanism::Mechanism;
use super::{Day, FiledPath, Happening, UnitId};

impl Mechanism {
    /// The unit whose paper it is that a record entered for another names as its source, by its sign; none where a number is like one of the record's
    /// own unit, or nobody can tell whose. What the office enters in its own folder transcribes papers of those above, whose signs may be like those
    /// of any unit.
    #[must_use]
    pub fn source_of_another(&self, path: &FiledPath, record: &dyn Happening) -> Option<&UnitId> {
        let source = record.source().filter(|_| record.entered_by().is_some() && path.unit != *self.office())?.as_str();
        let on = record.on().unwrap_or(Day::last_of(path.year));
        let is_own = |unit: &UnitId| self.stands_for(unit, &path.unit, on) || self.stands_for(&path.unit, unit, on);
        let own = || self.units.iter().filter(|(id, _)| is_own(id)).flat_map(|(_, unit)| names(unit));
        // “云区应急〔2025〕3号（与公安联合印发）” is the paper of both.
        if source.contains("联合") && own().any(|name| source.contains(name)) {
            return None;
        }
        let mut another = None;
        for number in source.split_inclusive('号').filter_map(DocNumber::within) {
            let sign = number.parts()?.sign.to_owned();
            let others = self.units.iter().filter(|(id, _)| !is_own(id));
            let nearest = others.map(|(id, unit)| (likeness(&sign, names(unit)), id)).max()?;
            if nearest.0 < 2 || 0 < likeness(&sign, own()) {
                return None;
            }
            another = another.or(Some(nearest.1));
        }
        another
    }
}

fn names(unit: &Unit) -> impl Iterator<Item = &str> {
    let lines = [&unit.name, &unit.short].into_iter().chain(&unit.issuing_name).chain(&unit.aliases);
    lines.chain(unit.former.iter().map(|former| &former.name)).map(super::Line::as_str)
}

/// How many signs at the end of a sign shorten one of some names: all of 云区应急 does 云浮市云城区应急管理局. What sort of paper it is stands last (函).
fn likeness<'a>(sign: &str, names: impl Iterator<Item = &'a str>) -> usize {
    const SORTS: [char; 15] = ['函', '发', '办', '字', '通', '执', '法', '罚', '监', '审', '报', '请', '令', '复', '综'];
    let sign = sign.trim_end_matches(SORTS);
    let like = |name: &str| {
        let mut rest = name.chars().rev();
        sign.chars().rev().take_while(|c| rest.any(|other| other == *c)).count()
    };
    names.map(like).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_shortened_names() {
        let bureau = ["区应急管理局", "应急", "云浮市云城区应急管理局"];
        let police = ["市公安局云城分局", "公安", "云浮市公安局云城分局"];
        for (sign, of_bureau, of_police) in [
            ("云区应急", 4, 0),
            ("云区应急函", 4, 0),
            ("云公分", 0, 3),
            ("云公函", 0, 2),
            ("应急执法", 2, 0),
            ("云府函", 0, 0),
            ("停产", 0, 0),
            ("函", 0, 0),
        ] {
            let found = (likeness(sign, bureau.into_iter()), likeness(sign, police.into_iter()));
            assert_eq!(found, (of_bureau, of_police), "{sign}");
        }
    }
}
