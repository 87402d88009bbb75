//! A verb on a terminal that was not told what it needs: asks for it, one question a line, shows the record as it will read, and files it once
//! that is said to be so. Answers are understood as options are.

use std::io::Write as _;

use super::print::filing_reply_as;
use super::prompt::{BACK, OfferedLines, Prompt, Said};
use crate::cli::Reply;
use crate::cli::keyboard::{LineQuestion, LineTyped, drop_typed_ahead};
use crate::cli::session::Session;
use crate::model::field::{Field, Shape, yes_or_no};
use crate::ops::{
    self, AnswerForm, DraftFolder, FileRequest, FilingOutcome, KeptAside, OfferedAnswer, Register, SUBJECT, VerbQuestion,
};
use crate::render;
use crate::text::{Lang, Text, clean};
use crate::tr;

/// The unit that files, as whoever sits there says it; none where they leave.
pub(super) fn acting_unit(register: &Register, session: &Session) -> anyhow::Result<Option<String>> {
    let (question, options) = (ops::unit_question(), session.options);
    let choices = OfferedLines::new(&ops::filing_units(register), &question, options.lang);
    let prompt = Prompt { question: &question, choices, before: None, options };
    let known = |unit: &str| register.acting(Some(unit)).map(|_| unit.to_owned()).map_err(|why| why.said());
    Ok(match prompt.ask(&known)? {
        Said::Answer(unit) => Some(unit),
        Said::Nothing | Said::Back | Said::Leave(_) => None,
    })
}

/// That somebody left before anything was said that could be kept.
pub(super) fn nothing_filed(session: &Session) -> Reply {
    let nothing = Text::fixed("没有登记\n", "nothing was filed\n");
    Reply { err: nothing.get(session.options.lang).as_bytes().to_vec(), code: 2, ..Reply::default() }
}

/// A question that was asked, and how somebody went on.
struct AskedQuestion {
    question: VerbQuestion,
    /// None where what is taken without an answer was left to be.
    answer: Option<String>,
}

/// What was said so far.
struct Dialogue<'a> {
    register: &'a Register,
    session: &'a Session,
    request: FileRequest,
    asked: Vec<AskedQuestion>,
    /// Whether it was said what the record is about before anything was asked: what that leaves out as no is seen with the record.
    is_begun: bool,
}

/// How it goes on after the record was shown.
enum Conclusion {
    File,
    Leave,
    Back,
    Change(Box<VerbQuestion>),
}

/// Asks for what is missing, and files.
pub(super) fn hold(register: &Register, request: FileRequest, session: &Session) -> anyhow::Result<Reply> {
    ops::understand_all(register, &request)?;
    let request = ops::with_draft_as_it_is(register, taken_up(register, request)?)?;
    let is_text = |field: &Field| field.required && matches!(field.shape, Shape::Prose);
    let is_begun = request.given.is_none() && request.typed.iter().any(|(field, _)| is_text(field));
    let mut dialogue = Dialogue { register, session, request, asked: Vec::new(), is_begun };
    let about = &dialogue.request.verb.about;
    let (zh, en) = (about.zh(), about.en());
    dialogue.say(&tr!(
        "{zh}。回车取括号里的值或跳过，Esc 退回上一问，Ctrl-C 存为草稿离开\n";
        "{en}. Enter takes what stands in brackets or passes on, Esc goes one question back, Ctrl-C leaves and keeps a draft\n"
    ))?;
    if let Some(held) = register.held_by_others() {
        let (zh, en) = (held.zh(), held.en());
        dialogue.say(
            &tr!("{zh}（可以先答，登记前再等）\n"; "{en} (answer meanwhile: it is waited for before anything is filed)\n"),
        )?;
    }
    dialogue.run().or_else(|why| dialogue.broken_off(&why))
}

/// The same with what a draft says as answers, each of which can be said anew.
fn taken_up(register: &Register, request: FileRequest) -> anyhow::Result<FileRequest> {
    let drafts = DraftFolder::in_register(&register.root);
    let draft = request.given.as_ref().and_then(|given| drafts.name_in_path(&given.name));
    // The draft that the verb is about says by itself what it says.
    let Some(draft) = draft.filter(|draft| register.resolver().draft(&request.record).as_ref() != Some(draft)) else {
        return Ok(request);
    };
    let is_typed = |request: &FileRequest, key: &str| request.typed.iter().any(|(field, _)| field.key == key);
    let (request, said) = ops::take_up(register, request, &draft)?;
    let answered = |request: FileRequest, (key, words): (&String, &Vec<String>)| match &words[..] {
        _ if is_typed(&request, key) => request,
        [one] => request.answered(key, Some(one)),
        several => request.with(key, &several.iter().map(String::as_str).collect::<Vec<_>>()),
    };
    Ok(said.iter().fold(request, answered))
}

impl Dialogue<'_> {
    fn run(&mut self) -> anyhow::Result<Reply> {
        loop {
            let Some(next) = self.open()?.into_iter().find(|question| question.is_usual && !self.is_seen_as_no(question)) else {
                if !self.waits_for_others()? {
                    return self.leave();
                }
                if self.request.dry_run {
                    let outcome = ops::file(self.register, &self.request);
                    ops::forget_aside(self.register, &self.request);
                    return Ok(filing_reply_as(&outcome?, false, self.session.options));
                }
                match self.conclude()? {
                    Conclusion::File => {
                        if !self.waits_for_others()? {
                            return self.leave();
                        }
                        // What was said stays where it is kept until it is filed: others may hold the lock for long.
                        let mut outcome = ops::file(self.register, &self.request)?;
                        if let FilingOutcome::Filed(receipt) = &mut outcome {
                            // It was on the screen a moment ago.
                            receipt.taken.clear();
                        }
                        return Ok(filing_reply_as(&outcome, false, self.session.options));
                    }
                    Conclusion::Leave => return self.leave(),
                    Conclusion::Back => {
                        if !self.back()? {
                            return self.leave();
                        }
                    }
                    Conclusion::Change(question) => {
                        if !self.change(*question)? {
                            return self.leave();
                        }
                    }
                }
                continue;
            };
            let choices = self.choices(&next);
            // Without any, what is asked for may still be written; where they could not be read, nobody knows that there is none.
            if let Some(nothing) = choices.as_ref().ok().and_then(|choices| ops::nothing_to_choose(&self.request, &next, choices))
            {
                return Ok(self.nothing_open(&nothing.on_terminal()));
            }
            match self.ask(&next, None, &choices.unwrap_or_default())? {
                Said::Answer(answer) => self.note(next, Some(answer)),
                Said::Nothing => self.note(next, None),
                Said::Leave(answer) => {
                    self.note(next, answer);
                    return self.leave();
                }
                Said::Back => {
                    if !self.back()? {
                        return self.leave();
                    }
                }
            }
        }
    }

    /// What was neither asked nor said yet.
    fn open(&self) -> anyhow::Result<Vec<VerbQuestion>> {
        let mut open = ops::questions(self.register, &self.request)?;
        open.retain(|question| self.asked.iter().all(|asked| asked.question.key != question.key));
        Ok(open)
    }

    /// Whether it is a yes or no that is left out as no, and is seen so with the record.
    fn is_seen_as_no(&self, question: &VerbQuestion) -> bool {
        self.is_begun && question.form == AnswerForm::YesNo && !question.is_required && question.preset.is_none()
    }

    /// What is left out as no, to be said otherwise before it is filed; nothing where all was asked.
    fn left_as_no(&self) -> anyhow::Result<Text> {
        let open = self.open()?.into_iter().filter(|question| question.is_usual && self.is_seen_as_no(question));
        let labels: Vec<Text> = open.map(|question| question.label).collect();
        if labels.is_empty() {
            return Ok(Text::default());
        }
        let labels = Text::join(&labels, "、", ", ");
        let (zh, en) = (labels.zh(), labels.en());
        Ok(
            tr!("没有写，按“否”登记：{zh}；是的，在下面写它的名称\n"; "not said, and filed as no: {en}; where it is so, write its name below\n"),
        )
    }

    fn choices(&self, question: &VerbQuestion) -> ops::Result<Vec<OfferedAnswer>> {
        let environment = self.session.environment();
        let choices = ops::choices(self.register, &self.request, question.key, &environment);
        environment.progress.rest();
        choices
    }

    fn ask_again(&self, question: &VerbQuestion, before: Option<&str>) -> anyhow::Result<Said> {
        self.ask(question, before, &self.choices(question).unwrap_or_default())
    }

    fn ask(&self, question: &VerbQuestion, before: Option<&str>, choices: &[OfferedAnswer]) -> anyhow::Result<Said> {
        let options = self.session.options;
        let prompt = Prompt { question, choices: OfferedLines::new(choices, question, options.lang), before, options };
        prompt.ask(&|answer| ops::understand(self.register, &self.request, question.key, answer).map_err(|why| why.said()))
    }

    fn note(&mut self, question: VerbQuestion, answer: Option<String>) {
        self.request = self.request.clone().answered(question.key, answer.as_deref());
        if question.key == SUBJECT
            && let Ok(request) = ops::with_draft_as_it_is(self.register, self.request.clone())
        {
            self.request = request;
        }
        self.asked.push(AskedQuestion { question, answer });
        // Whoever closes the window in between loses nothing. A disk that takes no draft now is told of when one is to be kept for good.
        if let Ok(Some(KeptAside::Own(aside))) = ops::keep_aside(self.register, &self.request) {
            self.request.aside = Some(aside);
        }
    }

    fn unsay(&mut self, key: &str) {
        if key == SUBJECT {
            ops::put_draft_back(self.register, &self.request);
        }
        self.request = self.request.clone().answered(key, None);
    }

    /// Asks the last question again; before the first there is none. Says whether somebody is still there.
    fn back(&mut self) -> anyhow::Result<bool> {
        loop {
            let Some(AskedQuestion { question, answer }) = self.asked.pop() else {
                self.say(&Text::fixed("这是第一问\n", "this is the first question\n"))?;
                return Ok(true);
            };
            self.unsay(question.key);
            // What could be answered may have changed with what was said before it.
            let Some(question) = self.open()?.into_iter().find(|open| open.key == question.key) else { continue };
            match self.ask_again(&question, answer.as_deref())? {
                Said::Answer(answer) => self.note(question, Some(answer)),
                Said::Nothing => self.note(question, None),
                Said::Leave(said) => {
                    self.note(question, said.or(answer));
                    return Ok(false);
                }
                Said::Back => continue,
            }
            return Ok(true);
        }
    }

    /// Asks one question again, or one that was not asked. Says whether somebody is still there.
    fn change(&mut self, question: VerbQuestion) -> anyhow::Result<bool> {
        let typed = self.request.typed.iter().find(|(field, _)| field.key == question.key).cloned();
        let before = typed.map(|(_, words)| if words.is_empty() { "是".to_owned() } else { words.join("、") });
        self.asked.retain(|asked| asked.question.key != question.key);
        self.unsay(question.key);
        let said = self.ask_again(&question, before.as_deref())?;
        let is_there = !matches!(said, Said::Leave(_));
        match said {
            Said::Answer(answer) | Said::Leave(Some(answer)) => self.note(question, Some(answer)),
            Said::Nothing => self.note(question, None),
            Said::Back | Said::Leave(None) => self.note(question, before),
        }
        Ok(is_there)
    }

    /// Waits until nobody else files here: what would be refused for that alone is no fault of anything that was said. Says whether somebody is
    /// still there.
    fn waits_for_others(&self) -> anyhow::Result<bool> {
        let lang = self.session.options.lang;
        let question = Text::fixed("现在登记不了。再试？（是/否）", "It cannot be filed now. Try again? (yes/no)");
        let help = Text::fixed("否：存为草稿离开", "no: leave and keep a draft");
        let yes = Text::yes_or_no(true);
        while let Some(held) = self.register.held_by_others() {
            self.say(&Text::join([&held, &Text::same("\n")], "", ""))?;
            drop_typed_ahead()?;
            let asked =
                LineQuestion { usual: Some(yes.get(lang)), help: help.get(lang), ..LineQuestion::new(question.get(lang)) };
            match asked.ask(self.session.options)? {
                LineTyped::Line(typed) if yes_or_no(typed.trim()) != Some(false) => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Shows the record and asks whether it is so.
    fn conclude(&self) -> anyhow::Result<Conclusion> {
        let options = self.session.options;
        let trial = FileRequest { dry_run: true, ..self.request.clone() };
        let outcome = ops::file(self.register, &trial);
        self.session.environment().progress.rest();
        let file = Text::fixed("登记？（是/否）", "File it? (yes/no)");
        let (shown, question) = match outcome {
            Ok(FilingOutcome::Preview(receipt)) if receipt.waits => {
                let keep = Text::fixed("还没有审核，存为草稿？（是/否）", "It is not reviewed yet. Keep it as a draft? (yes/no)");
                (render::proposal(&receipt, options), Some(keep))
            }
            Ok(FilingOutcome::Preview(receipt)) => (render::proposal(&receipt, options), Some(file)),
            Ok(outcome) => (text_of(&filing_reply_as(&outcome, false, options)), None),
            Err(why) => (render::failed(&why, options), None),
        };
        self.say(&Text::same(shown))?;
        self.say(&self.left_as_no()?)?;
        self.verdict(question)
    }

    /// Asks the last question; none is there where nothing can be filed yet.
    fn verdict(&self, question: Option<Text>) -> anyhow::Result<Conclusion> {
        let may_file = question.is_some();
        let lang = self.session.options.lang;
        // Also what was typed behind options can be said anew.
        let untold = FileRequest { typed: Vec::new(), ..self.request.clone() };
        let changeable = ops::questions(self.register, &untold)?;
        let question =
            question.unwrap_or(Text::fixed("还不能登记，改哪一项？", "It cannot be filed yet. What is to be changed?"));
        let help = Text::fixed(
            "要改哪一项就写它的名称；否：存为草稿离开；Esc 上一步",
            "write the name of what is to be changed; no: leave and keep a draft; Esc: one back",
        );
        let yes = Text::yes_or_no(true);
        drop_typed_ahead()?;
        loop {
            let asked = LineQuestion {
                usual: may_file.then_some(yes.get(lang)),
                help: help.get(lang),
                ..LineQuestion::new(question.get(lang))
            };
            let typed = match asked.ask(self.session.options)? {
                LineTyped::Line(typed) => typed.trim().to_lowercase(),
                LineTyped::Back => return Ok(Conclusion::Back),
                LineTyped::Leave => return Ok(Conclusion::Leave),
            };
            match typed.as_str() {
                "" | "是" | "y" | "yes" | "登记" if may_file => return Ok(Conclusion::File),
                "否" | "n" | "no" => return Ok(Conclusion::Leave),
                typed if BACK.contains(&typed) => return Ok(Conclusion::Back),
                "" => {}
                typed => {
                    if let Some(question) = called(typed, &changeable, lang) {
                        return Ok(Conclusion::Change(Box::new(question.clone())));
                    }
                    let labels = Text::join(changeable.iter().map(|question| &question.label), "、", ", ");
                    let (shown, zh, en) = (clean(typed).into_owned(), labels.zh(), labels.en());
                    self.say(&tr!(
                        "没有“{shown}”这一项，可改的有：{zh}\n";
                        "there is no \"{shown}\" here; what can be changed: {en}\n"
                    ))?;
                }
            }
        }
    }

    /// It could not be gone on with: what was said is kept all the same.
    fn broken_off(&self, why: &anyhow::Error) -> anyhow::Result<Reply> {
        let mut reply = self.leave()?;
        let said = crate::cli::failure(why, self.session.options);
        reply.err = [said.err, reply.err].concat();
        Ok(reply)
    }

    /// Nothing can be filed, and nothing was said that would be lost.
    fn nothing_open(&self, why: &Text) -> Reply {
        Reply { err: format!("{}\n", why.get(self.session.options.lang)).into_bytes(), code: 2, ..Reply::default() }
    }

    /// Nothing is filed; what was said is kept.
    fn leave(&self) -> anyhow::Result<Reply> {
        let options = self.session.options;
        let mut reply = nothing_filed(self.session);
        match ops::keep_typed(self.register, &self.request)? {
            Some(kept) => reply.err.extend(render::draft_kept(&kept, options).into_bytes()),
            None => ops::forget_aside(self.register, &self.request),
        }
        Ok(reply)
    }

    fn say(&self, what: &Text) -> std::io::Result<()> {
        let mut screen = std::io::stderr();
        screen.write_all(what.get(self.session.options.lang).as_bytes()).and_then(|()| screen.flush())
    }
}

/// The question of that name or key, or the only one whose name holds what was typed.
fn called<'a>(typed: &str, questions: &'a [VerbQuestion], lang: Lang) -> Option<&'a VerbQuestion> {
    let label = |question: &VerbQuestion| question.label.get(lang).to_lowercase();
    let exact = questions.iter().find(|question| label(question) == typed || question.key == typed);
    let mut parts = questions.iter().filter(|question| label(question).contains(typed));
    exact.or_else(|| parts.next().filter(|_| parts.next().is_none()))
}

fn text_of(reply: &Reply) -> String {
    String::from_utf8_lossy(&[&reply.out[..], &reply.err[..]].concat()).into_owned()
}
