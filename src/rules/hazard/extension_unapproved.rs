//! 三（五）: 由有关非煤矿山安全监管部门督促非煤矿山企业落实整改工作. A term is what makes rectification binding; a longer one
//! holds once somebody granted it, and is asked for while the old one runs.

use super::course::Course;
use crate::model::{Day, Extension, Filed, Hazard, NamesSomebody, SettingId};
use crate::rules::leadership::{Leadership, leadership};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "H06",
    name: "extension-unapproved",
    nature: RuleNature::Conduct,
    title: Text::fixed("延期未经批准或申请过晚", "an extension not granted, or asked for too late"),
    fires: Text::fixed(
        "已申请延期，原期限已过而未见批准；已登记批准日期而未登记批准人，或者批准人当日不在本部门（或移交前的部门）登记的负责人之列；或者申请日期到原期限不足设置的提前量（extension-lead）。均只作提醒，一般隐患和其他途径发现的只作建议。本部门未登记负责人的，不核对批准人。原期限未过、尚在审批的，已整改、已销号的，不判未批准。",
        "An extension was asked for and the old term ended without its being granted; the day of granting is recorded and not who granted it, or who did is not among the leaders that the department (or the one that had it before) recorded for that day; or it was asked for later than the setting extension-lead allows. Reminders only, and advice unless a major hazard was found by joint enforcement. Where the department recorded no leaders nobody is compared. One still pending while the old term runs, or whose hazard is put right or closed, is not called unapproved.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请填写批准人和批准日期（extension 的 approved_by、approved_on），核对批准人，负责人有变动的更新 people；未获批准的，按原期限督促整改。",
        "Fill in approved_by and approved_on of the extension, check who granted it and bring people up to date; where it was not granted, the old term stands.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Hazard(check),
};

fn check(hazard: &Filed<Hazard>, context: &Context<'_>, out: &mut Findings<'_>) {
    let course = Course::of(hazard, context);
    let asked = hazard.record.extension.iter().enumerate().filter(|(_, extension)| extension.asked <= context.today);
    for (at, extension) in asked {
        let old = course.term_before(extension.asked, at).map(|term| term.day);
        if let Some(due) = old.filter(|old| context.today <= *old && is_undecided(&course, extension, context)) {
            let what = tr!("研究是否批准隐患整改延期"; "decide on the extension of the term");
            let report = out.awaits(format!("extension[{at}].approved_on"), due, what);
            report.at_most(course.weight()).at_most(Level::Reminder);
        }
        if let Some((key, what)) = fault(&course, extension, old, context) {
            out.report(format!("extension[{at}].{key}"), what).at_most(course.weight()).at_most(Level::Reminder);
        }
    }
}

fn fault(course: &Course<'_>, extension: &Extension, old: Option<Day>, context: &Context<'_>) -> Option<(&'static str, Text)> {
    let (asked, new) = (extension.asked, extension.new_due);
    match (granted(extension, context), old) {
        (None, Some(old)) if old < context.today && is_undecided(course, extension, context) => Some((
            "approved_on",
            tr!(
                "{asked} 申请延期至 {new}，原期限 {old} 已过，台账中未见批准";
                "an extension to {new} was asked for on {asked}; the old term ended on {old} and no approval is on record"
            ),
        )),
        (Some(on), _) if extension.approved_by.named().is_none() => Some((
            "approved_by",
            tr!("{on} 批准延期至 {new}，未登记批准人"; "the extension to {new} was granted on {on}; by whom is not recorded"),
        )),
        (Some(on), _) if !is_by_department(course, extension, on, context) => {
            let (name, unit) = (clean(extension.approved_by.named()?.as_str()), course.unit_short());
            Some((
                "approved_by",
                tr!(
                    "{on} 批准延期至 {new}，批准人{name}不在{unit}登记的负责人之列";
                    "the extension to {new} was granted on {on} by {name}, who is not among the leaders that {unit} recorded"
                ),
            ))
        }
        (_, Some(old)) if is_too_late(asked, old, context) => Some((
            "asked",
            tr!(
                "{asked} 申请延期，原期限为 {old}，晚于参考的提前量";
                "the extension was asked for on {asked}, the old term ended on {old}: later than the setting allows"
            ),
        )),
        _ => None,
    }
}

fn granted(extension: &Extension, context: &Context<'_>) -> Option<Day> {
    extension.approved_on.filter(|on| *on <= context.today)
}

/// Whether whoever granted it leads the department (三（五）: 由有关……监管部门督促), as far as that recorded its leaders.
fn is_by_department(course: &Course<'_>, extension: &Extension, on: Day, context: &Context<'_>) -> bool {
    let Some(name) = extension.approved_by.named() else { return true };
    let leads = course.records().map(|record| leadership(name, &record.path.unit, on, |_| true, context));
    let known: Vec<Leadership<'_>> = leads.collect();
    let is_of_others = |lead: &Leadership<'_>| matches!(lead, Leadership::OfOthers | Leadership::OfAnotherUnit(_));
    known.contains(&Leadership::Held) || !known.iter().any(is_of_others)
}

/// Whether the hazard still waits for a word on the extension.
fn is_undecided(course: &Course<'_>, extension: &Extension, context: &Context<'_>) -> bool {
    granted(extension, context).is_none() && course.is_followed() && course.put_right().is_none()
}

fn is_too_late(asked: Day, old: Day, context: &Context<'_>) -> bool {
    context.ledger.mechanism.due_after(SettingId::ExtensionLead, asked).is_some_and(|earliest| old < earliest)
}
