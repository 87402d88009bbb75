//! What came too late to be joined is filed anew: a line that parted before the register was named, and was brought in a file more than
//! ninety days after. Whoever takes it files it with their own key, for their own unit, and names who had filed it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::proposal::{DraftTarget, ProposedRecord, Proposer, RecordDraft, Stop, judged};
use super::{Environment, FilingOutcome, PlannedCommit, Register, Result, SyncOutcome, receive};
use crate::git::{self, History, Id, RegisterFolder};
use crate::model::{Comments, RecordPath, UnitId, limits};
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{Changes, Fault};

/// What is filed anew.
#[derive(Debug, Clone)]
pub struct RefileRequest {
    /// The file that `pack` made.
    pub file: PathBuf,
    /// The unit that files, by any of its names.
    pub unit: Option<String>,
}

/// What became of it.
pub enum Refiled {
    /// It could be joined as it is, or is refused for another reason than that it comes late.
    Received(SyncOutcome),
    /// It was filed anew, as far as that is this unit's to do.
    Anew {
        /// The filing.
        filing: FilingOutcome,
        /// What was left, and why, a file each.
        left: Vec<Text>,
    },
}

/// Takes what came in a file, and files anew what came too late.
///
/// # Errors
/// As of `receive`, or nothing can be filed here.
pub fn refile(root: &RegisterFolder, request: &RefileRequest, environment: &Environment<'_>) -> Result<Refiled> {
    let outcome = receive(root, &request.file, environment)?;
    let late = Fault::UnnamedTooLate.id();
    match &outcome {
        SyncOutcome::Rejected(rejection) if rejection.breaches.iter().all(|breach| breach.fault == late) => {}
        _ => return Ok(Refiled::Received(outcome)),
    }
    let register = Register::open(root, environment)?;
    let unit = register.acting(request.unit.as_deref())?;
    let came = git::read_bundle(&environment.programs, root, &request.file).map_err(|why| why.describe())?;
    let history = History::open(root)?;
    let mut left = Vec::new();
    let act = anew(&history, came)?;
    let commit =
        PlannedCommit::new(&register, act, false).then(Text::fixed("用 liandong sync 送出", "send it with liandong sync"));
    let filing = commit.make(|locked| {
        let late = LateLine { register: &register, history: &history, unit: &unit, came };
        let records = late.records(locked, &mut left)?;
        if records.is_empty() {
            return Err(Stop::Idle(Text::fixed("没有归本单位、还没有登记的", "nothing of it is this unit's and not filed yet")));
        }
        judged(&register, records)
    })?;
    Ok(Refiled::Anew { filing, left })
}

/// What history says: that it was filed anew, and who had filed it in which commits.
fn anew(history: &History, came: Id) -> Result<Text> {
    let here = history.head()?.1;
    let mut authors: BTreeSet<String> = BTreeSet::new();
    let mut last = came.short();
    for id in history.commits_since(came, here.as_slice())? {
        let commit = history.commit(id)?;
        authors.insert(clean(&commit.by).chars().take(limits::FORMED_BYTES).collect());
        last = id.short();
    }
    let more = authors.len().saturating_sub(AUTHORS);
    let mut named = authors.into_iter().take(AUTHORS).collect::<Vec<_>>().join("、");
    if more > 0 {
        named = format!("{named}等，另 {more} 人");
    }
    Ok(tr!(
        "逾期送达，重新登记（原登记人：{named}，至提交 {last}）";
        "Filed anew, since it came late (filed before by {named}, up to commit {last})"
    ))
}

/// So many of those who filed are named; of more, how many there are.
const AUTHORS: usize = 10;

/// A line that came too late.
struct LateLine<'a> {
    register: &'a Register,
    history: &'a History,
    /// For whom it is filed anew.
    unit: &'a UnitId,
    came: Id,
}

impl LateLine<'_> {
    /// Its records as they are to be filed; of each that is not, `left` says why.
    fn records(&self, locked: &LockedRegister<'_>, left: &mut Vec<Text>) -> Result<Vec<ProposedRecord>, Stop> {
        let Some(here) = locked.head()? else { return Ok(Vec::new()) };
        let mut changes = Changes::default();
        let (history, came) = (self.history, self.came);
        let by_line = changes.beyond(history, came, here).map_err(Text::from)?;
        let by_us = changes.beyond(history, here, came).map_err(Text::from)?;
        let mut proposer = Proposer::new(self.register, locked);
        let mut records = Vec::new();
        for file in by_line.iter() {
            let entry = |commit| history.entry(commit, file).map_err(Text::from);
            let (new, stands) = (entry(came)?, entry(here)?);
            if new == stands {
                continue;
            }
            let is_changed = by_us.contains(file);
            match self.text(file, new.map(|entry| entry.id), is_changed)? {
                Ok((path, text)) => {
                    let before = locked.bytes(&path)?;
                    let comments = Comments::from_text(&text);
                    let target = DraftTarget::File(path);
                    let draft = RecordDraft { target, before, text, comments, reason: None, mends_unreadable: false };
                    records.push(proposer.read(draft).map_err(|why| why.stop(&Text::same(clean(file).into_owned())))?);
                }
                Err(why) => {
                    let (file, zh, en) = (clean(file), why.zh(), why.en());
                    left.push(tr!("{file}：{zh}"; "{file}: {en}"));
                }
            }
        }
        Ok(records)
    }

    /// A record of the line; why it is left, where it is.
    fn text(&self, file: &str, id: Option<Id>, is_changed: bool) -> Result<Result<(RecordPath, String), Text>, Text> {
        let mechanism = &self.register.mechanism;
        let Ok(path) = RecordPath::of_file(file) else {
            return Ok(Err(Text::fixed("不是记录", "it is no record")));
        };
        let owner = path.owner().unwrap_or(mechanism.office());
        if !mechanism.stands_for(self.unit, owner, self.register.today()) {
            let owner = mechanism.short(owner);
            return Ok(Err(tr!("归{owner}，由{owner}自己重新登记"; "it is for {owner} to file anew")));
        }
        if is_changed {
            return Ok(Err(Text::fixed(
                "共享的台账里此后也登记或改动过，请对照着手工登记",
                "the shared register has another record there or has changed it since; file by hand what is lacking",
            )));
        }
        let Some(id) = id else {
            return Ok(Err(Text::fixed("那边删去了，这里留着", "it was taken out there, and stays here")));
        };
        let bytes = self.history.blob(id, limits::RECORD_BYTES)?;
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(text) => Ok(Ok((path, text))),
            None => Ok(Err(Text::fixed("太大，或不是文本", "it is too large, or no text"))),
        }
    }
}
