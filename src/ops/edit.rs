//! A whole record in a person's own editor. What is saved is read as any other file; what cannot be so is told, and the way back into
//! the editor stands open. What was typed stays in `drafts/` until it is filed.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::commit::PlannedCommit;
use super::drafts::DraftFolder;
use super::outcome::FilingOutcome;
use super::proposal::{DraftTarget, RecordDraft, propose};
use super::reference::absent;
use super::standing::standing;
use super::{Author, AuthorRequest, Register, Result};
use crate::model::{Comments, RecordPath};
use crate::text::Text;

/// A record that is to be edited.
#[derive(Debug, Clone)]
pub struct EditRequest {
    /// Which record, as people name it; any file of a register.
    pub record: String,
    /// Why, where what stands is mended.
    pub reason: Option<String>,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// A record that is being edited, as a draft.
pub struct Editing<'a> {
    register: &'a Register,
    author: Author,
    path: RecordPath,
    /// What stood when the draft was begun or taken up again.
    standing: String,
    /// The name of the draft.
    pub draft: String,
}

/// A copy of a record, as it is left in an editor.
struct EditedCopy {
    text: String,
    /// What the record was when the editing began.
    base: String,
}

/// The line by which a copy that is edited knows what it began with.
const BASE: &str = "# base: ";

/// Begins to edit a record, or goes on with what was left earlier: its copy lies in [`Editing::file`].
///
/// # Errors
/// There is no such record, it is not known who files, or the copy cannot be written.
pub fn edit<'a>(register: &'a Register, request: &EditRequest) -> Result<Editing<'a>> {
    let author = Author::resolve(&request.author, register)?;
    let path = register.resolver().by(&author.owner).file(&request.record)?;
    let standing = register.source.text(&path.file()).unwrap_or_default();
    let is_there = !standing.is_empty() && !register.withholds(&path, Some(&author.owner));
    if !is_there && matches!(path, RecordPath::Filed(_)) {
        return Err(absent(&path.file()).into());
    }
    let draft = format!("edit-{}", path.to_string().replace('/', "-"));
    let editing = Editing { register, author, path, standing, draft };
    let left = editing.drafts().text(&editing.draft);
    editing.put(&left.map_or_else(|| EditedCopy::begin(&editing.standing), |left| EditedCopy::resume(&left)))?;
    Ok(editing)
}

impl Editing<'_> {
    /// The file to be edited.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.drafts().file(&self.draft)
    }

    /// What was left in that file.
    #[must_use]
    pub fn left(&self) -> String {
        self.drafts().text(&self.draft).unwrap_or_default()
    }

    /// Files what was left. What is not filed lies in the file again, to be edited further.
    ///
    /// # Errors
    /// The draft cannot be written or thrown away. That the record cannot be filed is an outcome.
    pub fn finish(&self, request: &EditRequest, left: &str) -> Result<FilingOutcome> {
        let copy = EditedCopy::resume(left);
        if copy.text == self.standing {
            self.drafts().discard(&self.draft)?;
            return Ok(FilingOutcome::Idle(Text::fixed("没有改动", "nothing was changed")));
        }
        let outcome = self.commit(request, &copy).unwrap_or_else(FilingOutcome::failed);
        if outcome.is_filed() {
            self.drafts().discard(&self.draft)?;
        } else {
            self.put(&copy)?;
        }
        Ok(outcome)
    }

    fn commit(&self, request: &EditRequest, copy: &EditedCopy) -> Result<FilingOutcome> {
        let commit = PlannedCommit::new(self.register, Text::fixed("编辑", "Edit"), request.dry_run);
        commit.make(|locked| {
            let before = standing(&self.path, &self.author, self.register, locked)?;
            if !copy.began_with(before.as_deref().unwrap_or_default()) {
                return Err(moved().into());
            }
            let draft = RecordDraft {
                target: DraftTarget::File(self.path.clone()),
                before,
                text: copy.text.clone(),
                comments: Comments::from_text(&copy.text),
                reason: request.reason.clone(),
                mends_unreadable: true,
            };
            propose(self.register, locked, vec![draft], &Text::same(self.path.file()))
        })
    }

    fn put(&self, copy: &EditedCopy) -> Result<()> {
        Ok(self.drafts().put(&self.draft, &format!("{BASE}{}\n{}", copy.base, copy.text))?)
    }

    fn drafts(&self) -> DraftFolder {
        DraftFolder::in_register(&self.register.root)
    }
}

impl EditedCopy {
    /// A copy of a record, to be edited.
    fn begin(text: &str) -> Self {
        Self { text: text.to_owned(), base: digest(text) }
    }

    /// A copy that was left earlier.
    fn resume(copy: &str) -> Self {
        let mut base = String::new();
        let mut text = String::new();
        // Some editors begin a file with a mark of its encoding, or end lines in their own way.
        let copy = copy.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        for line in copy.split_inclusive('\n') {
            match line.trim_end().strip_prefix(BASE) {
                Some(digest) => digest.clone_into(&mut base),
                None if text.is_empty() && DraftFolder::is_head(line) => {}
                None => text.push_str(line),
            }
        }
        Self { text, base }
    }

    /// Whether the editing began with those bytes.
    fn began_with(&self, bytes: &[u8]) -> bool {
        self.base == digest(&String::from_utf8_lossy(bytes))
    }
}

fn digest(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

/// The record was filed anew while it was being edited.
fn moved() -> Text {
    Text::fixed(
        "编辑期间这份记录已有新的登记，没有覆盖；请对照 liandong show，再重新编辑（先用 draft discard 丢弃旧稿）",
        "the record was filed anew while it was edited, and is not overwritten; compare with liandong show and edit it again \
         (draft discard throws the old copy away)",
    )
}
