//! 二（五）: 会议由区应急管理局分管负责人主持.

use super::held_meeting::HeldMeeting;
use crate::model::{
    Attendance, Chair, Filed, Line, Meeting, Post, Presence, Stated, System, UnitId, is_same_person, names_number,
};
use crate::rules::leadership::{Leadership, leadership, post_of};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "M06",
    name: "meeting-chaired-by-other",
    nature: RuleNature::Conduct,
    title: Text::fixed("会议由他人主持", "a meeting chaired by another"),
    fires: Text::fixed(
        "已召开的会议，台账中未见主持人；或主持人不是机制规定单位（或其承接单位）的负责人：机制未另定职务（chair_post）的，为分管或主要负责人。该单位受委托的负责人主持并写明原因或文书的为提醒，该单位登记的其他负责人据写明文号的文书主持的也为提醒，其余按未落实，写明原因也不抵。主持人当日不在该单位登记的负责人之列的，只作提醒，其他单位登记为其负责人的按未落实；该单位未登记负责人的，参会情况中主持人记为请假的，作情况不明。机制未规定主持单位的、计划中和取消的会议不判。",
        "A meeting was held and the register shows nobody in the chair, or one who is not the leader that the mechanism names of its unit (or of its successor): where it names no post (chair_post), the leader in charge or the main leader. One of that unit by authority is a reminder once the reason or paper is given, and so is another leader that it recorded where the reason gives the number of a paper; anybody else is a breach, which a reason explains and does not heal. Whoever is not among the leaders that the unit recorded for that day is a reminder only, but not one whom another unit recorded as its own leader; where it recorded none, or the attendance has whoever presided on leave, nothing can be told. Not judged where the mechanism names no chair, nor for planned and cancelled meetings.",
    ),
    proves: Some(Text::fixed(
        "由条文所指的负责人主持（chair）、且与其单位登记的负责人相符的会议。",
        "A meeting chaired by the leader that the clause names, as that unit has recorded its leaders (chair).",
    )),
    remedy: Text::fixed(
        "补录主持人（chair）；由他人主持的，写明变更原因（chair 的 because）。",
        "Record who presided (chair); if it was another, say why (because in chair).",
    ),
    reach: Reach::Own,
    scope: Scope::Meeting(check),
};

fn check(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(held) = HeldMeeting::from_meeting(meeting, context) else { return };
    let Some(named) = &held.system.chair else { return };
    let (unit, on, asked) = (context.ledger.mechanism.short(named), held.on, asked_post(held.system));
    let Some(chair) = meeting.record.chair.as_ref().filter(|chair| !chair.name.names_nobody()) else {
        let (post_zh, post_en) = (asked.word().zh, asked.word().en);
        let what = tr!(
            "{on} 的会议，台账中未见主持人记录，机制规定由{unit}{post_zh}主持";
            "the meeting on {on}: the register shows nobody in the chair; the mechanism has the {post_en} of {unit} preside"
        );
        held.report("chair", what, out);
        return;
    };
    let explained = chair.because.said().is_some() || meeting.record.because.said().is_some();
    if !context.ledger.mechanism.stands_for(&chair.unit, named, on) {
        return report(chair, Level::Form, explained, named, &held, context, out);
    }
    match chair.post {
        post if may_stand_for(post, asked) => compare(chair, named, &held, context, out),
        // A reason explains and fulfils nothing.
        Post::ByAuthority if explained => report(chair, Level::Reminder, explained, named, &held, context, out),
        // Another leader of the unit may be told to by a paper.
        Post::Other if is_told_to(chair, &held, context) => report(chair, Level::Reminder, explained, named, &held, context, out),
        _ => report(chair, Level::Form, explained, named, &held, context, out),
    }
}

/// Whether whoever presided is a leader that the unit recorded, in whatever post, and the reason names a paper.
fn is_told_to(chair: &Chair, held: &HeldMeeting<'_>, context: &Context<'_>) -> bool {
    let own = chair.because.iter().map(Line::as_str);
    let mut reasons = own.chain(held.meeting.record.because.iter().filter_map(|why| why.open()));
    reasons.any(names_number) && post_of(&chair.name, &chair.unit, held.on, context).is_some()
}

/// The post of whoever is to preside, by the mechanism.
fn asked_post(system: &System) -> Post {
    system.chair_post.unwrap_or(Post::InCharge)
}

/// Whether one of that post may preside where another is asked for: the main leader stands above the one in charge.
fn may_stand_for(post: Post, asked: Post) -> bool {
    post == asked || (post == Post::Main && asked == Post::InCharge)
}

/// Compares whoever claims to lead the unit with the leaders that it recorded.
fn compare(chair: &Chair, named: &UnitId, held: &HeldMeeting<'_>, context: &Context<'_>, out: &mut Findings<'_>) {
    let (unit, on, name) = (context.ledger.mechanism.short(&chair.unit), held.on, clean(chair.name.as_str()));
    let will_do = |post| may_stand_for(post, asked_post(held.system));
    match leadership(&chair.name, &chair.unit, on, will_do, context) {
        Leadership::Held if is_on_leave(chair, &held.meeting.record) => {
            out.record_doubt(Text::fixed(
                "的主持人在参会情况中记为请假，由谁主持不明",
                "were chaired by somebody who is on leave in their attendance, so that nobody can tell who presided",
            ));
        }
        Leadership::Held if chair.post == Post::Main => {
            held.record_evidence_with(Text::fixed("由主要负责人主持", "chaired by the main leader"), out);
        }
        Leadership::Held => held.record_evidence(out),
        Leadership::Unrecorded => {
            let why = tr!(
                "的主持人无从核对：{unit}未登记负责人（people 的 leader）";
                "were chaired by nobody knows whom: {unit} recorded no leaders (leader in people)"
            );
            out.record_doubt(why);
        }
        Leadership::OfAnotherUnit(other) => {
            let other = context.ledger.mechanism.short(other);
            let what = tr!(
                "{on} 的会议，主持人{name}是{other}登记的负责人，不是{unit}的负责人";
                "the meeting on {on}: {name}, who presided, is recorded as a leader of {other} and not of {unit}"
            );
            held.report("chair.name", what, out).by(named);
        }
        Leadership::InAnotherPost(post) => {
            let (zh, en) = (post.word().zh, post.word().en);
            let what = tr!(
                "{on} 的会议，主持人{name}登记为{unit}的{zh}，不是机制所指的负责人";
                "the meeting on {on}: {name}, who presided, is recorded as {en} of {unit}, and not as the leader that the mechanism names"
            );
            held.report("chair.name", what, out).by(named).at_most(Level::Reminder);
        }
        Leadership::OfOthers => {
            let what = tr!(
                "{on} 的会议，{unit}登记的负责人中未见主持人{name}";
                "the meeting on {on}: {name}, who presided, is not among the leaders that {unit} recorded"
            );
            held.report("chair.name", what, out).by(named).at_most(Level::Reminder);
        }
    }
}

/// Whether the attendance has whoever presided on leave, by name or with their whole unit, and nowhere there.
fn is_on_leave(chair: &Chair, meeting: &Meeting) -> bool {
    let own = meeting.attendance.iter().filter(|line| line.who.as_unit().as_ref() == Some(&chair.unit));
    let named = |line: &&Attendance| line.name.as_ref().is_none_or(|name| is_same_person(name.as_str(), chair.name.as_str()));
    let (away, there): (Vec<_>, Vec<_>) = own.filter(named).partition(|line| line.how == Presence::Leave);
    !away.is_empty() && there.is_empty()
}

fn report(
    chair: &Chair,
    level: Level,
    explained: bool,
    named: &UnitId,
    held: &HeldMeeting<'_>,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let mechanism = &context.ledger.mechanism;
    let (chaired, unit, on) = (mechanism.short(&chair.unit), mechanism.short(named), held.on);
    let (post_zh, post_en) = (chair.post.word().zh, chair.post.word().en);
    let (asked_zh, asked_en) = (asked_post(held.system).word().zh, asked_post(held.system).word().en);
    let (given_zh, given_en) =
        if explained { ("已说明原因", "the reason is given") } else { ("未说明原因", "no reason is given") };
    let what = tr!(
        "{on} 的会议，台账所记主持人为{chaired}（{post_zh}），机制规定由{unit}{asked_zh}主持，{given_zh}";
        "the meeting on {on} is recorded as chaired by {chaired} ({post_en}); the mechanism has the {asked_en} of {unit} preside; {given_en}"
    );
    held.report("chair", what, out).by(named).at_most(level);
}
