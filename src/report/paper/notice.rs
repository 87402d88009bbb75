//! 信息通报 (四): a letter between units, a circular of the office, or whatever else the record says; corrections and withdrawals too.

use super::parts::{Copies, Form, Paper};
use super::prose::PaperBody;
use super::titles::retitled;
use super::{PaperContext, conventions, words};
use crate::model::{Day, DocType, Filed, Notice, Reference, Secrecy};

pub(super) fn paper(notice: &Notice, context: &PaperContext<'_>) -> Paper {
    let (own, _, on) = titled(notice, context);
    let sort = sort_of(notice, context);
    let form = match sort {
        DocType::Letter => Form::Letter,
        DocType::Report => Form::Upward,
        DocType::Circular | DocType::Announcement => Form::Document,
    };
    let to = notice.to.iter().map(|recipient| &recipient.who);
    let (to, above) = match sort {
        DocType::Circular | DocType::Announcement => context.addressed(to),
        DocType::Letter | DocType::Report => (to.filter(|party| !context.issues(party)).collect(), Vec::new()),
    };
    let copies = context
        .addressees(above.into_iter().chain(&notice.copies).filter(|party| !to.contains(party) && !context.issues(party)), on);
    let to = context.addressees(to, on);
    Paper {
        record: context.reference.clone(),
        form,
        draft: draft(notice),
        mark: context.mark(if form == Form::Letter { "" } else { "文件" }, on),
        urgency: notice.urgency.map(|urgency| urgency.word().zh),
        number: words::number(notice.doc_number.as_ref()),
        // Who reviewed a notice need not be who signed it out: the record does not say who did.
        edited: None,
        signer: (form == Form::Upward).then_some(super::Slot::Blank("")),
        title: context.title(&own, sort_word(sort), on),
        to,
        body: body(notice, sort, context),
        rolls: Vec::new(),
        attached: notice.attachments.iter().map(|attachment| attachment.name.to_string()).collect(),
        signature: Some(context.signed(on)),
        note: note(notice),
        copies: Copies::some("抄送", copies),
        imprint: (form != Form::Letter).then(|| words::imprint(notice.printing.as_ref())),
        annexes: Vec::new(),
        told: retitled(&own, sort_word(sort)).into_iter().chain(conventions::of_notice(notice, sort, context)).collect(),
    }
}

/// Its title as its record has it, the kind that the paper's title ends in, and its day.
pub(super) fn titled(notice: &Notice, context: &PaperContext<'_>) -> (String, &'static str, Option<Day>) {
    let sort = sort_word(sort_of(notice, context));
    let title = match withdrawn(notice, context).filter(|_| !notice.title.as_str().contains("撤回")) {
        Some(first) => format!("关于撤回《{}》的{sort}", title_of(first, context)),
        None => own_title(notice, sort),
    };
    (title, sort, notice.issued)
}

/// What a record that there is nothing to tell says by its title is for lists; the paper says for which year.
fn own_title(notice: &Notice, sort: &str) -> String {
    match notice.none_for.filter(|_| !notice.title.as_str().contains("关于")) {
        Some(year) => format!("关于{year}年度无需通报信息的{sort}"),
        None => notice.title.to_string(),
    }
}

/// The title under which an earlier paper went out.
fn title_of(first: &Filed<Notice>, context: &PaperContext<'_>) -> String {
    let notice = &first.record;
    let at = Reference::from(first.path.clone());
    let issued = PaperContext {
        ledger: context.ledger,
        reference: at.to_string(),
        issuer: &first.path.unit,
        with: &notice.jointly,
        year: first.path.year,
    };
    let sort = sort_word(sort_of(notice, &issued));
    // A paper that withdraws another is cited as its record has it: two might withdraw each other.
    issued.matter_titled(&own_title(notice, sort), sort, notice.issued)
}

fn withdrawn<'a>(notice: &Notice, context: &PaperContext<'a>) -> Option<&'a Filed<Notice>> {
    notice.withdraws.as_ref().and_then(|first| context.ledger.notice(first))
}

/// What kind of paper it is: the record's, else the usual.
fn sort_of(notice: &Notice, context: &PaperContext<'_>) -> DocType {
    // A word about what is shared goes by letter between equals; from the office it is a circular, and what withdraws that a notice.
    let usual = match (context.issuer == context.ledger.mechanism.office(), withdrawn(notice, context).is_some()) {
        (false, _) => DocType::Letter,
        (true, false) => DocType::Circular,
        (true, true) => DocType::Announcement,
    };
    notice.doc_type.unwrap_or(usual)
}

/// The kind of paper, as titles end.
fn sort_word(sort: DocType) -> &'static str {
    match sort {
        DocType::Letter => "函",
        DocType::Circular => "通报",
        DocType::Announcement => "通知",
        DocType::Report => "报告",
    }
}

fn draft(notice: &Notice) -> Vec<&'static str> {
    let mut why = Vec::new();
    if notice.review.is_none() {
        why.push("未经审核");
    }
    if notice.body.is_none() && notice.none_for.is_none() && notice.measures.is_none() {
        why.push("正文未录入");
    }
    why
}

/// How far a paper goes that is not public (四（五）: 相应的保密措施).
fn note(notice: &Notice) -> Option<String> {
    (notice.secrecy == Some(Secrecy::Internal)).then(|| match &notice.protection {
        Some(protection) => format!("此件不公开。{protection}"),
        None => "此件不公开".to_owned(),
    })
}

fn body(notice: &Notice, sort: DocType, context: &PaperContext<'_>) -> Vec<super::Block> {
    let mut body = PaperBody::default();
    if let Some(first) = &notice.corrects {
        body.say(format!("现对{}更正如下：", earlier(first, context)));
    }
    // Why it is withdrawn runs on in the sentence that does it, where it is said so.
    let reason = notice.body.as_ref().and_then(|body| body.open()).filter(|body| body.starts_with('因') && !body.contains('\n'));
    let reason = reason.filter(|_| notice.withdraws.is_some());
    if let Some(first) = &notice.withdraws {
        let because = reason.map(|reason| format!("{}，", reason.trim_end_matches(['。', '，']))).unwrap_or_default();
        body.say(format!("{because}现决定撤回{}，请停止使用。", earlier(first, context)));
    }
    if let Some(year) = notice.none_for {
        body.say(format!("经核，{year}年度本单位没有需要通报的信息。"));
    }
    let parted = notice.measures.is_some() || notice.suggestions.is_some();
    if let Some(prose) = notice.body.as_ref().filter(|_| reason.is_none()) {
        // A text with headings of its own is not put below another.
        let mut own = PaperBody::default();
        own.quote(prose);
        if parted && !own.has_sections() {
            body.section("基本情况");
        }
        body.quote(prose);
    }
    for (head, prose) in [("已采取的措施", &notice.measures), ("意见和建议", &notice.suggestions)] {
        if let Some(prose) = prose {
            body.section(head);
            body.quote(prose);
        }
    }
    body.close(match sort {
        // Who answers a letter says so.
        DocType::Letter if titled(notice, context).0.trim_end_matches('。').ends_with("复函") => "特此函复。",
        DocType::Letter => "特此函告。",
        DocType::Circular => "特此通报。",
        DocType::Announcement => "特此通知。",
        DocType::Report => "特此报告。",
    })
}

/// The paper that is corrected or withdrawn: its title and, where it has one, its number.
fn earlier(first: &Reference, context: &PaperContext<'_>) -> String {
    let Some(first) = context.ledger.notice(first) else { return "此前印发的通报".to_owned() };
    let number = first.record.doc_number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
    let same = first.path.unit == *context.issuer;
    // Whose paper it is, the title says where that is another's.
    let issuer = if same { String::new() } else { context.unit(&first.path.unit, first.record.issued) };
    format!("{issuer}《{}》{number}", title_of(first, context))
}
