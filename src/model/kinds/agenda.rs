//! 议题 (二（五）): what a unit wants a meeting to deal with.

use crate::model::happening::{Happening, Sequence, happening};
use crate::model::{Day, Line, MeetingTask, Prose, Reference};

happening! {
    /// An item for the agenda of a meeting; it may precede the meeting.
    pub struct Agenda {
        title: Line = "议题", "title", idle;
        /// Which of the tasks of a meeting (二（三）) it belongs to, from 1.
        task: Option<MeetingTask> = "会议任务", "task of the meeting", fills;
        /// When it was handed in.
        submitted: Day = "提交日期", "submitted", fact, idle;
        /// The meeting that dealt with it.
        meeting: Option<Reference> = "会议", "meeting", fills;
        /// The mines, hazards or other records that it is about.
        about: Vec<Reference> = "涉及事项", "about", grows;
        material: Option<Prose> = "议题材料", "material", fills;
    }
}

impl Happening for Agenda {
    fn on(&self) -> Option<Day> {
        Some(self.submitted)
    }

    fn sequences(&self) -> Vec<Sequence> {
        Vec::new()
    }
}
