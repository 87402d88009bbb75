//! A verb as somebody would type it, for its help: what it is nothing without, filled in. A word is never the one that would be filed by
//! whoever copies it without reading.

use super::{Act, Noun, Verb, fields, is_year, line_fields, option_name, subject};
use crate::model::field::{Field, Shape};
use crate::model::{Kind, Pattern};

/// The command, in full; none for what takes several records at once.
#[must_use]
pub fn example(noun: &Noun, verb: &Verb) -> Option<String> {
    let (kind, mut command) = (noun.kind_of(verb), format!("liandong {} {}", noun.name, verb.name));
    if matches!(verb.act, Act::Succession) {
        return None;
    }
    if subject(kind, verb.act).is_some() {
        command = format!("{command} {}", named(kind, verb.act));
    }
    let keys = fields(kind, verb.act);
    let needed: Vec<&Field> = keys.iter().copied().filter(|field| verb.needs(field)).collect();
    // Where any will do, the first that are asked for are shown.
    let is_silent = needed.is_empty() && (verb.preset.is_empty() || matches!(verb.act, Act::New));
    let is_asked = |field: &&Field| verb.asks.is_empty() || verb.asks.contains(&field.key);
    let shown = if is_silent { keys.into_iter().filter(is_asked).take(2).collect() } else { needed };
    let options = shown.into_iter().map(|field| match field.shape {
        Shape::Flag => format!(" --{}", option_name(field)),
        shape => format!(" --{} {}", option_name(field), quoted(&sample(field, &shape, kind))),
    });
    Some(command + &options.collect::<String>())
}

/// A record of a kind, in short.
fn named(kind: Kind, act: Act) -> &'static str {
    match (kind, act) {
        (Kind::Mine, Act::New) => "nanling",
        (Kind::Unit, Act::New) => "nonglin",
        (Kind::Mine | Kind::Licences, _) => "大山石场（虚构）",
        (Kind::Unit, _) => "林业",
        (Kind::Meeting | Kind::Enforcement | Kind::Upward, _) => "区安委办/1",
        (Kind::Lead, _) => "自然资源/1",
        _ => "应急/1",
    }
}

/// What could stand there.
fn sample(field: &Field, shape: &Shape, kind: Kind) -> String {
    match (shape, field.key) {
        (Shape::Day, _) if field.may_lie_ahead() => "12月31日".to_owned(),
        (Shape::Day, _) => "昨天".to_owned(),
        (Shape::Moment, _) => "昨天 16:30".to_owned(),
        _ if is_year(field) => "2025".to_owned(),
        (Shape::Listed(_), _) => "4".to_owned(),
        (Shape::Count, _) => "1".to_owned(),
        (Shape::Word(words), _) => {
            let word = words.iter().find(|word| word.id != "passed").or(words.first());
            word.map(|word| word.zh.to_owned()).unwrap_or_default()
        }
        (Shape::Reference, _) => pointed_at(field, kind).to_owned(),
        (Shape::List(item), _) => sample(field, item, kind),
        (Shape::Table(fields), _) => {
            let said = line_fields(fields).take(1).map(|field| sample(field, &field.shape, kind));
            said.collect::<Vec<_>>().join(",")
        }
        (Shape::Pattern(pattern), _) => match pattern {
            Pattern::Unit | Pattern::Party => "公安".to_owned(),
            Pattern::Mine => "大山石场（虚构）".to_owned(),
            Pattern::Body if kind == Kind::Upward => "区政府".to_owned(),
            Pattern::Body => "河口街道".to_owned(),
            pattern => pattern.example().to_owned(),
        },
        (Shape::Line, "name") if matches!(kind, Kind::Mine | Kind::Unit) => format!("{}（虚构）", field.zh),
        (Shape::Line, "name" | "by") => "张某甲".to_owned(),
        (Shape::Line | Shape::Prose, _) => format!("{}（虚构）", field.zh),
        (Shape::Flag, _) => String::new(),
    }
}

fn pointed_at(field: &Field, kind: Kind) -> &'static str {
    match (kind, field.key) {
        (Kind::Hazard, _) => "\"执法 2025-区安委办-001#1\"",
        (Kind::Response, _) => "\"会议 2025-区安委办-001#1\"",
        _ => "\"通报 2025-应急-002\"",
    }
}

fn quoted(words: &str) -> String {
    if words.contains(' ') && !words.starts_with('"') { format!("\"{words}\"") } else { words.to_owned() }
}
