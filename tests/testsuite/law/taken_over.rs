//! What takes a problem of a joint enforcement over (三（五）): a hazard, or an order of the department about it; not a notice.

use super::edit::Edit::{self, Add, Replace, Tail};
use super::registers::E2_MAJOR;
use super::{Case, Finds, Says, Silent};

const ACTION: &str = "enforcements/2025/anweiban/002";

/// The problem of the register with an order, and what follows from it on a day.
macro_rules! ordered {
    ($zh:literal, $en:literal, $as_of:literal, [$($change:expr),*] => $($expect:expr),+) => {
        Case {
            clause: "三（五）",
            question_zh: $zh,
            question_en: $en,
            change: &[E2_MAJOR, $($change),*],
            as_of: $as_of,
            expect: &[$($expect),+],
            ..Case::USUAL
        }
    };
}

pub(super) const CASES: &[Case] = &[
    ordered!("重大问题没有隐患记录，监管部门就该次联合执法、该矿山下达了限期整改文书，期限之内？",
        "No hazard was filed, and the department ordered the mine to rectify: within that term?",
        "2025-10-20", [RECTIFY] => Silent("H03", "")),
    ordered!("同上，文书所定期限已过，此后再无下文？", "And its term has passed, with nothing after?",
        "2025-12-31", [RECTIFY] => Finds("H03", "unmet", ACTION), Says("H03", ACTION, "最近一次文书为 2025-09-05，整改期限 2025-10-31 已过")),
    ordered!("同上，期限过后又处罚？", "And the mine was fined after that term?",
        "2025-12-31", [RECTIFY, FINED] => Silent("H03", "")),
    ordered!("停产文书已经解除？", "It was stopped, and the stop was lifted?",
        "2025-12-31", [STOPPED] => Silent("H03", "")),
    ordered!("只发了信息通报，没有文书？", "Only a notice was sent, and no order?",
        "2025-10-09", [TOLD] => Finds("H03", "reminder", ACTION)),
    ordered!("只有现场处理措施文书？", "Only an order for an on-site measure was served?",
        "2025-10-09", [RECTIFY, Replace(ORDER, "\"rectify\"", "\"onsite-measure\"")] => Finds("H03", "reminder", ACTION)),
    ordered!("移送其他机关，算不算接收承办？", "It was handed on to somebody else: is it taken over?",
        "2025-10-09", [RECTIFY, Replace(ORDER, "\"rectify\"", "\"transfer\"")] => Finds("H03", "reminder", ACTION)),
    ordered!("文书针对的是另一座矿山？", "The order is about another mine?",
        "2025-10-09", [RECTIFY, Replace(ORDER, "\"lvshui\"", "\"dashan\"")] => Finds("H03", "reminder", ACTION)),
    ordered!("另一部门下达、没有写明针对哪项问题的文书？", "Another department served it, and it names no problem?",
        "2025-10-09", [RECTIFY_BY_ANOTHER] => Finds("H03", "reminder", ACTION)),
    ordered!("另一部门写明针对该项问题的文书？", "Another department served it, and it names the problem?",
        "2025-10-09", [RECTIFY_BY_ANOTHER, Replace("orders/2025/ziran/091.toml", "anweiban/002\"", "anweiban/002#1\"")] => Silent("H03", "")),
    ordered!("区安委办自己下达的文书？", "The office served it?",
        "2025-10-09", [RECTIFY_BY_OFFICE] => Finds("H03", "reminder", ACTION)),
    ordered!("同一矿山有两项重大问题，文书没有写明针对哪一项？", "There are two major problems at the mine, and the order names none?",
        "2025-10-09", [RECTIFY, ANOTHER_PROBLEM] => Finds("H03", "reminder", ACTION)),
    ordered!("同上，文书写明了其中一项？", "And it names the one?",
        "2025-10-09", [RECTIFY, ANOTHER_PROBLEM, Replace(ORDER, "anweiban/002\"", "anweiban/002#1\"")] =>
        Says("H03", ACTION, "第 2 项问题")),
    ordered!("复查合格早于企业报告完成，都在期限内外？", "It passed before the mine reported it done, which was after the term?",
        "2025-12-31", [super::registers::H0, Edit::Head(HAZARD, "reported_done = 2025-07-05\n"), PASSED] => Silent("H05", "hazards/2025/yingji/001")),
    ordered!("期限过后很久才复查合格，企业报告更晚？", "It passed long after its term, and the report came later still?",
        "2025-12-31", [
            super::registers::H0,
            Edit::Head(HAZARD, "reported_done = 2025-09-05\n"),
            PASSED,
            Replace(HAZARD, "[[reinspection]]\non = 2025-06-20", "[[reinspection]]\non = 2025-08-20")
        ] => Says("H05", "hazards/2025/yingji/001", "于 2025-08-20 整改完成"), Finds("H05", "reminder", "hazards/2025/yingji/001")),
    ordered!("期限内复查合格，后来又复查不合格，期限过后才报告完成？", "It passed in time, was refuted later, and was reported done after the term?",
        "2025-12-31", [
            super::registers::H0,
            Edit::Head(HAZARD, "reported_done = 2025-07-05\n"),
            PASSED,
            Tail(HAZARD, "[[reinspection]]\non = 2025-06-26\nby = \"yingji\"\nresult = \"failed\"\n")
        ] => Says("H05", "hazards/2025/yingji/001", "于 2025-07-05 整改完成")),
];

const HAZARD: &str = "hazards/2025/yingji/001.toml";

const ORDER: &str = "orders/2025/yingji/091.toml";

const PASSED: Edit = Tail(HAZARD, "[[reinspection]]\non = 2025-06-20\nby = \"yingji\"\nresult = \"passed\"\n");

const RECTIFY: Edit = Add(
    ORDER,
    "kind = \"rectify\"\nnumber = \"（虚构）责改〔2025〕91号\"\nat = 2025-09-05T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002\"\nuntil = 2025-10-31\n",
);

const RECTIFY_BY_ANOTHER: Edit = Add(
    "orders/2025/ziran/091.toml",
    "kind = \"rectify\"\nnumber = \"（虚构）责改〔2025〕91号\"\nat = 2025-09-05T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002\"\nuntil = 2025-10-31\n",
);

const RECTIFY_BY_OFFICE: Edit = Add(
    "orders/2025/anweiban/091.toml",
    "kind = \"rectify\"\nnumber = \"（虚构）责改〔2025〕91号\"\nat = 2025-09-05T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002#1\"\nuntil = 2025-10-31\n",
);

const FINED: Edit = Add(
    "orders/2025/yingji/092.toml",
    "kind = \"penalty\"\nnumber = \"（虚构）罚决〔2025〕92号\"\nat = 2025-11-10T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002#1\"\n",
);

const STOPPED: Edit = Add(
    ORDER,
    "kind = \"suspend-production\"\nnumber = \"（虚构）停产〔2025〕91号\"\nat = 2025-09-05T10:00:00\nmine = \"lvshui\"\nenforcement = \"enforcements/2025/anweiban/002#1\"\n\n[lifted]\non = 2025-09-28\n",
);

const TOLD: Edit = Add(
    "notices/2025/yingji/091.toml",
    "content = 2\nabout = [\"enforcements/2025/anweiban/002\"]\ntitle = \"关于采空区隐患的通报（虚构）\"\nissued = 2025-09-05\ndoc_type = \"letter\"\ndoc_number = \"云区应急函〔2025〕91号\"\nsecrecy = \"public\"\n\n[[to]]\nwho = \"ziran\"\n",
);

const ANOTHER_PROBLEM: Edit = Tail(
    "enforcements/2025/anweiban/002.toml",
    "[[problem]]\nno = 2\nmine = \"lvshui\"\ntext = \"排土场裂缝（虚构）。\"\nmajor = true\nsupervising_unit = \"yingji\"\ndue = 2025-10-10\n\n[problem.onsite]\nmeasure = \"警戒。\"\non = 2025-09-02\n",
);
