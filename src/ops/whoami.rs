//! For whom a clone files, and whether its signature counts.

use serde::Serialize;

use super::{Environment, JOINED_UNIT, Register, Result};
use crate::git::{History, RegisterFolder};
use crate::model::{Day, Role};
use crate::text::{Text, clean};
use crate::trust::{self, KeyHolder, Roster};

/// For whom a clone files.
#[derive(Debug, Serialize)]
pub struct Identification {
    /// The unit, its short name; none before it has joined.
    pub unit: Option<String>,
    /// The person.
    pub name: Option<String>,
    /// With what it signs.
    pub key: SigningKeyView,
    /// The commit at which trust begins, as this clone remembers it: forty digits.
    pub root: Option<String>,
    /// The names of settings in this clone's own `.git/config` that are without effect.
    pub without_effect: Vec<String>,
}

/// With what a clone signs.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SigningKeyView {
    /// It does not sign.
    None,
    /// It should, and cannot; why.
    Unreadable(Text),
    /// A key, and for whom the office has admitted it; for nobody yet where there is none.
    Key {
        /// `SHA256:…`.
        fingerprint: String,
        /// For whom.
        admitted: Vec<AdmissionView>,
    },
}

/// For whom a key signs.
#[derive(Debug, Serialize)]
pub struct AdmissionView {
    /// The unit, its short name.
    pub unit: String,
    /// What it signs.
    pub roles: Vec<Role>,
    /// From which day.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// The letter of its numbers; empty for the first key of a unit.
    pub series: String,
}

/// For whom a clone files, and whether its signature counts.
///
/// # Errors
/// The register or its repository cannot be read.
pub fn identify(root: &RegisterFolder, environment: &Environment<'_>) -> Result<Identification> {
    let register = Register::open(root, environment)?;
    let history = History::open(root)?;
    let mechanism = &register.mechanism;
    let unit = history.setting(JOINED_UNIT).map(|unit| {
        let unit = clean(&unit).into_owned();
        mechanism.unit_named(&unit).map_or(unit.as_str(), |unit| mechanism.short(unit)).to_owned()
    });
    Ok(Identification {
        unit,
        name: history.setting("user.name").map(|name| clean(&name).into_owned()),
        key: key(&register),
        root: trust::root(&history)?.map(|root| root.to_string()),
        without_effect: history.settings_without_effect()?.iter().map(|name| clean(name).into_owned()).collect(),
    })
}

fn key(register: &Register) -> SigningKeyView {
    let signing = match register.signing() {
        Ok(Some(signing)) => signing,
        Ok(None) => return SigningKeyView::None,
        Err(why) => return SigningKeyView::Unreadable(why),
    };
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let view = |holder: &KeyHolder| AdmissionView {
        unit: register.mechanism.short(&holder.unit).to_owned(),
        roles: holder.role.clone(),
        since: holder.since,
        until: holder.until,
        series: holder.letter(),
    };
    let admitted = roster.of_key(&signing.key).into_iter().map(view).collect();
    SigningKeyView::Key { fingerprint: signing.key.fingerprint(), admitted }
}
