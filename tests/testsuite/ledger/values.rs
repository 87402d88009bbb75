//! What sheets say is what records say.

use calamine::{Data, Reader as _};
use liandong::model::{Record, RecordPath};
use liandong::store::{self, Source, TextPolicy};
use liandong::text::Lang;

use super::workbook::{SHEETS, Table, bytes, day, open, sheet};
use crate::support::{clean, copy, home, run, said};

#[test]
fn every_ledger_has_its_sheet_and_any_can_be_had_alone() {
    assert_eq!(open(bytes(&clean(), &[], Lang::Zh)).sheet_names(), SHEETS);
    for (asked, sheet) in
        [("隐患", "隐患"), ("hazards", "隐患"), ("通报", "信息通报"), ("self-check", "年度自查"), ("people", "联络员")]
    {
        assert_eq!(open(bytes(&clean(), &[asked], Lang::Zh)).sheet_names(), [sheet], "{asked}");
    }
    assert_eq!(open(bytes(&clean(), &["mines"], Lang::En)).sheet_names(), ["Mines"]);
}

#[test]
fn every_hazard_is_there_with_its_values() {
    let table = sheet(&["隐患"], "隐患");
    let loaded = store::load(&Source::Folder(clean().into()), TextPolicy::Keep).expect("a register");
    let mut count = 0;
    for (path, record) in loaded.records {
        let (RecordPath::Filed(_), Record::Hazard(hazard)) = (&path, record) else { continue };
        count += 1;
        let row = table.row(&path.to_string());
        let text = |heading: &str| table.cell(row, heading).to_string();
        let date = |heading: &str| day(table.cell(row, heading));
        assert_eq!(text("隐患描述"), hazard.description.to_string());
        assert_eq!(text("性质"), hazard.nature.word().zh);
        assert_eq!(text("发现方式"), hazard.source_kind.word().zh);
        assert_eq!(text("重大隐患"), if hazard.major { "是" } else { "否" });
        assert_eq!(date("发现日期"), Some(hazard.found.to_string()));
        assert_eq!(date("企业报告整改完成"), hazard.reported_done.map(|on| on.to_string()));
        let rectification = hazard.rectification.as_ref().expect("a rectification");
        assert_eq!(date("整改期限"), rectification.due.map(|on| on.to_string()));
        assert_eq!(text("整改措施"), rectification.plan.as_ref().map(ToString::to_string).unwrap_or_default());
        let look = hazard.reinspection.iter().max_by_key(|look| look.on).expect("a re-inspection");
        assert_eq!((date("复查日期"), text("复查结论")), (Some(look.on.to_string()), look.result.word().zh.to_owned()));
        let closed = hazard.closed.as_ref().expect("closed");
        assert_eq!((date("销号日期"), text("销号原因")), (Some(closed.on.to_string()), closed.reason.word().zh.to_owned()));
        assert_eq!((text("状态"), text("灯")), ("已销号".into(), "绿".into()));
        assert_eq!(table.cell(row, "复查次数"), &Data::Float(f64::from(u32::try_from(hazard.reinspection.len()).expect("few"))));
    }
    assert_eq!((count, table.rows.len()), (6, 6));
    assert_eq!(table.said("hazards/2025/yingji/001", "矿山"), "大山石场（虚构）");
    assert_eq!(table.said("hazards/2025/yingji/001", "编号"), "隐患 2025-应急-001");
}

#[test]
fn a_hazard_shows_where_it_stood_on_the_day_asked_for() {
    let (copy, folder) = (copy(), home());
    let open_one = "mine = \"dashan\"\nfound = 2025-06-01\nsource_kind = \"inspection\"\nnature = \"hazard\"\n\
                    description = \"排水沟淤堵（虚构）。\"\n\n[rectification]\ndue = 2025-06-13\n";
    std::fs::write(copy.path().join("hazards/2025/yingji/090.toml"), open_one).expect("written");
    let state = |reference: &str, as_of: &str| {
        let out = folder.path().join("台账.xlsx");
        let args = ["ledger", "隐患", "--as-of", as_of, "--force", "--out", &out.to_string_lossy()];
        let reply = run(copy.path(), &args);
        assert_eq!(reply.status.code(), Some(0), "{}", said(&reply));
        let table = Table::of(&mut open(std::fs::read(out).expect("a file")), "隐患");
        format!("{} {}", table.said(reference, "状态"), table.said(reference, "灯"))
    };
    for (reference, as_of, expected) in [
        ("hazards/2025/nongshui/001", "2025-05-20", "整改中 绿"),
        ("hazards/2025/nongshui/001", "2025-06-17", "已报完成，待复查 黄"),
        ("hazards/2025/nongshui/001", "2025-06-18", "复查合格，待销号 黄"),
        ("hazards/2025/nongshui/001", "2025-06-19", "已销号 绿"),
        ("hazards/2025/yingji/090", "2025-06-12", "临近期限 黄"),
        ("hazards/2025/yingji/090", "2025-06-14", "已过期限 红"),
    ] {
        assert_eq!(state(reference, as_of), expected, "{reference} as of {as_of}");
    }
}

#[test]
fn tasks_stand_as_their_responses_say() {
    let table = sheet(&["督办"], "督办事项");
    let task = "meetings/2025/anweiban/001#1";
    assert_eq!(table.said(task, "牵头责任单位"), "应急");
    assert_eq!((table.said(task, "状态"), table.said(task, "灯")), ("同意办结".into(), "绿".into()));
    assert_eq!(day(table.cell(table.row(task), "办结日期")).as_deref(), Some("2025-06-27"));
    let sources: Vec<String> = table.rows.iter().map(|row| row[0].to_string()).collect();
    for kind in ["meetings/", "enforcements/", "upward/"] {
        assert!(sources.iter().any(|source| source.starts_with(kind)), "no task of {kind}: {sources:?}");
    }
}

#[test]
fn enforcement_shows_every_problem_and_every_quiet_visit() {
    let table = sheet(&["执法", "--year", "2024"], "联合执法");
    let rows: Vec<(String, String)> =
        table.rows.iter().map(|row| (row[0].to_string(), table.cell(row, "发现问题·问题").to_string())).collect();
    let expected = [("enforcements/2024/anweiban/001#1", true), ("enforcements/2024/anweiban/001", false)];
    for (reference, found) in expected {
        assert!(rows.iter().any(|(row, problem)| row == reference && problem.is_empty() != found), "{reference}: {rows:?}");
    }
    assert_eq!(table.said("enforcements/2024/anweiban/001#1", "承接隐患"), "隐患 2024-应急-001");
}

/// A mine that was visited twice: beside its problem stands the first visit, and the second in a row of its own.
#[test]
fn every_visit_has_its_row() {
    let register = copy();
    let file = register.path().join("enforcements/2025/anweiban/001.toml");
    let text = std::fs::read_to_string(&file).expect("readable");
    let record: toml::Table = text.parse().expect("TOML");
    let visits = record["visits"].as_array().expect("visits").len();
    let mut book = open(bytes(register.path(), &["执法", "--year", "2025"], Lang::Zh));
    let table = Table::of(&mut book, "联合执法");
    let seen: std::collections::BTreeSet<(String, String)> = table
        .rows
        .iter()
        .map(|row| (table.cell(row, "检查·矿山").to_string(), table.cell(row, "检查·日期").to_string()))
        .filter(|(mine, _)| !mine.is_empty())
        .collect();
    assert_eq!(seen.len(), visits, "{seen:?}");
}

#[test]
fn numbers_and_codes_are_text_and_days_are_dates() {
    let mut book = open(bytes(&clean(), &[], Lang::Zh));
    for (sheet, text, date) in [
        ("发文登记", "发文字号", "成文日期"),
        ("联络员", "联系电话", "任职起"),
        ("证照", "证号", "有效期止"),
        ("执法文书", "文书编号", "送达时间"),
        ("上报", "发文字号", "成文日期"),
        ("会议", "会议纪要·编号", "召开日期"),
    ] {
        let table = Table::of(&mut book, sheet);
        let (mut texts, mut dates) = (0, 0);
        for row in &table.rows {
            match table.cell(row, text) {
                Data::String(_) => texts += 1,
                Data::Empty => {}
                other => panic!("{sheet}: {other:?}"),
            }
            dates += usize::from(day(table.cell(row, date)).is_some());
        }
        assert!(texts > 0 && dates > 0, "{sheet}: {texts} texts, {dates} dates");
    }
}

#[test]
fn a_notice_tells_who_received_it_and_when() {
    let table = sheet(&["通报"], "信息通报");
    let received = table.rows.iter().filter(|row| day(table.cell(row, "签收日期")).is_some());
    let responses = store::load(&Source::Folder(clean().into()), TextPolicy::Keep).expect("a register").records.into_iter();
    let receipts = responses.filter(|(_, record)| {
        let Record::Response(response) = record else { return false };
        let to = response.to.as_ref().map(ToString::to_string).unwrap_or_default();
        response.kind.word().id == "received" && to.starts_with("notices/")
    });
    assert_eq!(received.count(), receipts.count());
}

#[test]
fn the_self_check_says_what_check_says() {
    let table = sheet(&["自查", "--year", "2025"], "年度自查");
    let reply = run(&clean(), &["check", "--year", "2025", "--as-of", "2025-12-31", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_slice(&reply.stdout).expect("JSON");
    let obligations = answer["obligations"].as_array().expect("obligations");
    assert_eq!((table.rows.len(), obligations.len()), (61, 61));
    for obligation in obligations {
        let id = obligation["id"].as_str().expect("an id");
        assert_eq!(table.said(id, "原文"), obligation["quote"].as_str().expect("a quote"), "{id}");
        let light = match obligation["light"].as_str() {
            Some("green") => "绿",
            Some("yellow") => "黄",
            Some("red") => "红",
            _ => "",
        };
        assert_eq!(table.said(id, "灯"), light, "{id}");
        let first = obligation["evidence"][0]["title"]["zh"].as_str().unwrap_or_default();
        assert!(table.said(id, "依据记录").starts_with(first), "{id}");
        assert_eq!(first.is_empty(), table.said(id, "依据记录").is_empty(), "{id}");
    }
}

#[test]
fn year_and_unit_narrow_what_is_shown() {
    let all = sheet(&["隐患"], "隐患").rows.len();
    let year = sheet(&["隐患", "--year", "2024"], "隐患");
    assert!(!year.rows.is_empty() && year.rows.len() < all);
    assert!(year.rows.iter().all(|row| row[0].to_string().starts_with("hazards/2024/")));
    let unit = sheet(&["隐患", "--unit", "公安"], "隐患");
    assert!(!unit.rows.is_empty() && unit.rows.iter().all(|row| row[0].to_string().contains("/gongan/")));
    let duties = sheet(&["职责", "--unit", "公安"], "职责");
    assert!(duties.rows.iter().all(|row| *duties.cell(row, "单位") == *"公安"), "only its own duties");
}

#[test]
fn an_empty_register_gives_headings_only() {
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut book = open(bytes(&shipped, &[], Lang::Zh));
    assert_eq!(book.sheet_names(), SHEETS);
    for name in SHEETS {
        let table = Table::of(&mut book, name);
        // Duties and obligations are the regulation's and stand without any record.
        assert_eq!(table.rows.is_empty(), !["职责", "年度自查"].contains(&name), "{name}");
        assert!(table.headings.iter().all(|heading| !heading.is_empty()), "{name}: {:?}", table.headings);
    }
}

#[test]
fn headings_are_there_once_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let mut book = open(bytes(&clean(), &[], lang));
        for name in book.sheet_names() {
            let mut headings = Table::of(&mut book, &name).headings;
            assert!(headings.iter().all(|heading| !heading.is_empty()), "{name}: {headings:?}");
            headings.sort();
            let count = headings.len();
            headings.dedup();
            assert_eq!(headings.len(), count, "{name}: {headings:?}");
        }
    }
}

#[test]
fn the_same_register_gives_the_same_bytes() {
    assert_eq!(bytes(&clean(), &[], Lang::Zh), bytes(&clean(), &[], Lang::Zh));
}

#[test]
fn nothing_is_overwritten_or_written_by_halves() {
    let folder = home();
    let out = folder.path().join("台账.xlsx");
    std::fs::write(&out, "mine").expect("written");
    let path = out.to_string_lossy().into_owned();
    let refused = run(&clean(), &["ledger", "--out", &path]);
    assert_eq!((refused.status.code(), std::fs::read(&out).expect("a file")), (Some(2), b"mine".to_vec()));
    assert!(said(&refused).contains("--force"), "{}", said(&refused));
    assert_eq!(run(&clean(), &["ledger", "--out", &path, "--force"]).status.code(), Some(0));
    assert!(std::fs::read(&out).expect("a file").starts_with(b"PK"));
    let reply = run(&clean(), &["台账", "--out", "台账.docx"]);
    assert!(reply.status.code() == Some(2) && said(&reply).contains(".xlsx"), "{}", said(&reply));
    let reply = run(&clean(), &["ledger", "隐患台", "--out", &path, "--force"]);
    assert!(reply.status.code() == Some(2) && said(&reply).contains("隐患"), "{}", said(&reply));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left behind");
}

#[test]
fn a_licence_stands_as_its_last_day_says() {
    let folder = home();
    let state = |as_of: &str| {
        let out = folder.path().join("台账.xlsx");
        let args = ["ledger", "证照", "--as-of", as_of, "--force", "--out", &out.to_string_lossy()];
        let reply = run(&clean(), &args);
        assert_eq!(reply.status.code(), Some(0), "{}", said(&reply));
        let table = Table::of(&mut open(std::fs::read(out).expect("a file")), "证照");
        format!("{} {}", table.said("mines/dashan/yingji", "证照状态"), table.said("mines/dashan/yingji", "灯"))
    };
    for (as_of, expected) in
        [("2026-11-29", "有效 绿"), ("2026-11-30", "临近到期 黄"), ("2027-02-28", "临近到期 黄"), ("2027-03-01", "已过有效期 红")]
    {
        assert_eq!(state(as_of), expected, "as of {as_of}");
    }
}

/// Place, people, 五落实 and remarks of a hazard; leader and progress of a task; state, scale and persons of a mine.
#[test]
fn what_offices_keep_has_its_columns() {
    let register = copy();
    let put = |file: &str, change: &dyn Fn(&str) -> String| {
        let path = register.path().join(file);
        std::fs::write(&path, change(&std::fs::read_to_string(&path).expect("a file"))).expect("written");
    };
    put("hazards/2025/yingji/001.toml", &|text| {
        let own = "place = \"南侧边坡\"\ninspectors = [\"某甲\", \"某乙\"]\nremarks = \"照片两张\"\n";
        let ours = "[rectification]\nresponsible = \"某己\"\nfunds = \"12万元\"\nprecautions = \"坡脚不得作业。\"\nemergency_plan = \"边坡处置方案\"\n";
        format!(
            "{own}{}",
            text.replace("[rectification]\n", ours).replacen(
                "[[reinspection]]\n",
                "[[reinspection]]\ninspectors = [\"某甲\"]\n",
                1
            )
        ) + "\n[[attachments]]\nname = \"边坡照片.zip\"\n"
    });
    put("meetings/2025/anweiban/001.toml", &|text| text.replacen("[[task]]\n", "[[task]]\nleader = \"某丁\"\n", 1));
    let word = "kind = \"progress\"\nto = \"meetings/2025/anweiban/001#1\"\non = 2025-05-20\ntext = \"已查两矿\"\n";
    std::fs::write(register.path().join("responses/2025/yingji/090.toml"), word).expect("written");
    put("mines/dashan/base.toml", &|text| {
        format!(
            "production = \"stopped\"\ncapacity = \"50万立方米/年\"\nworkers = 46\nmanager = \"某己\"\nphone = \"0766-0000021\"\n{text}"
        )
    });
    let mut book = open(bytes(register.path(), &[], Lang::Zh));
    for (sheet, row, cells) in [
        (
            "隐患",
            "hazards/2025/yingji/001",
            &[
                ("隐患部位", "南侧边坡"),
                ("检查人", "某甲、某乙"),
                ("整改责任人", "某己"),
                ("整改资金", "12万元"),
                ("整改·防控措施", "坡脚不得作业。"),
                ("整改·应急预案", "边坡处置方案"),
                ("备注", "照片两张"),
                ("附件", "边坡照片.zip"),
            ][..],
        ),
        ("督办事项", "meetings/2025/anweiban/001#1", &[("责任领导", "某丁")]),
        (
            "一企一档",
            "mines/dashan",
            &[
                ("生产状态", "停产"),
                ("生产规模", "50万立方米/年"),
                ("从业人数", "46"),
                ("主要负责人", "某己"),
                ("联系电话", "0766-0000021"),
            ],
        ),
    ] {
        let table = Table::of(&mut book, sheet);
        for (heading, said) in cells {
            assert_eq!(table.said(row, heading), *said, "{sheet} {heading}");
        }
    }
    let tasks = Table::of(&mut book, "督办事项");
    let progress = tasks.said("meetings/2025/anweiban/001#1", "进展情况");
    assert!(progress.starts_with("2025-"), "{progress}");
    // Whom they name is not for everybody.
    let mut open_edition = open(bytes(register.path(), &["--edition", "public"], Lang::Zh));
    for name in open_edition.sheet_names() {
        let text =
            open_edition.worksheet_range(&name).expect("a sheet").rows().flatten().map(ToString::to_string).collect::<String>();
        assert!(
            !text.contains("某己") && !text.contains("某丁") && !text.contains("已查两矿") && !text.contains("0000021"),
            "{name}: {text}"
        );
    }
}
