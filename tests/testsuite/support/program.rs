//! The program on a register, asked through the library.

use std::path::Path;

use liandong::cli::{self, Reply};
use liandong::render::RenderOptions;
use liandong::text::Lang;
use tempfile::TempDir;

use super::example::copy_to;

/// A copy of the register in `examples/clean`, to be changed.
pub(crate) fn copy() -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    copy_to(copy.path());
    copy
}

pub(crate) fn run(data: &Path, args: &[&str], lang: Lang) -> Reply {
    let data = data.to_string_lossy();
    let args = ["liandong", "--data", &data].into_iter().chain(args.iter().copied());
    cli::run(args.map(Into::into).collect(), RenderOptions { lang, color: false, columns: None })
}

pub(crate) fn said(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.out).into_owned() + &String::from_utf8_lossy(&reply.err)
}
