//! A word that claims what its own text denies: 已采取措施 beside “尚未封存”, 已完成 beside “未完成”.

use super::empty_words;
use crate::model::{Day, FacilityState, FiledPath, Inspected, LeadResult, LeadVerdict, Prose, RecordPath, ResponseKind};
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F30",
    name: "word-against-text",
    nature: RuleNature::Remark,
    title: Text::fixed(
        "登记的结论与其内容相反，或者内容等于没有写",
        "a word that its own text denies, or a text that says nothing",
    ),
    fires: Text::fixed(
        "回应登记为已采取措施或已完成，而内容只写“无”“待定”等，或者写明尚未采取、未完成；复查登记为合格、三同时登记为已落实、线索登记了核查结论、督办事项登记为同意办结，而说明写明未整改、未落实、未核查，或者写的是不合格、不属实、不同意办结；只写拟办、计划、正在办理、暂缓的同样指出；现场处置的措施写明没有采取；会签的内容写明不同意会签。这样的回应（含同意办结）和现场处置不作数，复查和三同时仍按登记的结论。写明的是他方、他事未办（“企业未整改，已责令停产”“未封存的炸药已退库”）的不判，须写明的理由、依据、意见、批准人、结果等只写“无”“/”“待定”“略”“同上”的，作建议（写“无意见”的不判）。判断只看字句，因此只作提醒。",
        "A response says measures taken or done, and its text says nothing (无, 待定) or that it was not; a re-inspection passed, or facilities are in place, and the text beside says that they were not put right or are not, or a lead has a result and was not looked into, or that it fails, is not confirmed or is not accepted; so is what is only meant (拟, 计划, 正在办理, 暂缓); a measure on site says that none was taken; a paper is cosigned with a text that refuses to. Such responses (an acceptance too) and measures on site count for nothing; re-inspections and facilities stand as recorded. Not where another or another thing is meant (“企业未整改，已责令停产”). Where a reason, a basis, an opinion, an approval or a result is asked and the text says nothing (无, /, 待定, 略, 同上), it is advice (not “无意见”, which is an opinion). Told by the words alone, hence a reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对类别和内容：尚未办理的，改登记为“进展”；已办理的，用 amend 更正内容并说明原因。",
        "Check the word and the text: what is not done yet is progress; where it was done, amend the text, with a reason.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    empty_words::check(context, out);
    let ledger = context.ledger;
    for response in &ledger.responses {
        let (record, kind) = (&response.record, response.record.kind);
        let claims = matches!(kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
        let says_nothing = |text: &Prose| kind == ResponseKind::MeasuresTaken && text.says_nothing();
        if claims && record.text.as_ref().is_some_and(|text| text.denies() || says_nothing(text)) {
            let word = kind.label();
            let (zh, en) = (word.zh(), word.en());
            let what = tr!(
                "登记为“{zh}”，而内容写的是没有办理或者尚未办理，不作数";
                "it is filed as \"{en}\", and its text says that nothing was done, or not yet: it counts for nothing"
            );
            report(&response.path, record.on, "text".to_owned(), what, out);
        }
        if kind == ResponseKind::Accepted && record.text.as_ref().is_some_and(|text| text.fails() || text.denies()) {
            let what = Text::fixed(
                "登记为“同意办结”，而内容写的是不同意或者没有办结，不作数；退回的，登记为“退回”",
                "it is filed as accepted, and its text does not agree or says that it was not done: it counts for nothing; what is sent back is filed as returned",
            );
            report(&response.path, record.on, "text".to_owned(), what, out);
        }
        if kind == ResponseKind::Cosigned && record.text.as_ref().is_some_and(Prose::refuses) {
            let what = Text::fixed(
                "登记为“会签”，而内容写的是不同意会签，不作数；有不同意见的，登记为“异议”",
                "it is filed as cosigned, and its text refuses to: it counts for nothing; whoever disagrees files an objection",
            );
            report(&response.path, record.on, "text".to_owned(), what, out);
        }
    }
    for lead in &ledger.leads {
        let result = lead.record.result.as_ref();
        let refutes =
            |text: &Prose, result: &LeadResult| text.denies() || (result.verdict == LeadVerdict::Confirmed && text.fails());
        if let Some(result) = result.filter(|result| result.text.as_ref().is_some_and(|text| refutes(text, result))) {
            let what = Text::fixed(
                "登记了核查结论，而说明写的是没有核查、尚未核实或者不属实，请核对",
                "a result is recorded, and its text says that it was not looked into, not yet, or that it is not so: please check",
            );
            report(&lead.path, result.on, "result.text".to_owned(), what, out);
        }
    }
    for hazard in &ledger.hazards {
        let (path, found) = (&hazard.path, hazard.record.found);
        if hazard.record.onsite.as_ref().is_some_and(|onsite| onsite.measure.denies()) {
            let what = Text::fixed(
                "现场处置的措施写的是没有采取，不作数",
                "the measure on site says that none was taken: it counts for nothing",
            );
            report(path, found, "onsite.measure".to_owned(), what, out);
        }
        for (at, look) in hazard.record.reinspection.iter().enumerate() {
            if look.result == Inspected::Passed && look.text.as_ref().is_some_and(|text| text.denies() || text.fails()) {
                let on = look.on;
                let what = tr!(
                    "{on} 的复查登记为合格，而说明写的是没有整改到位或者不合格，请核对";
                    "the re-inspection of {on} is recorded as passed, and its text says that it was not put right, or fails: please check"
                );
                report(path, found, format!("reinspection[{at}].text"), what, out);
            }
        }
    }
    for action in &ledger.enforcements {
        let on = action.record.began().unwrap_or(Day::first_of(action.path.year));
        for (at, problem) in action.record.problem.iter().enumerate() {
            if problem.onsite.as_ref().is_some_and(|onsite| onsite.measure.denies()) {
                let no = problem.no;
                let what = tr!(
                    "第 {no} 项问题的现场处置写的是没有采取，不作数";
                    "the measure on site about problem {no} says that none was taken: it counts for nothing"
                );
                report(&action.path, on, format!("problem[{at}].onsite.measure"), what, out);
            }
        }
    }
    for facility in &ledger.facilities {
        let record = &facility.record;
        if record.state == FacilityState::InPlace && record.text.as_ref().is_some_and(|text| text.denies() || text.fails()) {
            let what = Text::fixed(
                "登记为已落实，而说明写的是没有落实，请核对",
                "it is recorded as in place, and its text says that it is not: please check",
            );
            report(&facility.path, record.on, "text".to_owned(), what, out);
        }
    }
}

fn report(path: &FiledPath, on: Day, key: String, what: Text, out: &mut RegisterFindings) {
    out.report_at(RecordPath::Filed(path.clone()), on, key, what).at_most(Level::Reminder);
}
