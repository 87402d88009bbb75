//! Files that a command writes for people to take away: of the right ending, and never over another unless asked to.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::{Reply, args};
pub(super) use crate::ops::{export as write, may_export as refuse};
use crate::render::{self, RenderOptions};
use crate::report::{FolderView, ProblemView};
use crate::text::{Lang, Text, clean, english_count};
use crate::tr;

/// `--force`.
pub(super) fn force_arg(lang: Lang) -> Arg {
    args::switch("force", Text::fixed("文件已有时覆盖", "overwrite a file that is there"), lang)
}

/// Whether a file that is there may be overwritten.
pub(super) fn is_forced(matches: &ArgMatches) -> bool {
    matches.get_flag("force")
}

/// The file that is to be written, where one is named.
pub(super) fn path_typed<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a Path> {
    matches.get_one::<PathBuf>(id).map(PathBuf::as_path)
}

/// Tells on a reply what could not be read: an answer without it is not the whole truth, and no success.
pub(super) fn tell_unread(unread: &[ProblemView], reply: &mut Reply, options: RenderOptions) {
    if !unread.is_empty() {
        reply.err.extend(render::carets(unread, options).into_bytes());
        reply.code = 2;
    }
}

/// Tells beside a reply in what the folder that was read differs from what was filed.
pub(super) fn tell_folder(folder: Option<&FolderView>, reply: &mut Reply, options: RenderOptions) {
    tell(&folder.map(FolderView::lines).unwrap_or_default(), reply, options);
}

/// Tells something beside a reply, a line each.
pub(super) fn tell<'t>(lines: impl IntoIterator<Item = &'t Text>, reply: &mut Reply, options: RenderOptions) {
    for line in lines {
        reply.err.extend(line.get(options.lang).bytes().chain([b'\n']));
    }
}

/// Writes pages to a folder, which is made where it is not there; older ones of their names go.
pub(super) fn write_pages(
    folder: &Path,
    pages: impl IntoIterator<Item = (String, Vec<u8>)>,
    options: RenderOptions,
) -> anyhow::Result<Reply> {
    std::fs::create_dir_all(folder)?;
    let mut count = 0;
    for (name, page) in pages {
        write(&folder.join(name), &page, true)?;
        count += 1;
    }
    let shown = clean(&folder.to_string_lossy()).into_owned();
    let files = english_count(count, "file");
    let done = tr!("已存入 {shown}：{count} 个文件"; "written to {shown}: {files}");
    Ok(Reply::done(format!("{}\n", done.get(options.lang))))
}

/// `--open`.
pub(super) fn open_arg(lang: Lang) -> Arg {
    args::switch("open", Text::fixed("写好后打开", "open it when it is written"), lang)
}

/// Opens it in the program that the user has for such files, should that be wanted. What was written stands in any case.
pub(super) fn open(out: &Path, matches: &ArgMatches, reply: &mut Reply, options: RenderOptions) {
    if !matches.get_flag("open") {
        return;
    }
    // A name that begins with a hyphen must not be taken for an option.
    let whole = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    if open::that_detached(&whole).is_err() {
        let shown = clean(&out.to_string_lossy()).into_owned();
        let what = tr!("已写成，但打不开 {shown}，请自行打开"; "it is written, but {shown} could not be opened: please open it yourself");
        reply.err.extend(render::failure(&[what], options).into_bytes());
    }
}
