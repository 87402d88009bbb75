//! Files a hazard, from the library, as the command line would: `cargo run --example file_a_record -- FOLDER UNIT MINE DAY WHAT`.
//! One record, one commit; what is refused changed nothing.

#![allow(clippy::print_stdout)] // an example of a program's own output

use std::path::PathBuf;

use liandong::git::Programs;
use liandong::ops::{AuthorRequest, Environment, FileRequest, FilingOutcome, Register, Unwatched, file};
use liandong::text::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, unit, mine, day, what] = args.as_slice() else { return Err("FOLDER UNIT MINE DAY WHAT".into()) };
    let watched = Unwatched::default();
    // Who files git knows of the person: its settings and the home in which they lie.
    let environment = Environment {
        programs: Programs::in_environment(std::env::vars_os(), false),
        home: std::env::home_dir(),
        ..Environment::unattended(std::time::SystemTime::now().into(), &watched)
    };
    let register = Register::open(&PathBuf::from(folder).into(), &environment)?;
    let author = AuthorRequest { unit: Some(unit.clone()), on_behalf: None };
    let request = FileRequest { author, ..FileRequest::new("hazard", "new").ok_or("a verb")? };
    let request = request.with("mine", &[mine]).with("found", &[day]).with("description", &[what]);
    match file(&register, &request)? {
        FilingOutcome::Filed(receipt) => receipt.records.iter().for_each(|record| println!("filed {}", record.file)),
        FilingOutcome::Refused(refusal) => {
            for problem in &refusal.problems {
                println!("refused: {}", problem.what.get(Lang::En));
            }
        }
        other => println!("{other:?}"),
    }
    Ok(())
}
