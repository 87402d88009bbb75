//! `check`: how the year stands. Writes nothing.

use clap::ArgMatches;

use super::session::Session;
use super::{Command, Reply, args};
use crate::ops::{self, CheckOutcome, CheckRequest};
use crate::render::{self, json};
use crate::store::{KeptAnswer, KnownQuestion};
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
    let rules_at = Text::fixed(
        "SARIF 中各规则的说明所在的网页（每条的锚点是小写编号，如 #n07）",
        "the page to which SARIF leads for each rule (its anchors are the codes in small letters, as in #n07)",
    );
    let strict = Text::fixed("有提醒时也以 1 退出", "exit with 1 for reminders as well");
    command
        .arg(args::year(year, lang))
        .arg(args::as_of(lang))
        .arg(args::unit(unit, lang))
        .arg(args::option("rule", Text::fixed("规则", "RULE"), rule, lang))
        .arg(args::switch("strict", strict, lang))
        .arg(args::revision(lang))
        .arg(args::format(&["text", "json", "sarif", "github"], lang))
        .arg(args::option("rules-at", Text::fixed("网址", "URL"), rules_at, lang))
}

fn request(matches: &ArgMatches) -> CheckRequest {
    CheckRequest {
        year: args::year_typed(matches),
        as_of: args::as_of_typed(matches),
        unit: args::unit_typed(matches),
        rule: args::words(matches, "rule"),
    }
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let rules_at = rules_at(matches)?;
    let source = session.kept(matches)?;
    let (request, environment) = (request(matches), session.environment());
    let (format, strict) = (args::format_typed(matches), matches.get_flag("strict"));
    let shown = format!("{format} {strict} {rules_at:?} {:?}", session.options);
    let mut known = ops::known_question(&source, &request, &shown, &environment);
    if let Some(KeptAnswer { words, code }) = known.as_ref().and_then(KnownQuestion::answered) {
        return Ok(Reply { out: words, code, ..Reply::default() });
    }
    let seen = known.as_mut().map(KnownQuestion::take_files);
    let checked = match ops::check_seen(source, seen, &request, &environment)? {
        CheckOutcome::Judged(checked) => checked,
        CheckOutcome::Unjudged { why, problems } => {
            let mut reply = super::failure(&why.into(), session.options);
            reply.out = render::carets(&problems, session.options).into_bytes();
            return Ok(reply);
        }
    };
    let report = &checked.report;
    let out = match format {
        "json" => json::json(report),
        "sarif" => json::json(&render::sarif(report, &checked.rules, &checked.from_top, rules_at, session.options.lang)),
        "github" => render::annotations(report, &checked.from_top, session.options.lang),
        _ => render::check(report, session.options),
    };
    let code = match (report.is_partial(), report.is_breach(strict)) {
        (true, _) => 2,
        (false, breach) => u8::from(breach),
    };
    let answer = KeptAnswer { words: out.into_bytes(), code };
    if let Some(known) = known.filter(|_| checked.is_settled()) {
        known.keep(checked.basis.ledger.mechanism.file.time_zone.offset(), &answer);
    }
    // The process ends here: taking a large register apart piece by piece would only cost time.
    std::mem::forget(checked);
    Ok(Reply { out: answer.words, code, ..Reply::default() })
}

/// The page that tells of the rules, where one is named. It is handed on to whoever shows the results.
fn rules_at(matches: &ArgMatches) -> Result<Option<&str>, Text> {
    let Some(page) = args::typed(matches, "rules-at") else { return Ok(None) };
    if args::format_typed(matches) != "sarif" {
        return Err(Text::fixed("--rules-at 只与 --format sarif 同用", "--rules-at goes with --format sarif alone"));
    }
    let is_page = ["https://", "http://"].iter().any(|scheme| page.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    if is_page && page.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\"<>\\^`{|}".contains(&byte)) {
        return Ok(Some(page));
    }
    let shown = clean(page);
    Err(tr!(
        "--rules-at 要一个不带 # 的网址，如 https://example.org/rules，而不是“{shown}”";
        "--rules-at takes the address of a page without #, such as https://example.org/rules, not \"{shown}\""
    ))
}
