//! 导入: a ledger is looked at, its account read, and filed once; what cannot be taken comes back marked.

use super::{DeskGuest, DeskReply, acts_for, desk_of_yingji};
use crate::support::Register;

fn sent(guest: &DeskGuest, name: &str, rows: &str) -> DeskReply {
    let form = guest.get("import");
    guest.post_files("import", &form.answered(&[], "preview"), &[("sheet", name, rows.as_bytes())])
}

#[test]
fn a_ledger_is_filed_once_its_account_was_seen() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let before = register.head();
    let seen = sent(
        &guest,
        "一企一档.csv",
        "代号,矿山名称,所在镇街\nnanling,南岭石场（虚构）,河口街道\nbeiling,北岭石场（虚构）,河口街道\n",
    );
    assert_eq!((seen.status, register.head()), (200, before.clone()), "{}", seen.words());
    let words = seen.words();
    assert!(words.contains("2 份记录") && words.contains("清点：共 1 张表 3 行 9 格"), "{words}");
    let filed = guest.post_files("import", &seen.going("file"), &[]);
    assert!(guest.follow(&filed).words().contains("登记 "), "{}", filed.words());
    assert_eq!(register.git(&["rev-list", "--count", &format!("{before}..HEAD")]).trim(), "1");
    let head = register.head();
    let again = guest.post_files("import", &seen.going("file"), &[]);
    assert_eq!((again.says("location"), register.head()), (filed.says("location"), head));
}

#[test]
fn what_cannot_be_taken_comes_back_marked() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let before = register.state();
    let refused = sent(&guest, "一企一档.csv", "代号,矿山名称,所在镇街\nnanling,南岭石场（虚构）,没有这个镇\n");
    assert_eq!(refused.status, 422);
    assert!(refused.words().contains("C2"), "{}", refused.words());
    let copy = guest.goes(&refused.link("/marked"));
    assert_eq!(copy.status, 200);
    assert!(copy.text().contains("没有这个镇") && copy.text().contains("问题"), "{}", copy.text());
    assert!(copy.says("content-disposition").is_some_and(|named| named.contains("-%E9%97%AE%E9%A2%98.csv")), "{copy:?}");
    assert_eq!(register.state(), before, "nothing was filed or written");
}

#[test]
fn what_is_no_ledger_is_said_to_be_none() {
    let (register, guest) = desk_of_yingji();
    let before = register.state();
    for (name, rows) in [("表.csv", "甲,乙\n1,2\n"), ("表.xlsx", "不是表格"), ("", "")] {
        let refused = sent(&guest, name, rows);
        assert_eq!(refused.status, 422, "{name}: {}", refused.words());
    }
    assert_eq!(register.state(), before);
}

#[test]
fn a_register_that_changed_since_is_shown_anew() {
    let register = Register::of_example();
    acts_for(&register, "anweiban");
    let guest = DeskGuest::at(&register);
    let seen = sent(
        &guest,
        "一企一档.csv",
        "代号,矿山名称,所在镇街\nbeiling,北岭石场（虚构）,河口街道\nnanling,南岭石场（虚构）,河口街道\n",
    );
    assert_eq!(seen.status, 200, "{}", seen.words());
    register.ok(&["mine", "new", "nanling", "--name", "南岭石场（虚构）", "--town", "河口街道", "--mineral", "石灰岩"]);
    let head = register.head();
    let refused = guest.post_files("import", &seen.going("file"), &[]);
    assert_eq!((refused.status, register.head()), (422, head), "{}", refused.words());
}
