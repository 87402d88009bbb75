//! The kinds of records, one file each, and the one list of them.

mod accident;
mod agenda;
mod bodies;
mod calendar;
mod clauses;
mod directive;
mod duties;
mod enforcement;
mod facility;
mod hazard;
mod keys;
mod lead;
mod mechanism;
mod meeting;
mod mine;
mod notice;
mod obligations;
mod order;
mod people;
mod plan;
mod response;
mod setting_sort;
mod settings;
mod task;
mod unit;
mod upward;
mod waiver;

pub use accident::*;
pub use agenda::*;
pub use bodies::*;
pub use calendar::*;
pub use clauses::*;
pub use directive::*;
pub use duties::*;
pub use enforcement::*;
pub use facility::*;
pub use hazard::*;
pub use keys::*;
pub use lead::*;
pub use mechanism::*;
pub use meeting::*;
pub use mine::*;
pub use notice::*;
pub use obligations::*;
pub use order::*;
pub use people::*;
pub use plan::*;
pub use response::*;
pub use setting_sort::SettingSort;
pub use settings::*;
pub use task::*;
pub use unit::*;
pub use upward::*;
pub use waiver::*;

/// Calls a macro with every kind of record. From a line here and the file of its type follow the variant of [`Kind`](super::Kind) and
/// [`Record`](super::Record), its paths, its reader and writer, its collection in the [`Ledger`](super::Ledger) and the
/// [`Scope`](crate::rules::Scope) of rules about it.
///
/// - Of files there is one, or one a unit, year or mine: `Kind: Type { folder or name, Chinese, English, how it changes, of what there
///   is one }`.
/// - Happenings are numbered by year and unit: `Kind: folder { Chinese, English, how it changes, the keys that tell its records
///   apart, the most telling first }`. The type is called like the kind, the collection like the folder.
macro_rules! every_kind {
    ($then:ident) => {
        $then! {
            files {
                /// `mechanism.toml`.
                Mechanism: MechanismFile { "mechanism", "机制", "mechanism", Free, Single }
                /// `obligations.toml`.
                Obligations: ObligationsFile { "obligations", "义务", "obligations", Free, Single }
                /// `settings.toml`.
                Settings: SettingsFile { "settings", "设置", "settings", Free, Single }
                /// `clauses.toml`.
                Clauses: ClausesFile { "clauses", "条款", "clauses", Free, Single }
                /// `bodies.toml`.
                Bodies: BodiesFile { "bodies", "机构", "bodies", Free, Single }
                /// `units/<unit>.toml`.
                Unit: Unit { "units", "单位", "unit", Free, OfUnit }
                /// `duties/<unit>.toml`.
                Duties: DutiesFile { "duties", "职责", "duties", Free, OfUnit }
                /// `people/<unit>.toml`.
                People: People { "people", "人员", "people", Free, OfUnit }
                /// `keys/<unit>.toml`.
                Keys: KeysFile { "keys", "密钥", "keys", Free, OfUnit }
                /// `calendar/<year>.toml`.
                Calendar: CalendarFile { "calendar", "日历", "calendar", Free, OfYear }
                /// `mines/<mine>/base.toml`.
                Mine: Mine { "mines", "矿山", "mine", Free, OfMine }
                /// `mines/<mine>/<unit>.toml`.
                Licences: Licences { "mines/", "证照", "licences", Free, OfMine }
            }
            happenings {
                /// 年度监督检查计划.
                Plan: plans { "计划", "plan", Frozen, ["year", "title", "system", "issued", "doc_number", "shared_by"] }
                /// 线索.
                Lead: leads { "线索", "lead", Monotone, ["received", "trigger", "mine", "title", "assigned_to", "result"] }
                /// 执法文书.
                Order: orders { "文书", "order", Frozen, ["kind", "at", "mine", "number", "until", "lifted"] }
                /// “三同时”检查.
                Facility: facilities { "三同时", "facility", Frozen, ["on", "mine", "project", "kind", "state", "made_good"] }
                /// 隐患.
                Hazard: hazards { "隐患", "hazard", Monotone, ["mine", "found", "major", "description", "reported_done", "closed"] }
                /// 生产安全事故.
                Accident: accidents { "事故", "accident", Monotone, ["occurred", "mine", "grade", "rescue", "inquiry", "concluded"] }
                /// 信息通报.
                Notice: notices { "通报", "notice", Frozen, ["title", "system", "issued", "doc_number", "content", "trigger"] }
                /// 议题.
                Agenda: agenda { "议题", "agenda", Monotone, ["title", "task", "submitted", "meeting"] }
                /// 收文.
                Directive: directives { "收文", "directive", Monotone, ["kind", "sender", "title", "number", "received", "proposal", "carried"] }
                /// 联席会议.
                Meeting: meetings { "会议", "meeting", Monotone, ["title", "system", "planned", "held", "task", "unresolved", "minutes"] }
                /// 联合执法.
                Enforcement: enforcements { "执法", "enforcement", Monotone, ["title", "system", "from", "to", "visits", "problem", "circular"] }
                /// 回应.
                Response: responses { "回应", "response", Frozen, ["kind", "to", "clause", "on", "text"] }
                /// 上报.
                Upward: upward { "上报", "upward", Frozen, ["kind", "to", "title", "on", "doc_number", "reply"] }
                /// 情况说明.
                Waiver: waivers { "说明", "waiver", Frozen, ["obligation", "period", "reason", "on", "until"] }
            }
        }
    };
}
pub(crate) use every_kind;
