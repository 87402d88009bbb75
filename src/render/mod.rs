//! Values in, bytes out: one file per format. Every word that came from a record is made safe here.

mod account;
mod annotations;
mod answers;
mod caret;
mod check;
mod csv;
mod deadlines;
mod diff;
mod districts;
mod doctor;
mod docx;
mod entries;
mod explanation;
mod history;
mod html;
pub mod json;
mod manual;
mod markdown;
mod membership;
mod page;
#[cfg(feature = "lake")]
mod parquet;
mod proofs;
mod receipt;
mod refusal;
mod returned;
mod sarif;
mod search;
mod sync;
mod table;
mod todo;
mod undo;
mod verification;
mod xlsx;
mod xml;

pub use self::csv::csv;
#[cfg(feature = "lake")]
pub use self::parquet::parquet;
pub use account::account;
pub use annotations::annotations;
pub use answers::answers;
pub use caret::{carets, failed, failure};
pub use check::{check, findings};
pub use deadlines::{calendar, deadlines};
pub use diff::diff;
pub use doctor::diagnosis;
pub use docx::{docx, rollup_docx};
pub use entries::entries;
pub use explanation::{clauses, duties, explanation, rules};
pub use history::{difference, history};
pub use html::{ManualChapter, ROLLUP_BEGINS, book, html, is_rollup, rollup, sheet};
pub use manual::{MarkdownPage, code, manual_obligations, manual_records, manual_rules};
pub use markdown::markdown;
pub use membership::{
    clone_receipt, consent, doubtful, identification, join_receipt, keys, pack_receipt, paper, put_back, trust,
};
pub use page::{page, person};
pub use proofs::proofs;
pub use receipt::{preview, proposal, receipt, waiting};
pub use refusal::{cell_problems, draft_kept, refusal};
pub use returned::marked;
pub use sarif::sarif;
pub use search::search;
pub use sync::{clash, clashes, rejection, renumbered, sync_receipt};
pub use table::{listing, table};
pub use todo::{todo, todo_item};
pub use undo::{instead, irretrievable, undo_preview, undone};
pub use verification::{breaches, gate_refusal, staged_refusal, verification};
pub use xlsx::xlsx;

use anstyle::{AnsiColor, Style};

use crate::text::Lang;

/// How something is to look on a terminal or in a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct RenderOptions {
    /// The language of all words of the program; words of records stay as they are.
    pub lang: Lang,
    /// Whether colours may be used; they never carry a meaning alone.
    pub color: bool,
    /// How wide the terminal is, where it is one.
    pub columns: Option<usize>,
}

impl RenderOptions {
    /// Words in a colour, or bare.
    fn paint(self, color: AnsiColor, words: &str) -> String {
        self.style(color.on_default(), words)
    }

    /// Words that stand out.
    fn bold(self, words: &str) -> String {
        self.style(Style::new().bold(), words)
    }

    /// Words that stand back.
    pub(crate) fn dim(self, words: &str) -> String {
        self.style(Style::new().dimmed(), words)
    }

    fn style(self, style: Style, words: &str) -> String {
        if self.color { format!("{style}{words}{style:#}") } else { words.to_owned() }
    }
}
