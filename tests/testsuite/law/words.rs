//! Words that say what their own text does not (字句与登记相反).

use super::edit::Edit::{self, Add, Remove, Replace, Tail};
use super::registers::{PERMIT, SUSPENDED};
use super::{Case, Finds, MET, REMINDER, Says, Silent, Stands};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "四（三）",
        question_zh: "线索登记为不属实，说明写属实？",
        question_en: "A lead is recorded as not confirmed, and its text says that it is so?",
        change: &[LEAD, Tail("leads/2025/linye/021.toml", "text = \"经核查属实（虚构）。\"\n")],
        expect: &[Finds("F30", "reminder", "leads/2025/linye/021"), Says("N02", "leads/2025/linye/021", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为不属实，说明写部分属实？",
        question_en: "And its text says that part of it is?",
        change: &[LEAD, Tail("leads/2025/linye/021.toml", "text = \"部分属实，已督促整改（虚构）。\"\n")],
        expect: &[Finds("F30", "reminder", "leads/2025/linye/021"), Says("N02", "leads/2025/linye/021", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为不属实，说明写尚在调查？",
        question_en: "And its text says that it is still looked into?",
        change: &[LEAD, Tail("leads/2025/linye/021.toml", "text = \"尚在调查（虚构）。\"\n")],
        expect: &[Finds("F30", "reminder", "leads/2025/linye/021"), Says("N02", "leads/2025/linye/021", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "登记为不属实，说明写举报称属实、经查不属实？",
        question_en: "And its text says that the report claims so and it is not?",
        change: &[LEAD, Tail("leads/2025/linye/021.toml", "text = \"举报称属实，经查不属实（虚构）。\"\n")],
        expect: &[Silent("F30", ""), Silent("N02", "leads/2025/linye/021")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“不予答复”？",
        question_en: "An answer says that there is none?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "不予答复（虚构）。",
        )],
        expect: &[
            Finds("T04", "reminder", "responses/2025/nongshui/003"),
            Finds("F30", "reminder", "responses/2025/anweiban/007"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“来文收悉，尚在研究”？",
        question_en: "It says that it is being considered?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "来文收悉，尚在研究（虚构）。",
        )],
        expect: &[
            Finds("T04", "reminder", "responses/2025/nongshui/003"),
            Finds("F30", "reminder", "responses/2025/anweiban/007"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“尚未制定”？",
        question_en: "It says that nothing was drawn up yet?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "尚未制定（虚构）。",
        )],
        expect: &[
            Finds("T04", "reminder", "responses/2025/nongshui/003"),
            Finds("F30", "reminder", "responses/2025/anweiban/007"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“拟下周回复”？",
        question_en: "It says that there will be one next week?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "拟下周回复（虚构）。",
        )],
        expect: &[
            Finds("T04", "reminder", "responses/2025/nongshui/003"),
            Finds("F30", "reminder", "responses/2025/anweiban/007"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“样式尚未制定，请先按附件填写”？",
        question_en: "It says what to do until it is drawn up?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "样式尚未制定，请先按附件填写（虚构）。",
        )],
        expect: &[Silent("T04", ""), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "五（二）",
        question_zh: "答复写“不予采纳”？",
        question_en: "It says that the proposal is not followed?",
        change: &[Replace(
            "responses/2025/anweiban/007.toml",
            "送达登记在通报的送达一栏，回执样式随下次通报印发。",
            "不予采纳（虚构）。",
        )],
        expect: &[Silent("T04", ""), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“已责令企业封存，企业拒不执行”？",
        question_en: "The police told the mine to seal them, and it refuses?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已责令企业封存，企业拒不执行（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“企业拒不执行，已强制封存”？",
        question_en: "It refused, and they sealed them?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业拒不执行，已强制封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“企业承诺三日内退库”？",
        question_en: "The mine promises to return them?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"企业承诺三日内退库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“已通知爆破公司封存”？",
        question_en: "The blasting company was told to seal them?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已通知爆破公司封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“已通知爆破公司封存，9月2日已封存”？",
        question_en: "It was told to, and they were sealed?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已通知爆破公司封存，9月2日已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“经核查无民用爆炸物品库存，无需封存”？",
        question_en: "There were none to seal?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"经核查无民用爆炸物品库存，无需封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“暂缓办理封存”？",
        question_en: "The sealing is put off?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"暂缓办理封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“已封存，其他事项尚在调查”？",
        question_en: "They are sealed, and something else is looked into?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存，其他事项尚在调查（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "督办事项报已完成，写“尚在调查”？",
        question_en: "A task is reported done, and the text says that it goes on?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "尚在调查（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已督促，企业拒不整改”？",
        question_en: "It says that the mine was urged and refuses?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "已督促，企业拒不整改（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“计划下周办理”？",
        question_en: "It says that it is planned for next week?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "计划下周办理（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“未印发，等待批复”？",
        question_en: "It says that the paper was not issued and waits for an approval?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "未印发，等待批复（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“已印发，未收到异议”？",
        question_en: "It says that the paper was issued and nobody objected?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "已印发，未收到异议（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“缓办”？",
        question_en: "It says that it is put off?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "缓办（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Says("T02", "meetings/2025/anweiban/001", ""), Finds("F30", "reminder", "responses/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "报已完成，写“检查完成，2项未整改问题已移交”？",
        question_en: "It says that it was done and what was left was handed on?",
        change: &[
            Replace("responses/2025/yingji/003.toml", "3座矿山边坡专项检查已完成。", "检查完成，2项未整改问题已移交（虚构）。"),
            Remove("responses/2025/anweiban/001.toml"),
        ],
        expect: &[Silent("T02", "meetings/2025/anweiban/001"), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查合格，说明写“暂缓办理”？",
        question_en: "A re-inspection passed, and its text puts it off?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"",
            "result = \"passed\"\ntext = \"监测点启用暂缓办理（虚构）。\"",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "现场处置写“待办”？",
        question_en: "A measure on site is still to be taken?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "measure = \"撤出坡脚作业人员和设备，设置警戒。\"",
            "measure = \"列入待办\"",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报的已采取措施写“计划下周办理”？",
        question_en: "The measures of a notice are planned for next week?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"",
            "measures = \"计划下周办理（虚构）。\"",
        )],
        expect: &[Finds("F30", "reminder", "notices/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "已采取措施写“暂未下达文书，拟近日研究”？",
        question_en: "They say that no order was issued yet and it will be considered?",
        change: &[Replace(
            "notices/2025/yingji/002.toml",
            "measures = \"现场撤出坡脚作业人员和设备，5月14日下达限期整改文书。\"",
            "measures = \"暂未下达文书，拟近日研究（虚构）。\"",
        )],
        expect: &[Finds("F30", "reminder", "notices/2025/yingji/002"), Says("N07", "notices/2025/yingji/002", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（五）",
        question_zh: "内部通报的保密措施写“公开上网”？",
        question_en: "An internal notice is protected by being published?",
        change: &[Replace(
            "notices/2025/ziran/001.toml",
            "protection = \"仅限收文单位联络员和分管领导阅知，不转发、不上网。\"",
            "protection = \"公开上网。\"",
        )],
        expect: &[Says("N15", "notices/2025/ziran/001", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "三同时登记为已落实，说明写“下周开展”？",
        question_en: "Facilities are in place, and the text says next week?",
        change: &[Replace(
            "facilities/2025/shengtai/001.toml",
            "state = \"in-place\"\n",
            "state = \"in-place\"\ntext = \"验收下周开展（虚构）。\"\n",
        )],
        expect: &[Finds("F30", "reminder", "facilities/2025/shengtai/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "事故结案，结论写“尚未结案”？",
        question_en: "An accident was concluded, and its text says not yet?",
        change: &[Replace(
            "accidents/2025/yingji/001.toml",
            "属一般生产安全责任事故，已提出整改和防范措施。",
            "尚在调查（虚构）。",
        )],
        expect: &[Finds("F30", "reminder", "accidents/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "接收承办，内容写“待研究”？",
        question_en: "A problem is taken over, and the text says that it is to be considered?",
        change: &[Tail("responses/2025/nongshui/001.toml", "text = \"是否接收待研究（虚构）。\"\n")],
        expect: &[Finds("F30", "reminder", "responses/2025/nongshui/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "同意办结，内容写“整改推进中”？",
        question_en: "It is accepted, and the text says that it goes on?",
        change: &[Tail("responses/2025/anweiban/006.toml", "text = \"整改推进中（虚构）。\"\n")],
        expect: &[Finds("F30", "reminder", "responses/2025/anweiban/006")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“炸药已清退，雷管尚在库”？",
        question_en: "And it says that the detonators are still there?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"炸药已清退，雷管尚在库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“部分封存”？",
        question_en: "And it says that a part was sealed?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"部分封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“仅封存雷管”？",
        question_en: "And it says that only the detonators were?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"仅封存雷管（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“同意封存”？",
        question_en: "And it says that they agree to the sealing?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"同意封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“检查发现封条破损”？",
        question_en: "And it says that the seal was found broken?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"检查发现封条破损（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“炸药已清退，雷管尚在库，9月5日雷管也已清退”？",
        question_en: "And the detonators were returned three days later?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"炸药已清退，雷管尚在库，9月5日雷管也已清退（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“封条破损，当日已重新加贴”？",
        question_en: "The seal was broken and put on anew that day?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"封条破损，当日已重新加贴（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记的措施写“经区政府同意封存，已贴封条”？",
        question_en: "They were sealed with the government's consent?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"经区政府同意封存，已贴封条（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“部分合格”？",
        question_en: "A re-inspection is recorded as passed, and its text says in part?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"部分合格（虚构）。\"\n",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“主要问题已整改”？",
        question_en: "And its text says that the main problems were put right?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"主要问题已整改（虚构）。\"\n",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“主要问题已整改，其余问题也已整改”？",
        question_en: "And all others as well?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"主要问题已整改，其余问题也已整改（虚构）。\"\n",
        )],
        expect: &[Silent("F30", ""), Stands("O21", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“裂缝已处理，监测点未启用”？",
        question_en: "And its text says that one thing is not in use yet?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"裂缝已处理，监测点未启用（虚构）。\"\n",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“企业自查合格”？",
        question_en: "And its text says that the enterprise looked itself?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"企业自查合格（虚构）。\"\n",
        )],
        expect: &[Finds("F30", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查登记为合格，说明写“合格，无遗留问题”？",
        question_en: "And its text says that nothing is left?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "result = \"passed\"\n",
            "result = \"passed\"\ntext = \"合格，无遗留问题（虚构）。\"\n",
        )],
        expect: &[Silent("F30", "")],
        ..Case::USUAL
    },
];

/// A lead that was looked into and found to be nothing, and told to nobody.
const LEAD: Edit = Add(
    "leads/2025/linye/021.toml",
    "received = 2025-05-06\nchannel = \"letter\"\ntrigger = \"over-boundary\"\nmine = \"lvshui\"\ntitle = \"反映越界取石（虚构）\"\n\n\
     [result]\nverdict = \"not-confirmed\"\non = 2025-05-07\n",
);
