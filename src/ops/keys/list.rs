//! Every key that was admitted, for people and for plain git.

use serde::Serialize;

use crate::git::RegisterFolder;
use crate::model::{Day, Role};
use crate::ops::{Environment, Register, Result};
use crate::trust::{KeyHolder, Roster};

/// A key that was admitted.
#[derive(Debug, Serialize)]
pub struct KeyView {
    /// For which unit, its short name.
    pub unit: String,
    /// Whose.
    pub name: String,
    /// What it may sign.
    pub role: Vec<Role>,
    /// `SHA256:…`.
    pub fingerprint: String,
    /// From which day.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// The letter of its holder's numbers; empty for the first key of a unit.
    pub series: String,
    /// Whether it fell into other hands.
    pub compromised: bool,
}

/// Every key that was admitted, also those that are retired.
///
/// # Errors
/// The register cannot be read.
pub fn keys(root: &RegisterFolder, environment: &Environment<'_>) -> Result<Vec<KeyView>> {
    let roster = Roster::from_mechanism(Register::open(root, environment)?.mechanism);
    let view = |holder: &KeyHolder| KeyView {
        unit: roster.mechanism.short(&holder.unit).to_owned(),
        name: holder.name.clone(),
        role: holder.role.clone(),
        fingerprint: holder.key.fingerprint(),
        since: holder.since,
        until: holder.until,
        series: holder.letter(),
        compromised: holder.last_good.is_some(),
    };
    Ok(roster.holders.iter().map(view).collect())
}

/// The file by which plain git knows whose signature counts: what `gpg.ssh.allowedSignersFile` names.
///
/// # Errors
/// The register cannot be read.
pub fn allowed_signers(root: &RegisterFolder, environment: &Environment<'_>) -> Result<String> {
    let roster = Roster::from_mechanism(Register::open(root, environment)?.mechanism);
    let stamp = |day: Day| day.to_string().replace('-', "");
    let line = |holder: &KeyHolder| {
        let until = holder.until.map(|until| format!(",valid-before=\"{}\"", stamp(until.plus(1)))).unwrap_or_default();
        format!("{} namespaces=\"git\",valid-after=\"{}\"{until} {}\n", holder.unit, stamp(holder.since), holder.key.line())
    };
    Ok(roster.holders.iter().map(line).collect())
}
