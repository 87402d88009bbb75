//! SARIF 2.1.0, which editors and code hosts show beside the line.

use serde_json::{Value, json};

use crate::report::{CheckReport, FindingView, Level, Position, ProblemView, RuleView};
use crate::text::{Lang, Text};

/// Findings and problems as one run, with every rule that was asked. Files are named from the top of the repository: `from_top` is the way
/// to the register's.
#[must_use]
pub fn sarif(report: &CheckReport, rules: &[RuleView], from_top: &str, lang: Lang) -> Value {
    let findings = report.units.iter().flat_map(|unit| &unit.findings);
    let results: Vec<Value> = findings
        .map(|found| result(found, from_top, lang))
        .chain(report.problems.iter().map(|problem| unread(problem, from_top, lang)))
        .collect();
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "language": if lang == Lang::Zh { "zh-CN" } else { "en" },
        "rules": rules.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    })
}

fn descriptor(rule: &RuleView, lang: Lang) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.title.get(lang) },
        "fullDescription": { "text": rule.fires.get(lang) },
        "help": { "text": rule.remedy.get(lang) },
    })
}

fn result(found: &FindingView, from_top: &str, lang: Lang) -> Value {
    let level = match found.level {
        Level::Form | Level::Unmet => "error",
        Level::Reminder => "warning",
        Level::Advice => "note",
    };
    let mut words = found.what.get(lang).to_owned();
    if let (Some(clause), Some(quote)) = (&found.clause, &found.quote) {
        let separator = if lang == Lang::Zh { "：" } else { ": " };
        words = format!("{words} [{clause}{separator}“{quote}”]");
    }
    let mut result = json!({
        "ruleId": found.code,
        "level": level,
        "message": { "text": words },
        "locations": [location(&format!("{from_top}{}", found.file), found.position)],
    });
    if let Some(waiver) = &found.waived_by {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": waiver.reference }]);
    }
    result
}

fn unread(problem: &ProblemView, from_top: &str, lang: Lang) -> Value {
    let words = Text::join([&problem.what, &problem.help].into_iter().filter(|text| !text.is_empty()), "；", "; ");
    json!({
        "ruleId": "load",
        "level": if problem.unreadable { "error" } else { "note" },
        "message": { "text": words.get(lang) },
        "locations": [location(&format!("{from_top}{}", problem.file), problem.position)],
    })
}

fn location(file: &str, position: Option<Position>) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri(file), "uriBaseId": "%SRCROOT%" } });
    if let Some(Position { line, column }) = position {
        place["region"] = json!({ "startLine": line, "startColumn": column });
    }
    json!({ "physicalLocation": place })
}

/// A path as a reference of RFC 3986: what may not stand in one is written by its bytes, and a colon in the first part would name a scheme.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
