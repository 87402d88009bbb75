//! What a record says of another cannot lie before that other: no answer before its question, no notice before its fact.

use super::place::{called, day_of};
use crate::model::{
    Accident, Day, Enforcement, Filed, Hazard, Kind, Meeting, Notice, Order, Party, Plan, RecordPath, Reference, Response,
    ResponseKind, Upward,
};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F17",
    name: "order-between-records",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("早于所涉事项的日期", "a day before that of what it is about"),
    fires: Text::fixed(
        "记录的日期早于它所针对的另一条记录：回应（完成、办结、退回、进展、接收、签收、答复、异议）早于所针对的事项，通报早于所涉的文书、线索、隐患或问题，撤回、更正早于原通报，隐患早于其来源，文书早于所针对的隐患、线索或联合执法，上报早于所涉的未决问题或事项，计划的通报早于计划，联合执法早于其依据，反映事故的线索早于事故发生；由本单位牵头的事故调查、结案早于本单位接报的为提醒；通报的审核、先行告知早于所涉的隐患、线索、事故或问题的为提醒。通报、上报、签收、异议所涉的会议、联合执法（整件引用）可以在先，不判；同一天的、其中一个未填的不判。",
        "A record bears a day before that of the other that it is about: a response (done, accepted, returned, progress, taken over, received, answer, objection) before what it responds to; a notice before the order, lead, hazard or problem; a withdrawal or correction before its notice; a hazard before what it came from; an order before its hazard, lead or enforcement; a paper upward before the question or matter; the notice of a plan before the plan; an enforcement before its basis; a lead before the accident of which it told; an inquiry that the unit led, or its end, before the unit learned of the accident (a reminder). A notice that was reviewed, or of which word was given, before the hazard, lead, accident or problem is a reminder. Not notices, papers upward, receipts and objections about meetings and enforcements as wholes, of which people are told beforehand; not on the same day, nor where one of them is absent.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对两条记录的日期和引用，改正填错的一处；已印发、已归档的，用 amend 更正并说明原因。",
        "Check the days and the reference of both records and mend the one that is wrong; amend what was issued, with a reason.",
    ),
    reach: Reach::Cites,
    scope: Scope::Ledger(check),
};

/// What one record says of another on a day.
struct DatedWord<'a> {
    /// The key of the day.
    key: &'static str,
    on: Day,
    of: &'a Reference,
    /// Whether it may be said of a meeting or enforcement, as a whole, before that takes place.
    ahead: bool,
    /// The rule about the duty from which the order follows, where one has: the clause of that duty is named.
    duty: Option<&'static str>,
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    judge(&ledger.responses, of_response, context, out);
    judge(&ledger.notices, of_notice, context, out);
    judge(&ledger.hazards, of_hazard, context, out);
    judge(&ledger.orders, of_order, context, out);
    judge(&ledger.upward, of_upward, context, out);
    judge(&ledger.enforcements, of_enforcement, context, out);
    for plan in &ledger.plans {
        told_before_issue(plan, context, out);
    }
    for meeting in &ledger.meetings {
        sent_before_meeting(meeting, context, out);
    }
    for accident in &ledger.accidents {
        told_before_accident(accident, context, out);
        looked_into_before_report(accident, context, out);
    }
    for notice in &ledger.notices {
        passed_before_fact(notice, context, out);
    }
}

fn judge<T>(filed: &[Filed<T>], says: fn(&T) -> Vec<DatedWord<'_>>, context: &Context<'_>, out: &mut RegisterFindings) {
    let ledger = context.ledger;
    for one in filed {
        let path = RecordPath::Filed(one.path.clone());
        for DatedWord { key, on, of, ahead, duty } in says(&one.record) {
            let is_announced = ahead && of.part.is_none() && matches!(of.record.kind(), Kind::Meeting | Kind::Enforcement);
            let is_kept = ledger.is_kept_from(&path, of, context.now);
            let Some(since) = ledger.begins(of).filter(|_| !is_kept).filter(|since| !is_announced && on < *since) else {
                continue;
            };
            let heading = called(&path, &key.into());
            let (zh, en) = (heading.zh(), heading.en());
            let what = tr!(
                "{zh}（{on}）早于所涉的 {of}（{since}）";
                "{en} ({on}) lies before what it is about, {of} ({since})"
            );
            let report = out.report_at(path.clone(), day_of(&path, context), key, what);
            if let Some(duty) = duty {
                report.clause_of(duty);
            }
        }
    }
}

/// What was done, or said, of another's matter. Measures may have been taken, and papers cosigned, before that was filed; a plan is
/// spoken of while it is made.
fn of_response(response: &Response) -> Vec<DatedWord<'_>> {
    let (ahead, duty) = match (response.kind, response.to.as_ref().map(|to| to.record.kind())) {
        (_, Some(Kind::Plan)) | (ResponseKind::MeasuresTaken | ResponseKind::Cosigned | ResponseKind::Feedback, _) => {
            return Vec::new();
        }
        (ResponseKind::Answer, _) => (false, Some("feedback-unanswered")),
        (ResponseKind::TakenOver, _) => (false, Some("problem-not-taken-over")),
        (ResponseKind::Accepted | ResponseKind::Returned, Some(Kind::Meeting)) => (false, Some("task-not-accepted")),
        (ResponseKind::Done | ResponseKind::Progress, Some(Kind::Meeting)) => (false, Some("task-overdue")),
        (ResponseKind::Accepted | ResponseKind::Returned | ResponseKind::Done | ResponseKind::Progress, kind) => {
            (false, if kind == Some(Kind::Enforcement) { Some("demands-missing") } else { None })
        }
        (ResponseKind::Received | ResponseKind::Objection | ResponseKind::Confirmed, _) => (true, None),
    };
    response.to.iter().map(|of| DatedWord { key: "on", on: response.on, of, ahead, duty }).collect()
}

fn of_notice(notice: &Notice) -> Vec<DatedWord<'_>> {
    let Some(issued) = notice.issued else { return Vec::new() };
    let saying = |duty| move |of| DatedWord { key: "issued", on: issued, of, ahead: true, duty };
    let changed = notice.withdraws.iter().chain(&notice.corrects).map(saying(Some("paper-form-missing")));
    let about = notice.about.iter().filter(|about| about.record.kind() != Kind::Plan);
    about.map(saying(Some("concerned-unit-not-told"))).chain(changed).collect()
}

/// What a notice told of was found before, by whoever sent it.
fn of_hazard(hazard: &Hazard) -> Vec<DatedWord<'_>> {
    let from = hazard.from.iter().filter(|from| from.record.kind() != Kind::Notice);
    from.map(|of| DatedWord { key: "found", on: hazard.found, of, ahead: false, duty: Some("problem-not-taken-over") }).collect()
}

fn of_order(order: &Order) -> Vec<DatedWord<'_>> {
    let about = order.hazard.iter().chain(&order.lead).chain(&order.enforcement);
    about
        .map(|of| DatedWord { key: "at", on: order.at.day(), of, ahead: false, duty: Some("order-issuer-not-competent") })
        .collect()
}

fn of_upward(paper: &Upward) -> Vec<DatedWord<'_>> {
    let duty = |of: &Reference| match of.record.kind() {
        Kind::Meeting => Some("unresolved-not-escalated"),
        Kind::Enforcement => Some("superior-not-informed"),
        Kind::Notice => Some("common-problem-not-reported"),
        _ => None,
    };
    paper.about.iter().map(|of| DatedWord { key: "on", on: paper.on, of, ahead: true, duty: duty(of) }).collect()
}

fn of_enforcement(action: &Enforcement) -> Vec<DatedWord<'_>> {
    let basis = action.basis.as_ref().and_then(|basis| basis.from.as_ref());
    let began = action.from.zip(basis);
    began
        .into_iter()
        .map(|(on, of)| DatedWord { key: "from", on, of, ahead: false, duty: Some("enforcement-basis-missing") })
        .collect()
}

/// The notice that a plan names as the one that shared it.
fn told_before_issue(plan: &Filed<Plan>, context: &Context<'_>, out: &mut RegisterFindings) {
    let (Some(issued), Some(told)) = (plan.record.issued, &plan.record.shared_by) else { return };
    let notice = context.ledger.notice(told).and_then(|notice| notice.record.issued);
    if let Some(on) = notice.filter(|on| *on < issued) {
        let what = tr!(
            "通报该计划的 {told}（{on}）早于计划印发（{issued}）";
            "{told}, which is to have shared the plan, was issued on {on}, and the plan on {issued}"
        );
        out.report_at(RecordPath::Filed(plan.path.clone()), issued, "shared_by", what).clause_of("plan-not-shared");
    }
}

/// The lead that is to have told of an accident.
fn told_before_accident(accident: &Filed<Accident>, context: &Context<'_>, out: &mut RegisterFindings) {
    let Some(told) = &accident.record.lead else { return };
    let Some(received) = context.ledger.lead(told).map(|lead| lead.record.received) else { return };
    let occurred = accident.record.occurred;
    if received < occurred {
        let what = tr!(
            "反映该事故的线索 {told} 收到于 {received}，早于事故发生（{occurred}）";
            "{told}, which is to have told of the accident, came in on {received}, and the accident was on {occurred}"
        );
        out.report_at(RecordPath::Filed(accident.path.clone()), occurred, "lead", what);
    }
}

/// An inquiry that the unit itself led, or ended, before it had learned of the accident.
fn looked_into_before_report(accident: &Filed<Accident>, context: &Context<'_>, out: &mut RegisterFindings) {
    let record = &accident.record;
    let (Some(learned), Some(inquiry)) = (record.learned, &record.inquiry) else { return };
    let leads = inquiry.lead.as_ref().and_then(Party::as_unit);
    if !leads.is_some_and(|lead| context.ledger.mechanism.stands_for(&accident.path.unit, &lead, learned)) {
        return;
    }
    let path = RecordPath::Filed(accident.path.clone());
    let days = [("inquiry.on", Some(inquiry.on)), ("concluded.on", record.concluded.as_ref().map(|end| end.on))];
    let before = days.into_iter().filter_map(|(key, on)| Some((key, on?))).find(|(_, on)| *on < learned);
    if let Some((key, on)) = before {
        let heading = called(&path, &key.into());
        let (zh, en) = (heading.zh(), heading.en());
        let what = tr!(
            "{zh}（{on}）早于本单位接报该事故（{learned}）";
            "{en} ({on}) lies before the unit learned of the accident ({learned})"
        );
        out.report_at(path, record.occurred, key, what).at_most(Level::Reminder);
    }
}

/// What was reviewed, or said beforehand, of a fact that was found only afterwards; of a paper that itself went out before, that is told.
/// Orders and the like may be announced.
fn passed_before_fact(notice: &Filed<Notice>, context: &Context<'_>, out: &mut RegisterFindings) {
    let Notice { review, preliminary, issued, about, .. } = &*notice.record;
    let days = [
        ("review.on", review.as_ref().map(|review| review.on)),
        ("preliminary.at", preliminary.as_ref().map(|word| word.at.day())),
    ];
    let is_fact = |of: &&Reference| match of.record.kind() {
        Kind::Hazard | Kind::Lead | Kind::Accident => true,
        Kind::Enforcement => of.part.is_some(),
        _ => false,
    };
    let path = RecordPath::Filed(notice.path.clone());
    for (key, on) in days.into_iter().filter_map(|(key, on)| Some((key, on?))) {
        let facts = about.iter().filter(is_fact).filter_map(|of| Some((of, context.ledger.begins(of)?)));
        let mut later = facts.filter(|(_, since)| on < *since && issued.is_none_or(|issued| *since <= issued));
        let Some((of, since)) = later.next() else { continue };
        let heading = called(&path, &key.into());
        let (zh, en) = (heading.zh(), heading.en());
        let what = tr!(
            "{zh}（{on}）早于所涉的 {of}（{since}）";
            "{en} ({on}) lies before what it is about, {of} ({since})"
        );
        let report = out.report_at(path.clone(), day_of(&path, context), key, what);
        report.clause_of("review-missing").at_most(Level::Reminder);
    }
}

/// The papers by which a meeting is to have sent its open questions upward; of one that names the question itself that is told.
fn sent_before_meeting(meeting: &Filed<Meeting>, context: &Context<'_>, out: &mut RegisterFindings) {
    let Some(held) = meeting.record.held else { return };
    for (at, question) in meeting.record.unresolved.iter().enumerate() {
        let (of, no) = (meeting.part(question.no), question.no);
        let Some(sent) = &question.upward else { continue };
        let Some(paper) = context.ledger.upward_paper(sent).map(|paper| &paper.record) else { continue };
        if paper.on < held && !paper.about.contains(&of) {
            let on = paper.on;
            let what = tr!(
                "第 {no} 项问题所指的上报 {sent}（{on}）早于会议（{held}）";
                "{sent}, which is to have taken question {no} upward, is of {on}, and the meeting of {held}"
            );
            let report = out.report_at(RecordPath::Filed(meeting.path.clone()), held, format!("unresolved[{at}].upward"), what);
            report.clause_of("unresolved-not-escalated");
        }
    }
}
