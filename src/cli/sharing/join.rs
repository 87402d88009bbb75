//! `join`: a signing key for this clone, and a request to the office to admit it.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{ArgAction, ArgMatches};

use crate::cli::session::{Session, programs};
use crate::cli::{Command, Reply, app, output};
use crate::git::History;
use crate::model::{Role, UnitId};
use crate::ops::values::unknown_word;
use crate::ops::{JOINED_UNIT, Register};
use crate::text::{Lang, Text, clean};
use crate::tr;
use crate::trust::{self, Request, generate};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "join",
    zh: "加入",
    about: Text::fixed(
        "加入：做一把签名密钥，写一份交办公室登记的申请",
        "Join: make a signing key, and a request for the office to admit it",
    ),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let unit = Text::fixed("为哪个单位登记", "the unit for which this clone files");
    let name = Text::fixed("姓名", "who");
    let role = Text::fixed(
        "用途：联络员（默认）、负责人、办公室；可写多次",
        "what it signs: liaison (default), leader, office; may be repeated",
    );
    let key = Text::fixed(
        "用已有的 SSH 密钥文件（.pub 表示私钥在 agent 里），不另做",
        "an SSH key that is there (.pub if it lies in an agent), instead of a new one",
    );
    let out = Text::fixed(
        "申请写到哪个文件；默认放在台账文件夹旁边",
        "where the request goes; beside the register's folder by default",
    );
    command
        .arg(app::unit(unit, lang).required(true))
        .arg(app::option("name", Text::fixed("姓名", "NAME"), name, lang).required(true))
        .arg(app::option("role", Text::fixed("用途", "ROLE"), role, lang).action(ArgAction::Append))
        .arg(app::option("key", Text::fixed("文件", "FILE"), key, lang).value_parser(clap::value_parser!(PathBuf)))
        .arg(app::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf)))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let history = History::of_register(&register.root).map_err(Text::from)?;
    let unit = register.mechanism.unit_named(matches.get_one::<String>("unit").map_or("", String::as_str))?.clone();
    let name = clean(matches.get_one::<String>("name").map_or("", String::as_str).trim()).into_owned();
    if name.is_empty() || name.contains(['/', '\\']) {
        return Err(Text::fixed("请写明姓名（不带斜杠）：--name 姓名", "give a name without slashes: --name NAME").into());
    }
    let roles = roles(matches, &unit, &register)?;
    let out = match matches.get_one::<PathBuf>("out") {
        Some(out) => out.clone(),
        None => beside(&register.root, &format!("加入申请-{}-{name}.toml", register.mechanism.short(&unit))),
    };
    output::refuse(&out, &["toml"], true)?;
    let key = match matches.get_one::<PathBuf>("key") {
        Some(key) => std::path::absolute(key)?,
        None => make_key(&unit, &name)?,
    };
    // Nothing is set before the key has signed and the request is written.
    let signing = trust::signing_with(&key.to_string_lossy(), &programs(), None)?;
    let public = signing.key.line();
    let signature = signing.sign.make(&Request::signed(unit.as_str(), &name, &roles, &public))?;
    let request = Request { unit: unit.to_string(), name, role: roles, public, signature };
    let text = toml::to_string(&request).context(Text::fixed("申请没有写成", "the request was not written"))?;
    output::write(&out, text.as_bytes(), true)?;
    set_up(&history, &unit, &request.name, &key)?;
    let (shown, fingerprint) = (clean(&out.to_string_lossy()).into_owned(), signing.key.fingerprint());
    let (key, office) = (clean(&key.to_string_lossy()).into_owned(), register.mechanism.short(register.mechanism.office()));
    let said = tr!(
        "签名密钥：{key}\n指纹：{fingerprint}\n下一步：把 {shown} 交给{office}（邮件、优盘均可），并打电话核对指纹；{office}用 liandong key add 登记\n";
        "signing key: {key}\nfingerprint: {fingerprint}\nnext: give {shown} to {office} (by mail or on a stick) and compare the fingerprint by telephone; {office} admits it with liandong key add\n"
    );
    Ok(Reply::ok(said.get(session.options.lang)))
}

/// What the key is to sign; the office's also what the office owns.
fn roles(matches: &ArgMatches, unit: &UnitId, register: &Register) -> Result<Vec<String>, Text> {
    let read = |role: &String| role.parse().map_err(|_| unknown_word(Role::WORDS, role));
    let given: Vec<Role> = matches.get_many::<String>("role").into_iter().flatten().map(read).collect::<Result<_, _>>()?;
    let default = if unit == register.mechanism.office() { vec![Role::Liaison, Role::Office] } else { vec![Role::Liaison] };
    let roles = if given.is_empty() { default } else { given };
    Ok(roles.iter().map(ToString::to_string).collect())
}

fn beside(root: &Path, name: &str) -> PathBuf {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    root.parent().unwrap_or(&root).join(name)
}

/// Keys lie in a person's own folder: a register that is copied or zipped takes none with it.
fn make_key(unit: &UnitId, name: &str) -> anyhow::Result<PathBuf> {
    let home = std::env::home_dir()
        .ok_or(Text::fixed("找不到个人文件夹；请用 --key 指明密钥文件", "there is no home folder; name a key with --key"))?;
    Ok(generate(&home.join(".ssh"), &format!("liandong-{unit}"), &format!("{name} {unit}"))?)
}

/// The settings of git for this clone: plain git signs with the same key.
fn set_up(history: &History, unit: &UnitId, name: &str, key: &Path) -> Result<(), Text> {
    history.set(JOINED_UNIT, unit.as_str())?;
    history.set("gpg.format", "ssh")?;
    history.set("user.signingkey", &key.to_string_lossy())?;
    history.set("commit.gpgsign", "true")?;
    history.set("user.name", name)?;
    if history.setting("user.email").is_none() {
        history.set("user.email", &format!("{unit}@liandong.invalid"))?;
    }
    Ok(())
}
