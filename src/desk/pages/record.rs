//! A record with everything about it: what it says, what was found, who answered, its papers and its history.

use axum::extract::State;
use maud::{Markup, html};

use super::download::papers;
use super::parts::{as_on_terminal, by_kind, changed, entries, findings, record_link, record_list, said_places};
use crate::desk::answer::{Answer, answer, chain};
use crate::desk::asked_of::AddressName;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::form;
use crate::desk::frame::{MINES, Page, RECORDS};
use crate::ops::{self, AnswersOutcome, Environment, HistoryRequest, RecordHistory, Result, ShowOutcome, ShowRequest};
use crate::report::{PersonPage, RecordPage, UnitAnswers, UnitWord};
use crate::store::Source;
use crate::text::{Text, clean};
use crate::tr;

pub(super) async fn page(State(desk): State<AtHand>, AddressName(name): AddressName<String>) -> Answer {
    answer(desk, move |desk| {
        let request = ShowRequest { record: name, ..ShowRequest::default() };
        let environment = desk.environment();
        Ok(match ops::show(desk.source(), &request, &environment)? {
            ShowOutcome::Record(page) => of_record(desk, &page, &environment),
            ShowOutcome::Person(person) => of_person(desk, &person),
            ShowOutcome::Draft(draft) => {
                let (name, label) = (clean(&draft.draft).into_owned(), Text::fixed("草稿的内容", "what the draft says"));
                let title = tr!("草稿 {name}"; "draft {name}");
                let said = ops::said_in_draft(&desk.register()?, &draft.draft);
                let body = html! {
                    (acts(desk, &format!("drafts/{}", draft.draft)))
                    // Of what cannot be read all is shown as it stands.
                    @if said.is_empty() { (as_on_terminal(desk, &label, &draft.text)) } @else { (said_places(desk, &said)) }
                };
                Answer::page(desk, &Page { title, here: "", body })
            }
        })
    })
    .await
}

fn of_record(desk: &Desk, page: &RecordPage, environment: &Environment<'_>) -> Answer {
    let reference = &page.record.reference;
    let source = desk.source();
    // git walks through the history for the longest time: all else is read meanwhile.
    let (said, became) = std::thread::scope(|scope| {
        let became = scope.spawn(|| became(&source, reference, environment));
        (answers(desk, page, environment), became.join().ok())
    });
    let here = if reference.starts_with("mines/") { MINES } else { RECORDS };
    let body = html! {
        p.faint { (clean(&page.owner)) " · " code { (clean(&page.file)) } }
        (acts(desk, reference))
        @if !page.findings.is_empty() {
            h2 { (desk.count(&Text::fixed("检查发现", "found"), page.findings.len())) }
            (findings(desk, &page.findings))
        }
        h2 { (desk.fixed("内容", "what it says")) }
        (entries(desk, &page.entries))
        (papers(desk, reference))
        @if let Some(Ok(said)) = &said { (told(desk, said)) }
        @if !page.pointed_at_by.is_empty() {
            h2 { (desk.fixed("被引用", "referred to by")) }
            (record_list(desk, &page.pointed_at_by))
        }
        @if !page.related.is_empty() {
            h2 { (if here == MINES { desk.fixed("一企一档（按类别）", "what there is, by kind") } else { desk.fixed("本单位登记的（按类别）", "what it filed, by kind") }) }
            (by_kind(desk, &page.related))
        }
        h2 { (desk.fixed("历史", "history")) }
        @match &became {
            Some(Ok(history)) => (past(desk, history)),
            Some(Err(failure)) => (chain(desk, failure)),
            None => p { (desk.fixed("历史没有读出来", "the history was not read")) }
        }
    };
    Answer::page(desk, &Page { title: page.record.title.clone(), here, body })
}

fn became(source: &Source, reference: &str, environment: &Environment<'_>) -> Result<RecordHistory> {
    let root = source.root().ok_or(Text::fixed("没有历史", "there is no history"))?;
    ops::history(root, &HistoryRequest { record: reference.to_owned() }, environment)
}

/// Who answered, where anybody is asked by such a record.
fn answers(desk: &Desk, page: &RecordPage, environment: &Environment<'_>) -> Option<Result<AnswersOutcome>> {
    const ASKING: [&str; 6] = ["notices/", "meetings/", "enforcements/", "directives/", "upward/", "agenda/"];
    let reference = &page.record.reference;
    let asks = ASKING.iter().any(|folder| reference.starts_with(folder));
    asks.then(|| ops::answers(desk.source(), reference, environment))
}

fn acts(desk: &Desk, reference: &str) -> Markup {
    let forms = form::of_record(desk, reference);
    let is_nobodys = desk.register().is_ok_and(|register| register.acting(desk.environment().unit.as_deref()).is_err());
    html! {
        @if forms.is_empty() && is_nobodys {
            p.note { (desk.fixed(
                "本机还不知道以哪个单位登记，这里没有可办的：先在终端里运行 liandong join --unit 单位 --name 姓名；“登记新的”里可以逐次选单位",
                "this computer does not know which unit files, so nothing can be done here: run liandong join --unit UNIT --name NAME in a terminal first; under \"file\" a unit can be chosen each time",
            )) }
        }
        @if !forms.is_empty() { ul.acts { @for (name, to) in &forms { li { a.button href=(to) { (desk.say(name)) } } } } }
    }
}

fn told(desk: &Desk, said: &AnswersOutcome) -> Markup {
    html! {
        h2 { (desk.fixed("谁回了什么", "who answered what")) }
        @for part in &said.answers.parts {
            h3 { (desk.say(&part.part.title)) @if let Some(about) = &part.about { " " span.faint { (clean(about.lines().next().unwrap_or_default())) } } }
            @if part.units.is_empty() { p { (desk.fixed("台账中未见回应", "nothing is on record")) } }
            @else { ul.plain { @for unit in &part.units { li { (of_unit(desk, unit)) } } } }
        }
    }
}

fn of_unit(desk: &Desk, unit: &UnitAnswers) -> Markup {
    let word = |word: &UnitWord| {
        html! {
            " " (word.on.to_string()) " " a href=(desk.link(&format!("record/{}", word.record.reference))) { (desk.say(&word.kind)) }
            @if let Some(text) = &word.text { (desk.fixed("：", ": ")) (clean(text)) }
        }
    };
    html! {
        strong { (clean(&unit.unit)) }
        @if !unit.asked { (desk.fixed("（未列为收文、承办单位）", " (not among those who are asked)")) }
        @if !unit.words.is_empty() { @for one in &unit.words { (word(one)) } }
        @else if unit.keeps_register { " " (desk.fixed("台账中未见回应", "nothing is on record")) }
        @else { " " (desk.fixed("不在本台账登记", "keeps no records here")) }
    }
}

fn past(desk: &Desk, history: &RecordHistory) -> Markup {
    html! {
        ul.items { @for step in history.steps.iter().rev() { li {
            p {
                time { (clean(&step.at)) } " "
                @match &step.signed {
                    None => { (clean(&step.by)) }
                    Some(signer) if signer.is_author => { (desk.say(&signer.by)) }
                    Some(signer) => {
                        (desk.say(&signer.by))
                        (desk.fixed("（署名 ", " (in the name of ")) (clean(&step.by)) (desk.fixed("）", ")"))
                    }
                }
                " " (clean(&step.title)) " " code { (step.commit[..10.min(step.commit.len())]) }
            }
            @if step.path != history.record.reference {
                @let path = clean(&step.path).into_owned();
                p.faint { (desk.say(&tr!("当时编号 {path}"; "then {path}"))) }
            }
            @if !step.changes.is_empty() {
                details { summary { (desk.count(&Text::fixed("改了什么", "what changed"), step.changes.len())) }
                    dl.record { @for change in &step.changes { (changed(desk, change)) } }
                }
            }
        } } }
        @if !history.related.is_empty() {
            h3 { (desk.fixed("相关的更正、撤回", "corrections and withdrawals")) }
            ul.plain { @for named in &history.related { li { (record_link(desk, named)) } } }
        }
    }
}

fn of_person(desk: &Desk, person: &PersonPage) -> Answer {
    let body = html! {
        ul.plain { @for post in &person.posts { li {
            (clean(&post.unit)) " " (desk.say(&post.what)) " " (post.since.to_string())
            @if let Some(until) = post.until { " — " (until.to_string()) }
            @if let Some(phone) = &post.phone { " " (clean(phone)) }
        } } }
        (by_kind(desk, &person.related))
    };
    Answer::page(desk, &Page { title: Text::same(person.name.clone()), here: "", body })
}
