//! A paper as whatever speaks of it cites it: by the title and the issuer that it bears.

use super::names::CitedPaper;
use super::{PaperContext, circular, invitation, minutes, notice, plan, upward};
use crate::model::{FiledPath, Kind, Ledger, Reference, UnitId};

/// The paper of a record whose number stands under that key. `None` where the register makes no such paper.
#[must_use]
pub fn cited(path: &FiledPath, key: &str, ledger: &Ledger) -> Option<CitedPaper> {
    let at = Reference::from(path.clone());
    let with = jointly(&at, ledger);
    let context = PaperContext { ledger, reference: String::new(), issuer: &path.unit, with, year: path.year };
    let (own, sort, on) = match (path.kind, key.split('.').next()?) {
        (Kind::Notice, _) => notice::titled(&ledger.notice(&at)?.record, &context),
        (Kind::Upward, _) => upward::titled(&ledger.upward_paper(&at)?.record),
        (Kind::Meeting, "notice") => invitation::titled(&ledger.meeting(&at)?.record, &context),
        (Kind::Meeting, _) => return Some(minutes::cited(&ledger.meeting(&at)?.record, &context)),
        (Kind::Enforcement, "plan") => plan::titled(&ledger.enforcement(&at)?.record, &context),
        (Kind::Enforcement, _) => circular::titled(&ledger.enforcement(&at)?.record, &context),
        _ => return None,
    };
    Some(CitedPaper { title: context.matter_titled(&own, sort, on), issuer: context.issued_by(on) })
}

/// The units that issue a paper beside the one whose record it is.
pub(super) fn jointly<'a>(at: &Reference, ledger: &'a Ledger) -> &'a [UnitId] {
    let notice = ledger.notice(at).map(|notice| &notice.record.jointly[..]);
    notice.or_else(|| ledger.upward_paper(at).map(|upward| &upward.record.jointly[..])).unwrap_or_default()
}
