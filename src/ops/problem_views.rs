//! What was wrong with files of a register, each with its place: a file is read but once to show where.

use crate::report::ProblemView;
use crate::store::{LoadFault, LoadProblem, Source, TextReader, see_each};

/// What was wrong with files, each with its place.
pub(super) fn problem_views(problems: &[LoadProblem], source: &Source) -> Vec<ProblemView> {
    let files: Vec<&[LoadProblem]> = problems.chunk_by(|one, other| one.file == other.file).collect();
    see_each(&files, || source.reader(), |reader, of_file| problems_of(of_file, reader)).concat()
}

fn problems_of(problems: &[LoadProblem], reader: &TextReader<'_>) -> Vec<ProblemView> {
    let is_placed = |problem: &LoadProblem| problem.span != (0..0);
    let text = problems.iter().find(|problem| is_placed(problem)).and_then(|problem| reader.text(&problem.file));
    let view = |problem: &LoadProblem| {
        let text = text.as_deref().filter(|_| is_placed(problem));
        let LoadProblem { file, span, fault, what, help } = problem.clone();
        ProblemView::in_file(file, text, span, fault == LoadFault::Unreadable, what, help)
    };
    problems.iter().map(view).collect()
}
