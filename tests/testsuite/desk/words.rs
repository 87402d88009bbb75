//! What the desk says: a field by its label, what comes next by a link, never an option, a key of a file or a command that somebody would have to
//! type.

use super::caller::DeskAtWork;
use super::filings::{self, HAZARD};
use super::{DeskGuest, DeskReply, acts_for, desk_of_yingji};
use crate::support::Register;

const RECORD: &str = "hazards/2026/yingji/001";

/// Nothing on it is meant for a terminal.
#[track_caller]
fn says_no_command(page: &DeskReply) {
    let words = page.words();
    for typed in ["--", "liandong ", "命令 "] {
        assert!(!words.contains(typed), "{typed} in {words}");
    }
}

#[test]
fn what_comes_next_is_a_link_about_the_same_record() {
    let (_register, guest) = desk_of_yingji();
    let receipt = guest.files("new/hazard/new", HAZARD);
    says_no_command(&receipt);
    assert!(receipt.words().contains("下一步： 用 隐患 整改 登记整改要求"), "{}", receipt.words());
    let form = guest.goes(&receipt.link("new/hazard/rectify?q.record=hazards"));
    assert!(form.status == 200 && form.text().contains(&format!("value=\"{RECORD}\"")), "{}", form.words());
}

#[test]
fn a_fault_names_the_field_by_its_label() {
    let (_register, guest) = desk_of_yingji();
    let wrong = [("q.mine", "没有这座矿"), ("q.found", "大后年"), ("q.description", "裂缝（虚构）")];
    let refused = guest.previews("new/hazard/new", &wrong);
    says_no_command(&refused);
    assert!(refused.words().contains("矿山 ：台账中没有"), "{}", refused.words());
    let nothing = guest.get("new/meeting/plan?as=anweiban");
    let refused = guest.post("new/meeting/plan", &nothing.going("preview"));
    assert_eq!(refused.status, 422);
    says_no_command(&refused);
    let amended = guest.get("amend?record=hazards/2025/yingji/002");
    let wrong = [("v.rectification.due", "zz"), ("reason", "笔误（虚构）")];
    let refused = guest.post_files("amend", &amended.answered(&wrong, "preview"), &[]);
    assert_eq!(refused.status, 422, "{}", refused.words());
    says_no_command(&refused);
}

#[test]
fn what_is_not_there_is_said_once_with_the_way_to_what_is() {
    let (_register, guest) = desk_of_yingji();
    let form = guest.get("amend?record=hazards/2025/yingji/999");
    says_no_command(&form);
    assert_eq!((form.status, form.words().matches("台账中没有").count()), (422, 1), "{}", form.words());
    assert!(form.link("/records").ends_with("/records"));
}

#[test]
fn a_change_is_shown_under_its_headings() {
    let (_register, guest) = desk_of_yingji();
    let form = guest.get("amend?record=hazards/2025/yingji/002");
    let wrote = [("v.description", "工作台阶高度超过设计。"), ("reason", "笔误（虚构）")];
    let preview = guest.post_files("amend", &form.answered(&wrote, "preview"), &[]);
    assert_eq!(preview.status, 200, "{}", preview.words());
    let words = preview.words();
    for key in ["[[amended]]", "keys =", "description", "nature"] {
        assert!(!words.contains(key), "{key} in {words}");
    }
    assert!(preview.text().contains("<ins>工作台阶高度超过设计。</ins>"), "{words}");
}

#[test]
fn what_waits_is_done_from_the_page() {
    let register = Register::of_example();
    let guest = DeskGuest::at(&register);
    for (unit, forms) in
        [("anweiban", &["new/meeting/plan", "new/enforcement/plan", "new/notice/new"][..]), ("yingji", &["new/plan/new"])]
    {
        acts_for(&register, unit);
        let page = guest.get("todo");
        for form in forms {
            assert!(page.text().contains(form), "{form}: {}", page.words());
        }
        says_no_command(&page);
    }
}

#[test]
fn who_said_it_before_is_told_and_not_asked_again() {
    let register = Register::of_example();
    acts_for(&register, "gongan");
    let guest = DeskGuest::at(&register);
    let form = guest.get("new/respond/received");
    let notice = form.text().split("value=\"notices/").nth(1).map(|rest| rest.split('"').next().expect("its end").to_owned());
    let notice = format!("notices/{}", notice.expect("a notice to sign for"));
    let answers = [("q.to", notice.as_str()), ("q.on", "今天")];
    let first = guest.files("new/respond/received", &answers);
    assert!(!first.words().contains("登记过同样的回应"), "{}", first.words());
    assert!(!guest.get("new/respond/received").text().contains(&format!("value=\"{notice}\"")));
    let again = guest.previews("new/respond/received", &answers);
    assert!(again.status == 200 && again.words().contains("登记过同样的回应"), "{}", again.words());
}

#[test]
fn where_nothing_is_open_the_page_says_what_opens_it() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let form = guest.get("new/meeting/held");
    assert!(form.words().contains("现在没有可以“登记已召开”的会议"), "{}", form.words());
    assert_eq!(guest.goes(&form.link("new/meeting/plan")).status, 200);
}

#[test]
fn a_unit_that_is_not_chosen_is_asked_for_again() {
    let register = Register::of_example();
    let guest = DeskGuest::at(&register);
    let asked = guest.get("new/hazard/new");
    assert_eq!(asked.status, 200);
    let again = guest.post("new/hazard/new", &asked.going("draft"));
    assert!(again.status == 422 && again.words().contains("请选一个单位"), "{}", again.words());
}

#[test]
fn the_office_files_who_takes_over() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let form = guest.goes(&guest.get("new").link("succession/merge"));
    let lacking = guest.post_files("succession/merge", &form.going("preview"), &[]);
    assert_eq!(lacking.status, 422, "{}", lacking.words());
    let said = [("gone", "林业"), ("heir", "自然资源"), ("on", "明天")];
    let preview = guest.post_files("succession/merge", &form.answered(&said, "preview"), &[]);
    assert_eq!(preview.status, 200, "{}", preview.words());
    guest.follow(&guest.post_files("succession/merge", &preview.going("file"), &[]));
    assert!(register.read("units/linye.toml").contains("successors = [\"ziran\"]"));
}

#[test]
fn a_filter_that_fits_nothing_stays_to_be_mended() {
    let (_register, guest) = desk_of_yingji();
    let page = guest.get("records?kind=hazards&year=20x5&mine=dashan&state=open");
    assert_eq!(page.status, 422);
    for kept in ["value=\"20x5\"", "value=\"dashan\" selected", "value=\"open\" selected"] {
        assert!(page.text().contains(kept), "{kept}: {}", page.text());
    }
    assert_eq!(guest.get("records?kind=hazards&mine=dashan").status, 200);
    assert_eq!(guest.get("check?year=0").status, 422);
}

#[test]
fn what_cannot_be_understood_is_said_in_the_frame() {
    let register = Register::of_example();
    let desk = DeskAtWork::entered(&register, &[]);
    let cookie = [("Cookie", desk.cookie.as_str()), ("Sec-Fetch-Site", "same-origin")];
    for page in ["todo", "records", "record/mines/dashan", "check?year=2025"] {
        let head = desk.raw("HEAD", &desk.at(page), &cookie, b"");
        assert!(head.status == 200 && head.body.is_empty(), "{page}: {}", head.head);
    }
    let page = desk.get("records?page=99999999999999999999999");
    assert!(
        page.status == 400 && page.text().contains("网址里写的看不懂") && page.text().contains("<header>"),
        "{}",
        page.text()
    );
    let twice = desk.get("check?year=2025&year=2024");
    assert!(twice.status == 400 && twice.text().contains("<header>"), "{}", twice.text());
    let method = desk.raw("POST", &desk.at("todo"), &[cookie[0], cookie[1], ("Origin", "null")], b"");
    assert!(method.status == 405 && method.text().contains("没有这种请求"), "{}", method.text());
    let media = [cookie[0], cookie[1], ("Origin", "null"), ("Content-Type", "text/plain")];
    let form = desk.raw("POST", &desk.at("new/hazard/new"), &media, b"q.mine=dashan");
    assert!(form.status == 400 && form.text().contains("表单看不懂"), "{}", form.text());
    let lines = format!("q.description={}", "%0A".repeat(20_001));
    let long = desk.post("new/hazard/new", &lines);
    assert!(long.status == 413 && long.text().contains("表格导入"), "{}", long.text());
    let gone = desk.get("page/0");
    assert!(gone.status == 404 && gone.text().contains("这一页不在了"), "{}", gone.text());
}

#[test]
fn a_file_whose_name_cannot_be_read_is_told_by_its_place() {
    let (_register, guest) = desk_of_yingji();
    let form = guest.get("attach?record=hazards/2025/yingji/002").going("preview");
    let refused = guest.post_files("attach", &form, &[("file", "甲.jpg", b"1"), ("file", "乙\u{1}.jpg", b"2")]);
    assert!(refused.status == 400 && refused.words().contains("第 2 个文件"), "{}", refused.words());
    assert!(refused.words().contains("甲.jpg"), "{}", refused.words());
}

#[test]
fn a_form_in_the_midst_is_a_draft_once_the_desk_ends() {
    for signal in ["INT", "HUP"] {
        let register = Register::of_example();
        acts_for(&register, "yingji");
        let mut desk = DeskAtWork::entered(&register, &[]);
        let token = desk.get("new/hazard/new").hidden("token");
        let said = format!("token={token}&q.description=%E8%A3%82%E7%BC%9D&do=preview");
        // What lacks something is kept as well as what could be filed.
        assert_eq!(desk.post("new/hazard/new", &said).status, 422);
        assert!(!register.folder.join("drafts").exists(), "a preview writes nothing");
        desk.ends(signal);
        let drafts: Vec<_> = register.folder.join("drafts").read_dir().expect("drafts").flatten().collect();
        assert_eq!(drafts.len(), 1);
        assert!(std::fs::read_to_string(drafts[0].path()).expect("a draft").contains("裂缝"));
        assert!(!desk.file.exists(), "nor is an invitation left");
    }
}

#[test]
fn what_was_filed_is_no_draft_when_the_desk_ends() {
    let (register, guest) = desk_of_yingji();
    guest.files("new/hazard/new", HAZARD);
    guest.ends("INT");
    assert!(!register.folder.join("drafts").exists());
}

#[test]
fn every_verb_of_three_kinds_is_among_those_that_are_filed() {
    let filed: Vec<String> = [filings::of_hazard(), filings::of_notice(), filings::of_meeting()]
        .into_iter()
        .flatten()
        .map(|filing| filing.page.split('?').next().expect("a path").to_owned())
        .collect();
    for noun in liandong::ops::verbs::NOUNS.iter().filter(|noun| ["hazard", "notice", "meeting"].contains(&noun.name)) {
        for verb in noun.verbs {
            assert!(filed.contains(&format!("new/{}/{}", noun.name, verb.name)), "{} {}", noun.name, verb.name);
        }
    }
}
