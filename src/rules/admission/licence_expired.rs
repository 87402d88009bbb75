//! 一（一）1, 一（四）1, 一（六）2, 一（七）3, 一（十）1: a licence past its last day at a mine that works, as far as the register shows.

use crate::model::{
    Day, HazardNature, Kind, Licence, LicenceKind, Licences, Mechanism, MineId, Order, OrderKind, RecordPath, Trigger, UnitId,
    plain_name,
};
use crate::rules::hazard::mine_closed;
use crate::rules::stoppage::stopped_on;
use crate::rules::under::units_bound;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "B05",
    name: "licence-expired",
    nature: RuleNature::Conduct,
    title: Text::fixed("证照已过有效期，矿山未见停产", "a licence past its last day at a mine that works"),
    fires: Text::fixed(
        "矿山档案中某单位所发的采矿许可证、安全生产许可证、爆破作业许可证、排污许可证、使用林地审核同意书已过有效期，发证单位（档案所属单位，写明发证机关 authority 的为该单位）或者其承接单位的档案中没有其他有效的同类证照，也没有未解除的停止作业、停产停业、暂扣或吊销证照文书，矿山档案的生产状态也不是停产、长期停产、关闭退出（写了核实日期的，以到期期间为准；核实以后又解除停产的不算），该单位（或其承接单位）到期以后又没有就该矿山下达可能与此有关的文书（处罚、移送、责令限期整改、停止部分作业；写明针对隐患、此前发现的问题、其他线索的，现场处理措施，其他单位的文书不算；处理以后一整年再无登记的，再作提醒）。其他单位档案所记的新证只是其说法，照录，不算换证。后来换了证的，其间无证的一段照判；后来关闭的，判到关闭之前为止，关闭以后到期的不判。条文要求负责监管、组织查处的为提醒，要求指导、监督的（安全生产许可证、使用林地审核同意书）只作建议。未登记有效期止的、其他证照不判；矿山是否实际生产不由程序判定。",
        "A mining licence, work safety licence, blasting permit, discharge permit or forest land permit that a unit keeps in a mine's file is past its last day, that unit (or the one that the licence names as its authority) and its successor keep no other of its kind in force, no order that stops it or takes its licence stands, the mine's file does not have its production stopped, idle or closing (as seen in that time, where the day is given, and with no stop lifted since), and that unit (or its successor) has served no order on the mine since that may be about it (penalty, transfer, order to rectify, a part stopped; not one that names a danger, what was found before or a lead of another matter, nor an on-site measure, nor an order of another unit; after a whole year without another it reminds again). A new one in the file of another unit is only its word: it is told and renews nothing. Where a new one followed, the time between is judged; where the mine was closed since, the time before that. Not what ended after the mine was closed. A reminder where the clause has the unit control or prosecute, advice where it asks to guide or supervise (work safety, forest land). Not licences without a last day, nor other kinds; whether the mine really works no program can judge.",
    ),
    proves: None,
    remedy: Text::fixed(
        "已换证的，用 mine licence 登记新证；未换证而仍在生产的，依法处理并登记文书。",
        "If it was renewed, file the new licence with mine licence; if the mine works without one, deal with it and file the order.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Each(&[Kind::Licences], check),
};

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    for ((mine, unit), file) in &mechanism.licences {
        // Nothing is worked at a mine that is closed; what was lacking before was.
        let closed = mine_closed(mine, context);
        let last = closed.map_or(context.today, |closed| closed.minus(1));
        for (at, licence) in file.licence.iter().enumerate() {
            let Some(level) = level(licence.kind) else { continue };
            let Some(ended) = licence.until.filter(|until| *until < last) else { continue };
            let since = ended.plus(1).max(mechanism.begins());
            let renewals = Renewals { mine, unit, licence, mechanism };
            if last < since || renewals.hold_on(since) {
                continue;
            }
            let next = renewals.next(since).filter(|next| *next <= last);
            let until = next.map_or(last, |next| next.minus(1));
            let gap = UnlicensedTime { renewals: &renewals, since, until, is_open: next.is_none() && closed.is_none() };
            let Some(account) = gap.account(context) else { continue };
            let told_by = renewals.told_by_another(since);
            let found = ExpiredLicence { at, kind: licence.kind, ended, since, next, closed, told_by };
            if next.is_some() || !is_followed(licence, file, last) {
                report(&gap, &found, &account, level, context, out);
            }
        }
    }
}

fn report(
    gap: &UnlicensedTime<'_>,
    lapse: &ExpiredLicence<'_>,
    account: &TimeAccount,
    level: Level,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let (mine, unit, mechanism) = (gap.renewals.mine, gap.renewals.unit, &context.ledger.mechanism);
    let ExpiredLicence { at, kind, ended, since, next, closed, told_by } = *lapse;
    let Some((id, _)) = units_bound(RULE.name, since, mechanism).find(|(_, bound)| mechanism.stands_for(unit, bound, since))
    else {
        return;
    };
    let (name, kind) = (mechanism.mine_name(mine), kind.word());
    let (zh, en) = (kind.zh, kind.en);
    let (seen, seen_en) = (account.seen.zh(), account.seen.en());
    let days = since.days_until(gap.until.plus(1));
    let what = if let Some(next) = next {
        tr!(
            "{name}的{zh}于 {ended} 到期，新证自 {next} 起，其间 {days} 天无证，{seen}";
            "the {en} of {name} ended on {ended} and the next began on {next}: for {days} days there was none; {seen_en}"
        )
    } else if let Some(closed) = closed {
        tr!(
            "{name}的{zh}于 {ended} 到期，到 {closed} 矿山关闭，其间 {days} 天无证，未见换证，{seen}";
            "the {en} of {name} ended on {ended} and the mine was closed on {closed}: for {days} days there was none; no new one is shown, and {seen_en}"
        )
    } else if let Some(other) = told_by {
        let (other, own) = (mechanism.short(other), mechanism.short(unit));
        tr!(
            "{name}的{zh}已于 {ended} 到期；{other}的档案记有新证，而登记该证照的{own}没有登记换证，请核对";
            "the {en} of {name} ended on {ended}; a new one stands in the file of {other}, and {own}, which keeps it, has filed none: please check"
        )
    } else {
        tr!(
            "{name}的{zh}已于 {ended} 到期，未见换证，{seen}";
            "the {en} of {name} ended on {ended}; no new one is shown, and {seen_en}"
        )
    };
    let path = RecordPath::Licences(mine.clone(), unit.clone());
    let report = out.report_at(path, since, format!("licence[{at}].until"), what);
    let report = report.by(unit).of_obligation(id).at_most(level).lasting(account.since, gap.until).or_mended_by(&[Kind::Order]);
    if !gap.is_open {
        report.late();
    }
}

/// What it weighs at most that a licence of a kind has run out, by the word of the clause; none where no clause is about that kind.
fn level(kind: LicenceKind) -> Option<Level> {
    match kind {
        LicenceKind::Mining | LicenceKind::Blasting | LicenceKind::Discharge => Some(Level::Reminder),
        LicenceKind::Safety | LicenceKind::Forest => Some(Level::Advice),
        LicenceKind::SoilWater | LicenceKind::Other => None,
    }
}

/// A licence that ran out.
struct ExpiredLicence<'a> {
    at: usize,
    kind: LicenceKind,
    ended: Day,
    /// From when there was none.
    since: Day,
    /// When the next one of its kind begins.
    next: Option<Day>,
    /// When the mine was closed.
    closed: Option<Day>,
    /// Another unit whose file has a new one, which it does not issue.
    told_by: Option<&'a UnitId>,
}

/// Whether another of its kind that has begun ended later: of several that ran out the last is told.
fn is_followed(licence: &Licence, file: &Licences, today: Day) -> bool {
    let later = |other: &Licence| other.until > licence.until && other.from.is_none_or(|from| from <= today);
    file.licence.iter().any(|other| other.kind == licence.kind && later(other))
}

/// A time in which a mine had no licence of a kind that a unit gives.
struct UnlicensedTime<'a> {
    renewals: &'a Renewals<'a>,
    since: Day,
    /// Its last day, or the day judged.
    until: Day,
    /// Whether it goes on.
    is_open: bool,
}

/// What is on record of such a time, where that leaves something to be told.
struct TimeAccount {
    /// From when nothing is.
    since: Day,
    seen: Text,
}

impl UnlicensedTime<'_> {
    /// None where the mine stood still, or the unit dealt with it and no whole year without has followed.
    fn account(&self, context: &Context<'_>) -> Option<TimeAccount> {
        let resumed = self.resumed(context);
        if stopped_on(self.renewals.mine, self.until, context) || self.stood_still(resumed, context) {
            return None;
        }
        if let Some(acted) = self.last_act(context) {
            let year = Day::last_of(acted.year()).plus(1);
            let seen = tr!(
                "最近一次处理为 {acted}，此后一整年台账中未见停产、关闭或者处理的登记";
                "it was last dealt with on {acted}, and for a whole year since the register shows neither a stop or closure nor an order"
            );
            return (Day::last_of(year.year()) <= self.until).then_some(TimeAccount { since: year, seen });
        }
        let seen = match resumed {
            Some(resumed) => tr!(
                "{resumed} 解除停产以后，台账中未见再次停产、关闭或者处理的登记";
                "since the stop was lifted on {resumed} the register shows neither another stop or closure nor an order"
            ),
            None => Text::fixed(
                "台账中未见停产、关闭或者处理的登记",
                "the register shows neither a stop or closure of the mine nor an order about it",
            ),
        };
        Some(TimeAccount { since: resumed.unwrap_or(self.since), seen })
    }

    /// The day on which the last stop of the mine was lifted.
    fn resumed(&self, context: &Context<'_>) -> Option<Day> {
        let stops = context.ledger.stoppages_of(self.renewals.mine).filter_map(|order| order.record.lifted.as_ref());
        stops.map(|lifted| lifted.on).filter(|on| self.since <= *on && *on <= self.until).max()
    }

    /// Whether the mine's file says that it stood still, as it was seen on a day by its end; an order that was lifted since says otherwise.
    fn stood_still(&self, resumed: Option<Day>, context: &Context<'_>) -> bool {
        let Some(mine) = context.ledger.mechanism.mines.get(self.renewals.mine) else { return false };
        let is_of_this_time = match mine.production_on {
            Some(on) => on <= self.until && resumed.is_none_or(|resumed| resumed <= on),
            None => self.is_open && resumed.is_none(),
        };
        mine.stands_still() && is_of_this_time
    }

    /// When whoever licenses last dealt with it, by an order on the mine that may be about it (依法查处): fined it, handed the case on, had it put
    /// right, or stopped a part. A stop of the whole counts while it lasts.
    fn last_act(&self, context: &Context<'_>) -> Option<Day> {
        let ledger = context.ledger;
        let orders = ledger.orders_at(self.renewals.mine).filter(|order| {
            let (record, on) = (&order.record, order.record.at.day());
            let is_own = self.renewals.may_renew(&order.path.unit, on)
                && ledger.is_word_of_unit(&order.path, &**record, record.number.is_some());
            self.since <= on
                && on <= self.until
                && is_own
                && !ledger.stops_whole_mine(order)
                && self.may_be_about_it(record, context)
        });
        orders.map(|order| order.record.at.day()).max()
    }

    /// Whether an order may be about a licence that ran out: not one that names a danger, what was found before, or a lead of another matter.
    fn may_be_about_it(&self, order: &Order, context: &Context<'_>) -> bool {
        let hazard = order.hazard.as_ref().map(|hazard| context.ledger.hazard(hazard));
        let is_breach = hazard.is_none_or(|hazard| {
            hazard.is_some_and(|hazard| hazard.record.nature == HazardNature::Violation && self.since <= hazard.record.found)
        });
        let lead = order.lead.as_ref().map(|lead| context.ledger.lead(lead));
        let is_told_so = lead.is_none_or(|lead| {
            let is_other = |trigger: Trigger| matches!(trigger, Trigger::OverBoundary | Trigger::ConcealedReport);
            lead.is_some_and(|lead| !lead.record.trigger.is_some_and(is_other) && self.since <= lead.record.received)
        });
        let names_problem = order.enforcement.as_ref().is_some_and(|action| action.part.is_some());
        is_breach && is_told_so && !names_problem && order.kind != OrderKind::OnsiteMeasure
    }
}

/// What followed a licence that a unit keeps in the file of a mine.
struct Renewals<'a> {
    mine: &'a MineId,
    unit: &'a UnitId,
    licence: &'a Licence,
    mechanism: &'a Mechanism,
}

impl<'a> Renewals<'a> {
    /// The others of its kind, each with the unit in whose file it stands.
    fn of_kind(&self) -> impl Iterator<Item = (&'a UnitId, &'a Licence)> + use<'a> {
        let (mine, kind) = (self.mine, self.licence.kind);
        let files = self.mechanism.licences.iter().filter(move |((at, _), _)| at == mine);
        let all = files.flat_map(|((_, unit), file)| file.licence.iter().map(move |licence| (unit, licence)));
        all.filter(move |(_, licence)| licence.kind == kind)
    }

    /// Whether a unit renews it on a day: it keeps the licence, took over from whoever does, or is the authority that this names.
    fn may_renew(&self, unit: &UnitId, on: Day) -> bool {
        let mechanism = self.mechanism;
        let is_named = || {
            let (authority, file) = (self.licence.authority.as_ref()?, mechanism.units.get(unit)?);
            let names = [&file.name, &file.short].into_iter().chain(&file.issuing_name).chain(&file.aliases);
            Some(names.into_iter().any(|name| plain_name(name.as_str()) == plain_name(authority.as_str())))
        };
        mechanism.stands_for(unit, self.unit, on) || mechanism.stands_for(self.unit, unit, on) || is_named() == Some(true)
    }

    /// Those by whoever renews it.
    fn lawful(&self) -> impl Iterator<Item = &'a Licence> {
        let begins = |licence: &Licence| licence.from.unwrap_or(self.mechanism.begins());
        self.of_kind().filter(move |(unit, other)| self.may_renew(unit, begins(other))).map(|(_, other)| other)
    }

    /// Whether there is one in force on a day.
    fn hold_on(&self, day: Day) -> bool {
        self.lawful().any(|other| is_in_force(other, day))
    }

    /// When the next one begins after a day.
    fn next(&self, since: Day) -> Option<Day> {
        self.lawful().filter_map(|other| other.from.filter(|from| since < *from)).min()
    }

    /// Who else has one that is in force on a day, or begins later.
    fn told_by_another(&self, since: Day) -> Option<&'a UnitId> {
        let mut all = self.of_kind();
        let is_new = |other: &Licence| is_in_force(other, since) || other.from.is_some_and(|from| since < from);
        all.find(|(unit, other)| *unit != self.unit && is_new(other)).map(|(unit, _)| unit)
    }
}

fn is_in_force(licence: &Licence, on: Day) -> bool {
    licence.from.is_none_or(|from| from <= on) && licence.until.is_none_or(|until| on <= until)
}
