//! Two tabs, a filing in the terminal meanwhile, a click too many, a desk that was stopped: nothing is lost, nothing is filed twice.

use super::{DeskGuest, HAZARD, desk_of_yingji};

const NEW: &str = "new/hazard/new";
const RECORD: &str = "hazards/2026/yingji/001";

#[test]
fn sent_again_a_form_shows_what_came_of_it_first() {
    let (register, guest) = desk_of_yingji();
    let preview = guest.previews(NEW, HAZARD);
    let first = guest.post(NEW, &preview.going("file"));
    let head = register.head();
    let again = guest.post(NEW, &preview.going("file"));
    assert_eq!((again.status, again.says("location")), (303, first.says("location")));
    assert_eq!(register.head(), head);
    // With other words it is another form: what was written is there, nothing is filed, and the receipt is a link away.
    for step in ["preview", "file", "draft"] {
        let other = guest.post(NEW, &preview.going_with("q.description", "另一条（虚构）", step));
        assert_eq!((other.status, register.head()), (422, head.clone()), "{step}: {}", other.words());
        assert!(other.words().contains("已经办过") && other.text().contains("另一条（虚构）</textarea>"), "{}", other.words());
        assert_eq!(guest.goes(&other.link("/filed/")).status, 200);
        let preview = guest.post(NEW, &other.going("preview"));
        assert_eq!(preview.status, 200, "{}", preview.words());
    }
    assert!(guest.follow(&again).words().contains("已登记 隐患 2026-应急-001"));
}

/// A desk that ends with a form that was looked at keeps it in the draft that the form is about: one draft.
#[test]
fn a_draft_whose_form_was_open_stays_one() {
    let (register, guest) = desk_of_yingji();
    guest.files("new/notice/new", &[("q.content", "2"), ("q.title", "通报（虚构）"), ("q.to", "公安")]);
    let review = [("q.name", "张某甲"), ("q.post", "in-charge"), ("q.on", "今天"), ("q.way", "written")];
    assert_eq!(guest.previews("new/notice/review?q.record=notices-1", &review).status, 200);
    guest.ends("INT");
    let drafts = std::fs::read_dir(register.folder.join("drafts")).expect("there").count();
    assert!(drafts == 1 && register.read("drafts/notices-1.toml").contains("张某甲"), "{drafts}");
}

#[test]
fn two_clicks_at_once_file_once() {
    let (register, guest) = desk_of_yingji();
    let preview = guest.previews(NEW, HAZARD);
    let before = register.head();
    let sent: Vec<u16> = std::thread::scope(|scope| {
        let clicks: Vec<_> = (0..4).map(|_| scope.spawn(|| guest.post(NEW, &preview.going("file")).status)).collect();
        clicks.into_iter().map(|click| click.join().expect("answered")).collect()
    });
    assert_eq!(sent, [303; 4]);
    assert_eq!(register.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1");
}

#[test]
fn what_was_filed_in_the_terminal_meanwhile_is_seen_first() {
    let (register, guest) = desk_of_yingji();
    guest.files(NEW, HAZARD);
    let page = format!("new/hazard/rectify?q.record={RECORD}");
    let form = guest.get(&page);
    let preview =
        guest.post("new/hazard/rectify", &form.answered(&[("q.plan", "清理（虚构）"), ("q.due", "1月30日")], "preview"));
    assert_eq!(preview.status, 200, "{}", preview.words());
    register.ok(&["hazard", "onsite", RECORD, "--measure", "停止作业（虚构）", "--on", "今天"]);
    let head = register.head();
    for (sent, step) in [(&preview, "file"), (&form, "preview")] {
        let answers: &[(&str, &str)] =
            if step == "file" { &[] } else { &[("q.plan", "清理（虚构）"), ("q.due", "1月30日")] };
        let refused = guest.post("new/hazard/rectify", &sent.answered(answers, step));
        assert_eq!(refused.status, 422, "{}", refused.words());
        let words = refused.words();
        assert!(words.contains("有了新的登记") && words.contains("停止作业（虚构）"), "{words}");
        assert!(refused.text().contains("清理（虚构）"), "what was typed stays: {words}");
    }
    assert_eq!(register.head(), head);
    // Once it is seen, it can be filed.
    let refused = guest.post("new/hazard/rectify", &preview.going("file"));
    let preview =
        guest.post("new/hazard/rectify", &refused.answered(&[("q.plan", "清理（虚构）"), ("q.due", "1月30日")], "preview"));
    assert_eq!(preview.status, 200, "{}", preview.words());
    guest.follow(&guest.post("new/hazard/rectify", &preview.going("file")));
    let said = std::fs::read_to_string(register.folder.join(format!("{RECORD}.toml"))).expect("filed");
    assert!(said.contains("停止作业（虚构）") && said.contains("清理（虚构）"), "{said}");
}

#[test]
fn of_two_tabs_the_second_sees_what_the_first_filed() {
    let (register, guest) = desk_of_yingji();
    guest.files(NEW, HAZARD);
    let page = format!("new/hazard/rectify?q.record={RECORD}");
    let tabs = ["甲（虚构）", "乙（虚构）"].map(|plan| guest.previews(&page, &[("q.plan", plan)]));
    let [first, second] = tabs.map(|tab| guest.post("new/hazard/rectify", &tab.going("file")));
    assert_eq!((first.status, second.status), (303, 422), "{}", second.words());
    assert!(second.words().contains("甲（虚构）") && second.words().contains("乙（虚构）"), "{}", second.words());
    let said = std::fs::read_to_string(register.folder.join(format!("{RECORD}.toml"))).expect("filed");
    assert!(said.contains("甲（虚构）") && !said.contains("乙（虚构）"), "{said}");
}

#[test]
fn what_the_preview_did_not_show_is_not_filed() {
    let (register, guest) = desk_of_yingji();
    let preview = guest.previews(NEW, HAZARD);
    let before = register.head();
    let forged = preview.going_with("q.description", "没有看过（虚构）", "file");
    let shown = guest.post(NEW, &forged);
    assert_eq!((shown.status, register.head()), (422, before));
    assert!(shown.words().contains("没有看过（虚构）") && shown.words().contains("预览之后"), "{}", shown.words());
}

#[test]
fn a_form_of_a_desk_that_was_stopped_files_once_it_is_sent_to_another() {
    let (register, guest) = desk_of_yingji();
    let preview = guest.previews(NEW, HAZARD);
    let carried = preview.going("file");
    drop(guest);
    let guest = DeskGuest::at(&register);
    let before = register.head();
    // What the browser still has is all that is needed; that it is another desk is said.
    let again = guest.post(NEW, &carried);
    assert_eq!((again.status, register.head()), (422, before.clone()), "{}", again.words());
    assert!(again.words().contains("这一页太旧了") && again.text().contains("边坡裂缝（虚构）"), "{}", again.words());
    let preview = guest.post(NEW, &again.answered(HAZARD, "preview"));
    guest.follow(&guest.post(NEW, &preview.going("file")));
    assert_eq!(register.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1");
}

#[test]
fn a_draft_that_changed_is_not_written_over() {
    let (register, guest) = desk_of_yingji();
    let notice = [("q.content", "2"), ("q.title", "通报（虚构）"), ("q.to", "公安")];
    guest.files("new/notice/new", &notice);
    let page = "new/notice/review?q.record=notices-1";
    let review = [("q.name", "张某甲"), ("q.post", "in-charge"), ("q.on", "今天"), ("q.way", "written")];
    let preview = guest.previews(page, &review);
    let file = register.folder.join("drafts/notices-1.toml");
    let text = std::fs::read_to_string(&file).expect("a draft").replace("通报（虚构）", "改过的通报（虚构）");
    std::fs::write(&file, text).expect("written");
    let before = register.head();
    let refused = guest.post("new/notice/review", &preview.going("file"));
    assert_eq!((refused.status, register.head()), (422, before));
    assert!(refused.words().contains("改过的通报（虚构）"), "{}", refused.words());
}

/// Of a form and a terminal that change one draft at once neither stands in silence: the form is refused, and what both say is there.
#[test]
fn a_draft_that_is_taken_up_and_changed_meanwhile_is_seen_first() {
    let (register, guest) = desk_of_yingji();
    let form = guest.get(NEW);
    guest.follow(&guest.post(NEW, &form.answered(&[("q.description", "边坡裂缝（虚构）")], "draft")));
    let answers = [("q.mine", "大山石场（虚构）"), ("q.found", "今天"), ("q.description", "边坡裂缝两处（虚构）")];
    let preview = guest.previews(&format!("{NEW}?from=hazards-1"), &answers);
    let file = register.folder.join("drafts/hazards-1.toml");
    let text = std::fs::read_to_string(&file).expect("a draft").replace("边坡裂缝（虚构）", "坡顶积水（虚构）");
    std::fs::write(&file, &text).expect("written");
    let head = register.head();
    for step in ["file", "draft", "preview"] {
        let refused = guest.post(NEW, &preview.going(step));
        assert_eq!((refused.status, register.head()), (422, head.clone()), "{step}: {}", refused.words());
        let words = refused.words();
        assert!(words.contains("草稿 hazards-1 在您填写期间改过") && words.contains("坡顶积水（虚构）"), "{step}: {words}");
        assert!(refused.text().contains("边坡裂缝两处（虚构）</textarea>"), "{step}: {words}");
        assert_eq!(std::fs::read_to_string(&file).expect("a draft"), text, "{step}");
    }
    // Once it is seen, it can be filed.
    let refused = guest.post(NEW, &preview.going("file"));
    let again = guest.post(NEW, &refused.going("preview"));
    assert_eq!(again.status, 200, "{}", again.words());
    // What is filed on the terminal meanwhile is not filed again.
    register.ok(&["hazard", "new", "--from", "hazards-1", "--mine", "dashan", "--found", "今天"]);
    let head = register.head();
    let refused = guest.post(NEW, &again.going("file"));
    assert!(refused.status == 422 && refused.words().contains("已经登记或丢弃"), "{}", refused.words());
    assert_eq!(register.head(), head);
}

#[test]
fn what_others_filed_while_somebody_amended_stays() {
    let (register, guest) = desk_of_yingji();
    let record = "hazards/2025/yingji/002";
    let form = guest.get(&format!("amend?record={record}"));
    let wrote = [("v.description", "工作台阶高度超过设计。"), ("reason", "笔误（虚构）")];
    register.ok(&["amend", record, "--set", "remarks=终端补记（虚构）", "--reason", "补记（虚构）"]);
    let refused = guest.post_files("amend", &form.answered(&wrote, "preview"), &[]);
    assert!(refused.status == 422 && refused.words().contains("有了新的登记"), "{}", refused.words());
    // What was written over is there, what was not is as it is now.
    assert!(refused.text().contains("终端补记（虚构）") && refused.text().contains("工作台阶高度超过设计。"));
    let preview = guest.post_files("amend", &refused.going("preview"), &[]);
    assert_eq!(preview.status, 200, "{}", preview.words());
    guest.follow(&guest.post_files("amend", &preview.going("file"), &[]));
    let said = std::fs::read_to_string(register.folder.join(format!("{record}.toml"))).expect("filed");
    assert!(said.contains("终端补记（虚构）") && said.contains("description = \"工作台阶高度超过设计。\""), "{said}");
}

#[test]
fn what_nobody_sees_of_a_text_is_not_filed_and_stands_in_no_ones_way() {
    let (register, guest) = desk_of_yingji();
    let pasted = [("q.mine", "大山石场（虚构）"), ("q.found", "今天"), ("q.description", "边坡\u{200b}裂缝\u{202e}（虚构）")];
    guest.files(NEW, &pasted);
    let said = std::fs::read_to_string(register.folder.join(format!("{RECORD}.toml"))).expect("filed");
    assert!(said.contains("description = \"边坡裂缝（虚构）\""), "{said}");
}

#[test]
fn whose_it_is_was_shown_as_well() {
    let (register, guest) = desk_of_yingji();
    let preview = guest.previews(NEW, HAZARD);
    let before = register.head();
    let forged: Vec<(String, String)> = preview
        .going("file")
        .into_iter()
        .filter(|(name, _)| name != "as")
        .chain([("as".to_owned(), "linye".to_owned())])
        .collect();
    let refused = guest.post(NEW, &forged);
    assert_eq!((refused.status, register.head()), (422, before), "{}", refused.words());
}
