//! `key list`: every key that was admitted.

use clap::ArgMatches;
use serde::Serialize;

use crate::cli::Reply;
use crate::cli::session::Session;
use crate::model::Day;
use crate::render;
use crate::text::Text;
use crate::trust::{KeyHolder, Roster};

#[derive(Serialize)]
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

pub(super) fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let lang = session.options.lang;
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let view = |holder: &KeyHolder| KeyView {
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
        return Ok(Reply::ok(Text::fixed("还没有登记密钥；各单位用 liandong join 写申请，办公室用 liandong key add 登记\n", "no key was admitted yet; units write a request with liandong join, and the office admits it with liandong key add\n").get(lang)));
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
    let row = |holder: &KeyHolder| {
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
    Ok(Reply::ok(render::table(&heads, &roster.holders.iter().map(row).collect::<Vec<_>>(), session.options)))
}
