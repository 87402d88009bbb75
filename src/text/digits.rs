//! Digits, in whatever script.

/// The zero of every script whose ten digits stand together and that Unicode does not compose into 0–9.
const ZEROS: &[u32] = &[
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20, 0x1040,
    0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0,
    0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16A60, 0x16AC0,
    0x16B50, 0x16D70, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950,
];

/// The one of every row of nine that has its zero elsewhere: in circles, and those of Suzhou (〡〢〣).
const ONES: &[u32] = &[0x2776, 0x2780, 0x278A, 0x24F5, 0x3021];

/// A digit of another script as one of 0–9.
pub(super) fn decimal_digit(c: char) -> Option<char> {
    let c = u32::from(c);
    if c == 0x24FF {
        return Some('0');
    }
    let within = |first: u32, from: u32, count: u32| c.checked_sub(first).filter(|at| *at < count).map(|at| at + from);
    let zeros = ZEROS.iter().find_map(|zero| within(*zero, 0, 10));
    let value = zeros.or_else(|| ONES.iter().find_map(|one| within(*one, 1, 9)))?;
    char::from_digit(value, 10)
}

/// The value of a Chinese numeral of one digit, in its plain form.
#[must_use]
pub fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' | '弌' | '幺' => 1,
        '二' | '贰' | '弍' => 2,
        '三' | '叁' | '弎' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}
