//! Words that are said once and for all: whoever signed for a notice has it, and signs for nothing by signing again.

use super::{FileRequest, Register, Result};
use crate::model::{Day, FactsIndex, Kind, Record, RecordPath, Reference, ResponseKind, UnitId};
use crate::ops::verbs::Preset;
use crate::report::Named;
use crate::store::facts::facts_of_folder;
use crate::store::load_record;
use crate::text::Text;
use crate::tr;

/// What a unit said so far by a word of that kind.
pub(super) struct OnceSaid<'a> {
    register: &'a Register,
    owner: &'a UnitId,
    kind: ResponseKind,
    index: FactsIndex,
}

/// A word that was said before.
pub(super) struct EarlierWord {
    path: RecordPath,
    on: Day,
}

impl<'a> OnceSaid<'a> {
    /// What was said by the word that is to be filed; none of what may be said as often as somebody likes.
    ///
    /// # Errors
    /// The register cannot be read.
    pub(super) fn of(register: &'a Register, request: &FileRequest, owner: &'a UnitId) -> Result<Option<Self>> {
        const ONCE: [ResponseKind; 4] =
            [ResponseKind::Received, ResponseKind::Cosigned, ResponseKind::Confirmed, ResponseKind::TakenOver];
        let says = |kind: &ResponseKind| {
            let word = kind.word().id;
            request
                .verb
                .preset
                .iter()
                .any(|(key, preset)| *key == "kind" && matches!(preset, Preset::Says(said) if *said == word))
        };
        let Some(kind) = ONCE.into_iter().find(says).filter(|_| request.kind == Kind::Response) else { return Ok(None) };
        let index = facts_of_folder(&register.root, &register.known.mechanism, &register.facts)?;
        Ok(Some(Self { register, owner, kind, index }))
    }

    /// The word that was said of a record before.
    pub(super) fn earlier(&self, of: &RecordPath) -> Option<EarlierWord> {
        self.earlier_on(&Reference::whole(of.clone()))
    }

    /// The same of a part of one.
    pub(super) fn earlier_on(&self, to: &Reference) -> Option<EarlierWord> {
        let own = self.index.citing(&to.record).into_keys().filter(|path| path.kind() == Kind::Response);
        own.filter(|path| path.owner() == Some(self.owner)).find_map(|path| {
            let Record::Response(word) = load_record(&self.register.source, path).ok()?? else { return None };
            (word.kind == self.kind && word.to.as_ref() == Some(to)).then(|| EarlierWord { path: path.clone(), on: word.on })
        })
    }
}

impl EarlierWord {
    /// That it was said already.
    pub(super) fn told(&self, register: &Register) -> Text {
        let (title, on) = (Named::of_record(&self.path, &register.mechanism).title, self.on);
        let (zh, en) = (title.zh(), title.en());
        tr!(
            "本单位已于 {on} 登记过同样的回应（{zh}），再登记一次不增加什么";
            "this unit said the same on {on} ({en}): once more adds nothing"
        )
    }
}
