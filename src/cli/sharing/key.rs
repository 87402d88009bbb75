//! `key`: whose signature counts. The office admits and retires.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::ArgMatches;
use toml::{Table, Value};

use crate::cli::filing::commit::{Commit, Composed, Stop};
use crate::cli::filing::file::bounded;
use crate::cli::filing::options::acting;
use crate::cli::filing::place::{Place, own};
use crate::cli::filing::table::{append, datetime};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, app, output};
use crate::git::History;
use crate::model::reader::Keys;
use crate::model::{Comments, Day, Kind, RecordPath, UnitId};
use crate::render;
use crate::store::Held;
use crate::text::{Lang, Text, clean};
use crate::tr;
use crate::trust::{Holder, PublicKey, Request, Roster, Verifier};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "key",
    zh: "密钥",
    about: Text::fixed("登记、停用、列出签名密钥", "Admit, retire and list signing keys"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let file = Text::fixed("加入申请（join 写的文件）", "the request that join wrote");
    let since = Text::fixed("从哪天起；默认今天", "from which day; today by default");
    let key = Text::fixed(
        "哪把：指纹的开头（SHA256:…）或 单位/姓名",
        "which: the beginning of its fingerprint (SHA256:…) or UNIT/NAME",
    );
    let until =
        Text::fixed("到哪天为止；默认今天前一天，即刻停用", "its last day; yesterday by default, so that it ends at once");
    let lost = Text::fixed("密钥失密，落入他人之手", "it fell into other hands");
    let good = Text::fixed(
        "最后一次可信的提交，之后的逐件核实",
        "the last commit that is surely its holder's; what came since is named",
    );
    let out = Text::fixed("写到哪个文件；默认打印", "which file to write; printed by default");
    let about = |zh, en| Text::fixed(zh, en);
    command
        .subcommand_required(true)
        .subcommand(
            app::named("add", "登记", &about("登记一把密钥", "Admit a key"), lang)
                .arg(
                    app::arg("file", Text::fixed("文件", "FILE"), file, lang)
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(app::option("since", Text::fixed("日期", "DAY"), since, lang))
                .args(acting(lang)),
        )
        .subcommand(app::named("list", "列出", &about("列出密钥", "List keys"), lang).arg(app::format(&["table", "json"], lang)))
        .subcommand(
            app::named("retire", "停用", &about("停用一把密钥", "Retire a key"), lang)
                .arg(app::arg("key", Text::fixed("密钥", "KEY"), key, lang).required(true))
                .arg(app::option("until", Text::fixed("日期", "DAY"), until, lang))
                .arg(app::switch("compromised", lost, lang).requires("last-good"))
                .arg(app::option("last-good", Text::fixed("提交", "REV"), good, lang).requires("compromised"))
                .args(acting(lang)),
        )
        .subcommand(
            app::named(
                "allowed-signers",
                "签名人",
                &about("写出 git 认的签名人文件", "Write the file of signers that plain git understands"),
                lang,
            )
            .arg(app::option("out", Text::fixed("文件", "FILE"), out, lang).value_parser(clap::value_parser!(PathBuf))),
        )
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    match matches.subcommand() {
        Some(("add", within)) => add(within, session),
        Some(("retire", within)) => retire(within, session),
        Some(("allowed-signers", within)) => allowed_signers(within, session),
        Some((_, within)) => list(within, session),
        None => Ok(Reply::default()),
    }
}

fn add(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let place = Place::open(session)?;
    own(matches, place.mechanism.office(), &place)?;
    let file = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let shown = clean(&file.to_string_lossy()).into_owned();
    let unread = || tr!("{shown} 不是加入申请；请申请人用 liandong join 重新写一份"; "{shown} is no request; have it made anew with liandong join");
    let text = match std::fs::File::open(&file).and_then(bounded) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(
                tr!("没有文件 {shown}；请核对加入申请放在哪里"; "there is no file {shown}; check where the request lies").into(),
            );
        }
        read => read.map_err(|_| unread())?,
    };
    let request: Request = toml::from_str(&text).map_err(|_| unread())?;
    let key = request.key()?;
    let roster = Roster::of(place.mechanism.clone());
    if let Some(known) = roster.of_key(&key).first() {
        let (unit, name) = (place.mechanism.short(&known.unit), &known.name);
        return Err(tr!("这把密钥已经登记给{unit} {name}"; "this key was admitted before, for {unit} {name}").into());
    }
    let unit = place.mechanism.unit_named(&request.unit)?.clone();
    let since = match matches.get_one::<String>("since") {
        Some(day) => Day::parse_near(day, place.today())?,
        None => place.today(),
    };
    let series = roster.next_series(&unit).ok_or_else(|| {
        let unit = place.mechanism.short(&unit);
        tr!("{unit}在用的密钥太多；先用 liandong key retire 停用不用的"; "{unit} has too many keys in use; retire some with liandong key retire")
    })?;
    let entry = entry(&request, &key, since, series);
    let (fingerprint, short, name) =
        (key.fingerprint(), place.mechanism.short(&unit).to_owned(), clean(&request.name).into_owned());
    let commit = Commit::new(session, &place, matches, Text::fixed("登记密钥", "Admit a key")).then(tr!(
        "与{short} {name} 打电话核对指纹 {fingerprint}，再用 liandong sync 送出";
        "compare the fingerprint {fingerprint} with {short} {name} by telephone, then send it with liandong sync"
    ));
    commit.make(|held| Ok(vec![with_key(held, &unit, entry)?])).0
}

/// A key as the register keeps it.
pub(super) fn entry(request: &Request, key: &PublicKey, since: Day, series: u8) -> Table {
    let mut table = Table::new();
    table.insert("name".into(), Value::String(clean(&request.name).into_owned()));
    table.insert("public".into(), Value::String(key.line()));
    table.insert("role".into(), Value::Array(request.role.iter().cloned().map(Value::String).collect()));
    table.insert("since".into(), datetime(&since));
    if series > 0 {
        table.insert("series".into(), Value::String(char::from(b'a' + series).to_string()));
    }
    table
}

/// A unit's keys with one more.
pub(super) fn with_key(held: &Held<'_>, unit: &UnitId, entry: Table) -> Result<Composed, Stop> {
    let path = RecordPath::OfUnit(Kind::Keys, unit.clone());
    if held.bytes(&path)?.is_some() {
        return Composed::rewritten(path, held, |table| append(table, "key", entry, false));
    }
    let mut table = Table::new();
    append(&mut table, "key", entry, false);
    let text = toml::to_string(&table).map_err(|error| Stop::Failed(error.into()))?;
    let record = Kind::Keys
        .read(&text, Keys::Known)
        .map_err(|problems| problems.into_iter().next().map(|problem| problem.what).unwrap_or_default())?;
    Ok(Composed::plain(path, None, record.write(&Comments::default())))
}

/// The one key that a person means.
fn meant<'r>(given: &str, roster: &'r Roster) -> Result<&'r Holder, Text> {
    let named = |holder: &&Holder| {
        let by_name = given.split_once('/').is_some_and(|(unit, name)| {
            roster.mechanism.unit_named(unit).is_ok_and(|unit| *unit == holder.unit) && name == holder.name
        });
        by_name || (given.len() >= 12 && holder.key.fingerprint().starts_with(given))
    };
    let found: Vec<&Holder> = roster.holders.iter().filter(named).filter(|holder| holder.until.is_none()).collect();
    let shown = clean(given).into_owned();
    match found[..] {
        [one] => Ok(one),
        [] => Err(
            tr!("没有在用的密钥“{shown}”；liandong key list 列出全部"; "no key in use is called \"{shown}\"; liandong key list shows all"),
        ),
        _ => Err(tr!("“{shown}”不止一把，请写指纹的开头"; "\"{shown}\" are several; give the beginning of a fingerprint")),
    }
}

fn retire(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let place = Place::open(session)?;
    own(matches, place.mechanism.office(), &place)?;
    let roster = Roster::of(place.mechanism.clone());
    let holder = meant(matches.get_one::<String>("key").map_or("", String::as_str), &roster)?;
    let until = match matches.get_one::<String>("until") {
        Some(day) => Day::parse_near(day, place.today())?,
        None => place.today().minus(1),
    };
    let history = History::open(&place.root).map_err(Text::from)?;
    let good = match matches.get_one::<String>("last-good") {
        Some(rev) => Some(history.find(rev).map_err(Text::from)?.ok_or_else(|| {
            let rev = clean(rev).into_owned();
            tr!("没有“{rev}”这次提交"; "there is no commit \"{rev}\"")
        })?),
        None => None,
    };
    let line = holder.key.line();
    let commit = Commit::new(session, &place, matches, Text::fixed("停用密钥", "Retire a key"));
    let path = RecordPath::OfUnit(Kind::Keys, holder.unit.clone());
    let done = commit.make(|held| {
        let retired = Composed::rewritten(path, held, |table| {
            let keys = table.get_mut("key").and_then(Value::as_array_mut).into_iter().flatten();
            for key in keys.filter_map(Value::as_table_mut) {
                if key.get("public").and_then(Value::as_str).is_some_and(|public| public.starts_with(&line)) {
                    key.insert("until".into(), datetime(&until));
                    if let Some(good) = good {
                        key.insert("last_good".into(), Value::String(good.to_string()));
                    }
                }
            }
        })?;
        Ok(vec![retired])
    });
    let (mut reply, filed) = (done.0?, done.1);
    if let Some(good) = good.filter(|_| filed) {
        reply.out.extend(since_then(&place, &holder.key.fingerprint(), good, session.look.lang)?.into_bytes());
    }
    Ok(reply)
}

/// What was signed with a key since a commit.
fn since_then(place: &Place, fingerprint: &str, good: crate::git::Id, lang: Lang) -> anyhow::Result<String> {
    let open = || History::open(&place.root);
    let (_, tip) = open().and_then(|history| history.head()).map_err(Text::from)?;
    let Some(tip) = tip else { return Ok(String::new()) };
    let verdict = Verifier::new(&open).and_then(|mut verifier| verifier.verify(tip, None)).map_err(Text::from)?;
    let history = open().map_err(Text::from)?;
    let mut lines = Vec::new();
    for checked in verdict.commits.iter().filter(|checked| checked.by.as_ref().is_some_and(|by| by.key == fingerprint)) {
        if !history.holds(good, checked.commit).map_err(Text::from)? {
            lines.push(format!("  {} {} {}\n", checked.commit.short(), checked.at.format("%Y-%m-%d"), clean(&checked.title)));
        }
    }
    let count = lines.len();
    let head = tr!("{count} 次提交在那之后用这把密钥签名，请逐件核实：\n"; "{count} commits were signed with it since; confirm them one by one:\n");
    Ok(format!("{}{}", head.get(lang), lines.concat()))
}

#[derive(serde::Serialize)]
struct KeyView {
    unit: String,
    name: String,
    role: Vec<String>,
    fingerprint: String,
    since: Day,
    until: Option<Day>,
    series: String,
    compromised: bool,
}

fn list(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let place = Place::open(session)?;
    let roster = Roster::of(place.mechanism.clone());
    let lang = session.look.lang;
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let view = |holder: &Holder| KeyView {
            unit: roster.mechanism.short(&holder.unit).to_owned(),
            name: holder.name.clone(),
            role: holder.role.iter().map(ToString::to_string).collect(),
            fingerprint: holder.key.fingerprint(),
            since: holder.since,
            until: holder.until,
            series: holder.letter(),
            compromised: holder.last_good.is_some(),
        };
        return Ok(Reply::ok(render::json::json(&roster.holders.iter().map(view).collect::<Vec<_>>())));
    }
    if roster.holders.is_empty() {
        return Ok(Reply::ok(Text::fixed("还没有登记密钥\n", "no key was admitted yet\n").get(lang)));
    }
    let heads = [
        Text::fixed("单位", "unit"),
        Text::fixed("姓名", "name"),
        Text::fixed("用途", "role"),
        Text::fixed("起", "since"),
        Text::fixed("止", "until"),
        Text::fixed("编号", "series"),
        Text::fixed("指纹", "fingerprint"),
    ];
    let row = |holder: &Holder| {
        let roles: Vec<Text> = holder.role.iter().map(|role| role.label()).collect();
        vec![
            Text::same(roster.mechanism.short(&holder.unit).to_owned()),
            Text::same(holder.name.clone()),
            Text::join(&roles, "、", ", "),
            Text::same(holder.since.to_string()),
            Text::same(holder.until.map(|until| until.to_string()).unwrap_or_default()),
            Text::same(holder.letter()),
            Text::same(holder.key.fingerprint()),
        ]
    };
    Ok(Reply::ok(render::table(&heads, &roster.holders.iter().map(row).collect::<Vec<_>>(), session.look)))
}

/// The file that `gpg.ssh.allowedSignersFile` names.
fn allowed_signers(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let place = Place::open(session)?;
    let roster = Roster::of(place.mechanism.clone());
    let stamp = |day: Day| day.to_string().replace('-', "");
    let line = |holder: &Holder| {
        let until = holder.until.map(|until| format!(",valid-before=\"{}\"", stamp(until.plus(1)))).unwrap_or_default();
        format!("{} namespaces=\"git\",valid-after=\"{}\"{until} {}\n", holder.unit, stamp(holder.since), holder.key.line())
    };
    let text: String = roster.holders.iter().map(line).collect();
    let Some(out) = matches.get_one::<PathBuf>("out") else { return Ok(Reply::ok(text)) };
    output::write(out, text.as_bytes(), true)?;
    let file = std::path::absolute(out).context(Text::fixed("找不到文件", "no such file"))?;
    let shown = clean(&file.to_string_lossy()).into_owned();
    let said = tr!(
        "已写入 {shown}\n下一步：git config gpg.ssh.allowedSignersFile {shown}，之后 git log --show-signature 能看到签名人\n";
        "wrote {shown}\nnext: git config gpg.ssh.allowedSignersFile {shown}; git log --show-signature shows who signed\n"
    );
    Ok(Reply::ok(said.get(session.look.lang)))
}
