//! `import`: a ledger comes back as records, or comes back marked.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::author::author_request;
use super::given::spreadsheet;
use super::options::{acting, on_behalf_of_many};
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, output};
use crate::ops::{self, CellProblemView, FilingOutcome, ImportAccount, ImportOutcome, ImportRequest, Receipt};
use crate::render::{self, json};
use crate::report::returned::{Returned, marked_name};
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "import",
    zh: "导入",
    about: Text::fixed("把填好的台账（.xlsx、.csv）登记为记录", "File a ledger that was filled in (.xlsx, .csv)"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("填好的台账，.xlsx 或 .csv", "the ledger that was filled in, .xlsx or .csv");
    let reason = Text::fixed("更正已登记、已印发的内容时，写明原因", "why, where what stands is mended");
    let hidden = Text::fixed("隐藏的表、行、列也取用", "take hidden sheets, rows and columns as well");
    let source = Text::fixed(
        "代录的依据，如来文字号；不写 --for 时，办公室按各行所填单位分别代录",
        "the paper from which it is entered; without --for the office enters each row for the unit that it names",
    );
    let [unit, paper] = on_behalf_of_many(lang);
    command
        .arg(app::arg("file", Text::fixed("文件", "FILE"), file, lang).required(true).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::option("reason", Text::fixed("原因", "REASON"), reason, lang))
        .arg(app::switch("all-sheets", hidden, lang))
        .arg(app::switch("force", Text::fixed("标注问题的副本已有时覆盖", "overwrite a marked copy that is there"), lang))
        .arg(unit)
        .arg(paper.help(source.get(lang).to_owned()))
        .args(acting(lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let request = ImportRequest {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes: spreadsheet(&path)?,
        reason: matches.get_one::<String>("reason").cloned(),
        author: author_request(matches),
        reported: matches.get_one::<String>("source").filter(|_| !matches.contains_id("for")).cloned(),
        hidden: matches.get_flag("all-sheets"),
        dry_run: matches.get_flag("dry-run"),
    };
    let ImportOutcome { filing, problems, marked, notes, account } = ops::import(&register, &request)?;
    let mut reply = filing_reply(&filing, matches, session.options);
    let is_json = matches.get_flag("json");
    if is_json && let Some(receipt) = receipt(&filing) {
        reply.out = json::json(&ImportReply { receipt: &receipt, account: &account }).into_bytes();
    }
    if let Some(marked) = marked {
        if is_json {
            let refusal = ImportRefusal { version: 1, commit: None, records: [], problems: &problems, account: &account };
            reply.out = json::json(&refusal).into_bytes();
        }
        reply.err.extend(render::cell_problems(&problems, session.options).into_bytes());
        let told = if request.dry_run {
            UNMARKED
        } else {
            write_marked(&path, &request.bytes, &marked, matches.get_flag("force"), session.options.lang)
        };
        reply.err.extend(line(&told, session));
    }
    reply.err.extend(notes.iter().flat_map(|note| line(note, session)));
    reply.err.extend(render::account(&account, filing.is_filed(), session.options).into_bytes());
    Ok(reply)
}

/// What was filed, or would be; that nothing was where there is nothing to file.
fn receipt(filing: &FilingOutcome) -> Option<Receipt> {
    match filing {
        FilingOutcome::Filed(receipt) | FilingOutcome::Preview(receipt) => Some(receipt.clone()),
        FilingOutcome::Idle(_) => Some(Receipt::nothing()),
        FilingOutcome::Kept { .. } | FilingOutcome::Changed(_) | FilingOutcome::Refused(_) | FilingOutcome::Recovered(_) => None,
    }
}

/// What other programs read of an import: what is said of a filing, and what became of every cell.
#[derive(Serialize)]
struct ImportReply<'a> {
    #[serde(flatten)]
    receipt: &'a Receipt,
    account: &'a ImportAccount,
}

fn line(text: &Text, session: &Session) -> Vec<u8> {
    format!("{}\n", text.get(session.options.lang)).into_bytes()
}

/// What other programs read where nothing was filed: the keys of what is said of a filing, and the problems.
#[derive(Serialize)]
struct ImportRefusal<'a> {
    version: u32,
    commit: Option<&'a str>,
    records: [&'a str; 0],
    problems: &'a [CellProblemView],
    account: &'a ImportAccount,
}

/// A dry run writes nothing, a marked copy neither.
const UNMARKED: Text = Text::fixed(
    "只是试导入，没有写标注问题的副本；不加 --dry-run 导入时才写",
    "nothing was written, as this was a dry run; imported without --dry-run, the file comes back as a marked copy",
);

/// Writes the marked copy beside the file that came in, and says where it is or why there is none.
fn write_marked(path: &Path, own: &[u8], marked: &Returned, force: bool, lang: Lang) -> Text {
    let out = beside(path, if marked.is_workbook { "xlsx" } else { "csv" });
    let (bytes, is_own) = render::marked(marked, own, lang);
    let is_there = |bytes: &[u8]| out.is_file() && std::fs::read(&out).is_ok_and(|there| there == bytes);
    match bytes.and_then(|bytes| if is_there(&bytes) { Ok(()) } else { output::write(&out, &bytes, force) }) {
        Ok(()) => {
            let shown = clean(&out.to_string_lossy()).into_owned();
            if is_own {
                tr!(
                    "问题已标在 {shown}：有问题的格标红，原因写在各行之后，其余与原文件一样；改好后导入它";
                    "the problems are marked in {shown}: bad cells in colour, why behind their rows, all else as in the file itself; mend them there and import it"
                )
            } else if marked.is_workbook {
                tr!(
                    "问题已标在 {shown}；改好后导入它（副本有各格的内容、合并和隐藏，没有公式、批注、图片、下拉选项和格式，也可以照上面的提示改原文件）";
                    "the problems are marked in {shown}; mend them there and import it (the copy has what cells say, merges and what is hidden, but no formulas, comments, pictures, drop-downs or formats; the file itself may be mended as well)"
                )
            } else {
                tr!("问题已标在 {shown}；改好后导入它"; "the problems are marked in {shown}; mend them there and import it")
            }
        }
        Err(why) => {
            let (zh, en) = (why.zh(), why.en());
            tr!("没有写成标注问题的副本：{zh}"; "no marked copy was written: {en}")
        }
    }
}

/// The copy lies beside the file that came in.
fn beside(path: &Path, ending: &str) -> PathBuf {
    path.with_file_name(marked_name(&path.file_name().unwrap_or_default().to_string_lossy(), ending))
}
