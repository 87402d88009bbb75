//! What cannot be before what (先后).

use super::edit::Edit::{self, Add, Head, Remove, Replace, Tail};
use super::registers::{E2, E2_MAJOR, HN, MERGED};
use super::{Acts, Case, Finds, REMINDER, Says, Shows, ShowsNot, Silent, Stands};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "四（三）",
        question_zh: "通报的印发日期早于所通报的线索？",
        question_en: "A notice bears a day before the lead that it tells of was received?",
        change: &[LEAD, Add("notices/2025/linye/011.toml", TOO_EARLY)],
        expect: &[Finds("F17", "form", "notices/2025/linye/011"), Stands("O29", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同一份通报与线索同日，是否先后颠倒？",
        question_en: "The same notice of the day of the lead: is the order wrong?",
        change: &[
            LEAD,
            Add("notices/2025/linye/011.toml", TOO_EARLY),
            Replace("notices/2025/linye/011.toml", "2025-08-04", "2025-08-05"),
            Replace("notices/2025/linye/011.toml", "2025-08-04", "2025-08-05"),
        ],
        expect: &[Silent("F17", ""), Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "撤回早于被撤回的通报？",
        question_en: "A notice is withdrawn by a paper older than itself?",
        change: &[Add("notices/2025/gongan/011.toml", WITHDRAWN_BEFORE)],
        expect: &[Says("F17", "notices/2025/gongan/011", "2025-11-26")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复早于所答复的反馈，是否算已答复？",
        question_en: "An answer is older than the feedback that it answers: was it answered?",
        change: &[
            Add("responses/2025/linye/011.toml", "kind = \"feedback\"\nclause = \"2.4\"\non = 2025-08-05\ntext = \"（虚构）\"\n"),
            Add(
                "responses/2025/anweiban/011.toml",
                "kind = \"answer\"\nto = \"responses/2025/linye/011\"\non = 2025-08-04\ntext = \"（虚构）\"\n",
            ),
        ],
        expect: &[Finds("F17", "form", "responses/2025/anweiban/011"), Silent("F17", "responses/2025/linye/011")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "议定事项在会议之前就报已完成？",
        question_en: "A task is reported done before the meeting that set it?",
        change: &[Add(
            "responses/2025/linye/011.toml",
            "kind = \"done\"\nto = \"meetings/2025/anweiban/001#1\"\non = 2025-04-09\n",
        )],
        expect: &[Finds("F17", "form", "responses/2025/linye/011")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "开会之前签收会议通知，是否先后颠倒？",
        question_en: "The call to a meeting is received before the meeting: is the order wrong?",
        change: &[Add(
            "responses/2025/linye/011.toml",
            "kind = \"received\"\nto = \"meetings/2025/anweiban/001\"\non = 2025-04-03\n",
        )],
        expect: &[Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "先行告知当日即签收，正式文件两日后印发，是否先后颠倒？",
        question_en: "Word is received on its day, and the paper issued two days later: is the order wrong?",
        change: &[Add(
            "responses/2025/gongan/011.toml",
            "kind = \"received\"\nto = \"notices/2025/ziran/001\"\non = 2025-03-04\n",
        )],
        expect: &[Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "先行告知之前即签收？",
        question_en: "A notice is received before even word of it was given?",
        change: &[Add(
            "responses/2025/gongan/011.toml",
            "kind = \"received\"\nto = \"notices/2025/ziran/001\"\non = 2025-03-03\n",
        )],
        expect: &[Finds("F17", "form", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "责令停止作业的文书早于所针对的隐患，算不算现场处置？",
        question_en: "An order is older than the hazard that it is about: is it the measure on site?",
        change: &[Replace("orders/2025/yingji/001.toml", "2025-05-13T15:40:00", "2025-05-02T15:40:00")],
        expect: &[Finds("F17", "form", "orders/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "隐患的发现日期早于发现它的联合执法？",
        question_en: "A hazard is recorded as found before the enforcement that found it?",
        change: &[Replace("hazards/2025/yingji/001.toml", "found = 2025-05-13", "found = 2025-05-12")],
        expect: &[Finds("F17", "form", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查早于发现？",
        question_en: "A hazard is re-inspected before it was found?",
        change: &[Replace("hazards/2025/yingji/001.toml", "on = 2025-06-26", "on = 2025-05-12")],
        expect: &[Finds("F04", "form", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示早于没有议成的会议，是否算已报请？",
        question_en: "The request is older than the meeting that could not settle the question: did it go upward?",
        change: &[Replace("upward/2025/anweiban/001.toml", "on = 2025-04-17", "on = 2025-04-01")],
        expect: &[
            Finds("F17", "form", "upward/2025/anweiban/001"),
            Stands("O11", REMINDER),
            ShowsNot("O11", "meetings/2025/anweiban/001#4"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（三）",
        question_zh: "联合执法以开始之后才召开的会议为依据？",
        question_en: "An enforcement rests on what was found only after it had begun?",
        change: &[
            E2,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "text = \"采空区管理（虚构）\"",
                "text = \"采空区管理（虚构）\"\nfrom = \"orders/2025/yingji/003\"",
            ),
            Replace("enforcements/2025/anweiban/002.toml", "from = 2025-09-01", "from = 2025-07-01"),
        ],
        expect: &[Finds("F17", "form", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "联合执法开始之前通报行动安排，是否先后颠倒？",
        question_en: "Others are told of a joint enforcement before it begins: is the order wrong?",
        change: &[Add("notices/2025/anweiban/011.toml", ANNOUNCED)],
        expect: &[Silent("F17", ""), Shows("O14", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "文书早于它所属的联合执法？",
        question_en: "An order is older than the enforcement to which it belongs?",
        change: &[Replace("orders/2025/yingji/001.toml", "2025-05-13T15:40:00", "2025-05-12T15:40:00")],
        expect: &[Finds("F17", "form", "orders/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（三）",
        question_zh: "联合执法以其后才召开的会议为依据？",
        question_en: "An enforcement rests on a meeting that was held after it had begun?",
        change: &[Replace("enforcements/2025/anweiban/001.toml", "from = 2025-05-13", "from = 2025-04-08")],
        expect: &[Finds("F17", "form", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "纪要早于会议，是否算形成纪要？",
        question_en: "The minutes are older than the meeting: are they minutes?",
        change: &[Replace("meetings/2025/anweiban/001.toml", "issued = 2025-04-18", "issued = 2025-03-18")],
        expect: &[Finds("F04", "form", "meetings/2025/anweiban/001"), ShowsNot("O9", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "两座同时存在的矿山名称相同？",
        question_en: "Two mines that are there at the same time have one name?",
        change: &[Add("mines/xinshan/base.toml", "name = \"西山瓷土矿（虚构）\"\ntown = \"yaogu\"\n")],
        expect: &[Finds("G04", "reminder", "mines/xishan/base")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "前一座矿山关闭以后另建同名矿山？",
        question_en: "A mine of that name was opened after the other had been closed?",
        change: &[
            Add("mines/xinshan/base.toml", "name = \"西山瓷土矿（虚构）\"\ntown = \"yaogu\"\nsince = 2025-10-01\n"),
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
        ],
        expect: &[Silent("G04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "停止作业文书的年份录成上年，早于施行之日？",
        question_en: "The year of an order to stop work was typed as the one before, ahead of the regulation?",
        change: &[Replace("orders/2025/yingji/003.toml", "at = 2025-07-18", "at = 2024-07-18")],
        expect: &[
            Finds("F28", "reminder", "orders/2025/yingji/003"),
            Says("F28", "orders/2025/yingji/003", "早于施行之日，不作评价"),
            ShowsNot("O29", "orders/2025/yingji/003"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "上年底计划、本年召开的会议，文件在上年的文件夹？",
        question_en: "A meeting planned in December and held in January lies in the folder of the year before?",
        change: &[Add(
            "meetings/2024/anweiban/011.toml",
            "title = \"第二次联席会议（虚构）\"\nconvener = \"anweiban\"\nplanned = 2025-01-12\nheld = 2025-01-12\n",
        )],
        expect: &[Silent("F28", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "同意办结早于牵头单位报完成？",
        question_en: "A task was accepted before its lead reported it done?",
        change: &[Replace("responses/2025/anweiban/001.toml", "2025-06-27", "2025-06-20")],
        expect: &[
            Finds("T03", "reminder", "meetings/2025/anweiban/001"),
            Says("T03", "", "2025-06-20 已同意办结，而应急 2025-06-24 才报已完成"),
            Acts("T03", "anweiban"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "同日报完成、同意办结？",
        question_en: "It was accepted on the day on which it was reported done?",
        change: &[Replace("responses/2025/anweiban/001.toml", "2025-06-27", "2025-06-24")],
        expect: &[Silent("T03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "牵头单位没有报完成，办公室核实后同意办结？",
        question_en: "The office looked into it and accepted it, and its lead never reported it done?",
        change: &[Remove("responses/2025/yingji/003.toml")],
        expect: &[Silent("T03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法组所定的整改期限早于执法开始？",
        question_en: "The term that the team set for a problem lies before the enforcement?",
        change: &[E2_MAJOR, Replace("enforcements/2025/anweiban/002.toml", "due = 2025-10-10", "due = 2025-01-10")],
        expect: &[Finds("F04", "form", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "通报的审核早于所通报的隐患发现？",
        question_en: "A notice was reviewed before the hazard of which it tells was found?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "post = \"in-charge\"\non = 2025-05-15",
            "post = \"in-charge\"\non = 2025-05-10",
        )],
        expect: &[Finds("F17", "reminder", "notices/2025/yingji/002"), Says("F17", "", "审核·审核日期")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "审核之后又送达一份文书，一并写入通报？",
        question_en: "An order was served after the review, and the notice names it too?",
        change: &[
            Replace(
                "notices/2025/yingji/002.toml",
                "post = \"in-charge\"\non = 2025-05-15",
                "post = \"in-charge\"\non = 2025-05-13",
            ),
            Replace(
                "notices/2025/yingji/002.toml",
                "\"orders/2025/yingji/001\"]",
                "\"orders/2025/yingji/001\", \"orders/2025/yingji/002\"]",
            ),
        ],
        expect: &[Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "回应登记为“已完成”，而内容写“尚未完成”？",
        question_en: "A response says done, and its text that it is not?",
        change: &[
            Remove("responses/2025/anweiban/001.toml"),
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "还有1座矿山尚未完成，七月办理。"),
        ],
        expect: &[
            Finds("F30", "reminder", "responses/2025/yingji/003"),
            Finds("T02", "unmet", "meetings/2025/anweiban/001"),
            Silent("T03", ""),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，而说明写未整改到位？",
        question_en: "A re-inspection is recorded as passed, and its text says that it was not put right?",
        change: &[
            HN,
            Replace(
                "hazards/2025/yingji/011.toml",
                "result = \"passed\"\n",
                "result = \"passed\"\ntext = \"排水沟未整改到位（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，而说明写复查不合格？",
        question_en: "A re-inspection is recorded as passed, and its text says that it failed?",
        change: &[
            HN,
            Replace(
                "hazards/2025/yingji/011.toml",
                "result = \"passed\"\n",
                "result = \"passed\"\ntext = \"复查不合格（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写首次不合格，整改后合格？",
        question_en: "And its text says that it failed at first, and passed when it was put right?",
        change: &[
            HN,
            Replace(
                "hazards/2025/yingji/011.toml",
                "result = \"passed\"\n",
                "result = \"passed\"\ntext = \"首次复查不合格，整改后合格（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "登记为“同意办结”，而内容写不同意办结？",
        question_en: "It is filed as accepted, and its text does not agree?",
        change: &[Tail("responses/2025/anweiban/001.toml", "text = \"未达到要求，不同意办结（虚构）。\"\n")],
        expect: &[
            Finds("F30", "reminder", "responses/2025/anweiban/001"),
            Finds("T03", "reminder", "meetings/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索登记为属实，而说明写经核查不属实？",
        question_en: "A lead is recorded as confirmed, and its text says that it is not so?",
        change: &[Replace("leads/2025/ziran/001.toml", "经测量，越界开采约40平方米。", "经核查不属实（虚构）。")],
        expect: &[Finds("F30", "reminder", "leads/2025/ziran/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大隐患的现场处置只写“尚未撤出人员”？",
        question_en: "The measure on site of a major hazard reads only that people were not moved out yet?",
        change: &[
            HN,
            Replace("hazards/2025/yingji/011.toml", "measure = \"撤出人员。\"", "measure = \"尚未撤出人员，待企业安排。\""),
        ],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/011"), Finds("H01", "advice", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "已撤并的单位在撤并以后还下达文书？",
        question_en: "A unit that had ended serves an order after its last day?",
        change: &[MERGED, Add("orders/2025/linye/011.toml", AFTER_END)],
        expect: &[Finds("F31", "reminder", "orders/2025/linye/011"), Says("F31", "", "应由林草登记")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "撤并当日下达的文书？",
        question_en: "And on that day itself?",
        change: &[
            MERGED,
            Add("orders/2025/linye/011.toml", AFTER_END),
            Replace("orders/2025/linye/011.toml", "2025-09-01T10:00:00", "2024-12-31T10:00:00"),
        ],
        expect: &[Silent("F31", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "单位设立以前就下达文书？",
        question_en: "A unit serves an order before it began?",
        change: &[Head("units/linye.toml", "since = 2025-10-01\n"), Add("orders/2025/linye/011.toml", AFTER_END)],
        expect: &[Finds("F31", "reminder", "orders/2025/linye/011"), Says("F31", "", "才设立")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "承接单位代原单位补登它成立以前的文书？",
        question_en: "The successor files an order of before it began?",
        change: &[
            MERGED,
            Add("orders/2025/lindi/011.toml", AFTER_END),
            Replace("orders/2025/lindi/011.toml", "2025-09-01T10:00:00", "2024-12-30T10:00:00"),
        ],
        expect: &[Silent("F31", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "档案没有写明先后的两座同名矿山，在哪一座指出？",
        question_en: "And where their files do not say which came first?",
        change: &[Add("mines/xinshan/base.toml", "name = \"西山瓷土矿（虚构）\"\ntown = \"yaogu\"\n")],
        expect: &[Finds("G04", "reminder", "mines/xinshan/base"), Says("G04", "mines/xishan/base", "xinshan")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "后建档的矿山用了已有的名称，只差全角和空格？",
        question_en: "A mine that was filed later took a name that was taken, but for blanks and the width of brackets?",
        change: &[Add("mines/aishan/base.toml", "name = \"西山 瓷土矿(虚构)\"\ntown = \"yaogu\"\nsince = 2025-06-01\n")],
        expect: &[Finds("G04", "reminder", "mines/aishan/base"), Silent("G04", "mines/xishan/base")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "撤并以后的文书已在情况说明中写明？",
        question_en: "And the record says why it is of a unit that was no more?",
        change: &[
            MERGED,
            Add("orders/2025/linye/011.toml", AFTER_END),
            Head("orders/2025/linye/011.toml", "because = \"由原单位经办，承接单位另行登记（虚构）。\"\n"),
        ],
        expect: &[Silent("F31", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）2",
        question_zh: "撤并自哪一天起，怎么说？",
        question_en: "From which day on was it no more, in words?",
        change: &[MERGED, Add("orders/2025/linye/011.toml", AFTER_END)],
        expect: &[Says("F31", "", "自 2025-01-01 起已撤并"), Says("F31", "", "no more from 2025-01-01")],
        ..Case::USUAL
    },
];

/// An order of the forestry bureau.
const AFTER_END: &str = "kind = \"rectify\"\nnumber = \"（虚构）林责改〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\nuntil = 2025-10-01\n";

/// A lead that is to be told of promptly.
const LEAD: Edit = Add(
    "leads/2025/linye/011.toml",
    "received = 2025-08-05\nchannel = \"hotline\"\ntrigger = \"over-boundary\"\nmine = \"dashan\"\ntitle = \"反映占用林地采石（虚构）\"\nassigned_to = \"linye\"\nsecrecy = \"internal\"\n",
);

/// A notice about it of the day before.
const TOO_EARLY: &str = r#"content = 5
trigger = "over-boundary"
about = ["leads/2025/linye/011"]
title = "关于占用林地采石线索的通报（虚构）"
measures = "已派员核查。"
suggestions = "请自然资源部门核查界桩。"
protection = "仅限收文单位阅知。"
issued = 2025-08-04
doc_type = "letter"
doc_number = "云区林〔2025〕81号"
secrecy = "internal"

[[to]]
who = "ziran"

[review]
name = "周某甲"
post = "in-charge"
on = 2025-08-04
way = "oa"

[review.share]
content = "全文"
way = "机要"
"#;

const WITHDRAWN_BEFORE: &str = r#"content = 4
title = "关于撤回通报的函（虚构）"
issued = 2025-11-25
withdraws = "notices/2025/gongan/001"
doc_type = "letter"
doc_number = "云公分〔2025〕81号"
secrecy = "public"

[[to]]
who = "yingji"
"#;

const ANNOUNCED: &str = r#"content = 1
about = ["enforcements/2025/anweiban/001"]
title = "关于开展汛期联合执法的通知（虚构）"
issued = 2025-05-07
doc_type = "announcement"
doc_number = "云区安委办〔2025〕81号"
secrecy = "public"

[[to]]
who = "yingji"
"#;
