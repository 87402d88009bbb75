//! 更正: a record with what it says, to be written over; only what was written over is changed, and why is said with it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::change::FormChange;
use super::fields::{line, unit_field};
use super::posted::visible;
use crate::desk::at_hand::Desk;
use crate::desk::frame::RECORDS;
use crate::ops::{self, AmendRequest, AmendablePlace, AnswerForm, AuthorRequest, FilingOutcome, Register, Result};
use crate::text::{Telling, Text};

/// The name of a place in a form: what stands behind is the place.
const PLACE: &str = "v.";

/// A slip that is to be mended, as it was written.
#[derive(Default)]
pub(super) struct WrittenAmendment {
    pub(super) record: String,
    reason: String,
    unit: String,
    written: BTreeMap<String, String>,
}

impl WrittenAmendment {
    /// What names and words say.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut amendment = Self::default();
        for (name, words) in pairs {
            let words = visible(&words);
            match (name.as_str(), name.strip_prefix(PLACE)) {
                (_, Some(place)) => drop(amendment.written.insert(place.to_owned(), words)),
                ("record", _) => words.trim().clone_into(&mut amendment.record),
                ("reason", _) => words.trim().clone_into(&mut amendment.reason),
                ("as" | "q.as", _) => words.trim().clone_into(&mut amendment.unit),
                _ => {}
            }
        }
        amendment
    }

    fn field(&self, desk: &Desk, place: &AmendablePlace) -> Markup {
        let (name, id) = (format!("{PLACE}{}", place.place), format!("v-{}", place.place.replace(['.', '[', ']'], "-")));
        let words = self.written.get(&place.place).unwrap_or(&place.answer);
        html! {
            div.field {
                @match place.form {
                    None => label.choice {
                        input type="checkbox" name=(name) value="-" checked[self.written.contains_key(&place.place)];
                        " " (desk.fixed("整项删去：", "take out the whole of ")) (desk.say(&place.label))
                    },
                    Some(form) => {
                        label for=(id) { (desk.say(&place.label)) }
                        // A line that has breaks, which it should not, would lose them in a field of one line.
                        @if place.offered.is_empty() && (form == AnswerForm::Prose || words.contains('\n')) {
                            textarea id=(id) name=(name) rows="4" { (words) }
                        } @else if place.offered.is_empty() {
                            input type="text" id=(id) name=(name) value=(words) autocomplete="off";
                        } @else {
                            select id=(id) name=(name) {
                                option value="" { (desk.fixed("（未填）", "(nothing)")) }
                                @for offered in &place.offered {
                                    option value=(offered.answer) selected[offered.answer == *words] { (desk.say(&offered.label)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl FormChange for WrittenAmendment {
    fn title(&self) -> Text {
        Text::fixed("更正、补充", "amend")
    }

    fn path(&self) -> &'static str {
        "amend"
    }

    fn place(&self) -> &'static str {
        RECORDS
    }

    fn record(&self) -> &str {
        &self.record
    }

    fn text(&self, register: &Register) -> Option<String> {
        ops::amendable(register, &self.record).ok().map(|record| record.text)
    }

    fn follow(&mut self, register: &Register, before: &str) {
        if let Ok(now) = ops::amendable(register, &self.record)
            && let Ok(written) = now.written_since(register, before, self.written.clone())
        {
            self.written = written;
        }
    }

    fn pairs(&self) -> Vec<(String, String)> {
        let own = [("record", &self.record), ("reason", &self.reason), ("as", &self.unit)];
        let own = own.into_iter().map(|(name, words)| (name.to_owned(), words.clone()));
        own.chain(self.written.iter().map(|(place, words)| (format!("{PLACE}{place}"), words.clone()))).collect()
    }

    fn fields(&self, desk: &Desk, register: &Register) -> Markup {
        let found = (!self.record.is_empty()).then(|| ops::amendable(register, &self.record));
        html! {
            @match found {
                Some(Ok(found)) => {
                    input type="hidden" name="record" value=(self.record);
                    (unit_field(desk, register, &self.unit))
                    h2 { (desk.say(&found.record.title)) }
                    p.help { (desk.fixed(
                        "改写要改的项；清空一项就是删去。没有改写的不动。",
                        "write over what is to be mended; what is emptied is taken out. What is not written over stays.",
                    )) }
                    @let (said, silent): (Vec<&AmendablePlace>, Vec<&AmendablePlace>) =
                        found.places.iter().partition(|place| place.form.is_none() || !place.answer.is_empty());
                    @let is_written = silent.iter().any(|place| self.written.get(&place.place).is_some_and(|words| !words.trim().is_empty()));
                    @for place in said { (self.field(desk, place)) }
                    @if !silent.is_empty() {
                        details open[is_written] {
                            summary { (desk.fixed("还没有填的", "what is not said yet")) }
                            @for place in silent { (self.field(desk, place)) }
                        }
                    }
                    (line("reason", desk.fixed("更正的原因（必填）", "why it is mended (required)"), &self.reason))
                }
                _ => {
                    (line("record", desk.fixed("更正哪条记录（如 隐患 应急/1）", "which record (such as 'hazard yingji/1')"), &self.record))
                }
            }
        }
    }

    fn lost(&self, register: &Register) -> Option<Telling> {
        let named = Some(&self.record).filter(|record| !record.is_empty())?;
        ops::amendable(register, named).err().map(|why| why.saying())
    }

    fn is_whole(&self) -> bool {
        !self.record.is_empty()
    }

    fn make(&self, desk: &Desk, register: &Register, dry_run: bool) -> Result<FilingOutcome> {
        if self.reason.is_empty() {
            return Err(Text::fixed("没有写更正的原因", "why it is mended is missing").into());
        }
        let (set, remove) = ops::amendable(register, &self.record)?.amendments(&self.written);
        if set.is_empty() && remove.is_empty() {
            return Err(
                Text::fixed("没有改写什么，没有可登记的", "nothing was written over, and there is nothing to file").into()
            );
        }
        let unit = Some(self.unit.clone()).filter(|unit| !unit.is_empty()).or_else(|| desk.environment().unit);
        let author = AuthorRequest { unit, on_behalf: None };
        let (record, reason) = (self.record.clone(), self.reason.clone());
        ops::amend(register, &AmendRequest { record, set, remove, reason, author, dry_run })
    }
}
