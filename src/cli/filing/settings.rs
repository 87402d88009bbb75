//! `settings adopt`: reference values become the office's own.

use clap::{ArgAction, ArgMatches, Command as Clap};

use super::author::named_unit;
use super::options::acting;
use super::print::filing_reply;
use crate::cli::session::Session;
use crate::cli::{Command, Reply, args, ask};
use crate::ops::{self, AdoptRequest};
use crate::text::{Lang, Text};

pub(in crate::cli) static COMMAND: Command = Command {
    name: "settings",
    zh: "设置",
    about: Text::fixed("把参考值确定为本办的要求", "Adopt reference values as the office's own"),
    args,
    run,
};

fn args(command: Clap, lang: Lang) -> Clap {
    let about = Text::fixed(
        "按文件把一项或几项参考值确定为本办的要求：此后到期未办的当年就是未落实，不再只是提醒（办晚了的仍为提醒）",
        "Adopt one or several reference values by a paper: what is absent past one is then not done in the same year, and no mere reminder (what is late stays one)",
    );
    let term = Text::fixed("哪些，如 会议纪要时限、minutes-term", "which, such as minutes-term");
    let all = Text::fixed("全部还是参考值的", "all that are only references");
    let basis = Text::fixed("确定依据：文号或会议纪要的名称", "the paper that adopts it: its number or name");
    let value = Text::fixed(
        "文件所定的取值与参考值不同时写，如 5个工作日、24小时、12月1日",
        "what the paper says, where that differs from the reference, such as '5 working-days', '24 hours', 12-01",
    );
    let since = Text::fixed("从哪天起；默认今天", "from which day; today by default");
    let after = Text::fixed(
        "例如：liandong settings adopt 会议纪要时限 --basis 云区安委办〔2026〕1号 --value 5个工作日 --as 区安委办",
        "For example: liandong settings adopt minutes-term --basis 云区安委办〔2026〕1号 --value '5 working-days' --as 区安委办",
    );
    let adopt = args::subcommand("adopt", "确定", &about, lang)
        .arg(args::arg("setting", Text::fixed("设置", "SETTING"), term, lang).num_args(1..).conflicts_with("all"))
        .arg(args::switch("all", all, lang))
        .arg(args::option("basis", Text::fixed("文号", "PAPER"), basis, lang).action(ArgAction::Set))
        .arg(args::option("value", Text::fixed("取值", "VALUE"), value, lang).conflicts_with("all"))
        .arg(args::option("since", Text::fixed("日期", "DAY"), since, lang))
        .args(acting(lang))
        .after_help(after.get(lang).to_owned());
    command.subcommand_required(true).subcommand(adopt)
}

fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let Some((_, within)) = matches.subcommand() else { return Ok(Reply::default()) };
    let (all, lang) = (within.get_flag("all"), session.options.lang);
    let mut settings: Vec<String> = within.get_many::<String>("setting").into_iter().flatten().cloned().collect();
    if settings.is_empty() && !all {
        let question = Text::fixed("哪一项设置（名称，几项之间空一格）：", "which settings (names, with blanks between them): ");
        let lacking = Text::fixed(
            "请写明哪一项设置，如 liandong settings adopt 会议纪要时限；全部的写 --all；各项见 liandong list 设置",
            "say which setting, such as liandong settings adopt minutes-term, or --all; liandong list settings shows them",
        );
        let said = ask::needed(None, &question, lacking, lang)?;
        settings.extend(said.split_whitespace().map(str::to_owned));
    }
    let question = Text::fixed("由哪份文件确定（文号）：", "by which paper (its number): ");
    let lacking = Text::fixed("请写明确定依据的文件：--basis 文号", "name the paper that adopts it: --basis PAPER");
    let request = AdoptRequest {
        settings,
        all,
        basis: ask::needed(args::words(within, "basis"), &question, lacking, lang)?,
        value: args::words(within, "value"),
        since: args::words(within, "since"),
        unit: named_unit(within),
        dry_run: within.get_flag("dry-run"),
    };
    let outcome = ops::adopt(&session.open_register()?, &request)?;
    Ok(filing_reply(&outcome, within, session.options))
}
