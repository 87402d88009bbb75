//! Forms: every verb of three kinds from its page to a commit, what is refused with what was typed in place, and nothing that is filed unseen.

use super::filings::{self, FormFiling};
use super::{DeskGuest, HAZARD, acts_for, desk_of_yingji};
use crate::support::Register;

/// Files one after the other; each is a commit, or waits as a draft.
fn files_all(register: &Register, filings: &[FormFiling]) {
    let guest = DeskGuest::at(register);
    for FormFiling { unit, page, answers } in filings {
        acts_for(register, unit);
        let (before, drafts) = (register.head(), register.folder.join("drafts").read_dir().map_or(0, Iterator::count));
        let receipt = guest.files(page, answers);
        assert_eq!(receipt.status, 200, "{page}: {}", receipt.words());
        let is_draft = receipt.words().contains("已存为草稿");
        assert_eq!(register.head() == before, is_draft, "{page}: {}", receipt.words());
        if is_draft {
            assert_eq!(register.folder.join("drafts").read_dir().expect("drafts").count(), drafts + 1);
        } else {
            let since = register.git(&["rev-list", "--count", &format!("{before}..HEAD")]);
            assert_eq!(since.trim(), "1", "{page} is one commit");
        }
        assert_eq!(register.git(&["status", "--porcelain"]).replace("?? drafts/\n", ""), "", "{page} leaves nothing behind");
    }
}

/// What a record of 2026 says, line by line.
fn says(register: &Register, record: &str, lines: &[&str]) {
    let said = std::fs::read_to_string(register.folder.join(format!("{record}.toml"))).expect("filed");
    for line in lines {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn every_verb_of_a_hazard() {
    let register = filings::register();
    files_all(&register, &filings::of_hazard());
    let lines = ["due = 2026-01-30", "new_due = 2026-02-28", "result = \"passed\"", "reason = \"passed\"", "\n设置警戒（虚构）"];
    says(&register, "hazards/2026/yingji/001", &lines);
}

#[test]
fn every_verb_of_a_notice() {
    let register = filings::register();
    files_all(&register, &filings::of_notice());
    let lines = [
        "doc_number = \"云区应急〔2026〕1号\"",
        "who = \"hekou\"",
        "at = 2026-01-05T08:00:00",
        "measures = \"已停止作业（虚构）\"",
    ];
    says(&register, "notices/2026/yingji/001", &lines);
}

#[test]
fn every_verb_of_a_meeting() {
    let register = filings::register();
    files_all(&register, &filings::of_meeting());
    says(
        &register,
        "meetings/2026/anweiban/001",
        &["who = \"gongan\"", "who = \"linye\"", "who = \"hekou\"", "name = \"李某乙\""],
    );
}

#[test]
fn a_refusal_keeps_what_was_typed_and_says_where_it_lies() {
    let (register, guest) = desk_of_yingji();
    let before = register.state();
    let typed = "甲\"><script>alert(1)</script></textarea><input name=\"do\" value=\"file\">\r\n乙";
    let refused = guest.previews("new/hazard/new", &[("q.mine", "没有这座矿"), ("q.found", "大后年"), ("q.description", typed)]);
    assert_eq!(refused.status, 422);
    let page = refused.text();
    for part in [
        "value=\"没有这座矿\"",
        "value=\"大后年\"",
        "id=\"q-found-fault\"",
        "href=\"#q-mine\"",
        "&lt;/textarea&gt;",
        "\n乙</textarea>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("<script") && page.matches("</textarea>").count() == page.matches("<textarea").count(), "{page}");
    assert!(!refused.words().contains("--mine"), "nobody typed an option: {}", refused.words());
    // Sent as it is, the step that files looks first as well.
    let filed = guest.post("new/hazard/new", &refused.answered(&[("q.mine", "没有这座矿"), ("q.description", "乙")], "file"));
    assert_eq!(filed.status, 422, "{}", filed.words());
    assert_eq!(register.state(), before);
}

#[test]
fn what_a_form_lacks_is_told_at_its_question() {
    let (register, guest) = desk_of_yingji();
    let before = register.state();
    let refused = guest.previews("new/hazard/reinspect?q.record=hazards/2025/yingji/002", &[("q.text", "没有问题（虚构）")]);
    assert_eq!(refused.status, 422);
    for key in ["on", "by", "result"] {
        assert!(refused.text().contains(&format!("id=\"q-{key}-fault\"")), "{key}: {}", refused.words());
    }
    assert_eq!(register.state(), before);
}

#[test]
fn nothing_is_chosen_beforehand_of_what_a_person_has_to_say() {
    let (_register, guest) = desk_of_yingji();
    let all = guest.get("new").text();
    let pages: Vec<&str> =
        all.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|link| link.contains("/new/")).collect();
    assert!(pages.len() > 60, "{pages:?}");
    for page in pages {
        let form = guest.goes(page);
        // Whether a task is done says the office alone.
        let is_others = ["/task/accept", "/task/return"].iter().any(|others| page.contains(others));
        assert_eq!(form.status, if is_others { 422 } else { 200 }, "{page}: {}", form.words());
        let text = form.text();
        assert!(!text.contains(" checked") && !text.contains(" selected"), "{page}");
        for rest in text.split("<input type=\"text\"").skip(1) {
            let field = rest.split('>').next().expect("its end");
            assert!(field.contains("value=\"\""), "{page}: {field}");
        }
        // Each field has a name that is read.
        let named =
            |id: &str| text.contains(&format!("for=\"{id}\"")) || text.contains(&format!("id=\"{id}\" type=\"checkbox\""));
        for rest in text.split("<select id=\"").skip(1).chain(text.split("<textarea id=\"").skip(1)) {
            let id = rest.split('"').next().expect("an id");
            assert!(named(id), "{page}: {id} has no label");
        }
    }
}

#[test]
fn an_answer_changes_what_is_asked_after_it_and_nothing_is_lost() {
    let register = Register::without(&["hazards/2025/gongan/001.toml"]);
    acts_for(&register, "gongan");
    let guest = DeskGuest::at(&register);
    let form = guest.get("new/hazard/take");
    let again = guest.post(
        "new/hazard/take",
        &form.answered(&[("q.from", "enforcements/2025/anweiban/001#2"), ("q.remarks", "还在（虚构）")], "continue"),
    );
    assert_eq!(again.status, 200, "{}", again.words());
    let words = again.words();
    assert!(words.contains("不选则为：西山瓷土矿（虚构）") && words.contains("不写则为：爆破作业记录缺2次签字。"), "{words}");
    assert!(again.text().contains("还在（虚构）</textarea>"), "{words}");
}

#[test]
fn a_no_to_what_would_be_taken_is_a_no() {
    let register = Register::without(&["hazards/2025/yingji/001.toml"]);
    acts_for(&register, "yingji");
    let guest = DeskGuest::at(&register);
    let from = ("q.from", "enforcements/2025/anweiban/001#1");
    let taken = guest.previews("new/hazard/take", &[from]);
    assert!(taken.words().contains("重大隐患 是"), "{}", taken.words());
    let refused = guest.previews("new/hazard/take", &[from, ("q.major", "否")]);
    assert!(refused.status == 200 && !refused.words().contains("重大隐患 是"), "{}", refused.words());
}

#[test]
fn what_was_said_becomes_a_draft_and_is_gone_on_with() {
    let (register, guest) = desk_of_yingji();
    let form = guest.get("new/hazard/new");
    let kept = guest.post("new/hazard/new", &form.answered(&[("q.description", "边坡裂缝（虚构）"), ("q.major", "是")], "draft"));
    let said = guest.follow(&kept);
    assert!(said.words().contains("已存为草稿 hazards-1"), "{}", said.words());
    let receipt = {
        let form = guest.goes(&said.link("from=hazards-1"));
        assert!(form.text().contains("边坡裂缝（虚构）</textarea>"), "{}", form.words());
        let answers =
            [("q.mine", "大山石场（虚构）"), ("q.found", "今天"), ("q.description", "边坡裂缝（虚构）"), ("q.major", "是")];
        let preview = guest.post("new/hazard/new", &form.answered(&answers, "preview"));
        assert_eq!(preview.status, 200, "{}", preview.words());
        guest.follow(&guest.post("new/hazard/new", &preview.going("file")))
    };
    assert!(receipt.words().contains("已登记 隐患 2026-应急-001"), "{}", receipt.words());
    assert!(!register.folder.join("drafts/hazards-1.toml").exists(), "a draft goes once it is filed");
}

/// A review that is kept lies in the draft that it is about: there it is gone on with, mended and filed.
#[test]
fn a_review_kept_in_its_draft_is_gone_on_with() {
    let (register, guest) = desk_of_yingji();
    guest.files("new/notice/new", &[("q.content", "2"), ("q.title", "通报（虚构）"), ("q.to", "公安")]);
    let form = guest.get("new/notice/review?q.record=notices-1");
    let review = [("q.name", "张某甲"), ("q.post", "in-charge"), ("q.on", "昨天"), ("q.way", "written")];
    let said = guest.follow(&guest.post("new/notice/review", &form.answered(&review, "draft")));
    let form = guest.goes(&said.link("q.record=notices-1"));
    let preview = guest.post("new/notice/review", &form.answered(&[("q.on", "今天")], "preview"));
    assert_eq!(preview.status, 200, "{}", preview.words());
    let receipt = guest.follow(&guest.post("new/notice/review", &preview.going("file")));
    assert!(receipt.words().contains("已登记 通报 2026-应急-001"), "{}", receipt.words());
    let record = register.read("notices/2026/yingji/001.toml");
    assert!(record.contains("name = \"张某甲\"") && record.contains("on = 2026-01-05"), "{record}");
    assert!(!register.folder.join("drafts/notices-1.toml").exists(), "a draft goes once it is filed");
}

#[test]
fn who_files_is_asked_where_nobody_knows() {
    let register = Register::of_example();
    let guest = DeskGuest::at(&register);
    let asked = guest.get("new/hazard/new");
    assert!(asked.words().contains("以哪个单位登记"), "{}", asked.words());
    let form = guest.post("new/hazard/new", &asked.answered(&[("q.as", "应急")], "continue"));
    let preview = guest.post("new/hazard/new", &form.answered(HAZARD, "preview"));
    let receipt = guest.follow(&guest.post("new/hazard/new", &preview.going("file")));
    assert!(receipt.words().contains("隐患 2026-应急-001"), "{}", receipt.words());
}

#[test]
fn the_office_enters_on_behalf_of_a_unit() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let answers = [HAZARD, &[("for", "林业"), ("source", "云区林业〔2026〕1号（虚构）")]].concat();
    let receipt = guest.files("new/hazard/new", &answers);
    assert!(receipt.words().contains("隐患 2026-林业-001"), "{}", receipt.words());
    let said = std::fs::read_to_string(register.folder.join("hazards/2026/linye/001.toml")).expect("filed");
    assert!(said.contains("entered_by = \"anweiban\"") && said.contains("source = \"云区林业〔2026〕1号（虚构）\""), "{said}");
}

#[test]
fn a_record_is_amended_where_it_is_written_over() {
    let (register, guest) = desk_of_yingji();
    let page = "amend?record=hazards/2025/yingji/002";
    let form = guest.get(page);
    let sends = |answers: &[(&str, &str)]| guest.post_files("amend", &form.answered(answers, "preview"), &[]);
    let unsaid = sends(&[("v.description", "工作台阶高度超过设计。")]);
    assert!(unsaid.status == 422 && unsaid.words().contains("没有写更正的原因"), "{}", unsaid.words());
    assert!(
        unsaid.text().contains("value=\"工作台阶高度超过设计。\"") || unsaid.text().contains("工作台阶高度超过设计。</textarea>")
    );
    let same = sends(&[("v.description", "工作台阶高度超过设计，局部伞檐。"), ("reason", "笔误（虚构）")]);
    assert!(same.status == 422 && same.words().contains("没有改写什么"), "{}", same.words());
    let preview = sends(&[("v.description", "工作台阶高度超过设计。"), ("v.criterion", ""), ("reason", "笔误（虚构）")]);
    assert_eq!(preview.status, 200, "{}", preview.words());
    let receipt = guest.follow(&guest.post_files("amend", &preview.going("file"), &[]));
    assert!(receipt.words().contains("已登记 隐患 2025-应急-002"), "{}", receipt.words());
    let said = std::fs::read_to_string(register.folder.join("hazards/2025/yingji/002.toml")).expect("filed");
    assert!(said.contains("description = \"工作台阶高度超过设计。\"") && !said.contains("\ncriterion ="), "{said}");
    assert!(said.contains("[[amended]]") && said.contains("due = 2025-08-05"), "what was not written over stays: {said}");
}

#[test]
fn a_paper_is_recorded_by_its_name_and_digest() {
    let (register, guest) = desk_of_yingji();
    let form = guest.get("attach?record=hazards/2025/yingji/002");
    let record = ("record", "hazards/2025/yingji/002");
    let sends = |files: &[(&str, &str, &[u8])]| {
        guest.post_files("attach", &form.answered(&[record, ("kept", "档案室（虚构）")], "preview"), files)
    };
    assert_eq!(sends(&[]).status, 422);
    assert!(sends(&[("file", "空.pdf", b"")]).words().contains("空文件"));
    let preview = sends(&[("file", "C:\\照片\\复查.jpg", b"abc")]);
    assert_eq!(preview.status, 200, "{}", preview.words());
    guest.follow(&guest.post_files("attach", &preview.going("file"), &[]));
    let said = std::fs::read_to_string(register.folder.join("hazards/2025/yingji/002.toml")).expect("filed");
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert!(said.contains("name = \"复查.jpg\"") && said.contains(abc) && said.contains("kept = \"档案室（虚构）\""), "{said}");
}

#[test]
fn a_filing_is_taken_back_once_somebody_says_that_nobody_knows() {
    let (register, guest) = desk_of_yingji();
    let before = register.head();
    guest.files("new/hazard/new", HAZARD);
    let question = guest.post("undo", &guest.get("undo").answered(&[("what", "")], "preview"));
    assert_eq!(question.status, 200, "{}", question.words());
    let unsaid = guest.post("undo", &question.going("file"));
    assert!(unsaid.status == 422 && unsaid.words().contains("没有撤回"), "{}", unsaid.words());
    let undone = guest.post("undo", &unsaid.answered(&[("still-here", "yes")], "file"));
    assert!(guest.follow(&undone).words().contains("已撤出"), "{}", undone.words());
    assert_eq!(register.head(), before);
    // Sent again it takes back nothing else.
    let again = guest.post("undo", &unsaid.answered(&[("still-here", "yes")], "file"));
    assert_eq!((again.status, register.head()), (303, before));
}

/// 四不两直: a form finds a joint enforcement that is still to come no more than one that nobody ever filed.
#[test]
fn what_is_kept_back_is_not_there_for_a_form() {
    let register = Register::of_example();
    register.ok(&["hazard", "new", "--as", "林业", "--mine", "dashan", "--found", "今天", "--description", "浮石（虚构）"]);
    let plan = ["enforcement", "plan", "--as", "应急", "--title", "突击检查（虚构）", "--lead", "应急", "--member-units", "公安"];
    register.ok(&[&plan[..], &["--start", "明天", "--to", "明天"]].concat());
    acts_for(&register, "linye");
    let guest = DeskGuest::at(&register);
    let said = |number: &str| {
        let record = format!("enforcements/2026/yingji/{number}");
        let mut said = String::new();
        for part in ["", "#1"] {
            let reference = format!("{record}{part}");
            let form = guest.get("amend?record=hazards/2026/linye/001");
            assert!(form.text().contains("name=\"v.from\""), "{}", form.words());
            let answers = [("v.from", reference.as_str()), ("reason", "笔误（虚构）")];
            let amended = guest.post_files("amend", &form.answered(&answers, "preview"), &[]);
            assert_eq!(amended.status, 422, "{}", amended.words());
            said += &amended.words();
            for (page, field) in [("new/respond/progress", "q.to"), ("new/hazard/take", "q.from"), ("new/respond/take", "q.to")] {
                let form = guest.get(page);
                let refused = guest.post(page, &form.answered(&[(field, &reference), ("q.text", "进展（虚构）")], "preview"));
                said += &refused.words();
            }
        }
        for page in ["amend", "attach"] {
            said += &guest.get(&format!("{page}?record={record}")).words();
        }
        said += &guest.get(&format!("record/{record}")).words();
        said.replace(&record, "某").replace(&format!("2026-应急-{number}"), "某")
    };
    assert_eq!(said("001"), said("002"));
}

/// Answers of one form stand beside each other: the term is one of the year of the find, and that year is said before it is filed.
#[test]
fn a_term_without_its_year_goes_by_the_other_answers() {
    let (register, guest) = desk_of_yingji();
    let answers = [
        ("q.kind", "rectify"),
        ("q.number", "9号（虚构）"),
        ("q.at", "12月1日 16:30"),
        ("q.mine", "大山石场（虚构）"),
        ("q.until", "12月15日"),
    ];
    let preview = guest.previews("new/order/new", &answers);
    assert_eq!(preview.status, 200, "{}", preview.words());
    assert!(preview.words().contains("期限 2025-12-15"), "{}", preview.words());
    let filed = guest.follow(&guest.post("new/order/new", &preview.going("file")));
    assert!(filed.words().contains("已登记 文书 2025-应急-"), "{}", filed.words());
    let last = std::fs::read_dir(register.folder.join("orders/2025/yingji")).expect("a folder").count();
    let record = register.read(&format!("orders/2025/yingji/{last:03}.toml"));
    assert!(record.contains("until = 2025-12-15"), "{record}");
}
