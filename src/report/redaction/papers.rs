//! Papers without what is not for everybody.

use super::mask::STRUCK;
use super::{Publish, Redact, Redaction};
use crate::report::paper::{
    AddresseeClass, Addressees, Annex, AttendanceRoll, Block, Copies, Imprint, Paper, PaperSignature, Slot, Title,
};

impl Redact for Slot {
    fn redact(&mut self, by: &Redaction) {
        if let Self::Known(words) = self {
            words.redact(by);
        }
    }
}

impl Redact for Title {
    fn redact(&mut self, by: &Redaction) {
        let Self { words, whole } = self;
        words.redact(by);
        whole.retain(|name| by.words(name).is_none());
    }
}

impl Redact for Block {
    fn redact(&mut self, by: &Redaction) {
        match self {
            Self::Heading { level: _, head, rest } => {
                head.redact(by);
                rest.redact(by);
            }
            Self::Paragraph(words) => words.redact(by),
            Self::Table { columns: _, rows } => rows.iter_mut().flatten().for_each(|cell| cell.redact(by)),
        }
    }
}

impl Redact for Annex {
    fn redact(&mut self, by: &Redaction) {
        let Self { label: _, title, body } = self;
        title.redact(by);
        by.keep(body);
    }
}

impl Redact for AttendanceRoll {
    fn redact(&mut self, by: &Redaction) {
        let Self { label: _, names } = self;
        names.redact(by);
    }
}

impl Redact for PaperSignature {
    fn redact(&mut self, by: &Redaction) {
        let Self { by: signer, on: _ } = self;
        for name in signer {
            name.redact(by);
        }
    }
}

impl Redact for Addressees {
    fn redact(&mut self, by: &Redaction) {
        let Self { classes } = self;
        for AddresseeClass { rank: _, names } in classes.iter_mut() {
            by.keep(names);
        }
        classes.retain(|class| !class.names.is_empty());
    }
}

impl Redact for Copies {
    fn redact(&mut self, by: &Redaction) {
        let Self { label: _, names } = self;
        names.redact(by);
    }
}

impl Redact for Imprint {
    fn redact(&mut self, by: &Redaction) {
        let Self { by: printer, on: _ } = self;
        printer.redact(by);
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
        let Self {
            record,
            form: _,
            draft: _,
            mark: _,
            urgency: _,
            number,
            edited,
            signer,
            title,
            to,
            body,
            rolls,
            attached,
            signature,
            note,
            copies,
            imprint,
            annexes,
            told: _,
        } = self;
        record.redact(by);
        number.redact(by);
        title.redact(by);
        edited.redact(by);
        signer.redact(by);
        signature.redact(by);
        note.redact(by);
        copies.redact(by);
        imprint.redact(by);
        to.redact(by);
        by.keep(body);
        by.keep(rolls);
        by.keep(attached);
        by.keep(annexes);
        // How many records are internal, one paper does not know: it was made from those that it speaks of.
        let said = format!("公开版：姓名、电话等以“{STRUCK}”代替，矿山以编号代替");
        *note = Some(match note.take() {
            Some(own) => format!("{own}。{said}"),
            None => said,
        });
    }
}
