//! What units, bodies and mines are called, who took over from whom, and whom a name means.

use super::Mechanism;
use crate::model::{Body, BodyId, Day, Line, MineId, Party, RecordPath, SystemId, Unit, UnitId, called, plain_name};
use crate::text::{Text, clean, nearest};
use crate::tr;

impl Mechanism {
    /// The short name of a unit; its id where the register does not know it.
    #[must_use]
    pub fn short<'a>(&'a self, unit: &'a UnitId) -> &'a str {
        self.units.get(unit).map_or(unit.as_str(), |unit| unit.short.as_str())
    }

    /// Whether a unit acts for another on a day: it is the same one, or took over from it by then (a unit may merge or split).
    #[must_use]
    pub fn stands_for(&self, unit: &UnitId, other: &UnitId, on: Day) -> bool {
        let mut seen = vec![other];
        let mut at = 0;
        // Successors may end in their turn; each is looked at once, so that a circle does no harm.
        while let Some(gone) = seen.get(at).copied() {
            if gone == unit {
                return true;
            }
            seen.extend(self.heirs(gone, on).iter().filter(|heir| !seen.contains(heir)).collect::<Vec<_>>());
            at += 1;
        }
        false
    }

    /// Whether a party is a unit that acts for another on a day.
    #[must_use]
    pub fn is_for(&self, party: &Party, unit: &UnitId, on: Day) -> bool {
        party.as_unit().is_some_and(|acting| self.stands_for(&acting, unit, on))
    }

    /// Whether a unit acts for the office on a day.
    #[must_use]
    pub fn is_office(&self, unit: &UnitId, on: Day) -> bool {
        self.stands_for(unit, self.office(), on)
    }

    /// Who took over from a unit that had ended by a day.
    fn heirs(&self, unit: &UnitId, on: Day) -> &[UnitId] {
        let gone = self.units.get(unit).filter(|unit| unit.until.is_some_and(|until| until < on));
        gone.map_or(&[], |unit| &unit.successors)
    }

    /// Who acts for a member on a day: itself, or who took over from it; nobody where it had not joined yet, or was dissolved
    /// without a successor.
    #[must_use]
    pub fn acting<'a>(&'a self, member: &'a UnitId, on: Day) -> Option<&'a UnitId> {
        let begun = |unit: &Unit| unit.since.is_none_or(|since| since <= on);
        if !self.units.get(member).is_none_or(begun) {
            return None;
        }
        let mut acting = member;
        // No more steps than there are units: a circle of successors leads nowhere.
        for _ in 0..=self.units.len() {
            let ended = self.units.get(acting).is_some_and(|unit| unit.until.is_some_and(|until| until < on));
            if !ended {
                return Some(acting);
            }
            acting = self.heirs(acting, on).first()?;
        }
        None
    }

    /// Whether a unit is there on a day: known, begun and not ended. One whose file cannot be read is taken to be.
    #[must_use]
    pub fn exists(&self, unit: &UnitId, on: Day) -> bool {
        let known = self.units.get(unit);
        known.map_or(self.unread.contains(unit), |unit| {
            unit.since.is_none_or(|since| since <= on) && unit.until.is_none_or(|until| on <= until)
        })
    }

    /// Whether a unit has the duty to close mines on a day; `None` where the mechanism does not say whose that is.
    #[must_use]
    pub fn may_close(&self, unit: &UnitId, on: Day) -> Option<bool> {
        let mut closers = self.duties.iter().filter(|(_, file)| file.duty.iter().any(|duty| duty.closes)).peekable();
        closers.peek()?;
        Some(closers.any(|(closer, _)| self.stands_for(unit, closer, on)))
    }

    /// A body without a folder.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == *id)
    }

    /// What a mine is called; one without a file by its id.
    #[must_use]
    pub fn mine_name<'a>(&'a self, mine: &'a MineId) -> &'a str {
        self.mines.get(mine).map_or(mine.as_str(), |mine| mine.name.as_str())
    }

    /// The unit that writes a file: the office where no other does.
    #[must_use]
    pub fn owner_of<'a>(&'a self, path: &'a RecordPath) -> &'a UnitId {
        path.owner().unwrap_or(self.office())
    }

    /// The short name of a unit, body or mine.
    #[must_use]
    pub fn party<'a>(&'a self, party: &'a Party) -> &'a str {
        match party {
            Party::Mine(mine) => self.mine_name(mine),
            Party::Body(id) => {
                let unit = self.units.iter().find(|(unit, _)| unit.as_str() == id.as_str()).map(|(_, unit)| unit.short.as_str());
                unit.or_else(|| self.body(id).map(|body| body.short.as_str())).unwrap_or(id.as_str())
            }
        }
    }

    /// The full name that a unit, body or mine bore on a day: an old paper prints the old name.
    #[must_use]
    pub fn full_name<'a>(&'a self, party: &'a Party, on: Option<Day>) -> &'a str {
        let Party::Body(id) = party else { return self.party(party) };
        match self.units.iter().find(|(unit, _)| unit.as_str() == id.as_str()) {
            Some((_, unit)) => {
                let borne = unit.former.iter().filter(|former| on.is_some_and(|on| on <= former.until));
                borne.min_by_key(|former| former.until).map_or(unit.name.as_str(), |former| former.name.as_str())
            }
            None => self.body(id).map_or(id.as_str(), |body| body.name.as_str()),
        }
    }

    /// The name under which a unit issues papers, where its file says it; under a former name it had none that is known.
    #[must_use]
    pub fn issuing_name(&self, unit: &UnitId, on: Option<Day>) -> Option<String> {
        let unit = self.units.get(unit)?;
        let was_former = unit.former.iter().any(|former| on.is_some_and(|on| on <= former.until));
        unit.issuing_name.as_ref().filter(|_| !was_former).map(ToString::to_string)
    }

    /// The mine of that id or name, however it is written; of a name that none has now, the one that had it. `None` also where several
    /// are called so.
    #[must_use]
    pub fn mine_named(&self, given: &str) -> Option<&MineId> {
        match self.mines_called(given)[..] {
            [mine] => Some(mine),
            _ => None,
        }
    }

    /// The mines of that id or name, however it is written; of those that had it, where none has it now.
    #[must_use]
    pub fn mines_called(&self, given: &str) -> Vec<&MineId> {
        if let Some((id, _)) = self.mines.iter().find(|(id, _)| id.as_str() == given) {
            return vec![id];
        }
        let now = called(self.mines.iter().map(|(id, mine)| (id, mine.name.as_str())), given);
        if !now.is_empty() {
            return now;
        }
        let former = self.mines.iter().flat_map(|(id, mine)| mine.former_names.iter().map(move |name| (id, name.as_str())));
        let mut had = called(former, given);
        had.dedup();
        had
    }

    /// The system of that name, in the newest edition that has one.
    #[must_use]
    pub fn system_named(&self, given: &str) -> Option<&SystemId> {
        let systems = self.file.edition.iter().rev().flat_map(|edition| &edition.system);
        called(systems.map(|system| (&system.id, system.name.as_str())), given).into_iter().next()
    }

    /// The body of that id, full, short or other name.
    #[must_use]
    pub fn body_named(&self, given: &str) -> Option<&BodyId> {
        let names = (self.bodies.iter())
            .flat_map(|body| std::iter::once(body.id.as_str()).chain(body.names()).map(move |name| (&body.id, name)));
        called(names, given).into_iter().next()
    }

    /// What everything that has a name is called.
    pub fn every_name(&self) -> impl Iterator<Item = &str> {
        let units = self.units.values().flat_map(names);
        let bodies = self.bodies.iter().flat_map(|body| [body.name.as_str(), body.short.as_str()]);
        units.chain(bodies).chain(self.mines.values().map(|mine| mine.name.as_str()))
    }

    /// Whether the register knows a unit, body or mine.
    #[must_use]
    pub fn knows(&self, party: &Party) -> bool {
        match party {
            Party::Mine(mine) => self.mines.contains_key(mine),
            Party::Body(id) => self.body(id).is_some() || party.as_unit().is_some_and(|unit| self.units.contains_key(&unit)),
        }
    }

    /// The unit that a person names: by id, full, short or former name, or alias.
    ///
    /// # Errors
    /// That there is none, with the nearest; or that several are called so.
    pub fn unit_named(&self, given: &str) -> Result<&UnitId, Text> {
        let given = given.trim();
        let shown = clean(given);
        match self.units_called(given)[..] {
            [unit] => Ok(unit),
            [] => {
                let all = self.units.iter().flat_map(|(id, unit)| std::iter::once(id.as_str()).chain(names(unit)));
                Err(if let Some(near) = nearest(given, all) {
                    tr!("没有“{shown}”这个单位，是不是“{near}”？"; "there is no unit \"{shown}\"; did you mean \"{near}\"?")
                } else {
                    let all = self.units.values().map(|unit| unit.short.as_str()).collect::<Vec<_>>().join("、");
                    tr!("没有“{shown}”这个单位，可选：{all}"; "there is no unit \"{shown}\"; the units are {all}")
                })
            }
            ref several => {
                let ids = several.iter().map(|unit| unit.as_str()).collect::<Vec<_>>();
                let (zh, en) = (ids.join("、"), ids.join(", "));
                Err(tr!(
                    "有几个单位叫“{shown}”，请写代号：{zh}";
                    "several units are called \"{shown}\"; name one by its id: {en}"
                ))
            }
        }
    }

    /// The units of that id or name, however it is written: those that have not ended before others; of a name that none has now, those that
    /// had it.
    #[must_use]
    pub fn units_called(&self, given: &str) -> Vec<&UnitId> {
        if let Some((id, _)) = self.units.iter().find(|(id, _)| id.as_str() == given) {
            return vec![id];
        }
        let present = self
            .units
            .iter()
            .flat_map(|(id, unit)| std::iter::once(id.as_str()).chain(present_names(unit)).map(move |name| (id, name)));
        let former = self.units.iter().flat_map(|(id, unit)| unit.former.iter().map(move |former| (id, former.name.as_str())));
        let mut found = called(present, given);
        if found.is_empty() {
            found = called(former, given);
        }
        found.dedup();
        let is_there = |unit: &&UnitId| self.units.get(*unit).is_some_and(|unit| unit.until.is_none());
        let there: Vec<&UnitId> = found.iter().copied().filter(is_there).collect();
        if there.is_empty() { found } else { there }
    }
}

impl Mechanism {
    /// Whether whoever is named so speaks for a unit on a day: where words name a unit, it is that one or one that took over; where they name
    /// another body, or an expert without a unit, nobody does; of anybody else it is taken, since who is whose is known of few.
    #[must_use]
    pub fn speaks_for(&self, named: &str, unit: &UnitId, on: Day) -> bool {
        let plain = plain_name(named);
        let holds = |name: &str| plain.contains(&plain_name(name));
        let mut units = self.units.iter().filter(|(_, unit)| names(unit).any(holds)).map(|(id, _)| id).peekable();
        if units.peek().is_some() {
            return units.any(|other| self.stands_for(other, unit, on) || self.stands_for(unit, other, on));
        }
        !plain.contains("专家") && !self.bodies.iter().any(|body| holds(body.name.as_str()))
    }
}

fn names(unit: &Unit) -> impl Iterator<Item = &str> + Clone {
    present_names(unit).chain(unit.former.iter().map(|former| former.name.as_str()))
}

fn present_names(unit: &Unit) -> impl Iterator<Item = &str> + Clone {
    [unit.name.as_str(), unit.short.as_str()].into_iter().chain(unit.aliases.iter().map(Line::as_str))
}
