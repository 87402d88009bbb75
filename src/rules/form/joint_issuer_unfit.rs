//! 联合行文: each of those who issue a paper together is there, is another than the unit whose record it is, stands in it once, and cosigned it
//! before it went out.

use crate::model::{CosignFault, Day, Filed, FiledPath, RecordPath, Reference, Response, ResponseKind, UnitId};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F29",
    name: "joint-issuer-unfit",
    nature: RuleNature::Remark,
    title: Text::fixed(
        "联合发文单位重复、为本单位、已不存在，或者会签较晚、不作数",
        "a joint issuer named twice, itself, gone, late, or whose cosigning is none",
    ),
    fires: Text::fixed(
        "通报、上报的联合发文单位（jointly）中列有登记该文的单位自己，同一单位列了两次，或者列有印发当日（未印发的，今日）尚未设立、已经撤并的单位；或者联合发文单位在印发之后才会签（它自会签之日起才算联合发文）；或者登记的会签不作数：早于该文所涉的文书、隐患、线索、事故或问题，由办公室代录而未写明该单位来文的文号，印发之前（含当日）已撤回会签或者会签以后提出异议、退回。公文照录不改。只作提醒。",
        "A notice or a paper upward names among those that issue it too (jointly) the unit whose record it is, one unit twice, or a unit that did not exist on the day of issue (today, before it is issued); or one of them cosigned it only after it went out, and so issues it too only since then; or what is filed as its cosigning is none: it is of a day before what the paper tells of, the office entered it without the number of their paper, or it was taken back, or objected to, by the day of issue. Papers print what the record says. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "在 jointly 中删去本单位和重复的单位，已撤并的改为承接单位；已印发的，用 amend 更正并说明原因。会签日期写错的，由会签单位更正；代录的，补写来文文号。",
        "Take the unit itself and what stands twice out of jointly, and name the successor of a unit that is gone; amend what was issued, with a reason. Whoever cosigned amends a day that is wrong; what was entered for it names its paper.",
    ),
    reach: Reach::Cites,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for notice in &context.ledger.notices {
        look(&notice.path, notice.record.issued, &notice.record.jointly, context, out);
        without_effect(&notice.reference(), &notice.record.jointly, context, out);
        if let Some(issued) = notice.record.issued {
            cosigned_after(&notice.reference(), issued, &notice.record.jointly, context, out);
        }
    }
    for upward in &context.ledger.upward {
        look(&upward.path, Some(upward.record.on), &upward.record.jointly, context, out);
        without_effect(&upward.reference(), &upward.record.jointly, context, out);
        cosigned_after(&upward.reference(), upward.record.on, &upward.record.jointly, context, out);
    }
}

fn look(path: &FiledPath, issued: Option<Day>, jointly: &[UnitId], context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let on = issued.unwrap_or(context.today);
    for (at, unit) in jointly.iter().enumerate() {
        let name = mechanism.short(unit);
        let what = if *unit == path.unit {
            tr!("联合发文单位中列有登记该文的{name}自己"; "{name}, whose paper it is, is listed as one that issues it too")
        } else if jointly[..at].contains(unit) {
            tr!("联合发文单位中{name}列了两次"; "{name} is listed twice among those that issue it too")
        } else if mechanism.units.contains_key(unit) && !mechanism.exists(unit, on) {
            tr!("联合发文单位中的{name}在 {on} 不存在（尚未设立或者已撤并）"; "{name}, listed as one that issues it too, did not exist on {on}")
        } else {
            continue;
        };
        let day = issued.unwrap_or(Day::first_of(path.year));
        out.report_at(RecordPath::Filed(path.clone()), day, format!("jointly[{at}]"), what).at_most(Level::Reminder);
    }
}

/// That a unit filed a cosigning which has no effect: told where it says so. Of one that its own text denies another rule tells.
fn without_effect(paper: &Reference, jointly: &[UnitId], context: &Context<'_>, out: &mut RegisterFindings) {
    let (ledger, mechanism) = (context.ledger, &context.ledger.mechanism);
    let filed =
        ledger.responses_to(paper).filter(|said| said.record.kind == ResponseKind::Cosigned && said.record.on <= context.today);
    let is_joint =
        |said: &Filed<Response>| jointly.iter().any(|unit| mechanism.stands_for(&said.path.unit, unit, said.record.on));
    for said in filed.filter(|said| is_joint(said)) {
        let (name, on) = (mechanism.short(&said.path.unit), said.record.on);
        let (key, what) = match ledger.cosign_fault(said) {
            Some(CosignFault::BeforeFact(of, since)) => (
                "on",
                tr!(
                    "{name} {on} 会签 {paper}，早于该文所涉的 {of}（{since}），不算会签";
                    "{name} is to have cosigned {paper} on {on}, before what it tells of, {of} ({since}): it is no cosigning"
                ),
            ),
            Some(CosignFault::PaperUnnamed) => (
                "entered_by",
                tr!(
                    "{name}对 {paper} 的会签由办公室代录，未写明该单位来文的文号，不算会签";
                    "the cosigning of {paper} by {name} was entered by the office without the number of its paper: it is none"
                ),
            ),
            Some(CosignFault::Denied) => continue,
            None => match jointly.iter().find_map(|unit| {
                let back = ledger.took_back_on(paper, unit).filter(|back| *back <= context.today && on <= *back)?;
                mechanism.stands_for(&said.path.unit, unit, on).then_some(back)
            }) {
                Some(back) => (
                    "on",
                    tr!(
                        "{name} {on} 会签 {paper}，{back} 在印发之前撤回或者提出异议，不算会签";
                        "{name} cosigned {paper} on {on} and took it back, or objected, on {back}, before it went out: it is no cosigning"
                    ),
                ),
                None => continue,
            },
        };
        out.report_at(RecordPath::Filed(said.path.clone()), on, key, what).at_most(Level::Reminder);
    }
}

/// That a unit cosigned a paper which had gone out: told where it says so first.
fn cosigned_after(paper: &Reference, issued: Day, jointly: &[UnitId], context: &Context<'_>, out: &mut RegisterFindings) {
    let (ledger, mechanism) = (context.ledger, &context.ledger.mechanism);
    for unit in jointly {
        let Some(first) = ledger.cosigned_on(paper, unit).filter(|on| issued < *on && *on <= context.today) else { continue };
        let signs = |said: &&Filed<Response>| {
            said.record.kind == ResponseKind::Cosigned
                && said.record.on == first
                && ledger.cosign_fault(said).is_none()
                && mechanism.stands_for(&said.path.unit, unit, first)
        };
        let Some(said) = ledger.responses_to(paper).find(signs) else { continue };
        let name = mechanism.short(unit);
        let what = tr!(
            "{name} {first} 才会签，晚于 {paper} 的成文日期 {issued}，自会签之日起才算联合发文";
            "{name} cosigned on {first}, after {paper} of {issued} went out, and issues it too only since then"
        );
        out.report_at(RecordPath::Filed(said.path.clone()), first, "on", what).late();
    }
}
