//! Files that are there and cannot be read: what they might have shown is unknown, never a breach and never met. What is shown without them
//! stands.

use super::edit::Edit::{Add, Remove, Replace};
use super::registers::H0;
use super::{Case, Finds, MET, Notes, REMINDER, Silent, Stands, UNKNOWN, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "四（三）、四（四）",
        question_zh: "停止作业的通报文件读不出来，是否未通报？",
        question_en: "The file of the notice on a stop-work order cannot be read: was nobody told?",
        unreadable: &["notices/2025/yingji/003"],
        expect: &[
            Stands("O29", UNKNOWN),
            Stands("O31", UNKNOWN),
            Silent("N02", ""),
            Silent("N05", ""),
            Notes("O29", "未能读出"),
            // One and the same file may be in order or not as a notice.
            Stands("O34", UNKNOWN),
            Stands("O28", MET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "没有通报，只有不相干单位的一份通报读不出来？",
        question_en: "There is no notice, and a file of a unit that has nothing to do with it cannot be read?",
        change: &[Remove("notices/2025/yingji/003.toml")],
        unreadable: &["notices/2025/linye/011"],
        expect: &[Stands("O29", UNMET), Finds("N02", "unmet", "orders/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "没有通报，上一年度的通报文件读不出来？",
        question_en: "There is no notice, and a file of the year before cannot be read?",
        change: &[Remove("notices/2025/yingji/003.toml")],
        unreadable: &["notices/2024/yingji/011"],
        expect: &[Stands("O29", UNMET), Finds("N02", "unmet", "orders/2025/yingji/003"), Stands("O34", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "没有通报，下一年度的通报文件读不出来？",
        question_en: "There is no notice, and a file of the next year cannot be read?",
        change: &[Remove("notices/2025/yingji/003.toml")],
        unreadable: &["notices/2026/yingji/001"],
        as_of: "2026-02-01",
        expect: &[Stands("O29", UNKNOWN), Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）、二（五）",
        question_zh: "唯一一次会议的文件读不出来？",
        question_en: "The file of the only meeting cannot be read?",
        unreadable: &["meetings/2025/anweiban/001"],
        expect: &[
            Stands("O3", UNKNOWN),
            Stands("O4", UNKNOWN),
            Stands("O7", UNKNOWN),
            Stands("O9", UNKNOWN),
            Silent("Y01", ""),
            Notes("O4", "未能读出"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）、二（五）",
        question_zh: "另一次会议的文件读不出来，次数已够？",
        question_en: "The file of a second meeting cannot be read, and one is enough?",
        unreadable: &["meetings/2025/anweiban/002"],
        expect: &[Stands("O4", MET), Stands("O7", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "唯一一次联合执法的文件读不出来？",
        question_en: "The file of the only joint enforcement cannot be read?",
        unreadable: &["enforcements/2025/anweiban/001"],
        expect: &[Stands("O14", UNKNOWN), Stands("O15", UNKNOWN), Stands("O23", UNKNOWN), Silent("Y01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "接收重大问题的隐患文件读不出来？",
        question_en: "The file of the hazard that was made of a major problem cannot be read?",
        unreadable: &["hazards/2025/yingji/001"],
        year: 2025,
        as_of: "2026-06-30",
        expect: &[Stands("O21", UNKNOWN), Stands("O22", UNKNOWN), Silent("H03", ""), Silent("H13", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "另一条隐患超期未督促，读不出的文件改变不了？",
        question_en: "Another hazard is past its term and was not urged: does a file that cannot be read change that?",
        change: &[H0],
        unreadable: &["hazards/2025/yingji/002"],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "超期的隐患，监管部门有一份文书读不出来？",
        question_en: "It is past its term, and an order of the department cannot be read?",
        change: &[H0],
        unreadable: &["orders/2025/yingji/091"],
        expect: &[Stands("O21", UNKNOWN), Silent("H05", ""), Stands("O19", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "超期的隐患，他单位有一份回应读不出来？",
        question_en: "It is past its term, and a response of another unit cannot be read?",
        change: &[H0],
        unreadable: &["responses/2025/linye/091"],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的文件读不出来？",
        question_en: "The file of the yearly plan cannot be read?",
        unreadable: &["plans/2025/yingji/001"],
        expect: &[Stands("O45", UNKNOWN), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "没有年度计划，他单位的计划文件读不出来？",
        question_en: "There is no yearly plan, and the file of another unit's cannot be read?",
        change: &[Remove("plans/2025/yingji/001.toml")],
        unreadable: &["plans/2025/ziran/001"],
        expect: &[Stands("O45", UNMET), Finds("P01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "一个单位的人员文件读不出来？",
        question_en: "The file of the people of one unit cannot be read?",
        unreadable: &["people/linye"],
        expect: &[Stands("O42", UNKNOWN), Silent("L01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报完成的回应读不出来，议定事项是否逾期？",
        question_en: "The word that a task is done cannot be read: is it past its term?",
        change: &[Remove("responses/2025/anweiban/001.toml")],
        unreadable: &["responses/2025/yingji/003"],
        expect: &[Stands("O10", UNKNOWN), Silent("T02", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示文件读不出来？",
        question_en: "The file of the request upward cannot be read?",
        unreadable: &["upward/2025/anweiban/001"],
        as_of: "2026-06-30",
        expect: &[Stands("O11", UNKNOWN), Silent("M10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）4",
        question_zh: "农水自己的请示读不出来，与会议未决问题有无关系？",
        question_en: "A request of the water bureau in its own line cannot be read: does that touch the question of the meeting?",
        unreadable: &["upward/2025/nongshui/001"],
        expect: &[Stands("O11", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "执法文书的文件读不出来？",
        question_en: "The file of an order cannot be read?",
        unreadable: &["orders/2025/yingji/003"],
        expect: &[Stands("O19", UNKNOWN), Stands("O29", UNKNOWN), Stands("O46", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）1",
        question_zh: "公安的证照文件读不出来，自然资源的职责是否受影响？",
        question_en: "The police's file of licences cannot be read: does that touch the natural resources bureau?",
        unreadable: &["mines/xishan/gongan"],
        expect: &[Stands("O57", UNKNOWN), Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "通报逾期未见正式文件，更正通报的文件读不出来？",
        question_en: "A notice states no measures, and the file of a further notice of the unit cannot be read?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"\n",
            "",
        )],
        unreadable: &["notices/2025/yingji/012"],
        expect: &[Stands("O32", UNKNOWN), Silent("N07", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核在印发之后，另一份文件读不出来？",
        question_en: "A notice was reviewed after it went out, and another file cannot be read?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-15",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-20",
        )],
        unreadable: &["notices/2025/yingji/012"],
        expect: &[Stands("O35", UNMET), Finds("N10", "unmet", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "施行以前年度的文件读不出来？",
        question_en: "A file of a year before the regulation cannot be read?",
        unreadable: &["notices/2023/yingji/001"],
        expect: &[Stands("O29", MET), Stands("O34", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "监管单位自己的单位文件读不出来，它是不是监管部门？",
        question_en: "The file of the supervising unit itself cannot be read: is it no department?",
        unreadable: &["units/yingji"],
        expect: &[Silent("H02", ""), Silent("H12", ""), Stands("O21", MET), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山的档案读不出来？",
        question_en: "The file of a mine that was stopped cannot be read?",
        unreadable: &["mines/xishan/base"],
        expect: &[Silent("F01", ""), Stands("O46", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产后公安没有登记封存，公安有一份回应读不出来？",
        question_en: "A mine was stopped, the police recorded nothing, and a response of theirs cannot be read?",
        change: &[
            Add("orders/2025/yingji/011.toml", "kind = \"suspend-production\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n"),
            Add("mines/xishan/gongan.toml", "[[licence]]\nkind = \"blasting\"\nfrom = 2024-01-01\nuntil = 2026-12-31\n"),
        ],
        unreadable: &["responses/2025/gongan/091"],
        expect: &[Stands("O46", UNKNOWN), Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，读不出的是林业的回应？",
        question_en: "And the response that cannot be read is the forestry bureau's?",
        change: &[
            Add("orders/2025/yingji/011.toml", "kind = \"suspend-production\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n"),
            Add("mines/xishan/gongan.toml", "[[licence]]\nkind = \"blasting\"\nfrom = 2024-01-01\nuntil = 2026-12-31\n"),
        ],
        unreadable: &["responses/2025/linye/091"],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
];
