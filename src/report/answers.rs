//! 谁回了什么: what units said to a record and to each of its numbered parts, beside those whom it asks and of whom nothing is on record.

use serde::Serialize;

use super::named::Named;
use crate::model::{Day, FiledPath, Happening, Mechanism, Party, Record, RecordPath, Reference, Response, Task, UnitId};
use crate::text::Text;

/// What was said to a record.
#[derive(Debug, Clone, Serialize)]
pub struct Answers {
    /// The record.
    pub record: Named,
    /// To the record as a whole, then to each part that asks somebody or to which something was said.
    pub parts: Vec<PartAnswers>,
}

/// What was said to a record as a whole, or to a part of it.
#[derive(Debug, Clone, Serialize)]
pub struct PartAnswers {
    /// The record or part.
    pub part: Named,
    /// What it is about, in its own words.
    pub about: Option<String>,
    /// Those whom it asks, in its order, then others who said something.
    pub units: Vec<UnitAnswers>,
}

/// What a unit said.
#[derive(Debug, Clone, Serialize)]
pub struct UnitAnswers {
    /// Its short name; that of a body or a mine that keeps no register is its name.
    pub unit: String,
    /// Whether it is asked: addressed, invited, to carry something out.
    pub asked: bool,
    /// Whether it keeps a register, in which its word would stand.
    pub keeps_register: bool,
    /// What it said, the first first.
    pub words: Vec<UnitWord>,
}

/// One word of a unit.
#[derive(Debug, Clone, Serialize)]
pub struct UnitWord {
    /// The response.
    pub record: Named,
    /// Its day.
    pub on: Day,
    /// What it says: 签收, 已完成 …
    pub kind: Text,
    /// In what words.
    pub text: Option<String>,
}

/// A response with its place.
pub type FiledResponse<'a> = (&'a FiledPath, &'a Response);

/// What was said to a record by responses, of which others may be among them.
#[must_use]
pub fn answers(path: &RecordPath, record: &Record, responses: &[FiledResponse<'_>], mechanism: &Mechanism) -> Answers {
    let mut who = asked_whole(record);
    // Nobody answers a paper of their own.
    let is_own = |party: &Party| path.owner().is_some_and(|owner| party.as_unit().as_ref() == Some(owner));
    if matches!(record, Record::Notice(_) | Record::Upward(_)) {
        who.retain(|party| !is_own(party));
    }
    let mut asked = vec![AskedPart { reference: Reference::whole(path.clone()), about: title(record), who }];
    asked.extend(parts(path, record));
    let said =
        |part: &Reference| responses.iter().filter(|(_, word)| word.to.as_ref() == Some(part)).copied().collect::<Vec<_>>();
    let parts = asked.into_iter().filter_map(|part| {
        let units = units(&part.who, &said(&part.reference), mechanism);
        let is_whole = part.reference.part.is_none();
        (is_whole || !units.is_empty()).then(|| PartAnswers {
            part: Named::from_reference(&part.reference, mechanism),
            about: part.about,
            units,
        })
    });
    Answers { record: Named::of_record(path, mechanism), parts: parts.collect() }
}

/// What asks somebody something.
struct AskedPart {
    reference: Reference,
    about: Option<String>,
    who: Vec<Party>,
}

fn units(asked: &[Party], said: &[FiledResponse<'_>], mechanism: &Mechanism) -> Vec<UnitAnswers> {
    let word = |(path, response): &FiledResponse<'_>| UnitWord {
        record: Named::of_record(&RecordPath::Filed((*path).clone()), mechanism),
        on: response.on,
        kind: response.kind.label(),
        text: response.text.as_ref().map(ToString::to_string),
    };
    let mut units: Vec<UnitAnswers> = Vec::new();
    let mut told = vec![false; said.len()];
    for party in asked {
        let unit = party.as_unit().filter(|unit| mechanism.units.contains_key(unit));
        let mut words = Vec::new();
        for (at, response) in said.iter().enumerate() {
            // Who took over from a unit answers for it.
            if unit.as_ref().is_some_and(|unit| mechanism.stands_for(&response.0.unit, unit, response.1.on)) {
                told[at] = true;
                words.push(word(response));
            }
        }
        let name = unit.as_ref().map_or_else(|| mechanism.party(party).to_owned(), |unit| mechanism.short(unit).to_owned());
        if !units.iter().any(|known| known.unit == name) {
            units.push(UnitAnswers { unit: name, asked: true, keeps_register: unit.is_some(), words });
        }
    }
    for (response, _) in said.iter().zip(&told).filter(|(_, told)| !**told) {
        let name = mechanism.short(&response.0.unit);
        match units.iter_mut().find(|known| known.unit == name) {
            Some(known) => known.words.push(word(response)),
            None => {
                units.push(UnitAnswers {
                    unit: name.to_owned(),
                    asked: false,
                    keeps_register: true,
                    words: vec![word(response)],
                });
            }
        }
    }
    for unit in &mut units {
        unit.words.sort_by_key(|word| word.on);
    }
    units
}

/// Those who issue a paper together with its unit: each is asked to cosign it.
fn issuers(jointly: &[UnitId]) -> impl Iterator<Item = Party> {
    jointly.iter().cloned().map(Party::from)
}

/// Whom a record asks as a whole.
fn asked_whole(record: &Record) -> Vec<Party> {
    match record {
        Record::Notice(notice) => issuers(&notice.jointly).chain(notice.to.iter().map(|to| to.who.clone())).collect(),
        Record::Upward(upward) => issuers(&upward.jointly).collect(),
        Record::Meeting(meeting) => meeting.invited.iter().map(|invited| invited.who.clone()).collect(),
        Record::Enforcement(action) => action.member_units.iter().cloned().map(Party::from).collect(),
        _ => Vec::new(),
    }
}

/// The numbered parts of a record, with whom each asks.
fn parts(path: &RecordPath, record: &Record) -> Vec<AskedPart> {
    let part = |no: u32, about: &str, who: Vec<Party>| AskedPart {
        reference: Reference::part(path.clone(), no),
        about: Some(about.to_owned()),
        who,
    };
    let task = |task: &Task| part(task.no, &task.text.to_string(), task.lead.iter().chain(&task.with).cloned().collect());
    let mut parts: Vec<AskedPart> = match record {
        Record::Meeting(meeting) => meeting.task.iter().map(task).collect(),
        Record::Enforcement(action) => {
            let of_problem = |unit: &UnitId| vec![Party::from(unit.clone())];
            let problems = action.problem.iter().map(|problem| {
                part(problem.no, &problem.text.to_string(), problem.supervising_unit.as_ref().map(of_problem).unwrap_or_default())
            });
            problems.chain(action.task.iter().map(task)).collect()
        }
        Record::Upward(upward) => upward.reply.iter().flat_map(|reply| &reply.task).map(task).collect(),
        _ => Vec::new(),
    };
    // What else has a number may be answered too, a question left open.
    for (_, no) in record.happening().map(Happening::parts).unwrap_or_default() {
        if !parts.iter().any(|known| known.reference.part == Some(no)) {
            parts.push(AskedPart { reference: Reference::part(path.clone(), no), about: None, who: Vec::new() });
        }
    }
    parts
}

fn title(record: &Record) -> Option<String> {
    match record {
        Record::Notice(notice) => Some(notice.title.as_str().to_owned()),
        Record::Meeting(meeting) => meeting.title.as_ref().map(|title| title.as_str().to_owned()),
        Record::Enforcement(action) => action.title.as_ref().map(|title| title.as_str().to_owned()),
        _ => None,
    }
}
