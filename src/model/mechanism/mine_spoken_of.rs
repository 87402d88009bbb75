//! Which mine a text speaks of. Whoever answers for one mine, and writes of another (已对大山石场民爆物品退库), has said nothing of it.

use std::borrow::Cow;

use super::Mechanism;
use crate::model::{Mine, MineId, Prose};

impl Mechanism {
    /// What of a text is said of a mine: all of it where it names none; else not the clauses from the name of another (or 其他矿山) on up to its
    /// own. None where nothing is left. A name where something went (运至大山石场) is no matter of its own.
    #[must_use]
    pub fn said_of_mine<'t>(&self, text: &'t Prose, mine: &MineId) -> Option<Cow<'t, Prose>> {
        let whole = Some(Cow::Borrowed(text));
        let Some(words) = text.open() else { return whole };
        let is_there = |name: &&str| words.contains(*name);
        let own: Vec<&str> = self.mines.get(mine).into_iter().flat_map(names).filter(is_there).collect();
        let others =
            OTHERS.into_iter().chain(self.mines.iter().filter(|(id, _)| *id != mine).flat_map(|(_, other)| names(other)));
        let others = others.filter(|name| is_there(name) && !own.contains(name));
        let mut known: Vec<(&str, bool)> = others.map(|name| (name, false)).chain(own.iter().map(|name| (*name, true))).collect();
        if known.is_empty() {
            return whole;
        }
        // “大山石场二矿” is another than “大山石场”: the longest name is the one that is meant.
        known.sort_by_key(|(name, is_own)| (std::cmp::Reverse(name.len()), !is_own));
        let (mut said, mut is_of_another) = (String::new(), false);
        for clause in words.split_inclusive(|c: char| "，。；！？,;!?\n".contains(c)) {
            let (clause, named) = without_names(clause, &known);
            is_of_another = match named {
                Some(is_own) => !is_own,
                None => is_of_another,
            };
            if !is_of_another {
                said.push_str(&clause);
            }
        }
        said.parse().ok().map(Cow::Owned)
    }
}

/// What another mine is called by whoever does not name it.
const OTHERS: [&str; 6] = ["其他矿山", "其它矿山", "其余矿山", "另一矿山", "相邻矿山", "邻近矿山"];

/// What a mine is or was called, without what stands behind in brackets.
fn names(mine: &Mine) -> impl Iterator<Item = &str> {
    let bare = |name: &'_ str| name.len() >= "石场".len();
    let all = std::iter::once(&mine.name).chain(&mine.former_names);
    all.map(|name| name.as_str().split(['（', '(']).next().unwrap_or_default().trim()).filter(move |name| bare(name))
}

/// A clause with “该矿” in place of every name, and whether it is of the mine itself or of another; `None` where it names none.
fn without_names(clause: &str, known: &[(&str, bool)]) -> (String, Option<bool>) {
    /// Where something went, came from or is done as well.
    const WHERETO: [&str; 13] = ["至", "到", "往", "入", "于", "在", "向", "从", "给", "与", "和", "同", "照"];
    const STAND_IN: &str = "该矿";
    let (mut clause, mut named) = (clause.to_owned(), None);
    for (name, is_own) in known {
        let is_subject = clause.match_indices(name).any(|(at, _)| !WHERETO.iter().any(|to| clause[..at].ends_with(to)));
        if *is_own && clause.contains(name) {
            named = Some(true);
        } else if is_subject && named.is_none() {
            named = Some(false);
        }
        clause = clause.replace(name, STAND_IN);
    }
    (clause, named)
}
