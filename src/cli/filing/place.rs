//! Where a filing takes place, and whose it is.

use std::path::PathBuf;

use clap::ArgMatches;

use super::draft::Drafts;
use crate::cli::session::{self, Session};
use crate::model::{Day, Mechanism, UnitId};
use crate::store::{self, Loaded, Source};
use crate::text::Text;
use crate::tr;

/// A register to file into.
pub(super) struct Place {
    pub(super) root: PathBuf,
    pub(super) source: Source,
    /// Everything but what happened.
    pub(super) known: Loaded,
    pub(super) mechanism: Mechanism,
}

/// Who files, and for whom.
pub(super) struct Hands {
    /// The unit whose record it is.
    pub(super) owner: UnitId,
    /// The office, where it enters for that unit, and the paper from which it does.
    pub(super) proxy: Option<(UnitId, String)>,
}

impl Place {
    /// The register of a session; what happened is not read.
    pub(super) fn open(session: &Session) -> anyhow::Result<Self> {
        let root = session.register()?;
        let source = Source::Folder(root.clone());
        let known = store::load_mechanism(&source)?;
        if let Some(format) = known.newer {
            return Err(session::newer(format).into());
        }
        let mechanism = session::mechanism(&known)?;
        Ok(Self { root, source, known, mechanism })
    }

    pub(super) fn today(&self) -> Day {
        session::today(&self.mechanism)
    }

    pub(super) fn drafts(&self) -> Drafts {
        Drafts::of(&self.root)
    }
}

impl Hands {
    /// As `--as`, `--for` and `--source` say.
    pub(super) fn of(matches: &ArgMatches, mechanism: &Mechanism) -> anyhow::Result<Self> {
        let acting = acting(matches, mechanism)?;
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
pub(super) fn own(matches: &ArgMatches, unit: &UnitId, mechanism: &Mechanism) -> anyhow::Result<()> {
    if acting(matches, mechanism)? == *unit {
        return Ok(());
    }
    let name = mechanism.short(unit);
    Err(tr!("这件事由{name}办（--as {name}）"; "this is for {name} to do (--as {name})").into())
}

/// The unit that `--as` names.
pub(super) fn acting(matches: &ArgMatches, mechanism: &Mechanism) -> anyhow::Result<UnitId> {
    let Some(given) = matches.get_one::<String>("as") else {
        return Err(Text::fixed(
            "请写明以哪个单位登记：--as 单位，或设环境变量 LIANDONG_UNIT",
            "say which unit files: --as UNIT, or set LIANDONG_UNIT",
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
