//! Where trust begins: from there on every commit must be signed by somebody who was admitted.

use std::path::Path;

use serde::Serialize;

use super::exchange::RootView;
use super::keys::{key_entry, with_key};
use super::past::HistoryView;
use super::{FilingOutcome, PlannedCommit, Register, Result};
use crate::git::History;
use crate::model::Role;
use crate::text::Text;
use crate::tr;
use crate::trust::{self, Request, Roster};

/// How trust is turned on.
#[derive(Debug, Clone, Default)]
pub struct TrustRequest {
    /// The unit that files, by any of its names: the office.
    pub unit: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What became of it.
#[derive(Debug, Serialize)]
pub struct TrustOutcome {
    /// The filing.
    pub filing: FilingOutcome,
    /// Where trust begins from now on; none where nothing was filed.
    pub root: Option<RootView>,
}

/// Where trust begins; none where signatures are not on.
///
/// # Errors
/// The register or its repository cannot be read.
pub fn trust_root(root: &Path) -> Result<Option<RootView>> {
    let past = HistoryView::open(root)?;
    let Some(tip) = past.tip()? else { return Ok(None) };
    Ok(trust::begins(&past.history, tip)?.map(RootView::from))
}

/// Turns signatures on: from the commit that this makes, every one must be signed.
///
/// # Errors
/// Another unit than the office asks for it, they are on already, the office has no key yet, or nothing can be filed here.
pub fn turn_trust_on(register: &Register, request: &TrustRequest) -> Result<TrustOutcome> {
    let office = register.mechanism.office();
    register.require_acting(request.unit.as_deref(), office)?;
    if Roster::from_mechanism(register.mechanism.clone()).is_on() {
        let on = Text::fixed("已经启用了；liandong trust show 看起点", "it is on already; liandong trust show says since where");
        return Err(on.into());
    }
    let short = register.mechanism.short(office);
    let signing = register.signing()?.ok_or_else(|| {
        tr!(
            "办公室还没有签名密钥；先用 liandong join --unit {short} --name 姓名";
            "the office has no signing key yet; liandong join --unit {short} --name NAME first"
        )
    })?;
    let history = History::of_register(&register.root)?;
    let first = Request {
        unit: office.to_string(),
        name: history.setting("user.name").unwrap_or_default(),
        role: vec![Role::Liaison.to_string(), Role::Office.to_string()],
        public: signing.key.line(),
        signature: String::new(),
    };
    let entry = key_entry(&first, &signing.key, register.today(), 0);
    let commit = PlannedCommit::new(register, Text::fixed("启用签名", "Turn signatures on"), request.dry_run);
    let filing = commit.make(|locked| with_key(register, locked, office, entry))?;
    if !filing.is_filed() {
        return Ok(TrustOutcome { filing, root: None });
    }
    if let Some(tip) = history.head()?.1 {
        trust::mark_root(&history, tip)?;
    }
    Ok(TrustOutcome { filing, root: trust_root(&register.root)? })
}
