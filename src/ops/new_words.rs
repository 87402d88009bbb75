//! What words may not come into a record: the mark of a classified paper, and the mark with which printed commands leave a place open. What
//! stands already is for `check` to say.

use std::collections::BTreeSet;

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
    for line in comments.lines() {
        if is_classified(line.trim_start_matches('#').trim()) && !before.contains(line) {
            refusals.push(classified("#".to_owned()));
        }
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
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
