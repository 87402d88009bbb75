//! What a unit said of an act that lasts as long as something else does: explosives are kept while the mine stands still.

use std::borrow::Cow;

use crate::model::{
    BoundAct, Day, Filed, MineId, Notice, Prose, RecordPath, Reference, Response, ResponseKind, SaidByDay, UnitId,
};
use crate::rules::Context;
use crate::rules::notice::{stands, telling_of};

/// What a unit, or whoever took over from it, said of an act about these matters: in response to them or to a notice that told of them, or in a
/// notice of its own that states the measures. That it was undone may be said of the mine as well: nothing is kept by the paper under which it
/// is let go. What a text says of another mine is said of that one.
pub(in crate::rules) fn account(
    matters: &[Reference],
    mine: Option<&MineId>,
    unit: &UnitId,
    act: BoundAct,
    context: &Context<'_>,
) -> SaidByDay {
    let ledger = context.ledger;
    let mut account = SaidByDay::default();
    let notices: Vec<&Filed<Notice>> = matters.iter().flat_map(|matter| telling_of(matter, context)).collect();
    for notice in &notices {
        let on = stands(notice, context).filter(|_| notice.record.withdraws.is_none());
        if let (Some(on), Some(measures)) = (on, &notice.record.measures)
            && ledger.mechanism.stands_for(&notice.path.unit, unit, on)
            && let Some(measures) = said_of(mine, measures, context)
        {
            take_in(&mut account, on, tells_of(&measures, act), undoes(&measures, act));
        }
    }
    let mut hear = |said: &Filed<Response>| {
        let Response { kind, on, text, .. } = &*said.record;
        let is_own =
            ledger.mechanism.stands_for(&said.path.unit, unit, *on) && ledger.is_word_of_unit(&said.path, &*said.record, false);
        if *on <= context.today && is_own {
            let claims = matches!(kind, ResponseKind::MeasuresTaken | ResponseKind::Done);
            let of_mine = text.as_ref().map(|text| said_of(mine, text, context));
            let tells = claims && of_mine.as_ref().is_none_or(|said| said.as_ref().is_some_and(|text| tells_of(text, act)));
            let is_undone = of_mine.flatten().is_some_and(|text| undoes(&text, act));
            take_in(&mut account, *on, tells, is_undone);
        }
    };
    let about: Vec<Reference> = notices.iter().map(|notice| notice.reference()).chain(matters.iter().cloned()).collect();
    about.iter().flat_map(|matter| ledger.responses_to(matter)).for_each(&mut hear);
    let file = mine.map(|mine| Reference::whole(RecordPath::Mine(mine.clone()))).filter(|file| !matters.contains(file));
    let of_mine = file.iter().flat_map(|mine| ledger.responses_to(mine));
    of_mine.filter(|said| said.record.text.as_ref().is_some_and(|text| undoes(text, act))).for_each(&mut hear);
    account
}

/// What of a text is said of a mine, where it is one that is asked about.
fn said_of<'t>(mine: Option<&MineId>, text: &'t Prose, context: &Context<'_>) -> Option<Cow<'t, Prose>> {
    match mine {
        Some(mine) => context.ledger.mechanism.said_of_mine(text, mine),
        None => Some(Cow::Borrowed(text)),
    }
}

fn take_in(account: &mut SaidByDay, on: Day, is_done: bool, is_undone: bool) {
    if is_done {
        account.done(on);
    }
    if is_undone {
        account.undone(on);
    }
}

/// Whether a text tells that something was done: it says something, of that, and not that it was not, or that it is refused, or only asked.
fn tells_of(text: &Prose, act: BoundAct) -> bool {
    let is_open = match act {
        BoundAct::PutAway => text.is_unfinished() || text.only_speaks_of_keeping(),
        BoundAct::Remove => text.is_unfinished() || text.only_speaks_of_keeping() || text.only_seals_some(),
        BoundAct::StopSupply => text.is_unfinished(),
        // 指导、监督: what the enterprise has not done yet is beside that.
        BoundAct::SoilAndWater => text.denies(),
    };
    !text.says_nothing() && !is_open && text.is_about(act)
}

/// Whether a text tells that it was undone. What was done on soil and water stays.
fn undoes(text: &Prose, act: BoundAct) -> bool {
    act != BoundAct::SoilAndWater && text.undoes()
}
