//! The rules of trust a second time, as simply as they can be said: whole sets of commits, no walk, no git. What verifies real histories
//! is held against it.

use std::collections::{BTreeMap, BTreeSet};

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Office,
    Police,
    /// A second key of the police's, which may be retired.
    PoliceOld,
    Forest,
    Stranger,
}

/// How a file may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HowItChanges {
    Free,
    /// From its version 1 on it stays.
    Frozen,
    /// Its versions only grow.
    Grows,
}

/// The files that commits play with; a version of each is a number.
pub(super) const PATHS: [&str; 7] = [
    "people/gongan.toml",
    "people/linye.toml",
    "notices/2025/gongan/001.toml",
    "hazards/2025/linye/001.toml",
    "keys/gongan.toml",
    "keys/anweiban.toml",
    "mechanism.toml",
];
pub(super) const POLICE_KEYS: &str = PATHS[4];
pub(super) const OFFICE_KEYS: &str = PATHS[5];
/// Files by which it is judged who may sign what.
const OF_KEYS: [&str; 3] = [PATHS[4], PATHS[5], PATHS[6]];
/// The first version of the office's keys with a consent in it. Each says what one of the three without a consent says.
pub(super) const CONSENTED: u8 = 10;

/// What a version of the office's keys says, whatever was consented to: 0 two keys, 1 the same with an end, 2 two keys of which a change
/// takes both.
pub(super) fn said_by_office(version: u8) -> u8 {
    if version < CONSENTED { version } else { (version - CONSENTED) % 3 }
}

/// In its version 0 the register has no name; the others are two names.
pub(super) const MECHANISM: &str = PATHS[6];

/// Which name a commit says, or a register has.
pub(super) type Name = Option<u8>;

/// Who owns a file.
pub(super) fn owners(path: &str) -> &'static [Hand] {
    match path {
        "people/gongan.toml" | "notices/2025/gongan/001.toml" => &[Hand::Police, Hand::PoliceOld],
        "people/linye.toml" | "hazards/2025/linye/001.toml" => &[Hand::Forest],
        _ => &[Hand::Office],
    }
}

fn is_record(path: &str) -> bool {
    path.starts_with("notices/") || path.starts_with("hazards/")
}

fn change(path: &str) -> HowItChanges {
    match path {
        path if path.starts_with("notices/") => HowItChanges::Frozen,
        path if path.starts_with("hazards/") => HowItChanges::Grows,
        _ => HowItChanges::Free,
    }
}

pub(super) type FileVersion = Option<u8>;

/// A commit.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) parents: Vec<usize>,
    pub(super) files: BTreeMap<&'static str, u8>,
    pub(super) hand: Hand,
    /// For which register it says that it is.
    pub(super) said: Name,
    /// Whether it is dated more than a day ahead.
    pub(super) ahead: bool,
    /// Itself and all that it goes back to.
    before: BTreeSet<usize>,
    /// The paths that it changed of its own.
    changed: BTreeSet<&'static str>,
}

/// What a merge does about a path that is not simply one side's.
#[derive(Debug, PartialEq, Eq)]
enum Decided {
    Made,
    LeftOut,
    Taken,
}

/// A history.
#[derive(Default)]
pub(super) struct SimpleRules {
    pub(super) points: Vec<Point>,
    /// After which commit, and with which keys of the police, each consent holds that stands in a version of the office's keys.
    pub(super) consents: BTreeMap<u8, (usize, FileVersion)>,
}

impl SimpleRules {
    pub(super) fn add(
        &mut self,
        parents: &[usize],
        files: BTreeMap<&'static str, u8>,
        (hand, said): (Hand, Name),
        ahead: bool,
    ) -> usize {
        let at = self.points.len();
        let mut before: BTreeSet<usize> = parents.iter().flat_map(|parent| self.points[*parent].before.clone()).collect();
        before.insert(at);
        self.points.push(Point { parents: parents.to_vec(), files, hand, said, ahead, before, changed: BTreeSet::new() });
        let differs = |path: &&str| self.version(at, path) != parents.first().and_then(|first| self.version(*first, path));
        let changed = match parents {
            [first, side] => {
                let decided = self.decided(at, *first, *side).into_iter();
                decided.filter(|(_, what)| *what != Decided::Taken).map(|(path, _)| path).collect()
            }
            _ => PATHS.into_iter().filter(differs).collect(),
        };
        self.points[at].changed = changed;
        at
    }

    pub(super) fn version(&self, at: usize, path: &str) -> FileVersion {
        self.points[at].files.get(path).copied()
    }

    pub(super) fn beyond(&self, tip: usize, other: usize) -> BTreeSet<usize> {
        self.points[tip].before.difference(&self.points[other].before).copied().collect()
    }

    /// Whether nothing lay at a path wherever a line builds on another.
    fn began(&self, tip: usize, other: usize, path: &str) -> bool {
        let own = self.beyond(tip, other);
        if own.is_empty() {
            return self.version(tip, path).is_none();
        }
        let parents = own.iter().flat_map(|at| &self.points[*at].parents).filter(|parent| !own.contains(parent));
        parents.into_iter().all(|parent| self.version(*parent, path).is_none())
    }

    /// Whether a line changed a path beyond another, other than by beginning a record and taking it out again.
    fn changed(&self, tip: usize, other: usize, path: &str) -> bool {
        let touched = self.beyond(tip, other).iter().any(|at| self.points[*at].changed.contains(path));
        let never_was = is_record(path) && self.version(tip, path).is_none() && self.began(tip, other, path);
        touched && !never_was
    }

    fn decided(&self, at: usize, first: usize, side: usize) -> Vec<(&'static str, Decided)> {
        let what = |path: &'static str| {
            let (made, main, theirs) = (self.version(at, path), self.version(first, path), self.version(side, path));
            let by_merge = || {
                self.beyond(side, first)
                    .iter()
                    .any(|at| self.points[*at].parents.len() > 1 && self.points[*at].changed.contains(path))
            };
            if made != main {
                if made != theirs || self.changed(first, side, path) {
                    return Some((path, Decided::Made));
                }
                return by_merge().then_some((path, Decided::Taken));
            }
            (main != theirs && self.changed(side, first, path)).then_some((path, Decided::LeftOut))
        };
        PATHS.into_iter().filter_map(what).collect()
    }

    /// The commits that are not in order between one on the main line and another; none at all where the main line does not lead there.
    pub(super) fn faults(&self, tip: usize, since: usize) -> Option<BTreeSet<usize>> {
        let mut line = Vec::new();
        let mut at = tip;
        while at != since {
            line.push(at);
            at = *self.points[at].parents.first()?;
        }
        let (mut faults, mut readable) = (BTreeSet::new(), since);
        for at in line.into_iter().rev() {
            let parents = &self.points[at].parents;
            let main = parents[0];
            // Without a mechanism nothing is understood: keys that cannot be read any more are those that could be read last.
            let keys = if self.version(main, MECHANISM).is_some() { main } else { readable };
            readable = keys;
            for side in &parents[1..] {
                faults.extend(
                    self.beyond(*side, main)
                        .into_iter()
                        .filter(|side| !self.is_in_order(*side, (main, keys), true) || !self.is_of_line(*side, main, at)),
                );
            }
            if self.ends(at, keys) || !self.is_in_order(at, (main, keys), false) || !self.is_of_line(at, main, at) {
                faults.insert(at);
            }
        }
        Some(faults)
    }

    /// The first commit, where it says a name that its register has not: nothing before it could have given it one.
    pub(super) fn faults_of_beginning(&self) -> BTreeSet<usize> {
        (0..1).filter(|first| self.points[*first].said != self.name(*first)).collect()
    }

    /// Whether nobody could be admitted any more after a commit.
    pub(super) fn ends(&self, at: usize, main: usize) -> bool {
        let can_admit = |at| self.version(at, MECHANISM).is_some() && self.office(at).is_some_and(|says| says != 1);
        can_admit(main) && !can_admit(at)
    }

    /// What the office's keys say at a commit.
    pub(super) fn office(&self, at: usize) -> FileVersion {
        self.version(at, OFFICE_KEYS).map(said_by_office)
    }

    /// Whether a change of keys has the hands that it takes.
    pub(super) fn has_hands(&self, at: usize, main: usize) -> bool {
        let Point { parents, changed, .. } = &self.points[at];
        let (Some(first), Some(_)) = (parents.first().copied(), self.version(at, MECHANISM)) else { return true };
        let touched = OF_KEYS.into_iter().any(|path| changed.contains(path));
        let left_out = match parents[..] {
            [first, side] => {
                self.decided(at, first, side).iter().any(|(path, what)| OF_KEYS.contains(path) && *what == Decided::LeftOut)
            }
            _ => false,
        };
        let says = |at| self.version(at, MECHANISM).map(|_| (self.version(at, POLICE_KEYS), self.office(at)));
        if !touched || (!left_out && says(first) == says(at)) {
            return true;
        }
        let takes_two = |at| self.version(at, MECHANISM).is_some() && self.office(at) == Some(2);
        let is_bound = !takes_two(at) || self.name(at).is_some();
        is_bound && (![main, first, at].into_iter().any(takes_two) || (self.is_consented(at) && self.office(main).is_some()))
    }

    /// Whether another person consented to just what a commit makes of the keys.
    pub(super) fn is_consented(&self, at: usize) -> bool {
        let given = self.version(at, OFFICE_KEYS).and_then(|version| self.consents.get(&version));
        let made = self.points[at].parents.first().map(|parent| (*parent, self.version(at, POLICE_KEYS)));
        made.is_some_and(|made| given == Some(&made))
    }

    /// What a register is called at a commit.
    pub(super) fn name(&self, at: usize) -> Name {
        self.version(at, MECHANISM).filter(|version| *version > 0)
    }

    /// Whether a commit that arrives with another is made for the register that the main line is, and leaves it its name. All arrive on
    /// one day here: a line from before the register was named is never late.
    fn is_of_line(&self, at: usize, main: usize, arrives: usize) -> bool {
        let Point { parents, said, .. } = &self.points[at];
        let (before, own) = (parents.first().and_then(|first| self.name(*first)), self.name(at));
        let line = self.name(main).or(self.name(arrives));
        let asked = before.or(own);
        let keeps = before.is_none() || own == before;
        let says = match (said, asked) {
            (None, asked) => asked.is_none(),
            (said, None) => *said == line,
            (said, asked) => *said == asked && (line.is_none() || line == asked),
        };
        keeps && says
    }

    /// Whether a commit that arrives behind `main` is its maker's to make, by the keys of `keys`.
    fn is_in_order(&self, at: usize, (main, keys): (usize, usize), is_side: bool) -> bool {
        let point = &self.points[at];
        let admitted = match point.hand {
            Hand::Office => self.version(keys, OFFICE_KEYS).is_some(),
            Hand::Police => self.version(keys, POLICE_KEYS).is_some(),
            Hand::PoliceOld => self.version(keys, POLICE_KEYS) == Some(0),
            Hand::Forest => true,
            Hand::Stranger => false,
        };
        // The mechanism never goes, and once the register has a name, nothing does that was on the main line.
        let goes = |path: &str, old: FileVersion, new: FileVersion| {
            old.is_some() && new.is_none() && (path == MECHANISM || self.name(keys).is_some())
        };
        let stays = |path: &str, old: FileVersion, new: FileVersion| {
            (is_side && self.began(at, main, path)) || (follows(path, old, new) && !goes(path, old, new))
        };
        let own = |path: &'static str, old: FileVersion, new: FileVersion| {
            let by_office = point.hand == Hand::Office && path.starts_with("people/") && new.is_some();
            (owners(path).contains(&point.hand) || by_office) && stays(path, old, new)
        };
        let fits = match point.parents[..] {
            [parent] => point.changed.iter().all(|path| own(path, self.version(parent, path), self.version(at, path))),
            [first, side] => self.decided(at, first, side).into_iter().all(|(path, what)| {
                let (old, new) = (self.version(first, path), self.version(at, path));
                match what {
                    Decided::Made => own(path, old, new),
                    Decided::LeftOut => owners(path).contains(&point.hand),
                    Decided::Taken => stays(path, old, new),
                }
            }),
            _ => false,
        };
        admitted && !point.ahead && fits && self.has_hands(at, keys)
    }

    /// Whether a merge takes what a merge within its side decided.
    pub(super) fn takes_decided(&self, at: usize) -> bool {
        let [first, side] = self.points[at].parents[..] else { return false };
        self.decided(at, first, side).iter().any(|(_, what)| *what == Decided::Taken)
    }
}

fn follows(path: &str, old: FileVersion, new: FileVersion) -> bool {
    match (change(path), old, new) {
        (HowItChanges::Free, ..) | (_, None, _) => true,
        (_, Some(_), None) => false,
        (HowItChanges::Frozen, Some(old), Some(new)) => old == 0 || old == new,
        (HowItChanges::Grows, Some(old), Some(new)) => old <= new,
    }
}
