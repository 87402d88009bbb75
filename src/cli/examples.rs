//! An example for every command, at the end of its help: with the invented records of `examples/`, or with what a reader fills in.

use clap::Command;

use crate::text::{Lang, Text};

/// What is typed for a command. A test asks the program whether it understands each.
static EXAMPLES: &[(&str, Text)] = &[
    (
        "notice",
        Text::fixed(
            "liandong notice new --content 2 --title … --to 公安、自然资源",
            "liandong notice new --content 2 --title … --to gongan,1.4.1",
        ),
    ),
    (
        "hazard",
        Text::fixed(
            "liandong hazard new --mine 大山石场 --found 昨天 --description …",
            "liandong hazard new --mine dashan --found yesterday --description …",
        ),
    ),
    (
        "order",
        Text::fixed(
            "liandong order new --kind 责令停产停业整顿 --mine 大山石场 --number …",
            "liandong order new --kind suspension --mine dashan --number …",
        ),
    ),
    (
        "facility",
        Text::fixed(
            "liandong facility new --mine 大山石场 --kind 安全设施 --state 未落实",
            "liandong facility new --mine dashan --kind safety --state lacking",
        ),
    ),
    (
        "accident",
        Text::fixed(
            "liandong accident new --mine 大山石场 --occurred 昨天",
            "liandong accident new --mine dashan --occurred yesterday",
        ),
    ),
    ("lead", Text::fixed("liandong lead new --received 今天 --title …", "liandong lead new --received today --title …")),
    ("plan", Text::fixed("liandong plan new --title …", "liandong plan new --title …")),
    ("agenda", Text::fixed("liandong agenda new --title … --task 2", "liandong agenda new --title … --task 2")),
    ("meeting", Text::fixed("liandong meeting held 区安委办/1 --held 今天", "liandong meeting held anweiban/1 --held today")),
    (
        "enforcement",
        Text::fixed(
            "liandong enforcement leader 区安委办/1 --unit 应急 --name 姓名",
            "liandong enforcement leader anweiban/1 --unit yingji --name NAME",
        ),
    ),
    ("directive", Text::fixed("liandong directive new --title …", "liandong directive new --title …")),
    (
        "respond",
        Text::fixed(
            "liandong respond received --to \"通报 2026-应急-001\" --on 今天",
            "liandong respond received --to notices/2026/yingji/001 --on today",
        ),
    ),
    (
        "task",
        Text::fixed(
            "liandong task accept --to \"会议 2026-区安委办-001#2\"",
            "liandong task accept --to meetings/2026/anweiban/001#2",
        ),
    ),
    ("upward", Text::fixed("liandong upward new --to 区政府 --title …", "liandong upward new --to quzhengfu --title …")),
    ("unit", Text::fixed("liandong unit show 应急", "liandong unit show yingji")),
    (
        "liaison",
        Text::fixed(
            "liandong liaison set --name 姓名 --phone … --since 今天",
            "liandong liaison set --name NAME --phone … --since today",
        ),
    ),
    ("leader", Text::fixed("liandong leader set --name 姓名 --since 今天", "liandong leader set --name NAME --since today")),
    ("mine", Text::fixed("liandong mine new xishan --name … --town 河口街道", "liandong mine new xishan --name … --town hekou")),
    ("waive", Text::fixed("liandong waive new --obligation O4", "liandong waive new --obligation O4")),
    ("import", Text::fixed("liandong import 隐患.xlsx --as 应急", "liandong import hazards.xlsx --as yingji")),
    (
        "amend",
        Text::fixed(
            "liandong amend \"隐患 2026-应急-001\" --set 整改.整改期限=6月1日 --reason 录错",
            "liandong amend yingji/1 --set rectification.due=2026-06-01 --reason slip",
        ),
    ),
    ("edit", Text::fixed("liandong edit people/gongan --as 公安", "liandong edit people/gongan --as gongan")),
    ("commit", Text::fixed("liandong commit --dry-run", "liandong commit --dry-run")),
    ("attach", Text::fixed("liandong attach 隐患 2026-应急-001 照片.jpg", "liandong attach hazards/2026/yingji/001 photo.jpg")),
    ("confirm", Text::fixed("liandong confirm --as 林业", "liandong confirm --as linye")),
    ("fmt", Text::fixed("liandong fmt --dry-run --as 应急", "liandong fmt --dry-run --as yingji")),
    ("draft", Text::fixed("liandong draft list", "liandong draft list")),
    ("check", Text::fixed("liandong check --year 2025 --unit 公安", "liandong check --year 2025 --unit gongan")),
    ("verify", Text::fixed("liandong verify", "liandong verify")),
    ("todo", Text::fixed("liandong todo --unit 公安", "liandong todo --unit gongan")),
    ("desk", Text::fixed("liandong desk", "liandong desk")),
    (
        "list",
        Text::fixed(
            "liandong list 隐患 --open --sort -发现日期\nliandong list 隐患 --group 矿山",
            "liandong list hazards --open --sort -found\nliandong list hazards --group mine",
        ),
    ),
    ("show", Text::fixed("liandong show 通报 2026-应急-001", "liandong show notices/2026/yingji/001")),
    (
        "deadlines",
        Text::fixed("liandong deadlines --unit 应急 --ics 期限.ics", "liandong deadlines --unit yingji --ics terms.ics"),
    ),
    ("history", Text::fixed("liandong history 隐患 2026-应急-001", "liandong history hazards/2026/yingji/001")),
    ("diff", Text::fixed("liandong diff --since 上周", "liandong diff --since 2026-01-01")),
    ("report", Text::fixed("liandong report --year 2025 --out 年报.html", "liandong report --year 2025 --out 2025.html")),
    (
        "paper",
        Text::fixed(
            "liandong paper 通报 2026-应急-001 --out 函.docx",
            "liandong paper notices/2026/yingji/001 --out letter.docx",
        ),
    ),
    (
        "ledger",
        Text::fixed("liandong ledger 隐患 --year 2025 --out 隐患.xlsx", "liandong ledger hazards --year 2025 --out hazards.xlsx"),
    ),
    ("explain", Text::fixed("liandong explain N07", "liandong explain N07")),
    ("rules", Text::fixed("liandong rules --format json", "liandong rules --format json")),
    ("clause", Text::fixed("liandong clause 三（四）", "liandong clause 3.4")),
    ("duty", Text::fixed("liandong duty search 炸药", "liandong duty search 炸药")),
    ("schema", Text::fixed("liandong schema 隐患", "liandong schema hazard")),
    ("clone", Text::fixed("liandong clone ssh://主机/台账.git 台账", "liandong clone ssh://host/register.git register")),
    ("join", Text::fixed("liandong join --unit 公安 --name 姓名", "liandong join --unit gongan --name NAME")),
    ("sync", Text::fixed("liandong sync", "liandong sync")),
    ("resolve", Text::fixed("liandong resolve", "liandong resolve")),
    ("renumber", Text::fixed("liandong renumber 隐患 2026-应急-001", "liandong renumber hazards/2026/yingji/001")),
    ("pack", Text::fixed("liandong pack ../送出.bundle", "liandong pack ../out.bundle")),
    ("receive", Text::fixed("liandong receive ../送来.bundle", "liandong receive ../in.bundle")),
    ("key", Text::fixed("liandong key add 加入申请.toml", "liandong key add request.toml")),
    ("trust", Text::fixed("liandong trust show", "liandong trust show")),
    ("hook", Text::fixed("liandong hook install 共享.git", "liandong hook install shared.git")),
    ("init", Text::fixed("liandong init 台账", "liandong init register")),
    ("upgrade", Text::fixed("liandong upgrade --dry-run", "liandong upgrade --dry-run")),
    (
        "settings",
        Text::fixed(
            "liandong settings adopt 会议纪要时限 --basis 云区安委办〔2026〕1号",
            "liandong settings adopt minutes-term --basis 云区安委办〔2026〕1号",
        ),
    ),
    ("doctor", Text::fixed("liandong doctor", "liandong doctor")),
    ("whoami", Text::fixed("liandong whoami", "liandong whoami")),
    ("export", Text::fixed("liandong export --out ../数据湖", "liandong export --out ../lake")),
    ("rollup", Text::fixed("liandong rollup 各区.toml --out ../数据湖", "liandong rollup registers.toml --out ../lake")),
    ("completions", Text::fixed("liandong completions bash", "liandong completions bash")),
    ("man", Text::fixed("liandong man --out man1", "liandong man --out man1")),
    (
        "help",
        Text::fixed(
            "liandong help 隐患\nliandong help --book --out 手册.html",
            "liandong help hazard\nliandong help --book --out manual.html",
        ),
    ),
];

/// A command whose help ends with its example, after what else it has to say, unless that holds one.
pub(super) fn with_example(command: Command, lang: Lang) -> Command {
    let example = EXAMPLES.iter().find(|(name, _)| *name == command.get_name()).map(|(_, typed)| typed.get(lang));
    let (head, indent) = match lang {
        Lang::Zh => ("例如：", "      "),
        Lang::En => ("For example: ", "             "),
    };
    let said = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let Some(example) = example.filter(|_| !said.contains(head.trim_end())) else { return command };
    let said = if said.is_empty() { said } else { said + "\n" };
    let after = format!("{said}{head}{}", example.replace('\n', &format!("\n{indent}")));
    command.after_help(after)
}
