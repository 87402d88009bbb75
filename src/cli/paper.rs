//! `paper`: the official paper of a record, as .docx.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::{Session, today};
use super::{Command, Reply, app, edition, output, reference, show};
use crate::model::{FiledPath, Kind, Leaf, Ledger, Mechanism, Number, Record, RecordPath};
use crate::ops::{DraftFolder, ledger, mechanism};
use crate::render;
use crate::report::paper::{Paper, PaperKind, paper};
use crate::report::{Named, ProblemView, Readers, Redaction};
use crate::store::{self, Source, TextPolicy};
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "paper",
    zh: "公文",
    about: Text::fixed(
        "按记录生成公文（.docx）：函、通报、会议通知、纪要、方案、请示、报告",
        "Write the official paper of a record as .docx",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let record = Text::fixed(
        "记录，如 notices/2025/gongan/003、“通报 2025-公安-003”、发文字号；或草稿的名称，如 notices-1",
        "a record, such as notices/2025/gongan/003, 'notice 2025-公安-003', the number of its paper; or a draft, such as notices-1",
    );
    let out = Text::fixed("写到哪个 .docx 文件", "the .docx file to write");
    let kind = Text::fixed(
        "出哪种公文：notice 通知、plan 方案、circular 通报、minutes 纪要；默认按记录的进展",
        "which paper: notice, plan, circular, minutes; by default as far as the record has come",
    );
    let acting = Text::fixed("草稿以哪个单位行文；也可设 LIANDONG_UNIT", "the unit that issues a draft; or set LIANDONG_UNIT");
    let words: Vec<&'static str> = PaperKind::ALL.iter().map(|(word, _)| *word).collect();
    command
        .arg(reference::arg(record, lang).required(true))
        .arg(app::option("out", Text::fixed("文件", "FILE"), out, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(
            app::option("paper", Text::fixed("公文", "PAPER"), kind, lang)
                .value_parser(clap::builder::PossibleValuesParser::new(words)),
        )
        .arg(app::option("as", Text::fixed("单位", "UNIT"), acting, lang).env("LIANDONG_UNIT").hide_env(true))
        .arg(edition::arg(lang))
        .arg(app::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang))
        .arg(output::open_arg(lang))
        .arg(app::revision(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let force = matches.get_flag("force");
    output::refuse(&out, &["docx"], force)?;
    let source = session.source(matches.get_one::<String>("rev").map(String::as_str))?;
    let loaded = store::load_names(&source)?;
    let known = mechanism(&loaded)?;
    let subject = match subject(&reference::given(matches), matches, session, &source, &known)? {
        Ok(subject) => subject,
        Err(problems) => {
            let err = render::carets(&problems, session.options).into_bytes();
            return Ok(Reply { err, code: 2, ..Reply::default() });
        }
    };
    let wanted = matches.get_one::<String>("paper");
    let wanted = wanted.and_then(|word| PaperKind::ALL.iter().find(|(known, _)| known == word)).map(|(_, wanted)| *wanted);
    let mut records = loaded.records;
    let readers = edition::readers_asked(matches);
    gather(&source, &subject, readers, &mut records)?;
    let ledger = ledger(records, loaded.unreadable)?;
    let mut made = paper(&subject.path, wanted, &ledger)?;
    if let Some(draft) = &subject.draft {
        made.record = format!("drafts/{draft}");
        made.draft.push("尚未登记");
    }
    if readers == Readers::Public {
        let redaction = Redaction::from_ledger(&ledger, today(&ledger.mechanism));
        if subject.draft.is_some() || redaction.hides(&subject.path) {
            return Err(edition::refused(&called(&subject, &ledger)).into());
        }
        redaction.publish(&mut made);
    }
    let commit = if subject.draft.is_none() { source.commit_of(&subject.path.file()) } else { None };
    let bytes = render::docx(&made, commit.as_deref()).context(Text::fixed("公文没有生成", "the paper could not be made"))?;
    output::write(&out, &bytes, force)?;
    let mut reply = Reply::ok(describe_paper(&made, &out, &subject, &ledger).get(session.options.lang));
    output::open(&out, matches, &mut reply, session.options);
    Ok(reply)
}

/// What is printed: a record with its place, and the draft that it is, should it be one.
struct Subject {
    path: RecordPath,
    record: Record,
    draft: Option<String>,
}

/// The record or draft that is named, or what is wrong with its file.
fn subject(
    given: &str,
    matches: &ArgMatches,
    session: &Session,
    source: &Source,
    mechanism: &Mechanism,
) -> anyhow::Result<Result<Subject, Vec<ProblemView>>> {
    if let Source::Folder(root) = source
        && let Some(text) = DraftFolder::in_register(root).text(given)
    {
        let path = RecordPath::Filed(draft_path(given, matches, mechanism)?);
        let file = format!("drafts/{given}.toml");
        let read = Record::read(&path, &text).map_err(|problems| views(&file, &text, problems));
        return Ok(read.map(|record| Subject { path, record, draft: Some(given.to_owned()) }));
    }
    let path = if let Ok(reference) = reference::resolve_reference(given, mechanism, today(mechanism)) {
        reference.record
    } else {
        // The number of a paper stands in some record: all have to be looked through.
        let register = session.read(matches, TextPolicy::Drop)?;
        show::resolve_record(given, &register, &register.ledger()?)?
    };
    let file = path.file();
    match store::load_record(source, &path) {
        Ok(Some(record)) => Ok(Ok(Subject { path, record, draft: None })),
        Ok(None) => {
            Err(tr!("台账中没有 {file}；已有的见 liandong list"; "the register has no {file}; liandong list shows what there is")
                .into())
        }
        Err(problems) => Ok(Err(views(&file, &source.text(&file).unwrap_or_default(), problems))),
    }
}

fn views(file: &str, text: &str, problems: Vec<crate::model::reader::ReadProblem>) -> Vec<ProblemView> {
    let view = |problem: crate::model::reader::ReadProblem| {
        ProblemView::in_file(file.to_owned(), Some(text), problem.span, true, problem.what, problem.help)
    };
    problems.into_iter().map(view).collect()
}

/// Where a draft would be filed: by the unit that issues it, under a number that it does not have yet.
fn draft_path(draft: &str, matches: &ArgMatches, mechanism: &Mechanism) -> anyhow::Result<FiledPath> {
    let Some(unit) = matches.get_one::<String>("as") else {
        return Err(Text::fixed(
            "草稿还没有登记单位；请写明以哪个单位行文：--as 单位",
            "a draft has no unit yet; say which one issues it: --as UNIT",
        )
        .into());
    };
    let kind = draft.rsplit_once('-').and_then(|(folder, _)| Kind::of_folder(folder));
    let number = Number::new(0, 1);
    let register = kind.filter(|kind| kind.is_happening()).zip(number);
    let Some((kind, number)) = register else {
        let draft = clean(draft).into_owned();
        return Err(tr!("草稿 {draft} 不出公文"; "draft {draft} gives no paper").into());
    };
    Ok(FiledPath { kind, year: today(mechanism).year(), unit: mechanism.unit_named(unit)?.clone(), number })
}

/// How far references are followed: a paper upward is about a question of a meeting, whose paper is that again.
const DEPTH: usize = 2;

/// Adds the subject and whatever its paper speaks of, so that the register need not be read.
fn gather(source: &Source, subject: &Subject, readers: Readers, records: &mut Vec<(RecordPath, Record)>) -> anyhow::Result<()> {
    records.extend(people(source, subject, readers)?);
    let mut found = vec![(subject.path.clone(), subject.record.clone())];
    // What units want a meeting to deal with names the meeting; the meeting need not name it.
    if subject.path.kind() == Kind::Meeting {
        found.extend(store::load_kind(source, Kind::Agenda)?.records);
    }
    let mut next = 0;
    for _ in 0..DEPTH {
        let mut wanted = Vec::new();
        for (_, record) in &found[next..] {
            record.visit(&mut |_: &crate::model::KeyPath<'_>, leaf| {
                if let Leaf::Reference(reference) = leaf {
                    wanted.push(reference.record.clone());
                }
            });
        }
        next = found.len();
        for path in wanted {
            let is_new = path.kind().is_happening() && !found.iter().any(|(known, _)| *known == path);
            // What cannot be read is for `check` to say; a paper does without it.
            if is_new && let Ok(Some(record)) = store::load_record(source, &path) {
                found.push((path, record));
            }
        }
    }
    records.extend(found);
    Ok(())
}

/// The people that a paper asks for: those of the unit that invites to a meeting; everybody, where nobody may be named.
fn people(source: &Source, subject: &Subject, readers: Readers) -> anyhow::Result<Vec<(RecordPath, Record)>> {
    if readers == Readers::Public {
        return Ok(store::load_kind(source, Kind::People)?.records);
    }
    let unit = subject.path.owner().filter(|_| subject.path.kind() == Kind::Meeting);
    let path = unit.map(|unit| RecordPath::OfUnit(Kind::People, unit.clone()));
    // What cannot be read is for `check` to say; a paper does without it.
    let read = |path: RecordPath| store::load_record(source, &path).ok().flatten().map(|record| (path, record));
    Ok(path.and_then(read).into_iter().collect())
}

/// What people call it.
fn called(subject: &Subject, ledger: &Ledger) -> Text {
    match &subject.draft {
        Some(draft) => Text::new(format!("草稿 {}", clean(draft)), format!("draft {}", clean(draft))),
        None => Named::of_record(&subject.path, &ledger.mechanism).title,
    }
}

/// What was written, and what is still to be filled in by hand.
fn describe_paper(made: &Paper, out: &Path, subject: &Subject, ledger: &Ledger) -> Text {
    let title = called(subject, ledger);
    let (zh, en, file) = (title.zh(), title.en(), clean(&out.to_string_lossy()).into_owned());
    let mut lines = vec![tr!("已按 {zh} 生成公文 {file}\n"; "wrote the paper of {en} to {file}\n")];
    if !made.draft.is_empty() {
        let why = made.draft.join("，");
        lines.push(tr!("每页标有“草稿”（{why}）\n"; "every page is marked 草稿, a draft ({why})\n"));
    }
    let blanks = made.blanks();
    if !blanks.is_empty() {
        let blanks = Text::join(&blanks, "、", ", ");
        let (zh, en) = (blanks.zh(), blanks.en());
        lines.push(tr!("记录中没有、留待填写的：{zh}\n"; "left blank, since the record does not say: {en}\n"));
    }
    Text::join(&lines, "", "")
}
