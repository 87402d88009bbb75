//! Records lie in the year of what they tell. One whose day lies in an earlier year is judged there, or, before the regulation, nowhere: where
//! the year of its day is a slip, the year in which it lies lacks what it shows.

use crate::model::{Day, FiledPath, Happening, Kind};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "F28",
    name: "filed-under-later-year",
    nature: RuleNature::Whole,
    title: Text::fixed("日期早于所在的年份", "a day before the year under which it is filed"),
    fires: Text::fixed(
        "记录所在文件夹的年份晚于它的日期：登记时按事项的年份存放，因此多半是年份填错。判定一律以日期为准，施行之日以前的不作评价，只作提醒。年份早于日期的（如上年底计划、本年才召开的会议）、年度计划不判。",
        "The folder of a record is of a later year than its day: what is filed lies in the year of the fact, so that the year of the day is most likely a slip. It is judged by its day in any case, and not at all before the regulation: a reminder only. Not where the folder is of an earlier year, as of a meeting planned in December and held in January, nor plans.",
    ),
    proves: None,
    remedy: Text::fixed(
        "照原件核对日期；填错的，用 amend 更正；日期无误的，把文件移到该年份的文件夹。",
        "Compare the day with the paper: amend it where it is wrong; where it is right, move the file to the folder of that year.",
    ),
    reach: Reach::Own,
    scope: Scope::Any(check),
};

fn check(path: &FiledPath, record: &dyn Happening, context: &Context<'_>, out: &mut Findings<'_>) {
    // A plan lies in the year that it plans.
    let Some(on) = record.on().filter(|on| on.year() < path.year && path.kind != Kind::Plan) else { return };
    let (year, begins) = (path.year, context.ledger.mechanism.begins());
    let what = if on < begins {
        tr!("存放在 {year} 年，日期为 {on}，早于施行之日，不作评价"; "filed under {year}, its day is {on}, before the regulation, and is not judged")
    } else {
        tr!("存放在 {year} 年，日期为 {on}，只在该年判定"; "filed under {year}, its day is {on}, and it is judged in that year alone")
    };
    // Told where it lies, whichever year is asked about.
    out.dated(Day::first_of(year));
    out.report("", what).at_most(Level::Reminder);
}
