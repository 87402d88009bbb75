//! 合并、分设: units that end and those that take over from them, which only the office files.

use maud::{Markup, html};

use super::change::FormChange;
use super::fields::line;
use crate::desk::at_hand::Desk;
use crate::desk::frame::NEW;
use crate::ops::{self, FilingOutcome, OfferedAnswer, Register, Result, SuccessionRequest};
use crate::text::{Text, clean};

/// Which of the two it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SuccessionKind {
    /// Several end, and one takes over.
    Merge,
    /// One ends, and several take over.
    Split,
}

impl SuccessionKind {
    /// By the name of its verb.
    pub(super) fn called(noun: &str, verb: &str) -> Option<Self> {
        match (noun, verb) {
            ("unit", "merge") => Some(Self::Merge),
            ("unit", "split") => Some(Self::Split),
            _ => None,
        }
    }
}

/// A succession, as it was written.
pub(super) struct WrittenSuccession {
    kind: SuccessionKind,
    gone: Vec<String>,
    heirs: Vec<String>,
    on: String,
}

impl WrittenSuccession {
    /// What names and words say.
    pub(super) fn new(kind: SuccessionKind, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut written = Self { kind, gone: Vec::new(), heirs: Vec::new(), on: String::new() };
        for (name, words) in pairs {
            let words = words.trim().to_owned();
            match name.as_str() {
                "gone" if !words.is_empty() => written.gone.push(words),
                "heir" if !words.is_empty() => written.heirs.push(words),
                "on" => written.on = words,
                _ => {}
            }
        }
        written
    }
}

impl FormChange for WrittenSuccession {
    fn title(&self) -> Text {
        match self.kind {
            SuccessionKind::Merge => Text::fixed("单位 合并", "unit merge"),
            SuccessionKind::Split => Text::fixed("单位 分设", "unit split"),
        }
    }

    fn path(&self) -> &'static str {
        match self.kind {
            SuccessionKind::Merge => "succession/merge",
            SuccessionKind::Split => "succession/split",
        }
    }

    fn place(&self) -> &'static str {
        NEW
    }

    fn record(&self) -> &'static str {
        ""
    }

    fn text(&self, _: &Register) -> Option<String> {
        None
    }

    fn pairs(&self) -> Vec<(String, String)> {
        let named = |name: &'static str, all: &[String]| -> Vec<(String, String)> {
            all.iter().map(|words| (name.to_owned(), words.clone())).collect()
        };
        [named("gone", &self.gone), named("heir", &self.heirs), named("on", std::slice::from_ref(&self.on))].concat()
    }

    fn fields(&self, desk: &Desk, register: &Register) -> Markup {
        let units = ops::filing_units(register);
        let gone = desk.fixed("撤并的单位", "what ends");
        let heirs = desk.fixed(
            "承接的单位（分设的，先用“单位 新设”登记；排在最前的承接未了的事项）",
            "what takes over (new ones are filed first; the first of them takes over what is open)",
        );
        html! {
            p.help { (desk.fixed(
                "撤并由办公室登记。未了的事项、所欠的义务和登记的权限转给承接的单位，已登记的记录仍在原处。",
                "the office files it. What is open, what is owed and who may write it pass on; what was filed stays where it lies.",
            )) }
            @match self.kind {
                SuccessionKind::Merge => { (several(desk, "gone", gone, &units, &self.gone)) (one(desk, "heir", heirs, &units, &self.heirs)) },
                SuccessionKind::Split => { (one(desk, "gone", gone, &units, &self.gone)) (several(desk, "heir", heirs, &units, &self.heirs)) },
            }
            (line("on", desk.fixed("自哪一天起由承接的单位办理（必填）", "the day from which they act (required)"), &self.on))
        }
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn make(&self, desk: &Desk, register: &Register, dry_run: bool) -> Result<FilingOutcome> {
        if self.gone.is_empty() || self.heirs.is_empty() || self.on.is_empty() {
            let lacking =
                Text::fixed("请选撤并的单位、承接的单位，写明日期", "choose what ends and what takes over, and name the day");
            return Err(lacking.into());
        }
        let (gone, heirs, on) = (self.gone.clone(), self.heirs.clone(), self.on.clone());
        ops::succeed(register, &SuccessionRequest { gone, heirs, on, unit: desk.environment().unit, dry_run })
    }
}

fn several(desk: &Desk, name: &str, legend: &str, units: &[OfferedAnswer], said: &[String]) -> Markup {
    html! {
        fieldset.field {
            legend { (legend) }
            div.choices { @for unit in units {
                label.choice {
                    input type="checkbox" name=(name) value=(unit.answer) checked[said.contains(&unit.answer)];
                    " " (desk.say(&unit.label))
                }
            } }
        }
    }
}

fn one(desk: &Desk, name: &str, label: &str, units: &[OfferedAnswer], said: &[String]) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (clean(desk.fixed("（未选）", "(nothing chosen)"))) }
                @for unit in units { option value=(unit.answer) selected[said.contains(&unit.answer)] { (desk.say(&unit.label)) } }
            }
        }
    }
}
