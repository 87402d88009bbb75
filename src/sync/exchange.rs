//! What was filed here goes out, what others filed comes in. Nothing here moves before it is verified; no commit is ever rewritten:
//! what diverged is joined by one merge on top of what is shared, which is dropped and made anew where others were faster.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::union::{Choices, Clash, union};
use crate::git::{self, History, Id, LockedRepo, Programs, Refused, RegisterFolder, Remote, Unreached, Workspace};
use crate::model::{Day, Kind, RecordPath};
use crate::trust::{self, Breach, Fault, PublicKey, Root, Roster, Verdict, Verifier};

/// How often others may be faster.
const ATTEMPTS: usize = 20;

/// What a merge says of itself.
const MERGED: &str = "合并：与共享台账同步";

/// A register that is shared.
pub struct Exchange<'a> {
    /// The repository, with how it signs.
    pub workspace: &'a Workspace,
    /// The register's folder.
    pub folder: &'a RegisterFolder,
    /// How programs are run.
    pub programs: &'a Programs,
    /// This moment.
    pub now: DateTime<FixedOffset>,
    /// The key with which this clone signs.
    pub key: Option<&'a PublicKey>,
    /// What persons chose where both sides changed the same.
    pub choices: &'a Choices,
}

/// The result of an exchange.
#[derive(Debug)]
pub struct Synced {
    /// Where the branch stood before.
    pub before: Option<Id>,
    /// Where it stands now; none where nothing was filed yet anywhere.
    pub after: Option<Id>,
    /// How many commits of ours went out.
    pub sent: usize,
    /// Why ours did not go out, where they did not.
    pub unsent: Option<Unreached>,
    /// Where trust begins, where this clone has just learnt it: nobody has compared it yet.
    pub trust: Option<Root>,
}

/// Why it came to nothing. Everything is as it was.
#[derive(Debug)]
pub enum Stopped {
    /// The other side was not reached.
    Unreached(Unreached),
    /// What is there is not in order.
    Theirs(Verdict),
    /// What is here is not in order, and nobody would take it.
    Ours(Verdict),
    /// Files that a person must look at.
    Clashes(Vec<Clash>),
    /// It is nothing of a register.
    NoRegister,
    /// A register lies there in a folder of a repository that holds something else as well.
    BelowTop {
        /// From where it was to be fetched.
        address: String,
        /// In which folder.
        folder: &'static str,
    },
}

impl From<Refused> for Stopped {
    fn from(refused: Refused) -> Self {
        Self::Unreached(Unreached::Here(refused))
    }
}

impl From<Unreached> for Stopped {
    fn from(unreached: Unreached) -> Self {
        Self::Unreached(unreached)
    }
}

/// What is to be done once both sides are known.
enum ExchangeStep {
    Nothing,
    /// Ours goes out as it is.
    Send(Id),
    /// Theirs comes in as it is.
    Take(Id),
    /// A merge of ours into theirs goes out and comes in.
    Join(Id),
}

impl ExchangeStep {
    fn goes_out(&self) -> Option<Id> {
        match self {
            Self::Send(commit) | Self::Join(commit) => Some(*commit),
            Self::Nothing | Self::Take(_) => None,
        }
    }

    fn comes_in(&self) -> Option<Id> {
        match self {
            Self::Take(commit) | Self::Join(commit) => Some(*commit),
            Self::Nothing | Self::Send(_) => None,
        }
    }
}

/// What became of one attempt.
enum Round {
    /// Both sides are one, but for what could not go out.
    Done(Synced),
    /// Some of ours went out, or is to be tried with less.
    Part,
    /// Others were faster or are at it.
    InTheWay(Unreached),
}

/// How much of ours goes out at once.
#[derive(Default)]
struct Portions {
    /// So many commits of our own main line; all where nothing is said.
    at_once: Option<usize>,
    /// How many went out so far.
    sent: usize,
}

impl Portions {
    /// The last commit of ours that goes out next, where that is not all.
    fn part(&self, history: &History, here: Option<Id>, there: Option<Id>) -> Result<Option<Id>, Refused> {
        let (Some(at_once), Some(here)) = (self.at_once, here) else { return Ok(None) };
        let ours = own_line(history, here, there)?;
        Ok(if ours.len() > at_once { ours.get(at_once - 1).copied() } else { None })
    }

    /// Half of what was tried and is too much; says whether there is such a half.
    fn halve(&mut self, history: &History, tried: Option<Id>, there: Option<Id>) -> Result<bool, Refused> {
        let tried = tried.map(|tried| own_line(history, tried, there)).transpose()?.map_or(0, |line| line.len());
        self.at_once = Some(tried / 2).filter(|half| *half > 0).or(self.at_once);
        Ok(tried > 1)
    }
}

/// The main line of a commit as far as the other side has not got it, oldest first.
fn own_line(history: &History, here: Id, there: Option<Id>) -> Result<Vec<Id>, Refused> {
    let lacking: BTreeSet<Id> = history.commits_since(here, there.as_slice())?.into_iter().collect();
    let (mut line, mut next) = (Vec::new(), Some(here));
    while let Some(commit) = next.filter(|commit| lacking.contains(commit)) {
        line.push(commit);
        next = history.parents(commit)?.first().copied();
    }
    line.reverse();
    Ok(line)
}

impl Exchange<'_> {
    /// Sends and takes. What is more than the other side takes at once goes out in parts, each of them whole commits.
    ///
    /// # Errors
    /// Why nothing was done, or no more than some parts.
    pub fn sync(&self) -> Result<Synced, Stopped> {
        let (mut why, mut attempt, mut parts) = (Unreached::Overtaken, 0, Portions::default());
        while attempt < ATTEMPTS {
            match self.round(&mut parts)? {
                Round::Done(synced) => return Ok(Synced { sent: parts.sent + synced.sent, ..synced }),
                Round::Part => continue,
                Round::InTheWay(in_the_way) => why = in_the_way,
            }
            std::thread::sleep(patience(attempt));
            attempt += 1;
        }
        Err(why.into())
    }

    /// Sends and takes once; nothing is done where others were faster, there or here, or are at it.
    fn round(&self, parts: &mut Portions) -> Result<Round, Stopped> {
        let branch = self.lock()?.branch().to_owned();
        let remote = Remote::from_config(self.programs, self.folder, &branch)?;
        let there = remote.fetch()?;
        let (here, part, step) = {
            let held = self.lock()?;
            let here = held.stands_at()?;
            let part = parts.part(held.history(), here, there)?;
            let step = self.step(&held, part.or(here), there)?;
            if step.goes_out().is_some() {
                // Noted before it is tried: an answer may be lost on the way back.
                held.goes_out(|_| true)?;
            }
            (here, part, step)
        };
        // Nobody waits for the network: what is filed here meanwhile goes out in the next round.
        let unsent = step.goes_out().and_then(|commit| remote.push(commit).err());
        let held = self.lock()?;
        match unsent {
            Some(why @ (Unreached::Overtaken | Unreached::Locked(_))) => return Ok(Round::InTheWay(why)),
            Some(Unreached::TooLarge(_)) if parts.halve(held.history(), part.or(here), there)? => return Ok(Round::Part),
            Some(why) if part.is_some() => return Err(why.into()),
            None if part.is_some() => {
                parts.sent += sent(part, there, &held)?;
                return Ok(Round::Part);
            }
            _ if held.stands_at()? != here => return Ok(Round::InTheWay(Unreached::Overtaken)),
            _ => {}
        }
        // What came in is taken also where ours could not go out: it will with the next exchange.
        if let Some(commit) = step.comes_in() {
            held.fast_forward(commit)?;
        }
        let after = step.comes_in().or(here);
        let (shared, sent) = match &unsent {
            None => (after, sent(here, there, &held)?),
            Some(_) => (there, 0),
        };
        let trust = self.shared(shared)?;
        Ok(Round::Done(Synced { before: here, after, sent, unsent, trust }))
    }

    /// Takes what came in a file, any number of times with one effect.
    ///
    /// # Errors
    /// Why nothing was done.
    pub fn receive(&self, file: &Path) -> Result<Synced, Stopped> {
        let came = git::read_bundle(self.programs, self.folder, file)?;
        let held = self.lock()?;
        let (history, here) = (held.history(), held.stands_at()?);
        let taken = |after, trust| Synced { before: here, after: Some(after), sent: 0, unsent: None, trust };
        let after = match here {
            Some(ours) if history.is_descendant(ours, came)? => return Ok(taken(ours, None)),
            Some(ours) if !history.is_descendant(came, ours)? => self.join_received(&held, ours, came)?,
            _ => {
                self.inspect(came, trust::verified(history)?)?;
                came
            }
        };
        held.fast_forward(after)?;
        Ok(taken(after, self.pinned(after)?))
    }

    /// A merge of what came and what is here. A file does not say whether it brings the main line or one that leaves it: what came
    /// is judged by our keys first, and where those are the older ones, by its own.
    fn join_received(&self, held: &LockedRepo<'_>, ours: Id, came: Id) -> Result<Id, Stopped> {
        let joined = self.join(held, ours, came)?;
        let Err(why) = self.inspect(joined, Some(ours)) else { return Ok(joined) };
        let joined = self.join(held, came, ours)?;
        let known = trust::verified(held.history())?;
        match self.inspect(joined, known) {
            Ok(()) => Ok(joined),
            Err(_) => Err(why),
        }
    }

    fn lock(&self) -> Result<LockedRepo<'_>, Refused> {
        self.workspace.lock(&self.now.to_rfc3339_opts(SecondsFormat::Secs, false))
    }

    fn step(&self, held: &LockedRepo<'_>, here: Option<Id>, there: Option<Id>) -> Result<ExchangeStep, Stopped> {
        let history = held.history();
        let Some(there) = there else {
            let Some(here) = here else { return Ok(ExchangeStep::Nothing) };
            self.fit_to_send(here, None)?;
            return Ok(ExchangeStep::Send(here));
        };
        self.inspect(there, trust::verified(history)?)?;
        let Some(here) = here else { return Ok(ExchangeStep::Take(there)) };
        if here == there {
            return Ok(ExchangeStep::Nothing);
        }
        if history.first_parents(here, Some(there))?.is_some() {
            self.fit_to_send(here, Some(there))?;
            return Ok(ExchangeStep::Send(here));
        }
        if history.is_descendant(there, here)? {
            return Ok(ExchangeStep::Take(there));
        }
        let joined = self.join(held, there, here)?;
        self.fit_to_send(joined, Some(there))?;
        Ok(ExchangeStep::Join(joined))
    }

    /// A merge of `side` into the main line, to which nothing refers yet.
    fn join(&self, held: &LockedRepo<'_>, main: Id, side: Id) -> Result<Id, Stopped> {
        let history = held.history();
        if history.merge_base(main, side)?.is_none() {
            return Err(Stopped::Theirs(replaced(main)));
        }
        let on_line = Roster::at(history, main)?;
        let name = on_line.as_ref().and_then(|roster| roster.mechanism.file.register);
        let roster = on_line.filter(Roster::is_on);
        let today = Day::from_date(self.now.date_naive());
        let may_merge = |path: &RecordPath| match (&roster, self.key) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(roster), Some(key)) => roster.of_key(key).into_iter().any(|holder| roster.owns(holder, path, today)),
        };
        let union = union(history, (main, side), self.choices, &may_merge)?;
        if !union.clashes.is_empty() {
            return Err(Stopped::Clashes(union.clashes));
        }
        // Where the main line has no name yet, the merge may bring it that of the side.
        let mechanism = RecordPath::Single(Kind::Mechanism).file();
        let name = match name {
            None if union.edits.iter().any(|(path, _)| *path == mechanism) => {
                Roster::at(history, side)?.and_then(|roster| roster.mechanism.file.register)
            }
            name => name,
        };
        let message = name.map_or_else(|| MERGED.to_owned(), |name| name.signs(MERGED));
        Ok(held.merge((main, side), &union.edits, &message, self.now)?)
    }

    /// That what came is in order since where it was known to be.
    fn inspect(&self, came: Id, since: Option<Id>) -> Result<(), Stopped> {
        if Some(came) == since {
            return Ok(());
        }
        let verdict = self.verdict(came, since)?;
        if verdict.breaches.is_empty() { Ok(()) } else { Err(Stopped::Theirs(verdict)) }
    }

    /// That others will take what is to go out.
    fn fit_to_send(&self, ours: Id, since: Option<Id>) -> Result<(), Stopped> {
        let verdict = self.verdict(ours, since)?;
        if verdict.breaches.is_empty() { Ok(()) } else { Err(Stopped::Ours(verdict)) }
    }

    /// What is found about a history. Where nobody's word is asked for, only what may lie in a folder at all, and that what was
    /// known is still there.
    fn verdict(&self, tip: Id, since: Option<Id>) -> Result<Verdict, Refused> {
        let open = || History::open(self.folder);
        let history = open()?;
        let mut verdict = Verifier::new(&open)?.by_clock(self.now).briefly().verify(tip, since)?;
        if !verdict.is_on {
            let known = match since {
                Some(since) => history.is_descendant(tip, since)?,
                None => true,
            };
            verdict.breaches.retain(|breach| breach.fault.is_of_shape() || (breach.fault == Fault::Replaced && !known));
        }
        Ok(verdict)
    }

    /// Remembers what everybody has by now; gives where trust begins, where that is news.
    fn shared(&self, commit: Option<Id>) -> Result<Option<Root>, Refused> {
        let Some(commit) = commit else { return Ok(None) };
        let trust = self.pinned(commit)?;
        let history = History::open(self.folder)?;
        // Where nothing came and nothing went it is remembered already.
        if trust::verified(&history)? != Some(commit) {
            trust::mark_verified(&history, commit)?;
        }
        Ok(trust)
    }

    /// Remembers where trust begins, should that be news: this clone may have turned it on while others filed, and then it begins for
    /// all with the merge that brought it to them.
    fn pinned(&self, commit: Id) -> Result<Option<Root>, Refused> {
        let history = History::open(self.folder)?;
        let is_known = match trust::root(&history)? {
            Some(_) if trust::verified(&history)? == Some(commit) => true,
            Some(known) => history.first_parents(commit, Some(known))?.is_some(),
            None => false,
        };
        if is_known || !Roster::at(&history, commit)?.is_some_and(|roster| roster.is_on()) {
            return Ok(None);
        }
        let root = trust::begins(&history, commit)?;
        if let Some(root) = &root {
            trust::mark_root(&history, root.commit)?;
        }
        Ok(root)
    }
}

/// How many commits of ours went out.
fn sent(here: Option<Id>, there: Option<Id>, held: &LockedRepo<'_>) -> Result<usize, Refused> {
    let Some(here) = here else { return Ok(0) };
    held.history().filings_since(here, there.as_slice())
}

/// Another history altogether.
fn replaced(tip: Id) -> Verdict {
    let breach = Breach { commit: tip, path: None, fault: Fault::Replaced };
    Verdict { tip, is_on: false, root: None, commits: Vec::new(), breaches: vec![breach] }
}

/// Back-off with jitter: it grows with each attempt and differs between clones, so that those who begin at once do not collide again.
fn patience(attempt: usize) -> std::time::Duration {
    let apart = u64::from(std::process::id() % 7) * 20;
    std::time::Duration::from_millis(20 + apart + 30 * attempt as u64)
}
