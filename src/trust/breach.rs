//! What is wrong with a history, and what is worth knowing of it, as values.

use serde::Serialize;

use super::hands::HandsFault;
use crate::git::Id;
use crate::text::{Text, clean};
use crate::tr;

/// One thing that is wrong with one commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The commit.
    pub commit: Id,
    /// The file that it is about, where it is about one.
    pub path: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is no signature, or none that can be read.
    Unsigned,
    /// The signature does not fit what was signed.
    Altered,
    /// The key was never admitted; its fingerprint.
    UnknownKey(String),
    /// The key's time is over or has not begun; whose it is.
    Expired(String),
    /// The key may not write that file: who signed, and whose it is.
    NotOwner(String, String),
    /// The office is said to have entered it, and another's key signed it.
    EnteredByOther,
    /// With `review = signed`, a review needs a leader's own key.
    NotByLeader(String),
    /// What stands was changed; why it may not.
    MayNotFollow(Text),
    /// A file was taken out that stands: a record, and its number with it, or what others are judged by.
    Removed,
    /// The path is none of a register.
    ForeignPath,
    /// No regular file: a link, a submodule, an executable.
    ForeignMode,
    /// The file at the top is not as every register has it.
    ForeignContent,
    /// The file is larger than any record.
    TooLarge,
    /// The record cannot be understood; why.
    Unreadable(Text),
    /// A merge holds what neither of its sides brought, or leaves out what one did.
    Invented,
    /// More than two lines are merged at once, or a second beginning is merged in.
    Tangled,
    /// It is dated more than a day ahead of the clock of whoever judges it.
    Ahead,
    /// It leaves the office without a key that has no end: nobody could be admitted any more.
    EndsTrust,
    /// Keys, the office or the number of hands change with fewer hands than that takes.
    Hands(HandsFault),
    /// It does not say for which register it is made.
    Unnamed,
    /// The same, of a line that parted before the register was named, and came too late.
    UnnamedTooLate,
    /// It is made for another register; what it says.
    OtherRegister(String),
    /// The register's name goes or becomes another, or stands without the level that asks for it.
    Renamed,
    /// The register is of a level of trust that this program does not know.
    NewerLevel(u32),
    /// So much is wrong with it already that no more of it was looked at.
    AndMore,
    /// The main line does not go on from where it was known to be.
    Replaced,
    /// The register does not begin where this clone knows that it begins.
    OtherRoot,
}

/// What is worth knowing about a change that is in order, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CommitMark {
    /// The mechanism itself was changed.
    Mechanism,
    /// The office entered it for a unit that sends paper.
    Proxy,
    /// A slip was mended, with the reason.
    Amended,
    /// A leader reviewed it, with a key of their own.
    ReviewedByLeader,
    /// The key fell into other hands afterwards, and nobody knows for sure whose this is.
    Doubtful,
    /// It does not say for which register it is made, and is from before that was asked.
    EarlierRules,
}

impl CommitMark {
    /// What people call it.
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Mechanism => Text::fixed("改动机制、设置、人员密钥等", "changes of the mechanism, settings or keys"),
            Self::Proxy => Text::fixed("办公室代录", "entered by the office for a unit"),
            Self::Amended => Text::fixed("更正笔误", "slips mended"),
            Self::ReviewedByLeader => Text::fixed("负责人本人密钥审核", "reviewed with the leader's own key"),
            Self::Doubtful => Text::fixed(
                "密钥失密后签名、须逐件核实",
                "signed after the key fell into other hands, to be confirmed one by one",
            ),
            Self::EarlierRules => {
                Text::fixed("没有写明台账标识、按早先的规则接受", "not naming their register, accepted under the earlier rules")
            }
        }
    }
}

impl Fault {
    /// Whether it is about what may lie in a folder at all, not about who put it there.
    #[must_use]
    pub fn is_of_shape(&self) -> bool {
        matches!(self, Self::ForeignMode | Self::ForeignContent | Self::TooLarge | Self::Tangled | Self::Ahead)
    }

    /// Whether nobody's word is good for it.
    #[must_use]
    pub fn is_of_signature(&self) -> bool {
        matches!(self, Self::Unsigned | Self::Altered | Self::UnknownKey(_) | Self::Expired(_))
    }

    /// A word for other programs, never changed.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::Altered => "altered",
            Self::UnknownKey(_) => "unknown-key",
            Self::Expired(_) => "key-expired",
            Self::NotOwner(..) => "not-owner",
            Self::EnteredByOther => "entered-by-other",
            Self::NotByLeader(_) => "review-not-by-leader",
            Self::MayNotFollow(_) => "frozen-changed",
            Self::Removed => "removed",
            Self::ForeignPath => "foreign-path",
            Self::ForeignMode => "foreign-mode",
            Self::ForeignContent => "foreign-content",
            Self::TooLarge => "too-large",
            Self::Unreadable(_) => "unreadable",
            Self::Invented => "merge-invented",
            Self::Tangled => "tangled",
            Self::Ahead => "ahead",
            Self::EndsTrust => "ends-trust",
            Self::Hands(fault) => fault.id(),
            Self::Unnamed => "unnamed",
            Self::UnnamedTooLate => "unnamed-too-late",
            Self::OtherRegister(_) => "other-register",
            Self::Renamed => "renamed",
            Self::NewerLevel(_) => "newer-level",
            Self::AndMore => "and-more",
            Self::Replaced => "history-replaced",
            Self::OtherRoot => "other-root",
        }
    }

    /// What is wrong, for people.
    #[must_use]
    pub fn describe(&self) -> Text {
        match self {
            Self::Unsigned => Text::fixed("没有签名", "it is not signed"),
            Self::Altered => Text::fixed("签名与内容对不上，内容被改过", "the signature does not fit: it was altered"),
            Self::UnknownKey(key) => tr!("密钥 {key} 没有登记过"; "the key {key} was never admitted"),
            Self::Expired(by) => {
                let by = clean(by);
                tr!("{by}的密钥当时已停用或还没有启用"; "the key of {by} was retired, or not yet in use")
            }
            Self::EnteredByOther => Text::fixed(
                "写明由办公室代录（entered_by），却不是用办公室的密钥签的：单位自己的记录不写代录",
                "it says that the office entered it (entered_by), and no key of the office signed it: a unit's own record bears no such key",
            ),
            Self::NotOwner(by, owner) => {
                let (by, owner) = (clean(by), clean(owner));
                tr!("由{by}的密钥签名，而文件归{owner}"; "signed with a key of {by}, while the file is {owner}'s")
            }
            Self::NotByLeader(by) => {
                let by = clean(by);
                tr!(
                    "审核须由分管负责人本人的密钥签名（设置 review = signed），这里是{by}签的";
                    "a review needs the leader's own key (setting review = signed); this was signed by {by}"
                )
            }
            Self::MayNotFollow(why) => why.clone(),
            Self::Removed => Text::fixed(
                "文件被删去了：已登记的不能删，编号不能空出来；不再有效的写明到哪一天为止（until）",
                "a file was taken out: what is filed stays, and keeps its number; what holds no more says until which day it did (until)",
            ),
            Self::ForeignPath => Text::fixed("不是台账里的路径", "this is no path of a register"),
            Self::ForeignMode => Text::fixed(
                "是链接、子模块、可执行文件或空文件夹，台账里只放普通文件",
                "a link, a submodule, an executable or an empty folder: a register holds regular files only",
            ),
            Self::ForeignContent => {
                Text::fixed("内容与每个台账固定的不同", "this file is the same in every register, and here it is not")
            }
            Self::TooLarge => Text::fixed("文件太大，不是记录", "the file is too large to be a record"),
            Self::Unreadable(why) => {
                let (zh, en) = (why.zh(), why.en());
                tr!("内容读不懂：{zh}"; "it cannot be understood: {en}")
            }
            Self::Invented => Text::fixed(
                "合并里有双方都没有的内容、漏了一方的内容，或用别处的盖了主线上改过的",
                "the merge holds what neither side brought, leaves out what one did, or puts one over what the main line changed",
            ),
            Self::Tangled => Text::fixed(
                "一次合并了两条以上的历史，或并入了另一个台账",
                "more than two lines are merged at once, or another register is merged in",
            ),
            Self::Ahead => Text::fixed(
                "日期比现在晚一天以上：登记它的电脑或核验它的电脑时钟不对，校准后再试",
                "it is dated more than a day ahead: the clock of the computer that made it, or of the one that judges it, is wrong; set it right and try again",
            ),
            Self::EndsTrust => Text::fixed(
                "这样办公室就没有一把长期有效的密钥了，信任会中断；请先用 liandong key add 给办公室登记另一把",
                "this would leave the office without a key that has no end, and trust would end; admit another key of the office's first with liandong key add",
            ),
            Self::Hands(fault) => fault.describe(),
            Self::Unnamed => Text::fixed(
                "没有写明是为哪个台账签的（缺台账标识）；手工改的内容请用 liandong commit 提交，不用 git commit",
                "it does not say for which register it is signed; commit what was edited by hand with liandong commit, not with git commit",
            ),
            Self::UnnamedTooLate => Text::fixed(
                "没有写明是为哪个台账签的，而台账启用标识已满 90 天，不再接收这样的旧提交；用文件送来的，由本单位用 liandong receive 文件 --refile 重新登记",
                "it does not say for which register it is signed, and the register was named more than 90 days before it came; what came in a file its unit files anew with liandong receive FILE --refile",
            ),
            Self::OtherRegister(said) => tr!(
                "是为另一个台账（{said}）签的，例如练习用的副本，不能并入这里；要登记的内容请在这个台账里重新登记";
                "it is signed for another register ({said}), such as a practice copy, and cannot be taken in here; file what it says anew in this register"
            ),
            Self::Renamed => Text::fixed(
                "台账标识（register）和信任级别（trust）由 liandong trust on 或 liandong trust upgrade 一并写入，写入后不能改也不能删",
                "the register's name and level of trust (register, trust) are written together by liandong trust on or liandong trust upgrade; then they stay",
            ),
            Self::NewerLevel(level) => tr!(
                "台账的信任级别是 {level}，本程序只会核验到 2；请更新程序";
                "the register is of trust level {level}, and this program verifies up to 2; a newer program is needed"
            ),
            Self::AndMore => Text::fixed(
                "问题太多，这次提交的其余文件没有再看",
                "so much is wrong with this commit that its other files were not looked at",
            ),
            Self::Replaced => Text::fixed(
                "历史不是接着已知的往下走：被强制推送、退回到旧的，或合并时颠倒了主次",
                "history does not go on from where it was known to be: a forced push, a return to an old state, or a merge with its sides swapped",
            ),
            Self::OtherRoot => Text::fixed(
                "启用核验的那次提交与本机记住的不同，这不是同一个台账",
                "trust begins at another commit than this clone remembers: it is not the same register",
            ),
        }
    }
}
