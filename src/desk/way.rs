//! The way to what a command does: the page that does the same, with what the command says filled in. What is said of fields and commands is
//! said on a page by their labels and by links.

use maud::{Markup, html};

use super::at_hand::Desk;
use super::frame::{CHECK, DEADLINES, IMPORT, MINES, NEW, RECORDS, REPORT, SEARCH, SHARE, TODO};
use super::named::{ANSWER, answer_field, verb_called};
use crate::model::{Kind, RecordPath};
use crate::ops::SUBJECT;
use crate::ops::verbs::{Act, Noun, Verb, fields, option_name, subject};
use crate::report::ledger::Topic;
use crate::text::{CommandLine, CommandPart, OPEN, SaidPiece, Telling, Text, clean, clean_lines};
use crate::tr;

/// The way to what a command does.
pub(super) struct PageWay {
    /// What is there.
    pub(super) label: Text,
    /// Its address.
    pub(super) to: String,
    /// Whether something is done there; else it is only read.
    pub(super) does: bool,
}

/// A page and what it is asked.
struct PagePlace {
    label: Text,
    page: String,
    asked: Vec<(String, String)>,
    at: Option<String>,
    does: bool,
}

impl PagePlace {
    fn read(label: Text, page: impl Into<String>) -> Self {
        Self { label, page: page.into(), asked: Vec::new(), at: None, does: false }
    }

    fn form(label: Text, page: impl Into<String>) -> Self {
        Self { does: true, ..Self::read(label, page) }
    }

    fn asking(mut self, name: &str, words: impl Into<String>) -> Self {
        self.asked.push((name.to_owned(), words.into()));
        self
    }

    fn at(mut self, place: impl Into<String>) -> Self {
        self.at = Some(place.into());
        self
    }

    fn way(self, desk: &Desk) -> PageWay {
        let asked: Vec<(&str, &str)> = self.asked.iter().map(|(name, words)| (name.as_str(), words.as_str())).collect();
        let at = self.at.map_or_else(String::new, |at| format!("#{at}"));
        PageWay { label: self.label, to: desk.link_asking(&self.page, &asked) + &at, does: self.does }
    }
}

/// The page that does what a command does; none where none does. `about` is the record of which it is said, which a verb of its kind is about
/// where the command names none.
pub(super) fn way(desk: &Desk, command: &CommandLine, about: Option<&str>) -> Option<PageWay> {
    place(command, about).map(|place| place.way(desk))
}

fn place(command: &CommandLine, about: Option<&str>) -> Option<PagePlace> {
    let parts = command.parts()?;
    let [CommandPart::Word(first), rest @ ..] = parts else { return None };
    let subject = command.subject(1).filter(|subject| !subject.contains(OPEN));
    let see = Text::fixed("查看", "see it");
    Some(match first.as_str() {
        "todo" => PagePlace::read(Text::fixed("待办", "to do"), TODO),
        "check" => PagePlace::read(Text::fixed("检查", "check"), CHECK),
        "explain" => PagePlace::read(Text::fixed("看要求", "see what is asked"), CHECK).at(subject?),
        "clause" => PagePlace::read(Text::fixed("看要求", "see what is asked"), CHECK),
        "search" => PagePlace::read(Text::fixed("查找", "search"), SEARCH),
        "deadlines" => PagePlace::read(Text::fixed("期限", "deadlines"), DEADLINES),
        "report" => PagePlace::read(Text::fixed("年报", "report"), REPORT),
        "sync" => PagePlace::read(Text::fixed("共享", "share"), SHARE),
        "doctor" | "whoami" => PagePlace::read(Text::fixed("本机情况", "this computer"), SHARE),
        "import" => PagePlace::form(Text::fixed("导入", "import"), IMPORT),
        "list" => listed(subject),
        "ledger" => {
            let topic = command.said("template").and_then(|topic| Topic::by_name(topic).ok())?;
            let label = topic.label();
            let (zh, en) = (label.zh(), label.en());
            PagePlace::read(tr!("{zh}空表"; "the empty sheet of {en}"), "ledger")
                .asking("kind", topic.id())
                .asking("template", "yes")
        }
        "show" | "answers" | "paper" => PagePlace::read(see, record_page(subject.or(about)?)),
        "draft" => PagePlace::read(see, record_page(&format!("drafts/{}", command.subject(2)?))),
        "amend" | "attach" if subject != Some("verify") => {
            let label = if first == "amend" { Text::fixed("更正、补充", "amend") } else { Text::fixed("附件", "attach") };
            PagePlace::form(label, first.as_str()).asking("record", subject.or(about)?)
        }
        "undo" => PagePlace::form(Text::fixed("撤回登记", "take it back"), "undo").asking("what", subject.unwrap_or_default()),
        "confirm" => verb_place(verb_called("respond", "confirm")?, &[], None).asking(&answer_field("to"), subject?),
        // What is the mechanism's own has no form.
        "edit" => {
            let path: RecordPath = subject?.parse().ok()?;
            path.kind()
                .is_written_over()
                .then(|| PagePlace::form(Text::fixed("更正、补充", "amend"), "amend").asking("record", path.to_string()))?
        }
        noun => {
            if let [CommandPart::Word(verb), rest @ ..] = rest {
                return Some(verb_place(verb_called(noun, verb)?, rest, about));
            }
            let noun = Noun::called(noun)?;
            PagePlace::read(Text::fixed(noun.zh, noun.name), NEW).at(noun.name)
        }
    })
}

fn record_page(record: &str) -> String {
    // The page of a part is that of its record.
    format!("record/{}", record.split('#').next().unwrap_or_default())
}

fn listed(kind: Option<&str>) -> PagePlace {
    let Some(kind) = kind else { return PagePlace::read(Text::fixed("记录", "records"), RECORDS) };
    match Kind::by_name(kind) {
        Ok(Kind::Mine) => PagePlace::read(Text::fixed("矿山", "mines"), MINES),
        Ok(kind) => {
            let label = kind.label();
            let (zh, en) = (label.zh(), label.en());
            PagePlace::read(tr!("{zh}列表"; "the list of {en} records"), RECORDS).asking("kind", kind.folder())
        }
        Err(_) => PagePlace::read(Text::fixed("督办事项", "tasks"), RECORDS).asking("kind", "tasks"),
    }
}

/// The form of a verb, with what is typed behind its options; what is left for people to say is left to them.
fn verb_place((noun, verb): (&'static Noun, &'static Verb), typed: &[CommandPart], about: Option<&str>) -> PagePlace {
    let kind = noun.kind_of(verb);
    let keys = fields(kind, verb.act);
    let named = |name: &str| match keys.iter().find(|field| option_name(field) == name) {
        Some(field) => Some(answer_field(field.key)),
        None => ["as", "for", "source", "from"].contains(&name).then(|| name.to_owned()),
    };
    let (zh, en, verb_zh, verb_en) = (noun.zh, noun.name, verb.zh, verb.name);
    let mut place = PagePlace::form(tr!("{zh} {verb_zh}"; "{en} {verb_en}"), format!("{NEW}/{}/{}", noun.name, verb.name));
    let mut is_named = false;
    for part in typed {
        let (name, words) = match part {
            CommandPart::Word(word) if subject(kind, verb.act).is_some() => (Some(answer_field(SUBJECT)), word.as_str()),
            CommandPart::Word(_) => (None, ""),
            CommandPart::Option(name, words) => (named(name), words.as_deref().unwrap_or("是")),
        };
        if let Some(name) = name.filter(|_| !words.contains(OPEN)) {
            is_named |= matches!(part, CommandPart::Word(_));
            place = place.asking(&name, words);
        }
    }
    let is_of_it = |record: &&str| record.parse::<RecordPath>().is_ok_and(|path| path.kind() == kind);
    match about.filter(is_of_it).filter(|_| !is_named && subject(kind, verb.act).is_some() && !matches!(verb.act, Act::New)) {
        Some(record) => place.asking(&format!("{ANSWER}{SUBJECT}"), record),
        None => place,
    }
}

/// What is said, with a link where a terminal would print a command.
pub(super) fn said(desk: &Desk, saying: &Telling) -> Markup {
    said_of(desk, saying, None)
}

/// The same of a record, which what comes next is about.
pub(super) fn said_of(desk: &Desk, saying: &Telling, about: Option<&str>) -> Markup {
    html! {
        @for piece in saying.pieces() {
            @match piece {
                SaidPiece::Words(words) => (clean_lines(words.get(desk.lang))),
                SaidPiece::Typed(_) => {},
                SaidPiece::Field(field) => (desk.say(&field.label)),
                SaidPiece::Command(command) | SaidPiece::Named(command) => @match way(desk, command, about) {
                    Some(way) => a href=(way.to) { (desk.say(&way.label)) },
                    None => code { (clean(&command.to_string())) },
                },
            }
        }
    }
}

/// The button that leads to what a command does; the command itself where no page does it.
pub(super) fn to_do(desk: &Desk, command: Option<&CommandLine>) -> Markup {
    html! {
        @if let Some(command) = command {
            @match way(desk, command, None) {
                Some(way) => ul.acts { li { a.button href=(way.to) {
                    @if way.does { (desk.fixed("去办", "do it")) } @else { (desk.say(&way.label)) }
                } } },
                None => p.faint { (desk.fixed("在终端里运行 ", "in a terminal: ")) code { (clean(&command.to_string())) } },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(command: &CommandLine, about: Option<&str>) -> Option<String> {
        let place = place(command, about)?;
        let asked: Vec<String> = place.asked.iter().map(|(name, words)| format!(" {name}={words}")).collect();
        Some(format!("{}{}", place.page, asked.concat()))
    }

    #[test]
    fn a_command_becomes_its_form() {
        let rectify = CommandLine::new("hazard rectify").about("hazards/2025/yingji/001").open("due").option("plan", "先 停");
        let form = told(&rectify.option("as", "应急"), None);
        assert_eq!(form.as_deref(), Some("new/hazard/rectify q.record=hazards/2025/yingji/001 q.plan=先 停 as=应急"));
        let form = told(&CommandLine::new("respond received").option("to", "notices/2025/gongan/001"), None);
        assert_eq!(form.as_deref(), Some("new/respond/received q.to=notices/2025/gongan/001"));
        let take = CommandLine::new("hazard take").option("origin", "enforcements/2025/anweiban/001#1").switch("major");
        let form = told(&take, None);
        assert_eq!(form.as_deref(), Some("new/hazard/take q.from=enforcements/2025/anweiban/001#1 q.major=是"));
        let amend = CommandLine::new("amend").about("notices/2025/gongan/001").option("set", "title=…");
        assert_eq!(told(&amend, None).as_deref(), Some("amend record=notices/2025/gongan/001"));
    }

    #[test]
    fn what_comes_next_is_about_the_record_where_it_can_be() {
        let about = Some("hazards/2026/yingji/001");
        let form = told(&CommandLine::new("hazard rectify"), about);
        assert_eq!(form.as_deref(), Some("new/hazard/rectify q.record=hazards/2026/yingji/001"));
        assert_eq!(told(&CommandLine::new("notice new"), about).as_deref(), Some("new/notice/new"));
        assert_eq!(told(&CommandLine::new("task accept"), about).as_deref(), Some("new/task/accept"));
    }

    #[test]
    fn what_is_read_has_a_page() {
        let pages = [
            (CommandLine::new("todo"), "todo"),
            (CommandLine::new("list"), "records"),
            (CommandLine::new("list").about("hazards"), "records kind=hazards"),
            (CommandLine::new("list").about("督办"), "records kind=tasks"),
            (CommandLine::new("show").about("meetings/2025/anweiban/001#2"), "record/meetings/2025/anweiban/001"),
            (CommandLine::new("draft show").about("notices-1"), "record/drafts/notices-1"),
            (CommandLine::new("respond"), "new"),
            (CommandLine::new("edit").about("people/gongan"), "amend record=people/gongan"),
        ];
        for (command, page) in pages {
            assert_eq!(told(&command, None).as_deref(), Some(page), "{command}");
        }
    }

    #[test]
    fn what_is_no_page_is_none() {
        let commands = [
            CommandLine::git("push"),
            CommandLine::new("resolve"),
            CommandLine::new("edit").about("settings"),
            CommandLine::new("unit merge").about("甲"),
            CommandLine::new("attach verify"),
        ];
        for command in commands {
            assert_eq!(told(&command, None), None, "{command}");
        }
    }
}
