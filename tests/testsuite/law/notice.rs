//! 信息通报 (四): to whom, by whom, when.

use super::edit::Edit::{self, Add, Head, Remove, Replace, Tail};
use super::registers::{E2_MAJOR, HN, MERGED};
use super::{
    ADVICE, Acts, Awaits, Case, DEFINED, Finds, MET, MET_LATE, Notes, REMINDER, Says, Shows, ShowsNot, Silent, Stands, UNKNOWN,
    UNMET,
};

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
            Shows("O35", "notices/2025/yingji/003"),
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
        expect: &[Silent("F16", ""), Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/002")],
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
        expect: &[Silent("F16", ""), Finds("N05", "unmet", "hazards/2025/yingji/002")],
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
        expect: &[Silent("F16", ""), Finds("N05", "unmet", "hazards/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "撤回的日期早于被撤回的通报？",
        question_en: "A withdrawal bears an earlier day than the notice that it withdraws?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/yingji/011.toml", "issued = 2025-07-25", "issued = 2025-07-20"),
            Replace("notices/2025/yingji/011.toml", "on = 2025-07-25", "on = 2025-07-20"),
        ],
        expect: &[Silent("N05", ""), Shows("O35", "notices/2025/yingji/003")],
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
    Case {
        clause: "四（四）",
        question_zh: "通报只发给本单位自己？",
        question_en: "A notice went to the unit itself only?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"yingji\"\n"),
        ],
        expect: &[Stands("O31", UNMET), Says("N05", "hazards/2025/yingji/011", "未发给任何有关单位")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报只发给矿山？",
        question_en: "A notice went to the mine only?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace(
                "notices/2025/yingji/011.toml",
                "[[to]]\nwho = \"ziran\"\n",
                "[[to]]\nwho = \"mines/lvshui\"\n[[to]]\nwho = \"kuangshanqiye\"\n",
            ),
        ],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报没有主送？",
        question_en: "A notice went to nobody?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", ""),
        ],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011"), Stands("O34", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报只报区政府（不是有关单位，应用报告）？",
        question_en: "A notice went to the district government only, which is reported to and not notified?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"quzhengfu\"\n"),
        ],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报只发给已撤并的单位？",
        question_en: "A notice went only to a unit that was dissolved by then?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Add("units/shuiwu.toml", DISSOLVED),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"shuiwu\"\n"),
        ],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报只发区安委办？",
        question_en: "A notice went to the office alone?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"anweiban\"\n"),
        ],
        expect: &[
            Stands("O31", MET),
            Silent("N05", ""),
            Stands("O30", ADVICE),
            Finds("N17", "advice", "notices/2025/yingji/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）、四（四）",
        question_zh: "区安委办设在应急管理局，重要通报只发该局？",
        question_en: "The office is a member, to which alone an important notice went?",
        change: &[
            Replace("mechanism.toml", "office = \"anweiban\"", "office = \"yingji\""),
            Replace("notices/2025/ziran/001.toml", "[[to]]\nwho = \"gongan\"\nwhy = \"1.4.1\"\n\n", ""),
        ],
        expect: &[Silent("N17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报只发属地镇街？",
        question_en: "A notice went to the town alone?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"silao\"\n"),
        ],
        expect: &[Stands("O31", MET), Silent("N05", ""), Silent("N17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报早于隐患发现？",
        question_en: "A notice bears an earlier day than the finding of the hazard?",
        change: &[HN, Add("notices/2025/yingji/011.toml", TOLD), EARLIER],
        expect: &[Stands("O31", UNMET), Says("N05", "hazards/2025/yingji/011", "早于该事项")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "零报告的“涉及事项”里列了重大隐患？",
        question_en: "A report that there is nothing to tell names a major hazard as what it is about?",
        change: &[HN, Add("notices/2025/yingji/011.toml", TOLD), Head("notices/2025/yingji/011.toml", "none_for = 2025\n")],
        expect: &[Stands("O31", UNMET), Says("N05", "hazards/2025/yingji/011", "零报告")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "他单位自行就本单位的重大隐患发了通报？",
        question_en: "A neighbour issued a notice about one's own major hazard?",
        change: &[HN, Add("notices/2025/gongan/011.toml", TOLD)],
        expect: &[Stands("O31", UNMET), Says("N05", "hazards/2025/yingji/011", "他单位")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "区安委办就成员单位的重大隐患发了通报？",
        question_en: "The office issued the notice about a member's major hazard?",
        change: &[HN, Add("notices/2025/anweiban/011.toml", TOLD)],
        expect: &[Stands("O31", MET), Silent("N05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "重大隐患只有口头先行告知，始终无正式文件？",
        question_en: "Word of a major hazard was given by telephone and no paper ever followed?",
        change: &[HN, Add("notices/2025/yingji/011.toml", WORD)],
        expect: &[Stands("O31", UNMET), Says("N05", "hazards/2025/yingji/011", "只见先行告知"), Stands("O34", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "口头告知在“同时”时限内，正式文件在通报时限内印发？",
        question_en: "Word was given at once and the paper followed within its own term?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            LATER,
            Replace("notices/2025/yingji/011.toml", "issued = 2025-07-03", "issued = 2025-06-09"),
            Replace(
                "notices/2025/yingji/011.toml",
                "[review]\n",
                "[preliminary]\nat = 2025-06-05T09:00:00\nby = \"张某乙\"\nto = [\"ziran\"]\nway = \"telephone\"\n\n[review]\n",
            ),
            Replace("notices/2025/yingji/011.toml", "on = 2025-07-03", "on = 2025-06-09"),
        ],
        expect: &[Stands("O31", MET), Silent("N05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "联合执法发现重大问题，当场处置，无人接收，联合执法通报也未就该矿提出要求？",
        question_en: "A joint enforcement found something major, dealt with it, nobody took it over, and its circular demands nothing of that mine?",
        change: &[E2_MAJOR, Replace("enforcements/2025/anweiban/002.toml", "lead = \"mines/lvshui\"", "lead = \"mines/dashan\"")],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）、三（七）",
        question_zh: "联合执法通报写明重大问题、措施和要求，发给成员单位？",
        question_en: "The circular on the enforcement gave the major problem, the measures and the demands to members?",
        change: &[E2_MAJOR, CIRCULAR_SOON],
        expect: &[Stands("O31", MET), Silent("N05", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "联合执法只发现一般问题，未另行通报？",
        question_en: "A joint enforcement found only ordinary problems, of which there was no notice?",
        change: &[E2_MAJOR, Replace("enforcements/2025/anweiban/002.toml", "major = true\n", "")],
        expect: &[Silent("N05", "enforcements/2025/anweiban/002"), Stands("O31", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "一般隐患以责令停止作业处理，未通报？",
        question_en: "An ordinary hazard was answered by stopping work, and nobody was notified?",
        change: &[HN, Replace("hazards/2025/yingji/011.toml", "major = true\n", ""), Add("orders/2025/yingji/011.toml", STOPPED)],
        expect: &[Stands("O31", UNMET), Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "一般隐患限期整改，未通报？",
        question_en: "An ordinary hazard was ordered to be put right, and nobody was notified?",
        change: &[
            HN,
            Replace("hazards/2025/yingji/011.toml", "major = true\n", ""),
            Add("orders/2025/yingji/011.toml", STOPPED),
            Replace("orders/2025/yingji/011.toml", "stop-work", "rectify"),
        ],
        expect: &[Stands("O31", MET), Silent("N05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "重大隐患已发现，尚未登记任何处理？",
        question_en: "A major hazard was found and nothing was done about it yet?",
        change: &[HN, NOT_HANDLED],
        expect: &[Stands("O31", REMINDER), Finds("N05", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "年底当日处理的重大隐患，“同时”的时限未到？",
        question_en: "A major hazard was dealt with on the last day of the year, and the term runs?",
        change: &[HN, ON_THE_LAST_DAY],
        expect: &[Silent("N05", ""), Awaits("N05", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "因重大风险责令停止作业（未登记隐患），通报未说明措施？",
        question_en: "Work was stopped for a major risk with no hazard on record, and the notice states no measures?",
        change: &[
            Replace("notices/2025/yingji/003.toml", ", \"hazards/2025/yingji/002\"", ""),
            Replace("notices/2025/yingji/003.toml", "measures = \"已下达停止作业文书，撤出全部作业人员。\"\n", ""),
            Replace("notices/2025/yingji/003.toml", "content = 2", "content = 5"),
        ],
        expect: &[Stands("O32", UNMET), Finds("N07", "unmet", "notices/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "责令停止作业的通报只发给本单位和矿山？",
        question_en: "The notice on a stop-work order went only to the unit itself and the mine?",
        change: &[
            Replace("notices/2025/yingji/003.toml", "who = \"gongan\"\nwhy = \"1.4.2\"", "who = \"yingji\""),
            Replace("notices/2025/yingji/003.toml", "who = \"yaogu\"", "who = \"mines/xishan\""),
            Replace("notices/2025/yingji/003.toml", "[\"gongan\", \"yaogu\"]", "[\"yingji\"]"),
        ],
        expect: &[Stands("O29", UNMET), Finds("N02", "unmet", "orders/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索交由他单位承办，半年后才通报该单位？",
        question_en: "A lead was for another unit to deal with, which was told half a year later?",
        change: &[Add("leads/2025/zhujian/001.toml", LEAD), Add("notices/2025/zhujian/001.toml", TOLD), HALF_A_YEAR_LATER],
        expect: &[Stands("O30", MET_LATE), Finds("N06", "reminder", "notices/2025/zhujian/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "印发之后才审核？",
        question_en: "A notice was reviewed after it had gone out?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-15",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-20",
        )],
        expect: &[
            Stands("O35", UNMET),
            Stands("O36", UNMET),
            Finds("N10", "unmet", "notices/2025/yingji/002"),
            Silent("F04", ""),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "由主要负责人审核？",
        question_en: "The main leader reviewed it?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-15",
            "[review]\nname = \"张某丁\"\npost = \"main\"\non = 2025-05-15",
        )],
        expect: &[Stands("O35", MET), Silent("N11", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "由受委托的负责人凭委托书审核？",
        question_en: "Another leader reviewed it by a paper of authority?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-15",
            "[review]\nname = \"张某乙\"\npost = \"by-authority\"\non = 2025-05-15",
        )],
        expect: &[Stands("O35", REMINDER), Finds("N11", "reminder", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "由不是领导的人审核？",
        question_en: "Somebody who is no leader reviewed it?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = 2025-05-15",
            "[review]\nname = \"张某乙\"\npost = \"other\"\non = 2025-05-15",
        )],
        expect: &[Stands("O35", UNMET), Finds("N11", "unmet", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核人是其他单位登记的负责人？",
        question_en: "A leader of another unit reviewed it, under the post of the leader in charge?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[review]\nname = \"张某甲\"\npost = \"in-charge\"",
            "[review]\nname = \"刘某甲\"\npost = \"in-charge\"",
        )],
        expect: &[
            Stands("O35", UNMET),
            Finds("N11", "unmet", "notices/2025/yingji/002"),
            Says("N11", "notices/2025/yingji/002", "公安登记的负责人"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核人与其他单位的负责人同名，本单位也登记有此人？",
        question_en: "The reviewer bears the name of another unit's leader, and the unit recorded somebody of that name as well?",
        change: &[
            Replace(
                "notices/2025/yingji/002.toml",
                "[review]\nname = \"张某甲\"\npost = \"in-charge\"",
                "[review]\nname = \"刘某甲\"\npost = \"in-charge\"",
            ),
            Tail("people/yingji.toml", "[[leader]]\nname = \"刘某甲\"\npost = \"other\"\nsince = 2024-01-01\n"),
        ],
        expect: &[Stands("O35", REMINDER), Finds("N11", "reminder", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核单位未登记负责人？",
        question_en: "The unit of the reviewer recorded no leaders?",
        change: &[
            Replace("people/ziran.toml", "[[leader]]\nname = \"杨某甲\"\npost = \"in-charge\"\nsince = 2023-03-01\n", ""),
            Replace("people/ziran.toml", "[[leader]]\nname = \"杨某丁\"\npost = \"main\"\nsince = 2022-06-01\n", ""),
        ],
        expect: &[Stands("O35", UNKNOWN), Silent("N11", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "当年已登记重大隐患的单位报了零报告？",
        question_en: "A unit with a major hazard on record reports that there was nothing?",
        change: &[Add("notices/2025/yingji/011.toml", NOTHING)],
        expect: &[Finds("N18", "reminder", "notices/2025/yingji/011"), Stands("O28", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "零报告在先，其后才发现隐患？",
        question_en: "The report of nothing came first, and the hazard after it?",
        change: &[
            Add("notices/2025/xiaofang/011.toml", NOTHING),
            Replace("notices/2025/xiaofang/011.toml", "云区应急〔2025〕88号", "云消〔2025〕88号"),
            HN,
        ],
        expect: &[Silent("N18", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "区安委办代录成员单位的通报，只注明电话告知，其审核算不算？",
        question_en: "The office enters a member's notice by a telephone call alone: was it reviewed?",
        change: &[
            Head("notices/2025/ziran/001.toml", "entered_by = \"anweiban\"\nsource = \"电话告知（虚构）\"\n"),
            Replace("notices/2025/ziran/001.toml", "doc_number = \"云区自然资〔2025〕6号\"\n", ""),
        ],
        expect: &[ShowsNot("O34", "notices/2025/ziran/001"), Stands("O35", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "同上，注明了该单位的发文字号？",
        question_en: "And with the number of the unit's paper?",
        change: &[Head("notices/2025/ziran/001.toml", "entered_by = \"anweiban\"\nsource = \"云区自然资〔2025〕6号\"\n")],
        expect: &[Stands("O35", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "先行告知早于同日送达的停止作业文书，是否算告知？",
        question_en: "Word was given an hour before the stop-work order was served: did it tell of it?",
        change: &[WORD_AT_18, PAPER_LATE],
        expect: &[Finds("N02", "reminder", "orders/2025/yingji/003"), Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "先行告知只登记了当日、没有时分？",
        question_en: "The word has the day and no time?",
        change: &[Replace("notices/2025/yingji/003.toml", "T20:10:00", "T00:00:00"), PAPER_LATE],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "文书送达之后当日告知，正式通报晚发？",
        question_en: "Word after the order on the same day, the paper much later?",
        change: &[PAPER_LATE],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "就同一隐患下达了文书的另一单位通报了该隐患，本单位的文书是否已通报？",
        question_en: "Another unit that served an order on the same hazard gave notice of it: was this unit's order told of?",
        change: &[Remove("notices/2025/yingji/003.toml"), FOREST_NOTICE, FOREST_ORDER],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "该单位没有就该隐患下达文书？",
        question_en: "And that unit served no order on it?",
        change: &[Remove("notices/2025/yingji/003.toml"), FOREST_NOTICE],
        expect: &[Finds("N02", "unmet", "orders/2025/yingji/003"), Says("N02", "orders/2025/yingji/003", "由他单位发出")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "按时通报，数月后于下一年撤回，当年是否已落实？",
        question_en: "Told in time, and withdrawn months later in the next year: was it met in the first?",
        change: &[WITHDRAWN_NEXT_YEAR],
        as_of: "2026-12-31",
        expect: &[
            Stands("O29", MET),
            Stands("O31", MET),
            Shows("O29", "orders/2025/yingji/003"),
            Shows("O31", "hazards/2025/yingji/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，撤回之年未另行通报？",
        question_en: "And in the year of the withdrawal, without another notice?",
        change: &[WITHDRAWN_NEXT_YEAR],
        year: 2026,
        as_of: "2026-12-31",
        expect: &[
            Finds("N02", "unmet", "orders/2025/yingji/003"),
            Stands("O29", UNMET),
            Says("N02", "orders/2025/yingji/003", "已于 2026-03-10 撤回"),
            Finds("N05", "unmet", "hazards/2025/yingji/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "数月后的更正通报才说明措施？",
        question_en: "A correction states the measures only months later?",
        change: &[WITHOUT_MEASURES, CORRECTED_LATE],
        expect: &[Finds("N07", "reminder", "notices/2025/yingji/002"), Stands("O32", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "次日的更正通报说明了措施？",
        question_en: "A correction of the next day states them?",
        change: &[
            WITHOUT_MEASURES,
            CORRECTED_LATE,
            Replace("notices/2025/yingji/012.toml", "issued = 2025-10-20", "issued = 2025-05-16"),
        ],
        expect: &[Silent("N07", ""), Stands("O32", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "3月零报告、其后该单位当年有重大隐患，零报告算不算当年的通报？",
        question_en: "A report of nothing in March, and a major hazard of that unit in June: is it the notice of the year?",
        change: &[HN, ZERO_IN_MARCH],
        expect: &[Silent("N18", ""), ShowsNot("O28", "notices/2025/yingji/012")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "3月零报告，其后该单位当年没有重大隐患、重要情形？",
        question_en: "A report of nothing in March, and nothing of that unit after it?",
        change: &[Add(
            "notices/2025/fagai/012.toml",
            "content = 5\ntitle = \"零报告（虚构）\"\nissued = 2025-03-20\nnone_for = 2025\n\n[[to]]\nwho = \"yingji\"\n",
        )],
        expect: &[Silent("N18", ""), Shows("O28", "notices/2025/fagai/012")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "只就整次联合执法发了通报，未写措施和建议？",
        question_en: "A notice about the enforcement as a whole states neither measures nor suggestions?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "lead = \"mines/lvshui\"", "lead = \"mines/dashan\""),
            Add(
                "notices/2025/yingji/013.toml",
                "content = 4\nabout = [\"enforcements/2025/anweiban/002\"]\ntitle = \"关于联合执法情况的通报（虚构）\"\nissued = 2025-09-03\n\n[[to]]\nwho = \"gongan\"\n",
            ),
        ],
        expect: &[
            Finds("N05", "unmet", "enforcements/2025/anweiban/002"),
            Says("N05", "enforcements/2025/anweiban/002", "通报的是整次执法"),
            Stands("O31", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "“已采取的措施”只写“无”？",
        question_en: "The measures taken are \"none\"?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"",
            "measures = \"无。\"",
        )],
        expect: &[Stands("O32", UNMET), Finds("N07", "unmet", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "就整次联合执法的通报写明了措施和建议？",
        question_en: "A notice about the enforcement as a whole states both measures and suggestions?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "lead = \"mines/lvshui\"", "lead = \"mines/dashan\""),
            Add(
                "notices/2025/yingji/013.toml",
                "content = 4\nabout = [\"enforcements/2025/anweiban/002\"]\ntitle = \"关于联合执法情况的通报（虚构）\"\nmeasures = \"已撤出人员。\"\nsuggestions = \"请协助监测。\"\nissued = 2025-09-03\n\n[[to]]\nwho = \"gongan\"\n",
            ),
        ],
        expect: &[Silent("N05", "enforcements/2025/anweiban/002"), Shows("O31", "enforcements/2025/anweiban/002#1")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "需要协调的意见和建议写“无”？",
        question_en: "There is nothing to coordinate, and the notice says so?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "suggestions = \"请自然资源部门核对开采设计与边坡参数；请公安部门整改期间控制民用爆炸物品供给；请河口街道协助警戒。\"",
            "suggestions = \"无\"",
        )],
        expect: &[Silent("N08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "数月后的更正通报才写明保密措施？",
        question_en: "A correction states measures of protection only months later?",
        change: &[WITHOUT_PROTECTION, PROTECTED_LATE],
        expect: &[Finds("N15", "reminder", "notices/2025/ziran/001"), Stands("O37", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "发文字号一栏填“电话”？",
        question_en: "The number of the paper is \"telephone\"?",
        change: &[Replace("notices/2025/yingji/002.toml", "doc_number = \"云区应急〔2025〕11号\"", "doc_number = \"电话\"")],
        expect: &[Finds("N04", "unmet", "notices/2025/yingji/002"), Stands("O34", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "次日的更正通报写明了保密措施？",
        question_en: "A correction of the next day states measures of protection?",
        change: &[WITHOUT_PROTECTION, PROTECTED_LATE, Replace("notices/2025/ziran/012.toml", "2025-12-20", "2025-03-07")],
        expect: &[Silent("N15", ""), Stands("O37", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "发文字号不合国家标准格式？",
        question_en: "The number of the paper is not in the standard form?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "doc_number = \"云区应急〔2025〕11号\"",
            "doc_number = \"应急函2025-11\"",
        )],
        expect: &[Silent("N04", ""), Stands("O34", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "查实的越界开采线索没有填重要情形，也没有通报？",
        question_en: "A lead on mining over the boundary was confirmed, does not say so, and nobody was told?",
        change: &[
            Replace("leads/2025/ziran/001.toml", "trigger = \"over-boundary\"\n", ""),
            Remove("notices/2025/ziran/001.toml"),
        ],
        expect: &[Finds("N02", "advice", "leads/2025/ziran/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "没有填重要情形的线索已经通报？",
        question_en: "A lead that does not say what it is was told of?",
        change: &[Replace("leads/2025/ziran/001.toml", "trigger = \"over-boundary\"\n", "")],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "没有填重要情形的线索，其职责也涉及许多其他情形？",
        question_en: "A lead that does not say what it is carries a duty that many facts touch?",
        change: &[
            Replace("leads/2025/ziran/001.toml", "trigger = \"over-boundary\"\n", ""),
            Replace("leads/2025/ziran/001.toml", "duties = [\"1.6.2\"]", "duties = [\"1.6.3\"]"),
            Remove("notices/2025/ziran/001.toml"),
        ],
        expect: &[Silent("N02", "leads/2025/ziran/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "全年只有一个单位的零报告？",
        question_en: "The only notice of the year is a unit's report of nothing?",
        change: &[
            Remove("notices/2025/gongan/001.toml"),
            Remove("notices/2025/yingji/001.toml"),
            Remove("notices/2025/yingji/002.toml"),
            Remove("notices/2025/yingji/003.toml"),
            Remove("notices/2025/yingji/004.toml"),
            Remove("notices/2025/ziran/001.toml"),
        ],
        expect: &[Notes("O28", "只有零报告")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "数月后的更正通报才确定共享方式？",
        question_en: "A correction determines the way of sharing only months later?",
        change: &[Replace("notices/2025/ziran/001.toml", "way = \"机要渠道送达\"\n", ""), PROTECTED_LATE, SHARED_LATE],
        expect: &[Finds("N14", "reminder", "notices/2025/ziran/001"), Stands("O36", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "首份通报只发给本单位，更正通报加发有关单位而没有重列涉及事项？",
        question_en: "The first notice went to the unit itself, and its correction to those concerned, without naming the matter again?",
        change: &[HN, TOLD_ITSELF, Add("notices/2025/yingji/012.toml", CORRECTED_RECIPIENTS)],
        expect: &[Silent("N05", ""), Stands("O31", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "首份通报已先撤回，其后才“更正”加发有关单位？",
        question_en: "The first notice had been withdrawn before it was \"corrected\" for those concerned?",
        change: &[HN, TOLD_ITSELF, TOLD_ITSELF_WITHDRAWN, Add("notices/2025/yingji/012.toml", CORRECTED_RECIPIENTS)],
        expect: &[Finds("N05", "unmet", "hazards/2025/yingji/011"), Stands("O31", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "“更正”早于它所更正的通报？",
        question_en: "The \"correction\" is older than what it corrects?",
        change: &[
            HN,
            TOLD_ITSELF,
            Replace("notices/2025/yingji/011.toml", "issued = 2025-06-04", "issued = 2025-06-06"),
            Add("notices/2025/yingji/012.toml", CORRECTED_RECIPIENTS),
        ],
        expect: &[Finds("N05", "unmet", "hazards/2025/yingji/011"), Stands("O31", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "更正通报另列了别的事项？",
        question_en: "The correction names another matter of its own?",
        change: &[
            HN,
            TOLD_ITSELF,
            Add("notices/2025/yingji/012.toml", CORRECTED_RECIPIENTS),
            Head("notices/2025/yingji/012.toml", "about = [\"hazards/2025/yingji/001\"]\n"),
        ],
        expect: &[Finds("N05", "unmet", "hazards/2025/yingji/011"), Stands("O31", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "他单位的“更正”加发有关单位？",
        question_en: "Another unit's \"correction\" went to those concerned?",
        change: &[HN, TOLD_ITSELF, Add("notices/2025/gongan/012.toml", CORRECTED_RECIPIENTS)],
        expect: &[Finds("N05", "unmet", "hazards/2025/yingji/011"), Finds("F16", "form", "notices/2025/gongan/012")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "漏了线索承办单位，由更正通报补列，没有重列涉及事项？",
        question_en: "The unit to which a lead is assigned was left out, and a correction adds it without naming the lead again?",
        change: &[
            Add("leads/2025/zhujian/001.toml", LEAD),
            Add("notices/2025/zhujian/001.toml", TOLD),
            HALF_A_YEAR_LATER,
            Replace("notices/2025/zhujian/001.toml", "who = \"ziran\"", "who = \"linye\""),
            Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
            Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
            Add("notices/2025/zhujian/002.toml", CORRECTED_RECIPIENTS),
            Replace("notices/2025/zhujian/002.toml", "notices/2025/yingji/011", "notices/2025/zhujian/001"),
            Replace("notices/2025/zhujian/002.toml", "2025-06-05", "2025-03-05"),
        ],
        expect: &[Silent("N06", "notices/2025/zhujian/001"), Stands("O30", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "半年后才由更正通报补列线索承办单位？",
        question_en: "And the correction came half a year later?",
        change: &[
            Add("leads/2025/zhujian/001.toml", LEAD),
            Add("notices/2025/zhujian/001.toml", TOLD),
            HALF_A_YEAR_LATER,
            Replace("notices/2025/zhujian/001.toml", "who = \"ziran\"", "who = \"linye\""),
            Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
            Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
            Add("notices/2025/zhujian/002.toml", CORRECTED_RECIPIENTS),
            Replace("notices/2025/zhujian/002.toml", "notices/2025/yingji/011", "notices/2025/zhujian/001"),
            Replace("notices/2025/zhujian/002.toml", "2025-06-05", "2025-09-05"),
        ],
        expect: &[Finds("N06", "reminder", "notices/2025/zhujian/001"), Stands("O30", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "数月后的更正通报才提出意见和建议？",
        question_en: "A correction makes suggestions only months later?",
        change: &[WITHOUT_SUGGESTIONS, CORRECTED_LATE],
        expect: &[Finds("N08", "reminder", "notices/2025/yingji/002"), Stands("O33", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "次日的更正通报提出了意见和建议？",
        question_en: "A correction of the next day makes them?",
        change: &[
            WITHOUT_SUGGESTIONS,
            CORRECTED_LATE,
            Replace("notices/2025/yingji/012.toml", "issued = 2025-10-20", "issued = 2025-05-16"),
        ],
        expect: &[Silent("N08", ""), Stands("O33", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题的意见建议数月后才由更正通报提出？",
        question_en: "Suggestions on a common problem come only with a correction of months later?",
        change: &[COMMON_WITHOUT, Add("notices/2025/yingji/012.toml", COMMON_CORRECTED)],
        expect: &[Finds("N09", "reminder", "notices/2025/yingji/004"), Stands("O38", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "次日的更正通报提出了共性问题的意见建议？",
        question_en: "A correction of the next day makes them on the common problem?",
        change: &[
            COMMON_WITHOUT,
            Add("notices/2025/yingji/012.toml", COMMON_CORRECTED),
            Replace("notices/2025/yingji/012.toml", "issued = 2025-12-20", "issued = 2025-09-11"),
        ],
        expect: &[Silent("N09", ""), Stands("O38", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题的意见建议只写“无”？",
        question_en: "Suggestions on a common problem are \"none\"?",
        change: &[COMMON_WITHOUT, Head("notices/2025/yingji/004.toml", "suggestions = \"无\"\n")],
        expect: &[Finds("N09", "unmet", "notices/2025/yingji/004"), Stands("O38", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "通报内容都在五类之内？",
        question_en: "Every notice is of one of the five contents?",
        expect: &[Stands("O27", DEFINED), Silent("N01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "通报内容填了条文没有的第九类？",
        question_en: "A notice is of a ninth content, which the clause does not list?",
        change: &[Replace("notices/2025/gongan/001.toml", "content = 4", "content = 9")],
        expect: &[Stands("O27", REMINDER), Finds("N01", "reminder", "notices/2025/gongan/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "年度计划没有通报？",
        question_en: "The yearly plan was not shared?",
        change: &[
            Remove("notices/2025/yingji/001.toml"),
            Replace("plans/2025/yingji/001.toml", "shared_by = \"notices/2025/yingji/001\"\n", ""),
        ],
        expect: &[Stands("O27", ADVICE), Finds("P02", "advice", "plans/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核时确定了共享内容和方式？",
        question_en: "Content and way of sharing were determined with the review?",
        expect: &[Stands("O36", MET), Stands("O34", MET), Stands("O37", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "只确定了内容，没有确定方式？",
        question_en: "What is shared was determined and not how?",
        change: &[Replace("notices/2025/gongan/001.toml", "way = \"书面印发各成员单位\"\n", "")],
        expect: &[Stands("O36", UNMET), Finds("N14", "unmet", "notices/2025/gongan/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "计划的 shared_by 指向就另一事项发出的通报？",
        question_en: "A plan says that it was shared by a notice which is about something else?",
        change: &[
            Remove("notices/2025/yingji/001.toml"),
            Replace("plans/2025/yingji/001.toml", "notices/2025/yingji/001", "notices/2025/yingji/002"),
        ],
        expect: &[Finds("P02", "advice", "plans/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "通报写明计划，而印发在计划之前？",
        question_en: "A notice names the plan and went out before it?",
        change: &[Replace("notices/2025/yingji/001.toml", "issued = 2025-01-20", "issued = 2025-01-13")],
        expect: &[Finds("P02", "advice", "plans/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "计划的通报没有列涉及事项，由 shared_by 指向？",
        question_en: "A notice that names no matter, to which the plan points?",
        change: &[Replace("notices/2025/yingji/001.toml", "about = [\"plans/2025/yingji/001\"]\n", "")],
        expect: &[Silent("P02", ""), Stands("O27", DEFINED)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "主送镇街的通报没有登记送达？",
        question_en: "A notice goes to a town, and no delivery is recorded?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "[[delivery]]\nwho = \"hekou\"\non = 2025-05-15\nway = \"in-person\"\n",
            "",
        )],
        expect: &[Finds("N20", "advice", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "送达日期在查看日之后？",
        question_en: "The day of delivery lies after the day that is asked about?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "who = \"hekou\"\non = 2025-05-15",
            "who = \"hekou\"\non = 2025-05-20",
        )],
        as_of: "2025-05-16",
        expect: &[Finds("N20", "advice", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "主送的都是成员单位，没有登记送达？",
        question_en: "A notice to members only, without a record of delivery?",
        change: &[],
        expect: &[Silent("N20", ""), Stands("O34", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索由已撤并的单位承办，通报没有发给承接单位？",
        question_en: "A lead is for a unit that had merged into another, and the notice does not go to that one?",
        change: &[MERGED, OF_THE_MERGED, Add("notices/2025/zhujian/001.toml", TOLD), HALF_A_YEAR_LATER],
        expect: &[Finds("N06", "unmet", "notices/2025/zhujian/001"), Acts("N06", "zhujian")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索由已撤并的单位承办，通报发给了承接单位？",
        question_en: "And the notice goes to the one that took over?",
        change: &[
            MERGED,
            OF_THE_MERGED,
            Add("notices/2025/zhujian/001.toml", TOLD),
            HALF_A_YEAR_LATER,
            SOON,
            Replace("notices/2025/zhujian/001.toml", "who = \"ziran\"", "who = \"lindi\""),
        ],
        expect: &[Silent("N06", "notices/2025/zhujian/001"), Stands("O30", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "全年只有对上年通报的更正？",
        question_en: "All that went out in the year is a correction of last year's notice?",
        change: &[NO_NOTICE, Remove("notices/2025/gongxin/001.toml"), Add("notices/2025/yingji/011.toml", OF_LAST_YEAR)],
        expect: &[Finds("Y01", "reminder", "mechanism"), Stands("O28", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "当年印发的只有上年度的零报告？",
        question_en: "All that went out in the year is a report of nothing for the year before?",
        change: &[NO_NOTICE, Replace("notices/2025/gongxin/001.toml", "none_for = 2025", "none_for = 2024")],
        expect: &[Finds("Y01", "reminder", "mechanism"), Stands("O28", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（七）2",
        question_zh: "尾矿库关闭，通报没有发给生态环境部门？",
        question_en: "A tailings pond was closed, and the notice does not go to the environment bureau?",
        change: &[CLOSURE_TOLD, Replace("mines/xishan/base.toml", "open-pit", "tailings")],
        expect: &[Says("N06", "notices/2025/yingji/011", "生态"), Finds("N06", "advice", "notices/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（七）2",
        question_zh: "露天矿山关闭，通报没有发给生态环境部门？",
        question_en: "An open pit was closed, and the notice does not go to the environment bureau?",
        change: &[CLOSURE_TOLD],
        expect: &[Silent("N06", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "保密措施只写“无”？",
        question_en: "The protection of internal information reads \"无\"?",
        change: &[Replace("notices/2025/ziran/001.toml", "仅限收文单位联络员和分管领导阅知，不转发、不上网。", "无")],
        expect: &[Finds("N15", "unmet", "notices/2025/ziran/001"), Stands("O37", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "印发以后补办的审核写明了共享内容和方式，是否说成未见？",
        question_en: "A review after the issue says what is shared and how: is it said not to be there?",
        change: &[Replace("notices/2025/ziran/001.toml", "on = 2025-03-05\nway", "on = 2025-03-10\nway")],
        expect: &[Stands("O36", UNMET), Says("N14", "notices/2025/ziran/001", "印发之后，2025-03-10 补办审核时才确定")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "吊销证照而未通报，怎样称呼？",
        question_en: "A licence was revoked and nobody was told: what is that called?",
        change: &[Add("orders/2025/ziran/091.toml", "kind = \"revoke\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n")],
        expect: &[Says("N02", "orders/2025/ziran/091", "被吊销相关证照"), Stands("O29", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（二）",
        question_zh: "年度计划印发当日，还没有通报？",
        question_en: "On the day on which the yearly plan is issued nobody was told of it yet?",
        change: &[
            Remove("notices/2025/yingji/001.toml"),
            Replace("plans/2025/yingji/001.toml", "shared_by = \"notices/2025/yingji/001\"\n", ""),
        ],
        as_of: "2025-01-15",
        expect: &[Silent("P02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题通报当日，是否已要研究报告？",
        question_en: "Is a report to be considered on the very day of the notice on a common problem?",
        as_of: "2025-09-10",
        expect: &[Silent("N16", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题通报次日，还没有报告？",
        question_en: "Nor on the day after it?",
        as_of: "2025-09-11",
        change: &[Remove("upward/2025/anweiban/003.toml")],
        expect: &[Finds("N16", "advice", "notices/2025/yingji/004")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "撤回通报没有发给原收文单位？",
        question_en: "A withdrawal does not go to those who got the notice?",
        change: &[
            Add("notices/2025/yingji/011.toml", WITHDRAWN_BY_GONGAN),
            Replace("notices/2025/yingji/011.toml", "云公分", "云区应急"),
        ],
        expect: &[Finds("N06", "advice", "notices/2025/yingji/011"), Says("N06", "", "未被告知撤回")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核人写“张某甲（待确认）”？",
        question_en: "Whoever reviewed it reads as somebody who is still to be confirmed?",
        change: &[Replace("notices/2025/yingji/002.toml", "name = \"张某甲\"", "name = \"张某甲（待确认）\"")],
        expect: &[Finds("N10", "unmet", "notices/2025/yingji/002"), Silent("N11", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核人的姓名中间空了一格？",
        question_en: "The name of whoever reviewed it is spread by a blank?",
        change: &[Replace("notices/2025/yingji/002.toml", "name = \"张某甲\"", "name = \"张　某甲\"")],
        expect: &[Silent("N10", "notices/2025/yingji/002"), Silent("N11", "notices/2025/yingji/002"), Stands("O35", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报的已采取措施写“待补充、暂未确定”？",
        question_en: "The measures in a notice read \"待补充、暂未确定\"?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"",
            "measures = \"待补充、暂未确定\"",
        )],
        expect: &[Finds("N07", "unmet", "notices/2025/yingji/002"), Stands("O32", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索的承办单位未在主送之列，而联合发文并已会签？",
        question_en: "The unit that looks into a lead is not among those told; it issues the notice too and has cosigned it?",
        change: &[ASSIGNED, JOINT, COSIGNED],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F29", ""), Stands("O30", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，列为联合发文而没有会签？",
        question_en: "And it has not cosigned it?",
        change: &[ASSIGNED, JOINT],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，印发一个多月以后才会签？",
        question_en: "It cosigned it a month after it went out?",
        change: &[ASSIGNED, JOINT, COSIGNED_LATE],
        expect: &[
            Says("N06", "notices/2025/yingji/021", "2025-09-10 才通报"),
            Says("F29", "responses/2025/gongan/021", "才会签"),
            Finds("F29", "reminder", "responses/2025/gongan/021"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，在它会签之前看？",
        question_en: "And before it did?",
        change: &[ASSIGNED, JOINT, COSIGNED_LATE],
        as_of: "2025-08-31",
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写的是不同意会签？",
        question_en: "It is filed as cosigned, and its text refuses to?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"我局不同意会签。\"\n")],
        expect: &[
            Finds("N06", "unmet", "notices/2025/yingji/021"),
            Finds("F30", "reminder", "responses/2025/gongan/021"),
            Silent("F29", ""),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写“未会签”？",
        question_en: "It is filed as cosigned, and its text says that it has not been cosigned?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"未会签（虚构）。\"\n")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F30", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写“待我局研究后会签”？",
        question_en: "It is filed as cosigned, and its text says that it will be, once it was considered?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"待我局研究后会签（虚构）。\"\n")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F30", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写“拟会签”？",
        question_en: "It is filed as cosigned, and its text says that it is to be?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"拟会签（虚构）。\"\n")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F30", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写“请修改后再会签”？",
        question_en: "It is filed as cosigned, and its text says that it will be, once it is changed?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"请修改后再会签（虚构）。\"\n")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F30", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，而内容写“原则同意，暂不会签”？",
        question_en: "It is filed as cosigned, and its text says that it is agreed with and not cosigned for now?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"原则同意，暂不会签（虚构）。\"\n")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F30", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为会签，写“经局务会研究后会签”？",
        question_en: "It was cosigned after it had been considered?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"经局务会研究后会签（虚构）。\"\n")],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F30", ""), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "会签以后、印发之前撤回？",
        question_en: "It was cosigned, and taken back before it went out?",
        change: &[ASSIGNED, JOINT, COSIGNED_EARLY, TAKEN_BACK],
        expect: &[
            Finds("N06", "unmet", "notices/2025/yingji/021"),
            Says("F29", "responses/2025/gongan/021", "2025-08-06 在印发之前撤回"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "会签以后、印发之前提出异议？",
        question_en: "It was cosigned, and objected to before it went out?",
        change: &[
            ASSIGNED,
            JOINT,
            COSIGNED_EARLY,
            Add(
                "responses/2025/gongan/023.toml",
                "kind = \"objection\"\nto = \"notices/2025/yingji/021\"\non = 2025-08-06\ntext = \"事实有出入（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Finds("F29", "reminder", "responses/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "先有异议，修改以后当日会签？",
        question_en: "It was objected to, mended, and cosigned on the same day?",
        change: &[
            ASSIGNED,
            JOINT,
            COSIGNED,
            Add(
                "responses/2025/gongan/020.toml",
                "kind = \"objection\"\nto = \"notices/2025/yingji/021\"\non = 2025-08-06\ntext = \"请修改第二段（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "印发以后才说撤回会签？",
        question_en: "That it is taken back is said only after it went out?",
        change: &[
            ASSIGNED,
            JOINT,
            COSIGNED_EARLY,
            TAKEN_BACK,
            Replace("responses/2025/gongan/022.toml", "2025-08-06", "2025-08-12"),
        ],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "会签日期早于所通报的线索？",
        question_en: "It was cosigned before the lead that it tells of had come in?",
        change: &[ASSIGNED, JOINT, COSIGNED, Replace("responses/2025/gongan/021.toml", "2025-08-06", "2025-08-01")],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Says("F29", "responses/2025/gongan/021", "早于该文所涉的")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "会签由办公室代录，没有公安的来文文号？",
        question_en: "The office entered the cosigning for the police, without a paper of theirs?",
        change: &[
            ASSIGNED,
            JOINT,
            COSIGNED,
            Head("responses/2025/gongan/021.toml", "entered_by = \"anweiban\"\nsource = \"电话（虚构）\"\n"),
        ],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Says("F29", "responses/2025/gongan/021", "代录")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，写明了来文文号？",
        question_en: "And it names the number of their paper?",
        change: &[
            ASSIGNED,
            JOINT,
            COSIGNED,
            Head("responses/2025/gongan/021.toml", "entered_by = \"anweiban\"\nsource = \"云公函〔2025〕21号（虚构）\"\n"),
        ],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "会签写明没有不同意见？",
        question_en: "It says that it has no other opinion?",
        change: &[ASSIGNED, JOINT, COSIGNED, Head("responses/2025/gongan/021.toml", "text = \"没有不同意见，同意会签。\"\n")],
        expect: &[Silent("N06", "notices/2025/yingji/021"), Silent("F30", ""), Silent("F29", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "公安收到的举报，由应急登记、公安会签的联合发文通报？",
        question_en: "A report that the police received, told of in a notice of the bureau that the police cosigned?",
        change: &[
            ASSIGNED,
            MOVED_TO_POLICE,
            JOINT,
            Replace("notices/2025/yingji/021.toml", "leads/2025/yingji/021", "leads/2025/gongan/022"),
            COSIGNED,
        ],
        expect: &[Silent("N02", "leads/2025/gongan/022"), Shows("O29", "leads/2025/gongan/022")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，公安没有会签？",
        question_en: "And the police did not cosign it?",
        change: &[
            ASSIGNED,
            MOVED_TO_POLICE,
            JOINT,
            Replace("notices/2025/yingji/021.toml", "leads/2025/yingji/021", "leads/2025/gongan/022"),
        ],
        expect: &[Says("N02", "leads/2025/gongan/022", "由他单位发出")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "联合发文单位中列了本单位、列了两次、列了已撤并的单位？",
        question_en: "Those who issue it too are the unit itself, one of them twice, one that is no more?",
        change: &[MERGED, Head("notices/2025/yingji/002.toml", "jointly = [\"yingji\", \"gongan\", \"gongan\", \"linye\"]\n")],
        expect: &[
            Says("F29", "notices/2025/yingji/002", "应急自己"),
            Says("F29", "notices/2025/yingji/002", "公安列了两次"),
            Says("F29", "notices/2025/yingji/002", "不存在"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核人写“待定”？",
        question_en: "Whoever reviewed it reads \"待定\"?",
        change: &[Replace("notices/2025/yingji/002.toml", "name = \"张某甲\"", "name = \"待定\"")],
        expect: &[
            Stands("O35", UNMET),
            Finds("N10", "unmet", "notices/2025/yingji/002"),
            Silent("N11", "notices/2025/yingji/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "主送区安委办，抄送有关单位？",
        question_en: "It goes to the office, with a copy to a unit concerned?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "who = \"ziran\"", "who = \"anweiban\""),
            Replace("notices/2025/yingji/011.toml", "doc_type = \"letter\"\n", "doc_type = \"letter\"\ncopies = [\"ziran\"]\n"),
        ],
        expect: &[Stands("O31", MET), Silent("N17", ""), Stands("O30", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "主送矿山，只抄送本单位？",
        question_en: "It goes to the mine, with a copy to the unit itself?",
        change: &[
            HN,
            Add("notices/2025/yingji/011.toml", TOLD),
            Replace("notices/2025/yingji/011.toml", "who = \"ziran\"", "who = \"mines/lvshui\""),
            Replace("notices/2025/yingji/011.toml", "doc_type = \"letter\"\n", "doc_type = \"letter\"\ncopies = [\"yingji\"]\n"),
        ],
        expect: &[Finds("N05", "unmet", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "正式通报时限过后，以更正改了印发日期？",
        question_en: "The day of issue was amended after the term for notices?",
        change: &[Tail(
            "notices/2025/yingji/002.toml",
            "[[amended]]\non = 2025-09-01\nkeys = [\"issued\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "notices/2025/yingji/002"), Says("F27", "", "印发日期")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "印发当日更正印发日期？",
        question_en: "It was amended on the day of issue?",
        change: &[Tail(
            "notices/2025/yingji/002.toml",
            "[[amended]]\non = 2025-05-15\nkeys = [\"issued\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同一线索另有单位登记并交另一单位承办，通报未发该单位？",
        question_en: "Another unit filed the same lead and assigned it to a third, which is not told?",
        change: &[ASSIGNED, SECOND_RECORD, JOINT, COSIGNED],
        expect: &[Finds("N06", "unmet", "notices/2025/yingji/021"), Says("N06", "", "自然资源")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，承办的是已告知的单位？",
        question_en: "And that third is told?",
        change: &[ASSIGNED, SECOND_RECORD, Replace("leads/2025/linye/023.toml", "ziran", "gongan"), JOINT, COSIGNED],
        expect: &[Silent("N06", "notices/2025/yingji/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "联合发文的两个单位只互相主送？",
        question_en: "Two units issue a notice together, and it goes to one of them only?",
        change: &[
            ASSIGNED,
            Head("leads/2025/yingji/021.toml", "trigger = \"over-boundary\"\n"),
            JOINT,
            Replace("notices/2025/yingji/021.toml", "who = \"linye\"", "who = \"gongan\""),
            COSIGNED,
        ],
        expect: &[Says("N02", "leads/2025/yingji/021", "未发给任何有关单位")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "迟到的通报之后又有一份涉及同一线索的通报？",
        question_en: "A second notice about the lead followed the one that was late?",
        change: &[
            Add("leads/2025/zhujian/001.toml", LEAD),
            Add("notices/2025/zhujian/001.toml", TOLD),
            HALF_A_YEAR_LATER,
            Add("notices/2025/zhujian/002.toml", TOLD),
            AGAIN,
        ],
        expect: &[Finds("N06", "reminder", "notices/2025/zhujian/001"), Silent("N06", "notices/2025/zhujian/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "越界线索登记为不属实，而同一单位就该线索处罚了企业？",
        question_en: "A lead was found unfounded, and the same unit fined the mine on it?",
        change: &[
            Replace(
                "leads/2025/ziran/001.toml",
                "verdict = \"confirmed\"\non = 2025-03-17\ntext = \"经测量，越界开采约40平方米。\"",
                "verdict = \"not-confirmed\"\non = 2025-03-05\ntext = \"未发现越界。\"",
            ),
            Remove("notices/2025/ziran/001.toml"),
        ],
        expect: &[
            Finds("N02", "unmet", "leads/2025/ziran/001"),
            Finds("F30", "reminder", "leads/2025/ziran/001"),
            Stands("O29", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，就该线索没有下达文书？",
        question_en: "And no order was served on it?",
        change: &[
            Replace(
                "leads/2025/ziran/001.toml",
                "verdict = \"confirmed\"\non = 2025-03-17\ntext = \"经测量，越界开采约40平方米。\"",
                "verdict = \"not-confirmed\"\non = 2025-03-05\ntext = \"未发现越界。\"",
            ),
            Remove("notices/2025/ziran/001.toml"),
            Remove("orders/2025/ziran/001.toml"),
            Remove("orders/2025/ziran/002.toml"),
        ],
        expect: &[Silent("N02", "leads/2025/ziran/001"), Silent("F30", "leads/2025/ziran/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "区安委办就应急自己登记的文书、隐患发出通报，是否还要通报应急？",
        question_en: "The office notifies of an order and a hazard that the bureau recorded: is the bureau to be told?",
        change: &[
            Remove("notices/2025/yingji/003.toml"),
            Add(
                "notices/2025/anweiban/091.toml",
                "content = 2\ntrigger = \"major-risk-stop\"\nabout = [\"orders/2025/yingji/003\", \"hazards/2025/yingji/002\"]\ntitle = \"关于责令西山瓷土矿（虚构）停止作业的通报\"\nbody = \"7月18日19时20分，因存在重大安全风险，责令西山瓷土矿（虚构）采场停止作业。\"\nmeasures = \"已下达停止作业文书，撤出全部作业人员。\"\nsuggestions = \"请公安部门对民用爆炸物品予以封存或退库；请腰古镇协助巡查，防止擅自恢复作业。\"\nissued = 2025-07-21\ndoc_type = \"letter\"\ndoc_number = \"云区安委办〔2025〕15号\"\nsecrecy = \"public\"\n\n[[to]]\nwho = \"gongan\"\nwhy = \"1.4.2\"\n\n[[to]]\nwho = \"yaogu\"\n",
            ),
        ],
        expect: &[Silent("N06", "notices/2025/anweiban/091")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "隐患由区安委办代某单位登记，通报没有发给该单位？",
        question_en: "The office entered the hazard for a unit, and that was not told?",
        change: &[
            Head("hazards/2025/yingji/002.toml", "entered_by = \"anweiban\"\nsource = \"云区应急函〔2025〕3号（虚构）\"\n"),
            Remove("notices/2025/yingji/003.toml"),
            Add(
                "notices/2025/anweiban/091.toml",
                "content = 2\ntrigger = \"major-risk-stop\"\nabout = [\"orders/2025/yingji/003\", \"hazards/2025/yingji/002\"]\ntitle = \"关于责令西山瓷土矿（虚构）停止作业的通报\"\nbody = \"7月18日19时20分，因存在重大安全风险，责令西山瓷土矿（虚构）采场停止作业。\"\nmeasures = \"已下达停止作业文书，撤出全部作业人员。\"\nsuggestions = \"请公安部门对民用爆炸物品予以封存或退库；请腰古镇协助巡查，防止擅自恢复作业。\"\nissued = 2025-07-21\ndoc_type = \"letter\"\ndoc_number = \"云区安委办〔2025〕15号\"\nsecrecy = \"public\"\n\n[[to]]\nwho = \"gongan\"\nwhy = \"1.4.2\"\n\n[[to]]\nwho = \"yaogu\"\n",
            ),
        ],
        expect: &[Finds("N06", "unmet", "notices/2025/anweiban/091")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "撤并的单位名下的通报，是否还要通报承接它的单位？",
        question_en: "A notice stands under a unit that was merged: is its successor to be told?",
        change: &[
            Head("units/yingji.toml", "until = 2025-06-01\nsuccessors = [\"yingguan\"]\n"),
            Add("units/yingguan.toml", "name = \"区应急和消防管理局（虚构）\"\nshort = \"应管\"\nsince = 2025-06-02\n"),
            Head("hazards/2025/yingji/002.toml", "entered_by = \"anweiban\"\nsource = \"云区应急函〔2025〕3号（虚构）\"\n"),
        ],
        expect: &[Silent("N06", "notices/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报由应急凭口头代公安登记，连同审核？",
        question_en: "The bureau entered a notice of the police, with its review, on a word?",
        change: &[Head("notices/2025/gongan/001.toml", "entered_by = \"yingji\"\nsource = \"口头（虚构）\"\n")],
        expect: &[Finds("F19", "reminder", "notices/2025/gongan/001")],
        ..Case::USUAL
    },
];

/// A lead of the bureau's that the police look into.
const ASSIGNED: Edit = Add(
    "leads/2025/yingji/021.toml",
    "received = 2025-08-05\nchannel = \"letter\"\nmine = \"lvshui\"\ntitle = \"反映夜间爆破（虚构）\"\nassigned_to = \"gongan\"\n",
);

/// The same, received by the police, whom nobody has told to look into anything.
const MOVED_TO_POLICE: Edit = Edit::All(&[
    Remove("leads/2025/yingji/021.toml"),
    Add(
        "leads/2025/gongan/022.toml",
        "received = 2025-08-05\nchannel = \"letter\"\ntrigger = \"over-boundary\"\nmine = \"lvshui\"\ntitle = \"反映夜间越界（虚构）\"\n",
    ),
]);

/// A notice of the bureau about it, which the police issue too.
const JOINT: Edit = Add(
    "notices/2025/yingji/021.toml",
    "content = 5\nabout = [\"leads/2025/yingji/021\"]\ntitle = \"关于夜间爆破线索的通报（虚构）\"\nissued = 2025-08-06\ndoc_type = \"letter\"\n\
     doc_number = \"云区应急〔2025〕99号\"\njointly = [\"gongan\"]\n\n[[to]]\nwho = \"linye\"\n",
);

const COSIGNED: Edit =
    Add("responses/2025/gongan/021.toml", "kind = \"cosigned\"\nto = \"notices/2025/yingji/021\"\non = 2025-08-06\n");

/// The day before it went out.
const COSIGNED_EARLY: Edit =
    Add("responses/2025/gongan/021.toml", "kind = \"cosigned\"\nto = \"notices/2025/yingji/021\"\non = 2025-08-05\n");

const TAKEN_BACK: Edit = Add(
    "responses/2025/gongan/022.toml",
    "kind = \"cosigned\"\nto = \"notices/2025/yingji/021\"\non = 2025-08-06\ntext = \"撤回会签（虚构）。\"\n",
);

/// Another record of it, of a unit that gave it to a third.
const SECOND_RECORD: Edit = Add(
    "leads/2025/linye/023.toml",
    "received = 2025-08-05\nchannel = \"letter\"\nmine = \"lvshui\"\ntitle = \"反映夜间爆破（虚构）\"\nassigned_to = \"ziran\"\n\
     same_as = \"leads/2025/yingji/021\"\n",
);

const COSIGNED_LATE: Edit =
    Add("responses/2025/gongan/021.toml", "kind = \"cosigned\"\nto = \"notices/2025/yingji/021\"\non = 2025-09-10\n");

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

/// A paper that withdraws the notice on the major hazard for which work was stopped.
const WITHDRAWN_BY_GONGAN: &str = r#"content = 2
title = "关于撤回西山瓷土矿（虚构）停止作业通报的函"
issued = 2025-07-25
doc_type = "letter"
doc_number = "云公分〔2025〕50号"
withdraws = "notices/2025/yingji/003"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-07-25
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

/// That it went out the day before the hazard was found.
const EARLIER: Edit = Edit::All(&[
    Replace("notices/2025/yingji/011.toml", "issued = 2025-06-04", "issued = 2025-06-02"),
    Replace("notices/2025/yingji/011.toml", "on = 2025-06-04", "on = 2025-06-02"),
]);

/// A unit that was dissolved early in the year.
const DISSOLVED: &str = "name = \"某区水务局（虚构）\"\nshort = \"水务\"\nuntil = 2025-01-31\n";

/// A word about the hazard of [`HN`] that no paper followed.
const WORD: &str = r#"content = 2
about = ["hazards/2025/yingji/011"]
title = "关于绿水石场（虚构）重大隐患的通报"

[[to]]
who = "ziran"

[preliminary]
at = 2025-06-03T18:00:00
by = "张某乙"
to = ["ziran"]
way = "telephone"
"#;

/// The circular of [`E2_MAJOR`] on the day after.
const CIRCULAR_SOON: Edit = Edit::All(&[
    Replace("enforcements/2025/anweiban/002.toml", "received = 2025-09-10", "received = 2025-09-04"),
    Replace("enforcements/2025/anweiban/002.toml", "issued = 2025-09-15", "issued = 2025-09-04"),
]);

/// An order that stops work for the hazard of [`HN`].
const STOPPED: &str = "kind = \"stop-work\"\nat = 2025-06-03T10:00:00\nmine = \"lvshui\"\nhazard = \"hazards/2025/yingji/011\"\n";

/// Nothing was done about the hazard of [`HN`].
const NOT_HANDLED: Edit = Edit::All(&[
    Replace("hazards/2025/yingji/011.toml", "[onsite]\nmeasure = \"撤出人员。\"\non = 2025-06-03\n", ""),
    Replace("hazards/2025/yingji/011.toml", "reported_done = 2025-06-20\n", ""),
    Replace("hazards/2025/yingji/011.toml", "[[reinspection]]\non = 2025-06-23\nby = \"yingji\"\nresult = \"passed\"\n", ""),
    Replace("hazards/2025/yingji/011.toml", "[closed]\non = 2025-06-23\nreason = \"passed\"\n", ""),
]);

/// The hazard of [`HN`] was found and dealt with on the last day of the year.
const ON_THE_LAST_DAY: Edit = Edit::All(&[
    Replace("hazards/2025/yingji/011.toml", "reported_done = 2025-06-20\n", ""),
    Replace("hazards/2025/yingji/011.toml", "[[reinspection]]\non = 2025-06-23\nby = \"yingji\"\nresult = \"passed\"\n", ""),
    Replace("hazards/2025/yingji/011.toml", "[closed]\non = 2025-06-23\nreason = \"passed\"\n", ""),
    Replace("hazards/2025/yingji/011.toml", "found = 2025-06-03", "found = 2025-12-31"),
    Replace("hazards/2025/yingji/011.toml", "on = 2025-06-03", "on = 2025-12-31"),
    Replace("hazards/2025/yingji/011.toml", "due = 2025-06-25", "due = 2026-01-25"),
]);

/// A lead for another unit to deal with.
const LEAD: &str = "received = 2025-03-03\nchannel = \"letter\"\ntitle = \"反映矿区道路损毁（虚构）\"\nassigned_to = \"ziran\"\nsecrecy = \"public\"\n";

/// A notice about that lead, half a year later.
const HALF_A_YEAR_LATER: Edit = Edit::All(&[
    Replace("notices/2025/zhujian/001.toml", "hazards/2025/yingji/011", "leads/2025/zhujian/001"),
    Replace("notices/2025/zhujian/001.toml", "issued = 2025-06-04", "issued = 2025-09-03"),
    Replace("notices/2025/zhujian/001.toml", "on = 2025-06-04", "on = 2025-09-03"),
]);

/// A report of nothing for the year, late in it.
const NOTHING: &str = r#"content = 5
title = "关于2025年无需通报事项的零报告（虚构）"
none_for = 2025
issued = 2025-12-15
doc_type = "letter"
doc_number = "云区应急〔2025〕88号"
secrecy = "public"

[[to]]
who = "anweiban"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-12-15
way = "oa"

[review.share]
content = "零报告"
way = "书面报送"
"#;

const WORD_AT_18: Edit = Replace("notices/2025/yingji/003.toml", "T20:10:00", "T18:10:00");

const PAPER_LATE: Edit = Replace("notices/2025/yingji/003.toml", "issued = 2025-07-21", "issued = 2025-08-20");

/// A notice of the forestry bureau about the hazard for which work was stopped.
const FOREST_NOTICE: Edit = Add(
    "notices/2025/linye/012.toml",
    "content = 2\nabout = [\"hazards/2025/yingji/002\"]\ntitle = \"关于隐患的通报（虚构）\"\nmeasures = \"已责令停止作业。\"\n\
     suggestions = \"请封存民用爆炸物品。\"\nissued = 2025-07-21\n\n[[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"yingji\"\n",
);

const FOREST_ORDER: Edit = Add(
    "orders/2025/linye/012.toml",
    "kind = \"stop-work\"\nnumber = \"（虚构）林停〔2025〕1号\"\nat = 2025-07-19T09:00:00\nmine = \"xishan\"\nhazard = \"hazards/2025/yingji/002\"\n",
);

const WITHDRAWN_NEXT_YEAR: Edit = Add(
    "notices/2026/yingji/012.toml",
    "content = 2\ntitle = \"关于撤回停止作业通报的函（虚构）\"\nissued = 2026-03-10\nwithdraws = \"notices/2025/yingji/003\"\n\n\
     [[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"yaogu\"\n",
);

const CORRECTED_LATE: Edit = Add(
    "notices/2025/yingji/012.toml",
    "content = 2\nabout = [\"hazards/2025/yingji/001\"]\ntitle = \"关于隐患通报的更正（虚构）\"\nmeasures = \"已撤出人员。\"\n\
     suggestions = \"无需协调。\"\nissued = 2025-10-20\ncorrects = \"notices/2025/yingji/002\"\n\n[[to]]\nwho = \"gongan\"\n",
);

const ZERO_IN_MARCH: Edit = Add(
    "notices/2025/yingji/012.toml",
    "content = 5\ntitle = \"零报告（虚构）\"\nissued = 2025-03-20\nnone_for = 2025\n\n[[to]]\nwho = \"gongan\"\n",
);

const WITHOUT_PROTECTION: Edit =
    Replace("notices/2025/ziran/001.toml", "protection = \"仅限收文单位联络员和分管领导阅知，不转发、不上网。\"\n", "");

/// A correction that states how the first paper is protected.
const PROTECTED_LATE: Edit = Add(
    "notices/2025/ziran/012.toml",
    "content = 5\ntitle = \"关于保密要求的更正（虚构）\"\nprotection = \"不转发（虚构）。\"\nissued = 2025-12-20\nsecrecy = \"internal\"\n\
     corrects = \"notices/2025/ziran/001\"\n\n[[to]]\nwho = \"yingji\"\n\n[[to]]\nwho = \"gongan\"\n",
);

const SHARED_LATE: Edit = Tail(
    "notices/2025/ziran/012.toml",
    "[review]\nname = \"杨某甲\"\npost = \"in-charge\"\non = 2025-12-19\nway = \"written\"\n\n[review.share]\nway = \"函告\"\n",
);

/// A notice about the hazard of [`HN`] to the unit itself.
const TOLD_ITSELF: Edit = Edit::All(&[
    Add("notices/2025/yingji/011.toml", TOLD),
    Replace("notices/2025/yingji/011.toml", "[[to]]\nwho = \"ziran\"\n", "[[to]]\nwho = \"yingji\"\n"),
]);

/// That this notice was withdrawn on the day on which it was issued.
const TOLD_ITSELF_WITHDRAWN: Edit = Add(
    "notices/2025/yingji/013.toml",
    "content = 2\ntitle = \"关于撤回隐患通报的函（虚构）\"\nissued = 2025-06-04\nwithdraws = \"notices/2025/yingji/011\"\n\n\
     [[to]]\nwho = \"yingji\"\n",
);

/// A correction that names recipients and no matter.
const CORRECTED_RECIPIENTS: &str = r#"content = 2
title = "关于更正通报主送单位的函（虚构）"
measures = "同前。"
suggestions = "同前。"
issued = 2025-06-05
doc_type = "letter"
doc_number = "云区应急〔2025〕32号"
corrects = "notices/2025/yingji/011"

[[to]]
who = "ziran"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-03-05
way = "oa"

[review.share]
content = "隐患情况"
way = "书面送达"
"#;

/// The notice on the hazard that a team found without its suggestions.
const WITHOUT_SUGGESTIONS: Edit = Replace(
    "notices/2025/yingji/002.toml",
    "suggestions = \"请自然资源部门核对开采设计与边坡参数；请公安部门整改期间控制民用爆炸物品供给；请河口街道协助警戒。\"\n",
    "",
);

const COMMON_WITHOUT: Edit = Replace(
    "notices/2025/yingji/004.toml",
    "suggestions = \"建议各单位在各自检查中一并查看边坡监测记录，并统一监测数据报送格式。\"\n",
    "",
);

const COMMON_CORRECTED: &str = r#"content = 3
title = "关于共性问题通报的更正（虚构）"
suggestions = "建议统一监测数据报送格式。"
issued = 2025-12-20
doc_type = "circular"
doc_number = "云区应急〔2025〕59号"
corrects = "notices/2025/yingji/004"

[[to]]
who = "gongan"
"#;

/// A lead for the forestry bureau, which was no more.
const OF_THE_MERGED: Edit =
    Edit::All(&[Add("leads/2025/zhujian/001.toml", LEAD), Replace("leads/2025/zhujian/001.toml", "\"ziran\"", "\"linye\"")]);

/// The notice of half a year later the day after instead.
const SOON: Edit = Edit::All(&[
    Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
    Replace("notices/2025/zhujian/001.toml", "2025-09-03", "2025-03-04"),
]);

/// No notice of the year but a report of nothing.
const NO_NOTICE: Edit = Edit::All(&[
    Remove("notices/2025/gongan/001.toml"),
    Remove("notices/2025/yingji/001.toml"),
    Remove("notices/2025/yingji/002.toml"),
    Remove("notices/2025/yingji/003.toml"),
    Remove("notices/2025/yingji/004.toml"),
    Remove("notices/2025/ziran/001.toml"),
]);

/// A correction in January of a notice of the year before.
const OF_LAST_YEAR: &str = r#"content = 4
title = "关于更正2024年度监管执法工作情况的通报（虚构）"
issued = 2025-01-08
doc_type = "letter"
doc_number = "云区应急〔2025〕31号"
corrects = "notices/2024/yingji/001"

[[to]]
who = "gongan"
"#;

/// A mine was closed, and all were told of it whose duties a closure touches at any mine.
const CLOSURE_TOLD: Edit = Edit::All(&[
    Add("orders/2025/yingji/011.toml", "kind = \"close\"\nat = 2025-06-03T10:00:00\nmine = \"xishan\"\n"),
    Add("notices/2025/yingji/011.toml", TOLD),
    Replace("notices/2025/yingji/011.toml", "hazards/2025/yingji/011", "orders/2025/yingji/011"),
    Replace(
        "notices/2025/yingji/011.toml",
        "who = \"ziran\"\n",
        "who = \"ziran\"\n\n[[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"nongshui\"\n\n[[to]]\nwho = \"linye\"\n",
    ),
]);

/// A further notice about that lead, of a day later.
const AGAIN: Edit = Edit::All(&[
    Replace("notices/2025/zhujian/002.toml", "hazards/2025/yingji/011", "leads/2025/zhujian/001"),
    Replace("notices/2025/zhujian/002.toml", "issued = 2025-06-04", "issued = 2025-09-04"),
    Replace("notices/2025/zhujian/002.toml", "on = 2025-06-04", "on = 2025-09-04"),
    Replace("notices/2025/zhujian/002.toml", "〔2025〕31号", "〔2025〕32号"),
]);
