//! Accidents (一（一）8, 一（三）2, 一（四）3, 一（十一）3, 四（三）).

use super::edit::Edit::{self, Add, Head, Remove, Replace, Tail};
use super::{ADVICE, Acts, Case, Finds, MET, NOT_SEEN, REMINDER, Says, Shows, ShowsNot, Silent, Stands, UNKNOWN, UNMET};

const FILE: &str = "accidents/2025/yingji/001.toml";
const RECORD: &str = "accidents/2025/yingji/001";

pub(super) const CASES: &[Case] = &[
    Case {
        clause: "一（一）8",
        question_zh: "全年没有事故，应急、公安、消防的职责是否落实？",
        question_en: "No accident all year: were the duties of the three met?",
        change: &[Remove(FILE)],
        expect: &[Stands("O48", NOT_SEEN), Stands("O49", NOT_SEEN), Stands("O50", NOT_SEEN), Stands("O51", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "一般事故由应急组织调查，公安参与，消防参与救援？",
        question_en: "The bureau organised the inquiry, the police and the fire brigade took part?",
        expect: &[Stands("O48", MET), Stands("O49", MET), Stands("O50", MET), Shows("O48", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "一般事故没有调查记录？",
        question_en: "A general accident without an inquiry?",
        change: &[Replace(FILE, INQUIRY, "")],
        expect: &[Stands("O48", REMINDER), Finds("A01", "reminder", RECORD), Acts("A01", "yingji"), Stands("O49", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "已结案而没有调查记录，结案算不算调查？",
        question_en: "It is concluded and nobody looked into it: is the end an inquiry?",
        change: &[Replace(FILE, INQUIRY, "")],
        expect: &[ShowsNot("O48", RECORD), ShowsNot("O49", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "调查未写明由谁牵头？",
        question_en: "The inquiry names nobody as its lead?",
        change: &[Replace(FILE, "2025-10-23\nlead = \"yingji\"\n", "2025-10-23\n")],
        expect: &[Stands("O48", REMINDER), Stands("O49", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "区政府牵头、应急参加的调查？",
        question_en: "The government leads it and the bureau takes part?",
        change: &[Replace(
            FILE,
            "lead = \"yingji\"\nunits = [\"gongan\"]",
            "lead = \"quzhengfu\"\nunits = [\"yingji\", \"gongan\"]",
        )],
        expect: &[Silent("A01", ""), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "由林业局牵头调查？",
        question_en: "The forestry bureau leads it?",
        change: &[Replace(FILE, "lead = \"yingji\"\nunits = [\"gongan\"]", "lead = \"linye\"\nunits = [\"gongan\"]")],
        expect: &[Stands("O48", REMINDER), Acts("A01", "yingji"), Stands("O49", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "较大事故没有区级调查，是否未落实？",
        question_en: "A larger accident without an inquiry of the district: is that a breach?",
        change: &[Replace(FILE, "\"general\"", "\"larger\""), Replace(FILE, INQUIRY, "")],
        expect: &[Silent("A01", ""), Silent("A02", ""), Stands("O48", NOT_SEEN), Stands("O50", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "等级没有登记，是否算落实？",
        question_en: "Its grade is not recorded: is the duty met?",
        change: &[Replace(FILE, "grade = \"general\"\n", "")],
        expect: &[Silent("A01", ""), Stands("O48", UNKNOWN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "事故由公安登记，调查仍归应急？",
        question_en: "The police entered it: is it still the bureau's to investigate?",
        change: &[Add("accidents/2025/gongan/001.toml", "occurred = 2025-11-03\nmine = \"dashan\"\ngrade = \"general\"\n")],
        expect: &[Finds("A01", "reminder", "accidents/2025/gongan/001"), Acts("A01", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "调查组没有公安？",
        question_en: "The police are not in the inquiry?",
        change: &[Replace(FILE, "units = [\"gongan\"]\n", "")],
        expect: &[Stands("O49", REMINDER), Finds("A02", "reminder", RECORD), Acts("A02", "gongan"), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "公安办理了刑事案件，但没有参与调查处理？",
        question_en: "The police have a criminal case and are not in the inquiry?",
        change: &[
            Replace(FILE, "units = [\"gongan\"]\n", ""),
            Replace(FILE, "[concluded]", "[criminal]\non = 2025-11-03\nby = \"gongan\"\n\n[concluded]"),
        ],
        expect: &[Stands("O49", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "没有刑事案件，是否要提醒？",
        question_en: "There is no criminal case: is anything said?",
        expect: &[Silent("A02", ""), Stands("O49", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（十一）3",
        question_zh: "有救援而消防没有参与？",
        question_en: "A rescue without the fire brigade?",
        change: &[Replace(FILE, "units = [\"xiaofang\"]\n", "")],
        expect: &[Stands("O50", REMINDER), Acts("A03", "xiaofang")],
        ..Case::USUAL
    },
    Case {
        clause: "一（十一）3",
        question_zh: "没有登记救援，消防是否未参与？",
        question_en: "No rescue is on record: did the fire brigade fail?",
        change: &[Replace(FILE, RESCUE, "")],
        expect: &[Silent("A03", ""), Stands("O50", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（三）2",
        question_zh: "民爆销售环节的事故，救援没有工信？",
        question_en: "An accident in the sale of explosives, the industry bureau not there?",
        change: &[Replace(FILE, "injured = 1\n", "injured = 1\nexplosives = true\n")],
        expect: &[Stands("O51", REMINDER), Acts("A04", "gongxin")],
        ..Case::USUAL
    },
    Case {
        clause: "一（三）2",
        question_zh: "民爆销售环节以外的事故，工信要不要参与？",
        question_en: "Outside that, is the industry bureau to take part?",
        expect: &[Silent("A04", ""), Stands("O51", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "单位自行发现事故涉嫌瞒报，没有通报？",
        question_en: "The unit itself found it concealed and told nobody?",
        change: &[Replace(FILE, "injured = 1\n", "injured = 1\nconcealed = true\n")],
        expect: &[Finds("N19", "advice", RECORD), Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "有线索反映而线索未列为瞒报谎报？",
        question_en: "A lead told of it, which is not recorded as one of concealment?",
        change: &[CONCEALED, LEAD],
        expect: &[Finds("N19", "reminder", RECORD), Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "线索已列为瞒报谎报，是否判两次？",
        question_en: "The lead is recorded as such: is it judged twice?",
        change: &[CONCEALED, LEAD, TRIGGER],
        expect: &[Silent("N19", ""), Finds("N02", "reminder", "leads/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "就事故发出的通报，算不算就线索通报？",
        question_en: "A notice about the accident: does it tell of the lead?",
        change: &[CONCEALED, LEAD, TRIGGER, TOLD],
        expect: &[Silent("N19", ""), Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "通报了事故，而没有发给公安、消防？",
        question_en: "The notice about it did not go to the police and the fire brigade?",
        change: &[CONCEALED, LEAD, TOLD],
        expect: &[Silent("N19", ""), Finds("N06", "advice", "notices/2025/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "上年发生、今年才接报的涉嫌瞒报事故，今年底未见通报？",
        question_en: "A concealed accident of last year became known this year, and nobody was told by its end?",
        change: &[Add("accidents/2024/yingji/011.toml", CONCEALED_LAST_YEAR)],
        expect: &[Finds("N19", "advice", "accidents/2024/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，上年判定时？",
        question_en: "And judged last year?",
        change: &[Add("accidents/2024/yingji/011.toml", CONCEALED_LAST_YEAR)],
        year: 2024,
        as_of: "2024-12-31",
        expect: &[Silent("N19", ""), Silent("A01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "施行之前发生、施行之后接报？",
        question_en: "It occurred before the text was in force and became known after?",
        change: &[
            Add("accidents/2024/yingji/011.toml", CONCEALED_LAST_YEAR),
            Replace("accidents/2024/yingji/011.toml", "2024-12-30", "2024-07-01"),
        ],
        expect: &[Finds("N19", "advice", "accidents/2024/yingji/011"), Finds("A01", "reminder", "accidents/2024/yingji/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "由镇街牵头调查？",
        question_en: "A town leads the inquiry?",
        change: &[Replace(FILE, "lead = \"yingji\"\nunits = [\"gongan\"]", "lead = \"hekou\"\nunits = [\"yingji\", \"gongan\"]")],
        expect: &[Stands("O48", REMINDER), Acts("A01", "yingji")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "调查日期早于事故？",
        question_en: "The inquiry is older than the accident?",
        change: &[Replace(FILE, "on = 2025-10-23", "on = 2025-10-03")],
        expect: &[Finds("A01", "reminder", RECORD), Stands("O49", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（十一）3",
        question_zh: "参加救援的单位当时已经撤销，由承接单位在岗？",
        question_en: "The unit said to have taken part was no more, and another had taken over?",
        change: &[
            Tail("units/xiaofang.toml", "until = 2025-06-30\nsuccessors = [\"xin\"]\n"),
            Add("units/xin.toml", "name = \"新消防（虚构）\"\nshort = \"新消防\"\nsince = 2025-07-01\n"),
        ],
        expect: &[Finds("A03", "reminder", RECORD), Stands("O50", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（十一）3",
        question_zh: "该单位已撤销而没有承接单位？",
        question_en: "It is no more, and nobody took over?",
        change: &[Tail("units/xiaofang.toml", "until = 2025-06-30\n"), Replace(FILE, "units = [\"xiaofang\"]\n", "")],
        expect: &[Silent("A03", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "一般事故已组织调查，没有登记应急救援，也没有说明？",
        question_en: "The bureau looked into it, and no rescue is on record or said to be needless?",
        change: &[Replace(FILE, RESCUE, "")],
        expect: &[
            Stands("O48", ADVICE),
            Says("A01", RECORD, "不是每起事故都需要救援"),
            Acts("A01", "yingji"),
            Shows("O48", RECORD),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "没有登记应急救援，已说明不需要？",
        question_en: "No rescue is on record, and the record says that none was called for?",
        change: &[Replace(FILE, RESCUE, ""), Head(FILE, "because = \"伤者自行就医，不需救援（虚构）。\"\n")],
        expect: &[Stands("O48", MET), Silent("A01", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "应急救援由消防而非应急组织？",
        question_en: "The fire brigade, not the bureau, organised the rescue?",
        change: &[Replace(FILE, "lead = \"yingji\"\nunits = [\"xiaofang\"]", "lead = \"xiaofang\"\nunits = [\"yingji\"]")],
        expect: &[
            Finds("A01", "advice", RECORD),
            Says("A01", RECORD, "应急救援由消防组织"),
            Acts("A01", "yingji"),
            Stands("O50", MET),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "应急救援由区政府指挥、应急参加？",
        question_en: "The government commanded the rescue and the bureau took part?",
        change: &[Replace(
            FILE,
            "lead = \"yingji\"\nunits = [\"xiaofang\"]",
            "lead = \"quzhengfu\"\nunits = [\"yingji\", \"xiaofang\"]",
        )],
        expect: &[Silent("A01", ""), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同一起事故由应急、公安各登记一次，没有写明是同一起？",
        question_en: "The bureau and the police each filed one accident, and neither says that it is one?",
        change: &[AGAIN],
        expect: &[
            Finds("F26", "reminder", "accidents/2025/gongan/011"),
            Silent("F26", RECORD),
            Finds("A01", "reminder", "accidents/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "公安写明与应急登记的是同一起，是否还判两次？",
        question_en: "The police say that it is the one that the bureau filed: is it judged twice?",
        change: &[AGAIN, SAME],
        expect: &[
            Silent("F26", ""),
            Silent("A01", ""),
            Stands("O48", MET),
            Shows("O48", RECORD),
            ShowsNot("O48", "accidents/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "公安参与调查只记在公安自己登记的那一条？",
        question_en: "That the police took part stands only in the record of the police?",
        change: &[
            AGAIN,
            SAME,
            Replace(FILE, "units = [\"gongan\"]\n", ""),
            Tail("accidents/2025/gongan/011.toml", "[inquiry]\non = 2025-10-23\nlead = \"yingji\"\nunits = [\"gongan\"]\n"),
        ],
        expect: &[Stands("O49", MET), Silent("A02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "只有后一条登记写明涉嫌瞒报，并入前一条后是否漏判？",
        question_en: "Only the second record says that it was concealed: is that lost with the first?",
        change: &[AGAIN, SAME, Head("accidents/2025/gongan/011.toml", "concealed = true\n")],
        expect: &[Finds("N19", "advice", RECORD), Silent("N19", "accidents/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "写明是同一起，而日期不同？",
        question_en: "It is said to be the same, and the day is another?",
        change: &[AGAIN, SAME, Replace("accidents/2025/gongan/011.toml", "occurred = 2025-10-22", "occurred = 2025-10-20")],
        expect: &[Says("F26", "accidents/2025/gongan/011", "不作数"), Finds("A01", "reminder", "accidents/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "两条登记互相写明是同一起？",
        question_en: "Each of the two says that it is the other?",
        change: &[AGAIN, SAME, Head(FILE, "same_as = \"accidents/2025/gongan/011\"\n")],
        expect: &[
            Says("F26", "accidents/2025/gongan/011", "又指向别的一条"),
            Says("F26", RECORD, "又指向别的一条"),
            Finds("A01", "reminder", "accidents/2025/gongan/011"),
            Shows("O48", RECORD),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同一起事故两处等级不同？",
        question_en: "The two records of one accident give another grade?",
        change: &[AGAIN, SAME, Replace("accidents/2025/gongan/011.toml", "general", "larger")],
        expect: &[Says("F26", "accidents/2025/gongan/011", "不一致"), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同一矿山同一天确有两起事故，后一起没有调查？",
        question_en: "Two accidents at one mine on one day, and nobody looked into the second?",
        change: &[AGAIN, Head("accidents/2025/gongan/011.toml", "distinct = true\n")],
        expect: &[Silent("F26", ""), Finds("A01", "reminder", "accidents/2025/gongan/011"), Stands("O48", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（三）2",
        question_zh: "同日一起是民爆环节的事故、一起不是？",
        question_en: "On one day one accident of explosives and one that is none?",
        change: &[AGAIN, Head("accidents/2025/gongan/011.toml", "explosives = true\n")],
        expect: &[Silent("F26", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "登记为一般事故而死亡三人，条文没有等级标准？",
        question_en: "Recorded as general, with three dead, where the clause has no measure?",
        change: &[Replace(FILE, "injured = 1", "deaths = 3\ninjured = 1")],
        expect: &[
            Finds("A05", "advice", RECORD),
            Acts("A05", "yingji"),
            Says("A05", RECORD, "条文未列标准"),
            Stands("O48", ADVICE),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同上，人数界限经文件确定？",
        question_en: "And a paper adopted the limits?",
        change: &[Replace(FILE, "injured = 1", "deaths = 3\ninjured = 1"), ADOPTED],
        expect: &[Finds("A05", "reminder", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "死亡二人的一般事故？",
        question_en: "A general accident with two dead?",
        change: &[Replace(FILE, "injured = 1", "deaths = 2\ninjured = 1")],
        expect: &[Silent("A05", ""), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "一人受伤而登记为较大事故，区级不再调查？",
        question_en: "One was hurt and it is recorded as larger, so that the district need not look into it?",
        change: &[
            Replace(FILE, "\"general\"", "\"larger\""),
            Replace(FILE, "injured = 1", "deaths = 0\ninjured = 1"),
            Replace(FILE, INQUIRY, ""),
        ],
        expect: &[Finds("A05", "advice", RECORD), Stands("O48", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同上，说明按直接经济损失定级？",
        question_en: "And the record says that the loss of property decided?",
        change: &[
            Replace(FILE, "\"general\"", "\"larger\""),
            Replace(FILE, "injured = 1", "deaths = 0\ninjured = 1"),
            Head(FILE, "because = \"按直接经济损失定级（虚构）\"\n"),
        ],
        expect: &[Silent("A05", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "调查当年未结案，当年看？",
        question_en: "The inquiry is not over within its year, asked in that year?",
        change: &[UNENDED],
        expect: &[Silent("A01", ""), Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "调查当年未结案，次年仍未结案？",
        question_en: "It is not over in the next year either?",
        change: &[UNENDED],
        year: 2026,
        as_of: "2026-06-30",
        expect: &[Finds("A01", "advice", RECORD), Stands("O48", ADVICE)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "同上，看调查开始的那一年？",
        question_en: "And the year in which it began?",
        change: &[UNENDED],
        as_of: "2026-06-30",
        expect: &[Stands("O48", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "调查再过一年还没有结案？",
        question_en: "And a year later still?",
        change: &[UNENDED],
        year: 2027,
        as_of: "2027-02-01",
        expect: &[Says("A01", RECORD, "未见结案"), Stands("O48", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同一线索由自然资源、公安同日各登记一次，公安没有通报？",
        question_en: "Two units filed one lead on one day, and the police told nobody?",
        change: &[LEAD_AGAIN],
        expect: &[
            Finds("F26", "advice", "leads/2025/ziran/001"),
            Finds("F26", "advice", "leads/2025/gongan/011"),
            Finds("N02", "reminder", "leads/2025/gongan/011"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同日两个单位各登记一条线索，其中一个单位写明是另一条线索？",
        question_en: "Two units filed leads of one day and place, and one says that its is another?",
        change: &[LEAD_AGAIN, Head("leads/2025/gongan/011.toml", "distinct = true\n")],
        expect: &[Silent("F26", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同一线索，先登记的单位查为不属实，后登记的单位查实，没有通报？",
        question_en: "Of one lead the unit that filed it first found nothing, the other found it confirmed, and nobody was told?",
        change: &[TWO_LEADS, REFUTED, Tail(SECOND, "[result]\nverdict = \"confirmed\"\non = 2025-05-20\n")],
        expect: &[Finds("N02", "unmet", "leads/2025/linye/021"), Silent("N02", "leads/2025/gongan/021"), Stands("O29", UNMET)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，两个单位都查为不属实？",
        question_en: "And both found nothing?",
        change: &[TWO_LEADS, REFUTED, Tail(SECOND, "[result]\nverdict = \"not-confirmed\"\non = 2025-05-20\n")],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，后登记的单位没有核查？",
        question_en: "And the other did not look into it?",
        change: &[TWO_LEADS, REFUTED],
        expect: &[Silent("N02", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "未填重要情形的同一线索，只有后登记的单位查实并写明职责？",
        question_en: "One lead that names no important fact, confirmed only by the second unit, which names the duty?",
        change: &[
            TWO_LEADS,
            Replace(FIRST, "trigger = \"over-boundary\"\n", ""),
            Replace(SECOND, "trigger = \"over-boundary\"\n", "duties = [\"1.6.2\"]\n"),
            Tail(SECOND, "[result]\nverdict = \"confirmed\"\non = 2025-05-20\n"),
        ],
        expect: &[Finds("N02", "advice", "leads/2025/linye/021"), Silent("N02", "leads/2025/gongan/021")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "先收到的线索写明与三个月后才收到的一条为同一线索，其间怎样判断？",
        question_en: "A lead names one that came in three months later as the same: how is it judged until then?",
        change: &[
            TWO_LEADS,
            Replace(SECOND, "same_as = \"leads/2025/linye/021\"\n", ""),
            Replace(SECOND, "2025-05-06", "2025-08-06"),
            Head(FIRST, "same_as = \"leads/2025/gongan/021\"\n"),
        ],
        as_of: "2025-07-01",
        expect: &[
            Finds("N02", "reminder", "leads/2025/linye/021"),
            Says("F26", "leads/2025/linye/021", "接报较晚（2025-08-06）"),
        ],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "以更正把线索的核查结论由属实改为不属实？",
        question_en: "The result of a lead was amended, and now reads not confirmed?",
        change: &[
            TWO_LEADS,
            REFUTED,
            Tail(FIRST, "[[amended]]\non = 2025-06-01\nkeys = [\"result.verdict\"]\nreason = \"录错（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", "leads/2025/linye/021")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "先接报的事故写明与一个月后才接报的登记为同一起，其间是否漏判？",
        question_en: "An accident names a record that became known a month later as the same: is it lost until then?",
        change: &[
            Replace(FILE, INQUIRY, ""),
            AGAIN,
            Replace("accidents/2025/gongan/011.toml", "learned = 2025-10-23", "learned = 2025-11-20"),
            Head(FILE, "same_as = \"accidents/2025/gongan/011\"\n"),
        ],
        as_of: "2025-11-01",
        expect: &[Finds("A01", "reminder", RECORD), Stands("O48", REMINDER), Says("F26", RECORD, "请由那一条指向本记录")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "以更正把事故等级降为一般？",
        question_en: "The grade of an accident was amended, and now reads general?",
        change: &[Tail(FILE, "[[amended]]\non = 2025-11-01\nkeys = [\"grade\"]\nreason = \"录错（虚构）\"\n")],
        expect: &[Finds("F27", "reminder", RECORD), Says("F27", RECORD, "事故等级")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "以更正把事故等级升为较大？",
        question_en: "And it was raised?",
        change: &[
            Replace(FILE, "\"general\"", "\"larger\""),
            Tail(FILE, "[[amended]]\non = 2025-11-01\nkeys = [\"grade\"]\nreason = \"伤者死亡（虚构）\"\n"),
        ],
        expect: &[Finds("F27", "reminder", RECORD), Says("F27", RECORD, "另一等级"), Stands("O48", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "反映事故的线索收到于事故发生之前？",
        question_en: "The lead that told of an accident came in before it happened?",
        change: &[
            LEAD,
            Replace("leads/2025/yingji/011.toml", "2025-10-25", "2025-10-20"),
            Head(FILE, "lead = \"leads/2025/yingji/011\"\n"),
        ],
        expect: &[Finds("F17", "form", RECORD)],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，线索收到于事故当日？",
        question_en: "And on its day?",
        change: &[
            LEAD,
            Replace("leads/2025/yingji/011.toml", "2025-10-25", "2025-10-22"),
            Head(FILE, "lead = \"leads/2025/yingji/011\"\n"),
        ],
        expect: &[Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "公安写明是同一线索，自然资源已经通报？",
        question_en: "The police say that it is the same, of which the other has told?",
        change: &[LEAD_AGAIN, LEAD_SAME],
        expect: &[Silent("F26", ""), Silent("N02", ""), Stands("O29", MET), ShowsNot("O29", "leads/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同一线索，前一条没有填重要情形，后一条填了涉嫌瞒报？",
        question_en: "It is said to be one that names no important fact, and names one itself?",
        change: &[LEAD_AGAIN, Head("leads/2025/gongan/011.toml", "same_as = \"leads/2025/linye/011\"\n"), UNMARKED],
        expect: &[Says("F26", "leads/2025/gongan/011", "不作数"), Finds("N02", "reminder", "leads/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "写明是同一线索，后一条没有填矿山，地点在另一个镇街？",
        question_en: "It is said to be the same, names no mine, and its place is in another town?",
        change: &[
            LEAD_AGAIN,
            LEAD_SAME,
            Replace(AT_NO_MINE.0, AT_NO_MINE.1, "site = { town = \"yaogu\", place = \"某处（虚构）\" }\n"),
        ],
        expect: &[Says("F26", "leads/2025/gongan/011", "不作数"), Finds("N02", "reminder", "leads/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "同上，地点就在该矿山所在的镇街？",
        question_en: "And its place is in the town of that mine?",
        change: &[
            LEAD_AGAIN,
            LEAD_SAME,
            Replace(AT_NO_MINE.0, AT_NO_MINE.1, "site = { town = \"hekou\", place = \"某处（虚构）\" }\n"),
        ],
        expect: &[Silent("F26", ""), Silent("N02", ""), ShowsNot("O29", "leads/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "四（三）",
        question_zh: "原线索核查完毕三个月后又收到举报，写明是同一线索？",
        question_en: "It came in three months after the first had been looked into, and is said to be the same?",
        change: &[LEAD_AGAIN, LEAD_SAME, Replace("leads/2025/gongan/011.toml", "2025-03-04", "2025-06-20")],
        expect: &[Says("F26", "leads/2025/gongan/011", "不作数"), Finds("N02", "reminder", "leads/2025/gongan/011")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "本单位牵头的事故调查早于本单位接报？",
        question_en: "The inquiry that the bureau led began before it had learned of the accident?",
        change: &[Replace(FILE, "learned = 2025-10-22", "learned = 2025-10-25")],
        expect: &[Finds("F17", "reminder", RECORD), Says("F17", RECORD, "早于本单位接报")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "接报当日开始调查？",
        question_en: "It began on the day on which it learned?",
        change: &[Replace(FILE, "learned = 2025-10-22", "learned = 2025-10-23")],
        expect: &[Silent("F17", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "更正了与时限无关的结案日期？",
        question_en: "The day on which it was concluded was amended, by which nothing is late?",
        change: &[Tail(
            "accidents/2025/yingji/001.toml",
            "[[amended]]\non = 2025-12-20\nkeys = [\"concluded.on\"]\nreason = \"录错（虚构）\"\n",
        )],
        expect: &[Silent("F27", "")],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "较大事故由应急自己调查，公安没有参与？",
        question_en: "A larger accident is looked into by the bureau itself, without the police?",
        change: &[
            Replace(FILE, "\"general\"", "\"larger\""),
            Replace(FILE, "injured = 1", "deaths = 3\ninjured = 1"),
            Replace(FILE, "units = [\"gongan\"]", "units = []"),
        ],
        expect: &[Finds("A02", "reminder", RECORD), Stands("O49", REMINDER)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "同上，公安参与了？",
        question_en: "And with them?",
        change: &[Replace(FILE, "\"general\"", "\"larger\""), Replace(FILE, "injured = 1", "deaths = 3\ninjured = 1")],
        expect: &[Silent("A02", ""), Stands("O49", MET)],
        ..Case::USUAL
    },
    Case {
        clause: "一（四）3",
        question_zh: "较大事故由上级组织调查，未登记公安参与？",
        question_en: "A higher level looks into it, and the police are not named?",
        change: &[
            Replace(FILE, "\"general\"", "\"larger\""),
            Replace(FILE, "injured = 1", "deaths = 3\ninjured = 1"),
            Replace(FILE, "lead = \"yingji\"\nunits = [\"gongan\"]", "lead = \"shianweiban\"\nunits = []"),
        ],
        expect: &[Silent("A02", ""), Stands("O49", NOT_SEEN)],
        ..Case::USUAL
    },
    Case {
        clause: "一（一）8",
        question_zh: "一般事故由发生事故的企业自己牵头调查？",
        question_en: "The enterprise looks into its own accident?",
        change: &[Replace(
            FILE,
            "lead = \"yingji\"\nunits = [\"gongan\"]",
            "lead = \"mines/lvshui\"\nunits = [\"gongan\", \"yingji\"]",
        )],
        expect: &[Finds("A01", "reminder", RECORD), Stands("O48", REMINDER), Stands("O49", NOT_SEEN)],
        ..Case::USUAL
    },
];

const INQUIRY: &str =
    "[inquiry]\non = 2025-10-23\nlead = \"yingji\"\nunits = [\"gongan\"]\nnumber = \"（虚构）事调〔2025〕1号\"\n\n";

const RESCUE: &str = "[rescue]\non = 2025-10-22\nuntil = 2025-10-22\nlead = \"yingji\"\nunits = [\"xiaofang\"]\nmeasures = \"封闭现场，伤者送医。\"\n\n";

const CONCEALED: Edit = Replace(FILE, "injured = 1\n", "injured = 1\nconcealed = true\nlead = \"leads/2025/yingji/011\"\n");

const LEAD: Edit = Add(
    "leads/2025/yingji/011.toml",
    "received = 2025-10-25\nchannel = \"letter\"\nmine = \"lvshui\"\ntitle = \"反映事故未报（虚构）\"\n",
);

const TRIGGER: Edit = Replace("leads/2025/yingji/011.toml", "channel", "trigger = \"concealed-report\"\nchannel");

const TOLD: Edit = Add(
    "notices/2025/yingji/011.toml",
    "content = 5\nabout = [\"accidents/2025/yingji/001\"]\ntitle = \"关于事故的通报（虚构）\"\nissued = 2025-10-27\n\
     doc_number = \"云区应急〔2025〕91号\"\n\n[[to]]\nwho = \"linye\"\n",
);

/// An accident of last year that became known this year.
const CONCEALED_LAST_YEAR: &str = "occurred = 2024-12-30\nlearned = 2025-02-01\nmine = \"dashan\"\ngrade = \"general\"\ninjured = 1\nconcealed = true\n\
     text = \"瞒报的事故（虚构）。\"\n";

/// The police filed the same day and mine, without an inquiry.
const AGAIN: Edit = Add(
    "accidents/2025/gongan/011.toml",
    "occurred = 2025-10-22\nlearned = 2025-10-23\nmine = \"lvshui\"\ngrade = \"general\"\ninjured = 1\n",
);

/// That it is the accident which the bureau had filed.
const SAME: Edit = Head("accidents/2025/gongan/011.toml", "same_as = \"accidents/2025/yingji/001\"\n");

const UNENDED: Edit =
    Replace(FILE, "[concluded]\non = 2025-12-08\ntext = \"属一般生产安全责任事故，已提出整改和防范措施。\"\n", "");

/// The office adopted how many may be dead or hurt in a general accident.
const ADOPTED: Edit = Edit::All(&[
    Replace(
        "settings.toml",
        "id = \"general-deaths\"\nvalue = \"2\"\n",
        "id = \"general-deaths\"\nvalue = \"2\"\nbasis = \"云区安委办〔2025〕9号（虚构）\"\n",
    ),
    Replace(
        "settings.toml",
        "id = \"general-injured\"\nvalue = \"9\"\n",
        "id = \"general-injured\"\nvalue = \"9\"\nbasis = \"云区安委办〔2025〕9号（虚构）\"\n",
    ),
]);

/// The lead on mining over the boundary once more, by the police.
const LEAD_AGAIN: Edit = Add(
    "leads/2025/gongan/011.toml",
    "received = 2025-03-04\nchannel = \"letter\"\ntrigger = \"over-boundary\"\nmine = \"dashan\"\ntitle = \"反映石场越界（虚构）\"\n",
);

const FIRST: &str = "leads/2025/linye/021.toml";

const SECOND: &str = "leads/2025/gongan/021.toml";

/// One lead that two units filed and told nobody of.
const TWO_LEADS: Edit = Edit::All(&[
    Add(
        FIRST,
        "received = 2025-05-06\nchannel = \"letter\"\ntrigger = \"over-boundary\"\nmine = \"lvshui\"\ntitle = \"反映越界取石（虚构）\"\n",
    ),
    Add(
        SECOND,
        "received = 2025-05-06\nchannel = \"hotline\"\ntrigger = \"over-boundary\"\nmine = \"lvshui\"\ntitle = \"反映越界取石（虚构）\"\n\
         same_as = \"leads/2025/linye/021\"\n",
    ),
]);

const REFUTED: Edit = Tail(FIRST, "[result]\nverdict = \"not-confirmed\"\non = 2025-05-07\n");

const LEAD_SAME: Edit = Head("leads/2025/gongan/011.toml", "same_as = \"leads/2025/ziran/001\"\n");

/// The mine that the police named.
const AT_NO_MINE: (&str, &str) = ("leads/2025/gongan/011.toml", "mine = \"dashan\"\n");

/// A lead on that mine that names no important fact.
const UNMARKED: Edit = Add(
    "leads/2025/linye/011.toml",
    "received = 2025-03-04\nchannel = \"letter\"\nmine = \"dashan\"\ntitle = \"反映石场扬尘（虚构）\"\n",
);
