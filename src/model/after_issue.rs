//! What a record takes in after the paper that lists it went out: minutes say what a meeting decided and whom it charged, a circular what was
//! found and demanded. Such an item stands, since a history that has one stays valid; the record says by itself that it came later.

use super::any::Record;
use super::content::Content;
use super::date::Day;
use super::happening::{Amendment, ListingPaper};
use super::key_path::KeyPath;

impl Record {
    /// Keeps with what this filing adds to a paper's lists that the paper had gone out before, unless an amendment says so that is filed with it.
    pub fn keep_after_issue(&mut self, before: Option<&Self>, today: Day) {
        let Some((paper, keys)) = before.and_then(|before| added(before, self, today)).filter(|(_, keys)| !keys.is_empty())
        else {
            return;
        };
        let (keys, reason) = (keys.iter().map(|key| key.to_string().parse()), format!("{}印发后登记", paper.name).parse());
        let (Ok(keys), Ok(reason)) = (keys.collect(), reason) else { return };
        let amendment = Amendment { on: today, keys, reason };
        match self {
            Self::Meeting(meeting) => meeting.amended.push(amendment),
            Self::Enforcement(enforcement) => enforcement.amended.push(amendment),
            _ => {}
        }
    }
}

/// What is new in a paper's lists since it went out on an earlier day.
fn added(before: &Record, after: &Record, today: Day) -> Option<(ListingPaper, Vec<KeyPath>)> {
    let (stood, stands) = (before.happening()?, after.happening()?);
    stood.listing_paper()?;
    let paper = stands.listing_paper().filter(|paper| paper.issued < today)?;
    let told: Vec<KeyPath> = (stands.amended().iter().skip(stood.amended().len()))
        .flat_map(|amendment| amendment.keys.iter().map(|key| KeyPath::from(key.as_str())))
        .collect();
    let (old, new) = (before.content(), after.content());
    let new_keys = paper.lists.iter().flat_map(|list| new_at(list, old.get(list), new.get(list)));
    Some((paper, new_keys.filter(|key| !told.iter().any(|told| told.covers(key) || key.covers(told))).collect()))
}

/// What stands at a key and did not: the items of a list that have a new number, or all of it.
fn new_at(key: &str, old: Option<&Content<'_>>, new: Option<&Content<'_>>) -> Vec<KeyPath> {
    let at = KeyPath::from(key);
    let number = |item: &Content<'_>| item.get("no").and_then(Content::as_count);
    match (old, new) {
        (old, Some(Content::List(items))) => {
            let stood: Vec<Option<u32>> = match old {
                Some(Content::List(stood)) => stood.iter().map(number).collect(),
                _ => Vec::new(),
            };
            let is_new = |(_, item): &(usize, &Content<'_>)| !stood.contains(&number(item));
            items.iter().enumerate().filter(is_new).map(|(position, _)| at.item(position)).collect()
        }
        (None, Some(_)) => vec![at],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Kind;
    use crate::model::reader::Keys;

    const MEETING: &str = "held = 2025-03-01\nconvener = \"anweiban\"\n\n[[task]]\nno = 1\ntext = \"甲（虚构）\"\n\n[minutes]\nissued = 2025-03-05\n";
    const FURTHER: &str = "\n[[task]]\nno = 2\ntext = \"乙（虚构）\"\n";

    fn kept(before: &str, after: &str, today: &str) -> Vec<String> {
        let read = |text: &str| Kind::Meeting.read(text, Keys::Known).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let mut record = read(after);
        record.keep_after_issue(Some(&read(before)), today.parse().expect("a day"));
        let amended = record.happening().expect("a happening").amended().to_vec();
        amended.iter().flat_map(|amendment| amendment.keys.iter().map(|key| format!("{key} {}", amendment.reason))).collect()
    }

    #[test]
    fn what_comes_after_the_paper_says_so_itself() {
        let further = format!("{MEETING}{FURTHER}");
        assert_eq!(kept(MEETING, &further, "2025-03-06"), ["task[1] 会议纪要印发后登记"]);
        assert_eq!(kept(MEETING, &further, "2025-03-05"), [""; 0], "on the day of the paper nobody knows which was first");
        assert_eq!(kept(MEETING, &further.replace("03-05", "03-07"), "2025-03-07"), [""; 0], "it was issued anew with it");
        assert_eq!(kept(&further, &further, "2025-03-06"), [""; 0]);
        let decided = MEETING.replace("\n\n[[task", "\ndecided = \"丙（虚构）\"\n\n[[task");
        assert_eq!(kept(MEETING, &decided, "2025-03-06"), ["decided 会议纪要印发后登记"]);
        let (minutes, draft) = ("\n[minutes]\nissued = 2025-03-05\n", MEETING.replace("\n[minutes]\nissued = 2025-03-05\n", ""));
        assert_eq!(kept(&draft, &format!("{draft}{FURTHER}{minutes}"), "2025-03-06"), [""; 0], "both are filed at once");
    }

    #[test]
    fn what_an_amendment_tells_is_not_told_twice() {
        let amended = "\n[[amended]]\non = 2025-03-06\nkeys = [\"task[1]\"]\nreason = \"漏录（虚构）\"\n";
        assert_eq!(kept(MEETING, &format!("{MEETING}{FURTHER}{amended}"), "2025-03-06"), ["task[1] 漏录（虚构）"]);
    }
}
