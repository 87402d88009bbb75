//! A record is shown from itself and its neighbours as it would be from the whole register.

use std::path::Path;

use liandong::model::{Ledger, RecordPath};
use liandong::ops::{self, Environment, LoadedRegister, ShowOutcome, ShowRequest, Unwatched, show};
use liandong::report::{self, Guide, RecordPage};
use liandong::rules::{self, Context, Finding, Judgement, Unverified};
use liandong::store::{Source, TextPolicy};

use crate::support::example;

fn environment(watched: &Unwatched) -> Environment<'_> {
    Environment::unattended("2026-01-05T01:00:00Z".parse().expect("a moment"), watched)
}

/// A register that was read and judged as a whole.
struct Whole {
    register: LoadedRegister,
    ledger: Ledger,
    judgement: Judgement,
}

impl Whole {
    fn of(folder: &Path) -> Self {
        let watched = Unwatched::default();
        let source = Source::Folder(folder.into());
        let register = LoadedRegister::read(source, TextPolicy::Keep, &environment(&watched)).expect("read");
        let ledger = register.ledger().expect("whole");
        let judgement = rules::judge_register(&Self::context(&ledger));
        Self { register, ledger, judgement }
    }

    fn context(ledger: &Ledger) -> Context<'_> {
        let watched = Unwatched::default();
        let today = environment(&watched).today_in(&ledger.mechanism);
        Context { ledger, today, now: today, unverified: &Unverified::Nothing }
    }

    fn page(&self, path: &RecordPath) -> RecordPage {
        let records = &self.register.loaded.records;
        let (_, record) = records.iter().find(|(at, _)| at == path).expect("is there");
        let positions = |keys: &[(&str, &str)]| self.register.positions(keys);
        let command = |found: &Finding| ops::command(found, &self.ledger);
        let guide = Guide { positions: &positions, command: &command };
        let found = report::findings(&Self::context(&self.ledger), self.judgement.about(path), guide);
        report::page(path, record, report::pointing_at(path, records), &self.ledger.mechanism, found)
    }
}

#[test]
fn a_record_is_shown_as_the_whole_register_has_it() {
    let mut found = 0;
    for name in ["clean", "broken"] {
        let whole = Whole::of(&example(name));
        for (path, _) in &whole.register.loaded.records {
            let (request, watched) = (ShowRequest { record: path.to_string(), ..ShowRequest::default() }, Unwatched::default());
            let shown = show(Source::Folder(example(name).into()), &request, &environment(&watched));
            let Ok(ShowOutcome::Record(page)) = shown else { panic!("{path}: {shown:?}") };
            let json = |page: &RecordPage| serde_json::to_string_pretty(page).expect("a value");
            assert_eq!(json(&page), json(&whole.page(path)), "{name}: {path}");
            found += page.findings.len();
        }
    }
    assert!(found > 50, "{found} findings");
}
