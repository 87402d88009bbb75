//! The year in a paper's number is that of the day it bears.

use crate::model::{FiledPath, Happening};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F07",
    name: "document-number-year",
    nature: RuleNature::Remark,
    title: Text::fixed("发文字号的年份与成文日期不符", "the year of a paper's number is not that of its day"),
    fires: Text::fixed(
        "发文字号〔〕中的年份与该文件印发（成文）日期的年份不同。没有日期的、字号格式不规范的（由 document-number-form 判）不判；与文件登记在哪一年的文件夹无关。只作提醒。",
        "The year between 〔 and 〕 is not that of the day the paper was issued. Not without a day, nor where the number is of another form (document-number-form); the year of the folder plays no part. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照原件核对字号和日期，改正填错的一个。",
        "Compare number and day with the paper and mend the one that is wrong.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(_: &FiledPath, record: &dyn Happening, _: &Context<'_>, out: &mut Findings<'_>) {
    for paper in record.papers() {
        let (Some(issued), Some(parts)) = (paper.issued, paper.number.parts()) else { continue };
        if parts.year != issued.year() {
            let number = paper.number;
            let what = tr!(
                "发文字号“{number}”的年份与印发日期 {issued} 不一致";
                "the year of the paper's number \"{number}\" is not that of {issued}, the day of issue"
            );
            out.report(paper.key, what).at_most(Level::Reminder);
        }
    }
}
