//! 一企一档: every mine, with what units license there and how many of its hazards are open.

use std::collections::HashMap;
use std::rc::Rc;

use super::layout::{NewRow, TakenBack};
use super::licences::{self, licences};
use super::sheet::{Holds, Placed, Rows};
use super::table::table;
use super::topic::Topic;
use super::view::{LedgerView, lines};
use crate::model::field::Word;
use crate::model::{Kind, Method, Mine, MineId, Party, Production, RecordPath, Reference};
use crate::report::Light;
use crate::rules::hazard_stage;
use crate::text::Text;

pub(super) static TOPIC: Topic = Topic {
    word: Word { id: "mines", zh: "一企一档", en: "Mines" },
    aliases: &["mine", "矿山", "企业"],
    // A file says which mine it is.
    is_public: false,
    taken_back: Some(TakenBack { new_rows: Some(NewRow::Mine), ..TakenBack::row_per_record(Kind::Mine) }),
    printed: &[
        "name",
        "code",
        "town",
        "mineral",
        "method",
        "capacity",
        "production",
        "closed",
        "workers",
        "manager",
        "phone",
        "证照",
        "隐患数",
        "未销号隐患数",
    ],
    columns,
    rows,
};

/// How many hazards of a mine there are, and how many of them are open.
type HazardCounts<'a> = HashMap<&'a MineId, (usize, usize)>;

/// A mine, with what is known beside its file.
struct MineRow<'a> {
    id: &'a MineId,
    mine: &'a Mine,
    licences: Vec<licences::LicenceRow<'a>>,
    hazards: (usize, usize),
}

fn rows(view: LedgerView<'_>) -> Rows<'_> {
    Rows::new(move || {
        let counts = Rc::new(counts(&view));
        view.mechanism().mines.iter().map(move |(id, mine)| {
            let hazards = counts.get(id).copied().unwrap_or_default();
            let entry = MineRow { id, mine, licences: licences(id, &view).collect(), hazards };
            view.row_as(&Reference::whole(RecordPath::Mine(id.clone())), mine, cells(&entry, &view))
        })
    })
}

fn counts<'a>(view: &LedgerView<'a>) -> HazardCounts<'a> {
    let mut counts = HazardCounts::new();
    for hazard in &view.ledger().hazards {
        let open = !hazard_stage(hazard, &view.context).0.is_over();
        let count = counts.entry(&hazard.record.mine).or_default();
        count.0 += 1;
        count.1 += usize::from(open);
    }
    counts
}

impl<'a> MineRow<'a> {
    /// What is licensed: 安全生产许可证（应急，有效，至 2027-02-28).
    fn licensed(&self, view: &LedgerView<'a>) -> Text {
        let said = self.licences.iter().filter_map(|licence| {
            let (name, unit) = (licence.name()?, view.unit_name(licence.unit));
            let state = licence.validity(view).map(|(state, _)| state).unwrap_or_default();
            let say = |say: fn(&Text) -> &str, [open, comma, to, close]: [&str; 4]| {
                let state = if state.is_empty() { String::new() } else { format!("{comma}{}", say(&state)) };
                let until = licence.until().map(|day| format!("{comma}{to}{day}")).unwrap_or_default();
                format!("{}{open}{unit}{state}{until}{close}", say(&name))
            };
            Some(Text::new(say(Text::zh, ["（", "，", "至 ", "）"]), say(Text::en, [" (", ", ", "until ", ")"])))
        });
        Text::join(&said.collect::<Vec<_>>(), "；", "; ")
    }

    /// The light of the licence that is worst off.
    fn light(&self, view: &LedgerView<'a>) -> Option<Light> {
        self.licences.iter().filter_map(|licence| licence.validity(view)?.1).max()
    }
}

table! { Kind::Mine, 'a, |entry: &MineRow<'a>, view| {
    Placed("代号", "id") => entry.id.as_str();
    "name" => &entry.mine.name;
    "former_names" => lines(&entry.mine.former_names);
    "code" => entry.mine.code.as_ref();
    "town" => view.mechanism().party(&Party::Body(entry.mine.town.clone())).to_owned();
    "mineral" => entry.mine.mineral.as_ref();
    "method" => entry.mine.method.map(Method::word);
    "since" => entry.mine.since;
    "closed" => entry.mine.closed;
    "production" => entry.mine.production.map(Production::word);
    "production_on" => entry.mine.production_on;
    "capacity" => entry.mine.capacity.as_ref();
    "workers" => entry.mine.workers;
    "manager" => entry.mine.manager.as_ref();
    "safety_manager" => entry.mine.safety_manager.as_ref();
    "phone" => entry.mine.phone.as_ref();
    ("证照", "licences", Holds::Prose) => entry.licensed(view);
    ("证照灯", "light of licences", Holds::Light) => entry.light(view);
    ("隐患数", "hazards", Holds::Number) => entry.hazards.0;
    ("未销号隐患数", "open hazards", Holds::Number) => entry.hazards.1;
} }
