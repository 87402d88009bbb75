//! A notice is called back or corrected by whoever issued it (四（五）: 信息提供单位), not by a neighbour.

use crate::model::{AuthorFault, Filed, Kind, Notice, Reference};
use crate::rules::notice::notice_chain::is_withdrawn;
use crate::rules::{Context, Findings, Fix, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F16",
    name: "anothers-notice-changed",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("撤回或更正他单位的通报", "another unit's notice withdrawn or corrected"),
    fires: Text::fixed(
        "撤回（withdraws）或更正（corrects）所指的通报不是本单位（或本单位所承接的单位）发出的；或由办公室代录而未注明该单位文件的发文字号。这样的撤回、更正不起作用。办公室转录上级撤销文件（entered_by、source 注明文号）的不判；该件本身已被撤回的不判。",
        "What is withdrawn or corrected was issued by another unit, and not by one from which this one took over; or the office entered it for the unit and names no paper of theirs. Such a paper has no effect. Not where the office transcribes the paper by which a superior revoked the notice (entered_by, with the number in source), nor where the paper was itself withdrawn.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请发出通报的单位自行撤回或更正；由办公室代录的，补录该单位文件的发文字号（doc_number）；登记有误的，撤回本件。",
        "The unit that issued the notice withdraws or corrects it; where the office enters that, give the number of the unit's paper (doc_number); what was filed by mistake is itself withdrawn.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(paper: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    if is_withdrawn(paper, context) {
        return;
    }
    let Notice { withdraws, corrects, .. } = &*paper.record;
    for (key, verb, target) in
        [("withdraws", Text::fixed("撤回", "withdraw"), withdraws), ("corrects", Text::fixed("更正", "correct"), corrects)]
    {
        if let Some(target) = target {
            check_one(key, &verb, target, paper, context, out);
        }
    }
}

fn check_one(key: &str, verb: &Text, target: &Reference, paper: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(notice) = context.ledger.notice(target) else { return };
    let (unit, zh, en) = (context.ledger.mechanism.short(&notice.path.unit), verb.zh(), verb.en());
    match context.ledger.author_fault(paper, notice) {
        Some(AuthorFault::Another) => {
            let what = tr!(
                "{target} 由{unit}发出，由其自行{zh}，本件的{zh}不起作用";
                "{target} was issued by {unit}, which alone may {en} it; this paper does not"
            );
            out.report(key, what).fixed_by(Fix::New(Kind::Notice, Some("withdraws"))).clause_of("paper-form-missing");
        }
        Some(AuthorFault::PaperUnnamed) => {
            let what = tr!(
                "代{unit}登记的{zh}未注明该单位文件的发文字号，不起作用";
                "entered on behalf of {unit}, it names no paper by which {unit} did {en} the notice, and has no effect"
            );
            out.report(key, what).fixed_by(Fix::At("doc_number")).clause_of("paper-form-missing");
        }
        None => {}
    }
}
