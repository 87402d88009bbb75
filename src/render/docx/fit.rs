//! How close lines stand: no page is to hold a closing and a signature alone. The standard lets lines be set closer or wider for that
//! (GB/T 9704-2012, 7.3.5.1: 可以采取调整行距、字距的措施解决); where it would take too much, text is carried along to the last page.

use super::head::mark_height;
use super::imprint::height as imprint_height;
use super::measure::{LINE, mm};
use super::title;
use crate::report::paper::{Block, Form, Paper};
use crate::text::width;

/// How the text of a paper is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// The height of its lines, in twentieths of a point.
    pub(super) pitch: u32,
    /// How many empty lines stand above the signature.
    pub(super) blanks: u32,
    /// Whether the end of the text goes along with what closes it.
    pub(super) carries: bool,
}

/// The height of the text on a page.
const PAGE: u32 = mm(225);
/// The closest that lines are set: 27 points, at which those of 16 still stand apart.
const CLOSEST: u32 = 540;
/// The widest: 34 points.
const WIDEST: u32 = 680;
/// What is left free at the foot of a page, since other programs round otherwise.
const SPARE: u32 = 150;
/// How much of a line, in halves of a character, a sentence that only closes takes at most.
const CLOSING: usize = 28;

/// How the text of a paper is set; where it cannot be said how long it is, as the grid has it.
pub(super) fn fit(paper: &Paper) -> Fit {
    let has_table = paper.body.iter().any(|block| matches!(block, Block::Table { .. }));
    let usual = Fit { pitch: LINE, blanks: 2, carries: false };
    if paper.signature.is_none() || has_table || !closes_alone(paper, usual) {
        return usual;
    }
    let closer = |blanks| (CLOSEST..=LINE).rev().map(move |pitch| Fit { pitch, blanks, ..usual });
    let wider = (LINE..=WIDEST).map(|pitch| Fit { pitch, ..usual });
    let fits = closer(2).chain(closer(1)).chain(wider).find(|fit| !closes_alone(paper, *fit));
    fits.unwrap_or(Fit { carries: true, ..usual })
}

/// Whether the last page would hold no text but what closes it, be what stands above the text a line higher than it is reckoned or not:
/// each program and font breaks lines a little otherwise.
fn closes_alone(paper: &Paper, fit: Fit) -> bool {
    let above = above_text(paper);
    [above, above + LINE].into_iter().any(|above| closes_alone_below(above, paper, fit))
}

fn closes_alone_below(above: u32, paper: &Paper, fit: Fit) -> bool {
    let pitch = fit.pitch;
    let mut flow = Flow::default();
    flow.room(above);
    let halves = |words: &str, indent: usize| (width(words) + indent).div_ceil(56).max(1);
    if !paper.to.is_empty() && !paper.to.is_long() {
        flow.lines(halves(&paper.to.words(), 2), pitch);
    }
    let said = |block: &Block| match block {
        Block::Paragraph(words) => words.clone(),
        Block::Heading { head, rest, .. } => format!("{head}{rest}"),
        Block::Table { .. } => String::new(),
    };
    let words: Vec<String> = paper.body.iter().map(said).collect();
    let closing = words.last().filter(|last| words.len() > 1 && width(last) <= CLOSING);
    for words in &words[..words.len() - usize::from(closing.is_some())] {
        flow.lines(halves(words, 4), pitch);
    }
    let text_page = flow.page;
    let text_lines = flow.on_page;
    flow.lines(usize::from(closing.is_some()), pitch);
    if !paper.attached.is_empty() {
        flow.lines(1, LINE);
        paper.attached.iter().for_each(|name| flow.lines(halves(name, 16), pitch));
    }
    flow.lines(fit.blanks as usize, LINE);
    flow.lines(2 + usize::from(paper.note.is_some()), pitch);
    flow.room(imprint_height(paper) + SPARE);
    // A single line of text is no company.
    flow.page > text_page || (flow.page > 0 && text_lines < 2)
}

/// The height of what stands above those to whom a paper goes.
fn above_text(paper: &Paper) -> u32 {
    let lines = u32::try_from(title::lines(&paper.title.words, &paper.title.whole).len()).unwrap_or(1);
    let title = (2 + lines + 1) * LINE;
    let mark = mark_height(&paper.mark);
    match paper.form {
        // Its mark stands in the head of the page, and pushes the text down as far as it reaches below the margin.
        Form::Letter => (mm(30) + mark + mm(4) + 60).saturating_sub(mm(37)) + 120 + LINE + title,
        Form::Document | Form::Upward | Form::Minutes => mm(35) + mark + 3 * LINE + 140 + title,
    }
}

/// Lines one below the other, over pages.
#[derive(Default)]
struct Flow {
    page: usize,
    y: u32,
    /// How many lines and rooms stand on the page.
    on_page: usize,
}

impl Flow {
    fn lines(&mut self, count: usize, height: u32) {
        for _ in 0..count {
            self.room(height);
        }
    }

    fn room(&mut self, height: u32) {
        if self.y + height > PAGE {
            self.page += 1;
            (self.y, self.on_page) = (0, 0);
        }
        self.y += height;
        self.on_page += 1;
    }
}
