//! Records that follow each other for long, or in a circle: whoever pushed them, everybody else's `check` goes on.

use crate::support::{copy, run, said};

/// Files of many hazards and notices, each of which comes from the one before; the first from the last, where they are a circle.
fn laid(count: usize, is_circle: bool) -> tempfile::TempDir {
    let register = copy();
    let name = |kind: &str, number: usize| format!("{kind}/2025/yingji/{number:04}");
    for number in 1000..1000 + count {
        let before = if number > 1000 { Some(number - 1) } else { is_circle.then_some(999 + count) };
        let from =
            |key: &str, kind: &str| before.map(|before| format!("{key} = \"{}\"\n", name(kind, before))).unwrap_or_default();
        let hazard = format!(
            "mine = \"dashan\"\nfound = 2025-06-03\nsource_kind = \"notice\"\n{}nature = \"hazard\"\nmajor = true\n\
             description = \"护栏缺失（虚构）。\"\n\n[closed]\non = 2025-07-01\nreason = \"duplicate\"\n",
            from("from", "hazards")
        );
        let about = if before.is_none() { "about = [\"hazards/2025/yingji/1000\"]\n" } else { "" };
        let notice = format!(
            "content = 2\n{about}{}title = \"更正（虚构）\"\nissued = 2025-06-03\n\n[[to]]\nwho = \"ziran\"\n",
            from("corrects", "notices")
        );
        for (kind, text) in [("hazards", hazard), ("notices", notice)] {
            std::fs::write(register.path().join(name(kind, number) + ".toml"), text).expect("written");
        }
    }
    register
}

#[test]
fn long_lines_and_circles_are_judged() {
    for is_circle in [false, true] {
        let register = laid(300, is_circle);
        for args in [&["check", "--year", "2025"][..], &["todo", "--all", "--as-of", "2025-12-31"], &["deadlines"]] {
            let done = run(register.path(), args);
            assert!(done.status.code().is_some_and(|code| code < 2), "{args:?}: {}", said(&done));
        }
        let found = said(&run(register.path(), &["check", "--year", "2025", "--rule", "F24"]));
        assert_eq!(found.matches(" F24 ").count(), if is_circle { 600 } else { 0 });
    }
}

/// What many others say of a hazard from the same origin decides nothing by its mere number.
#[test]
fn one_that_was_filed_twice_is_found_among_many() {
    let register = copy();
    let hazard = |number: usize, mine: &str, closed: &str| {
        let text = format!(
            "mine = \"{mine}\"\nfound = 2025-06-03\nsource_kind = \"notice\"\nfrom = \"notices/2025/gongan/001\"\n\
             nature = \"hazard\"\ndescription = \"护栏缺失（虚构）。\"\n{closed}"
        );
        std::fs::write(register.path().join(format!("hazards/2025/yingji/{number:04}.toml")), text).expect("written");
    };
    (1000..1300).for_each(|number| hazard(number, "xishan", ""));
    hazard(1300, "dashan", "");
    hazard(1301, "dashan", "\n[closed]\non = 2025-07-01\nreason = \"duplicate\"\n");
    let found = said(&run(register.path(), &["check", "--year", "2025", "--rule", "H10"]));
    assert!(!found.contains("hazards/2025/yingji/1301"), "{found}");
}
