//! A whole register in memory: the mechanism and everything that was filed, in the order of paths.

use std::collections::{BTreeSet, HashMap};

use super::kinds::{Agenda, Enforcement, Hazard, Lead, Meeting, Notice, Order, Plan, Response, Upward, Waiver};
use super::mechanism::Mechanism;
use super::{FiledPath, Kind, Record, RecordPath, Reference};

/// A record and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed<T> {
    /// Where it lies.
    pub path: FiledPath,
    /// What it holds.
    pub record: T,
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

/// All records of one kind, sorted by path.
pub type Shelf<T> = Vec<Filed<T>>;

macro_rules! ledger {
    ($($shelf:ident: $kind:ident;)+) => {
        /// The mechanism and everything filed under it.
        #[derive(Debug)]
        pub struct Ledger {
            /// What the register knows of itself.
            pub mechanism: Mechanism,
            /// Files that are there and could not be read: a reference to one is not a second fault.
            pub unreadable: BTreeSet<RecordPath>,
            $(#[doc = concat!("Every ", stringify!($kind), ", sorted by path.")]
            pub $shelf: Shelf<$kind>,)+
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
                $(let mut $shelf = Shelf::<$kind>::new();)+
                let mut rest = Vec::new();
                for (path, record) in records {
                    match (path, record) {
                        $((RecordPath::Filed(path), Record::$kind(record)) => $shelf.push(Filed { path, record: *record }),)+
                        other => rest.push(other),
                    }
                }
                $($shelf.sort_by(|a, b| a.path.cmp(&b.path));)+
                let mut ledger = Self { mechanism: Mechanism::new(rest)?, unreadable, $($shelf,)+ index: Index::default() };
                ledger.index = Index::of(&ledger);
                Ok(ledger)
            }

            /// Whether a happening was filed at that path.
            #[must_use]
            pub fn has(&self, path: &FiledPath) -> bool {
                match path.kind {
                    $(Kind::$kind => find(&self.$shelf, path).is_some(),)+
                    _ => false,
                }
            }

            /// How many happenings there are.
            #[must_use]
            pub fn count(&self) -> usize {
                0 $(+ self.$shelf.len())+
            }

            /// Shows every happening, kind by kind, in the order of paths.
            pub fn each(&self, mut see: impl FnMut(&FiledPath, &dyn super::Happening)) {
                $(for filed in &self.$shelf {
                    see(&filed.path, &filed.record);
                })+
            }

            /// A happening as such.
            #[must_use]
            pub fn happening(&self, path: &FiledPath) -> Option<&dyn super::Happening> {
                match path.kind {
                    $(Kind::$kind => find(&self.$shelf, path).map(|filed| &filed.record as &dyn super::Happening),)+
                    _ => None,
                }
            }
        }
    };
}

ledger! {
    plans: Plan;
    leads: Lead;
    orders: Order;
    hazards: Hazard;
    notices: Notice;
    agenda: Agenda;
    meetings: Meeting;
    enforcements: Enforcement;
    responses: Response;
    upward: Upward;
    waivers: Waiver;
}

/// The record at a path, found by bisection.
#[must_use]
fn find<'a, T>(shelf: &'a Shelf<T>, path: &FiledPath) -> Option<&'a Filed<T>> {
    shelf.binary_search_by(|filed| filed.path.cmp(path)).ok().map(|at| &shelf[at])
}

impl Ledger {
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
    pub fn responses_to(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Response>> {
        self.index.responses.get(reference).into_iter().flatten().map(|at| &self.responses[*at])
    }

    /// The notices that are about a record or that part of one, withdrawn ones and drafts included.
    pub fn notices_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Notice>> {
        self.index.told.get(reference).into_iter().flatten().map(|at| &self.notices[*at])
    }

    /// The hazards that were taken over from a record or that part of one, such as a problem of a joint enforcement.
    pub fn hazards_from(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Hazard>> + use<'_> {
        self.index.taken_over.get(reference).into_iter().flatten().map(|at| &self.hazards[*at])
    }

    /// The orders that name a hazard, joint enforcement or lead (or that part of one) as their ground.
    pub fn orders_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Order>> + use<'_> {
        self.index.ordered.get(reference).into_iter().flatten().map(|at| &self.orders[*at])
    }

    /// The papers upward that are about a record or that part of one.
    pub fn upward_about(&self, reference: &Reference) -> impl Iterator<Item = &Filed<Upward>> + use<'_> {
        self.index.sent_up.get(reference).into_iter().flatten().map(|at| &self.upward[*at])
    }

    /// The notice that withdrew this one, if any: it counts for nothing then.
    #[must_use]
    pub fn withdrawn_by(&self, notice: &Filed<Notice>) -> Option<&Filed<Notice>> {
        self.index.withdrawals.get(&notice.reference()).map(|at| &self.notices[*at])
    }
}

/// Who points at what, so that a rule about one record does not walk the whole register.
#[derive(Debug, Default)]
struct Index {
    responses: HashMap<Reference, Vec<usize>>,
    told: HashMap<Reference, Vec<usize>>,
    withdrawals: HashMap<Reference, usize>,
    taken_over: HashMap<Reference, Vec<usize>>,
    ordered: HashMap<Reference, Vec<usize>>,
    sent_up: HashMap<Reference, Vec<usize>>,
}

impl Index {
    fn of(ledger: &Ledger) -> Self {
        let mut index = Self::default();
        for (at, notice) in ledger.notices.iter().enumerate() {
            if let Some(withdrawn) = &notice.record.withdraws {
                index.withdrawals.insert(withdrawn.clone(), at);
            }
        }
        index.responses = by_target(&ledger.responses, |response| &response.to);
        index.told = by_target(&ledger.notices, |notice| &notice.about);
        index.taken_over = by_target(&ledger.hazards, |hazard| &hazard.from);
        index.ordered = by_target(&ledger.orders, |order| order.enforcement.iter().chain(&order.hazard).chain(&order.lead));
        index.sent_up = by_target(&ledger.upward, |paper| &paper.about);
        index
    }
}

/// The positions of the records that point at a target, by target.
fn by_target<'a, T, R>(shelf: &'a Shelf<T>, targets: impl Fn(&'a T) -> R) -> HashMap<Reference, Vec<usize>>
where
    R: IntoIterator<Item = &'a Reference>,
{
    let mut index = HashMap::<_, Vec<usize>>::new();
    for (at, filed) in shelf.iter().enumerate() {
        for target in targets(&filed.record) {
            index.entry(target.clone()).or_default().push(at);
        }
    }
    index
}
