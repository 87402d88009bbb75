//! What cells look like.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::Light;
use crate::report::ledger::Holds;

/// The format of text: whatever is typed there stays as typed, leading zeros included.
const TEXT: &str = "@";

/// The formats of a workbook.
#[derive(Debug)]
pub(super) struct SheetStyle {
    /// What the ledger is called, above all.
    pub(super) title: Format,
    /// Who fills it in, and as of when it is.
    pub(super) told: Format,
    pub(super) head: Format,
    /// Headings of what people write, and of what is worked out: to be read, not to be written.
    headings: [HeadingStyle; 2],
    pub(super) line: Format,
    pub(super) prose: Format,
    /// Words that begin as a formula does: even when a person opens the cell and leaves it, they stay words.
    pub(super) quoted: Format,
    day: Format,
    moment: Format,
    number: Format,
    lights: [Format; 3],
}

/// The formats of a heading that takes a line, or the lower of two below an open cell.
#[derive(Debug)]
pub(super) struct HeadingStyle {
    pub(super) whole: Format,
    pub(super) above: Format,
    pub(super) below: Format,
}

impl HeadingStyle {
    fn new(whole: &Format) -> Self {
        let (above, below) =
            (whole.clone().set_border_bottom(FormatBorder::None), whole.clone().set_border_top(FormatBorder::None));
        Self { whole: whole.clone(), above, below }
    }
}

impl SheetStyle {
    pub(super) fn new() -> Self {
        let cell =
            || Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF)).set_align(FormatAlign::Top);
        let line = cell().set_num_format(TEXT);
        let light = |back: u32, front: u32| {
            let centred = cell().set_num_format(TEXT).set_align(FormatAlign::Center);
            centred.set_background_color(Color::RGB(back)).set_font_color(Color::RGB(front))
        };
        let head = |back: u32| {
            let bold = cell().set_bold().set_text_wrap().set_background_color(Color::RGB(back));
            bold.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
        };
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            told: Format::new().set_align(FormatAlign::Left),
            head: head(0x00D9_E2F3),
            headings: [HeadingStyle::new(&head(0x00D9_E2F3)), HeadingStyle::new(&head(0x00ED_EDED).set_italic())],
            prose: line.clone().set_text_wrap(),
            quoted: line.clone().set_text_wrap().set_quote_prefix(),
            line,
            day: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
            moment: cell().set_num_format("yyyy-mm-dd hh:mm").set_align(FormatAlign::Center),
            number: cell().set_num_format("0"),
            lights: [light(0x00C6_EFCE, 0x0000_6100), light(0x00FF_EB9C, 0x009C_5700), light(0x00FF_C7CE, 0x009C_0006)],
        }
    }

    /// The formats of a heading, of what is worked out or of what people write.
    pub(super) fn heading(&self, is_derived: bool) -> &HeadingStyle {
        &self.headings[usize::from(is_derived)]
    }

    /// The format of a whole column.
    pub(super) fn column(&self, holds: Holds) -> &Format {
        match holds {
            Holds::Prose | Holds::Line => &self.prose,
            Holds::Flag | Holds::Choice(_) | Holds::Light => &self.line,
            Holds::Day => &self.day,
            Holds::Moment => &self.moment,
            Holds::Number => &self.number,
        }
    }

    /// The format of a light; the cell says its word as well.
    pub(super) fn light(&self, light: Light) -> &Format {
        match light {
            Light::Green => &self.lights[0],
            Light::Yellow => &self.lights[1],
            Light::Red => &self.lights[2],
        }
    }
}
