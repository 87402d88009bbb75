//! Papers without what is not for everybody.

use super::{Publish, Redact, Redaction, STRUCK};
use crate::report::paper::{Annex, AttendanceRoll, Block, Copies, Imprint, Paper, PaperSignature, Slot, Title};

impl Redact for Slot {
    fn redact(&mut self, by: &Redaction) {
        if let Self::Known(words) = self {
            words.redact(by);
        }
    }
}

impl Redact for Title {
    fn redact(&mut self, by: &Redaction) {
        self.words.redact(by);
        self.whole.retain(|name| by.words(name).is_none());
    }
}

impl Redact for Block {
    fn redact(&mut self, by: &Redaction) {
        match self {
            Self::Heading { head, rest, .. } => {
                head.redact(by);
                rest.redact(by);
            }
            Self::Paragraph(words) => words.redact(by),
            Self::Table { rows, .. } => rows.iter_mut().flatten().for_each(|cell| cell.redact(by)),
        }
    }
}

impl Redact for Annex {
    fn redact(&mut self, by: &Redaction) {
        self.title.redact(by);
        by.keep(&mut self.body);
    }
}

impl Redact for AttendanceRoll {
    fn redact(&mut self, by: &Redaction) {
        self.names.redact(by);
    }
}

impl Redact for PaperSignature {
    fn redact(&mut self, by: &Redaction) {
        self.by.redact(by);
    }
}

impl Redact for Copies {
    fn redact(&mut self, by: &Redaction) {
        by.keep(&mut self.names);
    }
}

impl Redact for Imprint {
    fn redact(&mut self, by: &Redaction) {
        self.by.redact(by);
    }
}

impl<T: Redact> Redact for Option<T> {
    fn redact(&mut self, by: &Redaction) {
        if let Some(value) = self {
            value.redact(by);
        }
    }
}

impl Publish for Paper {
    fn publish(&mut self, by: &Redaction) {
        self.record.redact(by);
        self.signer.redact(by);
        self.title.redact(by);
        by.keep(&mut self.to);
        by.keep(&mut self.body);
        by.keep(&mut self.rolls);
        by.keep(&mut self.attached);
        self.signature.redact(by);
        self.note.redact(by);
        self.copies.redact(by);
        self.imprint.redact(by);
        by.keep(&mut self.annexes);
        // How many records are internal, one paper does not know: it was made from those that it speaks of.
        let said = format!("公开版：姓名、电话等以“{STRUCK}”代替，矿山以编号代替");
        self.note = Some(match self.note.take() {
            Some(own) => format!("{own}。{said}"),
            None => said,
        });
    }
}
