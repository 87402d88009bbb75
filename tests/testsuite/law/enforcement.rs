//! 联合执法 (三): what is one, and what follows it.

use super::edit::Edit::{self, Add, All, Head, Remove, Replace, Tail};
use super::registers::{E2, E2_MAJOR, MERGED};
use super::{
    ADVICE, ALLOWED, Acts, Case, DEFINED, Finds, MET, NOT_SEEN, Notes, OPEN, REMINDER, Says, Shows, ShowsNot, Silent, Stands,
    UNKNOWN, UNMET,
};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "三（四）",
        question_zh: "全年只有一个单位单独开展的“联合执法”？",
        question_en: "The only enforcement of the year is of a single unit?",
        change: &[
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
                "member_units = [\"yingji\"]",
            ),
            Replace("enforcements/2025/anweiban/001.toml", GROUPS, ""),
        ],
        expect: &[
            Stands("O14", UNMET),
            Finds("Y01", "unmet", "mechanism"),
            Says("Y01", "mechanism", "另有记录 1 次，只有 1 个成员单位参加，不计"),
            Finds("E05", "unmet", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "两个联合执法单位参加？",
        question_en: "Two units of joint enforcement took part?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
            "member_units = [\"yingji\", \"linye\"]",
        )],
        expect: &[Stands("O14", MET), Silent("E05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "两个单位参加，而其中只有一个属于八个联合执法单位？",
        question_en: "Two units took part, of which only one is of the eight?",
        change: &[
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
                "member_units = [\"yingji\", \"renshe\"]",
            ),
            Replace("enforcements/2025/anweiban/001.toml", GROUPS, ""),
        ],
        expect: &[Stands("O14", UNMET), Finds("E05", "unmet", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "一个联合执法单位已撤并，由承接单位参加？",
        question_en: "One of the eight was merged, and its successor took part?",
        change: &[
            MERGED,
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
                "member_units = [\"yingji\", \"lindi\"]",
            ),
        ],
        expect: &[Stands("O14", MET), Silent("E01", ""), Silent("E05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "发现的问题由撤并单位的承接单位监管？",
        question_en: "The successor of a merged unit supervises what was found?",
        change: &[
            MERGED,
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "supervising_unit = \"yingji\"", "supervising_unit = \"lindi\""),
        ],
        expect: &[Silent("H02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "由其他单位牵头？",
        question_en: "Another unit led it?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "lead = \"anweiban\"", "lead = \"yingji\"")],
        expect: &[Stands("O14", MET), Stands("O15", UNMET), Finds("E03", "unmet", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "执法记录只有日期、组长和成员，据以下达的文书在案？",
        question_en: "The record has no more than days, a leader and a team, and an order was made because of it?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), Add("enforcements/2025/anweiban/001.toml", BARE_TEAM)],
        expect: &[Stands("O14", MET), Stands("O15", MET), Stands("O16", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同上，文书都早于执法？",
        question_en: "And the orders were all served before it?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/001.toml", BARE_TEAM),
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "from = 2025-05-13\nto = 2025-05-15",
                "from = 2025-05-15\nto = 2025-05-16",
            ),
        ],
        expect: &[Stands("O15", NOT_SEEN), Stands("O16", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同上，没有任何文书提到它？",
        question_en: "And no order names it?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/001.toml", BARE_TEAM),
            Replace("orders/2025/yingji/001.toml", "enforcement = \"enforcements/2025/anweiban/001\"\n", ""),
            Replace("orders/2025/yingji/002.toml", "enforcement = \"enforcements/2025/anweiban/001\"\n", ""),
        ],
        expect: &[Stands("O15", NOT_SEEN), Stands("O16", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "没有组长？",
        question_en: "There was no leader?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "[leader]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"分管负责人\"\n",
            "",
        )],
        expect: &[Stands("O14", MET), Stands("O16", UNMET), Finds("E04", "unmet", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "12月29日开始、1月3日结束，12月31日判定？",
        question_en: "It runs from 29 December to 3 January, judged on the 31st?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "from = 2025-05-13\nto = 2025-05-15",
            "from = 2025-12-29\nto = 2026-01-03",
        )],
        expect: &[Stands("O14", OPEN), Silent("Y01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "跨年的联合执法结束之后？",
        question_en: "The same, once it is over?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "from = 2025-05-13\nto = 2025-05-15",
            "from = 2025-12-29\nto = 2026-01-03",
        )],
        as_of: "2026-01-04",
        expect: &[Stands("O14", MET), Silent("Y01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "跨年的联合执法计入下一年？",
        question_en: "Does it count for the next year?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "from = 2025-05-13\nto = 2025-05-15",
            "from = 2025-12-29\nto = 2026-01-03",
        )],
        year: 2026,
        as_of: "2026-01-04",
        expect: &[Stands("O14", OPEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "唯一一次联合执法被取消？",
        question_en: "The only one was called off?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/002.toml", BEGUN_ONLY),
            Tail("enforcements/2025/anweiban/002.toml", "[cancelled]\non = 2025-05-10\nreason = \"台风（虚构）\"\n"),
        ],
        expect: &[Stands("O14", UNMET), Finds("Y01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "跨年的联合执法，次数计入开始之年，总结、通报计入结束之年？",
        question_en: "It runs over the new year: it counts in the first year; summary and circular in the second?",
        change: &[OVER_NEW_YEAR],
        as_of: "2027-01-31",
        expect: &[
            Shows("O14", "enforcements/2025/anweiban/002"),
            Shows("O15", "enforcements/2025/anweiban/002"),
            ShowsNot("O23", "enforcements/2025/anweiban/002"),
            ShowsNot("O24", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "同上，在下一年看？",
        question_en: "The same, seen in the second year?",
        change: &[OVER_NEW_YEAR],
        year: 2026,
        as_of: "2027-01-31",
        expect: &[
            ShowsNot("O14", "enforcements/2025/anweiban/002"),
            Stands("O14", UNMET),
            Shows("O23", "enforcements/2025/anweiban/002"),
            Shows("O24", "enforcements/2025/anweiban/002"),
            Stands("O23", MET),
            Stands("O24", MET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "跨年的联合执法没有总结、通报，开始之年是否受影响？",
        question_en: "It has neither summary nor circular: is the first year touched?",
        change: &[OVER_NEW_YEAR, NO_SUMMARY, NO_CIRCULAR],
        as_of: "2027-01-31",
        expect: &[Stands("O23", MET), Stands("O24", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "同上，结束之年？",
        question_en: "And the year of its end?",
        change: &[OVER_NEW_YEAR, NO_SUMMARY, NO_CIRCULAR],
        year: 2026,
        as_of: "2027-01-31",
        expect: &[
            Stands("O23", UNMET),
            Stands("O24", UNMET),
            Finds("E09", "unmet", "enforcements/2025/anweiban/002"),
            Finds("E11", "unmet", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "结束之年之内，参考时限已过而无总结？",
        question_en: "Within the year of its end, the reference term over and no summary?",
        change: &[OVER_NEW_YEAR, NO_SUMMARY, NO_CIRCULAR],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[Stands("O23", REMINDER), Finds("E09", "reminder", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "开始已久，没有登记结束日期？",
        question_en: "It began long ago and has no day of its end?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/002.toml", BEGUN_ONLY),
            Replace("enforcements/2025/anweiban/002.toml", "2025-12-30", "2025-05-13"),
        ],
        expect: &[Finds("E09", "reminder", "enforcements/2025/anweiban/002"), Stands("O23", REMINDER), Stands("O14", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "通报已经印发，没有总结？",
        question_en: "The circular went out and there is no summary?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", SUMMARY, "")],
        expect: &[Stands("O23", UNMET), Finds("E09", "unmet", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "总结在执法结束之前收到？",
        question_en: "The summary came before the end?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "received = 2025-05-23", "received = 2025-05-14")],
        expect: &[Stands("O23", UNMET), Says("E09", "enforcements/2025/anweiban/001", "才结束")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "12月10日结束，总结参考时限已过，年内？",
        question_en: "It ended on 10 December and the reference term is over, within the year?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "title = \"岁末联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-08\nto = 2025-12-10\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n",
        )],
        expect: &[Finds("E09", "reminder", "enforcements/2025/anweiban/002"), Stands("O23", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "12月10日结束，到下一年仍无总结？",
        question_en: "The same in the next year?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "title = \"岁末联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-08\nto = 2025-12-10\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n",
        )],
        as_of: "2026-01-15",
        expect: &[Finds("E09", "unmet", "enforcements/2025/anweiban/002"), Stands("O23", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "12月10日结束，到下一年仍无总结，下一年也要看到？",
        question_en: "Is it seen in the next year as well?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "title = \"岁末联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-08\nto = 2025-12-10\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n",
        )],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[Stands("O23", UNMET), Stands("O24", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "总结时限经文件确定，已过？",
        question_en: "A paper adopted the term of the summary, and it is over?",
        change: &[
            Add(
                "enforcements/2025/anweiban/002.toml",
                "title = \"岁末联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-08\nto = 2025-12-10\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n",
            ),
            Replace(
                "settings.toml",
                "id = \"summary-term\"\nvalue = \"10 working-days\"\n",
                "id = \"summary-term\"\nvalue = \"10 working-days\"\nbasis = \"区安委办〔2025〕9号（虚构）\"\n",
            ),
        ],
        expect: &[Finds("E09", "unmet", "enforcements/2025/anweiban/002"), Stands("O23", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "总结在时限最后一天收到？",
        question_en: "The summary came on the last day of the term?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "received = 2025-05-23", "received = 2025-05-29")],
        expect: &[Stands("O23", MET), Silent("E09", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "通报印发于执法结束之前？",
        question_en: "The circular came before the end?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "issued = 2025-06-05", "issued = 2025-05-14")],
        expect: &[
            Says("E11", "enforcements/2025/anweiban/001", "结束后的情况通报"),
            Finds("E11", "reminder", "enforcements/2025/anweiban/001"),
            Stands("O24", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "两座矿山有问题，整改要求只交给一个镇？",
        question_en: "Two mines have problems, and the only demand falls on a town?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "title = \"第三季度联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[problem]]\nno = 1\nmine = \"dashan\"\ntext = \"护栏缺失（虚构）。\"\nsupervising_unit = \"yingji\"\n\n[[problem]]\nno = 2\nmine = \"lvshui\"\ntext = \"记录不全（虚构）。\"\nsupervising_unit = \"gongan\"\n\n[summary]\neffects = \"检查。\"\nproblems = \"护栏。\"\ncauses = \"疏忽。\"\nrequirements = \"整改。\"\nreceived = 2025-09-10\n\n[circular]\nissued = 2025-09-15\nscope = \"各成员单位\"\n\n[[task]]\nno = 11\ntext = \"加强巡查（虚构）。\"\nlead = \"hekou\"\nstanding = true\n",
        )],
        expect: &[Stands("O25", UNMET), Finds("E13", "unmet", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "整改要求落到其中一座有问题的矿山？",
        question_en: "A demand falls on one of the mines with problems?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "title = \"第三季度联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[problem]]\nno = 1\nmine = \"dashan\"\ntext = \"护栏缺失（虚构）。\"\nsupervising_unit = \"yingji\"\n\n[[problem]]\nno = 2\nmine = \"lvshui\"\ntext = \"记录不全（虚构）。\"\nsupervising_unit = \"gongan\"\n\n[summary]\neffects = \"检查。\"\nproblems = \"护栏。\"\ncauses = \"疏忽。\"\nrequirements = \"整改。\"\nreceived = 2025-09-10\n\n[circular]\nissued = 2025-09-15\nscope = \"各成员单位\"\n\n[[task]]\nno = 11\ntext = \"加强巡查（虚构）。\"\nlead = \"mines/dashan\"\nstanding = true\n",
        )],
        expect: &[Silent("E13", ""), Finds("E16", "advice", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "向区人民政府提出要求？",
        question_en: "A demand on the district government?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "lead = \"hekou\"", "lead = \"quzhengfu\"")],
        expect: &[Silent("E14", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "向上级机关提出整改要求？",
        question_en: "A demand on a superior?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "lead = \"hekou\"", "lead = \"shianweiban\"")],
        expect: &[Finds("E14", "advice", "enforcements/2025/anweiban/001"), Stands("O25", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "区安委办自己下达文书，不涉及联合执法？",
        question_en: "The office itself served an order, apart from any joint enforcement?",
        change: &[Add("orders/2025/anweiban/091.toml", "kind = \"rectify\"\nat = 2025-08-01T10:00:00\nmine = \"dashan\"\n")],
        expect: &[Stands("O19", UNMET), Finds("E08", "unmet", "orders/2025/anweiban/091")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "林业在联合执法中吊销证照，而没有发过证？",
        question_en: "Forestry revoked a licence in joint enforcement and had issued none?",
        change: &[Add(
            "orders/2025/linye/091.toml",
            "kind = \"revoke\"\nat = 2025-05-14T10:00:00\nmine = \"dashan\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Stands("O19", UNKNOWN), ShowsNot("O19", "orders/2025/linye/091")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "发证部门在联合执法中暂扣证照？",
        question_en: "A department withheld its own licence in joint enforcement?",
        change: &[Add(
            "orders/2025/ziran/091.toml",
            "kind = \"withhold-licence\"\nat = 2025-05-14T10:00:00\nmine = \"dashan\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Shows("O19", "orders/2025/ziran/091")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "成员单位而非联合执法单位下达文书？",
        question_en: "A member that is not of joint enforcement served an order?",
        change: &[Add(
            "orders/2025/renshe/091.toml",
            "kind = \"penalty\"\nat = 2025-05-14T10:00:00\nmine = \"dashan\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Finds("E08", "reminder", "orders/2025/renshe/091"), Stands("O19", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）",
        question_zh: "八个单位名单本身能否“已落实”？",
        question_en: "Can the list of the eight be carried out by itself?",
        expect: &[Stands("O12", DEFINED)],
        ..Case::USUAL
    },
    Case {
        clause: "三（三）",
        question_zh: "联合执法依据的条文本身能否“已落实”？",
        question_en: "Can the clause on grounds be carried out by itself?",
        expect: &[Stands("O13", DEFINED)],
        ..Case::USUAL
    },
    Case {
        clause: "三（三）",
        question_zh: "没有说明依据？",
        question_en: "It names no ground?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "[basis]\nkind = \"deployment\"\ntext = \"汛期安全生产工作部署和联席会议议定事项\"\nfrom = \"meetings/2025/anweiban/001\"\n",
            "",
        )],
        expect: &[Finds("E02", "reminder", "enforcements/2025/anweiban/001"), Stands("O13", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "设立了工作小组，请了专家？",
        question_en: "Groups were formed and experts invited?",
        expect: &[Stands("O17", ALLOWED), Notes("O17", "已采用"), Stands("O18", ALLOWED), Notes("O18", "已采用")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "没有设立工作小组、没有请专家？",
        question_en: "No groups, no experts?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), E2],
        expect: &[Stands("O17", ALLOWED), Notes("O17", "未采用"), Stands("O18", ALLOWED), Notes("O18", "未采用")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "发现重大隐患而未报市安委办（视情况）？",
        question_en: "A major hazard was found and the city office was not told, which is where called for?",
        change: &[
            Replace("enforcements/2025/anweiban/001.toml", "reported_up = \"upward/2025/anweiban/002\"\n", ""),
            Remove("upward/2025/anweiban/002.toml"),
        ],
        expect: &[Finds("E15", "advice", "enforcements/2025/anweiban/001"), Stands("O26", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "名单上两个单位，其中一个当时已撤销并入另一个？",
        question_en: "Two units in the team, of which one was no more and had gone into the other?",
        change: &[
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
                "member_units = [\"ziran\", \"linye\"]",
            ),
            Replace("enforcements/2025/anweiban/001.toml", GROUPS, ""),
            Head("units/linye.toml", "until = 2025-03-31\nsuccessors = [\"ziran\"]\n"),
        ],
        expect: &[
            Stands("O14", UNMET),
            Finds("Y01", "unmet", "mechanism"),
            Finds("E05", "unmet", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "12月10日结束，次年仍无总结，本年度怎样显示？",
        question_en: "It ended on 10 December and nothing came in the next year: what does its own year show?",
        change: &[
            Add(
                "enforcements/2025/anweiban/002.toml",
                "title = \"岁末联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-29\nto = 2025-12-31\nmember_units = [\"yingji\", \"gongan\"]\n\n[basis]\nkind = \"problem\"\ntext = \"采空区管理（虚构）\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n",
            ),
            Remove("enforcements/2025/anweiban/001.toml"),
        ],
        as_of: "2026-06-30",
        expect: &[Stands("O23", OPEN), Stands("O24", OPEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "通报只发给区安委办自己？",
        question_en: "The circular went to the office itself alone?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "to = [\n    \"yingji\",\n    \"gongan\",\n    \"ziran\",\n    \"fagai\",\n    \"gongxin\",\n    \"shengtai\",\n    \"renshe\",\n    \"zhujian\",\n    \"xiaofang\",\n    \"nongshui\",\n    \"linye\",\n    \"hekou\",\n    \"silao\",\n    \"yaogu\",\n    \"quzhengfu\",\n    \"mines/dashan\",\n    \"mines/lvshui\",\n    \"mines/xishan\",\n]",
            "to = [\"anweiban\", \"mines/dashan\"]",
        )],
        expect: &[Finds("E12", "unmet", "enforcements/2025/anweiban/001"), Stands("O24", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "已检查、已发现问题的联合执法登记取消？",
        question_en: "An enforcement that visited a mine and found problems is recorded as called off?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "lead = \"anweiban\"", "lead = \"yingji\""),
            Tail("enforcements/2025/anweiban/002.toml", "[cancelled]\non = 2025-12-01\nreason = \"另行安排（虚构）\"\n"),
        ],
        expect: &[
            Finds("E03", "unmet", "enforcements/2025/anweiban/002"),
            Finds("F21", "form", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "有方案和编组的联合执法在开始前取消？",
        question_en: "An enforcement with a plan and groups is called off before it begins?",
        change: &[Add(
            "enforcements/2025/anweiban/002.toml",
            "lead = \"yingji\"\nfrom = 2025-09-01\nto = 2025-09-03\nmember_units = [\"yingji\"]\n\n[plan]\nissued = 2025-08-25\n\n[cancelled]\non = 2025-08-30\nreason = \"台风（虚构）\"\n",
        )],
        expect: &[Silent("F21", ""), Silent("E03", ""), Silent("E05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "检查、总结、通报都有日期而未填开始日期？",
        question_en: "Visits, summary and circular have their days, and the first day of the action is blank?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "from = 2025-05-13\n", "")],
        expect: &[
            Stands("O14", MET),
            Finds("F22", "reminder", "enforcements/2025/anweiban/001"),
            Shows("O24", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "只填了开始日期，一年半后仍无任何开展情况？",
        question_en: "Only a first day, and a year and a half later no trace of anything?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), Add("enforcements/2025/anweiban/002.toml", BEGUN_ONLY)],
        as_of: "2027-06-30",
        expect: &[Stands("O14", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "前一天开始的联合执法未登记结束日期？",
        question_en: "An enforcement that began the day before has no last day yet?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), Add("enforcements/2025/anweiban/002.toml", BEGUN_ONLY)],
        expect: &[Stands("O14", OPEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）、三（七）",
        question_zh: "总结、通报都有而未填结束日期？",
        question_en: "Summary and circular are there, and the last day of the action is blank?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "to = 2025-05-15\n", "")],
        as_of: "2027-06-30",
        expect: &[
            Stands("O14", MET),
            Stands("O24", MET),
            Shows("O24", "enforcements/2025/anweiban/001"),
            Finds("F22", "reminder", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "有检查而久未登记结束日期，也没有总结和通报？",
        question_en: "Visits, and long after neither a last day nor a summary or circular?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/002.toml", BEGUN_ONLY),
            Tail("enforcements/2025/anweiban/002.toml", "[[visits]]\nmine = \"lvshui\"\non = 2025-12-30\n"),
        ],
        as_of: "2027-06-30",
        expect: &[Stands("O14", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "未列成员单位而工作小组列出了八个单位？",
        question_en: "The team is blank, and its groups list all eight units?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]\n",
            "",
        )],
        expect: &[Stands("O14", MET), Silent("E05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "现场处置措施只写“无”？",
        question_en: "The on-site measure is \"none\"?",
        change: &[
            Replace(
                "enforcements/2025/anweiban/001.toml",
                "measure = \"撤出坡脚作业人员和设备，设置警戒。\"",
                "measure = \"无\"",
            ),
            Replace("hazards/2025/yingji/001.toml", "measure = \"撤出坡脚作业人员和设备，设置警戒。\"", "measure = \"无\""),
            Remove("orders/2025/yingji/001.toml"),
            Replace("notices/2025/yingji/002.toml", "\"orders/2025/yingji/001\"", "\"hazards/2025/yingji/001\""),
        ],
        expect: &[Stands("O20", UNMET), Finds("H01", "unmet", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "查出问题，原因分析只写“无”？",
        question_en: "Problems were found, and the summary says of causes \"none\"?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "causes = \"汛期前自查不到位，专业人员不足。\"",
            "causes = \"无\"",
        )],
        expect: &[Finds("E10", "unmet", "enforcements/2025/anweiban/001"), Stands("O23", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "没有查出问题，主要问题、原因写“无”？",
        question_en: "Nothing was found, and the summary says of problems and causes \"none\"?",
        change: &[
            E2,
            Replace("enforcements/2025/anweiban/002.toml", "problems = \"采空区管理。\"", "problems = \"无\""),
            Replace("enforcements/2025/anweiban/002.toml", "causes = \"专业人员不足。\"", "causes = \"无\""),
        ],
        expect: &[Silent("E10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "发现问题而到期既未通报也未提出要求？",
        question_en: "Problems were found, and past the term there is neither a circular nor a demand?",
        change: &[Add("enforcements/2025/anweiban/002.toml", NO_CIRCULAR_AT_ALL)],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[
            Finds("E11", "unmet", "enforcements/2025/anweiban/002"),
            Finds("E13", "unmet", "enforcements/2025/anweiban/002"),
            Stands("O25", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "问题未明确监管单位，整改要求落到登记该隐患的单位？",
        question_en: "A problem names no unit, and the demand falls on the one that filed the hazard?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "supervising_unit = \"yingji\"\n", "")],
        expect: &[Silent("E16", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "整改要求只落到与该问题无关的单位？",
        question_en: "The demand falls on a unit that has nothing to do with the problem?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "lead = \"yingji\"\nwith = [\"ziran\"]", "lead = \"ziran\"")],
        expect: &[Finds("E16", "advice", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "总结四项齐全而没有登记收到日期，是谁的事，算不算报了？",
        question_en: "The summary is whole and the day on which it was received is blank: whose is it, and was it handed in?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "received = 2025-05-23\n", "")],
        expect: &[
            Stands("O23", UNKNOWN),
            Silent("E09", ""),
            Finds("F22", "reminder", "enforcements/2025/anweiban/001"),
            Acts("F22", "anweiban"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "总结不全，也没有登记收到日期？",
        question_en: "A part of the summary is blank, and so is the day of its receipt?",
        change: &[
            Replace("enforcements/2025/anweiban/001.toml", "received = 2025-05-23\n", ""),
            Replace("enforcements/2025/anweiban/001.toml", "causes = \"汛期前自查不到位，专业人员不足。\"\n", ""),
        ],
        expect: &[Stands("O23", UNMET), Finds("E09", "unmet", "enforcements/2025/anweiban/001"), Acts("E09", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "只填了起止日期和成员单位，没有任何开展记录，次年看？",
        question_en: "Only days and units are filled in, nothing was recorded as carried out, seen in the next year?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), Add("enforcements/2025/anweiban/002.toml", DAYS_ONLY)],
        as_of: "2026-06-30",
        expect: &[
            Stands("O14", UNMET),
            Says("Y01", "mechanism", "只填了日期，未见开展情况，不计"),
            ShowsNot("O14", "enforcements/2025/anweiban/002"),
            ShowsNot("O15", "enforcements/2025/anweiban/002"),
            ShowsNot("O16", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同上，当年之内看？",
        question_en: "And within the year?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), Add("enforcements/2025/anweiban/002.toml", DAYS_ONLY)],
        expect: &[Stands("O14", UNKNOWN), Notes("O14", "是否开展不明")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "没有检查记录，而有在该次联合执法中下达的文书？",
        question_en: "No visit is recorded, and an order was served in it?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add("enforcements/2025/anweiban/002.toml", DAYS_ONLY),
            Add(
                "orders/2025/yingji/011.toml",
                "kind = \"rectify\"\nat = 2025-09-02T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002\"\n",
            ),
        ],
        as_of: "2026-06-30",
        expect: &[Stands("O14", MET), Shows("O14", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "成员单位和工作小组都没有登记？",
        question_en: "Neither the team nor its groups are listed?",
        change: &[
            E2,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]\n",
                "",
            ),
        ],
        expect: &[Stands("O16", UNKNOWN), Silent("E05", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "成员单位只列一个，工作小组另列了七个？",
        question_en: "The team lists one unit, and the groups the seven others?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "member_units = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\", \"xiaofang\", \"nongshui\", \"linye\"]",
            "member_units = [\"yingji\"]",
        )],
        expect: &[
            Stands("O14", UNKNOWN),
            Notes("O14", "成员单位与工作小组不一致"),
            Silent("E05", ""),
            Stands("O16", UNKNOWN),
            Finds("E06", "advice", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "区安委办转录区政府关闭矿山的决定，是不是区安委办下达文书？",
        question_en: "The office transcribes the government's decision to close a mine: did the office serve a paper?",
        change: &[Add(
            "orders/2025/anweiban/091.toml",
            "kind = \"close\"\nat = 2025-08-01T10:00:00\nmine = \"dashan\"\nentered_by = \"anweiban\"\nsource = \"云城府函〔2025〕8号（虚构）\"\n",
        )],
        expect: &[Silent("E08", ""), Stands("O19", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "区安委办自己下达关闭文书，没有上级决定？",
        question_en: "The office itself ordered a mine to close, and names no decision of those above?",
        change: &[Add("orders/2025/anweiban/091.toml", "kind = \"close\"\nat = 2025-08-01T10:00:00\nmine = \"dashan\"\n")],
        expect: &[Finds("E08", "unmet", "orders/2025/anweiban/091"), Stands("O19", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）",
        question_zh: "联合执法单位以外的单位列入成员单位？",
        question_en: "A unit that does not belong to joint enforcement is listed in the team?",
        change: &[E2, Replace("enforcements/2025/anweiban/002.toml", "\"linye\"]", "\"linye\", \"fagai\"]")],
        expect: &[Stands("O12", REMINDER), Finds("E01", "reminder", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）",
        question_zh: "该单位作为邀请单位参加？",
        question_en: "And it took part as a guest?",
        change: &[E2, Replace("enforcements/2025/anweiban/002.toml", "\"linye\"]", "\"linye\"]\nguests = [\"fagai\"]")],
        expect: &[Stands("O12", DEFINED), Silent("E01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "情况通报写明范围、提出整改要求，重大隐患报了市安委办？",
        question_en: "The circular states its scope and demands, and the city office was told of the major hazard?",
        expect: &[Stands("O24", MET), Stands("O25", MET), Stands("O26", ALLOWED), Notes("O26", "已采用")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "没有发现重大隐患，也没有报市安委办？",
        question_en: "No major hazard was found, and nobody above was told?",
        change: &[Remove("enforcements/2025/anweiban/001.toml"), E2],
        expect: &[Stands("O26", ALLOWED), Notes("O26", "未采用")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "联合执法指向的上报是就另一事项写的？",
        question_en: "The paper upward to which the enforcement points is about something else?",
        change: &[Replace("upward/2025/anweiban/002.toml", "enforcements/2025/anweiban/001", "hazards/2025/yingji/002")],
        expect: &[Finds("E15", "advice", "enforcements/2025/anweiban/001"), Stands("O26", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "联合执法指向的上报早于联合执法？",
        question_en: "The paper upward is from before the enforcement?",
        change: &[Replace("upward/2025/anweiban/002.toml", "on = 2025-06-10", "on = 2025-05-02")],
        expect: &[Finds("E15", "advice", "enforcements/2025/anweiban/001"), Stands("O26", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "上报的是其他单位？",
        question_en: "Another unit reported upward?",
        change: &[
            Remove("upward/2025/anweiban/002.toml"),
            Add("upward/2025/yingji/001.toml", REPORTED_BY_BUREAU),
            Replace("enforcements/2025/anweiban/001.toml", "upward/2025/anweiban/002", "upward/2025/yingji/001"),
        ],
        expect: &[Finds("E15", "advice", "enforcements/2025/anweiban/001"), Stands("O26", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "上报没有列涉及事项，由联合执法指向？",
        question_en: "A paper upward that names no matter, to which the enforcement points?",
        change: &[Replace("upward/2025/anweiban/002.toml", "about = [\"enforcements/2025/anweiban/001\"]\n", "")],
        expect: &[Silent("E15", ""), Stands("O26", ALLOWED)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "检查写了一个没有设的组？",
        question_en: "A visit is said to be by a group that there is not?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "group = 2", "group = 9")],
        expect: &[Finds("F23", "reminder", "enforcements/2025/anweiban/001"), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "检查没有写组号？",
        question_en: "A visit without the number of a group?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "group = 2\n", "")],
        expect: &[Silent("F23", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（六）",
        question_zh: "办公室删去了总结时限，年内无总结？",
        question_en: "The office struck the term for summaries out, and within the year there is none?",
        change: &[
            OVER_NEW_YEAR,
            NO_SUMMARY,
            NO_CIRCULAR,
            Replace("settings.toml", "[[setting]]\nid = \"summary-term\"\nvalue = \"10 working-days\"\nclause = \"3.6\"\n", ""),
        ],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[Finds("E09", "reminder", "enforcements/2025/anweiban/002"), Stands("O23", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）",
        question_zh: "名单上的成员单位当时已经撤销？",
        question_en: "A unit that was no more stands in the team?",
        change: &[Head("units/linye.toml", "until = 2025-05-01\n")],
        expect: &[Finds("E01", "reminder", "enforcements/2025/anweiban/001"), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "组长姓名写“待定”？",
        question_en: "The leader's name is \"待定\"?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"分管负责人\"",
            "name = \"待定\"\npost = \"分管负责人\"",
        )],
        expect: &[Finds("E04", "unmet", "enforcements/2025/anweiban/001"), Stands("O16", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）、三（五）",
        question_zh: "区安委办设在应急管理局，由该局依法下达执法文书？",
        question_en: "The office is a department of joint enforcement, which serves its papers?",
        change: &[OFFICE_OF_BUREAU],
        expect: &[Silent("E08", ""), Stands("O19", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（二）、三（五）",
        question_zh: "区安委办设在不属于联合执法单位的应急管理局，由该局下达执法文书？",
        question_en: "The office is a unit that does not belong to joint enforcement, and serves papers?",
        change: &[
            OFFICE_OF_BUREAU,
            Replace(
                "mechanism.toml",
                "members = [\"yingji\", \"gongan\", \"ziran\", \"shengtai\", \"zhujian\"",
                "members = [\"gongan\", \"ziran\", \"shengtai\", \"zhujian\"",
            ),
        ],
        expect: &[Finds("E08", "unmet", "orders/2025/yingji/001"), Stands("O19", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "八个单位参加，工作小组只编入六个？",
        question_en: "Eight units took part, and the groups name six of them?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "members = [\"ziran\", \"shengtai\", \"nongshui\", \"linye\"]",
            "members = [\"ziran\", \"shengtai\"]",
        )],
        expect: &[Stands("O17", ALLOWED), Notes("O17", "已采用"), Silent("E06", ""), Stands("O14", MET), Stands("O16", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（三）",
        question_zh: "依据写“无”？",
        question_en: "Its basis reads \"无\"?",
        change: &[Replace(
            "enforcements/2025/anweiban/001.toml",
            "text = \"汛期安全生产工作部署和联席会议议定事项\"\nfrom = \"meetings/2025/anweiban/001\"\n",
            "text = \"无\"\n",
        )],
        expect: &[Finds("E02", "reminder", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "一次联合执法登记了两条，最低次数为二？",
        question_en: "One enforcement was filed twice, and two are asked?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/anweiban/012.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "enforcements/2025/anweiban/012"),
            Silent("F32", "enforcements/2025/anweiban/011"),
            Finds("Y01", "unmet", "mechanism"),
        ],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同名、同日、同矿的两次，方案文号不同？",
        question_en: "Two of one title, day and mine, under plans of other numbers?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[plan]\nissued = 2025-08-20\ndoc_number = \"云区安委办〔2025〕31号\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/anweiban/012.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[plan]\nissued = 2025-08-20\ndoc_number = \"云区安委办〔2025〕32号\"\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同日半天各查一座矿山，登记为两次？",
        question_en: "Two half days at two mines, filed as two?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/anweiban/012.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"xishan\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "两个单位各登记一次，名称不同，矿山、组长、参加单位相同？",
        question_en: "Two units filed one each, under other titles, at the same mine with one leader and team?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"矿山秋季检查（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "enforcements/2025/ziran/011"),
            Silent("F32", "enforcements/2025/anweiban/011"),
            Finds("Y01", "unmet", "mechanism"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "两个单位同日查同一座矿山，组长不同？",
        question_en: "Two units went to one mine on one day, each with its own leader?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"矿山秋季检查（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"杨某乙\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "一个组在同一矿山连查两天，两个单位各登记一天？",
        question_en: "One team was at one mine on two days on end, and two units filed one day each?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"矿山秋季检查（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-02\nto = 2025-09-02\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-02\n",
            ),
        ],
        expect: &[Finds("F32", "reminder", "enforcements/2025/ziran/011"), Finds("Y01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同上，隔了三天？",
        question_en: "And three days lay between?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"矿山秋季检查（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-05\nto = 2025-09-05\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-05\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "同上，次日的组长不同？",
        question_en: "And another person led on the second day?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"矿山秋季检查（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-02\nto = 2025-09-02\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"杨某乙\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-02\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O14", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "一次联合执法按日登记了三条？",
        question_en: "One enforcement of three days was filed day by day?",
        change: &[
            TWO_ENFORCEMENTS,
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/anweiban/012.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-02\nto = 2025-09-02\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-02\n",
            ),
            Add(
                "enforcements/2025/anweiban/013.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-03\nto = 2025-09-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-03\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "enforcements/2025/anweiban/012"),
            Finds("F32", "reminder", "enforcements/2025/anweiban/013"),
            Finds("Y01", "unmet", "mechanism"),
        ],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "重复登记的一条没有组长、总结、通报，是否另行判定？",
        question_en: "The second record of it lacks leader, summary and circular: is that asked again?",
        change: &[
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "enforcements/2025/ziran/011"),
            Silent("E04", "enforcements/2025/ziran/011"),
            Silent("E09", "enforcements/2025/ziran/011"),
            Silent("E11", "enforcements/2025/ziran/011"),
            Silent("E02", "enforcements/2025/ziran/011"),
            Finds("E02", "reminder", "enforcements/2025/anweiban/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "只有重复登记的一条写了重大问题，是否因重复登记而不判？",
        question_en: "Only the second record names a major problem: is that let go?",
        change: &[
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\nmajor = true\ntext = \"边坡浮石（虚构）。\"\ndue = 2025-09-20\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "enforcements/2025/ziran/011"),
            Finds("H13", "reminder", "enforcements/2025/ziran/011"),
            Finds("E13", "reminder", "enforcements/2025/ziran/011"),
            Finds("E15", "advice", "enforcements/2025/ziran/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "两条都写了同一重大问题？",
        question_en: "And both name it?",
        change: &[
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\nmajor = true\ntext = \"边坡浮石（虚构）。\"\ndue = 2025-09-20\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\nmajor = true\ntext = \"边坡浮石（虚构）。\"\ndue = 2025-09-20\n",
            ),
        ],
        expect: &[Finds("H13", "reminder", "enforcements/2025/anweiban/011"), Silent("H13", "enforcements/2025/ziran/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "先登记的一条只写作一般问题？",
        question_en: "And the first names it as an ordinary one?",
        change: &[
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\ntext = \"边坡浮石（虚构）。\"\ndue = 2025-09-20\n",
            ),
            Add(
                "enforcements/2025/ziran/011.toml",
                "title = \"2025年秋季联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-01\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\nmajor = true\ntext = \"边坡浮石（虚构）。\"\ndue = 2025-09-20\n",
            ),
        ],
        expect: &[Finds("E15", "advice", "enforcements/2025/ziran/011"), Finds("H13", "reminder", "enforcements/2025/ziran/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "一个组年末一天、年初一天连查同一矿山，分别登记，计入哪一年？",
        question_en: "One team was at one mine on the last day of a year and the first of the next, filed as two: in which year does it count?",
        change: &[
            Add(
                "enforcements/2025/anweiban/011.toml",
                "title = \"跨年联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2025-12-31\nto = 2025-12-31\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-12-31\n\n[summary]\neffects = \"检查1座矿山。\"\nproblems = \"无重大问题。\"\ncauses = \"自查不到位。\"\nrequirements = \"继续自查。\"\nsubmitted_by = \"张某甲\"\nreceived = 2026-01-05\n",
            ),
            Add(
                "enforcements/2026/anweiban/011.toml",
                "title = \"跨年联合执法（虚构）\"\nlead = \"anweiban\"\nfrom = 2026-01-01\nto = 2026-01-01\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n\n[[visits]]\nmine = \"lvshui\"\non = 2026-01-01\n\n[summary]\neffects = \"检查1座矿山。\"\nproblems = \"无重大问题。\"\ncauses = \"自查不到位。\"\nrequirements = \"继续自查。\"\nsubmitted_by = \"张某甲\"\nreceived = 2026-01-05\n",
            ),
        ],
        expect: &[Stands("O14", UNMET), Finds("F32", "reminder", "enforcements/2026/anweiban/011")],
        year: 2026,
        as_of: "2026-12-31",
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "农水在联合执法中转发区政府的关闭决定，写明其文号？",
        question_en: "The water bureau hands on the government's decision to close a mine, by its number?",
        change: &[Add(
            "orders/2025/nongshui/091.toml",
            "kind = \"close\"\nnumber = \"云城府函〔2025〕8号（虚构）\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "不属于联合执法的工信转发？",
        question_en: "And a member that is not of joint enforcement does?",
        change: &[Add(
            "orders/2025/gongxin/091.toml",
            "kind = \"close\"\nnumber = \"云城府函〔2025〕8号（虚构）\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "区安委办自己登记，文书编号是区政府的？",
        question_en: "The office files it under the government's number?",
        change: &[Add(
            "orders/2025/anweiban/091.toml",
            "kind = \"close\"\nnumber = \"云城府函〔2025〕8号（虚构）\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "写明的是区政府的名称和文号？",
        question_en: "It names the government and the number of its paper?",
        change: &[Add(
            "orders/2025/nongshui/091.toml",
            "kind = \"close\"\nnumber = \"区政府第8号决定（虚构）\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "农水以自己的文号关闭矿山？",
        question_en: "The water bureau closes a mine by a paper of its own?",
        change: &[Add(
            "orders/2025/nongshui/091.toml",
            "kind = \"close\"\nnumber = \"（虚构）农水关〔2025〕8号\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Finds("E08", "reminder", "orders/2025/nongshui/091"), Acts("E08", "nongshui")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "写明的是镇政府的文号？",
        question_en: "It names a paper of the town?",
        change: &[Add(
            "orders/2025/nongshui/091.toml",
            "kind = \"close\"\nnumber = \"腰古镇府函〔2025〕8号（虚构）\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/001\"\n",
        )],
        expect: &[Finds("E08", "reminder", "orders/2025/nongshui/091")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "与联合执法无关，消防关闭了矿山？",
        question_en: "The fire brigade closes a mine, apart from any joint enforcement?",
        change: &[Add(
            "orders/2025/xiaofang/091.toml",
            "kind = \"close\"\nnumber = \"（虚构）消关〔2025〕8号\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\n",
        )],
        expect: &[Finds("E08", "reminder", "orders/2025/xiaofang/091"), Stands("O19", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "与联合执法无关，负有关闭职责的自然资源关闭了矿山？",
        question_en: "And a unit does whose duty it is?",
        change: &[Add(
            "orders/2025/ziran/091.toml",
            "kind = \"close\"\nnumber = \"（虚构）自然关〔2025〕8号\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "与联合执法无关，消防只关闭其中一处？",
        question_en: "And the fire brigade closes a part of it?",
        change: &[Add(
            "orders/2025/xiaofang/091.toml",
            "kind = \"close\"\nnumber = \"（虚构）消关〔2025〕8号\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\nplace = \"北采区\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）、一（四）2",
        question_zh: "与联合执法无关，消防处罚矿山？",
        question_en: "And the fire brigade fines the mine?",
        change: &[Add(
            "orders/2025/xiaofang/091.toml",
            "kind = \"penalty\"\nnumber = \"（虚构）消罚〔2025〕8号\"\nat = 2025-05-14T10:00:00\nmine = \"lvshui\"\n",
        )],
        expect: &[Silent("E08", "")],
        ..Case::USUAL
    },
];

const OVER_NEW_YEAR: Edit = All(&[
    E2,
    Replace("enforcements/2025/anweiban/002.toml", "from = 2025-09-01\nto = 2025-09-03", "from = 2025-12-29\nto = 2026-01-03"),
    Replace("enforcements/2025/anweiban/002.toml", "on = 2025-09-02", "on = 2025-12-30"),
    Replace("enforcements/2025/anweiban/002.toml", "received = 2025-09-10", "received = 2026-01-08"),
    Replace("enforcements/2025/anweiban/002.toml", "issued = 2025-09-15", "issued = 2026-01-12"),
]);

const NO_SUMMARY: Edit = Replace(
    "enforcements/2025/anweiban/002.toml",
    "[summary]\neffects = \"检查1座矿山。\"\nproblems = \"采空区管理。\"\ncauses = \"专业人员不足。\"\nrequirements = \"限期整改。\"\nsubmitted_by = \"张某甲\"\nreceived = 2026-01-08\n\n",
    "",
);

const NO_CIRCULAR: Edit = All(&[
    Replace(
        "enforcements/2025/anweiban/002.toml",
        "[circular]\nissued = 2026-01-12\nscope = \"各成员单位和有关矿山\"\nto = [\"yingji\", \"gongan\", \"ziran\", \"quzhengfu\", \"mines/lvshui\"]\n\n",
        "",
    ),
    Replace(
        "enforcements/2025/anweiban/002.toml",
        "[[task]]\nno = 11\ntext = \"完善采空区监测（虚构）。\"\nlead = \"mines/lvshui\"\nstanding = true\n",
        "",
    ),
]);

/// An enforcement of which only its first day is filled in.
const BEGUN_ONLY: &str = "lead = \"anweiban\"\nfrom = 2025-12-30\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n";

/// One of which nothing is filled in but its days, its leader and its team.
const BARE_TEAM: &str = "lead = \"anweiban\"\nfrom = 2025-05-13\nto = 2025-05-15\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n";

/// One that found a problem, and of which nobody told.
const NO_CIRCULAR_AT_ALL: &str = "lead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[[visits]]\nmine = \"lvshui\"\non = 2025-09-02\n\n[[problem]]\nno = 1\nmine = \"lvshui\"\ntext = \"标识不清（虚构）。\"\nsupervising_unit = \"yingji\"\n";

/// The summary of the enforcement, as it stands in its record.
const SUMMARY: &str = "[summary]\neffects = \"检查3座矿山5次，发现问题4项，其中重大隐患1项，当场采取现场处置措施1次。\"\nproblems = \"边坡管理、爆破记录、水土保持和消防各1项。\"\ncauses = \"汛期前自查不到位，专业人员不足。\"\nrequirements = \"限期整改，逐项复查，重大隐患整改期间不得恢复坡脚作业。\"\nsubmitted_by = \"张某甲\"\nreceived = 2025-05-23\n\n";

/// An enforcement of which nothing but its days and its team is filled in.
const DAYS_ONLY: &str = "lead = \"anweiban\"\nfrom = 2025-09-01\nto = 2025-09-03\nmember_units = [\"yingji\", \"gongan\"]\n\n[leader]\nunit = \"yingji\"\nname = \"张某甲\"\n";

/// The groups of the enforcement, as they stand in its record.
const GROUPS: &str = "[[groups]]\nno = 1\nleader = \"张某乙\"\nmembers = [\"yingji\", \"gongan\", \"xiaofang\", \"zhujian\"]\nmines = [\"dashan\", \"xishan\"]\ndays = [2025-05-13, 2025-05-14]\n\n[[groups]]\nno = 2\nleader = \"杨某乙\"\nmembers = [\"ziran\", \"shengtai\", \"nongshui\", \"linye\"]\nmines = [\"lvshui\", \"dashan\"]\ndays = [2025-05-14, 2025-05-15]\n\n";

/// A bureau's own report upward on the enforcement.
const REPORTED_BY_BUREAU: &str = r#"kind = "report"
to = "shianweiban"
about = ["enforcements/2025/anweiban/001"]
title = "关于2025年汛期联合执法情况的报告（虚构）"
on = 2025-06-10
"#;

/// The office is no unit of its own: the emergency bureau keeps it.
const OFFICE_OF_BUREAU: Edit = Replace("mechanism.toml", "office = \"anweiban\"", "office = \"yingji\"");

/// Two enforcements a year are asked, and the one that was carried out is not on record.
const TWO_ENFORCEMENTS: Edit = All(&[
    Remove("enforcements/2025/anweiban/001.toml"),
    Replace(
        "mechanism.toml",
        "\"xiaofang\", \"nongshui\", \"linye\"]\nat_least = 1",
        "\"xiaofang\", \"nongshui\", \"linye\"]\nat_least = 2",
    ),
]);
