//! What came in by which all else is judged, in words: whose key counts, who is the office, what settings say.

use serde::Serialize;

use crate::git::{History, Id, Refused};
use crate::model::{Mechanism, SettingValue, UnitId};
use crate::report::{Changed, Named, changed};
use crate::text::{Text, clean, clip, width};
use crate::tr;
use crate::trust::{self, Announced, AnnouncedKey, SignedBy};

/// A commit that changed by what others are judged.
#[derive(Debug, Serialize)]
pub struct AnnouncementView {
    /// The commit, forty digits.
    pub commit: String,
    /// Whose key signed it.
    pub by: Text,
    /// What it changed, each in a sentence.
    pub what: Vec<Text>,
}

/// What is to be told of what came in.
pub(super) fn announcements(
    history: &History,
    mechanism: &Mechanism,
    (before, after): (Id, Id),
) -> Result<Vec<AnnouncementView>, Refused> {
    let view = |one: &trust::Announcement| AnnouncementView {
        commit: one.commit.to_string(),
        by: signer(&one.by, mechanism),
        what: one.changes.iter().map(|change| describe(change, mechanism)).collect(),
    };
    Ok(trust::announcements(history, after, before)?.iter().map(view).collect())
}

/// Whose key signed, for people.
pub(super) fn signer(by: &SignedBy, mechanism: &Mechanism) -> Text {
    match by {
        SignedBy::Nobody => Text::fixed("没有签名", "not signed"),
        SignedBy::Altered => Text::fixed("签名对不上", "the signature does not fit"),
        SignedBy::Unknown(key) => tr!("没有登记的密钥 {key}"; "a key that is not known, {key}"),
        SignedBy::Holder(holder) => holder_of(&holder.unit, &holder.name, mechanism),
    }
}

fn holder_of(unit: &UnitId, name: &str, mechanism: &Mechanism) -> Text {
    Text::same(clean(&format!("{} {name}", mechanism.short(unit))).into_owned())
}

pub(super) fn describe(change: &Announced, mechanism: &Mechanism) -> Text {
    match change {
        Announced::Admitted(key) => {
            let (who, roles) = key_words(key, mechanism);
            let (zh, en, fingerprint, since) = (roles.zh(), roles.en(), &key.fingerprint, key.since);
            let admitted = tr!(
                "登记{who}的密钥，用途{zh}，自 {since} 起，指纹 {fingerprint}";
                "the key of {who} was admitted as {en} from {since} on, fingerprint {fingerprint}"
            );
            let ends = key.until.map(|until| tr!("，到 {until} 为止"; ", until {until}"));
            let numbers = (!key.series.is_empty()).then(|| {
                let series = &key.series;
                tr!("，编号系列 {series}"; ", numbering in the series {series}")
            });
            ends.iter().chain(&numbers).fold(admitted, |told, more| join(&told, more))
        }
        Announced::Since(key) => {
            let ((who, _), since) = (key_words(key, mechanism), key.since);
            tr!("{who}的密钥改为 {since} 起"; "the key of {who} begins with {since}")
        }
        Announced::Until(key) => {
            let (who, _) = key_words(key, mechanism);
            match key.until {
                Some(until) => tr!("{who}的密钥到 {until} 为止"; "the key of {who} ends with {until}"),
                None => tr!("{who}的密钥改了期限，不再有止日"; "the key of {who} has another term, without an end"),
            }
        }
        Announced::Roles(key) => {
            let (who, roles) = key_words(key, mechanism);
            let (zh, en) = (roles.zh(), roles.en());
            tr!("{who}的密钥用途改为{zh}"; "the key of {who} signs as {en} from now on")
        }
        Announced::Series(key) => {
            let ((who, _), series) = (key_words(key, mechanism), &key.series);
            if series.is_empty() {
                tr!("{who}改为不用编号系列（字母）"; "{who} numbers without a letter from now on")
            } else {
                tr!("{who}的编号系列改为 {series}"; "{who} numbers in the series {series} from now on")
            }
        }
        Announced::Compromised(key) => {
            let (who, _) = key_words(key, mechanism);
            tr!("{who}的密钥失密，那之后用它签名的须核实"; "the key of {who} fell into other hands; what it signed since is to be confirmed")
        }
        Announced::Gone(key) => {
            let (who, _) = key_words(key, mechanism);
            tr!("{who}的密钥从登记中删去了"; "the key of {who} is known no more")
        }
        Announced::Hands(1) => {
            Text::fixed("改动密钥改为一人签即可", "a change of keys takes one person of the office from now on")
        }
        Announced::Hands(count) => {
            tr!("改动密钥须办公室 {count} 个人同意"; "a change of keys takes {count} people of the office from now on")
        }
        Announced::Recovery(Some(key)) => tr!("恢复密钥换为 {key}"; "the recovery key is {key} from now on"),
        Announced::Recovery(None) => Text::fixed("恢复密钥删去了", "there is no recovery key any more"),
        Announced::Office(from, to) => {
            let (from, to) = (mechanism.short(from), mechanism.short(to));
            tr!("办公室由{from}改为{to}"; "the office is {to} from now on, no more {from}")
        }
        Announced::Named(name) => tr!(
            "台账有了标识 {name}：今后每次提交都写明它，不写的不接收";
            "the register is named {name}: each commit says so from now on, and none that does not is taken"
        ),
        Announced::Setting(id, old, new) => {
            let (label, old, new) = (id.label(), value(old.as_deref()), value(new.as_deref()));
            let (zh, old_zh, new_zh) = (label.zh(), old.zh(), new.zh());
            let (en, old_en, new_en) = (label.en(), old.en(), new.en());
            tr!("设置“{zh}”由 {old_zh} 改为 {new_zh}"; "the setting \"{en}\" says {new_en}, no more {old_en}")
        }
        Announced::Consents(unit) => {
            let unit = mechanism.short(unit);
            tr!("{unit}密钥文件里的同意改了，密钥没有变"; "the consents in the keys file of {unit} changed, and no key did")
        }
        Announced::File(path, old, new) => {
            let named = Named::of_record(path, mechanism).title;
            let (zh, en, file) = (named.zh(), named.en(), path.file());
            let head = match (old, new) {
                (None, Some(_)) => tr!("新增了{zh}（{file}）"; "{en} is new ({file})"),
                (Some(_), None) => tr!("删去了{zh}（{file}）"; "{en} is gone ({file})"),
                _ => tr!("改动了{zh}（{file}）"; "{en} was changed ({file})"),
            };
            let changes = changed(path.kind(), old.as_deref(), new.as_deref(), mechanism);
            match (old, new) {
                (Some(_), Some(_)) if changes.is_empty() => {
                    join(&head, &Text::fixed("，只动了写法、注释", ", in how it is written alone"))
                }
                (_, Some(_)) => join(&head, &keys_changed(&changes)),
                (_, None) => head,
            }
        }
    }
}

/// How many keys of a file are told of.
const TOLD: usize = 5;

/// What the keys of a file said and say.
fn keys_changed(changes: &[Changed]) -> Text {
    let one = |change: &Changed| {
        let heading = if change.heading.is_empty() { Text::same(change.key.clone()) } else { change.heading.clone() };
        let (before, after) = (&change.before, &change.after);
        let (zh, en) = (said_and_says(before.zh(), after.zh()), said_and_says(before.en(), after.en()));
        let (heading_zh, heading_en) = (heading.zh(), heading.en());
        tr!("{heading_zh} {zh}"; "{heading_en} {en}")
    };
    let mut told: Vec<Text> = changes.iter().take(TOLD).map(one).collect();
    if let Some(more) = changes.len().checked_sub(TOLD).filter(|more| *more > 0) {
        told.push(tr!("另有 {more} 处"; "and {more} more"));
    }
    join(&Text::fixed("：", ": "), &Text::join(&told, "；", "; "))
}

/// How much of what a key says is told.
const VALUE: usize = 40;

/// Of two long texts that begin alike what is told begins where they part: else they would look the same.
fn said_and_says(before: &str, after: &str) -> String {
    const ALIKE: usize = 6;
    let (before, after) = (clean(before), clean(after));
    let alike = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
    let is_long = width(&before).max(width(&after)) > VALUE;
    let from = if is_long { alike.saturating_sub(ALIKE) } else { 0 };
    let told = |words: &str| {
        let rest: String = words.chars().skip(from).collect();
        let cut = if from > 0 { "…" } else { "" };
        if words.is_empty() { "—".to_owned() } else { format!("{cut}{}", clip(&rest, VALUE)) }
    };
    if before.is_empty() { told(&after) } else { format!("{} → {}", told(&before), told(&after)) }
}

fn join(one: &Text, other: &Text) -> Text {
    Text::join([one, other], "", "")
}

/// What a setting says, as people say it; as it was typed where that is no value.
fn value(said: Option<&str>) -> Text {
    let Some(said) = said else { return Text::same("—") };
    said.parse::<SettingValue>().map_or_else(|_| Text::same(clean(said).into_owned()), |value| value.label())
}

/// Whose key it is, and what it may sign.
fn key_words(key: &AnnouncedKey, mechanism: &Mechanism) -> (String, Text) {
    let roles: Vec<Text> = key.roles.iter().map(|role| role.label()).collect();
    let who = holder_of(&key.unit, &key.name, mechanism);
    (who.zh().to_owned(), Text::join(&roles, "、", ", "))
}

#[cfg(test)]
mod tests {
    use super::said_and_says;

    #[test]
    fn two_texts_that_differ_never_look_alike() {
        assert_eq!(said_and_says("甲", "乙"), "甲 → 乙");
        assert_eq!(said_and_says("", "乙"), "乙");
        assert_eq!(said_and_says("甲", ""), "甲 → —");
        let long = "安".repeat(60);
        for (before, after) in
            [(long.clone(), format!("{long}甲")), (format!("{long}甲"), format!("{long}乙")), (long.clone(), String::new())]
        {
            let told = said_and_says(&before, &after);
            let (one, other) = told.split_once(" → ").expect("both");
            assert!(one != other && told.chars().count() < 90, "{told}");
        }
    }
}
