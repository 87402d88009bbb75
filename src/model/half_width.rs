//! What people type with a Chinese keyboard, as the signs that it stands for.

/// Full-width digits and signs as their ASCII forms, without blanks around.
#[must_use]
pub fn to_half_width(given: &str) -> String {
    given.chars().map(half).collect::<String>().trim().to_owned()
}

/// The ASCII form of a full-width character; any other is itself.
pub(super) fn half(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '〇' => '0',
        c => c,
    }
}
