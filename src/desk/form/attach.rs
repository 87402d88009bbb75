//! 附件: papers that prove a record. Their bytes are looked at here and kept nowhere; the record gets their names and digests.

use maud::{Markup, html};

use super::change::FormChange;
use super::fields::{line, unit_field};
use crate::desk::at_hand::Desk;
use crate::desk::frame::RECORDS;
use crate::ops::{self, AttachRequest, AttachedPaper, AuthorRequest, FilingOutcome, Register, Result};
use crate::text::Text;

/// The name of the field that a file is chosen in.
pub(super) const FILE: &str = "file";

/// Papers that are to be recorded.
#[derive(Default)]
pub(super) struct ChosenPapers {
    record: String,
    kept: String,
    unit: String,
    papers: Vec<AttachedPaper>,
    /// What stands against a paper that was chosen.
    wrong: Vec<Text>,
}

/// The name of a file without its folder.
fn plain(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

impl ChosenPapers {
    /// What names and words say.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut attachment = Self::default();
        for (name, words) in pairs {
            match name.as_str() {
                "record" => words.trim().clone_into(&mut attachment.record),
                "kept" => words.trim().clone_into(&mut attachment.kept),
                "as" | "q.as" => words.trim().clone_into(&mut attachment.unit),
                "paper" => {
                    // What a digest is, the record says itself when it is read.
                    let known = words.split_once(' ');
                    let paper =
                        known.map(|(sha256, name)| AttachedPaper { name: plain(name).to_owned(), sha256: sha256.to_owned() });
                    attachment.papers.extend(paper);
                }
                _ => {}
            }
        }
        attachment
    }

    /// Adds a file that was chosen; a browser names it without its folder, or should.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) {
        let name = plain(name);
        if name.is_empty() {
            return;
        }
        match AttachedPaper::of_bytes(name, bytes) {
            Ok(paper) if self.papers.contains(&paper) => {}
            Ok(paper) => self.papers.push(paper),
            Err(why) => self.wrong.push(why),
        }
    }
}

impl FormChange for ChosenPapers {
    fn title(&self) -> Text {
        Text::fixed("登记附件", "file what papers prove a record")
    }

    fn path(&self) -> &'static str {
        "attach"
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

    fn pairs(&self) -> Vec<(String, String)> {
        let own = [("record", &self.record), ("kept", &self.kept), ("as", &self.unit)];
        let own = own.into_iter().map(|(name, words)| (name.to_owned(), words.clone()));
        let paper = |paper: &AttachedPaper| ("paper".to_owned(), format!("{} {}", paper.sha256, paper.name));
        own.chain(self.papers.iter().map(paper)).collect()
    }

    fn fields(&self, desk: &Desk, register: &Register) -> Markup {
        html! {
            (line("record", desk.fixed("哪条记录（如 隐患 应急/1）", "which record (such as 'hazard yingji/1')"), &self.record))
            @if !self.papers.is_empty() {
                ul.plain { @for paper in &self.papers { li { (paper.name) " " code { (paper.sha256) } } } }
                @for (name, words) in self.pairs().into_iter().filter(|(name, _)| name == "paper") {
                    input type="hidden" name=(name) value=(words);
                }
            }
            div.field {
                label for="f-file" { (desk.fixed("文件，一个或几个", "the papers, one or several")) }
                p.help id="f-file-help" { (desk.fixed(
                    "文件本身不进台账，只登记名称和摘要；请照样存好。",
                    "the files themselves stay outside the register, which takes their names and digests: keep them.",
                )) }
                input type="file" id="f-file" name=(FILE) multiple aria-describedby="f-file-help";
            }
            (line("kept", desk.fixed("存放处，如 档案室2025-3盒", "where they are kept"), &self.kept))
            (unit_field(desk, register, &self.unit))
        }
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn make(&self, desk: &Desk, register: &Register, dry_run: bool) -> Result<FilingOutcome> {
        if let Some(why) = self.wrong.first() {
            return Err(why.clone().into());
        }
        if self.record.is_empty() || self.papers.is_empty() {
            return Err(Text::fixed("请写明记录并选择文件", "name the record and choose a file").into());
        }
        let unit = Some(self.unit.clone()).filter(|unit| !unit.is_empty()).or_else(|| desk.environment().unit);
        let kept = Some(self.kept.clone()).filter(|kept| !kept.is_empty());
        let (record, papers, author) = (self.record.clone(), self.papers.clone(), AuthorRequest { unit, on_behalf: None });
        ops::attach(register, &AttachRequest { record, papers, kept, author, dry_run })
    }
}
