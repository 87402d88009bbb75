//! The argument that names a record.

use clap::{Arg, ArgMatches};

use super::app;
use crate::text::{Lang, Text};

pub(super) use crate::ops::reference::{literal, of_file, resolve_reference};

/// The argument that names a record: 通报 2025-公安-003 need not be quoted.
pub(super) fn arg(help: Text, lang: Lang) -> Arg {
    app::arg("record", Text::fixed("记录", "RECORD"), help, lang).num_args(1..)
}

/// What was given for it.
pub(super) fn given(matches: &ArgMatches) -> String {
    let words: Vec<&str> = matches.get_many::<String>("record").into_iter().flatten().map(String::as_str).collect();
    words.join(" ")
}
