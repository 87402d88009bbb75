//! A register to file into, and who files.

use chrono::{DateTime, FixedOffset};

use super::loaded::{mechanism, newer_format};
use super::redirected_drafts::redirect_left_behind;
use super::signing_unit::signing_unit;
use super::{Environment, Result};
use crate::git::{Disk, History, Refused, RegisterFolder, Sign, Workspace};
use crate::model::{Day, Mechanism, UnitId};
use crate::report::Viewer;
use crate::store::facts::FactsCache;
use crate::store::{self, Loaded, Source};
use crate::text::{Telling, Text};
use crate::tr;
use crate::trust::{self, Roster, Signing};

/// Where git's configuration of a clone says for which unit it files.
pub const JOINED_UNIT: &str = "liandong.unit";

/// Under which name a clone of the office remembers that it was told of a missing recovery key.
const TOLD_OF_RECOVERY: &str = "told-of-recovery";

/// A register to file into. What happened is not read.
pub struct Register {
    /// Its folder.
    pub root: RegisterFolder,
    /// The same, to be read from.
    pub source: Source,
    /// Everything but what happened.
    pub known: Loaded,
    /// What the register knows of itself.
    pub mechanism: Mechanism,
    /// This moment in the register's zone.
    pub now: DateTime<FixedOffset>,
    /// Where facts of its records are kept between runs.
    pub(super) facts: FactsCache,
    /// How this clone signs, where it does; why it cannot, where it should.
    signing: std::result::Result<Option<Signing>, Text>,
    /// The unit for which this clone files, where it has joined.
    unit: Option<String>,
    /// The unit for which the office admitted the key that signs here.
    signs_for: Option<UnitId>,
    /// The unit of which this computer was told to be, for this run.
    told: Option<String>,
    /// The unit of this computer, as one that looks.
    pub(super) viewer: Option<Viewer>,
    /// What alone may be filed, where somebody was shown it: see [`Receipt::shown`](super::Receipt::shown).
    pub(super) shown: Option<String>,
}

/// Who files, as a person says it: units by any of their names.
#[derive(Debug, Clone, Default)]
pub struct AuthorRequest {
    /// The unit that files; that for which the clone has joined, where nothing is said.
    pub unit: Option<String>,
    /// For whom the office enters a record, where it does.
    pub on_behalf: Option<OnBehalf>,
}

/// For whom the office enters a record.
#[derive(Debug, Clone)]
pub struct OnBehalf {
    /// The unit whose record it is.
    pub unit: String,
    /// The paper from which it is entered.
    pub source: String,
}

/// Who files, and for whom.
#[derive(Debug, Clone)]
pub struct Author {
    /// The unit whose record it is.
    pub owner: UnitId,
    /// The office, where it enters for that unit, and the paper from which it does.
    pub proxy: Option<(UnitId, String)>,
}

impl Register {
    /// The register in a folder.
    ///
    /// # Errors
    /// It cannot be read, lacks what nothing can be judged without, or is of a newer format.
    pub fn open(root: &RegisterFolder, environment: &Environment<'_>) -> Result<Self> {
        let source = Source::Folder(root.to_owned());
        let known = store::load_mechanism(&source)?;
        if let Some(format) = known.newer {
            return Err(newer_format(format).into());
        }
        let mechanism = mechanism(&known, &source)?;
        // Without a repository nothing is filed at all, and that is said where it is.
        let history = History::open(root).ok();
        if let Some(history) = &history {
            redirect_left_behind(history, root);
        }
        let signed = |history: &History| trust::signing(history, &environment.programs, environment.home.as_deref());
        let signing = history.as_ref().map_or(Ok(None), signed);
        let unit = history.and_then(|history| history.setting(JOINED_UNIT));
        let now = environment.now_in(&mechanism);
        let keys = |unit: &UnitId| mechanism.keys.get(unit).cloned();
        let signs_for = signing.as_ref().ok();
        let signs_for = signs_for.and_then(|signing| signing_unit(&mechanism, signing.as_ref()?, unit.as_deref(), &keys));
        let register = Self {
            root: root.to_owned(),
            source,
            known,
            mechanism,
            now,
            facts: environment.facts.clone(),
            signing,
            unit,
            signs_for,
            told: environment.unit.clone(),
            viewer: None,
            shown: None,
        };
        let viewer = register.own_unit().cloned().map(Viewer::Unit);
        Ok(Self { viewer, ..register })
    }

    /// The same, into which nothing is filed but what was shown before: what has changed meanwhile is shown anew.
    #[must_use]
    pub fn only_as_shown(self, shown: &str) -> Self {
        Self { shown: Some(shown.to_owned()), ..self }
    }

    /// The series in which this clone numbers what a unit files: as the office admitted its key; before that, the one that it is
    /// going to get.
    #[must_use]
    pub fn series(&self, unit: &UnitId) -> u8 {
        let Ok(Some(signing)) = &self.signing else { return 0 };
        let roster = Roster::from_mechanism(self.mechanism.clone());
        let own = roster.of_key(&signing.key).into_iter().find(|holder| holder.unit == *unit).map(|holder| holder.series);
        own.unwrap_or_else(|| if self.unit.as_deref() == Some(unit.as_str()) { roster.next_series(unit).unwrap_or(0) } else { 0 })
    }

    /// That what is signed can be verified: the register lies at the top of its repository, or nothing of it is signed.
    ///
    /// # Errors
    /// It is signed and lies below, among what nobody signs.
    pub(super) fn can_be_verified(&self) -> Result<(), Text> {
        let is_on = Roster::from_mechanism(self.mechanism.clone()).is_on();
        if is_on { self.is_at_top() } else { Ok(()) }
    }

    /// That the register lies at the top of its repository.
    ///
    /// # Errors
    /// It lies below.
    pub(super) fn is_at_top(&self) -> Result<(), Text> {
        if self.root.below_top()?.is_empty() { Ok(()) } else { Err(Refused::Below.into()) }
    }

    /// How this clone signs, where it does.
    ///
    /// # Errors
    /// It is set to sign, and its key cannot be read.
    pub fn signing(&self) -> Result<Option<&Signing>, Text> {
        self.signing.as_ref().map(Option::as_ref).map_err(Clone::clone)
    }

    /// The same for whoever makes commits.
    ///
    /// # Errors
    /// It is set to sign, and its key cannot be read.
    pub fn sign(&self) -> Result<Option<Sign>, Text> {
        Ok(self.signing()?.map(|signing| signing.sign.clone()))
    }

    /// The unit for which this clone has joined, where there is one of that name.
    pub(super) fn joined(&self) -> Option<&UnitId> {
        self.mechanism.unit_named(self.unit.as_deref()?).ok()
    }

    /// That somebody else files here at this moment, or git changes the repository. What stands against filing for good is told by filing.
    #[must_use]
    pub fn held_by_others(&self) -> Option<Text> {
        Workspace::open(&self.root, Disk::default()).ok()?.held_by().map(Text::from)
    }

    /// The unit of this computer: that whose key signs here, else as it was told to be, else as its clone joined.
    pub(super) fn own_unit(&self) -> Option<&UnitId> {
        let told = || self.mechanism.unit_named(self.told.as_deref()?).ok();
        self.signs_for.as_ref().or_else(told).or_else(|| self.joined())
    }

    /// Today in the register's zone.
    #[must_use]
    pub fn today(&self) -> Day {
        Day::from_date(self.now.date_naive())
    }

    /// That commits of this register do not say yet for which register they are, and what to do about it.
    #[must_use]
    pub fn unnamed(&self) -> Option<Text> {
        unnamed(&self.mechanism, self.unit.as_deref())
    }

    /// That signed commits are this office's to lose, since no key lies on paper, and what to do about it; told once in a clone.
    pub(super) fn lacks_recovery(&self) -> Option<Text> {
        let roster = Roster::from_mechanism(self.mechanism.clone());
        let is_office = self.unit.as_deref() == Some(self.mechanism.office().as_str());
        let is_missing = is_office && roster.is_on() && self.mechanism.file.register.is_some() && roster.recovery().is_none();
        let history = History::open(&self.root).ok().filter(|_| is_missing)?;
        if history.noted(TOLD_OF_RECOVERY).ok()?.is_some() {
            return None;
        }
        history.note(TOLD_OF_RECOVERY, "1").ok()?;
        Some(Text::fixed(
            "台账还没有恢复密钥：办公室的密钥全丢了就没有办法；请用 liandong trust recovery new 做一把，抄在纸上",
            "the register has no recovery key, and nothing helps once every key of the office is lost; make one with liandong trust recovery new and write it on paper",
        ))
    }

    /// The unit that files: the one that is named, else the one for which this clone has joined.
    ///
    /// # Errors
    /// None is named, there is no such unit, or it was merged or split: its successors file.
    pub fn acting(&self, named: Option<&str>) -> Result<UnitId> {
        let Some(given) = self.meant(named) else {
            let how = Text::fixed(
                "：--as 单位，或设环境变量 LIANDONG_UNIT，或用 liandong join --unit 单位 --name 姓名 加入",
                ": --as UNIT, or set LIANDONG_UNIT, or join once with liandong join --unit UNIT --name NAME",
            );
            return Err(Telling::of(Text::fixed("请写明以哪个单位登记", "say which unit files")).typed(how).into());
        };
        let unit = self.mechanism.unit_named(given)?;
        self.still_acts(unit)?;
        Ok(unit.clone())
    }

    /// The unit that is meant, by any of its names: the named one, else that of this clone.
    pub(super) fn meant<'a>(&'a self, named: Option<&'a str>) -> Option<&'a str> {
        named.or(self.unit.as_deref())
    }

    /// That it is this unit that files: what is a unit's, nobody else writes.
    ///
    /// # Errors
    /// Another unit files.
    pub fn require_acting(&self, named: Option<&str>, unit: &UnitId) -> Result<()> {
        if self.acting(named)? == *unit {
            return Ok(());
        }
        let name = self.mechanism.short(unit);
        let how = tr!("（--as {name}）"; " (--as {name})");
        Err(Telling::of(tr!("这件事由{name}办"; "this is for {name} to do")).typed(how).into())
    }

    /// A unit that was merged or split files nothing any more: its successors do.
    fn still_acts(&self, unit: &UnitId) -> Result<(), Telling> {
        let (mechanism, today) = (&self.mechanism, self.today());
        let Some(until) = mechanism.units.get(unit).and_then(|unit| unit.until).filter(|until| *until < today) else {
            return Ok(());
        };
        let (name, gone) = (mechanism.short(unit), until.plus(1));
        Err(match mechanism.acting(unit, today) {
            Some(heir) => {
                let heir = mechanism.short(heir);
                let said =
                    tr!("{name}自 {gone} 起已撤并，请以{heir}的名义登记"; "{name} is no more from {gone} on; file as {heir}");
                Telling::of(said).typed(tr!("（--as {heir}）"; " (--as {heir})"))
            }
            None => {
                tr!("{name}自 {gone} 起已撤销，没有承接单位"; "{name} is no more from {gone} on, and nobody took over from it")
                    .into()
            }
        })
    }
}

/// That signed commits of a register do not say yet for which register they are; what to do depends upon who is told.
pub(super) fn unnamed(mechanism: &Mechanism, unit: Option<&str>) -> Option<Text> {
    let is_on = mechanism.file.register.is_none() && Roster::from_mechanism(mechanism.clone()).is_on();
    let is_office = unit == Some(mechanism.office().as_str());
    is_on.then(|| if is_office {
        Text::fixed(
            "台账还没有标识，在别处签的也可能被并入；请用 liandong trust upgrade 写入",
            "the register has no name yet, and what is signed elsewhere could be merged into it; give it one with liandong trust upgrade",
        )
    } else {
        Text::fixed(
            "台账还没有标识，在别处签的也可能被并入；请办公室用 liandong trust upgrade 写入",
            "the register has no name yet, and what is signed elsewhere could be merged into it; ask the office to give it one with liandong trust upgrade",
        )
    })
}

impl Author {
    /// Who files, and for whom, as it was said.
    ///
    /// # Errors
    /// A unit is not known, or another than the office enters for one.
    pub fn resolve(request: &AuthorRequest, register: &Register) -> Result<Self> {
        let (acting, mechanism) = (register.acting(request.unit.as_deref())?, &register.mechanism);
        let Some(OnBehalf { unit, source }) = &request.on_behalf else {
            return Ok(Self { owner: acting, proxy: None });
        };
        if acting != *mechanism.office() {
            let office = mechanism.short(mechanism.office());
            return Err(tr!("只有{office}可以代其他单位录入"; "only {office} may enter for another unit").into());
        }
        Ok(Self { owner: mechanism.unit_named(unit)?.clone(), proxy: Some((acting, source.clone())) })
    }
}
