//! What the office enters for those who send paper: marked, listed, confirmed, and never over what a unit filed itself.

use super::HAZARD;
use crate::support::Register;

const FOR: &[&str] = &["--as", "区安委办", "--for", "林业", "--source", "林业函〔2025〕3号（虚构）"];
const NEW: &[&str] = &["hazard", "new", "--mine", "dashan", "--found", "2025-03-01", "--description", "弃土（虚构）"];

#[test]
fn a_unit_confirms_what_was_entered_for_it() {
    let register = Register::init();
    register.ok(&[NEW, FOR].concat());
    register.ok(&[NEW, FOR].concat());
    let listed = register.ok(&["confirm", "--as", "林业"]);
    assert!(listed.contains("隐患 2025-林业-002") && listed.contains("林业函〔2025〕3号（虚构）"), "{listed}");
    let record = register.read("hazards/2025/linye/001.toml");
    let confirmed = register.ok(&["confirm", "隐患 2025-林业-001", "隐患 2025-林业-001", "--as", "林业"]);
    assert_eq!(confirmed.matches("已登记").count(), 1, "one that is named twice is confirmed once: {confirmed}");
    assert_eq!(register.read("hazards/2025/linye/001.toml"), record, "what was entered stays as it is");
    let again = register.refused(&["confirm", "隐患 2025-林业-001", "--as", "林业"]);
    assert!(again.contains("不需要再次确认"), "{again}");
    let listed = register.ok(&["confirm", "--as", "林业"]);
    assert!(!listed.contains("001") && listed.contains("待确认的代录记录 1 条"), "{listed}");
    register.ok(&[NEW, FOR].concat());
    let before = register.commits();
    register.ok(&["confirm", "--all", "--as", "林业"]);
    let after = register.commits();
    assert_eq!(before + 1, after, "one commit for both");
    assert!(register.ok(&["confirm", "--as", "林业"]).contains("0 条"));
}

#[test]
fn only_the_unit_confirms_and_only_what_was_entered() {
    let register = Register::init();
    register.ok(&[NEW, FOR].concat());
    register.ok(HAZARD);
    let strange = register.refused(&["confirm", "隐患 2025-林业-001", "--as", "公安"]);
    assert!(strange.contains("由林业确认"), "{strange}");
    let own = register.refused(&["confirm", "隐患 2025-应急-001", "--as", "应急"]);
    assert!(own.contains("自己登记"), "{own}");
}

#[test]
fn the_office_goes_on_with_what_it_entered_and_not_with_the_units_own() {
    let register = Register::init();
    register.ok(&[NEW, FOR].concat());
    register.ok(&[&["hazard", "rectify", "隐患 2025-林业-001", "--due", "2025-04-01"], FOR].concat());
    register.ok(&[NEW, &["--as", "林业"]].concat());
    let own = register.refused(&[&["hazard", "rectify", "隐患 2025-林业-002", "--due", "2025-04-01"], FOR].concat());
    assert!(own.contains("自己登记"), "{own}");
}

#[test]
fn a_draft_for_another_unit_is_not_filed_as_the_offices_own() {
    let register = Register::init();
    register.ok(&[&["notice", "new", "--content", "2", "--title", "题（虚构）", "--to", "公安"], FOR].concat());
    let review = ["notice", "review", "notices-1", "--name", "某甲", "--way", "书面", "--on", "今天", "--post", "分管负责人"];
    let refused = register.refused(&[&review[..], &["--as", "区安委办"]].concat());
    assert!(refused.contains("--for"), "{refused}");
    let filed = register.ok(&[&review[..], FOR].concat());
    assert!(filed.contains("notices/") && filed.contains("/linye/001"), "{filed}");
}
