//! What stands twice under one id holds twice: whichever is read first is followed, and the other is not seen.

use super::report;
use super::validity::Validity;
use crate::model::{Kind, Mechanism};
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G03",
    name: "listed-twice",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("同一代号列了两次", "one id that stands twice"),
    fires: Text::fixed(
        "义务编号、条款号、设置、制度、机构的代号，版本的施行日期，或一个制度的成员单位，列了两次。经修订的义务、条款、设置按起止日期各列一次，不重叠的不判。",
        "The id of an obligation, clause, setting, system or body, the first day of an edition, or a member of a system stands twice. One that was amended stands once for each of its texts, with the days on which they hold; those that do not overlap are in order.",
    ),
    proves: None,
    remedy: Text::fixed(
        "删去多余的一个；修订前后的两个文本，请写明起止日期（since、until）。",
        "Remove one of them; of two texts of the same, say from when to when each holds (since, until).",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// Something listed: its file, the key of its id there, and what makes it the same as another.
struct Listed {
    file: Kind,
    key: String,
    called: Text,
    same: Vec<String>,
    holds: Validity,
}

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let listed = all(&context.ledger.mechanism);
    for (at, one) in listed.iter().enumerate() {
        if listed[..at].iter().any(|other| other.file == one.file && other.same == one.same && other.holds.meets(one.holds)) {
            let (zh, en) = (one.called.zh(), one.called.en());
            let what = tr!("{zh} 列了两次，只有一个起作用"; "{en} stands twice; only one of the two is followed");
            report(one.file, one.key.clone(), what, context, out);
        }
    }
}

fn all(mechanism: &Mechanism) -> Vec<Listed> {
    let always = Validity::ALWAYS;
    let mut all = Vec::new();
    let mut add = |file, key: String, called: Text, same: &[&str], holds| {
        all.push(Listed { file, key, called, same: same.iter().map(ToString::to_string).collect(), holds });
    };
    for (at, obligation) in mechanism.obligations.iter().enumerate() {
        let (key, id) = (format!("obligation[{at}].id"), obligation.id.to_string());
        add(Kind::Obligations, key, tr!("义务 {id}"; "the obligation {id}"), &[&id], Validity::of_obligation(obligation));
    }
    for (at, clause) in mechanism.clauses.iter().enumerate() {
        let (key, id, since) = (format!("clause[{at}].key"), clause.key.to_string(), format!("{:?}", clause.since));
        add(Kind::Clauses, key, tr!("条款 {id}"; "the clause {id}"), &[&id, &since], always);
    }
    for (at, setting) in mechanism.settings.setting.iter().enumerate() {
        let (key, id, since) = (format!("setting[{at}].id"), setting.id.to_string(), format!("{:?}", setting.since));
        add(Kind::Settings, key, tr!("设置 {id}"; "the setting {id}"), &[&id, &since], always);
    }
    for (at, body) in mechanism.bodies.iter().enumerate() {
        let (key, id) = (format!("body[{at}].id"), body.id.to_string());
        add(Kind::Bodies, key, tr!("机构 {id}"; "the body {id}"), &[&id], always);
    }
    for (at, edition) in mechanism.file.edition.iter().enumerate() {
        let (edition_key, from) = (format!("edition[{at}]"), edition.from.to_string());
        let called = tr!("{from} 施行的版本"; "the edition of {from}");
        add(Kind::Mechanism, format!("{edition_key}.from"), called, &["edition", &from], always);
        for (nth, system) in edition.system.iter().enumerate() {
            let (key, id) = (format!("{edition_key}.system[{nth}]"), system.id.as_str());
            let called = tr!("{from} 版本的制度 {id}"; "the system {id} of the edition of {from}");
            add(Kind::Mechanism, format!("{key}.id"), called, &["system", &edition_key, id], always);
            for (place, member) in system.members.iter().enumerate() {
                let called = tr!("制度 {id} 的成员单位 {member}"; "the member {member} of the system {id}");
                add(Kind::Mechanism, format!("{key}.members[{place}]"), called, &["member", &key, member.as_str()], always);
            }
        }
    }
    all
}
