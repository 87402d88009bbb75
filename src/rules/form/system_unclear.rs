//! A record that carries out a system belongs to one, and to one only: what counts nowhere is told, and what may count twice is asked.

use crate::model::{Belonging, Carrier, Day, FiledPath, Happening, Mechanism, System, SystemId};
use crate::rules::under::naming;
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F18",
    name: "system-unclear",
    nature: RuleNature::Form { since: 2 },
    title: Text::fixed("所属制度不明", "a record of no one system"),
    fires: Text::fixed(
        "会议、联合执法、通报、计划未写明所属制度，而登记单位属于同类制度中的几个；写明的制度不是这一类的，或当日施行的文本中没有；登记单位不属于任何一个同类制度，或机制没有这一类制度（后两种只作提醒，记录不计入任何制度）。只有一个同类制度、登记单位牵头其中一个或只属于其中一个的不判；施行以前的不判。",
        "A meeting, enforcement, notice or plan names no system and its unit belongs to several of the kind; or names one that is not of the kind or not in the text of the day; or its unit belongs to none of the kind, or the mechanism has none of the kind (these two are reminders: the record counts towards no system). Not where there is one of the kind, nor where the unit leads one or belongs to one only; nothing before the mechanism.",
    ),
    proves: None,
    remedy: Text::fixed(
        "写明所属制度（system）；登记单位不属于任何一个的，请办公室核对机制文件中的成员单位。",
        "Say of which system it is (system); where its unit belongs to none, please have the office check the members in the mechanism.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    let mechanism = &context.ledger.mechanism;
    let on = record.on().unwrap_or(context.today.min(Day::last_of(path.year)));
    let Some((carrier, named)) = record.carries().filter(|_| mechanism.begins() <= on) else { return };
    let (zh, en) = (carrier.word().zh, carrier.word().en);
    match mechanism.belonging(carrier, named, &path.unit, on) {
        Belonging::OneOf(systems) => {
            let (names_zh, names_en) = names(&systems);
            let what = tr!("未写明所属制度，可能属于{names_zh}"; "does not say of which system it is; it may be of {names_en}");
            out.report("system", what);
        }
        Belonging::Misnamed(system) if is_known(system, mechanism) => {
            let what = tr!(
                "所属制度 {system} 在 {on} 的文本中不是{zh}类制度";
                "names the system {system}, which by the text of {on} is carried out by no {en}"
            );
            out.report("system", what);
        }
        Belonging::Outside => {
            let unit = mechanism.short(&path.unit);
            let what = tr!(
                "{unit}不属于任何一个{zh}类制度，本记录不计入";
                "{unit} belongs to no system that is carried out by a {en}; the record counts towards none"
            );
            out.report("system", what).at_most(Level::Reminder);
        }
        Belonging::Nowhere if !is_asked(carrier, on, mechanism) => {
            let what = tr!(
                "机制在 {on} 没有{zh}类制度，本记录不计入";
                "by the text of {on} no system is carried out by a {en}; the record counts towards none"
            );
            out.report("", what).at_most(Level::Reminder);
        }
        // A reference to nothing another rule finds; what no system asks for, a duty may.
        Belonging::To(_) | Belonging::Misnamed(_) | Belonging::Nowhere => {}
    }
}

fn names(systems: &[&System]) -> (String, String) {
    let zh: Vec<String> = systems.iter().map(|system| format!("{}（{}）", system.name, system.id)).collect();
    let en: Vec<String> = systems.iter().map(|system| format!("{} ({})", system.name_en, system.id)).collect();
    (zh.join("、"), en.join(", "))
}

fn is_known(system: &SystemId, mechanism: &Mechanism) -> bool {
    mechanism.file.edition.iter().flat_map(|edition| &edition.system).any(|known| known.id == *system)
}

/// Whether something else than a system asks for such a record: a plan is mostly a duty of single units.
fn is_asked(carrier: Carrier, on: Day, mechanism: &Mechanism) -> bool {
    let asks = |rule: &'static str| naming(rule, on, mechanism).next().is_some();
    carrier == Carrier::Plan && (asks("plan-missing") || asks("plan-not-shared"))
}
