//! What the form of official papers asks (《党政机关公文处理工作条例》, GB/T 9704-2012) and a record departs from: whoever prints it is told,
//! and the paper says what the record says.

use super::PaperContext;
use super::addressees::Rank;
use crate::model::{Notice, Party, Secrecy, Upward, UpwardKind};
use crate::text::Text;
use crate::tr;

/// What asks for a decision.
const ASKS: [&str; 5] = ["请批示", "请批复", "请审批", "请予批准", "请指示"];

/// Of a paper upward.
pub(super) fn of_upward(upward: &Upward, context: &PaperContext<'_>) -> Vec<Text> {
    let mut told = Vec::new();
    let below = |party: &&Party| matches!(context.rank(party), Rank::Below | Rank::Watched);
    let below: Vec<Party> = upward.copies.iter().filter(below).cloned().collect();
    if !below.is_empty() {
        let names = context.parties(&below, Some(upward.on));
        told.push(tr!(
            "向上级机关行文，不抄送下级机关（条例第十五条）：{names} 列在抄送中，请核对";
            "a paper to those above has no copies to those below (条例 第十五条): {names} are among its copies; look at it"
        ));
    }
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

/// Of a notice: what is for the circle only goes to nobody whom the mechanism watches over.
pub(super) fn of_notice(notice: &Notice, context: &PaperContext<'_>) -> Option<Text> {
    let parties = notice.to.iter().map(|recipient| &recipient.who).chain(&notice.copies);
    let watched: Vec<Party> = parties.filter(|party| context.rank(party) == Rank::Watched).cloned().collect();
    if notice.secrecy != Some(Secrecy::Internal) || watched.is_empty() {
        return None;
    }
    let names = context.parties(&watched, notice.issued);
    Some(tr!(
        "四（五）内部信息或不宜公开的信息要采取相应的保密措施：这份通报为内部，而发给了{names}，请核对";
        "四（五）: what is internal is kept so: this notice is, and goes to {names}; look at it"
    ))
}
