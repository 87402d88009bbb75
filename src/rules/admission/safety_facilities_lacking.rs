//! 一（一）6: 依法监督非煤矿山企业新建、改建、扩建项目的安全设施、设备与主体工程同时设计、同时施工、同时投入使用情况.

use super::facilities::judge;
use crate::model::FacilityKind;
use crate::rules::{Reach, Rule, RuleNature, Scope};
use crate::text::Text;

pub(crate) static RULE: Rule = Rule {
    code: "B01",
    name: "safety-facilities-lacking",
    nature: RuleNature::Conduct,
    title: Text::fixed("安全设施未落实“三同时”而已投产", "works in use without their safety facilities"),
    fires: Text::fixed(
        "负有此项职责的单位登记某项目的安全设施未落实“三同时”，主体工程已投产（in_use），而未登记已补充落实，矿山也没有未解除的停止作业、停产停业、暂扣或吊销证照、关闭文书。条文要求的是监督检查，因此只作建议。其他单位登记的、未投产的、已关闭的矿山不判。",
        "The unit that has this duty found the safety facilities of a project lacking, the works are in use (in_use), it is not recorded that this was made good, and no order that stops or closes the mine or takes its licence stands. The clause asks to supervise, so it is advice only. Not findings of other units, works not in use or mines that are closed.",
    ),
    proves: Some(Text::fixed("该单位对安全设施“三同时”的检查登记。", "A finding of that unit on safety facilities.")),
    remedy: Text::fixed(
        "已补充落实的，用 facility done 登记；未落实的，依法督促企业落实或者停止使用。",
        "If it was made good, file that with facility done; if not, have the mine do it or stop using the works.",
    ),
    reach: Reach::SameMine,
    scope: Scope::Facility(|facility, context, out| judge(&RULE, FacilityKind::Safety, facility, context, out)),
};
