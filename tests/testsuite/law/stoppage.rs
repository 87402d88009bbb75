//! Mines that are stopped or closed (一（四）2, 一（九）3).

use super::edit::Edit::{self, Add, Head, Replace, Tail};
use super::registers::{E2, PERMIT, SUSPENDED};
use super::{
    ADVICE, Acts, Case, Finds, MET, MET_LATE, NOT_SEEN, Notes, REMINDER, Says, Shows, ShowsNot, Silent, Stands, UNKNOWN,
};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "一（四）2",
        question_zh: "全年没有停产、关闭的矿山，公安的职责是否落实？",
        question_en: "No mine was stopped or closed: was the police's duty met?",
        expect: &[Stands("O46", NOT_SEEN), Stands("O47", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产整顿的矿山有爆破作业许可证，公安没有登记？",
        question_en: "A mine with a blasting permit was suspended, and the police recorded nothing?",
        change: &[SUSPENDED, PERMIT],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011"), Acts("S01", "gongan")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "矿山档案中没有爆破作业许可证？",
        question_en: "And its file has no blasting permit?",
        change: &[SUSPENDED],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安已登记封存？",
        question_en: "The police recorded that they were sealed?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\n",
            ),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "由其他单位登记，算不算公安的？",
        question_en: "Another unit recorded it: is it the police's?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add("responses/2025/linye/011.toml", "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\n"),
        ],
        expect: &[Stands("O46", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查合格之前解除停止作业？",
        question_en: "Work was resumed before the re-inspection?",
        change: &[Replace("orders/2025/yingji/003.toml", "on = 2025-08-08", "on = 2025-08-06")],
        expect: &[Finds("S02", "advice", "orders/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查合格之后解除？",
        question_en: "And after it?",
        expect: &[Silent("S02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "关闭矿山没有通报？",
        question_en: "A mine was closed and nobody told?",
        change: &[CLOSED],
        expect: &[Finds("S03", "advice", "orders/2025/yingji/011"), Silent("S04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "档案已记关闭，农水没有登记水土保持治理？",
        question_en: "Its file says closed, and there is no word of soil and water?",
        change: &[CLOSED, Tail("mines/xishan/base.toml", "closed = 2025-09-30\n")],
        expect: &[Finds("S04", "advice", "orders/2025/yingji/011"), Stands("O47", ADVICE), Acts("S04", "nongshui")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "封存登记早于停产文书八个月？",
        question_en: "The sealing is eight months older than the order?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-01-06\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记“已采取措施”，内容只写“无”？",
        question_en: "Measures are recorded that say \"无\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"无\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "矿山档案已记关闭，有爆破作业许可证，没有关闭文书？",
        question_en: "The file says that the mine is closed, it had a blasting permit, and no order is there?",
        change: &[PERMIT, Tail("mines/xishan/base.toml", "closed = 2025-09-30\n")],
        expect: &[Stands("O46", UNKNOWN), Stands("O47", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，没有爆破作业许可证？",
        question_en: "And it had no blasting permit?",
        change: &[Tail("mines/xishan/base.toml", "closed = 2025-09-30\n")],
        expect: &[Stands("O46", NOT_SEEN), Stands("O47", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "矿山关闭以后才登记水土保持治理？",
        question_en: "What was done on soil and water is recorded after the closure?",
        change: &[
            CLOSED,
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
            Add(
                "responses/2025/nongshui/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-12-20\n",
            ),
        ],
        expect: &[Says("S04", "orders/2025/yingji/011", "在关闭前完成"), Stands("O47", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "关闭之前已登记？",
        question_en: "And it was recorded before?",
        change: &[
            CLOSED,
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
            Add(
                "responses/2025/nongshui/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-20\n",
            ),
        ],
        expect: &[Silent("S04", ""), Stands("O47", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "关闭文书在矿山关闭以后才解除？",
        question_en: "The order was lifted only after the mine had been closed?",
        change: &[
            CLOSED,
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-10-15\nnumber = \"（虚构）解除〔2025〕2号\"\n"),
        ],
        expect: &[Finds("S04", "advice", "orders/2025/yingji/011"), Stands("O47", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "关闭文书先已解除，矿山后来关闭，没有新的文书？",
        question_en: "The order was lifted first, and the mine closed later without another?",
        change: &[
            CLOSED,
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-09-15\nnumber = \"（虚构）解除〔2025〕2号\"\n"),
        ],
        expect: &[Silent("S04", ""), Stands("O47", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "只停一个采区，矿山其他部分继续生产，是否要封存全矿的民用爆炸物品？",
        question_en: "One pit was stopped and the rest works on: are the explosives of the mine to be sealed?",
        change: &[SUSPENDED, PERMIT, OF_PART],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停止部位写“无”？",
        question_en: "The part stopped reads \"无\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"无\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "关闭文书写了部位，是否仍是关闭矿山？",
        question_en: "A closure that names a part: does it close the mine?",
        change: &[CLOSED, PERMIT, OF_PART],
        expect: &[Silent("S01", ""), Silent("S03", ""), Silent("S04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（四）",
        question_zh: "矿山的一个采区停产期间，联合执法到该矿检查？",
        question_en: "A team visited a mine while one pit of it was stopped?",
        change: &[
            SUSPENDED,
            OF_PART,
            E2,
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "mine = \"lvshui\"\non = 2025-09-02",
                "mine = \"xishan\"\non = 2025-09-02",
            ),
        ],
        expect: &[Silent("F14", ""), Silent("S02", ""), Stands("O14", MET), Shows("O14", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安没有另行回应，而在自己就停产文书发出的通报中写明已封存？",
        question_en: "The police did not respond, and said in a notice of their own about the order that they had sealed them?",
        change: &[SUSPENDED, PERMIT, SEALED],
        expect: &[Stands("O46", MET), Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "应急在通报中写公安已封存，公安自己没有任何登记？",
        question_en: "The bureau wrote that the police had sealed them, and the police recorded nothing?",
        change: &[SUSPENDED, PERMIT, SEALED_BY_BUREAU],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "应急停产、公安暂扣许可证，各有文书而不针对同一隐患，应急一份通报写了两份文书？",
        question_en: "The bureau stopped the mine, the police withheld its permit, for no hazard in common, and one notice of the bureau is about both?",
        change: &[SUSPENDED, WITHHELD, BOTH_TOLD],
        expect: &[
            Silent("N02", "orders/2025/yingji/011"),
            Finds("N02", "reminder", "orders/2025/gongan/011"),
            Says("N02", "orders/2025/gongan/011", "由他单位发出"),
            Shows("O29", "orders/2025/yingji/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，两份文书针对同一隐患？",
        question_en: "And both are about one hazard?",
        change: &[
            SUSPENDED,
            WITHHELD,
            BOTH_TOLD,
            Head("orders/2025/yingji/011.toml", "hazard = \"hazards/2025/yingji/002\"\n"),
            Head("orders/2025/gongan/011.toml", "hazard = \"hazards/2025/yingji/002\"\n"),
        ],
        expect: &[Silent("N02", ""), Shows("O29", "orders/2025/gongan/011"), Shows("O29", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书解除以后公安才登记封存？",
        question_en: "The police recorded the sealing only after the stop was lifted?",
        change: &[
            SUSPENDED,
            PERMIT,
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-09-05\n"),
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-10\n",
            ),
        ],
        expect: &[Stands("O46", MET_LATE), Says("S01", "orders/2025/yingji/011", "2025-09-05 解除")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "停止作业文书以更正取消重大安全风险的标记？",
        question_en: "The mark of major risk on an order to stop work was taken away by an amendment?",
        change: &[
            Replace("orders/2025/yingji/003.toml", "major_risk = true\n", ""),
            Tail(
                "orders/2025/yingji/003.toml",
                "[[amended]]\non = 2025-09-01\nkeys = [\"major_risk\"]\nreason = \"录错（虚构）\"\n",
            ),
        ],
        expect: &[Finds("F27", "reminder", "orders/2025/yingji/003")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停止部位写“全矿”？",
        question_en: "The part stopped reads \"全矿\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停止部位写“整座矿山全部区域（含排土场）”？",
        question_en: "The part stopped reads all areas of the whole mine?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"整座矿山全部区域（含排土场）\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停止部位写的是矿山自己的名称？",
        question_en: "The part stopped reads the name of the mine itself?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"西山瓷土矿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停止部位写“全矿（除1号采区外）”？",
        question_en: "All of the mine but one pit?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿（除1号采区外）\"\n")],
        expect: &[Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记“已采取措施”，内容写“尚未封存，拟近日办理”？",
        question_en: "The police file measures taken, and the text says that nothing was sealed yet?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            Tail("responses/2025/gongan/011.toml", "text = \"尚未封存，拟近日办理（虚构）。\"\n"),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记“已采取措施”，内容写“已封存，未发现遗失”？",
        question_en: "And it says that they were sealed and none was missing?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            Tail("responses/2025/gongan/011.toml", "text = \"已封存，未发现遗失（虚构）。\"\n"),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记“已采取措施”，内容写“待确定”？",
        question_en: "And its text is \"待确定\"?",
        change: &[SUSPENDED, PERMIT, MEASURES, Tail("responses/2025/gongan/011.toml", "text = \"待确定\"\n")],
        expect: &[Stands("O46", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书以更正改为限期整改？",
        question_en: "An order of suspension was amended to one to rectify?",
        change: &[
            SUSPENDED,
            PERMIT,
            Replace("orders/2025/yingji/011.toml", "suspend-production", "rectify"),
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"kind\"]\nreason = \"录错（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "orders/2025/yingji/011"), Says("F27", "", "文书种类")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书以更正补写停止部位，改为只停一个采区？",
        question_en: "An amendment wrote a part into an order of suspension, so that only one pit is stopped?",
        change: &[
            SUSPENDED,
            PERMIT,
            OF_PART,
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"place\"]\nreason = \"漏录（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "orders/2025/yingji/011"), Says("F27", "", "停止部位")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，补写的是“全矿”？",
        question_en: "And what it wrote is all of the mine?",
        change: &[
            SUSPENDED,
            PERMIT,
            Head("orders/2025/yingji/011.toml", "place = \"全矿\"\n"),
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"place\"]\nreason = \"漏录（虚构）\"\n"),
        ],
        expect: &[Silent("F27", ""), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“已全部封存，未退库”（封存或者退库）？",
        question_en: "The measures read \"已全部封存，未退库\", and either would do?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部封存，未退库。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("S01", ""), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“未封存，已全部退库”？",
        question_en: "They read \"未封存，已全部退库\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"未封存，已全部退库。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("S01", ""), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“尚未使用的炸药已全部封存”？",
        question_en: "They read \"尚未使用的炸药已全部封存\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"尚未使用的炸药已全部封存。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("S01", ""), Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“拟于近日封存”？",
        question_en: "They read \"拟于近日封存\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"拟于近日封存。\"\n",
            ),
        ],
        expect: &[
            Stands("O46", REMINDER),
            Finds("S01", "reminder", "orders/2025/yingji/011"),
            Finds("F30", "reminder", "responses/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“正在办理封存”？",
        question_en: "They read \"正在办理封存\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"正在办理封存。\"\n",
            ),
        ],
        expect: &[
            Stands("O46", REMINDER),
            Finds("S01", "reminder", "orders/2025/yingji/011"),
            Finds("F30", "reminder", "responses/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写“经研究决定不封存，继续供应”？",
        question_en: "They read \"经研究决定不封存，继续供应\"?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"经研究决定不封存，继续供应。\"\n",
            ),
        ],
        expect: &[
            Stands("O46", REMINDER),
            Finds("S01", "reminder", "orders/2025/yingji/011"),
            Finds("F30", "reminder", "responses/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "一处已封存，另一处未封存？",
        question_en: "One store was sealed and another was not?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"1号库已封存，2号库未封存。\"\n",
            ),
        ],
        expect: &[
            Stands("O46", REMINDER),
            Finds("S01", "reminder", "orders/2025/yingji/011"),
            Finds("F30", "reminder", "responses/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "责令停止作业，写明停止部位为“全矿”？",
        question_en: "A stop of work says that it is all of the mine?",
        change: &[
            SUSPENDED,
            PERMIT,
            Replace("orders/2025/yingji/011.toml", "suspend-production", "stop-work"),
            Head("orders/2025/yingji/011.toml", "place = \"全矿\"\n"),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011"), Acts("S01", "gongan")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "责令停止作业，没有写停止部位？",
        question_en: "A stop of work names no part?",
        change: &[SUSPENDED, PERMIT, Replace("orders/2025/yingji/011.toml", "suspend-production", "stop-work")],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产整顿，停止部位写“东采区（全部作业面）”？",
        question_en: "A suspension names \"东采区（全部作业面）\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"东采区（全部作业面）\"\n")],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产整顿，停止部位写“全面停产整顿”？",
        question_en: "A suspension says \"全面停产整顿\" where the part would stand?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全面停产整顿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书更正为责令停止作业，部位仍是全矿？",
        question_en: "A suspension was amended into a stop of work in all of the mine?",
        change: &[
            SUSPENDED,
            PERMIT,
            Replace("orders/2025/yingji/011.toml", "suspend-production", "stop-work"),
            Head("orders/2025/yingji/011.toml", "place = \"全矿\"\n"),
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"kind\"]\nreason = \"错录（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "orders/2025/yingji/011"), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "关闭文书以更正改为停产停业整顿？",
        question_en: "An order to close was amended into a suspension?",
        change: &[
            SUSPENDED,
            PERMIT,
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"kind\"]\nreason = \"录错（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "orders/2025/yingji/011"), Says("F27", "", "文书种类")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书以更正改为关闭？",
        question_en: "A suspension was amended into an order to close?",
        change: &[
            CLOSED,
            PERMIT,
            Tail("orders/2025/yingji/011.toml", "[[amended]]\non = 2025-09-10\nkeys = [\"kind\"]\nreason = \"录错（虚构）\"\n"),
        ],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施写的是另一件事？",
        question_en: "The measures on record are about something else?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已召开会议传达停产要求。\"\n",
            ),
        ],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011"), Stands("O46", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "登记的措施只写“已按要求处理”？",
        question_en: "They read \"已按要求处理\" and no more?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已按要求处理。\"\n",
            ),
        ],
        expect: &[Silent("S01", ""), Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“全矿”？",
        question_en: "A suspension names \"全矿\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“除排水系统外全矿”？",
        question_en: "A suspension names \"除排水系统外全矿\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"除排水系统外全矿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“全部生产系统”？",
        question_en: "A suspension names \"全部生产系统\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全部生产系统\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“停产范围：全矿”？",
        question_en: "A suspension names \"停产范围：全矿\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"停产范围：全矿\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“全矿停产，仅保留排水、通风系统”？",
        question_en: "A suspension names \"全矿停产，仅保留排水、通风系统\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿停产，仅保留排水、通风系统\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“除1号采区外全矿”？",
        question_en: "A suspension names \"除1号采区外全矿\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"除1号采区外全矿\"\n")],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“停产范围：北采区”？",
        question_en: "A suspension names \"停产范围：北采区\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"停产范围：北采区\"\n")],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产文书的停止部位写“全矿停产，保留1号采区生产”？",
        question_en: "A suspension names \"全矿停产，保留1号采区生产\"?",
        change: &[SUSPENDED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿停产，保留1号采区生产\"\n")],
        expect: &[Silent("S01", ""), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "关闭文书写“全矿（除排水系统外）”？",
        question_en: "It closes \"全矿（除排水系统外）\"?",
        change: &[CLOSED, PERMIT, Head("orders/2025/yingji/011.toml", "place = \"全矿（除排水系统外）\"\n")],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/011"), Finds("S03", "advice", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "前一次停产已退库，未解除又下达第二份停产文书？",
        question_en: "A second suspension while the first stands, at which all was returned?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部退库。\"\n",
            ),
        ],
        expect: &[Silent("S01", ""), Stands("O46", MET), Shows("O46", "orders/2025/yingji/012")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "前一次停产已封存，解除当日又停产？",
        question_en: "It was sealed, and the first was lifted on the day of the second?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-11-03\n"),
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部封存。\"\n",
            ),
        ],
        expect: &[Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "前一次停产已退库，解除后恢复生产一个月再停产，其间未见供应？",
        question_en: "All was returned, the mine worked for a month and stopped again, and no supply is on record?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            LIFTED_BETWEEN,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部退库。\"\n",
            ),
        ],
        expect: &[Silent("S01", "orders/2025/yingji/012"), Stands("O46", UNKNOWN), Notes("O46", "是否又有供应")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "其间公安登记了恢复供应？",
        question_en: "And the police recorded that they were supplied again?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            LIFTED_BETWEEN,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部退库。\"\n",
            ),
            Add(
                "responses/2025/gongan/012.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-10-02\ntext = \"经验收合格，恢复供应。\"\n",
            ),
        ],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/012")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "前一次只是封存，解除后恢复生产再停产？",
        question_en: "They were only sealed, and the mine worked in between?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            LIFTED_BETWEEN,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部封存。\"\n",
            ),
        ],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/012"), Silent("S01", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "两份停产文书都未解除，第二份之后才就第一份登记退库？",
        question_en: "Two suspensions stand, and what was done is said of the first, after the second?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-11-05\ntext = \"已全部退库。\"\n",
            ),
        ],
        expect: &[Silent("S01", ""), Stands("O46", MET), Shows("O46", "orders/2025/yingji/012")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产时只是封存，其后又下达关闭文书？",
        question_en: "They were sealed at a suspension, and the mine was closed after that?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Replace("orders/2025/yingji/012.toml", "suspend-production", "close"),
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部封存。\"\n",
            ),
        ],
        expect: &[Finds("S01", "reminder", "orders/2025/yingji/012")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产时已清退，其后又下达关闭文书？",
        question_en: "And they had been returned?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Replace("orders/2025/yingji/012.toml", "suspend-production", "close"),
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已全部清退。\"\n",
            ),
        ],
        expect: &[Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安封存以后，停产期间又启封、恢复供应？",
        question_en: "The police sealed them, and unsealed and supplied them again while the mine was stopped?",
        change: &[SUSPENDED, PERMIT, MEASURES, UNSEALED],
        expect: &[
            Stands("O46", REMINDER),
            Says("S01", "orders/2025/yingji/011", "2025-09-20"),
            Acts("S01", "gongan"),
            ShowsNot("O46", "orders/2025/yingji/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，只登记为“进展”，写恢复供应？",
        question_en: "And it is filed as progress that they are supplied again?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            UNSEALED,
            Replace("responses/2025/gongan/012.toml", "measures-taken", "progress"),
            Replace("responses/2025/gongan/012.toml", "已启封，恢复供应", "经批准恢复该矿炸药供应"),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，十月又重新封存？",
        question_en: "And they sealed them anew in October?",
        change: &[SUSPENDED, PERMIT, MEASURES, UNSEALED, RESEALED],
        expect: &[
            Stands("O46", MET_LATE),
            Says("S01", "orders/2025/yingji/011", "2025-10-08 才重新封存"),
            Shows("O46", "orders/2025/yingji/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "封存以后，停产文书解除当日才启封？",
        question_en: "They unsealed them on the day on which the stop was lifted?",
        change: &[SUSPENDED, PERMIT, MEASURES, UNSEALED, Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-09-20\n")],
        expect: &[Stands("O46", MET), Silent("S01", ""), Shows("O46", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "封存以后，登记启封检查、当日重新封存？",
        question_en: "They unsealed them to look and sealed them anew the same day?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            UNSEALED,
            Replace("responses/2025/gongan/012.toml", "已启封，恢复供应", "已启封清点，当日重新封存"),
        ],
        expect: &[Stands("O46", MET), Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "封存以后，登记企业申请启封，未同意？",
        question_en: "They say that the mine asked to have them unsealed and they did not agree?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            UNSEALED,
            Replace("responses/2025/gongan/012.toml", "已启封，恢复供应", "企业申请启封，未同意，继续封存"),
        ],
        expect: &[Stands("O46", MET), Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "启封的登记写在矿山名下，没有写在停产文书名下？",
        question_en: "That they were unsealed is said of the mine and not of the order?",
        change: &[
            SUSPENDED,
            PERMIT,
            MEASURES,
            UNSEALED,
            Replace("responses/2025/gongan/012.toml", "orders/2025/yingji/011", "mines/xishan"),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "矿山关闭，公安只登记封存？",
        question_en: "A mine was closed, and the police only sealed what it had?",
        change: &[
            CLOSED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"民用爆炸物品已封存（虚构）。\"\n",
            ),
        ],
        expect: &[
            Finds("S01", "reminder", "orders/2025/yingji/011"),
            Says("S01", "orders/2025/yingji/011", "清退"),
            Stands("O46", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "矿山关闭，公安登记已清退？",
        question_en: "And they had it returned?",
        change: &[
            CLOSED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"民用爆炸物品已全部清退（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("S01", ""), Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "停产时已封存，文书未解除又关闭，档案已记关闭？",
        question_en: "It was sealed at a stop, and then closed, by its file as well, while the stop stood?",
        change: &[
            SUSPENDED,
            PERMIT,
            SECOND_STOP,
            Replace("orders/2025/yingji/012.toml", "suspend-production", "close"),
            Tail("mines/xishan/base.toml", "closed = 2025-12-01\n"),
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"民用爆炸物品已封存（虚构）。\"\n",
            ),
        ],
        expect: &[
            Finds("S01", "reminder", "orders/2025/yingji/012"),
            ShowsNot("O46", "orders/2025/yingji/012"),
            Shows("O46", "orders/2025/yingji/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "前一次关闭已解除、其间农水已登记治理，又第二次关闭？",
        question_en: "A closure was lifted, soil and water was seen to under it, and the mine was closed a second time?",
        change: &[
            CLOSED,
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-09-20\n"),
            Add(
                "orders/2025/yingji/012.toml",
                "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕12号\"\nat = 2025-11-03T10:00:00\nmine = \"xishan\"\n",
            ),
            Tail("mines/xishan/base.toml", "closed = 2025-12-01\n"),
            Add(
                "responses/2025/nongshui/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-10\ntext = \"已监督企业完成水土保持治理（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("S04", "advice", "orders/2025/yingji/012"), Stands("O47", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "封存由应急凭电话代公安登记？",
        question_en: "The bureau entered it for the police, on a call?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "entered_by = \"yingji\"\nsource = \"电话（虚构）\"\nkind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"民用爆炸物品已封存（虚构）。\"\n",
            ),
        ],
        expect: &[
            Finds("F19", "reminder", "responses/2025/gongan/011"),
            Says("F19", "responses/2025/gongan/011", "应急"),
            Stands("O46", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "关闭文书下达以后、档案所记关闭日期以前发现的隐患？",
        question_en: "A hazard was found after the order to close and before the day on which the file has the mine closed?",
        change: &[
            CLOSED,
            Tail("mines/xishan/base.toml", "closed = 2025-09-30\n"),
            Add(
                "hazards/2025/nongshui/012.toml",
                "mine = \"xishan\"\nfound = 2025-09-15\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"沉沙池淤满（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("F14", "hazards/2025/nongshui/012")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同上，档案未记关闭？",
        question_en: "And the file does not say closed?",
        change: &[
            CLOSED,
            Add(
                "hazards/2025/nongshui/012.toml",
                "mine = \"xishan\"\nfound = 2025-09-15\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"沉沙池淤满（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("F14", "reminder", "hazards/2025/nongshui/012")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "就西山的停产文书登记的措施写“已对大山石场民爆物品退库”？",
        question_en: "Of the order at one mine the police say that the explosives of another were returned?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已对大山石场民爆物品退库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "同上，又写西山瓷土矿的已封存？",
        question_en: "And that those of this mine were sealed?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已对大山石场民爆物品退库，西山瓷土矿炸药已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写明退库并运至大山石场的专用库？",
        question_en: "They were returned and taken to a store at the other mine?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"西山瓷土矿炸药已退库，运至大山石场专用库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“西山瓷土矿已按要求处理”？",
        question_en: "It says in general that it was seen to at this mine?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"西山瓷土矿已按要求处理（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "已封存以后，又登记大山石场的民爆物品已启封？",
        question_en: "They were sealed, and those of another mine were unsealed later?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已封存（虚构）。\"\n",
            ),
            Add(
                "responses/2025/gongan/012.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-20\ntext = \"大山石场已启封，恢复供应（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("S01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "关闭的矿山炸药已清退，剩余雷管只是封存？",
        question_en: "At a closure the explosives were returned and the rest of the detonators only sealed?",
        change: &[
            CLOSED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"炸药已清退，剩余雷管封存于库房（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("S01", "reminder", "orders/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "前一次关闭解除当日即由新的关闭文书接续，其间没有开放？",
        question_en: "The first closure was lifted on the day on which the second was ordered, and the mine never opened?",
        change: &[
            CLOSED,
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-11-03\n"),
            Add(
                "orders/2025/yingji/012.toml",
                "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕12号\"\nat = 2025-11-03T10:00:00\nmine = \"xishan\"\n",
            ),
            Tail("mines/xishan/base.toml", "closed = 2025-12-01\n"),
            Add(
                "responses/2025/nongshui/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-10\ntext = \"已监督企业完成水土保持治理（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("S04", "orders/2025/yingji/012"), Stands("O47", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）3",
        question_zh: "重新开放以后、第二次关闭以前又登记治理？",
        question_en: "It was seen to again after the mine had been opened, before the second closure?",
        change: &[
            CLOSED,
            Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-09-20\n"),
            Add(
                "orders/2025/yingji/012.toml",
                "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕12号\"\nat = 2025-11-03T10:00:00\nmine = \"xishan\"\n",
            ),
            Tail("mines/xishan/base.toml", "closed = 2025-12-01\n"),
            Add(
                "responses/2025/nongshui/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-10-10\ntext = \"已监督企业完成水土保持治理（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("S04", "orders/2025/yingji/012"), Stands("O47", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“已对其他矿山民爆物品退库”？",
        question_en: "It says that the explosives of other mines were returned?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"已对其他矿山民爆物品退库（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", REMINDER), Finds("F30", "reminder", "responses/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "写“参照其他矿山做法，已封存”？",
        question_en: "They were sealed as at other mines?",
        change: &[
            SUSPENDED,
            PERMIT,
            Add(
                "responses/2025/gongan/011.toml",
                "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\ntext = \"参照其他矿山做法，已封存（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O46", MET), Silent("F30", "")],
        ..Case::USUAL
    },
];

/// That the police took measures about the suspension.
const MEASURES: Edit =
    Add("responses/2025/gongan/011.toml", "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-02\n");

const CLOSED: Edit = Add(
    "orders/2025/yingji/011.toml",
    "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n",
);

/// That only a part of the mine is meant.
const OF_PART: Edit = Head("orders/2025/yingji/011.toml", "place = \"北采区（虚构）\"\n");

const SEALED: Edit = Add(
    "notices/2025/gongan/011.toml",
    "content = 5\nabout = [\"orders/2025/yingji/011\"]\ntitle = \"关于民用爆炸物品封存情况的通报（虚构）\"\nmeasures = \"已全部封存。\"\n\
     suggestions = \"请应急部门恢复生产前告知。\"\nissued = 2025-09-02\n\n[[to]]\nwho = \"yingji\"\n",
);

const SEALED_BY_BUREAU: Edit = Add(
    "notices/2025/yingji/011.toml",
    "content = 5\nabout = [\"orders/2025/yingji/011\"]\ntitle = \"关于责令停产的通报（虚构）\"\nmeasures = \"公安部门已封存民用爆炸物品。\"\n\
     suggestions = \"请属地协助巡查。\"\nissued = 2025-09-02\n\n[[to]]\nwho = \"yaogu\"\n\n[[to]]\nwho = \"gongan\"\n",
);

/// The police withheld the permit on the same day.
const WITHHELD: Edit = Add(
    "orders/2025/gongan/011.toml",
    "kind = \"withhold-licence\"\nnumber = \"（虚构）扣〔2025〕1号\"\nat = 2025-09-01T11:00:00\nmine = \"xishan\"\n",
);

const BOTH_TOLD: Edit = Add(
    "notices/2025/yingji/011.toml",
    "content = 5\nabout = [\"orders/2025/yingji/011\", \"orders/2025/gongan/011\"]\ntitle = \"关于责令停产、暂扣许可证的通报（虚构）\"\n\
     measures = \"已责令停产，已暂扣许可证。\"\nsuggestions = \"请属地协助巡查。\"\nissued = 2025-09-02\n\n[[to]]\nwho = \"yaogu\"\n\n\
     [[to]]\nwho = \"gongan\"\n\n[[to]]\nwho = \"ziran\"\n",
);

/// That they let them go again.
const UNSEALED: Edit = Add(
    "responses/2025/gongan/012.toml",
    "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-09-20\ntext = \"已启封，恢复供应（虚构）。\"\n",
);

/// And put them away anew.
const RESEALED: Edit = Add(
    "responses/2025/gongan/013.toml",
    "kind = \"measures-taken\"\nto = \"orders/2025/yingji/011\"\non = 2025-10-08\ntext = \"已重新封存（虚构）。\"\n",
);

/// The same mine was suspended again two months later.
const SECOND_STOP: Edit = Add(
    "orders/2025/yingji/012.toml",
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕12号\"\nat = 2025-11-03T10:00:00\nmine = \"xishan\"\n",
);

/// It worked for a month in between.
const LIFTED_BETWEEN: Edit = Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-10-01\n");
