//! A duty of chapter one is one unit's: where two files list it, both answer for it and neither knows.

use super::validity::Validity;
use crate::model::{Duty, Kind, RecordPath};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G18",
    name: "duty-shared",
    nature: RuleNature::Whole,
    title: Text::fixed("两个单位列了同一条职责", "one duty in the files of two units"),
    fires: Text::fixed(
        "两个同时存在的单位的职责文件（duties/）写的是同一条款（clause），而且列有同一序号的职责：两个单位都要负责，查职责、提建议时都会出现。在后来的一个单位（since，未写明先后的按代号）的文件指出。先后存在的单位（如撤并后的承接单位）、同一条款下各列各的序号的不判。",
        "The duty files (duties/) of two units that are there at the same time are of the same clause (clause) and list a duty of the same number: both answer for it, and both are named wherever it is looked up. Told at the file of the unit that came later (since; by their ids where that is not said). Not of units that come one after the other, as a successor does, nor of files that share a clause by its numbers.",
    ),
    proves: None,
    remedy: Text::fixed(
        "改正其中一个文件的条款（clause），或把该条职责从不负责的单位删去。",
        "Mend the clause of one of the files (clause), or remove the duty from the unit whose it is not.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let holds = |unit| mechanism.units.get(unit).map_or(Validity::ALWAYS, Validity::of_unit);
    let mut files: Vec<_> = mechanism.duties.iter().collect();
    files.sort_by_key(|(unit, _)| (holds(unit).from, *unit));
    for (at, (unit, file)) in files.iter().enumerate() {
        for (other, before) in files[..at].iter().filter(|(other, _)| holds(other).meets(holds(unit))) {
            let is_there = |duty: &&Duty| before.duty.iter().any(|other| other.no == duty.no);
            let shared: Vec<String> = file.duty.iter().filter(is_there).map(|duty| duty.no.to_string()).collect();
            if before.clause != file.clause || shared.is_empty() {
                continue;
            }
            let (clause, zh, en) = (file.clause, shared.join("、"), shared.join(", "));
            let (theirs, short) = (RecordPath::OfUnit(Kind::Duties, (*other).clone()).file(), mechanism.short(other));
            let what = tr!(
                "条款 {clause} 的第 {zh} 项也列在 {theirs}（{short}），两个单位都负责";
                "number {en} of clause {clause} stands in {theirs} ({short}) as well: both units answer for it"
            );
            let (first, today) = (mechanism.begins(), context.today);
            let path = RecordPath::OfUnit(Kind::Duties, (*unit).clone());
            out.report_at(path, today, "clause", what).by(mechanism.office()).lasting(first, today);
        }
    }
}
