//! A verb on a record, from what was typed to a commit. What cannot be so stops it; what falls short of the regulation is told and
//! filed.

use toml::Table;

use super::filing::VerbFiling;
use super::kept_drafts::KeptDrafts;
use super::missing::besides;
use super::outcome::{DraftKept, FilingOutcome};
use super::proposal::Stop;
use super::{FileRequest, Register, Result};

/// Files what a verb says. What was typed and could not be filed is kept as a draft, and so is a notice that nobody reviewed yet.
///
/// # Errors
/// It is not known who files, or a value cannot be understood: then there is nothing that could be kept.
///
/// ```
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doctest/register.rs")); }
/// use liandong::ops::{AuthorRequest, Environment, FileRequest, FilingOutcome, Register, Unwatched, file};
///
/// # let folder = example::new_register();
/// let watched = Unwatched::default();
/// let environment = Environment::unattended("2026-01-15T01:00:00Z".parse().expect("a moment"), &watched);
/// let register = Register::open(&folder.path().into(), &environment)?;
/// let request = FileRequest {
///     record: "nanling".to_owned(),
///     author: AuthorRequest { unit: Some("区安委办".to_owned()), on_behalf: None },
///     ..FileRequest::new("mine", "new").expect("a verb")
/// };
/// let request = request.with("name", &["南岭石场（虚构）"]).with("town", &["河口街道"]);
/// let FilingOutcome::Filed(receipt) = file(&register, &request)? else { panic!("it is filed") };
/// assert_eq!(receipt.records[0].file, "mines/nanling/base.toml");
/// assert!(matches!(file(&register, &request)?, FilingOutcome::Refused(_)), "it stands already");
/// # Ok::<(), liandong::ops::Failure>(())
/// ```
pub fn file(register: &Register, request: &FileRequest) -> Result<FilingOutcome> {
    let filing = match VerbFiling::prepare(register, request) {
        Ok(filing) => filing,
        Err(Stop::Refused(refusal)) => return Ok(FilingOutcome::Refused(*refusal)),
        Err(Stop::Failed(failure)) if register.meant(request.author.unit.as_deref()).is_none() => {
            return Err(besides(failure, request));
        }
        Err(Stop::Failed(failure)) => return Err(failure),
        Err(Stop::Idle(why)) => return Ok(FilingOutcome::Idle(why)),
    };
    // What a file leaves out is told with its place there.
    if let Some(missing) = filing.missing().filter(|_| filing.given.is_empty()) {
        return Err(missing.into());
    }
    // What was typed is known before the lock is taken: it is kept, should it not come to a filing.
    let begun = filing.begun()?;
    let drafts = KeptDrafts::of(&filing, request);
    drafts.is_open(&filing, begun.as_ref())?;
    if let Some(table) = begun.as_ref().filter(|table| !request.dry_run && filing.is_for_later(table)) {
        filing.knows_its_keys(table)?;
        let notes = filing.lost_review()?.into_iter().collect();
        return Ok(FilingOutcome::Kept { name: drafts.wait(&filing, table)?, notes });
    }
    let keep = |begun: Option<&Table>| -> Option<DraftKept> { Some(drafts.keep(&filing, begun.filter(|_| !request.dry_run)?)) };
    let taken = filing.taken();
    let again = filing.said_before()?.into_iter().chain(filing.lost_review()?).collect::<Vec<_>>();
    if !request.dry_run {
        drafts.note_attempt(register);
    }
    let mut outcome = filing.commit().unwrap_or_else(FilingOutcome::failed);
    match &mut outcome {
        FilingOutcome::Filed(receipt) => {
            receipt.taken = taken;
            receipt.notes.extend(drafts.filed(register, receipt.commit.as_deref().unwrap_or_default()));
            receipt.notes.extend(again);
        }
        FilingOutcome::Preview(receipt) => {
            receipt.taken = taken;
            receipt.notes.extend(again);
            receipt.waits = begun.as_ref().is_some_and(|table| filing.is_for_later(table));
        }
        FilingOutcome::Refused(refusal) if filing.is_drafted() && !refusal.problems.is_empty() => {
            refusal.draft = if request.dry_run { None } else { drafts.keep_apart(&filing) };
        }
        FilingOutcome::Refused(refusal) => refusal.draft = keep(begun.as_ref()),
        FilingOutcome::Recovered(recovery) => recovery.draft = keep(begun.as_ref()),
        // There is nothing that could be gone on with.
        FilingOutcome::Idle(_) if !request.dry_run => drafts.forget(),
        FilingOutcome::Changed(_) | FilingOutcome::Kept { .. } | FilingOutcome::Idle(_) => {}
    }
    Ok(outcome)
}
