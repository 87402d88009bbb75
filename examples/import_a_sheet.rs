//! Files the rows of a sheet, from the library: `cargo run --example import_a_sheet -- FOLDER UNIT SHEET`. All of it or nothing.

#![allow(clippy::print_stdout)] // an example of a program's own output

use std::path::PathBuf;

use liandong::git::Programs;
use liandong::ops::{AuthorRequest, Environment, ImportRequest, Register, Unwatched, import};
use liandong::text::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, unit, sheet] = args.as_slice() else { return Err("FOLDER UNIT SHEET".into()) };
    let watched = Unwatched::default();
    let environment = Environment {
        programs: Programs::in_environment(std::env::vars_os(), false),
        home: std::env::home_dir(),
        ..Environment::unattended(std::time::SystemTime::now().into(), &watched)
    };
    let register = Register::open(&PathBuf::from(folder).into(), &environment)?;
    let request = ImportRequest {
        name: sheet.clone(),
        bytes: std::fs::read(sheet)?,
        reason: None,
        author: AuthorRequest { unit: Some(unit.clone()), on_behalf: None },
        reported: None,
        hidden: false,
        dry_run: false,
    };
    let outcome = import(&register, &request)?;
    for problem in &outcome.problems {
        println!("{}: {}", problem.cell, problem.what.get(Lang::En));
    }
    println!("{}", if outcome.filing.is_filed() { "filed" } else { "nothing was filed" });
    Ok(())
}
