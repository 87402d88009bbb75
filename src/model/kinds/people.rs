//! `people/<unit>.toml`: liaisons (五（三）) and leaders, the unit's own.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{Day, Line};

words! {
    /// The post of a leader.
    pub enum Post {
        InCharge = "in-charge", "分管负责人", "leader in charge";
        Main = "main", "主要负责人", "main leader";
        /// Another, by authority of one of them.
        ByAuthority = "by-authority", "受委托负责人", "leader by authority";
        Other = "other", "其他", "other";
    }
}

record! {
    /// A liaison.
    pub struct Liaison {
        name: Line = "姓名", "name", sealed;
        phone: Option<Line> = "联系电话", "telephone", sealed;
        since: Day = "起", "since", near;
        until: Option<Day> = "止", "until", near;
        /// When that was reported to the office.
        reported: Option<Day> = "报办公室日期", "reported";
    }
}

record! {
    /// A leader.
    pub struct Leader {
        name: Line = "姓名", "name", sealed;
        post: Post = "职务", "post";
        since: Day = "起", "since", near;
        until: Option<Day> = "止", "until", near;
    }
}

record! {
    /// The people of a unit.
    pub struct People {
        /// Commits, forty digits each, signed with a key of the unit's after it fell into other hands, that are the unit's own all the same.
        vouched: Vec<Line> = "确认是本单位的提交", "commits vouched for";
        /// Such commits that are not the unit's.
        disowned: Vec<Line> = "不是本单位的提交", "commits disowned";
        /// Its liaisons, past and present.
        liaison: Vec<Liaison> = "联络员", "liaison";
        /// Its leaders, past and present.
        leader: Vec<Leader> = "负责人", "leader";
    }
}
