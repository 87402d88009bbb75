//! 二（四）: 可根据工作需要随时召开并邀请矿山企业属地镇政府（街道办）以及其他有关部门分管负责人参加.

use std::collections::BTreeSet;

use super::held_meeting::HeldMeeting;
use crate::model::{BodyId, Filed, Ledger, Meeting, MineId, Party, Reference};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M05",
    name: "town-not-invited",
    nature: RuleNature::Conduct,
    title: Text::fixed("议题涉及的属地镇街未见邀请", "a host town not invited"),
    fires: Text::fixed(
        "已召开的会议，所议议题涉及的矿山（含议题所涉隐患、执法文书对应的矿山）位于某镇街，而邀请和参会情况中都没有该镇街。请假、列席都算已邀请；议题不涉及矿山的不判；计划中和取消的会议不判。",
        "A meeting was held that dealt with a mine, or with a hazard or order at one, and the town where it lies appears neither among those invited nor in the attendance. One who was excused or sat in was invited. Items about no mine are not judged, nor are planned and cancelled meetings.",
    ),
    proves: Some(Text::fixed(
        "议题涉及矿山、属地镇街在邀请或参会之列的会议。",
        "A meeting on matters of mines to which the towns where they lie were invited.",
    )),
    remedy: Text::fixed(
        "已邀请的，补录邀请（invited）；今后研究相关议题时，可邀请属地镇街参加。",
        "Record the invitation (invited) if there was one; the town may be invited when its mines are discussed.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let towns = towns_of(meeting, context);
    if towns.is_empty() {
        return;
    }
    held.record_evidence(out);
    for town in towns {
        if is_asked(meeting, town) {
            continue;
        }
        let (town, on) = (context.ledger.mechanism.body(town).map_or(town.as_str(), |body| body.short.as_str()), held.on);
        let what = tr!(
            "{on} 的会议有议题涉及{town}辖区的矿山，台账中未见邀请{town}的记录";
            "the meeting on {on} dealt with a mine in {town}; the register shows no invitation to {town}"
        );
        held.report("invited", what, out).by(held.lead);
    }
}

/// The towns whose mines were on the agenda. Which mine it was is not told: an item may be internal.
fn towns_of<'a>(meeting: &Filed<Meeting>, context: &Context<'a>) -> BTreeSet<&'a BodyId> {
    let ledger = context.ledger;
    let about = ledger.agenda_of(meeting).into_iter().flat_map(|item| &item.record.about);
    let mines = about.filter_map(|about| mine_of(about, ledger));
    mines.filter_map(|mine| Some(&ledger.mechanism.mines.get(mine)?.town)).collect()
}

/// The mine that something is about.
fn mine_of<'a>(about: &'a Reference, ledger: &'a Ledger) -> Option<&'a MineId> {
    let hazard = ledger.hazard(about).map(|hazard| &hazard.record.mine);
    let ordered = || ledger.order(about)?.record.mine.as_ref();
    about.mine().or(hazard).or_else(ordered)
}

fn is_asked(meeting: &Filed<Meeting>, town: &BodyId) -> bool {
    let is_town = |who: &Party| matches!(who, Party::Body(body) if body == town);
    let (invited, attendance) = (&meeting.record.invited, &meeting.record.attendance);
    invited.iter().any(|invitation| is_town(&invitation.who)) || attendance.iter().any(|came| is_town(&came.who))
}
