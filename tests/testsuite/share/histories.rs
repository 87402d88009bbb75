//! Histories that nobody thought of, by honest and dishonest hands: lines laid across each other, states brought back, old dates, dates
//! ahead, second beginnings, renames, deletions. What verifies them agrees with the simple reference, commit by commit; what an
//! exchange makes of two lines is always in order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use git2::build::TreeUpdateBuilder;
use git2::{FileMode, Oid, Repository, Signature, Time};
use liandong::git::{History, Id, Merged, Sign};
use liandong::model::{Day, RecordPath};
use liandong::ops::{GateOutcome, GateRefusal, GateRequest, gate};
use liandong::store::facts::FactsCache;
use liandong::sync::union;
use liandong::trust::{KeysStatement, PublicKey, Roster, Signing, Verifier};
use ssh_key::rand_core::OsRng;
use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey};

use super::reference::{CONSENTED, Hand, MECHANISM, Name, OFFICE_KEYS, PATHS, POLICE_KEYS, SimpleRules, owners, said_by_office};
use crate::support::{Dice, TRIES, home};

const HANDS: [Hand; 5] = [Hand::Office, Hand::Police, Hand::PoliceOld, Hand::Forest, Hand::Stranger];
/// The moment by whose clock everything is judged.
const NOW: &str = "2025-11-25T09:30:00+08:00";
const BASE: &str =
    "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n";

/// A history in git and in the reference, side by side.
struct TwinHistory {
    folder: tempfile::TempDir,
    repository: Repository,
    keys: Vec<PrivateKey>,
    /// The key of another person of the office, who consents and signs nothing.
    second: PrivateKey,
    /// What consents there are, as they stand in the office's file.
    consents: Vec<String>,
    reference: SimpleRules,
    ids: Vec<Oid>,
    now: DateTime<FixedOffset>,
    dice: Dice,
}

impl TwinHistory {
    fn new(seed: u64) -> Self {
        let folder = home();
        let repository = Repository::init_bare(folder.path()).expect("a repository");
        repository.set_head("refs/heads/main").expect("a head");
        let keys = HANDS.iter().map(|_| PrivateKey::random(&mut OsRng, Algorithm::Ed25519).expect("a key")).collect();
        let now = DateTime::parse_from_rfc3339(NOW).expect("a moment");
        let second = PrivateKey::random(&mut OsRng, Algorithm::Ed25519).expect("a key");
        let (reference, ids, consents) = (SimpleRules::default(), Vec::new(), Vec::new());
        let mut world = Self { folder, repository, keys, second, consents, reference, ids, now, dice: Dice(seed) };
        // Some begin as registers do today: named, and soon with two people of the office for a change of keys.
        let (office, mechanism) = if world.dice.below(4) == 0 { (2, 1) } else { (0, 0) };
        world.commit(&[], BTreeMap::from([(POLICE_KEYS, 0), (OFFICE_KEYS, office), (MECHANISM, mechanism)]), Hand::Office, 0);
        world
    }

    fn key_entry(&self, hand: Hand, role: &str, until: &str) -> String {
        let at = HANDS.iter().position(|one| *one == hand).expect("a hand");
        let series = if hand == Hand::PoliceOld { "series = \"b\"\n" } else { "" };
        Self::entry(&self.keys[at], "某人（虚构）", role, until) + series
    }

    fn entry(key: &PrivateKey, name: &str, role: &str, until: &str) -> String {
        let public = key.public_key().to_openssh().expect("a key");
        let public = public.trim();
        format!("[[key]]\nname = \"{name}\"\npublic = \"{public}\"\nrole = [{role}]\nsince = 2025-01-01\n{until}")
    }

    /// The same files with the consent of the office's second person to what they say of keys, as the next commit; as they are where the
    /// register has no name yet to which one could be bound.
    fn consented(&mut self, parent: usize, mut files: BTreeMap<&'static str, u8>) -> BTreeMap<&'static str, u8> {
        let Some(says) = files.get(OFFICE_KEYS).copied().map(said_by_office) else { return files };
        files.insert(OFFICE_KEYS, says);
        let tree = self.repository.find_tree(self.tree(&files)).expect("a tree");
        let by = Signature::new("某人（虚构）", "a@example.invalid", &Time::new(0, 0)).expect("a name");
        let tried = self.repository.commit(None, &by, &by, "试", &tree, &[]).expect("a commit").to_string();
        let history = self.history();
        let tried = history.find(&tried).expect("found").expect("a commit");
        let Some(after) = Roster::at(&history, tried).expect("read") else { return files };
        let Some(statement) = KeysStatement::new(self.id(parent), &after.mechanism) else { return files };
        let (key, second) = (self.second.public_key().to_openssh().expect("a key"), self.second.clone());
        let sign = Sign::new(move |purpose, bytes| {
            let signed = second.sign(purpose, HashAlg::Sha512, bytes).and_then(|made| made.to_pem(LineEnding::LF));
            Ok(signed.expect("signed"))
        });
        let consent = statement.sign(&Signing { key: PublicKey::read(&key).expect("a key"), sign }).expect("signed");
        let lines: Vec<String> = consent.signature.iter().map(|line| format!("\"{line}\"")).collect();
        let text = format!("[[consent]]\nby = \"{}\"\nsignature = [{}]\n", consent.by, lines.join(", "));
        // The same consented to twice is one consent, to the letter.
        let place = self.consents.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.consents.push(text);
            self.consents.len() - 1
        });
        let version = CONSENTED + 3 * u8::try_from(place).expect("few") + says;
        self.reference.consents.insert(version, (parent, files.get(POLICE_KEYS).copied()));
        files.insert(OFFICE_KEYS, version);
        files
    }

    /// What a file says in a version.
    fn text(&self, path: &str, version: u8) -> String {
        let office = |until| self.key_entry(Hand::Office, "\"liaison\", \"office\"", until);
        let police = |hand, until| self.key_entry(hand, "\"liaison\"", until);
        match (path, version) {
            (POLICE_KEYS, 0) => police(Hand::Police, "") + &police(Hand::PoliceOld, ""),
            (POLICE_KEYS, 1) => police(Hand::Police, "") + &police(Hand::PoliceOld, "until = 2025-01-31\n"),
            (POLICE_KEYS, _) => police(Hand::Police, ""),
            (OFFICE_KEYS, version) if version >= CONSENTED => {
                let consent = &self.consents[usize::from(version - CONSENTED) / 3];
                format!("{}\n{consent}", self.text(path, said_by_office(version)))
            }
            (OFFICE_KEYS, version) => {
                let until = if version == 1 { "until = 2099-12-31\n" } else { "" };
                let second = Self::entry(&self.second, "另一人（虚构）", "\"office\"", until) + "series = \"b\"\n";
                let threshold = if version == 2 { "threshold = 2\n\n" } else { "" };
                format!("{threshold}{}{second}", office(until))
            }
            (MECHANISM, version) => {
                let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(MECHANISM);
                let shipped = std::fs::read_to_string(shipped).expect("a mechanism");
                let named = |name: u8| format!("office = \"anweiban\"\ntrust = 2\nregister = \"{}\"\n", digits(name));
                match version {
                    0 => shipped,
                    name => shipped.replace("office = \"anweiban\"\n", &named(name)),
                }
            }
            ("notices/2025/gongan/001.toml", version) => {
                let issued = if version > 0 { "issued = 2025-11-01\n" } else { "" };
                format!("content = 2\ntitle = \"第{version}版（虚构）\"\n{issued}\n[[to]]\nwho = \"linye\"\n")
            }
            ("hazards/2025/linye/001.toml", version) => (0..version).fold(BASE.to_owned(), |text, day| {
                format!("{text}\n[[reinspection]]\non = 2025-04-0{}\nby = \"linye\"\nresult = \"failed\"\n", day + 1)
            }),
            (_, version) => format!("[[liaison]]\nname = \"第{version}人（虚构）\"\nsince = 2025-01-01\n"),
        }
    }

    /// The shipped mechanism with a mine and forestry's key, in which everything happens.
    fn ground(&self) -> Oid {
        let mut files = Vec::new();
        collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").as_path(), "", &mut files);
        files.push(("keys/linye.toml".to_owned(), self.key_entry(Hand::Forest, "\"liaison\"", "").into_bytes()));
        let mine = "name = \"大山石场（虚构）\"\ntown = \"hekou\"\n";
        files.push(("mines/dashan/base.toml".to_owned(), mine.as_bytes().to_vec()));
        let empty = self.repository.treebuilder(None).and_then(|builder| builder.write()).expect("a tree");
        let mut update = TreeUpdateBuilder::new();
        for (path, bytes) in files {
            update.upsert(path, self.repository.blob(&bytes).expect("a blob"), FileMode::Blob);
        }
        update.create_updated(&self.repository, &self.repository.find_tree(empty).expect("a tree")).expect("a tree")
    }

    fn tree(&self, files: &BTreeMap<&'static str, u8>) -> Oid {
        let ground = match self.ids.first() {
            None => self.ground(),
            Some(first) => self.repository.find_commit(*first).expect("a commit").tree_id(),
        };
        let ground = self.repository.find_tree(ground).expect("a tree");
        let mut update = TreeUpdateBuilder::new();
        for path in PATHS {
            match files.get(path) {
                Some(version) => {
                    let blob = self.repository.blob(self.text(path, *version).as_bytes()).expect("a blob");
                    update.upsert(path, blob, FileMode::Blob);
                }
                None if ground.get_path(Path::new(path)).is_ok() => drop(update.remove(path)),
                None => {}
            }
        }
        update.create_updated(&self.repository, &ground).expect("a tree")
    }

    /// A commit that says for which register it is, as it should or, now and then, otherwise.
    fn commit(&mut self, parents: &[usize], files: BTreeMap<&'static str, u8>, hand: Hand, hours: i64) -> usize {
        let own = files.get(MECHANISM).copied().filter(|version| *version > 0);
        let before = parents.first().and_then(|first| self.reference.name(*first));
        let said = match self.dice.below(25) {
            0 => None,
            1 => Some(1),
            2 => Some(2),
            _ => before.or(own),
        };
        self.commit_saying(parents, files, (hand, said), hours)
    }

    /// A commit, so many hours from now by its own date.
    fn commit_saying(
        &mut self,
        parents: &[usize],
        files: BTreeMap<&'static str, u8>,
        (hand, said): (Hand, Name),
        hours: i64,
    ) -> usize {
        let tree = self.repository.find_tree(self.tree(&files)).expect("a tree");
        let time = Time::new(self.now.timestamp() + hours * 3600, 480);
        let by = Signature::new("某人（虚构）", "a@example.invalid", &time).expect("a name");
        let found: Vec<_> = parents.iter().map(|at| self.repository.find_commit(self.ids[*at]).expect("a commit")).collect();
        let trailer = said.map(|name| format!("\n\nLiandong-Register: {}\n", digits(name))).unwrap_or_default();
        let message = format!("第{}次（虚构）{trailer}", self.ids.len());
        let bytes = self.repository.commit_create_buffer(&by, &by, &message, &tree, &found.iter().collect::<Vec<_>>());
        let bytes = bytes.expect("a commit").to_vec();
        let key = &self.keys[HANDS.iter().position(|one| *one == hand).expect("a hand")];
        let signed = key.sign("git", HashAlg::Sha512, &bytes).and_then(|made| made.to_pem(LineEnding::LF)).expect("signed");
        let text = String::from_utf8(bytes).expect("UTF-8");
        self.ids.push(self.repository.commit_signed(&text, signed.trim_end(), None).expect("a commit"));
        self.reference.add(parents, files, (hand, said), hours > 24)
    }

    fn history(&self) -> History {
        History::open(&self.folder.path().into()).expect("a history")
    }

    fn id(&self, at: usize) -> Id {
        self.history().find(&self.ids[at].to_string()).expect("found").expect("a commit")
    }

    /// The commits in which something is amiss; none at all where the main line does not lead there.
    fn faults(&self, tip: usize, since: usize) -> Option<BTreeSet<usize>> {
        let folder = self.folder.path();
        let open = || History::open(&folder.into());
        let verdict = Verifier::new(&open).expect("a verifier").by_clock(self.now).verify(self.id(tip), Some(self.id(since)));
        let breaches = verdict.expect("verified").breaches;
        if breaches.iter().any(|breach| breach.fault.id() == "history-replaced") {
            return None;
        }
        Some(breaches.iter().map(|breach| self.at(breach.commit)).collect())
    }

    /// The place of a commit in the order in which they were made.
    fn at(&self, id: Id) -> usize {
        self.ids.iter().position(|one| one.to_string() == id.to_string()).expect("a commit")
    }

    /// Somebody who may, or with some luck anybody.
    fn hand(&mut self, path: &str) -> Hand {
        if self.dice.below(4) > 0 { owners(path)[self.dice.below(owners(path).len())] } else { HANDS[self.dice.below(5)] }
    }

    fn hours(&mut self) -> i64 {
        match self.dice.below(30) {
            0 => 48,
            1..=8 => -24 * i64::try_from(self.dice.below(400)).expect("small"),
            _ => 0,
        }
    }

    /// One of the last commits.
    fn any(&mut self) -> usize {
        let count = self.ids.len();
        count - 1 - self.dice.below(count.min(14))
    }

    /// Somebody changes a file on some line, takes it out, or gives its content to another.
    fn change(&mut self, on: usize) -> usize {
        // Where two people are asked for, what takes them is tried more often than anything else.
        let takes_two = self.reference.office(on) == Some(2) && self.dice.below(3) == 0;
        let path = if takes_two { [POLICE_KEYS, OFFICE_KEYS][self.dice.below(2)] } else { PATHS[self.dice.below(PATHS.len())] };
        let mut files = self.reference.points[on].files.clone();
        if self.dice.below(6) == 0 && path != MECHANISM {
            files.remove(path);
        } else {
            files.insert(path, self.version(path));
        }
        if self.dice.below(12) == 0 {
            let other = PATHS[self.dice.below(4)];
            files.remove(other);
        }
        let (hand, hours) = (self.hand(path), self.hours());
        if path.starts_with("keys/") && (takes_two || self.dice.below(2) == 0) {
            files = self.consented(on, files);
        }
        self.commit(&[on], files, hand, hours)
    }

    fn version(&mut self, path: &str) -> u8 {
        // The office's keys are seldom touched, or nothing else would ever be refused.
        let rarely = usize::from(self.dice.below(8) == 0);
        let most = match path {
            // What was consented to once is brought again, or two hands are asked for, or it ends.
            OFFICE_KEYS if self.dice.below(4) == 0 => {
                let known: Vec<u8> = self.reference.consents.keys().copied().collect();
                return if known.is_empty() { 2 } else { known[self.dice.below(known.len())] };
            }
            OFFICE_KEYS if self.dice.below(2) == 0 => return 2,
            OFFICE_KEYS => 1 + rarely,
            MECHANISM => 2 + rarely,
            _ => 3,
        };
        u8::try_from(self.dice.below(most)).expect("small")
    }

    /// Somebody merges as they like.
    fn join(&mut self, first: usize, side: usize) -> usize {
        let sides = [first, side];
        let mut files = BTreeMap::new();
        let biased = self.dice.below(2);
        for path in PATHS {
            let from = if self.dice.below(3) == 0 { sides[self.dice.below(2)] } else { sides[biased] };
            let version = if self.dice.below(20) == 0 { Some(self.version(path)) } else { self.reference.version(from, path) };
            files.extend(version.map(|version| (path, version)));
        }
        let path = PATHS[self.dice.below(PATHS.len())];
        let hand = self.hand(path);
        let hours = self.hours();
        self.commit(&sides, files, hand, hours)
    }

    /// Somebody merges as the program does; none where a person would have to look.
    fn exchange(&mut self, first: usize, side: usize) -> Option<usize> {
        let hand = [Hand::Office, Hand::Police, Hand::Forest][self.dice.below(3)];
        let (history, main) = (self.history(), self.id(first));
        let key = &self.keys[HANDS.iter().position(|one| *one == hand).expect("a hand")];
        let key = PublicKey::read(&key.public_key().to_openssh().expect("a key")).expect("a key");
        let roster = Roster::at(&history, main).expect("read")?;
        let today = Day::from_date(self.now.date_naive());
        let may_merge = |path: &RecordPath| roster.of_key(&key).into_iter().any(|holder| roster.owns(holder, path, today));
        let union = union(&history, (main, self.id(side)), &BTreeMap::new(), &may_merge).expect("read");
        if !union.clashes.is_empty() {
            return None;
        }
        let mut files = self.reference.points[first].files.clone();
        for (path, merged) in &union.edits {
            let path = PATHS.into_iter().find(|one| one == path)?;
            let text = match merged {
                Merged::Gone => {
                    files.remove(path);
                    continue;
                }
                Merged::Made(bytes) => String::from_utf8(bytes.clone()).expect("UTF-8"),
                Merged::Theirs(id) => String::from_utf8(history.blob(*id, 1 << 20).expect("read")?).expect("UTF-8"),
            };
            // What fields of both make is no version that is played with here.
            files.insert(path, self.versions(path).find(|version| self.text(path, *version) == text)?);
        }
        let said = self.reference.name(first).or(files.get(MECHANISM).copied().filter(|version| *version > 0));
        Some(self.commit_saying(&[first, side], files, (hand, said), 0))
    }

    /// Every version of a file that there is so far.
    fn versions(&self, path: &str) -> impl Iterator<Item = u8> {
        let consented: Vec<u8> = self.reference.consents.keys().copied().filter(|_| path == OFFICE_KEYS).collect();
        (0..3).chain(consented)
    }

    /// The gate says the same, as far as it is about trust.
    fn assert_gate(&self, tip: usize, main: Option<usize>, fits: bool) {
        let before = main.map_or(Oid::ZERO_SHA1, |main| self.ids[main]);
        let request = GateRequest {
            repository: self.folder.path().to_owned(),
            quarantine: None,
            moves: format!("{before} {} refs/heads/main\n", self.ids[tip]),
            now: self.now.to_utc(),
            facts: FactsCache::off(),
        };
        let outcome = gate(&request).expect("judged");
        let refused = matches!(outcome, GateOutcome::Refused(GateRefusal::Breaches(_)));
        assert_eq!(refused, !fits, "the gate: {outcome:?}");
    }
}

/// One of two names.
fn digits(name: u8) -> String {
    format!("{name:032x}")
}

fn collect(folder: &Path, above: &str, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push((name, std::fs::read(entry.path()).expect("a file")));
        }
    }
}

/// What became of commits.
#[derive(Debug, Default)]
struct Outcomes {
    taken: usize,
    refused: usize,
    /// Merges as the program makes them, into the main line.
    exchanged: usize,
    /// Changes of keys that lacked a hand, and such as had two.
    one_hand: usize,
    two_hands: usize,
}

/// One history of so many commits.
fn one_history(seed: u64, steps: usize, tally: &mut Outcomes) {
    let mut world = TwinHistory::new(seed);
    let mut line = vec![0];
    for step in 0..steps {
        let main = *line.last().expect("a main line");
        let (near, other) = (world.any(), world.any());
        let first = if world.dice.below(3) > 0 { main } else { near };
        let mut exchanged = false;
        let tip = match world.dice.below(20) {
            0..=9 => world.change(first),
            10..=13 => world.join(first, other),
            14..=17 => match world.exchange(first, other) {
                Some(tip) => {
                    exchanged = true;
                    tip
                }
                None => continue,
            },
            18 => world.commit(&[], BTreeMap::new(), Hand::Office, 0),
            _ => {
                let files = world.reference.points[first].files.clone();
                world.commit(&[first, other, near], files, Hand::Office, 0)
            }
        };
        let since = line[line.len() - 1 - world.dice.below(line.len().min(3))];
        let expected = world.reference.faults(tip, since);
        let found = world.faults(tip, since);
        assert_eq!(found, expected, "seed {seed}, step {step}, commit {tip} since {since}: {:#?}", world.reference.points);
        let fits = found.as_ref().is_some_and(BTreeSet::is_empty);
        if since == main && world.dice.below(4) == 0 {
            world.assert_gate(tip, Some(main), fits);
        }
        if exchanged && first == main && since == main && !world.reference.takes_decided(tip) {
            let own = found.as_ref().is_some_and(|faults| faults.contains(&tip) && faults.len() == 1);
            let admitted =
                world.reference.version(main, POLICE_KEYS).is_some() || world.reference.points[tip].hand != Hand::Police;
            assert!(!own || !admitted || takes_hands(&world, tip, main), "seed {seed}, step {step}: an honest merge was refused");
            tally.exchanged += usize::from(fits);
        }
        if first == main && since == main {
            let two = world.reference.is_consented(tip) && world.reference.office(main) == Some(2);
            tally.two_hands += usize::from(fits && two);
            tally.one_hand += usize::from(!world.reference.has_hands(tip, main));
        }
        *if fits { &mut tally.taken } else { &mut tally.refused } += 1;
        // Now and then what would do stays on a side for longer.
        if fits && since == main && world.dice.below(4) > 0 {
            line.push(tip);
        }
    }
    // A first clone looks at everything, and so does the gate of a repository in which nothing is yet. The main line is in order as a
    // whole, but for a beginning that says a name which its register has not: nobody but these two looks at that.
    let (folder, tip) = (world.folder.path(), *line.last().expect("a line"));
    let open = || History::open(&folder.into());
    let whole = Verifier::new(&open).expect("a verifier").by_clock(world.now).verify(world.id(tip), None);
    let found: BTreeSet<usize> = whole.expect("verified").breaches.iter().map(|breach| world.at(breach.commit)).collect();
    assert_eq!(found, world.reference.faults_of_beginning(), "seed {seed}");
    world.assert_gate(tip, None, found.is_empty());
}

/// Whether a merge is refused that is honest: it would end trust, or joins what two people changed apart from each other.
fn takes_hands(world: &TwinHistory, tip: usize, main: usize) -> bool {
    world.reference.ends(tip, main) || !world.reference.has_hands(tip, main)
}

#[test]
fn what_verifies_agrees_with_the_simple_reference() {
    let mut tally = Outcomes::default();
    let histories = u64::from(TRIES.histories);
    for seed in 0..histories {
        one_history(seed * 7919 + 1, 80, &mut tally);
    }
    // Nothing is tried in passing only.
    let often = usize::try_from(histories).expect("small");
    assert!(tally.taken > 5 * often && tally.refused > 5 * often && tally.exchanged > often, "{tally:?}");
    // A change of keys that needs two people is rare in few histories.
    assert!(often < 32 || (tally.one_hand > often / 2 && tally.two_hands > often / 16), "{tally:?}");
}
