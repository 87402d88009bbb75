//! A file that `receive` takes, with edits: nothing panics, what is refused leaves the register and its references byte for byte as they
//! were, and what is taken is what was sent or another file of the unit that signed it.
//!
//! An input is a list of edits. git itself finds what is done to the bytes of a bundle; so that what lies past it is reached, objects are
//! edited, their names put right from the blobs up to the commits, and the pack made anew. Commits may be signed again with the key of
//! the unit that made them: a unit may attack as well. git is run for every input, so that only some tens are tried a second.

#![no_main]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use git2::{ObjectType, Odb, Oid, Repository, Sort, Tree};
use liandong::cli::{self, Reply};
use liandong::git::{History, Programs, Sign};
use liandong::render::RenderOptions;
use liandong::text::Lang;
use liandong::trust;
use libfuzzer_sys::fuzz_target;

/// The folder that is told apart from its former states: contents by path.
type State = BTreeMap<String, Vec<u8>>;

/// The unit that sends, and the folder in which it may file.
const UNIT: &str = "gongan";

/// Words that an edit puts in each other's place: names of paths, modes, and what records say.
const WORDS: &[&str] = &[
    UNIT,
    "yingji",
    "001.toml",
    "002.toml",
    "b01.toml",
    "leads",
    "plans",
    "2025",
    "2026",
    "100644 ",
    "100755 ",
    "120000 ",
    "160000 ",
    "received",
    "title",
    "2025-11-20",
    "2025-11-21",
    "author",
    "committer",
    "parent",
    "gpgsig",
];

/// A register of the office, which receives, and what a unit sends to it.
struct Stage {
    office: PathBuf,
    /// The office's register as it is before, to go back to.
    pristine: PathBuf,
    file: PathBuf,
    before: State,
    /// As it is once what was sent has been taken.
    after: State,
    /// What is needed of the other side.
    prerequisite: Oid,
    /// What is sent: whatever names another comes after it.
    objects: Vec<(Oid, ObjectType, Vec<u8>)>,
    sign: Sign,
}

static STAGE: LazyLock<Stage> = LazyLock::new(Stage::set);

fuzz_target!(|bytes: &[u8]| {
    let stage = &*STAGE;
    let edits: Vec<Edit<'_>> = bytes.chunks_exact(6).map(Edit).collect();
    let mut bundle = stage.bundle(&edits);
    for edit in edits.iter().filter(|edit| edit.verb() == 0) {
        edit.change(&mut bundle);
    }
    fs::write(&stage.file, bundle).expect("written");
    let reply = stage.receive();
    let state = state(&stage.office);
    if reply.code == 0 {
        stage.may_be(&state, edits.iter().any(Edit::is_signed_again));
        let verified = run(&stage.office, &["verify"]);
        assert_eq!(verified.code, 0, "taken, and not in order: {}", said(&verified));
    } else {
        assert!(!reply.err.is_empty() || !reply.out.is_empty(), "refused without a word");
        assert!(state == stage.before, "refused, and changed {:?}", differing(&stage.before, &state));
    }
    if state != stage.before || stage.office.join(".git/refs/liandong/received").exists() {
        stage.go_back();
    }
});

/// Six bytes: what is done, to which object, where (two bytes), to how much, and with what.
struct Edit<'a>(&'a [u8]);

impl Edit<'_> {
    fn verb(&self) -> u8 {
        self.0[0] % 8
    }

    fn is_signed_again(&self) -> bool {
        self.verb() == 7
    }

    fn is_of(&self, object: usize, of: usize) -> bool {
        usize::from(self.0[1]) % of == object
    }

    /// Changes some bytes.
    fn change(&self, bytes: &mut Vec<u8>) {
        let at = usize::from(u16::from_be_bytes([self.0[2], self.0[3]])) % (bytes.len() + 1);
        let end = (at + usize::from(self.0[4] % 32)).min(bytes.len());
        match self.0[4] / 64 {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.insert(at, self.0[5]),
            2 => bytes.splice(at..at, bytes[at..end].to_vec()).for_each(drop),
            _ => bytes.get_mut(at..end.max(at + 1)).into_iter().flatten().for_each(|byte| *byte ^= self.0[5]),
        }
    }

    /// Puts a word in the place of another.
    fn replace(&self, bytes: &mut Vec<u8>) {
        let word = |byte: u8| WORDS[usize::from(byte) % WORDS.len()].as_bytes();
        *bytes = replaced(bytes, word(self.0[4]), word(self.0[5]));
    }
}

impl Stage {
    /// A district of two, with trust on; in memory where there is such a folder, for everything is written for good. It is left there,
    /// and made anew by the next run. What is sent are two leads.
    fn set() -> Self {
        let memory = Path::new("/dev/shm");
        let beside = std::env::current_exe().expect("a program").with_extension("stage");
        let top = if memory.is_dir() { memory.join("liandong-fuzz-bundle") } else { beside };
        let _ = fs::remove_dir_all(&top);
        fs::create_dir_all(&top).expect("a folder");
        fs::write(top.join(".gitconfig"), "[user]\n name = 某甲（虚构）\n email = a@example.invalid\n").expect("written");
        for (name, value) in [("HOME", top.as_os_str()), ("LIANDONG_NOW", "2025-11-25T09:30:00+08:00".as_ref())] {
            // SAFETY: the engine has started no thread yet.
            unsafe { std::env::set_var(name, value) };
        }
        let at = |name: &str| top.join(name).to_string_lossy().into_owned();
        let (hub, office, unit, request, file) =
            (at("hub.git"), top.join("office"), top.join("unit"), at("r.toml"), top.join("p.bundle"));
        Repository::init_bare(&hub).expect("a repository").set_head("refs/heads/main").expect("a branch");
        ok(Path::new(""), &["init", &at("office")]);
        ok(&office, &["mine", "new", "dashan", "--as", "区安委办", "--name", "大山石场（虚构）", "--town", "河口街道"]);
        ok(&office, &["sync", &hub]);
        ok(&office, &["join", "--unit", "区安委办", "--name", "办甲（虚构）"]);
        ok(&office, &["trust", "on"]);
        ok(&office, &["sync"]);
        ok(Path::new(""), &["clone", &hub, &at("unit")]);
        ok(&unit, &["join", "--unit", "公安", "--name", "公甲（虚构）", "--out", &request]);
        ok(&office, &["key", "add", &request]);
        ok(&office, &["sync"]);
        ok(&unit, &["sync"]);
        for title in ["一（虚构）", "二（虚构）"] {
            ok(&unit, &["lead", "new", "--received", "2025-11-20", "--channel", "巡查发现", "--title", title]);
        }
        let history = History::open(&unit.as_path().into()).expect("a history");
        let programs = Programs::in_environment(std::env::vars_os(), false);
        let sign = trust::signing(&history, &programs, None).expect("a key").expect("it signs").sign;
        let (prerequisite, objects) = sent(&office, &unit);
        let pristine = top.join("pristine");
        copy(&office, &pristine);
        let before = state(&office);
        let mut stage = Self { office, pristine, file, before, after: State::new(), prerequisite, objects, sign };
        fs::write(&stage.file, stage.bundle(&[])).expect("written");
        let reply = stage.receive();
        assert_eq!(reply.code, 0, "what nobody edited is taken: {}", said(&reply));
        stage.after = state(&stage.office);
        assert!(stage.after != stage.before);
        stage.go_back();
        stage
    }

    fn receive(&self) -> Reply {
        run(&self.office, &["receive", &self.file.to_string_lossy()])
    }

    fn go_back(&self) {
        // Not the folders themselves: what a clone remembers is sealed over the very folder in which it was noted.
        empty(&self.office);
        copy(&self.pristine, &self.office);
    }

    /// The bundle, with edits to its objects.
    fn bundle(&self, edits: &[Edit<'_>]) -> Vec<u8> {
        let odb = Odb::new().expect("a store");
        odb.add_new_mempack_backend(1).expect("in memory");
        let repository = Repository::from_odb(odb).expect("a repository");
        let odb = repository.odb().expect("a store");
        let mut pack = repository.packbuilder().expect("a pack");
        let (mut names, mut tip) = (HashMap::new(), self.prerequisite);
        for (at, (id, kind, bytes)) in self.objects.iter().enumerate() {
            let mut edited = renamed(bytes, &names);
            let of_this: Vec<&Edit<'_>> = edits.iter().filter(|edit| edit.is_of(at, self.objects.len())).collect();
            for edit in &of_this {
                match edit.verb() {
                    1..=2 => edit.change(&mut edited),
                    3..=5 => edit.replace(&mut edited),
                    _ => {}
                }
            }
            let mut name = odb.write(*kind, &edited).expect("written to memory");
            if *kind == ObjectType::Commit && name != *id && edits.iter().any(Edit::is_signed_again) {
                edited = self.signed(&repository, name, &edited);
                name = odb.write(*kind, &edited).expect("written to memory");
            }
            // Left out, so that what names it leads nowhere.
            if !of_this.iter().any(|edit| edit.verb() == 6) {
                pack.insert_object(name, None).expect("packed");
            }
            if *kind == ObjectType::Commit {
                tip = name;
            }
            names.insert(*id, name);
        }
        let mut bundle = format!("# v2 git bundle\n-{}\n{tip} refs/heads/main\n\n", self.prerequisite).into_bytes();
        pack.foreach(|bytes| {
            bundle.extend_from_slice(bytes);
            true
        })
        .expect("packed");
        bundle
    }

    /// A commit with a signature of the unit in the place of the one that it has.
    fn signed(&self, repository: &Repository, name: Oid, bytes: &[u8]) -> Vec<u8> {
        let bare = repository.extract_signature(&name, None).map_or_else(|_| bytes.to_vec(), |(_, bare)| bare.to_vec());
        let signature = self.sign.make(&bare).expect("signed").trim_end().replace('\n', "\n ");
        let end = bare.windows(2).position(|two| two == b"\n\n").map_or(bare.len(), |at| at + 1);
        [&bare[..end], b"gpgsig ", signature.as_bytes(), b"\n", &bare[end..]].concat()
    }

    /// That what was taken is what was sent, or part of it; where the unit has signed it again, that it is the unit's own.
    fn may_be(&self, state: &State, signed_again: bool) {
        let is_record = |path: &String| !path.starts_with(".git/");
        for path in differing(&self.before, state).into_iter().filter(is_record) {
            let is_own = signed_again && path.contains(&format!("/{UNIT}/"));
            assert!(is_own || state.get(&path) == self.after.get(&path), "{path} is nothing that was sent");
        }
    }
}

/// The objects that one repository has and another has not, and the commit that they build on.
fn sent(office: &Path, unit: &Path) -> (Oid, Vec<(Oid, ObjectType, Vec<u8>)>) {
    let (theirs, ours) = (Repository::open(office).expect("a repository"), Repository::open(unit).expect("a repository"));
    let tip = |repository: &Repository| repository.refname_to_id("refs/heads/main").expect("a branch");
    let mut walk = ours.revwalk().expect("a walk");
    walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE).expect("an order");
    walk.push(tip(&ours)).expect("a commit");
    walk.hide(tip(&theirs)).expect("a commit");
    let (mut trees, mut commits) = (Vec::new(), Vec::new());
    for id in walk.map(|id| id.expect("a commit")) {
        gather(&ours, &theirs, &ours.find_commit(id).expect("a commit").tree().expect("a tree"), &mut trees);
        commits.push((id, ObjectType::Commit));
    }
    let odb = ours.odb().expect("a store");
    let read = |(id, kind): (Oid, ObjectType)| (id, kind, odb.read(id).expect("an object").data().to_vec());
    (tip(&theirs), trees.into_iter().chain(commits).map(read).collect())
}

/// What a tree holds that the other side has not, and then the tree itself; each once, though the next tree holds most of it again.
fn gather(ours: &Repository, theirs: &Repository, tree: &Tree<'_>, found: &mut Vec<(Oid, ObjectType)>) {
    let odb = theirs.odb().expect("a store");
    for entry in tree.iter().filter(|entry| !odb.exists(entry.id())) {
        match entry.to_object(ours).expect("an object").as_tree() {
            Some(tree) => gather(ours, theirs, tree, found),
            None if !found.contains(&(entry.id(), ObjectType::Blob)) => found.push((entry.id(), ObjectType::Blob)),
            None => {}
        }
    }
    if !odb.exists(tree.id()) && !found.contains(&(tree.id(), ObjectType::Tree)) {
        found.push((tree.id(), ObjectType::Tree));
    }
}

/// An object in which others go by their new names, as trees and as commits write them.
fn renamed(bytes: &[u8], names: &HashMap<Oid, Oid>) -> Vec<u8> {
    let changed = names.iter().filter(|(old, new)| old != new);
    changed.fold(bytes.to_vec(), |bytes, (old, new)| {
        let bytes = replaced(&bytes, old.as_bytes(), new.as_bytes());
        replaced(&bytes, old.to_string().as_bytes(), new.to_string().as_bytes())
    })
}

fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::with_capacity(bytes.len()), bytes);
    while let Some(at) = rest.windows(old.len()).position(|window| window == old) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(new);
        rest = &rest[at + old.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Everything in a register's folder but objects that nothing names, what came last, and the lock.
fn state(folder: &Path) -> State {
    let (mut state, mut folders) = (State::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let path = entry.strip_prefix(folder).expect("within").to_string_lossy().into_owned();
            if matches!(
                path.as_str(),
                ".git/objects" | ".git/refs/liandong/received" | ".git/liandong/marks/received" | ".git/liandong/lock"
            ) {
                continue;
            }
            if entry.is_dir() {
                folders.push(entry);
            } else {
                state.insert(path, fs::read(entry).expect("a file"));
            }
        }
    }
    state
}

fn differing(one: &State, other: &State) -> Vec<String> {
    let all: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    all.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

/// Takes everything out of a register's folder but its folder of git's, of which the same is done.
fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.ends_with(".git") {
            empty(&entry);
        } else if entry.is_dir() {
            fs::remove_dir_all(entry).expect("removed");
        } else {
            fs::remove_file(entry).expect("removed");
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("copied");
        }
    }
}

fn run(data: &Path, args: &[&str]) -> Reply {
    let data = data.to_string_lossy();
    let whose = if data.is_empty() { vec!["liandong"] } else { vec!["liandong", "--data", &data] };
    let look = RenderOptions { lang: Lang::Zh, color: false, columns: None };
    cli::run(whose.into_iter().chain(args.iter().copied()).map(Into::into).collect(), look)
}

fn ok(data: &Path, args: &[&str]) {
    let reply = run(data, args);
    assert_eq!(reply.code, 0, "{args:?}: {}", said(&reply));
}

fn said(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.out).into_owned() + &String::from_utf8_lossy(&reply.err)
}
