//! 一（一）1, 一（四）1, 一（六）2, 一（七）3, 一（十）1: a licence past its last day at a mine that works, as far as the register shows.

use crate::model::{Day, Kind, Licence, LicenceKind, Licences, Mechanism, MineId, RecordPath, UnitId, plain_name};
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
        "矿山档案中某单位所发的采矿许可证、安全生产许可证、爆破作业许可证、排污许可证、使用林地审核同意书已过有效期，发证单位（档案所属单位，写明发证机关 authority 的为该单位）或者其承接单位的档案中没有其他有效的同类证照，也没有未解除的停止作业、停产停业、暂扣或吊销证照文书。其他单位档案所记的新证只是其说法，照录，不算换证。后来换了证的，其间无证的一段照判；后来关闭的，判到关闭之前为止，关闭以后到期的不判。条文要求负责监管、组织查处的为提醒，要求指导、监督的（安全生产许可证、使用林地审核同意书）只作建议。未登记有效期止的、其他证照不判；矿山是否实际生产不由程序判定。",
        "A mining licence, work safety licence, blasting permit, discharge permit or forest land permit that a unit keeps in a mine's file is past its last day, that unit (or the one that the licence names as its authority) and its successor keep no other of its kind in force, and no order that stops it or takes its licence stands. A new one in the file of another unit is only its word: it is told and renews nothing. Where a new one followed, the time between is judged; where the mine was closed since, the time before that. Not what ended after the mine was closed. A reminder where the clause has the unit control or prosecute, advice where it asks to guide or supervise (work safety, forest land). Not licences without a last day, nor other kinds; whether the mine really works no program can judge.",
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
            if renewals.hold_on(since) {
                continue;
            }
            if last < since {
                continue;
            }
            let next = renewals.next(since).filter(|next| *next <= last);
            if stopped_on(mine, next.map_or(last, |_| since), context) {
                continue;
            }
            let told_by = renewals.told_by_another(since);
            let found = ExpiredLicence { at, kind: licence.kind, ended, since, next, closed, told_by };
            if next.is_some() || !is_followed(licence, file, last) {
                report((mine, unit), &found, level, context, out);
            }
        }
    }
}

fn report(
    (mine, unit): (&MineId, &UnitId),
    lapse: &ExpiredLicence<'_>,
    level: Level,
    context: &Context<'_>,
    out: &mut RegisterFindings,
) {
    let mechanism = &context.ledger.mechanism;
    let ExpiredLicence { at, kind, ended, since, next, closed, told_by } = *lapse;
    let Some((id, _)) =
        units_bound(RULE.name, since, &context.ledger.mechanism).find(|(_, bound)| mechanism.stands_for(unit, bound, since))
    else {
        return;
    };
    let (name, kind) = (mechanism.mine_name(mine), kind.word());
    let (zh, en) = (kind.zh, kind.en);
    let path = RecordPath::Licences(mine.clone(), unit.clone());
    let key = format!("licence[{at}].until");
    if let Some(next) = next {
        let days = since.days_until(next);
        let what = tr!(
            "{name}的{zh}于 {ended} 到期，新证自 {next} 起，其间 {days} 天无证，台账中未见停产或者关闭的登记";
            "the {en} of {name} ended on {ended} and the next began on {next}: for {days} days there was none, and the register does not show that the mine was stopped"
        );
        let report = out.report_at(path, since, key, what);
        report.by(unit).of_obligation(id).at_most(level).lasting(since, next.minus(1)).late();
        return;
    }
    if let Some(closed) = closed {
        let days = since.days_until(closed);
        let what = tr!(
            "{name}的{zh}于 {ended} 到期，到 {closed} 矿山关闭，其间 {days} 天无证，台账中未见换证或者停产的登记";
            "the {en} of {name} ended on {ended} and the mine was closed on {closed}: for {days} days there was none, and the register shows neither a new one nor that the mine was stopped"
        );
        let report = out.report_at(path, since, key, what);
        report.by(unit).of_obligation(id).at_most(level).lasting(since, closed.minus(1)).late();
        return;
    }
    let what = if let Some(other) = told_by {
        let (other, own) = (mechanism.short(other), mechanism.short(unit));
        tr!(
            "{name}的{zh}已于 {ended} 到期；{other}的档案记有新证，而登记该证照的{own}没有登记换证，请核对";
            "the {en} of {name} ended on {ended}; a new one stands in the file of {other}, and {own}, which keeps it, has filed none: please check"
        )
    } else {
        tr!(
            "{name}的{zh}已于 {ended} 到期，台账中未见换证、停产或者关闭的登记";
            "the {en} of {name} ended on {ended}; the register shows neither a new one nor that the mine was stopped or closed"
        )
    };
    let report = out.report_at(path, since, key, what);
    report.by(unit).of_obligation(id).at_most(level).lasting(since, context.today);
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
