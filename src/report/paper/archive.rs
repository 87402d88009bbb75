//! 归档清单: the numbered papers and what came from above of a year, with how long each is kept. How long is practice and no text of this
//! regulation's: a setting says it, and whoever keeps the archive decides.

use super::parts::{Block, Paper, TableColumn};
use super::prose::PaperBody;
use super::sheet::sheet;
use super::{PaperContext, cited, words};
use crate::model::{Day, FiledPath, Happening, Kind, Ledger, Mechanism, RecordPath, SettingId, choice};
use crate::report::Named;
use crate::text::Text;
use crate::tr;

/// A paper to be put away.
struct Archived {
    on: Option<Day>,
    number: String,
    title: String,
    issuer: String,
    kind: Kind,
    record: String,
    kept: String,
}

/// The list of a year.
///
/// # Errors
/// The year has no such paper.
pub fn archive(year: u16, ledger: &Ledger, today: Day) -> Result<Paper, Text> {
    let mut papers = papers(year, ledger);
    if papers.is_empty() {
        return Err(
            tr!("台账中未见 {year} 年有文号的文件和收文，没有可归档的"; "the register shows no numbered paper of {year} and nothing received: there is nothing to put away"),
        );
    }
    papers.sort_by(|one, other| (one.on, &one.number, &one.record).cmp(&(other.on, &other.number, &other.record)));
    let mechanism = &ledger.mechanism;
    let context = PaperContext { ledger, reference: format!("archive/{year}"), issuer: mechanism.office(), with: &[], year };
    let on = today.min(Day::last_of(year));
    let mut body = PaperBody::default();
    body.say(format!(
        "台账：《{}》　　年度：{year}　　共{}件　　截至：{}",
        mechanism.file.title,
        papers.len(),
        words::day(today)
    ));
    body.table(table(&papers, mechanism, on));
    let unconfirmed = SETTINGS.iter().any(|id| mechanism.setting(*id, on).is_none_or(|setting| setting.basis.is_none()));
    if unconfirmed {
        body.say("注：保管期限按惯例填写，机制未作规定，未经本办确认；以档案部门的规定为准。");
    }
    body.say("注：本清单只列台账记有文号的文件和收文；签批单、签到表、会议记录、照片等原件请按存放处一并归档。");
    Ok(sheet(context.reference.clone(), context.whole(format!("{year}年度归档清单")), body.close("")))
}

/// The settings that say how long papers are kept.
const SETTINGS: [SettingId; 3] = [SettingId::ArchivePrincipal, SettingId::ArchiveWork, SettingId::ArchiveRoutine];

/// Of which of the settings a kind of record is, and what practice is where the register does not say.
const fn kept_by(kind: Kind) -> (SettingId, &'static str) {
    match kind {
        Kind::Meeting | Kind::Upward => (SettingId::ArchivePrincipal, "permanent"),
        Kind::Enforcement | Kind::Notice | Kind::Plan | Kind::Accident => (SettingId::ArchiveWork, "thirty-years"),
        _ => (SettingId::ArchiveRoutine, "ten-years"),
    }
}

fn period(kind: Kind, mechanism: &Mechanism, on: Day) -> String {
    let (id, practice) = kept_by(kind);
    choice(mechanism.word(id, on).unwrap_or(practice)).zh().to_owned()
}

fn papers(year: u16, ledger: &Ledger) -> Vec<Archived> {
    let mechanism = &ledger.mechanism;
    let mut all = Vec::new();
    ledger.each(|path, record| {
        let kept = record.attachments().iter().filter_map(|attachment| attachment.kept.as_ref().map(ToString::to_string));
        let mut kept: Vec<String> = kept.collect();
        kept.dedup();
        let archived = |on: Option<Day>, number: String, (title, issuer): (String, String)| Archived {
            on,
            number,
            title,
            issuer,
            kind: path.kind,
            record: Named::of_record(&RecordPath::Filed(path.clone()), mechanism).title.zh().to_owned(),
            kept: kept.join("；"),
        };
        let own = || title(path, record, ledger);
        // As the paper itself has both; what the register makes no paper of is named as its record is.
        let borne = |key: &str| {
            let cited = cited(path, key, ledger).map(|cited| (cited.title, cited.issuer));
            cited.unwrap_or_else(|| (own(), mechanism.short(&path.unit).to_owned()))
        };
        let papers = record.papers().into_iter().filter(|paper| paper.issued.map_or(path.year, Day::year) == year);
        all.extend(papers.map(|paper| archived(paper.issued, paper.number.to_string(), borne(paper.key))));
        let received = ledger.directives.iter().find(|directive| directive.path == *path).map(|directive| &directive.record);
        if let Some(directive) = received.filter(|directive| directive.received.year() == year) {
            let number = directive.number.as_ref().map(ToString::to_string).unwrap_or_default();
            all.push(archived(Some(directive.received), number, (own(), directive.sender.to_string())));
        }
    });
    all
}

/// What a paper is about, in its record's own words; what people call the record, where it has none.
fn title(path: &FiledPath, record: &dyn Happening, ledger: &Ledger) -> String {
    let mut title = None;
    record.leaves(&mut |at, leaf| {
        if title.is_none() && at.to_string() == "title" {
            title = Some(leaf.to_string());
        }
    });
    title.unwrap_or_else(|| Named::of_record(&RecordPath::Filed(path.clone()), &ledger.mechanism).title.zh().to_owned())
}

/// A day as lists of archives have it, in eight digits.
fn digits(day: Day) -> String {
    format!("{}{:02}{:02}", day.year(), day.month(), day.day())
}

fn table(papers: &[Archived], mechanism: &Mechanism, on: Day) -> Block {
    let column = TableColumn::new;
    let row = |(at, paper): (usize, &Archived)| {
        vec![
            (at + 1).to_string(),
            paper.number.clone(),
            paper.title.clone(),
            paper.issuer.clone(),
            paper.on.map(digits).unwrap_or_default(),
            period(paper.kind, mechanism, on),
            if paper.kept.is_empty() { paper.record.clone() } else { format!("{}；{}", paper.record, paper.kept) },
        ]
    };
    Block::Table {
        columns: vec![
            column("序号", 2, false),
            column("文号", 7, true),
            column("题名", 9, true),
            column("责任者", 5, true),
            column("日期", 4, false),
            column("保管期限", 4, false),
            column("台账记录、存放处", 7, true),
        ],
        rows: papers.iter().enumerate().map(row).collect(),
    }
}
