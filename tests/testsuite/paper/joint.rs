//! 联合行文: papers that several units issue.

use std::fs;
use std::path::Path;

use super::print::{Docx, edit, make};
use crate::support::{clean, copy, run};

const NOTICE: &str = "notices/2025/yingji/004";
const LETTER: &str = "notices/2025/yingji/002";
const UPWARD: &str = "upward/2025/anweiban/001";

/// Lets a record be issued by further units too.
fn with(data: &Path, record: &str, units: &str) {
    edit(data, &format!("{record}.toml"), |text| {
        let at = text.find("title = ").expect("a title");
        let end = text[at..].find('\n').expect("a line") + at + 1;
        format!("{}jointly = [{units}]\n{}", &text[..end], &text[end..])
    });
}

fn cosigned(data: &Path, unit: &str, record: &str, number: &str) {
    let folder = data.join(format!("responses/2025/{unit}"));
    fs::create_dir_all(&folder).expect("a folder");
    let text = format!("kind = \"cosigned\"\nto = \"{record}\"\non = 2025-09-09\n");
    fs::write(folder.join(format!("{number}.toml")), text).expect("written");
}

fn header(paper: &Docx) -> String {
    paper.parts.iter().filter(|(name, _)| name.starts_with("word/header")).map(|(_, part)| part.as_str()).collect()
}

#[test]
fn the_mark_has_the_names_of_all_and_the_number_is_the_first_ones() {
    let register = copy();
    with(register.path(), NOTICE, "\"gongan\", \"ziran\", \"gongan\", \"yingji\"");
    let paper = make(register.path(), &[NOTICE]);
    let mark: Vec<String> =
        paper.paragraphs().into_iter().take_while(|words| !words.contains('〔')).filter(|words| !words.is_empty()).collect();
    assert_eq!(
        mark,
        ["云浮市云城区应急管理局", "文件", "云浮市公安局云城分局", "云浮市云城区自然资源局"],
        "主办 first, each once, 文件 beside all"
    );
    assert_eq!(paper.part("word/document.xml").matches("<w:vMerge w:val=\"restart\"/>").count(), 1);
    let words = paper.words();
    assert!(words.contains("云区应急〔2025〕19号"), "{words}");
    assert!(words.replace(['/', '\n'], "").contains("云浮市云城区应急管理局等3部门关于"), "{words}");
    // Who issues it is not among those to whom it goes.
    let to = paper.paragraphs().into_iter().find(|words| words.ends_with('：')).expect("主送");
    assert!(!to.contains("公安局云城分局") && !to.contains("区自然资源局") && to.contains("区林业局"), "{to}");
    // Two sign beside each other, the third below the second, and so does the day.
    let last: Vec<String> = paper.paragraphs().into_iter().filter(|words| words.starts_with('　')).collect();
    assert!(last[0].contains("云浮市云城区应急管理局") && last[0].ends_with("云浮市公安局云城分局"), "{last:?}");
    assert!(last[1].ends_with("云浮市云城区自然资源局") && last[2].ends_with("2025年9月10日"), "{last:?}");
}

#[test]
fn it_is_a_draft_until_all_have_cosigned_it() {
    let register = copy();
    with(register.path(), NOTICE, "\"gongan\", \"ziran\"");
    let draft = |data: &Path| {
        let paper = make(data, &[NOTICE]);
        (header(&paper).contains("联合发文单位未会签"), paper.said)
    };
    let (is_draft, said) = draft(register.path());
    assert!(
        is_draft && said.contains("公安、自然资源未见会签") && said.contains(&format!("liandong respond cosign --to {NOTICE}")),
        "{said}"
    );
    cosigned(register.path(), "gongan", NOTICE, "098");
    // What was cosigned is another paper, or by somebody who does not issue it.
    cosigned(register.path(), "ziran", LETTER, "097");
    cosigned(register.path(), "linye", NOTICE, "098");
    let (is_draft, said) = draft(register.path());
    assert!(is_draft && said.contains("联合发文的自然资源未见会签"), "{said}");
    cosigned(register.path(), "ziran", NOTICE, "098");
    let (is_draft, said) = draft(register.path());
    assert!(!is_draft && !said.contains("未见会签"), "{said}");
}

/// Who is to cosign is asked for it.
#[test]
fn those_who_issue_it_too_are_asked() {
    let register = copy();
    let asked = |data: &Path| String::from_utf8(run(data, &["answers", UPWARD]).stdout).expect("UTF-8");
    assert!(!asked(register.path()).contains("应急"));
    with(register.path(), UPWARD, "\"yingji\"");
    assert!(asked(register.path()).contains("应急"), "{}", asked(register.path()));
    cosigned(register.path(), "yingji", UPWARD, "098");
    assert!(asked(register.path()).contains("会签"), "{}", asked(register.path()));
}

#[test]
fn a_letter_bears_the_mark_of_the_first_and_all_sign_it() {
    let register = copy();
    with(register.path(), LETTER, "\"shengtai\"");
    let paper = make(register.path(), &[LETTER]);
    assert_eq!(paper.paragraphs_of("word/header-first.xml").iter().filter(|words| words.starts_with("云浮市")).count(), 1);
    let names = paper.paragraphs().into_iter().filter(|words| words.contains("生态环境局")).count();
    assert_eq!(names, 2, "title and signature");
}

#[test]
fn of_many_the_title_names_the_first_and_the_mark_leaves_room_for_text() {
    let register = copy();
    with(register.path(), UPWARD, "\"yingji\", \"gongan\", \"ziran\", \"shengtai\"");
    let paper = make(register.path(), &[UPWARD]);
    let words = paper.words().replace(['/', '\n'], "");
    assert!(words.contains("云浮市云城区安全生产委员会办公室等5部门关于"), "{words}");
    let names = paper.paragraphs().into_iter().filter(|words| words == "云浮市云城区自然资源局").count();
    assert_eq!(names, 2, "mark and signature");
    let alone = make(&clean(), &[UPWARD]).words().replace(['/', '\n'], "");
    assert!(!alone.contains("部门关于"), "{alone}");
}
