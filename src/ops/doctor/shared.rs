//! The shared repository, and how the folder, the last commit and what is shared differ.

use super::super::Environment;
use super::super::folder::folder_view;
use super::point::{Health, HealthPoint, HealthTopic};
use super::{DoctorRequest, OpenedHistory};
use crate::git::{History, Id, Refused, RegisterFolder, Remote, Unreached};
use crate::report::{FolderLine, FolderView};
use crate::text::{CommandLine, OPEN, Text};
use crate::tr;

/// Whether the shared repository answers, and whether it holds more than is here.
pub(super) fn place(
    root: &RegisterFolder,
    history: &OpenedHistory,
    request: DoctorRequest,
    environment: &Environment<'_>,
) -> HealthPoint {
    let topic = HealthTopic::Shared;
    let unread = |why: &Refused| HealthPoint::note(topic, why.describe());
    let (branch, here) = match history.as_ref().map(History::head) {
        Ok(Ok(head)) => head,
        Ok(Err(why)) => return unread(&why),
        Err(why) => return unread(why),
    };
    let remote = match Remote::from_config(&environment.programs, root, &branch) {
        Ok(remote) => remote,
        Err(Unreached::NoAddress) => {
            let what = Text::fixed("还没有共享：登记的只在本机", "not shared yet: what is filed is on this computer only");
            return HealthPoint::note(topic, what).mended_by([CommandLine::new("share").about(OPEN)]);
        }
        Err(why) => return HealthPoint::amiss(topic, why.describe()),
    };
    let address = remote.address();
    if request.offline {
        return HealthPoint::note(topic, tr!("{address}（没有去问）"; "{address} (not asked)"));
    }
    environment.progress.step(&Text::fixed("询问共享处", "asking the shared place"));
    let asked = remote.tips();
    environment.progress.rest();
    match asked {
        Ok(tips) => answered(&address, &tips, (here, remote.known().ok().flatten())),
        Err(why) => {
            let again = match &why {
                Unreached::Unnamed(_) => vec![CommandLine::new("sync").about(&address)],
                Unreached::Wrong(_) | Unreached::Inside(_) => vec![CommandLine::git("remote set-url origin").about(OPEN)],
                _ => Vec::new(),
            };
            HealthPoint::amiss(topic, why.describe()).mended_by(again)
        }
    }
}

/// Whether there is a place with which it is exchanged.
pub(super) fn is_named(root: &RegisterFolder, history: &OpenedHistory, environment: &Environment<'_>) -> bool {
    let head = history.as_ref().ok().and_then(|history| history.head().ok());
    head.is_some_and(|(branch, _)| Remote::from_config(&environment.programs, root, &branch).is_ok())
}

/// What the shared repository holds beside what is here and what was known of it.
fn answered(address: &str, tips: &[String], (here, known): (Option<Id>, Option<Id>)) -> HealthPoint {
    let topic = HealthTopic::Shared;
    let holds = |id: Option<Id>| id.is_some_and(|id| tips.contains(&id.to_string()));
    if tips.is_empty() {
        let what = tr!("{address} 能连上，还是空的"; "{address} answers, and is empty");
        return HealthPoint::note(topic, what).mended_by([CommandLine::new("sync")]);
    }
    if holds(here) {
        return HealthPoint::well(topic, tr!("{address}，与本机一致"; "{address}, as here"));
    }
    if holds(known) {
        // What was not sent is said of the folder.
        return HealthPoint::well(topic, tr!("{address}，没有新的"; "{address}, nothing new"));
    }
    let what = tr!("{address} 有本机没有的登记"; "{address} holds what is not here");
    HealthPoint::note(topic, what).mended_by([CommandLine::new("sync")])
}

/// In what folder, commit and shared repository differ.
pub(super) fn drift(root: &RegisterFolder) -> Vec<HealthPoint> {
    // Where no repository can be read, that is said of the repository.
    let Some(folder) = folder_view(root) else { return Vec::new() };
    let topic = HealthTopic::Drift;
    let point =
        |health: Health, FolderLine { what, remedy }: FolderLine| HealthPoint { topic, health, what: what.on_terminal(), remedy };
    let unsent = FolderView { unsent: None, ..folder.clone() }.remedied().len();
    let lines = folder.remedied().into_iter().enumerate();
    let points: Vec<HealthPoint> =
        lines.map(|(at, line)| point(if at < unsent { Health::Amiss } else { Health::Note }, line)).collect();
    if points.is_empty() { vec![HealthPoint::well(topic, Text::fixed("一致", "are one"))] } else { points }
}
