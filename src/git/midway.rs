//! What of git's own may be half done in a repository, and how it is ended.

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
    /// The word of git's command line.
    pub(super) fn word(self) -> &'static str {
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
    pub(super) fn way_out(self) -> &'static str {
        match self {
            Self::Bisect => "git bisect reset",
            Self::Merge => "git merge --abort",
            Self::Rebase => "git rebase --abort",
            Self::CherryPick => "git cherry-pick --abort",
            Self::Revert => "git revert --abort",
            Self::Mailbox => "git am --abort",
        }
    }
}
