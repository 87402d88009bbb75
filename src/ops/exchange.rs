//! What was filed here goes out, what others filed comes in, over the network or in a file.

use std::path::Path;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;

use super::announced::{AnnouncementView, announcements};
use super::folder::{SeenFolder, committed, folder_seen, folder_view, seeing_folder};
use super::incoming::Incoming;
use super::register::unnamed;
use super::resolve::{ClashView, choices};
use super::verify::BreachView;
use super::{Environment, Failure, JOINED_UNIT, Register, Result};
use crate::git::{
    Differing, Disk, History, Id, LockedRepo, NotedAddress, Programs, Refused, RegisterFolder, Remote, Unreached, Workspace,
    may_hold, shown_address,
};
use crate::model::RecordPath;
use crate::report::{FolderView, can_be_kept};
use crate::sync::{Choices, Exchange, Stopped, Synced};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{self, Breach, Fault, Root, Roster, Verdict};

/// With whom.
#[derive(Debug, Clone, Default)]
pub struct SyncRequest {
    /// Where the register is shared from now on, where that is said: a URL, or a folder as an absolute path.
    pub address: Option<String>,
}

/// What came of it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum SyncOutcome {
    /// Both sides are one, but for what could not go out.
    Done(Box<SyncReceipt>),
    /// Something is not in order. Everything is as it was.
    Rejected(SyncRejection),
    /// Both sides changed the same. Everything is as it was.
    Clashes(Vec<ClashView>),
}

/// What was sent and taken.
#[derive(Debug, Serialize)]
pub struct SyncReceipt {
    /// Of this shape: 1.
    pub version: u32,
    /// The last commit now, forty digits; none where nothing was filed yet anywhere.
    pub commit: Option<String>,
    /// How many commits went out.
    pub sent: usize,
    /// Why ours did not go out, where they did not.
    pub unsent: Option<Text>,
    /// What came in.
    #[serde(rename = "came")]
    pub incoming: Incoming,
    /// What of that changes by what all else is judged, oldest first.
    pub announced: Vec<AnnouncementView>,
    /// Whether anything came in, be it no record.
    #[serde(skip)]
    pub has_incoming: bool,
    /// Where trust begins, where this clone has just learnt it: nobody has compared it yet.
    #[serde(skip)]
    pub trust: Option<RootView>,
    /// What the folder held as this clone's own memory and is none.
    #[serde(skip)]
    pub ignored: Option<Text>,
    /// That the register has no name yet, where it is signed, and what to do about it.
    #[serde(skip)]
    pub unnamed: Option<Text>,
    /// In what the folder differs from what was filed: that did not go out.
    pub folder: Option<FolderView>,
}

/// Where trust begins.
#[derive(Debug, Clone, Serialize)]
pub struct RootView {
    /// The commit, forty digits.
    pub commit: String,
    /// The fingerprint of the office's key.
    pub key: String,
}

/// What is not in order, and on whose side.
#[derive(Debug, Serialize)]
pub struct SyncRejection {
    /// Whether it is what was filed here; nobody would take it.
    pub ours: bool,
    /// What is wrong.
    pub breaches: Vec<BreachView>,
    /// Where ours are not signed for this register, or are another unit's: the commit before the first of them, from which they can be committed anew.
    #[serde(skip)]
    pub anew_from: Option<String>,
    /// The clock of this computer, where something is dated after it: one of the two is wrong.
    #[serde(skip)]
    pub clock: Option<Text>,
}

/// Sends what was filed here and takes what others filed.
///
/// # Errors
/// The other side was not reached or holds no register, or nothing can be filed here.
pub fn sync(root: &RegisterFolder, request: &SyncRequest, environment: &Environment<'_>) -> Result<SyncOutcome> {
    let context = SyncContext::open(root, environment)?;
    committed(root)?;
    let noted = request.address.as_deref().map(|address| note(root, address, environment)).transpose()?;
    // What was interrupted is finished or undone before anything is looked at.
    context.settle()?;
    let (synced, seen) = seeing_folder(root, || context.exchange().sync());
    let (Some(address), Some(noted)) = (&request.address, noted.filter(NotedAddress::is_new)) else {
        return context.outcome(synced, seen);
    };
    let synced = if is_of_others(root, &synced)? { Err(Unreached::Foreign(shown_address(address)).into()) } else { synced };
    if is_no_register(&synced) {
        noted.take_back()?;
        return context.outcome(synced, seen).map_err(|why| why.context(not_noted(address)));
    }
    context.outcome(synced, seen)
}

/// Notes where the register is shared from now on.
fn note(root: &RegisterFolder, address: &str, environment: &Environment<'_>) -> Result<NotedAddress> {
    let (branch, _) = History::open(root)?.head()?;
    let asked = |at: &Path| may_hold(&environment.programs, at, address, &branch);
    Remote::note(root, address, asked).map_err(|why| {
        let failure = Failure::from(why.describe());
        if why.is_nowhere() { failure.context(not_noted(address)) } else { failure }
    })
}

/// Whether what is at the other side has no beginning in common with what is here.
fn is_of_others(root: &RegisterFolder, synced: &Result<Synced, Stopped>) -> Result<bool> {
    let Err(Stopped::Theirs(verdict)) = synced else { return Ok(false) };
    let history = History::open(root)?;
    let Some(here) = history.head()?.1 else { return Ok(false) };
    Ok(history.merge_base(here, verdict.tip)?.is_none())
}

/// Whether no register was found at the other side, or not this one.
fn is_no_register(synced: &Result<Synced, Stopped>) -> bool {
    match synced {
        Err(Stopped::Unreached(why)) => why.is_nowhere() || matches!(why, Unreached::Foreign(_)),
        Err(Stopped::NoRegister) => true,
        _ => false,
    }
}

/// That an address was not noted, so that it need not be taken back before another is tried.
fn not_noted(address: &str) -> Text {
    let shown = shown_address(address);
    tr!("没有记下共享地址 {shown}"; "the address {shown} was not noted")
}

/// Takes what came in a file made by `pack`, any number of times with one effect.
///
/// # Errors
/// There is no such file, it is none made by `pack`, or nothing can be filed here.
pub fn receive(root: &RegisterFolder, file: &Path, environment: &Environment<'_>) -> Result<SyncOutcome> {
    if !file.is_file() {
        let shown = clean(&file.to_string_lossy()).into_owned();
        return Err(tr!("没有文件 {shown}；请核对路径"; "there is no file {shown}; check its path").into());
    }
    let context = SyncContext::open(root, environment)?;
    context.outcome(context.exchange().receive(file), None)
}

/// A register that is shared, and how this clone takes part.
pub(super) struct SyncContext<'a> {
    pub(super) register: Register,
    pub(super) programs: &'a Programs,
    pub(super) choices: Choices,
    workspace: Workspace,
    ignored: Option<Text>,
}

impl<'a> SyncContext<'a> {
    pub(super) fn open(root: &RegisterFolder, environment: &'a Environment<'_>) -> Result<Self> {
        let register = Register::open(root, environment)?;
        register.can_be_verified()?;
        let workspace = Workspace::open(root, Disk::default())?.signed_by(register.sign()?);
        let history = History::open(root)?;
        let (choices, ignored) = (choices(&history), ignored(&trust::foreign_marks(&history)?));
        Ok(Self { register, programs: &environment.programs, choices, workspace, ignored })
    }

    pub(super) fn history(&self) -> Result<History> {
        Ok(History::open(&self.register.root)?)
    }

    /// Waits for others who are filing; what was interrupted is finished or undone.
    fn settle(&self) -> Result<()> {
        let since = self.register.now.to_rfc3339_opts(SecondsFormat::Secs, false);
        drop(self.workspace.lock(&since)?);
        Ok(())
    }

    /// The repository while nobody else files in it.
    pub(super) fn lock(&self) -> std::result::Result<LockedRepo<'_>, Refused> {
        self.workspace.lock(&self.register.now.to_rfc3339_opts(SecondsFormat::Secs, false))
    }

    fn exchange(&self) -> Exchange<'_> {
        Exchange {
            workspace: &self.workspace,
            folder: &self.register.root,
            programs: self.programs,
            now: self.register.now,
            key: self.register.signing().ok().flatten().map(|signing| &signing.key),
            choices: &self.choices,
        }
    }

    fn outcome(&self, synced: Result<Synced, Stopped>, seen: Option<SeenFolder>) -> Result<SyncOutcome> {
        match synced {
            Ok(synced) => self.receipt(synced, seen).map(Box::new).map(SyncOutcome::Done),
            Err(stopped) => {
                let anew_from = match &stopped {
                    Stopped::Ours(verdict) => self.anew_from(verdict)?,
                    _ => None,
                };
                Ok(match stopped_outcome(stopped, self.register.now)? {
                    SyncOutcome::Rejected(rejection) => SyncOutcome::Rejected(SyncRejection { anew_from, ..rejection }),
                    outcome => outcome,
                })
            }
        }
    }

    /// From where what was committed by plain git, or is another unit's, is to be committed anew.
    fn anew_from(&self, verdict: &Verdict) -> Result<Option<String>> {
        let is_to_be_made_anew = |breach: &&Breach| {
            matches!(breach.fault, Fault::Unsigned | Fault::Unnamed | Fault::UnnamedTooLate | Fault::NotOwner(..))
        };
        let Some(first) = verdict.breaches.iter().find(is_to_be_made_anew) else { return Ok(None) };
        Ok(self.history()?.parents(first.commit)?.first().map(|parent| parent.short()))
    }

    /// That the register has no name yet as it stands now.
    fn unnamed(&self, after: Option<Id>) -> Result<Option<Text>> {
        let Some(after) = after else { return Ok(None) };
        let history = self.history()?;
        let roster = Roster::at(&history, after)?;
        Ok(roster.and_then(|roster| unnamed(&roster.mechanism, history.setting(JOINED_UNIT).as_deref())))
    }

    fn receipt(&self, synced: Synced, seen: Option<SeenFolder>) -> Result<SyncReceipt> {
        let (history, mechanism) = (self.history()?, &self.register.mechanism);
        let me = self.register.joined().cloned();
        let differing = match synced.after.filter(|after| synced.before != Some(*after)) {
            Some(after) => history.diff_trees(synced.before, after)?,
            None => Vec::new(),
        };
        let announced = match (synced.before, synced.after) {
            (Some(before), Some(after)) if before != after => announcements(&history, mechanism, (before, after))?,
            _ => Vec::new(),
        };
        let incoming = Incoming::from_differences(&differing, &history, mechanism, me.as_ref(), self.register.today())?;
        // What is kept back did not come in for whoever does not learn of it.
        let is_other = |change: &Differing| match RecordPath::of_file(&change.path) {
            Ok(path) => change.new.is_none() && !can_be_kept(path.kind()),
            Err(_) => true,
        };
        let has_incoming = !incoming.units.is_empty() || differing.iter().any(is_other);
        Ok(SyncReceipt {
            version: 1,
            commit: synced.after.map(|id| id.to_string()),
            sent: synced.sent,
            unsent: synced.unsent.as_ref().map(Unreached::describe),
            incoming,
            announced,
            has_incoming,
            trust: synced.trust.map(RootView::from),
            ignored: self.ignored.clone(),
            unnamed: self.unnamed(synced.after)?,
            folder: match seen.filter(|seen| [synced.before, synced.after] == [seen.last; 2]) {
                Some(seen) => folder_seen(&self.register.root, seen.differences),
                None => folder_view(&self.register.root),
            },
        })
    }
}

/// What is said where a folder remembers what this user did not note in it.
fn ignored(marks: &[&str]) -> Option<Text> {
    let marks = marks.iter().map(|name| format!("refs/liandong/{name}")).collect::<Vec<_>>().join("、");
    (!marks.is_empty()).then(|| {
        tr!(
            "文件夹里的记号 {marks} 不是您在本机这个文件夹里记下的（复制来的，或是旧版程序留下的），不作数；这一次已从头核验，并重新记下";
            "the marks {marks} in this folder were not made by you in this folder on this computer (it was copied, or an older program made them) and count for nothing; everything was verified from the beginning and noted anew"
        )
    })
}

/// Why an exchange came to nothing: what people must look at is an outcome, all else a failure.
pub(super) fn stopped_outcome(stopped: Stopped, now: DateTime<FixedOffset>) -> Result<SyncOutcome> {
    let rejected = |ours, verdict: &Verdict| {
        let clock = verdict.breaches.iter().any(|breach| breach.fault == Fault::Ahead).then(|| {
            let now = now.format("%Y-%m-%d %H:%M").to_string();
            tr!("本机的时钟是 {now}，先看它对不对"; "the clock of this computer says {now}; see first whether that is right")
        });
        SyncOutcome::Rejected(SyncRejection { ours, breaches: BreachView::all(&verdict.breaches), anew_from: None, clock })
    };
    match stopped {
        Stopped::Unreached(why) => Err(why.describe().into()),
        Stopped::NoRegister => Err(Text::fixed(
            "那里没有台账；请核对地址，或请办公室先用 liandong share 地址 把台账送上去",
            "there is no register there; check the address, or have the office send it there with liandong share ADDRESS",
        )
        .into()),
        Stopped::BelowTop { address, folder } => {
            let address = clean(&address).into_owned();
            Err(tr!(
                "那里的台账不在仓库的最上层，在 {folder} 文件夹里，liandong clone 只取最上层的；请先 git clone {address}，再在取来的文件夹的 {folder} 里 liandong sync {address}";
                "the register there lies in the folder {folder} and not at the top, which is all that liandong clone fetches; git clone {address}, then liandong sync {address} in the {folder} of what was fetched"
            )
            .into())
        }
        Stopped::Theirs(verdict) => Ok(rejected(false, &verdict)),
        Stopped::Ours(verdict) => Ok(rejected(true, &verdict)),
        Stopped::Clashes(clashes) => Ok(SyncOutcome::Clashes(clashes.iter().map(ClashView::new).collect())),
    }
}

impl From<Root> for RootView {
    fn from(root: Root) -> Self {
        Self { commit: root.commit.to_string(), key: root.key }
    }
}
