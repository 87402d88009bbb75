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
    option(help, lang)
}

/// The option where what is written goes from hand to hand, and is for everybody unless somebody says otherwise.
#[cfg(feature = "lake")]
pub(super) fn arg_public(lang: Lang) -> Arg {
    let help = Text::fixed(
        "版别：默认 public 公开，矿山以编号代替，不含姓名、电话和内部记录；internal 内部要另放一处。线索和不公开的内容两者都不含",
        "the edition: public by default, in which mines go by numbers and persons, telephone numbers and internal records are left out; internal goes to a lake of its own. Leads and what is sealed are in neither",
    );
    option(help, lang)
}

fn option(help: Text, lang: Lang) -> Arg {
    args::option("edition", Text::fixed("版别", "EDITION"), help, lang)
        .value_parser(PossibleValuesParser::new(Readers::WORDS))
        .hide_possible_values(true)
}

/// For whom it is; inside where nothing is said.
pub(super) fn readers_asked(matches: &ArgMatches) -> Readers {
    readers_asked_or(matches, Readers::Internal)
}

/// For whom it is, where something is said.
pub(super) fn readers_asked_or(matches: &ArgMatches, otherwise: Readers) -> Readers {
    matches.get_one::<String>("edition").map_or(otherwise, |word| Readers::by_name(Some(word)))
}
