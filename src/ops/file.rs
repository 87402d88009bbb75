//! A verb on a record, from what was typed to a commit. What cannot be so stops it; what falls short of the regulation is told and
//! filed.

use super::drafts::DraftFolder;
use super::filing::VerbFiling;
use super::missing::besides;
use super::outcome::FilingOutcome;
use super::proposal::Stop;
use super::reference::note_filed;
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
    if let Some(missing) = filing.missing().filter(|_| request.given.is_none()) {
        return Err(missing.into());
    }
    // What was typed is known before the lock is taken: it is kept, should it not come to a filing.
    let begun = filing.begun()?;
    let drafts = DraftFolder::in_register(&register.root);
    let name = filing.draft.as_ref().map(|(name, _)| name.clone());
    if let Some(table) = begun.as_ref().filter(|table| !request.dry_run && filing.is_for_later(table)) {
        return Ok(FilingOutcome::Kept(drafts.keep(request.kind.folder(), name.as_deref(), table)?));
    }
    let used = name.or_else(|| drafts.name_in_path(&request.given.as_ref()?.name));
    let keep = || Some(filing.keep(&drafts, begun.as_ref().filter(|_| !request.dry_run)?, used.as_deref()));
    let taken = filing.taken();
    let again = filing.said_before()?;
    let mut outcome = filing.commit().unwrap_or_else(FilingOutcome::failed);
    match &mut outcome {
        // The record is filed; a draft that stays behind is said, and no failure of the filing.
        FilingOutcome::Filed(receipt) => {
            receipt.taken = taken;
            receipt.notes.extend(again);
            if let Some(name) = used {
                // Without that note the draft's name finds the record no more, and nothing else is lost.
                note_filed(&register.root, &name, receipt.commit.as_deref().unwrap_or_default()).unwrap_or_default();
                receipt.notes.extend(drafts.discard(&name).err());
            }
        }
        FilingOutcome::Preview(receipt) => {
            receipt.taken = taken;
            receipt.notes.extend(again);
            receipt.waits = begun.as_ref().is_some_and(|table| filing.is_for_later(table));
        }
        FilingOutcome::Refused(refusal) => refusal.draft = keep(),
        FilingOutcome::Recovered(recovery) => recovery.draft = keep(),
        FilingOutcome::Changed(_) | FilingOutcome::Kept(_) | FilingOutcome::Idle(_) => {}
    }
    Ok(outcome)
}
