//! 统一社会信用代码 carries a check character (GB 32100-2015) that tells a slip of the keyboard.

use crate::model::RecordPath;
use crate::rules::{Context, Level, Reach, RegisterFindings, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F10",
    name: "unit-code-check",
    nature: RuleNature::Remark,
    title: Text::fixed("统一社会信用代码校验不符", "a unified social credit code that fails its check"),
    fires: Text::fixed(
        "矿山的统一社会信用代码不是 18 位，含有标准不用的字符（小写字母和 I、O、S、V、Z），或末位校验码与前 17 位不符（GB 32100-2015）。没有填代码的不判。只作提醒。",
        "The code of a mine has not 18 characters, has one that the standard does not use (small letters, I, O, S, V, Z), or its last character does not fit the others (GB 32100-2015). Not where there is none. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照营业执照核对 mines/<矿山>/base.toml 的 code。",
        "Compare code in mines/<mine>/base.toml with the business licence.",
    ),
    reach: Reach::Own,
    scope: Scope::Ledger(check),
};

/// The characters of the standard; the value of each is its position.
const CHARACTERS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;

fn check(context: &Context<'_>, out: &mut RegisterFindings) {
    for (id, mine) in &context.ledger.mechanism.mines {
        let Some(what) = mine.code.as_ref().and_then(|code| departs(code.as_str())) else { continue };
        out.report_at(RecordPath::Mine(id.clone()), context.today, "code", what).at_most(Level::Reminder);
    }
}

/// In what a code departs from the standard.
fn departs(code: &str) -> Option<Text> {
    let length = code.chars().count();
    if length != LENGTH {
        return Some(tr!(
            "统一社会信用代码应为 {LENGTH} 位，现为 {length} 位";
            "a unified social credit code has {LENGTH} characters, this one {length}"
        ));
    }
    let value = |c: char| u8::try_from(c).ok().and_then(|c| CHARACTERS.iter().position(|one| *one == c));
    if let Some(strange) = code.chars().find(|c| value(*c).is_none()) {
        return Some(tr!(
            "统一社会信用代码不用字符“{strange}”";
            "a unified social credit code does not use the character \"{strange}\""
        ));
    }
    let values: Vec<usize> = code.chars().filter_map(value).collect();
    let (check, digits) = values.split_last()?;
    // Each place weighs three times the one before, modulo the number of characters; the whole must come to nothing.
    let modulus = CHARACTERS.len();
    let (sum, _) = digits.iter().fold((0, 1), |(sum, weight), digit| ((sum + digit * weight) % modulus, weight * 3 % modulus));
    ((sum + check) % modulus != 0).then(|| {
        Text::fixed(
            "统一社会信用代码末位校验码与前 17 位不符",
            "the last character of the unified social credit code does not fit the other 17",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::departs;

    #[test]
    fn the_example_of_the_standard_passes_and_slips_do_not() {
        assert_eq!(departs("91350100M000100Y43"), None);
        for slip in ["91350100M000100Y44", "91350100M000010Y43", "91350100m000100Y43", "91350100M000100Y4", "91350100M0O0100Y43"]
        {
            assert!(departs(slip).is_some(), "{slip}");
        }
    }
}
