//! What words may not come into a record: the mark of a classified paper, and the mark with which printed commands leave a place open. What
//! stands already is for `check` to say.

use std::collections::BTreeSet;

use crate::git::Commit;
use crate::model::{ChangeRefusal, Comments, KeyPath, Leaf, Record, is_classified};
use crate::text::Text;
use crate::tr;

/// That no new value, comment or name of an attachment is of these; `standing` and `before` say what stood already.
///
/// # Errors
/// Which are.
pub(super) fn new_words_may_stand<'s>(
    record: &Record,
    comments: &Comments,
    standing: impl IntoIterator<Item = &'s Record>,
    before: &str,
) -> Result<(), Vec<ChangeRefusal>> {
    let mut refusals = Vec::new();
    let mut stood = BTreeSet::new();
    for standing in standing {
        standing.visit(&mut |_: &KeyPath, leaf| {
            stood.insert(leaf.to_string());
        });
    }
    record.visit(&mut |at: &KeyPath, leaf| {
        let words = matches!(leaf, Leaf::Line(_) | Leaf::Prose(_) | Leaf::Number(_)).then(|| leaf.to_string());
        let Some(words) = words.filter(|words| !stood.contains(words)) else { return };
        if is_classified(&words) {
            refusals.push(classified(at.to_string()));
        } else if is_left_open(&words) {
            refusals.push(left_open(at.to_string()));
        }
    });
    if comments.blocks().any(|block| is_newly_classified(block, before)) {
        refusals.push(classified("#".to_owned()));
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// Whether lines of comment that stand together bear the mark, on one of them or down them, by a line that did not stand before.
fn is_newly_classified(block: &[String], before: &str) -> bool {
    let says = |lines: &[&str]| {
        is_classified(&lines.iter().map(|line| line.trim_start_matches('#').trim()).collect::<Vec<_>>().join("\n"))
    };
    let all: Vec<&str> = block.iter().map(String::as_str).collect();
    // Only where it bears one is it asked what of it is new: to look for each line of a megabyte in another takes minutes.
    if !says(&all) {
        return false;
    }
    // A value before it may hold the sign as well.
    let mut stood = BTreeSet::new();
    for line in before.lines() {
        stood.extend(line.match_indices('#').take(8).map(|(at, _)| line[at..].trim_end()));
    }
    let (old, new): (Vec<&str>, Vec<&str>) = all.into_iter().partition(|line| stood.contains(line.trim_end()));
    !new.is_empty() && (says(&new) || !says(&old))
}

/// What a commit says of itself and who is said to have made it, where the mark of a classified paper is in it: `history` prints that in every
/// clone, and nobody can take it out.
pub(super) fn marked_message(commit: &Commit) -> Option<Text> {
    let head = String::from_utf8_lossy(&commit.signed);
    let mut names = head.lines().take_while(|line| !line.is_empty()).filter_map(|line| {
        let named = line.strip_prefix("author ").or_else(|| line.strip_prefix("committer "))?;
        Some(named.rsplit_once(" <").map_or(named, |(name, _)| name))
    });
    let is_marked = is_classified(&commit.message) || names.any(is_classified);
    is_marked.then_some(Text::fixed(
        "提交说明或提交人姓名里有密级标志（秘密、机密、绝密），涉密内容不得写入台账，请按保密规定另行处理",
        "what the commit says of itself, or the name of who made it, bears the mark of a classified paper (秘密, 机密, 绝密), which must not be in a register; handle it as the rules on secrets say",
    ))
}

/// Whether some words are nothing but the mark for what only people know.
pub(super) fn is_left_open(words: &str) -> bool {
    words.chars().any(|c| c == '…') && words.chars().all(|c| c == '…' || c.is_whitespace())
}

pub(super) fn left_open(key: String) -> ChangeRefusal {
    let why = tr!(
        "{key} 处的 … 是留给您填写的，请换成实际内容";
        "the … of {key} is a place to be filled in; write what is so there"
    );
    ChangeRefusal { key, why }
}

fn classified(key: String) -> ChangeRefusal {
    let why = match &*key {
        "#" => Text::fixed(
            "注释里有密级标志（秘密、机密、绝密），涉密内容不得写入台账，请按保密规定另行处理",
            "a comment bears the mark of a classified paper (秘密, 机密, 绝密), which must not be in a register; handle it as the rules on secrets say",
        ),
        key => tr!(
            "{key} 处有密级标志（秘密、机密、绝密），涉密内容不得写入台账，请按保密规定另行处理";
            "{key} bears the mark of a classified paper (秘密, 机密, 绝密), which must not be in a register; handle it as the rules on secrets say"
        ),
    };
    ChangeRefusal { key, why }
}
