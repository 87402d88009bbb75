//! How close lines stand: no page is to hold a closing and a signature alone. The standard lets lines be set closer or wider for that
//! (GB/T 9704-2012, 7.3.5.1: 可以采取调整行距、字距的措施解决); where it would take too much, text is carried along to the last page. And on which page a paper ends: papers are printed on both sides of a
//! sheet, and 版记 stands on the last, an even page.

use std::borrow::Cow;

use super::closing::{further_pages, rows_within, signature_height, signature_lines};
use super::head::{mark_height, signers_height};
use super::imprint::height as imprint_height;
use super::measure::{LINE, WIDTH, mm};
use super::page::{Orientation, is_wide, orientation, text_height, text_width};
use super::styles::CELL_LINE;
use super::wrap::{CountedLines, TextLine};
use super::{table, title};
use crate::report::paper::{Annex, Block, Form, Paper, TableColumn};
use crate::text::width;

/// How a paper is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// The height of its lines, in twentieths of a point.
    pub(super) pitch: u32,
    /// How many empty lines stand above the signature.
    pub(super) blanks: u32,
    /// How many rows of those who sign stand on the page of the text, where more sign than a page holds.
    pub(super) rows: Option<usize>,
    /// Whether the end of the text goes along with what closes it.
    pub(super) carries: bool,
    /// Whether 版记 stands on a page of its own, the next even one: what is printed ends on an odd one.
    pub(super) imprint_apart: bool,
    /// Whether programs differ in the page on which the paper ends: then each is told to set 版记 on the next even page of its own.
    pub(super) is_unsure: bool,
}

/// The height of the text on an upright page.
const PAGE: u32 = text_height(Orientation::Portrait);
/// The closest that lines are set: 27 points, at which those of 16 still stand apart.
const CLOSEST: u32 = 540;
/// The widest: 34 points.
const WIDEST: u32 = 680;
/// The widest that are set so only to bring the paper to its end on the page where it should.
const WIDE: u32 = 600;
/// What is left free at the foot of a page, since other programs round otherwise.
const SPARE: u32 = 150;
/// How much of a line, in halves of a character, a sentence that only closes takes at most.
const CLOSING: usize = 28;

/// How a paper is set: as the grid has it, where nothing speaks against that.
pub(super) fn fit(paper: &Paper) -> Fit {
    let measures = Measures::of(paper);
    let usual = Fit { pitch: LINE, blanks: 2, rows: None, carries: false, imprint_apart: false, is_unsure: false };
    let has_table = paper.body.iter().any(|block| matches!(block, Block::Table { .. }));
    let moves = !has_table;
    let closer = |blanks| (CLOSEST..=LINE).rev().map(move |pitch| Fit { pitch, blanks, ..usual });
    let wider = (LINE..=WIDEST).map(|pitch| Fit { pitch, ..usual });
    let others = || closer(2).chain(closer(1)).chain(wider.clone());
    let mut fit = usual;
    if moves && !measures.both(usual).is_good() {
        // For the sake of 版记 alone no line stands much wider than the grid has it.
        let near = |fit: &Fit| fit.pitch <= WIDE;
        let best = others().filter(near).find(|fit| measures.both(*fit).is_good());
        // A page that holds a closing and a signature alone is worse than 版记 on another page than it should.
        let fits = best.or_else(|| others().find(|fit| !measures.both(*fit).closes_alone));
        let fits = fits.or_else(|| others().find(|fit| measures.end(*fit, Variant::Usual).is_good()));
        // Of a single paragraph nothing can be carried along but a line.
        let single = || others().find(|fit| paper.body.len() < 3 && measures.both(*fit).text_lines > 0);
        fit = fits.or_else(single).unwrap_or(Fit { carries: true, ..usual });
    }
    let usual_end = measures.end(fit, Variant::Usual);
    Fit {
        imprint_apart: usual_end.wants_page(),
        is_unsure: usual_end.imprint.is_some() && !measures.both(fit).is_sure,
        rows: measures.rows_below_text(fit),
        ..fit
    }
}

/// Where a paper comes to its end.
#[derive(Debug, Clone, Copy)]
struct Reckoned {
    /// Whether the last page of the text holds none of it but what closes it, or a single line.
    closes_alone: bool,
    /// How many lines of the text stand on it.
    text_lines: usize,
    /// How many pages there are without 版记.
    pages: usize,
    /// What 版记 needs, of papers that end in one on an even page.
    imprint: Option<u32>,
    /// How much of the last page is free.
    free: u32,
    /// Whether it ends on the same page however high its head is.
    is_sure: bool,
}

/// Programs and fonts break lines a little otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Variant {
    /// Marks stand beyond the ends of lines.
    Usual,
    /// They do not, and what stands above the text is a line higher.
    Longer,
}

/// What of a paper is as high however it is set.
struct Measures<'a> {
    paper: &'a Paper,
    /// The height of what stands above those to whom it goes.
    head: u32,
    /// The height of 版记.
    imprint: u32,
    /// How many lines the title of each annex takes.
    titles: Vec<usize>,
    counted: CountedLines,
}

impl<'a> Measures<'a> {
    fn of(paper: &'a Paper) -> Self {
        let lines = |annex: &Annex| title::lines(&annex.title.words, &annex.title.whole).len();
        let titles = paper.annexes.iter().map(lines).collect();
        Self { paper, head: above_text(paper), imprint: imprint_height(paper), titles, counted: CountedLines::default() }
    }

    /// The worse of what programs make of it.
    fn both(&self, fit: Fit) -> Reckoned {
        let (one, other) = (self.end(fit, Variant::Usual), self.end(fit, Variant::Longer));
        let worse = if one.closes_alone || !one.fits() { one } else { other };
        Reckoned {
            closes_alone: one.closes_alone || other.closes_alone,
            text_lines: one.text_lines.min(other.text_lines),
            is_sure: one.pages == other.pages,
            ..worse
        }
    }

    /// How many rows of those who sign surely stand on the page of the text, where more sign than a page holds: where each further row stands is
    /// then no program's to choose.
    fn rows_below_text(&self, fit: Fit) -> Option<usize> {
        let (paper, set) = (self.paper, (fit.blanks, fit.pitch));
        let signature = paper.signature.as_ref().filter(|signature| signature.by.len() > 1)?;
        let mut flow = Flow::on_grid(fit.pitch, Variant::Longer, &self.counted);
        if signature_height(signature, set, paper.note.is_some()) <= flow.height {
            return None;
        }
        flow.room(self.head + LINE);
        flow.above_signature(paper, fit.pitch);
        Some(rows_within(signature, set, flow.height.saturating_sub(flow.y + SPARE)))
    }

    fn end(&self, fit: Fit, variant: Variant) -> Reckoned {
        let fit = Fit { rows: self.rows_below_text(fit), ..fit };
        let mut flow = Flow::on_grid(fit.pitch, variant, &self.counted);
        flow.room(self.head + if variant == Variant::Longer { LINE } else { 0 });
        let text_lines = flow.text(self.paper, fit, self.imprint);
        let closes_alone = text_lines < 2;
        for (annex, title) in self.paper.annexes.iter().zip(&self.titles) {
            flow.annex(annex, *title, fit.pitch);
            flow.room(SPARE);
        }
        // Behind a turned page it has an even one of its own in any case.
        let turned = self.paper.annexes.last().is_some_and(is_wide);
        let imprint = (self.paper.form != Form::Letter && self.imprint > 0 && !turned).then_some(self.imprint);
        Reckoned {
            closes_alone,
            text_lines,
            pages: flow.page + 1,
            imprint,
            free: flow.height.saturating_sub(flow.y),
            is_sure: true,
        }
    }
}

impl Reckoned {
    /// Whether 版记 has an even page: its own, or one with room for it.
    fn fits(&self) -> bool {
        self.imprint.is_none_or(|height| self.wants_page() || self.free >= height)
    }

    fn wants_page(&self) -> bool {
        self.imprint.is_some() && !self.pages.is_multiple_of(2)
    }

    fn is_good(&self) -> bool {
        !self.closes_alone && self.fits() && (self.is_sure || self.imprint.is_none())
    }
}

impl Flow<'_> {
    /// What stands above the signature: the page on which the text ends, and how many of its lines stand there.
    fn above_signature(&mut self, paper: &Paper, pitch: u32) -> (usize, usize) {
        if !paper.to.is_empty() && !paper.to.is_long() {
            self.lines(self.count(&paper.to.words(), 2), pitch);
        }
        let closing = paper.body.last().filter(|last| paper.body.len() > 1 && width(&said(last)) <= CLOSING);
        self.blocks(&paper.body[..paper.body.len() - usize::from(closing.is_some())], pitch);
        let (text_page, text_lines) = (self.page, self.on_page);
        self.lines(usize::from(closing.is_some()), pitch);
        if !paper.rolls.is_empty() {
            self.lines(1, LINE);
        }
        for roll in &paper.rolls {
            self.lines(self.count_hanging(&roll.names), pitch);
        }
        if !paper.attached.is_empty() {
            self.lines(1, LINE);
            for name in &paper.attached {
                self.lines(self.count_hanging(name), pitch);
            }
        }
        (text_page, text_lines)
    }

    /// The text with what closes it, and how many of its lines stand on the page of the signature; on the first stands more than the text.
    fn text(&mut self, paper: &Paper, fit: Fit, imprint: u32) -> usize {
        let (pitch, set) = (fit.pitch, (fit.blanks, fit.pitch));
        let (text_page, text_lines) = self.above_signature(paper, pitch);
        let Some(signature) = &paper.signature else { return usize::MAX };
        if let Some(below) = fit.rows {
            let begins = self.page;
            let (pages, filled) = further_pages(signature, below, set, paper.note.is_some());
            (self.page, self.y) = (begins + pages, filled);
            return match begins {
                _ if below == 0 || begins > text_page => 0,
                0 => usize::MAX,
                _ => text_lines,
            };
        }
        if signature.by.len() > 1 {
            // Those who sign together stand on one page, with the lines left free above them.
            self.room(signature_height(signature, set, paper.note.is_some()));
        } else {
            self.lines(fit.blanks as usize, LINE);
            self.lines(signature_lines(signature) + usize::from(paper.note.is_some()), pitch);
        }
        // Other programs round otherwise.
        self.room(SPARE);
        let signed = self.page;
        // A letter's copies stand below the signature, on whatever page that is.
        if paper.form == Form::Letter && paper.annexes.is_empty() {
            self.room(imprint);
        }
        match self.page.max(signed) {
            last if last > text_page => 0,
            0 => usize::MAX,
            _ => text_lines,
        }
    }

    /// What begins on a page of its own.
    fn annex(&mut self, annex: &Annex, title: usize, pitch: u32) {
        self.next_page();
        let orientation = orientation(annex);
        (self.orientation, self.width) = (orientation, text_width(orientation));
        self.height = text_height(orientation) / pitch * pitch;
        self.lines(1, pitch);
        self.lines(2 + title, LINE);
        self.blocks(&annex.body, pitch);
    }

    fn blocks(&mut self, blocks: &[Block], pitch: u32) {
        for block in blocks {
            match block {
                Block::Table { columns, rows } => self.table(columns, rows),
                Block::Heading { .. } | Block::Paragraph(_) => self.lines(self.count(&said(block), 4), pitch),
            }
        }
    }

    /// A row of a table that goes on over pages, line by line, below headings of that height.
    fn parted(&mut self, head: u32, height: u32) {
        for _ in 0..height / CELL_LINE {
            let page = self.page;
            self.room(CELL_LINE);
            if self.page > page {
                self.y = head + CELL_LINE;
            }
        }
        self.y += table::BORDER;
    }

    /// Rows below headings that come again on every page.
    fn table(&mut self, columns: &[TableColumn], rows: &[Vec<String>]) {
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_ref()).collect();
        let head = table::row_height(columns, &heads, self.width, self.counted);
        self.room(head);
        for cells in rows {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let page = self.page;
            let height = table::row_height(columns, &cells, self.width, self.counted);
            if table::is_parted(height, text_height(self.orientation)) {
                self.parted(head, height);
                continue;
            }
            self.room(height);
            if self.page > page {
                self.y = head + height;
            }
        }
    }
}

/// What a block that is no table says.
fn said(block: &Block) -> Cow<'_, str> {
    match block {
        Block::Paragraph(words) => words.into(),
        Block::Heading { head, rest, .. } => format!("{head}{rest}").into(),
        Block::Table { .. } => "".into(),
    }
}

/// The height of what stands above those to whom a paper goes.
fn above_text(paper: &Paper) -> u32 {
    let lines = u32::try_from(title::lines(&paper.title.words, &paper.title.whole).len()).unwrap_or(1);
    let title = (2 + lines + 1) * LINE;
    let mark = mark_height(paper);
    match paper.form {
        // Its mark stands in the head of the page, and pushes the text down as far as it reaches below the margin.
        Form::Letter => (mm(30) + mark + mm(4) + 60).saturating_sub(mm(37)) + 120 + LINE + title,
        Form::Sheet => (lines + 1) * LINE,
        Form::Document | Form::Upward | Form::Minutes => mm(35) + mark + 3 * LINE + signers_height(paper) + 140 + title,
    }
}

/// Lines one below the other, over pages.
struct Flow<'m> {
    counted: &'m CountedLines,
    /// How high a page is: as many lines of the grid as it holds, and no part of one.
    height: u32,
    /// How it is turned.
    orientation: Orientation,
    /// How wide its text is.
    width: i32,
    /// Whether marks stand beyond the ends of lines.
    hangs: bool,
    page: usize,
    y: u32,
    /// How many lines and rooms stand on the page.
    on_page: usize,
}

impl<'m> Flow<'m> {
    fn on_grid(pitch: u32, variant: Variant, counted: &'m CountedLines) -> Self {
        Self {
            counted,
            height: PAGE / pitch * pitch,
            orientation: Orientation::Portrait,
            width: WIDTH,
            hangs: variant == Variant::Usual,
            page: 0,
            y: 0,
            on_page: 0,
        }
    }

    /// How many lines of 28 characters words take that begin so many halves of one in.
    fn count(&self, words: &str, indent: usize) -> usize {
        let room = usize::try_from(self.width * 56 / WIDTH).unwrap_or(56);
        self.counted.of(words, indent, TextLine { room: room - room % 2, hangs: self.hangs })
    }

    /// The same of what goes on below its first word, five characters in.
    fn count_hanging(&self, words: &str) -> usize {
        self.counted.of(words, 0, TextLine { room: 46, hangs: self.hangs })
    }

    fn lines(&mut self, count: usize, height: u32) {
        for _ in 0..count {
            self.room(height);
        }
    }

    fn room(&mut self, height: u32) {
        if self.y + height > self.height {
            self.next_page();
        }
        self.y += height;
        self.on_page += 1;
    }

    fn next_page(&mut self) {
        self.page += 1;
        (self.y, self.on_page) = (0, 0);
    }
}
