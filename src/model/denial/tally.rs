//! Numbers in a clause: how many of what (3项, 两座), and shares of a whole (80%, 2/3, 三分之二, 八成).

use crate::model::clause_key::said_number;

/// So many of something.
pub(super) struct CountedThings {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) value: u32,
    /// What it counts: 项, 座.
    pub(super) unit: char,
}

/// A share of a whole.
pub(super) struct ShareDone {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) value: f64,
    /// Whether it may be a day as well: 9/30.
    pub(super) is_date: bool,
}

/// What counts things.
pub(super) const UNITS: &str = "项座处家个条件次台口名批份户";

/// The numbers of things in a clause, one after the other.
pub(super) fn tallies(clause: &str) -> Vec<CountedThings> {
    let with_unit = |number: Numeral| {
        let unit = clause[number.to..].chars().next().filter(|c| UNITS.contains(*c))?;
        Some(CountedThings { from: number.from, to: number.to + unit.len_utf8(), value: number.value, unit })
    };
    numerals(clause).into_iter().filter_map(with_unit).collect()
}

/// The shares in a clause.
pub(super) fn shares(clause: &str) -> Vec<ShareDone> {
    let numbers = numerals(clause);
    let mut found = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let behind = &clause[number.to..];
        let value = f64::from(number.value);
        let next = numbers.get(at + 1);
        let divided = |sign: &str| next.filter(|next| behind.starts_with(sign) && next.from == number.to + sign.len());
        if let Some(next) = divided("分之").filter(|_| number.value > 0) {
            found.push(ShareDone { from: number.from, to: next.to, value: f64::from(next.value) / value, is_date: false });
        } else if let Some(next) = divided("/") {
            let is_more = clause[..number.from].ends_with('/') || clause[next.to..].starts_with('/');
            // “9月3/4” is no share; 于9/30 is a day.
            let is_date = clause[..number.from].ends_with(['于', '在', '自', '到', '从', '至']) || 10 < next.value;
            if !is_more && 0 < next.value {
                found.push(ShareDone { from: number.from, to: next.to, value: value / f64::from(next.value), is_date });
            }
        } else if behind.starts_with('%') {
            // “80.5%”: what stands behind the point is of no matter, so long as it begins below the whole.
            let whole = clause[..number.from].strip_suffix('.').and_then(|before| {
                let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
                Some((digits.len(), before[digits.len()..].parse::<u32>().ok()?))
            });
            let (from, value) = whole.map_or((number.from, value), |(from, whole)| (from, f64::from(whole)));
            found.push(ShareDone { from, to: number.to + 1, value: value / 100.0, is_date: false });
        } else if behind.starts_with('成') && number.value < 10 && !behind.starts_with("成立") {
            found.push(ShareDone { from: number.from, to: number.to + '成'.len_utf8(), value: value / 10.0, is_date: false });
        }
    }
    found
}

/// A number in digits of either kind.
struct Numeral {
    from: usize,
    to: usize,
    value: u32,
}

fn numerals(clause: &str) -> Vec<Numeral> {
    const CHINESE: &str = "一二两三四五六七八九十";
    let mut found: Vec<Numeral> = Vec::new();
    let mut chars = clause.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let is_kind: fn(char) -> bool = if c.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if CHINESE.contains(c) {
            |c| CHINESE.contains(c)
        } else {
            // “百分之八十” is a share as “四分之三” is.
            if c == '百' {
                found.push(Numeral { from, to: from + c.len_utf8(), value: 100 });
            }
            continue;
        };
        let mut to = from + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| is_kind(*c)) {
            to = at + c.len_utf8();
        }
        let digits = &clause[from..to];
        let value = digits.parse().ok().or_else(|| said_number(&digits.replace('两', "二")).map(u32::from));
        if let Some(value) = value {
            found.push(Numeral { from, to, value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_shares() {
        let counted = |clause: &str| tallies(clause).iter().map(|one| (one.value, one.unit)).collect::<Vec<_>>();
        assert_eq!(counted("3项任务完成两项"), [(3, '项'), (2, '项')]);
        assert_eq!(counted("十二座矿山"), [(12, '座')]);
        assert!(counted("2025年3月").is_empty());
        let share = |clause: &str| shares(clause).first().map(|share| (share.value * 100.0).round());
        for (clause, percent) in [
            ("完成2/3", 67.0),
            ("三分之二", 67.0),
            ("80.5%", 80.0),
            ("百分之八十", 80.0),
            ("百分之百", 100.0),
            ("八成", 80.0),
            ("3/3", 100.0),
        ] {
            assert_eq!(share(clause), Some(percent), "{clause}");
        }
        for clause in ["2025/9/30", "3座", "完成", "七成立项"] {
            assert_eq!(share(clause), None, "{clause}");
        }
    }
}
