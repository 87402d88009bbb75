//! Which system a paper upward belongs to: 二（七） for what a meeting could not settle, 三（七） for joint enforcement, 四（六） for
//! problems that notices told of.

use crate::model::{Carrier, Reference, System, Upward, UpwardKind};
use crate::rules::Context;

/// The system of what a paper is about. Only meetings ask for a decision from above, so a request belongs to them whatever it
/// is about; a report about nothing of any system belongs to none.
pub(in crate::rules) fn system_of<'a>(paper: &Upward, context: &Context<'a>) -> Option<&'a System> {
    let mut concerned = paper.about.iter().filter_map(|about| concerned(about, paper, context));
    match paper.kind {
        UpwardKind::Report => concerned.next(),
        UpwardKind::Request => concerned
            .find(|system| system.record == Carrier::Meeting)
            .or_else(|| context.ledger.mechanism.system(Carrier::Meeting, None, paper.on)),
    }
}

fn concerned<'a>(about: &Reference, paper: &Upward, context: &Context<'a>) -> Option<&'a System> {
    let ledger = context.ledger;
    let (carrier, named) = if let Some(meeting) = ledger.meeting(about) {
        (Carrier::Meeting, &meeting.record.system)
    } else if let Some(action) = ledger.enforcement(about) {
        (Carrier::Enforcement, &action.record.system)
    } else {
        (Carrier::Notice, &ledger.notice(about)?.record.system)
    };
    ledger.mechanism.system(carrier, named.as_ref(), paper.on)
}
