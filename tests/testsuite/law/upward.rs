//! 上报 (二（七）, 三（七）, 四（六）): who reports what to whom.

use super::edit::Edit::{self, Add, Remove, Replace};
use super::registers::E2_MAJOR;
use super::{ADVICE, ALLOWED, Case, Finds, MET, Notes, REMINDER, Says, Shows, ShowsNot, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "三（七）",
        question_zh: "联合执法发现重大问题，未向市安委办报告（视情况）？",
        question_en: "A joint enforcement found something major and was not reported to the city office, which is to be done where called for?",
        change: &[E2_MAJOR],
        expect: &[Stands("O26", ADVICE), Finds("E15", "advice", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "办公室会后就该问题请示区政府，已批复？",
        question_en: "The office asked the government about the question after the meeting and has the reply?",
        change: &[],
        expect: &[Stands("O11", MET), Silent("M10", ""), Shows("O11", "meetings/2025/anweiban/001#4")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "难以协调的问题未报请决定，当年已过？",
        question_en: "A question that could not be agreed was not sent upward, and the year is over?",
        change: &[UNSENT],
        as_of: "2026-01-01",
        expect: &[Stands("O11", UNMET), Finds("M10", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "由成员单位而非区安委办就该问题请示，尚无批复？",
        question_en: "A member, not the office, asked about the question, and there is no reply yet?",
        change: &[UNSENT, Add("upward/2025/ziran/001.toml", ASKED)],
        expect: &[
            Stands("O11", REMINDER),
            Finds("M10", "reminder", "meetings/2025/anweiban/001"),
            ShowsNot("O11", "upward/2025/ziran/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "成员单位就该问题请示，上级已作决定？",
        question_en: "A member asked about the question, and those above have decided?",
        change: &[UNSENT, Add("upward/2025/ziran/001.toml", ASKED_AND_DECIDED)],
        expect: &[Stands("O11", REMINDER), Says("M10", "meetings/2025/anweiban/001", "已由上级")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示的日期早于会议？",
        question_en: "The request bears an earlier day than the meeting?",
        change: &[Replace("upward/2025/anweiban/001.toml", "on = 2025-04-17", "on = 2025-04-09")],
        expect: &[
            Stands("O11", REMINDER),
            Finds("M10", "reminder", "meetings/2025/anweiban/001"),
            ShowsNot("O11", "upward/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示涉及的是另一次会议的问题？",
        question_en: "The request is about a question of another meeting?",
        change: &[Replace("upward/2025/anweiban/001.toml", "meetings/2025/anweiban/001#4", "meetings/2024/anweiban/001#9")],
        expect: &[Stands("O11", REMINDER), Finds("M10", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "问题所列的上报其实是联合执法的报告？",
        question_en: "The paper that the question names is the report on a joint enforcement?",
        change: &[
            UNSENT,
            Replace(
                "meetings/2025/anweiban/001.toml",
                "question = \"历史遗留采坑治理由哪个单位牵头、经费如何安排。\"",
                "question = \"历史遗留采坑治理由哪个单位牵头、经费如何安排。\"\nupward = \"upward/2025/anweiban/002\"",
            ),
        ],
        expect: &[Finds("M10", "reminder", "meetings/2025/anweiban/001"), Stands("O11", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）4",
        question_zh: "农水部门在本系统内请示关闭矿山？",
        question_en: "The water bureau asks in its own line for a mine to be closed?",
        change: &[Add("upward/2025/nongshui/001.toml", CLOSING)],
        expect: &[Stands("O11", MET), Silent("M11", ""), Silent("M12", ""), ShowsNot("O11", "upward/2025/nongshui/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "办公室已请示，区政府久未批复？",
        question_en: "The office has asked, and the government has not replied for long?",
        change: &[UNANSWERED],
        expect: &[Finds("M11", "reminder", "upward/2025/anweiban/001"), Silent("M10", ""), Stands("O11", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "以报告代替请示？",
        question_en: "A report was sent where a decision was to be asked for?",
        change: &[UNANSWERED, Replace("upward/2025/anweiban/001.toml", "kind = \"request\"", "kind = \"report\"")],
        expect: &[Finds("M10", "reminder", "meetings/2025/anweiban/001"), Stands("O11", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示主送镇街？",
        question_en: "The request went to a town?",
        change: &[Replace("upward/2025/anweiban/001.toml", "to = \"quzhengfu\"", "to = \"hekou\"")],
        expect: &[Finds("M10", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "一件请示写了未决问题和联合执法两件事？",
        question_en: "One request is about the question and about a joint enforcement?",
        change: &[Replace("upward/2025/anweiban/001.toml", "#4\"]", "#4\", \"enforcements/2025/anweiban/001\"]")],
        expect: &[Finds("M13", "advice", "upward/2025/anweiban/001"), Stands("O11", MET), Silent("M10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题由成员单位而非区安委办报区政府？",
        question_en: "A common problem was reported to the government by a member and not the office?",
        change: &[Remove("upward/2025/anweiban/003.toml"), Add("upward/2025/yingji/001.toml", REPORTED)],
        expect: &[Stands("O39", ADVICE), Finds("N16", "advice", "notices/2025/yingji/004")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "共性问题由区安委办报告了区政府？",
        question_en: "The office reported the common problem to the government?",
        expect: &[Stands("O39", ALLOWED), Notes("O39", "已采用")],
        ..Case::USUAL
    },
    Case {
        clause: "四（六）",
        question_zh: "没有共性问题，也没有报告？",
        question_en: "There was no common problem, and no report?",
        change: &[Remove("upward/2025/anweiban/003.toml"), Replace("notices/2025/yingji/004.toml", "common = true\n", "")],
        expect: &[Stands("O39", ALLOWED), Notes("O39", "未采用")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "会议由其他单位牵头，问题由区安委办报请？",
        question_en: "Another unit leads the meetings, and the office sent the question up?",
        change: &[LED_BY_BUREAU],
        expect: &[Silent("M10", ""), Stands("O11", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "会议未填召开日期，纪要日期晚于请示？",
        question_en: "The day of the meeting is blank, and its minutes are younger than the request?",
        change: &[Replace("meetings/2025/anweiban/001.toml", "held = 2025-04-10\n", "")],
        expect: &[Silent("M10", ""), Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示没有签发人？",
        question_en: "The request names nobody who signed it?",
        change: &[Replace("upward/2025/anweiban/001.toml", "signer = \"孙某丁\"\n", "")],
        expect: &[Finds("M12", "reminder", "upward/2025/anweiban/001"), Shows("O11", "meetings/2025/anweiban/001#4")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "签发人写“待定”？",
        question_en: "Its signer reads \"待定\"?",
        change: &[Replace("upward/2025/anweiban/001.toml", "孙某丁", "待定")],
        expect: &[Finds("M12", "reminder", "upward/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示发出之前征求意见，有成员单位会签、有的没有？",
        question_en: "Some members cosigned before the request went out and others did not?",
        change: &[Add(
            "responses/2025/ziran/011.toml",
            "kind = \"cosigned\"\nto = \"upward/2025/anweiban/001\"\non = 2025-04-15\n",
        )],
        expect: &[Silent("M12", ""), Silent("F17", ""), Stands("O11", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "请示由应急登记、与区安委办联合行文，区安委办已会签？",
        question_en: "The bureau filed the request, sent together with the office, which had cosigned it?",
        change: &[
            BY_BUREAU,
            Add("responses/2025/anweiban/092.toml", "kind = \"cosigned\"\nto = \"upward/2025/yingji/011\"\non = 2025-04-17\n"),
        ],
        expect: &[Silent("M10", ""), Stands("O11", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "同上，区安委办没有会签？",
        question_en: "And the office did not cosign it?",
        change: &[BY_BUREAU],
        expect: &[Finds("M10", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
];

/// The question was never sent upward.
const UNSENT: Edit = Edit::All(&[
    Remove("upward/2025/anweiban/001.toml"),
    Replace("meetings/2025/anweiban/001.toml", "upward = \"upward/2025/anweiban/001\"\n", ""),
]);

/// A member asks about it.
const ASKED: &str = r#"kind = "request"
to = "quzhengfu"
about = ["meetings/2025/anweiban/001#4"]
title = "关于历史遗留采坑治理的请示（虚构）"
signer = "杨某丁"
on = 2025-04-17
"#;

/// The same with the decision of those above.
const ASKED_AND_DECIDED: &str = r#"kind = "request"
to = "quzhengfu"
about = ["meetings/2025/anweiban/001#4"]
title = "关于历史遗留采坑治理的请示（虚构）"
signer = "杨某丁"
on = 2025-04-17

[reply]
on = 2025-05-12
text = "由区自然资源局牵头。"
"#;

/// What a bureau asks in its own line.
const CLOSING: &str = r#"kind = "request"
to = "quzhengfu"
about = ["mines/lvshui"]
title = "关于提请关闭绿水灰岩矿（虚构）的请示"
on = 2025-06-17
"#;

/// The office asked and has no reply.
const UNANSWERED: Edit = Edit::All(&[Replace("upward/2025/anweiban/001.toml", "on = 2025-05-12", "on = 2026-05-12")]);

/// A member's report on the common problem.
const REPORTED: &str = r#"kind = "report"
to = "quzhengfu"
about = ["notices/2025/yingji/004"]
title = "关于全区露天矿山边坡管理共性问题的报告（虚构）"
on = 2025-09-18
"#;

/// A text by which another unit leads the meetings.
const LED_BY_BUREAU: Edit =
    Replace("mechanism.toml", "lead = \"anweiban\"\nchair = \"yingji\"", "lead = \"yingji\"\nchair = \"yingji\"");

/// The request on the question is the bureau's, and the office is to send it too.
const BY_BUREAU: Edit = Edit::All(&[
    Remove("upward/2025/anweiban/001.toml"),
    Add(
        "upward/2025/yingji/011.toml",
        "kind = \"request\"\nto = \"quzhengfu\"\nabout = [\"meetings/2025/anweiban/001#4\"]\ntitle = \"关于明确治理牵头单位的请示（虚构）\"\n\
         signer = \"张某甲\"\non = 2025-04-17\njointly = [\"anweiban\"]\n\n[reply]\non = 2025-05-12\ntext = \"同意（虚构）。\"\n",
    ),
    Replace("meetings/2025/anweiban/001.toml", "upward = \"upward/2025/anweiban/001\"", "upward = \"upward/2025/yingji/011\""),
]);
