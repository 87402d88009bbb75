//! `doctor`: whether this computer can file, sign and share, each thing with its remedy.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::ops::{self, DoctorRequest, Health};
use crate::render::{self, json};
use crate::text::{Lang, Text};

pub(super) static COMMAND: Command = Command {
    name: "doctor",
    zh: "体检",
    about: Text::fixed(
        "查本机能不能登记、签名、共享，每一项附办法",
        "Whether this computer can file, sign and share, each thing with its remedy",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let offline = Text::fixed("不去问共享处", "do not ask the shared place");
    let after = Text::fixed(
        "查的是：git 程序、仓库、台账、登记人、密钥、时钟、共享处、磁盘、放假安排、未登记未送出的、不起作用的设置、遗留文件、草稿。什么都不写。\n退出码：0 没有待处理的；1 有",
        "It looks at git, repository, register, who files, key, clock, shared place, disk, holidays, what is not filed or sent, settings without effect, leftovers and drafts. Nothing is written.\nExit codes: 0 nothing is to be mended; 1 something is",
    );
    command
        .arg(args::switch("offline", offline, lang))
        .arg(args::format(&["text", "json"], lang))
        .after_help(after.get(lang).to_owned())
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let is_clock_set = std::env::var_os(super::session::CLOCK).is_some();
    let is_elsewhere = session.is_elsewhere();
    let request = DoctorRequest { offline: matches.get_flag("offline"), is_clock_set, is_elsewhere };
    let diagnosis = ops::doctor(&session.register()?, request, &session.environment());
    let code = u8::from(diagnosis.count(Health::Amiss) > 0);
    let out = match args::format_typed(matches) {
        "json" => json::json(&diagnosis),
        _ => render::diagnosis(&diagnosis, session.options),
    };
    Ok(Reply { code, ..Reply::ok(out) })
}
