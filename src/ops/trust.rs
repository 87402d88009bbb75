//! Where trust begins: from there on every commit must be signed by somebody who was admitted.

use serde::Serialize;
use toml::Value;

use super::exchange::RootView;
use super::keys::{key_entry, with_first_key};
use super::past::HistoryView;
use super::proposal::{ProposedRecord, RecordDraft, Stop, read};
use super::{Environment, FilingOutcome, PlannedCommit, Register, Result};
use crate::git::{History, RegisterFolder, Remote, Unreached};
use crate::model::{Kind, RecordPath, Role};
use crate::store::LockedRegister;
use crate::text::Text;
use crate::tr;
use crate::trust::{self, NAMED_LEVEL, RecoveryKey, Request, Roster, draw_name};

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
    /// How it stands from now on; none where nothing was filed.
    pub trust: Option<TrustView>,
    /// What of the recovery key is to be written down, group by group; it is kept nowhere else.
    #[serde(skip)]
    pub paper: Vec<String>,
}

/// What people compare by telephone.
#[derive(Debug, Serialize)]
pub struct TrustView {
    /// Where trust begins; none where signatures are not on.
    pub root: Option<RootView>,
    /// The register's name; none before it has one.
    pub register: Option<String>,
    /// The fingerprint of the recovery key, where there is one.
    pub recovery: Option<String>,
    /// How many people of the office a change of keys takes.
    pub hands: u32,
}

/// Where trust begins, and what the register is called.
///
/// # Errors
/// The register or its repository cannot be read.
pub fn show_trust(root: &RegisterFolder) -> Result<TrustView> {
    let past = HistoryView::open(root)?;
    let begins = past.tip()?.map(|tip| trust::begins(&past.history, tip)).transpose()?.flatten();
    let register = past.mechanism.file.register.map(|name| name.to_string());
    let roster = past.tip()?.map(|tip| Roster::at(&past.history, tip)).transpose()?.flatten();
    let recovery = roster.as_ref().and_then(Roster::recovery).map(|key| key.fingerprint());
    Ok(TrustView { root: begins.map(RootView::from), register, recovery, hands: roster.map_or(1, |roster| roster.threshold()) })
}

/// Turns signatures on: from the commit that this makes, every one must be signed.
///
/// # Errors
/// Another unit than the office asks for it, they are on already, the office has no key yet, the shared register is not reached or has
/// more than this one, or nothing can be filed here.
pub fn turn_trust_on(register: &Register, request: &TrustRequest, environment: &Environment<'_>) -> Result<TrustOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    nobody_was_faster(register, environment)?;
    let recovery = RecoveryKey::draw();
    let outcome = begin_trust(register, request, recovery.signing().map(|signing| signing.key.line()))?;
    let paper = if outcome.trust.is_some() { recovery.groups() } else { Vec::new() };
    Ok(TrustOutcome { paper, ..outcome })
}

/// The same, with a recovery key whose private half somebody has, or without one.
pub(super) fn begin_trust(register: &Register, request: &TrustRequest, recovery: Option<String>) -> Result<TrustOutcome> {
    let office = register.mechanism.office();
    register.require_acting(request.unit.as_deref(), office)?;
    if Roster::from_mechanism(register.mechanism.clone()).is_on() {
        let on = Text::fixed("已经启用了；liandong trust show 看起点", "it is on already; liandong trust show says since where");
        return Err(on.into());
    }
    register.is_at_top()?;
    let short = register.mechanism.short(office);
    let signing = register.signing()?.ok_or_else(|| {
        tr!(
            "办公室还没有签名密钥；先用 liandong join --unit {short} --name 姓名";
            "the office has no signing key yet; liandong join --unit {short} --name NAME first"
        )
    })?;
    let history = History::open(&register.root)?;
    let first = Request {
        unit: office.to_string(),
        name: history.setting("user.name").unwrap_or_default(),
        role: vec![Role::Liaison.to_string(), Role::Office.to_string()],
        public: signing.key.line(),
        register: None,
        signature: String::new(),
    };
    let entry = key_entry(&first, &signing.key, register.today(), 0);
    let commit = PlannedCommit::new(register, Text::fixed("启用签名", "Turn signatures on"), request.dry_run);
    let filing = commit.make(|locked| {
        let mut records = with_first_key(register, locked, entry, recovery)?;
        records.extend(named(register, locked)?);
        Ok(records)
    })?;
    if !filing.is_filed() {
        return Ok(TrustOutcome { filing, trust: None, paper: Vec::new() });
    }
    if let Some(tip) = history.head()?.1 {
        trust::mark_root(&history, tip)?;
    }
    Ok(TrustOutcome { filing, trust: Some(show_trust(&register.root)?), paper: Vec::new() })
}

/// Raises a register from before registers had names to the level at which each commit says for which register it is.
///
/// # Errors
/// Another unit than the office asks for it, signatures are not on, the shared register is not reached or has more than this one, or
/// nothing can be filed here.
pub fn upgrade_trust(register: &Register, request: &TrustRequest, environment: &Environment<'_>) -> Result<FilingOutcome> {
    register.require_acting(request.unit.as_deref(), register.mechanism.office())?;
    if !Roster::from_mechanism(register.mechanism.clone()).is_on() {
        let off = Text::fixed(
            "还没有启用签名；用 liandong trust on 启用，标识会一并写入",
            "signatures are not on; liandong trust on turns them on and names the register as well",
        );
        return Err(off.into());
    }
    if let Some(name) = register.mechanism.file.register {
        return Ok(FilingOutcome::Idle(tr!("台账已有标识 {name}，不需要升级"; "the register is named {name} already")));
    }
    nobody_was_faster(register, environment)?;
    let next = Text::fixed(
        "用 liandong sync 送出；请各单位先更新程序再同步。升级前已登记、还没有送出的，90 天内仍可送出。还没有恢复密钥：再用 liandong trust recovery new 做一把",
        "send it with liandong sync; every unit needs this version of the program first. What was filed before and not sent yet can be sent for 90 days. There is no recovery key yet: make one with liandong trust recovery new",
    );
    let commit = PlannedCommit::new(register, Text::fixed("写入台账标识", "Name the register"), request.dry_run).then(next);
    commit.make(|locked| named(register, locked))
}

/// That no other computer of the office has begun trust or named the register meanwhile: it begins once, with one name, and whatever is
/// signed after another beginning is taken by nobody. A register that is shared nowhere has nobody to ask.
fn nobody_was_faster(register: &Register, environment: &Environment<'_>) -> Result<()> {
    let history = History::open(&register.root)?;
    let (branch, here) = history.head()?;
    let asked = Remote::from_config(&environment.programs, &register.root, &branch).and_then(|remote| remote.fetch());
    match (asked, here) {
        (Err(Unreached::NoAddress) | Ok(None), _) => Ok(()),
        (Ok(Some(there)), Some(here)) if history.is_descendant(here, there)? => Ok(()),
        (Ok(_), _) => Err(Text::fixed(
            "共享的台账里有本机还没有取回的登记，办公室的另一台电脑可能已经办过；没有写入，先运行 liandong sync，再运行一次",
            "the shared register holds what this computer has not fetched, and another computer of the office may have done this already; nothing was filed: run liandong sync, then this again",
        )
        .into()),
        (Err(why), _) => {
            let why = why.describe();
            let (zh, en) = (why.zh(), why.en());
            Err(tr!(
                "没有写入：先要问过共享的台账，免得办公室两台电脑各办一次、从此各签各的（{zh}）";
                "nothing was filed: the shared register is asked first, lest two computers of the office each do this and sign apart from then on ({en})"
            )
            .into())
        }
    }
}

/// The mechanism with a name of its own, drawn by lot.
fn named(register: &Register, locked: &LockedRegister<'_>) -> Result<Vec<ProposedRecord>, Stop> {
    let path = RecordPath::Single(Kind::Mechanism);
    let before = locked.bytes(&path)?;
    let draft = RecordDraft::rewrite(path.into(), before, |table| {
        table.insert("trust".to_owned(), Value::Integer(NAMED_LEVEL.into()));
        table.insert("register".to_owned(), Value::String(draw_name().to_string()));
        Ok(())
    })?;
    read(register, locked, vec![draft], &Kind::Mechanism.label())
}
