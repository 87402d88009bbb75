//! How many days it took to tell others, beside the term: a bar a fact.

use super::{INK, RULE, wide};
use crate::render::html::page::{HtmlPage, class, real, round};
use crate::report::Light;
use crate::report::year::{FactTimeliness, TellingYear};
use crate::text::{Text, clip};
use crate::tr;

const ROW: f64 = 26.0;
const LEFT: f64 = 232.0;
const LONGEST: f64 = 560.0;
/// More rows than that are read in the table.
const ROWS: usize = 30;
const TOP: f64 = 22.0;

pub(in crate::render::html) fn timeliness(page: &mut HtmlPage, tellings: &TellingYear) {
    let rows: Vec<&FactTimeliness> = tellings.tellings.iter().take(ROWS).collect();
    let most = rows.iter().flat_map(|telling| [telling.days, telling.term_days]).flatten().max().unwrap_or(1).max(1);
    let scale = LONGEST / f64::from(most);
    let count = rows.len();
    page.open("figure", &[]);
    let caption = Text::fixed(
        "从事实到首次告知或通报的日历天数；竖线为时限",
        "Days of the calendar from the fact to the first word or notice; the upright is the term",
    );
    page.say("figcaption", &[], &caption);
    let height = 26 * u32::try_from(count).unwrap_or(0) + 24;
    let described =
        tr!("{count} 件重要事项的通报用时，逐条见下表"; "how soon {count} facts were told, row by row in the table below");
    page.chart("c-tellings", (960, height), &Text::fixed("通报用时", "days to tell"), &described);
    grid(page, most, scale, f64::from(height));
    for (row, telling) in rows.iter().enumerate() {
        one(page, TOP + ROW * real(row), telling, scale);
    }
    page.xml.close("svg");
    page.close("figure");
}

/// Days at the top, about ten of them.
fn grid(page: &mut HtmlPage, most: u32, scale: f64, height: f64) {
    let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| most / step <= 10).unwrap_or(200);
    for days in (0..=most).step_by(step as usize) {
        let x = LEFT + f64::from(days) * scale;
        page.line((x, TOP - 4.0), (x, height), RULE, "1");
        let words = tr!("{days} 天"; "{days} d");
        let words = words.get(page.lang).to_owned();
        page.mark((x, TOP - 9.0), 11, &[("text-anchor", "middle"), ("class", "soft")], &words);
    }
}

fn one(page: &mut HtmlPage, top: f64, telling: &FactTimeliness, scale: f64) {
    const SIZE: u32 = 13;
    let y = top + ROW / 2.0;
    let name = clip(telling.record.title.get(page.lang), 30);
    page.mark((0.0, y + 4.5), SIZE, &[], &name);
    let light = Some(Light::from_promptness(telling.promptness));
    let end = LEFT + f64::from(telling.days.unwrap_or(0)) * scale;
    let words = telling.promptness.label();
    let words = match telling.days {
        Some(days) => {
            page.bar((LEFT, y - 6.0), ((end - LEFT).max(3.0), 12.0), &format!("fill-{}", class(light)));
            let (zh, en) = (words.zh(), words.en());
            tr!("{days} 天，{zh}"; "{days} days, {en}")
        }
        None => words,
    };
    let mut behind = end;
    if let Some(term) = telling.term_days {
        let x = LEFT + f64::from(term) * scale;
        page.shape(&format!("M{} {}V{}", round(x), round(y - 9.0), round(y + 9.0)), "none", INK);
        behind = behind.max(x);
    }
    let words = words.get(page.lang).to_owned();
    let room = (960.0 - wide(&words, SIZE)).min(behind + 8.0);
    page.mark((room, y + 4.5), SIZE, &[], &words);
}
