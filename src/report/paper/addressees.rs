//! 主送 and 抄送 (GB/T 9704-2012, 7.3.2 and 7.4.2): who a paper goes to, by class and in the mechanism's order; and where there are more
//! than a page can take, their classes in place of their names.

use serde::Serialize;

use super::PaperContext;
use crate::model::{BodyKind, Day, Party};
use crate::text::width;

/// Those to whom a paper goes: those above, equals, those below, those watched over. 、 stands within a class and ， between two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Addressees {
    /// Classes with at least one name each.
    pub classes: Vec<AddresseeClass>,
}

/// Addressees of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddresseeClass {
    /// Where they stand beside the issuer.
    pub rank: Rank,
    /// Their names on the day of the paper.
    pub names: Vec<String>,
}

/// Where addressees stand beside the issuer, in the order in which they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rank {
    /// The government and other superiors.
    Above,
    /// Units, and bodies beside them.
    Beside,
    /// Towns.
    Below,
    /// Enterprises, and what the mechanism watches over.
    Watched,
}

/// Halves of characters that the head of a paper has for addressees: six lines of 28. Beyond them its first page might show no text.
const HEAD: usize = 6 * 28 * 2;
/// Halves that the imprint has for them: twelve lines of 26. Beyond them it could not stand at the foot of a page.
const FOOT: usize = 12 * 26 * 2;

impl Addressees {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    /// Whether they are too many for the head of a paper, and stand in its imprint.
    #[must_use]
    pub fn is_long(&self) -> bool {
        width(&self.words()) > HEAD
    }

    /// Whether they are too many even for the imprint.
    pub(super) fn are_too_many(&self) -> bool {
        width(&self.words()) > FOOT
    }

    /// As papers print them, without what stands before and behind.
    #[must_use]
    pub fn words(&self) -> String {
        let class = |class: &AddresseeClass| class.names.join("、");
        self.classes.iter().map(class).collect::<Vec<_>>().join("，")
    }

    /// Those of one class after the other, by the longest first, give way to the name of their class, until they fit the head. Gives
    /// those that did.
    pub(super) fn gather(&mut self, object: &str) -> Vec<String> {
        let mut listed = Vec::new();
        while self.is_long() {
            let longest =
                self.classes.iter_mut().filter(|class| class.names.len() > 1).max_by_key(|class| width(&class.names.concat()));
            let Some(class) = longest else { break };
            let called = match class.rank {
                Rank::Above => "上级单位".to_owned(),
                Rank::Beside => "各有关单位".to_owned(),
                Rank::Below => "各有关镇街".to_owned(),
                Rank::Watched => format!("各有关{object}"),
            };
            listed.append(&mut class.names);
            class.names = vec![format!("{called}（名单附后）")];
        }
        listed
    }
}

impl PaperContext<'_> {
    /// Parties as a paper names them on a day: each once, by class, in the mechanism's order; mines in the order in which they are given.
    pub(super) fn addressees<'a>(&self, parties: impl IntoIterator<Item = &'a Party>, on: Option<Day>) -> Addressees {
        let mut ranked: Vec<(Rank, usize, String)> =
            parties.into_iter().map(|party| (self.rank(party), self.place(party), self.full(party, on))).collect();
        ranked.sort_by_key(|(rank, place, _)| (*rank, *place));
        let mut classes: Vec<AddresseeClass> = Vec::new();
        for (rank, _, name) in ranked {
            match classes.last_mut().filter(|class| class.rank == rank) {
                Some(class) if class.names.contains(&name) => {}
                Some(class) => class.names.push(name),
                None => classes.push(AddresseeClass { rank, names: vec![name] }),
            }
        }
        Addressees { classes }
    }

    pub(super) fn rank(&self, party: &Party) -> Rank {
        let body = match party {
            Party::Mine(_) => return Rank::Watched,
            Party::Body(id) => self.ledger.mechanism.body(id),
        };
        match body.map(|body| body.kind) {
            Some(BodyKind::Government | BodyKind::Superior) => Rank::Above,
            Some(BodyKind::Town) => Rank::Below,
            Some(BodyKind::Enterprise) => Rank::Watched,
            Some(BodyKind::Other) | None => Rank::Beside,
        }
    }

    /// Where the mechanism names a party: units as members of its systems, bodies on their list.
    fn place(&self, party: &Party) -> usize {
        let mechanism = &self.ledger.mechanism;
        let editions = mechanism.file.edition.iter().rev();
        let mut members = editions.flat_map(|edition| &edition.system).flat_map(|system| &system.members);
        let body = |party: &Party| mechanism.bodies.iter().position(|body| *party == Party::Body(body.id.clone()));
        members.position(|member| party.is_unit(member)).or_else(|| body(party)).unwrap_or(usize::MAX)
    }
}
