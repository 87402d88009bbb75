//! 隐患 (三（五）): what counts as urged, put right and closed.

use super::edit::Edit::{self, Add, All, Head, Replace, Tail};
use super::registers::{E2_MAJOR, H0, HN};
use super::{Acts, Awaits, Case, Finds, MET, MET_LATE, REMINDER, Says, Shows, ShowsNot, Silent, Stands, UNMET};

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "三（五）",
        question_zh: "重大隐患期限过后既未整改也未督促？",
        question_en: "A major hazard is past its term, and neither put right nor urged?",
        change: &[H0],
        expect: &[
            Stands("O21", UNMET),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            ShowsNot("O21", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，而矿山并未关闭？",
        question_en: "Closed because the mine was closed, which it was not?",
        change: &[H0, Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n")],
        expect: &[
            Stands("O21", UNMET),
            Finds("H10", "unmet", "hazards/2025/yingji/001"),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以移交其他单位销号，而没有单位承接？",
        question_en: "Closed because another unit took it over, and none did?",
        change: &[H0, Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"transferred\"\n")],
        expect: &[
            Stands("O21", UNMET),
            Finds("H10", "unmet", "hazards/2025/yingji/001"),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以移交其他单位销号，承接单位已登记隐患？",
        question_en: "Closed because another unit took it over, which filed it?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"transferred\"\n"),
            Add(
                "hazards/2025/ziran/011.toml",
                "mine = \"dashan\"\nfound = 2025-06-20\nsource_kind = \"notice\"\nfrom = \"hazards/2025/yingji/001\"\nnature = \"hazard\"\nmajor = true\ndescription = \"南侧边坡存在贯通裂缝（虚构）。\"\n\n[onsite]\nmeasure = \"警戒。\"\non = 2025-06-20\n\n[rectification]\nplan = \"削坡。\"\ndue = 2026-03-31\n",
            ),
        ],
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以重复登记销号，而没有另一条记录？",
        question_en: "Closed as filed twice, and there is no other record?",
        change: &[H0, Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"duplicate\"\n")],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "矿山档案登记关闭，以矿山关闭销号？",
        question_en: "Closed because the mine was closed, as its file says?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Head("mines/dashan/base.toml", "closed = 2025-06-20\n"),
        ],
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "有关闭该矿山的文书，以矿山关闭销号？",
        question_en: "Closed because the mine was closed, by an order?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/yingji/091.toml", "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n"),
        ],
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "关闭文书已经解除，以矿山关闭销号？",
        question_en: "Closed because the mine was closed by an order that was lifted again?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n\n[lifted]\non = 2025-06-22\n",
            ),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "接收时没有标重大隐患，而联合执法组认定为重大？",
        question_en: "Taken over without the mark of a major hazard, which the team gave it?",
        change: &[H0, Replace("hazards/2025/yingji/001.toml", "major = true\n", "")],
        expect: &[
            Stands("O21", UNMET),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Finds("H11", "reminder", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "来源为联合执法的隐患改填为自行检查发现？",
        question_en: "Found by joint enforcement and filed as found by the unit itself?",
        change: &[H0, Replace("hazards/2025/yingji/001.toml", "\"enforcement\"\nfrom", "\"inspection\"\nfrom")],
        expect: &[
            Stands("O21", UNMET),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Finds("H11", "reminder", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "监管部门有依据地认定不属重大隐患？",
        question_en: "The department determined, by a criterion, that it is not major?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "advice", "hazards/2025/yingji/001"), Silent("H11", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定日期在判定日之后？",
        question_en: "The determination is of after the day judged?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-09-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        as_of: "2025-09-01",
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后监管部门登记了督促进展？",
        question_en: "The department recorded after the term that it urged?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "督促进展登记在执法组发现的问题上？",
        question_en: "And the progress was filed of the problem that the team found?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"enforcements/2025/anweiban/001#1\"\non = 2025-07-20\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "督促进展登记在责令整改的文书上？",
        question_en: "And of the order to put it right?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"orders/2025/yingji/002\"\non = 2025-07-20\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "只在期限之内督促过，期限过后没有？",
        question_en: "Urged within the term, and not after it?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-06-10\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后只有别的单位说过有进展？",
        question_en: "After the term only another unit said that there was progress?",
        change: &[
            H0,
            Add(
                "responses/2025/gongan/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后监管部门作出处罚？",
        question_en: "The department fined the mine after the term?",
        change: &[
            H0,
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"penalty\"\nat = 2025-08-01T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后才批准延期？",
        question_en: "An extension was granted only after the term?",
        change: &[
            H0,
            Replace(
                "hazards/2025/yingji/001.toml",
                "asked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27",
                "asked = 2025-06-20\napproved_by = \"张某甲\"\napproved_on = 2025-06-21\nnew_due = 2026-03-31",
            ),
        ],
        expect: &[
            Says("H05", "hazards/2025/yingji/001", "2025-06-21 才另定期限"),
            Finds("H05", "reminder", "hazards/2025/yingji/001"),
            Stands("O21", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "本单位自填的期限晚于文书和联合执法组所定，未见延期？",
        question_en: "The unit set itself a later day than the order and the team, without an extension?",
        change: &[
            H0,
            Replace(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27\n",
                "",
            ),
            Replace("hazards/2025/yingji/001.toml", "due = 2025-06-13", "due = 2025-12-30"),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001"), Finds("H11", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法组所定期限之后，监管部门另行下达文书，期限更长？",
        question_en: "The department served an order with a longer term than the team gave, in time?",
        change: &[
            H0,
            Replace(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27\n",
                "",
            ),
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"rectify\"\nat = 2025-06-10T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\nuntil = 2026-03-31\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Awaits("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "上年发现的重大隐患，本年到期后一直未改？",
        question_en: "Found last year, due this year, never put right?",
        change: &[Add(
            "hazards/2024/yingji/011.toml",
            "mine = \"lvshui\"\nfound = 2024-12-24\nsource_kind = \"enforcement\"\nnature = \"hazard\"\nmajor = true\ndescription = \"采空区顶板离层（虚构）。\"\n\n[onsite]\nmeasure = \"撤出人员。\"\non = 2024-12-24\n\n[rectification]\nplan = \"充填。\"\ndue = 2025-02-10\n",
        )],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2024/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同一隐患到下一年仍未整改？",
        question_en: "The same hazard still not put right in the next year?",
        change: &[Add(
            "hazards/2024/yingji/011.toml",
            "mine = \"lvshui\"\nfound = 2024-12-24\nsource_kind = \"enforcement\"\nnature = \"hazard\"\nmajor = true\ndescription = \"采空区顶板离层（虚构）。\"\n\n[onsite]\nmeasure = \"撤出人员。\"\non = 2024-12-24\n\n[rectification]\nplan = \"充填。\"\ndue = 2025-02-10\n",
        )],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2024/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同一隐患在期限之内的那一年？",
        question_en: "The same hazard in the year in which its term ran on?",
        change: &[Add(
            "hazards/2024/yingji/011.toml",
            "mine = \"lvshui\"\nfound = 2024-12-24\nsource_kind = \"enforcement\"\nnature = \"hazard\"\nmajor = true\ndescription = \"采空区顶板离层（虚构）。\"\n\n[onsite]\nmeasure = \"撤出人员。\"\non = 2024-12-24\n\n[rectification]\nplan = \"充填。\"\ndue = 2025-02-10\n",
        )],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Silent("H05", "hazards/2024/yingji/011"), Awaits("H05", "hazards/2024/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由没有监管职责的单位复查合格并销号？",
        question_en: "Re-inspected by a unit without supervision, and closed?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-06-25\nby = \"renshe\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-26\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Finds("H12", "reminder", "hazards/2025/yingji/001"), Finds("H10", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由其他联合执法单位复查合格？",
        question_en: "Re-inspected by another unit of joint enforcement?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-06-25\nby = \"linye\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-26\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Silent("H12", ""), Silent("H10", ""), Stands("O22", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "当天发现、当天复查合格（立查立改）？",
        question_en: "Found and re-inspected on the same day?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-05-13\nby = \"yingji\"\nresult = \"passed\"\n\n[closed]\non = 2025-05-13\nreason = \"passed\"\n",
            ),
            Replace(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27\n",
                "",
            ),
        ],
        expect: &[Silent("F04", "hazards/2025/yingji/001"), Silent("H05", "hazards/2025/yingji/001"), Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "企业报告完成后未复查，当年和参考时限之内？",
        question_en: "Reported done and not re-inspected, while the year runs?",
        change: &[H0, Head("hazards/2025/yingji/001.toml", "reported_done = 2025-06-20\n")],
        expect: &[Finds("H07", "reminder", "hazards/2025/yingji/001"), Stands("O22", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "企业报告完成后未复查，已到下一年？",
        question_en: "Reported done and not re-inspected, in the next year?",
        change: &[H0, Head("hazards/2025/yingji/001.toml", "reported_done = 2025-06-20\n")],
        as_of: "2026-01-05",
        expect: &[Finds("H07", "unmet", "hazards/2025/yingji/001"), Stands("O22", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大隐患的现场处置早于发现？",
        question_en: "The on-site measure is of before the find?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "on = 2025-09-02\n", "on = 2025-09-02\ngroup = 9\n"),
            Replace(
                "enforcements/2025/anweiban/002.toml",
                "measure = \"撤出人员。\"\non = 2025-09-02",
                "measure = \"撤出人员。\"\non = 2025-08-20",
            ),
        ],
        expect: &[Stands("O20", UNMET), Finds("H01", "unmet", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大隐患当场处置？",
        question_en: "A major hazard met with a measure on the spot?",
        change: &[E2_MAJOR],
        expect: &[Stands("O20", MET), Silent("H01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法组尚在现场，还未处置？",
        question_en: "The team is still there and has not acted yet?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "\n[problem.onsite]\nmeasure = \"撤出人员。\"\non = 2025-09-02\n", ""),
        ],
        as_of: "2025-09-02",
        expect: &[Silent("H01", ""), Awaits("H01", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法组离场，未处置？",
        question_en: "The team left without having acted?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "\n[problem.onsite]\nmeasure = \"撤出人员。\"\non = 2025-09-02\n", ""),
        ],
        expect: &[Stands("O20", UNMET), Finds("H01", "unmet", "enforcements/2025/anweiban/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题一直无人接收，期限之内？",
        question_en: "Nobody took a major problem over, while its term runs?",
        change: &[E2_MAJOR],
        as_of: "2025-10-10",
        expect: &[Finds("H03", "reminder", "enforcements/2025/anweiban/002"), Stands("O21", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题一直无人接收，已到下一年？",
        question_en: "Nobody took a major problem over, in the next year?",
        change: &[E2_MAJOR],
        as_of: "2026-01-10",
        expect: &[Finds("H03", "unmet", "enforcements/2025/anweiban/002"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限之内整改、复查不合格后另定期限、再复查合格？",
        question_en: "Put right in time, failed, given a new term and passed?",
        expect: &[Stands("O21", MET), Stands("O22", MET), Silent("H05", ""), Silent("H08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "移交给当时已经撤销的单位？",
        question_en: "Handed on to a unit that was no more?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"transferred\"\n"),
            Add(
                "hazards/2025/linye/011.toml",
                "mine = \"dashan\"\nfound = 2025-06-20\nsource_kind = \"notice\"\nfrom = \"hazards/2025/yingji/001\"\nnature = \"hazard\"\nmajor = true\ndescription = \"南侧边坡存在贯通裂缝（虚构）。\"\n",
            ),
            Head("units/linye.toml", "until = 2025-06-25\nsuccessors = [\"ziran\"]\n"),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "两个单位互相“移交”，谁也没有接着办？",
        question_en: "Two units each handed it on to the other, and nobody went on with it?",
        change: &[
            H0,
            Replace(
                "hazards/2025/yingji/001.toml",
                "from = \"enforcements/2025/anweiban/001#1\"",
                "from = \"hazards/2025/ziran/011\"",
            ),
            Replace("hazards/2025/yingji/001.toml", "source_kind = \"enforcement\"", "source_kind = \"notice\""),
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"transferred\"\n"),
            Add(
                "hazards/2025/ziran/011.toml",
                "mine = \"dashan\"\nfound = 2025-05-13\nsource_kind = \"notice\"\nfrom = \"hazards/2025/yingji/001\"\nnature = \"hazard\"\nmajor = true\ndescription = \"南侧边坡存在贯通裂缝（虚构）。\"\n\n[onsite]\nmeasure = \"警戒。\"\non = 2025-05-13\n\n[rectification]\nplan = \"削坡。\"\ndue = 2025-06-27\n\n[closed]\non = 2025-07-01\nreason = \"transferred\"\n",
            ),
        ],
        expect: &[
            Finds("H10", "advice", "hazards/2025/ziran/011"),
            Finds("F24", "form", "hazards/2025/yingji/001"),
            Finds("H03", "unmet", "enforcements/2025/anweiban/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "移交给其他单位，承接单位按一般隐患登记并自定期限？",
        question_en: "Handed on to a unit that files it as no major hazard, with a term of its own?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"transferred\"\n"),
            Add(
                "hazards/2025/ziran/011.toml",
                "mine = \"dashan\"\nfound = 2025-06-20\nsource_kind = \"notice\"\nfrom = \"hazards/2025/yingji/001\"\nnature = \"hazard\"\ndescription = \"南侧边坡存在贯通裂缝（虚构）。\"\n\n[onsite]\nmeasure = \"警戒。\"\non = 2025-06-20\n\n[rectification]\nplan = \"削坡。\"\ndue = 2026-03-31\n",
            ),
        ],
        expect: &[Silent("H10", ""), Finds("H05", "unmet", "hazards/2025/ziran/011"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "另建一条一般隐患，把重大隐患当作重复登记销号？",
        question_en: "A lesser record of another find is made, and the major hazard closed as filed twice?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"duplicate\"\n"),
            Add(
                "hazards/2025/yingji/012.toml",
                "mine = \"dashan\"\nfound = 2025-06-20\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"护栏缺失（虚构）。\"\n",
            ),
            Replace(
                "hazards/2025/yingji/001.toml",
                "from = \"enforcements/2025/anweiban/001#1\"",
                "from = \"hazards/2025/yingji/012\"",
            ),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后只有区安委办下达过处罚？",
        question_en: "After the term only the office served a penalty?",
        change: &[
            H0,
            Add(
                "orders/2025/anweiban/091.toml",
                "kind = \"penalty\"\nat = 2025-08-01T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "关闭文书后来解除，解除之前判定？",
        question_en: "The order that closed the mine was lifted later, judged before that?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-06-21\nreason = \"mine-closed\"\n"),
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n\n[lifted]\non = 2025-06-25\n",
            ),
        ],
        as_of: "2025-06-22",
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "销号之后复查又不合格，新期限已过？",
        question_en: "A re-inspection after the close-out failed, and the new term has passed?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[reinspection]]\non = 2025-09-11\nby = \"yingji\"\nresult = \"failed\"\nnew_due = 2025-10-01\n",
        )],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "区安委办在期限内下达更长期限的文书？",
        question_en: "The office served an order with a longer term, in time?",
        change: &[
            H0,
            Add(
                "orders/2025/anweiban/091.toml",
                "kind = \"rectify\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\nuntil = 2026-12-31\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001"), Stands("O19", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "不承办的联合执法单位在期限内下达更长期限的文书？",
        question_en: "Another unit of joint enforcement served one?",
        change: &[
            H0,
            Add(
                "orders/2025/linye/091.toml",
                "kind = \"rectify\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\nuntil = 2026-12-31\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "文书写的是另一座矿山？",
        question_en: "The order is for another mine?",
        change: &[
            H0,
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"rectify\"\nat = 2025-06-20T10:00:00\nmine = \"xishan\"\nhazard = \"hazards/2025/yingji/001\"\nuntil = 2026-12-31\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "超期未督促，后来矿山关闭？",
        question_en: "Overdue and not urged, until the mine was closed?",
        change: &[H0, Head("mines/dashan/base.toml", "closed = 2025-12-20\n")],
        expect: &[Finds("H05", "reminder", "hazards/2025/yingji/001"), Stands("O21", MET_LATE)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限之内矿山关闭？",
        question_en: "The mine was closed within the term?",
        change: &[H0, Head("mines/dashan/base.toml", "closed = 2025-06-20\n")],
        expect: &[Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "移交后承接单位按期办结，现场处置是移交前做的？",
        question_en: "Handed on and put right in time, the measure on site taken before?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-06-20\nreason = \"transferred\"\n"),
            Add(
                "hazards/2025/ziran/011.toml",
                "mine = \"dashan\"\nfound = 2025-06-20\nsource_kind = \"enforcement\"\nfrom = \"enforcements/2025/anweiban/001#1\"\nnature = \"hazard\"\nmajor = true\ndescription = \"南侧边坡裂缝（虚构）。\"\nreported_done = 2025-06-25\n\n[[reinspection]]\non = 2025-06-27\nby = \"ziran\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-27\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Silent("H01", ""), Silent("H05", ""), Silent("N05", ""), Stands("O20", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查单位当时已经撤销？",
        question_en: "The unit that re-inspected was no more?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[[reinspection]]\non = 2025-06-25\nby = \"linye\"\nresult = \"passed\"\n"),
            Head("units/linye.toml", "until = 2025-03-31\nsuccessors = [\"ziran\"]\n"),
        ],
        expect: &[Finds("H12", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由区安委办自己复查合格？",
        question_en: "The office itself re-inspected?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[[reinspection]]\non = 2025-06-25\nby = \"anweiban\"\nresult = \"passed\"\n"),
        ],
        expect: &[Finds("H12", "reminder", "hazards/2025/yingji/001"), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后督促过一次，此后一整年再无督促？",
        question_en: "Urged once after the term, and then not for a whole year?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-11\ntext = \"已督促（虚构）。\"\n",
            ),
        ],
        year: 2027,
        as_of: "2027-12-31",
        expect: &[Finds("H05", "reminder", "hazards/2025/yingji/001"), Stands("O21", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定没有文书？",
        question_en: "A determination without a paper?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"大山石场\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后才认定不属重大隐患？",
        question_en: "Determined as not major only after the term?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-12-30\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "重大隐患当日已通报，次日移交另一单位登记，是否要再通报一次？",
        question_en: "A major hazard was told of on its day and handed on the next: is a second notice due?",
        change: &[
            HN,
            Replace("hazards/2025/yingji/011.toml", HN_COURSE, "[closed]\non = 2025-06-04\nreason = \"transferred\"\n"),
            Add("notices/2025/yingji/011.toml", TOLD_ON_ITS_DAY),
            Add("hazards/2025/ziran/011.toml", HANDED_ON),
        ],
        expect: &[Silent("N05", ""), Stands("O31", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限次日复查合格，企业何时完成没有登记，是否超期？",
        question_en: "It passed the re-inspection a day after its term, and nobody recorded when it was done: was it late?",
        change: &[Replace("hazards/2025/yingji/001.toml", "reported_done = 2025-07-08\n", "")],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Shows("O21", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后只有其他部门的处罚，监管部门自己没有督促？",
        question_en: "After its term only another department's penalty is on record: did its own urge?",
        change: &[
            H0,
            Add(
                "orders/2025/ziran/090.toml",
                "kind = \"penalty\"\nnumber = \"（虚构）90号\"\nat = 2025-09-01T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\n",
            ),
        ],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法结束后才认定为重大，现场处置是否落空？",
        question_en: "It was determined to be major after the team had left: was a measure on site lacking?",
        change: &[Tail(
            "hazards/2025/nongshui/001.toml",
            "[determined]\non = 2025-05-20\nmajor = true\ncriterion = \"（虚构）\"\nby = \"赵某甲\"\npaper = \"（虚构）认定1号\"\n",
        )],
        expect: &[Silent("H01", "hazards/2025/nongshui/001"), Stands("O20", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "联合执法发现的一般隐患逾期未改？",
        question_en: "A general hazard that joint enforcement found is past its term?",
        change: &[GENERAL_OVERDUE],
        expect: &[Finds("H05", "advice", "hazards/2025/xiaofang/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "另一条文约束联合执法发现的全部隐患？",
        question_en: "The same, by a text that binds all hazards that joint enforcement finds?",
        change: &[
            GENERAL_OVERDUE,
            Replace("mechanism.toml", "hazard_contents", "binding_hazards = \"of-enforcement\"\nhazard_contents"),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/xiaofang/001"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "另一条文只约束重大隐患，不限联合执法？",
        question_en: "The same, by a text that binds major hazards whoever found them?",
        change: &[GENERAL_OVERDUE, Replace("mechanism.toml", "hazard_contents", "binding_hazards = \"major\"\nhazard_contents")],
        expect: &[Finds("H05", "advice", "hazards/2025/xiaofang/001"), Shows("O22", "hazards/2025/yingji/002")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，关闭文书由没有监管职责的单位作出？",
        question_en: "Closed because of an order to close by a unit without supervision?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/gongxin/091.toml", "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n"),
        ],
        expect: &[
            Finds("H10", "unmet", "hazards/2025/yingji/001"),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Stands("O21", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后半年未督促，以重复登记销号，另一单位随即接手整改完成？",
        question_en: "Silent for half a year past the term, then closed as filed twice, while another unit had it put right at once?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", GIVEN_AS_DUPLICATE),
            Add("hazards/2025/ziran/011.toml", TAKEN_IN_DECEMBER),
        ],
        expect: &[
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Silent("H05", "hazards/2025/ziran/011"),
            Silent("N05", "hazards/2025/ziran/011"),
            ShowsNot("O21", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定不属重大隐患的日期早于发现？",
        question_en: "It was determined to be no major hazard before it was found?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-01\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查不合格，所定新期限早于复查之日？",
        question_en: "It failed its re-inspection, and the new term lies before that?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-06-12\nby = \"yingji\"\nresult = \"failed\"\nnew_due = 2025-06-01\n",
            ),
        ],
        expect: &[
            Stands("O21", UNMET),
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Finds("F04", "form", "hazards/2025/yingji/001"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同一单位误登两次，另一条记录按期整改完成？",
        question_en: "Filed twice by mistake, and the other record was put right in time?",
        change: &[Add("hazards/2025/yingji/011.toml", COPY)],
        expect: &[Silent("H05", "hazards/2025/yingji/011"), Silent("H10", ""), Silent("N05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以重复登记销号，而另一条记录正是由本记录而来？",
        question_en: "Closed as filed twice, and the other record was made from this one?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", GIVEN_AS_DUPLICATE),
            Add("hazards/2025/ziran/011.toml", HANDED_IN_DECEMBER),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "复查合格次日企业才书面报告整改完成？",
        question_en: "It passed its re-inspection the day before the mine reported it done in writing?",
        change: &[
            H0,
            Head("hazards/2025/yingji/001.toml", "reported_done = 2025-06-10\n"),
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-06-09\nby = \"yingji\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-13\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Silent("F04", ""), Silent("H07", ""), Stands("O22", MET), Shows("O22", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后半年才移交，承接单位十一天后尚无动作？",
        question_en: "Handed on half a year past the term, and eleven days later the receiver has done nothing yet?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-12-20\nreason = \"transferred\"\n"),
            Add("hazards/2025/ziran/011.toml", HANDED_IN_DECEMBER),
        ],
        as_of: "2025-12-22",
        expect: &[
            Finds("H05", "reminder", "hazards/2025/yingji/001"),
            Silent("H05", "hazards/2025/ziran/011"),
            Silent("H10", ""),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "发现当日复查合格，四周后企业才报告整改完成？",
        question_en: "It passed on the day it was found, and the mine reported it done four weeks later?",
        change: &[
            H0,
            Head("hazards/2025/yingji/001.toml", "reported_done = 2025-06-10\n"),
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[reinspection]]\non = 2025-05-13\nby = \"yingji\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-13\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Finds("H07", "reminder", "hazards/2025/yingji/001"), ShowsNot("O22", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "承接单位承接后半年仍无动作？",
        question_en: "Half a year after it got the hazard the receiver has done nothing?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-12-20\nreason = \"transferred\"\n"),
            Add("hazards/2025/ziran/011.toml", HANDED_IN_DECEMBER),
        ],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[
            Finds("H05", "unmet", "hazards/2025/ziran/011"),
            Says("H05", "hazards/2025/ziran/011", "2025-12-20 由本单位承接"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限由监管部门自己的限期整改文书另定？",
        question_en: "The department set the longer term by an order of its own?",
        change: &[
            H0,
            Replace("hazards/2025/yingji/001.toml", "due = 2025-06-13", "due = 2026-03-31"),
            Replace(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27\n",
                "",
            ),
            Replace("orders/2025/yingji/002.toml", "until = 2025-06-13", "until = 2026-03-31"),
        ],
        expect: &[Silent("H11", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题只回应接收，期限过后未建隐患、未复查？",
        question_en: "A major problem was only said to be taken over, and past its term there is neither a hazard nor a re-inspection?",
        change: &[E2_MAJOR, Add("responses/2025/yingji/091.toml", SAID_TO_TAKE_OVER)],
        year: 2026,
        as_of: "2026-12-01",
        expect: &[
            Finds("H03", "unmet", "enforcements/2025/anweiban/002"),
            Finds("H13", "unmet", "enforcements/2025/anweiban/002"),
            Stands("O21", UNMET),
            Stands("O22", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限比联合执法组所定的晚，文书并没有另定？",
        question_en: "The term is later than the team's, and no order set it?",
        change: &[
            H0,
            Replace("hazards/2025/yingji/001.toml", "due = 2025-06-13", "due = 2026-03-31"),
            Replace(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2025-06-27\n",
                "",
            ),
        ],
        expect: &[Finds("H11", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题回应接收，期限尚未届满？",
        question_en: "A major problem was said to be taken over, and its term still runs?",
        change: &[E2_MAJOR, Add("responses/2025/yingji/091.toml", SAID_TO_TAKE_OVER)],
        as_of: "2025-10-09",
        expect: &[Finds("H03", "reminder", "enforcements/2025/anweiban/002"), Silent("H13", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "条款在整改期限的最后一天废止，次日起超期？",
        question_en: "The clause was repealed with the last day of the term, and it is overdue from the next day?",
        change: &[H0, Replace("obligations.toml", "id = \"O21\"\n", "id = \"O21\"\nuntil = 2025-06-27\n")],
        expect: &[Silent("H05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题由区安委办登记为隐患并复查？",
        question_en: "The office filed a major problem as its own hazard and re-inspected it?",
        change: &[E2_MAJOR, Add("hazards/2025/anweiban/011.toml", OF_THE_OFFICE)],
        expect: &[
            Finds("H03", "unmet", "enforcements/2025/anweiban/002"),
            ShowsNot("O21", "hazards/2025/anweiban/011"),
            ShowsNot("O22", "hazards/2025/anweiban/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "条款在超期的第一天之后才废止？",
        question_en: "The clause was repealed after the first day on which it was overdue?",
        change: &[H0, Replace("obligations.toml", "id = \"O21\"\n", "id = \"O21\"\nuntil = 2025-06-28\n")],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，区政府批复关闭后由没有监管职责的单位登记关闭文书？",
        question_en: "Closed because of an order of a unit without supervision, after the government had agreed to close the mine?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/gongxin/091.toml", CLOSING),
            Add("upward/2025/nongshui/011.toml", CLOSURE_AGREED),
        ],
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同上，区政府批复的是该矿山的另一件事？",
        question_en: "And what the government agreed to was another matter of the mine?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/gongxin/091.toml", CLOSING),
            Add("upward/2025/nongshui/011.toml", CLOSURE_AGREED),
            Replace("upward/2025/nongshui/011.toml", "hazards/2025/yingji/001", "mines/dashan"),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同上，区政府在关闭文书之后才批复？",
        question_en: "And the government agreed only after the order?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/gongxin/091.toml", CLOSING),
            Add("upward/2025/nongshui/011.toml", CLOSURE_AGREED),
            Replace("upward/2025/nongshui/011.toml", "on = 2025-06-18", "on = 2025-08-18"),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，区安委办转录区政府的关闭决定？",
        question_en: "Closed because of the government's decision, which the office transcribes?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add(
                "orders/2025/anweiban/091.toml",
                "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\nentered_by = \"anweiban\"\nsource = \"云城府函〔2025〕8号（虚构）\"\n",
            ),
        ],
        expect: &[Silent("H10", ""), Silent("H05", "hazards/2025/yingji/001"), Silent("E08", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "区安委办登记关闭文书，只注明电话通知？",
        question_en: "The office recorded a closure by a telephone call?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add(
                "orders/2025/anweiban/091.toml",
                "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\nentered_by = \"anweiban\"\nsource = \"电话通知（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Finds("E08", "unmet", "orders/2025/anweiban/091")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题的监管单位是联合执法单位以外的成员单位？",
        question_en: "A major problem is assigned to a member that does not belong to joint enforcement?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "supervising_unit = \"yingji\"", "supervising_unit = \"renshe\""),
        ],
        as_of: "2026-01-10",
        expect: &[Finds("H02", "reminder", "enforcements/2025/anweiban/002"), Says("H02", "", "不在联合执法单位之列")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题的监管单位是区安委办？",
        question_en: "It is assigned to the office?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "supervising_unit = \"yingji\"", "supervising_unit = \"anweiban\""),
        ],
        as_of: "2026-01-10",
        expect: &[Finds("H02", "unmet", "enforcements/2025/anweiban/002"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "监管单位在联合执法之后撤并，当时的确定算不算？",
        question_en: "The unit that was named was merged after the enforcement: had it been named rightly?",
        change: &[
            E2_MAJOR,
            Replace("enforcements/2025/anweiban/002.toml", "supervising_unit = \"yingji\"", "supervising_unit = \"linye\""),
            Head("units/linye.toml", "until = 2025-12-01\nsuccessors = [\"ziran\"]\n"),
        ],
        as_of: "2026-01-10",
        expect: &[Silent("H02", ""), Acts("H03", "ziran")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "延期由企业自己批准？",
        question_en: "The mine granted itself the extension?",
        change: &[
            H0,
            Replace("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"大山石场矿长（虚构）\""),
        ],
        as_of: "2025-06-20",
        expect: &[
            Finds("H06", "reminder", "hazards/2025/yingji/001"),
            Says("H06", "hazards/2025/yingji/001", "不在应急登记的负责人之列"),
            Stands("O21", REMINDER),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "延期由监管部门登记的主要负责人批准？",
        question_en: "The main leader of the department granted it, as it recorded its leaders?",
        change: &[H0, Replace("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"张某丁\"")],
        as_of: "2025-06-20",
        expect: &[Silent("H06", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "监管部门没有登记负责人，批准人无从核对？",
        question_en: "The department recorded no leaders, so that nobody can be compared?",
        change: &[
            H0,
            Replace("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"某人（虚构）\""),
            Replace("people/yingji.toml", "[[leader]]\nname = \"张某甲\"\npost = \"in-charge\"\nsince = 2023-03-01\n", ""),
            Replace("people/yingji.toml", "[[leader]]\nname = \"张某丁\"\npost = \"main\"\nsince = 2022-06-01\n", ""),
        ],
        as_of: "2025-06-20",
        expect: &[Silent("H06", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同一单位就同一重大问题登记了两条隐患，都未以重复登记销号？",
        question_en: "One unit made two hazards of one major problem, and closed neither as filed twice?",
        change: &[Add("hazards/2025/yingji/011.toml", COPY), Replace("hazards/2025/yingji/011.toml", DUPLICATE, "")],
        expect: &[Finds("H14", "reminder", "enforcements/2025/anweiban/001"), Acts("H14", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "两个监管部门就同一问题各自登记隐患？",
        question_en: "Two departments each made a hazard of one problem?",
        change: &[Add("hazards/2025/ziran/011.toml", COPY), Replace("hazards/2025/ziran/011.toml", DUPLICATE, "")],
        expect: &[Finds("H14", "advice", "enforcements/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "其中一条已以重复登记销号？",
        question_en: "One of the two was closed as filed twice?",
        change: &[Add("hazards/2025/yingji/011.toml", COPY)],
        expect: &[Silent("H14", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "隐患所写矿山与所来自的问题不同？",
        question_en: "A hazard is at another mine than the problem that it was taken over from?",
        change: &[Replace("hazards/2025/yingji/001.toml", "mine = \"dashan\"", "mine = \"lvshui\"")],
        expect: &[Finds("H11", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同一矿山两项重大问题，一份文书只写了联合执法，没有写是哪一项？",
        question_en: "Two major problems at one mine, and one order that names the enforcement and neither?",
        change: &[E2_MAJOR, NOTHING_DONE, SECOND_MAJOR, Add("orders/2025/yingji/011.toml", OF_THE_ENFORCEMENT)],
        expect: &[
            Says("H01", "enforcements/2025/anweiban/002", "第 1 项"),
            Says("H01", "enforcements/2025/anweiban/002", "第 2 项"),
            Stands("O20", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "该矿山只有一项重大问题，文书只写了联合执法？",
        question_en: "One major problem at that mine, and the order names the enforcement only?",
        change: &[E2_MAJOR, NOTHING_DONE, Add("orders/2025/yingji/011.toml", OF_THE_ENFORCEMENT)],
        expect: &[Silent("H01", ""), Stands("O20", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "自行检查发现的重大隐患，移交前已经现场处置，承接单位没有再处置？",
        question_en: "A unit's own find was met with a measure and handed on, and the next unit took none?",
        change: &[
            HN,
            Replace(
                "hazards/2025/yingji/011.toml",
                "[[reinspection]]\non = 2025-06-23\nby = \"yingji\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-23\nreason = \"passed\"\n",
                "[closed]\non = 2025-06-04\nreason = \"transferred\"\n",
            ),
            Add("hazards/2025/ziran/011.toml", HANDED_ON),
        ],
        expect: &[Silent("H01", ""), Stands("O20", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "年中修订后应急不再是联合执法成员，此前发现的隐患由应急复查？",
        question_en: "The text was amended and the bureau is no member any more: it re-inspects what it found before?",
        change: &[LEFT_ENFORCEMENT],
        expect: &[Silent("H12", ""), Silent("H10", ""), Stands("O21", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由办公室凭电话代录的复查？",
        question_en: "The office entered the re-inspection after a telephone call?",
        change: &[Head("hazards/2025/yingji/001.toml", "entered_by = \"anweiban\"\nsource = \"电话（虚构）\"\n")],
        expect: &[
            Stands("O21", UNMET),
            Finds("H12", "reminder", "hazards/2025/yingji/001"),
            Says("H10", "hazards/2025/yingji/001", "来文的文号"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "代录写明来文文号？",
        question_en: "And with the number of the bureau's paper?",
        change: &[Head("hazards/2025/yingji/001.toml", "entered_by = \"anweiban\"\nsource = \"应急函〔2025〕3号（虚构）\"\n")],
        expect: &[Stands("O21", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "代录的来源只写“11月3号电话告知”？",
        question_en: "And the source reads \"11月3号电话告知\"?",
        change: &[Head("hazards/2025/yingji/001.toml", "entered_by = \"anweiban\"\nsource = \"11月3号电话告知（虚构）\"\n")],
        expect: &[Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）、三（五）",
        question_zh: "施行前发现的重大隐患，施行后期限届满，此后既未整改也未督促？",
        question_en: "A major hazard was found before the text came into force; its term ran out since, and nothing followed?",
        change: &[Add("hazards/2024/yingji/091.toml", FOUND_BEFORE)],
        expect: &[
            Finds("H05", "unmet", "hazards/2024/yingji/091"),
            Finds("H07", "unmet", "hazards/2024/yingji/091"),
            Stands("O21", UNMET),
            Silent("H01", "hazards/2024/yingji/091"),
            Silent("H04", "hazards/2024/yingji/091"),
            Silent("N05", "hazards/2024/yingji/091"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）",
        question_zh: "施行前发现、施行前期限已经届满的隐患？",
        question_en: "A hazard was found, and its term ran out, before the text came into force?",
        change: &[
            Add("hazards/2024/yingji/091.toml", FOUND_BEFORE),
            Replace("hazards/2024/yingji/091.toml", "due = 2024-09-30", "due = 2024-08-14"),
        ],
        expect: &[Silent("H05", ""), Silent("H07", "")],
        ..Case::USUAL
    },
    Case {
        clause: "五（一）、三（五）",
        question_zh: "施行前发现的重大隐患，施行后按期整改并复查？",
        question_en: "A major hazard found before the text came into force was put right and re-inspected in its term?",
        change: &[
            Add("hazards/2024/yingji/091.toml", FOUND_BEFORE),
            Head("hazards/2024/yingji/091.toml", "reported_done = 2024-09-20\n"),
            Tail(
                "hazards/2024/yingji/091.toml",
                "[[reinspection]]\non = 2024-09-24\nresult = \"passed\"\n\n[closed]\non = 2024-09-24\nreason = \"passed\"\n",
            ),
        ],
        year: 2024,
        expect: &[
            Silent("H05", "hazards/2024/yingji/091"),
            Silent("H07", "hazards/2024/yingji/091"),
            Shows("O22", "hazards/2024/yingji/091"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "“延期”批准的期限早于原期限？",
        question_en: "An extension was granted to a day before the term that it is to extend?",
        change: &[HN, Replace("hazards/2025/yingji/011.toml", "plan = \"回填压实。\"\ndue = 2025-06-25\n", SHORTENED)],
        expect: &[Finds("F04", "form", "hazards/2025/yingji/011"), Silent("H05", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "“延期”早于原期限，此后复查不合格又定了新的期限？",
        question_en: "The same, and a failed re-inspection set another term later?",
        change: &[Replace("hazards/2025/yingji/001.toml", "new_due = 2025-06-27", "new_due = 2025-06-10")],
        expect: &[
            Finds("F04", "form", "hazards/2025/yingji/001"),
            Says("H05", "hazards/2025/yingji/001", "整改期限为 2025-06-13"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定不属重大隐患，判定依据、认定人、文书都写“无”？",
        question_en: "It was determined not to be major, and criterion, person and paper all read \"无\"?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"无\"\nby = \"无\"\npaper = \"无\"\n",
            ),
        ],
        expect: &[Stands("O21", UNMET), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "延期的批准人写“无”？",
        question_en: "Whoever granted an extension reads \"无\"?",
        change: &[Replace("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"无\"")],
        expect: &[Says("H06", "hazards/2025/yingji/001", "未登记批准人")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "自行检查发现的重大隐患，以更正取消了重大标记，没有认定？",
        question_en: "The mark of a major hazard was taken away by an amendment, without a determination?",
        change: &[
            HN,
            Replace("hazards/2025/yingji/011.toml", "major = true\n", ""),
            Tail("hazards/2025/yingji/011.toml", "[[amended]]\non = 2025-07-01\nkeys = [\"major\"]\nreason = \"录错（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "hazards/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "五项问题中的第二项以更正删去，另一项重大的还在？",
        question_en: "The second of five problems was taken out by an amendment, while another that is major stays?",
        change: &[FIVE_PROBLEMS, SECOND_GONE],
        expect: &[Finds("F27", "reminder", ACTION), Says("F27", ACTION, "重大隐患")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "五项问题中的最后一项以更正删去，另一项重大的还在？",
        question_en: "And the last of them was?",
        change: &[Tail(ACTION_FILE, "[[amended]]\non = 2025-06-20\nkeys = [\"problem[4]\"]\nreason = \"录错（虚构）\"\n")],
        expect: &[Finds("F27", "reminder", ACTION)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "更正列了重大的一整项，一项也没有删去，而它有整改期限？",
        question_en: "The major one was named as a whole, none was taken out, and it has a term?",
        change: &[Tail(
            ACTION_FILE,
            "[[amended]]\non = 2025-06-20\nkeys = [\"problem[0].text\", \"problem[0]\"]\nreason = \"错字（虚构）\"\n",
        )],
        expect: &[Says("F27", ACTION, "整改期限")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议的督办事项以更正删去一项？",
        question_en: "A task of a meeting was taken out by an amendment?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[amended]]\non = 2025-06-20\nkeys = [\"task[7]\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "meetings/2025/anweiban/001"), Says("F27", "", "督办事项")],
        ..Case::USUAL
    },
    Case {
        clause: "二（七）",
        question_zh: "会议未能协调一致的问题以更正删去？",
        question_en: "A question that was not agreed was taken out by an amendment?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[amended]]\non = 2025-06-20\nkeys = [\"unresolved[7]\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "meetings/2025/anweiban/001")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "只更正了督办事项的完成时限？",
        question_en: "Only the term of a task was amended?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[amended]]\non = 2025-06-20\nkeys = [\"task[0].due\"]\nreason = \"错字（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "meetings/2025/anweiban/001"), Says("F27", "", "完成时限")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议纪要印发以后又登记了督办事项？",
        question_en: "A task of a meeting was filed after its minutes went out?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[amended]]\non = 2025-06-20\nkeys = [\"task[0]\"]\nreason = \"会议纪要印发后登记\"\n",
        )],
        expect: &[Finds("F27", "reminder", "meetings/2025/anweiban/001"), Says("F27", "", "应当重新印发或者另发通知")],
        ..Case::USUAL
    },
    Case {
        clause: "三（七）",
        question_zh: "联合执法情况通报印发以后又登记了整改要求？",
        question_en: "A demand of a joint enforcement was filed after its circular went out?",
        change: &[Tail(ACTION_FILE, "[[amended]]\non = 2025-12-20\nkeys = [\"task[0]\"]\nreason = \"情况通报印发后登记\"\n")],
        expect: &[Finds("F27", "reminder", ""), Says("F27", "", "情况通报已于")],
        ..Case::USUAL
    },
    Case {
        clause: "二（六）",
        question_zh: "会议纪要印发当日又登记了督办事项？",
        question_en: "A task of a meeting was filed on the day its minutes went out?",
        change: &[Tail(
            "meetings/2025/anweiban/001.toml",
            "[[amended]]\non = 2025-04-18\nkeys = [\"task[0]\"]\nreason = \"会议纪要印发后登记\"\n",
        )],
        expect: &[Says("F27", "", "更正了“督办事项·完成时限”")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "整改期限过后，以更正改了整改期限？",
        question_en: "The term of a hazard was amended after it had run out?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-07-01\nkeys = [\"rectification.due\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "hazards/2025/yingji/001"), Says("F27", "hazards/2025/yingji/001", "现为 2025-06-13")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "发现当日更正整改期限？",
        question_en: "It was amended on the day on which the hazard was found?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-05-13\nkeys = [\"rectification.due\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后批准的延期，以更正改为期限之前申请、批准？",
        question_en: "An extension granted after the term was amended to have been asked for and granted before it?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-09\nnew_due = 2026-02-28\n\n[[amended]]\non = 2025-11-01\nkeys = [\"extension[0].asked\", \"extension[0].approved_on\"]\nreason = \"录错（虚构）\"\n",
            ),
        ],
        expect: &[Finds("F27", "reminder", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "通报印发以后，以更正补写了措施？",
        question_en: "The measures of a notice were amended after it was issued?",
        change: &[Tail(
            "notices/2025/yingji/002.toml",
            "[[amended]]\non = 2025-12-01\nkeys = [\"measures\"]\nreason = \"漏写（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "notices/2025/yingji/002"), Says("F27", "", "另行通报")],
        ..Case::USUAL
    },
    Case {
        clause: "四（四）",
        question_zh: "只更正了通报的标题？",
        question_en: "Only its title was amended?",
        change: &[Tail(
            "notices/2025/yingji/002.toml",
            "[[amended]]\non = 2025-12-01\nkeys = [\"title\"]\nreason = \"错字（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后以更正改了复查日期？",
        question_en: "The day of a re-inspection was amended after the term?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-09-01\nkeys = [\"reinspection[1].on\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "hazards/2025/yingji/001"), Says("F27", "", "现为 2025-07-11")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限之内更正复查日期？",
        question_en: "And within the term?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-06-30\nkeys = [\"reinspection[0].on\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以更正把复查结论改为合格？",
        question_en: "The result of a re-inspection was amended, and now reads passed?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-09-01\nkeys = [\"reinspection[1].result\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Finds("F27", "reminder", "hazards/2025/yingji/001"), Says("F27", "", "复查结论")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以更正把复查结论改为不合格？",
        question_en: "And now reads failed?",
        change: &[Tail(
            "hazards/2025/yingji/001.toml",
            "[[amended]]\non = 2025-09-01\nkeys = [\"reinspection[0].result\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，关闭文书由没有关闭职责的监管部门下达？",
        question_en: "Closed because of an order to close by a department whose duty that is not?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/linye/091.toml", "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n"),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001"), Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "一（六）3",
        question_zh: "同上，由自然资源下达？",
        question_en: "And by the natural resources bureau?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-07-01\nreason = \"mine-closed\"\n"),
            Add("orders/2025/ziran/091.toml", "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\n"),
        ],
        expect: &[Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“未督促”？",
        question_en: "Progress after the term reads \"未督促\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"未督促。\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“无”？",
        question_en: "It reads \"无\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"无\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“已到现场检查，企业正在施工”？",
        question_en: "It reads \"已到现场检查，企业正在施工\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"已到现场检查，企业正在施工。\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由矿山自己认定不属重大隐患？",
        question_en: "The mine itself determined that it is not major?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"大山石场\"\npaper = \"自评报告（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定文书写“口头”？",
        question_en: "The paper of the determination reads \"口头\"?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"口头\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由别的部门认定？",
        question_en: "Another department determined it?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"区林业局执法大队\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由专家认定？",
        question_en: "An expert determined it?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"检查组专家\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "认定文书写“未出具书面”？",
        question_en: "The paper of the determination reads \"未出具书面\"?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"张某甲\"\npaper = \"未出具书面\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由本局认定？",
        question_en: "The department itself determined it, by its name?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"区应急管理局专家组\"\npaper = \"认定书（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "advice", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "由非煤矿山监管股认定，有文号？",
        question_en: "The department's own section determined it, by a numbered paper?",
        change: &[
            H0,
            Tail(
                "hazards/2025/yingji/001.toml",
                "[determined]\non = 2025-05-20\nmajor = false\ncriterion = \"二（一）（虚构）\"\nby = \"非煤矿山监管股\"\npaper = \"云区应急〔2025〕50号（虚构）\"\n",
            ),
        ],
        expect: &[Finds("H05", "advice", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "整改措施写“略”？",
        question_en: "The plan to put it right reads \"略\"?",
        change: &[Replace("hazards/2025/yingji/001.toml", "plan = \"削坡减载，增设监测点，完善截排水。\"", "plan = \"略\"")],
        expect: &[Finds("F30", "advice", "hazards/2025/yingji/001"), Says("F30", "", "整改措施")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "延期批准人写“/”？",
        question_en: "Who approved an extension reads \"/\"?",
        change: &[Replace("hazards/2025/yingji/001.toml", "approved_by = \"张某甲\"", "approved_by = \"/\"")],
        expect: &[Finds("F30", "advice", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "应急预案、整改资金写“无”，是否也指出？",
        question_en: "The emergency plan and the funds read \"无\": is that told as well?",
        change: &[Replace(
            "hazards/2025/yingji/001.toml",
            "due = 2025-06-13\n",
            "due = 2025-06-13\nfunds = \"无\"\nemergency_plan = \"无\"\n",
        )],
        expect: &[Silent("F30", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“已阅。”？",
        question_en: "It reads \"已阅。\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"已阅。\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“无进展”？",
        question_en: "It reads \"无进展\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"无进展\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“领导已阅，目前暂无进展（虚构）。”？",
        question_en: "It reads \"领导已阅，目前暂无进展（虚构）。\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"领导已阅，目前暂无进展（虚构）。\"\n",
            ),
        ],
        expect: &[Finds("H05", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后登记的进展写“经现场督促，企业尚无进展。”？",
        question_en: "It reads \"经现场督促，企业尚无进展。\"?",
        change: &[
            H0,
            Add(
                "responses/2025/yingji/091.toml",
                "kind = \"progress\"\nto = \"hazards/2025/yingji/001\"\non = 2025-07-20\ntext = \"经现场督促，企业尚无进展。\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，而关闭文书只关闭一个采区？",
        question_en: "Closed because the mine was, and the order closes one pit of it?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-09-10\nreason = \"mine-closed\"\n"),
            CLOSED_DASHAN,
            Head("orders/2025/yingji/081.toml", "place = \"北采区（虚构）\"\n"),
        ],
        expect: &[Finds("H10", "unmet", "hazards/2025/yingji/001")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "以矿山关闭销号，关闭文书写“全矿（除排水系统外）”？",
        question_en: "And it closes \"全矿（除排水系统外）\"?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[closed]\non = 2025-09-10\nreason = \"mine-closed\"\n"),
            CLOSED_DASHAN,
            Head("orders/2025/yingji/081.toml", "place = \"全矿（除排水系统外）\"\n"),
        ],
        expect: &[Silent("H10", "")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "重大问题无人接收，联合执法组所定期限已过？",
        question_en: "Nobody took a major problem over, and the term that the team gave is over?",
        change: &[E2_MAJOR],
        expect: &[Finds("H03", "unmet", "enforcements/2025/anweiban/002"), Stands("O21", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "期限过后复查不合格，未定新的期限，此后再无下文？",
        question_en: "It failed a re-inspection after its term, got no new one, and nothing came after?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[[reinspection]]\non = 2025-07-16\nby = \"yingji\"\nresult = \"failed\"\n"),
        ],
        expect: &[
            Finds("H05", "unmet", "hazards/2025/yingji/001"),
            Says("H05", "hazards/2025/yingji/001", "复查不合格"),
            Stands("O21", UNMET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "同上，此后又下达处罚文书？",
        question_en: "And it was fined after that?",
        change: &[
            H0,
            Tail("hazards/2025/yingji/001.toml", "[[reinspection]]\non = 2025-07-16\nby = \"yingji\"\nresult = \"failed\"\n"),
            Add(
                "orders/2025/yingji/091.toml",
                "kind = \"penalty\"\nat = 2025-07-21T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\n",
            ),
        ],
        expect: &[Silent("H05", "hazards/2025/yingji/001"), Stands("O21", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "撤并单位的文件夹里登记了撤并以后的隐患并复查销号，是否判两次？",
        question_en: "A hazard of after the end of a merged unit, found, re-inspected and closed in its folder: is that told twice?",
        change: &[
            Head("units/linye.toml", "until = 2025-03-31\nsuccessors = [\"ziran\"]\n"),
            Add(
                "hazards/2025/linye/011.toml",
                "mine = \"lvshui\"\nfound = 2025-05-20\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"排水沟淤塞（虚构）。\"\n\n[rectification]\nplan = \"清淤。\"\ndue = 2025-06-10\n\n[[reinspection]]\non = 2025-06-05\nresult = \"passed\"\n\n[closed]\non = 2025-06-05\nreason = \"passed\"\n",
            ),
        ],
        expect: &[
            Finds("F31", "reminder", "hazards/2025/linye/011"),
            Silent("H10", "hazards/2025/linye/011"),
            Silent("H12", "hazards/2025/linye/011"),
            Silent("H07", "hazards/2025/linye/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "撤并单位的文件夹里有撤并以后的执法文书，承接单位有此职权？",
        question_en: "And an order of after its end, in a matter of its successor?",
        change: &[
            Head("units/linye.toml", "until = 2025-03-31\nsuccessors = [\"ziran\"]\n"),
            Add(
                "orders/2025/linye/011.toml",
                "kind = \"rectify\"\nnumber = \"（虚构）林责改〔2025〕1号\"\nat = 2025-05-20T10:00:00\nmine = \"dashan\"\nenforcement = \"enforcements/2025/anweiban/001\"\nuntil = 2025-06-30\n",
            ),
        ],
        expect: &[Finds("F31", "reminder", "orders/2025/linye/011"), Silent("E08", "orders/2025/linye/011")],
        ..Case::USUAL
    },
    Case {
        clause: "三（五）",
        question_zh: "撤并而无承接单位的，同样的隐患？",
        question_en: "And nobody took over from it?",
        change: &[
            Head("units/linye.toml", "until = 2025-03-31\n"),
            Add(
                "hazards/2025/linye/011.toml",
                "mine = \"lvshui\"\nfound = 2025-05-20\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"排水沟淤塞（虚构）。\"\n\n[rectification]\nplan = \"清淤。\"\ndue = 2025-06-10\n\n[[reinspection]]\non = 2025-06-05\nresult = \"passed\"\n\n[closed]\non = 2025-06-05\nreason = \"passed\"\n",
            ),
        ],
        expect: &[Finds("F31", "reminder", "hazards/2025/linye/011"), Finds("H12", "advice", "hazards/2025/linye/011")],
        ..Case::USUAL
    },
];

/// How that hazard went on, as it stands in its record.
const HN_COURSE: &str =
    "[[reinspection]]\non = 2025-06-23\nby = \"yingji\"\nresult = \"passed\"\n\n[closed]\non = 2025-06-23\nreason = \"passed\"\n";

const TOLD_ON_ITS_DAY: &str = r#"content = 2
about = ["hazards/2025/yingji/011"]
title = "关于排土场边坡裂缝的通报（虚构）"
measures = "已撤出人员。"
suggestions = "请自然资源部门核查。"
issued = 2025-06-03
doc_type = "letter"
doc_number = "云区应急〔2025〕91号"
secrecy = "public"

[[to]]
who = "ziran"

[[to]]
who = "gongan"

[review]
name = "张某甲"
post = "in-charge"
on = 2025-06-03
way = "oa"

[review.share]
content = "全文"
way = "书面送达"
"#;

const HANDED_ON: &str = r#"mine = "lvshui"
found = 2025-06-04
source_kind = "inspection"
from = "hazards/2025/yingji/011"
nature = "hazard"
major = true
criterion = "矿安〔2022〕88号 二（虚构适用）"
description = "排土场边坡裂缝（虚构）。"
reported_done = 2025-06-20

[rectification]
plan = "回填压实。"
due = 2025-06-25

[[reinspection]]
on = 2025-06-23
by = "ziran"
result = "passed"

[closed]
on = 2025-06-23
reason = "passed"
"#;

/// A general hazard that joint enforcement found, never put right.
const GENERAL_OVERDUE: Edit = All(&[
    Replace("hazards/2025/xiaofang/001.toml", "reported_done = 2025-05-19\n", ""),
    Replace(
        "hazards/2025/xiaofang/001.toml",
        "[[reinspection]]\non = 2025-05-22\nby = \"xiaofang\"\nresult = \"passed\"\n\n",
        "",
    ),
    Replace("hazards/2025/xiaofang/001.toml", "[closed]\non = 2025-05-22\nreason = \"passed\"\n", ""),
]);

const GIVEN_AS_DUPLICATE: &str = "[closed]\non = 2025-12-20\nreason = \"duplicate\"\n";

/// Another unit's record of the same problem, put right as soon as it had it.
const TAKEN_IN_DECEMBER: &str = r#"mine = "dashan"
found = 2025-05-13
source_kind = "enforcement"
from = "enforcements/2025/anweiban/001#1"
nature = "hazard"
major = true
description = "南侧边坡存在贯通裂缝（虚构）。"
reported_done = 2025-12-26

[[reinspection]]
on = 2025-12-27
by = "ziran"
result = "passed"

[closed]
on = 2025-12-28
reason = "passed"
"#;

/// A second record of the first hazard by the same unit, closed as that.
const COPY: &str = r#"mine = "dashan"
found = 2025-05-13
source_kind = "enforcement"
from = "enforcements/2025/anweiban/001#1"
nature = "hazard"
major = true
description = "南侧边坡存在贯通裂缝（虚构）。"

[closed]
on = 2025-12-20
reason = "duplicate"
"#;

/// A record that another unit made from the first one.
const HANDED_IN_DECEMBER: &str = r#"mine = "dashan"
found = 2025-12-20
source_kind = "notice"
from = "hazards/2025/yingji/001"
nature = "hazard"
major = true
description = "承接应急移交的边坡裂缝（虚构）。"
"#;

const SAID_TO_TAKE_OVER: &str = "kind = \"taken-over\"\nto = \"enforcements/2025/anweiban/002#1\"\non = 2025-09-05\n";

const OF_THE_OFFICE: &str = r#"mine = "lvshui"
found = 2025-09-02
source_kind = "enforcement"
from = "enforcements/2025/anweiban/002#1"
nature = "hazard"
major = true
description = "采空区顶板离层（虚构）。"
reported_done = 2025-10-08

[[reinspection]]
on = 2025-10-09
by = "anweiban"
result = "passed"
"#;

const DUPLICATE: &str = "[closed]\non = 2025-12-20\nreason = \"duplicate\"\n";

/// An order to close the mine because of its hazard.
const CLOSING: &str = "kind = \"close\"\nat = 2025-06-20T10:00:00\nmine = \"dashan\"\nhazard = \"hazards/2025/yingji/001\"\n";

/// A request to close the mine because of its hazard, to which the government agreed.
const CLOSURE_AGREED: &str = r#"kind = "request"
to = "quzhengfu"
about = ["hazards/2025/yingji/001"]
title = "关于提请关闭大山石场（虚构）的请示"
on = 2025-06-10

[reply]
on = 2025-06-18
text = "同意关闭。"
"#;

/// The team did nothing on the spot.
const NOTHING_DONE: Edit =
    Replace("enforcements/2025/anweiban/002.toml", "\n[problem.onsite]\nmeasure = \"撤出人员。\"\non = 2025-09-02\n", "");

/// A second major problem at the same mine.
const SECOND_MAJOR: Edit = Tail(
    "enforcements/2025/anweiban/002.toml",
    "[[problem]]\nno = 2\nmine = \"lvshui\"\ntext = \"提升系统制动失效（虚构）。\"\nmajor = true\nsupervising_unit = \"yingji\"\ndue = 2025-10-10\n",
);

/// An order of that enforcement which does not say what it is about.
const OF_THE_ENFORCEMENT: &str = r#"kind = "onsite-measure"
number = "（虚构）现场〔2025〕11号"
at = 2025-09-02T15:40:00
mine = "lvshui"
enforcement = "enforcements/2025/anweiban/002"
"#;

/// The text was amended while the hazard was open: the bureau that found it is no member of joint enforcement any more.
const LEFT_ENFORCEMENT: Edit = Tail("mechanism.toml", AMENDED);

const AMENDED: &str = r#"
[[edition]]
from = 2025-06-01
paper = "关于印发《云城区非煤矿山安全监管协调联动工作机制》的通知"
clauses_contents = "4.2"
clauses_tasks = "2.3"
hazard_contents = [2]
plan_contents = [1]

[[edition.system]]
id = "meeting"
name = "联席会议"
name_en = "joint meeting"
clause = "2"
record = "meeting"
members = [
    "yingji",
    "gongan",
    "ziran",
    "fagai",
    "gongxin",
    "shengtai",
    "renshe",
    "zhujian",
    "xiaofang",
    "nongshui",
    "linye",
]
at_least = 1
every = "year"
by = "mechanism"
lead = "anweiban"
chair = "yingji"

[[edition.system]]
id = "enforcement"
name = "联合执法"
name_en = "joint enforcement"
clause = "3"
record = "enforcement"
members = ["gongan", "ziran", "shengtai", "zhujian", "xiaofang", "nongshui", "linye"]
at_least = 1
every = "year"
by = "mechanism"
lead = "anweiban"

[[edition.system]]
id = "notice"
name = "信息通报"
name_en = "information notice"
clause = "4"
record = "notice"
members = [
    "yingji",
    "fagai",
    "gongxin",
    "gongan",
    "renshe",
    "ziran",
    "shengtai",
    "zhujian",
    "nongshui",
    "linye",
    "xiaofang",
]
at_least = 1
every = "year"
by = "mechanism"
"#;

/// A major hazard that a team found five days before the text came into force, to be put right after that.
const FOUND_BEFORE: &str = "mine = \"lvshui\"\nfound = 2024-08-10\nsource_kind = \"enforcement\"\nnature = \"hazard\"\nmajor = true\ncriterion = \"矿安〔2022〕88号 二（虚构适用）\"\ndescription = \"边坡浮石（虚构）。\"\n\n[rectification]\nplan = \"清除浮石。\"\ndue = 2024-09-30\n";

/// A term, with an “extension” that would end before the mine had put it right in time.
const SHORTENED: &str = "plan = \"回填压实。\"\ndue = 2025-06-25\n\n[[extension]]\nasked = 2025-06-05\napproved_by = \"张某甲\"\napproved_on = 2025-06-06\nnew_due = 2025-06-10\n";

const ACTION: &str = "enforcements/2025/anweiban/001";
const ACTION_FILE: &str = "enforcements/2025/anweiban/001.toml";

/// One problem more, so that another stands behind what is taken out.
const FIVE_PROBLEMS: Edit = Tail(ACTION_FILE, "[[problem]]\nno = 6\nmine = \"lvshui\"\ntext = \"围栏破损（虚构）。\"\n");

const SECOND_GONE: Edit = Tail(ACTION_FILE, "[[amended]]\non = 2025-06-20\nkeys = [\"problem\"]\nreason = \"录错（虚构）\"\n");

/// An order that closed the mine of the team's hazard.
const CLOSED_DASHAN: Edit = Add(
    "orders/2025/yingji/081.toml",
    "kind = \"close\"\nnumber = \"（虚构）关闭〔2025〕81号\"\nat = 2025-09-01T10:00:00\nmine = \"dashan\"\n",
);
