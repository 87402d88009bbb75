//! What several pages show in the same way.

use maud::{Markup, html};

use crate::desk::at_hand::Desk;
use crate::report::{Named, ProblemView};
use crate::text::clean;
use crate::tr;

/// A record by what people call it, with the way to its page.
pub(in crate::desk) fn record_link(desk: &Desk, record: &Named) -> Markup {
    // The page of a part is that of its record.
    let whole = record.reference.split('#').next().unwrap_or_default();
    html! {
        @if whole.contains('/') { a href=(desk.link(&format!("record/{whole}"))) { (desk.say(&record.title)) } }
        @else { (desk.say(&record.title)) }
    }
}

/// That something could not be read, and may be missing from a page.
pub(in crate::desk) fn unread(desk: &Desk, unread: &[ProblemView]) -> Markup {
    let count = unread.len();
    let head = tr!(
        "有 {count} 处内容未能读取，本页不是全部情况";
        "{count} places could not be read: this page is not the whole truth"
    );
    html! {
        @if count > 0 {
            div.refused role="alert" {
                p { (desk.say(&head)) }
                ul.plain { @for problem in unread { li { code { (clean(&problem.file)) } " " (desk.say(&problem.what)) } } }
            }
        }
    }
}
