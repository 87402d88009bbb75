//! `units/<unit>.toml`: a unit that owns folders, under the names it had.

use crate::model::record::record;
use crate::model::{Day, Line, UnitId};

record! {
    /// A name that a unit had.
    pub struct FormerName {
        name: Line = "名称", "name";
        until: Day = "至", "until", near;
    }
}

record! {
    /// A unit.
    pub struct Unit {
        name: Line = "全称", "name";
        short: Line = "简称", "short name";
        /// The name under which it issues papers (GB/T 9704-2012, 7.2.4), where that is another than the full name that the regulation has.
        issuing_name: Option<Line> = "发文名称", "issuing name";
        /// What else people call it.
        aliases: Vec<Line> = "别名", "aliases";
        /// From when it takes part, where not from the beginning.
        since: Option<Day> = "起", "since", near;
        /// Its last day, where it was merged or split.
        until: Option<Day> = "止", "until", near;
        /// Who took over from it.
        successors: Vec<UnitId> = "承接单位", "successors";
        former: Vec<FormerName> = "曾用名", "former names";
    }
}
