//! Units and people that change: new names, mergers, a liaison who leaves.

use super::HAZARD;
use crate::support::Register;

/// A register whose 林业 and 自然资源 merged into one unit on 2025-07-01.
fn merged() -> Register {
    let register = Register::init();
    register.ok(&["hazard", "new", "--as", "林业", "--mine", "dashan", "--found", "2025-03-01", "--description", "弃土（虚构）"]);
    let new =
        ["unit", "new", "ziranlinye", "--name", "区自然资源和林业局（虚构）", "--short", "自然林业", "--since", "2025-07-01"];
    register.ok(&[&new[..], &["--as", "区安委办"]].concat());
    let before = register.commits();
    register.ok(&["unit", "merge", "林业", "自然资源", "--into", "自然林业", "--on", "2025-07-01", "--as", "区安委办"]);
    let after = register.commits();
    assert_eq!(before + 1, after, "one commit for both");
    register
}

#[test]
fn a_successor_goes_on_with_what_was_open() {
    let register = merged();
    for unit in ["linye", "ziran"] {
        let text = register.read(&format!("units/{unit}.toml"));
        assert!(text.contains("until = 2025-06-30\nsuccessors = [\"ziranlinye\"]"), "{text}");
    }
    let hazard = "隐患 2025-林业-001";
    let refused = register.refused(&["hazard", "rectify", hazard, "--due", "2025-08-01", "--as", "林业"]);
    assert!(refused.contains("自然林业"), "{refused}");
    let strange = register.refused(&["hazard", "rectify", hazard, "--due", "2025-08-01", "--as", "公安"]);
    assert!(strange.contains("由林业登记"), "{strange}");
    let filed = register.ok(&["hazard", "rectify", hazard, "--due", "2025-08-01", "--as", "自然林业"]);
    assert!(
        filed.contains("承接林业") && filed.contains("hazard done hazards/2025/linye/001 --reported-done … --as 自然林业"),
        "{filed}"
    );
    let out = register.run(&["check", "--as-of", "2025-06-30"]).stdout;
    assert!(!String::from_utf8_lossy(&out).contains("承接林业"), "before the merger nobody had taken over");
}

#[test]
fn a_unit_cannot_take_over_from_itself_nor_end_twice() {
    let register = merged();
    let own = register.refused(&["unit", "merge", "公安", "--into", "公安", "--on", "2025-07-01", "--as", "区安委办"]);
    assert!(own.contains("unit rename"), "{own}");
    let twice = register.refused(&["unit", "split", "林业", "--into", "公安", "住建", "--on", "2025-09-01", "--as", "区安委办"]);
    assert!(twice.contains("2025-07-01"), "{twice}");
    let other = register.refused(&["unit", "merge", "公安", "--into", "住建", "--on", "2025-09-01", "--as", "公安"]);
    assert!(other.contains("区安委办"), "{other}");
}

#[test]
fn a_new_name_keeps_the_old_one() {
    let register = Register::init();
    let rename = ["unit", "rename", "公安", "--name", "区公安局（虚构）", "--short", "公安局", "--until", "2025-06-30"];
    register.ok(&[&rename[..], &["--as", "区安委办"]].concat());
    let text = register.read("units/gongan.toml");
    assert!(text.starts_with("name = \"区公安局（虚构）\"\nshort = \"公安局\""), "{text}");
    assert!(text.contains("[[former]]\nname = \"市公安局云城分局\"\nuntil = 2025-06-30"), "{text}");
    assert_eq!(text.matches("\"公安局\"").count(), 1, "the new short name is no alias as well: {text}");
    register.ok(&["liaison", "set", "--as", "公安", "--name", "某丙", "--since", "2025-07-01"]);
}

#[test]
fn a_liaison_leaves_and_nobody_has_come_yet() {
    let register = Register::init();
    let nobody = register.refused(&["liaison", "leave", "--as", "公安"]);
    assert!(nobody.contains("liaison set") || nobody.contains("set 登记"), "{nobody}");
    register.ok(&["liaison", "set", "--as", "公安", "--name", "某丙", "--since", "2024-08-20"]);
    register.ok(&["liaison", "leave", "--as", "公安", "--until", "2025-02-28"]);
    assert!(register.read("people/gongan.toml").contains("until = 2025-02-28"));
}

#[test]
fn nouns_show_their_records_in_short() {
    let register = Register::init();
    register.ok(HAZARD);
    for args in [["hazard", "show", "2025/应急/1"], ["隐患", "查看", "2025-应急-001"], ["mine", "show", "大山石场（虚构）"]]
    {
        let shown = register.ok(&args);
        assert!(shown.contains("大山石场（虚构）"), "{args:?}: {shown}");
    }
}

#[test]
fn what_was_reported_is_not_reported_again() {
    let register = Register::init();
    register.ok(&["liaison", "set", "--as", "公安", "--name", "某丙", "--since", "2024-08-20", "--reported", "2024-08-20"]);
    let again = register.refused(&["liaison", "report", "--as", "公安", "--reported", "今天"]);
    assert!(again.contains("2024-08-20") && again.contains("liandong edit"), "{again}");
}
