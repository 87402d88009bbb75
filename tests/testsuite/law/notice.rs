//! 信息通报 (四): to whom, by whom, when.

use super::edit::Edit::{self, Add, Head, Replace};
use super::registers::HN;
use super::{Case, Finds, MET, MET_LATE, Shows, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "四（四）",
        question_zh: "重大隐患处理后向有关单位通报了，是否落实？",
        question_en: "A major hazard was dealt with and others were notified: is the duty met?",
        expect: &[Stands("O31", MET), Silent("N05", ""), Shows("O31", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "自行检查发现的重大隐患已处理，始终未向任何单位通报？",
        question_en: "A major hazard of one's own inspection was dealt with, and nobody was ever notified?",
        change: &[HN],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "重大隐患处理后一个月才通报？",
        question_en: "Others were notified of a major hazard a month after it was dealt with?",
        change: &[HN, Add("notices/2025/yingji/011.toml", TOLD), LATER],
        expect: &[Stands("O31", MET_LATE), Finds("N05", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "通报共性问题而未提出工作意见建议？",
        question_en: "A notice on a common problem makes no suggestions?",
        change: &[Head("notices/2025/gongan/001.toml", "common = true\n")],
        expect: &[Stands("O38", UNMET), Finds("N09", "unmet", "notices/2025/gongan/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "他单位发文撤回本单位的通报？",
        question_en: "Another unit files a paper that withdraws one's notice?",
        change: &[Add("notices/2025/gongan/011.toml", WITHDRAWN_BY_GONGAN)],
        expect: &[
            Finds("F16", "form", "notices/2025/gongan/011"),
            Stands("O31", MET),
            Stands("O29", MET),
            Silent("N05", ""),
            Shows("O35", "notices/2025/yingji/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "区安委办自行撤回成员单位的通报，不是代录？",
        question_en: "The office itself withdraws a member's notice, and not on its behalf?",
        change: &[
            Add("notices/2025/anweiban/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/anweiban/011.toml", "云公分", "云区安委办"),
        ],
        expect: &[Finds("F16", "form", "notices/2025/anweiban/011"), Stands("O31", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "发出单位自己撤回重大隐患的通报，未另发？",
        question_en: "The unit that issued it withdraws its own notice on a major hazard and issues no other?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/yingji/011.toml", "云公分", "云区应急"),
        ],
        expect: &[Silent("F16", ""), Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "区安委办代录发出单位的撤回，注明了该单位的文号？",
        question_en: "The office enters the unit's own withdrawal and gives the number of its paper?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/yingji/011.toml", "doc_number = \"云公分〔2025〕50号\"\n", BY_PROXY),
        ],
        expect: &[Silent("F16", ""), Finds("N05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "区安委办凭电话代录成员单位的撤回，没有文号？",
        question_en: "The office enters a member's withdrawal from a telephone call, without any paper?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace(
                "notices/2025/yingji/011.toml",
                "doc_number = \"云公分〔2025〕50号\"\n",
                "entered_by = \"anweiban\"\nsource = \"电话（虚构）\"\n",
            ),
        ],
        expect: &[Finds("F16", "form", "notices/2025/yingji/011"), Silent("N05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "上级撤销了通报，由区安委办转录其文件？",
        question_en: "A superior revoked the notice, and the office transcribes that paper?",
        change: &[
            Add("notices/2025/anweiban/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/anweiban/011.toml", "doc_number = \"云公分〔2025〕50号\"\n", BY_PROXY),
        ],
        expect: &[Silent("F16", ""), Finds("N05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "撤回的日期早于被撤回的通报？",
        question_en: "A withdrawal bears an earlier day than the notice that it withdraws?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/yingji/011.toml", "issued = 2025-05-20", "issued = 2025-05-14"),
            Replace("notices/2025/yingji/011.toml", "on = 2025-05-20", "on = 2025-05-14"),
        ],
        expect: &[Silent("N05", ""), Shows("O35", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "他单位“更正”了未说明措施的通报，补写了措施？",
        question_en: "Another unit \"corrects\" a notice that states no measures, and states them?",
        change: &[WITHOUT_MEASURES, Add("notices/2025/gongan/011.toml", CORRECTION)],
        expect: &[
            Finds("F16", "form", "notices/2025/gongan/011"),
            Finds("N07", "unmet", "notices/2025/yingji/002"),
            Stands("O32", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "发出单位当日在另一台电脑登记更正，补写了措施？",
        question_en: "The unit itself corrects the notice on the same day from its other computer, with the measures?",
        change: &[
            HN,
            Add("notices/2025/yingji/b001.toml", TOLD),
            Replace("notices/2025/yingji/b001.toml", "measures = \"已撤出人员。\"\n", ""),
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "doc_type", "corrects = \"notices/2025/yingji/b001\"\ndoc_type"),
        ],
        expect: &[Silent("N07", ""), Stands("O32", MET), Silent("F16", "")],
        ..Case::USUAL
    },
];

/// A notice about the hazard of [`HN`], in order.
const TOLD: &str = r#"content = 2
about = ["hazards/2025/yingji/011"]
title = "关于绿水石场（虚构）重大隐患的通报"
measures = "已撤出人员。"
suggestions = "请属地协助警戒。"
issued = 2025-06-04
doc_type = "letter"
doc_number = "云区应急〔2025〕31号"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-06-04
way = "oa"

[review.share]
content = "隐患情况"
way = "书面送达"
"#;

/// That it went out a month after the hazard was dealt with.
const LATER: Edit = Edit::All(&[
    Replace("notices/2025/yingji/011.toml", "issued = 2025-06-04", "issued = 2025-07-03"),
    Replace("notices/2025/yingji/011.toml", "on = 2025-06-04", "on = 2025-07-03"),
]);

/// A paper that withdraws the notice on the major hazard of the joint enforcement.
const WITHDRAWN_BY_GONGAN: &str = r#"content = 2
title = "关于撤回大山石场（虚构）重大隐患通报的函"
issued = 2025-05-20
doc_type = "letter"
doc_number = "云公分〔2025〕50号"
withdraws = "notices/2025/yingji/002"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-05-20
way = "oa"

[review.share]
content = "全文"
way = "书面送达"
"#;

/// That the office entered it, and from which paper.
const BY_PROXY: &str = "entered_by = \"anweiban\"\nsource = \"云府函〔2025〕8号（虚构）\"\n";

/// The notice on that hazard without its measures.
const WITHOUT_MEASURES: Edit =
    Replace("notices/2025/yingji/002.toml", "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"\n", "");

/// A paper of the same day that corrects it and states the measures.
const CORRECTION: &str = r#"content = 2
about = ["hazards/2025/yingji/001"]
title = "关于更正大山石场（虚构）重大隐患通报的函"
measures = "现场撤出坡脚作业人员和设备。"
suggestions = "同前。"
issued = 2025-05-15
doc_type = "letter"
doc_number = "云区应急〔2025〕12号"
corrects = "notices/2025/yingji/002"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-05-15
way = "oa"

[review.share]
content = "全文"
way = "书面送达"
"#;
