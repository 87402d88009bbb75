//! What a thing that waits is about, as the paper or record that set it says: whoever reads of it need not look it up.

use super::{PaperContext, words};
use crate::model::{DocNumber, Kind, Line, Reference, Task};

/// The matter of a record, or of the part of one; nothing where its record has no words of its own for others to read.
pub(super) fn matter(about: &Reference, context: &PaperContext<'_>) -> Option<String> {
    let ledger = context.ledger;
    let whole = Reference::from(about.filed()?.clone());
    let no = about.part;
    match about.filed()?.kind {
        Kind::Meeting => {
            let meeting = &ledger.meeting(&whole)?.record;
            let number = meeting.minutes.as_ref().and_then(|minutes| minutes.doc_number.as_ref());
            // Minutes that are numbered by issue say nothing by their number alone.
            let number =
                number.map(|number| if number.parts().is_some() { number.to_string() } else { format!("会议纪要{number}") });
            let question = || meeting.unresolved.iter().find(|other| Some(other.no) == no);
            let set = || set_by(number.as_deref().or(meeting.title.as_ref().map(Line::as_str)), &meeting.task, no);
            set().or_else(|| question().map(|question| words::flat(&question.question)))
        }
        Kind::Enforcement => {
            let action = &ledger.enforcement(&whole)?.record;
            let number = action.circular.as_ref().and_then(|circular| circular.doc_number.as_ref()).map(DocNumber::as_str);
            let problem = || action.problem.iter().find(|other| Some(other.no) == no);
            let set = || set_by(number.or(action.title.as_ref().map(Line::as_str)), &action.task, no);
            let found = || problem().map(|problem| words::flat(&problem.text));
            set().or_else(found).or_else(|| action.title.as_ref().map(ToString::to_string))
        }
        Kind::Upward => {
            let reply = ledger.upward_paper(&whole)?.record.reply.as_ref()?;
            set_by(reply.number.as_ref().map(Line::as_str), &reply.task, no)
        }
        Kind::Hazard => Some(words::flat(&ledger.hazard(&whole)?.record.description)),
        Kind::Notice => Some(ledger.notice(&whole)?.record.title.to_string()),
        _ => None,
    }
    .filter(|matter| !matter.is_empty())
}

/// A task with the paper that set it.
fn set_by(paper: Option<&str>, tasks: &[Task], no: Option<u32>) -> Option<String> {
    let task = tasks.iter().find(|task| Some(task.no) == no)?;
    let (no, text) = (task.no, words::flat(&task.text));
    Some(paper.map_or_else(|| format!("督办事项第{no}项：{text}"), |paper| format!("{paper}部署的督办事项第{no}项：{text}")))
}
