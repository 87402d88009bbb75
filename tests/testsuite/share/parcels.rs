//! Without a network: a file on a stick.

use super::district::District;

#[test]
fn a_file_carries_what_the_other_side_lacks_any_number_of_times() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    forest.ok(&["sync"]);
    district.office.ok(&["sync"]);
    police.lead("离线");
    forest.lead("也离线");
    let (file, other) = (police.home.join("p.bundle"), forest.home.join("l.bundle"));
    let (file, other) = (file.to_string_lossy().into_owned(), other.to_string_lossy().into_owned());
    assert!(police.ok(&["pack", &file]).contains("1 次登记"));
    assert!(police.fails(&["pack", &file], 2).contains("--force"));
    forest.ok(&["pack", &other]);
    let office = &district.office;
    assert!(office.ok(&["receive", &file]).contains("公安：新 1 件"));
    assert!(office.ok(&["receive", &other]).contains("林业：新 1 件"));
    let head = office.head();
    assert_eq!(office.ok(&["receive", &file]), "没有新的\n");
    assert_eq!(office.head(), head);
    office.ok(&["sync"]);
    assert!(office.ok(&["verify"]).contains("核验通过"));
    // The office's file brings everybody up to date without a network.
    let back = office.home.join("back.bundle").to_string_lossy().into_owned();
    assert!(office.fails(&["pack", &back], 2).contains("--all"));
    office.ok(&["pack", &back, "--all"]);
    for person in [&police, &forest] {
        person.ok(&["receive", &back]);
        assert_eq!(person.head(), office.head());
        person.assert_clean();
    }
    // And the network is none the wiser.
    assert_eq!(police.ok(&["sync"]), "没有新的\n");
}

#[test]
fn a_file_that_is_broken_or_forged_changes_nothing() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("一");
    let file = police.home.join("p.bundle");
    let name = file.to_string_lossy().into_owned();
    police.ok(&["pack", &name]);
    let office = &district.office;
    office.ok(&["sync"]);
    let before = office.head();
    let mut bytes = std::fs::read(&file).expect("a file");
    let middle = bytes.len() - 40;
    bytes[middle] ^= 0xFF;
    std::fs::write(&file, &bytes).expect("written");
    assert!(office.fails(&["receive", &name], 2).contains("文件不能收取"));
    std::fs::write(&file, "不是包").expect("written");
    assert!(office.fails(&["receive", &name], 2).contains("文件不能收取"));
    // Of another's hand, unsigned.
    police.git(&["-c", "commit.gpgsign=false", "commit", "-q", "--amend", "--no-edit"]);
    police.ok(&["pack", &name, "--force"]);
    let told = office.fails(&["receive", &name], 1);
    assert!(told.contains("没有签名"), "{told}");
    assert_eq!(office.head(), before);
    office.assert_clean();
}
