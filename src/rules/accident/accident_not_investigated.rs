//! 一（一）8: 组织非煤矿山一般生产安全事故的调查处理、应急救援等工作.

use super::whole::WholeAccident;
use crate::model::{Accident, Day, Filed, ObligationId, UnitId};
use crate::rules::under::units_bound;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "A01",
    name: "accident-not-investigated",
    nature: RuleNature::Conduct,
    title: Text::fixed("一般事故未见组织调查、救援", "a general accident without its inquiry or rescue"),
    fires: Text::fixed(
        "登记为一般事故，而自次日起台账中未见负有此项职责的单位组织的调查，或者调查未写明牵头单位；条文未规定期限，最多为提醒。由其他单位或者企业牵头的，在该单位组织以前不算调查，同样提醒；由上级或者政府牵头而该单位参加的算数。调查已登记的，再看应急救援：由其他单位组织的，以及没有登记救援、也没有说明（because）的，只作建议，不是每起事故都需要救援。调查开始的当年已过而未见结案的，次年只作建议，再往后作提醒。等级尚未登记的为情况不明；高于一般的由上级组织，不判；写明与另一条登记为同一起的（same_as），并入那一条判断一次。",
        "A general accident of which, from the next day on, the register shows no inquiry organised by the unit that has this duty, or one that names nobody as its lead. The clause gives no day: a reminder at most. One led by another unit or by an enterprise is none until that unit organises it, and is told alike; led by a government or superior with that unit taking part it counts. Once there is an inquiry the rescue is looked at as well: organised by another, or neither recorded nor explained (because), it is advice, for not every accident calls for one. An inquiry whose end is not on record once the year in which it began is over is advice in the next year and a reminder after that. While the grade is not recorded it is unknown; graver ones are for a higher level and are not judged; one that is recorded as the same as another (same_as) is judged with that one, once.",
    ),
    proves: Some(Text::fixed("已组织调查的一般事故。", "A general accident of which the inquiry was organised.")),
    remedy: Text::fixed(
        "用 accident inquire 登记调查及其牵头单位；等级未登记的，用 accident grade 登记；已救援的，用 accident rescue 登记，不需救援的，用 because 说明；已结案的，用 accident conclude 登记。",
        "File the inquiry and who leads it with accident inquire; where the grade is lacking, file it with accident grade; a rescue is filed with accident rescue, and that none was called for is said in because; its end is filed with accident conclude.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Accident(check),
};

fn check(accident: &Filed<Accident>, context: &Context<'_>, out: &mut Findings<'_>) {
    let Some(whole) = WholeAccident::judged_by(accident, context) else { return };
    let known = whole.known_on().unwrap_or(accident.record.occurred);
    for (id, unit) in units_bound(RULE.name, known, &context.ledger.mechanism) {
        if whole.grade().is_none() {
            let why = Text::fixed(
                "事故的等级未登记，是否由本区组织调查不明",
                "accidents without a grade, so that whose they are to investigate is unknown",
            );
            out.record_doubt_under(id, why);
        } else if !whole.is_above_general() {
            let judged = Judged { occurred: accident.record.occurred, known, whole: &whole, id, unit };
            judged.inquiry(context, out);
            judged.rescue(context, out);
        }
    }
}

/// A general accident, and whose it is to look into it.
struct Judged<'a> {
    occurred: Day,
    known: Day,
    whole: &'a WholeAccident<'a>,
    id: ObligationId,
    unit: &'a UnitId,
}

impl Judged<'_> {
    /// The day on which it was over, as of today.
    fn ended(&self, context: &Context<'_>) -> Option<Day> {
        self.whole.end().map(|end| end.on).filter(|ended| *ended <= context.today)
    }

    fn say(&self, key: &str, since: Day, level: Level, what: Text, context: &Context<'_>, out: &mut Findings<'_>) {
        let until = self.ended(context).unwrap_or(context.today);
        let report = out.report(key, what).by(self.unit).of_obligation(self.id);
        report.at_most(level).lasting(since, until);
    }

    fn inquiry(&self, context: &Context<'_>, out: &mut Findings<'_>) {
        let (occurred, known, today) = (self.occurred, self.known, context.today);
        let name = context.ledger.mechanism.short(self.unit);
        let has_begun = |on: Day| occurred <= on && on <= today;
        let Some((inquiry, activity)) = self.whole.inquiry().filter(|(inquiry, _)| has_begun(inquiry.on)) else {
            if known < today {
                let what = tr!(
                    "{occurred} 发生一般事故，台账中未见{name}组织调查的记录";
                    "a general accident on {occurred}; the register shows no inquiry organised by {name}"
                );
                self.say("inquiry.lead", known.plus(1), Level::Reminder, what, context, out);
            }
            return;
        };
        let on = inquiry.on;
        let Some(lead) = activity.lead else {
            let what = tr!("{on} 起的事故调查未写明牵头单位"; "the inquiry that began on {on} names nobody as its lead");
            return self.say("inquiry.lead", on, Level::Reminder, what, context, out);
        };
        if activity.is_organised_by(self.unit, context) {
            out.record_occasion_under(self.id, on);
            return self.conclusion(on, context, out);
        }
        let by = context.ledger.mechanism.party(lead);
        let what = tr!(
            "一般事故的调查由{by}牵头，条文由{name}组织；台账中未见{name}组织的调查，请核对";
            "the inquiry is led by {by}, and the clause has {name} organise it; the register shows none that {name} organised, please check"
        );
        // The act of whom the clause does not name is none, and leaves what there would be without it: nothing, from the day after it was known.
        if known < today {
            self.say("inquiry.lead", known.plus(1), Level::Reminder, what, context, out);
        }
    }

    /// 调查处理 comes to an end. The clause gives no day: asked after in the year after it began, and reminded of from the year after that.
    fn conclusion(&self, begun: Day, context: &Context<'_>, out: &mut Findings<'_>) {
        let (year, next) = (context.today.year(), Day::last_of(begun.year()).plus(1));
        if next <= context.today && self.ended(context).is_none() {
            let level = if year == next.year() { Level::Advice } else { Level::Reminder };
            let what = tr!(
                "事故调查始于 {begun}，当年已过，台账中未见结案；条文未规定期限";
                "the inquiry began on {begun}, in a year that is over, and the register does not show its end; the clause gives no day"
            );
            self.say("concluded", next, level, what, context, out);
        }
    }

    /// Not every accident calls for a rescue: that none is on record is asked after once the accident is dealt with at all.
    fn rescue(&self, context: &Context<'_>, out: &mut Findings<'_>) {
        let (occurred, today, name) = (self.occurred, context.today, context.ledger.mechanism.short(self.unit));
        let has_happened = |on: Day| occurred <= on && on <= today;
        let Some((inquiry, _)) = self.whole.inquiry().filter(|(inquiry, _)| has_happened(inquiry.on)) else { return };
        let rescue = self.whole.rescue().filter(|rescue| has_happened(rescue.on));
        let (since, what) = match rescue.as_ref().map(|rescue| (rescue, rescue.lead)) {
            None if !self.whole.is_explained() => {
                let what = tr!(
                    "{occurred} 发生一般事故，台账中未见{name}组织应急救援的记录；不是每起事故都需要救援，不需要的请说明";
                    "a general accident on {occurred}; the register shows no rescue organised by {name}; not every accident calls for one: please say so"
                );
                (inquiry.on, what)
            }
            Some((rescue, Some(lead))) if !rescue.is_organised_by(self.unit, context) => {
                let by = context.ledger.mechanism.party(lead);
                let what = tr!(
                    "一般事故的应急救援由{by}组织，条文由{name}组织，请核对";
                    "the rescue was organised by {by}; the clause has {name} organise it, please check"
                );
                (rescue.on, what)
            }
            _ => return,
        };
        self.say("rescue.lead", since, Level::Advice, what, context, out);
    }
}
