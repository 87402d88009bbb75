//! Pages that file.

use axum::Router;

use super::at_hand::{AtHand, Desk};
use crate::text::Text;

/// The pages that file.
pub(super) fn routes() -> Router<AtHand> {
    Router::new()
}

/// The form that does what a printed command does, where there is one.
pub(super) fn of_command(_desk: &Desk, _command: &str) -> Option<String> {
    None
}

/// The forms that do something to a record, by its reference: what each does, and its address.
pub(super) fn of_record(_desk: &Desk, _reference: &str) -> Vec<(Text, String)> {
    Vec::new()
}
