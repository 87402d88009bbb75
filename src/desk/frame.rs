//! The frame of every page: head, the way to the content, the other pages, and nothing that came from a record as anything but text.

use maud::{DOCTYPE, Markup, html};

use super::at_hand::Desk;
use crate::text::{Lang, Text, clean_lines};

/// A page before it is framed.
pub(super) struct Page {
    pub(super) title: Text,
    /// Which of [`PLACES`] it belongs to; empty where to none.
    pub(super) here: &'static str,
    pub(super) body: Markup,
}

/// Where one can go from every page: an address, and what it is called.
const PLACES: &[(&str, Text)] = &[
    (TODO, Text::fixed("待办", "to do")),
    (RECORDS, Text::fixed("记录", "records")),
    (SEARCH, Text::fixed("查找", "search")),
    (DEADLINES, Text::fixed("期限", "deadlines")),
    (CHECK, Text::fixed("检查", "check")),
    (REPORT, Text::fixed("年报", "report")),
    (MINES, Text::fixed("矿山", "mines")),
    (IMPORT, Text::fixed("导入", "import")),
    (SHARE, Text::fixed("共享", "share")),
    (NEW, Text::fixed("登记新的", "file")),
];

/// The first page.
pub(super) const TODO: &str = "todo";
pub(super) const RECORDS: &str = "records";
pub(super) const CHECK: &str = "check";
pub(super) const MINES: &str = "mines";
pub(super) const IMPORT: &str = "import";
pub(super) const SHARE: &str = "share";
pub(super) const NEW: &str = "new";
pub(super) const SEARCH: &str = "search";
pub(super) const DEADLINES: &str = "deadlines";
pub(super) const REPORT: &str = "report";

/// Pages to which others lead.
pub(super) const RECORD: &str = "record";
pub(super) const CALENDAR: &str = "calendar";
pub(super) const PAPER: &str = "paper";
pub(super) const LEDGER: &str = "ledger";
pub(super) const AMEND: &str = "amend";
pub(super) const ATTACH: &str = "attach";
pub(super) const UNDO: &str = "undo";

/// The style sheet of all pages.
pub(super) const STYLE: &str = include_str!("style.css");
/// The sign by which a browser shows its tab.
pub(super) const ICON: &str = include_str!("icon.svg");

/// The language of a page, as browsers name it.
pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// A page in its frame. Whatever its author forgot, no character of it moves or hides others.
pub(super) fn framed(desk: &Desk, page: &Page) -> String {
    let title = desk.say(&page.title);
    let whole = html! {
        (DOCTYPE)
        html lang=(language(desk.lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (desk.fixed("联动", "liandong")) }
                link rel="stylesheet" href=(desk.link("style.css"));
                link rel="icon" type="image/svg+xml" href=(desk.link("icon.svg"));
            }
            body {
                a.skip href="#content" { (desk.fixed("跳到内容", "skip to the content")) }
                header {
                    nav aria-label=(desk.fixed("各页", "pages")) {
                        ul { @for (place, name) in PLACES {
                            li { a href=(desk.link(place)) aria-current=[(*place == page.here).then_some("page")] { (desk.say(name)) } }
                        } }
                    }
                }
                main id="content" tabindex="-1" {
                    h1 { (title) }
                    (page.body)
                }
            }
        }
    };
    clean_lines(&whole.into_string()).into_owned()
}
