//! `show`: one record, with what points at it and what was found about it.

use clap::ArgMatches;

use super::session::{Session, as_of, today};
use super::{Command, Reply, app, reference};
use crate::model::{DocNumber, Kind, Ledger, RecordPath};
use crate::ops;
use crate::ops::LoadedRegister;
use crate::render::{self, json};
use crate::report::{self, Guide};
use crate::rules::{self, Context, Finding, Unverified};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command =
    Command { name: "show", zh: "查看", about: Text::fixed("查看一条记录", "Show a record"), args, run };

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let help = Text::fixed(
        "记录，如 notices/2025/gongan/003、“通报 2025-公安-003”、发文字号或文件路径",
        "a record, such as notices/2025/gongan/003, 'notice 2025-公安-003', the number of its paper, or its file",
    );
    command
        .arg(reference::arg(help, lang).required(true))
        .arg(app::as_of(lang))
        .arg(app::revision(lang))
        .arg(app::format(&["text", "json", "toml"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    show(&reference::given(matches), matches, session)
}

/// Shows a record of a kind, which may be named in short: 公安/3.
pub(super) fn of_kind(kind: Kind, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let mechanism = session.read_mechanism(matches)?;
    let given = reference::given(matches);
    let titled = format!("{} {given}", kind.label().zh());
    let path = reference::of_file(&titled, &mechanism, today(&mechanism));
    show(&path.map_or(given, |path| path.to_string()), matches, session)
}

fn show(given: &str, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.read(matches, TextPolicy::Keep)?;
    let ledger = register.ledger()?;
    let path = resolve_record(given, &register, &ledger)?;
    let Some((path, record)) = register.loaded.records.iter().find(|(at, _)| *at == path) else {
        let file = path.file();
        return Err(if register.loaded.unreadable.contains(&path) {
            tr!("{file} 未能读取，原因见 liandong check"; "{file} cannot be read; liandong check says why")
        } else {
            let label = path.kind().label();
            let (zh, en) = (label.zh(), label.en());
            tr!("台账中没有 {file}；已有的见 liandong list {zh}"; "the register has no {file}; liandong list '{en}' shows what there is")
        }
        .into());
    };
    let format = matches.get_one::<String>("format").map(String::as_str);
    if format == Some("toml") {
        return Ok(Reply::ok(register.source.text(&path.file()).unwrap_or_default()));
    }
    let now = today(&ledger.mechanism);
    let context = Context { ledger: &ledger, today: as_of(matches, now)?, now, unverified: &Unverified::Nothing };
    let (position, command) =
        (|file: &str, key: &str| register.position(file, key), |found: &Finding| ops::command(found, &ledger));
    let guide = Guide { place: &position, command: &command };
    let found = report::findings(&context, rules::judge_register(&context).about(path), guide);
    let page = report::page(path, record, &register.loaded.records, &ledger, found);
    Ok(Reply::ok(match format {
        Some("json") => json::json(&page),
        _ => render::page(&page, session.options),
    }))
}

/// The record that a person names, by its path, its title or the number of its paper.
pub(super) fn resolve_record(given: &str, register: &LoadedRegister, ledger: &Ledger) -> Result<RecordPath, Text> {
    let plain = given.trim().trim_start_matches("./").trim_end_matches(".toml");
    let plain = plain.split('#').next().unwrap_or_default();
    if let Ok(path) = reference::of_file(plain, &ledger.mechanism, today(&ledger.mechanism)) {
        return Ok(path);
    }
    let mut numbered = Vec::new();
    for (path, record) in &register.loaded.records {
        record.visit(&mut |_: &crate::model::KeyPath<'_>, leaf| {
            if let crate::model::Leaf::Number(number) = leaf
                && same_number(number, plain)
                && !numbered.contains(path)
            {
                numbered.push(path.clone());
            }
        });
    }
    match <[RecordPath; 1]>::try_from(numbered) {
        Ok([path]) => Ok(path),
        Err(several) if !several.is_empty() => {
            let files = several.iter().map(RecordPath::file).collect::<Vec<_>>().join("、");
            let shown = clean(given);
            Err(tr!("“{shown}”不止一条：{files}"; "\"{shown}\" is more than one: {files}"))
        }
        Err(_) => {
            let shown = clean(given);
            Err(tr!(
                "台账中没有“{shown}”；可写 notices/2025/gongan/003、“通报 2025-公安-003”或发文字号";
                "the register has no \"{shown}\"; write notices/2025/gongan/003, 'notice 2025-公安-003' or the number of a paper"
            ))
        }
    }
}

fn same_number(number: &DocNumber, given: &str) -> bool {
    let even = |text: &str| text.replace(['[', '(', '（', '【'], "〔").replace([']', ')', '）', '】'], "〕").replace(' ', "");
    even(number.as_str()) == even(given)
}
