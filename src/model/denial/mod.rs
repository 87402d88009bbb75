//! Texts that take back what is filed with them, each way in a file: what was to be done was not, or is only meant (尚未封存, 拟封存); it goes on or is
//! refused (尚在调查, 企业拒不执行); what was looked at does not hold, or does (不合格, 属实); a paper is not gone along with (不同意会签); what was done
//! was undone again (已启封); it is only asked or promised (企业承诺退库) or done in
//! part (部分封存, 完成过半), all of it says that nothing was done (未印发), or nothing on the spot (拍照取证).

mod acts;
mod evading;
mod failing;
mod in_part;
mod intent;
mod measure;
mod no_plan;
mod not_done;
mod nothing_done;
mod on_spot;
mod partly;
mod plan_title;
mod refusal;
mod said_clause;
mod said_text;
mod signs;
mod spoken_of;
mod tally;
mod undoing;
mod unfinished;
mod whose;

pub(super) use evading::evades;
pub(super) use failing::{confirms, fails};
pub(super) use measure::takes_no_measure;
pub(super) use no_plan::{has_no_plan, tells_no_plan};
pub(super) use not_done::denies;
pub(super) use nothing_done::nothing_done;
pub(super) use partly::{holds_in_part, only_seals_some};
pub(super) use plan_title::{is_of_another_year, is_paper_about_plan};
pub(super) use refusal::{refuses, retracts};
pub(super) use said_text::SaidText;
pub(super) use spoken_of::only_speaks_of_keeping;
pub(super) use undoing::undoes;
pub(super) use unfinished::is_unfinished;
pub(super) use whose::leaves_undone;

use super::nothing::listed;

/// Whether a text takes back in any of these ways what it may stand beside.
pub(super) fn takes_back(words: &str) -> bool {
    let text = &SaidText::of(words);
    text.signs().is_any()
        && (is_unfinished(text)
            || leaves_undone(text)
            || nothing_done(text)
            || takes_no_measure(text)
            || only_speaks_of_keeping(text)
            || evades(text)
            || fails(text)
            || holds_in_part(text)
            || tells_no_plan(text)
            || only_seals_some(text)
            || confirms(text)
            || refuses(text)
            || retracts(text))
}
