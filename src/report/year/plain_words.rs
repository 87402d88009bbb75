//! What rules say, for readers who never see a file: without the names of keys.

use crate::model::field::{Field, Shape};
use crate::model::{Day, KeyPath, Kind, Mechanism, Reference};
use crate::report::Named;
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
        let inner = &rest[at + open.len_utf8()..end - close.len_utf8()];
        if names_keys(inner, lang) {
            plain.truncate(plain.trim_end().len());
        } else {
            plain.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    let plain = if lang == Lang::Zh { without_commands(&plain) } else { plain };
    with_headings(&plain, about, lang)
}

/// What a rule found, in which records are called as people call them, and in Chinese a system by its name: what it quotes of a record stays.
pub(super) fn plain_statement(said: &Text, mechanism: &Mechanism, today: Day) -> Text {
    let plain = |words: &str, lang: Lang| {
        let mut plain = String::new();
        for piece in words.split_inclusive(|c: char| !is_of_path(c)).flat_map(|piece| {
            let end = piece.find(|c: char| !is_of_path(c)).unwrap_or(piece.len());
            [&piece[..end], &piece[end..]]
        }) {
            let named = || {
                let reference = piece.contains('/').then(|| piece.parse::<Reference>().ok())??;
                Some(Named::from_reference(&reference, mechanism).title.get(lang).to_owned())
            };
            let system = || {
                let is_id = lang == Lang::Zh && !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                let system = mechanism.edition(today).system.iter().find(|system| is_id && system.id.as_str() == piece)?;
                Some(system.name.as_str().to_owned())
            };
            plain.push_str(&named().or_else(system).unwrap_or_else(|| piece.to_owned()));
        }
        plain
    };
    if !said.zh().bytes().any(|byte| byte.is_ascii_lowercase()) {
        return said.clone();
    }
    Text::new(plain(said.zh(), Lang::Zh), plain(said.en(), Lang::En))
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '/' | '#' | '-')
}

/// The same without the commands with which something is filed (用 accident inquire 登记): what is to be done stands behind them.
fn without_commands(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(['用', '（']) {
        let (sign, behind) = rest[at..].split_at(rest[at..].chars().next().map_or(0, char::len_utf8));
        let spelled = behind.strip_prefix(' ').unwrap_or(behind);
        let end = spelled.find(|c: char| !c.is_ascii_lowercase() && c != ' ').unwrap_or(spelled.len());
        plain.push_str(&rest[..at]);
        let is_command = spelled[..end].starts_with(|c: char| c.is_ascii_lowercase()) && spelled[..end].ends_with(' ');
        if is_command {
            plain.push_str(if sign == "用" { "" } else { sign });
            rest = &spelled[end..];
        } else {
            plain.push_str(sign);
            rest = behind;
        }
    }
    plain + rest
}

/// Files that an advice names, and what they are.
const FILES: [(&str, [&str; 2]); 10] = [
    ("在 people/<单位>.toml ", ["在人员记录", ""]),
    ("people/<unit>.toml", ["", "the unit's file of people"]),
    ("= true", ["为“是”", "= yes"]),
    ("= false", ["为“否”", "= no"]),
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

/// What a plain word is called that is a key of some table of the record that an advice is about, with its bare spelling.
fn nested(token: &str, about: Option<Kind>, lang: Lang) -> Option<(&str, String)> {
    let bare = token.trim_matches('.');
    let field = about.filter(|_| lang == Lang::Zh).and_then(|kind| within(bare, kind.fields()))?;
    Some((bare, field.zh.to_owned()))
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
    // In Chinese nothing else is said without a Chinese word.
    let is_spelled = |c: char| is_of_key(c) || matches!(c, '、' | '/' | '或' | ' ' | '[' | ']');
    let is_only_spelled = || lang == Lang::Zh && words.starts_with(is_of_key) && words.chars().all(is_spelled);
    words.contains("[[")
        || is_only_spelled()
        || tokens(words).any(|token| key(token, Kind::ALL, lang).is_some() || word(token, lang).is_some())
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
        let said = match (key(piece, &kinds, lang).or_else(|| nested(piece, about, lang)), word(piece, lang)) {
            (Some((bare, said)), _) => piece.replacen(bare, &format!("“{said}”"), 1),
            (None, Some(said)) => format!("“{said}”"),
            (None, None) => match Kind::of_folder(piece).filter(|_| lang == Lang::Zh) {
                Some(kind) => format!("“{}”", kind.label().zh()),
                None => (*piece).to_owned(),
            },
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
            ("用 accident inquire 登记；写错的，用 amend 更正。", "登记；写错的，更正。"),
            ("重新印发（amend 改印发日期）或者另发。", "重新印发（改印发日期）或者另发。"),
            // A folder is a kind of record, and a bracket that only spells something goes.
            ("登记执法文书（orders），更新 people；填完成时限（due）。", "登记执法文书，更新“人员”；填完成时限。"),
            ("在其中一条填“另一起事故”= true。", "在其中一条填“另一起事故”为“是”。"),
            ("面积（平方米、km）不计，用途不明。", "面积（平方米、km）不计，用途不明。"),
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
        let reported = "在 people/<单位>.toml 中登记联络员，报办公室后填 reported。";
        let plain = plain_words(&Text::same(reported), Some(Kind::People));
        assert!(
            plain.zh().starts_with("在人员记录中登记联络员，报办公室后填“") && !plain.zh().contains("reported"),
            "{}",
            plain.zh()
        );
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
