//! A question that is answered in a line on a terminal, with the keys that people know from a shell, and what can be chosen below it.

mod line;

use std::io::{self, Write as _};
use std::time::Duration;

use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{self, Clear, ClearType};
use crossterm::{cursor, execute, queue};

use crate::platform;
use crate::render::RenderOptions;
use crate::text::clip;
use line::{CursorPlace, EditedLine, Stretch};

/// How somebody goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LineTyped {
    /// With that line.
    Line(String),
    /// To what was asked before.
    Back,
    /// Away: Ctrl-C, or Ctrl-D on an empty line.
    Leave,
}

/// What stands below the question.
pub(super) type Offered<'a> = &'a dyn Fn(&str) -> Vec<String>;
/// Why a line will not do.
pub(super) type LineCheck<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// A question that is answered in a line.
#[derive(Clone, Copy)]
pub(super) struct LineQuestion<'a> {
    /// The question.
    pub(super) message: &'a str,
    /// What an empty line means, in brackets behind it.
    pub(super) usual: Option<&'a str>,
    /// What stands in the line at first.
    pub(super) before: &'a str,
    /// How it is answered.
    pub(super) help: &'a str,
    /// What can be chosen, by what was typed so far.
    pub(super) offered: Offered<'a>,
    /// Why a line will not do.
    pub(super) check: LineCheck<'a>,
    /// How a line that will do is shown once it is said.
    pub(super) shown: &'a dyn Fn(&str) -> String,
}

/// So many choices are seen at once.
const SEEN: usize = 12;

impl<'a> LineQuestion<'a> {
    /// One that takes any line.
    pub(super) fn new(message: &'a str) -> Self {
        Self {
            message,
            usual: None,
            before: "",
            help: "",
            offered: &|_| Vec::new(),
            check: &|_| Ok(()),
            shown: &|typed| typed.to_owned(),
        }
    }

    /// Asks until a line will do, or somebody goes another way.
    pub(super) fn ask(&self, options: RenderOptions) -> io::Result<LineTyped> {
        let _raw = RawTerminal::begin()?;
        let mut screen = QuestionScreen { rows_above: 0, options };
        let mut asking = Asking { line: EditedLine::new(self.before), chosen: None, why_not: None };
        let typed = loop {
            // What came in one go is looked at in one go.
            if !is_pressed()? {
                screen.draw(self, &asking)?;
            }
            let Some(event) = next_event()? else { break LineTyped::Leave };
            if let Some(typed) = asking.takes(event, self) {
                break typed;
            }
        };
        screen.leave(self, &typed)?;
        Ok(typed)
    }

    /// Before the line: 矿山： (大山石场（虚构）).
    fn lead(&self) -> String {
        let usual = self.usual.map(|usual| format!("({usual}) ")).unwrap_or_default();
        format!("? {} {usual}", self.message)
    }
}

/// What was typed so far.
struct Asking {
    line: EditedLine,
    /// Which of the choices is pointed at.
    chosen: Option<usize>,
    /// Why the last line will not do.
    why_not: Option<String>,
}

impl Asking {
    /// What an event comes to; none while the line goes on.
    fn takes(&mut self, event: Event, question: &LineQuestion<'_>) -> Option<LineTyped> {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => return self.presses(key, question),
            Event::Paste(words) => {
                words.replace("\r\n", "\n").replace('\r', "\n").trim_end().chars().for_each(|c| self.line.insert(c));
                self.chosen = None;
            }
            _ => {}
        }
        None
    }

    fn presses(&mut self, key: KeyEvent, question: &LineQuestion<'_>) -> Option<LineTyped> {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let word = control || key.modifiers.contains(KeyModifiers::ALT);
        let stretch = if word { Stretch::Word } else { Stretch::Character };
        match key.code {
            KeyCode::Enter | KeyCode::Char('\n' | '\r') => return self.answered(question),
            KeyCode::Char('j' | 'm') if control => return self.answered(question),
            KeyCode::Esc => return Some(LineTyped::Back),
            KeyCode::Char('c') if control => return Some(LineTyped::Leave),
            KeyCode::Char('d') if control && self.line.is_empty() => return Some(LineTyped::Leave),
            KeyCode::Up => self.points(-1, question),
            KeyCode::Down => self.points(1, question),
            KeyCode::Char('p') if control => self.points(-1, question),
            KeyCode::Char('n') if control => self.points(1, question),
            KeyCode::PageUp => self.points(-SEEN.cast_signed(), question),
            KeyCode::PageDown => self.points(SEEN.cast_signed(), question),
            KeyCode::Tab => self.completes(question),
            code => {
                if !self.edits(code, control, stretch) {
                    return None;
                }
                (self.chosen, self.why_not) = (None, None);
            }
        }
        None
    }

    /// Whether the line was changed, or the cursor moved in it.
    fn edits(&mut self, code: KeyCode, control: bool, stretch: Stretch) -> bool {
        let line = &mut self.line;
        match code {
            KeyCode::Home => line.left(Stretch::All),
            KeyCode::End => line.right(Stretch::All),
            KeyCode::Left => line.left(stretch),
            KeyCode::Right => line.right(stretch),
            KeyCode::Backspace => line.delete_left(stretch),
            KeyCode::Delete => line.delete_right(stretch),
            KeyCode::Char(letter) if control => match letter {
                'a' => line.left(Stretch::All),
                'e' => line.right(Stretch::All),
                'b' => line.left(Stretch::Character),
                'f' => line.right(Stretch::Character),
                'h' => line.delete_left(Stretch::Character),
                'd' => line.delete_right(Stretch::Character),
                'u' => line.delete_left(Stretch::All),
                'k' => line.delete_right(Stretch::All),
                'w' => line.delete_left(Stretch::Word),
                _ => return false,
            },
            KeyCode::Char(letter) if stretch == Stretch::Word => match letter {
                'b' => line.left(Stretch::Word),
                'f' => line.right(Stretch::Word),
                'd' => line.delete_right(Stretch::Word),
                _ => return false,
            },
            KeyCode::Char(letter) => line.insert(letter),
            _ => return false,
        }
        true
    }

    fn answered(&mut self, question: &LineQuestion<'_>) -> Option<LineTyped> {
        let offered = (question.offered)(&self.line.words());
        let typed = self.chosen.and_then(|at| offered.get(at).cloned()).unwrap_or_else(|| self.line.words());
        match (question.check)(&typed) {
            Ok(()) => Some(LineTyped::Line(typed)),
            Err(why) => {
                self.why_not = Some(why);
                None
            }
        }
    }

    fn points(&mut self, by: isize, question: &LineQuestion<'_>) {
        let count = (question.offered)(&self.line.words()).len();
        let Some(last) = count.checked_sub(1) else { return };
        self.chosen = match self.chosen {
            None if by < 0 => Some(last),
            None => Some(0),
            // Before the first there is the line itself.
            Some(at) => at.checked_add_signed(by).map(|at| at.min(last)),
        };
    }

    /// The choice that is pointed at, else the first, stands in the line.
    fn completes(&mut self, question: &LineQuestion<'_>) {
        let offered = (question.offered)(&self.line.words());
        if let Some(words) = offered.get(self.chosen.unwrap_or(0)) {
            self.line = EditedLine::new(words);
            self.chosen = None;
        }
    }
}

/// What a question takes of the screen.
struct QuestionScreen {
    /// Rows of it above the cursor.
    rows_above: usize,
    options: RenderOptions,
}

impl QuestionScreen {
    fn draw(&mut self, question: &LineQuestion<'_>, asking: &Asking) -> io::Result<()> {
        let (columns, height) = size();
        let (mut rows, place) = asking.line.rows(&question.lead(), columns);
        rows.extend(asking.why_not.iter().map(|why| clip(&format!("# {why}"), columns)));
        let help = Some(clip(&format!("[{}]", question.help), columns)).filter(|_| !question.help.is_empty());
        let offered = (question.offered)(&asking.line.words());
        let room = height.saturating_sub(rows.len() + 2).min(SEEN);
        // The one that is pointed at is among those that are seen.
        let first = asking.chosen.map_or(0, |at| (at + 1).saturating_sub(room));
        for (at, choice) in offered.iter().enumerate().skip(first).take(room) {
            let mark = if asking.chosen == Some(at) { ">" } else { " " };
            rows.push(clip(&format!("{mark} {choice}"), columns));
        }
        rows.extend(help.map(|help| self.options.dim(&help)));
        self.put(&rows, place)
    }

    /// The question with its answer stays where it was; whatever stood below it goes.
    fn leave(&mut self, question: &LineQuestion<'_>, typed: &LineTyped) -> io::Result<()> {
        let said = match typed {
            LineTyped::Line(words) if words.is_empty() => question.usual.unwrap_or_default().to_owned(),
            LineTyped::Line(words) => (question.shown)(words),
            LineTyped::Back | LineTyped::Leave => String::new(),
        };
        let (rows, _) = EditedLine::new(&said).rows(&format!("> {} ", question.message), size().0);
        let end = CursorPlace { row: rows.len(), column: 0 };
        self.put(&[rows, vec![String::new()]].concat(), end)
    }

    fn put(&mut self, rows: &[String], place: CursorPlace) -> io::Result<()> {
        let mut screen = io::stderr().lock();
        if let Some(above) = short(self.rows_above) {
            queue!(screen, cursor::MoveUp(above))?;
        }
        queue!(screen, cursor::MoveToColumn(0), Clear(ClearType::FromCursorDown))?;
        write!(screen, "{}", rows.join("\r\n"))?;
        if let Some(below) = short(rows.len().saturating_sub(place.row + 1)) {
            queue!(screen, cursor::MoveUp(below))?;
        }
        queue!(screen, cursor::MoveToColumn(short(place.column).unwrap_or(0)))?;
        self.rows_above = place.row;
        screen.flush()
    }
}

/// As terminals count; a move by nought is none.
fn short(count: usize) -> Option<u16> {
    u16::try_from(count).ok().filter(|count| *count > 0)
}

/// Columns that a row may take, so that no terminal breaks it, and rows.
fn size() -> (usize, usize) {
    let (columns, rows) = terminal::size().ok().filter(|(columns, rows)| *columns > 1 && *rows > 0).unwrap_or((80, 24));
    (usize::from(columns) - 1, usize::from(rows))
}

/// A terminal that hands over every key, until it is dropped.
struct RawTerminal;

impl RawTerminal {
    fn begin() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        let raw = Self;
        execute!(io::stderr(), EnableBracketedPaste)?;
        Ok(raw)
    }
}

impl Drop for RawTerminal {
    fn drop(&mut self) {
        // One that is gone needs it no more.
        let _ = execute!(io::stderr(), DisableBracketedPaste);
        let _ = terminal::disable_raw_mode();
    }
}

/// Drops what was typed and not yet read: a line that was pasted a moment ago is no answer to what is asked only now.
pub(super) fn drop_typed_ahead() -> io::Result<()> {
    let _raw = RawTerminal::begin()?;
    while is_pressed()? {
        event::read()?;
    }
    Ok(())
}

/// Whether a key was pressed that nobody has read. Where the terminal was closed none was, and reading it would have no end.
fn is_pressed() -> io::Result<bool> {
    Ok(platform::has_keyboard(Duration::ZERO)? && event::poll(Duration::ZERO)?)
}

/// What is pressed next; nothing once the terminal was closed.
fn next_event() -> io::Result<Option<Event>> {
    while !is_pressed()? {
        if !platform::has_keyboard(WAITED)? {
            return Ok(None);
        }
    }
    event::read().map(Some)
}

/// How long is waited at once; there is no hurry.
const WAITED: Duration = Duration::from_mins(1);
