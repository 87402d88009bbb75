//! Liaisons, plans, tasks and feedback (五、一（一）4、二（六）): what lasts and what ends with its day.

use super::edit::Edit::{self, Add, All, Head, Remove, Replace, Tail};
use super::registers::{E2_MAJOR, GAP, LATER};
use super::{
    Acts, Awaits, Case, DEFINED, Finds, MET, MET_LATE, NOT_APPLICABLE, NOT_JUDGED, NOT_SEEN, Notes, OPEN, REMINDER, Says, Shows,
    ShowsNot, Silent, Stands, UNKNOWN, UNMET,
};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "五（三）",
        question_zh: "12月撤并的单位，自2月起没有联络员？",
        question_en: "A unit dissolved in December had no liaison since February?",
        change: &[GAP, Head("units/linye.toml", "until = 2025-12-20\nsuccessors = [\"ziran\"]\n")],
        expect: &[Finds("L01", "unmet", "people/linye"), Stands("O42", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "同上，下一年还算不算该单位的空缺？",
        question_en: "Is that gap one of the next year?",
        change: &[GAP, Head("units/linye.toml", "until = 2025-12-20\nsuccessors = [\"ziran\"]\n")],
        year: 2026,
        as_of: "2026-02-01",
        expect: &[Stands("O42", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "后来接任的联络员没有电话？",
        question_en: "A later liaison has no telephone?",
        change: &[LATER],
        expect: &[Finds("L05", "reminder", "people/linye"), Stands("O43", REMINDER), Stands("O44", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "首次报送的日期过去之后的年度？",
        question_en: "A year after that of the first report?",
        expect: &[Stands("O44", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "2025年度计划到2026年1月才印发？",
        question_en: "The plan for 2025 was issued in January 2026?",
        change: &[Replace("plans/2025/yingji/001.toml", "issued = 2025-01-15", "issued = 2026-01-05")],
        as_of: "2026-01-31",
        expect: &[Stands("O45", UNMET), Finds("P01", "unmet", "plans/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "没有制定年度计划？",
        question_en: "No plan was made?",
        change: &[Remove("plans/2025/yingji/001.toml")],
        expect: &[Stands("O45", UNMET), Finds("P01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度未结束，计划尚未印发？",
        question_en: "The year runs on and the plan is not issued yet?",
        change: &[Remove("plans/2025/yingji/001.toml")],
        as_of: "2025-02-01",
        expect: &[Stands("O45", OPEN), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "有计划，也有检查？",
        question_en: "There is a plan and there were inspections?",
        expect: &[Stands("O45", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议议定事项到期未完成，下一年？",
        question_en: "A task of a meeting was due and not done, seen in the next year?",
        change: &[Remove("responses/2025/yingji/003.toml"), Remove("responses/2025/anweiban/001.toml")],
        year: 2026,
        as_of: "2026-03-01",
        expect: &[Finds("T02", "unmet", "meetings/2025/anweiban/001"), Stands("O10", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "长期坚持的事项是否逾期？",
        question_en: "Is a standing task ever overdue?",
        as_of: "2026-12-31",
        expect: &[Silent("T02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "对矿山的整改要求已过时限，问题未登记为隐患，由谁督办？",
        question_en: "A demand on a mine is past its term and its problem was never taken over: who has to act?",
        change: &[DEMAND],
        expect: &[Says("T02", "enforcements/2025/anweiban/002", "task 11 "), Acts("T02", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "对矿山的整改要求，其隐患已复查合格，没有另行回应？",
        question_en: "A demand on a mine was never answered, and its hazard passed the re-inspection?",
        change: &[DEMAND, PASSED],
        expect: &[Silent("T02", ""), Silent("T03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "该隐患复查不合格？",
        question_en: "And the hazard failed it?",
        change: &[DEMAND, PASSED, Replace("hazards/2025/yingji/011.toml", "passed", "failed")],
        expect: &[Silent("T02", ""), ShowsNot("O22", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "成员单位已反馈，区安委办没有答复？",
        question_en: "A member reported a problem and the office did not answer?",
        change: &[Remove("responses/2025/anweiban/007.toml")],
        expect: &[Stands("O41", MET), Finds("T04", "reminder", "responses/2025/nongshui/003")],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "施行日期的条文能否“已落实”？",
        question_en: "Can the clause on the first day be carried out?",
        expect: &[Stands("O40", DEFINED)],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "施行之前的年度？",
        question_en: "A year before the regulation?",
        year: 2023,
        as_of: "2023-12-31",
        expect: &[Stands("O42", NOT_APPLICABLE)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "上年末没有联络员，本年已补上？",
        question_en: "There was no liaison at the end of last year, and there is one now?",
        change: &[
            GAP,
            Replace(
                "people/linye.toml",
                "since = 2024-08-15\nuntil = 2025-02-01\nreported = 2024-08-20",
                "since = 2025-01-10\nreported = 2025-01-13",
            ),
        ],
        expect: &[Stands("O42", MET), Shows("O42", "people/linye")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "制定了计划的单位年中并入另一单位？",
        question_en: "The unit that made the plan went into another in the midst of the year?",
        change: &[Head("units/yingji.toml", "until = 2025-08-31\nsuccessors = [\"ziran\"]\n")],
        expect: &[Stands("O45", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "并入之后，下一年没有计划？",
        question_en: "And no plan was made for the year after?",
        change: &[Head("units/yingji.toml", "until = 2025-08-31\nsuccessors = [\"ziran\"]\n")],
        year: 2026,
        as_of: "2026-12-31",
        expect: &[Stands("O45", UNMET), Finds("P01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "2024年联络员没有变动，只有首次指定？",
        question_en: "No liaison changed in 2024, all were named for the first time?",
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Stands("O43", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "对镇街的整改要求逾期，监管部门的督促是否未落实？",
        question_en: "A demand on a town is past its term: did the departments fail to urge?",
        change: &[TOWN_DEMAND],
        expect: &[Finds("T02", "reminder", "enforcements/2025/anweiban/001"), Acts("T02", "anweiban"), Stands("O21", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "镇街完成了要求，算不算监管部门督促的依据？",
        question_en: "The town did it: does that show that the departments urged?",
        change: &[
            TOWN_DEMAND,
            Add(
                "responses/2025/anweiban/012.toml",
                "kind = \"done\"\nto = \"enforcements/2025/anweiban/001#13\"\non = 2025-08-20\n",
            ),
        ],
        expect: &[Silent("T02", ""), ShowsNot("O21", "enforcements/2025/anweiban/001#13")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议部署给镇街的事项逾期？",
        question_en: "A task that the meeting gave to a town is past its term?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "lead = \"ziran\"\nwith = [\"yingji\", \"gongan\"]\nstanding = true",
            "lead = \"hekou\"\ndue = 2025-06-30",
        )],
        expect: &[Finds("T02", "reminder", "meetings/2025/anweiban/001"), Acts("T02", "anweiban"), Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "同一事项由成员单位牵头？",
        question_en: "And where a member leads it?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "lead = \"ziran\"\nwith = [\"yingji\", \"gongan\"]\nstanding = true",
            "lead = \"ziran\"\ndue = 2025-06-30",
        )],
        expect: &[Finds("T02", "unmet", "meetings/2025/anweiban/001"), Stands("O10", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "条文写明每年1月31日前印发计划，1月15日印发？",
        question_en: "A text has the plan issued by 31 January each year, and it was on the 15th?",
        change: &[BY_JANUARY],
        expect: &[Silent("P01", ""), Stands("O45", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "同上，2月20日才印发？",
        question_en: "And it was issued on 20 February?",
        change: &[BY_JANUARY, Replace("plans/2025/yingji/001.toml", "issued = 2025-01-15", "issued = 2025-02-20")],
        expect: &[Finds("P01", "reminder", "plans/2025/yingji/001"), Stands("O45", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "同上，期限次日尚无计划？",
        question_en: "And there is none the day after?",
        change: &[BY_JANUARY, Remove("plans/2025/yingji/001.toml")],
        as_of: "2025-02-01",
        expect: &[Finds("P01", "unmet", "mechanism"), Stands("O45", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "同上，期限当日？",
        question_en: "And on the day itself?",
        change: &[BY_JANUARY, Remove("plans/2025/yingji/001.toml")],
        as_of: "2025-01-31",
        expect: &[Silent("P01", ""), Awaits("P01", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "单位年末撤销而无承接单位，当年的计划已经制定？",
        question_en: "A unit ended in December without a successor, and had made its plan of the year?",
        change: &[Head("units/yingji.toml", "until = 2025-12-01\n")],
        expect: &[Stands("O45", MET), Shows("O45", "plans/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "单位年末撤销而无承接单位，当年没有计划？",
        question_en: "A unit ended in December without a successor, and had made no plan?",
        change: &[Head("units/yingji.toml", "until = 2025-12-01\n"), Remove("plans/2025/yingji/001.toml")],
        expect: &[Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "没有报完成，到期半年后区安委办同意办结？",
        question_en: "Nobody reported a task done, and the office accepted it half a year after its term?",
        change: &[ACCEPTED_ALONE, Replace("responses/2025/anweiban/001.toml", "on = 2025-06-27", "on = 2025-12-20")],
        expect: &[
            Finds("T02", "reminder", "meetings/2025/anweiban/001"),
            Says("T02", "meetings/2025/anweiban/001", "2025-12-20 同意办结"),
            Stands("O10", MET_LATE),
            Shows("O10", "meetings/2025/anweiban/001#1"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "没有报完成，时限次日区安委办同意办结？",
        question_en: "Nobody reported it done, and the office accepted it the day after its term?",
        change: &[ACCEPTED_ALONE, Replace("responses/2025/anweiban/001.toml", "on = 2025-06-27", "on = 2025-07-01")],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "按时报完成，区安委办半年后才同意办结？",
        question_en: "It was reported done in time, and the office accepted it half a year later?",
        change: &[Replace("responses/2025/anweiban/001.toml", "on = 2025-06-27", "on = 2025-12-20")],
        expect: &[Silent("T02", ""), Silent("T03", ""), Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "注明长期坚持，另定时限，到期没有任何登记？",
        question_en: "A standing task has a term as well, which passed without a word?",
        change: &[STANDING_WITH_TERM],
        expect: &[
            Finds("T02", "reminder", "meetings/2025/anweiban/001"),
            Says("T02", "meetings/2025/anweiban/001", "长期坚持，另定时限"),
            Acts("T02", "ziran"),
            Stands("O10", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "长期坚持而另定时限，时限之内登记了进展？",
        question_en: "And progress was recorded within it?",
        change: &[
            STANDING_WITH_TERM,
            Add("responses/2025/ziran/011.toml", "kind = \"progress\"\nto = \"meetings/2025/anweiban/001#3\"\non = 2025-06-20\n"),
        ],
        expect: &[Silent("T02", ""), Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "长期坚持而另定时限，只有配合单位登记了进展？",
        question_en: "And only a helping unit recorded progress?",
        change: &[
            STANDING_WITH_TERM,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"progress\"\nto = \"meetings/2025/anweiban/001#3\"\non = 2025-06-20\n",
            ),
        ],
        expect: &[Finds("T02", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "8月21日当日报送联络员？",
        question_en: "The liaison was reported on 21 August itself?",
        change: &[Replace("people/linye.toml", "reported = 2024-08-20", "reported = 2024-08-21")],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Stands("O44", MET), Silent("L04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "8月22日才报送联络员？",
        question_en: "It was reported on 22 August?",
        change: &[Replace("people/linye.toml", "reported = 2024-08-20", "reported = 2024-08-22")],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Stands("O44", MET_LATE), Finds("L04", "reminder", "people/linye")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "首任联络员始终没有报送？",
        question_en: "The first liaison was never reported?",
        change: &[Replace("people/linye.toml", "reported = 2024-08-20\n", "")],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Stands("O44", UNMET), Finds("L04", "unmet", "people/linye")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "没有单位反馈过问题，是否未落实？",
        question_en: "No unit reported a problem: is that a breach?",
        change: &[Remove("responses/2025/nongshui/003.toml"), Remove("responses/2025/anweiban/007.toml")],
        expect: &[Stands("O41", NOT_SEEN), Silent("T04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "有计划，全年没有任何检查、隐患记录？",
        question_en: "There is a plan, and not one visit or hazard in the year?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Remove("hazards/2025/yingji/001.toml"),
            Remove("hazards/2025/yingji/002.toml"),
        ],
        expect: &[Stands("O45", UNKNOWN), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "高度重视、抓好落实，能否由程序判为“已落实”？",
        question_en: "Can a program find that the systems were taken seriously?",
        expect: &[Stands("O61", NOT_JUDGED)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "成员单位撤并，承接单位没有联络员？",
        question_en: "A member was merged, and its successor has no liaison?",
        change: &[XIN],
        expect: &[Finds("L01", "unmet", "people/xin"), Stands("O42", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "承接单位的联络员已离任？",
        question_en: "The successor's liaison has left?",
        change: &[
            XIN,
            Add(
                "people/xin.toml",
                "[[liaison]]\nname = \"新某（虚构）\"\nphone = \"0766-0000000\"\nsince = 2025-07-01\nuntil = 2025-09-30\nreported = 2025-07-02\n",
            ),
        ],
        expect: &[Finds("L01", "unmet", "people/xin"), Stands("O42", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "承接单位有联络员？",
        question_en: "And it has one?",
        change: &[
            XIN,
            Add(
                "people/xin.toml",
                "[[liaison]]\nname = \"新某（虚构）\"\nphone = \"0766-0000000\"\nsince = 2025-07-01\nreported = 2025-07-02\n",
            ),
        ],
        expect: &[Silent("L01", ""), Stands("O42", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "联络员姓名写“待定”？",
        question_en: "The liaison's name is \"待定\"?",
        change: &[Replace("people/linye.toml", "name = \"周某丙\"", "name = \"待定\"")],
        expect: &[Finds("L01", "unmet", "people/linye"), Stands("O42", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "年末最后一天到期的任务，跨年后仍未办理，其余任务都已办结？",
        question_en: "A task due on the last day of the year is still undone in the next, while all others were carried out?",
        change: &[Tail("meetings/2025/anweiban/001.toml", DUE_AT_YEAR_END)],
        as_of: "2026-01-05",
        expect: &[
            Stands("O10", OPEN),
            Notes("O10", "年末尚在时限内，此后未落实，见 2026 年"),
            ShowsNot("O10", "meetings/2025/anweiban/001#5"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "年末最后一天到期的任务，跨年后才办结？",
        question_en: "A task due on the last day of the year is carried out in the next?",
        change: &[
            Tail("meetings/2025/anweiban/001.toml", DUE_AT_YEAR_END),
            Add(
                "responses/2026/gongan/001.toml",
                "kind = \"done\"\nto = \"meetings/2025/anweiban/001#5\"\non = 2026-01-04\ntext = \"已检查。\"\n",
            ),
        ],
        as_of: "2026-01-05",
        expect: &[Stands("O10", MET_LATE), Notes("O10", "此后逾期落实，见 2026 年")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "上年部署、次年到期的任务，到期之前办结？",
        question_en: "A task set in one year and due in the next is carried out in its term?",
        change: &[
            Tail(
                "meetings/2025/anweiban/001.toml",
                "[[task]]\nno = 5\ntext = \"春节前检查（虚构）。\"\nlead = \"gongan\"\ndue = 2026-01-20\nclause = \"2.6\"\n",
            ),
            Add(
                "responses/2026/gongan/001.toml",
                "kind = \"done\"\nto = \"meetings/2025/anweiban/001#5\"\non = 2026-01-04\ntext = \"已检查。\"\n",
            ),
        ],
        as_of: "2026-01-05",
        expect: &[Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "联络员年末离任，跨年后一直未调整，其他单位都有联络员？",
        question_en: "A liaison left at the end of the year and nobody has followed since, while all other members have theirs?",
        change: &[Replace("people/ziran.toml", "reported = 2024-08-20", "reported = 2024-08-20\nuntil = 2025-12-30")],
        as_of: "2026-03-31",
        expect: &[Stands("O42", OPEN), Notes("O42", "此后未落实，见 2026 年")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "联络员报送日期早于文件印发？",
        question_en: "A liaison is said to have been reported before the paper was issued?",
        change: &[Replace("people/ziran.toml", "reported = 2024-08-20", "reported = 2024-08-10")],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Finds("L04", "advice", "people/ziran"), Says("L04", "people/ziran", "早于机制施行之日")],
        ..Case::USUAL
    },
    Case {
        clause: "五（三）",
        question_zh: "联络员在文件印发当日报送？",
        question_en: "A liaison was reported on the very day of the paper?",
        change: &[Replace("people/ziran.toml", "reported = 2024-08-20", "reported = 2024-08-15")],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Silent("L04", "people/ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "只有两年前的年度计划？",
        question_en: "The only plan is for two years before?",
        change: &[Replace("plans/2025/yingji/001.toml", "year = 2025", "year = 2023")],
        expect: &[Finds("P01", "unmet", "mechanism"), Stands("O45", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "两年前就印发了本年度的计划？",
        question_en: "The plan for this year was issued two years before?",
        change: &[Replace("plans/2025/yingji/001.toml", "issued = 2025-01-15", "issued = 2023-12-15")],
        expect: &[Silent("P01", ""), Stands("O45", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "对“每年至少一次”登记了情况说明，并经批准？",
        question_en: "A waiver was filed, and approved, of what is asked at least once a year?",
        change: &[
            Remove("enforcements/2025/anweiban/001.toml"),
            Add(
                "waivers/2025/anweiban/011.toml",
                "obligation = \"O14\"\nperiod = \"2025\"\non = 2025-12-01\nreason = \"人员紧张（虚构）\"\napproved_by = \"孙某丁\"\npaper = \"云区安委办〔2025〕99号（虚构）\"\n",
            ),
        ],
        expect: &[Stands("O14", UNMET), Finds("Y01", "unmet", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "情况说明写的是条文没有的义务？",
        question_en: "A waiver of an obligation that is not there?",
        change: &[Add(
            "waivers/2025/anweiban/011.toml",
            "obligation = \"O99\"\nperiod = \"2025\"\non = 2025-12-01\nreason = \"无（虚构）\"\n",
        )],
        expect: &[Finds("F13", "form", "waivers/2025/anweiban/011")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "对原则性要求的情况说明没有批准？",
        question_en: "A waiver of what is asked in principle, approved by nobody?",
        change: &[
            Add(
                "waivers/2025/anweiban/011.toml",
                "obligation = \"O4\"\nperiod = \"2025\"\non = 2025-12-01\nreason = \"机构改革（虚构）\"\n",
            ),
            Remove("meetings/2025/anweiban/001.toml"),
        ],
        expect: &[Finds("F11", "reminder", "waivers/2025/anweiban/011"), Stands("O4", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "退回以后没有再报完成，已同意办结？",
        question_en: "It was sent back, and accepted although it was never reported done again?",
        change: &[Add(
            "responses/2025/anweiban/091.toml",
            "kind = \"returned\"\nto = \"meetings/2025/anweiban/001#1\"\nof = \"yingji\"\non = 2025-06-26\ntext = \"材料不全（虚构）。\"\n",
        )],
        expect: &[Finds("T03", "reminder", "meetings/2025/anweiban/001"), Says("T03", "", "退回以后")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "退回以后，同意办结在先，再报完成在后？",
        question_en: "It was sent back, accepted, and reported done again only then?",
        change: &[
            Add(
                "responses/2025/anweiban/091.toml",
                "kind = \"returned\"\nto = \"meetings/2025/anweiban/001#1\"\nof = \"yingji\"\non = 2025-06-26\ntext = \"材料不全（虚构）。\"\n",
            ),
            Add("responses/2025/yingji/091.toml", "kind = \"done\"\nto = \"meetings/2025/anweiban/001#1\"\non = 2025-07-05\n"),
        ],
        expect: &[Says("T03", "meetings/2025/anweiban/001", "2025-07-05 才报已完成")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "退回以后再报完成，然后同意办结？",
        question_en: "It was sent back, reported done again and then accepted?",
        change: &[
            Add(
                "responses/2025/anweiban/091.toml",
                "kind = \"returned\"\nto = \"meetings/2025/anweiban/001#1\"\nof = \"yingji\"\non = 2025-06-26\ntext = \"材料不全（虚构）。\"\n",
            ),
            Add("responses/2025/yingji/091.toml", "kind = \"done\"\nto = \"meetings/2025/anweiban/001#1\"\non = 2025-06-27\n"),
        ],
        expect: &[Silent("T03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "长期坚持而另定时限，登记的进展只写“已阅，无进展”？",
        question_en: "It reads \"已阅，无进展\" and no more?",
        change: &[
            STANDING_WITH_TERM,
            Add(
                "responses/2025/ziran/011.toml",
                "kind = \"progress\"\nto = \"meetings/2025/anweiban/001#3\"\non = 2025-06-20\ntext = \"已阅，无进展。\"\n",
            ),
        ],
        expect: &[Finds("T02", "reminder", "meetings/2025/anweiban/001"), Says("T02", "meetings/2025/anweiban/001", "未见进展")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "登记为已完成，内容却是“暂无进展”？",
        question_en: "A word that it is done reads \"暂无进展\"?",
        change: &[NO_PROGRESS],
        expect: &[Finds("T02", "reminder", "meetings/2025/anweiban/001"), Finds("F30", "reminder", "responses/2025/ziran/011")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "区安委办的答复只写“收悉”？",
        question_en: "The office's answer reads \"收悉\" and no more?",
        change: &[Replace("responses/2025/anweiban/007.toml", "送达登记在通报的送达一栏，回执样式随下次通报印发。", "收悉。")],
        expect: &[Finds("T04", "reminder", "responses/2025/nongshui/003")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "登记了年度计划，内容写“本年度未制定计划”？",
        question_en: "A plan is recorded whose text says that none was made?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。",
            "本年度未制定计划（虚构）。",
        )],
        expect: &[Stands("O45", UNMET), Finds("P01", "unmet", "plans/2025/yingji/001"), Silent("P02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "内容写“待定”？",
        question_en: "And its text says that it is open?",
        change: &[Replace("plans/2025/yingji/001.toml", "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。", "待定")],
        expect: &[Stands("O45", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "内容写“未整改的隐患每月复查一次”？",
        question_en: "And its text plans what to do about what is not put right?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。",
            "未整改的隐患每月复查一次，不留盲区（虚构）。",
        )],
        expect: &[Stands("O45", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "内容写“年度计划正在编制”？",
        question_en: "And its text says that the plan is being drawn up?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。",
            "年度计划正在编制（虚构）。",
        )],
        expect: &[Stands("O45", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "标题写明是征求意见稿？",
        question_en: "And its title says that it is a draft for comment?",
        change: &[Replace("plans/2025/yingji/001.toml", "监督检查计划（虚构）", "监督检查计划（征求意见稿）（虚构）")],
        expect: &[Stands("O45", UNMET)],
        ..Case::USUAL
    },
];

/// A demand on the mine of the further enforcement, with a term.
const DEMAND: Edit = All(&[E2_MAJOR, Replace("enforcements/2025/anweiban/002.toml", "standing = true", "due = 2025-10-15")]);

/// What the team found there, taken over and re-inspected.
const PASSED: Edit = Add(
    "hazards/2025/yingji/011.toml",
    r#"mine = "lvshui"
found = 2025-09-02
source_kind = "enforcement"
from = "enforcements/2025/anweiban/002#1"
nature = "hazard"
major = true
criterion = "矿安〔2022〕88号 二（虚构适用）"
description = "采空区顶板离层（虚构）。"
reported_done = 2025-10-08

[rectification]
plan = "充填采空区。"
due = 2025-10-10

[[reinspection]]
on = 2025-10-09
by = "yingji"
result = "passed"
"#,
);

const TOWN_DEMAND: Edit =
    Replace("enforcements/2025/anweiban/001.toml", "lead = \"hekou\"\nstanding = true", "lead = \"hekou\"\ndue = 2025-08-31");

/// A text that names a day of every year for the plan.
const BY_JANUARY: Edit =
    Replace("obligations.toml", "breaks = [\"plan-missing\"]", "breaks = [\"plan-missing\"]\ndue_yearly = \"01-31\"");

/// The lead said nothing of its task.
const ACCEPTED_ALONE: Edit = All(&[Remove("responses/2025/yingji/002.toml"), Remove("responses/2025/yingji/003.toml")]);

const STANDING_WITH_TERM: Edit = Replace(
    "meetings/2025/anweiban/001.toml",
    "with = [\"yingji\", \"gongan\"]\nstanding = true",
    "with = [\"yingji\", \"gongan\"]\ndue = 2025-06-30\nstanding = true",
);

/// The fire brigade was merged into a new unit in the middle of the year.
const XIN: Edit = All(&[
    Tail("units/xiaofang.toml", "until = 2025-06-30\nsuccessors = [\"xin\"]\n"),
    Add("units/xin.toml", "name = \"新消防（虚构）\"\nshort = \"新消防\"\nsince = 2025-07-01\n"),
]);

/// A task whose term ends with the year.
const DUE_AT_YEAR_END: &str =
    "[[task]]\nno = 5\ntext = \"年末检查（虚构）。\"\nlead = \"gongan\"\ndue = 2025-12-31\nclause = \"2.6\"\n";

/// The standing task was reported done, by a word that says itself that nothing moved.
const NO_PROGRESS: Edit = All(&[
    STANDING_WITH_TERM,
    Add(
        "responses/2025/ziran/011.toml",
        "kind = \"done\"\nto = \"meetings/2025/anweiban/001#3\"\non = 2025-06-20\ntext = \"暂无进展。\"\n",
    ),
]);
