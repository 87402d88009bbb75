//! A whole register in memory: the mechanism and everything that was filed, in the order of paths.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::kinds::{
    Accident, Agenda, Directive, Enforcement, Facility, Hazard, Lead, Meeting, Notice, Order, Plan, Response, Upward, Waiver,
    every_kind,
};
use super::mechanism::Mechanism;
use super::{Day, FiledPath, KeyPath, Kind, Leaf, LeafGroups, MineId, OrderKind, Record, RecordPath, Reference, UnitId};

/// A record and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed<T> {
    /// Where it lies.
    pub path: FiledPath,
    /// What it holds, where it was read to: a register's records are most of what is in memory, and are not moved about.
    pub record: Box<T>,
}

impl<T> Filed<T> {
    /// A reference to the record as a whole.
    #[must_use]
    pub fn reference(&self) -> Reference {
        Reference::from(self.path.clone())
    }

    /// A reference to a part of it.
    #[must_use]
    pub fn part(&self, no: u32) -> Reference {
        Reference::part(RecordPath::Filed(self.path.clone()), no)
    }
}

impl Filed<Waiver> {
    /// Whether it speaks for a unit on a day: it is the unit's own, or that of one from which it took over; what the office
    /// filed is for all.
    #[must_use]
    pub fn speaks_for(&self, unit: &UnitId, on: Day, mechanism: &Mechanism) -> bool {
        self.path.unit == *mechanism.office() || mechanism.stands_for(unit, &self.path.unit, on)
    }

    /// Whether its term has not ended by a day. One that lasts as long as its period does has said all of it.
    #[must_use]
    pub fn holds(&self, today: Day) -> bool {
        self.record.until.is_none_or(|until| today.min(self.record.period.last()) <= until)
    }
}

/// All records of one kind, sorted by path.
pub type Collection<T> = Vec<Filed<T>>;

macro_rules! ledger {
    (files $files:tt happenings { $($(#[$meta:meta])* $kind:ident: $collection:ident $about:tt)+ }) => {
        /// The mechanism and everything filed under it.
        #[derive(Debug)]
        pub struct Ledger {
            /// What the register knows of itself.
            pub mechanism: Mechanism,
            /// Files that are there and could not be read: a reference to one is not a second fault.
            pub unreadable: BTreeSet<RecordPath>,
            /// What was signed with a key in wrong hands and its unit has not settled: nobody can tell whether it is so.
            pub doubtful: BTreeSet<RecordPath>,
            $(#[doc = concat!("Every ", stringify!($kind), ", sorted by path.")]
            pub $collection: Collection<$kind>,)+
            index: Index,
        }

        impl Ledger {
            /// A ledger of what was read and what could not be.
            ///
            /// # Errors
            /// The kinds of file without which nothing can be judged.
            pub fn new(
                records: impl IntoIterator<Item = (RecordPath, Record)>,
                unreadable: BTreeSet<RecordPath>,
            ) -> Result<Self, Vec<Kind>> {
                // A collection that grows holds twice what it needs for a moment; of 100,000 records that is much.
                let records: Vec<_> = records.into_iter().collect();
                let count = |kind: Kind| records.iter().filter(|(_, record)| record.kind() == kind).count();
                $(let mut $collection = Collection::<$kind>::with_capacity(count(Kind::$kind));)+
                let mut rest = Vec::new();
                for (path, record) in records {
                    match (path, record) {
                        $((RecordPath::Filed(path), Record::$kind(record)) => $collection.push(Filed { path, record }),)+
                        other => rest.push(other),
                    }
                }
                $($collection.sort_unstable_by(|a, b| a.path.cmp(&b.path));)+
                let mechanism = Mechanism::new(rest)?.with_unread(&unreadable);
                let mut ledger = Self { mechanism, unreadable, doubtful: BTreeSet::new(), $($collection,)+ index: Index::default() };
                ledger.index = Index::from_ledger(&ledger);
                Ok(ledger)
            }

            /// Takes out some records. What points at what is looked up anew.
            pub fn leave_out(&mut self, is_such: impl Fn(&FiledPath) -> bool) {
                $(self.$collection.retain(|filed| !is_such(&filed.path));)+
                self.index = Index::from_ledger(self);
            }

            /// Whether nobody can tell of a happening whether it is so.
            #[must_use]
            pub fn is_doubtful(&self, path: &FiledPath) -> bool {
                // Of most registers nothing is, and no path is copied to ask.
                !self.doubtful.is_empty() && self.doubtful.contains(&RecordPath::Filed(path.clone()))
            }

            /// Whether a happening was filed at that path.
            #[must_use]
            pub fn has(&self, path: &FiledPath) -> bool {
                match path.kind {
                    $(Kind::$kind => find(&self.$collection, path).is_some(),)+
                    _ => false,
                }
            }

            /// How many happenings there are.
            #[must_use]
            pub fn count(&self) -> usize {
                0 $(+ self.$collection.len())+
            }

            /// Shows every happening, kind by kind, in the order of paths.
            pub fn each<'a>(&'a self, mut see: impl FnMut(&'a FiledPath, &'a dyn super::Happening)) {
                $(for filed in &self.$collection {
                    see(&filed.path, &*filed.record);
                })+
            }

            /// A happening as such.
            #[must_use]
            pub fn happening(&self, path: &FiledPath) -> Option<&dyn super::Happening> {
                match path.kind {
                    $(Kind::$kind => find(&self.$collection, path).map(|filed| &*filed.record as &dyn super::Happening),)+
                    _ => None,
                }
            }
        }
    };
}

every_kind!(ledger);

/// The record at a path, found by bisection.
#[must_use]
fn find<'a, T>(collection: &'a Collection<T>, path: &FiledPath) -> Option<&'a Filed<T>> {
    collection.binary_search_by(|filed| filed.path.cmp(path)).ok().map(|at| &collection[at])
}

impl Ledger {
    /// Shows every leaf of some groups of every file that could be read, whatever its kind.
    pub fn leaves(&self, groups: LeafGroups, see: &mut dyn FnMut(&RecordPath, &KeyPath, Leaf<'_>)) {
        self.mechanism.leaves(groups, see);
        self.each(|path, record| {
            let path = RecordPath::Filed(path.clone());
            record.leaves_of(groups, &mut |at, leaf| see(&path, at, leaf));
        });
    }

    /// The hazard that a reference points at.
    #[must_use]
    pub fn hazard(&self, reference: &Reference) -> Option<&Filed<Hazard>> {
        find(&self.hazards, reference.filed()?)
    }

    /// The order that a reference points at.
    #[must_use]
    pub fn order(&self, reference: &Reference) -> Option<&Filed<Order>> {
        find(&self.orders, reference.filed()?)
    }

    /// The lead that a reference points at.
    #[must_use]
    pub fn lead(&self, reference: &Reference) -> Option<&Filed<Lead>> {
        find(&self.leads, reference.filed()?)
    }

    /// The accident that a reference points at.
    #[must_use]
    pub fn accident(&self, reference: &Reference) -> Option<&Filed<Accident>> {
        find(&self.accidents, reference.filed()?)
    }

    /// The accidents of which a lead told.
    pub fn accidents_from(&self, lead: &Reference) -> impl Iterator<Item = &Filed<Accident>> + use<'_> {
        at(&self.accidents, &self.index.accidents, lead)
    }

    /// The accidents that say they are the same as another.
    pub(super) fn accidents_naming(&self, accident: &Reference) -> impl Iterator<Item = &Filed<Accident>> + use<'_> {
        at(&self.accidents, &self.index.same_accidents, accident)
    }

    /// The leads that say they are the same as another.
    pub(super) fn leads_naming(&self, lead: &Reference) -> impl Iterator<Item = &Filed<Lead>> + use<'_> {
        at(&self.leads, &self.index.same_leads, lead)
    }

    /// The meeting that a reference points at.
    #[must_use]
    pub fn meeting(&self, reference: &Reference) -> Option<&Filed<Meeting>> {
        find(&self.meetings, reference.filed()?)
    }

    /// The joint enforcement that a reference points at.
    #[must_use]
    pub fn enforcement(&self, reference: &Reference) -> Option<&Filed<Enforcement>> {
        find(&self.enforcements, reference.filed()?)
    }

    /// The response that a reference points at.
    #[must_use]
    pub fn response(&self, reference: &Reference) -> Option<&Filed<Response>> {
        find(&self.responses, reference.filed()?)
    }

    /// The notice that a reference points at.
    #[must_use]
    pub fn notice(&self, reference: &Reference) -> Option<&Filed<Notice>> {
        find(&self.notices, reference.filed()?)
    }

    /// The paper upward that a reference points at.
    #[must_use]
    pub fn upward_paper(&self, reference: &Reference) -> Option<&Filed<Upward>> {
        find(&self.upward, reference.filed()?)
    }

    /// What was said in response to a record or to that part of one.
    pub fn responses_to(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Response>> + use<'_> {
        at(&self.responses, &self.index.responses, reference)
    }

    /// The notices that are about a record or that part of one, withdrawn ones and drafts included.
    pub fn notices_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Notice>> + use<'_> {
        at(&self.notices, &self.index.told, reference)
    }

    /// The papers upward that are about a record or that part of one.
    pub fn papers_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Upward>> + use<'_> {
        at(&self.upward, &self.index.papers, reference)
    }

    /// The meetings of which a question says that it went upward by that paper.
    pub fn meetings_sending(&self, paper: &Reference) -> impl Iterator<Item = &Filed<Meeting>> + use<'_> {
        at(&self.meetings, &self.index.sent_up, paper)
    }

    /// The items that a meeting dealt with: those that it lists, and those that name it. In the order of paths, each once.
    #[must_use]
    pub fn agenda_of(&self, meeting: &Filed<Meeting>) -> Vec<&Filed<Agenda>> {
        let listed = meeting.record.agenda.iter().filter_map(|item| find(&self.agenda, item.filed()?));
        let naming = at(&self.agenda, &self.index.agenda, &meeting.reference());
        let items: BTreeMap<&FiledPath, &Filed<Agenda>> = listed.chain(naming).map(|item| (&item.path, item)).collect();
        items.into_values().collect()
    }

    /// The hazards that were taken over from a record or that part of one, such as a problem of a joint enforcement.
    pub fn hazards_from(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Hazard>> + use<'_> {
        at(&self.hazards, &self.index.taken_over, reference)
    }

    /// Whether a joint enforcement was carried out: its record shows something of it, or an order was served for it. One from before it began
    /// cannot be its outcome.
    #[must_use]
    pub fn was_carried_out(&self, action: &Filed<Enforcement>) -> bool {
        let came_of_it = |order: &Filed<Order>| action.record.began().is_none_or(|began| began <= order.record.at.day());
        action.record.was_carried_out() || self.orders_about(&action.reference()).any(came_of_it)
    }

    /// The orders that name a hazard, joint enforcement or lead (or that part of one) as their ground.
    pub fn orders_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Order>> + use<'_> {
        at(&self.orders, &self.index.ordered, reference)
    }

    /// Whether an order stops or closes its whole mine or takes a licence from it, so that nothing there may work on.
    #[must_use]
    pub fn stops_whole_mine(&self, order: &Filed<Order>) -> bool {
        let mine = order.record.mine.as_ref().and_then(|mine| self.mechanism.mines.get(mine));
        order.record.stops_whole_mine(mine)
    }

    /// Whether an order closes its whole mine.
    #[must_use]
    pub fn closes_mine(&self, order: &Filed<Order>) -> bool {
        order.record.kind == OrderKind::Close && self.stops_whole_mine(order)
    }

    /// Whether an order has all work at its mine stop, or closes it.
    #[must_use]
    pub fn stops_all_work(&self, order: &Filed<Order>) -> bool {
        let mine = order.record.mine.as_ref().and_then(|mine| self.mechanism.mines.get(mine));
        order.record.stops_all_work(mine)
    }

    /// Whether a department determined what a hazard weighs, by a paper and a criterion.
    #[must_use]
    pub fn is_determined(&self, hazard: &Filed<Hazard>) -> bool {
        let mine = self.mechanism.mines.get(&hazard.record.mine);
        hazard.record.determined.as_deref().is_some_and(|determined| {
            let by = determined.by.as_ref().map(super::Line::as_str).unwrap_or_default();
            determined.is_founded(mine) && self.mechanism.speaks_for(by, &hazard.path.unit, determined.on)
        })
    }

    /// The orders that were served on a mine.
    pub fn orders_at(&self, mine: &MineId) -> impl Iterator<Item = &Filed<Order>> + use<'_> {
        at(&self.orders, &self.index.served_at, &Reference::whole(RecordPath::Mine(mine.clone())))
    }

    /// The orders that stop or close a whole mine or take its licence, lifted ones included.
    pub fn stoppages_of(&self, mine: &MineId) -> impl Iterator<Item = &Filed<Order>> + use<'_> {
        at(&self.orders, &self.index.stoppages, &Reference::whole(RecordPath::Mine(mine.clone())))
    }

    /// The orders that close a mine as a whole, lifted ones included.
    pub fn closures_of(&self, mine: &MineId) -> impl Iterator<Item = &Filed<Order>> + use<'_> {
        self.stoppages_of(mine).filter(|order| order.record.kind == OrderKind::Close)
    }

    /// The notices that say they correct this one, drafts included.
    pub fn corrections_of(&self, notice: &Filed<Notice>) -> impl Iterator<Item = &Filed<Notice>> + use<'_> {
        at(&self.notices, &self.index.corrections, &notice.reference())
    }

    /// The notices that say they withdraw this one, drafts included.
    pub(super) fn withdrawals_of(&self, notice: &Filed<Notice>) -> impl Iterator<Item = &Filed<Notice>> + use<'_> {
        at(&self.notices, &self.index.withdrawals, &notice.reference())
    }
}

/// Positions in a collection, by what the records there point at.
type Pointers = HashMap<Reference, Vec<usize>>;

/// The records of a collection that point at something.
fn at<'a, T>(
    collection: &'a Collection<T>,
    pointers: &'a Pointers,
    reference: &Reference,
) -> impl Iterator<Item = &'a Filed<T>> + use<'a, T> {
    pointers.get(reference).into_iter().flatten().map(|position| &collection[*position])
}

/// Who points at what, so that a rule about one record does not walk the whole register.
#[derive(Debug, Default)]
struct Index {
    responses: Pointers,
    told: Pointers,
    corrections: Pointers,
    withdrawals: Pointers,
    papers: Pointers,
    sent_up: Pointers,
    agenda: Pointers,
    taken_over: Pointers,
    ordered: Pointers,
    served_at: Pointers,
    stoppages: Pointers,
    accidents: Pointers,
    same_accidents: Pointers,
    same_leads: Pointers,
}

impl Index {
    fn from_ledger(ledger: &Ledger) -> Self {
        Self {
            responses: pointers(&ledger.responses, |response| response.to.iter()),
            told: pointers(&ledger.notices, |notice| notice.about.iter()),
            corrections: pointers(&ledger.notices, |notice| notice.corrects.iter()),
            withdrawals: pointers(&ledger.notices, |notice| notice.withdraws.iter()),
            papers: pointers(&ledger.upward, |paper| paper.about.iter()),
            sent_up: pointers(&ledger.meetings, |meeting| {
                meeting.unresolved.iter().filter_map(|question| question.upward.as_ref())
            }),
            agenda: pointers(&ledger.agenda, |item| item.meeting.iter()),
            taken_over: pointers(&ledger.hazards, |hazard| hazard.from.iter()),
            ordered: pointers(&ledger.orders, |order| [&order.hazard, &order.enforcement, &order.lead].into_iter().flatten()),
            served_at: served_at(ledger, |_| true),
            stoppages: served_at(ledger, |order| ledger.stops_whole_mine(order)),
            accidents: pointers(&ledger.accidents, |accident| accident.lead.iter()),
            same_accidents: pointers(&ledger.accidents, |accident| accident.same_as.iter()),
            same_leads: pointers(&ledger.leads, |lead| lead.same_as.iter()),
        }
    }
}

/// Where the records of a collection point.
fn pointers<'a, T, I: Iterator<Item = &'a Reference>>(collection: &'a Collection<T>, targets: impl Fn(&'a T) -> I) -> Pointers {
    let mut pointers = Pointers::new();
    for (position, filed) in collection.iter().enumerate() {
        for target in targets(&filed.record) {
            pointers.entry(target.clone()).or_default().push(position);
        }
    }
    pointers
}

/// Which orders of some were served on which mine.
fn served_at(ledger: &Ledger, is_such: impl Fn(&Filed<Order>) -> bool) -> Pointers {
    let mut pointers = Pointers::new();
    for (position, order) in ledger.orders.iter().enumerate().filter(|(_, order)| is_such(order)) {
        if let Some(mine) = &order.record.mine {
            pointers.entry(Reference::whole(RecordPath::Mine(mine.clone()))).or_default().push(position);
        }
    }
    pointers
}
