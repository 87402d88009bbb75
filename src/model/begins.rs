//! Since when a thing can be spoken of.

use super::{Day, Kind, Ledger, RecordPath, Reference};

impl Ledger {
    /// The first day on which anything can be said of what a reference points at.
    #[must_use]
    pub fn begins(&self, of: &Reference) -> Option<Day> {
        let RecordPath::Filed(path) = &of.record else { return None };
        match (path.kind, of.part) {
            (Kind::Agenda | Kind::Waiver, _) => None,
            (Kind::Enforcement, Some(no)) => {
                let action = &self.enforcement(of)?.record;
                let problem = action.problem.iter().find(|problem| problem.no == no);
                problem.map_or(action.began(), |problem| action.found_on(problem))
            }
            (Kind::Upward, Some(_)) => self.upward_paper(of)?.record.reply.as_ref().map(|reply| reply.on),
            (Kind::Notice, _) => {
                let notice = &self.notice(of)?.record;
                let word = notice.preliminary.as_ref().map(|word| word.at.day());
                word.into_iter().chain(notice.issued).min()
            }
            // A day that is only supposed makes nothing else false.
            (Kind::Meeting, _) => self.meeting(of)?.record.held,
            _ => self.happening(path)?.on(),
        }
    }
}
