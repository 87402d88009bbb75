//! A district at a glance, beside others.

use std::collections::BTreeMap;

use serde::Serialize;

use super::LakeView;
use super::courses::{LakeCourse, courses};
use crate::model::{Day, RecordPath};
use crate::report::check::standings;
use crate::report::redaction::Redact as _;
use crate::report::{Light, Named};
use crate::rules::Level;

/// What a page over districts says of one.
#[derive(Debug, Clone, Serialize)]
pub struct DistrictFigures {
    /// What its mechanism is called.
    pub title: String,
    /// The day as of which it is judged.
    pub as_of: Day,
    /// The ids of the obligations that its mechanism has: districts that have others are not compared.
    pub obligations: Vec<String>,
    /// How many obligations of the year of that day are under each light.
    pub lights: BTreeMap<Light, usize>,
    /// How many findings of it stand that are 未落实.
    pub unmet: usize,
    /// How many hazards were found in each month of that year.
    pub months: [usize; 12],
    /// How many hazards are open, and how many of these are major.
    pub open: (usize, usize),
    /// The hazards that took longest from finding to close-out, the slowest first.
    pub slowest: Vec<HazardDays>,
    /// Those that are open longest, the oldest first.
    pub oldest: Vec<HazardDays>,
}

/// A hazard and for how long.
#[derive(Debug, Clone, Serialize)]
pub struct HazardDays {
    /// Which.
    pub record: Named,
    /// Whether it is a major one.
    pub major: bool,
    /// The day on which it was found.
    pub found: Day,
    /// Days since, or until it was closed.
    pub days: i64,
}

impl DistrictFigures {
    /// So many hazards of a district are named.
    pub const NAMED: usize = 10;
}

/// A district at a glance.
#[must_use]
pub fn figures(view: &LakeView<'_>) -> DistrictFigures {
    let (context, today) = (view.context, view.stamp.as_of);
    let ledger = context.ledger;
    let year = today.year();
    let standings = standings(context, view.judgement, year);
    let mut lights = BTreeMap::new();
    for light in standings.iter().filter_map(|standing| standing.light) {
        *lights.entry(light).or_default() += 1;
    }
    let shown = |record: &RecordPath| !view.redaction.hides(record);
    let stands = view.judgement.findings.iter().filter(|finding| finding.level == Level::Unmet && finding.reaches(year));
    let (mut months, mut open, mut slowest, mut oldest) = ([0; 12], (0, 0), Vec::new(), Vec::new());
    // What another record goes on with is counted there.
    for course in courses(*view).filter(|course| !course.elsewhere) {
        let (found, major) = (course.hazard.record.found, course.major);
        if found.year() == year
            && let Some(month) = usize::try_from(found.month()).ok().and_then(|month| months.get_mut(month - 1))
        {
            *month += 1;
        }
        if course.closed().is_some() {
            slowest.push((course.days(today), course));
        } else if course.is_open() {
            open = (open.0 + 1, open.1 + usize::from(major));
            oldest.push((course.days(today), course));
        }
    }
    let named = |(days, course): (i64, LakeCourse<'_>)| {
        let mut record = Named::from_reference(&course.hazard.reference(), &ledger.mechanism);
        record.redact(view.redaction);
        HazardDays { record, major: course.major, found: course.hazard.record.found, days }
    };
    DistrictFigures {
        title: ledger.mechanism.file.title.to_string(),
        as_of: today,
        obligations: standings.iter().map(|standing| standing.id.clone()).collect(),
        lights,
        unmet: stands.filter(|finding| shown(&finding.record)).count(),
        months,
        open,
        slowest: longest(slowest).map(named).collect(),
        oldest: longest(oldest).map(named).collect(),
    }
}

/// The longest, in one order whatever they were found in.
fn longest<'a>(mut courses: Vec<(i64, LakeCourse<'a>)>) -> impl Iterator<Item = (i64, LakeCourse<'a>)> {
    let longer = |(one, course): &(i64, LakeCourse<'a>), (other, beside): &(i64, LakeCourse<'a>)| {
        other.cmp(one).then_with(|| course.hazard.path.cmp(&beside.hazard.path))
    };
    if courses.len() > DistrictFigures::NAMED {
        courses.select_nth_unstable_by(DistrictFigures::NAMED, longer);
        courses.truncate(DistrictFigures::NAMED);
    }
    courses.sort_by(longer);
    courses.into_iter()
}
