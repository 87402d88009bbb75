//! What came in by which all else is judged, in words: whose key counts, who is the office, what settings say.

use serde::Serialize;

use crate::git::{History, Id, Refused};
use crate::model::{Mechanism, SettingValue, UnitId};
use crate::report::Named;
use crate::text::{Text, clean};
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
            let (zh, en, fingerprint) = (roles.zh(), roles.en(), &key.fingerprint);
            tr!("登记{who}的密钥，用途{zh}，指纹 {fingerprint}"; "the key of {who} was admitted as {en}, fingerprint {fingerprint}")
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
        Announced::File(path) => {
            let named = Named::of_record(path, mechanism).title;
            let (zh, en, file) = (named.zh(), named.en(), path.file());
            tr!("改动了{zh}（{file}）"; "{en} was changed ({file})")
        }
    }
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
