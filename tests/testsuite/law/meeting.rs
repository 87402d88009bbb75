//! 联席会议 (二): what is a meeting, and whose it is.

use super::edit::Edit::{self, Add, All, Head, Remove, Replace, Tail};
use super::{
    ADVICE, ALLOWED, Acts, Case, DEFINED, Finds, MET, MET_LATE, Notes, OPEN, REMINDER, Says, ShowsNot, Silent, Stands, UNKNOWN,
    UNMET,
};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "二（四）",
        question_zh: "会议由成员单位而非区安委办召集？",
        question_en: "A member, not the office, convened the meeting?",
        change: &[Replace("meetings/2025/anweiban/001.toml", "convener = \"anweiban\"", "convener = \"ziran\"")],
        expect: &[Stands("O3", UNMET), Finds("M04", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "全年未召开联席会议（原则上每年一次）？",
        question_en: "No joint meeting was held all year, which is to be once a year in principle?",
        change: &[Remove("meetings/2025/anweiban/001.toml")],
        expect: &[Stands("O4", REMINDER), Finds("Y01", "reminder", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "年度未结束，尚未召开联席会议？",
        question_en: "The year runs on and no joint meeting was held yet?",
        as_of: "2025-03-31",
        expect: &[Stands("O4", OPEN), Silent("Y01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "由应急局主要负责人主持？",
        question_en: "The main leader of the bureau presided?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"in-charge\"",
            "name = \"张某丁\"\npost = \"main\"",
        )],
        expect: &[Stands("O7", MET), Silent("M06", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "由应急局受委托的其他负责人主持，写明了原因？",
        question_en: "Another leader of the bureau presided by authority, with the reason given?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"in-charge\"",
            "name = \"张某乙\"\npost = \"by-authority\"\nbecause = \"分管负责人出差（虚构）\"",
        )],
        expect: &[Stands("O7", REMINDER), ShowsNot("O7", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "条文改为由主要负责人主持，仍由分管负责人主持？",
        question_en: "The text has the main leader preside, and the leader in charge did?",
        change: &[Replace("mechanism.toml", "chair = \"yingji\"", "chair = \"yingji\"\nchair_post = \"main\"")],
        expect: &[Stands("O7", UNMET), Finds("M06", "unmet", "meetings/2025/anweiban/001"), Says("M06", "", "主要负责人主持")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "由其他单位负责人主持，写明了原因？",
        question_en: "A leader of another unit presided, with the reason given?",
        change: &[
            Replace("meetings/2025/anweiban/001.toml", "[chair]\nunit = \"yingji\"", "[chair]\nunit = \"gongan\""),
            Replace(
                "meetings/2025/anweiban/001.toml",
                "name = \"张某甲\"\npost = \"in-charge\"",
                "name = \"刘某甲\"\npost = \"in-charge\"\nbecause = \"分管负责人出差（虚构）\"",
            ),
        ],
        expect: &[Stands("O7", UNMET), Finds("M06", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "以分管负责人名义主持的人不在登记的负责人之列？",
        question_en: "Whoever presided as the leader in charge is not among the leaders that the bureau recorded?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"in-charge\"",
            "name = \"郑某丙\"\npost = \"in-charge\"",
        )],
        expect: &[Stands("O7", REMINDER), Says("M06", "", "未见主持人")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "以分管负责人名义主持的人是其他单位登记的负责人？",
        question_en: "Whoever presided as the bureau's leader in charge is recorded as a leader of another unit?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"in-charge\"",
            "name = \"刘某甲\"\npost = \"in-charge\"",
        )],
        expect: &[Stands("O7", UNMET), Says("M06", "", "公安登记的负责人"), Acts("M06", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "主持人所在单位在参会情况中记为请假？",
        question_en: "The attendance has the unit of whoever presided on leave?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "name = \"张某甲\"\npost = \"分管负责人\"\nhow = \"present\"",
            "how = \"leave\"",
        )],
        expect: &[Stands("O7", UNKNOWN), Notes("O7", "记为请假"), ShowsNot("O7", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "主持人出席，同单位另一人请假？",
        question_en: "Whoever presided was there, and somebody else of the unit on leave?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[attendance]]\nwho = \"yingji\"\nname = \"张某丁\"\nhow = \"leave\"\n",
        )],
        expect: &[Stands("O7", MET), Silent("F09", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（二）",
        question_zh: "参会名单中同一成员单位既记请假又记出席？",
        question_en: "One attendance has a member both on leave and present?",
        change: &[Tail("meetings/2025/anweiban/001.toml", "[[attendance]]\nwho = \"gongan\"\nhow = \"leave\"\n")],
        expect: &[Finds("F09", "reminder", "meetings/2025/anweiban/001"), Says("F09", "", "一条记为请假，一条记为到会")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "全年唯一的会议只有一个成员单位到会，是否说成没有记录？",
        question_en: "One member alone came to the only meeting of the year: is it said not to be there?",
        change: &[ONE_CAME],
        expect: &[Stands("O4", REMINDER), Says("Y01", "mechanism", "另有记录 1 次，只有 1 个成员单位到会，不计")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "应急局未登记负责人，主持人无从核对？",
        question_en: "The bureau recorded no leaders, so that nobody can tell who presided?",
        change: &[NO_LEADERS],
        expect: &[Stands("O7", UNKNOWN), Silent("M06", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "有议定事项而无纪要，督办事项已到期？",
        question_en: "Something was decided, there are no minutes, and the tasks were due?",
        change: &[NO_MINUTES],
        expect: &[Stands("O9", UNMET), Finds("M08", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "无纪要，参考时限已过，督办事项均未到期，当年未结束？",
        question_en: "No minutes, the reference term is over, no task was due yet and the year runs on?",
        change: &[NO_MINUTES],
        as_of: "2025-05-20",
        expect: &[Stands("O9", REMINDER), Finds("M08", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（二）",
        question_zh: "全年只开过一次会，只有一个成员单位到会？",
        question_en: "The only meeting of the year had a single member in it?",
        change: &[ONE_CAME],
        expect: &[Stands("O4", REMINDER), Finds("Y01", "reminder", "mechanism")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "已经召开的会议事后登记取消？",
        question_en: "A meeting that was held is recorded as called off months later?",
        change: &[
            Replace("meetings/2025/anweiban/001.toml", "[chair]\nunit = \"yingji\"", "[chair]\nunit = \"gongan\""),
            Tail("meetings/2025/anweiban/001.toml", "[cancelled]\non = 2025-12-01\nreason = \"另行安排（虚构）\"\n"),
        ],
        expect: &[
            Stands("O7", UNMET),
            Finds("M06", "unmet", "meetings/2025/anweiban/001"),
            Finds("F21", "form", "meetings/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "只有计划和邀请的会议取消？",
        question_en: "A meeting that was only planned and announced is called off?",
        change: &[Add(
            "meetings/2025/anweiban/002.toml",
            "planned = 2025-10-10\nconvener = \"gongan\"\n\n[cancelled]\non = 2025-10-08\nreason = \"台风（虚构）\"\n\n[[invited]]\nwho = \"yingji\"\non = 2025-10-01\n",
        )],
        expect: &[Silent("F21", ""), Silent("M04", ""), Stands("O4", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "有到会人员和纪要而未填召开日期？",
        question_en: "People came and minutes went out, and the day of the meeting is blank?",
        change: &[
            Replace("meetings/2025/anweiban/001.toml", "[chair]\nunit = \"yingji\"", "[chair]\nunit = \"gongan\""),
            Replace("meetings/2025/anweiban/001.toml", "held = 2025-04-10\n", ""),
        ],
        expect: &[Stands("O7", UNMET), Stands("O4", MET), Finds("F22", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "督办事项已到期而无纪要，参考时限（未经文件确定）长达四百天？",
        question_en: "A task was due, there are no minutes, and a term of 400 days that no paper adopted still runs?",
        change: &[
            NO_MINUTES,
            Replace(
                "settings.toml",
                "id = \"minutes-term\"\nvalue = \"10 working-days\"",
                "id = \"minutes-term\"\nvalue = \"400 days\"",
            ),
        ],
        expect: &[Stands("O9", UNMET), Finds("M08", "unmet", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "四百天的时限由文件确定？",
        question_en: "A paper adopted the term of 400 days?",
        change: &[
            NO_MINUTES,
            Replace(
                "settings.toml",
                "id = \"minutes-term\"\nvalue = \"10 working-days\"",
                "id = \"minutes-term\"\nvalue = \"400 days\"\nbasis = \"（虚构）会议规则\"",
            ),
        ],
        expect: &[Silent("M08", ""), Stands("O9", OPEN)],
        ..Case::USUAL
    },
    Case {
        clause: "二（二）",
        question_zh: "十一个单位的名单本身能否“已落实”？",
        question_en: "Can the list of the eleven be carried out by itself?",
        expect: &[Stands("O1", DEFINED)],
        ..Case::USUAL
    },
    Case {
        clause: "二（二）",
        question_zh: "镇街记为出席？",
        question_en: "A town is recorded as present?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "who = \"hekou\"\nhow = \"sitting-in\"",
            "who = \"hekou\"\nhow = \"present\"",
        )],
        expect: &[Stands("O1", REMINDER), Finds("M01", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（二）",
        question_zh: "一个成员单位的参会情况没有登记？",
        question_en: "The part of one member is not recorded?",
        change: &[Replace("meetings/2025/anweiban/001.toml", "[[attendance]]\nwho = \"renshe\"\nhow = \"leave\"\n\n", "")],
        expect: &[Stands("O1", REMINDER), Finds("M02", "reminder", "meetings/2025/anweiban/001"), Stands("O4", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（三）",
        question_zh: "议题注明了会议任务？",
        question_en: "The items say to which task of the meeting they belong?",
        expect: &[Stands("O2", DEFINED), Silent("M03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（三）",
        question_zh: "议题注明条文没有的任务？",
        question_en: "An item names a task that the clause does not list?",
        change: &[Replace("agenda/2025/ziran/001.toml", "task = 5", "task = 6")],
        expect: &[Stands("O2", REMINDER), Finds("M03", "reminder", "agenda/2025/ziran/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "随时召开会议是准许，没有另开会是否有欠缺？",
        question_en: "Further meetings are allowed: is anything lacking without one?",
        expect: &[Stands("O5", ALLOWED)],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "议题涉及矿山，邀请了属地镇街？",
        question_en: "Items were about mines, and the towns were invited?",
        expect: &[Stands("O6", ALLOWED), Notes("O6", "已采用")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "议题涉及矿山，没有邀请属地镇街（可以邀请）？",
        question_en: "The towns were not invited, which is allowed and not demanded?",
        change: &[NO_TOWN],
        expect: &[Stands("O6", ADVICE), Finds("M05", "advice", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "议题不涉及矿山，也没有邀请镇街？",
        question_en: "No item is about a mine, and no town was invited?",
        change: &[
            NO_TOWN,
            Replace("agenda/2025/yingji/001.toml", "about = [\"mines/dashan\", \"mines/lvshui\"]\n", ""),
            Replace("agenda/2025/gongan/001.toml", "about = [\"mines/xishan\"]\n", ""),
        ],
        expect: &[Stands("O6", ALLOWED), Notes("O6", "未采用")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "议题都有会前提交的材料？",
        question_en: "Every item was handed in with its material before the meeting?",
        expect: &[Stands("O8", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "上会的议题没有材料？",
        question_en: "An item before the meeting has no material?",
        change: &[Replace("agenda/2025/yingji/001.toml", "material = \"边坡监测情况、汛期风险研判和管控建议。\"\n", "")],
        expect: &[Stands("O8", UNMET), Finds("M07", "unmet", "agenda/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "会议当日才提交议题？",
        question_en: "An item was handed in on the day of the meeting?",
        change: &[Replace("agenda/2025/yingji/001.toml", "submitted = 2025-04-01", "submitted = 2025-04-10")],
        expect: &[Stands("O8", MET), Silent("M07", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "会后才补交议题？",
        question_en: "An item was handed in after the meeting?",
        change: &[Replace("agenda/2025/yingji/001.toml", "submitted = 2025-04-01", "submitted = 2025-04-11")],
        expect: &[Stands("O8", MET_LATE), Finds("M07", "reminder", "agenda/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议有议定事项，没有分给任何单位？",
        question_en: "A meeting decided something and gave it to nobody?",
        change: &[Add("meetings/2025/anweiban/002.toml", DECIDED_ONLY)],
        expect: &[Finds("M14", "advice", "meetings/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会后三天，纪要未印发，议定事项尚未分解？",
        question_en: "Three days after a meeting, its minutes not issued and its tasks not given out yet?",
        change: &[Add("meetings/2025/anweiban/002.toml", DECIDED_ONLY)],
        as_of: "2025-11-27",
        expect: &[Silent("M14", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "议定事项只写“无议定事项”，是否要有纪要、要分解？",
        question_en: "What was decided reads \"无议定事项\": are there to be minutes and tasks?",
        change: &[
            Add("meetings/2025/anweiban/002.toml", DECIDED_ONLY),
            Replace("meetings/2025/anweiban/002.toml", "矿区绿化由企业自行安排。", "无议定事项"),
        ],
        expect: &[Silent("M14", ""), Silent("M08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "督办事项的内容只写“待定”？",
        question_en: "A task reads only \"待定\"?",
        change: &[
            Replace("meetings/2025/anweiban/001.toml", "text = \"组织3座矿山完成汛期前边坡专项检查。\"", "text = \"待定\""),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Finds("T01", "reminder", "meetings/2025/anweiban/001"), Says("T01", "", "办什么事")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "议定事项另有督办事项？",
        question_en: "What was decided has its tasks?",
        change: &[],
        expect: &[Silent("M14", ""), Stands("O10", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "主持人写“无”？",
        question_en: "Whoever presided reads \"无\"?",
        change: &[Replace(
            "meetings/2025/anweiban/001.toml",
            "[chair]\nunit = \"yingji\"\nname = \"张某甲\"",
            "[chair]\nunit = \"yingji\"\nname = \"无\"",
        )],
        expect: &[Stands("O7", UNMET), Says("M06", "meetings/2025/anweiban/001", "未见主持人记录")],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "同一单位把同一次会议登记了两条，最低次数为二？",
        question_en: "One meeting was filed twice by one unit, and two are asked?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "title = \"2025年第二次联席会议(虚构)\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "meetings/2025/anweiban/012"),
            Silent("F32", "meetings/2025/anweiban/011"),
            Finds("Y01", "reminder", "mechanism"),
            Says("Y01", "mechanism", "与所计的是同一件"),
        ],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "同日两次名称不同的会议？",
        question_en: "Two meetings of other titles were held on that day?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "title = \"2025年第三次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O4", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "同日同名，上午、下午各一次（开会时间不同）？",
        question_en: "Of one title, one in the morning and one in the afternoon?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\nbegins = 2025-06-10T09:00:00\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\nbegins = 2025-06-10T15:00:00\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[Silent("F32", ""), Stands("O4", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "办公室和应急局各登记了一次，名称不同，主持人和参会单位相同？",
        question_en: "The office and the bureau filed one each, under other titles, with one chair and the same units?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/yingji/011.toml",
                "title = \"非煤矿山联席会（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "meetings/2025/yingji/011"),
            Silent("F32", "meetings/2025/anweiban/011"),
            Stands("O4", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "登记了两条的会议，其中一条没有参会情况？",
        question_en: "Of the two records one does not say who came?",
        change: &[
            TWO_MEETINGS_ONE,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[Silent("Y01", ""), Stands("O4", MET)],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "较晚的一条已写明以哪一条为准？",
        question_en: "The later record says that the other is the one?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Head("meetings/2025/anweiban/012.toml", "because = \"与 011 重复登记，以 011 为准（虚构）。\"\n"),
        ],
        expect: &[Silent("F32", ""), Stands("O4", REMINDER)],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "二（四）",
        question_zh: "同日两条，都没有名称，参会单位相同？",
        question_en: "Two of one day bear no title, and the same units came?",
        change: &[
            TWO_MEETINGS,
            Add(
                "meetings/2025/anweiban/011.toml",
                "held = 2025-06-10\nconvener = \"anweiban\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/anweiban/012.toml",
                "held = 2025-06-10\nconvener = \"anweiban\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[Finds("F32", "reminder", "meetings/2025/anweiban/012"), Stands("O4", REMINDER)],
        by_number: true,
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "应急登记的其他负责人据文书主持？",
        question_en: "Another leader that the bureau recorded presided, by a paper?",
        change: &[
            Tail("people/yingji.toml", "[[leader]]\nname = \"张某丙（虚构）\"\npost = \"other\"\nsince = 2024-04-01\n"),
            Replace(
                "meetings/2025/anweiban/001.toml",
                "name = \"张某甲\"\npost = \"in-charge\"",
                "name = \"张某丙（虚构）\"\npost = \"other\"\nbecause = \"分管负责人住院，区应急〔2025〕9号委托（虚构）\"",
            ),
        ],
        expect: &[Stands("O7", REMINDER), Finds("M06", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "同上，没有文书？",
        question_en: "And without a paper?",
        change: &[
            Tail("people/yingji.toml", "[[leader]]\nname = \"张某丙（虚构）\"\npost = \"other\"\nsince = 2024-04-01\n"),
            Replace(
                "meetings/2025/anweiban/001.toml",
                "name = \"张某甲\"\npost = \"in-charge\"",
                "name = \"张某丙（虚构）\"\npost = \"other\"\nbecause = \"分管负责人住院（虚构）\"",
            ),
        ],
        expect: &[Stands("O7", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）",
        question_zh: "登记为其他负责人的人以分管负责人名义主持？",
        question_en: "One recorded in another post presided as the leader in charge?",
        change: &[
            Tail("people/yingji.toml", "[[leader]]\nname = \"张某丙（虚构）\"\npost = \"other\"\nsince = 2024-04-01\n"),
            Replace(
                "meetings/2025/anweiban/001.toml",
                "name = \"张某甲\"\npost = \"in-charge\"",
                "name = \"张某丙（虚构）\"\npost = \"in-charge\"",
            ),
        ],
        expect: &[Stands("O7", REMINDER), Says("M06", "", "不是机制所指的负责人")],
        ..Case::USUAL
    },
    Case {
        clause: "二（五）、二（六）",
        question_zh: "重复登记的会议没有主持人、纪要，是否另行判定？",
        question_en: "The second record of a meeting lacks chair and minutes: is that asked again?",
        change: &[
            Add(
                "meetings/2025/anweiban/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[chair]\nunit = \"yingji\"\nname = \"张某甲\"\npost = \"in-charge\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
            Add(
                "meetings/2025/ziran/011.toml",
                "title = \"2025年第二次联席会议（虚构）\"\nheld = 2025-06-10\nconvener = \"anweiban\"\n\n[[attendance]]\nwho = \"yingji\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"gongan\"\nhow = \"present\"\n\n[[attendance]]\nwho = \"ziran\"\nhow = \"present\"\n",
            ),
        ],
        expect: &[
            Finds("F32", "reminder", "meetings/2025/ziran/011"),
            Silent("M06", "meetings/2025/ziran/011"),
            Silent("M02", "meetings/2025/ziran/011"),
            Finds("M02", "reminder", "meetings/2025/anweiban/011"),
        ],
        ..Case::USUAL
    },
];

/// The bureau that presides recorded no leaders.
const NO_LEADERS: Edit = All(&[
    Replace("people/yingji.toml", "[[leader]]\nname = \"张某甲\"\npost = \"in-charge\"\nsince = 2023-03-01\n", ""),
    Replace("people/yingji.toml", "[[leader]]\nname = \"张某丁\"\npost = \"main\"\nsince = 2022-06-01\n", ""),
]);

/// The meeting has no minutes.
const NO_MINUTES: Edit = All(&[Replace(
    "meetings/2025/anweiban/001.toml",
    "[minutes]\ndoc_number = \"第1期\"\nissued = 2025-04-18\n",
    "[minutes]\nissued = 2027-04-18\n",
)]);

/// A meeting of one.
const ONE_CAME: Edit = All(&[
    Remove("meetings/2025/anweiban/001.toml"),
    Add(
        "meetings/2025/anweiban/001.toml",
        r#"held = 2025-04-10
convener = "anweiban"

[chair]
unit = "yingji"
name = "张某甲"
post = "in-charge"

[[attendance]]
who = "yingji"
how = "present"

[[attendance]]
who = "gongan"
how = "leave"

[[attendance]]
who = "hekou"
how = "sitting-in"
"#,
    ),
]);

/// Of the towns nobody was invited or came.
const NO_TOWN: Edit = All(&[
    Replace(
        "meetings/2025/anweiban/001.toml",
        "[[invited]]\nwho = \"hekou\"\non = 2025-04-03\n\n[[invited]]\nwho = \"silao\"\non = 2025-04-03\n\n[[invited]]\nwho = \"yaogu\"\non = 2025-04-03\n\n",
        "",
    ),
    Replace(
        "meetings/2025/anweiban/001.toml",
        "[[attendance]]\nwho = \"hekou\"\nhow = \"sitting-in\"\n\n[[attendance]]\nwho = \"silao\"\nhow = \"sitting-in\"\n\n[[attendance]]\nwho = \"yaogu\"\nhow = \"sitting-in\"\n\n",
        "",
    ),
]);

/// A meeting that decided something and gave out no task.
const DECIDED_ONLY: &str = r#"title = "2025年第二次联席会议（虚构）"
held = 2025-11-24
convener = "anweiban"
decided = "矿区绿化由企业自行安排。"
"#;

/// Two meetings a year are asked, and the one that was held is not on record.
const TWO_MEETINGS: Edit =
    All(&[Remove("meetings/2025/anweiban/001.toml"), Replace("mechanism.toml", "at_least = 1", "at_least = 2")]);

/// One is asked.
const TWO_MEETINGS_ONE: Edit = Remove("meetings/2025/anweiban/001.toml");
