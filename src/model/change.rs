//! What may follow what: which change of a record that stands is allowed. One pure function, which filing, merging and
//! verifying all ask.

use std::collections::{HashMap, VecDeque};

use super::any::Record;
use super::content::Content;
use super::field::{ChangePolicy, Field, Shape};
use super::happening::Happening;
use super::key_path::KeyPath;
use super::kind::Nature;
use crate::text::Text;
use crate::tr;

/// A change that is not allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRefusal {
    /// The key that changed (`to[0].why`).
    pub key: String,
    /// Why it may not.
    pub why: Text,
}

/// Whether `new` may follow `old` at the same path: what is issued stays, what is filled stays, lists only grow. A slip that was mended
/// with a reason (`amended`) may change the keys that it names, once.
///
/// Both must hold their words: a text that was dropped equals every other.
///
/// # Errors
/// Every key that may not change as it did.
pub fn may_follow(old: &Record, new: &Record) -> Result<(), Vec<ChangeRefusal>> {
    if old.kind() != new.kind() {
        let why = Text::fixed("记录的种类不能改变", "a record stays of its kind");
        return Err(vec![ChangeRefusal { key: String::new(), why }]);
    }
    let kind = old.kind();
    let issued = |record: &Record| record.happening().is_some_and(Happening::is_issued);
    let nature = if kind.nature() == Nature::Frozen && !issued(old) { Nature::Free } else { kind.nature() };
    let mut refusals = Vec::new();
    table(kind.fields(), nature, &old.content(), &new.content(), &KeyPath::default(), &mut refusals);
    // A slip that is mended corrects what went out. It does not call it back: that takes a paper of its own.
    if issued(new) || !issued(old) {
        let mended = mended(old, new);
        refusals.retain(|refusal| !mended.iter().any(|key| key.covers(&refusal.key.as_str().into())));
    }
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// The keys that amendments new in `after` say they mended.
fn mended(before: &Record, after: &Record) -> Vec<KeyPath> {
    let stood = before.happening().map_or(0, |happening| happening.amended().len());
    let new = after.happening().into_iter().flat_map(|happening| happening.amended().iter().skip(stood));
    let named = new.flat_map(|amendment| &amendment.keys).map(|key| KeyPath::from(key.as_str()));
    // The list of amendments cannot mend itself.
    named.filter(|key| !KeyPath::from("amended").covers(key)).collect()
}

/// Whether a key lies at or below another: `to` covers `to[0].why`.
pub(crate) fn covers(above: &str, key: &str) -> bool {
    KeyPath::from(above).covers(&key.into())
}

fn table(
    fields: &[Field],
    nature: Nature,
    old: &Content<'_>,
    new: &Content<'_>,
    above: &KeyPath,
    refusals: &mut Vec<ChangeRefusal>,
) {
    for field in fields {
        value(field, nature, old.get(field.key), new.get(field.key), &above.key(field.key), refusals);
    }
}

/// How a field may change.
fn change(field: &Field, nature: Nature) -> ChangePolicy {
    match (field.change, nature) {
        // A paper that has not gone out may still change in every key, marked or not.
        (_, Nature::Free) => ChangePolicy::Free,
        (ChangePolicy::AsKind, Nature::Monotone) if matches!(field.shape, Shape::List(_)) => ChangePolicy::Grows,
        (ChangePolicy::AsKind, Nature::Monotone) => ChangePolicy::Fills,
        (change, _) => change,
    }
}

fn value(
    field: &Field,
    nature: Nature,
    old: Option<&Content<'_>>,
    new: Option<&Content<'_>>,
    key: &KeyPath,
    refusals: &mut Vec<ChangeRefusal>,
) {
    let change = change(field, nature);
    if old == new || change == ChangePolicy::Free {
        return;
    }
    match (old, new, &field.shape) {
        (None, Some(_), _) if change != ChangePolicy::AsKind => {}
        (Some(old), Some(new), Shape::Table(fields)) => table(fields, nature, old, new, key, refusals),
        (Some(Content::List(old)), Some(Content::List(new)), Shape::List(item)) => {
            list(item, nature, change, old, new, key, refusals);
        }
        _ => refusals.push(refuse(field, key)),
    }
}

fn refuse(field: &Field, key: &KeyPath) -> ChangeRefusal {
    let heading = field.heading();
    let (zh, en) = (heading.zh(), heading.en());
    let why = tr!(
        "{key}（{zh}）已经登记，不能改动；确系笔误的，用 liandong amend 更正，写明原因（记入 amended）";
        "{key} ({en}) stands and may not change; a slip is mended with liandong amend and the reason (which the record keeps in `amended`)"
    );
    ChangeRefusal { key: key.to_string(), why }
}

/// Items that stand stay, in their order; one with a number of its own is known by it.
fn list(
    item: &Shape,
    nature: Nature,
    change: ChangePolicy,
    old: &[Content<'_>],
    new: &[Content<'_>],
    key: &KeyPath,
    refusals: &mut Vec<ChangeRefusal>,
) {
    let number = |value: &Content<'_>| value.get("no").and_then(Content::as_count);
    let mut numbered: HashMap<u32, VecDeque<&Content<'_>>> = HashMap::new();
    for item in new {
        if let Some(no) = number(item) {
            numbered.entry(no).or_default().push_back(item);
        }
    }
    // Items that stand are found one after the other, each item of the new list being looked at once. Where one is not found the change
    // is refused, and the rest is compared place by place.
    let (mut next, mut lost) = (0, false);
    for (position, stood) in old.iter().enumerate() {
        let at = key.item(position);
        let faults = if let Some(no) = number(stood) {
            // A number that was given twice still stands for two items.
            let found = numbered.get_mut(&no).and_then(VecDeque::pop_front);
            found.map(|found| follows(item, nature, stood, found, &at))
        } else if !lost
            && let Some(found) = new.iter().skip(next).position(|found| follows(item, nature, stood, found, &at).is_empty())
        {
            next += found + 1;
            Some(Vec::new())
        } else {
            let is_first = !lost;
            lost = true;
            // Where none fits, the one in its place shows best what changed, unless another item already has it.
            let instead = new.get(position).map(|instead| follows(item, nature, stood, instead, &at));
            instead.filter(|faults| !is_first || !faults.is_empty())
        };
        match faults {
            Some(faults) => refusals.extend(faults),
            None => refusals.push(ChangeRefusal {
                why: tr!("{at} 已经登记，不能删去"; "{at} stands and may not be taken out"),
                key: at.to_string(),
            }),
        }
    }
    if change == ChangePolicy::AsKind && new.len() > old.len() {
        let why = tr!("{key} 已经印发，不能再增加"; "{key} was issued and may not grow");
        refusals.push(ChangeRefusal { key: key.to_string(), why });
    }
}

/// Why an item may not follow another.
fn follows(item: &Shape, nature: Nature, old: &Content<'_>, new: &Content<'_>, at: &KeyPath) -> Vec<ChangeRefusal> {
    let mut refusals = Vec::new();
    match item {
        _ if old == new => {}
        Shape::Table(fields) => table(fields, nature, old, new, at, &mut refusals),
        _ => refusals
            .push(ChangeRefusal {
                key: at.to_string(), why: tr!("{at} 已经登记，不能改动"; "{at} stands and may not change")
            }),
    }
    refusals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use crate::model::reader::Keys;

    fn refused(kind: Kind, old: &str, new: &str) -> Vec<String> {
        let read = |text: &str| kind.read(text, Keys::Known).unwrap_or_else(|problems| panic!("{problems:#?}"));
        may_follow(&read(old), &read(new)).err().into_iter().flatten().map(|refusal| refusal.key).collect()
    }

    const NOTICE: &str = "content = 2\ntitle = \"甲\"\nissued = 2025-03-01\n\n[[to]]\nwho = \"gongan\"\n";

    #[test]
    fn an_issued_notice_stays() {
        assert_eq!(refused(Kind::Notice, NOTICE, NOTICE), [""; 0]);
        assert_eq!(refused(Kind::Notice, NOTICE, &NOTICE.replace('甲', "乙")), ["title"]);
        assert_eq!(refused(Kind::Notice, NOTICE, &format!("{NOTICE}\n[[to]]\nwho = \"linye\"\n")), ["to"]);
        assert_eq!(refused(Kind::Notice, NOTICE, &NOTICE.replace("gongan", "linye")), ["to[0].who"]);
    }

    #[test]
    fn what_comes_after_issue_is_filled_once() {
        let number = |no: u32| NOTICE.replace("\n\n[[to]]", &format!("\ndoc_number = \"云区应急函〔2025〕{no}号\"\n\n[[to]]"));
        assert_eq!(refused(Kind::Notice, NOTICE, &number(3)), [""; 0]);
        assert_eq!(refused(Kind::Notice, &number(3), &number(4)), ["doc_number"]);
        assert_eq!(refused(Kind::Notice, &number(3), NOTICE), ["doc_number"]);
    }

    #[test]
    fn before_issue_everything_may_change() {
        let unissued = NOTICE.replace("issued = 2025-03-01\n", "");
        assert_eq!(refused(Kind::Notice, &unissued, &unissued.replace('甲', "乙")), [""; 0]);
        assert_eq!(refused(Kind::Notice, &unissued, NOTICE), [""; 0]);
        let number = |no: u32| unissued.replace("\n\n[[to]]", &format!("\ndoc_number = \"云区应急函〔2025〕{no}号\"\n\n[[to]]"));
        assert_eq!(refused(Kind::Notice, &number(3), &number(4)), [""; 0]);
    }

    #[test]
    fn a_slip_is_mended_with_a_reason_and_only_it() {
        let amended = "\n[[amended]]\non = 2025-03-05\nkeys = [\"title\"]\nreason = \"录入笔误\"\n";
        let mended = format!("{}{amended}", NOTICE.replace('甲', "乙"));
        assert_eq!(refused(Kind::Notice, NOTICE, &mended), [""; 0]);
        assert_eq!(refused(Kind::Notice, &mended, &mended.replace('乙', "丙")), ["title"], "an amendment is used up");
        assert_eq!(refused(Kind::Notice, NOTICE, &mended.replace("gongan", "linye")), ["to[0].who"]);
        assert_eq!(refused(Kind::Notice, &mended, NOTICE), ["title", "amended"]);
        let recalled = format!("{}{}", NOTICE.replace("issued = 2025-03-01\n", ""), amended.replace("title", "issued"));
        assert_eq!(refused(Kind::Notice, NOTICE, &recalled), ["issued"], "an amendment does not call a paper back");
    }

    const HAZARD: &str = "mine = \"dashan\"\nfound = 2025-03-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"边坡（虚构）\"\n";

    #[test]
    fn a_hazard_only_grows() {
        let once = format!("{HAZARD}\n[[reinspection]]\non = 2025-03-10\nby = \"yingji\"\nresult = \"failed\"\n");
        let twice = format!("{once}\n[[reinspection]]\non = 2025-03-20\nby = \"yingji\"\nresult = \"passed\"\n");
        assert_eq!(refused(Kind::Hazard, HAZARD, &once), [""; 0]);
        assert_eq!(refused(Kind::Hazard, &once, &twice), [""; 0]);
        assert_eq!(refused(Kind::Hazard, &twice, &once), ["reinspection[1]"]);
        assert_eq!(refused(Kind::Hazard, &once, &once.replace("failed", "passed")), ["reinspection[0].result"]);
        assert_eq!(refused(Kind::Hazard, HAZARD, &HAZARD.replace("03-01", "03-02")), ["found"]);
    }

    #[test]
    fn tasks_are_known_by_their_number() {
        let tasks = |order: [u32; 2]| {
            let task = |no| format!("\n[[task]]\nno = {no}\ntext = \"事项{no}\"\nlead = \"gongan\"\n");
            format!("held = 2025-06-01\nconvener = \"anweiban\"\n{}{}", task(order[0]), task(order[1]))
        };
        assert_eq!(refused(Kind::Meeting, &tasks([1, 2]), &tasks([2, 1])), [""; 0]);
        assert_eq!(refused(Kind::Meeting, &tasks([1, 2]), &tasks([1, 3])), ["task[1]"]);
        assert_eq!(refused(Kind::Meeting, &tasks([1, 2]), &tasks([1, 2]).replace("事项2", "另事")), ["task[1].text"]);
    }

    #[test]
    fn items_that_are_alike_count_as_often_as_they_stand() {
        let guests = |who: &[&str]| {
            let came = |who: &&str| format!("\n[[attendance]]\nwho = \"{who}\"\nhow = \"present\"\n");
            format!("convener = \"anweiban\"\n{}", who.iter().map(came).collect::<String>())
        };
        let (twice, thrice) = (guests(&["gongan", "gongan"]), guests(&["linye", "gongan", "gongan"]));
        assert_eq!(refused(Kind::Meeting, &twice, &guests(&["linye", "gongan"])), ["attendance[1]"]);
        assert_eq!(refused(Kind::Meeting, &twice, &thrice), [""; 0]);
        let tasks = |list: &[&str]| {
            let task = |text: &&str| format!("\n[[task]]\nno = 1\ntext = \"{text}\"\n");
            format!("convener = \"anweiban\"\n{}", list.iter().map(task).collect::<String>())
        };
        assert_eq!(refused(Kind::Meeting, &tasks(&["甲", "乙"]), &tasks(&["甲", "乙", "丙"])), [""; 0]);
        assert_eq!(refused(Kind::Meeting, &tasks(&["甲", "甲"]), &tasks(&["甲"])), ["task[1]"]);
    }

    #[test]
    fn people_change_at_will() {
        let people = "[[liaison]]\nname = \"甲\"\nsince = 2025-01-01\n";
        assert_eq!(refused(Kind::People, people, &people.replace('甲', "乙")), [""; 0]);
    }
}
