//! 签到表: who is invited to a meeting, a line each, to be signed at the door. Nobody is entered as having come: that is for people to do.

use super::invitation::{called, expected};
use super::parts::{Block, Paper, TableColumn};
use super::prose::PaperBody;
use super::sheet::sheet;
use super::{PaperContext, words};
use crate::model::{Filed, Meeting, Moment, Party};

/// Lines for whoever comes besides.
const MORE: usize = 6;

pub(super) fn paper(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Paper {
    let record = &meeting.record;
    let day = record.held.or(record.begins.map(Moment::day)).or(record.planned);
    let mut body = PaperBody::default();
    let hour = record.begins.filter(|begins| Some(begins.day()) == day).map(words::hour).unwrap_or_default();
    let place = record.place.as_ref().map_or_else(|| "　　　　　　".to_owned(), ToString::to_string);
    body.say(format!("时间：{}{hour}", words::dated(day).words()));
    body.say(format!("地点：{place}"));
    body.table(table(meeting, context));
    let title = context.whole(format!("{}签到表", called(record, context)));
    let cancelled = record.cancelled.as_ref().map(|_| "会议已取消");
    Paper { draft: cancelled.into_iter().collect(), ..sheet(context.reference.clone(), title, body.close("")) }
}

fn table(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Block {
    let record = &meeting.record;
    let on = record.held.or(record.planned);
    let column = TableColumn::new;
    // Who calls the meeting does not write to itself, and comes as a member all the same.
    let system = context.system(&**record, on);
    let convener = system.filter(|system| context.ledger.mechanism.is_member(context.issuer, system, context.day(on)));
    let named = convener.map(|_| context.issuer.clone().into()).into_iter().chain(expected(record, context));
    let named = named.map(|who: Party| context.full(&who, on));
    let rows = named.chain(std::iter::repeat_n(String::new(), MORE)).enumerate();
    Block::Table {
        columns: vec![
            column("序号", 3, false),
            column("单位", 11, true),
            column("姓名", 5, false),
            column("职务", 6, false),
            column("联系电话", 6, false),
            column("签名", 6, false),
        ],
        rows: rows.map(|(at, unit)| [vec![(at + 1).to_string(), unit], vec![String::new(); 4]].concat()).collect(),
    }
}
