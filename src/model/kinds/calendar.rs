//! `calendar/<year>.toml`: public holidays and the weekend days worked for them, as published for the year.

use crate::model::record::record;
use crate::model::{Day, Line};

record! {
    /// The published calendar of a year.
    pub struct CalendarFile {
        /// Its first day, where only part of the year is kept.
        covers_from: Option<Day> = "起", "covers from", near;
        /// The paper that published it.
        source: Line = "公布文件", "source";
        /// Days off, whatever day of the week.
        off: Vec<Day> = "放假日", "days off", near;
        /// Saturdays and Sundays that are worked.
        on: Vec<Day> = "调休上班日", "days worked", near;
    }
}
