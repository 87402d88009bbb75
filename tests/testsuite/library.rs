//! The examples of the library in `examples/`: what they are told to do they do, in a register of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{LIANDONG, Register, example, said};

/// Where the examples lie once they are built.
fn built() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--quiet", "--locked", "--offline", "--examples"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let done = build.output().expect("cargo runs");
    assert!(done.status.success(), "{}", said(&done));
    Path::new(LIANDONG).parent().expect("a folder").join("examples")
}

#[test]
fn the_examples_of_the_library_do_what_they_say() {
    let examples = built();
    let register = Register::init();
    let run = |name: &str, args: &[&str]| {
        let done = register.program(&examples.join(name).to_string_lossy()).args(args).output().expect("runs");
        assert!(done.status.success(), "{name} {args:?}: {}", said(&done));
        said(&done)
    };
    let broken = example("broken");
    let told = run("check_a_register", &[&broken.to_string_lossy(), "2025", "2025-12-31"]);
    assert!(told.contains("O7 ") && told.contains("公安: "), "{told}");

    let folder = register.folder.to_string_lossy().into_owned();
    let file = |day: &str| run("file_a_record", &[&folder, "应急", "大山石场（虚构）", day, "边坡上方有浮石（虚构）"]);
    assert!(file("2026-01-04").starts_with("filed hazards/2026/yingji/001.toml"));
    let commits = register.commits();
    assert!(run("import_a_sheet", &[&folder, "应急", &sheet(&register, "2026-13-01")]).contains("C2: "));
    assert_eq!(register.commits(), commits, "what is refused changes nothing");
    assert!(run("import_a_sheet", &[&folder, "应急", &sheet(&register, "2026-01-04")]).ends_with("filed\n"));
    assert_eq!(register.commits(), commits + 1);
    register.assert_clean();
}

/// A sheet of one hazard.
fn sheet(register: &Register, day: &str) -> String {
    let sheet = register.home.join("隐患.csv");
    std::fs::write(
        &sheet,
        format!("隐患描述,矿山,发现日期,发现方式,性质\n警示标志缺失（虚构）,大山石场（虚构）,{day},自行检查,事故隐患\n"),
    )
    .expect("written");
    sheet.to_string_lossy().into_owned()
}
