//! Registers that several cases begin with.

use super::edit::Edit::{self, Add, All, Head, Remove, Tail};

/// A further complete joint enforcement, of all eight units, with a summary and a circular.
pub(super) const E2: Edit = Add(
    "enforcements/2025/anweiban/002.toml",
    r#"title = "2025年第三季度联合执法（虚构）"
lead = "anweiban"
from = 2025-09-01
to = 2025-09-03
member_units = ["yingji", "gongan", "ziran", "shengtai", "zhujian", "xiaofang", "nongshui", "linye"]

[basis]
kind = "problem"
text = "采空区管理（虚构）"

[plan]
issued = 2025-08-25

[leader]
unit = "yingji"
name = "张某甲"

[[visits]]
mine = "lvshui"
on = 2025-09-02

[summary]
effects = "检查1座矿山。"
problems = "采空区管理。"
causes = "专业人员不足。"
requirements = "限期整改。"
submitted_by = "张某甲"
received = 2025-09-10

[circular]
issued = 2025-09-15
scope = "各成员单位和有关矿山"
to = ["yingji", "gongan", "ziran", "quzhengfu", "mines/lvshui"]

[[task]]
no = 11
text = "完善采空区监测（虚构）。"
lead = "mines/lvshui"
standing = true
"#,
);

/// The forestry bureau merged into another before the year began.
pub(super) const MERGED: Edit = All(&[
    Head("units/linye.toml", "until = 2024-12-31\nsuccessors = [\"lindi\"]\n"),
    Add("units/lindi.toml", "name = \"区林业和草原局（虚构）\"\nshort = \"林草\"\nsince = 2025-01-01\n"),
]);

/// The same, having found a major problem that was dealt with at once and that nobody took over.
pub(super) const E2_MAJOR: Edit = All(&[
    E2,
    Tail(
        "enforcements/2025/anweiban/002.toml",
        r#"[[problem]]
no = 1
mine = "lvshui"
text = "采空区顶板离层（虚构）。"
major = true
supervising_unit = "yingji"
due = 2025-10-10

[problem.onsite]
measure = "撤出人员。"
on = 2025-09-02
"#,
    ),
]);

/// A further major hazard, found by the unit itself, put right, re-inspected and closed; nobody was told of it.
pub(super) const HN: Edit = Add(
    "hazards/2025/yingji/011.toml",
    r#"mine = "lvshui"
found = 2025-06-03
source_kind = "inspection"
nature = "hazard"
major = true
criterion = "矿安〔2022〕88号 二（虚构适用）"
description = "排土场边坡裂缝（虚构）。"
reported_done = 2025-06-20

[onsite]
measure = "撤出人员。"
on = 2025-06-03

[rectification]
plan = "回填压实。"
due = 2025-06-25

[[reinspection]]
on = 2025-06-23
by = "yingji"
result = "passed"

[closed]
on = 2025-06-23
reason = "passed"
"#,
);

/// The major hazard that a team found, with nothing after its extension: not reported done, not re-inspected, not closed.
pub(super) const H0: Edit = All(&[
    Remove("hazards/2025/yingji/001.toml"),
    Add(
        "hazards/2025/yingji/001.toml",
        r#"mine = "dashan"
found = 2025-05-13
source_kind = "enforcement"
from = "enforcements/2025/anweiban/001#1"
nature = "hazard"
major = true
criterion = "矿安〔2022〕88号 二（虚构适用）"
description = "南侧边坡存在贯通裂缝，坡脚仍在作业。"
duties = ["1.1.4"]

[onsite]
measure = "撤出坡脚作业人员和设备，设置警戒。"
on = 2025-05-13

[rectification]
plan = "削坡减载，增设监测点，完善截排水。"
due = 2025-06-13

[[extension]]
asked = 2025-06-05
approved_by = "张某甲"
approved_on = 2025-06-09
new_due = 2025-06-27
"#,
    ),
]);

/// A member whose only liaison left in February.
pub(super) const GAP: Edit = All(&[
    Remove("people/linye.toml"),
    Add(
        "people/linye.toml",
        r#"[[liaison]]
name = "林某甲（虚构）"
phone = "0766-0000000"
since = 2024-08-15
until = 2025-02-01
reported = 2024-08-20
"#,
    ),
]);

/// A member whose second liaison has no telephone.
pub(super) const LATER: Edit = All(&[
    GAP,
    Tail(
        "people/linye.toml",
        r#"[[liaison]]
name = "林某乙（虚构）"
since = 2025-02-02
reported = 2025-02-05
"#,
    ),
]);

/// A mine that was ordered to suspend production.
pub(super) const SUSPENDED: Edit = Add(
    "orders/2025/yingji/011.toml",
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n",
);

/// And that may blast.
pub(super) const PERMIT: Edit = Add(
    "mines/xishan/gongan.toml",
    "[[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆001\"\nfrom = 2024-01-01\nuntil = 2026-12-31\n",
);
