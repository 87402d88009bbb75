//! Without a network: a file on a stick.

use snapbox::str;

use super::district::District;
use crate::support::assert_whole;

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
    police.says(
        &["pack", &file],
        str![[r#"
已把 1 次登记打包到 [TEMP]/gongan/p.bundle
下一步：对方在自己的台账里运行 liandong receive 收取

"#]],
    );
    police.fails_with(
        &["pack", &file],
        2,
        str![[r#"
未能完成：[TEMP]/gongan/p.bundle 已经有了；要覆盖请加 --force

"#]],
    );
    forest.ok(&["pack", &other]);
    let office = &district.office;
    office.says(
        &["receive", &file],
        str![[r#"
取来：
  公安：新 1 件

"#]],
    );
    office.says(
        &["receive", &other],
        str![[r#"
取来：
  林业：新 1 件

"#]],
    );
    let head = office.head();
    assert_eq!(office.ok(&["receive", &file]), "没有新的\n");
    assert_eq!(office.head(), head);
    office.ok(&["sync"]);
    office.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 4 件：keys/anweiban、mechanism、keys/gongan、keys/linye
7 次提交都核验通过，到 [ID]

"#]],
    );
    // The office's file brings everybody up to date without a network.
    let back = office.home.join("back.bundle").to_string_lossy().into_owned();
    office.fails_with(
        &["pack", &back],
        2,
        str![[r#"
未能完成：没有对方还缺的；要把整个台账打包请加 --all，或用 --since 写明对方已有到哪次提交

"#]],
    );
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
    // What git says of it differs from run to run.
    let told = office.fails(&["receive", &name], 2);
    assert!(told.contains("文件不能收取：不是 liandong pack 打的、传坏了，或缺前面的登记"), "{told}");
    std::fs::write(&file, "不是包").expect("written");
    office.fails_with(
        &["receive", &name],
        2,
        str![[r#"
未能完成：文件不能收取：不是 liandong pack 打的、传坏了，或缺前面的登记；请对方用 liandong pack --all 重新打包（[GIT]）

"#]],
    );
    // Of another's hand, unsigned.
    police.git(&["-c", "commit.gpgsign=false", "commit", "-q", "--amend", "--no-edit"]);
    police.ok(&["pack", &name, "--force"]);
    let told = office.fails(&["receive", &name], 1);
    assert_whole(
        &told,
        str![[r#"
对方的台账核验不过，本机没有改动；请把下表告诉办公室：
 提交        文件  问题
 [ID]        没有签名

"#]],
    );
    assert_eq!(office.head(), before);
    office.assert_clean();
}

/// git reads what stands before the objects byte by byte, and looks up every branch: a file of a few megabytes by mail took it minutes.
#[test]
fn a_file_whose_head_has_no_end_is_not_handed_to_git() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    let file = police.home.join("p.bundle");
    let name = file.to_string_lossy().into_owned();
    police.ok(&["pack", &name, "--all"]);
    let whole = std::fs::read(&file).expect("a file");
    let end = whole.windows(2).position(|two| two == b"\n\n").expect("a head") + 2;
    let (head, objects) = whole.split_at(end);
    let branch = head.split(|byte| *byte == b'\n').nth(1).map(String::from_utf8_lossy).expect("a branch").into_owned();
    let (id, _) = branch.split_once(' ').expect("a name");
    let heads = (0..2_000).map(|number| format!("{id} refs/heads/x{number}\n")).collect::<Vec<_>>().concat();
    for head in [format!("# v2 git bundle\n-{id} {}\n{branch}\n\n", "x".repeat(3_000_000)), format!("# v2 git bundle\n{heads}\n")]
    {
        std::fs::write(&file, [head.as_bytes(), objects].concat()).expect("written");
        let told = district.office.fails(&["receive", &name], 2);
        assert!(told.contains("多得不像是 liandong pack 打的"), "{told}");
    }
    std::fs::write(&file, &whole).expect("written");
    district.office.ok(&["receive", &name]);
}
