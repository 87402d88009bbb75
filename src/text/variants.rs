//! One form for the characters that are written in several: traditional and simplified, older and newer.

/// Pairs of characters, each in another form and in the one that it is compared as.
const PAIRS: &str = include_str!("variants.txt");

const FIRST: u16 = 0x4E00;
const LAST: u16 = 0x9FFF;
const COUNT: usize = (LAST - FIRST) as usize + 1;

/// By the place of a character in its block of Unicode the one that it is compared as; zero where that is itself. Every character of a lake is
/// looked up here.
static FORMS: [u16; COUNT] = forms(PAIRS.as_bytes());

/// The form as which a Chinese character is compared.
pub(super) fn plain_form(c: char) -> char {
    let place = u32::from(c).checked_sub(u32::from(FIRST)).and_then(|place| usize::try_from(place).ok());
    match place.and_then(|place| FORMS.get(place)) {
        None | Some(0) => c,
        Some(form) => char::from_u32(u32::from(*form)).unwrap_or(c),
    }
}

#[allow(clippy::large_stack_arrays)] // made when the program is compiled
const fn forms(pairs: &[u8]) -> [u16; COUNT] {
    let mut forms = [0; COUNT];
    let mut at = 0;
    while at < pairs.len() {
        match pairs[at] {
            b'#' => {
                while at < pairs.len() && pairs[at] != b'\n' {
                    at += 1;
                }
            }
            b'\n' => at += 1,
            _ => {
                let (from, to) = (character(pairs, at), character(pairs, at + 3));
                assert!(from >= FIRST && from <= LAST && to >= FIRST && to <= LAST);
                assert!(forms[(from - FIRST) as usize] == 0);
                forms[(from - FIRST) as usize] = to;
                at += 6;
            }
        }
    }
    forms
}

/// A character of three bytes.
const fn character(bytes: &[u8], at: usize) -> u16 {
    ((bytes[at] & 0x0F) as u16) << 12 | ((bytes[at + 1] & 0x3F) as u16) << 6 | (bytes[at + 2] & 0x3F) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_has_another_form() {
        let chained: Vec<char> = (FIRST..=LAST)
            .filter_map(|c| char::from_u32(u32::from(c)))
            .filter(|c| plain_form(plain_form(*c)) != plain_form(*c))
            .collect();
        assert!(chained.is_empty(), "{chained:?}");
        assert_eq!("劉歐陽機絕絶祕宻级".chars().map(plain_form).collect::<String>(), "刘欧阳机绝绝秘密级");
    }
}
