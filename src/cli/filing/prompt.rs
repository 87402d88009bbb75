//! One question on a terminal: what can be chosen below it, a default where there is one, and an answer only once it is understood.

use crate::cli::keyboard::{LineQuestion, LineTyped};
use crate::model::field::yes_or_no;
use crate::model::listed_number;
use crate::ops::{AnswerForm, OfferedAnswer, VerbQuestion};
use crate::render::RenderOptions;
use crate::text::{Lang, Text, clean};

/// How somebody goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// With that answer.
    Answer(String),
    /// With what is taken where nothing is said.
    Nothing,
    /// To the question before.
    Back,
    /// Away, with what was said of a text so far.
    Leave(Option<String>),
}

/// Says what an answer means, or why it means nothing.
pub(super) type Understand<'a> = &'a dyn Fn(&str) -> Result<String, Text>;

/// A question as it is asked.
pub(super) struct Prompt<'a> {
    pub(super) question: &'a VerbQuestion,
    pub(super) choices: OfferedLines,
    /// What was answered before.
    pub(super) before: Option<&'a str>,
    pub(super) options: RenderOptions,
}

/// Words for the question before, where Esc is not at hand.
pub(super) const BACK: &[&str] = &["上一步", "back"];
/// Words for leaving out what was said before.
const NOTHING: &[&str] = &["不填", "none"];
/// Words for the editor.
const EDITOR: &[&str] = &["编辑器", "editor"];

impl Prompt<'_> {
    /// Asks until the answer is understood, or somebody goes another way.
    pub(super) fn ask(&self, understand: Understand<'_>) -> anyhow::Result<Said> {
        let said = self.line(understand)?;
        match said {
            Said::Answer(answer) if self.question.form == AnswerForm::Prose => self.paragraphs(answer),
            said => Ok(said),
        }
    }

    fn line(&self, understand: Understand<'_>) -> anyhow::Result<Said> {
        let (question, lang) = (self.question, self.options.lang);
        // A text is gone on with; of anything else what was said before is kept by Enter, or said anew.
        let is_text = matches!(question.form, AnswerForm::Line | AnswerForm::Prose);
        let waiting = self.choices.only_waiting().filter(|_| question.preset.is_none());
        let before = self.before.filter(|_| !is_text).or(waiting);
        let usual = before.or(question.preset.as_deref()).map(|usual| self.shown(usual));
        let is_open = |typed: &str| typed.trim().is_empty() && (!question.is_required || usual.is_some());
        let check = |typed: &str| -> Result<(), String> {
            let is_way = |ways: &[&str]| ways.contains(&typed.trim());
            let goes = is_way(BACK) || (self.takes_editor() && is_way(EDITOR)) || (!question.is_required && is_way(NOTHING));
            if goes || is_open(typed) || usual.as_deref() == Some(typed) {
                return Ok(());
            }
            let understood = understand(&self.choices.meant(typed, question.takes_several()));
            understood.map(|_| ()).map_err(|why| clean(why.get(lang)).into_owned())
        };
        let shown = |typed: &str| {
            let meant = self.choices.meant(typed, question.takes_several());
            self.choices.called(&understand(&meant).unwrap_or(meant))
        };
        let (message, help) = (self.message(), self.help());
        let asked = LineQuestion {
            usual: usual.as_deref(),
            before: self.before.filter(|_| is_text).unwrap_or_default(),
            help: &help,
            offered: &|typed| self.choices.offered(typed),
            check: &check,
            shown: &shown,
            ..LineQuestion::new(&message)
        };
        let typed = match asked.ask(self.options)? {
            LineTyped::Line(typed) => typed,
            LineTyped::Back => return Ok(Said::Back),
            LineTyped::Leave => return Ok(Said::Leave(None)),
        };
        let typed = typed.trim();
        if BACK.contains(&typed) {
            return Ok(Said::Back);
        }
        if (typed.is_empty() || usual.as_deref() == Some(typed))
            && let Some(before) = before
        {
            return Ok(Said::Answer(before.to_owned()));
        }
        if typed.is_empty() || usual.as_deref() == Some(typed) || (!question.is_required && NOTHING.contains(&typed)) {
            return Ok(Said::Nothing);
        }
        Ok(Said::Answer(self.choices.meant(typed, question.takes_several())))
    }

    /// A text goes on until an empty line, or is written in the editor. What cannot be in it the record says when it is shown.
    fn paragraphs(&self, first: String) -> anyhow::Result<Said> {
        if EDITOR.contains(&first.as_str()) {
            let text = edit::edit(self.before.unwrap_or_default())?.trim().to_owned();
            return Ok(if text.is_empty() { Said::Back } else { Said::Answer(text) });
        }
        let (mut lines, mut line) = (vec![first], String::new());
        loop {
            let further = LineQuestion { before: &line, ..LineQuestion::new("…") };
            match further.ask(self.options)? {
                LineTyped::Line(typed) if typed.trim().is_empty() => break,
                LineTyped::Line(typed) => lines.push(typed),
                LineTyped::Leave => return Ok(Said::Leave(Some(lines.join("\n")))),
                LineTyped::Back => {
                    // A step back is to the line before.
                    let Some(last) = lines.pop() else { return Ok(Said::Back) };
                    line = last;
                    continue;
                }
            }
            line.clear();
        }
        Ok(if lines.is_empty() { Said::Back } else { Said::Answer(lines.join("\n")) })
    }

    /// An answer as it is seen.
    fn shown(&self, answer: &str) -> String {
        match (self.question.form, yes_or_no(answer)) {
            (AnswerForm::YesNo, Some(yes)) => Text::yes_or_no(yes).get(self.options.lang).to_owned(),
            _ => self.choices.called(answer),
        }
    }

    fn takes_editor(&self) -> bool {
        self.question.form == AnswerForm::Prose
    }

    /// 整改期限（可不填）
    fn message(&self) -> String {
        let (label, lang) = (self.question.label.get(self.options.lang), self.options.lang);
        let optional = Text::fixed("（可不填）", " (may be left out)");
        let is_optional = !self.question.is_required && self.question.preset.is_none();
        let colon = Text::fixed("：", ":");
        format!("{label}{}{}", if is_optional { optional.get(lang) } else { "" }, colon.get(lang))
    }

    fn help(&self) -> String {
        let lang = self.options.lang;
        let own = clean(self.question.help.get(lang)).into_owned();
        let several = Text::fixed("几个之间写 、", "several with 、 between them");
        let prose = Text::fixed("空行结束；写“编辑器”用编辑器写", "an empty line ends it; 'editor' opens one");
        let choose = Text::fixed("写编号、名称或名称的一部分", "its number, name or part of the name");
        let person = Text::fixed("写编号或姓名", "its number, or a name");
        let back = Text::fixed("Esc 上一步", "Esc: one back");
        let parts = [
            Some(person.get(lang)).filter(|_| !self.choices.is_empty() && self.question.form == AnswerForm::Line),
            Some(choose.get(lang))
                .filter(|_| !self.choices.is_empty() && self.choices.by_place && self.question.form == AnswerForm::Choice),
            Some(own.as_str())
                .filter(|own| !own.is_empty() && (self.choices.is_empty() || self.question.form != AnswerForm::Choice)),
            Some(several.get(lang)).filter(|_| self.question.takes_several()),
            Some(prose.get(lang)).filter(|_| self.takes_editor()),
            Some(back.get(lang)),
        ];
        let between = Text::fixed("；", "; ");
        parts.into_iter().flatten().collect::<Vec<_>>().join(between.get(lang))
    }
}

/// What can be chosen, each with its number.
#[derive(Clone)]
pub(super) struct OfferedLines {
    /// The answer and what is seen of it.
    list: Vec<(String, String)>,
    /// The only one that waits for just this, where one does.
    waiting: Option<String>,
    /// Whether a choice is named by its place in the list; a number that is an answer itself stands for itself.
    by_place: bool,
    /// Whether a part of its name is enough.
    by_part: bool,
    takes_several: bool,
}

impl OfferedLines {
    pub(super) fn new(choices: &[OfferedAnswer], question: &VerbQuestion, lang: Lang) -> Self {
        let label = |choice: &OfferedAnswer| clean(choice.label.get(lang)).replace('、', "·");
        let list = choices.iter().map(|choice| (choice.answer.clone(), label(choice))).collect();
        // Where words of one's own are written, those who are offered are named by their places: part of a name may be another's.
        let is_line = question.form == AnswerForm::Line;
        let by_place = is_line || matches!(question.form, AnswerForm::Choice | AnswerForm::Day);
        let mut waiting = choices.iter().filter(|choice| choice.waits);
        let only = waiting.next().filter(|_| waiting.next().is_none());
        let waiting = only.map(|choice| choice.answer.clone());
        Self { list, waiting, by_place, by_part: by_place && !is_line, takes_several: question.takes_several() }
    }

    /// What is taken where Enter is pressed alone: what waits is there to be chosen, and is no fact.
    fn only_waiting(&self) -> Option<&str> {
        self.waiting.as_deref()
    }

    fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// As a line of the list.
    fn line(&self, place: usize) -> String {
        let (answer, label) = &self.list[place];
        if self.by_place { format!("{} {label}", place + 1) } else { format!("{answer} {label}") }
    }

    /// What is meant by what was typed: the number, the line or a part of a name that only one has; else as it was typed.
    fn meant(&self, typed: &str, several: bool) -> String {
        if self.list.is_empty() {
            return typed.trim().to_owned();
        }
        if several { typed.split('、').map(|part| self.one(part)).collect::<Vec<_>>().join("、") } else { self.one(typed) }
    }

    fn one(&self, typed: &str) -> String {
        let typed = typed.trim();
        let place = typed
            .parse::<usize>()
            .ok()
            .or_else(|| listed_number(typed).map(usize::from))
            .filter(|place| self.by_place && (1..=self.list.len()).contains(place));
        if let Some(place) = place {
            return self.list[place - 1].0.clone();
        }
        let lines = (0..self.list.len()).filter(|place| self.line(*place) == typed);
        let names = (0..self.list.len()).filter(|place| self.list[*place].0 == typed || self.list[*place].1 == typed);
        if let Some(place) = lines.chain(names).next() {
            return self.list[place].0.clone();
        }
        if typed.is_empty() || !self.by_part {
            return typed.to_owned();
        }
        let mut parts = self.list.iter().filter(|(answer, label)| answer.contains(typed) || label.contains(typed));
        match (parts.next(), parts.next()) {
            (Some((answer, _)), None) => answer.clone(),
            _ => typed.to_owned(),
        }
    }

    /// What answers are called.
    fn called(&self, answer: &str) -> String {
        let one = |answer: &str| {
            let label = self.list.iter().find(|(known, _)| known == answer).map(|(_, label)| label.clone());
            label.unwrap_or_else(|| clean(answer).into_owned())
        };
        if self.takes_several { answer.split('、').map(one).collect::<Vec<_>>().join("、") } else { one(answer) }
    }

    /// The lines that hold what is being typed, below the question.
    fn offered(&self, typed: &str) -> Vec<String> {
        let (before, typed) = match typed.rsplit_once('、') {
            Some((before, typed)) if self.takes_several => (format!("{before}、"), typed.trim()),
            _ => (String::new(), typed.trim()),
        };
        let lines = (0..self.list.len()).map(|place| (place, self.line(place)));
        let fits = |(place, line): &(usize, String)| line.contains(typed) || self.list[*place].0.contains(typed);
        lines.filter(fits).map(|(_, line)| format!("{before}{line}")).collect()
    }
}
