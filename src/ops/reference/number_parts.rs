//! What people write for the number of a record, by its parts and whatever holds them together.

use super::Resolver;
use crate::model::{Kind, plain_text, to_half_width};

/// The parts of what people write for 隐患 2025-应急-001: 隐患〔2025〕应急001号, 应急2025-002.
pub(in crate::ops) struct RecordNumberParts {
    kind: Option<String>,
    unit: Option<String>,
    digits: Vec<String>,
    /// What is none of these.
    rest: usize,
}

impl RecordNumberParts {
    /// The parts of some words, whether they name a record or not.
    pub(in crate::ops) fn of(words: &str, resolver: Resolver<'_>) -> Self {
        let words = to_half_width(&plain_text(words));
        let mut parts = Self { kind: None, unit: None, digits: Vec::new(), rest: 0 };
        let mut word = String::new();
        let is_between = |c: char| c.is_whitespace() || "-_/—–.#〔〕[]()【】第号年".contains(c);
        let mut goes_on = false;
        for c in words.chars() {
            if c.is_ascii_digit() {
                // A letter before the digits is the series of a clone.
                if word.len() == 1 && word.chars().all(|c| c.is_ascii_lowercase()) {
                    parts.digits.push(std::mem::take(&mut word));
                    goes_on = true;
                }
                parts.word(&std::mem::take(&mut word), resolver);
                match parts.digits.last_mut().filter(|_| goes_on) {
                    Some(digits) => digits.push(c),
                    None => parts.digits.push(c.to_string()),
                }
            } else if is_between(c) {
                parts.word(&std::mem::take(&mut word), resolver);
            } else {
                word.push(c);
            }
            goes_on = c.is_ascii_digit();
        }
        parts.word(&word, resolver);
        parts
    }

    /// Takes a word: that of a kind, a unit's name, or both without a blank between them.
    fn word(&mut self, word: &str, resolver: Resolver<'_>) {
        if word.is_empty() {
            return;
        }
        let splits = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for (kind, unit) in splits.rev().map(|at| word.split_at(at)) {
            let is_kind = kind.is_empty() || (self.kind.is_none() && Kind::by_name(kind).is_ok());
            let is_unit = unit.is_empty() || (self.unit.is_none() && !resolver.mechanism.units_called(unit).is_empty());
            if is_kind && is_unit {
                let said = |word: &str| (!word.is_empty()).then(|| word.to_owned());
                self.kind = said(kind).or(self.kind.take());
                self.unit = said(unit).or(self.unit.take());
                return;
            }
        }
        self.rest += 1;
    }

    /// The parts as the register joins them.
    pub(super) fn joined(&self) -> Option<String> {
        let unit = self.unit.as_ref().filter(|_| self.rest == 0)?;
        let number = match &self.digits[..] {
            // A year alone numbers nothing.
            [serial] if serial.len() < 4 => format!("{unit}-{serial}"),
            [year, serial] if year.len() == 4 => format!("{year}-{unit}-{serial}"),
            _ => return None,
        };
        Some(self.kind.as_ref().map_or_else(|| number.clone(), |kind| format!("{kind} {number}")))
    }

    /// Whether somebody meant a record: there are digits, with a unit or the word for a kind.
    pub(in crate::ops) fn is_like_a_records(&self) -> bool {
        !self.digits.is_empty() && (self.unit.is_some() || self.kind.is_some())
    }
}
