//! What is filed as done, as a measure or as a plan, and what its own words make of it: what others leave undone, what is done in part, what only records.

use super::edit::Edit::{Add, Remove, Replace};
use super::registers::{E2_MAJOR, PERMIT, SUSPENDED};
use super::{Case, Finds, MET, REMINDER, Says, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已印发通知；企业尚未报送台账，已催办”？",
        question_en: "A task is reported done, and the firms have not sent their books yet?",
        change: &[
            Replace(
                "responses/2025/yingji/003.toml",
                "3座矿山边坡专项检查已完成。",
                "已印发通知；企业尚未报送台账，已催办（虚构）。",
            ),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“本单位任务已完成，另一项由企业整改，尚未完成”？",
        question_en: "Its own task is done, and another that a firm has is not?",
        change: &[
            Replace(
                "responses/2025/yingji/003.toml",
                "3座矿山边坡专项检查已完成。",
                "本单位任务已完成，另一项由企业整改，尚未完成（虚构）。",
            ),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“我局尚未完成，企业已完成”？",
        question_en: "The firm is done, and it is not?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "我局尚未完成，企业已完成（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“企业已报送，我局未汇总”？",
        question_en: "The firms reported, and it did not put that together?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "企业已报送，我局未汇总（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已检查2座，另一座尚未检查”？",
        question_en: "Two mines were inspected, and the third not yet?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "已检查2座，另一座尚未检查（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“西山尚未检查，大山已检查”？",
        question_en: "One mine was not inspected yet, and another was?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "西山尚未检查，大山已检查（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“任务取消，已报区安委办”？",
        question_en: "The task was called off?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "任务取消，已报区安委办（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已完成2／3”？",
        question_en: "Two thirds were done?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "已完成2／3（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已完成3/3”？",
        question_en: "Three of three were done?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "已完成3/3（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“完成过半”？",
        question_en: "More than half was done?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "完成过半（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“基本完成”？",
        question_en: "It is done in the main?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "基本完成（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“3座矿山已检查2座”？",
        question_en: "Two of three mines were inspected?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "3座矿山已检查2座（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“共3座，已检查2座，1座已移交”？",
        question_en: "Two of three were inspected, and one was handed on?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "共3座，已检查2座，1座已移交（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“除西山外，其余均已完成”？",
        question_en: "All but one mine were inspected?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "除西山外，其余均已完成（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“除不涉及的事项外均已完成”？",
        question_en: "All but what is of no concern was done?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "除不涉及的事项外均已完成（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“8月完成80%，9月30日已完成”？",
        question_en: "A part was done first, and the rest since?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "8月完成80%，9月30日已完成（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“检查已完成，发现问题5项，已整改2项，其余3项限期整改”？",
        question_en: "The inspection is done, and of what it found not all is put right?",
        change: &[
            Replace(
                "responses/2025/yingji/003.toml",
                "3座矿山边坡专项检查已完成。",
                "检查已完成，发现问题5项，已整改2项，其余3项限期整改（虚构）。",
            ),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“企业未撤人，执法组强制清场”？",
        question_en: "A major hazard on site: the firm did not withdraw its people, and the team cleared the place?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"企业未撤人，执法组强制清场（虚构）。\"",
            ),
        ],
        expect: &[Silent("H01", ""), Silent("F30", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“企业未撤人，当场拉闸断电清空作业面”？",
        question_en: "A major hazard on site: it did not, and the team cut off the power there and then?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"企业未撤人，当场拉闸断电清空作业面（虚构）。\"",
            ),
        ],
        expect: &[Silent("H01", ""), Silent("F30", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“企业未撤人，执法组已告知”？",
        question_en: "A major hazard on site: it did not, and the team told it to?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"企业未撤人，执法组已告知（虚构）。\"",
            ),
        ],
        expect: &[
            Stands("O20", UNMET),
            Finds("H01", "unmet", "enforcements/2025/anweiban/002"),
            Finds("F30", "reminder", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“拟下达停止作业文书”？",
        question_en: "A major hazard on site: a stop-work order is intended?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"拟下达停止作业文书（虚构）。\"",
            ),
        ],
        expect: &[
            Stands("O20", UNMET),
            Finds("H01", "unmet", "enforcements/2025/anweiban/002"),
            Finds("F30", "reminder", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“现场拍照取证”？",
        question_en: "A major hazard on site: photographs were taken?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "measure = \"撤出人员。\"", "measure = \"现场拍照取证（虚构）。\""),
        ],
        expect: &[
            Stands("O20", UNMET),
            Finds("H01", "unmet", "enforcements/2025/anweiban/002"),
            Finds("F30", "reminder", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“已登记台账”？",
        question_en: "A major hazard on site: it was entered in a book?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "measure = \"撤出人员。\"", "measure = \"已登记台账（虚构）。\""),
        ],
        expect: &[
            Stands("O20", UNMET),
            Finds("H01", "unmet", "enforcements/2025/anweiban/002"),
            Finds("F30", "reminder", "enforcements/2025/anweiban/002"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“拍照取证，责令停止作业”？",
        question_en: "A major hazard on site: photographs were taken, and work was stopped?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"拍照取证，责令停止作业（虚构）。\"",
            ),
        ],
        expect: &[Silent("H01", ""), Silent("F30", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现重大隐患，现场处置写“设置警戒，拟下达停止作业文书”？",
        question_en: "A major hazard on site: the place was cordoned off, and an order is intended?",
        change: &[
            E2_MAJOR,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"",
                "measure = \"设置警戒，拟下达停止作业文书（虚构）。\"",
            ),
        ],
        expect: &[Silent("H01", ""), Silent("F30", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“关于征求《2025年度监督检查计划》意见的函”？",
        question_en: "A letter that asks for opinions on the plan is filed as the plan?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "关于征求《2025年度监督检查计划》意见的函（虚构）",
        )],
        expect: &[Stands("O45", UNMET), Says("P01", "plans/2025/yingji/001", "不是该年度计划")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“关于延期制定2025年度监督检查计划的说明”？",
        question_en: "A note that puts the plan off is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "关于延期制定2025年度监督检查计划的说明（虚构）",
        )],
        expect: &[Stands("O45", UNMET), Says("P01", "plans/2025/yingji/001", "不是该年度计划")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“2025年度监督检查计划（送审稿）”？",
        question_en: "A draft for approval is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "2025年度监督检查计划（送审稿）（虚构）",
        )],
        expect: &[Stands("O45", UNMET), Says("P01", "plans/2025/yingji/001", "不是该年度计划")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“2024年度监督检查计划”？",
        question_en: "The plan of the year before is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "2024年度监督检查计划（虚构）",
        )],
        expect: &[Stands("O45", UNMET), Says("P01", "plans/2025/yingji/001", "不是该年度计划")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“二〇二四年度监督检查计划”？",
        question_en: "The same, its year in Chinese digits?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "二〇二四年度监督检查计划（虚构）",
        )],
        expect: &[Stands("O45", UNMET), Says("P01", "plans/2025/yingji/001", "不是该年度计划")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“关于印发《2025年度监督检查计划》的通知”？",
        question_en: "The paper that issues the plan is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "关于印发《2025年度监督检查计划》的通知（虚构）",
        )],
        expect: &[Stands("O45", MET), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“关于落实2024年联席会议精神的监督检查计划”？",
        question_en: "A plan that carries out what was decided the year before is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "关于落实2024年联席会议精神的监督检查计划（虚构）",
        )],
        expect: &[Stands("O45", MET), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的标题写“治本攻坚三年行动监督检查计划（2024-2026年）”？",
        question_en: "A plan of three years is?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "2025年度非煤矿山安全生产监督检查计划（虚构）",
            "治本攻坚三年行动监督检查计划（2024-2026年）（虚构）",
        )],
        expect: &[Stands("O45", MET), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的内容写“计划检查6次，待定2次”？",
        question_en: "The day of some of what is planned is open?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。",
            "计划检查6次，待定2次（虚构）。",
        )],
        expect: &[Stands("O45", MET), Silent("P01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）4",
        question_zh: "年度计划的内容写“现就年度计划征求意见，请于1月10日前反馈”？",
        question_en: "Its text asks what others think of it?",
        change: &[Replace(
            "plans/2025/yingji/001.toml",
            "全年对3座非煤矿山各检查不少于2次，汛期前完成边坡专项检查。",
            "现就年度计划征求意见，请于1月10日前反馈（虚构）。",
        )],
        expect: &[Stands("O45", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“企业不配合，执法组强制封存”？",
        question_en: "Explosives at a stopped mine: the firm does not help, and they are sealed by force?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业不配合，执法组强制封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“企业拒绝封存，由公安强制封存”？",
        question_en: "Explosives at a stopped mine: it refuses, and the police seal them?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业拒绝封存，由公安强制封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“企业不配合，已申请强制封存”？",
        question_en: "Explosives at a stopped mine: it does not help, and force is applied for?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业不配合，已申请强制封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“正在组织退库”？",
        question_en: "Explosives at a stopped mine: their return is being organised?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"正在组织退库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“已部署封存”？",
        question_en: "Explosives at a stopped mine: the sealing was ordered?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已部署封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“已安排爆破公司封存”？",
        question_en: "Explosives at a stopped mine: a company was told to seal them?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已安排爆破公司封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“已下发封存通知”？",
        question_en: "Explosives at a stopped mine: a paper went out that they be sealed?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已下发封存通知（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“已下发封存通知，当日封存完毕”？",
        question_en: "Explosives at a stopped mine: it went out, and they were sealed that day?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已下发封存通知，当日封存完毕（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产矿山，公安登记的措施写“企业未封存，已约谈”？",
        question_en: "Explosives at a stopped mine: the firm did not seal them, and was talked to?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业未封存，已约谈（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安的措施由区安委办代录，依据写“云区应急〔2025〕21号”？",
        question_en: "The office enters it for the police from a paper of another bureau?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"anweiban\"\nsource = \"云区应急〔2025〕21号（虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F19", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安的措施由区安委办代录，依据写“云区安委办〔2025〕21号”？",
        question_en: "From a paper of its own?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"anweiban\"\nsource = \"云区安委办〔2025〕21号（虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F19", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安的措施由区安委办代录，依据写“云公分〔2025〕21号”？",
        question_en: "From a paper of theirs?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"anweiban\"\nsource = \"云公分〔2025〕21号（虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F19", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安的措施由区安委办代录，依据写“云区应急〔2025〕21号（与公安联合印发，虚构）”？",
        question_en: "From a paper that both issued?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"anweiban\"\nsource = \"云区应急〔2025〕21号（与公安联合印发，虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F19", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安的措施由区安委办代录，依据写“云公函〔2025〕3号、云区应急〔2025〕21号”？",
        question_en: "From a paper of theirs and another?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"anweiban\"\nsource = \"云公函〔2025〕3号、云区应急〔2025〕21号（虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F19", "")],
        ..Case::USUAL
    },
];
