//! How many obligations are in which state: one bar, parted by lights.

use super::{WIDTH, wide};
use crate::render::html::page::{HtmlPage, class, real};
use crate::report::year::StateCount;
use crate::text::{Lang, Text};
use crate::tr;

const HEIGHT: f64 = 34.0;
/// Between two parts, in units of the chart (a pixel at full width).
const GAP: f64 = 2.0;

pub(in crate::render::html) fn states(page: &mut HtmlPage, states: &[StateCount]) {
    let all: usize = states.iter().map(|state| state.count).sum();
    if all == 0 {
        return;
    }
    let said = states.iter().map(|state| {
        let (label, count) = (state.state.label(), state.count);
        let (zh, en) = (label.zh(), label.en());
        tr!("{zh} {count}"; "{en} {count}")
    });
    let said: Vec<Text> = said.collect();
    page.open("figure", &[]);
    page.say("figcaption", &[], &tr!("{all} 项义务各处何种状态"; "How the {all} obligations stand"));
    let title = Text::fixed("义务状态分布", "states of obligations");
    page.chart("c-states", (960, 36), &title, &Text::join(&said, "，", ", "));
    let unit = WIDTH / real(all);
    let mut x = 0.0;
    for (state, said) in states.iter().zip(&said) {
        let width = unit * real(state.count);
        page.bar((x, 1.0), ((width - GAP).max(1.0), HEIGHT), &format!("fill-{}", class(state.light)));
        label(page, x, width, said.get(page.lang), state);
        x += width;
    }
    page.xml.close("svg");
    page.close("figure");
}

/// The words where there is room for them, else the number, else nothing: the list below says it.
fn label(page: &mut HtmlPage, x: f64, width: f64, words: &str, state: &StateCount) {
    const SIZE: u32 = 13;
    let count = state.count.to_string();
    let room = width - 8.0;
    let words = if wide(words, SIZE) <= room {
        words
    } else if wide(&count, SIZE) <= room {
        count.as_str()
    } else {
        return;
    };
    // On amber only dark letters can be read.
    let fill = if class(state.light) == "amber" { super::INK } else { "#fff" };
    let style = format!("fill:{fill}");
    let weight = if page.lang == Lang::Zh { "600" } else { "500" };
    page.mark(
        (x + width / 2.0 - 1.0, 23.0),
        SIZE,
        &[("text-anchor", "middle"), ("style", &style), ("font-weight", weight)],
        words,
    );
}
