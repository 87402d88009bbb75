//! From what rules found, saw and await to how each obligation stands in a year: derived, never stored.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::broken::{Broken, is_lacking_later};
use super::light::Light;
use super::named::Named;
use super::obligation_status::{ObligationState, ObligationStatus, reason, title};
use super::question::Question;
use super::waived::{excuse, is_excused};
use crate::model::{Day, Force, Ledger, Mechanism, Obligation, ObligationId, RecordPath, Reference};
use crate::rules::minimum::{self, Attainment, MinimumCount, Unproven};
use crate::rules::{self, Doubt, Evidence, Finding, Judgement, Level, Pending};
use crate::text::Text;
use crate::tr;

/// The evidence of one year, from which the status of each obligation is derived.
pub(super) struct YearEvidence<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) year: u16,
    pub(super) today: Day,
    /// What was found in the year.
    findings: BTreeMap<ObligationId, Vec<&'a Finding>>,
    facts: BTreeMap<ObligationId, Vec<&'a Evidence>>,
    /// The facts of the year of which the register does not show whether they fulfil what is asked.
    doubts: BTreeMap<ObligationId, Vec<&'a Doubt>>,
    /// What is to be done in time and no waiver excuses: of facts of the year, and of older ones while the year runs.
    pending: BTreeMap<ObligationId, Vec<&'a Pending>>,
    /// What was found of facts of the year, and was lacking only from a later year on; what never was done before what was done late.
    later: BTreeMap<ObligationId, &'a Finding>,
    /// The minimums of the year.
    pub(super) counts: Vec<MinimumCount<'a>>,
    question: &'a Question,
}

/// A state, its light, and what else is to be known.
pub(super) type StatusParts = (ObligationState, Option<Light>, Text);

impl<'a> YearEvidence<'a> {
    /// Of how many facts the particulars are told one by one.
    const PARTICULARS: usize = 3;

    pub(super) fn new(ledger: &'a Ledger, judgement: &'a Judgement, question: &'a Question, today: Day) -> Self {
        let year = question.year;
        let counts = minimum::counts(ledger, year, today);
        let mut evidence = Self {
            ledger,
            year,
            today,
            findings: BTreeMap::new(),
            facts: BTreeMap::new(),
            doubts: BTreeMap::new(),
            pending: BTreeMap::new(),
            later: BTreeMap::new(),
            counts,
            question,
        };
        for finding in judgement.findings.iter().filter(|finding| finding.reaches(year)) {
            if let Some(id) = finding.obligation {
                evidence.findings.entry(id).or_default().push(finding);
            }
        }
        let since_then = judgement.findings.iter().filter(|finding| is_lacking_later(finding, year));
        for finding in since_then.filter(|finding| excuse(ledger, finding, today).is_none()) {
            if let Some(id) = finding.obligation {
                let first = evidence.later.entry(id).or_insert(finding);
                if (finding.late, finding.since) < (first.late, first.since) {
                    *first = finding;
                }
            }
        }
        let broken = Broken::of_year(judgement, year, ledger);
        for (id, fact) in judgement.evidence.iter().filter(|(_, fact)| fact.under.year() == year) {
            if !broken.holds(*id, &fact.reference) {
                evidence.facts.entry(*id).or_default().push(fact);
            }
        }
        for (id, doubt) in judgement.doubts.iter().filter(|(_, doubt)| doubt.evidence.under.year() == year) {
            evidence.doubts.entry(*id).or_default().push(doubt);
        }
        let belongs = |pending: &&Pending| pending.on.year() == year || today.year() == year;
        for pending in judgement.pending.iter().filter(belongs).filter(|pending| !is_excused(ledger, pending, today)) {
            evidence.pending.entry(pending.obligation).or_default().push(pending);
        }
        evidence
    }

    pub(super) fn mechanism(&self) -> &'a Mechanism {
        &self.ledger.mechanism
    }

    /// The day by whose text the year is shown: its last, or today while it runs.
    pub(super) fn day(&self) -> Day {
        self.last().min(self.today)
    }

    pub(super) fn last(&self) -> Day {
        Day::last_of(self.year)
    }

    /// How an obligation stands.
    pub(super) fn standing(&self, obligation: &Obligation) -> ObligationStatus {
        let (count, evidence) = self.evidence(obligation);
        let (state, light, note) = self.with_what_followed(obligation, self.derive_status(obligation, &evidence));
        let clause = self.mechanism().cited(obligation.clause, self.day());
        ObligationStatus {
            id: obligation.id.to_string(),
            title: title(obligation),
            clause: obligation.clause.to_string(),
            clause_path: clause.map_or_else(String::new, |clause| clause.path.as_str().to_owned()),
            quote: obligation.text.as_str().to_owned(),
            force: obligation.force.word().id,
            state,
            light,
            count,
            least: self.least(obligation),
            evidence,
            pending: self.pending_of(obligation).len(),
            note,
        }
    }

    /// How many records show it, and the first of them. A record that shows it on several days is one piece of evidence.
    fn evidence(&self, obligation: &Obligation) -> (usize, Vec<Named>) {
        let mut first = HashMap::<&Reference, Day>::new();
        for evidence in self.facts.get(&obligation.id).into_iter().flatten() {
            first.entry(&evidence.reference).and_modify(|on| *on = (*on).min(evidence.on)).or_insert(evidence.on);
        }
        let mut shown: Vec<(Day, &Reference)> = first.into_iter().map(|(reference, on)| (on, reference)).collect();
        let count = shown.len();
        if count > ObligationStatus::EVIDENCE {
            shown.select_nth_unstable(ObligationStatus::EVIDENCE);
            shown.truncate(ObligationStatus::EVIDENCE);
        }
        shown.sort_unstable();
        (count, shown.into_iter().map(|(_, reference)| Named::from_reference(reference, self.mechanism())).collect())
    }

    fn derive_status(&self, obligation: &Obligation, evidence: &[Named]) -> StatusParts {
        if let Some(why) = self.outside(obligation) {
            return (ObligationState::NotApplicable, None, why);
        }
        if let Some(why) = rules::unjudged(obligation, self.year, self.mechanism()) {
            let found = self.found(obligation).filter(|(state, ..)| state.is_lacking());
            return found.unwrap_or((ObligationState::Unknown, None, why));
        }
        if let Force::Basis | Force::May = obligation.force {
            return self.found(obligation).unwrap_or_else(|| without_duty(obligation, evidence));
        }
        if !obligation.is_judged() {
            return (ObligationState::NotJudged, None, reason(obligation));
        }
        // What is worst is said; of two that weigh the same, what was found. What is not verified may not look met.
        let worst = self.running(obligation).into_iter().chain(self.found(obligation)).max_by_key(|(_, light, _)| *light);
        let doubtful = self.doubtful(obligation).or_else(|| self.unknown_period(obligation));
        match (worst, doubtful) {
            (Some(worst), None) => return worst,
            (Some(worst), Some(_)) if worst.0.is_lacking() => return worst,
            (_, Some(doubtful)) => return doubtful,
            (None, None) => {}
        }
        if let Some(awaited) = self.awaited(obligation) {
            return awaited;
        }
        if let Some(waiver) = self.waived(obligation) {
            return (ObligationState::Waived, Some(Light::Green), waiver);
        }
        if let Some(unproven) = self.counts_of(obligation).find_map(|count| self.unproven(count)) {
            return unproven;
        }
        if !evidence.is_empty() {
            return (ObligationState::Met, Some(Light::Green), self.particulars(obligation));
        }
        match self.mechanism().records_since() {
            Some(since) if self.last() < since => (ObligationState::Unknown, None, kept_from(since)),
            _ => self.no_occasion(obligation),
        }
    }

    /// What a period of the year makes of it that has ended and of which nobody can tell whether it was reached. That another was, or runs on,
    /// says nothing of it.
    fn unknown_period(&self, obligation: &Obligation) -> Option<StatusParts> {
        let ended = self.counts_of(obligation).filter(|count| count.period.last() < self.today);
        let mut left = ended.filter(|count| self.waiver(obligation, count).is_none());
        left.find_map(|count| match count.attainment(self.mechanism()) {
            Attainment::Unknown => Some((ObligationState::Unknown, None, kept_from(self.mechanism().records_since()?))),
            Attainment::Unproven => self.unproven(count),
            _ => None,
        })
    }

    /// What became of a year whose facts were all in order at its end: where a term ran on then and has run out since, the year looks neither
    /// met nor unknown, whatever else it shows.
    fn with_what_followed(&self, obligation: &Obligation, (state, light, note): StatusParts) -> StatusParts {
        let Some(later) = self.later.get(&obligation.id).filter(|_| state != ObligationState::NotApplicable) else {
            return (state, light, note);
        };
        let since = later.since.year();
        let (became, followed) = if later.late {
            let note = tr!("年末尚在时限内，此后逾期落实，见 {since} 年"; "its term ran on at the end of the year; carried out late, see {since}");
            (ObligationState::MetLate, note)
        } else {
            let note = tr!("年末尚在时限内，此后未落实，见 {since} 年"; "its term ran on at the end of the year; not carried out since, see {since}");
            (ObligationState::Open, note)
        };
        let light = light.map_or(Light::Yellow, |light| light.max(Light::Yellow));
        match state {
            ObligationState::Unmet(level) | ObligationState::Advised(level) if Level::Advice < level => {
                (state, Some(light), Text::join([&note, &followed], "；", "; "))
            }
            // How many took part in what was done says nothing of what was not, nor does that there was no other occasion.
            ObligationState::Met | ObligationState::NotSeen => (became, Some(light), followed),
            _ => (became, Some(light), Text::join([&followed, &note], "；", "; ")),
        }
    }

    /// What is to be known of the facts that fulfil it: how many took part, and what was amiss with a meeting or enforcement that counts all
    /// the same.
    fn particulars(&self, obligation: &Obligation) -> Text {
        let facts = self.facts.get(&obligation.id).map_or(&[][..], Vec::as_slice);
        let noted: Vec<&Evidence> = facts.iter().copied().filter(|fact| fact.note.is_some()).collect();
        let mut amiss: HashMap<&RecordPath, Vec<&Text>> = HashMap::new();
        if self.counts_of(obligation).next().is_some() {
            let counted: HashSet<&RecordPath> = noted.iter().map(|fact| &fact.reference.record).collect();
            let weighty =
                self.findings.values().flatten().filter(|found| Level::Advice < found.level && !found.late && !found.beside);
            for found in weighty.filter(|found| counted.contains(&found.record)) {
                let titles = amiss.entry(&found.record).or_default();
                if !titles.contains(&&found.rule.title) {
                    titles.push(&found.rule.title);
                }
            }
        }
        let words = |fact: &&Evidence| {
            let note = fact.note.as_deref().cloned().unwrap_or_default();
            let titles = amiss.get(&fact.reference.record).into_iter().flatten().copied();
            let said = Text::join(std::iter::once(&note).chain(titles), "，", ", ");
            if noted.len() == 1 {
                return said;
            }
            Text::join([&Named::from_reference(&fact.reference, self.mechanism()).title, &said], "：", ": ")
        };
        let mut lines: Vec<Text> = noted.iter().take(Self::PARTICULARS).map(words).collect();
        if Self::PARTICULARS < noted.len() {
            let left = noted.len() - Self::PARTICULARS;
            lines.push(tr!("另 {left} 次"; "{left} more"));
        }
        Text::join(&lines, "；", "; ")
    }

    /// What the facts make of it of which nobody can tell whether they fulfil it.
    fn doubtful(&self, obligation: &Obligation) -> Option<StatusParts> {
        let mut by_reason: Vec<(&Text, usize)> = Vec::new();
        for doubt in self.doubts.get(&obligation.id)? {
            match by_reason.iter_mut().find(|(why, _)| **why == doubt.why) {
                Some((_, count)) => *count += 1,
                None => by_reason.push((&doubt.why, 1)),
            }
        }
        let notes: Vec<Text> = by_reason.into_iter().map(|(why, count)| count_of(count, why)).collect();
        Some((ObligationState::Unknown, None, Text::join(&notes, "；", "; ")))
    }

    /// Where a count would be enough, had somebody recorded who took part, or could a file be read.
    fn unproven(&self, count: &MinimumCount<'_>) -> Option<StatusParts> {
        let (reference, why) = count.unproven.first().filter(|_| count.attainment(self.mechanism()) == Attainment::Unproven)?;
        let named = Named::from_reference(reference, self.mechanism()).title;
        let (zh, en) = (named.zh(), named.en());
        let note = match why {
            Unproven::Unread => tr!("{zh}未能读出，是否计入不明"; "{en} cannot be read, and whether it counts is unknown"),
            Unproven::NotVouchedFor => tr!(
                "{zh}是密钥失密以后签的，本单位还没有确认";
                "{en} was signed after the key fell into other hands, and the unit has not vouched for it"
            ),
            Unproven::AtOdds => {
                tr!("{zh}成员单位与工作小组不一致，是否联合不明"; "{en}: its groups name units that its team does not, and whether it was a joint one is unknown")
            }
            Unproven::WithoutEnd => {
                tr!("{zh}未登记结束日期，是否开展完毕不明"; "{en}: its end is not recorded, and whether it is over is unknown")
            }
            Unproven::WithoutTrace => {
                tr!("{zh}未见检查、问题、总结、通报或文书，是否开展不明"; "{en}: neither a visit, a problem, a summary, a circular nor an order is recorded, and whether it took place is unknown")
            }
            Unproven::WithoutParticipants => {
                tr!("{zh}未登记参加单位，是否两个以上成员单位参加不明"; "{en}: who took part is not recorded")
            }
        };
        Some((ObligationState::Unknown, None, note))
    }

    /// Why an obligation did not hold on any day of the year up to the one that is judged.
    fn outside(&self, obligation: &Obligation) -> Option<Text> {
        let mechanism = self.mechanism();
        let first = mechanism.versions(obligation.id).map(|version| version.since).min().flatten();
        let begins = first.map_or(mechanism.begins(), |first| first.max(mechanism.begins()));
        let from = if self.day() < begins { Some(begins) } else { obligation.due.filter(|due| self.last() < *due) };
        if let Some(from) = from {
            return Some(tr!("自 {from} 起适用"; "in force from {from}"));
        }
        let until = obligation.until.filter(|until| *until < Day::first_of(self.year))?;
        Some(tr!("至 {until} 止"; "in force until {until}"))
    }

    /// What findings make of it that no waiver excuses.
    fn found(&self, obligation: &Obligation) -> Option<StatusParts> {
        let standing: Vec<_> =
            self.breaches(obligation).filter(|finding| excuse(self.ledger, finding, self.today).is_none()).collect();
        let worst = standing.iter().map(|finding| finding.level).max()?;
        let count = standing.len();
        let below = standing.iter().filter(|finding| self.question.asks(&finding.actor, finding.rule)).count();
        let note = match below {
            0 => tr!("{count} 项，不在本次所查范围"; "{count}, not asked for here"),
            _ if below == count => tr!("{count} 项，见下"; "{count} below"),
            _ => tr!("{count} 项，其中 {below} 项见下"; "{count}, of which {below} below"),
        };
        if standing.iter().all(|finding| finding.late) {
            return Some((ObligationState::MetLate, Some(Light::Yellow), note));
        }
        let state = match obligation.force {
            Force::Must | Force::InPrinciple => ObligationState::Unmet(worst),
            Force::May | Force::Basis => ObligationState::Advised(worst),
        };
        Some((state, Some(Light::from_level(worst)), note))
    }

    /// What breaks an obligation, without what others owe beside it.
    fn breaches(&self, obligation: &Obligation) -> impl Iterator<Item = &'a Finding> {
        self.findings_of(obligation).filter(|finding| !finding.beside)
    }

    fn findings_of(&self, obligation: &Obligation) -> impl Iterator<Item = &'a Finding> {
        self.findings.get(&obligation.id).into_iter().flatten().copied()
    }

    /// What is still to be done makes of it: nothing is lacking, and the nearest day is said.
    fn awaited(&self, obligation: &Obligation) -> Option<StatusParts> {
        let pending = self.pending_of(obligation);
        let (count, due) = (pending.len(), pending.iter().map(|pending| pending.due).min()?);
        let note = tr!("待办 {count} 项，最近的 {due} 到期"; "{count} to do, the nearest due on {due}");
        // What is only advice when it is missed is no cause for concern before.
        let mut weighty = pending.iter().filter(|pending| Light::from_level(pending.level) != Light::Green);
        Some(if weighty.any(|pending| self.mechanism().is_near(self.today, pending.due)) {
            (ObligationState::NearDue, Some(Light::Yellow), note)
        } else {
            (ObligationState::Open, Some(Light::Green), note)
        })
    }

    fn pending_of(&self, obligation: &Obligation) -> &[&'a Pending] {
        self.pending.get(&obligation.id).map_or(&[], Vec::as_slice)
    }

    /// Everything that is to be done in time.
    pub(super) fn pending(&self) -> impl Iterator<Item = &'a Pending> {
        self.pending.values().flatten().copied()
    }

    /// The waiver by which an obligation was not carried out.
    fn waived(&self, obligation: &Obligation) -> Option<Text> {
        let of_finding = self.findings_of(obligation).find_map(|finding| excuse(self.ledger, finding, self.today));
        let waiver = of_finding.or_else(|| self.open(obligation).find_map(|count| self.waiver(obligation, count)))?;
        Some(Named::from_reference(&waiver.reference(), self.mechanism()).title)
    }

    fn no_occasion(&self, obligation: &Obligation) -> StatusParts {
        if self.counts_of(obligation).any(|count| count.attainment(self.mechanism()) == Attainment::NotAsked) {
            let why = Text::fixed("不足整个周期，按设置不作要求", "covered only in part; not asked for by the setting");
            return (ObligationState::NotApplicable, None, why);
        }
        if let Some(due) = obligation.due.filter(|due| due.year() < self.year) {
            return (
                ObligationState::NotSeen,
                None,
                tr!("条文所定日期为 {due}，不在本年"; "the clause names {due}, which is not of this year"),
            );
        }
        let note = match obligation.until.filter(|until| *until < self.day()) {
            Some(until) => {
                tr!("至 {until} 止，其间台账中未见适用情形"; "in force until {until}; the register shows no occasion until then")
            }
            None => Text::fixed("台账中未见适用情形", "the register shows no occasion"),
        };
        (ObligationState::NotSeen, None, note)
    }
}

fn kept_from(since: Day) -> Text {
    tr!("台账自 {since} 起录"; "the register is kept from {since}")
}

fn count_of(count: usize, why: &Text) -> Text {
    let (zh, en) = (why.zh(), why.en());
    tr!("{count} 项{zh}"; "{count} {en}")
}

/// What there is to say of a clause that only defines, or only allows, where no rule finds anything: neither can be carried out.
fn without_duty(obligation: &Obligation, evidence: &[Named]) -> StatusParts {
    let reason = reason(obligation);
    let note = |words: Text| if reason.is_empty() { words } else { reason.clone() };
    match (obligation.force, evidence.is_empty()) {
        (Force::Basis, _) => (ObligationState::Defined, None, note(Text::default())),
        (_, false) => (ObligationState::Allowed, None, Text::fixed("已采用", "made use of")),
        (_, true) => {
            let words = Text::fixed("未采用，同样符合本条", "not made use of, which follows the clause as well");
            (ObligationState::Allowed, None, note(words))
        }
    }
}
