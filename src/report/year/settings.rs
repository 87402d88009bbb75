//! The settings by which a year was judged: what the regulation leaves open, and which paper settled it.

use serde::Serialize;

use crate::model::Setting;
use crate::rules::Context;
use crate::text::Text;

/// A setting as it holds on the day judged.
#[derive(Debug, Clone, Serialize)]
pub struct SettingView {
    /// The id of the setting (`summary-term`).
    pub id: &'static str,
    /// What people call it.
    pub title: Text,
    /// Its value, as people say it.
    pub value: Text,
    /// The clause that leaves it open, as papers cite it.
    pub clause: Option<String>,
    /// The paper that adopted it; none where it is this program's suggestion.
    pub basis: Option<String>,
}

pub(super) fn settings(context: &Context<'_>) -> Vec<SettingView> {
    let mechanism = &context.ledger.mechanism;
    let judges = |setting: &&Setting| setting.id.judges();
    let view = |setting: &Setting| SettingView {
        id: setting.id.word().id,
        title: setting.id.label(),
        value: setting.value.label(),
        clause: setting.clause.and_then(|key| mechanism.cited(key, context.today)).map(|clause| clause.path.to_string()),
        basis: setting.basis.as_ref().map(ToString::to_string),
    };
    mechanism.settings_on(context.today).filter(judges).map(view).collect()
}
