//! Pages that read: they say what the same question says on a terminal, of the same moment, and nothing that a record says becomes more than text.

use std::collections::BTreeSet;

use liandong::desk::{REACH, on_terminal};
use liandong::ops::verbs::{Act, NOUNS};
use serde_json::Value;

use super::caller::{Answered, DeskAtWork};
use crate::support::{Register, copy_folder, example};

/// The invented year with a fault of every kind, seen on its last day by a unit.
fn broken() -> Register {
    let mut register = Register::of_folder(&example("broken"));
    register.at("2025-12-31T09:00:00+08:00".to_owned());
    register.git(&["config", "liandong.unit", "yingji"]);
    register
}

fn json(register: &Register, args: &[&str]) -> Value {
    serde_json::from_slice(&register.run(args).stdout).expect("JSON")
}

/// What is read on a page.
fn words(page: &Answered) -> String {
    let (mut words, mut is_tag) = (String::new(), false);
    for c in page.text().chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => words.push(c),
            _ => {}
        }
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[track_caller]
fn shown(page: &Answered) -> String {
    assert_eq!(page.status, 200, "{}", page.text());
    words(page)
}

#[test]
fn what_waits_is_what_todo_says() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    for (page, args) in [("todo", &["todo", "--format", "json"][..]), ("todo?all=true", &["todo", "--all", "--format", "json"])] {
        let (page, said) = (shown(&desk.get(page)), json(&register, args));
        let items = said["items"].as_array().expect("items");
        assert!(items.len() > 20);
        for item in items {
            assert!(page.contains(item["what"]["zh"].as_str().expect("words")), "{item} in {page}");
        }
    }
    // What the terminal files meanwhile is there the next time.
    register.ok(&[
        "lead",
        "new",
        "--received",
        "2025-12-30",
        "--channel",
        "巡查发现",
        "--title",
        "新的线索（虚构）",
        "--as",
        "应急",
    ]);
    assert!(shown(&desk.get("records?kind=leads")).contains("新的线索（虚构）"));
}

#[test]
fn a_year_is_what_check_says() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    let page = shown(&desk.get("check?year=2025"));
    let said = json(&register, &["check", "--year", "2025", "--format", "json"]);
    let mut count = 0;
    for found in said["units"].as_array().expect("units").iter().flat_map(|unit| unit["findings"].as_array().expect("findings")) {
        count += 1;
        assert!(page.contains(found["what"]["zh"].as_str().expect("words")), "{found}");
    }
    assert!(count > 40);
    for standing in said["obligations"].as_array().expect("obligations") {
        assert!(page.contains(standing["title"]["zh"].as_str().expect("a title")), "{standing}");
    }
    let of_unit = shown(&desk.get("check?year=2025&unit=%E5%85%AC%E5%AE%89"));
    assert!(of_unit.len() < page.len() / 2);
    for wrong in ["check?year=abc", "check?year=2031", "check?unit=nobody"] {
        assert_eq!(desk.get(wrong).status, 422, "{wrong}");
    }
}

#[test]
fn every_record_has_its_page() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    for kind in
        ["hazards", "notices", "meetings", "enforcements", "leads", "orders", "responses", "upward", "plans", "mines", "people"]
    {
        let said = json(&register, &["list", kind, "--format", "json"]);
        let records = said.as_array().expect("records");
        let list = desk.get(&format!("records?kind={kind}"));
        let first = records.first().and_then(|record| record["ref"].as_str()).expect(kind);
        assert!(list.text().contains(&format!("{}\"", desk.at(&format!("record/{first}")))), "{first}");
        let page = desk.get(&format!("record/{first}"));
        let shown = shown(&page);
        assert!(shown.contains("历史") && shown.contains("内容"), "{shown}");
        assert!(shown.contains("年台账（虚构）"), "the filing is named: {shown}");
    }
    let mine = shown(&desk.get("record/mines/dashan"));
    assert!(mine.contains("一企一档") && mine.contains("隐患"));
    assert!(shown(&desk.get("record/notices/2025/yingji/001")).contains("谁回了什么"));
    for (gone, status) in
        [("record/hazards/2025/yingji/999", 422), ("record/../../etc/passwd", 422), ("record/", 404), ("record", 404)]
    {
        assert_eq!(desk.get(gone).status, status, "{gone}");
    }
}

#[test]
fn a_list_is_narrowed_and_paged() {
    let register = broken();
    let text = register.read("hazards/2025/yingji/001.toml");
    for number in 300..530 {
        register.write(&format!("hazards/2025/yingji/{number}.toml"), &text);
    }
    let total = json(&register, &["list", "hazards", "--unit", "应急", "--format", "json"]).as_array().expect("records").len();
    let desk = DeskAtWork::entered(&register, &[]);
    let rows = |page: &str| desk.get(page).text().matches("<th scope=\"row\">").count();
    let of = "records?kind=hazards&unit=%E5%BA%94%E6%80%A5&page=";
    assert_eq!([1, 2, 3].map(|page| rows(&format!("{of}{page}"))), [100, 100, total - 200]);
    assert_eq!(rows(&format!("{of}{}", usize::MAX)), 0);
    assert_eq!(rows(&format!("{of}0")), 100);
    let second = desk.get(&format!("{of}2")).text();
    assert!(second.contains("rel=\"prev\"") && second.contains("rel=\"next\"") && second.contains("第 2 页"));
    // A name that leads elsewhere by what it holds stays one value of one question.
    let find = desk.get("records?kind=hazards&find=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%26page=2");
    assert_eq!(find.status, 200);
    assert!(find.text().contains("value=\"&quot;&gt;&lt;script&gt;") && !find.text().contains("<script"), "{}", find.text());
    for wrong in ["records?kind=nonsense", "records?year=x", "records?unit=nobody", "records?mine=nowhere"] {
        assert_eq!(desk.get(wrong).status, 422, "{wrong}");
    }
    let tasks = json(&register, &["list", "督办", "--format", "json"]);
    assert_eq!(rows("records?kind=tasks"), tasks.as_array().expect("tasks").len());
    for state in ["open", "overdue"] {
        let option = format!("--{state}");
        let said = json(&register, &["list", "notices", &option, "--format", "json"]);
        assert_eq!(rows(&format!("records?kind=notices&state={state}")), said.as_array().expect("records").len().min(100));
    }
}

/// Nothing leads to what is not there, nor to what is another's to say; a draft says what it holds by its headings, and leads on.
#[test]
fn nothing_leads_nowhere() {
    let register = Register::of_example();
    register.git(&["config", "liandong.unit", "gongan"]);
    register.ok(&["meeting", "plan", "--as", "区安委办", "--planned", "2026-01-04"]);
    std::fs::remove_file(register.folder.join("people/gongxin.toml")).expect("there");
    register.git(&["rm", "-q", "--cached", "people/gongxin.toml"]);
    register.git(&["commit", "-qm", "没有人员"]);
    register.ok(&["hazard", "new", "--as", "公安", "--mine", "dashan", "--found", "今天", "--description", "浮石（虚构）"]);
    // A word on a record that stands, which could not be filed.
    register.ok(&["hazard", "rectify", "公安/1", "--as", "公安", "--due", "2026-02-10"]);
    let again = ["--on", "2026-02-01", "--by", "公安", "--result", "合格", "--text", "清理（虚构）"];
    register.fails(&[&["hazard", "reinspect", "公安/1", "--as", "公安"][..], &again].concat(), 2);
    let drafts: Vec<String> = std::fs::read_dir(register.folder.join("drafts"))
        .expect("a draft is kept")
        .map(|draft| draft.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(drafts, ["typed-hazards-1.toml"]);
    let told = register.ok(&["todo", "--unit", "公安"]);
    assert!(told.contains("liandong hazard reinspect hazards/2026/gongan/001 --from typed-hazards-1"), "{told}");
    let desk = DeskAtWork::entered(&register, &[]);
    for page in [
        "todo?all=true",
        "check",
        "records?kind=people",
        "new",
        "record/drafts/typed-hazards-1",
        "record/meetings/2026/anweiban/001",
    ] {
        let shown = desk.get(page);
        assert_eq!(shown.status, 200, "{page}");
        let text = shown.text();
        assert!(!text.contains("new/task/"), "{page}");
        let base = desk.at("");
        let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for link in links.filter(|link| link.contains("/record/")) {
            let place = link.split_once("/record/").expect("a record").1;
            assert_eq!(desk.get(&format!("record/{place}")).status, 200, "{page}: {base}: {link}");
        }
    }
    let draft = desk.get("record/drafts/typed-hazards-1").text();
    assert!(draft.contains("<dt>复查日期</dt>") && !draft.contains("on ="), "{draft}");
    let on = draft.split("href=\"").find(|link| link.contains("new/hazard/reinspect")).expect("a way on");
    assert!(on.contains("q.record=hazards%2F2026%2Fgongan%2F001") && on.contains("from=typed-hazards-1"), "{on}");
    let form = desk.get("new/hazard/reinspect?q.record=hazards%2F2026%2Fgongan%2F001&from=typed-hazards-1").text();
    assert!(form.contains("清理（虚构）</textarea>"), "{form}");
}

#[test]
fn what_a_record_says_is_text() {
    let register = Register::of_example();
    let words = "<script>alert(1)</script><form action=\"//evil.example\"><input name=token>' onload=x &lt;\u{202e}";
    register.ok(&["lead", "new", "--received", "今天", "--channel", "巡查发现", "--title", words, "--as", "应急"]);
    let desk = DeskAtWork::entered(&register, &[]);
    for page in ["records?kind=leads", "record/leads/2026/yingji/001", "todo?all=true"] {
        let page = desk.get(page);
        let text = page.text();
        assert_eq!(page.status, 200);
        assert!(!text.contains("<script") && !text.contains("evil.example\"") && !text.contains('\u{202e}'), "{text}");
    }
    assert!(shown(&desk.get("records?kind=leads")).contains("<script>alert(1)</script><form action="));
    let named = desk.get("record/%3Cscript%3Ealert(1)%3C/script%3E");
    assert!(named.status == 422 && !named.text().contains("<script"), "{}", named.text());
}

#[test]
fn a_planned_enforcement_is_shown_to_its_team_alone() {
    let register = Register::of_example();
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    register.ok(&[&plan[..], &["--start", "明天", "--to", "明天"]].concat());
    let filed = register.git(&["show", "--format=", "--name-only", "HEAD"]);
    let record = filed.trim().strip_suffix(".toml").expect("a record");
    let number = record.rsplit('/').next().expect("a number");
    let pages = [
        "todo".to_owned(),
        "todo?all=true".to_owned(),
        "records?kind=enforcements".to_owned(),
        "check?year=2026".to_owned(),
        "record/mines/dashan".to_owned(),
        "record/units/yingji".to_owned(),
        format!("record/{record}"),
        format!("paper/{record}?paper=plan"),
        format!("amend?record={record}"),
        format!("attach?record={record}"),
        // Whoever says to be of the team learns no more than this computer may.
        "new/respond/received?as=gongan".to_owned(),
    ];
    for (unit, is_told) in [("gongan", true), ("linye", false)] {
        register.git(&["config", "liandong.unit", unit]);
        let desk = DeskAtWork::entered(&register, &[]);
        let told: Vec<&String> = pages
            .iter()
            .filter(|page| {
                let text = desk.get(page).text();
                text.contains("突击检查") || text.contains(&format!("执法 2026-应急-{number}")) || text.starts_with("PK")
            })
            .collect();
        assert_eq!(told.contains(&&pages[6]), is_told, "{unit}: {told:?}");
        assert_eq!(told.contains(&&pages[2]), is_told, "{unit}: {told:?}");
        assert!(is_told || told.is_empty(), "{unit}: {told:?}");
    }
    // Nor is it told by what stands against pointing at it.
    register.git(&["config", "liandong.unit", "linye"]);
    let pointing = ["hazard", "new", "--mine", "大山", "--found", "昨天", "--description", "某处（虚构）", "--origin", record];
    let told = register.fails(&pointing, 2);
    assert!(told.contains("在台账中未见") && !told.contains("2026-01-06"), "{told}");
}

#[test]
fn papers_and_ledgers_are_those_of_the_commands() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    for (page, args) in [
        ("paper/notices/2025/yingji/001", &["paper", "notices/2025/yingji/001"][..]),
        ("paper/meetings/2025/anweiban/001?paper=minutes", &["paper", "meetings/2025/anweiban/001", "--paper", "minutes"]),
        ("paper/units/yingji?paper=urging", &["paper", "应急", "--paper", "urging"]),
    ] {
        let file = register.home.join("paper.docx").to_string_lossy().into_owned();
        register.ok(&[args, &["--out", &file, "--force"]].concat());
        let fetched = desk.get(page);
        assert_eq!(fetched.status, 200, "{page}: {}", fetched.text());
        assert!(fetched.body == std::fs::read(&file).expect("a paper"), "{page} is another");
        assert!(fetched.says("content-disposition").expect("a name").contains("filename*=UTF-8''"));
    }
    let book = desk.get("ledger?kind=hazards&year=2025");
    assert!(book.body.starts_with(b"PK"));
    let parts = crate::ledger::workbook::parts(book.body);
    assert!(parts.values().any(|part| part.contains("大山石场")));
    assert_eq!(desk.get("ledger?kind=nonsense").status, 422);
}

#[test]
fn it_synchronises_once_a_form() {
    let register = Register::of_example();
    register.git(&["config", "liandong.unit", "yingji"]);
    let desk = DeskAtWork::entered(&register, &[]);
    // Shared nowhere yet: said on a page, with what to do.
    let token = desk.get("share").hidden("token");
    let nowhere = desk.post("share/sync", &format!("token={token}"));
    assert!(nowhere.status == 422 && words(&nowhere).contains("liandong"), "{}", nowhere.text());

    let shared = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &shared.to_string_lossy()]);
    register.ok(&["sync", &shared.to_string_lossy()]);
    let lead = ["lead", "new", "--received", "今天", "--channel", "巡查发现", "--title", "某事（虚构）", "--as", "应急"];
    register.ok(&lead);
    let page = desk.get("share");
    assert!(shown(&page).contains("有 1 次登记还没有送出"), "{}", page.text());
    let token = page.hidden("token");
    let sent = desk.post("share/sync", &format!("token={token}"));
    assert!(shown(&sent).contains("送出 1 次登记"), "{}", sent.text());
    let tip = || register.git(&["ls-remote", &shared.to_string_lossy(), "refs/heads/main"]);
    assert_eq!(tip().split('\t').next(), Some(register.head().as_str()));
    // A reload sends nothing, and shows what was sent.
    register.ok(&lead);
    let (before, again) = (tip(), desk.post("share/sync", &format!("token={token}")));
    assert_eq!((again.body == sent.body, tip()), (true, before));
    assert_eq!(desk.post("share/sync", "token=").status, 422);
}

#[test]
fn a_folder_that_breaks_meanwhile_is_said_on_the_page() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    register.write("hazards/2025/yingji/001.toml", "= nonsense");
    let page = desk.get("records?kind=hazards");
    assert!(shown(&page).contains("未能读取"), "{}", page.text());
    let kept = register.home.join("kept");
    copy_folder(&register.folder, &kept);
    std::fs::remove_file(register.folder.join("mechanism.toml")).expect("gone");
    for page in ["todo", "check", "records", "record/mines/dashan"] {
        let said = desk.get(page);
        assert!(said.status == 422 && said.text().contains("mechanism.toml"), "{page}: {}", said.text());
    }
    std::fs::copy(kept.join("mechanism.toml"), register.folder.join("mechanism.toml")).expect("back");
    assert_eq!(desk.get("todo").status, 200);
}

#[test]
fn it_speaks_english_on_request() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &["--lang", "en"]);
    let page = desk.get("todo");
    assert!(page.text().contains("<html lang=\"en\">") && shown(&page).contains("what waits for"), "{}", page.text());
}

#[test]
fn what_is_looked_for_is_what_search_finds() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    let empty = shown(&desk.get("search"));
    assert!(empty.contains("文字、名称、文号") && !empty.contains("没有这样的记录"), "{empty}");
    let page = shown(&desk.get("search?words=%E8%BE%B9%E5%9D%A1"));
    let said = json(&register, &["search", "边坡", "--format", "json"]);
    let records = said["records"].as_array().expect("records");
    assert!(!records.is_empty());
    for found in records {
        assert!(page.contains(found["title"]["zh"].as_str().expect("a title")), "{found}");
        let [before, word, after] = [0, 1, 2].map(|at| found["hits"][0]["around"][at].as_str().expect("words"));
        assert!(page.contains(&format!("{before}{word}{after}")), "{found} in {page}");
    }
    let of_kind = shown(&desk.get("search?words=%E8%BE%B9%E5%9D%A1&kind=notices"));
    assert!(of_kind.len() < page.len(), "{of_kind}");
    let none = shown(&desk.get("search?words=%3Cscript%3Enowhere"));
    assert!(none.contains("没有这样的记录"), "{none}");
    for wrong in ["search?words=a&kind=nonsense", "search?words=a&year=x"] {
        let refused = desk.get(wrong);
        assert!(refused.status == 422 && refused.text().contains("value=\"a\""), "{wrong}: {}", refused.text());
    }
}

#[test]
fn what_comes_due_is_what_deadlines_says() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    for (page, args) in [
        ("deadlines", &["deadlines", "--format", "json"][..]),
        ("deadlines?unit=%E5%85%AC%E5%AE%89", &["deadlines", "--unit", "公安", "--format", "json"]),
        ("deadlines?until=2026-01-31", &["deadlines", "--until", "2026-01-31", "--format", "json"]),
    ] {
        let (page, said) = (desk.get(page), json(&register, args));
        let due = said.as_array().expect("deadlines");
        assert_eq!(page.text().matches("<th scope=\"row\">").count(), due.len(), "{args:?}");
        let page = shown(&page);
        for one in due {
            assert!(page.contains(one["what"]["zh"].as_str().expect("words")), "{one} in {page}");
        }
    }
    let calendar = desk.get("calendar?unit=%E5%85%AC%E5%AE%89");
    let due = json(&register, &["deadlines", "--unit", "公安", "--format", "json"]).as_array().expect("some").len();
    assert!(due > 0 && calendar.says("content-disposition").is_some_and(|how| how.contains(".ics")), "{}", calendar.head);
    assert_eq!(calendar.text().matches("BEGIN:VEVENT").count(), due);
    for wrong in ["deadlines?unit=nobody", "deadlines?until=x", "calendar?unit=nobody"] {
        assert_eq!(desk.get(wrong).status, 422, "{wrong}");
    }
}

#[test]
fn a_report_is_what_report_writes() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    assert!(shown(&desk.get("report")).contains("下载"));
    let page = desk.get("report?year=2025&format=html");
    let out = register.home.join("2025.html");
    register.ok(&["report", "--year", "2025", "--out", &out.to_string_lossy()]);
    assert!(page.says("content-disposition").is_some_and(|how| how.contains(".html")), "{}", page.head);
    assert_eq!(page.text(), std::fs::read_to_string(&out).expect("a page"));
    let of_unit = desk.get("report?during=2025-Q2&unit=%E5%85%AC%E5%AE%89&format=html");
    assert!(of_unit.status == 200 && of_unit.text() != page.text());
    let paper = desk.get("report?year=2025&format=docx");
    assert!(paper.body.starts_with(b"PK") && paper.says("content-type").is_some_and(|media| media.ends_with("document")));
    for wrong in ["report?year=x&format=html", "report?year=2031&format=docx", "report?unit=nobody&format=html"] {
        let refused = desk.get(wrong);
        assert!(refused.status == 422 && refused.text().contains("下载"), "{wrong}: {}", refused.text());
    }
}

/// What the desk says of itself, for each command: that a page does what it does, or that none does.
#[test]
fn it_reaches_as_far_as_it_says() {
    let register = broken();
    let desk = DeskAtWork::entered(&register, &[]);
    let listed: BTreeSet<String> = register.commands_listed();
    let known: BTreeSet<String> =
        REACH.iter().map(|(name, _)| (*name).to_owned()).chain(NOUNS.iter().map(|noun| noun.name.to_owned())).collect();
    assert_eq!(known, listed);
    let pages: BTreeSet<&str> = REACH.iter().flat_map(|(_, pages)| *pages).copied().chain(["new"]).collect();
    for page in &pages {
        let of = match *page {
            "record" | "paper" => format!("{page}/notices/2025/yingji/001"),
            "amend" | "attach" => format!("{page}?record=notices/2025/yingji/001"),
            page => page.to_owned(),
        };
        assert_eq!(desk.get(&of).status, 200, "{of}");
    }
    for noun in NOUNS {
        for verb in noun.verbs {
            let folder = if matches!(verb.act, Act::Succession) { "succession".to_owned() } else { format!("new/{}", noun.name) };
            let page = desk.get(&format!("{folder}/{}", verb.name));
            // Where there is nothing yet that it could be about, that is said.
            let is_it = [200, 422].contains(&page.status) && page.text().contains(&format!("<h1>{} {}</h1>", noun.zh, verb.zh));
            assert!(is_it, "{} {}: {}", noun.name, verb.name, page.text());
        }
    }
    // And every page that there is is told of, but those to which only what was sent leads.
    let routes = [include_str!("../../../src/desk/pages/mod.rs"), include_str!("../../../src/desk/form/mod.rs")];
    let served: BTreeSet<&str> = routes
        .iter()
        .flat_map(|source| source.split(".route(\"/").skip(1))
        .map(|rest| rest.split(['/', '"']).next().expect("a folder"))
        .filter(|folder| !["", "page", "filed", "style.css", "icon.svg", "succession"].contains(folder))
        .collect();
    assert_eq!(served, pages);
    // A command is done on a page, or is said to stay on the terminal.
    let help = register.ok(&["help", "desk"]);
    let told = help.split_once("只在终端上办的命令：").expect("what stays").1.lines().next().expect("a line");
    assert_eq!(told, on_terminal().collect::<Vec<_>>().join("、"));
}
