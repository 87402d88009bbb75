//! Two versions of one record made one, field by field: what only one side changed is taken, lists grow by what both added. Where
//! both changed the same, a person chooses.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::model::field::{Field, Shape};
use crate::model::reader::Keys;
use crate::model::{ChangeRefusal, Comments, KeyPath, Kind, Record, may_follow};

/// A field that both sides changed, each in its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The key (`review.on`).
    pub key: String,
    /// As the shared register has it.
    pub theirs: Option<Value>,
    /// As it is here.
    pub ours: Option<Value>,
}

/// Which side a person chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// The shared register's.
    Theirs,
    /// Ours.
    Ours,
}

/// One record of two versions, which both go back to `base`. `chosen` says which side to take for keys that both changed.
///
/// # Errors
/// The keys that both changed, or that may not change as the other side did. No key at all where a version cannot be read.
pub fn merge(
    kind: Kind,
    base: Option<&str>,
    theirs: &str,
    ours: &str,
    chosen: &BTreeMap<String, Choice>,
) -> Result<String, Vec<Conflict>> {
    let read = |text: &str| Some((text.parse::<Table>().ok()?, kind.read(text, Keys::Known).ok()?));
    let (Some((theirs_table, theirs_record)), Some((ours_table, ours_record))) = (read(theirs), read(ours)) else {
        return Err(Vec::new());
    };
    let base = base.and_then(|base| base.parse::<Table>().ok()).unwrap_or_default();
    let mut merging = Merging { chosen, conflicts: Vec::new() };
    let merged = merging.table(kind.fields(), &KeyPath::default(), &base, &theirs_table, &ours_table);
    if !merging.conflicts.is_empty() {
        return Err(merging.conflicts);
    }
    let text = toml::to_string(&merged).map_err(|_| Vec::new())?;
    let record = kind.read(&text, Keys::Known).map_err(|_| Vec::new())?;
    let mut refused = refusals(&theirs_record, &record);
    // What a person chose to let go need not be followed.
    let theirs_chosen = chosen.iter().filter(|(_, choice)| **choice == Choice::Theirs);
    let let_go: Vec<KeyPath> = theirs_chosen.map(|(key, _)| key.as_str().into()).collect();
    let stays = |refusal: &ChangeRefusal| !let_go.iter().any(|above| above.covers(&refusal.key.as_str().into()));
    refused.extend(refusals(&ours_record, &record).into_iter().filter(stays));
    if refused.is_empty() {
        return Ok(record.write(&Comments::from_text(theirs)));
    }
    let conflict = |ChangeRefusal { key, .. }| {
        let at = KeyPath::from(key.as_str());
        Conflict { theirs: at.find(&theirs_table).cloned(), ours: at.find(&ours_table).cloned(), key }
    };
    Err(refused.into_iter().map(conflict).collect())
}

/// Why one version may not be followed by what was made of both.
fn refusals(version: &Record, merged: &Record) -> Vec<ChangeRefusal> {
    may_follow(version, merged).err().unwrap_or_default()
}

/// A merge under way.
struct Merging<'a> {
    chosen: &'a BTreeMap<String, Choice>,
    conflicts: Vec<Conflict>,
}

impl Merging<'_> {
    fn table(&mut self, fields: &[Field], above: &KeyPath, base: &Table, theirs: &Table, ours: &Table) -> Table {
        let mut merged = Table::new();
        for field in fields {
            let versions = (base.get(field.key), theirs.get(field.key), ours.get(field.key));
            if let Some(value) = self.value(&field.shape, &above.key(field.key), versions) {
                merged.insert(field.key.to_owned(), value);
            }
        }
        merged
    }

    fn value(
        &mut self,
        shape: &Shape,
        key: &KeyPath,
        (base, theirs, ours): (Option<&Value>, Option<&Value>, Option<&Value>),
    ) -> Option<Value> {
        if theirs == ours || base == ours {
            return theirs.cloned();
        }
        if base == theirs {
            return ours.cloned();
        }
        match (shape, theirs, ours) {
            (Shape::Table(fields), Some(Value::Table(theirs)), Some(Value::Table(ours))) => {
                let none = Table::new();
                let base = base.and_then(Value::as_table).unwrap_or(&none);
                Some(Value::Table(self.table(fields, key, base, theirs, ours)))
            }
            (Shape::List(item), Some(Value::Array(theirs)), Some(Value::Array(ours))) => {
                let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                Some(Value::Array(self.list(item, key, base, theirs, ours)))
            }
            _ => self.choose(key, theirs, ours),
        }
    }

    /// Items that stood in both are merged in their places; then come those that are new there, and those that are new here.
    fn list(&mut self, item: &Shape, key: &KeyPath, base: &[Value], theirs: &[Value], ours: &[Value]) -> Vec<Value> {
        let numbered = |list: &[Value]| !list.is_empty() && list.iter().all(|value| number(value).is_some());
        if numbered(theirs) && numbered(ours) {
            return self.numbered(item, key, base, theirs, ours);
        }
        if theirs.len() < base.len() || ours.len() < base.len() {
            // Something was taken out, which only what changes at will allows: what either took out is gone.
            let kept = theirs.iter().filter(|value| !base.contains(value) || ours.contains(value));
            let added = ours.iter().filter(|value| !base.contains(value) && !theirs.contains(value));
            return kept.chain(added).cloned().collect();
        }
        let mut merged = Vec::with_capacity(theirs.len() + ours.len() - base.len());
        for (position, stood) in base.iter().enumerate() {
            let versions = (Some(stood), Some(&theirs[position]), Some(&ours[position]));
            merged.extend(self.value(item, &key.item(position), versions));
        }
        let new_there = &theirs[base.len()..];
        merged.extend_from_slice(new_there);
        merged.extend(ours[base.len()..].iter().filter(|value| !new_there.contains(value)).cloned());
        merged
    }

    /// Items with numbers of their own are known by them.
    fn numbered(&mut self, item: &Shape, key: &KeyPath, base: &[Value], theirs: &[Value], ours: &[Value]) -> Vec<Value> {
        let find = |list: &[Value], no| list.iter().position(|value| number(value) == no);
        let mut merged = Vec::new();
        for (position, there) in theirs.iter().enumerate() {
            let no = number(there);
            let stood = find(base, no).map(|at| &base[at]);
            let here = find(ours, no).map(|at| &ours[at]);
            merged.extend(self.value(item, &key.item(position), (stood, Some(there), here)));
        }
        let new_here = ours.iter().filter(|value| find(theirs, number(value)).is_none() && find(base, number(value)).is_none());
        merged.extend(new_here.cloned());
        merged
    }

    fn choose(&mut self, key: &KeyPath, theirs: Option<&Value>, ours: Option<&Value>) -> Option<Value> {
        match self.chosen.get(&key.to_string()) {
            Some(Choice::Theirs) => theirs.cloned(),
            Some(Choice::Ours) => ours.cloned(),
            None => {
                self.conflicts.push(Conflict { key: key.to_string(), theirs: theirs.cloned(), ours: ours.cloned() });
                theirs.cloned()
            }
        }
    }
}

/// The number that an item bears.
fn number(item: &Value) -> Option<i64> {
    item.as_table()?.get("no")?.as_integer()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n";

    fn merged(kind: Kind, base: &str, theirs: &str, ours: &str) -> Result<String, Vec<String>> {
        let keys = |conflicts: Vec<Conflict>| conflicts.into_iter().map(|conflict| conflict.key).collect();
        merge(kind, Some(base), theirs, ours, &BTreeMap::new()).map_err(keys)
    }

    fn again(on: &str) -> String {
        format!("\n[[reinspection]]\non = {on}\nby = \"yingji\"\nresult = \"failed\"\n")
    }

    #[test]
    fn what_one_side_changed_is_taken() {
        let theirs = format!("{BASE}\n[rectification]\ndue = 2025-04-01\n");
        let ours = format!("{BASE}{}", again("2025-03-10"));
        let both = merged(Kind::Hazard, BASE, &theirs, &ours).expect("no conflict");
        assert!(both.contains("due = 2025-04-01") && both.contains("on = 2025-03-10"), "{both}");
        assert_eq!(merged(Kind::Hazard, BASE, &ours, &theirs).expect("no conflict"), both);
    }

    #[test]
    fn lists_grow_by_what_both_added() {
        let (theirs, ours) = (format!("{BASE}{}", again("2025-03-10")), format!("{BASE}{}", again("2025-03-12")));
        let both = merged(Kind::Hazard, BASE, &theirs, &ours).expect("no conflict");
        assert_eq!(both.matches("[[reinspection]]").count(), 2);
        let same = merged(Kind::Hazard, BASE, &theirs, &theirs).expect("no conflict");
        assert_eq!(same.matches("[[reinspection]]").count(), 1);
    }

    #[test]
    fn what_both_changed_is_for_a_person() {
        let due = |day: &str| format!("{BASE}\n[rectification]\ndue = {day}\n");
        let (theirs, ours) = (due("2025-04-01"), due("2025-05-01"));
        assert_eq!(merged(Kind::Hazard, BASE, &theirs, &ours), Err(vec!["rectification.due".to_owned()]));
        let chosen = BTreeMap::from([("rectification.due".to_owned(), Choice::Theirs)]);
        assert!(merge(Kind::Hazard, Some(BASE), &theirs, &ours, &chosen).expect("chosen").contains("2025-04-01"));
        let chosen = BTreeMap::from([("rectification.due".to_owned(), Choice::Ours)]);
        let kept = merge(Kind::Hazard, Some(BASE), &theirs, &ours, &chosen).expect_err("what is shared stands");
        assert_eq!(kept[0].key, "rectification.due");
    }

    #[test]
    fn an_issued_paper_is_not_mended_by_a_merge() {
        let base = "content = 2\ntitle = \"甲\"\n\n[[to]]\nwho = \"gongan\"\n";
        let issued = base.replace("\n\n[[to]]", "\nissued = 2025-03-01\n\n[[to]]");
        assert_eq!(merged(Kind::Notice, base, &issued, &base.replace('甲', "乙")), Err(vec!["title".to_owned()]));
    }

    #[test]
    fn people_who_left_on_one_side_are_gone() {
        let person = |name: &str| format!("[[liaison]]\nname = \"{name}\"\nsince = 2025-01-01\n");
        let base = format!("{}\n{}", person("甲"), person("乙"));
        let (theirs, ours) = (person("乙"), format!("{base}\n{}", person("丙")));
        let both = merged(Kind::People, &base, &theirs, &ours).expect("no conflict");
        assert!(!both.contains('甲') && both.contains('乙') && both.contains('丙'), "{both}");
    }
}
