//! The division code of a district has six digits, and begins with that of a province.

use super::report;
use crate::model::Kind;
use crate::rules::{Context, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::{Text, clean};
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "G14",
    name: "region-unknown",
    nature: RuleNature::Form { since: 1 },
    title: Text::fixed("行政区划代码不存在", "a division code that is none"),
    fires: Text::fixed(
        "机制的行政区划代码（region）不是六位数字，或前两位不是省级代码（GB/T 2260）。99 开头的留给虚构的地区，不判。",
        "The division code of the mechanism (region) is not six digits, or its first two are those of no province (GB/T 2260). Codes that begin with 99 are for invented districts and in order.",
    ),
    proves: None,
    remedy: Text::fixed("改正行政区划代码（region）。", "Mend the division code (region)."),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// The codes of the provinces, and that of invented districts.
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
    "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "99",
];

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    let region = context.ledger.mechanism.file.region.as_str();
    let is_code = region.len() == 6 && region.bytes().all(|digit| digit.is_ascii_digit());
    if !is_code || !PROVINCES.contains(&&region[..2]) {
        let shown = clean(region);
        let what = tr!("“{shown}”不是县级以上行政区划代码"; "\"{shown}\" is the code of no district");
        report(Kind::Mechanism, "region".to_owned(), what, context, out);
    }
}
