//! Mines that are stopped or closed (一（四）2, 一（九）3).

use super::edit::Edit::{self, Add, Replace, Tail};
use super::{ADVICE, Acts, Case, Finds, MET, MET_LATE, NOT_SEEN, REMINDER, Says, Silent, Stands, UNKNOWN};

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
];

const SUSPENDED: Edit = Add(
    "orders/2025/yingji/011.toml",
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n",
);

const PERMIT: Edit = Add(
    "mines/xishan/gongan.toml",
    "[[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆001\"\nfrom = 2024-01-01\nuntil = 2026-12-31\n",
);

const CLOSED: Edit = Add(
    "orders/2025/yingji/011.toml",
    "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"xishan\"\n",
);
