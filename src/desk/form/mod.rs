//! Pages that file.

use axum::Router;

use super::at_hand::{AtHand, Desk};

/// The pages that file.
pub(super) fn routes() -> Router<AtHand> {
    Router::new()
}

/// The form that does what a printed command does, where there is one.
pub(super) fn of_command(_desk: &Desk, _command: &str) -> Option<String> {
    None
}
