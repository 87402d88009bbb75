//! A ledger that `LibreOffice` saved again. `.ci/run` has it and runs this test.

use std::process::Command;

use super::grid::Grid;
use super::round_trip::{AS, NEW};
use crate::support::{Register, said};

#[test]
#[ignore = "needs office programs"]
fn a_file_that_libreoffice_saved_again_comes_back() {
    let register = Register::of_example();
    let mut grid = Grid::read(&register.export(&["隐患"]), "隐患");
    grid.add(NEW);
    let file = register.home.join("隐患.xlsx");
    grid.write(&file);
    let again = register.home.join("again");
    let profile = format!("-env:UserInstallation=file://{}", register.home.join("profile").display());
    let mut office = Command::new("soffice");
    office.env("HOME", &register.home).arg(profile).args(["--headless", "--convert-to", "xlsx", "--outdir"]);
    let saved = office.arg(&again).arg(&file).output().expect("runs");
    assert!(saved.status.success(), "{}", said(&saved));
    let done = register.import(&again.join("隐患.xlsx"), AS);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(register.git(&["show", "--name-only", "--format=", "HEAD"]).lines().count(), 1, "only the new row");
}
