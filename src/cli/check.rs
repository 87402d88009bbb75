//! `check`: how the year stands. Writes nothing.

use crate::ops::{self, Progress as _};
use clap::ArgMatches;

use super::session::{Session, as_of, today};
use super::unverified::unverified;
use super::{Command, Reply, app};
use crate::model::Day;
use crate::render::{self, json};
use crate::report::{self, Guide, Question};
use crate::rules::{self, Context, Finding};
use crate::store::TextPolicy;
use crate::text::{Lang, Text, clean};
use crate::tr;

pub(super) static COMMAND: Command = Command {
    name: "check",
    zh: "检查",
    about: Text::fixed("逐条检查一年的落实情况", "Show how the year stands, obligation by obligation"),
    args,
    run,
};

fn args(command: clap::Command, lang: Lang) -> clap::Command {
    let year = Text::fixed("检查哪一年；默认为截至日所在的年", "the year; by default that of the day as of which is judged");
    let unit = Text::fixed("只看应由该单位办理的（代号、简称均可）", "only what this unit must act on (id or short name)");
    let rule = Text::fixed("只看这条规则发现的（如 N07）", "only what this rule finds, such as N07");
    let strict = Text::fixed("有提醒时也以 1 退出", "exit with 1 for reminders as well");
    command
        .arg(app::year(year, lang))
        .arg(app::as_of(lang))
        .arg(app::unit(unit, lang))
        .arg(app::option("rule", Text::fixed("规则", "RULE"), rule, lang))
        .arg(app::switch("strict", strict, lang))
        .arg(app::revision(lang))
        .arg(app::format(&["text", "json", "sarif"], lang))
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let mut register = session.read(matches, TextPolicy::Drop)?;
    let problems = register.problems();
    let ledger = match register.take_ledger() {
        Ok(ledger) => ledger,
        Err(lacking) => {
            let mut reply = super::failure(&lacking.into(), session.options);
            reply.out = render::carets(&problems, session.options).into_bytes();
            return Ok(reply);
        }
    };
    let mechanism = &ledger.mechanism;
    let now = today(mechanism);
    let day = as_of(matches, now)?;
    let year = matches.get_one::<u16>("year").copied().unwrap_or(day.year());
    if day < Day::first_of(year) {
        return Err(tr!("截至 {day}，{year} 年还没有开始"; "as of {day}, {year} has not begun").into());
    }
    let unit = matches.get_one::<String>("unit").map(|given| mechanism.unit_named(given)).transpose()?.cloned();
    let question = Question { year, unit, rule: matches.get_one::<String>("rule").map(|given| rule(given)).transpose()? };
    let unverified = unverified(&register.source, &ledger, day);
    let context = Context { ledger: &ledger, today: day, now, unverified: &unverified };
    session.progress.step(&Text::fixed("核对", "judging"));
    let judgement = rules::judge_register(&context);
    let (position, command) =
        (|file: &str, key: &str| register.position(file, key), |found: &Finding| ops::command(found, &ledger));
    let guide = Guide { place: &position, command: &command };
    let mut report = report::check(&context, &judgement, &question, register.revision(), guide);
    report.problems = problems;
    let out = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => json::json(&report),
        Some("sarif") => json::json(&render::sarif(&report, &report::rules(&ledger, day), session.options.lang)),
        _ => render::check(&report, session.options),
    };
    let code = match (report.is_partial(), report.is_breach(matches.get_flag("strict"))) {
        (true, _) => 2,
        (false, breach) => u8::from(breach),
    };
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget((ledger, judgement, register));
    Ok(Reply { out: out.into_bytes(), err: Vec::new(), code })
}

fn rule(given: &str) -> Result<&'static rules::Rule, Text> {
    rules::rule_by_name(given).ok_or_else(|| {
        let shown = clean(given);
        let near = crate::text::nearest(given, rules::all().flat_map(|rule| [rule.code, rule.name]));
        match near {
            Some(near) => tr!("没有规则“{shown}”，是不是“{near}”？"; "there is no rule \"{shown}\"; did you mean \"{near}\"?"),
            None => {
                tr!("没有规则“{shown}”，全部规则见 liandong rules"; "there is no rule \"{shown}\"; liandong rules lists them")
            }
        }
    })
}
