//! Why a shared repository was not reached, and what to do about it.

use super::refused::Refused;
use crate::text::Text;
use crate::tr;

/// Why nothing was fetched or sent.
#[derive(Debug)]
pub enum Unreached {
    /// git is not installed.
    NoGit,
    /// The register has no address to be shared at.
    NoAddress,
    /// Nobody answers there; git's words.
    Silent(String),
    /// The address is wrong; git's words.
    Wrong(String),
    /// The folder in which the register is shared is not there; which.
    Gone(String),
    /// The folder that is to be the shared place, or the one above it, is not there; which.
    NoFolder(String),
    /// The folder is no repository; which.
    NoRepository(String),
    /// The folder in which a shared place is to be made is not there; which.
    NoFolderAbove(String),
    /// The folder that is to be a shared place holds something else; which.
    Occupied(String),
    /// The register is shared at another address; which.
    Elsewhere(String),
    /// The address is empty, or holds what nobody can see; which.
    Illegible(String),
    /// A register or repository of others is there, at the address that was just named; which.
    Foreign(String),
    /// The address is a folder within the register itself; which.
    Inside(String),
    /// The address is a folder or a program that only the register's folder names; which.
    Unnamed(String),
    /// What came in a file cannot be taken; git's words.
    Parcel(String),
    /// A file begins as no bundle does that was packed here.
    LongHead,
    /// Who one is was not accepted; git's words.
    Login(String),
    /// The other side will not have it; its words.
    Declined(String),
    /// It is more than the other side takes at once; git's words.
    TooLarge(String),
    /// Others were faster.
    Overtaken,
    /// The branch there is locked, by a push under way or by one that was killed; git's words.
    Locked(String),
    /// Something else; git's words.
    Failed(String),
    /// The repository here does not allow it.
    Here(Refused),
}

impl From<Refused> for Unreached {
    fn from(refused: Refused) -> Self {
        Self::Here(refused)
    }
}

impl From<git2::Error> for Unreached {
    fn from(error: git2::Error) -> Self {
        Self::Here(error.into())
    }
}

impl Unreached {
    /// Whether nobody answered as a shared repository does, so that the address may be a slip of the keyboard. Who is asked for a password
    /// has found somebody.
    #[must_use]
    pub fn is_nowhere(&self) -> bool {
        matches!(self, Self::Silent(_) | Self::Wrong(_) | Self::NoFolder(_) | Self::NoRepository(_) | Self::Failed(_))
    }

    /// The cause and its remedy, for people.
    #[must_use]
    pub fn describe(&self) -> Text {
        match self {
            Self::NoGit => Text::fixed(
                "找不到 git，不能联网；请安装 git（https://git-scm.com），或用 liandong pack 打包送交",
                "there is no git, so nothing can be sent or fetched; install git (https://git-scm.com), or carry a file made by liandong pack",
            ),
            Self::NoAddress => Text::fixed(
                "台账还没有共享地址；还没有共享处的，由办公室用 liandong share 地址 建好并送上去；已有的，第一次写明 liandong sync 地址",
                "the register has no address to be shared at; where there is no shared place yet, the office makes it and sends the register there with liandong share ADDRESS; where there is one, name it the first time: liandong sync ADDRESS",
            ),
            Self::Silent(words) => tr!(
                "连不上共享地址；本机登记的没有丢失，网络恢复后再运行一次（{words}）";
                "nobody answers at the shared address; what was filed here is safe; run this again when the network is back ({words})"
            ),
            Self::Wrong(words) => tr!(
                "共享地址不对，或那里没有仓库；请核对地址（已记下的见 git remote -v）（{words}）";
                "the shared address is wrong, or no repository is there; check it (git remote -v shows the one that is noted) ({words})"
            ),
            Self::Gone(folder) => tr!(
                "共享文件夹 {folder} 现在不在：多半是共享盘没有连上，或 U 盘没有插上；本机登记的没有丢失，接上以后再运行 liandong sync；确实搬了家，先运行 git remote set-url origin 新地址";
                "the shared folder {folder} is not there now: the drive is probably not connected, or the stick not plugged in; what was filed here is safe; connect it and run liandong sync again, or where it \
                 has moved, run git remote set-url origin NEW-ADDRESS first"
            ),
            Self::NoFolder(folder) => tr!(
                "没有文件夹 {folder}；请核对路径，看共享盘或 U 盘接上了没有；还没有共享处的，由办公室在台账文件夹里运行 liandong share {folder}";
                "there is no folder {folder}; check the path, and whether the drive or stick is connected; where there is no shared place yet, the office makes it, in the register's folder, with liandong share {folder}"
            ),
            Self::NoRepository(folder) => tr!(
                "文件夹 {folder} 里没有 git 仓库；请核对路径；要在那里共享的，由办公室在台账文件夹里运行 liandong share {folder}";
                "no git repository is in the folder {folder}; check the path; to share there the office runs, in the register's folder, liandong share {folder}"
            ),
            Self::NoFolderAbove(folder) => tr!(
                "没有文件夹 {folder}，不能在里面建共享处；请核对路径，看共享盘或 U 盘接上了没有";
                "there is no folder {folder} in which a shared place could be made; check the path, and whether the drive or stick is connected"
            ),
            Self::Occupied(folder) => tr!(
                "文件夹 {folder} 里有别的东西，不能用作共享处；请另写一个还没有的文件夹，如 {folder}/台账.git";
                "the folder {folder} holds something else and cannot be a shared place; name one that is not there yet, such as {folder}/register.git"
            ),
            Self::Elsewhere(known) => tr!(
                "台账已在 {known} 共享；确实搬了家，先运行 git remote set-url origin 新地址";
                "the register is shared at {known}; if it has moved, run git remote set-url origin NEW-ADDRESS first"
            ),
            Self::Illegible(address) => tr!(
                "共享地址“{address}”是空的，或含有看不见的字符，没有联网；请重新写，如 https://… 或绝对路径";
                "the shared address \"{address}\" is empty or holds what cannot be seen, so nothing was sent or fetched; write it anew, such as https://… or an absolute path"
            ),
            Self::Foreign(address) => tr!(
                "{address} 里是别人的仓库，或另一份台账，与本台账没有共同的来历，没有收取也没有送出；请核对地址，或另写一个还没有的文件夹";
                "{address} holds somebody else's repository, or another register, that has no beginning in common with this one; nothing was sent or fetched. Check the address, or name a folder that is not there yet"
            ),
            Self::Inside(address) => tr!(
                "共享地址 {address} 就在台账文件夹里面，那里的程序会以您的名义运行，没有联网；请写台账文件夹以外的绝对路径，或 https://、ssh:// 开头的地址；台账已记下这个地址的，先运行 git remote set-url origin 新地址";
                "the shared address {address} leads into the register's own folder, and programs there would run as you, so nothing was sent or fetched; \
                 write an absolute path outside, or an address with https:// or ssh://; where the register has noted this one, run git remote set-url origin NEW-ADDRESS first"
            ),
            Self::Unnamed(address) => tr!(
                "共享地址 {address} 是本机或共享盘上的文件夹，谁能写那里，谁就能以您的名义运行程序；这个地址是台账文件夹自带的，您还没有在本机确认过，没有联网；\
                 信得过那里，请写明地址运行一次：liandong sync {address}";
                "the shared address {address} is a folder on this computer or a shared drive: whoever can write there can run programs as you; only the \
                 register's folder names it, you have not done so here, so nothing was sent or fetched; if you trust it, name it once: liandong sync {address}"
            ),
            Self::LongHead => Text::fixed(
                "文件不能收取：开头所列的分支或者所依据的登记多得不像是 liandong pack 打的；请对方用 liandong pack --all 重新打包",
                "the file cannot be taken: it begins with more branches, or commits to build on, than liandong pack writes; have it made anew with liandong pack --all",
            ),
            Self::Parcel(words) => tr!(
                "文件不能收取：不是 liandong pack 打的、传坏了，或缺前面的登记；请对方用 liandong pack --all 重新打包（{words}）";
                "the file cannot be taken: it was not made by liandong pack, is damaged, or builds on what is not here; \
                 have it made anew with liandong pack --all ({words})"
            ),
            Self::Login(words) => tr!(
                "对方不接受登录；请核对用户名、口令或 SSH 密钥，再运行 liandong sync（{words}）";
                "the login was not accepted; check user name, password or SSH key, then run liandong sync again ({words})"
            ),
            Self::Declined(words) => tr!(
                "对方没有接收；已登记的都在本机，没有丢失：\n{words}";
                "the other side did not accept it; what was filed is safe here:\n{words}"
            ),
            Self::TooLarge(words) => tr!(
                "一次登记的内容超过了对方一次接收的上限，没有送出，都在本机；请管理共享仓库的人调大 receive.maxInputSize，送出后再改回（{words}）";
                "one filing is more than the other side takes at once, so nothing was sent; it is safe here. Have whoever keeps the shared repository raise receive.maxInputSize until it is sent ({words})"
            ),
            Self::Overtaken => Text::fixed(
                "别人一再抢先，没有送出；请稍后再运行 liandong sync",
                "others were faster again and again, so nothing was sent; run liandong sync later",
            ),
            Self::Locked(words) => tr!(
                "共享仓库的分支一直锁着，没有送出，已登记的都在本机；若没有人正在推送，是上次推送中断留下的锁，请管理共享仓库的人删去下面的 .lock 文件（{words}）";
                "the branch in the shared repository stays locked, so nothing was sent; what was filed here is safe. If nobody is pushing, \
                 a push that was killed left the lock: have whoever keeps that repository delete the .lock file named here ({words})"
            ),
            Self::Failed(words) => tr!(
                "git 没有办成，已登记的都在本机，没有丢失：\n{words}";
                "git did not do it; what was filed is safe here:\n{words}"
            ),
            Self::Here(refused) => refused.describe(),
        }
    }
}
