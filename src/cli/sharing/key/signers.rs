//! `key allowed-signers`: the file by which plain git knows whose signature counts.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::ArgMatches;

use crate::cli::session::Session;
use crate::cli::{Reply, output};
use crate::ops;
use crate::text::{Text, clean};
use crate::tr;

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let text = ops::allowed_signers(&session.register()?, &session.environment())?;
    let Some(out) = matches.get_one::<PathBuf>("out") else { return Ok(Reply::ok(text)) };
    output::write(out, text.as_bytes(), true)?;
    let file = std::path::absolute(out).context(Text::fixed("找不到文件", "no such file"))?;
    let shown = clean(&file.to_string_lossy()).into_owned();
    let said = tr!(
        "已写入 {shown}\n下一步：git config gpg.ssh.allowedSignersFile {shown}，之后 git log --show-signature 能看到签名人\n";
        "wrote {shown}\nnext: git config gpg.ssh.allowedSignersFile {shown}; git log --show-signature shows who signed\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}
