//! `key retire`: a key signs nothing any more, and what it signed in wrong hands is named.

use crate::ops::proposal::{RecordDraft, read};
use crate::ops::{PlannedCommit, Register, datetime};
use clap::ArgMatches;
use toml::Value;

use crate::cli::Reply;
use crate::cli::filing::author::own;
use crate::cli::filing::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::sharing::commit_named;
use crate::git::{History, Id};
use crate::model::{Day, Kind, RecordPath};
use crate::text::{Lang, Text, clean};
use crate::tr;
use crate::trust::{KeyHolder, Roster, Verifier};

/// The one key that a person means.
fn meant<'r>(given: &str, roster: &'r Roster) -> Result<&'r KeyHolder, Text> {
    let named = |holder: &&KeyHolder| {
        let by_name = given.split_once('/').is_some_and(|(unit, name)| {
            roster.mechanism.unit_named(unit).is_ok_and(|unit| *unit == holder.unit) && name == holder.name
        });
        by_name || (given.len() >= 12 && holder.key.fingerprint().starts_with(given))
    };
    let found: Vec<&KeyHolder> = roster.holders.iter().filter(named).filter(|holder| holder.until.is_none()).collect();
    let shown = clean(given).into_owned();
    match found[..] {
        [one] => Ok(one),
        [] => Err(
            tr!("没有在用的密钥“{shown}”；liandong key list 列出全部"; "no key in use is called \"{shown}\"; liandong key list shows all"),
        ),
        _ => Err(tr!("“{shown}”不止一把，请写指纹的开头"; "\"{shown}\" are several; give the beginning of a fingerprint")),
    }
}

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    own(matches, register.mechanism.office(), &register)?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let holder = meant(matches.get_one::<String>("key").map_or("", String::as_str), &roster)?;
    let until = match matches.get_one::<String>("until") {
        Some(day) => Day::parse_near(day, register.today())?,
        None => register.today().minus(1),
    };
    let history = History::of_register(&register.root).map_err(Text::from)?;
    let good = matches.get_one::<String>("last-good").map(|rev| commit_named(rev, &history)).transpose()?;
    let line = holder.key.line();
    let commit = PlannedCommit::new(&register, Text::fixed("停用密钥", "Retire a key"), matches.get_flag("dry-run"));
    let path = RecordPath::OfUnit(Kind::Keys, holder.unit.clone());
    let outcome = commit.make(|locked| {
        let before = locked.bytes(&path)?;
        let retired = RecordDraft::rewrite(path.into(), before, |table| {
            let keys = table.get_mut("key").and_then(Value::as_array_mut).into_iter().flatten();
            for key in keys.filter_map(Value::as_table_mut) {
                if key.get("public").and_then(Value::as_str).is_some_and(|public| public.starts_with(&line)) {
                    key.insert("until".into(), datetime(&until));
                    if let Some(good) = good {
                        key.insert("last_good".into(), Value::String(good.to_string()));
                    }
                }
            }
            Ok(())
        })?;
        read(&register, locked, vec![retired], &Kind::Keys.label())
    })?;
    let mut reply = filing_reply(&outcome, matches, session.options);
    if let Some(good) = good.filter(|_| outcome.is_filed()) {
        reply.out.extend(since_then(&register, &holder.key.fingerprint(), good, session.options.lang)?.into_bytes());
    }
    Ok(reply)
}

/// What was signed with a key since a commit.
fn since_then(register: &Register, fingerprint: &str, good: Id, lang: Lang) -> anyhow::Result<String> {
    let open = || History::of_register(&register.root);
    let (_, tip) = open().and_then(|history| history.head()).map_err(Text::from)?;
    let Some(tip) = tip else { return Ok(String::new()) };
    let verdict = Verifier::new(&open).and_then(|mut verifier| verifier.verify(tip, None)).map_err(Text::from)?;
    let history = open().map_err(Text::from)?;
    let mut lines = Vec::new();
    for checked in verdict.commits.iter().filter(|checked| checked.by.as_ref().is_some_and(|by| by.key == fingerprint)) {
        if !history.is_descendant(good, checked.commit).map_err(Text::from)? {
            lines.push(format!("  {} {} {}\n", checked.commit.short(), checked.at.format("%Y-%m-%d"), clean(&checked.title)));
        }
    }
    let count = lines.len();
    let head = tr!("{count} 次提交在那之后用这把密钥签名，请逐件核实：\n"; "{count} commits were signed with it since; confirm them one by one:\n");
    Ok(format!("{}{}", head.get(lang), lines.concat()))
}
