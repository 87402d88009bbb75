//! 登记新的: everything that can be filed, by what it is about.

use axum::extract::State;
use maud::html;

use crate::desk::answer::{Answer, answer};
use crate::desk::at_hand::AtHand;
use crate::desk::frame::{NEW, Page};
use crate::ops;
use crate::ops::verbs::{Act, NOUNS, Verb};
use crate::text::Text;

pub(super) async fn page(State(desk): State<AtHand>) -> Answer {
    answer(desk, |desk| {
        let register = desk.register()?;
        let unit = register.acting(desk.environment().unit.as_deref()).ok();
        // What only the office can say is no other unit's to file.
        let is_for_them = |verb: &&Verb| unit.as_ref().is_none_or(|unit| ops::may_say(&register, verb, unit));
        let nouns = NOUNS.iter().map(|noun| (noun, noun.verbs.iter().filter(is_for_them).collect::<Vec<_>>()));
        let body = html! {
            @for (noun, verbs) in nouns.filter(|(_, verbs)| !verbs.is_empty()) {
                h2 id=(noun.name) { (desk.fixed(noun.zh, noun.name)) }
                p.faint { (desk.say(&noun.about)) }
                ul.acts {
                    @for verb in verbs {
                        @let place = if matches!(verb.act, Act::Succession) { "succession".to_owned() } else { format!("{NEW}/{}", noun.name) };
                        li {
                            a.button href=(desk.link(&format!("{place}/{}", verb.name))) title=(desk.say(&verb.about)) {
                                (desk.fixed(verb.zh, verb.name))
                            }
                        }
                    }
                }
            }
        };
        Ok(Answer::page(desk, &Page { title: Text::fixed("登记新的", "file something"), here: NEW, body }))
    })
    .await
}
