//! From records as they will be to one commit, and to what is said of it.

use clap::ArgMatches;
use serde::Serialize;
use toml::Table;

use crate::cli::Reply;
use crate::cli::session::{Session, now};
use crate::git::{Disk, RecoveryOutcome};
use crate::model::reader::Keys;
use crate::model::{Comments, Record, RecordPath};
use crate::ops::Register;
use crate::render::{self, json};
use crate::report::{FindingView, Named};
use crate::store::{Filing, LockedRegister, RecordChange, Writer};
use crate::text::Text;
use crate::tr;
use crate::trust::Roster;

/// At most so many records are listed one by one; a ledger of thousands would bury what matters.
const TOLD: usize = 20;

/// A record as it will be written.
pub(in crate::cli) struct Composed {
    pub(in crate::cli) path: RecordPath,
    /// As it was filed last.
    pub(in crate::cli) before: Option<Vec<u8>>,
    pub(in crate::cli) text: String,
    /// What is found about it now and was not before.
    pub(in crate::cli) findings: Vec<FindingView>,
    /// How much was found before and still is.
    pub(in crate::cli) known: usize,
}

impl Composed {
    /// A record about which nothing is found.
    pub(in crate::cli) fn plain(path: RecordPath, before: Option<Vec<u8>>, text: String) -> Self {
        Self { path, before, text, findings: Vec::new(), known: 0 }
    }
}

impl Composed {
    /// A record of the register itself, with some of its keys changed; its comments stay.
    pub(in crate::cli) fn rewritten(
        path: RecordPath,
        held: &LockedRegister<'_>,
        change: impl FnOnce(&mut Table),
    ) -> Result<Self, Stop> {
        let before = held.bytes(&path)?;
        let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
        let file = path.file();
        let unread = || tr!("{file} 读不出来，原因见 liandong check"; "{file} cannot be read; liandong check says why");
        let mut table: Table = text.parse().map_err(|_| unread())?;
        change(&mut table);
        let written = toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?;
        let record = path.kind().read(&written, Keys::Known).map_err(|_| unread())?;
        Ok(Self::plain(path, before, record.write(&Comments::from_text(&text))))
    }
}

/// Why nothing was filed.
pub(in crate::cli) enum Stop {
    /// Only to be shown.
    Dry(Vec<Composed>),
    /// The record cannot be understood or cannot be so; what to print.
    Form(String),
    /// There is nothing to file; why.
    Idle(Text),
    Failed(anyhow::Error),
}

impl From<Text> for Stop {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

/// One commit to come.
pub(in crate::cli) struct PlannedCommit<'a> {
    session: &'a Session,
    register: &'a Register,
    /// What is done, in a few words.
    act: Text,
    /// What usually comes after it; may be empty.
    next: Text,
    /// Whether it is only to be shown.
    dry: bool,
    /// Whether other programs read what is said.
    json: bool,
}

/// What was filed, for other programs.
#[derive(Serialize)]
struct Receipt<'a> {
    version: u32,
    commit: Option<&'a str>,
    records: Vec<ReceiptRecord<'a>>,
    next: &'a Text,
}

#[derive(Serialize)]
struct ReceiptRecord<'a> {
    #[serde(flatten)]
    record: Named,
    file: String,
    findings: &'a [FindingView],
}

impl<'a> PlannedCommit<'a> {
    /// A commit as `--dry-run` and `--json` say.
    pub(in crate::cli) fn new(session: &'a Session, register: &'a Register, matches: &ArgMatches, act: Text) -> Self {
        let (dry, json) = (matches.get_flag("dry-run"), matches.get_flag("json"));
        Self { session, register, act, next: Text::default(), dry, json }
    }

    /// The same, followed by what usually comes after it.
    pub(in crate::cli) fn then(self, next: Text) -> Self {
        Self { next, ..self }
    }
}

impl PlannedCommit<'_> {
    /// Composes and commits under the lock; whether something was filed.
    pub(in crate::cli) fn make(
        &self,
        compose: impl FnOnce(&LockedRegister<'_>) -> Result<Vec<Composed>, Stop>,
    ) -> (anyhow::Result<Reply>, bool) {
        let options = self.session.options;
        let now = now(&self.register.mechanism);
        let open = |sign| Writer::open_on(&self.register.root, now, Disk::default(), sign);
        let writer = match self.register.sign().and_then(open) {
            Ok(writer) => writer,
            Err(why) => return (Err(why.into()), false),
        };
        // What an interrupted run filed may be just what is typed again.
        if let Some(recovered) = writer.recovered().filter(|recovered| recovered.outcome == RecoveryOutcome::Finished) {
            let said = recovered.describe();
            let (zh, en) = (said.zh(), said.en());
            let said = tr!("{zh}\n请先看清它是不是现在要登记的，再登记\n"; "{en}\nsee first whether it is what you are filing now, then file\n");
            return (Ok(Reply { err: said.get(options.lang).as_bytes().to_vec(), code: 2, ..Reply::default() }), false);
        }
        let mut done = Vec::new();
        let filed = writer.file(now, |held| {
            let composed = compose(held)?;
            self.may_sign(&composed)?;
            if self.dry {
                return Err(Stop::Dry(composed));
            }
            let filing = self.filing(&composed);
            done = composed;
            Ok(filing)
        });
        match filed {
            Ok(filed) => {
                let mut reply = self.receipt(&done, Some(&filed.commit));
                if let Some(recovered) = filed.recovered.as_ref().or(writer.recovered()) {
                    reply.err = format!("{}\n", recovered.describe().get(options.lang)).into_bytes();
                }
                (Ok(reply), true)
            }
            Err(Stop::Dry(composed)) => (Ok(self.preview(&composed)), false),
            Err(Stop::Form(shown)) => (Ok(Reply { err: shown.into_bytes(), code: 2, ..Reply::default() }), false),
            Err(Stop::Idle(why)) => (Ok(self.idle(&why)), false),
            Err(Stop::Failed(error)) => (Err(error), false),
        }
    }

    /// That others will take what this clone's key signs. A key that is not admitted yet may be by the time that it is sent.
    fn may_sign(&self, composed: &[Composed]) -> Result<(), Text> {
        let Some(signing) = self.register.signing()? else { return Ok(()) };
        let roster = Roster::from_mechanism(self.register.mechanism.clone());
        let holders = roster.of_key(&signing.key);
        if !roster.is_on() || holders.is_empty() {
            return Ok(());
        }
        let today = self.register.today();
        for Composed { path, before, text, .. } in composed {
            let read = |text: &str| Record::read(path, text).ok();
            let old = before.as_deref().and_then(|before| read(&String::from_utf8_lossy(before)));
            let new = read(text);
            if !holders
                .iter()
                .any(|holder| holder.holds(today) && roster.may_write(holder, path, old.as_ref(), new.as_ref(), today))
            {
                let owner = roster.mechanism.short(path.owner().unwrap_or(roster.mechanism.office())).to_owned();
                return Err(tr!(
                    "{path} 归{owner}，本机的密钥不能为它签名，登记了也送不出去；请由{owner}登记，或看 liandong whoami";
                    "{path} is {owner}'s, and the key of this clone cannot sign for it: nobody would take it; let {owner} file it, or see liandong whoami"
                ));
            }
        }
        Ok(())
    }

    /// That nothing had to be filed.
    fn idle(&self, why: &Text) -> Reply {
        if self.json { self.receipt(&[], None) } else { Reply::ok(format!("{}\n", why.get(self.session.options.lang))) }
    }

    /// What history says: “通报 2025-公安-003：登记审核”; of several records, the first and how many there are.
    fn filing(&self, composed: &[Composed]) -> Filing {
        let title = |composed: &Composed| Named::of_record(&composed.path, &self.register.mechanism).title;
        let first = composed.first().map(title).unwrap_or_default();
        let (act, count) = (self.act.zh(), composed.len());
        let of = if count > 1 { format!("{}等 {count} 份记录", first.zh()) } else { first.zh().to_owned() };
        let change = |composed: &Composed| RecordChange {
            path: composed.path.clone(),
            before: composed.before.clone(),
            after: Some(composed.text.clone().into_bytes()),
        };
        Filing { message: format!("{of}：{act}"), changes: composed.iter().map(change).collect() }
    }

    fn receipt(&self, composed: &[Composed], commit: Option<&str>) -> Reply {
        let lang = self.session.options.lang;
        let named = |composed: &Composed| Named::of_record(&composed.path, &self.register.mechanism);
        if self.json {
            let entry = |one| ReceiptRecord { record: named(one), file: one.path.file(), findings: &one.findings };
            let records = composed.iter().map(entry).collect();
            return Reply::ok(json::json(&Receipt { version: 1, commit, records, next: &self.next }));
        }
        let mut out = String::new();
        for one in composed.iter().take(TOLD) {
            let (title, file) = (named(one).title, one.path.file());
            let (zh, en) = (title.zh(), title.en());
            out.push_str(tr!("已登记 {zh}（{file}）\n"; "filed {en} ({file})\n").get(lang));
            let findings: Vec<&FindingView> = one.findings.iter().collect();
            out.push_str(&render::findings(&findings, self.session.options));
            let (known, path) = (one.known, &one.path);
            if known > 0 {
                out.push_str(tr!("  另有原有的 {known} 项未了，见 liandong show {path}\n"; "  {known} more stood before; see liandong show {path}\n").get(lang));
            }
        }
        if let Some(others) = composed.get(TOLD..).and_then(others) {
            out.push_str(others.get(lang));
        }
        if !self.next.is_empty() {
            let (zh, en) = (self.next.zh(), self.next.en());
            out.push_str(tr!("下一步：{zh}\n"; "next: {en}\n").get(lang));
        }
        Reply::ok(out)
    }

    /// What would be written, as lines that go and lines that come.
    fn preview(&self, composed: &[Composed]) -> Reply {
        if self.json {
            return self.receipt(composed, None);
        }
        let mut out = String::new();
        for Composed { path, before, text, findings, .. } in composed {
            let before = before.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
            out.push_str(&render::diff(&path.file(), &before, text, self.session.options));
            let findings: Vec<&FindingView> = findings.iter().collect();
            out.push_str(&render::findings(&findings, self.session.options));
        }
        let end = Text::fixed("以上没有登记（--dry-run）\n", "nothing was filed (--dry-run)\n");
        out.push_str(end.get(self.session.options.lang));
        Reply::ok(out)
    }
}

/// That further records were filed, and what was found about them; nothing where there are none.
fn others(composed: &[Composed]) -> Option<Text> {
    let (count, found) = (composed.len(), composed.iter().map(|one| one.findings.len()).sum::<usize>());
    match found {
        _ if count == 0 => None,
        0 => Some(tr!("另有 {count} 份记录已登记\n"; "{count} more were filed\n")),
        _ => Some(tr!(
            "另有 {count} 份记录已登记，共 {found} 项提示；全部见 liandong check\n";
            "{count} more were filed, with {found} findings; liandong check has them all\n"
        )),
    }
}
