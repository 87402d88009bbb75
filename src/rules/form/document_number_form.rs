//! 发文字号 has the form of GB/T 9704-2012, 7.2.5: 机关代字〔2025〕3号.

use crate::model::{FiledPath, Happening};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F06",
    name: "document-number-form",
    nature: RuleNature::Remark,
    title: Text::fixed("发文字号的格式", "the form of a paper's number"),
    fires: Text::fixed(
        "发文字号不是“机关代字〔年份〕序号号”的格式：年份用六角括号、四位数字，序号不编虚位（3 不写作 03）、不加“第”字。按期编号的会议纪要（第3期）、没有字号的、执法文书自己的文书编号不判。只作提醒。",
        "A paper's number is not a sign, 〔a year of four digits〕, a serial number without leading zero or 第, and 号. Not minutes numbered by issue (第3期), papers without a number, or the units' own numbers of enforcement papers. A reminder only.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照原件核对；原件如此的可不改，今后发文请按 GB/T 9704-2012 编号。",
        "Compare with the paper; if it bears this number leave it, and number the next ones as GB/T 9704-2012 says.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(_: &FiledPath, record: &dyn Happening, _: &Context<'_>, out: &mut Findings<'_>) {
    for paper in record.papers() {
        let (number, shown) = (paper.number, paper.number.as_str());
        let Some(why) = number.departs().filter(|_| !paper.by_issue || shown.ends_with('号')) else { continue };
        let (zh, en) = (why.zh(), why.en());
        let what = tr!("发文字号“{number}”：{zh}"; "the paper's number \"{number}\": {en}");
        out.report(paper.key, what).at_most(Level::Reminder);
    }
}
