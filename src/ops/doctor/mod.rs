//! `doctor`: whether this computer can file, sign and share, thing by thing, each with its remedy. Nothing is written, and what fails is
//! a point and no failure: the rest is looked at all the same.

mod place;
mod point;
mod register;
mod shared;
mod who;

use serde::Serialize;

use super::{Environment, Register};
use crate::git::{History, Refused, RegisterFolder};
use crate::text::{CommandLine, OPEN, Text, clean};
use crate::tr;

pub use point::{Health, HealthPoint, HealthTopic};

/// What is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct DoctorRequest {
    /// Whether the shared repository is left alone.
    pub offline: bool,
    /// Whether somebody put the clock of this program to another moment.
    pub is_clock_set: bool,
    /// Whether the register was named, and is not the one that a command in this folder would be about.
    pub is_elsewhere: bool,
}

impl DoctorRequest {
    /// A command for the register that was looked at, wherever it is typed.
    fn meant_for(self, root: &RegisterFolder, command: CommandLine) -> CommandLine {
        let folder = root.to_string_lossy();
        // A name that no shell could be given as it stands is left for people to fill in.
        let folder = if clean(&folder) == folder { &*folder } else { OPEN };
        if self.is_elsewhere { command.meant_for(folder) } else { command }
    }
}

/// What was found, in the order in which one thing rests on another.
#[derive(Debug, Clone, Serialize)]
pub struct Diagnosis {
    /// Of this shape: 1.
    pub version: u32,
    /// A point for each thing, or several.
    pub points: Vec<HealthPoint>,
}

impl Diagnosis {
    /// How many points are so.
    #[must_use]
    pub fn count(&self, health: Health) -> usize {
        self.points.iter().filter(|point| point.health == health).count()
    }
}

/// The history of the register, or why there is none: it is opened once, and every point that rests on it says the same.
type OpenedHistory = Result<History, Refused>;

/// Looks at everything on which a filing rests.
#[must_use]
pub fn doctor(root: &RegisterFolder, request: DoctorRequest, environment: &Environment<'_>) -> Diagnosis {
    let mut points = vec![git(environment)];
    let history = History::open(root);
    let repository = place::repository(root, &history);
    points.push(repository.clone());
    let register = Register::open(root, environment);
    match &register {
        Ok(register) => {
            points.extend(register::known(register));
            points.extend(who::files(register, history.as_ref().ok(), environment));
            points.extend(register::clock(register, history.as_ref().ok(), request));
            points.push(register::calendar(register));
        }
        Err(failure) => {
            let why = failure.said();
            points.push(HealthPoint::amiss(HealthTopic::Register, why).mended_by([CommandLine::new("check")]));
        }
    }
    points.push(shared::place(root, &history, request, environment));
    points.extend(shared::drift(root));
    points.extend(place::disk(root, &history));
    points.push(place::settings(&history));
    points.extend(place::leftovers(root, &history, shared::is_named(root, &history, environment)));
    points.push(register::drafts(root));
    if repository.health == Health::Amiss {
        // One fault is said once, however much rests on it.
        let repeats = |point: &HealthPoint| point.topic != repository.topic && point.what.zh().contains(repository.what.zh());
        points.retain(|point| !repeats(point));
    }
    for point in &mut points {
        point.remedy = std::mem::take(&mut point.remedy).into_iter().map(|command| request.meant_for(root, command)).collect();
    }
    Diagnosis { version: 1, points }
}

/// The oldest git with which sharing was tried (part `oldest` of `.ci/long`).
pub const OLDEST_GIT: (u32, u32) = (2, 7);

/// Whether a git that says this of itself is older. One that says something else is left alone.
fn is_too_old(version: &str) -> bool {
    let mut numbers = version.split(|c: char| !c.is_ascii_digit()).map(str::parse);
    matches!((numbers.next(), numbers.next()), (Some(Ok(first)), Some(Ok(second))) if (first, second) < OLDEST_GIT)
}

/// The installed git: what is local works without.
fn git(environment: &Environment<'_>) -> HealthPoint {
    match environment.programs.git_version() {
        Some(version) if is_too_old(&version) => {
            let (least, younger) = OLDEST_GIT;
            let what = tr!(
                "已安装的 git {version} 太旧：能登记、能检查，共享要 {least}.{younger} 以上的；或用 liandong pack 打包送交";
                "git {version} is too old: records can be filed and judged, and sharing takes {least}.{younger} or newer; or carry a file made by liandong pack"
            );
            HealthPoint::amiss(HealthTopic::Git, what)
        }
        Some(version) => HealthPoint::well(HealthTopic::Git, tr!("已安装 {version}"; "{version} is installed")),
        None => HealthPoint::amiss(
            HealthTopic::Git,
            Text::fixed(
                "找不到 git：能登记、能检查，不能联网；请安装 git（https://git-scm.com），或用 liandong pack 打包送交",
                "there is no git: records can be filed and judged, and nothing can be sent or fetched; install git (https://git-scm.com), or carry a file made by liandong pack",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::is_too_old;

    #[test]
    fn versions_are_compared_as_numbers() {
        for old in ["1.8.3.1", "2.6.9"] {
            assert!(is_too_old(old), "{old}");
        }
        for new in ["2.7.4", "2.20.1", "2.47.3 (Apple Git-155)", "3.0.rc1", "of somebody's own"] {
            assert!(!is_too_old(new), "{new}");
        }
    }
}
