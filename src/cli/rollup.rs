//! `rollup`: the registers of many districts into one lake, and a page over all of them.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args, edition, output};
use crate::git::read_named_file;
use crate::model::limits::RECORD_BYTES;
use crate::ops::{self, LakeRequest, ListedRegister, RegisterList, RolledDistrict};
use crate::render::{self, json};
use crate::report::Readers;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "rollup",
    zh: "汇总",
    about: Text::fixed(
        "按清单取来各区县的台账，核验后导出到一个数据湖，并生成汇总网页",
        "Fetch the registers of a list, verify them, export them into one lake, and write a page over all districts",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let list = Text::fixed(
        "清单（.toml）：每个区县一段 [[register]]，写 name（名称）、address（共享地址）、root（信任起点）",
        "the list (.toml): a [[register]] a district with name, address and root, the commit at which trust begins",
    );
    let out = Text::fixed("数据湖的文件夹，没有时新建", "the folder of the lake, made where it is not there");
    let page =
        Text::fixed("汇总写到哪个文件：网页 .html，或文档 .docx", "the file of the page over all districts: .html, or .docx");
    command
        .arg(
            args::arg("list", Text::fixed("清单", "REGISTERS"), list, lang)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(
            args::option("out", Text::fixed("文件夹", "DIR"), out, lang)
                .required(true)
                .value_parser(clap::value_parser!(PathBuf)),
        )
        .arg(args::option("page", Text::fixed("文件", "FILE"), page, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(edition::arg_public(lang))
        .arg(args::as_of(lang))
        .arg(args::switch(
            "replace",
            Text::fixed(
                "湖里某区县是另一份台账时，换成清单里的",
                "put the registers of the list in the place of others of the same districts",
            ),
            lang,
        ))
        .arg(args::switch(
            "force",
            Text::fixed("--page 已是别的文件时覆盖", "overwrite a file at --page that is none of these pages"),
            lang,
        ))
        .arg(args::format(&["text", "json"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let page = output::path_typed(matches, "page");
    // A page of the same over an older one is what is asked for.
    let force = output::is_forced(matches) || page.is_some_and(is_own_page);
    if let Some(page) = page {
        output::refuse(page, &["html", "docx"], force)?;
    }
    let list = read(output::path_typed(matches, "list").unwrap_or(Path::new("")))?;
    let readers = edition::readers_asked_or(matches, Readers::Public);
    let request = LakeRequest {
        out: output::path_typed(matches, "out").unwrap_or(Path::new("")).to_owned(),
        readers,
        as_of: args::as_of_typed(matches),
        replace: matches.get_flag("replace"),
    };
    let rolled = ops::roll_up(&list, &request, &session.environment(), &render::parquet)?;
    if let Some(page) = page {
        let is_sheet = page.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
        let bytes = if is_sheet {
            render::rollup_docx(&rolled, readers).context(Text::fixed("文档没有生成", "the document could not be made"))?
        } else {
            render::rollup(&rolled, readers, session.options.lang).into_bytes()
        };
        output::write(page, &bytes, force)?;
    }
    let failed = rolled.iter().filter(|one| one.done.is_err()).count();
    let mut reply = if args::format_typed(matches) == "json" {
        Reply::ok(json::json(&rolled))
    } else {
        let lines: Vec<String> = rolled.iter().map(|one| describe(one).get(session.options.lang).to_owned() + "\n").collect();
        Reply::done(lines.concat())
    };
    output::tell(ops::exposed_lake(&request.out).as_ref(), &mut reply, session.options);
    let unread = rolled.iter().filter_map(|one| one.done.as_ref().ok()).any(|one| one.unread > 0);
    reply.code = if failed > 0 || unread { 2 } else { 0 };
    Ok(reply)
}

/// Whether a file is a page over districts that this program wrote.
fn is_own_page(page: &Path) -> bool {
    let mut begins = Vec::new();
    let is_file = page.symlink_metadata().is_ok_and(|found| found.is_file());
    let read = is_file.then(|| File::open(page).and_then(|file| file.take(render::ROLLUP_BEGINS).read_to_end(&mut begins)));
    matches!(read, Some(Ok(_))) && render::is_rollup(&begins)
}

/// The list. A folder that it names is meant from where the list lies.
fn read(file: &Path) -> anyhow::Result<RegisterList> {
    let shown = clean(&file.to_string_lossy()).into_owned();
    let unread = || tr!("读不出清单 {shown}；请核对文件名"; "the list {shown} cannot be read; check its name");
    let text = read_named_file(file, RECORD_BYTES).map_err(|_| unread())?;
    let mut list = RegisterList::parse(&text)?;
    let beside = std::path::absolute(file)?;
    let beside = beside.parent().unwrap_or(Path::new("/"));
    for ListedRegister { address, .. } in &mut list.register {
        let local = beside.join(&*address);
        if local.is_dir() {
            *address = local.to_string_lossy().into_owned();
        }
    }
    Ok(list)
}

fn describe(one: &RolledDistrict) -> Text {
    let name = clean(&one.name).into_owned();
    match &one.done {
        Ok(done) => {
            let (district, commit, rows, written) = (&done.district, &done.commit[..10], done.rows, done.files.written);
            let unread = match done.unread {
                0 => Text::default(),
                count => tr!("；{count} 个文件读不出，没有导出"; "; {count} files could not be read and are missing"),
            };
            let (zh, en) = (unread.zh(), unread.en());
            tr!("{name} {district}：提交 {commit}，{rows} 行，写 {written} 个文件{zh}"; "{name} {district}: commit {commit}, {rows} rows, {written} files written{en}")
        }
        Err(why) => {
            let why = why.said();
            let (zh, en) = (why.zh(), why.en());
            tr!("{name}：没有导出：{zh}"; "{name}: not exported: {en}")
        }
    }
}
