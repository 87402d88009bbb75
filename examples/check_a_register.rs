//! Says how a year of a register stands, from the library: `cargo run --example check_a_register -- examples/broken 2025 2025-12-31`.

#![allow(clippy::print_stdout)] // an example of a program's own output

use std::path::PathBuf;

use liandong::ops::{CheckOutcome, CheckRequest, Environment, Unwatched, check};
use liandong::store::Source;
use liandong::text::Lang;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().ok_or("which register?")?);
    let request =
        CheckRequest { year: args.next().map(|year| year.parse()).transpose()?, as_of: args.next(), ..CheckRequest::default() };
    let watched = Unwatched::default();
    let environment = Environment::unattended(std::time::SystemTime::now().into(), &watched);
    match check(Source::Folder(folder.into()), &request, &environment)? {
        CheckOutcome::Judged(checked) => {
            for obligation in &checked.report.obligations {
                println!("{} {}", obligation.id, obligation.title.get(Lang::En));
            }
            for unit in &checked.report.units {
                println!("{}: {} to act on", unit.short, unit.findings.len());
            }
        }
        CheckOutcome::Unjudged { why, problems } => println!("{why}: {} problems", problems.len()),
    }
    Ok(())
}
