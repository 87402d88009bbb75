//! `--edition`: for whom something is written.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches};

use super::args;
use crate::report::Readers;
use crate::text::{Lang, Text};

/// The option.
pub(super) fn arg(lang: Lang) -> Arg {
    let help = Text::fixed(
        "版别：internal 内部、public 公开；公开版不含姓名、电话、矿山名称和内部记录",
        "the edition: internal, or public, which leaves out persons, telephone numbers, names of mines and internal records",
    );
    args::option("edition", Text::fixed("版别", "EDITION"), help, lang)
        .value_parser(PossibleValuesParser::new(Readers::WORDS))
        .hide_possible_values(true)
}

/// For whom it is; inside where nothing is said.
pub(super) fn readers_asked(matches: &ArgMatches) -> Readers {
    Readers::by_name(matches.get_one::<String>("edition").map(String::as_str))
}
