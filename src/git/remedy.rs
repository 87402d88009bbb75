//! What is said of each cause for which nothing can be filed, and what to do about it.

use std::path::Path;

use super::refused::{LockHolder, Refused};
use crate::text::{Text, clean};
use crate::tr;

impl Refused {
    /// The cause and its remedy, for people.
    #[must_use]
    pub fn describe(&self) -> Text {
        match self {
            Self::NoRepository(_) | Self::Bare | Self::OtherOwner(_) | Self::NoIdentity => self.no_place(),
            Self::Reftable | Self::Sha256 | Self::Extension(..) => self.stored_otherwise(),
            Self::Shallow | Self::Partial | Self::Sparse | Self::SplitIndex => self.incomplete(),
            Self::Locked(_) | Self::GitLocked(_) | Self::Moving | Self::Unsettled(_) => self.others(),
            Self::Detached | Self::Midway(_) | Self::Conflicts | Self::IndexEmpty => self.midway(),
            Self::Unwritable(_) | Self::Full(_) | Self::Disk(..) | Self::Broken(_) => self.failing(),
            Self::HandEdit(_) | Self::Staged(_) | Self::Obstacle(_) | Self::Path(_) | Self::Nothing => self.in_the_way(),
            Self::NotSigned(_)
            | Self::Below
            | Self::Beside(_)
            | Self::Hostile(_)
            | Self::Foreign(_)
            | Self::Huge(_)
            | Self::Untrue(_)
            | Self::Unfolds
            | Self::Crowded
            | Self::Ambiguous(_)
            | Self::Entangled
            | Self::Swells
            | Self::Overlong(_) => self.trust(),
            Self::Pending(cause) => {
                let cause = cause.describe();
                let (zh, en) = (cause.zh(), cause.en());
                tr!(
                    "{zh}；已写的一部分还没有撤回，下一次登记前会先把这一件办完或撤回";
                    "{en}; what was begun could not be undone yet: before the next filing it will be finished or undone"
                )
            }
        }
    }

    /// There is no repository to file into, or nobody known who files.
    fn no_place(&self) -> Text {
        match self {
            Self::NoRepository(folder) => {
                let folder = shown(folder);
                tr!(
                    "{folder} 不在 git 仓库里，不能登记；请先在台账文件夹里运行 git init";
                    "{folder} is in no git repository, so nothing can be filed; run git init in the register's folder first"
                )
            }
            Self::Bare => Text::fixed(
                "这是没有工作文件的裸仓库，不能登记；请用 git clone 取一份到自己的文件夹里登记",
                "a bare repository has no working files, so nothing can be filed; git clone it into a folder of your own",
            ),
            Self::OtherOwner(folder) => {
                let folder = shown(folder);
                tr!(
                    "{folder} 属于这台计算机的另一个用户，git 不让改动；请用自己的一份，或由管理员把文件夹改到自己名下";
                    "{folder} belongs to another user of this computer, and git lets nobody else change it; use a clone of your own, \
                     or have the folder made yours"
                )
            }
            Self::NoIdentity => Text::fixed(
                "不知道登记人是谁；请用 liandong join --unit 单位 --name 姓名 加入（新建台账时用 liandong init --name 姓名），或运行 git config --global user.name 姓名 和 git config --global user.email 邮箱",
                "nobody knows who is filing; join with liandong join --unit UNIT --name NAME (a new register is made with liandong init --name NAME), or run git config --global user.name NAME and git config --global user.email ADDRESS",
            ),
            _ => Text::default(),
        }
    }

    /// The repository is stored in a way that cannot be read here.
    fn stored_otherwise(&self) -> Text {
        match self {
            Self::Reftable => Text::fixed(
                "仓库用 reftable 存放分支，本程序不能读写；请运行 git refs migrate --ref-format=files",
                "the repository keeps its branches as reftable, which this program cannot read or write; run git refs migrate --ref-format=files",
            ),
            Self::Sha256 => Text::fixed(
                "仓库用 SHA-256 编号，本程序不能读写；请用 git init --object-format=sha1 另建仓库",
                "the repository names its objects by SHA-256, which this program cannot read or write; make one with git init --object-format=sha1",
            ),
            // What is so in any case need not be said.
            Self::Extension(key, value) if key == "extensions.refstorage" && value == "files" => Text::fixed(
                "仓库写明了 extensions.refstorage=files，本程序用的 git 库还不认识这一项；它与不写相同，请运行 git config --unset extensions.refstorage",
                "the repository says extensions.refstorage=files, which the git library of this program does not know yet; it means what no such line means: run git config --unset extensions.refstorage",
            ),
            Self::Extension(key, value) => {
                let (key, value) = (clean(key), clean(value));
                tr!(
                    "仓库用了本程序不认识的 git 扩展（{key}={value}），不能读写；请用 liandong clone 重新取一份";
                    "the repository uses an extension of git that this program does not know ({key}={value}), and cannot be read or written; fetch the register anew with liandong clone"
                )
            }
            _ => Text::default(),
        }
    }

    /// Not all of the repository is here, or in one piece.
    fn incomplete(&self) -> Text {
        match self {
            Self::Shallow => Text::fixed(
                "仓库只取了最近的历史（浅克隆），不能登记、核验和查历史；请运行 git fetch --unshallow",
                "the repository has recent history only (a shallow clone), so nothing can be filed, verified or told of the past; run git fetch --unshallow",
            ),
            Self::Partial => Text::fixed(
                "仓库没有取全（部分克隆），不能登记、核验和查历史；请不带 --filter 重新 git clone",
                "the repository is incomplete (a partial clone), so nothing can be filed, verified or told of the past; git clone it again without --filter",
            ),
            Self::Sparse => Text::fixed(
                "文件夹里只放了一部分文件（稀疏检出），读不全，也不能登记；请运行 git sparse-checkout disable",
                "only part of the files is in the folder (a sparse checkout), so the register cannot be read whole, and nothing can be filed; run git sparse-checkout disable",
            ),
            Self::SplitIndex => Text::fixed(
                "仓库的暂存区拆成了两个文件（core.splitIndex），容易丢失，不能登记；\
                 请运行 git config core.splitIndex false 和 git update-index --no-split-index",
                "the index is split in two files (core.splitIndex) and easily lost, so nothing can be filed; \
                 run git config core.splitIndex false and git update-index --no-split-index",
            ),
            _ => Text::default(),
        }
    }

    /// Others are at work, or were.
    fn others(&self) -> Text {
        match self {
            Self::Locked(Some(LockHolder { process, since })) => {
                let since = clean(since);
                tr!(
                    "另一个程序（进程 {process}，自 {since}）正在登记；请等它办完再试";
                    "another program (process {process}, since {since}) is filing; try again when it is done"
                )
            }
            Self::Locked(None) => {
                Text::fixed("另一个程序正在登记；请等它办完再试", "another program is filing; try again when it is done")
            }
            Self::GitLocked(lock) => {
                let lock = shown(lock);
                tr!(
                    "git 正在改动仓库（有 {lock}）；请等它做完再试，确实没有 git 在运行时可删去这个文件";
                    "git is changing the repository ({lock} is there); try again when it is done; if no git is running, delete that file"
                )
            }
            Self::Moving => Text::fixed(
                "登记时分支一再被别的程序改动，没有登记；请稍后再试",
                "the branch was changed by others again and again, so nothing was filed; try again later",
            ),
            Self::Unsettled(intent) => {
                let intent = shown(intent);
                tr!(
                    "上一次登记没有办完，而记录它的 {intent} 本程序读不懂；请换用较新的程序";
                    "an earlier filing was interrupted, and its note {intent} cannot be understood; use a newer program"
                )
            }
            _ => Text::default(),
        }
    }

    /// Something must be ended first.
    fn midway(&self) -> Text {
        match self {
            Self::Detached => Text::fixed(
                "当前不在任何分支上（分离的 HEAD），登记了也会找不到；请先运行 git switch 分支名",
                "HEAD is detached: what is filed would be on no branch; run git switch with the name of a branch first",
            ),
            Self::Midway(midway) => {
                let (word, out) = (midway.word(), midway.way_out());
                tr!(
                    "有一次 git {word} 没有做完，不能登记；请先做完它，或用 {out} 放弃";
                    "a git {word} is half done, so nothing can be filed; finish it first, or give it up with {out}"
                )
            }
            Self::Conflicts => Text::fixed(
                "有合并冲突没有解决，不能登记；请先改好文件，再 git add",
                "a merge conflict is unresolved, so nothing can be filed; mend the files and git add them first",
            ),
            Self::IndexEmpty => Text::fixed(
                "git 的暂存区是空的，而分支上有文件，再提交会把它们全部删去；请先运行 git reset",
                "git's index is empty although the branch has files: a commit would delete them all; run git reset first",
            ),
            _ => Text::default(),
        }
    }

    /// The computer fails.
    fn failing(&self) -> Text {
        match self {
            Self::Unwritable(path) => {
                let path = shown(path);
                tr!(
                    "{path} 不能写，没有登记；请检查文件夹的权限，以及磁盘是不是只读";
                    "{path} cannot be written, so nothing was filed; check the folder's permissions, and whether the disk is read-only"
                )
            }
            Self::Full(path) => {
                let path = shown(path);
                tr!("磁盘已满（{path}），没有登记；请腾出空间再试"; "the disk is full ({path}), so nothing was filed; make room and try again")
            }
            Self::Disk(path, error) => {
                let (path, error) = (shown(path), clean(&error.to_string()).into_owned());
                tr!(
                    "{path} 读写失败（{error}），没有登记；请检查磁盘再试";
                    "{path} could not be read or written ({error}), so nothing was filed; check the disk and try again"
                )
            }
            Self::Broken(why) => {
                let why = clean(why);
                tr!(
                    "git 仓库出了问题（{why}），没有登记；请运行 git fsck 检查";
                    "the git repository is in trouble ({why}), so nothing was filed; run git fsck"
                )
            }
            _ => Text::default(),
        }
    }

    /// What is filed could not be believed.
    fn trust(&self) -> Text {
        match self {
            Self::NotSigned(why) => {
                let (zh, en) = (why.zh(), why.en());
                tr!(
                    "签名没有做成，没有登记：{zh}；请看 liandong whoami";
                    "no signature could be made, so nothing was filed: {en}; see liandong whoami"
                )
            }
            Self::Below => Text::fixed(
                "台账不在 git 仓库的最上层，不能启用签名：改仓库里其他文件的人没有台账的密钥，他们的提交无从核验；请把台账单独建成一个仓库",
                "the register is not at the top of its git repository, so its commits cannot be signed and verified: people who change what else is there have no key of the register's, and nothing tells their commits from forged ones; give it a repository of its own",
            ),
            Self::Beside(path) => {
                let path = clean(path);
                tr!(
                    "台账以外的 {path} 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync";
                    "{path}, which is not of the register, was changed on both sides or is no regular file, and is not joined here; join it with git pull --no-rebase, then run liandong sync again"
                )
            }
            Self::Hostile(key) => {
                let key = clean(key);
                tr!(
                    "仓库自带的设置 {key} 会把别的文件读进来，不能这样用；请从 .git/config 里删去它，确实要用就移到自己的全局设置（git config --global）";
                    "the repository's own setting {key} takes in other files, which is not followed here; take it out of .git/config, or move it to your global settings (git config --global)"
                )
            }
            Self::Foreign(path) => {
                let path = shown(path);
                tr!(
                    "{path} 是链接、管道或设备，或者指向别的仓库，git 的文件夹里不该有，一概不读不写；文件夹若是复制来的，请改用 liandong clone 重新取一份";
                    "{path} is a link, a pipe or a device, or leads into another repository, which a git folder does not need: nothing was read or written there; if the folder was copied, fetch the register anew with liandong clone"
                )
            }
            Self::Overlong(commit) => tr!(
                "提交 {commit} 的话长得离奇，不是谁写得出来的，不予收取；请告诉办公室是谁送来的";
                "commit {commit} says more than anybody writes and is not taken; tell the office who sent it"
            ),
            Self::Huge(path) => {
                let path = shown(path);
                tr!(
                    "{path} 大得离奇，不会是 git 或台账写的，没有读；文件夹若是复制来的，请改用 liandong clone 重新取一份";
                    "{path} is larger than anything that git or a register writes there and was not read; if the folder was copied, fetch the register anew with liandong clone"
                )
            }
            Self::Unfolds => Text::fixed(
                "少数几个文件夹套成了数不清的路径，不是台账，不予收取；请告诉办公室是谁送来的",
                "a few folders unfold into paths without number: this is no register, and nothing of it is taken; tell the office who sent it",
            ),
            Self::Crowded => Text::fixed(
                "台账最上层的文件多得离奇，不是登记出来的，不予收取；请告诉办公室是谁送来的",
                "at the top of the register lie more files than anybody puts there, and nothing of it is taken; tell the office who sent it",
            ),
            Self::Ambiguous(tree) => tr!(
                "文件夹 {tree} 里同一个名字出现了两次，或次序不对，不是 git 写的，不予收取；请告诉办公室是谁送来的";
                "the tree {tree} gives one name twice, or names out of order: git never wrote it, and nothing of it is taken; tell the office who sent it"
            ),
            Self::Entangled => Text::fixed(
                "历史里的合并交错得理不清，不是登记出来的，不予收取；请告诉办公室是谁送来的",
                "merges cross each other more often than anybody's filing makes them, and nothing of it is taken; tell the office who sent it",
            ),
            Self::Swells => Text::fixed(
                "送来的文件展开后大得离奇，不是登记出来的，不予收取；请告诉办公室是谁送来的",
                "the files that came are more bytes than anybody files, and nothing of it is taken; tell the office who sent it",
            ),
            Self::Untrue(path) => {
                let path = shown(path);
                tr!(
                    "{path} 会让 git 把历史讲成另一个样子，台账不认；请删去这个文件，或用 liandong clone 重新取一份";
                    "{path} makes git tell history otherwise than its commits do, which a register does not accept; remove that file, or fetch the register anew with liandong clone"
                )
            }
            _ => Text::default(),
        }
    }

    /// What is in the folder does not allow it.
    fn in_the_way(&self) -> Text {
        match self {
            Self::HandEdit(path) => {
                let path = clean(path);
                tr!(
                    "{path} 与已登记的内容不同（手工改过，或别处已改），没有登记；请先用 liandong commit 提交，或还原（git restore {path}）";
                    "{path} is not what was filed last (edited by hand, or changed elsewhere), so nothing was filed; \
                     commit it with liandong commit, or put it back (git restore {path}), first"
                )
            }
            Self::Staged(path) => {
                let path = clean(path);
                tr!(
                    "{path} 在暂存区里另有改动，没有登记；请先提交或取消（git restore --staged {path}）";
                    "another state of {path} is staged, so nothing was filed; commit it or unstage it (git restore --staged {path}) first"
                )
            }
            Self::Obstacle(path) => {
                let path = clean(path);
                tr!(
                    "{path} 处是链接、文件夹或别的东西，记录放不进去；请先移走";
                    "at {path} there is a link, a folder or something else, where a record or its folder should be; move it away first"
                )
            }
            Self::Path(path) => {
                let path = clean(path);
                tr!(
                    "“{path}”不是台账里的路径，或写了两次，没有登记；请检查";
                    "\"{path}\" is no path of the register, or is named twice, so nothing was filed; check it"
                )
            }
            Self::Nothing => Text::fixed(
                "内容与已登记的完全一样，没有什么要登记",
                "this is exactly what is filed already: there is nothing to file",
            ),
            _ => Text::default(),
        }
    }
}

impl From<Refused> for Text {
    fn from(refused: Refused) -> Self {
        refused.describe()
    }
}

fn shown(path: &Path) -> String {
    clean(&path.to_string_lossy()).into_owned()
}
