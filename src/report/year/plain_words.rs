//! What rules say, for readers who never see a file: without the names of keys.

use crate::model::field::{Field, Shape};
use crate::model::{KeyPath, Kind};
use crate::text::{Lang, Text};

/// The same advice without keys: one in brackets goes with them, any other gives way to its heading. Of keys that several kinds have, that of the
/// kind is meant which the advice names before it, else that of the record it is about.
pub(super) fn plain_words(advice: &Text, about: Option<Kind>) -> Text {
    Text::new(without_keys(advice.zh(), about, Lang::Zh), without_keys(advice.en(), about, Lang::En))
}

fn without_keys(words: &str, about: Option<Kind>, lang: Lang) -> String {
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
    with_headings(&plain, about, lang)
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
    c.is_ascii_lowercase() || matches!(c, '_' | '.' | '-')
}

/// What a key is called, with its bare spelling: in English only where it is spelled as nothing else is.
fn key<'a>(token: &'a str, kinds: &[Kind], lang: Lang) -> Option<(&'a str, String)> {
    let bare = token.trim_matches('.');
    let spelled = lang == Lang::Zh || bare.contains(['_', '.']);
    Some((bare, heading(bare, kinds, lang)?)).filter(|_| spelled)
}

/// What a word of those that a key may take is called. In English such words are words.
fn word(token: &str, lang: Lang) -> Option<&'static str> {
    let all = || Kind::ALL.iter().find_map(|kind| word_within(token, kind.fields()));
    if lang == Lang::Zh { all() } else { None }
}

fn word_within(token: &str, fields: &'static [Field]) -> Option<&'static str> {
    fields.iter().find_map(|field| match field.shape {
        Shape::Word(words) | Shape::List(&Shape::Word(words)) => words.iter().find(|word| word.id == token).map(|word| word.zh),
        shape => word_within(token, shape.keys()),
    })
}

fn names_keys(words: &str, lang: Lang) -> bool {
    words.contains("[[") || tokens(words).any(|token| key(token, Kind::ALL, lang).is_some() || word(token, lang).is_some())
}

/// Each key that stands alone by the heading of its field, and each word of a record by what it means. Of a command nothing is changed.
fn with_headings(words: &str, about: Option<Kind>, lang: Lang) -> String {
    let pieces: Vec<&str> = tokens(words).collect();
    let is_word = |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(|piece| piece.starts_with(is_of_key));
    let is_blank = |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(|piece| *piece == " ");
    let mut plain = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        let is_command =
            (is_blank(at.checked_sub(1)) && is_word(at.checked_sub(2))) || (is_blank(Some(at + 1)) && is_word(Some(at + 2)));
        if !is_word(Some(at)) || (is_command && lang == Lang::Zh) {
            plain.push_str(piece);
            continue;
        }
        let kinds: Vec<Kind> = named_last(&plain, lang).into_iter().chain(about).chain(Kind::ALL.iter().copied()).collect();
        let said = match (key(piece, &kinds, lang), word(piece, lang)) {
            (Some((bare, said)), _) => piece.replacen(bare, &format!("“{said}”"), 1),
            (None, Some(said)) => format!("“{said}”"),
            (None, None) => (*piece).to_owned(),
        };
        plain.push_str(&said);
    }
    if lang == Lang::Zh { plain.replace(" “", "“").replace("” ", "”") } else { plain }
}

/// The kind of record that a sentence named last.
fn named_last(words: &str, lang: Lang) -> Option<Kind> {
    let sentence = words.rsplit(['。', '；']).next().filter(|_| lang == Lang::Zh)?;
    let named = |kind: &Kind| Some((sentence.rfind(kind.label().zh())?, *kind));
    Kind::ALL.iter().filter_map(named).max_by_key(|(at, kind)| (*at, kind.label().zh().len())).map(|(_, kind)| kind)
}

/// The heading of the field that a key path leads to in the first of some kinds of record that has it, from its top or from a table within;
/// where others are called the same, after that of its table.
fn heading(key: &str, kinds: &[Kind], lang: Lang) -> Option<String> {
    let steps = key.split('.').filter(|step| !step.is_empty()).count();
    let fields = |kind: &Kind| KeyPath::from(key).fields(kind.fields());
    let found = kinds.iter().map(fields).find(|fields| steps > 0 && fields.len() == steps);
    let said = |field: &Field| if lang == Lang::Zh { field.zh } else { field.en };
    match found.as_deref() {
        Some([.., (table, _), (field, _)]) if lang == Lang::Zh && is_shared(field) => Some(said(table).to_owned() + said(field)),
        Some([.., (field, _)]) => Some(said(field).to_owned()),
        // A plain word may be a key of some table by chance.
        _ => kinds
            .iter()
            .filter(|_| key.contains('_'))
            .find_map(|kind| within(key, kind.fields()))
            .map(|field| said(field).to_owned()),
    }
}

/// Whether keys of other tables are called the same as a field.
fn is_shared(field: &Field) -> bool {
    fn called(name: &str, fields: &'static [Field]) -> usize {
        fields.iter().map(|field| usize::from(field.zh == name) + called(name, field.shape.keys())).sum()
    }
    Kind::ALL.iter().map(|kind| called(field.zh, kind.fields())).sum::<usize>() > 1
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
            // A word is replaced whole, by what it means, and a command stays one.
            ("由该单位回应 measures-taken；尚未处理的，请处理。", "由该单位回应“已采取措施”；尚未处理的，请处理。"),
            ("以重复登记（duplicate）销号。", "以重复登记销号。"),
            ("用 accident inquire 登记；用 accident grade 登记。", "用 accident inquire 登记；用 accident grade 登记。"),
            // Of several kinds that have a key, the one that is named before it.
            (
                "会议的 held，联合执法的 from、to、summary.received。",
                "会议的“召开日期”，联合执法的“开始日期”、“结束日期”、“总结收到日期”。",
            ),
        ] {
            let said = plain_words(&Text::same(advice), None);
            assert_eq!(said.zh(), plain);
        }
        let english = plain_words(&Text::same("Fill in the unit (problem.supervising_unit) and review.confirmed_on."), None);
        assert!(!english.en().contains('_'), "{}", english.en());
    }

    /// Of a key that several kinds have, that of the record is meant which the advice is about, where it names none.
    #[test]
    fn a_key_is_called_as_in_the_record() {
        for (kind, plain) in [(Kind::Enforcement, "请填写“开始日期”。"), (Kind::Hazard, "请填写“来源”。")] {
            assert_eq!(plain_words(&Text::same("请填写 from。"), Some(kind)).zh(), plain);
        }
    }

    #[test]
    fn no_advice_of_a_rule_names_a_key_any_more() {
        for rule in crate::rules::all() {
            let said = plain_words(&rule.remedy, None);
            for words in [said.zh(), said.en()] {
                let left: Vec<&str> = tokens(words).filter(|token| token.trim_matches('.').contains(['_', '.'])).collect();
                assert!(left.is_empty() && !words.contains("[["), "{}: {left:?} in {words}", rule.name);
            }
        }
    }
}
