//! 公文: the official paper that a record gives, as the parts that GB/T 9704-2012 names. What a part says is decided here; where
//! it stands on the page, by whoever renders it.
//!
//! Papers are Chinese whatever language the reader of messages prefers. Nothing is invented: what a record does not say is a
//! [`Slot::Blank`], to be filled by hand, and what nobody reviewed is a draft.

mod addressees;
mod annual;
mod archive;
mod call_for_items;
mod circular;
mod cited;
mod conventions;
mod handover;
mod invitation;
mod joint;
mod matter;
mod minutes;
mod name_lists;
mod names;
mod notice;
mod numbering;
mod parts;
mod plan;
mod prose;
mod punctuation;
mod sheet;
mod sign_in;
mod titles;
mod upward;
mod urging;
mod words;

pub use addressees::{AddresseeClass, Addressees, Rank};
pub use annual::annual;
pub use archive::archive;
pub use cited::cited;
pub use handover::{HandedKey, HandedPlaces, Handover, handover};
pub use parts::{
    Annex, AttendanceRoll, Block, Copies, Form, Imprint, IssuerMark, Paper, PaperSignature, Slot, TableColumn, Title,
};
pub use sheet::sheet;
pub use urging::urging;

use crate::model::{Kind, Ledger, RecordPath, UnitId};
use crate::text::Text;
use crate::tr;

/// Which of the papers of a record is wanted, where it could give several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// 通知, 函, 通报: what tells or invites.
    Notice,
    /// The notice of a joint enforcement, with its plan.
    Plan,
    /// The circular on a joint enforcement.
    Circular,
    /// The minutes of a meeting.
    Minutes,
    /// What asks for items for the agenda of a meeting.
    CallForItems,
    /// The sheet that is signed at the door of a meeting.
    SignIn,
    /// The letter about all that a unit has not done in its term.
    Urging,
    /// The list of a year's papers, with how long each is kept.
    Archive,
}

impl PaperKind {
    /// Every one, as it is typed.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("notice", Self::Notice),
        ("通知", Self::Notice),
        ("plan", Self::Plan),
        ("方案", Self::Plan),
        ("circular", Self::Circular),
        ("通报", Self::Circular),
        ("minutes", Self::Minutes),
        ("纪要", Self::Minutes),
        ("items", Self::CallForItems),
        ("征集议题", Self::CallForItems),
        ("sign-in", Self::SignIn),
        ("签到表", Self::SignIn),
        ("urging", Self::Urging),
        ("督办函", Self::Urging),
        ("催办", Self::Urging),
        ("archive", Self::Archive),
        ("归档清单", Self::Archive),
        ("归档", Self::Archive),
    ];
}

/// The paper of a record: the wanted one, else the latest that its state asks for.
///
/// # Errors
/// There is no such record, or it gives no such paper.
pub fn paper(path: &RecordPath, wanted: Option<PaperKind>, ledger: &Ledger) -> Result<Paper, Text> {
    let file = path.file();
    let RecordPath::Filed(filed) = path else { return Err(none_of(path.kind())) };
    let missing = || tr!("台账中没有 {file}"; "the register has no {file}");
    let at = crate::model::Reference::from(filed.clone());
    let with = cited::jointly(&at, ledger);
    let context = PaperContext { ledger, reference: path.to_string(), issuer: &filed.unit, with, year: filed.year };
    let mut paper = match (filed.kind, wanted) {
        (Kind::Notice, None | Some(PaperKind::Notice)) => {
            notice::paper(&ledger.notice(&at).ok_or_else(missing)?.record, &context)
        }
        (Kind::Upward, None) => upward::paper(&ledger.upward_paper(&at).ok_or_else(missing)?.record, &context),
        (Kind::Meeting, None | Some(PaperKind::Notice | PaperKind::Minutes | PaperKind::CallForItems | PaperKind::SignIn)) => {
            let meeting = ledger.meeting(&at).ok_or_else(missing)?;
            meeting_paper(meeting, wanted, &context)?
        }
        (Kind::Enforcement, None | Some(PaperKind::Plan | PaperKind::Circular)) => {
            let enforcement = &ledger.enforcement(&at).ok_or_else(missing)?.record;
            let circular = wanted.map_or(enforcement.circular.is_some(), |wanted| wanted == PaperKind::Circular);
            if circular { circular::paper(enforcement, &context) } else { plan::paper(enforcement, &context) }
        }
        (Kind::Notice | Kind::Upward | Kind::Meeting | Kind::Enforcement, Some(_)) => {
            return Err(Text::fixed(
                "这条记录不出这种公文：会议可出通知（notice）、征集议题的通知（items）、签到表（sign-in）、纪要（minutes），联合执法可出方案（plan）、通报（circular），单位可出督办函（urging），年份可出归档清单（archive），其余不必写 --paper",
                "the record gives no such paper: a meeting gives notice, items, sign-in or minutes, a joint enforcement plan or circular, a unit urging, a year archive, others need no --paper",
            ));
        }
        (kind, _) => return Err(none_of(kind)),
    };
    paper.told.extend(context.issuer_unnamed());
    paper.told.extend(ledger.happening(filed).and_then(|record| context.unknown(record)));
    if let Some(told) = joint::not_cosigned(&at, &context) {
        paper.draft.push("联合发文单位未会签");
        paper.told.push(told);
    }
    paper.told.extend(punctuation::unusual(&paper));
    name_lists::list_the_many(&mut paper, context.object());
    Ok(paper)
}

fn meeting_paper(
    meeting: &crate::model::Filed<crate::model::Meeting>,
    wanted: Option<PaperKind>,
    context: &PaperContext<'_>,
) -> Result<Paper, Text> {
    let held = meeting.record.held.is_some();
    match wanted {
        Some(PaperKind::Minutes) if !held => Err(Text::fixed(
            "会议还没有登记召开日期，出不了纪要",
            "no day is recorded on which the meeting was held: it has no minutes",
        )),
        Some(PaperKind::Notice) => Ok(invitation::paper(meeting, context)),
        Some(PaperKind::CallForItems) => Ok(call_for_items::paper(meeting, context)),
        Some(PaperKind::SignIn) => Ok(sign_in::paper(meeting, context)),
        None if !held => Ok(invitation::paper(meeting, context)),
        _ => Ok(minutes::paper(meeting, context)),
    }
}

fn none_of(kind: Kind) -> Text {
    let label = kind.label();
    let (zh, en) = (label.zh(), label.en());
    tr!(
        "{zh}不出公文；通报、会议、联合执法、请示和报告才有（执法文书由各单位自行制作）";
        "a record of the kind {en} gives no paper; notices, meetings, joint enforcements and papers upward do (enforcement papers belong to the units)"
    )
}

/// What every paper is made with.
struct PaperContext<'a> {
    ledger: &'a Ledger,
    /// The record, as files refer to it.
    reference: String,
    /// The unit that issues it.
    issuer: &'a UnitId,
    /// The units that issue it too.
    with: &'a [UnitId],
    /// The year under which the record is filed.
    year: u16,
}
