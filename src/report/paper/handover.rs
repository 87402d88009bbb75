//! 工作交接单: what a leaving officer's successor has to know, on one sheet: what is open and how it is done, what lies on this computer
//! only, who is in office, whose keys count, and where things are. It is drawn from what waits for the unit.

use super::matter::matter;
use super::parts::{Block, Paper, TableColumn};
use super::prose::PaperBody;
use super::sheet::sheet;
use super::{PaperContext, words};
use crate::model::{Day, Ledger, People, UnitId};
use crate::report::{TodoGroup, TodoItem};

/// A key of the unit, as the office admitted it.
#[derive(Debug, Clone)]
pub struct HandedKey {
    /// Whose.
    pub name: String,
    /// What it signs.
    pub roles: String,
    /// From which day.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// `SHA256:…`.
    pub fingerprint: String,
    /// Whether this computer signs with it.
    pub is_here: bool,
}

/// Where things of a unit are.
#[derive(Debug, Clone)]
pub struct HandedPlaces {
    /// The register's folder on this computer.
    pub folder: String,
    /// Where the register is shared; none where it is not.
    pub shared: Option<String>,
    /// The key with which this computer signs, a file of the person's; none where it does not.
    pub key: Option<String>,
    /// Where attachments of the unit's records are kept, each place once.
    pub kept: Vec<String>,
}

/// What is handed over.
#[derive(Debug)]
pub struct Handover<'a> {
    /// The unit.
    pub unit: &'a UnitId,
    /// The day.
    pub on: Day,
    /// What waits for it.
    pub items: &'a [TodoItem],
    /// What others have not done in its term of what its own records ask of them.
    pub asked: &'a [TodoItem],
    /// Its keys.
    pub keys: Vec<HandedKey>,
    /// Where things are.
    pub places: HandedPlaces,
}

/// What stands under a heading, by how much it presses.
const SECTIONS: [(&str, &[TodoGroup]); 4] = [
    ("已过期限、尚未落实和需要更正的", &[TodoGroup::Unmet, TodoGroup::Incorrect]),
    ("提醒和建议", &[TodoGroup::Reminded, TodoGroup::Advised, TodoGroup::Unsigned, TodoGroup::Uncosigned]),
    ("在期限内的", &[TodoGroup::Near, TodoGroup::Running]),
    ("只在本机的", &[TodoGroup::Local]),
];

/// The sheet.
#[must_use]
pub fn handover(handed: &Handover<'_>, ledger: &Ledger) -> Paper {
    let context = PaperContext {
        ledger,
        reference: format!("handover/{}", handed.unit),
        issuer: handed.unit,
        with: &[],
        year: handed.on.year(),
    };
    let unit = context.unit(handed.unit, Some(handed.on));
    let mut body = PaperBody::default();
    body.say(format!("单位：{unit}　　台账：《{}》　　截至：{}", ledger.mechanism.file.title, words::day(handed.on)));
    body.say("本单含姓名和电话，只供交接双方使用。");
    for (head, groups) in SECTIONS {
        let items: Vec<&TodoItem> = handed.items.iter().filter(|item| groups.contains(&item.urgency)).collect();
        section(&mut body, head, &items, &context);
    }
    if !handed.asked.is_empty() {
        section(&mut body, "督办其他单位、已过期限的", &handed.asked.iter().collect::<Vec<_>>(), &context);
    }
    people(&mut body, ledger.mechanism.people.get(handed.unit), handed.on);
    keys(&mut body, &handed.keys, context.ledger.mechanism.short(handed.unit));
    places(&mut body, &handed.places);
    body.section("交接");
    body.table(signatures());
    sheet(context.reference.clone(), context.whole(format!("{unit}工作交接单")), body.close(""))
}

fn section(body: &mut PaperBody, head: &str, items: &[&TodoItem], context: &PaperContext<'_>) {
    body.section(&format!("{head}（{}项）", items.len()));
    if items.is_empty() {
        body.say("没有。");
    } else {
        body.table(matters(items, context));
    }
}

fn matters(items: &[&TodoItem], context: &PaperContext<'_>) -> Block {
    let row = |(at, item): (usize, &&TodoItem)| {
        let record = item.record.as_ref().map(|record| record.title.zh().to_owned()).unwrap_or_default();
        let matter = item.about.as_ref().and_then(|about| matter(about, context)).map(|matter| format!("（{matter}）"));
        let named = format!("{record}{}", matter.unwrap_or_default());
        let colon = if named.is_empty() { "" } else { "：" };
        let term = match (item.until, item.term) {
            (Some(until), _) => format!("至{}", words::day(until)),
            (None, Some(term)) => format!("{}（已过）", words::day(term)),
            (None, None) => String::new(),
        };
        let what = format!("{named}{colon}{}", words::spelled(item.what.on_terminal().zh()));
        vec![
            (at + 1).to_string(),
            what,
            term,
            item.clause.clone().unwrap_or_default(),
            item.command.as_ref().map(ToString::to_string).unwrap_or_default(),
        ]
    };
    Block::Table {
        columns: vec![
            TableColumn::new("序号", 2, false),
            TableColumn::new("事项", 12, true),
            TableColumn::new("期限", 5, false),
            TableColumn::new("依据", 4, false),
            TableColumn::new("办理或查看", 11, true),
        ],
        rows: items.iter().enumerate().map(row).collect(),
    }
}

fn people(body: &mut PaperBody, people: Option<&People>, on: Day) {
    body.section("在任人员");
    let serves = |since: Day, until: Option<Day>| since <= on && until.is_none_or(|until| on <= until);
    let none = People { vouched: Vec::new(), disowned: Vec::new(), liaison: Vec::new(), leader: Vec::new() };
    let people = people.unwrap_or(&none);
    let liaisons = people.liaison.iter().filter(|liaison| serves(liaison.since, liaison.until)).map(|liaison| {
        let phone = liaison.phone.as_ref().map(ToString::to_string).unwrap_or_default();
        let reported =
            liaison.reported.map_or_else(|| "未见报办公室的记录".to_owned(), |on| format!("{}报办公室", words::day(on)));
        vec!["联络员".to_owned(), liaison.name.to_string(), phone, words::day(liaison.since), reported]
    });
    let leaders = people.leader.iter().filter(|leader| serves(leader.since, leader.until)).map(|leader| {
        vec![leader.post.word().zh.to_owned(), leader.name.to_string(), String::new(), words::day(leader.since), String::new()]
    });
    let rows: Vec<Vec<String>> = liaisons.chain(leaders).collect();
    if rows.is_empty() {
        body.say("台账中未见在任人员的记录。");
    } else {
        let columns = vec![
            TableColumn::new("职务", 5, false),
            TableColumn::new("姓名", 5, false),
            TableColumn::new("联系电话", 6, false),
            TableColumn::new("起", 6, false),
            TableColumn::new("备注", 9, true),
        ];
        body.table(Block::Table { columns, rows });
    }
    body.say("联络员换人的，用 liandong liaison hand-over 登记交接，并及时报办公室。");
}

fn keys(body: &mut PaperBody, keys: &[HandedKey], unit: &str) {
    body.section("签名密钥");
    if keys.is_empty() {
        body.say("台账中没有本单位登记的密钥。");
    } else {
        let row = |key: &HandedKey| {
            let until = key.until.map(words::day).unwrap_or_default();
            let here = if key.is_here { "是" } else { "" }.to_owned();
            vec![key.name.clone(), key.roles.clone(), words::day(key.since), until, key.fingerprint.clone(), here]
        };
        let columns = vec![
            TableColumn::new("姓名", 5, false),
            TableColumn::new("用途", 5, false),
            TableColumn::new("起", 5, false),
            TableColumn::new("止", 5, false),
            TableColumn::new("指纹", 13, true),
            TableColumn::new("本机", 2, false),
        ];
        body.table(Block::Table { columns, rows: keys.iter().map(row).collect() });
    }
    body.say(format!(
        "密钥是个人的，不交接：接交人在自己的计算机上用 liandong join --unit {unit} --name 姓名 另行申请，离任人的密钥由办公室用 liandong key retire 停用。"
    ));
}

fn places(body: &mut PaperBody, places: &HandedPlaces) {
    body.section("东西在哪里");
    let shared = match &places.shared {
        Some(address) => format!("共享处：{address}（接交人用 liandong clone 取用）"),
        None => "共享处：没有，登记的只在本机".to_owned(),
    };
    let lines = [
        Some(format!("台账文件夹：{}", places.folder)),
        Some(shared),
        Some("草稿：台账文件夹里的 drafts，不随台账送出，未登记的须在交接前登记或另行拷贝".to_owned()),
        places.key.as_ref().map(|key| format!("本机签名密钥：{key}")),
        (!places.kept.is_empty()).then(|| format!("附件原件：{}", places.kept.join("；"))),
        Some("每日要办的：liandong todo；本机有无问题：liandong doctor".to_owned()),
    ];
    for (at, line) in lines.into_iter().flatten().enumerate() {
        body.count(at + 1, &line);
    }
}

fn signatures() -> Block {
    let columns = vec![
        TableColumn::new("移交人", 1, false),
        TableColumn::new("接交人", 1, false),
        TableColumn::new("监交人", 1, false),
        TableColumn::new("日期", 1, false),
    ];
    Block::Table { columns, rows: vec![vec![String::new(); 4]] }
}
