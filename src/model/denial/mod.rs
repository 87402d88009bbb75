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
pub(super) use spoken_of::only_speaks_of_keeping;
pub(super) use undoing::undoes;
pub(super) use unfinished::is_unfinished;
pub(super) use whose::leaves_undone;

use super::nothing::listed;
use super::plain::plain_name;
use signs::Signs;

/// Whether a text takes back in any of these ways what it may stand beside.
pub(super) fn takes_back(words: &str) -> bool {
    Signs::of(words).is_any()
        && (is_unfinished(words)
            || leaves_undone(words)
            || nothing_done(words)
            || takes_no_measure(words)
            || only_speaks_of_keeping(words)
            || evades(words)
            || fails(words)
            || holds_in_part(words)
            || tells_no_plan(words)
            || only_seals_some(words)
            || confirms(words)
            || refuses(words)
            || retracts(words))
}

/// How much of a text is read for what it says: so many clauses, each of so many characters. What people write has a tenth of that. Each clause
/// is held against all others and each of its words against the rest of it, so a text of 30 KB without a comma took seconds of everybody's `check`.
const CLAUSES: usize = 200;
const CLAUSE_CHARS: usize = 160;

/// The clauses of a text, as they are compared. Of one that is longer than anybody writes the parts are, one after the other. The point of a number
/// (98.5%) ends none.
fn clauses(words: &str) -> Vec<String> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut begun = 0;
    let ends = words.match_indices(|c: char| "，。；！？（）,;.!?()\n".contains(c)).filter(|(at, sign)| {
        !(*sign == "." && is_digit(words[..*at].chars().next_back()) && is_digit(words[at + 1..].chars().next()))
    });
    let ends = ends.chain([(words.len(), "")]);
    let clauses = ends.map(|(at, sign)| {
        let clause = &words[begun..at];
        begun = at + sign.len();
        clause
    });
    clauses.flat_map(parts).take(CLAUSES).map(plain_name).collect()
}

/// A clause, in parts where it is too long to be read as one.
fn parts(clause: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(clause);
    std::iter::from_fn(move || {
        let whole = rest?;
        let end = whole.char_indices().nth(CLAUSE_CHARS).map_or(whole.len(), |(at, _)| at);
        rest = (end < whole.len()).then(|| &whole[end..]);
        Some(&whole[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_read_in_parts_and_a_text_as_far_as_people_write() {
        assert_eq!(clauses("未封存，已退库。"), ["未封存", "已退库", ""]);
        assert_eq!(clauses(""), [""]);
        assert_eq!(clauses("完成98.5%.已报"), ["完成98.5%", "已报"]);
        let long = "未".repeat(CLAUSE_CHARS * 2 + 3);
        assert_eq!(clauses(&long).iter().map(|part| part.chars().count()).collect::<Vec<_>>(), [CLAUSE_CHARS, CLAUSE_CHARS, 3]);
        assert_eq!(clauses(&"已办，".repeat(10_000)).len(), CLAUSES);
        assert!(takes_back(&format!("{}，尚未整改", "巡查".repeat(CLAUSE_CHARS))));
    }
}
