//! Who said what to a record, a unit a line; those who said nothing are named too.

use super::RenderOptions;
use crate::report::{Answers, PartAnswers, UnitAnswers, UnitWord};
use crate::text::{Text, clean};

/// What was said to a record and to its parts.
#[must_use]
pub fn answers(answers: &Answers, options: RenderOptions) -> String {
    answers.parts.iter().map(|part| of_part(part, options)).collect()
}

fn of_part(part: &PartAnswers, options: RenderOptions) -> String {
    let name = clean(part.part.title.get(options.lang)).into_owned();
    let about = part.about.as_deref().map(|about| format!("  {}", clean(about.lines().next().unwrap_or_default())));
    let mut out = format!("{}{}\n", options.bold(&name), about.unwrap_or_default());
    if part.units.is_empty() {
        out.push_str(Text::fixed("  台账中未见回应\n", "  nothing is on record\n").get(options.lang));
    }
    for unit in &part.units {
        out.push_str(&of_unit(unit, options));
    }
    out
}

fn of_unit(unit: &UnitAnswers, options: RenderOptions) -> String {
    let lang = options.lang;
    let word = |word: &UnitWord| {
        let text = word.text.as_deref().map(|text| format!("：{}", clean(text))).unwrap_or_default();
        format!("{} {}{text}（{}）", word.on, word.kind.get(lang), clean(&word.record.reference))
    };
    let said: Vec<String> = match (&unit.words[..], unit.keeps_register) {
        ([], true) => vec![Text::fixed("台账中未见回应", "nothing is on record").get(lang).to_owned()],
        ([], false) => vec![Text::fixed("不在本台账登记", "keeps no records here").get(lang).to_owned()],
        (words, _) => words.iter().map(word).collect(),
    };
    let unasked = Text::fixed("（未列为收文、承办单位）", " (not among those who are asked)");
    let other = if unit.asked { "" } else { unasked.get(lang) };
    let mut lines = said.iter();
    let first = lines.next().map(String::as_str).unwrap_or_default();
    let mut out = format!("  {}{other}  {first}\n", clean(&unit.unit));
    lines.for_each(|line| out.extend(["      ", line, "\n"]));
    out
}
