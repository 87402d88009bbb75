//! SARIF 2.1.0, which editors and code hosts show beside the line.

use std::collections::HashMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::report::{CheckReport, FindingView, Level, Position, ProblemView, RuleView};
use crate::text::{Lang, Text};

/// Findings and problems as one run, with every rule that was asked. Files are named from the top of the repository: `from_top` is the way
/// to the register's. `rules_at` is the page that tells of the rules, where there is one: it has an anchor for each code.
#[must_use]
pub fn sarif(report: &CheckReport, rules: &[RuleView], from_top: &str, rules_at: Option<&str>, lang: Lang) -> Value {
    let findings = report.units.iter().flat_map(|unit| &unit.findings);
    let mut prints = Fingerprints::default();
    let mut results: Vec<Value> = findings.map(|found| prints.add(result(found, from_top, lang), &of_finding(found))).collect();
    results.extend(report.problems.iter().map(|problem| prints.add(unread(problem, from_top, lang), &of_problem(problem))));
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "language": if lang == Lang::Zh { "zh-CN" } else { "en" },
        "rules": rules.iter().map(|rule| descriptor(rule, rules_at, lang)).collect::<Vec<_>>(),
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    })
}

fn descriptor(rule: &RuleView, rules_at: Option<&str>, lang: Lang) -> Value {
    let mut descriptor = json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": rule.title.get(lang) },
        "fullDescription": { "text": rule.fires.get(lang) },
        "help": { "text": rule.remedy.get(lang) },
    });
    if let Some(page) = rules_at {
        descriptor["helpUri"] = json!(format!("{page}#{}", rule.code.to_lowercase()));
    }
    descriptor
}

/// By what a host of code knows a result again in another run.
#[derive(Default)]
struct Fingerprints {
    /// How often each was given.
    given: HashMap<String, usize>,
}

impl Fingerprints {
    /// The result with the fingerprint of what it is about.
    fn add(&mut self, mut result: Value, about: &[String]) -> Value {
        let mut digest = Sha256::new();
        for part in about {
            digest.update(part.as_bytes());
            digest.update(b"\0");
        }
        let start = digest.finalize().iter().take(12).fold(0_u128, |start, byte| (start << 8) | u128::from(*byte));
        let short = format!("{start:024x}");
        let count = self.given.entry(short.clone()).or_default();
        *count += 1;
        let print = format!("{short}:{count}");
        // GitHub looks at this name alone, and makes one up of the line's text where it lacks: that changes with what is filled in.
        result["partialFingerprints"] = json!({ "liandong/v1": print, "primaryLocationLineHash": print });
        result
    }
}

/// What makes it this finding and no other. Neither the line, which moves, nor the words, which count days, nor the language.
fn of_finding(found: &FindingView) -> Vec<String> {
    vec![
        found.code.to_owned(),
        found.file.clone(),
        found.key.clone(),
        found.on.to_string(),
        found.obligation.clone().unwrap_or_default(),
    ]
}

fn of_problem(problem: &ProblemView) -> Vec<String> {
    vec!["load".to_owned(), problem.file.clone(), problem.what.zh().to_owned()]
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
