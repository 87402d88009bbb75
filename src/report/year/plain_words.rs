//! What rules say, for readers who never see a file: without the names of keys.

use crate::model::field::Field;
use crate::model::{KeyPath, Kind};
use crate::text::{Lang, Text};

/// The same advice without keys: one in brackets goes with them, any other gives way to its heading.
pub(super) fn plain_words(advice: &Text) -> Text {
    Text::new(without_keys(advice.zh(), Lang::Zh), without_keys(advice.en(), Lang::En))
}

fn without_keys(words: &str, lang: Lang) -> String {
    let called = |[zh, en]: [&'static str; 2]| if lang == Lang::Zh { zh } else { en };
    let words = FILES.iter().fold(words.to_owned(), |words, (file, names)| words.replace(file, called(*names)));
    let words = words.as_str();
    let (open, close) = if lang == Lang::Zh { ('（', '）') } else { ('(', ')') };
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(open) {
        let Some(end) = rest[at..].find(close).map(|end| at + end + close.len_utf8()) else { break };
        plain.push_str(&rest[..at]);
        if names_keys(&rest[at..end], lang) {
            plain.truncate(plain.trim_end().len());
        } else {
            plain.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    with_headings(&plain, lang)
}

/// Files that an advice names, and what they are.
const FILES: [(&str, [&str; 2]); 6] = [
    ("mines/<矿山>/base.toml 的 ", ["矿山档案的", ""]),
    ("mines/<mine>/base.toml", ["", "the mine's file"]),
    ("obligations.toml", ["义务清单", "the list of obligations"]),
    ("settings.toml", ["设置", "the settings"]),
    ("mechanism.toml", ["机制文件", "the mechanism's file"]),
    ("clauses.toml", ["条文", "the clauses"]),
];

/// Words that may be keys, and what stands between them.
fn tokens(words: &str) -> impl Iterator<Item = &str> {
    words.split_inclusive(|c: char| !is_of_key(c)).flat_map(|piece| {
        let end = piece.char_indices().find(|(_, c)| !is_of_key(*c)).map_or(piece.len(), |(at, _)| at);
        [&piece[..end], &piece[end..]].into_iter().filter(|piece| !piece.is_empty())
    })
}

fn is_of_key(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, '_' | '.')
}

/// Whether a word is a key: in English only where it is spelled as nothing else is.
fn key(token: &str, lang: Lang) -> Option<(&str, &'static str)> {
    let bare = token.trim_matches('.');
    let spelled = lang == Lang::Zh || bare.contains(['_', '.']);
    Some((bare, heading(bare, lang)?)).filter(|_| spelled)
}

fn names_keys(words: &str, lang: Lang) -> bool {
    words.contains("[[") || tokens(words).any(|token| key(token, lang).is_some())
}

/// Each key that stands alone by the heading of its field.
fn with_headings(words: &str, lang: Lang) -> String {
    let replaced = |token: &str| {
        key(token, lang).map_or_else(|| token.to_owned(), |(bare, said)| token.replacen(bare, &format!("“{said}”"), 1))
    };
    let plain: String = tokens(words).map(replaced).collect();
    if lang == Lang::Zh { plain.replace(" “", "“").replace("” ", "”") } else { plain }
}

/// The heading of the field that a key path leads to in some kind of record, from its top or from a table within.
fn heading(key: &str, lang: Lang) -> Option<&'static str> {
    let fields = |kind: &Kind| KeyPath::from(key).fields(kind.fields());
    let steps = key.split('.').filter(|step| !step.is_empty()).count();
    let found = Kind::ALL.iter().map(fields).find(|fields| steps > 0 && fields.len() == steps);
    let field = match found.and_then(|fields| fields.last().map(|(field, _)| *field)) {
        Some(field) => field,
        // A plain word may be a key of some table by chance.
        None => Kind::ALL.iter().filter(|_| key.contains('_')).find_map(|kind| within(key, kind.fields()))?,
    };
    Some(if lang == Lang::Zh { field.zh } else { field.en })
}

/// The field of that name in a table within.
fn within(key: &str, fields: &'static [Field]) -> Option<&'static Field> {
    fields.iter().find(|field| field.key == key).or_else(|| fields.iter().find_map(|field| within(key, field.shape.keys())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_left() {
        for (advice, plain) in [
            ("请填写该问题的监管单位（problem.supervising_unit）。", "请填写该问题的监管单位。"),
            ("请补录现场处置措施（problem.onsite 或隐患的 onsite），或登记执法文书。", "请补录现场处置措施，或登记执法文书。"),
            ("由登记给出，取得后补录 doc_number；文种漏填的。", "由登记给出，取得后补录“发文字号”；文种漏填的。"),
            ("补签，填写 review.confirmed_on，并注明。", "补签，填写“补签日期”，并注明。"),
            ("一般隐患（轻微）不计。", "一般隐患（轻微）不计。"),
        ] {
            let said = plain_words(&Text::same(advice));
            assert_eq!(said.zh(), plain);
        }
        let english = plain_words(&Text::same("Fill in the unit (problem.supervising_unit) and review.confirmed_on."));
        assert!(!english.en().contains('_'), "{}", english.en());
    }

    #[test]
    fn no_advice_of_a_rule_names_a_key_any_more() {
        for rule in crate::rules::all() {
            let said = plain_words(&rule.remedy);
            for words in [said.zh(), said.en()] {
                let left: Vec<&str> = tokens(words).filter(|token| token.trim_matches('.').contains(['_', '.'])).collect();
                assert!(left.is_empty() && !words.contains("[["), "{}: {left:?} in {words}", rule.name);
            }
        }
    }
}
