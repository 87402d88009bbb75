//! Papers that prove a record: their digest is kept, and what lies at hand is compared with it.

use std::fs;

use super::HAZARD;
use crate::support::{Register, said};

fn verify(register: &Register) -> (String, Option<i32>) {
    let done = register.run(&["attach", "verify", "隐患 2025-应急-001", "--in", register.home.to_str().expect("UTF-8")]);
    (said(&done), done.status.code())
}

#[test]
fn a_paper_is_as_recorded_or_not_or_not_there() {
    let register = Register::init();
    register.ok(HAZARD);
    let paper = register.home.join("现场照片.jpg");
    fs::write(&paper, "abc").expect("writable");
    let args = ["attach", "隐患 2025-应急-001", paper.to_str().expect("UTF-8"), "--kept", "档案室", "--as", "应急"];
    register.ok(&args);
    let text = register.read("hazards/2025/yingji/001.toml");
    // The digest of "abc" is one of the examples in FIPS 180-2.
    assert!(text.contains("sha256 = \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""), "{text}");
    assert!(text.contains("name = \"现场照片.jpg\"") && text.contains("kept = \"档案室\""), "{text}");
    let (shown, code) = verify(&register);
    assert!(code == Some(0) && shown.contains("相符 1"), "{code:?} {shown}");
    fs::write(&paper, "abd").expect("writable");
    let (shown, code) = verify(&register);
    assert!(code == Some(1) && shown.contains("不符 1"), "{code:?} {shown}");
    fs::remove_file(&paper).expect("removable");
    let (shown, code) = verify(&register);
    assert!(code == Some(2) && shown.contains("未找到 1") && shown.contains("--in"), "{code:?} {shown}");
}

#[test]
fn a_paper_that_is_not_there_is_not_recorded() {
    let register = Register::init();
    register.ok(HAZARD);
    let refused = register.refused(&["attach", "隐患 2025-应急-001", "没有这个文件.pdf", "--as", "应急"]);
    assert!(refused.contains("没有这个文件.pdf"), "{refused}");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let register = Register::init();
    let done = register.run(&["attach", "verify", "--in", "没有这个文件夹"]);
    assert!(done.status.code() == Some(2) && said(&done).contains("没有这个文件夹"), "{}", said(&done));
}

#[test]
fn a_record_of_others_leads_into_no_other_folder_and_to_no_file_without_end() {
    let register = Register::init();
    register.ok(HAZARD);
    let secret = register.home.join("own.txt");
    fs::write(&secret, "abc").expect("writable");
    let text = register.read("hazards/2025/yingji/001.toml");
    let folder = register.home.join("papers");
    fs::create_dir(&folder).expect("a folder");
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for (name, kept) in
        [("../own.txt", folder.to_str().expect("UTF-8")), ("own.txt", "//localhost/share"), ("pagemap", "/proc/self")]
    {
        let attachment = format!("{text}\n[[attachments]]\nname = \"{name}\"\nsha256 = \"{digest}\"\nkept = \"{kept}\"\n");
        register.write("hazards/2025/yingji/001.toml", &attachment);
        let done = register.run(&["attach", "verify", "隐患 2025-应急-001"]);
        assert!(done.status.code() != Some(0) && said(&done).contains("相符 0"), "{name}: {}", said(&done));
    }
}
