//! What can be filed, noun by noun.

use super::Act::{Append, Fill, HandOver, InOffice, New, Rename, Set, Succession};
use super::Next::{Command, Typed, Words};
use super::Preset::{FoundOn, Lead, Of, Says, Today, Word};
use super::{Act, Next, Noun, Preset, Verb, Whose};
use crate::model::Kind;
use crate::text::Text;

const fn verb(name: &'static str, zh: &'static str, about: Text, act: Act) -> Verb {
    Verb { name, zh, about, kind: None, act, preset: &[], needs: &[], asks: &[], whose: Whose::Any, item: None, next: &[] }
}

impl Verb {
    const fn with(mut self, preset: &'static [(&'static str, Preset)]) -> Self {
        self.preset = preset;
        self
    }

    const fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    const fn needing(mut self, needs: &'static [&'static str]) -> Self {
        self.needs = needs;
        self
    }

    const fn asking(mut self, asks: &'static [&'static str]) -> Self {
        self.asks = asks;
        self
    }

    const fn of_office(mut self) -> Self {
        self.whose = Whose::Office;
        self
    }

    const fn of_others(mut self) -> Self {
        self.whose = Whose::Others;
        self
    }

    const fn of_item(mut self, list: &'static str) -> Self {
        self.item = Some(list);
        self
    }

    const fn then(mut self, next: &'static [Next]) -> Self {
        self.next = next;
        self
    }
}

/// What comes after a notice was written.
const REVIEWED_AND_ISSUED: &[Next] = &[
    Words("审核后用 ", "file the review with "),
    Command("notice review"),
    Words(" 登记审核，印发后用 ", ", the issue with "),
    Command("notice issue"),
    Words(" 登记印发", ""),
];

/// What comes after a hazard was filed.
const RECTIFIED: &[Next] = &[Words("用 ", "file the rectification with "), Command("hazard rectify"), Words(" 登记整改要求", "")];

const PRINT: Verb =
    verb("print", "送印", Text::fixed("登记送印机关和送印日期", "File who had it printed, and when"), Fill("printing"));

const CANCEL: Verb =
    verb("cancel", "取消", Text::fixed("登记取消", "File that it was cancelled"), Fill("cancelled")).with(&[("on", Today)]);

/// Every noun, in the order of help.
pub static NOUNS: &[Noun] = &[
    Noun {
        name: "notice",
        zh: "通报",
        about: Text::fixed("信息通报", "Information notices"),
        kind: Kind::Notice,
        verbs: &[
            verb("new", "新建", Text::fixed("起草或登记一份通报", "Draft or file a notice"), New)
                .asking(&["trigger", "about", "body", "measures", "suggestions", "to", "urgency"])
                .then(REVIEWED_AND_ISSUED),
            verb(
                "preliminary",
                "先行告知",
                Text::fixed("登记先行的口头告知", "File the word given at once"),
                Fill("preliminary"),
            )
            .then(&[
                Words("正式文件印发后用 ", "file the paper with "),
                Command("notice issue"),
                Words(" 登记", " once it is issued"),
            ]),
            verb("review", "审核", Text::fixed("登记分管领导的审核", "File the review by the leader in charge"), Fill("review"))
                .asking(&["evidence", "share"])
                .then(&[Words("印发后用 ", "file the issue with "), Command("notice issue"), Words(" 登记", "")]),
            verb("issue", "印发", Text::fixed("登记印发", "File that it was issued"), Set(&["issued", "doc_type", "doc_number"]))
                .needing(&["issued"])
                .then(&[
                    Words("送达无台账的单位后用 ", "file with "),
                    Command("notice deliver"),
                    Words(" 登记", " how it reached those without a register"),
                ]),
            verb(
                "text",
                "正文",
                Text::fixed("补写正文、措施、建议等（印发之前）", "Add to its text before it is issued"),
                Set(&[
                    "title",
                    "body",
                    "measures",
                    "suggestions",
                    "common",
                    "protection",
                    "about",
                    "to",
                    "copies",
                    "urgency",
                    "jointly",
                ]),
            ),
            PRINT,
            verb("deliver", "送达", Text::fixed("登记送达", "File a delivery"), Append("delivery")),
            verb("correct", "更正", Text::fixed("另发一份更正通报", "File a notice that corrects another"), New)
                .asking(&["body"])
                .needing(&["corrects"])
                .with(&[("to", Of("corrects", "to")), ("content", Of("corrects", "content")), ("about", Of("corrects", "about"))])
                .then(REVIEWED_AND_ISSUED),
            verb("withdraw", "撤回", Text::fixed("另发一份撤回通报", "File a notice that withdraws another"), New)
                .asking(&["body"])
                .needing(&["withdraws"])
                .with(&[
                    ("to", Of("withdraws", "to")),
                    ("content", Of("withdraws", "content")),
                    ("about", Of("withdraws", "about")),
                ])
                .then(&[
                    Words(
                        "审核、印发后，收到原通报的单位用 ",
                        "once it is reviewed and issued, those who got the first say with ",
                    ),
                    Command("respond measures"),
                    Words(" 说明已采取的措施是否保留", " whether what they did stands"),
                ]),
            verb("none", "零报告", Text::fixed("登记某年度没有需要通报的信息", "File that a year had nothing to tell"), New)
                .needing(&["none_for"])
                .with(&[("title", Says("零报告"))])
                .then(REVIEWED_AND_ISSUED),
        ],
    },
    Noun {
        name: "hazard",
        zh: "隐患",
        about: Text::fixed("隐患与违法违规行为", "Hazards and violations"),
        kind: Kind::Hazard,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一项隐患", "File a hazard"), New)
                .asking(&["major"])
                .with(&[("source_kind", Word("inspection")), ("nature", Word("hazard"))])
                .then(RECTIFIED),
            verb("take", "接收", Text::fixed("接收联合执法发现的问题", "Take over a problem of a joint enforcement"), New)
                .needing(&["from"])
                .with(&[
                    ("found", FoundOn("from")),
                    ("source_kind", Says("enforcement")),
                    ("nature", Word("hazard")),
                    ("mine", Of("from", "mine")),
                    ("description", Of("from", "text")),
                    ("major", Of("from", "major")),
                    ("onsite", Of("from", "onsite")),
                ])
                .then(RECTIFIED),
            verb("onsite", "现场处置", Text::fixed("登记现场处置措施", "File the on-site measure"), Fill("onsite")),
            verb("rectify", "整改", Text::fixed("登记整改要求", "File the rectification"), Fill("rectification"))
                .asking(&["plan", "due"])
                .then(&[
                    Words("企业报告完成后用 ", "file with "),
                    Command("hazard done"),
                    Words(" 登记", " that the mine reports it done"),
                ]),
            verb("determine", "认定", Text::fixed("登记重大隐患认定", "File whether it is a major hazard"), Fill("determined")),
            verb("extend", "延期", Text::fixed("登记延期", "File an extension"), Append("extension")),
            verb(
                "done",
                "报告完成",
                Text::fixed("登记企业报告整改完成", "File that the mine reports it done"),
                Set(&["reported_done"]),
            )
            .needing(&["reported_done"])
            .then(&[
                Words("复查后用 ", "file the re-inspection with "),
                Command("hazard reinspect"),
                Words(" 登记", ""),
            ]),
            verb("reinspect", "复查", Text::fixed("登记一次复查", "File a re-inspection"), Append("reinspection"))
                .needing(&["by"])
                .then(&[
                    Words("合格的用 ", "close it with "),
                    Command("hazard close"),
                    Words(" 销号，不合格的写明新的期限", " if it passed; else give a new term"),
                ]),
            verb("close", "销号", Text::fixed("销号", "Close it"), Fill("closed")),
        ],
    },
    Noun {
        name: "order",
        zh: "文书",
        about: Text::fixed("执法文书", "Enforcement papers"),
        kind: Kind::Order,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一份执法文书", "File an order"), New)
                .asking(&["number", "mine", "major_risk", "serious", "text", "until"])
                .then(&[
                    Words("属重要情形的，用 ", "tell the units concerned with "),
                    Command("notice new"),
                    Words(" 通报有关单位", " where it is urgent"),
                ]),
            verb("lift", "解除", Text::fixed("登记解除", "File its end"), Fill("lifted")),
        ],
    },
    Noun {
        name: "facility",
        zh: "三同时",
        about: Text::fixed("安全、环保、水保设施“三同时”的检查", "Findings on safety, environmental, soil and water facilities"),
        kind: Kind::Facility,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一次“三同时”检查", "File what was found"), New)
                .asking(&["stage", "number", "text"])
                .then(&[
                    Words("安全设施未落实的，用 ", "where safety facilities are lacking tell the police with "),
                    Command("notice new"),
                    Words(" 通报公安；补充落实后用 ", "; file with "),
                    Command("facility done"),
                    Words(" 登记", " that it was made good"),
                ]),
            verb("use", "投产", Text::fixed("登记主体工程投产", "File since when the works are in use"), Set(&["in_use"]))
                .needing(&["in_use"]),
            verb("done", "补充落实", Text::fixed("登记已补充落实", "File that what was lacking is in place"), Fill("made_good")),
        ],
    },
    Noun {
        name: "accident",
        zh: "事故",
        about: Text::fixed("生产安全事故（只记人数，不记姓名）", "Accidents (how many were hurt, never who)"),
        kind: Kind::Accident,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一起事故", "File an accident"), New)
                .asking(&["grade", "deaths", "injured", "text"])
                .needing(&["learned"])
                .then(&[
                    Words("用 ", "file the rescue with "),
                    Command("accident rescue"),
                    Words(" 登记救援，", ", the inquiry with "),
                    Command("accident inquire"),
                    Words(" 登记调查，", "; tell others with "),
                    Command("notice new"),
                    Words(" 通报有关单位", ""),
                ]),
            verb(
                "grade",
                "定级",
                Text::fixed("登记事故等级和伤亡人数", "File its grade and how many were hurt"),
                Set(&["grade", "deaths", "injured"]),
            ),
            verb("rescue", "救援", Text::fixed("登记应急救援", "File the rescue"), Fill("rescue")),
            verb("inquire", "调查", Text::fixed("登记事故调查", "File the inquiry"), Fill("inquiry")).then(&[
                Words("结案后用 ", "file its end with "),
                Command("accident conclude"),
                Words(" 登记", ""),
            ]),
            verb("refer", "刑事", Text::fixed("登记刑事案件的移送或者立案", "File a criminal case"), Fill("criminal")),
            verb("conclude", "结案", Text::fixed("登记结案", "File its end"), Fill("concluded")),
        ],
    },
    Noun {
        name: "lead",
        zh: "线索",
        about: Text::fixed("线索（不得写举报人）", "Leads (never who informed)"),
        kind: Kind::Lead,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一条线索", "File a lead"), New)
                .asking(&["trigger", "mine", "text", "assigned_to"])
                .then(&[Words("核查后用 ", "file the result with "), Command("lead result"), Words(" 登记", "")]),
            verb("result", "核查", Text::fixed("登记核查结果", "File the result"), Fill("result")),
        ],
    },
    Noun {
        name: "plan",
        zh: "计划",
        about: Text::fixed("年度监督检查计划", "Yearly inspection plans"),
        kind: Kind::Plan,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一份计划", "File a plan"), New).asking(&["text"]).then(&[
                Words("印发后用 ", "file the issue with "),
                Command("plan issue"),
                Words(" 登记", ""),
            ]),
            verb(
                "issue",
                "印发",
                Text::fixed("登记印发", "File that it was issued"),
                Set(&["issued", "doc_number", "shared_by"]),
            )
            .needing(&["issued"]),
        ],
    },
    Noun {
        name: "agenda",
        zh: "议题",
        about: Text::fixed("联席会议议题", "Agenda items"),
        kind: Kind::Agenda,
        verbs: &[
            verb("new", "新建", Text::fixed("提交一项议题", "Submit an item"), New)
                .asking(&["task", "meeting", "material"])
                .with(&[("submitted", Today)]),
            verb("material", "材料", Text::fixed("补交议题材料", "Add its material"), Set(&["material", "task", "meeting"])),
        ],
    },
    Noun {
        name: "meeting",
        zh: "会议",
        about: Text::fixed("联席会议", "Joint meetings"),
        kind: Kind::Meeting,
        verbs: &[
            verb("plan", "计划", Text::fixed("登记一次会议的安排", "File that a meeting is planned"), New)
                .asking(&["title", "planned", "begins", "place"])
                .with(&[("convener", Lead)])
                .then(&[Words("用 ", "file invitations with "), Command("meeting invite"), Words(" 登记邀请", "")]),
            verb(
                "call",
                "通知",
                Text::fixed("登记会议通知：发文字号、会期、回执期限", "File the paper that calls it"),
                Fill("notice"),
            )
            .then(&[
                Words("用 ", "make the paper with "),
                Command("paper"),
                Words(" 出会议通知，", ", file invitations with "),
                Command("meeting invite"),
                Words(" 登记邀请", ""),
            ]),
            verb("invite", "邀请", Text::fixed("登记邀请", "File an invitation"), Append("invited")).needing(&["on"]),
            verb(
                "held",
                "召开",
                Text::fixed("登记已召开", "File that it was held"),
                Set(&["held", "place", "decided", "agenda"]),
            )
            .needing(&["held"])
            .then(&[
                Words("用 ", "file attendance with "),
                Command("meeting attend"),
                Words(" 登记参会，", ", tasks with "),
                Command("meeting task"),
                Words(" 登记督办事项", ""),
            ]),
            verb("chair", "主持", Text::fixed("登记主持人", "File who chaired"), Fill("chair")),
            verb("attend", "参会", Text::fixed("登记参会情况", "File attendance"), Append("attendance")),
            verb("task", "督办", Text::fixed("登记一项督办事项", "File a task"), Append("task")),
            verb("unresolved", "未决", Text::fixed("登记难以协调的问题", "File a question left open"), Append("unresolved"))
                .then(&[Words("用 ", "send it up with "), Command("upward new"), Words(" 报请决定", "")]),
            verb("minutes", "纪要", Text::fixed("登记会议纪要", "File the minutes"), Fill("minutes")),
            CANCEL,
        ],
    },
    Noun {
        name: "enforcement",
        zh: "执法",
        about: Text::fixed("联合执法", "Joint enforcement"),
        kind: Kind::Enforcement,
        verbs: &[
            verb("plan", "计划", Text::fixed("登记一次联合执法的安排", "File that one is planned"), New)
                .asking(&["title", "from", "to", "member_units"])
                .with(&[("lead", Lead)])
                .then(&[
                    Words("用 ", "file basis, leader and groups with "),
                    Command("enforcement basis"),
                    Words("、", ", "),
                    Command("enforcement leader"),
                    Words("、", ", "),
                    Command("enforcement group"),
                    Words(" 登记依据、组长和小组", ""),
                ]),
            verb("basis", "依据", Text::fixed("登记执法依据", "File its basis"), Fill("basis")),
            verb("paper", "方案", Text::fixed("登记执法方案", "File the paper that sets it going"), Fill("plan"))
                .needing(&["issued"]),
            verb("leader", "组长", Text::fixed("登记组长", "File who leads the team"), Fill("leader")),
            verb(
                "team",
                "组队",
                Text::fixed("登记参加单位和日期", "File its members and days"),
                Set(&["from", "to", "member_units", "guests"]),
            ),
            verb("group", "小组", Text::fixed("登记一个工作小组", "File a group"), Append("groups")),
            verb("expert", "专家", Text::fixed("登记一名专家", "File an expert"), Append("experts")),
            verb("visit", "检查", Text::fixed("登记一次检查", "File a visit"), Append("visits")),
            verb("problem", "问题", Text::fixed("登记发现的问题", "File a problem that was found"), Append("problem")).then(&[
                Words("监管单位用 ", "the supervising unit takes it over with "),
                Command("hazard take"),
                Words(" 接收", ""),
            ]),
            verb("summary", "总结", Text::fixed("登记书面总结", "File the written summary"), Fill("summary"))
                .needing(&["received"]),
            verb("circular", "通报", Text::fixed("登记情况通报", "File the circular"), Fill("circular")).needing(&["issued"]),
            verb("demand", "整改要求", Text::fixed("登记一项整改要求", "File a demand of the circular"), Append("task")),
            CANCEL,
        ],
    },
    Noun {
        name: "directive",
        zh: "收文",
        about: Text::fixed("上级来文和领导批示", "Papers from above and instructions of leaders"),
        kind: Kind::Directive,
        verbs: &[
            verb("new", "登记", Text::fixed("登记一份来文或批示", "File a paper or an instruction that came"), New).then(&[
                Words("用 ", "file what is proposed and by when with "),
                Command("directive propose"),
                Words(" 登记拟办意见和期限", ""),
            ]),
            verb(
                "propose",
                "拟办",
                Text::fixed("登记拟办意见、承办单位和期限", "File what is proposed, who does it and by when"),
                Fill("proposal"),
            )
            .with(&[("on", Today)])
            .then(&[
                Words("据此开展联合执法的，用 ", "an enforcement that carries it out names it with "),
                Command("enforcement basis"),
                Typed(" --origin"),
                Words(" 指明；办结后用 ", "; file its end with "),
                Command("directive close"),
                Words(" 登记", ""),
            ]),
            verb("close", "办结", Text::fixed("登记办理结果", "File what came of it"), Fill("carried")),
        ],
    },
    Noun {
        name: "respond",
        zh: "回应",
        about: Text::fixed("对他人事项的回应：签收、进展、完成、会签、异议、反馈、答复", "A word on somebody else's record"),
        kind: Kind::Response,
        verbs: &[
            verb("received", "签收", Text::fixed("签收", "It was received"), New)
                .needing(&["to"])
                .of_others()
                .with(&[("kind", Says("received"))]),
            verb("progress", "进展", Text::fixed("报告进展", "How it goes"), New)
                .asking(&["to", "text"])
                .with(&[("on", Today), ("kind", Says("progress"))]),
            verb("done", "完成", Text::fixed("报告完成", "It is done"), New)
                .asking(&["to", "text"])
                .with(&[("on", Today), ("kind", Says("done"))])
                .then(&[Words("由办公室用 ", "the office accepts it with "), Command("task accept"), Words(" 确认", "")]),
            verb("measures", "已采取措施", Text::fixed("报告已采取的措施", "Measures were taken"), New)
                .asking(&["text"])
                .needing(&["to"])
                .with(&[("on", Today), ("kind", Says("measures-taken"))]),
            verb("cosign", "会签", Text::fixed("会签", "Cosign it"), New)
                .needing(&["to"])
                .of_others()
                .with(&[("kind", Says("cosigned"))]),
            verb("object", "异议", Text::fixed("提出异议", "Object to it"), New)
                .asking(&["to", "text"])
                .of_others()
                .with(&[("on", Today), ("kind", Says("objection"))]),
            verb("feedback", "反馈", Text::fixed("反馈执行中的问题", "Feed back a problem met in practice"), New)
                .asking(&["to", "clause", "text"])
                .with(&[("on", Today), ("kind", Says("feedback"))]),
            verb("answer", "答复", Text::fixed("答复", "Answer it"), New)
                .asking(&["text"])
                .needing(&["to"])
                .of_others()
                .with(&[("on", Today), ("kind", Says("answer"))]),
            verb("confirm", "确认代录", Text::fixed("确认办公室代录的记录", "What the office entered is so"), New)
                .needing(&["to"])
                .with(&[("on", Today), ("kind", Says("confirmed"))]),
            verb("take", "接收承办", Text::fixed("接收承办", "Take it over"), New)
                .needing(&["to"])
                .with(&[("on", Today), ("kind", Says("taken-over"))]),
        ],
    },
    Noun {
        name: "task",
        zh: "督办",
        about: Text::fixed("办公室对督办事项的确认", "What the office says of a task"),
        kind: Kind::Response,
        verbs: &[
            verb("accept", "同意", Text::fixed("同意办结", "Accept that it is done"), New)
                .needing(&["to"])
                .of_item("task")
                .of_office()
                .with(&[("on", Today), ("kind", Says("accepted"))]),
            verb("return", "退回", Text::fixed("退回", "Return it"), New)
                .asking(&["text"])
                .needing(&["to"])
                .of_item("task")
                .of_office()
                .with(&[("on", Today), ("kind", Says("returned"))]),
        ],
    },
    Noun {
        name: "upward",
        zh: "上报",
        about: Text::fixed("请示与报告", "Requests and reports upward"),
        kind: Kind::Upward,
        verbs: &[
            verb("new", "新建", Text::fixed("登记一份请示或报告", "File a request or report"), New)
                .asking(&["about", "signer", "doc_number", "body"])
                .then(&[
                    Words("请示收到批复后用 ", "file the reply to a request with "),
                    Command("upward reply"),
                    Words(" 登记", ""),
                ]),
            PRINT,
            verb("reply", "批复", Text::fixed("登记批复", "File the reply"), Fill("reply")),
        ],
    },
    Noun {
        name: "unit",
        zh: "单位",
        about: Text::fixed(
            "单位的新设、更名、撤并（由办公室登记）",
            "Units: new ones, new names, mergers and splits; kept by the office",
        ),
        kind: Kind::Unit,
        verbs: &[
            verb("new", "新设", Text::fixed("登记一个新单位", "File a new unit"), New)
                .asking(&["issuing_name"])
                .with(&[("since", Today)])
                .then(&[
                    Words("承接其他单位的，用 ", "where it takes over from another, file that with "),
                    Command("unit merge"),
                    Words(" 或 ", " or "),
                    Command("unit split"),
                    Words(" 登记", ""),
                ]),
            verb("rename", "更名", Text::fixed("登记更名（原名保留为曾用名）", "File another name; the old one is kept"), Rename)
                .needing(&["name"])
                .with(&[("until", Today)]),
            verb("merge", "合并", Text::fixed("登记几个单位并入另一单位", "File that units merged into another"), Succession),
            verb("split", "分设", Text::fixed("登记一个单位分为几个单位", "File that a unit was split"), Succession),
        ],
    },
    Noun {
        name: "liaison",
        zh: "联络员",
        about: Text::fixed("本单位联络员", "A unit's liaison officers"),
        kind: Kind::People,
        verbs: &[
            verb("set", "登记", Text::fixed("登记一名联络员", "File a liaison"), Append("liaison"))
                .asking(&["phone", "reported"])
                .with(&[("since", Today)]),
            verb("hand-over", "交接", Text::fixed("由新的联络员接任", "Another takes over"), HandOver("liaison"))
                .with(&[("since", Today)]),
            verb(
                "report",
                "报送",
                Text::fixed("登记在任联络员已报办公室", "File that the one in office was reported to the office"),
                InOffice("liaison", "reported"),
            )
            .needing(&["reported"]),
            verb("leave", "离任", Text::fixed("登记联络员离任", "File that the liaison leaves"), InOffice("liaison", "until"))
                .with(&[("until", Today)])
                .then(&[
                    Words("由新的联络员接任后用 ", "file with "),
                    Command("liaison set"),
                    Words(" 登记", " who comes after"),
                ]),
        ],
    },
    Noun {
        name: "leader",
        zh: "负责人",
        about: Text::fixed("本单位负责人", "A unit's leaders"),
        kind: Kind::People,
        verbs: &[
            verb("set", "登记", Text::fixed("登记一名负责人", "File a leader"), Append("leader"))
                .asking(&["post"])
                .with(&[("since", Today)]),
            verb("hand-over", "交接", Text::fixed("由新的负责人接任", "Another takes over"), HandOver("leader"))
                .with(&[("since", Today)]),
            verb("leave", "离任", Text::fixed("登记负责人离任", "File that a leader leaves"), InOffice("leader", "until"))
                .with(&[("until", Today)]),
        ],
    },
    Noun {
        name: "mine",
        zh: "矿山",
        about: Text::fixed("矿山档案（由办公室建档）", "Mines, kept by the office"),
        kind: Kind::Mine,
        verbs: &[
            verb("new", "新建", Text::fixed("建一份矿山档案", "File a mine"), New)
                .asking(&["code", "mineral", "method"])
                .then(&[Words("各单位用 ", "units file licences with "), Command("mine licence"), Words(" 登记证照", "")]),
            verb(
                "licence",
                "证照",
                Text::fixed("登记本单位发的一份证照", "File a licence that the unit issued"),
                Append("licence"),
            )
            .of_kind(Kind::Licences),
        ],
    },
    Noun {
        name: "waive",
        zh: "说明",
        about: Text::fixed("情况说明：原则性要求未执行的缘由", "Why an obligation in principle was not followed"),
        kind: Kind::Waiver,
        verbs: &[verb("new", "新建", Text::fixed("登记一份情况说明", "File a waiver"), New).asking(&[
            "reason",
            "approved_by",
            "paper",
            "until",
        ])],
    },
];
