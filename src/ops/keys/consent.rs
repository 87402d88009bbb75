//! A change of keys that takes two people of the office: one writes it down, another consents to it, one of them files it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::git::{History, Id};
use crate::model::{Comments, Kind, Record, RecordPath};
use crate::ops::announced::describe;
use crate::ops::hands::with_consents;
use crate::ops::proposal::{RecordDraft, read};
use crate::ops::{FilingOutcome, GivenText, PlannedCommit, Register, Result};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{self, HandsFault, KeysChange, KeysRequest, Roster};

/// A change of keys to consent to.
#[derive(Debug, Clone)]
pub struct ConsentRequest {
    /// The request that another person of the office wrote.
    pub request: GivenText,
    /// Whether it is consented to; else it is only shown.
    pub consents: bool,
}

/// What it would change, and whether that was consented to.
#[derive(Debug, Serialize)]
pub struct ConsentOutcome {
    /// What changes, each in a sentence.
    pub what: Vec<Text>,
    /// The request with the consent in it; none where it was only shown.
    #[serde(skip)]
    pub text: Option<String>,
}

/// A request, and the change that it is where it is filed.
struct AskedChange {
    request: KeysRequest,
    parent: Id,
    before: Roster,
    after: Roster,
}

impl AskedChange {
    /// The change that a request asks for in this register.
    fn read(register: &Register, given: &GivenText) -> Result<Self> {
        let shown = clean(&given.name).into_owned();
        let request: KeysRequest = toml::from_str(&given.text).map_err(|_| {
            tr!("{shown} 不是密钥变更请求；请用 key add 等命令的 --ask 重新写一份"; "{shown} is no request to change keys; have it made anew with --ask")
        })?;
        if !request.is_for(register.mechanism.file.register) {
            return Err(tr!("{shown} 是为另一个台账写的"; "{shown} was written for another register").into());
        }
        let history = History::open(&register.root)?;
        let missing = || {
            tr!(
                "本机没有 {shown} 所接续的那次提交；请两边都先 liandong sync，再由对方重新写一份";
                "the commit on which {shown} builds is not here; let both synchronise with liandong sync, then have it made anew"
            )
        };
        let parent = history.find(&request.after)?.filter(|id| id.to_string() == request.after).ok_or_else(missing)?;
        let head = history.head()?.1.ok_or_else(missing)?;
        if head != parent && !history.is_descendant(head, parent)? {
            return Err(missing().into());
        }
        let before = Roster::at(&history, parent)?.ok_or_else(missing)?;
        let after = request.files()?.into_iter().fold(before.clone(), |roster, (unit, file)| {
            roster.with(&RecordPath::OfUnit(Kind::Keys, unit), Some(&Record::Keys(Box::new(file))))
        });
        Ok(Self { request, parent, before, after })
    }

    fn change(&self) -> KeysChange<'_> {
        KeysChange { parent: self.parent, before: Some(&self.before), after: &self.after }
    }
}

/// Shows a change of keys that another person of the office asked for, or consents to it.
///
/// # Errors
/// It is no such request or none for this register, builds on what is not here, or this clone's key is no other person's of the office.
pub fn consent(register: &Register, asked: &ConsentRequest) -> Result<ConsentOutcome> {
    let mut change = AskedChange::read(register, &asked.request)?;
    let what = trust::changes_of_keys(&change.before, &change.after);
    let what = what.iter().map(|one| describe(one, &register.mechanism)).collect();
    if !asked.consents {
        return Ok(ConsentOutcome { what, text: None });
    }
    let signing = register.signing()?.ok_or_else(no_hand)?;
    if !change.before.is_hand(&signing.key, register.today()) {
        return Err(no_hand().into());
    }
    let statement = change.change().statement().ok_or_else(|| HandsFault::Unnamed.describe())?;
    let consent = statement.sign(signing)?;
    let text = with_consents(&change.request, register, |file| {
        file.consent.retain(|other| statement.consenting(other).is_some() && other.by != consent.by);
        file.consent.push(consent);
    })?;
    change.request.keys.insert(register.mechanism.office().to_string(), text);
    let text = toml::to_string(&change.request).map_err(|_| Text::fixed("同意没有写成", "the consent was not written"))?;
    Ok(ConsentOutcome { what, text: Some(text) })
}

fn no_hand() -> Text {
    Text::fixed(
        "本机的密钥不是办公室在用的密钥，不能表示同意；请由办公室的另一个人在自己的电脑上同意",
        "the key of this clone is no key of the office in force, and its consent would not count; let another person of the office consent on a clone of their own",
    )
}

/// Files a change of keys to which another person of the office consented.
///
/// # Errors
/// It is no such request, something was filed since it was written, or nothing can be filed here.
pub fn file_consented(register: &Register, given: &GivenText, dry_run: bool) -> Result<FilingOutcome> {
    register.require_acting(None, register.mechanism.office())?;
    let asked = AskedChange::read(register, given)?;
    let next = Text::fixed("用 liandong sync 送出", "send it with liandong sync");
    PlannedCommit::new(register, Text::fixed("两人同意的密钥变更", "Change keys with two hands"), dry_run).then(next).make(|locked| {
        if locked.head()? != Some(asked.parent) {
            return Err(Text::fixed(
                "写请求以后这里又登记或收取过，同意不再适用；请用 --ask 重新写一份，再请对方同意",
                "something was filed or taken here since the request was written, and the consent is to another state; write it anew with --ask and have it consented to again",
            )
            .into());
        }
        let files: BTreeMap<_, _> = asked.request.files()?;
        let mut drafts = Vec::new();
        for (unit, file) in files {
            let comments = Comments::from_text(asked.request.keys.get(unit.as_str()).map(String::as_str).unwrap_or_default());
            let path = RecordPath::OfUnit(Kind::Keys, unit);
            let (before, text) = (locked.bytes(&path)?, Record::Keys(Box::new(file)).write(&comments));
            drafts.push(RecordDraft {
                target: path.into(),
                before,
                text,
                comments,
                reason: None,
                mends_unreadable: false,
            });
        }
        drafts.retain(|draft| draft.before.as_deref() != Some(draft.text.as_bytes()));
        read(register, locked, drafts, &Kind::Keys.label())
    })
}
