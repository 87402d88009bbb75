//! The courses of hazards over the months: from finding to close-out or to the day judged, with term, report and re-inspections.

use chrono::{Datelike as _, NaiveDate};

use super::{INK, RULE, SOFT};
use crate::render::html::page::{HtmlPage, class, real};
use crate::report::year::{HazardCourse, YearReport};
use crate::text::{Text, clip};
use crate::tr;

const ROW: f64 = 24.0;
/// Where the year begins, behind the names.
const LEFT: f64 = 232.0;
const RIGHT: f64 = 950.0;
/// Where rows begin, below the months.
const TOP: f64 = 26.0;

/// The span of days that the chart covers.
struct Axis {
    first: NaiveDate,
    days: i64,
}

impl Axis {
    /// The year, and further where some term lies beyond; what was found earlier begins at the edge.
    fn from_report(report: &YearReport) -> Option<Self> {
        let year = i32::from(report.heading.year);
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(year, 12, 31)?;
        Some(Self { first, days: (last - first).num_days() })
    }

    /// Where a day stands; days beyond the year stand at its edge.
    fn x(&self, day: NaiveDate) -> f64 {
        let days = (day - self.first).num_days().clamp(0, self.days);
        let share = i32::try_from(days).map_or(0.0, f64::from) / i32::try_from(self.days).map_or(1.0, f64::from);
        LEFT + (RIGHT - LEFT) * share
    }
}

pub(in crate::render::html) fn courses(page: &mut HtmlPage, report: &YearReport) {
    let Some(axis) = Axis::from_report(report) else { return };
    let courses = &report.hazards.courses;
    let count = courses.len();
    page.open("figure", &[]);
    let caption = Text::fixed(
        "未销号隐患和重大隐患的时间线：○ 发现　◇ 现行期限　▷ 企业报完成　✓ 复查合格　✕ 复查不合格　■ 销号　竖虚线 截至日",
        "Courses of open and major hazards: ○ found, ◇ term, ▷ reported done, ✓ passed, ✕ failed, ■ closed, dashed: day judged",
    );
    page.say("figcaption", &[], &caption);
    let height = TOP + ROW * real(count) + 6.0;
    let title = Text::fixed("隐患时间线", "courses of hazards");
    let described =
        tr!("{count} 处隐患一年中的经过，逐条见下表"; "the courses of {count} hazards, row by row in the table below");
    page.chart("c-courses", (960, 24 * u32::try_from(count).unwrap_or(0) + 32), &title, &described);
    months(page, &axis, height);
    let today = report.heading.as_of.date();
    let at = axis.x(today);
    page.xml.empty(
        "path",
        &[("d", &format!("M{at:.1} {TOP}V{height:.1}")), ("stroke", SOFT), ("stroke-dasharray", "3 3"), ("fill", "none")],
    );
    for (row, course) in courses.iter().enumerate() {
        one(page, &axis, TOP + ROW * real(row), course, today);
    }
    page.xml.close("svg");
    page.close("figure");
}

fn months(page: &mut HtmlPage, axis: &Axis, height: f64) {
    for month in 1..=12 {
        let Some(first) = axis.first.with_month(month) else { continue };
        let x = axis.x(first);
        page.line((x, TOP - 4.0), (x, height), RULE, "1");
        let words = tr!("{month}月"; "{month}");
        let words = words.get(page.lang).to_owned();
        page.mark((x + 4.0, TOP - 10.0), 12, &[("class", "soft")], &words);
    }
}

fn one(page: &mut HtmlPage, axis: &Axis, top: f64, course: &HazardCourse, today: NaiveDate) {
    let y = top + ROW / 2.0;
    let name = course.record.title.get(page.lang);
    let name = clip(&format!("{name} {}", course.mine), 32);
    page.mark((0.0, y + 4.5), 13, &[], &name);
    let found = axis.x(course.found.date());
    let end = match course.closed {
        Some(closed) => axis.x(closed.date()),
        None => axis.x(today),
    };
    page.bar((found, y - 3.0), ((end - found).max(1.0), 6.0), &format!("fill-{}", class(Some(course.light))));
    if let Some(term) = course.term {
        let x = axis.x(term.date());
        page.shape(&format!("M{x:.1} {:.1}l6 6-6 6-6-6z", y - 6.0), "#fff", INK);
    }
    page.xml.empty(
        "circle",
        &[
            ("cx", &format!("{found:.1}")),
            ("cy", &format!("{y:.1}")),
            ("r", "4.4"),
            ("fill", "#fff"),
            ("stroke", INK),
            ("stroke-width", "1.6"),
        ],
    );
    if let Some(reported) = course.reported {
        let x = axis.x(reported.date());
        page.shape(&format!("M{:.1} {:.1}l8 5-8 5z", x - 3.0, y - 5.0), "#fff", INK);
    }
    for options in &course.looks {
        let sign = if options.passed { "✓" } else { "✕" };
        page.mark((axis.x(options.on.date()), y - 5.0), 13, &[("text-anchor", "middle"), ("font-weight", "700")], sign);
    }
    if course.closed.is_some() {
        page.shape(&format!("M{:.1} {:.1}h9v9h-9z", end - 4.5, y - 4.5), INK, INK);
    }
}
