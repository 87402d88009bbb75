//! 一（四）2: 对未落实安全设施“三同时”的新、改、扩建矿山，不得供给民用爆炸物品.

use super::facilities::is_competent;
use super::safety_facilities_lacking;
use crate::model::{BoundAct, Day, Facility, FacilityKind, Filed, Lapse, LicenceKind, MineId, ResponseKind};
use crate::rules::stoppage::account;
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "B04",
    name: "explosives-despite-facilities",
    nature: RuleNature::Conduct,
    title: Text::fixed(
        "安全设施未落实“三同时”，民用爆炸物品供给未见处理",
        "explosives for a mine whose safety facilities are lacking",
    ),
    fires: Text::fixed(
        "负有监督职责的单位登记某新、改、扩建项目的安全设施未落实“三同时”，补充落实之前该矿档案中有有效的爆破作业许可证，而台账中未见负有此项职责的单位就该登记（或涉及它的通报）登记已采取措施；停止供给以后、补充落实以前又登记恢复供给的，自当日起指出，至再次停止为止。许可证只表明该矿使用民用爆炸物品，是否供给不由程序判定，因此最多为提醒。登记当日、档案中没有爆破作业许可证的、其他单位登记的不判。",
        "The unit that supervises found the safety facilities of a new, rebuilt or extended project lacking, before this was made good the mine's file has a blasting permit in force, and the unit that has this duty has said of no measures taken: neither of the finding nor of a notice about it; or it said after that, and before they were made good, that the mine gets explosives again, from that day until it stopped them anew. The permit shows only that the mine uses explosives, and whether any were supplied no program can judge, so it is a reminder at most. Not on the day of the finding, mines without such a permit in their file, or findings of other units.",
    ),
    proves: Some(Text::fixed(
        "就安全设施未落实“三同时”的登记已采取措施的（responses，measures-taken）。",
        "A finding that safety facilities are lacking, about which measures taken are on record (responses, measures-taken).",
    )),
    remedy: Text::fixed(
        "已停止供给的，由该单位回应 measures-taken；尚未处理的，请尽快处理。",
        "If the supply was stopped, that unit responds with measures-taken; if not, it should do so soon.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Facility(check),
};

fn check(facility: &Filed<Facility>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &facility.record;
    let competent = is_competent(&safety_facilities_lacking::RULE, FacilityKind::Safety, facility, context);
    let Some(until) = record.lacking_until(context.today).filter(|_| competent) else { return };
    let Some(since) = permitted(&record.mine, record.on, until, context) else { return };
    for (id, unit) in units_bound(RULE.name, record.on, &context.ledger.mechanism) {
        let account = account(&[facility.reference()], Some(&record.mine), unit, BoundAct::StopSupply, context);
        let (name, project) = (context.ledger.mechanism.short(unit), &record.project);
        if let Some(day) = account.first_done(since) {
            out.record_occasion_under(id, day);
            for Lapse { from, again } in account.lapses(since, Some(until)) {
                let what = tr!(
                    "{project}的安全设施未落实“三同时”，{name} {from} 登记又恢复供给民用爆炸物品";
                    "the safety facilities of {project} are lacking, and {name} said on {from} that the mine gets explosives again"
                );
                let report = out.report("", what).by(unit).of_obligation(id).at_most(Level::Reminder);
                report.fixed_by(Fix::Response(ResponseKind::MeasuresTaken)).lapsed(from, again.unwrap_or(until));
                if again.is_some() {
                    report.late();
                }
            }
        } else if since < until {
            let what = tr!(
                "{project}的安全设施未落实“三同时”，该矿持有爆破作业许可证，台账中未见{name}停止供给民用爆炸物品的登记";
                "the safety facilities of {project} are lacking and the mine has a blasting permit; the register shows no word of {name} that it gets no explosives"
            );
            let report = out.report("", what).by(unit).of_obligation(id).at_most(Level::Reminder);
            report.fixed_by(Fix::Response(ResponseKind::MeasuresTaken)).lasting(since.plus(1), until);
        }
    }
}

/// The first of these days on which the file of a mine has a blasting permit in force.
fn permitted(mine: &MineId, first: Day, last: Day, context: &Context<'_>) -> Option<Day> {
    let permits = context.ledger.mechanism.licences_at(mine).filter(|licence| licence.kind == LicenceKind::Blasting);
    let held = permits.filter_map(|licence| {
        let since = licence.from.map_or(first, |from| from.max(first));
        (since <= last && licence.until.is_none_or(|until| since <= until)).then_some(since)
    });
    held.min()
}
