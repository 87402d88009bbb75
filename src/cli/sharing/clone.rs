//! `clone`: a register that others share, fetched for the first time. Nothing lies in the folder before it is verified.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{address, rejected};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args};
use crate::ops::{self, CloneOutcome, CloneRequest};
use crate::render;
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "clone",
    zh: "取用台账",
    about: Text::fixed(
        "取来一份共享的台账，核验后才写到文件夹里",
        "Fetch a shared register; it is verified before anything is written",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let address = Text::fixed("共享地址：https://…、ssh://… 或文件夹", "where it is shared: https://…, ssh://… or a folder");
    let folder = Text::fixed("放到哪个文件夹；默认按地址取名", "into which folder; named after the address by default");
    command
        .arg(args::arg("address", Text::fixed("地址", "ADDRESS"), address, lang).required(true))
        .arg(args::switch(
            "practice",
            Text::fixed(
                "做一份练习副本：自成一个台账，在里面登记的不能并入真台账",
                "a copy to practise in: a register of its own, of which nothing can be merged into the real one",
            ),
            lang,
        ))
        .arg(args::arg("folder", Text::fixed("文件夹", "DIR"), folder, lang).value_parser(clap::value_parser!(PathBuf)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let address = address(matches)?.unwrap_or_default();
    let request =
        CloneRequest { address, folder: matches.get_one::<PathBuf>("folder").cloned(), practice: matches.get_flag("practice") };
    Ok(match ops::clone(&request, &session.environment())? {
        CloneOutcome::Done(receipt) => Reply::ok(render::clone_receipt(&receipt, session.options.lang)),
        CloneOutcome::Rejected(rejection) => rejected(&rejection, session.options),
    })
}
