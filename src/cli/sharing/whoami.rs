//! `whoami`: for whom this clone files, and whether its signature counts.

use clap::ArgMatches;

use crate::cli::session::Session;
use crate::cli::{Command, Reply};
use crate::git::History;
use crate::ops::{JOINED_UNIT, Register};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{self, Roster};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "whoami",
    zh: "我是谁",
    about: Text::fixed("本机以谁的名义登记，签名算不算数", "For whom this clone files, and whether its signature counts"),
    args: |command, _| command,
    run,
};

fn run(_: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let history = History::of_register(&register.root).map_err(Text::from)?;
    let lang = session.options.lang;
    let mut out = String::new();
    let mut say = |text: Text| {
        out.push_str(text.get(lang));
        out.push('\n');
    };
    match history.setting(JOINED_UNIT) {
        Some(unit) => {
            let unit = clean(&unit).into_owned();
            let short =
                register.mechanism.unit_named(&unit).map_or(unit.as_str(), |unit| register.mechanism.short(unit)).to_owned();
            say(tr!("单位：{short}"; "unit: {short}"));
        }
        None => say(Text::fixed(
            "还没有加入；用 liandong join --unit 单位 --name 姓名",
            "not joined yet; liandong join --unit UNIT --name NAME",
        )),
    }
    if let Some(name) = history.setting("user.name") {
        let name = clean(&name).into_owned();
        say(tr!("姓名：{name}"; "name: {name}"));
    }
    key(&register, &mut say);
    match trust::root(&history).map_err(Text::from)? {
        Some(root) => {
            let root = root.short();
            say(tr!("台账的起点（与办公室核对）：{root}"; "trust begins at (compare with the office): {root}"));
        }
        None => say(Text::fixed("台账还没有启用签名", "nothing in this register is signed yet")),
    }
    Ok(Reply::ok(out))
}

fn key(register: &Register, say: &mut dyn FnMut(Text)) {
    let signing = match register.signing() {
        Ok(Some(signing)) => signing,
        Ok(None) => return say(Text::fixed("没有签名密钥：登记的都不签名", "no signing key: what is filed is not signed")),
        Err(why) => return say(why),
    };
    let fingerprint = signing.key.fingerprint();
    say(tr!("密钥：{fingerprint}"; "key: {fingerprint}"));
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let holders = roster.of_key(&signing.key);
    if holders.is_empty() {
        return say(Text::fixed(
            "密钥还没有登记：请把加入申请交给办公室；在此之前登记的，等登记后再同步",
            "the key is not admitted yet: give the request to the office; what is filed meanwhile can be sent after that",
        ));
    }
    for holder in holders {
        let (unit, since) = (register.mechanism.short(&holder.unit), holder.since);
        let roles: Vec<Text> = holder.role.iter().map(|role| role.label()).collect();
        let roles = Text::join(&roles, "、", ", ");
        let (zh, en) = (roles.zh(), roles.en());
        say(match holder.until {
            Some(until) => tr!("登记为{unit} {zh}，{since} 至 {until}"; "admitted for {unit} as {en}, {since} to {until}"),
            None => tr!("登记为{unit} {zh}，自 {since} 起"; "admitted for {unit} as {en}, since {since}"),
        });
        let letter = holder.letter();
        if !letter.is_empty() {
            say(tr!("本机编号系列：{letter}（如 {letter}001）"; "this clone numbers in series {letter} ({letter}001 …)"));
        }
    }
}
