//! What of git's own may be half done in a repository, and how it is ended.

use git2::RepositoryState;

use crate::text::CommandLine;

/// What of git's is half done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Midway {
    /// `git merge`, also by `git pull`.
    Merge,
    /// `git rebase`.
    Rebase,
    /// `git cherry-pick`.
    CherryPick,
    /// `git revert`.
    Revert,
    /// `git bisect`.
    Bisect,
    /// `git am`.
    Mailbox,
}

impl Midway {
    /// What is half done, as libgit2 sees it.
    pub(super) fn of(state: RepositoryState) -> Option<Self> {
        use RepositoryState as State;
        match state {
            State::Clean => None,
            State::Merge => Some(Self::Merge),
            State::Revert | State::RevertSequence => Some(Self::Revert),
            State::CherryPick | State::CherryPickSequence => Some(Self::CherryPick),
            State::Bisect => Some(Self::Bisect),
            State::Rebase | State::RebaseInteractive | State::RebaseMerge => Some(Self::Rebase),
            State::ApplyMailbox | State::ApplyMailboxOrRebase => Some(Self::Mailbox),
        }
    }

    /// The word of git's command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Rebase => "rebase",
            Self::CherryPick => "cherry-pick",
            Self::Revert => "revert",
            Self::Bisect => "bisect",
            Self::Mailbox => "am",
        }
    }

    /// How it is ended without being finished.
    #[must_use]
    pub fn way_out(self) -> CommandLine {
        match self {
            Self::Bisect => CommandLine::git("bisect reset"),
            _ => CommandLine::git(self.word()).switch("abort"),
        }
    }
}
