//! 一（一）1, 一（四）1, 一（六）2, 一（七）3, 一（十）1: a licence past its last day at a mine that works, as far as the register shows.

use crate::model::{Day, Kind, Licence, LicenceKind, Licences, Mechanism, MineId, RecordPath, UnitId};
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
        "矿山档案中某单位所发的采矿许可证、安全生产许可证、爆破作业许可证、排污许可证、使用林地审核同意书已过有效期，该矿没有其他有效的同类证照，未登记关闭，也没有未解除的停止作业、停产停业、暂扣或吊销证照、关闭文书。后来换了证的，其间无证的一段照判；后来关闭的不再判。条文要求负责监管、组织查处的为提醒，要求指导、监督的（安全生产许可证、使用林地审核同意书）只作建议。未登记有效期止的、其他证照不判；矿山是否实际生产不由程序判定。",
        "A mining licence, work safety licence, blasting permit, discharge permit or forest land permit that a unit keeps in a mine's file is past its last day, the mine has no other of its kind in force, is not recorded as closed, and no order that stops or closes it or takes its licence stands. Where a new one followed, the time between is judged; where the mine was closed since, nothing is. A reminder where the clause has the unit control or prosecute, advice where it asks to guide or supervise (work safety, forest land). Not licences without a last day, nor other kinds; whether the mine really works no program can judge.",
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
        let closed = mechanism.mines.get(mine).and_then(|mine| mine.closed).is_some_and(|closed| closed <= context.today);
        if closed {
            continue;
        }
        for (at, licence) in file.licence.iter().enumerate() {
            let Some(level) = level(licence.kind) else { continue };
            let Some(ended) = licence.until.filter(|until| *until < context.today) else { continue };
            let since = ended.plus(1).max(mechanism.begins());
            if holds(mine, licence, mechanism, since) {
                continue;
            }
            let next = next(mine, licence, since, mechanism).filter(|next| *next <= context.today);
            if stopped_on(mine, next.map_or(context.today, |_| since), context) {
                continue;
            }
            let found = Lapse { at, kind: licence.kind, ended, since, next };
            if next.is_some() || !is_followed(licence, file, context.today) {
                report((mine, unit), &found, level, context, out);
            }
        }
    }
}

fn report((mine, unit): (&MineId, &UnitId), lapse: &Lapse, level: Level, context: &Context<'_>, out: &mut RegisterFindings) {
    let mechanism = &context.ledger.mechanism;
    let Lapse { at, kind, ended, since, next } = *lapse;
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
    let what = tr!(
        "{name}的{zh}已于 {ended} 到期，台账中未见换证、停产或者关闭的登记";
        "the {en} of {name} ended on {ended}; the register shows neither a new one nor that the mine was stopped or closed"
    );
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
struct Lapse {
    at: usize,
    kind: LicenceKind,
    ended: Day,
    /// From when there was none.
    since: Day,
    /// When the next one of its kind begins.
    next: Option<Day>,
}

/// When the next licence of a kind begins, whoever entered it.
fn next(mine: &MineId, licence: &Licence, since: Day, mechanism: &Mechanism) -> Option<Day> {
    let others = mechanism.licences_at(mine).filter(|other| other.kind == licence.kind);
    others.filter_map(|other| other.from.filter(|from| since < *from)).min()
}

/// Whether another of its kind that has begun ended later: of several that ran out the last is told.
fn is_followed(licence: &Licence, file: &Licences, today: Day) -> bool {
    let later = |other: &Licence| other.until > licence.until && other.from.is_none_or(|from| from <= today);
    file.licence.iter().any(|other| other.kind == licence.kind && later(other))
}

/// Whether the mine has a licence of the same kind in force, whoever entered it.
fn holds(mine: &MineId, licence: &Licence, mechanism: &Mechanism, today: Day) -> bool {
    mechanism.licences_at(mine).any(|other| {
        let begun = other.from.is_none_or(|from| from <= today);
        other.kind == licence.kind && begun && other.until.is_none_or(|until| today <= until)
    })
}
