//! The chapters of the manual that the program writes of itself, as Markdown.

use std::fmt::Write as _;

use super::markdown::escaped;
use crate::report::{FieldView, KindView, ObligationView, RuleView};
use crate::text::{Lang, Text};
use crate::tr;

/// A chapter of Markdown while it is written.
pub struct MarkdownPage {
    text: String,
    lang: Lang,
}

impl MarkdownPage {
    /// A chapter with its title and what it is about.
    #[must_use]
    pub fn new(title: &Text, about: &Text, lang: Lang) -> Self {
        let mut page = Self { text: String::new(), lang };
        page.heading(1, title.get(lang));
        page.say(about);
        page
    }

    /// A heading of a level.
    pub fn heading(&mut self, level: usize, words: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.text, "{gap}{} {}", "#".repeat(level), escaped(words));
    }

    /// A paragraph of the program's own words, which may hold markup.
    pub fn say(&mut self, words: &Text) {
        self.paragraph(words.get(self.lang));
    }

    /// A paragraph that may hold markup.
    pub fn paragraph(&mut self, words: &str) {
        let _ = writeln!(self.text, "\n{words}");
    }

    /// A line under a name in bold.
    fn named(&mut self, name: &Text, words: &str) {
        let colon = if self.lang == Lang::Zh { "：" } else { ": " };
        let _ = writeln!(self.text, "- **{}**{colon}{}", name.get(self.lang), escaped(words));
    }

    /// A table; its cells may hold markup.
    pub fn table(&mut self, heads: &[Text], rows: impl IntoIterator<Item = Vec<String>>) {
        let heads: Vec<String> = heads.iter().map(|head| head.get(self.lang).to_owned()).collect();
        let _ = writeln!(self.text, "\n| {} |\n|{}", heads.join(" | "), " --- |".repeat(heads.len()));
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    /// Adds what was written as Markdown elsewhere.
    pub fn add(&mut self, text: &str) {
        let _ = write!(self.text, "\n{text}");
    }

    /// The chapter.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Words as code, which no backtick within can end.
#[must_use]
pub fn code(words: &str) -> String {
    format!("`{}`", words.replace('`', "'").replace('|', "\\|"))
}

/// What the program has to say, by its code: when, on what evidence, what to do, by which clause.
#[must_use]
pub fn manual_rules(rules: &[RuleView], lang: Lang) -> String {
    let about = Text::fixed(
        "检查时提出的每一条都有代码。格式规则有的可阻止登记，有的只提示，各条写明；履职规则只提示，从不阻止登记。同样的内容：`liandong explain 代码`。",
        "Whatever a check finds has a code. Some rules about form may stop a filing, others are only shown, as each says; one about conduct is shown and never stops one. The same is said by `liandong explain CODE`.",
    );
    let mut page = MarkdownPage::new(&Text::fixed("提示：按代码查", "Messages by code"), &about, lang);
    for rule in rules {
        page.heading(2, &format!("{} {}", rule.code, rule.title.get(lang)));
        page.text.push('\n');
        let nature = match rule.nature {
            "form" => Text::fixed("格式规则，可阻止登记", "about form; may stop a filing"),
            "conduct" => Text::fixed("履职规则", "about conduct"),
            "remark" => Text::fixed("格式规则，只提醒", "about form; a reminder at most"),
            _ => Text::fixed("格式规则，只提示", "about form; shown only"),
        };
        let (name, zh, en) = (rule.name, nature.zh(), nature.en());
        page.named(&Text::fixed("名称", "Name"), tr!("{name}（{zh}）"; "{name} ({en})").get(lang));
        page.named(&Text::fixed("何时提出", "When it fires"), rule.fires.get(lang));
        if let Some(proves) = &rule.proves {
            page.named(&Text::fixed("以何为据", "What it takes for evidence"), proves.get(lang));
        }
        page.named(&Text::fixed("怎么办", "What to do"), rule.remedy.get(lang));
        if !rule.needs.is_empty() {
            let needs = Text::join(&rule.needs, "；", "; ");
            page.named(&Text::fixed("机制中须写明", "What the mechanism has to say"), needs.get(lang));
        }
        let founded = |one: &ObligationView| format!("{} {}", one.id, one.clause.path);
        let by: Vec<String> = rule.obligations.iter().map(founded).collect();
        if !by.is_empty() {
            page.named(&Text::fixed("依据", "By"), &by.join(if lang == Lang::Zh { "、" } else { ", " }));
        }
    }
    page.into_text()
}

/// Every obligation: its clause and words, who acts, with what force, and what shows that it was met or not.
#[must_use]
pub fn manual_obligations(obligations: &[ObligationView], lang: Lang) -> String {
    let about = Text::fixed(
        "机制中的每一条要求。“应”未做到为未落实，“原则上”为提醒，“可”为建议，界定的为提醒；界定的和“可”的都不算未落实。算作落实、算作未落实的规则见[提示：按代码查](rules.md)。",
        "What the regulation asks. What is asked outright and lacks is not carried out; in principle, a reminder; where allowed, advice; what a clause only defines is a reminder. Neither of these two is ever not carried out. The rules by which each is judged stand in [Messages by code](rules.md).",
    );
    let mut page = MarkdownPage::new(&Text::fixed("义务", "Obligations"), &about, lang);
    let heads = [
        Text::fixed("义务", "id"),
        Text::fixed("条款", "clause"),
        Text::fixed("要点", "obligation"),
        Text::fixed("责任主体", "who acts"),
        Text::fixed("效力", "force"),
        Text::fixed("算作落实", "counts"),
        Text::fixed("算作未落实", "breaks"),
    ];
    let codes = |rules: &[crate::report::RuleWords]| {
        rules.iter().map(|rule| rule.code.unwrap_or(&rule.name)).collect::<Vec<_>>().join(" ")
    };
    let row = |one: &ObligationView| {
        let (title, who, force) = (one.title.get(lang), one.who.get(lang), one.force.get(lang));
        let breaks =
            if one.counts.is_empty() && one.breaks.is_empty() { one.reason.get(lang).to_owned() } else { codes(&one.breaks) };
        vec![
            one.id.clone(),
            escaped(&one.clause.path),
            escaped(title),
            escaped(who),
            escaped(force),
            codes(&one.counts),
            escaped(&breaks),
        ]
    };
    page.table(&heads, obligations.iter().map(row));
    page.into_text()
}

/// Every kind of record with its keys.
#[must_use]
pub fn manual_records(kinds: &[KindView], lang: Lang) -> String {
    let about = Text::fixed(
        "每一类记录有哪些项。命令行的选项、台账的列、编辑器的补全都出自这里。`[]` 表示可以有多个。写错的项，检查时指出位置和最相近的写法。",
        "The keys of every kind of record. Options of commands, columns of ledgers and what editors complete come from here. `[]` stands for any number. A key that is misspelt is named with the nearest one.",
    );
    let mut page = MarkdownPage::new(&Text::fixed("记录", "Records"), &about, lang);
    let heads = [
        Text::fixed("项", "key"),
        Text::fixed("名称", "heading"),
        Text::fixed("写什么", "what stands there"),
        Text::fixed("说明", "notes"),
    ];
    for kind in kinds {
        let title = match lang {
            Lang::Zh => format!("{} {}", kind.label.zh(), kind.name),
            Lang::En => format!("{} {}", kind.name, kind.label.zh()),
        };
        page.heading(2, &title);
        let stop = if lang == Lang::Zh { "：" } else { ": " };
        page.paragraph(&format!(
            "{}{stop}{}{}",
            code(&kind.paths),
            kind.nature.get(lang),
            if lang == Lang::Zh { "。" } else { "." }
        ));
        let row = |key: &FieldView| {
            let notes = Text::join(&key.notes, "；", "; ");
            vec![code(&key.path), escaped(key.heading.get(lang)), escaped(key.expected.get(lang)), escaped(notes.get(lang))]
        };
        page.table(&heads, kind.keys.iter().map(row));
    }
    page.into_text()
}
