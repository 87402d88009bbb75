//! What a browser sends of a form: pairs of names and words, as answers and as what goes with them.

use super::machine::SentForm;
use crate::desk::named::ANSWER;
use crate::ops::{self, AuthorRequest, Environment, OnBehalf, SaidWords};
use crate::text::clean_lines;

/// The name of answers of which each is a line.
pub(super) const LINES: &str = "l.";

/// A form as it was sent.
#[derive(Debug, Clone, Default)]
pub(super) struct PostedForm {
    /// What was said, by the key of the question.
    pub(super) said: SaidWords,
    /// What every form sends.
    pub(super) sent: SentForm,
    /// The unit that files, where it was asked for.
    pub(super) unit: String,
    /// The unit for which the office enters it.
    pub(super) on_behalf: String,
    /// The paper from which it does.
    pub(super) source: String,
    /// The draft that is taken up.
    pub(super) draft: String,
}

/// What was typed or pasted, without what nobody sees of it: no record keeps that, and a page that shows it puts a sign in its place, which would
/// come back with the form.
pub(super) fn visible(words: &str) -> String {
    let lines = words.replace("\r\n", "\n").replace(['\r', '\t'], " ");
    let shown = clean_lines(&lines);
    lines.chars().zip(shown.chars()).filter(|(typed, shown)| typed == shown).map(|(typed, _)| typed).collect()
}

impl PostedForm {
    /// What pairs of names and words say. A name that no page of forms uses is passed over.
    pub(super) fn new(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self { sent: SentForm::new(&pairs), ..Self::default() };
        for (name, words) in pairs {
            let words = visible(&words);
            if name.strip_prefix(ANSWER) == Some(ops::unit_question().key) {
                // Which unit files goes with the answers, and is none of them.
                form.unit = words.trim().to_owned();
            } else if let Some(key) = name.strip_prefix(ANSWER) {
                form.say(key, &words);
            } else if let Some(key) = name.strip_prefix(LINES) {
                words.lines().for_each(|line| form.say(key, line));
            }
            match name.as_str() {
                "as" => form.unit = words,
                "for" => form.on_behalf = words,
                "source" => form.source = words,
                "from" => form.draft = words,
                _ => {}
            }
        }
        form
    }

    fn say(&mut self, key: &str, words: &str) {
        if !words.trim().is_empty() {
            self.said.entry(key.to_owned()).or_default().push(words.trim().to_owned());
        }
    }

    /// Who files: the unit that was chosen, else that of this computer.
    pub(super) fn author(&self, environment: &Environment<'_>) -> AuthorRequest {
        let given = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        let on_behalf = given(&self.on_behalf).map(|unit| OnBehalf { unit, source: self.source.trim().to_owned() });
        AuthorRequest { unit: given(&self.unit).or_else(|| environment.unit.clone()), on_behalf }
    }

    /// What goes with the answers from page to page, by its names.
    pub(super) fn carried(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("token", &self.sent.token),
            ("as", &self.unit),
            ("for", &self.on_behalf),
            ("source", &self.source),
            ("from", &self.draft),
        ];
        all.into_iter().filter(|(_, words)| !words.is_empty()).map(|(name, words)| (name, words.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::form::machine::FormStep;

    fn posted(pairs: &[(&str, &str)]) -> PostedForm {
        PostedForm::new(pairs.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect())
    }

    #[test]
    fn answers_and_what_goes_with_them_are_told_apart() {
        let form = posted(&[
            ("q.to", "公安"),
            ("q.to", "林业"),
            ("l.to", "河口街道\r\n\r\n 大山石场 "),
            ("q.source", "不是来文"),
            ("source", "安委办〔2026〕1号（虚构）"),
            ("q.title", "  "),
            ("do", "preview"),
        ]);
        assert_eq!(form.said["to"], ["公安", "林业", "河口街道", "大山石场"]);
        assert_eq!(form.said["source"], ["不是来文"], "a key of a record is no field of the page");
        assert_eq!(form.source, "安委办〔2026〕1号（虚构）");
        assert!(!form.said.contains_key("title"), "blanks are no answer");
        assert_eq!(form.sent.step, FormStep::Preview);
    }

    #[test]
    fn a_text_keeps_its_paragraphs_and_an_unknown_step_files_nothing() {
        let form = posted(&[("q.text", "一\r\n二"), ("do", "FILE")]);
        assert_eq!((form.said["text"].as_slice(), form.sent.step), (&["一\n二".to_owned()][..], FormStep::Continue));
    }
}
