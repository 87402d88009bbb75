//! Findings as workflow commands of GitHub Actions and of what follows it: a line each, shown beside the line of the file.

use crate::report::{CheckReport, Level, Position};
use crate::text::{Lang, Text};

/// What was found, and what could not be read.
#[must_use]
pub fn annotations(report: &CheckReport, from_top: &str, lang: Lang) -> String {
    let file = |file: &str| format!("{from_top}{file}");
    let findings = report.units.iter().flat_map(|unit| &unit.findings).filter(|found| found.waived_by.is_none());
    let findings = findings.map(|found| {
        let level = match found.level {
            Level::Form | Level::Unmet => "error",
            Level::Reminder => "warning",
            Level::Advice => "notice",
        };
        let said = Text::join([&found.what, &found.remedy].into_iter().filter(|text| !text.is_empty()), "；", "; ");
        annotation(level, &file(&found.file), found.position, found.code, said.get(lang))
    });
    let unread = report.problems.iter().map(|problem| {
        let said = Text::join([&problem.what, &problem.help].into_iter().filter(|text| !text.is_empty()), "；", "; ");
        annotation(
            if problem.unreadable { "error" } else { "notice" },
            &file(&problem.file),
            problem.position,
            "load",
            said.get(lang),
        )
    });
    findings.chain(unread).collect()
}

fn annotation(level: &str, file: &str, position: Option<Position>, title: &str, said: &str) -> String {
    let place = position.map_or_else(String::new, |Position { line, column }| format!(",line={line},col={column}"));
    format!("::{level} file={}{place},title={}::{}\n", value(file), value(title), message(said))
}

/// A message is one line; what would end it or begin another command is written by its number.
fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which also a comma or a colon would end.
fn value(words: &str) -> String {
    message(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_cannot_give_commands() {
        let line = annotation("error", "a,b:c%\n::stop.toml", Some(Position { line: 3, column: 1 }), "N07", "一\n::error::二");
        assert_eq!(line, "::error file=a%2Cb%3Ac%25%0A%3A%3Astop.toml,line=3,col=1,title=N07::一%0A::error::二\n");
    }
}
