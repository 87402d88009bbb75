//! What a person changed by hand in the folder becomes a commit like any other: judged as the gate will judge it, written in canonical
//! form, signed, and for this register.

use super::commit::PlannedCommit;
use super::outcome::FilingOutcome;
use super::proposal::{DraftTarget, ProposedRecord, Proposer, RecordDraft, Stop, judged};
use super::{Register, Result};
use crate::model::{Comments, RecordPath};
use crate::store::LockedRegister;
use crate::text::Text;
use crate::tr;

/// What is to be committed.
#[derive(Debug, Clone, Default)]
pub struct CommitRequest {
    /// Why what stands was changed, where it was.
    pub reason: Option<String>,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// Commits every record that was changed or written by hand.
///
/// # Errors
/// What was written cannot be understood or may not stand, something was taken out, or nothing can be filed here.
pub fn commit_by_hand(register: &Register, request: &CommitRequest) -> Result<FilingOutcome> {
    let commit = PlannedCommit::new(register, Text::fixed("手工改动", "Edit by hand"), request.dry_run)
        .then(Text::fixed("用 liandong sync 送出", "send it with liandong sync"));
    commit.make(|locked| {
        let mut proposer = Proposer::new(register, locked);
        let (mut records, mut same) = (Vec::new(), Vec::new());
        for path in locked.edited()? {
            let file = path.file();
            match edited(path, locked, &mut proposer, request.reason.as_deref())? {
                Some(record) => records.push(record),
                None => same.push(file),
            }
        }
        if records.is_empty() {
            return Err(Stop::Idle(nothing(&same)));
        }
        judged(register, records)
    })
}

/// That nothing was changed; what differs says the same in another form, which git puts back.
fn nothing(same: &[String]) -> Text {
    if same.is_empty() {
        return Text::fixed("没有手工改动的记录", "no record was changed by hand");
    }
    let files = same.join(" ");
    tr!(
        "没有手工改动的记录；以下文件只有写法或换行不同，还原用 git restore {files}";
        "no record was changed by hand; these differ in form or ends of lines alone, and git restore {files} puts them back"
    )
}

/// A record as it was left in the folder; none where it says what was committed.
fn edited(
    path: RecordPath,
    locked: &LockedRegister<'_>,
    proposer: &mut Proposer<'_>,
    reason: Option<&str>,
) -> Result<Option<ProposedRecord>, Stop> {
    let (before, found) = (locked.committed(&path)?, locked.working(&path)?);
    if before == found {
        return Ok(None);
    }
    let file = path.file();
    let Some(found) = found else {
        return Err(tr!(
            "{file} 被删去了：已登记的要留着；请放回（git restore {file}）再提交";
            "{file} was taken out: what is filed stays; put it back (git restore {file}), then commit"
        )
        .into());
    };
    let text = String::from_utf8(found.clone()).map_err(|_| tr!("{file} 不是 UTF-8 文本"; "{file} is no UTF-8 text"))?;
    let comments = Comments::from_text(&text);
    let (target, reason) = (DraftTarget::File(path), reason.map(str::to_owned));
    // What cannot be read may be put right by hand: there is no other way.
    let draft = RecordDraft { target, before, text, comments, reason, mends_unreadable: true };
    let record = proposer.read(draft).map_err(|why| why.stop(&Text::same(file)))?;
    // Other ends of lines or another order are no change: nothing of them would be filed.
    let is_same = record.before.as_deref() == Some(record.text.as_bytes());
    Ok((!is_same).then_some(ProposedRecord { found: Some(found), ..record }))
}
