//! The review in a draft of a notice: it is of the words that the leader read, and of no others (四（五）). A record keeps with a review what was
//! reviewed; so does a draft.

use toml::{Table, Value};

use crate::model::reader::Keys;
use crate::model::{Kind, Record};
use crate::text::Text;

const REVIEW: &str = "review";
const DIGEST: &str = "digest";

/// Keeps with a review what was reviewed, as far as it can be read.
pub(super) fn bind_review(kind: Kind, table: &mut Table) {
    let digest = digest(kind, table);
    if let (Some(digest), Some(review)) = (digest, table.get_mut(REVIEW).and_then(Value::as_table_mut)) {
        review.entry(DIGEST).or_insert(Value::String(digest));
    }
}

/// Takes out a review of other words than stand there now; says whether there was one. One that is `said_anew` is of these.
pub(super) fn drop_other_review(kind: Kind, table: &mut Table, said_anew: bool) -> bool {
    let Some(review) = table.get_mut(REVIEW).and_then(Value::as_table_mut) else { return false };
    let Some(Value::String(reviewed)) = review.get(DIGEST).cloned() else { return false };
    if digest(kind, table).is_some_and(|now| now.eq_ignore_ascii_case(&reviewed)) {
        return false;
    }
    match table.get_mut(REVIEW).and_then(Value::as_table_mut) {
        Some(review) if said_anew => drop(review.remove(DIGEST)),
        _ => drop(table.remove(REVIEW)),
    }
    !said_anew
}

/// Whether a draft of a notice says all that there has to be before somebody can review it.
pub(super) fn can_be_reviewed(table: &Table) -> bool {
    digest(Kind::Notice, table).is_some()
}

/// That a review was taken out.
pub(super) fn review_dropped() -> Text {
    Text::fixed(
        "审核以后内容又有改动，草稿里的审核不作数，已经去掉；请按现在的内容重新审核",
        "what it says has changed since it was reviewed: the review in the draft counts no more and was taken out; have it reviewed as it is now",
    )
}

fn digest(kind: Kind, table: &Table) -> Option<String> {
    let mut words = table.clone();
    words.remove(REVIEW);
    let text = toml::to_string(&words).ok().filter(|_| kind == Kind::Notice)?;
    match kind.read(&text, Keys::Known) {
        Ok(Record::Notice(notice)) => Some(notice.digest()),
        _ => None,
    }
}
