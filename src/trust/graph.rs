//! Which commits follow which. Whoever makes a commit writes its date, and a walk that stops by dates can be led astray: here a commit
//! is looked at only when all that follow it have been, by its height above the beginning.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::git::{History, Id, Refused};

/// The commits of a history, as far as they were asked for.
#[derive(Default)]
pub(super) struct Graph {
    nodes: HashMap<Id, GraphNode>,
    /// How many commits were walked over to see which line has what.
    walked: usize,
    budget: WalkBudget,
}

/// How much may be walked over to see which line has what.
struct WalkBudget {
    /// How often each commit may be. Where each of twelve clones joins its line now and then, a commit is in the way of a dozen merges; where
    /// every merge goes back to the beginning, of thousands.
    times: usize,
    /// What is walked over in any case.
    some: usize,
}

impl Default for WalkBudget {
    /// Some seconds.
    fn default() -> Self {
        Self { times: 64, some: 4_000_000 }
    }
}

impl WalkBudget {
    /// The most commits that may be walked over in a history of so many.
    const fn of(&self, commits: usize) -> usize {
        commits.saturating_mul(self.times).saturating_add(self.some)
    }
}

/// The commits of another line on which one builds: all that both have goes back to them.
pub(super) type Partings = Arc<BTreeSet<Id>>;

struct GraphNode {
    parents: Vec<Id>,
    /// More than that of every commit that it follows.
    height: usize,
}

impl Graph {
    /// The commits that one line has and another has not, oldest first.
    pub(super) fn beyond(&mut self, history: &History, tip: Id, without: Id) -> Result<Vec<Id>, Refused> {
        if tip == without {
            return Ok(Vec::new());
        }
        self.load(history, tip)?;
        self.load(history, without)?;
        // The highest first, each with whether it is only of the one line.
        let mut open = BTreeSet::from([(self.height(tip), tip), (self.height(without), without)]);
        let mut shared = BTreeSet::from([without]);
        let (mut found, mut alone) = (Vec::new(), 1_usize);
        while alone > 0
            && let Some((_, commit)) = open.pop_last()
        {
            self.walked += 1;
            if self.walked > self.budget.of(self.nodes.len()) {
                return Err(Refused::Entangled);
            }
            let is_shared = shared.remove(&commit);
            if !is_shared {
                alone -= 1;
                found.push(commit);
            }
            for parent in self.parents(commit) {
                let is_new = open.insert((self.height(*parent), *parent));
                let was_alone = !is_new && !shared.contains(parent);
                match (is_shared, is_new, was_alone) {
                    (true, ..) => {
                        alone -= usize::from(was_alone);
                        shared.insert(*parent);
                    }
                    (false, true, _) => alone += 1,
                    (false, false, _) => {}
                }
            }
        }
        found.reverse();
        Ok(found)
    }

    /// The same, each with the commits of the other line on which it builds.
    pub(super) fn side(&mut self, history: &History, tip: Id, other: Id) -> Result<Vec<(Id, Partings)>, Refused> {
        let mut builds_on: HashMap<Id, Partings> = HashMap::new();
        let mut side = Vec::new();
        for commit in self.beyond(history, tip, other)? {
            let partings = match self.parents(commit) {
                [only] if builds_on.contains_key(only) => Arc::clone(&builds_on[only]),
                parents => Arc::new(parents.iter().flat_map(|parent| on(parent, &builds_on)).collect()),
            };
            builds_on.insert(commit, Arc::clone(&partings));
            side.push((commit, partings));
        }
        Ok(side)
    }

    /// The commits that a commit follows, which must have been asked for.
    pub(super) fn parents(&self, commit: Id) -> &[Id] {
        self.nodes.get(&commit).map_or(&[], |node| &node.parents)
    }

    fn height(&self, commit: Id) -> usize {
        self.nodes.get(&commit).map_or(0, |node| node.height)
    }

    /// Reads a commit and all that it goes back to, without a call within a call: a history is deeper than any stack.
    fn load(&mut self, history: &History, tip: Id) -> Result<(), Refused> {
        let mut open = vec![(tip, None::<Vec<Id>>)];
        while let Some((commit, parents)) = open.pop() {
            if self.nodes.contains_key(&commit) {
                continue;
            }
            let Some(parents) = parents else {
                let parents = history.parents(commit)?;
                let unread: Vec<Id> = parents.iter().filter(|parent| !self.nodes.contains_key(parent)).copied().collect();
                open.push((commit, Some(parents)));
                open.extend(unread.into_iter().map(|parent| (parent, None)));
                continue;
            };
            let height = parents.iter().map(|parent| self.height(*parent)).max().unwrap_or_default() + 1;
            self.nodes.insert(commit, GraphNode { parents, height });
        }
        Ok(())
    }
}

/// What a line builds on that goes on from a commit: what that one builds on, or itself where it is of the other line.
fn on(commit: &Id, builds_on: &HashMap<Id, Partings>) -> Vec<Id> {
    match builds_on.get(commit) {
        Some(partings) => partings.iter().copied().collect(),
        None => vec![*commit],
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use super::*;
    use crate::git::RegisterFolder;

    /// A repository of nothing but commits, as git reads them in from a stream: each has a number in it.
    struct Commits {
        folder: tempfile::TempDir,
        stream: String,
        count: usize,
    }

    impl Commits {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().expect("a folder"), stream: String::new(), count: 0 }
        }

        fn commit(&mut self, parents: &[usize]) -> usize {
            self.count += 1;
            let number = self.count;
            let said = format!("第 {number} 次");
            let head = format!(
                "commit refs/heads/n{number}\nmark :{number}\ncommitter 甲 <a@example.org> 1700000000 +0000\ndata {}\n{said}\n",
                said.len()
            );
            self.stream.push_str(&head);
            for (at, parent) in parents.iter().enumerate() {
                let line = format!("{} :{parent}\n", if at == 0 { "from" } else { "merge" });
                self.stream.push_str(&line);
            }
            self.stream += "\n";
            number
        }

        /// A line of merges, with what each took: a commit that builds `behind` commits before it, as far as there are.
        fn merged(&mut self, count: usize, behind: usize) -> Vec<(usize, usize)> {
            let mut line = vec![self.commit(&[])];
            let mut merges = Vec::new();
            for at in 0..count {
                let (first, on) = (line[at], line[at.saturating_sub(behind)]);
                let side = self.commit(&[on]);
                merges.push((first, side));
                line.push(self.commit(&[first, side]));
            }
            merges
        }

        /// Lets git make them.
        fn made(&self) -> History {
            let git = |args: &[&str]| {
                let mut git = Command::new("git");
                git.arg("-C").arg(self.folder.path()).args(args).stdin(Stdio::piped());
                git
            };
            assert!(git(&["init", "-q", "-b", "n1"]).status().expect("git").success());
            let mut import = git(&["fast-import", "--quiet"]).spawn().expect("git");
            import.stdin.take().expect("piped").write_all(self.stream.as_bytes()).expect("taken");
            assert!(import.wait().expect("git").success());
            History::open(&RegisterFolder::from(self.folder.path().to_path_buf())).expect("a history")
        }
    }

    fn walk(history: &History, merges: &[(usize, usize)], budget: WalkBudget) -> Result<(), Refused> {
        let mut graph = Graph { budget, ..Graph::default() };
        let id = |number: usize| history.find(&format!("n{number}")).map(|found| found.expect("a commit"));
        for (first, side) in merges {
            let beyond = graph.side(history, id(*side)?, id(*first)?)?;
            assert_eq!(beyond.len(), 1, "one commit is of the side alone");
        }
        Ok(())
    }

    /// What costs the square of its size ends at the budget; what people do does not come near it.
    #[test]
    fn lines_that_all_go_back_to_the_beginning_are_not_followed_without_end() {
        let small = || WalkBudget { times: 16, some: 0 };
        let mut commits = Commits::new();
        let (near, far) = (commits.merged(120, 3), commits.merged(120, usize::MAX));
        let history = commits.made();
        walk(&history, &near, small()).expect("each builds on what was there a moment ago");
        assert!(matches!(walk(&history, &far, small()), Err(Refused::Entangled)));
        walk(&history, &far, WalkBudget::default()).expect("it is small");
        // What may be walked over in any case lets few commits be laid across each other as somebody likes.
        walk(&history, &far, WalkBudget { times: 0, some: 20_000 }).expect("as many as that");
        assert!(matches!(walk(&history, &far, WalkBudget { times: 0, some: 2_000 }), Err(Refused::Entangled)));
    }
}
