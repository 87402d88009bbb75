//! One meeting, enforcement or notice is counted once, in however many files it stands; whoever reads the register is told of the other.

use std::collections::BTreeMap;

use crate::model::{Day, FiledPath, Kind, Mechanism, RecordPath, System};
use crate::rules::minimum::{CountedAct, same_acts};
use crate::rules::{Context, Fix, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F32",
    name: "act-filed-twice",
    nature: RuleNature::Remark,
    title: Text::fixed("一次会议、联合执法或者一份通报登记了两次", "one meeting, enforcement or notice in two records"),
    fires: Text::fixed(
        "同一制度、同日的两次会议名称（或纪要编号）相同，同日或者首尾相接（后一次在前一次结束次日以前开始）的两次联合执法名称（或方案文号）相同，或者同一单位同日发给同样单位的两份通报标题、事由相同：看来是一件登记了两次，只计一次，在较晚登记的一条指出，该条与先登记的一条重复的内容不再另行判定；其中一条没有名称而参加单位相同（联合执法还须矿山相同）的也是；两个单位登记的，名称不同而主持人（组长）相同、参加单位相同（联合执法还须矿山相同）的也是，由牵头该制度的单位（或办公室）登记的一条为先，都不是的两条都指出。开会时间（begins）不同、检查的矿山没有一座相同、文号不同的是两件，不判；制度按成员单位分别计数的，只看同一单位的登记；较晚的一条已在情况说明（because）中写明的不再提，仍只计一次。只作提醒。",
        "Two meetings of one system and day bear the same title (or number of minutes), two enforcements that began on one day, or one of which began by the day after the other ended, the same title (or number of their plan), or two notices of one unit went to the same on one day with the same title and matter: they seem to be one that was filed twice: it is counted once, it is told at the later record, and what stands in both is judged at the first alone. So are two of which one bears no title and the same units were there (at the same mines), and those of two units with other titles where the same person presided (or led) and the same units were there (at the same mines): the record of whoever leads the system, or of the office, comes first, and where neither is, both are told of. Not where the hours (begins) differ, where no mine is in both, or the numbers differ, which are two; where each member is counted by itself, only records of one unit; nor once the later record says why (because), though it counts once all the same. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "确属同一件的，在较晚的一条的情况说明（because）中写明以哪一条为准；确是两件的，更正名称，或者补录开会时间、检查的矿山、文号以示区别。",
        "If it is one, let the later record say so in because; if there were two, amend the title, or record the hour, the mines or the number that tell them apart.",
    ),
    reach: Reach::Register,
    scope: Scope::Each(&[Kind::Meeting, Kind::Enforcement, Kind::Notice], check),
};

/// A record of an act that another record is of as well.
struct Twice<'a> {
    act: CountedAct<'a>,
    /// The record by which it is judged.
    first: CountedAct<'a>,
    /// Whether that one comes before it: of two units neither of which leads, neither does.
    is_later: bool,
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for Twice { act, first, .. } in twice(context) {
        let is_explained = act.record().because().is_some_and(|because| !because.says_nothing());
        if let (Some(on), false) = (act.on(), is_explained) {
            report(act.path(), first.path(), on, out);
        }
    }
}

fn twice<'a>(context: &Context<'a>) -> Vec<Twice<'a>> {
    let (acts, mechanism) = (CountedAct::all(context), &context.ledger.mechanism);
    let same = same_acts(&acts);
    let pairs = acts.iter().zip(same).filter_map(|((act, system), others)| {
        let others = others.into_iter().map(|other| acts[other].0);
        let first =
            others.filter(|other| is_no_later(*other, *act, system, mechanism)).min_by_key(|other| order(other.path()))?;
        Some(Twice { act: *act, first, is_later: !is_no_later(*act, first, system, mechanism) })
    });
    pairs.collect()
}

/// The records of acts that another record is of as well, each with the one that comes before it: what is asked of the act is asked there.
pub(in crate::rules) fn later_records<'a>(context: &Context<'a>) -> BTreeMap<&'a FiledPath, &'a FiledPath> {
    let later = twice(context).into_iter().filter(|twice| twice.is_later);
    later.map(|twice| (twice.act.path(), twice.first.path())).collect()
}

/// The records that add nothing to how many acts there were, each with one that is counted in its place. Where neither comes first, the first
/// by its path is.
#[must_use]
pub fn repeated_records<'a>(context: &Context<'a>) -> BTreeMap<&'a FiledPath, &'a FiledPath> {
    let repeated =
        twice(context).into_iter().filter(|twice| twice.is_later || order(twice.first.path()) < order(twice.act.path()));
    repeated.map(|twice| (twice.act.path(), twice.first.path())).collect()
}

fn report(path: &FiledPath, first: &FiledPath, on: Day, out: &mut RegisterFindings) {
    let what = tr!(
        "与 {first} 看来是同一件（同日或者首尾相接，名称或者矿山、参加单位、收文单位相同），只计一次、只判一次";
        "seems to be the same as {first} (of the same day, or going on with it, with the same title, or the same units or mines): it is counted and judged once"
    );
    let report = out.report_at(RecordPath::Filed(path.clone()), on, "", what);
    report.at_most(Level::Reminder).fixed_by(Fix::At("because"));
}

/// Whether the first of two records is no later than the second: of one unit by its number; of two that of whoever leads the system is
/// the first, and else neither comes second.
fn is_no_later(first: CountedAct<'_>, second: CountedAct<'_>, system: &System, mechanism: &Mechanism) -> bool {
    let (first, second) = (first.path(), second.path());
    if first.unit == second.unit {
        return order(first) < order(second);
    }
    let leads = |path: &FiledPath| path.unit == *mechanism.office() || system.lead.as_ref() == Some(&path.unit);
    leads(first) || !leads(second)
}

fn order(path: &FiledPath) -> (u16, &FiledPath) {
    (path.year, path)
}
