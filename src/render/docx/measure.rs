//! The measures of a page of GB/T 9704-2012, in twentieths of a point unless they say otherwise.

/// Twentieths of a point in a millimetre, times a hundred.
const MILLIMETRE: u32 = 5669;

/// Millimetres as Word counts lengths.
pub(super) const fn mm(length: u32) -> u32 {
    (length * MILLIMETRE + 50) / 100
}

/// The same, where a length may point outward.
pub(super) const fn signed_mm(length: i32) -> i32 {
    (length * 5669 + 50) / 100
}

/// 22 lines in 225 mm.
pub(super) const LINE: u32 = 579;
/// 28 characters in 156 mm: 16 pt set a quarter of a point closer, which leaves a point for rounding; a full line is spread over the
/// whole width.
pub(super) const CHARACTER: i32 = 315;
/// How much closer characters are set than their size, in twentieths of a point.
pub(super) const CLOSER: &str = "-5";
/// The width of the text, 156 mm.
pub(super) const WIDTH: i32 = 8844;

/// The size of page numbers, 四号, in half points.
pub(super) const FOURTH: u32 = 28;

/// How far rules of 170 mm reach beyond the text on both sides.
pub(super) const BEYOND: (i32, i32) = (-signed_mm(8), -signed_mm(6));

/// So many characters of the grid as a length.
pub(super) const fn characters(count: i32) -> i32 {
    count * CHARACTER
}
