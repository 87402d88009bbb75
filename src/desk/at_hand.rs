//! What all pages share: the register, opened anew for each of them, the language, and the forms that were given out.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use super::answers::PostedAnswers;
use super::form::KeptOfForms;
use super::link;
use super::secret::Drawn;
use super::tokens::FormTokens;
use crate::ops::{Environment, Register, Result};
use crate::store::{RecordMemory, Source};
use crate::text::{Lang, Text, clean};
use crate::tr;

/// What whoever opens a desk gives to it.
pub struct DeskSetup {
    /// The language of its pages.
    pub lang: Lang,
    /// The register's folder, looked at anew each time it is asked for.
    pub source: Box<dyn Fn() -> Source + Send + Sync>,
    /// What the world outside gives to operations, at that moment.
    pub environment: Box<dyn Fn() -> Environment<'static> + Send + Sync>,
    /// After how long without a request it ends.
    pub idle: Duration,
}

/// How long a form may be sat over, whatever is said of the time without a request.
const FORMS_STAY: Duration = Duration::from_hours(4);

/// The desk as its pages see it.
pub(super) struct Desk {
    pub(super) lang: Lang,
    /// The forms that were given out, and what came of them.
    pub(super) tokens: FormTokens,
    /// Those of exchanges, which wait for a network: nobody who files waits with them.
    pub(super) exchanges: FormTokens,
    /// What they left behind.
    pub(super) kept: KeptOfForms,
    /// What was answered to what was sent.
    pub(super) answers: PostedAnswers,
    /// What was read of the register before.
    records: RecordMemory,
    setup: DeskSetup,
    /// The secret part of the path that every address begins with.
    base: Drawn,
}

/// How handlers are given it.
pub(super) type AtHand = Arc<Desk>;

impl Desk {
    pub(super) fn new(setup: DeskSetup, base: Drawn) -> Self {
        Self {
            lang: setup.lang,
            tokens: FormTokens::default(),
            exchanges: FormTokens::default(),
            kept: KeptOfForms::default(),
            answers: PostedAnswers::default(),
            records: RecordMemory::new(),
            setup,
            base,
        }
    }

    /// After how long without a request it ends.
    pub(super) fn idle(&self) -> Duration {
        self.setup.idle
    }

    /// How long it stays at least once a form was given out: nothing is heard of somebody who types.
    pub(super) fn stays(&self) -> Duration {
        self.setup.idle.max(FORMS_STAY)
    }

    /// Whether somebody may still sit over a form.
    pub(super) fn has_open_form(&self) -> bool {
        self.tokens.is_open_since(self.stays())
    }

    /// The register as it is now.
    pub(super) fn source(&self) -> Source {
        (self.setup.source)()
    }

    /// The world outside as it is now.
    pub(super) fn environment(&self) -> Environment<'static> {
        Environment { records: self.records.clone(), ..(self.setup.environment)() }
    }

    /// The register to file into, as it is now.
    ///
    /// # Errors
    /// It cannot be read, or is no folder.
    pub(super) fn register(&self) -> Result<Register> {
        match self.source().root() {
            Some(root) => Register::open(root, &self.environment()),
            None => Err(Text::fixed("这里没有台账", "there is no register here").into()),
        }
    }

    /// The address of a page of this desk: `record/hazards/2025/yingji/001`; the first page where nothing is named.
    pub(super) fn link(&self, page: &str) -> String {
        format!("/{}/{}", self.base.words(), link::encoded(page))
    }

    /// The same with what it is asked.
    pub(super) fn link_asking(&self, page: &str, asked: &[(&str, &str)]) -> String {
        self.link(page) + &link::query(asked)
    }

    /// Words in the reader's language, on one line.
    pub(super) fn say<'t>(&self, words: &'t Text) -> Cow<'t, str> {
        clean(words.get(self.lang))
    }

    /// The same of words known when the program is written.
    pub(super) const fn fixed(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Words with how many there are.
    pub(super) fn count(&self, words: &Text, count: usize) -> String {
        let (zh, en) = (words.zh(), words.en());
        tr!("{zh}（{count}）"; "{en} ({count})").get(self.lang).to_owned()
    }
}

/// A desk upon no register.
#[cfg(test)]
pub(super) fn example() -> Desk {
    let nobody: &'static crate::ops::Unwatched = Box::leak(Box::default());
    let now = "2026-01-15T01:00:00Z".parse().expect("a moment");
    let setup = DeskSetup {
        lang: Lang::Zh,
        source: Box::new(|| Source::Shipped),
        environment: Box::new(move || Environment::unattended(now, nobody)),
        idle: Duration::from_hours(1),
    };
    Desk::new(setup, Drawn::draw().expect("a lot"))
}
