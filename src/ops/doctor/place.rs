//! Where the register lies: its repository, the disk, what others or interrupted programs left there.

use super::OpenedHistory;
use super::point::{HealthPoint, HealthTopic};
use crate::git::{Disk, History, Leftover, Refused, RegisterFolder, Workspace};
use crate::platform::{free_bytes, may_write_into};
use crate::text::{CommandLine, OPEN, Text, clean};
use crate::tr;

/// With less room than this a year of filings, fetched and packed once more, may not fit.
const SCARCE: u64 = 200 * 1024 * 1024;

/// How many settings are named.
const NAMED: usize = 20;

/// Whether the repository can be filed into.
pub(super) fn repository(root: &RegisterFolder, history: &OpenedHistory) -> HealthPoint {
    let amiss = |why: &Refused| HealthPoint::amiss(HealthTopic::Repository, why.describe()).mended_by(mends(why));
    match (history, Workspace::open(root, Disk::default())) {
        (Err(why), _) => amiss(why),
        (Ok(_), Err(why)) => amiss(&why),
        (Ok(_), Ok(_)) => HealthPoint::well(HealthTopic::Repository, Text::fixed("可以登记", "it can be filed into")),
    }
}

/// What ends a cause for which nothing can be filed, where commands do.
fn mends(why: &Refused) -> Vec<CommandLine> {
    let git = CommandLine::git;
    match why {
        Refused::NoRepository(_) => vec![git("init")],
        Refused::Reftable => vec![git("refs migrate").switch("ref-format=files")],
        Refused::Shallow => vec![git("fetch --unshallow")],
        Refused::Sparse => vec![git("sparse-checkout disable")],
        Refused::SplitIndex => vec![git("config core.splitIndex false"), git("update-index --no-split-index")],
        Refused::Midway(midway) => vec![midway.way_out()],
        Refused::Detached => vec![git("switch").about(OPEN)],
        Refused::Broken(_) => vec![git("fsck")],
        _ => Vec::new(),
    }
}

/// Whether there is room, and whether this user may write.
pub(super) fn disk(root: &RegisterFolder, history: &OpenedHistory) -> Vec<HealthPoint> {
    let history = history.as_ref().map(History::folder).ok();
    let mut points = Vec::new();
    for folder in [Some(root.to_path_buf()), history].into_iter().flatten() {
        let is_shut = may_write_into(&folder) == Some(false);
        if is_shut {
            let shown = clean(&folder.to_string_lossy()).into_owned();
            let what = tr!(
                "{shown} 不能写：请检查文件夹的权限，以及磁盘是不是只读";
                "{shown} cannot be written into: check its permissions, and whether the disk is read-only"
            );
            points.push(HealthPoint::amiss(HealthTopic::Disk, what));
        }
    }
    points.extend(free_bytes(root).map(room));
    points
}

fn room(free: u64) -> HealthPoint {
    let megabytes = free / 1024 / 1024;
    if free < SCARCE {
        let what = tr!(
            "磁盘只剩 {megabytes} MB，登记和同步可能写不下；请腾出空间";
            "only {megabytes} MB are free, and filing and synchronising may not fit; make room"
        );
        return HealthPoint::amiss(HealthTopic::Disk, what);
    }
    let shown = if megabytes < 10 * 1024 { format!("{megabytes} MB") } else { format!("{} GB", megabytes / 1024) };
    HealthPoint::well(HealthTopic::Disk, tr!("余 {shown}"; "{shown} are free"))
}

/// What the repository's own configuration says in vain.
pub(super) fn settings(history: &OpenedHistory) -> HealthPoint {
    let unread = |why: &Refused| HealthPoint::note(HealthTopic::Settings, why.describe());
    let said = match history.as_ref().map(History::settings_without_effect) {
        Ok(Ok(said)) => said,
        Ok(Err(why)) => return unread(&why),
        Err(why) => return unread(why),
    };
    if said.is_empty() {
        return HealthPoint::well(HealthTopic::Settings, Text::fixed("没有不起作用的", "none is without effect"));
    }
    let names: Vec<String> = said.iter().take(NAMED).map(|name| clean(name).into_owned()).collect();
    let (count, zh, en) = (said.len(), names.join("、"), names.join(", "));
    let what = tr!(
        "有 {count} 项在这里不起作用（防止拷来的文件夹替人做主）：{zh}；自己要用的，写到全局设置（git config --global），不用的删去";
        "{count} are without effect here, so that a folder which was copied decides nothing: {en}; what you want belongs into your global settings (git config --global), the rest can go"
    );
    // What a shell could not be given as it stands is taken out in an editor.
    let plain = names.iter().zip(&said).filter(|(shown, name)| shown == name).map(|(name, _)| name);
    let commands = plain.map(|name| CommandLine::git("config --unset-all").about(name));
    HealthPoint::note(HealthTopic::Settings, what).mended_by(commands)
}

/// What interrupted programs, or whoever handed over the folder, left.
pub(super) fn leftovers(root: &RegisterFolder, history: &OpenedHistory, is_shared: bool) -> Vec<HealthPoint> {
    let topic = HealthTopic::Leftovers;
    let left = match Leftover::of(root) {
        Ok(left) => left,
        Err(why) => return vec![HealthPoint::amiss(topic, why.describe())],
    };
    let mut points: Vec<HealthPoint> = left.iter().map(leftover).collect();
    let foreign = history.as_ref().ok().and_then(|history| crate::trust::foreign_marks(history).ok()).unwrap_or_default();
    if !foreign.is_empty() {
        let marks = foreign.iter().map(|name| format!("refs/liandong/{name}")).collect::<Vec<_>>().join("、");
        let what = tr!(
            "记号 {marks} 不是您在本机这个文件夹里记下的（多半是复制来的），不作数；下一次同步从头核验，并重新记下";
            "the marks {marks} were not made by you in this folder on this computer (it was probably copied) and count for nothing; the next exchange verifies everything anew and notes it"
        );
        points.push(HealthPoint::note(topic, what).mended_by(is_shared.then(|| CommandLine::new("sync"))));
    }
    if points.is_empty() {
        points.push(HealthPoint::well(topic, Text::fixed("没有", "none")));
    }
    points
}

fn leftover(left: &Leftover) -> HealthPoint {
    let topic = HealthTopic::Leftovers;
    let named = |path: &std::path::Path| {
        let whole = path.to_string_lossy();
        (clean(&whole).into_owned(), CommandLine::system("rm").about(clean(&whole)))
    };
    match left {
        Leftover::Interrupted => HealthPoint::note(
            topic,
            Text::fixed(
                "上一次登记中途断了；下一次登记或同步之前会先把它办完或撤回，也可以现在就办",
                "the last filing was interrupted; the next one, or the next exchange, finishes or undoes it first, and so can be done now",
            ),
        )
        .mended_by([CommandLine::new("commit")]),
        Leftover::Foreign(folder) => {
            let (shown, _) = named(folder);
            HealthPoint::note(
                topic,
                tr!(
                    "{shown} 里有一份中途登记的记号，不是您在本机这个文件夹里留下的（多半是复制来的），不照它办；工作区有什么不对，见 git status";
                    "{shown} holds a note of an interrupted filing that you did not make in this folder on this computer (it was probably copied), and nothing is done by it; git status shows whether anything is amiss"
                ),
            )
        }
        Leftover::Lock(lock) => {
            let (shown, command) = named(lock);
            HealthPoint::amiss(
                topic,
                tr!(
                    "有 {shown}：git 正在改动仓库，或是上次中断留下的锁，登记会等它；确实没有 git 在运行时删去它";
                    "{shown} is there: git is changing the repository, or one that was killed left the lock, for which filings wait; delete it if no git is running"
                ),
            )
            .mended_by([command])
        }
        Leftover::Half(file) => {
            let (shown, command) = named(file);
            HealthPoint::note(
                topic,
                tr!(
                    "{shown} 是写到一半的文件，没有别的用处，可以删去";
                    "{shown} was to become a file and never did; it is of no use and can go"
                ),
            )
            .mended_by([command])
        }
    }
}
