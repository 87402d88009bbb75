//! Charts as SVG, drawn to be read in black and white as well: shapes and words say what colours say.

mod courses;
mod flow;
mod months;
mod states;
mod timeliness;

pub(super) use courses::courses;
pub(super) use flow::flow;
pub(super) use months::months;
pub(super) use states::states;
pub(super) use timeliness::timeliness;

use crate::text::width;

/// The width of charts that take the whole page.
const WIDTH: f64 = 960.0;

/// What is soft beside the data: axes, grids.
const RULE: &str = "#d5dae1";
const INK: &str = "#1b2330";
/// Ink that stands back.
const SOFT: &str = "#525d6b";

/// How wide words are at a size: Chinese characters are square, others half as wide.
fn wide(words: &str, size: u32) -> f64 {
    super::page::real(width(words)) * f64::from(size) / 2.0
}
