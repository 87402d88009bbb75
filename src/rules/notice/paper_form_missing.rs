//! 四（五）: 信息通报应采取正式文件的形式报送.

use super::notice_chain::stands;
use crate::model::{DocNumber, Filed, Notice};
use crate::rules::{Context, Findings, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "N04",
    name: "paper-form-missing",
    nature: RuleNature::Conduct,
    title: Text::fixed("通报缺正式文件的要素", "an issued notice without the form of an official paper"),
    fires: Text::fixed(
        "印发的通报缺文种（doc_type）、发文字号（doc_number）或主送（to）之一；没有数字的（如“电话”）不是发文字号。草稿、被撤回的通报不判；更正和撤回通知本身也是文件，同样判。",
        "An issued notice lacks its type (doc_type), its number (doc_number) or those to whom it goes (to); without a digit (\"telephone\") it is no number. Drafts and withdrawn notices are not judged; corrections and withdrawals are papers themselves and are.",
    ),
    proves: Some(Text::fixed("文种、发文字号、主送齐全的通报。", "A notice with its type, number and recipients.")),
    remedy: Text::fixed(
        "发文字号由本单位公文登记给出，取得后补录 doc_number；文种或主送漏填的，用 amend 更正并说明原因。",
        "The number comes from the unit's own registry: fill in doc_number when it is given; a type or recipient left out is amended, with a reason.",
    ),
    reach: Reach::CitedBy,
    scope: Scope::Notice(check),
};

/// Whether it can be the number of a paper: that it was told by telephone is none.
fn is_number(number: &DocNumber) -> bool {
    number.as_str().chars().any(char::is_numeric)
}

fn check(notice: &Filed<Notice>, context: &Context<'_>, out: &mut Findings<'_>) {
    if stands(notice, context).is_none() {
        return;
    }
    let Notice { doc_type, doc_number, to, .. } = &*notice.record;
    let parts = [
        ("doc_type", doc_type.is_none(), Text::fixed("文种", "type of paper")),
        ("doc_number", !doc_number.as_ref().is_some_and(is_number), Text::fixed("发文字号", "document number")),
        ("to", to.is_empty(), Text::fixed("主送", "recipients")),
    ];
    let missing: Vec<_> = parts.into_iter().filter(|(_, is_missing, _)| *is_missing).collect();
    let Some((key, ..)) = missing.first() else { return out.record_occasion() };
    let names = Text::join(missing.iter().map(|(.., name)| name), "、", ", ");
    let (zh, en) = (names.zh(), names.en());
    out.report(*key, tr!("已印发的通报未填{zh}"; "the issued notice does not give: {en}"));
}
