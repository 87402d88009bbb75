//! Facilities put to use together with the works (一（一）6, 一（四）2, 一（七）1, 一（九）1), and licences that run out.

use super::edit::Edit::{self, Add, Head, Remove, Replace, Tail};
use super::{ADVICE, Acts, Case, Finds, MET, MET_LATE, NOT_SEEN, REMINDER, Says, Shows, ShowsNot, Silent, Stands};

const FILE: &str = "facilities/2025/yingji/001.toml";
const RECORD: &str = "facilities/2025/yingji/001";

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "一（一）6",
        question_zh: "应急检查了安全设施，未落实的已补充落实？",
        question_en: "The bureau found safety facilities lacking, and they were made good?",
        expect: &[Stands("O52", MET), Shows("O52", RECORD), Stands("O53", MET), Stands("O54", NOT_SEEN), Stands("O55", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "未落实而主体工程已投产，没有后续登记？",
        question_en: "Lacking while the works are in use, and nothing further?",
        change: &[IN_USE, OPEN],
        expect: &[Stands("O52", ADVICE), Finds("B01", "advice", RECORD), Acts("B01", "yingji"), Silent("B02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "未落实而尚未投产，算不算未落实？",
        question_en: "Lacking, and the works are not in use: is anything said?",
        change: &[OPEN],
        expect: &[Silent("B01", ""), Stands("O52", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "投产后责令停产，尚未解除？",
        question_en: "The mine was stopped and still is?",
        change: &[IN_USE, OPEN, STOPPED],
        expect: &[Silent("B01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "停产已解除，设施仍未落实？",
        question_en: "The stop was lifted and they are lacking still?",
        change: &[IN_USE, OPEN, STOPPED, Tail("orders/2025/yingji/011.toml", "[lifted]\non = 2025-11-03\n")],
        expect: &[Finds("B01", "advice", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "由生态环境登记安全设施，是否算应急监督？",
        question_en: "The environment bureau filed it: did the emergency bureau supervise?",
        change: &[
            Remove(FILE),
            Add(
                "facilities/2025/shengtai/011.toml",
                "mine = \"xishan\"\nproject = \"扩建（虚构）\"\nworks = \"extended\"\nkind = \"safety\"\nstate = \"lacking\"\non = 2025-05-20\nin_use = 2025-05-01\n",
            ),
        ],
        expect: &[Stands("O52", NOT_SEEN), Silent("B01", ""), ShowsNot("O53", "facilities/2025/shengtai/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（七）1",
        question_zh: "环境保护设施未落实而已投产，归谁？",
        question_en: "Environmental facilities are lacking in use: whose is it?",
        change: &[Replace(
            "facilities/2025/shengtai/001.toml",
            "\"in-place\"\non = 2025-05-20\n",
            "\"lacking\"\non = 2025-05-20\nin_use = 2025-05-01\n",
        )],
        expect: &[Stands("O53", ADVICE), Acts("B02", "shengtai"), Stands("O52", MET), Silent("B04", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）1",
        question_zh: "农水检查水土保持设施，已落实？",
        question_en: "The water bureau found its facilities in place?",
        change: &[Add(
            "facilities/2025/nongshui/011.toml",
            "mine = \"xishan\"\nproject = \"扩建（虚构）\"\nworks = \"extended\"\nkind = \"soil-water\"\nstate = \"in-place\"\non = 2025-05-20\n",
        )],
        expect: &[Stands("O54", MET), Silent("B03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "安全设施未落实，该矿有爆破作业许可证，公安没有登记？",
        question_en: "Safety facilities are lacking, the mine has a blasting permit, and the police recorded nothing?",
        change: &[OPEN, PERMIT],
        expect: &[Stands("O55", REMINDER), Finds("B04", "reminder", RECORD), Acts("B04", "gongan"), Stands("O46", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "后来补充落实，其间的供给是否不再提示？",
        question_en: "They were made good later: is nothing said of the time between?",
        change: &[PERMIT],
        expect: &[Finds("B04", "reminder", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安已登记停止供给？",
        question_en: "The police recorded that it gets none?",
        change: &[OPEN, PERMIT, SAID],
        expect: &[Stands("O55", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记停止供给以后，又登记恢复供应？",
        question_en: "The police recorded that it gets none, and later that it gets some again?",
        change: &[
            OPEN,
            PERMIT,
            SAID,
            Add(
                "responses/2025/gongan/012.toml",
                "kind = \"measures-taken\"\nto = \"facilities/2025/yingji/001\"\non = 2025-05-20\ntext = \"恢复炸药供应（虚构）。\"\n",
            ),
        ],
        expect: &[Stands("O55", REMINDER), Says("B04", RECORD, "2025-05-20")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "公安登记在先，许可证发放在后？",
        question_en: "They recorded it, and the permit was given afterwards?",
        change: &[
            OPEN,
            Add(
                "mines/dashan/gongan.toml",
                "[[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆011\"\nfrom = 2025-08-01\nuntil = 2026-12-31\n",
            ),
            SAID,
        ],
        expect: &[Stands("O55", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）2",
        question_zh: "环境保护设施未落实，是否不得供给？",
        question_en: "Environmental facilities are lacking: does that bar explosives?",
        change: &[PERMIT, Replace(FILE, "\"safety\"", "\"environment\"")],
        expect: &[Silent("B04", ""), Stands("O55", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "采矿许可证到期，未见换证、停产？",
        question_en: "A mining licence ran out: neither a new one nor a stop?",
        change: &[EXPIRED],
        expect: &[Stands("O58", REMINDER), Finds("B05", "reminder", "mines/xishan/ziran"), Acts("B05", "ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "到期之后责令停止作业，尚未解除？",
        question_en: "It was stopped since, and still is?",
        change: &[
            EXPIRED,
            Replace("orders/2025/yingji/003.toml", "[lifted]\non = 2025-08-08\nnumber = \"（虚构）解除〔2025〕1号\"\n", ""),
        ],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "新证由另一单位登记？",
        question_en: "The new licence stands in another unit's file?",
        change: &[
            EXPIRED,
            Tail(
                "mines/xishan/yingji.toml",
                "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采011\"\nfrom = 2025-04-01\nuntil = 2035-03-31\n",
            ),
        ],
        expect: &[Says("B05", "mines/xishan/ziran", "没有登记换证"), Stands("O58", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "矿山已关闭？",
        question_en: "The mine was closed?",
        change: &[EXPIRED, Tail("mines/xishan/base.toml", "closed = 2025-09-30\n")],
        expect: &[
            Finds("B05", "reminder", "mines/xishan/ziran"),
            Says("B05", "", "到 2025-09-30 矿山关闭"),
            Stands("O58", MET_LATE),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "有效期的最后一天，是否已过期？",
        question_en: "On its last day, has it run out?",
        change: &[Replace("mines/xishan/ziran.toml", "2032-06-30", "2025-12-31")],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）1",
        question_zh: "安全生产许可证上年到期，本年仍未换证？",
        question_en: "A work safety licence ran out last year and was never renewed?",
        change: &[Replace("mines/xishan/yingji.toml", "2027-02-28", "2024-10-31")],
        expect: &[Stands("O56", ADVICE), Acts("B05", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）1",
        question_zh: "没有证照到期，准入职责是否已落实？",
        question_en: "No licence ran out: was the duty on access met?",
        expect: &[Stands("O56", NOT_SEEN), Stands("O57", NOT_SEEN), Stands("O59", NOT_SEEN), Stands("O60", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（九）1",
        question_zh: "水土保持设施未落实而已投产？",
        question_en: "Soil and water facilities are lacking in use?",
        change: &[Add(
            "facilities/2025/nongshui/011.toml",
            "mine = \"xishan\"\nproject = \"扩建（虚构）\"\nworks = \"extended\"\nkind = \"soil-water\"\nstate = \"lacking\"\non = 2025-05-20\nin_use = 2025-05-01\n",
        )],
        expect: &[Stands("O54", ADVICE), Acts("B03", "nongshui")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）1",
        question_zh: "爆破作业许可证到期，未见换证、停产？",
        question_en: "A blasting permit ran out: neither a new one nor a stop?",
        change: &[Add(
            "mines/xishan/gongan.toml",
            "[[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆011\"\nfrom = 2024-01-01\nuntil = 2025-03-31\n",
        )],
        expect: &[Stands("O57", REMINDER), Acts("B05", "gongan")],
        ..Case::USUAL
    },
    Case {
        clause: "一（七）3",
        question_zh: "排污许可证到期，未见换证、停产？",
        question_en: "A discharge permit ran out: neither a new one nor a stop?",
        change: &[Add(
            "mines/xishan/shengtai.toml",
            "[[licence]]\nkind = \"discharge\"\nnumber = \"（虚构）污011\"\nfrom = 2022-01-01\nuntil = 2025-03-31\n",
        )],
        expect: &[Stands("O59", REMINDER), Acts("B05", "shengtai")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）1",
        question_zh: "使用林地审核同意书到期（条文要求监督）？",
        question_en: "A forest land permit ran out, where the clause asks to supervise?",
        change: &[Add(
            "mines/xishan/linye.toml",
            "[[licence]]\nkind = \"forest\"\nnumber = \"（虚构）林011\"\nfrom = 2022-01-01\nuntil = 2025-03-31\n",
        )],
        expect: &[Stands("O60", ADVICE), Acts("B05", "linye")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十）1",
        question_zh: "该同意书已续期？",
        question_en: "And it was renewed?",
        change: &[Add(
            "mines/xishan/linye.toml",
            "[[licence]]\nkind = \"forest\"\nnumber = \"（虚构）林011\"\nfrom = 2022-01-01\nuntil = 2025-03-31\n\n[[licence]]\nkind = \"forest\"\nnumber = \"（虚构）林012\"\nfrom = 2025-04-01\nuntil = 2028-03-31\n",
        )],
        expect: &[Stands("O60", NOT_SEEN), Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "采矿许可证到期，十个月后才有新证？",
        question_en: "A mining licence ran out, and the next began ten months later?",
        change: &[
            Replace("mines/xishan/ziran.toml", "2032-06-30", "2025-01-31"),
            Tail(
                "mines/xishan/ziran.toml",
                "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采012\"\nfrom = 2025-12-20\nuntil = 2035-03-31\n",
            ),
        ],
        expect: &[Says("B05", "mines/xishan/ziran", "无证"), Stands("O58", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "新证自次日起？",
        question_en: "And the next began the day after?",
        change: &[
            Replace("mines/xishan/ziran.toml", "2032-06-30", "2025-01-31"),
            Tail(
                "mines/xishan/ziran.toml",
                "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采012\"\nfrom = 2025-02-01\nuntil = 2035-03-31\n",
            ),
        ],
        expect: &[Silent("B05", ""), Stands("O58", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）6",
        question_zh: "安全设施未落实而已投产，只停了一个采区？",
        question_en: "Safety facilities are lacking in use, and one pit was stopped?",
        change: &[IN_USE, OPEN, STOPPED, Head("orders/2025/yingji/011.toml", "place = \"北采区（虚构）\"\n")],
        expect: &[Finds("B01", "advice", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "采矿许可证到期，只停了一处采场？",
        question_en: "A mining licence ran out, and one place of work was stopped?",
        change: &[
            EXPIRED,
            Replace("orders/2025/yingji/003.toml", "[lifted]\non = 2025-08-08\nnumber = \"（虚构）解除〔2025〕1号\"\n", ""),
            Head("orders/2025/yingji/003.toml", "place = \"西采场（虚构）\"\n"),
        ],
        expect: &[Finds("B05", "reminder", "mines/xishan/ziran"), Stands("O58", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "矿山关闭以后采矿许可证才到期？",
        question_en: "The licence ran out after the mine had been closed?",
        change: &[EXPIRED, Tail("mines/xishan/base.toml", "closed = 2025-01-31\n")],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "许可证到期半年，才由关闭文书关闭矿山？",
        question_en: "It had run out half a year before an order closed the mine?",
        change: &[
            EXPIRED,
            Add(
                "orders/2025/yingji/011.toml",
                "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕11号\"\nat = 2025-09-30T10:00:00\nmine = \"xishan\"\n",
            ),
        ],
        expect: &[Says("B05", "mines/xishan/ziran", "到 2025-09-30 矿山关闭")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "上年关闭的矿山，本年还说不说证照到期？",
        question_en: "Closed the year before: is the lapse of this year?",
        change: &[
            Replace("mines/xishan/ziran.toml", "2032-06-30", "2024-09-30"),
            Tail("mines/xishan/base.toml", "closed = 2024-11-30\n"),
        ],
        expect: &[Stands("O58", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "发证单位已并入另一单位，新证由承接单位登记？",
        question_en: "The unit merged, and the new licence stands in its successor's file?",
        change: &[
            EXPIRED,
            Head("units/ziran.toml", "until = 2025-03-31\nsuccessors = [\"linye\"]\n"),
            Add(
                "mines/xishan/linye.toml",
                "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采011\"\nfrom = 2025-04-01\nuntil = 2035-03-31\n",
            ),
        ],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "应急档案里留有自然资源所发的旧证（写明发证机关），自然资源已换证？",
        question_en: "The bureau keeps a copy of the old licence that names who issued it, and that unit renewed it?",
        change: &[Tail(
            "mines/xishan/yingji.toml",
            "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采003\"\nfrom = 2022-07-01\nuntil = 2025-03-31\nauthority = \"区自然资源局\"\n",
        )],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "采矿许可证到期以后，自然资源已处罚？",
        question_en: "It ran out, and the unit fined the mine since?",
        change: &[EXPIRED, FINED],
        expect: &[Silent("B05", ""), Stands("O58", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "处罚在到期之前？",
        question_en: "And the fine was of before?",
        change: &[EXPIRED, FINED, Replace("orders/2025/ziran/011.toml", "2025-06-10", "2025-03-10")],
        expect: &[Finds("B05", "reminder", "mines/xishan/ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "到期以后自然资源移送公安？",
        question_en: "And the case was handed on?",
        change: &[EXPIRED, FINED, Replace("orders/2025/ziran/011.toml", "\"penalty\"", "\"transfer\"")],
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "处罚写明针对此前发现的隐患？",
        question_en: "And the fine names a hazard?",
        change: &[EXPIRED, FINED, Head("orders/2025/ziran/011.toml", "hazard = \"hazards/2025/yingji/002\"\n")],
        expect: &[Finds("B05", "reminder", "mines/xishan/ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "处罚由另一单位作出？",
        question_en: "And another unit fined the mine?",
        change: &[
            EXPIRED,
            Add(
                "orders/2025/yingji/011.toml",
                "kind = \"penalty\"\nnumber = \"（虚构）罚决〔2025〕11号\"\nat = 2025-06-10T10:00:00\nmine = \"xishan\"\n",
            ),
        ],
        expect: &[Finds("B05", "reminder", "mines/xishan/ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "处罚以后一整年仍未换证，也再无处理？",
        question_en: "And a whole year after the fine there is nothing more?",
        change: &[EXPIRED, FINED],
        year: 2026,
        as_of: "2026-12-31",
        expect: &[Says("B05", "mines/xishan/ziran", "最近一次处理为 2025-06-10")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "处罚的次年，年内还没有再处理？",
        question_en: "And in the year after the fine, before it is over?",
        change: &[EXPIRED, FINED],
        year: 2026,
        as_of: "2026-10-31",
        expect: &[Silent("B05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "到期以后，矿山档案记明停产？",
        question_en: "And the file of the mine says since that it stands still?",
        change: &[EXPIRED, Tail("mines/xishan/base.toml", "production = \"stopped\"\nproduction_on = 2025-09-10\n")],
        expect: &[Silent("B05", ""), Stands("O58", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "档案记的停产，其后停止作业已解除？",
        question_en: "And it was seen so before a stop was lifted?",
        change: &[EXPIRED, Tail("mines/xishan/base.toml", "production = \"stopped\"\nproduction_on = 2025-06-30\n")],
        expect: &[Says("B05", "mines/xishan/ziran", "2025-08-08 解除停产以后")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "档案记明正常生产？",
        question_en: "And the file says that it works?",
        change: &[EXPIRED, Tail("mines/xishan/base.toml", "production = \"working\"\nproduction_on = 2025-09-10\n")],
        expect: &[Finds("B05", "reminder", "mines/xishan/ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "无证期间责令停产，到换证之后才解除？",
        question_en: "It was stopped while it had none, until the next began?",
        change: &[LAPSED, STOPPED_MEANWHILE],
        expect: &[Silent("B05", ""), Stands("O58", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）2",
        question_zh: "无证期间责令停产，换证之前两个月已经解除？",
        question_en: "And the stop was lifted two months before?",
        change: &[LAPSED, STOPPED_MEANWHILE, Replace("orders/2025/ziran/011.toml", "on = 2025-12-22", "on = 2025-10-20")],
        expect: &[Says("B05", "mines/xishan/ziran", "2025-10-20 解除停产以后")],
        ..Case::USUAL
    },
];

const IN_USE: Edit = Replace(FILE, "text = ", "in_use = 2025-04-01\ntext = ");

const OPEN: Edit = Replace(FILE, "[made_good]\non = 2025-06-18\nnumber = \"（虚构）复查〔2025〕6号\"\n", "");

const STOPPED: Edit = Add(
    "orders/2025/yingji/011.toml",
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕11号\"\nat = 2025-09-01T10:00:00\nmine = \"dashan\"\n",
);

const PERMIT: Edit = Add(
    "mines/dashan/gongan.toml",
    "[[licence]]\nkind = \"blasting\"\nnumber = \"（虚构）爆011\"\nfrom = 2024-01-01\nuntil = 2026-12-31\n",
);

const SAID: Edit =
    Add("responses/2025/gongan/011.toml", "kind = \"measures-taken\"\nto = \"facilities/2025/yingji/001\"\non = 2025-04-25\n");

const EXPIRED: Edit = Replace("mines/xishan/ziran.toml", "2032-06-30", "2025-03-31");

/// What the unit that licenses did after that.
const FINED: Edit = Add(
    "orders/2025/ziran/011.toml",
    "kind = \"penalty\"\nnumber = \"（虚构）罚决〔2025〕11号\"\nat = 2025-06-10T10:00:00\nmine = \"xishan\"\n",
);

/// A mining licence that ran out ten months before the next began.
const LAPSED: Edit = Edit::All(&[
    Replace("mines/xishan/ziran.toml", "2032-06-30", "2025-01-31"),
    Tail(
        "mines/xishan/ziran.toml",
        "[[licence]]\nkind = \"mining\"\nnumber = \"（虚构）采012\"\nfrom = 2025-12-20\nuntil = 2035-03-31\n",
    ),
]);

const STOPPED_MEANWHILE: Edit = Add(
    "orders/2025/ziran/011.toml",
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕11号\"\nat = 2025-02-10T10:00:00\nmine = \"xishan\"\n\n[lifted]\non = 2025-12-22\n",
);
