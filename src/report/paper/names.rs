//! Who is named in a paper, and how.

use super::PaperContext;
use super::parts::Title;
use crate::model::{BodyId, BodyKind, Day, Happening, Line, MineId, Party, System, UnitId};

impl PaperContext<'_> {
    /// The day by whose text the paper is written: that of the fact, else the last of the year under which it is filed.
    pub(super) fn day(&self, on: Option<Day>) -> Day {
        on.unwrap_or(Day::last_of(self.year))
    }

    /// The system to which the record belongs, by the text of its day.
    pub(super) fn system<'m>(&'m self, record: &'m dyn Happening, on: Option<Day>) -> Option<&'m System> {
        self.ledger.mechanism.system_of(self.issuer, record, self.day(on))
    }

    /// The full name of a unit, body or mine on a day.
    pub(super) fn full(&self, party: &Party, on: Option<Day>) -> String {
        self.ledger.mechanism.full_name(party, on).to_owned()
    }

    /// The full name of a unit on a day.
    pub(super) fn unit(&self, unit: &UnitId, on: Option<Day>) -> String {
        self.full(&Party::from(unit.clone()), on)
    }

    /// The full names of units on a day, one behind the other.
    pub(super) fn units(&self, units: &[UnitId], on: Option<Day>) -> String {
        units.iter().map(|unit| self.unit(unit, on)).collect::<Vec<_>>().join("、")
    }

    /// The full names of parties on a day, one behind the other.
    pub(super) fn parties(&self, parties: &[Party], on: Option<Day>) -> String {
        parties.iter().map(|party| self.full(party, on)).collect::<Vec<_>>().join("、")
    }

    /// What whatever is watched over is called.
    pub(super) fn object(&self) -> &str {
        self.ledger.mechanism.file.object.as_ref().map_or("矿山", Line::as_str)
    }

    /// The name of a mine.
    pub(super) fn mine(&self, mine: &MineId) -> String {
        self.full(&Party::Mine(mine.clone()), None)
    }

    /// The full name of the issuer on a day.
    pub(super) fn own_name(&self, on: Option<Day>) -> String {
        self.unit(self.issuer, on)
    }

    /// Whether a paper to them goes upward: no circular does.
    fn is_above(&self, party: &Party) -> bool {
        let Party::Body(id) = party else { return false };
        self.ledger.mechanism.body(id).is_some_and(|body| matches!(body.kind, BodyKind::Government | BodyKind::Superior))
    }

    /// The full name of a body.
    pub(super) fn body(&self, body: &BodyId, on: Option<Day>) -> String {
        self.full(&Party::Body(body.clone()), on)
    }

    /// Those to whom a paper goes and those who get a copy of it, since what goes down is never addressed upward.
    pub(super) fn addressed<'a>(&self, to: impl IntoIterator<Item = &'a Party>, on: Option<Day>) -> (Vec<String>, Vec<String>) {
        // Nobody writes to itself.
        let others = to.into_iter().filter(|party| !party.is_unit(self.issuer));
        let (above, below): (Vec<&Party>, Vec<&Party>) = others.partition(|party| self.is_above(party));
        let named = |parties: Vec<&Party>| parties.into_iter().map(|party| self.full(party, on)).collect();
        (named(below), named(above))
    }

    /// A title as papers have it: issuer, matter and kind of paper. What the record's own title says of them stays as it is.
    pub(super) fn title(&self, own: &str, sort: &str, on: Option<Day>) -> Title {
        const SORTS: &[&str] = &["函", "通报", "通知", "报告", "请示", "纪要", "方案", "意见", "决定"];
        // An invented record says so behind its title.
        let bare = own.strip_suffix("（虚构）").unwrap_or(own);
        let matter = if SORTS.iter().any(|sort| bare.ends_with(sort)) { own.to_owned() } else { format!("关于{own}的{sort}") };
        let name = self.own_name(on);
        let words = if matter.starts_with("关于") { format!("{name}{matter}") } else { matter };
        self.whole(words)
    }

    /// A title with the names in it that are not to be parted.
    pub(super) fn whole(&self, words: String) -> Title {
        let mechanism = &self.ledger.mechanism;
        let systems = mechanism.file.edition.iter().flat_map(|edition| &edition.system).map(|system| system.name.as_str());
        let names = mechanism.every_name().chain(systems);
        let mut whole: Vec<String> = names.filter(|name| words.contains(name)).map(str::to_owned).collect();
        whole.sort();
        whole.dedup();
        Title { words, whole }
    }
}
