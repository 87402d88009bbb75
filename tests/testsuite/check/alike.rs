//! One unit cannot push what was found of all the others off the screen: of what is alike some are shown and the others counted, with the
//! command that shows them all.

use crate::support::{Register, said};

#[test]
fn what_is_alike_is_counted_and_the_command_shows_it_all() {
    let register = Register::of_example();
    for no in 101..=125 {
        let text = "mine = \"dashan\"\nfound = 2025-03-03\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"护栏缺失（虚构）。\"\n";
        register.write(&format!("hazards/2025/yingji/{no}.toml"), text);
    }
    register.git(&["add", "-A"]);
    register.git(&["commit", "-q", "-m", "x"]);
    let all = said(&register.run(&["check", "--year", "2025"]));
    let more = all.lines().find(|line| line.contains(" --rule ")).unwrap_or_else(|| panic!("nothing is counted:\n{all}"));
    let code = more.split_whitespace().next().expect("a code");
    let shown = |text: &str| {
        text.lines().filter(|line| line.contains(&format!(" {code} ")) && line.contains("hazards/2025/yingji/")).count()
    };
    assert_eq!((shown(&all), more.contains(" 5 项")), (20, true), "{more}");
    let command = more.split_once("liandong ").expect("a command").1;
    let each = said(&register.run(&command.split_whitespace().collect::<Vec<_>>()));
    assert_eq!(shown(&each), 25, "{each}");
    assert!(!each.contains(" --rule "));
}
