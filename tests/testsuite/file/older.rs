//! Registers of an older format: judged and filed into as they are, told of in a line, raised by the office when it says so.

use std::fs;

use serde_json::Value;

use crate::support::{Register, judged, said};

/// Two registers that were kept in format 1: of a city, and of one whose mechanism was amended by hand in mid-year.
const KEPT: &[(&str, &str, &str, &str)] = &[("city", "2025", "2025-12-31", "矿管"), ("amended", "2024", "2024-12-31", "联动办")];

fn report(register: &Register, year: &str, as_of: &str) -> Value {
    let reply = register.run(&["check", "--year", year, "--as-of", as_of, "--format", "json"]);
    let mut report: Value = serde_json::from_slice(&reply.stdout).unwrap_or_else(|_| panic!("{}", said(&reply)));
    let older = report["older_format"].take();
    assert_eq!(older.is_null(), !register.read("mechanism.toml").contains("format = 1"), "{older}");
    report
}

#[test]
fn an_upgrade_writes_what_was_judged_by_and_changes_no_judgement() {
    for (name, year, as_of, office) in KEPT {
        let register = Register::of_folder(&judged::folder(name));
        let (before, head) = (report(&register, year, as_of), register.head());
        let printed = said(&register.run(&["check", "--year", year, "--as-of", as_of]));
        let command = format!("liandong upgrade --as {office}");
        assert!(printed.contains("第 1 版格式") && printed.contains(&command), "{printed}");
        let shown = register.ok(&["upgrade", "--as", office, "--dry-run"]);
        assert!(shown.contains("+ format = 2") && shown.contains("+ breaks") && shown.contains("- rules"), "{shown}");
        assert_eq!(register.head(), head, "only shown");
        register.ok(&["upgrade", "--as", office]);
        let (mechanism, obligations) = (register.read("mechanism.toml"), register.read("obligations.toml"));
        assert!(mechanism.contains("format = 2") && !obligations.contains("rules ="), "{obligations}");
        assert_eq!(report(&register, year, as_of), before, "{name}");
        assert_eq!(register.git(&["status", "--porcelain"]), "");
    }
}

#[test]
fn a_register_of_format_1_is_filed_into_as_it_is() {
    let register = Register::of_folder(&judged::folder("city"));
    let unit = fs::read_dir(register.folder.join("people")).expect("people").next().expect("a unit").expect("an entry");
    let unit = unit.path().file_stem().expect("a name").to_string_lossy().into_owned();
    let args = ["lead", "new", "--as", &unit, "--received", "2025-03-01", "--channel", "巡查发现", "--title", "某事（虚构）"];
    let told = register.ok(&args);
    assert!(told.contains("第 1 版格式"), "{told}");
    assert!(register.read("mechanism.toml").contains("format = 1"));
}

/// A rule of form that came with a later format stops nothing in an older register, and reminds there.
#[test]
fn a_rule_of_form_binds_from_its_format_on() {
    for (format, stops) in [(2, true), (1, false)] {
        let register = Register::init();
        let mechanism = register.read("mechanism.toml").replace("format = 2", &format!("format = {format}"));
        fs::write(register.folder.join("mechanism.toml"), mechanism).expect("writable");
        register.git(&["commit", "-qam", "格式", "--allow-empty"]);
        register.ok(&[
            "lead",
            "new",
            "--as",
            "公安",
            "--received",
            "2025-03-04",
            "--channel",
            "巡查发现",
            "--title",
            "某事（虚构）",
        ]);
        let early = &["respond", "received", "--as", "林业", "--to", "leads/2025/gongan/001", "--on", "2025-03-03"];
        let told = if stops { register.refused(early) } else { register.ok(early) };
        assert!(told.contains("F17"), "{told}");
    }
}
