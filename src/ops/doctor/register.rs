//! What the register knows of itself, and the day by which it is judged.

use chrono::{DateTime, Duration, FixedOffset};

use super::super::Register;
use super::super::drafts::DraftFolder;
use super::super::format::older_format;
use super::DoctorRequest;
use super::point::{HealthPoint, HealthTopic};
use crate::git::{History, RegisterFolder};
use crate::text::{CommandLine, Text};
use crate::tr;

/// By how much clocks of several computers may differ.
const CLOCKS_DIFFER: Duration = Duration::minutes(10);

/// After so long without a filing the clock may have run ahead.
const LONG_SILENT: Duration = Duration::days(400);

/// From this month on the calendar of the next year is usually published.
const PUBLISHED_IN: u32 = 12;

/// Whether the register's own files can be read, and are of this program's format.
pub(super) fn known(register: &Register) -> Vec<HealthPoint> {
    let (topic, mechanism) = (HealthTopic::Register, &register.mechanism);
    let mut points = Vec::new();
    let unreadable = register.known.unreadable.len();
    if unreadable > 0 {
        let what = tr!(
            "自身的文件有 {unreadable} 个读不出来（机制、单位、人员、矿山等）";
            "{unreadable} of its own files cannot be read (mechanism, units, people, mines)"
        );
        points.push(HealthPoint::amiss(topic, what).mended_by([CommandLine::new("check")]));
    }
    if let Some(older) = older_format(mechanism) {
        let office = mechanism.short(mechanism.office());
        points.push(HealthPoint::note(topic, older).mended_by([CommandLine::new("upgrade").option("as", office)]));
    }
    points.extend(
        register.unnamed().map(|unnamed| HealthPoint::note(topic, unnamed).mended_by([CommandLine::new("trust upgrade")])),
    );
    if points.is_empty() {
        let title = mechanism.file.title.to_string();
        points.push(HealthPoint::well(topic, Text::same(title)));
    }
    points
}

/// Whether the clock of this computer can be right, by what was filed.
pub(super) fn clock(register: &Register, history: Option<&History>, request: DoctorRequest) -> Vec<HealthPoint> {
    let (topic, now) = (HealthTopic::Clock, register.now);
    let shown = now.format("%Y-%m-%d %H:%M").to_string();
    let mut points = Vec::new();
    if request.is_clock_set {
        let what = tr!(
            "环境变量 LIANDONG_NOW 把时钟定在 {shown}，登记的日期都按它；不是在练习，就去掉这个变量";
            "LIANDONG_NOW has the clock at {shown}, and all days are taken from it; unset the variable unless this is for practice"
        );
        points.push(HealthPoint::note(topic, what));
    }
    let last = history.and_then(latest_commit);
    let when = |at: DateTime<FixedOffset>| at.with_timezone(&now.timezone()).format("%Y-%m-%d %H:%M").to_string();
    points.push(match last {
        Some(at) if now + CLOCKS_DIFFER < at => {
            let at = when(at);
            HealthPoint::amiss(
                topic,
                tr!(
                    "本机时钟是 {shown}，而最后一次登记在 {at}：不是本机慢了，就是那台快了；请在系统设置里打开自动校时，再登记";
                    "this computer's clock says {shown}, and the last filing was at {at}: it is slow, or that one was fast; have the system set its clock by itself before anything is filed"
                ),
            )
        }
        Some(at) if at + LONG_SILENT < now => {
            let at = when(at);
            HealthPoint::note(
                topic,
                tr!("本机时钟是 {shown}，而最后一次登记在 {at}，隔了一年多；请核对时钟"; "this computer's clock says {shown}, and the last filing was at {at}, more than a year before; see that the clock is right"),
            )
        }
        _ => HealthPoint::well(topic, tr!("{shown}，不早于最后一次登记"; "{shown}, not before the last filing")),
    });
    points
}

/// When the last filing was made that is known here, on whatever computer.
fn latest_commit(history: &History) -> Option<DateTime<FixedOffset>> {
    let (branch, here) = history.head().ok()?;
    let there = history.find(&branch.replacen("refs/heads/", "refs/remotes/origin/", 1)).ok().flatten();
    here.into_iter().chain(there).filter_map(|id| Some(history.commit(id).ok()?.at)).max()
}

/// Whether terms in working days can be counted.
pub(super) fn calendar(register: &Register) -> HealthPoint {
    let (topic, today) = (HealthTopic::Calendar, register.today());
    let this = today.year();
    let year = if today.month() >= PUBLISHED_IN && register.mechanism.calendar.contains_key(&this) { this + 1 } else { this };
    if register.mechanism.calendar.contains_key(&year) {
        return HealthPoint::well(topic, tr!("{year} 年的放假安排已登记"; "the holidays of {year} are filed"));
    }
    let what = tr!(
        "没有 {year} 年的放假安排：工作日按周一至周五数，节假日前后的期限会数错；国务院办公厅的通知发布后由办公室登记";
        "the holidays of {year} are not filed: working days are counted Monday to Friday, and terms around holidays come out wrong; the office files them once they are published"
    );
    let is_office = register.joined().is_none_or(|unit| unit == register.mechanism.office());
    let edit = is_office.then(|| CommandLine::new("edit").about(format!("calendar/{year}")));
    let point = if year == this { HealthPoint::amiss(topic, what) } else { HealthPoint::note(topic, what) };
    point.mended_by(edit)
}

/// What is begun and not filed.
pub(super) fn drafts(root: &RegisterFolder) -> HealthPoint {
    let count = DraftFolder::in_register(root).names().len();
    if count == 0 {
        return HealthPoint::well(HealthTopic::Drafts, Text::fixed("没有", "none"));
    }
    let what = tr!("有 {count} 份草稿没有登记，只在本机"; "{count} drafts are not filed and lie on this computer only");
    HealthPoint::note(HealthTopic::Drafts, what).mended_by([CommandLine::new("draft list")])
}
