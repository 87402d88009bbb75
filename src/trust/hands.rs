//! How many hands a change of keys takes. Where the office has set two, the signer of the commit and another person of the office must
//! both have said so; whatever is asked, the key that is kept on paper gives way to another only with its own consent.
//!
//! What asks is the higher of what the commit's own register asked before it, asks after it, and what the main line asks when it arrives:
//! to lower it takes two hands, to raise it as well (so there are two), and a line that parted before it was raised is asked as all others.
//! Whose consent counts is said by the keys of the main line at its arrival, as for signatures. A merge that only takes what a side changed
//! is not asked again; what it decides about keys, or leaves out of them, is its own change.

use std::collections::BTreeSet;

use super::consent::{KeysStatement, keys_content};
use super::key::PublicKey;
use super::merge::Decisions;
use super::roster::{KeyHolder, Roster};
use crate::git::{Differing, Id};
use crate::model::{Day, KeysFile, Kind, RecordPath};
use crate::text::{Text, name_as_read};

/// The most hands that this program knows how to ask for.
const MOST_HANDS: u32 = 2;

/// How one commit changes the keys of a register.
pub struct KeysChange<'a> {
    /// What it follows.
    pub parent: Id,
    /// The register before it; none where none can be read there. What the main line asks counts then, so that nothing is forgotten by way of
    /// a commit of which nothing can be read.
    pub before: Option<&'a Roster>,
    /// The register after it.
    pub after: &'a Roster,
}

/// By whom and when a change of keys is made.
pub struct ChangeScene<'a> {
    /// The keys of the main line when it arrives.
    pub line: &'a Roster,
    /// For whom the commit's signature speaks.
    pub signers: &'a [&'a KeyHolder],
    /// The day of the main line.
    pub day: Day,
}

/// Why a change of keys has not the hands that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandsFault {
    /// A change takes two people from then on, and fewer have a key of the office that has no end.
    Lacking,
    /// It takes two people, and only one said so.
    One,
    /// The recovery key goes or becomes another, without its own consent.
    RecoveryKept,
    /// How many hands it takes, or which key recovers, cannot be understood.
    Unknown,
    /// The same is said in a register that has no name, to which no consent could be bound.
    Unnamed,
}

impl HandsFault {
    /// A word for other programs, never changed.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Lacking => "lacks-hands",
            Self::One => "one-hand",
            Self::RecoveryKept => "recovery-kept",
            Self::Unknown => "unknown-hands",
            Self::Unnamed => "hands-unnamed",
        }
    }

    /// What is wrong, for people.
    #[must_use]
    pub fn describe(self) -> Text {
        match self {
            Self::Lacking => Text::fixed(
                "改动密钥须两人签，而这样办公室长期有效的密钥不足两个人的；请先用 liandong key add 给办公室另一个人登记",
                "a change of keys takes two people, and this would leave fewer with a key of the office that has no end; admit another person's first with liandong key add",
            ),
            Self::One => Text::fixed(
                "改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记",
                "keys, the office and the number of hands change with the consent of two people of the office, and here is only one's; write a request with --ask FILE, let the other consent with liandong trust consent, then file it",
            ),
            Self::RecoveryKept => Text::fixed(
                "恢复密钥没有它自己的同意，不能更换也不能删去；要换用 liandong trust recovery new",
                "the recovery key gives way to another only with its own consent; liandong trust recovery new changes it",
            ),
            Self::Unknown => Text::fixed(
                "签字人数（threshold）只能是 1 或 2，恢复密钥（recovery）要是一把公钥；若是新版程序写的，请更新程序",
                "the number of hands (threshold) is 1 or 2, and the recovery key a public key; if a newer program wrote this, a newer program is needed",
            ),
            Self::Unnamed => Text::fixed(
                "台账还没有标识，同意无从绑定；先用 liandong trust upgrade 写入标识，再设签字人数或恢复密钥",
                "the register has no name to which a consent could be bound; name it with liandong trust upgrade before hands or a recovery key are set",
            ),
        }
    }
}

impl Roster {
    /// How many people of the office a change of keys takes.
    #[must_use]
    pub fn threshold(&self) -> u32 {
        self.office_file().and_then(|file| file.threshold).unwrap_or(1)
    }

    /// The key that is kept on paper.
    #[must_use]
    pub fn recovery(&self) -> Option<PublicKey> {
        PublicKey::read(self.office_file()?.recovery.as_ref()?.as_str()).ok()
    }

    /// Whether a change of keys takes more people than there are in the office with a key that has no end.
    #[must_use]
    pub fn lacks_hands(&self, on: Day) -> bool {
        let lasting = self.holders.iter().filter(|holder| self.is_office(holder) && holder.until.is_none() && holder.since <= on);
        let names: BTreeSet<String> = lasting.map(|holder| name_as_read(&holder.name)).collect();
        self.threshold() > 1 && names.len() < MOST_HANDS as usize
    }

    /// Whether a key is one of the office's in force on a day: a hand.
    #[must_use]
    pub fn is_hand(&self, key: &PublicKey, on: Day) -> bool {
        self.of_key(key).iter().any(|holder| self.is_office(holder) && holder.holds(on))
    }

    pub(super) fn office_file(&self) -> Option<&KeysFile> {
        self.mechanism.keys.get(self.mechanism.office())
    }
}

impl KeysChange<'_> {
    /// What a consent to it is made of; none where the register has no name.
    #[must_use]
    pub fn statement(&self) -> Option<KeysStatement> {
        KeysStatement::new(self.parent, &self.after.mechanism)
    }

    /// Whether it changes who may sign what.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.before.is_none_or(|before| keys_content(&before.mechanism) != keys_content(&self.after.mechanism))
    }

    /// The keys that consented to it.
    pub(super) fn consented(&self) -> Vec<PublicKey> {
        let consents = self.after.office_file().map(|file| &*file.consent).unwrap_or_default();
        self.statement().map(|statement| statement.consented(consents)).unwrap_or_default()
    }

    /// That it is consented to by as many as it takes, and by the key on paper where that changes.
    ///
    /// # Errors
    /// What is missing.
    pub fn has_hands(&self, scene: &ChangeScene<'_>) -> Result<(), HandsFault> {
        self.is_understood()?;
        let consented = self.consented();
        let before = self.before.unwrap_or(scene.line);
        let (kept, after) = (before.recovery(), self.after.recovery());
        if let Some(kept) = &kept
            && !after.is_some_and(|after| after.is(kept))
            && !consented.iter().any(|key| key.is(kept))
        {
            return Err(HandsFault::RecoveryKept);
        }
        let asked = [scene.line.threshold(), before.threshold(), self.after.threshold()];
        if asked.iter().all(|asked| *asked < MOST_HANDS) || consented.iter().any(|key| scene.is_second_hand(key)) {
            return Ok(());
        }
        Err(HandsFault::One)
    }

    /// That what the office's file says of hands can be understood and bound to this register.
    fn is_understood(&self) -> Result<(), HandsFault> {
        let Some(file) = self.after.office_file() else { return Ok(()) };
        if file.threshold.is_some_and(|threshold| !(1..=MOST_HANDS).contains(&threshold))
            || (file.recovery.is_some() && self.after.recovery().is_none())
        {
            return Err(HandsFault::Unknown);
        }
        let says = file.threshold.is_some() || file.recovery.is_some();
        if says && self.after.mechanism.file.register.is_none() { Err(HandsFault::Unnamed) } else { Ok(()) }
    }
}

/// Whether two keys are under the name of one person, in whatever way it was typed.
fn is_one_name(one: &KeyHolder, other: &KeyHolder) -> bool {
    name_as_read(&one.name) == name_as_read(&other.name)
}

impl ChangeScene<'_> {
    /// Whether a key is that of another person of the office than the one who signs: two keys of one person are one hand.
    fn is_second_hand(&self, key: &PublicKey) -> bool {
        let differs =
            |holder: &KeyHolder| self.signers.iter().all(|signer| !signer.key.is(&holder.key) && !is_one_name(signer, holder));
        let counts = |holder: &&KeyHolder| self.line.is_office(holder) && holder.holds(self.day) && differs(holder);
        self.line.of_key(key).iter().any(counts)
    }
}

/// What of a commit is about whose word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Touched {
    /// Nothing.
    Nothing,
    /// A file that may be.
    Changed,
    /// A merge leaves out what its side changed: whatever it holds, that is a change.
    LeftOut,
}

impl Touched {
    /// Of a commit that follows one.
    pub(super) fn of_changes(changes: &[Differing]) -> Self {
        if changes.iter().any(is_of_keys) { Self::Changed } else { Self::Nothing }
    }

    /// Of a merge.
    pub(super) fn of_merge(decisions: &Decisions) -> Self {
        if decisions.left_out.iter().any(is_of_keys) { Self::LeftOut } else { Self::of_changes(&decisions.made) }
    }
}

fn is_of_keys(change: &Differing) -> bool {
    let kind = RecordPath::of_file(&change.path).map(|path| path.kind());
    kind.is_ok_and(|kind| matches!(kind, Kind::Keys | Kind::Mechanism))
}
