//! How many hazards came how far: bars from finding to close-out.

use super::wide;
use crate::render::html::page::{HtmlPage, real};
use crate::report::year::{FlowStep, HazardYear};
use crate::text::Text;
use crate::tr;

const ROW: u32 = 30;
/// Where bars begin, behind their words.
const LEFT: f64 = 168.0;
const LONGEST: f64 = 730.0;

pub(in crate::render::html) fn flow(page: &mut HtmlPage, hazards: &HazardYear) {
    let steps: Vec<&FlowStep> = hazards.flow.iter().filter(|step| step.on_the_way || step.count > 0).collect();
    let most = steps.iter().map(|step| step.count).max().unwrap_or(1).max(1);
    let said = steps.iter().map(|step| {
        let (zh, en, count) = (step.label.zh(), step.label.en(), step.count);
        tr!("{zh} {count} 处"; "{en} {count}")
    });
    let said: Vec<Text> = said.collect();
    page.open("figure", &[]);
    let caption = Text::fixed(
        "从发现到销号走到哪一步（实心为必经环节，空心为其中的特别情形）",
        "From finding to close-out (solid: steps on the way; hollow: what was particular)",
    );
    page.say("figcaption", &[], &caption);
    let rows = u32::try_from(steps.len()).unwrap_or(0);
    page.chart("c-flow", (960, rows * ROW), &Text::fixed("隐患整改流程", "course of hazards"), &Text::join(&said, "，", ", "));
    for (at, step) in steps.iter().enumerate() {
        bar(page, real(at) * f64::from(ROW), step, LONGEST * real(step.count) / real(most));
    }
    page.xml.close("svg");
    page.close("figure");
}

fn bar(page: &mut HtmlPage, y: f64, step: &FlowStep, length: f64) {
    const SIZE: u32 = 14;
    let words = step.label.get(page.lang).to_owned();
    page.mark((LEFT - 12.0, y + 20.0), SIZE, &[("text-anchor", "end")], &words);
    if step.on_the_way {
        page.bar((LEFT, y + 6.0), (length.max(1.0), 18.0), "fill-none");
    } else {
        let right = super::super::page::round(LEFT + length.max(1.0));
        let (top, below) = (y + 6.5, y + 23.5);
        page.shape(&format!("M{LEFT} {top}H{right}V{below}H{LEFT}z"), "#fff", super::SOFT);
    }
    let count = step.count.to_string();
    let x = LEFT + length + 8.0;
    page.mark((x, y + 20.0), SIZE, &[("font-weight", "600")], &count);
    debug_assert!(x + wide(&count, SIZE) < 960.0, "the longest bar leaves room for its number");
}
