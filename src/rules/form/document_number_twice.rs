//! A paper's number is given once.

use std::collections::HashMap;

use super::place::day_of;
use crate::model::{Day, FiledPath, Happening, Leaf, NumberedPaper, RecordPath, plain_number};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F08",
    name: "document-number-twice",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("同一发文字号用于两份文件", "one number for two papers"),
    fires: Text::fixed(
        "两条记录（或同一记录的两份文件）的发文字号相同（括号种类、全半角、空格、前面的 0 不计）；指出印发在后的一份。一条引用另一条且同日印发的，视为同一份文件（如印发计划的通报），不判；按期编号的会议纪要（第3期）不判。",
        "Two records, or two papers of one, bear the same number, however its brackets, blanks, digits and leading zeros are typed; the one issued later is told of. Where one refers to the other and both were issued on one day it is one paper, such as the notice that hands on a plan. Not minutes numbered by issue (第3期).",
    ),
    proves: None,
    remedy: Text::fixed(
        "照原件核对字号；确为同一份文件的，在其中一条引用另一条。",
        "Compare with the papers; where both are one paper, let one record refer to the other.",
    ),
    reach: Reach::SameNumber,
    scope: Scope::Ledger(check),
};

/// A paper and the record that speaks of it, the earlier ones first.
type PaperUse<'a> = (Option<Day>, &'a FiledPath, NumberedPaper<'a>, &'a dyn Happening);

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mut by_number: HashMap<String, Vec<PaperUse<'_>>> = HashMap::new();
    context.ledger.each(|path, record| {
        for paper in record.papers().into_iter().filter(|paper| !paper.by_issue || paper.number.parts().is_some()) {
            by_number.entry(plain_number(paper.number.as_str())).or_default().push((paper.issued, path, paper, record));
        }
    });
    let mut twice: Vec<_> = by_number.into_values().filter(|found| found.len() > 1).collect();
    for found in &mut twice {
        // What has no day yet comes last: its number was not used yet.
        found.sort_by_key(|(issued, path, paper, _)| (issued.is_none(), *issued, *path, paper.key));
    }
    twice.sort_by_key(|found| found.first().map(|(issued, path, ..)| (*issued, *path)));
    for found in twice {
        let mut later = found.into_iter();
        let Some(first) = later.next() else { continue };
        for other in later.filter(|other| !are_one(&first, other)) {
            let (number, path) = (first.2.number, first.1);
            let record = RecordPath::Filed(other.1.clone());
            let on = day_of(&record, context);
            let what = tr!("发文字号“{number}”已用于 {path}"; "the number \"{number}\" already belongs to a paper of {path}");
            out.report_at(record, on, other.2.key, what);
        }
    }
}

/// Whether two records speak of one paper: issued on one day, one refers to the other.
fn are_one(one: &PaperUse<'_>, other: &PaperUse<'_>) -> bool {
    one.0 == other.0 && one.1 != other.1 && (refers(one.3, other.1) || refers(other.3, one.1))
}

fn refers(record: &dyn Happening, path: &FiledPath) -> bool {
    let mut found = false;
    record.leaves(&mut |_, leaf| {
        found |= matches!(leaf, Leaf::Reference(reference) if reference.filed() == Some(path));
    });
    found
}
