//! What counts as one notice of the year (四（三）: 信息通报原则上每年进行一次).

use super::circle::{Circle, circle_of};
use super::notice_chain::{corrected, stands};
use super::zero_report_contradicted::was_followed;
use crate::model::{Filed, Notice};
use crate::rules::Context;

/// Whether a notice counts towards a minimum: it went out to somebody, stands, and is a notice of its own, neither a withdrawal nor the
/// correction of another. A report that there is nothing to tell counts for the year of which
/// it says so, unless that unit had something to tell of later in the year.
pub(in crate::rules) fn is_further_notice(notice: &Filed<Notice>, context: &Context<'_>) -> bool {
    let Some(issued) = stands(notice, context) else { return false };
    let record = &notice.record;
    record.withdraws.is_none()
        && record.none_for.is_none_or(|year| year == issued.year() && !was_followed(notice, year, issued, context))
        && corrected(notice, context).is_none()
        && circle_of(notice, issued, context) != Circle::Nobody
}
