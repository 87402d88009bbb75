//! Where a filing takes place, and whose it is.

use std::path::PathBuf;

use clap::ArgMatches;

use super::draft::DraftFolder;
use crate::cli::session::{self, Session};
use crate::git::{History, Sign};
use crate::model::{Day, Mechanism, UnitId};
use crate::store::{self, Loaded, Source};
use crate::text::Text;
use crate::tr;
use crate::trust::{Roster, Signing};

/// Where git's configuration of a clone says for which unit it files.
pub(in crate::cli) const UNIT: &str = "liandong.unit";

/// A register to file into.
pub(in crate::cli) struct Register {
    pub(in crate::cli) root: PathBuf,
    pub(in crate::cli) source: Source,
    /// Everything but what happened.
    pub(super) known: Loaded,
    pub(in crate::cli) mechanism: Mechanism,
    /// How this clone signs, where it does; why it cannot, where it should.
    signing: Result<Option<Signing>, Text>,
    /// The unit for which this clone files, where it has joined.
    unit: Option<String>,
}

/// Who files, and for whom.
pub(super) struct Author {
    /// The unit whose record it is.
    pub(super) owner: UnitId,
    /// The office, where it enters for that unit, and the paper from which it does.
    pub(super) proxy: Option<(UnitId, String)>,
}

impl Register {
    /// The register of a session; what happened is not read.
    pub(in crate::cli) fn open(session: &Session) -> anyhow::Result<Self> {
        let root = session.register()?;
        let source = Source::Folder(root.clone());
        let known = store::load_mechanism(&source)?;
        if let Some(format) = known.newer {
            return Err(session::newer(format).into());
        }
        let mechanism = session::mechanism(&known)?;
        // Without a repository nothing is filed at all, and that is said where it is.
        let history = History::open(&root).ok();
        let signing = history.as_ref().map_or(Ok(None), session::signing);
        let unit = history.and_then(|history| history.setting(UNIT));
        Ok(Self { root, source, known, mechanism, signing, unit })
    }

    /// The series in which this clone numbers what a unit files: as the office admitted its key; before that, the one that it is
    /// going to get.
    pub(in crate::cli) fn series(&self, unit: &UnitId) -> u8 {
        let Ok(Some(signing)) = &self.signing else { return 0 };
        let roster = Roster::of(self.mechanism.clone());
        let own = roster.of_key(&signing.key).into_iter().find(|holder| holder.unit == *unit).map(|holder| holder.series);
        own.unwrap_or_else(|| if self.unit.as_deref() == Some(unit.as_str()) { roster.next_series(unit).unwrap_or(0) } else { 0 })
    }

    /// How this clone signs, where it does.
    ///
    /// # Errors
    /// It is set to sign, and its key cannot be read.
    pub(in crate::cli) fn signing(&self) -> Result<Option<&Signing>, Text> {
        self.signing.as_ref().map(Option::as_ref).map_err(Clone::clone)
    }

    /// The same for whoever makes commits.
    ///
    /// # Errors
    /// It is set to sign, and its key cannot be read.
    pub(in crate::cli) fn sign(&self) -> Result<Option<Sign>, Text> {
        Ok(self.signing()?.map(|signing| signing.sign.clone()))
    }

    pub(in crate::cli) fn today(&self) -> Day {
        session::today(&self.mechanism)
    }

    pub(super) fn drafts(&self) -> DraftFolder {
        DraftFolder::of(&self.root)
    }
}

impl Author {
    /// As `--as`, `--for` and `--source` say.
    pub(super) fn of(matches: &ArgMatches, register: &Register) -> anyhow::Result<Self> {
        let (acting, mechanism) = (acting(matches, register)?, &register.mechanism);
        let Some(unit) = matches.try_get_one::<String>("for").ok().flatten() else {
            return Ok(Self { owner: acting, proxy: None });
        };
        if acting != *mechanism.office() {
            let office = mechanism.short(mechanism.office());
            return Err(tr!("只有{office}可以代其他单位录入"; "only {office} may enter for another unit").into());
        }
        let owner = mechanism.unit_named(unit)?.clone();
        let source = matches.get_one::<String>("source").cloned().unwrap_or_default();
        Ok(Self { owner, proxy: Some((acting, source)) })
    }
}

/// That it is this unit that files: what is a unit's, nobody else writes.
pub(in crate::cli) fn own(matches: &ArgMatches, unit: &UnitId, register: &Register) -> anyhow::Result<()> {
    if acting(matches, register)? == *unit {
        return Ok(());
    }
    let name = register.mechanism.short(unit);
    Err(tr!("这件事由{name}办（--as {name}）"; "this is for {name} to do (--as {name})").into())
}

/// The unit that `--as` names, else the one for which this clone has joined.
pub(in crate::cli) fn acting(matches: &ArgMatches, register: &Register) -> anyhow::Result<UnitId> {
    let mechanism = &register.mechanism;
    let Some(given) = matches.get_one::<String>("as").or(register.unit.as_ref()) else {
        return Err(Text::fixed(
            "请写明以哪个单位登记：--as 单位，或设环境变量 LIANDONG_UNIT，或用 liandong join 加入",
            "say which unit files: --as UNIT, or set LIANDONG_UNIT, or join once with liandong join",
        )
        .into());
    };
    let unit = mechanism.unit_named(given)?;
    still_acts(unit, mechanism)?;
    Ok(unit.clone())
}

/// A unit that was merged or split files nothing any more: its successors do.
fn still_acts(unit: &UnitId, mechanism: &Mechanism) -> Result<(), Text> {
    let today = session::today(mechanism);
    let Some(until) = mechanism.units.get(unit).and_then(|unit| unit.until).filter(|until| *until < today) else {
        return Ok(());
    };
    let name = mechanism.short(unit);
    Err(match mechanism.acting(unit, today) {
        Some(heir) => {
            let heir = mechanism.short(heir);
            tr!("{name}已于 {until} 撤并，请以{heir}的名义登记（--as {heir}）"; "{name} ended on {until}; file as {heir} (--as {heir})")
        }
        None => tr!("{name}已于 {until} 撤销，没有承接单位"; "{name} ended on {until} and nobody took over from it"),
    })
}
