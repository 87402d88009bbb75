//! What the program ships stands in for what a register leaves out: for rules that an older format could not tell apart, and for settings
//! that are absent. Nothing counts as nought because nobody wrote it down.

use std::sync::LazyLock;

use crate::model::reader::{Keys, read};
use crate::model::{Obligation, ObligationsFile, Setting, SettingId, SettingsFile};

static OBLIGATIONS: LazyLock<Vec<Obligation>> = LazyLock::new(|| {
    let file = read::<ObligationsFile>(include_str!("../../../data/obligations.toml"), Keys::Known);
    file.map(|file| file.obligation).unwrap_or_default()
});

static SETTINGS: LazyLock<Vec<Setting>> = LazyLock::new(|| {
    let file = read::<SettingsFile>(include_str!("../../../data/settings.toml"), Keys::Known);
    let settings = file.map(|file| file.setting).unwrap_or_default();
    // Their clauses are of the shipped regulation, and another has others.
    settings.into_iter().map(|setting| Setting { clause: None, ..setting }).collect()
});

/// The obligations that the program ships.
pub(super) fn obligations() -> &'static [Obligation] {
    &OBLIGATIONS
}

/// The setting that the program ships; none of those that only guard a register, which is left unguarded where it wants to be.
pub(super) fn setting(id: SettingId) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.id == id && id.is_of_office())
}
