//! Questions as the fields of a page: a label, what helps, and the field that fits what an answer is. Nothing is chosen beforehand; what is
//! taken where nothing is said stands in the field as such.

use maud::{Markup, html};

use super::posted::LINES;
use crate::desk::at_hand::Desk;
use crate::desk::named::ANSWER;
use crate::desk::way::said;
use crate::model::field::Shape;
use crate::ops::verbs::how_to_write;
use crate::ops::{AnswerCount, AnswerForm, FormQuestion, OfferedAnswer};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// So many answers stand one below the other to be ticked; of more one is picked from a list.
const SEEN_AT_ONCE: usize = 4;

/// How a question is answered on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormField {
    /// A box for a yes.
    Box,
    /// One of a few, all seen.
    Radios,
    /// One from a list.
    List,
    /// Any of those that are offered.
    Boxes,
    /// A line.
    Line,
    /// Lines of which each is an answer.
    Lines,
    /// A text.
    Text,
}

impl FormField {
    fn of(asked: &FormQuestion) -> Self {
        let question = &asked.question;
        match question.form {
            AnswerForm::YesNo if question.preset.is_none() => Self::Box,
            AnswerForm::YesNo => Self::List,
            AnswerForm::Prose => Self::Text,
            _ if asked.offered.is_empty() && question.count == AnswerCount::Each => Self::Lines,
            _ if asked.offered.is_empty() => Self::Line,
            _ if question.takes_several() => Self::Boxes,
            _ if !question.is_open && question.preset.is_none() && asked.offered.len() <= SEEN_AT_ONCE => Self::Radios,
            _ => Self::List,
        }
    }

    /// Whether it is several fields below one heading.
    fn is_group(self) -> bool {
        matches!(self, Self::Radios | Self::Boxes)
    }
}

/// A question with its field.
pub(super) fn asked(desk: &Desk, asked: &FormQuestion) -> Markup {
    let (question, field, lang) = (&asked.question, FormField::of(asked), desk.lang);
    let id = id_of(question.key);
    let help = help(asked, field);
    let described = Described { id: &id, has_help: !help.is_empty(), has_fault: asked.fault.is_some() };
    let label = clean(question.label.get(lang)).into_owned();
    let mark = html! {
        @if question.is_required { " " span.help { (Text::fixed("必填", "required").get(lang)) } }
    };
    let told = html! {
        @if !help.is_empty() { p.help id={ (id) "-help" } { (clean(help.get(lang))) } }
        @if let Some(nothing) = &asked.nothing { p.note { (said(desk, nothing)) } }
        @if let Some(fault) = &asked.fault { p.wrong id={ (id) "-fault" } { (said(desk, fault)) } }
    };
    let fields = Fields { asked, id: &id, described: &described, lang };
    html! {
        @if field.is_group() {
            fieldset.field id=(id) aria-describedby=[described.by()] tabindex="-1" {
                legend { (label) (mark) }
                (told)
                (fields.markup(field))
            }
        } @else if field == FormField::Box {
            div.field {
                label.choice { (fields.markup(field)) " " (label) (mark) }
                (told)
            }
        } @else {
            div.field {
                label for=(id) { (label) (mark) }
                (told)
                (fields.markup(field))
            }
        }
    }
}

/// The place of a question on the page.
pub(super) fn id_of(key: &str) -> String {
    format!("q-{key}")
}

/// What helps with an answer.
fn help(asked: &FormQuestion, field: FormField) -> Text {
    let question = &asked.question;
    let preset = question.preset.as_ref().filter(|_| field != FormField::List).map(|preset| {
        let shown = called(asked, preset);
        let (zh, en) = (shown.zh(), shown.en());
        tr!("不写则为：{zh}"; "where nothing is said: {en}")
    });
    // What is offered says itself what may be chosen.
    let own = Some(question.help.clone()).filter(|help| {
        let is_offered = !asked.offered.is_empty() && question.form == AnswerForm::Choice;
        // That words are written there is seen.
        let is_plain = *help == how_to_write(&Shape::Prose);
        !help.is_empty() && !is_offered && !is_plain && question.form != AnswerForm::YesNo
    });
    let lines = (field == FormField::Lines).then(|| Text::fixed("可写几项，一行一项", "several may be written, a line each"));
    let parts: Vec<Text> = own.into_iter().chain(lines).chain(preset).collect();
    Text::join(&parts, "；", "; ")
}

/// What an answer is called.
fn called(asked: &FormQuestion, answer: &str) -> Text {
    let known = asked.offered.iter().find(|offered| offered.answer == answer);
    match (known, asked.question.form, answer) {
        (Some(offered), ..) => offered.label.clone(),
        (None, AnswerForm::YesNo, "true" | "是") => Text::fixed("是", "yes"),
        (None, AnswerForm::YesNo, _) => Text::fixed("否", "no"),
        (None, ..) => Text::same(clean(answer)),
    }
}

/// What describes a field.
struct Described<'a> {
    id: &'a str,
    has_help: bool,
    has_fault: bool,
}

impl Described<'_> {
    fn by(&self) -> Option<String> {
        let parts = [(self.has_fault, "fault"), (self.has_help, "help")];
        let ids: Vec<String> = parts.iter().filter(|(is, _)| *is).map(|(_, part)| format!("{}-{part}", self.id)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.has_fault.then_some("true")
    }
}

/// The fields of a question.
struct Fields<'a> {
    asked: &'a FormQuestion,
    id: &'a str,
    described: &'a Described<'a>,
    lang: Lang,
}

impl Fields<'_> {
    fn markup(&self, field: FormField) -> Markup {
        let (key, said) = (self.asked.question.key, &self.asked.said);
        let name = format!("{ANSWER}{key}");
        let required = self.asked.question.is_required.then_some("true");
        match field {
            FormField::Box => html! {
                input type="checkbox" id=(self.id) name=(name) value="是" checked[said.iter().any(|said| said != "否")]
                    aria-describedby=[self.described.by()] aria-invalid=[self.described.invalid()];
            },
            FormField::Radios => self.choices("radio", &name),
            FormField::Boxes => html! {
                (self.choices("checkbox", &name))
                @if self.asked.question.is_open { (self.others(&format!("{LINES}{key}"), true)) }
            },
            FormField::List => html! {
                (self.list(&name))
                @if self.asked.question.is_open { (self.others(&name, false)) }
            },
            FormField::Line => html! {
                input type="text" id=(self.id) name=(name) value=(said.join("、")) autocomplete="off"
                    inputmode=[(self.asked.question.form == AnswerForm::Number).then_some("numeric")]
                    aria-required=[required] aria-describedby=[self.described.by()] aria-invalid=[self.described.invalid()];
            },
            FormField::Lines => html! {
                textarea id=(self.id) name={ (LINES) (key) } rows="3"
                    aria-required=[required] aria-describedby=[self.described.by()] aria-invalid=[self.described.invalid()] {
                    (text(&said.join("\n")))
                }
            },
            FormField::Text => html! {
                textarea id=(self.id) name=(name) rows="6"
                    aria-required=[required] aria-describedby=[self.described.by()] aria-invalid=[self.described.invalid()] {
                    (text(&said.join("\n")))
                }
            },
        }
    }

    fn is_said(&self, offered: &OfferedAnswer) -> bool {
        self.asked.said.contains(&offered.answer)
    }

    fn choices(&self, kind: &str, name: &str) -> Markup {
        html! {
            // What is long goes by within its own frame, so that the questions after it are found.
            div.choices {
                @for (place, offered) in self.asked.offered.iter().enumerate() {
                    label.choice {
                        input type=(kind) id={ (self.id) "-" (place) } name=(name) value=(offered.answer) checked[self.is_said(offered)];
                        " " (clean(offered.label.get(self.lang)))
                    }
                }
            }
        }
    }

    /// What is chosen first is nothing: who only goes on has said nothing.
    fn list(&self, name: &str) -> Markup {
        let nothing = match &self.asked.question.preset {
            Some(preset) => {
                let shown = called(self.asked, preset);
                let (zh, en) = (shown.zh(), shown.en());
                tr!("不选则为：{zh}"; "where nothing is chosen: {en}")
            }
            None => Text::fixed("（未选）", "(nothing chosen)"),
        };
        let yes_no = [("是", Text::fixed("是", "yes")), ("否", Text::fixed("否", "no"))]
            .map(|(answer, label)| OfferedAnswer::new(answer.to_owned(), label));
        let offered = if self.asked.question.form == AnswerForm::YesNo { &yes_no[..] } else { &self.asked.offered };
        html! {
            select id=(self.id) name=(name) aria-describedby=[self.described.by()] aria-invalid=[self.described.invalid()] {
                option value="" { (clean(nothing.get(self.lang))) }
                @for offered in offered {
                    option value=(offered.answer) selected[self.is_said(offered)] { (clean(offered.label.get(self.lang))) }
                }
            }
        }
    }

    /// The place for an answer that is not offered.
    fn others(&self, name: &str, several: bool) -> Markup {
        let offered = |said: &&String| !self.asked.offered.iter().any(|offered| offered.answer == **said);
        let others: Vec<&str> = self.asked.said.iter().filter(offered).map(String::as_str).collect();
        let label = if several {
            Text::fixed("其他（写名称，一行一个）", "others, by name, a line each")
        } else {
            match self.asked.question.form {
                AnswerForm::Day | AnswerForm::Moment => Text::fixed("或写别的日期", "or another day"),
                _ => Text::fixed("上面没有的，写名称或编号", "what is not in the list, by name or number"),
            }
        };
        html! {
            label.help for={ (self.id) "-other" } { (label.get(self.lang)) }
            @if several {
                textarea id={ (self.id) "-other" } name=(name) rows="2" { (text(&others.join("\n"))) }
            } @else {
                input type="text" id={ (self.id) "-other" } name=(name) value=(others.join("、")) autocomplete="off";
            }
        }
    }
}

/// What stands in a large field: a browser drops a line break at its very beginning.
fn text(words: &str) -> String {
    if words.starts_with('\n') { format!("\n{words}") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::at_hand::example;
    use crate::ops::VerbQuestion;

    fn question(form: AnswerForm) -> FormQuestion {
        let label = Text::fixed("整改期限", "due");
        let help = Text::fixed("如 今天", "such as today");
        let (is_required, is_usual, count, is_open) = (true, true, AnswerCount::One, true);
        let question = VerbQuestion { key: "due", label, help, form, is_required, is_usual, count, is_open, preset: None };
        FormQuestion::new(question, Vec::new())
    }

    fn drawn(question: &FormQuestion) -> String {
        asked(&example(), question).into_string()
    }

    #[test]
    fn what_a_record_says_is_no_field_of_the_page() {
        let mut line = question(AnswerForm::Line);
        line.said = vec!["\"><input name=\"do\" value=\"file".to_owned()];
        let page = drawn(&line);
        assert_eq!(page.matches("<input").count(), 1, "{page}");
        let mut list = question(AnswerForm::Choice);
        let label = Text::same("</option></select><b>\u{202e}");
        list.offered = vec![OfferedAnswer::new("</select>".to_owned(), label)];
        let page = drawn(&list);
        assert!(!page.contains("<b>") && page.matches("</select>").count() == 1 && !page.contains('\u{202e}'), "{page}");
        let mut prose = question(AnswerForm::Prose);
        prose.said = vec!["</textarea><script>".to_owned()];
        assert_eq!(drawn(&prose).matches("</textarea>").count(), 1);
    }

    #[test]
    fn nothing_is_chosen_beforehand_and_what_is_taken_says_so() {
        let mut list = question(AnswerForm::Choice);
        list.offered = ["甲", "乙"].map(|answer| OfferedAnswer::new(answer.to_owned(), Text::same(answer))).to_vec();
        assert!(!drawn(&list).contains("selected"));
        list.question.preset = Some("乙".to_owned());
        let page = drawn(&list);
        assert!(page.contains("不选则为：乙") && !page.contains("selected"), "{page}");
        let mut day = question(AnswerForm::Day);
        day.question.preset = Some("2026-01-05".to_owned());
        let page = drawn(&day);
        assert!(page.contains("不写则为：2026-01-05") && page.contains("value=\"\""), "{page}");
    }

    #[test]
    fn a_yes_that_is_taken_can_be_said_no_to() {
        let mut flag = question(AnswerForm::YesNo);
        assert!(drawn(&flag).contains("type=\"checkbox\""));
        flag.question.preset = Some("true".to_owned());
        let page = drawn(&flag);
        assert!(page.contains("不选则为：是") && page.contains("<option value=\"否\">"), "{page}");
    }

    #[test]
    fn a_fault_stands_at_its_field_with_what_was_typed() {
        let mut day = question(AnswerForm::Day);
        (day.said, day.fault) = (vec!["大后年".to_owned()], Some(Text::same("看不懂").into()));
        let page = drawn(&day);
        for part in
            ["value=\"大后年\"", "id=\"q-due-fault\"", "aria-invalid=\"true\"", "aria-describedby=\"q-due-fault q-due-help\""]
        {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn what_is_not_offered_stays_where_it_was_written() {
        let mut units = question(AnswerForm::Choice);
        units.question.count = AnswerCount::Names;
        units.offered = vec![OfferedAnswer::new("公安".to_owned(), Text::same("公安（市公安局）"))];
        units.said = vec!["公安".to_owned(), "河口街道".to_owned()];
        let page = drawn(&units);
        assert!(page.contains("value=\"公安\" checked") && page.contains(">河口街道</textarea>"), "{page}");
    }
}
