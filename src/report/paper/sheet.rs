//! What is no official paper: a list, or a form to be filled in by hand. It has a title and a text, and neither a mark nor a number.

use super::addressees::Addressees;
use super::parts::{Block, Form, IssuerMark, Paper, Slot, Title};

/// A sheet about a record, or whatever else it is about.
#[must_use]
pub fn sheet(record: String, title: Title, body: Vec<Block>) -> Paper {
    Paper {
        record,
        form: Form::Sheet,
        draft: Vec::new(),
        mark: IssuerMark { names: Vec::new(), sort: String::new() },
        urgency: None,
        number: Slot::Known(String::new()),
        signer: None,
        title,
        to: Addressees::default(),
        body,
        rolls: Vec::new(),
        attached: Vec::new(),
        signature: None,
        edited: None,
        note: None,
        copies: None,
        imprint: None,
        annexes: Vec::new(),
        told: Vec::new(),
    }
}
