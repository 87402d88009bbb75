//! 共享: how this computer stands to the shared register, and the exchange itself, which alone leaves this computer.

use axum::extract::State;
use maud::{Markup, html};

use super::parts::{as_on_terminal, record_list};
use crate::desk::answer::{Answer, answer, posted};
use crate::desk::asked_of::Sent;
use crate::desk::at_hand::{AtHand, Desk};
use crate::desk::frame::{Page, SHARE};
use crate::desk::tokens::Stale;
use crate::ops::{self, DoctorRequest, Health, HealthPoint, Result, SyncOutcome, SyncReceipt, SyncRequest};
use crate::render::{self, RenderOptions};
use crate::report::FolderView;
use crate::text::{Text, clean, clean_lines};

const TITLE: Text = Text::fixed("共享", "share");

pub(super) async fn page(State(desk): State<AtHand>) -> Answer {
    answer(desk, |desk| Ok(Answer::page(desk, &Page { title: TITLE, here: SHARE, body: standing(desk, None)? }))).await
}

/// Things as they are, with what was done just now.
fn standing(desk: &Desk, done: Option<&Markup>) -> Result<Markup> {
    let source = desk.source();
    let offline = DoctorRequest { offline: true, ..DoctorRequest::default() };
    let diagnosis = source.root().map(|root| ops::doctor(root, offline, &desk.environment()));
    let token = desk.exchanges.issue("")?;
    Ok(html! {
        @if let Some(done) = done { (done) }
        form method="post" action=(desk.link("share/sync")) {
            input type="hidden" name="token" value=(token);
            p { (desk.fixed(
                "把本机登记的送出去，把别人登记的取回来。签名密钥或网络要密码的，在打开工作台的终端里输入。",
                "Sends what was filed here and takes what others filed. A passphrase of the key or of the network is asked for in the terminal of this desk.",
            )) }
            button.main type="submit" { (desk.fixed("同步", "synchronise")) }
        }
        h2 { (desk.fixed("本机情况", "this computer")) }
        ul.items { @for point in diagnosis.iter().flat_map(|diagnosis| &diagnosis.points) { li { (health(desk, point)) } } }
    })
}

fn health(desk: &Desk, point: &HealthPoint) -> Markup {
    let class = match point.health {
        Health::Well => "green",
        Health::Note => "amber",
        Health::Amiss => "red",
    };
    html! {
        p {
            strong class=(class) { (desk.say(&point.health.label())) } " " (desk.say(&point.topic.label())) (desk.fixed("：", ": "))
            span.text { (clean_lines(point.what.get(desk.lang))) }
        }
        @for command in point.unnamed(point.what.get(desk.lang)) { p.faint { code { (clean(&command)) } } }
    }
}

pub(super) async fn sync(State(desk): State<AtHand>, Sent(form): Sent<Vec<(String, String)>>) -> Answer {
    posted(desk, move |desk| {
        let token = form.into_iter().find(|(name, _)| name == "token").map(|(_, token)| token).unwrap_or_default();
        match desk.exchanges.once(&token, "", String::new, || exchanged(desk)) {
            Ok(answer) => answer,
            Err(stale) => again(desk, stale),
        }
    })
    .await
}

/// That a form did nothing, and how things are.
fn again(desk: &Desk, stale: Stale) -> Result<Answer> {
    let why = match stale {
        Stale::Interrupted => {
            desk.fixed("上一次同步没有做完，请看下面的情况", "the exchange before broke off; see below how things are")
        }
        Stale::Unknown | Stale::Changed | Stale::Answered => {
            desk.fixed("没有同步：这一页太旧了，请再按一次", "nothing was exchanged: the page was an old one; press once more")
        }
    };
    let told = html! { p.refused role="alert" { (why) } };
    Ok(Answer::refused(desk, &Page { title: TITLE, here: SHARE, body: standing(desk, Some(&told))? }))
}

fn exchanged(desk: &Desk) -> Result<Answer> {
    let source = desk.source();
    let root = source.root().ok_or(Text::fixed("这里没有台账", "there is no register here"))?;
    let outcome = ops::sync(root, &SyncRequest::default(), &desk.environment())?;
    let options = RenderOptions { lang: desk.lang, ..RenderOptions::default() };
    let (is_done, told) = match &outcome {
        SyncOutcome::Done(receipt) => (receipt.unsent.is_none(), received(desk, receipt)),
        SyncOutcome::Rejected(rejection) => {
            let label = Text::fixed("核验不过", "what is not in order");
            (false, as_on_terminal(desk, &label, &render::rejection(rejection, options)))
        }
        SyncOutcome::Clashes(clashes) => {
            let label = Text::fixed("双方都改了的", "what both sides changed");
            let next = Text::fixed(
                "请在终端里运行 liandong resolve，一项一项选",
                "run liandong resolve in a terminal and choose, key by key",
            );
            (false, html! { (as_on_terminal(desk, &label, &render::clashes(clashes, desk.lang))) p { (desk.say(&next)) } })
        }
    };
    let told = html! { div class=(if is_done { "done" } else { "refused" }) role="status" { (told) } };
    let page = Page { title: TITLE, here: SHARE, body: standing(desk, Some(&told))? };
    Ok(if is_done { Answer::page(desk, &page) } else { Answer::refused(desk, &page) })
}

fn received(desk: &Desk, receipt: &SyncReceipt) -> Markup {
    let folder = receipt.folder.as_ref().map(|folder| FolderView { unsent: None, ..folder.clone() }.lines()).unwrap_or_default();
    html! {
        div.text { (clean_lines(&render::sync_receipt(receipt, desk.lang))) }
        @for why in receipt.unsent.iter().chain(&receipt.unnamed).chain(&folder) { p { (desk.say(why)) } }
        @if !receipt.incoming.for_me.is_empty() { (record_list(desk, &receipt.incoming.for_me)) }
    }
}
