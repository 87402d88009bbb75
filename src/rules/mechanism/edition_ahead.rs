//! An edition that is not in force yet judges nothing until it is: one that lies far ahead is mistyped.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G05",
    name: "edition-ahead",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("版本尚未施行", "an edition that is not in force yet"),
    fires: Text::fixed(
        "机制的某个版本（edition）的施行日期在今天之后。一年之内施行、且已有其他版本在施行的，只作提醒；其余按需更正。",
        "The first day of an edition of the mechanism lies after today. It is a reminder where the day comes within a year and another edition is in force until then.",
    ),
    proves: None,
    remedy: Text::fixed(
        "核对施行日期（from）；确未施行的，施行以后此项自行消失。",
        "Check its first day (from); once it is in force, nothing is left to do.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// How many days ahead an amendment is entered at most.
const AHEAD: u32 = 366;

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let (mechanism, now) = (&context.ledger.mechanism, context.now);
    for (at, edition) in mechanism.file.edition.iter().enumerate().filter(|(_, edition)| now < edition.from) {
        let from = edition.from;
        let what = tr!("版本自 {from} 起施行，在此之前不据以判定"; "the edition is in force from {from}; nothing is judged by it before");
        let report = report(Kind::Mechanism, format!("edition[{at}].from"), what, context, out);
        if mechanism.begins() <= now && from <= now.plus(AHEAD) {
            report.at_most(Level::Reminder);
        }
    }
}
