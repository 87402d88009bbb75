//! Files of a room that use each other in a circle, as far as their `use` says.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, sources};

/// A path of modules and what follows.
type Path<'a> = Vec<&'a str>;

/// Circles that stay: the room, how many files are in it, and why.
const EXPLAINED: &[(&str, usize, &str)] = &[
    ("cli", 2, "a verb with options of its own says them beside what it does, and takes those that every filing has"),
    ("git", 4, "a workspace is locked, and what holds the lock puts files into it and goes on with what was interrupted"),
    (
        "model",
        19,
        "a value is read and written by its shape, and a kind is known by the paths of its records: see the head of the folder",
    ),
    ("ops", 2, "an exchange takes the choices that were made where it stopped, and what it stopped at is what is chosen from"),
    ("ops", 9, "the rows of a sheet share one state, of which each file of the folder does a part"),
    ("rules", 6, "a rule holds its function, which adds to what was found by that rule"),
];

/// What a file takes from elsewhere.
struct Import<'a> {
    path: Path<'a>,
    /// By which name.
    name: &'a str,
    /// It is handed on, as a table of contents hands on.
    is_public: bool,
}

/// The modules of the program, each with its file and what that takes.
struct Modules<'a>(BTreeMap<Path<'a>, (String, Vec<Import<'a>>)>);

impl<'a> Modules<'a> {
    fn of(sources: &'a [Source]) -> Self {
        let module = |source: &'a Source| -> Path<'a> {
            let parts = source.path.iter().map(|part| part.to_str().expect("UTF-8"));
            parts.map(|part| part.strip_suffix(".rs").unwrap_or(part)).filter(|part| !["mod", "lib"].contains(part)).collect()
        };
        Self(sources.iter().map(|source| (module(source), (source.name(), imports(&source.code)))).collect())
    }

    /// The module in which something stands that a module names by a path; none where it is of another crate.
    fn find(&self, from: &[&'a str], path: &[&'a str], depth: usize) -> Option<Path<'a>> {
        let (first, mut rest) = path.split_first()?;
        let mut at: Path<'a> = match *first {
            "crate" => Vec::new(),
            "self" | "super" => from.to_vec(),
            _ => {
                rest = path;
                from.to_vec()
            }
        };
        if *first == "super" {
            at.pop();
        }
        while let Some((name, left)) = rest.split_first() {
            if *name == "super" {
                at.pop();
            } else {
                at.push(name);
                if !self.0.contains_key(&at) {
                    at.pop();
                    return self.handed_on(&at, name, depth).or((rest.len() < path.len()).then_some(at));
                }
            }
            rest = left;
        }
        Some(at)
    }

    /// Where something really stands that a module only hands on.
    fn handed_on(&self, at: &[&'a str], name: &str, depth: usize) -> Option<Path<'a>> {
        let import = self.0.get(at)?.1.iter().find(|import| import.name == name && depth < 8)?;
        self.find(at, &import.path, depth + 1)
    }

    /// The files that each file of a room uses in it.
    fn uses(&self, room: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let in_room = |module: &[&str]| module.first() == Some(&room);
        let mut uses = BTreeMap::new();
        for (module, (file, imports)) in self.0.iter().filter(|(module, _)| in_room(module)) {
            let taken = imports.iter().filter(|import| !import.is_public);
            let targets = taken.filter_map(|import| self.find(module, &import.path, 0)).filter(|target| in_room(target));
            let files = targets.map(|target| self.0[&target].0.as_str());
            uses.insert(file.as_str(), files.filter(|used| used != file).collect());
        }
        uses
    }
}

/// What a file takes, each by its whole path.
fn imports(code: &str) -> Vec<Import<'_>> {
    let mut found = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    for (at, _) in code.match_indices("use ").filter(|(at, _)| !code[..*at].ends_with(is_part)) {
        let tree = &code[at + 4..];
        let tree = &tree[..tree.find(';').unwrap_or(tree.len())];
        let before = code[..at].trim_end();
        let is_public = before.ends_with("pub") || before.rsplit("pub").next().is_some_and(is_reach);
        expand(&[], tree, is_public, &mut found);
    }
    found
}

/// `(crate)`, `(super)`, `(in some::where)`.
fn is_reach(text: &str) -> bool {
    text.starts_with('(') && text.ends_with(')') && !text[1..].contains('(')
}

/// Takes a tree of `use` apart.
fn expand<'a>(before: &[&'a str], tree: &'a str, is_public: bool, found: &mut Vec<Import<'a>>) {
    let tree = tree.trim();
    let (start, inner) = tree.split_once('{').map_or((tree, None), |(start, rest)| (start, rest.rsplit_once('}')));
    let (path, alias) = start.split_once(" as ").map_or((start, None), |(path, alias)| (path, Some(alias.trim())));
    let mut path: Path<'a> =
        before.iter().copied().chain(path.split("::").map(str::trim).filter(|part| !part.is_empty())).collect();
    if let Some((inner, _)) = inner {
        for branch in branches(inner) {
            expand(&path, branch, is_public, found);
        }
        return;
    }
    if path.last() == Some(&"self") || path.last() == Some(&"*") {
        path.pop();
    }
    let Some(last) = path.last() else { return };
    found.push(Import { name: alias.unwrap_or(last), path, is_public });
}

/// The parts between commas, but for those within braces.
fn branches(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// Everything that can be come to from a file.
fn reached<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        next.extend(uses[file].iter().filter(|used| reached.insert(**used)));
    }
    reached
}

/// The circles of every room, each as its files.
pub(super) fn circles(sources: &[Source]) -> Vec<(&str, Vec<String>)> {
    let modules = Modules::of(sources);
    let rooms: BTreeSet<&str> = sources.iter().filter_map(Source::room).collect();
    let mut found = Vec::new();
    for room in rooms {
        let uses = modules.uses(room);
        let reach: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reached(&uses, file))).collect();
        let mut circles = BTreeSet::new();
        for (file, there) in reach.iter().filter(|(file, there)| there.contains(*file)) {
            circles.insert(there.iter().filter(|other| reach[**other].contains(file)).map(|other| (*other).to_owned()).collect());
        }
        found.extend(circles.into_iter().map(|circle: Vec<String>| (room, circle)));
    }
    found
}

#[test]
fn files_of_a_room_use_each_other_in_no_circle_that_is_not_explained() {
    let sources = sources();
    let found = circles(&sources);
    let explained: Vec<(&str, usize)> = EXPLAINED.iter().map(|(room, files, _)| (*room, *files)).collect();
    let counted: Vec<(&str, usize)> = found.iter().map(|(room, files)| (*room, files.len())).collect();
    assert_eq!(counted, explained, "{found:#?}");
}

#[test]
fn a_tree_of_use_is_taken_apart() {
    let found = imports("use a::{self, b::{C, D as E}};\npub(crate) use super::f::*;\npub use g::H;\n");
    let shown: Vec<(String, &str, bool)> =
        found.iter().map(|import| (import.path.join("::"), import.name, import.is_public)).collect();
    let expected =
        [("a", "a", false), ("a::b::C", "C", false), ("a::b::D", "E", false), ("super::f", "f", true), ("g::H", "H", true)];
    assert_eq!(shown, expected.map(|(path, name, is_public)| (path.to_owned(), name, is_public)));
}
