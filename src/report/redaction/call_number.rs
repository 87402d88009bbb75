//! Numbers by which somebody can be called, in whatever digits, with whatever between them; no days, no papers, no measures.

use crate::text::{GAP, WordSign, chinese_digit};

/// A telephone number without its area code has seven digits together.
pub(super) const DIGITS: usize = 7;
/// Groups of digits with blanks or dashes between: a mobile number, an area code with its number.
const GROUPED: usize = 10;

/// How a mobile number is written in groups, whatever stands between them.
const MOBILE: &[&[usize]] =
    &[&[3, 4, 4], &[3, 8], &[4, 3, 4], &[3, 3, 5], &[3, 5, 3], &[5, 6], &[6, 5], &[7, 4], &[8, 3], &[3, 2, 2, 2, 2], &[1; 11]];

/// Whether a sign may be a digit of a number.
pub(super) fn may_call(sign: char) -> bool {
    sign.is_ascii_digit() || stands_for(sign).is_some() || chinese_digit(sign).is_some()
}

/// The digit for which a letter is put among digits: 138OO138OOO.
const fn stands_for(sign: char) -> Option<u8> {
    match sign {
        'o' | 'ο' | 'о' => Some(0),
        'l' | 'i' => Some(1),
        _ => None,
    }
}

/// The value of each sign that is a digit.
pub(super) fn digits(signs: &[WordSign]) -> Vec<Option<u8>> {
    let mut digits: Vec<Option<u8>> = Vec::with_capacity(signs.len());
    for at in 0..signs.len() {
        let digit = value(signs, at).or_else(|| {
            let follows = joined(signs, at) && digits.last().is_some_and(Option::is_some);
            stands_for(signs[at].sign).filter(|_| follows && ends_among_digits(signs, at))
        });
        digits.push(digit);
    }
    digits
}

fn joined(signs: &[WordSign], at: usize) -> bool {
    at > 0 && signs.get(at).is_some_and(|sign| sign.gap.is_none)
}

/// The digit that a sign is. A Chinese numeral next to a word belongs to it (第一, 一般), unless another one stands on its other side.
fn value(signs: &[WordSign], at: usize) -> Option<u8> {
    let sign = signs[at].sign;
    if sign.is_ascii_digit() {
        return u8::try_from(u32::from(sign) - u32::from('0')).ok();
    }
    let digit = chinese_digit(sign)?;
    let word = |at: usize, other: usize| joined(signs, at) && !may_call(signs[other].sign);
    // Also where something is put between: 打一、三、八.
    let numeral = |at: usize, other: usize| {
        let gap = signs.get(at).map(|sign| sign.gap);
        gap.is_some_and(|gap| gap.is_none || (1..=GAP).contains(&gap.others)) && chinese_digit(signs[other].sign).is_some()
    };
    let before = |ask: &dyn Fn(usize, usize) -> bool| at > 0 && ask(at, at - 1);
    let after = |ask: &dyn Fn(usize, usize) -> bool| at + 1 < signs.len() && ask(at + 1, at + 1);
    let belongs = (before(&word) && !after(&numeral)) || (after(&word) && !before(&numeral));
    (!belongs).then_some(digit)
}

/// Whether letters that stand for digits are followed by nothing of a word.
fn ends_among_digits(signs: &[WordSign], at: usize) -> bool {
    let next =
        (at + 1..signs.len()).take(GROUPED + DIGITS).find(|at| stands_for(signs[*at].sign).is_none() || !joined(signs, *at));
    next.is_none_or(|next| !joined(signs, next) || value(signs, next).is_some() || !signs[next].sign.is_ascii_alphabetic())
}

/// Digits that stand together.
struct DigitGroup<'s> {
    digits: &'s [Option<u8>],
    signs: &'s [WordSign],
}

impl DigitGroup<'_> {
    const fn len(&self) -> usize {
        self.digits.len()
    }

    /// Whether more than blanks, dots or dashes stands before it.
    fn is_apart(&self) -> bool {
        self.signs[0].gap.others > 0
    }

    fn digit(&self, at: usize) -> u8 {
        self.digits.get(at).copied().flatten().unwrap_or_default()
    }

    fn is_year(&self) -> bool {
        self.len() == 4 && matches!((self.digit(0), self.digit(1)), (1, 9) | (2, 0))
    }

    /// Whether it may be a measure: 1500, 80.
    fn is_round(&self) -> bool {
        self.digit(0) != 0 && self.digit(self.len() - 1) == 0
    }
}

/// How many signs the number has by which somebody could be called that begins here, should one.
pub(super) fn call_number(text: &str, signs: &[WordSign], digits: &[Option<u8>], at: usize) -> Option<usize> {
    digits[at]?;
    let follows = at > 0 && digits[at - 1].is_some();
    if follows && joined(signs, at) {
        return None;
    }
    let mut groups: Vec<DigitGroup<'_>> = Vec::new();
    let mut from = at;
    // No number has more groups than this: a table of a thousand is not read again from each of them.
    while groups.len() < 14 && digits.get(from).is_some_and(Option::is_some) {
        if from > at && signs[from].gap.others > GAP {
            break;
        }
        let next = (from + 1..signs.len()).find(|next| !joined(signs, *next) || digits[*next].is_none()).unwrap_or(signs.len());
        groups.push(DigitGroup { digits: &digits[from..next], signs: &signs[from..next] });
        from = next;
    }
    let is_begun = !follows || signs[at].gap.others > GAP;
    // A day that follows belongs to no number, and none begins with one.
    let end = (0..groups.len()).find(|group| is_day(&groups[*group..])).unwrap_or(groups.len());
    let groups = &groups[..end];
    let run = DigitRun { text, groups, is_begun, after: signs.get(from).filter(|_| end > 0) };
    run.mobile().or_else(|| run.fixed_line()).or_else(|| run.local()).or_else(|| plain(groups))
}

/// Groups with whatever between them.
struct DigitRun<'s> {
    text: &'s str,
    groups: &'s [DigitGroup<'s>],
    /// Whether no digits stand before it.
    is_begun: bool,
    /// The sign after it.
    after: Option<&'s WordSign>,
}

impl DigitRun<'_> {
    fn signs(groups: &[DigitGroup<'_>]) -> usize {
        groups.iter().map(DigitGroup::len).sum()
    }

    /// A mobile number, also behind the number of the country.
    fn mobile(&self) -> Option<usize> {
        let is_country = |group: &DigitGroup<'_>| {
            let digits: Vec<u8> = group.digits.iter().copied().flatten().collect();
            matches!(digits[..], [8, 6] | [0, 0, 8, 6])
        };
        let country = usize::from(self.groups.first().is_some_and(is_country));
        let groups = &self.groups[country..];
        let shape = MOBILE.iter().find(|shape| {
            shape.len() <= groups.len() && shape.iter().zip(groups).all(|(length, group)| *length == group.len())
        })?;
        let number = &groups[..shape.len()];
        let digit = |at: usize| number.iter().flat_map(|group| group.digits).nth(at).copied().flatten();
        let singles = number.len() == 11;
        let is_apart = number[1..].iter().any(DigitGroup::is_apart);
        let is_list = singles && is_apart && !(self.is_begun && groups.len() == shape.len());
        let is_measure = is_apart && !singles && number.iter().all(DigitGroup::is_round);
        (digit(0) == Some(1) && digit(1) >= Some(3) && !is_list && !is_measure)
            .then(|| Self::signs(&self.groups[..country + shape.len()]))
    }

    /// A number with the code of its area.
    fn fixed_line(&self) -> Option<usize> {
        let [area, rest @ ..] = self.groups else { return None };
        if area.digit(0) != 0 || !matches!(area.len(), 3 | 4) {
            return None;
        }
        let lengths: Vec<usize> = rest.iter().take(2).map(DigitGroup::len).collect();
        match lengths[..] {
            [7 | 8, ..] => Some(Self::signs(&self.groups[..2])),
            [3 | 4, 4] => Some(Self::signs(&self.groups[..3])),
            _ => None,
        }
    }

    /// A number within the area with a sign in its middle: 8888/1234. Two measures, two years and parts of a list are none.
    fn local(&self) -> Option<usize> {
        let [first, second] = self.groups else { return None };
        let between = &self.text[first.signs[first.len() - 1].to..second.signs[0].from];
        let may_part = between.chars().all(|c| c.is_whitespace() || "/／\\＼|｜()（）[]【】“”\"'+＋_".contains(c));
        let is_unit = self
            .after
            .is_some_and(|after| after.gap.others == 0 && (after.sign.is_ascii_alphabetic() || UNITS.contains(after.sign)));
        let is_number = matches!((first.len(), second.len()), (3 | 4, 4)) && first.digit(0) >= 2;
        let is_measure = is_unit || (first.is_round() && second.is_round()) || first.is_year() || second.is_year();
        (self.is_begun && second.is_apart() && may_part && is_number && !is_measure).then(|| first.len() + second.len())
    }
}

/// In what is counted and measured.
const UNITS: &str = "吨米元人次台套亩平立千公厘毫分秒小时天日月年度伏瓦安件处家座项份条个名户万亿升克斤辆组班根块片支号";

/// Digits together, or in groups with blanks, dots or dashes between.
fn plain(groups: &[DigitGroup<'_>]) -> Option<usize> {
    let end = (1..groups.len()).find(|at| groups[*at].is_apart()).unwrap_or(groups.len());
    let groups = &groups[..end];
    let (first, digits) = (groups.first()?.len(), DigitRun::signs(groups));
    match groups {
        _ if first >= DIGITS => Some(first),
        [_, second, ..] if digits < GROUPED => {
            let pair = matches!((first, second.len()), (3 | 4, 4)) && !second.is_year();
            pair.then_some(first + second.len())
        }
        _ => (digits >= GROUPED).then_some(digits),
    }
}

/// Whether groups begin with a year, a month and a day.
fn is_day(groups: &[DigitGroup<'_>]) -> bool {
    matches!(groups, [year, month, day, ..] if year.is_year() && month.len() <= 2 && day.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::super::mask::Mask;

    fn masked(text: &str) -> String {
        Mask::default().apply(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn numbers_go_in_whatever_digits_and_with_whatever_between() {
        let numbers = "138/0013/8000 138（0013）8000 138(0013)8000 138，0013，8000 138、0013、8000 138*0013*8000 +86/138/0013/8000 8888/1234 \
                       （8888）1234 0766/8881234 0766/888/1234 010*8888*1234 一三八〇〇一三八〇〇〇 一三八○○一三八○○○ 壹叁捌零零壹叁捌零零零 \
                       138零零138零零零 138OO138OOO 138oo138ooo 13800l38000 ١٣٨٠٠١٣٨٠٠٠ १३८००१३८००० ㊀㊂㊇〇〇㊀㊂㊇〇〇〇 \
                       1/3/8/0/0/1/3/8/0/0/0 一、三、八、零、零、一、三、八、零、零、零 ❶❸❽⓿⓿❶❸❽⓿⓿⓿ ⑴⑶⑻⓪⓪⑴⑶⑻⓪⓪⓪ 1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣ 〡〣〨〇〇〡〣〨〇〇〇 138：：：0013：：：8000";
        for number in numbers.split_whitespace() {
            for text in [format!("甲事：{number}。"), format!("打{number}找他"), format!("{number}，2025/12/31")] {
                let told = masked(&text);
                let left = told.replace("2025/12/31", "");
                let digits = left.chars().filter(|c| c.is_numeric() || "oOl".contains(*c)).count();
                assert!(told.contains("〔略〕") && digits <= 2, "{text}: {told}");
            }
        }
    }

    #[test]
    fn days_lists_and_measures_stay() {
        let plain = [
            "2025/12/31",
            "2025/12/31、2026/01/05",
            "2025，12，31 至 2026，1，5",
            "二〇二五年十二月三十一日",
            "一、二、三、四、五、六、七、八、九、十",
            "第一、二、三、四、五、六、七、八、九条",
            "1、2、3、4、5、6、7、8、9、10、11、12、13",
            "1、3、5、7、9、11、13、15",
            "外形 1500×1500×600 毫米",
            "外形 1600*1200*800",
            "板 150/2000/3000",
            "1200/1500",
            "3000/5000 吨",
            "6301/6603V",
            "2345/6789 人次",
            "2024/2025",
            "2023、2024、2025、2026",
            "1380、1450、1520、1610",
            "（2025）1234、（2026）1235",
            "金额 1,234,500 元",
            "共 12/31 项，整改 345/999",
            "三一重工、一二三矿",
            "第三一八号",
            "一般隐患 13 处、重大 2 处、已改 15 处",
            "油量 100 l/min、200 l/min、300 l/min",
            "某资（2025）6号",
        ];
        for plain in plain {
            assert_eq!(masked(plain), plain);
        }
        assert_eq!(masked("拨打13800138000一次"), "拨打〔略〕一次");
        assert_eq!(masked("电话 138 0013 8000 一般不接"), "电话 〔略〕 一般不接");
        assert_eq!(masked("矿1：138/0013/8000、139/0013/9001"), "矿1：〔略〕、〔略〕");
    }

    /// A table of numbers is read once, however long it is.
    #[test]
    fn a_long_table_of_numbers_is_read_to_its_end() {
        let text = "1/".repeat(30_000) + &"1".repeat(6) + &"、一".repeat(10_000);
        assert_eq!(masked(&text), text);
    }
}
