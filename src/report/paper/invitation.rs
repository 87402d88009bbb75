//! 会议通知 (二（四）): calls those who are invited to a meeting that is planned.

use super::parts::{Annex, Block, Form, Paper, TableColumn};
use super::prose::PaperBody;
use super::titles::name_of;
use super::{PaperContext, words};
use crate::model::{Agenda, Day, Filed, Meeting, Moment, Party};
use crate::text::Text;
use crate::tr;

/// Rows of the reply for whoever comes.
const PLACES: usize = 3;

pub(super) fn paper(meeting: &Filed<Meeting>, context: &PaperContext<'_>) -> Paper {
    let record = &meeting.record;
    let (own, sort, sent) = titled(record, context);
    let name = called(record, context);
    Paper {
        record: context.reference.clone(),
        form: Form::Letter,
        draft: draft(record, sent),
        mark: context.mark("", sent),
        urgency: None,
        number: words::number(record.notice.as_ref().and_then(|notice| notice.doc_number.as_ref())),
        edited: None,
        signer: None,
        title: context.title(&own, sort, sent),
        to: context.addressees(&invited(record, context), sent),
        body: body(meeting, &name, context),
        rolls: Vec::new(),
        attached: vec![REPLY.to_owned()],
        signature: Some(context.signed(sent)),
        note: contact(context, sent),
        copies: None,
        imprint: None,
        annexes: vec![Annex { label: Some("附件".to_owned()), title: context.whole(REPLY.to_owned()), body: vec![reply()] }],
        told: lacking(record).into_iter().collect(),
    }
}

/// Its title, the kind that it ends in, and the day on which it was sent.
pub(super) fn titled(meeting: &Meeting, context: &PaperContext<'_>) -> (String, &'static str, Option<Day>) {
    let sent = meeting.invited.iter().filter_map(|invitation| invitation.on).max();
    (format!("关于召开{}的通知", called(meeting, context)), "通知", sent)
}

/// What stands blank in the text, since the record does not say it.
fn lacking(meeting: &Meeting) -> Option<Text> {
    let reply_by = meeting.notice.as_ref().and_then(|notice| notice.reply_by);
    let lacks = [
        (meeting.begins.is_none(), Text::fixed("开会的时刻", "the hour")),
        (meeting.place.is_none(), Text::fixed("会议地点", "the place")),
        (reply_by.is_none(), Text::fixed("回执的报送期限", "by when to reply")),
    ];
    let names: Vec<Text> = lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, name)| name).collect();
    let names = Text::join(&names, "、", ", ");
    let (zh, en) = (names.zh(), names.en());
    (!names.is_empty()).then(|| tr!("正文中空着待填的：{zh}"; "left blank in the text: {en}"))
}

fn draft(meeting: &Meeting, sent: Option<Day>) -> Vec<&'static str> {
    let mut why = match (&meeting.cancelled, sent) {
        (Some(_), _) => vec!["会议已取消"],
        (None, None) => vec!["尚未发出"],
        (None, Some(_)) => Vec::new(),
    };
    let differs = meeting.begins.zip(meeting.planned).is_some_and(|(begins, planned)| begins.day() != planned);
    why.extend(differs.then_some("开会时间与计划日期不符"));
    why
}

const REPLY: &str = "参会回执";

/// What the meeting is called: by its record, else by the system that it belongs to.
pub(super) fn called(meeting: &Meeting, context: &PaperContext<'_>) -> String {
    let system = context.system(meeting, meeting.held.or(meeting.planned));
    let name = system.map_or("会议", |system| system.name.as_str());
    meeting.title.as_ref().map_or_else(|| name.to_owned(), |title| name_of(title.as_str()))
}

/// Those who are invited; where none is recorded, the members of the system.
pub(super) fn invited(meeting: &Meeting, context: &PaperContext<'_>) -> Vec<Party> {
    if !meeting.invited.is_empty() {
        let invited = meeting.invited.iter().map(|invitation| &invitation.who);
        return invited.filter(|who| !who.is_unit(context.issuer)).cloned().collect();
    }
    members(meeting, context)
}

/// Those who belong to a meeting whomever else it invites: the members of its system (二（二）), and then who is invited besides.
pub(super) fn expected(meeting: &Meeting, context: &PaperContext<'_>) -> Vec<Party> {
    let mut expected = members(meeting, context);
    for who in invited(meeting, context) {
        if !expected.contains(&who) {
            expected.push(who);
        }
    }
    expected
}

fn members(meeting: &Meeting, context: &PaperContext<'_>) -> Vec<Party> {
    let on = context.day(meeting.begins.map(Moment::day).or(meeting.planned).or(meeting.held));
    let members = context.system(meeting, Some(on)).into_iter().flat_map(|system| &system.members);
    let acting = members.filter_map(|member| context.ledger.mechanism.acting(member, on));
    // Who calls the meeting does not write to itself.
    let mut called: Vec<Party> = Vec::new();
    for unit in acting.filter(|unit| *unit != context.issuer) {
        let party = Party::from(unit.clone());
        if !called.contains(&party) {
            called.push(party);
        }
    }
    called
}

fn body(meeting: &Filed<Meeting>, name: &str, context: &PaperContext<'_>) -> Vec<Block> {
    let record = &meeting.record;
    let mechanism = &context.ledger.mechanism;
    let mut body = PaperBody::default();
    let day = record.begins.map(Moment::day).or(record.planned);
    let day_named = day;
    let when = day.map_or_else(|| "近期".to_owned(), words::day);
    body.say(format!("根据《{}》，现定于{when}召开{name}。有关事项通知如下：", mechanism.file.title));
    let blank = "　　　　　　";
    body.section("会议时间");
    let day = day
        .map_or_else(|| words::dated(None).words().to_owned(), |day| format!("{}（{}）", words::day(day), words::weekday(day)));
    let hour = record.begins.map_or_else(|| "　　时　　分".to_owned(), words::hour);
    let length = record.notice.as_ref().and_then(|notice| notice.length.as_ref());
    let length = length.map(|length| format!("，会期{}", length.as_str().trim_start_matches("会期"))).unwrap_or_default();
    body.say(format!("{day}{hour}{length}。"));
    body.section("会议地点");
    body.say(record.place.as_ref().map_or_else(|| blank.to_owned(), |place| format!("{place}。")));
    body.section("参会人员");
    body.say("收到本通知的各单位分管负责人。");
    body.section("会议议题");
    let items = agenda(meeting, context);
    if items.is_empty() {
        body.say("请各单位提出。");
    }
    for (position, item) in items.into_iter().enumerate() {
        let by = context.unit(&item.path.unit, record.planned);
        body.count(position + 1, &format!("{}（{by}）", item.record.title));
    }
    body.section("有关事项");
    let reply_by = record.notice.as_ref().and_then(|notice| notice.reply_by);
    let until = reply_by.map_or_else(|| "　　月　　日".to_owned(), |by| words::day_after(day_named, by));
    let own = if context.issuer == mechanism.office() { "我办" } else { "我单位" };
    body.say(format!(
        "请各单位提前准备议题材料，于{until}前将议题材料和参会回执报送{own}。分管负责人不能参加的，请说明原因并委派代表。"
    ));
    body.close("特此通知。")
}

/// What a meeting deals with, in its own order; what only names the meeting comes last.
pub(super) fn agenda<'a>(meeting: &Filed<Meeting>, context: &PaperContext<'a>) -> Vec<&'a Filed<Agenda>> {
    let listed = &meeting.record.agenda;
    let place =
        |item: &&Filed<Agenda>| listed.iter().position(|reference| reference.filed() == Some(&item.path)).unwrap_or(listed.len());
    let mut items = context.ledger.agenda_of(meeting);
    items.sort_by_key(place);
    items
}

/// The office's liaison on that day, whom to call.
fn contact(context: &PaperContext<'_>, on: Option<Day>) -> Option<String> {
    let people = context.ledger.mechanism.people.get(context.issuer)?;
    let serves = |since: Day, until: Option<Day>| on.is_none_or(|on| since <= on && until.is_none_or(|until| on <= until));
    let liaison = people.liaison.iter().rfind(|liaison| serves(liaison.since, liaison.until))?;
    Some(match &liaison.phone {
        Some(phone) => format!("联系人：{}，联系电话：{phone}", liaison.name),
        None => format!("联系人：{}", liaison.name),
    })
}

fn reply() -> Block {
    let column = |head, share| TableColumn::new(head, share, false);
    Block::Table {
        columns: vec![column("单位", 3), column("姓名", 2), column("职务", 2), column("联系电话", 3)],
        rows: vec![vec![String::new(); 4]; PLACES],
    }
}
