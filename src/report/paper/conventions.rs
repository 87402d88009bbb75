//! What the form of official papers asks (《党政机关公文处理工作条例》, GB/T 9704-2012) and a record departs from: whoever prints it is told,
//! and the paper says what the record says.

use super::PaperContext;
use super::addressees::Rank;
use crate::model::{BodyKind, Day, DocType, Notice, Party, Secrecy, Upward, UpwardKind};
use crate::text::Text;
use crate::tr;

/// What asks for a decision.
const ASKS: [&str; 5] = ["请批示", "请批复", "请审批", "请予批准", "请指示"];

/// Of a paper upward.
pub(super) fn of_upward(upward: &Upward, context: &PaperContext<'_>) -> Vec<Text> {
    let mut told: Vec<Text> = copied_below(&upward.copies, Some(upward.on), context).into_iter().collect();
    let asks = upward.body.as_ref().is_some_and(|body| ASKS.iter().any(|asks| body.open().unwrap_or_default().contains(asks)));
    if upward.kind == UpwardKind::Report && asks {
        told.push(Text::fixed(
            "报告中不夹带请示事项（条例第十五条）：正文请求批示、批复，请另行请示",
            "a report asks for nothing (条例 第十五条): its text asks for a decision; send a request of its own",
        ));
    }
    if upward.kind == UpwardKind::Request && upward.contact.is_none() {
        told.push(Text::fixed(
            "请示应当在附注中写明联系人和电话：记录没有填 contact",
            "a request names in its note whom to call: the record has no contact",
        ));
    }
    told
}

/// That a paper upward has copies to those below.
fn copied_below(copies: &[Party], on: Option<Day>, context: &PaperContext<'_>) -> Option<Text> {
    let below = |party: &&Party| matches!(context.rank(party), Rank::Below | Rank::Watched);
    let names = names(copies.iter().filter(below), on, context)?;
    Some(tr!(
        "向上级机关行文，不抄送下级机关（条例第十五条）：{names} 列在抄送中，请核对";
        "a paper to those above has no copies to those below (条例 第十五条): {names} are among its copies; look at it"
    ))
}

/// Of a notice that is a paper of that kind.
pub(super) fn of_notice(notice: &Notice, sort: DocType, context: &PaperContext<'_>) -> Vec<Text> {
    let to: Vec<&Party> = notice.to.iter().map(|recipient| &recipient.who).collect();
    address(&to, &notice.copies, (sort, notice.issued), context).into_iter().chain(kept_close(notice, context)).collect()
}

/// To whom a paper of that kind and day goes, and may not.
fn address(to: &[&Party], copies: &[Party], (sort, on): (DocType, Option<Day>), context: &PaperContext<'_>) -> Vec<Text> {
    let among = |is_such: &dyn Fn(&Party) -> bool| names(to.iter().copied().filter(|party| is_such(party)), on, context);
    let is_above = |party: &Party| context.rank(party) == Rank::Above;
    let is_down = matches!(sort, DocType::Circular | DocType::Announcement);
    let mut told = Vec::new();
    if let Some(names) = among(&|party| context.issues(party)) {
        told.push(tr!(
            "{names} 自己发这份公文，没有列入主送";
            "{names} issues this paper, and is not among those to whom it goes"
        ));
    }
    if let Some(names) = among(&is_above).filter(|_| is_down) {
        told.push(tr!(
            "通报、通知不向上级机关主送（条例第十五条）：{names} 印在抄送中，向上级反映情况用报告（liandong upward new）";
            "a circular or announcement does not go to those above (条例 第十五条): {names} get a copy; they are told by a report (liandong upward new)"
        ));
    }
    let is_government = |party: &Party| matches!(party, Party::Body(id) if context.ledger.mechanism.body(id).is_some_and(|body| body.kind == BodyKind::Government));
    if let Some(names) = among(&is_government).filter(|_| sort == DocType::Letter) {
        told.push(tr!(
            "函用于不相隶属机关之间（条例第八条）：{names} 是上级机关，应当用报告或请示，请核对";
            "a letter goes between bodies of which none is below the other (条例 第八条): {names} is above; a report or a request goes there"
        ));
    }
    if sort == DocType::Report {
        if let Some(names) = among(&|party| !is_above(party) && !context.issues(party)) {
            told.push(tr!(
                "报告向上级机关行文（条例第八条）：{names} 不是上级机关，应当用函，请核对";
                "a report goes to those above (条例 第八条): {names} are not; they get a letter"
            ));
        }
        if to.iter().filter(|party| !context.issues(party)).count() > 1 {
            told.push(Text::fixed(
                "报告原则上主送一个上级机关（条例第十五条），其他的列入抄送，请核对",
                "a report goes to one of those above (条例 第十五条), and others get a copy; look at it",
            ));
        }
        told.extend(copied_below(copies, on, context));
    }
    if to.iter().all(|party| context.issues(party) || is_down && is_above(party)) {
        told.push(Text::fixed(
            "没有主送机关：公文印不出主送，请核对收文单位",
            "nobody is left to whom the paper goes: it prints none; look at who is to get it",
        ));
    }
    told
}

/// Names of parties, should there be any.
fn names<'a>(parties: impl Iterator<Item = &'a Party>, on: Option<Day>, context: &PaperContext<'_>) -> Option<String> {
    let parties: Vec<Party> = parties.cloned().collect();
    (!parties.is_empty()).then(|| context.parties(&parties, on))
}

/// What is for the circle only goes to nobody whom the mechanism watches over.
fn kept_close(notice: &Notice, context: &PaperContext<'_>) -> Option<Text> {
    let parties = notice.to.iter().map(|recipient| &recipient.who).chain(&notice.copies);
    let watched = parties.filter(|party| context.rank(party) == Rank::Watched);
    let names = names(watched, notice.issued, context).filter(|_| notice.secrecy == Some(Secrecy::Internal))?;
    Some(tr!(
        "四（五）内部信息或不宜公开的信息要采取相应的保密措施：这份通报为内部，而发给了{names}，请核对";
        "四（五）: what is internal is kept so: this notice is, and goes to {names}; look at it"
    ))
}
