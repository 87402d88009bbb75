//! 导入: a ledger that was filled in. It is looked at first; its account says what becomes of every cell, and it is filed once somebody has seen
//! that. What cannot be taken comes back marked.

use std::sync::Arc;

use maud::{Markup, html};

use super::fields::{button, line, unit_field};
use super::kept::{FormEnd, WaitingSheet};
use super::machine::{FormStep, FormWork, SentForm, SteppedForm, give_token, not_yet};
use super::notes::PageNotes;
use super::told::{against, faults, lines, proposal, words};
use crate::desk::answer::Answer;
use crate::desk::at_hand::Desk;
use crate::desk::frame::{IMPORT, Page};
use crate::desk::way::said;
use crate::model::limits::SHEET_BYTES;
use crate::ops::{
    self, AuthorRequest, Failure, FilingOutcome, ImportOutcome, ImportRequest, OnBehalf, Receipt, Register, Result,
};
use crate::render;
use crate::text::{Telling, Text};
use crate::tr;

/// So many records are shown as they will read; the account counts all.
const SHOWN: usize = 5;

/// A spreadsheet as it was handed over, with what was said to it.
pub(super) struct SheetForm<'a> {
    desk: &'a Desk,
    sent: SentForm,
    name: String,
    bytes: Vec<u8>,
    reason: String,
    unit: String,
    on_behalf: String,
    source: String,
    hidden: bool,
}

/// What a look at a spreadsheet gives.
pub(super) struct SeenSheet {
    request: Arc<ImportRequest>,
    outcome: ImportOutcome,
}

impl<'a> SheetForm<'a> {
    /// What names and words say.
    pub(super) fn new(desk: &'a Desk, pairs: Vec<(String, String)>) -> Self {
        let (sent, nothing) = (SentForm::new(&pairs), String::new);
        let (reason, unit, on_behalf, source) = (nothing(), nothing(), nothing(), nothing());
        let mut form = Self { desk, sent, name: nothing(), bytes: Vec::new(), reason, unit, on_behalf, source, hidden: false };
        for (name, words) in pairs {
            match name.as_str() {
                "reason" => words.trim().clone_into(&mut form.reason),
                "as" | "q.as" => words.trim().clone_into(&mut form.unit),
                "for" => words.trim().clone_into(&mut form.on_behalf),
                "source" => words.trim().clone_into(&mut form.source),
                "hidden" => form.hidden = true,
                _ => {}
            }
        }
        form
    }

    /// The file that was chosen.
    pub(super) fn take(&mut self, name: &str, bytes: Vec<u8>) {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        if !name.is_empty() {
            (self.name, self.bytes) = (name.to_owned(), bytes);
        }
    }

    /// The page on which a spreadsheet is chosen.
    fn page(&self, register: &Register, notes: &PageNotes) -> Answer {
        let desk = self.desk;
        let acting = register.acting(desk.environment().unit.as_deref());
        let is_office = acting.is_ok_and(|unit| unit == *register.mechanism.office());
        let most = SHEET_BYTES / 1024 / 1024;
        let limit = tr!("填好的台账，.xlsx 或 .csv，不超过 {most} MB"; "the ledger that was filled in, .xlsx or .csv, of {most} MB at most");
        let body = html! {
            (faults(desk, notes))
            form method="post" enctype="multipart/form-data" action=(desk.link(IMPORT)) {
                div.field {
                    label for="f-sheet" { (desk.fixed("表格", "spreadsheet")) }
                    p.help id="f-sheet-help" { (desk.say(&limit)) }
                    input type="file" id="f-sheet" name="sheet" accept=".xlsx,.csv" aria-describedby="f-sheet-help";
                }
                (unit_field(desk, register, &self.unit))
                input type="hidden" name="token" value=(self.sent.token);
                (line("reason", desk.fixed("原因（更正已登记、已印发的内容时写明）", "why, where what stands is mended"), &self.reason))
                details {
                    summary { (desk.fixed("更多（可不填）", "more, which may be left out")) }
                    @if is_office {
                        (line("for", desk.fixed("代哪个单位（不写则按各行所填单位）", "for which unit; else for the unit that each row names"), &self.on_behalf))
                        (line("source", desk.fixed("代录的依据，如来文字号", "the paper from which it is entered"), &self.source))
                    }
                    label.choice {
                        input type="checkbox" name="hidden" value="yes" checked[self.hidden];
                        " " (desk.fixed("隐藏的表、行、列也取用", "take hidden sheets, rows and columns as well"))
                    }
                }
                div.acts { button.main type="submit" name="do" value=(FormStep::Preview.name()) { (desk.fixed("看看会登记什么", "see what would be filed")) } }
            }
        };
        let page = Page { title: Text::fixed("导入台账", "import a ledger"), here: IMPORT, body };
        if notes.is_refusal() { Answer::refused(desk, &page) } else { Answer::page(desk, &page) }
    }

    fn request(&self) -> ImportRequest {
        let given = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        let on_behalf = given(&self.on_behalf).map(|unit| OnBehalf { unit, source: self.source.clone() });
        let reported = given(&self.source).filter(|_| on_behalf.is_none());
        let author = AuthorRequest { unit: given(&self.unit).or_else(|| self.desk.environment().unit), on_behalf };
        let (name, bytes, reason) = (self.name.clone(), self.bytes.clone(), given(&self.reason));
        ImportRequest { name, bytes, reason, author, reported, hidden: self.hidden, dry_run: true }
    }
}

impl SteppedForm for SheetForm<'_> {
    type Seen = SeenSheet;

    fn sent(&self) -> &SentForm {
        &self.sent
    }

    fn sent_mut(&mut self) -> &mut SentForm {
        &mut self.sent
    }

    fn about(&self, _: &Register) -> (String, String) {
        (String::new(), String::new())
    }

    fn fill(&mut self, register: &Register, notes: PageNotes) -> Result<Answer> {
        give_token(self.desk, self, register)?;
        Ok(self.page(register, &notes))
    }

    fn look(&mut self, register: &Register) -> Result<Result<SeenSheet, PageNotes>> {
        if self.name.is_empty() {
            return Ok(Err(PageNotes::wrong(Text::fixed("还没有选择表格", "no spreadsheet is chosen yet"))));
        }
        let request = Arc::new(self.request());
        Ok(match ops::import(register, &request) {
            Ok(outcome) => Ok(SeenSheet { request, outcome }),
            Err(failure) => Err(PageNotes::wrong(failure.saying())),
        })
    }

    fn preview(&mut self, register: &Register, seen: SeenSheet, has_changed: bool) -> Result<Answer> {
        give_token(self.desk, self, register)?;
        Ok(seen_page(self.desk, &self.sent.token, seen, has_changed))
    }

    fn file(&mut self, register: &Register) -> Result<FormWork<SeenSheet>> {
        let Some(sheet) = self.desk.kept.waiting(&self.sent.token) else { return Ok(FormWork::Wrong(PageNotes::wrong(GONE))) };
        let outcome = match ops::import(register, &ImportRequest { dry_run: false, ..(*sheet.request).clone() }) {
            Ok(outcome) => outcome,
            Err(failure) => return Ok(FormWork::Wrong(PageNotes::wrong(failure.saying()))),
        };
        if outcome.filing.is_filed() {
            return Ok(FormWork::End(FormEnd::Imported(Arc::new(outcome))));
        }
        Ok(FormWork::Changed(SeenSheet { request: sheet.request, outcome }))
    }
}

/// Why nothing comes of a spreadsheet that was looked at.
const GONE: Text = Text::fixed(
    "这张表没有登记，也不在这里了（工作台重新打开过，或又看了别的表）；请重新选择",
    "this spreadsheet was not filed and is not here any more (the desk was opened anew, or others were looked at since): choose it again",
);

/// What would be filed of a spreadsheet, or the cells that cannot be taken.
fn seen_page(desk: &Desk, token: &str, SeenSheet { request, outcome }: SeenSheet, has_changed: bool) -> Answer {
    let options = words(desk);
    let wrong: Vec<Telling> = against(&outcome.filing).wrong;
    let receipt = match &outcome.filing {
        FilingOutcome::Preview(receipt) | FilingOutcome::Changed(receipt) => Some(receipt),
        _ => None,
    };
    let has_changed = has_changed && receipt.is_some();
    let is_refused = receipt.is_none() || has_changed;
    let body = html! {
        @if has_changed { div.refused role="alert" { p { (desk.say(&not_yet(true))) } } }
        @if !outcome.problems.is_empty() {
            div.refused role="alert" { (lines(&render::cell_problems(&outcome.problems, options))) }
        }
        @if outcome.marked.is_some() {
            ul.acts { li { a.button.main href=(desk.link(&format!("{IMPORT}/{token}/marked"))) {
                (desk.fixed("下载标注了问题的副本", "download the copy with the problems marked"))
            } } }
            p.help { (desk.fixed("在副本里改好，再到这里导入它。", "mend them in the copy, and import that here.")) }
        }
        @for why in &wrong { p.note.text role="alert" { (said(desk, why)) } }
        h2 { (desk.fixed("清点", "account")) }
        (lines(&render::account(&outcome.account, false, options)))
        @for note in &outcome.notes { p.note { (desk.say(note)) } }
        @if let Some(receipt) = receipt { (filing(desk, receipt, token)) }
        @else { ul.acts { li { a.button href=(desk.link(IMPORT)) { (desk.fixed("另选一张表", "choose another spreadsheet")) } } } }
    };
    desk.kept.wait(token, WaitingSheet { request, outcome: Arc::new(outcome) });
    let title = if is_refused {
        Text::fixed("没有登记", "nothing was filed")
    } else {
        Text::fixed("预览：导入台账", "preview: import a ledger")
    };
    let page = Page { title, here: IMPORT, body };
    if is_refused { Answer::refused(desk, &page) } else { Answer::page(desk, &page) }
}

/// The records as they will read, and the button that files them.
fn filing(desk: &Desk, receipt: &Receipt, token: &str) -> Markup {
    let few = Receipt { records: receipt.records.iter().take(SHOWN).cloned().collect(), ..receipt.clone() };
    let (count, more) = (receipt.records.len(), receipt.records.len().saturating_sub(SHOWN));
    html! {
        p.note { (desk.say(&tr!("还没有登记。登记后是 {count} 份记录。"; "nothing is filed yet. It will be {count} records."))) }
        form method="post" enctype="multipart/form-data" action=(desk.link(IMPORT)) {
            input type="hidden" name="token" value=(token);
            input type="hidden" name="shown" value=(receipt.shown().unwrap_or_default());
            div.acts { (button(desk, FormStep::File, true)) }
        }
        (proposal(desk, &few))
        @if more > 0 { p.faint { (desk.say(&tr!("另有 {more} 份"; "and {more} more"))) } }
    }
}

/// The spreadsheet with each problem beside its cell.
pub(super) fn marked(desk: &Desk, token: &str) -> Result<Answer> {
    let sheet = desk.kept.waiting(token);
    let Some((sheet, marked)) = sheet.as_ref().and_then(|sheet| Some((sheet, sheet.outcome.marked.as_ref()?))) else {
        return Ok(SheetForm::new(desk, Vec::new()).page(&desk.register()?, &PageNotes::wrong(GONE)));
    };
    let (ending, media) = if marked.is_workbook {
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    } else {
        ("csv", "text/csv; charset=utf-8")
    };
    let name = crate::report::returned::marked_name(&sheet.request.name, ending);
    let bytes = render::marked(marked, &sheet.request.bytes, desk.lang).0.map_err(Failure::from)?;
    Ok(Answer::File(name, media, bytes))
}
