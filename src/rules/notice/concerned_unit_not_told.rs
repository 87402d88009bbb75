//! 四（三）: 涉及其他与非煤矿山安全生产有关单位相关工作的，要向有关单位通报.

use super::concerned::{Concerned, due, responsible, suggested, suggested_by_notice, to_be_told};
use super::notice_chain::{NoticeChain, stands, telling_of};
use crate::model::{Day, Filed, Kind, Notice, Party, UnitId};
use crate::rules::due::Timing;
use crate::rules::{Context, Findings, Fix, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N06",
    name: "concerned-unit-not-told",
    nature: RuleNature::Conduct,
    title: Text::fixed("涉及其工作的单位未在主送之列", "a unit whose work is concerned is not told"),
    fires: Text::fixed(
        "印发的通报所涉事项（about）已登记由另一单位负责（线索（含同一线索的其他登记）的承办单位、案件的移送单位、隐患或联合执法问题的监管单位），而该通报、其更正和涉及同一事项的其他通报都未主送、抄送该单位。按“涉及单位建议”（concern）可能涉及的单位，只作建议。发出通报的单位自身及其承接单位、已会签的联合发文单位、文书、线索或隐患的登记单位（由他人代录的除外）、届时已撤销而无承接单位的不计，有承接单位的看承接单位。本单位登记的线索、文书和未参加联合执法的监管单位，通报晚于正式通报时限（notice-term）的为提醒，一件事项只在最先就此印发的一份通报中指出一次。撤回通报及其更正未发给原收文单位的，只作建议（工作惯例，条文没有规定，不列条款）。草稿、被撤回的通报不判。",
        "What an issued notice is about is recorded as another unit's to deal with (the unit a lead is assigned to, in any record of it, or a case is transferred to, the supervising unit of a hazard or of a problem of a joint enforcement), and neither this notice, nor its corrections, nor another notice about the same tells that unit, as an addressee or by a copy. A unit that the table of concerns suggests is advice only. Left out: the unit that notifies and whoever took over from it, those that cosigned it as joint issuers, the unit that recorded the order, lead or hazard (unless it was entered for it), units that had ended and that nobody took over from; a successor is to be told. Of leads and orders of its own, and of problems of an enforcement in which the other took no part, a notice after the term (notice-term) is a reminder, told once of a matter, at the first notice of it. A withdrawal that does not go, by itself or by a correction, to those who got the notice is advice: practice, of no clause. Drafts and withdrawn notices are not judged.",
    ),
    proves: Some(Text::fixed("所涉单位都在主送之列的通报。", "A notice that went to every unit whose work it concerns.")),
    remedy: Text::fixed(
        "向该单位补发通报，或在更正通报的主送（to）中列入并注明涉及的职责（why）；建议不适用的，可不处理。",
        "Tell that unit as well: by another notice, or by a correcting one with it in to and the duty in why; a suggestion that does not fit may be left.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    check_withdrawal(notice, context, out);
    let (Some(telling), Some(issued)) = (NoticeChain::begun_by(notice, context), notice.record.issued) else { return };
    let provider = &notice.path.unit;
    let abouts = || telling.papers().flat_map(|paper| &paper.record.about);
    let named = others(abouts().flat_map(|about| responsible(about, context)), provider, issued, context);
    let by_fact = abouts().flat_map(|about| suggested(about, context)).chain(suggested_by_notice(&notice.record, context));
    let hinted = others(by_fact, provider, issued, context);
    let (untold, unheard) = (missing(&named, &telling, context), missing(&hinted, &telling, context));
    if untold.is_empty() && (!named.is_empty() || (!hinted.is_empty() && unheard.is_empty())) {
        out.record_occasion();
    }
    if !untold.is_empty() {
        let units = names(&untold, context);
        let what = tr!(
            "通报涉及{units}负责的事项，主送、抄送中未见该单位";
            "the matter is for {units} to deal with, which is not among those told"
        );
        out.report("to", what).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
    report_late(&named, provider, &telling, context, out);
    let unheard: Vec<&UnitId> = unheard.into_iter().filter(|unit| !untold.contains(unit)).collect();
    if !unheard.is_empty() {
        let units = names(&unheard, context);
        let what = tr!(
            "事项可能涉及{units}的职责，主送、抄送中未见，请核对是否需要通报";
            "the matter may touch duties of {units}, not among those told; please see whether to notify"
        );
        out.report("to", what).at_most(Level::Advice).fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}

/// Who was told of something is told that it was withdrawn, or goes on by what holds no more.
fn check_withdrawal(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    let ledger = context.ledger;
    let withdrawn = notice.record.withdraws.as_ref().and_then(|withdrawn| ledger.notice(withdrawn));
    let (Some(withdrawn), Some(on)) = (withdrawn, stands(notice, context)) else { return };
    if withdrawn.record.issued.is_none_or(|issued| on < issued) || ledger.author_fault(notice, withdrawn).is_some() {
        return;
    }
    let later = ledger.corrections_of(notice).filter(|later| stands(later, context).is_some());
    let papers: Vec<&Filed<Notice>> = std::iter::once(notice).chain(later).collect();
    let hears = |party: &Party| {
        let mut told = papers.iter().flat_map(|paper| paper.record.told());
        let unit = party.as_unit().filter(|unit| ledger.mechanism.units.contains_key(unit));
        match unit.as_ref().map(|unit| ledger.mechanism.acting(unit, on)) {
            // Of a unit that is no more, and that nobody took over from, nobody is left to be told.
            Some(None) => true,
            Some(Some(unit)) => told.any(|party| ledger.mechanism.is_for(party, unit, on)) || *unit == notice.path.unit,
            None => told.any(|other| other == party),
        }
    };
    let missed: Vec<&str> =
        withdrawn.record.told().filter(|party| !hears(party)).map(|party| ledger.mechanism.party(party)).collect();
    if !missed.is_empty() {
        let (path, missed) = (&withdrawn.path, missed.join("、"));
        let what = tr!(
            "撤回 {path}，而原收文的{missed}未在主送、抄送之列，未被告知撤回";
            "it withdraws {path}, and {missed}, who got that, are not among those told"
        );
        // No clause says so: it is what offices do, and a paper that went out is followed by another.
        out.report("to", what).practice().fixed_by(Fix::New(Kind::Notice, Some("corrects")));
    }
}

/// Those who are to be told on a day, but for the provider.
fn others<'a>(
    concerned: impl Iterator<Item = Concerned<'a>>,
    provider: &UnitId,
    on: Day,
    context: &Context<'a>,
) -> Vec<Concerned<'a>> {
    let acting = concerned.filter_map(|one| Some(Concerned { unit: to_be_told(one.unit, on, context)?, ..one }));
    // Whoever took over from the provider has its papers.
    acting.filter(|one| !context.ledger.mechanism.stands_for(one.unit, provider, on)).collect()
}

/// Those that were told, and long after the fact.
fn report_late(
    named: &[Concerned<'_>],
    provider: &UnitId,
    telling: &NoticeChain<'_>,
    context: &Context<'_>,
    out: &mut Findings<'_>,
) {
    let mut seen: Vec<&UnitId> = Vec::new();
    for one in named {
        let told = told_on(one, telling, context);
        let is_told = told.is_some() && !seen.contains(&one.unit) && is_first_of(one, telling, context);
        let Some(term) = due(one, provider, context).filter(|_| is_told) else { continue };
        if let Timing::Late { done, due } = term.timing(told, context) {
            seen.push(one.unit);
            let (unit, called) = (context.ledger.mechanism.short(one.unit), term.called());
            let (called_zh, called_en) = (called.zh(), called.en());
            let what = tr!(
                "事项由{unit}负责，{done} 才通报该单位，晚于{called_zh} {due}";
                "the matter is for {unit} to deal with, which was told on {done}, after {called_en} {due}"
            );
            out.report("issued", what).late();
        }
    }
}

/// Whether no other notice of the same provider told of the matter before: one that was late is late once, however many papers say it.
fn is_first_of(concerned: &Concerned<'_>, telling: &NoticeChain<'_>, context: &Context<'_>) -> bool {
    let Some(own) = telling.papers().next() else { return false };
    let began = |notice: &Filed<Notice>| (notice.record.issued, notice.path.year, notice.path.number, notice.path.clone());
    let others = concerned.about.into_iter().flat_map(|about| telling_of(about, context));
    let others = others.filter(|other| !telling.papers().any(|paper| paper.path == other.path));
    let of_provider = others.filter(|other| other.path.unit == own.path.unit && stands(other, context).is_some());
    let mut chains = of_provider.filter_map(|other| NoticeChain::begun_by(other, context)?.papers().next());
    !chains.any(|first| began(first) < began(own))
}

/// Those that no paper tells of it, each once.
fn missing<'a>(concerned: &[Concerned<'a>], telling: &NoticeChain<'_>, context: &Context<'_>) -> Vec<&'a UnitId> {
    let mut units: Vec<&UnitId> = Vec::new();
    for one in concerned {
        if told_on(one, telling, context).is_none() && !units.contains(&one.unit) {
            units.push(one.unit);
        }
    }
    units
}

/// When a unit was first told of it, by this notice, its corrections or another about the same; what it told others of, it knows itself.
fn told_on(concerned: &Concerned<'_>, telling: &NoticeChain<'_>, context: &Context<'_>) -> Option<Day> {
    let Concerned { unit, about } = concerned;
    let mechanism = &context.ledger.mechanism;
    // Who took over from it by then hears and knows for it, and who cosigned a paper knows what it says.
    let is_for = |issuer: &UnitId, on: Day| mechanism.stands_for(issuer, unit, on);
    let heard = |paper: &Filed<Notice>| {
        let issued = stands(paper, context)?;
        if paper.record.told().any(|party| mechanism.is_for(party, unit, issued)) {
            return Some(issued);
        }
        let cosigners = context.ledger.cosigners_of(paper).filter(|(_, on)| *on <= context.today);
        cosigners.filter(|(issuer, _)| is_for(issuer, issued)).map(|(_, on)| on.max(issued)).min()
    };
    let knew = |paper: &Filed<Notice>| stands(paper, context).filter(|on| is_for(&paper.path.unit, *on)).or_else(|| heard(paper));
    let here = telling.papers().filter_map(heard);
    let happened = about.and_then(|about| context.ledger.happening(about.filed()?)?.on());
    let elsewhere = about.iter().flat_map(|about| telling_of(about, context));
    let elsewhere = elsewhere.filter(|other| happened <= other.record.issued);
    let elsewhere = elsewhere.filter(|other| other.record.withdraws.is_none() && other.record.none_for.is_none());
    here.chain(elsewhere.filter_map(knew)).min()
}

fn names(units: &[&UnitId], context: &Context<'_>) -> String {
    units.iter().map(|unit| context.ledger.mechanism.short(unit)).collect::<Vec<_>>().join("、")
}
